"""Names of files that Windows keeps for itself."""

import pytest

from emulation_cli.domain.errors import FileTrouble
from emulation_cli.domain.file_names import name_trouble
from emulation_cli.render.whole_files import refuse_name, trouble


@pytest.mark.parametrize(
    ("name", "reason", "what"),
    [
        ("aux.xlsx", "device", "aux"),
        ("CON.csv", "device", "CON"),
        ("con .csv", "device", "con"),
        ("nul", "device", "nul"),
        ("Com1.tar.gz", "device", "Com1"),
        ("lpt².docx", "device", "lpt²"),
        ("báo cáo?.docx", "letters", "?"),
        ('a<b>".docx', "letters", '< > "'),
        ("báo cáo: quý I.docx", "letters", ":"),
        ("báo cáo.", "end", "."),
        ("báo cáo.docx ", "end", " "),
    ],
)
def test_a_name_of_windows_is_told_by_its_reason(tmp_path, name, reason, what) -> None:
    assert name_trouble(name) == (reason, what)
    with pytest.raises(FileTrouble) as refusal:
        refuse_name(tmp_path / name)
    assert refusal.value.sentence == f"report.file.name_{reason}"


@pytest.mark.parametrize(
    "name", ["auxiliary.xlsx", "com10.csv", "console.docx", "Báo cáo (2).docx", ".emul"]
)
def test_other_names_are_free(name) -> None:
    assert name_trouble(name) is None


def test_a_path_that_is_too_long_is_told_as_that(tmp_path) -> None:
    assert (
        trouble(tmp_path / "x.docx", FileNotFoundError(2, "no")).sentence == "report.file.too_long"
    )
    assert (
        trouble(tmp_path / "no" / "x.docx", FileNotFoundError(2, "no")).sentence
        == "report.file.folder"
    )

"""Finding: lists by the rules of the report, one record, a search."""

import csv
import io
import json
from pathlib import Path

import pytest

CONTRACT = {
    "exemplars": "id,name,kind,unit,field,discovered,stage,birth_year,gender,position,field_label",
    "models": "id,name,kind,unit,field,first_registered,years,status",
    "honours": "id,recipient,kind,unit,act,form,decision,date,amount,status",
    "units": "id,code,name,type,parent",
    "events": "id,name,type,date,place,organiser",
}


@pytest.fixture
def office(emul):
    """A register with a little of everything."""
    emul("init", "--yes")
    for name in ("Xã Cẩm Duệ", "Xã Cẩm Hà"):
        emul("add-unit", "--name", name, "--type", "commune")
    for number, year in enumerate(("2021", "2022", "2023")):
        emul(
            "add-exemplar",
            "--name",
            f"Người {number}",
            "--kind",
            "CN",
            "--unit",
            "U1",
            "--field",
            "Y tế",
            "--date",
            year,
        )
        emul(
            "add-model",
            "--name",
            f"Mô hình {number}",
            "--unit",
            "U2",
            "--field",
            "KT",
            "--year",
            year,
        )
    emul("add-event", "--name", "Hội nghị biểu dương", "--type", "praise", "--date", "04/10/2023")
    emul(
        "add-honour", "--recipient", "Người 0", "--kind", "CN", "--unit", "U1", "--act", "tôn vinh", "--event", "E1",
        "--for", "X1",
    )  # fmt: skip
    return emul


def ids(emul, *words: object) -> list[str]:
    return [row["id"] for row in json.loads(emul("list", *words, "--format", "json").stdout)]


@pytest.mark.parametrize("noun", CONTRACT)
def test_the_columns_of_the_contract_come_first(office, noun) -> None:
    header = office("list", noun, "--format", "csv").stdout.splitlines()[0]

    assert header == CONTRACT[noun] or header.startswith(CONTRACT[noun] + ",")


def test_csv_on_stdout_has_no_mark_and_in_a_file_it_has(office) -> None:
    piped = office("list", "units", "--format", "csv").stdout
    told = office("list", "units", "-o", "u.csv")

    text = Path("u.csv").read_bytes().decode()
    assert text == "\ufeff" + piped
    assert told.stdout == ""
    assert "u.csv" in told.stderr


@pytest.mark.parametrize("noun", ["exemplar", "Điển hình", "dien hinh", "EXEMPLARS"])
def test_a_noun_is_taken_in_both_languages(office, noun) -> None:
    assert ids(office, noun) == ["X1", "X2", "X3"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("exemplars", "--period", "2021-2022"), ["X1", "X2"]),
        (("exemplars", "--period", "quý I/2022"), []),
        (("exemplars", "--period", "quý I/2022", "--not-placed"), ["X2"]),
        (("exemplars", "--unit", "cẩm hà"), []),
        (("exemplars", "--kind", "TT"), []),
        (("exemplars", "--field", "y te"), ["X1", "X2", "X3"]),
        (("exemplars", "--cut-off", "31/12/2021"), ["X1"]),
        (("models", "--period", "2023"), ["M3"]),
        (("models", "--period", "2021-2023", "--registrations"), ["M1", "M2", "M3"]),
        (("models", "--year", "2022"), ["M2"]),
        (("models", "--status", "duy trì"), []),
        (("honours", "--act", "honour"), ["H1"]),
        (("honours", "--event", "hội nghị biểu dương"), ["H1"]),
        (("honours", "--for", "x1", "--period", "2023"), ["H1"]),
        (("events", "--type", "biểu dương"), ["E1"]),
        (("units", "--type", "xã"), ["U1", "U2"]),
        (("decisions",), []),
        (("imports",), []),
    ],
)
def test_a_list_has_the_rows_that_were_asked_for(office, words, found) -> None:
    assert ids(office, *words) == found


@pytest.mark.parametrize(
    "words",
    [
        ("units", "--act", "praise"),
        ("events", "--proposed"),
        ("exemplars", "--registrations"),
        ("events", "--field", "KT"),
    ],
)
def test_an_option_that_does_not_fit_the_noun_is_refused_not_ignored(office, words) -> None:
    assert words[1] in office("list", *words, code=2).stderr


def test_what_is_left_out_is_shown_one_sort_at_a_time(office) -> None:
    assert (
        "--cancelled, --not-placed"
        in office("list", "models", "--cancelled", "--not-placed", code=2).stderr
    )


def test_an_empty_list_is_no_error(office) -> None:
    answer = office("list", "decisions", "--format", "csv")

    assert list(csv.DictReader(io.StringIO(answer.stdout))) == []


def test_a_record_is_shown_whole_with_its_milestones_and_honours(office) -> None:
    told = office("show", "x1").stdout

    for part in (
        "X1",
        "Người 0",
        "Xã Cẩm Duệ",
        "Discovered",
        "2021",
        "Honour",
        "Hội nghị biểu dương",
    ):
        assert part in told


def test_an_import_is_shown_with_what_became_of_its_rows(office) -> None:
    Path("u.csv").write_text("Mã,Tên đơn vị,Loại đơn vị\nHL,Xã Hoa Lư,Xã\n", "utf-8")
    office("import", "u.csv", "--as", "units", "--yes")

    told = office("show", "I1").stdout

    assert "u.csv" in told
    assert "added 1" in told


def test_every_noun_can_be_shown(office) -> None:
    for number in ("U1", "X1", "M1", "E1", "H1"):
        assert number in office("show", number).stdout


def test_a_search_needs_no_diacritics_and_finds_every_noun(office) -> None:
    answer = office("search", "nguoi", "0")

    assert [line.split("\t")[0] for line in answer.stdout.splitlines()] == ["X1", "H1"]
    assert "Found 2" in answer.stderr


def test_a_search_without_a_find_is_exit_code_1(office) -> None:
    answer = office("search", "khongcogi", code=1)

    assert answer.stdout == ""
    assert "«khongcogi»" in answer.stderr


def test_a_report_is_written_in_every_format(office) -> None:
    assert (
        json.loads(office("report", "2021-2023", "--format", "json").stdout)["exemplars"]["total"]
        == 3
    )
    for style, begin in (
        ("csv", "section,breakdown,code,label,measure,value"),
        ("md", "#"),
        ("text", ""),
    ):
        assert office("report", "2021-2023", "--format", style).stdout.startswith(begin)


def test_a_section_may_have_a_period_of_its_own(office) -> None:
    figures = json.loads(
        office("report", "2023", "--models", "2021-2023", "--format", "json").stdout
    )

    assert (figures["exemplars"]["total"], figures["models"]["total"]) == (1, 3)


def test_info_counts_what_the_register_holds(office, register_path) -> None:
    told = office("info").stdout

    assert str(register_path) in told
    assert "Exemplars                   3" in told


def test_a_list_cut_to_its_first_rows_says_so(emul, office):
    whole = emul("list", "exemplars", "--format", "csv").stdout.splitlines()
    first = emul("list", "exemplars", "--limit", "2", "--format", "csv")
    all_of_them = emul("list", "exemplars", "--limit", "3", "--format", "csv")

    assert first.stdout.splitlines() == whole[:3]
    assert "2" in first.stderr
    assert (all_of_them.stdout.splitlines(), all_of_them.stderr) == (whole, "")

"""A sheet that `emul` wrote comes back: by its ids, as corrections (DESIGN section 8)."""

import csv
import json
from pathlib import Path

import openpyxl
import pytest

from emulation_cli.register.opening.register_file import open_register
from emulation_cli.taking_in.results import Wishes
from emulation_cli.taking_in.runs import run


@pytest.fixture(autouse=True)
def _office(emul, register_path, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    emul("init", "--unit", "Huyện Thử", "--yes")
    for name, code in (("Xã Mẫu", "M"), ("Xã Hai", "N")):
        emul("add-unit", "--name", name, "--type", "commune", "--code", code)
    for name in ("Lê Văn An", "Lê Văn Bình"):
        emul(
            "add-exemplar", "--name", name, "--kind", "CN", "--unit", "M",
            "--field", "Y tế", "--date", "2023",
        )  # fmt: skip


def exemplars(emul) -> list[dict[str, str]]:
    text = emul("list", "exemplars", "--format", "csv").stdout
    return list(csv.DictReader(text.splitlines()))


def corrected(path: Path, **replaced: str) -> None:
    """Correct cells as in Excel: each old text, with blanks for «_», by the new one."""
    book = openpyxl.load_workbook(path)
    for row in book.worksheets[0].iter_rows():
        for cell in row:
            for old, new in replaced.items():
                if str(cell.value) == old.replace("_", " "):
                    cell.value = new
    book.save(path)


SHEETS = (("list", "exemplars"), ("export", "exemplars"))


@pytest.mark.parametrize("words", SHEETS, ids=" ".join)
def test_an_untouched_sheet_changes_nothing(emul, words):
    emul("--lang", "vi", *words, "-o", "own.xlsx")
    before = exemplars(emul)
    answer = json.loads(emul("import", "own.xlsx", "--yes", "--format", "json").stdout)
    assert (answer["added"], answer["changed"]) == (0, 0)
    assert exemplars(emul) == before


@pytest.mark.parametrize("words", SHEETS, ids=" ".join)
@pytest.mark.parametrize(
    ("replaced", "field", "value"),
    [
        ({"Lê_Văn_An": "Lê Văn Ân"}, "name", "Lê Văn Ân"),
        ({"Xã_Mẫu": "Xã Hai"}, "unit", "Xã Hai"),
        ({"2023": "2022"}, "discovered", "2022"),
    ],
)
def test_a_correction_corrects_the_record(emul, words, replaced, field, value):
    emul("--lang", "vi", *words, "-o", "own.xlsx")
    corrected(Path("own.xlsx"), **replaced)

    emul("import", "own.xlsx", "--yes", code=3)
    assert exemplars(emul)[0][field] != value
    emul("import", "own.xlsx", "--yes", "--update")

    rows = exemplars(emul)
    assert [row["id"] for row in rows] == ["X1", "X2"]
    assert rows[0][field] == value


def test_a_new_row_is_a_new_record(emul):
    emul("--lang", "vi", "export", "exemplars", "-o", "own.xlsx")
    book = openpyxl.load_workbook("own.xlsx")
    sheet = book.worksheets[0]
    last = [cell.value for cell in sheet[sheet.max_row]]
    sheet.append([None, 3, "Trần Thị Mới", *last[3:]])
    book.save("own.xlsx")
    emul("import", "own.xlsx", "--yes", "--update")
    assert [row["name"] for row in exemplars(emul)][2:] == ["Trần Thị Mới"]


def test_a_record_that_was_changed_here_since_is_a_conflict(emul):
    emul("--lang", "vi", "list", "exemplars", "-o", "own.xlsx")
    emul("edit", "X1", "--birth-year", "1970")
    corrected(Path("own.xlsx"), Lê_Văn_An="Lê Văn Ân")
    refused = emul("import", "own.xlsx", "--yes", "--update", code=3)
    assert "X1" in refused.stderr + refused.stdout
    assert exemplars(emul)[0]["name"] == "Lê Văn An"


def test_an_id_counts_only_where_the_name_or_the_unit_agrees(emul):
    emul("--lang", "vi", "list", "exemplars", "-o", "own.xlsx")
    corrected(Path("own.xlsx"), Lê_Văn_An="Trần Văn Khác", Xã_Mẫu="Xã Hai")
    emul("import", "own.xlsx", "--yes", "--update")
    assert {row["name"] for row in exemplars(emul)} >= {"Lê Văn An", "Trần Văn Khác"}


def test_a_sheet_of_another_register_is_a_list_like_any_other(emul, tmp_path):
    emul("--lang", "vi", "list", "exemplars", "-o", "own.xlsx")
    other = ("--db", tmp_path / "other.db")
    emul(*other, "init", "--yes")
    for name, code in (("Xã Mẫu", "M"), ("Xã Hai", "N")):
        emul(*other, "add-unit", "--name", name, "--type", "commune", "--code", code)
    emul(
        *other, "add-exemplar", "--name", "Lê Văn Khác", "--kind", "CN", "--unit", "M",
        "--field", "Y tế", "--date", "2023",
    )  # fmt: skip
    emul(*other, "import", "own.xlsx", "--yes", "--update")
    assert "Lê Văn Khác" in emul(*other, "list", "exemplars").stdout


def without_row(path: Path, name: str) -> None:
    """Take the row of a name out of the first sheet, as in Excel."""
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    row = next(cell.row for line in sheet.iter_rows() for cell in line if cell.value == name)
    sheet.delete_rows(row)
    book.save(path)


@pytest.mark.parametrize("words", SHEETS, ids=" ".join)
def test_a_row_that_is_gone_is_told_and_nothing_deleted(emul, words):
    emul(*words, "-o", "own.xlsx")
    without_row(Path("own.xlsx"), "Lê Văn An")

    answer = json.loads(emul("import", "own.xlsx", "--yes", "--format", "json").stdout)

    told = [one for one in answer["problems"] if one["code"] == "rows_gone"]
    assert [one["severity"] for one in told] == ["warn"]
    assert "X1" in told[0]["message"]
    assert [row["name"] for row in exemplars(emul)] == ["Lê Văn An", "Lê Văn Bình"]


def test_what_she_has_cancelled_is_one_change_that_can_be_taken_back(emul, register_path):
    emul("export", "exemplars", "-o", "own.xlsx")
    without_row(Path("own.xlsx"), "Lê Văn An")
    with open_register(register_path) as register:
        outcome = run(register, [Path("own.xlsx")], Wishes(cancel_gone=True))

    assert "rows_cancelled" in [one.code for one in outcome.files[0].problems]
    assert [row["name"] for row in exemplars(emul)] == ["Lê Văn Bình"]
    emul("undo")
    assert len(exemplars(emul)) == 2


def test_a_sheet_of_some_rows_says_nothing_of_the_others(emul):
    emul("list", "exemplars", "--unit", "M", "--limit", "1", "-o", "own.xlsx")

    assert "rows_gone" not in emul("import", "own.xlsx", "--yes", "--format", "json").stdout


def test_a_row_that_was_cancelled_since_is_not_told(emul):
    emul("export", "exemplars", "-o", "own.xlsx")
    without_row(Path("own.xlsx"), "Lê Văn An")
    emul("cancel", "X1", "--reason", "left")

    assert "rows_gone" not in emul("import", "own.xlsx", "--yes", "--format", "json").stdout


@pytest.mark.parametrize("words", SHEETS, ids=" ".join)
def test_headings_refuse_and_coded_columns_offer(emul, words):
    emul(*words, "-o", "own.xlsx")
    sheet = openpyxl.load_workbook("own.xlsx").worksheets[0]
    checks = {rule.type: rule for rule in sheet.data_validations.dataValidation}
    names = (cell.row for line in sheet.iter_rows() for cell in line if cell.value == "Lê Văn An")

    assert str(checks["custom"].sqref).startswith(f"A{next(names) - 1}:")
    assert checks["custom"].showErrorMessage
    assert checks["list"].formula1


@pytest.mark.parametrize("suffix", ["xlsx", "csv"])
def test_every_list_comes_back_and_changes_nothing(emul, demo_register, suffix):
    """In the demo some are one subject with two records, and honours take much from decisions."""
    nouns = ("units", "exemplars", "models", "events", "decisions", "honours", "movements")
    for noun in nouns:
        emul("--lang", "vi", "list", noun, "-o", f"{noun}.{suffix}")
        said = json.loads(emul("import", f"{noun}.{suffix}", "--yes", "--format", "json").stdout)
        assert (noun, said["added"], said["changed"], said["refused"]) == (noun, 0, 0, 0)
        assert {(noun, heading) for sheet in said["sheets"] for heading in sheet["unused"]} == set()


@pytest.mark.parametrize("noun", ["figures", "terms", "imports", "dossiers"])
@pytest.mark.parametrize("suffix", ["xlsx", "csv"])
def test_a_list_of_what_is_not_taken_in_changes_nothing(emul, demo_register, noun, suffix):
    """Their ids are of no list that can be imported, and some can never be cancelled."""
    emul("list", noun, "-o", f"own.{suffix}")

    said = json.loads(
        emul("import", f"own.{suffix}", "--yes", "--format", "json", code=None).stdout
    )

    assert (said["added"], said["changed"], said["import"]) == (0, 0, None)

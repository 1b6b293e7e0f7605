"""A sheet that `emul` wrote comes back: by its ids, as corrections (DESIGN section 8)."""

import csv
import json
from pathlib import Path

import openpyxl
import pytest


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

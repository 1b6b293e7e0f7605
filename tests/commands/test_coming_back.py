"""A sheet that `emul` wrote comes back: by its ids, as corrections (DESIGN section 8)."""

import csv
import json
import sys
from pathlib import Path

import openpyxl
import pytest

from emulation_cli.register.opening.register_file import open_register
from emulation_cli.taking_in import importer
from emulation_cli.taking_in.results import Wishes
from emulation_cli.taking_in.runs import run

from .person_at_terminal import Terminal


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


ON_A_TERMINAL = pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminal")


@ON_A_TERMINAL
def test_corrections_are_shown_old_and_new_and_asked_about(emul):
    emul("export", "exemplars", "-o", "own.xlsx")
    corrected(Path("own.xlsx"), Lê_Văn_An="Lê Văn Ân")
    terminal = Terminal("import", "own.xlsx")
    terminal.sees("X1, Name: «Lê Văn An» → «Lê Văn Ân»")
    terminal.sees("1 record. Correct the register by the lists?")
    terminal.types("y")
    terminal.sees("Take")
    terminal.types("y")
    terminal.ends()
    assert [row["name"] for row in exemplars(emul)] == ["Lê Văn Ân", "Lê Văn Bình"]
    emul("undo", "I1")
    assert [row["name"] for row in exemplars(emul)] == ["Lê Văn An", "Lê Văn Bình"]


@ON_A_TERMINAL
def test_every_cell_that_differs_is_shown(emul):
    emul("edit", "X1", "--gender", "nam", "--birth-year", "1970")
    emul("export", "exemplars", "-o", "own.xlsx")
    corrected(Path("own.xlsx"), Lê_Văn_An="Lê Văn Ân", **{"1970": "1971", "2023": "2022"})
    terminal = Terminal("import", "own.xlsx")
    terminal.sees("X1, Discovered: «2023» → «2022»")
    terminal.sees("X1, Name: «Lê Văn An» → «Lê Văn Ân»")
    terminal.sees("X1, Born: «1970» → «1971»")
    terminal.sees("X2, Discovered: «2023» → «2022»")
    terminal.sees("2 records. Correct the register by the lists?")
    terminal.types("n")
    terminal.ends(3)


@ON_A_TERMINAL
def test_corrections_that_she_does_not_want_leave_the_register(emul):
    emul("export", "exemplars", "-o", "own.xlsx")
    corrected(Path("own.xlsx"), Lê_Văn_An="Lê Văn Ân")
    terminal = Terminal("import", "own.xlsx")
    terminal.sees("Correct the register by the lists?")
    terminal.types("n")
    terminal.ends(3)
    assert [row["name"] for row in exemplars(emul)] == ["Lê Văn An", "Lê Văn Bình"]


@ON_A_TERMINAL
@pytest.mark.parametrize(("said", "year"), [("y", "1971"), ("n", "1970")])
def test_a_record_that_was_changed_here_since_is_asked_about(emul, said, year):
    emul("export", "exemplars", "-o", "own.xlsx")
    emul("edit", "X1", "--birth-year", "1970")
    corrected(Path("own.xlsx"), Lê_Văn_An="Lê Văn Ân")
    with_year(Path("own.xlsx"), "1971")
    terminal = Terminal("import", "own.xlsx")
    terminal.sees("changed here after this sheet was written: X1 (C")
    terminal.types(said)
    if said == "y":
        terminal.sees("Correct the register")
        terminal.types("y")
        terminal.sees("Take")
        terminal.types("y")
    terminal.ends(0 if said == "y" else 3)
    assert exemplars(emul)[0]["birth_year"] == year


def with_year(path: Path, year: str) -> None:
    """Write a year of birth for the first record, as in Excel."""
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    head = next(row for row in sheet.iter_rows() if row[0].value == "Mã emul" or row[0].value)
    place = {cell.value: cell.column for row in sheet.iter_rows(max_row=6) for cell in row}
    sheet.cell(row=head[0].row + 3, column=place.get("Năm sinh") or place["Born"], value=year)
    book.save(path)


@ON_A_TERMINAL
def test_nothing_is_said_to_be_cancelled_that_is_not(emul):
    emul("export", "exemplars", "-o", "own.xlsx")
    without_row(Path("own.xlsx"), "Lê Văn An")
    corrected(Path("own.xlsx"), Lê_Văn_Bình="Lê Văn Bính")
    terminal = Terminal("import", "own.xlsx")
    terminal.sees("Correct the register")
    terminal.types("n")
    terminal.sees("Cancel")
    terminal.types("y")
    terminal.ends(3)
    assert "are cancelled" not in terminal.screen
    assert len(exemplars(emul)) == 2


@pytest.mark.parametrize(
    "noun", ["units", "exemplars", "models", "events", "decisions", "presenters", "publications",
             "targets"],
)  # fmt: skip
def test_a_list_without_rows_is_told_as_that(emul, tmp_path, noun):
    empty = tmp_path / "empty.db"
    emul("--db", empty, "init", "--unit", "Huyện Không", "--yes")
    emul("--db", empty, "list", noun, "-o", "none.xlsx")
    assert "has a header but no data rows" in emul("--db", empty, "import", "none.xlsx").stderr


def test_of_many_cells_that_differ_the_first_are_told(emul):
    for name in ("Na", "Mận", "Đào", "Lựu", "Quýt", "Bưởi", "Hồng", "Ổi", "Xoài", "Nhãn"):
        emul("add-exemplar", "--name", f"Lê Thị {name}", "--kind", "CN", "--unit", "M", "--field",
             "Y tế")  # fmt: skip
    emul("export", "exemplars", "-o", "own.xlsx")
    corrected(Path("own.xlsx"), Y_tế="Giáo dục")
    told = emul("import", "own.xlsx", code=3).stderr
    assert told.count("already in the register") == 10
    every = emul("--verbose", "import", "own.xlsx", code=3).stderr
    assert every.count("already in the register") >= 12


def test_rows_of_what_drop_downs_offer_are_not_counted_as_left_out(emul):
    emul("export", "-o", "all.xlsx")
    told = emul("import", "all.xlsx", "--dry-run").stderr
    assert "Hidden sheet" in told
    assert "section" not in told


def test_what_drop_downs_offer_is_no_list_of_its_own(emul):
    emul("export", "exemplars", "-o", "own.xlsx")
    answer = emul("import", "own.xlsx", "--yes").stderr
    assert "not a list" not in answer
    assert "note" not in answer


def test_a_list_offers_every_unit_and_term_not_only_those_in_it(emul):
    for n in range(40):
        emul("add-unit", "--name", f"Xã có tên thật dài số {n}", "--type", "commune")
    emul("list", "exemplars", "-o", "own.xlsx")
    book = openpyxl.load_workbook("own.xlsx")
    offered = {
        str(rule.sqref)[0]: rule.formula1
        for rule in book.worksheets[0].data_validations.dataValidation
        if rule.type == "list"
    }
    kinds, units = offered["D"], offered["E"]
    assert "Household" in kinds
    assert units.startswith("='Vocabulary'!$A$1:$A$")
    hidden = book["Vocabulary"]
    assert hidden.sheet_state == "hidden"
    assert [cell.value for cell in hidden["A"]].count("Xã có tên thật dài số 39") == 1
    assert "39" in units or "42" in units
    assert (
        json.loads(emul("import", "own.xlsx", "--yes", "--format", "json").stdout)["changed"] == 0
    )


@pytest.fixture
def models(emul):
    emul(
        "add-model", "--name", "Ngõ xanh", "--unit", "M", "--field", "KT", "--year", "2021",
    )  # fmt: skip
    emul("mark", "M1", "registered", "--date", "2022")
    emul("--lang", "vi", "export", "models", "-o", "own.xlsx")
    return emul


def years(emul) -> str:
    row = next(csv.DictReader(emul("list", "models", "--format", "csv").stdout.splitlines()))
    return row["years"]


def in_rows(path: Path, change) -> None:
    """Change cells of the rows of records, as in Excel: by heading."""
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    head = {cell.value: cell.column for cell in sheet[3]}
    change(sheet, head)
    book.save(path)


def test_a_year_of_a_model_is_corrected_and_not_added(models):
    before = years(models)
    in_rows(Path("own.xlsx"), lambda sheet, at: sheet.cell(4, at["Năm đăng ký"], 2020))
    refused = models("import", "own.xlsx", "--yes", code=3).stderr
    assert "«2021»" in refused
    assert "«2020»" in refused
    assert years(models) == before
    assert "2021» → «2020" in models("import", "own.xlsx", "--yes", "--update").stderr
    assert "2021" not in years(models)
    assert years(models).startswith("2020:")
    models("undo")
    assert years(models) == before


def test_the_state_of_a_registration_is_corrected(models):
    in_rows(Path("own.xlsx"), lambda sheet, at: sheet.cell(5, at["Tình trạng"], "Duy trì"))
    models("import", "own.xlsx", "--yes", "--update")
    first = years(models)
    assert "2022:continued" in first
    models("--lang", "vi", "export", "models", "-o", "own.xlsx", "--yes")
    in_rows(Path("own.xlsx"), lambda sheet, at: sheet.cell(5, at["Tình trạng"], "Đăng ký mới"))
    models("import", "own.xlsx", "--yes", code=3)
    models("import", "own.xlsx", "--yes", "--update")
    assert "2022:new" in years(models)


def test_a_year_that_is_gone_is_told_and_kept(models):
    before = years(models)
    in_rows(Path("own.xlsx"), lambda sheet, _at: sheet.delete_rows(5))
    told = models("import", "own.xlsx", "--yes").stderr
    assert "emul mark M1 registered --date 2022 --remove" in told
    assert years(models) == before


def test_a_year_that_was_recorded_here_since_is_not_told_as_gone(models):
    models("mark", "M1", "registered", "--date", "2023")
    assert "--remove" not in models("import", "own.xlsx", "--yes", code=None).stderr
    assert "2023" in years(models)


@pytest.mark.parametrize("at_once", [1, 2, 3])
def test_the_years_of_a_model_are_seen_together_however_long_the_sheet(
    models, monkeypatch, at_once
):
    monkeypatch.setattr(importer, "ROWS_AT_ONCE", at_once)

    def add_year(sheet, at):
        row = [cell.value for cell in sheet[5]]
        row[at["Năm đăng ký"] - 1] = 2023
        sheet.append(row)

    in_rows(Path("own.xlsx"), add_year)
    told = models("import", "own.xlsx", "--yes", "--update").stderr
    assert "--remove" not in told
    assert [year[:4] for year in years(models).split()] == ["2021", "2022", "2023"]

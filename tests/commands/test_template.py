"""The empty workbooks: headings that import understands, drop-downs, examples that stay out."""

import json

import openpyxl
import pytest

from emulation_cli.commands.exchange.template import FORMS

LANGUAGES = ("vi", "en")


@pytest.fixture
def office(emul):
    emul("init", "--yes")
    emul("add-unit", "--name", "Huyện Cẩm Xuyên", "--type", "district")
    emul("add-unit", "--name", "Xã Cẩm Duệ", "--type", "commune", "--parent", "U1")
    return emul


def imported(emul, file: str) -> dict:
    return json.loads(emul("import", file, "--format", "json", "--yes", code=None).stdout)


def filled(file: str) -> None:
    """Copy the example under the headings of the form, as a unit would type it."""
    book = openpyxl.load_workbook(file)
    form, example = book.worksheets[0], book.worksheets[1]
    for row in example.iter_rows(min_row=4):
        for cell in row:
            form.cell(cell.row, cell.column, cell.value)
    book.save(file)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("noun", FORMS)
def test_an_empty_form_holds_nothing_to_import(office, noun, language) -> None:
    office("--lang", language, "template", noun, "-o", "form.xlsx")

    read = imported(office, "form.xlsx")

    assert (read["added"], read["refused"]) == (0, 0)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("noun", FORMS)
def test_a_filled_form_is_taken_in_with_every_column(office, noun, language) -> None:
    if noun in ("presenters", "publications"):  # they are of what is on the register
        office(
            "add-event", "--name", "Hội nghị tổng kết 2024", "--type", "praise", "--date", "2024"
        )
        office("add-exemplar", "--name", "Lê Thị Mẫu", "--kind", "CN", "--unit", "Xã Cẩm Duệ",
               "--field", "Y tế", "--date", "2023")  # fmt: skip
    office("--lang", language, "template", noun, "-o", "form.xlsx")
    filled("form.xlsx")

    read = imported(office, "form.xlsx")

    [sheet] = read["sheets"]
    assert sheet["register"] == {"proposals": "honours"}.get(noun, noun)
    assert len(sheet["columns"].keys() - {"stt"}) == len(FORMS[noun])
    assert not [problem for problem in read["problems"] if problem["severity"] == "block"]
    assert read["added"] >= 1


def test_a_form_is_vietnamese_unless_asked_otherwise(office) -> None:
    office("template", "mô hình")

    book = openpyxl.load_workbook("mau-mo-hinh.xlsx")
    assert [sheet.title for sheet in book.worksheets] == ["Danh sách", "Ví dụ", "Danh mục"]
    assert book["Danh mục"].sheet_state == "hidden"
    assert [cell.value for cell in book["Danh sách"][3]][:3] == ["STT", "Tên mô hình", "Đối tượng"]


def test_units_and_fields_are_chosen_from_a_list_and_headings_have_notes(office) -> None:
    office("template", "exemplars", "-o", "form.xlsx")

    book = openpyxl.load_workbook("form.xlsx")
    offered = {cell.value for column in book["Danh mục"].iter_cols() for cell in column}
    assert {"Xã Cẩm Duệ", "Cá nhân", "Y tế"} <= offered
    rules = [rule.type for rule in book["Danh sách"].data_validations.dataValidation]
    assert sorted(rules) == ["custom", *["list"] * 4]  # the first one keeps the headings
    assert book["Danh sách"]["F3"].comment.text


def test_a_file_that_is_there_is_not_overwritten_unnamed(office) -> None:
    office("template", "units")

    assert "mau-don-vi.xlsx" in office("template", "units", code=6).stderr
    office("template", "units", "-o", "mau-don-vi.xlsx")


def test_a_noun_without_a_form_or_another_suffix_is_refused(office) -> None:
    office("template", "imports", code=2)
    office("template", "units", "-o", "form.csv", code=2)

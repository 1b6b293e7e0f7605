"""Rows written as text are what a spreadsheet program reads back."""

from datetime import date

import openpyxl
import pytest

from emulation_cli.sheets.writing.workbook_writing import Book, Put


@pytest.fixture
def written(tmp_path):
    def write(*rows, widths=(10, 10)):
        with Book("t") as book:
            page = book.page(book.sheet_title("It's"), widths)
            for row in rows:
                page.write(row)
            book.save(tmp_path / "b.xlsx")
        return openpyxl.load_workbook(tmp_path / "b.xlsx").worksheets[0]

    return write


def test_every_kind_of_value_comes_back(written):
    values = ["a <b> & c", " blanks ", 1330, 2.5, date(2023, 10, 4), None]
    looks = ["text", "text", "number", "number", "date", "text"]
    sheet = written([Put(v, look) for v, look in zip(values, looks, strict=True)], widths=[9] * 6)
    read = [cell.value for cell in sheet[1]]

    assert read[:4] == values[:4]
    assert read[4].date() == values[4]
    assert read[5] is None
    assert sheet["E1"].number_format == "dd/mm/yyyy"


def test_no_character_makes_the_file_unreadable(written):
    assert written([Put("a\ufffe\uffff\x00\ud800b")])["A1"].value == "a" + "\ufffd" * 4 + "b"


def test_links_and_merged_cells_are_where_they_were_put(tmp_path):
    with Book("t") as book:
        page = book.page(book.sheet_title("It's"), [10, 10])
        page.across("Title", "title")
        page.write([Put(3, "number", page.rows(1, 3))])
        book.save(tmp_path / "b.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "b.xlsx").worksheets[0]

    assert str(sheet.merged_cells) == "A1:B1"
    assert sheet["A2"].hyperlink.location == "'It''s'!A1:B3"
    assert sheet["A2"].value == 3


def test_a_row_is_as_high_as_its_text(written):
    sheet = written([Put("chữ " * 30)], [Put("x")])

    assert sheet.row_dimensions[1].height > 100
    assert sheet.row_dimensions[2].height is None

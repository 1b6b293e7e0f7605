"""Workbooks, read back cell by cell with openpyxl."""

import re
from pathlib import Path

import openpyxl
import pytest

from emulation_cli import render, words
from emulation_cli.documents.papers.paper_manners import printed
from emulation_cli.documents.report_document import build
from emulation_cli.sheets.writing.workbook_writing import LONGEST_TEXT, Book, Put
from emulation_cli.tallies.row_lists.listings import Listing


@pytest.fixture
def opened(tmp_path):
    """Write a report with lists behind two of its sections and open it again."""

    def write(figures, rows=None):
        path = tmp_path / "báo cáo.xlsx"
        render.report_file(figures, path, rows)
        return openpyxl.load_workbook(path)

    return write


def rows_of(sheet):
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def summed(sheet, value):
    """The value of a cell, a sum worked out; SUBTOTAL leaves out the sums among its rows."""
    if not (isinstance(value, str) and value.startswith("=")):
        return value
    first, last = re.fullmatch(r"=(?:SUM\(|SUBTOTAL\(9,)(\w+):(\w+)\)", value).groups()
    cells = [cell.value for (cell,) in sheet[f"{first}:{last}"]]
    return sum(value for value in cells if isinstance(value, int))


def test_every_number_of_every_table_is_in_the_workbook(opened, any_report):
    document = build(any_report)
    book = opened(any_report)
    found = {
        (sheet.title, tuple(summed(sheet, value) for value in row[2:] if isinstance(value, int) or str(value).startswith("=")))
        for sheet in book
        for row in rows_of(sheet)
    }  # fmt: skip
    numbers = {found_numbers for _sheet, found_numbers in found}

    for section in document.sections:
        for table in section.tables:
            for row in (*table.rows, *([table.total] if table.total else [])):
                assert tuple(value for value in row.values if isinstance(value, int)) in numbers


def test_the_first_sheet_shows_each_figure_as_a_number(opened, any_report):
    sheet = opened(any_report).worksheets[0]
    shown = [(row[1], row[3]) for row in rows_of(sheet) if isinstance(row[3], int)]
    expected = [
        (printed(figure.label), figure.value)
        for section in build(any_report).sections
        for figure in section.figures
    ]

    assert [(label.strip(), value) for label, value in shown] == expected


def test_a_total_is_a_sum_that_lives(opened, reports):
    sheet = opened(reports("usual"))["Điển hình - đơn vị"]
    total = rows_of(sheet)[-1]

    assert total[1] == "Cộng"
    assert total[2].startswith("=SUBTOTAL(9,C")  # the sums of the groups are left out
    assert [summed(sheet, value) for value in total[2:]] == [381, 223, 158]


def test_every_sheet_prints_on_a4_upright_where_its_columns_have_room(
    opened, reports, exemplars, behind
):
    for sheet in opened(reports("usual"), behind(reports("usual"), exemplars=exemplars)):
        wide = sum(column.width for column in sheet.column_dimensions.values()) > 100
        assert sheet.page_setup.orientation == ("landscape" if wide else "portrait"), sheet.title
        assert sheet.page_setup.paperSize == 9
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.page_setup.fitToHeight == 0
        assert sheet.oddFooter.center.text == "Trang &P/&N"


def test_what_may_be_long_repeats_its_head_on_every_page(opened, reports, exemplars, behind):
    book = opened(reports("usual"), behind(reports("usual"), exemplars=exemplars))

    for name in ("Điển hình - đơn vị", "Khen thưởng - hội nghị", "DS Điển hình"):
        head = int(book[name].print_title_rows.strip("$").split(":")[0])
        assert book[name].cell(head, 1).value == "TT"
        assert book[name].freeze_panes == f"A{head + 1}"


def test_a_figure_opens_the_list_behind_it(opened, reports, exemplars, behind):
    book = opened(reports("usual"), behind(reports("usual"), exemplars=exemplars))
    links = {
        cell.value: cell.hyperlink.location
        for (cell,) in book.worksheets[0]["D1:D60"]
        if cell.hyperlink
    }

    assert links == {381: "'DS Điển hình'!A7:K13", 158: "'DS Điển hình'!A7:K13"}


def test_a_list_has_its_rows_under_the_head(opened, reports, exemplars, behind):
    sheet = opened(reports("usual"), behind(reports("usual"), exemplars=exemplars))["DS Điển hình"]
    rows = rows_of(sheet)
    head = next(i for i, row in enumerate(rows) if row[0] == "TT")

    assert words.language() == "en"  # the screen's, not the document's
    assert rows[head][:5] == ["TT", "Mã emul", "Tên", "Đối tượng", "Đơn vị"]
    listed = rows[head + 1 : head + 8]
    assert [row[0] for row in listed] == [1, 2, 3, 4, 5, 6, 7]
    assert {row[1] for row in listed} == {f"X{n}" for n in range(1, 8)}
    mai = next(row for row in listed if row[1] == "X1")
    assert mai[2:6] == ["Bùi Thị Mai", "Cá nhân", "Thị trấn Cẩm Xuyên", "Phát triển kinh tế"]
    assert any(row[0] == "NGƯỜI LẬP BIỂU" for row in rows[head + 8 :])
    assert sheet.auto_filter.ref == f"A{head + 1}:K{head + 8}"


def test_a_report_has_charts_of_its_tables(opened, reports):
    charts = opened(reports("usual"))["Biểu đồ"]._charts

    assert len(charts) == 3
    assert [len(chart.series) for chart in charts] == [2, 1, 2]


def test_an_empty_report_has_no_charts_and_no_tables(opened, reports):
    assert opened(reports("empty")).sheetnames == ["Báo cáo"]


def test_names_are_never_formulas(tmp_path, exemplars):
    path = tmp_path / "list.xlsx"
    render.listing_file(exemplars, path)
    sheet = openpyxl.load_workbook(path).worksheets[0]
    cell = next(
        cell for row in sheet.iter_rows() for cell in row if cell.value == '=cmd|"/c calc"!A1'
    )

    assert cell.data_type == "s"
    assert cell.quotePrefix


def test_dates_known_to_the_day_are_dates(tmp_path):
    path = tmp_path / "events.xlsx"
    rows = (
        ("E1", "Sơ kết", "interim_review", "2023-10-04"),
        ("E2", "Tổng kết", "final_review", "2022-05"),
    )
    render.listing_file(Listing("events", ("id", "name", "type", "date"), rows), path)
    sheet = openpyxl.load_workbook(path).worksheets[0]
    dates = [cell for row in sheet.iter_rows() for cell in row if cell.column == 5]

    assert any(
        getattr(cell, "is_date", False) and cell.number_format == "dd/mm/yyyy" for cell in dates
    )
    assert any(cell.value == "05/2022" for cell in dates)


def test_a_workbook_names_no_library_as_its_author(opened, reports):
    properties = opened(reports("usual")).properties

    assert properties.creator == "emul"
    assert properties.title.startswith("Kết quả phát hiện")


def written(tmp_path: Path, *puts: Put):
    with Book("t") as book:
        book.page(book.sheet_title("s"), [10] * len(puts)).write(puts)
        book.save(tmp_path / "b.xlsx")
    return openpyxl.load_workbook(tmp_path / "b.xlsx").worksheets[0]


def test_a_text_longer_than_a_cell_says_that_it_was_cut(tmp_path):
    sheet = written(tmp_path, Put("x" * 40_000))

    assert len(sheet["A1"].value) <= LONGEST_TEXT
    assert re.search(r" \[…\+\d+\]$", sheet["A1"].value)


@pytest.mark.parametrize(
    "text", ["=1+1", "+84912", "-5", "@x", "＝1", "#N/A", "#REF!", "1e5", "TRUE"]
)
def test_text_stays_text(tmp_path, text):
    cell = written(tmp_path, Put(text))["A1"]

    assert (cell.value, cell.data_type) == (text, "s")


@pytest.mark.parametrize("text", ["\x1b[2J", "\x00", "\ud800", "\u202eabc", "\x0b"])
def test_no_character_of_data_breaks_the_file(tmp_path, text):
    assert "\x1b" not in (written(tmp_path, Put(f"a{text}b"))["A1"].value)


def test_sheets_have_names_that_every_program_takes():
    book = Book("t")
    names = [
        book.sheet_title(name)
        for name in ("Danh sách: [1/2]?*\\", "x" * 60, "x" * 60, "'a'", "", "X" * 60)
    ]

    assert all(0 < len(name) <= 31 and not re.search(r"[\[\]:*?/\\]", name) for name in names)
    assert len({name.casefold() for name in names}) == len(names)


def test_a_workbook_that_cannot_be_written_leaves_the_former_one(tmp_path, reports, monkeypatch):
    path = tmp_path / "r.xlsx"
    path.write_bytes(b"former")
    monkeypatch.setattr(Book, "save", lambda *_: (_ for _ in ()).throw(PermissionError(13, "no")))

    with pytest.raises(Exception, match=r"report\.file\.busy"):
        render.report_file(reports("usual"), path)

    assert path.read_bytes() == b"former"


def test_honours_come_once_more_ready_for_mail_merge(tmp_path):
    words.use("vi")
    columns = ("id", "recipient", "kind", "unit", "act", "form", "honorific", "position", "date")
    row = (
        "H1",
        "=Bùi Thị Mai",
        "individual",
        "Xã A",
        "commend",
        "giay-khen",
        "Bà",
        "Thôn trưởng",
        "2023-10-04",
    )
    path = tmp_path / "khen.xlsx"
    render.listing_file(Listing("honours", columns, (row,)), path, lambda _vocabulary, code: code)
    book = openpyxl.load_workbook(path)

    assert rows_of(book["Trộn thư"]) == [
        ["Danh xưng", "Người nhận", "Chức vụ", "Đơn vị", "Hình thức", "Ngày"],
        ["Bà", "=Bùi Thị Mai", "Thôn trưởng", "Xã A", "giay-khen", "04/10/2023"],
    ]

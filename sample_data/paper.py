"""How a list looks on paper: letterhead, title, one header row, rows, total, signature."""

import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

# Files of the same contents are to be the same files: no clock in them.
STAMP = datetime(2023, 10, 6, 8, tzinfo=UTC)
FONT = "Times New Roman"
PLAIN, BOLD, ITALIC = Font(FONT, 12), Font(FONT, 12, True), Font(FONT, 12, i=True)
# Columns up to this width hold dates, numbers and short words, which are centred.
NARROW = 16
DONE = "(Đã ký)"
LINE = Side(style="thin")
BOX = Border(left=LINE, right=LINE, top=LINE, bottom=LINE)
STATE = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
PARTY = ("ĐẢNG CỘNG SẢN VIỆT NAM",)
Cell = str | int | date | None
# A text is a section row; of a row of cells the first is the STT.
Row = str | tuple[Cell, ...]


@dataclass(frozen=True)
class Column:
    """A heading and the width of its column."""

    heading: str
    width: int


@dataclass(frozen=True)
class Page:
    """One sheet, from the letterhead to the signatures."""

    sheet: str
    left: tuple[str, ...]
    right: tuple[str, ...]
    titles: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: Sequence[Row]
    total: str | None = None
    signed: tuple[str, ...] = ()


def save(pages: Sequence[Page], path: Path) -> None:
    """Write the pages as one workbook; the same pages give the same file."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for page in pages:
        _write(page, book.create_sheet(page.sheet))
    book.properties.creator = "Huyện Cẩm Xuyên (số liệu mẫu)"
    book.properties.created = STAMP
    raw = BytesIO()
    book.save(raw)
    path.write_bytes(_without_clock(raw))


def _without_clock(raw: BytesIO) -> bytes:
    """The same archive with fixed times: openpyxl stamps the moment of saving."""
    fixed = BytesIO()
    with zipfile.ZipFile(raw) as old, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "docProps/core.xml":
                moment = STAMP.strftime("%Y-%m-%dT%H:%M:%SZ").encode() + b"</dcterms:modified>"
                data = re.sub(rb"[^>]*</dcterms:modified>", moment, data)
            info = zipfile.ZipInfo(name, STAMP.timetuple()[:6])
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, data)
    return fixed.getvalue()


def _write(page: Page, sheet: Worksheet) -> None:
    for place, column in enumerate(page.columns, 1):
        sheet.column_dimensions[get_column_letter(place)].width = column.width
    row = _letterhead(page, sheet)
    for number, title in enumerate(page.titles):
        plain = title.startswith("(")
        size = 14 if number == 0 else 13
        _span(sheet, (row, 1, len(page.columns)), title, Font(FONT, size, not plain, plain))
        row += 1
    header = row + 1
    _table_row(page, sheet, header, [column.heading for column in page.columns], heading=True)
    row = _body(page, sheet, header + 1)
    _signature(page, sheet, row + 1)
    _printing(sheet, header)


def _halves(page: Page) -> tuple[tuple[int, int], tuple[int, int]]:
    """First and last column of the left and of the right half, by width as on paper."""
    across = len(page.columns)
    whole = sum(column.width for column in page.columns)
    middle, left = 0, 0
    while left < 0.45 * whole and middle < across - 1:
        left += page.columns[middle].width
        middle += 1
    return (1, middle), (middle + 1, across)


def _letterhead(page: Page, sheet: Worksheet) -> int:
    """The organisation on the left, the motto on the right; gives the row after them."""
    left, right = _halves(page)
    for row, text in enumerate(page.left, 1):
        _span(sheet, (row, *left), text, BOLD)
    for row, text in enumerate(page.right, 1):
        _span(sheet, (row, *right), text, ITALIC if "ngày" in text else BOLD)
    lines = max(len(page.left), len(page.right))
    return lines + 2 if lines else 1


def _body(page: Page, sheet: Worksheet, row: int) -> int:
    whole = (1, len(page.columns))
    rows: Sequence[Row] = [*page.rows, page.total] if page.total else page.rows
    for cells in rows:
        if isinstance(cells, str):
            _span(sheet, (row, *whole), cells, BOLD, horizontal="left")
            for column in range(1, len(page.columns) + 1):
                sheet.cell(row, column).border = BOX
        else:
            _table_row(page, sheet, row, cells)
        row += 1
    return row


def _signature(page: Page, sheet: Worksheet, row: int) -> None:
    if not page.signed:
        return
    left, right = _halves(page)
    for line, text in enumerate(("NGƯỜI LẬP BIỂU", DONE)):
        _span(sheet, (row + line, *left), text, ITALIC if text == DONE else BOLD)
    for line, text in enumerate((*page.signed, DONE)):
        _span(sheet, (row + line, *right), text, ITALIC if text == DONE else BOLD)


def _printing(sheet: Worksheet, header: int) -> None:
    sheet.print_title_rows = f"{header}:{header}"
    sheet.freeze_panes = f"A{header + 1}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_margins.left = sheet.page_margins.right = 0.5
    sheet.oddFooter.center.text = "&P/&N"


def _table_row(
    page: Page, sheet: Worksheet, row: int, cells: Sequence[Cell], heading: bool = False
) -> None:
    for place, (column, value) in enumerate(zip(page.columns, cells, strict=True), 1):
        cell = sheet.cell(row, place, value)
        cell.font = BOLD if heading else PLAIN
        horizontal = "center" if heading or column.width <= NARROW else "left"
        cell.alignment = Alignment(horizontal, "center", wrap_text=True)
        cell.border = BOX
        if isinstance(value, date):
            cell.number_format = "dd/mm/yyyy"
        elif isinstance(value, int) and value > 9999:
            cell.number_format = "#,##0"
    lines = (
        # Bold and capitals are wider.
        _lines(value, round(column.width * (0.85 if heading else 1.15)))
        for column, value in zip(page.columns, cells, strict=True)
        if isinstance(value, str)
    )
    sheet.row_dimensions[row].height = 3 + 15.5 * max(lines, default=1)


def _lines(text: str, width: int) -> int:
    """How many lines a text takes: no program reckons the height of a row it has not shown."""
    lines, left = 1, width
    for word in text.split():
        if len(word) > left and left < width:
            lines, left = lines + 1, width
        left -= len(word) + 1
    return lines


def _span(
    sheet: Worksheet,
    place: tuple[int, int, int],
    text: str,
    font: Font,
    horizontal: str = "center",
) -> None:
    """A text in a row over several columns (`place`: row, first, last), merged as offices do."""
    row, first, last = place
    cell = sheet.cell(row, first, text or None)
    cell.font = font
    cell.alignment = Alignment(horizontal, "center")
    sheet.row_dimensions[row].height = 18
    if last > first:
        sheet.merge_cells(start_row=row, start_column=first, end_row=row, end_column=last)

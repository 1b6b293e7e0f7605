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
LINE = Side(style="thin")
BOX = Border(left=LINE, right=LINE, top=LINE, bottom=LINE)
STATE = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
PARTY = ("ĐẢNG CỘNG SẢN VIỆT NAM",)
Cell = str | int | date | None


@dataclass(frozen=True)
class Column:
    """A heading and the width of its column."""

    heading: str
    width: int


@dataclass(frozen=True)
class Page:
    """One sheet. A row that is a text is a section row; of a row of cells the first is the STT."""

    sheet: str
    left: tuple[str, ...]
    right: tuple[str, ...]
    titles: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: Sequence[str | tuple[Cell, ...]]
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
    across = len(page.columns)
    row = _letterhead(page, sheet)
    for number, title in enumerate(page.titles):
        bold = not title.startswith("(")
        _span(sheet, row, 1, across, title, bold=bold, size=14 if number == 0 else 13)
        row += 1
    header = row + 1
    for place, column in enumerate(page.columns, 1):
        _cell(sheet, header, place, column.heading, bold=True, centre=True)
        sheet.column_dimensions[get_column_letter(place)].width = column.width
    row = _body(page, sheet, header + 1)
    _signature(page, sheet, row + 1)
    _printing(sheet, header)


def _letterhead(page: Page, sheet: Worksheet) -> int:
    """The organisation on the left, the motto on the right; gives the row after them."""
    across = len(page.columns)
    middle = max(2, across // 2)
    for row, text in enumerate(page.left, 1):
        _span(sheet, row, 1, middle, text, bold=True)
    for row, text in enumerate(page.right, 1):
        _span(sheet, row, middle + 1, across, text, bold=row <= 2, italic="ngày" in text)
    lines = max(len(page.left), len(page.right))
    return lines + 2 if lines else 1


def _body(page: Page, sheet: Worksheet, row: int) -> int:
    across = len(page.columns)
    for cells in page.rows:
        if isinstance(cells, str):
            _span(sheet, row, 1, across, cells, bold=True, left=True, border=True)
        else:
            for place, value in enumerate(cells, 1):
                _cell(sheet, row, place, value, centre=place == 1 or _short(value))
        row += 1
    if page.total:
        _span(sheet, row, 1, across, page.total, bold=True, left=True, border=True)
        row += 1
    return row


def _signature(page: Page, sheet: Worksheet, row: int) -> None:
    across = len(page.columns)
    middle = max(2, across // 2)
    if page.signed:
        _span(sheet, row, 1, middle, "NGƯỜI LẬP BIỂU", bold=True)
        _span(sheet, row + 1, 1, middle, "(Đã ký)", italic=True)
    for line, text in enumerate((*page.signed, "(Đã ký)") if page.signed else ()):
        _span(sheet, row + line, middle + 1, across, text, bold=text != "(Đã ký)")


def _printing(sheet: Worksheet, header: int) -> None:
    sheet.print_title_rows = f"{header}:{header}"
    sheet.freeze_panes = f"A{header + 1}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _short(value: Cell) -> bool:
    return not isinstance(value, str) or len(value) <= 10


def _cell(
    sheet: Worksheet, row: int, column: int, value: Cell, bold: bool = False, centre: bool = False
) -> None:
    cell = sheet.cell(row, column, value)
    cell.font = Font(name=FONT, size=12, bold=bold)
    horizontal = "center" if centre else "left"
    cell.alignment = Alignment(horizontal=horizontal, vertical="center", wrap_text=True)
    cell.border = BOX
    if isinstance(value, date):
        cell.number_format = "dd/mm/yyyy"
    elif isinstance(value, int) and value > 9999:
        cell.number_format = "#,##0"


def _span(
    sheet: Worksheet,
    row: int,
    first: int,
    last: int,
    text: str,
    bold: bool = False,
    italic: bool = False,
    size: int = 12,
    left: bool = False,
    border: bool = False,
) -> None:
    """A text over several columns, merged as offices do."""
    cell = sheet.cell(row, first, text or None)
    cell.font = Font(name=FONT, size=size, bold=bold, italic=italic)
    cell.alignment = Alignment(
        horizontal="left" if left else "center", vertical="center", wrap_text=True
    )
    if border:
        for column in range(first, last + 1):
            sheet.cell(row, column).border = BOX
    if last > first:
        sheet.merge_cells(start_row=row, start_column=first, end_row=row, end_column=last)

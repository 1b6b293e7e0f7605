"""Workbooks written from top to bottom: text stays text, pages print as an office prints them.

Imported only where a workbook is really made: openpyxl takes longer to load than a report to count.
"""

import math
from collections.abc import Callable, Iterable, Sequence
from io import BytesIO
from itertools import zip_longest
from pathlib import Path
from typing import Any, Self

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import PageSetupProperties

from emulation_cli.domain.patterns import pattern
from emulation_cli.domain.text import safe
from emulation_cli.sheets.writing import stamp
from emulation_cli.sheets.writing.archive_parts import write_parts
from emulation_cli.sheets.writing.cell_styles import FONT, looks
from emulation_cli.sheets.writing.charts import bar_chart
from emulation_cli.sheets.writing.sheet_rows import LONGEST_TEXT, Put, RowWriter, put_text

__all__ = ["LONGEST_TEXT", "Book", "Page", "Put", "put_text"]

LONGEST_TITLE = 31  # what the name of a sheet can hold
_NOT_IN_TITLES = pattern(r"[\[\]:*?/\\]")
_A4 = 9
_LARGE = 1 << 30  # bytes of a sheet
_POINTS_A_LINE = 16.5
_CENTIMETRES_A_LINE = 0.53
_TITLE_POINTS = 6
_LINES_A_PAGE, _LINES_A_PAGE_UPRIGHT = 30, 45
_UPRIGHT_WIDTH = 100  # of all columns, made a little smaller on paper
_ROOM = 255  # letters that a drop-down holds by itself
_ROOM_OF_A_CHOICE = 40
# How much of a column's width a letter takes, on the average, and how much wrapping wastes.
_LETTER, _LARGE_LETTER, _WASTE = 0.89, 1.2, 1.15


class Book:
    """A workbook in the making, to be used in a `with`. Its author is `emul`, nobody else."""

    def __init__(self, title: str, choices: str = "") -> None:
        """`choices` is what the hidden sheet is called that holds long drop-downs."""
        self._workbook = Workbook(write_only=True)
        self._workbook.properties.creator = "emul"
        self._workbook.properties.title = safe(title)
        for look in looks().values():
            self._workbook.add_named_style(look)
        self._titles: dict[str, str] = {}
        self._rows: dict[str, RowWriter] = {}
        self._choices = choices
        self._offered: dict[tuple[str, ...], str] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Sheets left open when something went wrong would complain on stderr: close them."""
        for sheet in self._workbook.worksheets:
            if not sheet.closed:
                sheet.close()
        for rows in self._rows.values():
            rows.close()

    def sheet_title(self, wanted: str) -> str:
        """A name that a sheet may bear and that no other sheet of the book has."""
        text = _NOT_IN_TITLES.sub(" ", safe(wanted)).strip("' ")[:LONGEST_TITLE] or "emul"
        number = 2
        base = text
        while text.casefold() in self._titles:
            mark = f" {number}"
            text = base[: LONGEST_TITLE - len(mark)] + mark
            number += 1
        self._titles[text.casefold()] = text
        return text

    def page(
        self,
        title: str,
        widths: Sequence[float],
        footer: str = "",
        head: int = 0,
        place: int | None = None,
    ) -> "Page":
        """A sheet for printing on A4, upright where its columns have room; `title` as
        `sheet_title` gave it.

        Row `head` stays in sight and is printed again on every page. `place` is the number of
        sheets before it; without one it is the last.
        """
        sheet = self._workbook.create_sheet(title, place)
        if head:
            sheet.freeze_panes = f"A{head + 1}"
            sheet.print_title_rows = f"{head}:{head}"
        self._rows[title] = RowWriter(sheet)
        return Page(sheet, self._rows[title], widths, footer, self._source)

    def _source(self, choices: Sequence[str]) -> str:
        """Where a drop-down takes its choices from: itself where there is room, else a column."""
        text = ",".join(choices)
        if len(text) <= _ROOM and not any("," in choice for choice in choices):
            return f'"{text}"'
        letter = get_column_letter(len(self._offered) + 1)
        letter = self._offered.setdefault(tuple(choices), letter)
        return f"='{self._choices}'!${letter}$1:${letter}${len(choices)}"

    def _write_choices(self) -> None:
        page = self.page(self.sheet_title(self._choices), [_ROOM_OF_A_CHOICE] * len(self._offered))
        for row in zip_longest(*self._offered):
            page.write([Put(text) if text else None for text in row])
        page.hide()

    def save(self, path: Path) -> None:
        """Write the book; raises OSError."""
        if self._offered:
            self._write_choices()
        stamp.put_on(self._workbook)
        bare = BytesIO()
        self._workbook.save(bare)
        names = enumerate(self._workbook.sheetnames, start=1)
        rows = {f"xl/worksheets/sheet{n}.xml": self._rows[name] for n, name in names}

        def filled(part: str, content: bytes) -> Iterable[bytes]:
            return rows[part].put_into(content) if part in rows else (content,)

        large = {part for part, written in rows.items() if written.size > _LARGE}
        write_parts(bare, path, filled, large)


class Page:
    """One sheet, written row by row."""

    def __init__(
        self,
        sheet: Any,
        rows: RowWriter,
        widths: Sequence[float],
        footer: str,
        source: Callable[[Sequence[str]], str],
    ) -> None:
        self._sheet, self._rows, self._source = sheet, rows, source
        self._widths = tuple(widths)
        self.row = self._page_began = 0
        self._height: float | None = None
        for number, width in enumerate(widths, start=1):
            sheet.column_dimensions[get_column_letter(number)].width = width
        upright = sum(widths) <= _UPRIGHT_WIDTH
        self._lines_a_page = _LINES_A_PAGE_UPRIGHT if upright else _LINES_A_PAGE
        _set_up_printing(sheet, footer, "portrait" if upright else "landscape")

    @property
    def columns(self) -> int:
        return len(self._widths)

    def write(self, puts: Iterable[Put | None] = ()) -> int:
        """Write the next row, as high as its longest text needs; gives its number."""
        row = list(puts)
        lines = 1
        for put, width in zip(row, self._widths, strict=False):
            # What has room though all its letters were large ones needs no closer look.
            if put and isinstance(put.value, str) and len(put.value) * _LARGE_LETTER > width:
                lines = max(lines, _lines(put, width))
        self._make_room(lines)
        return self._append(row)

    def _append(self, puts: Iterable[Put | None]) -> int:
        self.row = self._rows.add(puts, self._height)
        self._height = None
        return self.row

    def _make_room(self, lines: int, more: float = 0) -> None:
        """Say the height of the next row: not every program works it out, for merged cells none."""
        if lines > 1 or more:
            self._height = lines * _POINTS_A_LINE + more

    def across(self, text: str, look: str = "plain", link: str | None = None) -> int:
        """Write one text over all columns, as high as its lines need."""
        put = Put(text, look, link)
        self._make_room(_lines(put, sum(self._widths)), _TITLE_POINTS if look == "title" else 0)
        row = self._append([put])
        self._merge(row, 1, self.columns)
        return row

    def pair(self, left: str, right: str, look: str) -> None:
        """Write two texts side by side, each over half of the columns."""
        half = self._half()
        filler: list[Put | None] = [None] * (half - 1)
        row = self._append([Put(left, look), *filler, Put(right, look)])
        self._merge(row, 1, half)
        self._merge(row, half + 1, self.columns)

    def _half(self) -> int:
        """The column up to which about half of the width lies; at least one is left after it."""
        whole, sofar = sum(self._widths), 0.0
        for number, width in enumerate(self._widths[:-1], start=1):
            sofar += width
            if sofar * 2 >= whole or number == self.columns - 1:
                return number
        return 1

    def _merge(self, row: int, first: int, last: int) -> None:
        if last > first:
            self.merge(row, first, row, last)

    def merge(self, top: int, left: int, bottom: int, right: int) -> None:
        """Merge cells; rows and columns count from 1, both ends included."""
        ends = f"{get_column_letter(left)}{top}:{get_column_letter(right)}{bottom}"
        self._rows.merge(ends)

    def rows(self, first: int, last: int) -> str:
        """Whole rows of this sheet, both ends included, as a link opens them: all are selected."""
        title = self._sheet.title.replace("'", "''")
        return f"'{title}'!A{first}:{get_column_letter(self.columns)}{last}"

    def filter_rows(self, head: int) -> None:
        """Let the reader filter the rows under a head of all columns."""
        self._sheet.auto_filter.ref = f"A{head}:{get_column_letter(self.columns)}{self.row}"

    def print_nothing(self) -> None:
        """Leave the sheet to the screen: what is printed of it is an empty cell, so no page."""
        self._sheet.print_area = f"{get_column_letter(self.columns + 2)}1"

    def lock(self, row: int, why: str) -> None:
        """Let nothing be typed over the cells of a row."""
        from emulation_cli.sheets.validations import refusing

        cells = f"A{row}:{get_column_letter(self.columns)}{row}"
        self._sheet.data_validations.append(refusing(cells, why))

    def offer(self, column: int, rows: tuple[int, int], choices: Sequence[str]) -> None:
        """Let the cells of a column be chosen; anything else may still be typed."""
        from emulation_cli.sheets.validations import offering

        letter = get_column_letter(column)
        cells = f"{letter}{rows[0]}:{letter}{rows[1]}"
        self._sheet.data_validations.append(
            offering(cells, self._source([safe(choice) for choice in choices]))
        )

    def hide(self) -> None:
        """Leave the sheet out of sight."""
        self._sheet.sheet_state = "hidden"

    def bars(self, head: int, rows: tuple[int, int], columns: Sequence[int]) -> Any:
        """A bar chart of rows of this sheet, for `place`: labels from column B, a bar each.

        Several columns are parts of one whole and stand on one bar. `head` is the row of names.
        """
        return bar_chart(self._sheet, head, rows, columns)

    def place(self, title: str, chart: Any) -> None:
        """Put a chart under a title of its own, both on one printed page."""
        lines = math.ceil(chart.height / _CENTIMETRES_A_LINE) + 1
        self.keep_together(lines + 2)
        self.across(title, "title")
        self._sheet.add_chart(chart, f"B{self.row + 1}")
        for _ in range(lines):
            self.write()

    def keep_together(self, rows: int) -> None:
        """Begin a new printed page if the next rows would be parted, by a rough count."""
        if self.row > self._page_began and self.row - self._page_began + rows > self._lines_a_page:
            self._end_page()

    def _end_page(self) -> None:
        self._sheet.row_breaks.append(Break(id=self.row))
        self._page_began = self.row


def _lines(put: Put, width: float) -> int:
    """How many lines a text takes in a column, rather one too many than one too few."""
    if not isinstance(put.value, str):
        return 1
    needed = len(put.value) * (_LARGE_LETTER if put.look == "title" else _LETTER) / width
    return 1 if needed <= 1 else math.ceil(needed * _WASTE)


def _set_up_printing(sheet: Any, footer: str, orientation: str) -> None:
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.orientation = orientation
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_options.horizontalCentered = True
    sheet.page_margins = PageMargins(left=0.6, right=0.6, top=0.7, bottom=0.7)
    sheet.oddFooter.center.text = footer
    sheet.oddFooter.center.font = f"{FONT},Regular"

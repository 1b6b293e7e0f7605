"""The list that goes back to its sender: the refused rows as written, and why, to be mended.

Nothing is written into the sender's own file; this one can be taken in again after repair.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from emulation_cli import words
from emulation_cli.render.whole_files import replacing_later

Cells = Sequence[Any]
_WIDTH, _REASON_WIDTH = 22.0, 60.0
_NARROW = 6.0  # the column of the order number, which is the first as a rule


@dataclass(frozen=True)
class ReturnedRow:
    """One refused row: its cells, the numbers of the wrong ones (from 0), and the reasons."""

    row: int
    cells: Cells
    wrong: frozenset[int]
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class ReturnedSheet:
    """One sheet: title and header rows, section rows, and the refused rows; numbered as sent.

    `merges` are (top, left, bottom, right) of the header, rows as sent, columns from 0.
    """

    name: str
    file: str
    top: tuple[tuple[int, Cells], ...]
    sections: tuple[tuple[int, Cells], ...]
    rows: tuple[ReturnedRow, ...]
    header: tuple[int, int]
    merges: tuple[tuple[int, int, int, int], ...] = ()

    @property
    def width(self) -> int:
        """How many columns are filled."""
        every = [*self.top, *self.sections, *((row.row, row.cells) for row in self.rows)]
        return max(
            (place + 1 for _, cells in every for place, cell in enumerate(cells) if _filled(cell)),
            default=1,
        )


def _filled(cell: Any) -> bool:
    return cell is not None and cell != ""


@contextmanager
def returned_file(sheets: Sequence[ReturnedSheet], path: Path) -> Iterator[None]:
    """Write the sheets aside; the file gets its name when what is inside is done.

    Raises FileTrouble, and then a former file is as it was.
    """
    from emulation_cli.sheets.writing.workbook_writing import Book

    with Book(words.say("imports.returned_title")) as book:
        for sheet in sheets:
            _write_sheet(book, sheet)
        with replacing_later(path, book.save):
            yield


def _write_sheet(book: Any, sheet: ReturnedSheet) -> None:
    from emulation_cli.sheets.writing.workbook_writing import Put

    widths = [_NARROW, *[_WIDTH] * (sheet.width - 1), _REASON_WIDTH]
    page = book.page(book.sheet_title(sheet.name), widths)
    origin = words.say_in("vi", "imports.returned_from", file=sheet.file, sheet=sheet.name or "–")
    page.write([Put(origin, "note")])
    placed = {}
    for number, cells in sheet.top:
        in_header = sheet.header[0] <= number <= sheet.header[1]
        puts = [_put(cell, "head" if in_header else "plain") for cell in _padded(cells, sheet)]
        if in_header and number == sheet.header[0]:
            puts.append(Put(words.say_in("vi", "imports.reason_heading"), "head"))
        placed[number] = page.write(puts)
    for top, left, bottom, right in sheet.merges:
        if top in placed and bottom in placed:
            page.merge(placed[top], left + 1, placed[bottom], right + 1)
    _write_rows(page, sheet)


def _write_rows(page: Any, sheet: ReturnedSheet) -> None:
    """The refused rows under the sections that give them kind and unit."""
    from emulation_cli.sheets.writing.workbook_writing import Put

    sections = list(sheet.sections)
    for row in sheet.rows:
        while sections and sections[0][0] < row.row:
            page.write([_put(cell, "strong") for cell in sections.pop(0)[1]])
        puts = [
            _put(cell, "wrong" if place in row.wrong else "text")
            for place, cell in enumerate(_padded(row.cells, sheet))
        ]
        page.write([*puts, Put(" ".join(row.reasons), "text")])


def _padded(cells: Cells, sheet: ReturnedSheet) -> list[Any]:
    return [*cells[: sheet.width], *[None] * (sheet.width - len(cells))]


def _put(cell: Any, look: str) -> Any:
    from datetime import date, datetime

    from emulation_cli.sheets.writing.workbook_writing import Put

    if isinstance(cell, datetime):
        cell = cell.date()
    if isinstance(cell, date) and look == "text":
        look = "date"
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return Put(None if cell == "" else cell, look)

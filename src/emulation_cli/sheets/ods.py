"""OpenDocument spreadsheets: values by calamine, once the repeats are found to be honest."""

import io
import zipfile
from typing import Any

from emulation_cli.sheets import guard
from emulation_cli.sheets.workbook import MOST_COLUMNS, Merge, Sheet, columns_between

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_UNSEEN = ("collapse", "filter")
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")


def read(data: bytes, archive: zipfile.ZipFile) -> list[Sheet]:
    """All sheets; raises guard.Hostile where repeated rows or columns reach too far."""
    from python_calamine import SheetVisibleEnum, load_workbook

    for name in ("content.xml", "styles.xml"):
        if name in archive.namelist():
            for _piece in guard.pieces(archive, name):
                pass
    found = _walk(archive)
    book = load_workbook(io.BytesIO(data))
    sheets = []
    for position, about in enumerate(book.sheets_metadata):
        source = book.get_sheet_by_name(about.name)
        rows: Any = source.to_python(skip_empty_area=False) if source.start else []
        visible = about.visible == SheetVisibleEnum.Visible
        layout = found[position] if position < len(found) else _Extent()
        merges, hidden = tuple(layout.merges), frozenset(layout.hidden)
        columns = frozenset(layout.hidden_columns)
        sheets.append(Sheet(about.name, rows, visible, merges, hidden, hidden_columns=columns))
    return sheets


def _walk(archive: zipfile.ZipFile) -> list["_Extent"]:
    """Merges and hidden rows of each sheet, which calamine does not tell; checks its extent."""
    from defusedxml.ElementTree import iterparse

    found: list[_Extent] = []
    extent = _Extent()
    with archive.open("content.xml") as stream:
        for _event, element in iterparse(stream, events=("end",)):
            if element.tag == f"{_TABLE}table-row":
                extent.add_row(element)
                element.clear()
            elif element.tag == f"{_TABLE}table-column":
                extent.add_column(element)
            elif element.tag == f"{_TABLE}table":
                guard.check_span(extent.span, extent.filled, f"{extent.bottom} x {extent.right}")
                found.append(extent)
                extent = _Extent()
                element.clear()
    return found


class _Extent:
    """How far the filled cells of one sheet reach, and which are merged or hidden."""

    def __init__(self) -> None:
        self.row = 0
        self.bottom = 0
        self.right = 0
        self.filled = 0
        self.column = 0
        self.hidden: set[int] = set()
        self.hidden_columns: set[int] = set()
        self.merges: list[Merge] = []

    @property
    def span(self) -> int:
        return self.bottom * self.right

    def add_column(self, column: "Element") -> None:  # type: ignore[name-defined]  # noqa: F821
        repeated = int(column.get(f"{_TABLE}number-columns-repeated", 1))
        if column.get(f"{_TABLE}visibility") in _UNSEEN:
            self.hidden_columns.update(columns_between(self.column, repeated))
        self.column = min(self.column + repeated, MOST_COLUMNS)

    def add_row(self, row: "Element") -> None:  # type: ignore[name-defined]  # noqa: F821
        repeated = int(row.get(f"{_TABLE}number-rows-repeated", 1))
        width = column = 0
        for cell in row:
            if cell.tag in _CELLS:
                self._add_merge(cell, column)
                column += int(cell.get(f"{_TABLE}number-columns-repeated", 1))
                if len(cell) or cell.get(f"{_OFFICE}value-type"):
                    width = column
                    self.filled += repeated
        if width:
            self.right = max(self.right, width)
            self.bottom = self.row + repeated
            if self.span > guard.MOST_CELLS:
                raise guard.Hostile("far_cell", cell=f"{self.bottom} x {self.right}")
        if row.get(f"{_TABLE}visibility") in _UNSEEN and repeated <= self.bottom + 1:
            self.hidden.update(range(self.row, self.row + repeated))
        self.row += repeated

    def _add_merge(self, cell: "Element", column: int) -> None:  # type: ignore[name-defined]  # noqa: F821
        wide = int(cell.get(f"{_TABLE}number-columns-spanned", 1))
        high = int(cell.get(f"{_TABLE}number-rows-spanned", 1))
        if wide > 1 or high > 1:
            self.merges.append(Merge(self.row, column, self.row + high - 1, column + wide - 1))

"""OpenDocument spreadsheets: values by calamine, once the repeats are found to be honest."""

import io
import zipfile
from typing import Any

from emulation_cli.sheets import guard
from emulation_cli.sheets.workbook import Merge, Sheet

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")


def read(data: bytes, archive: zipfile.ZipFile) -> list[Sheet]:
    """All sheets; raises guard.Hostile where repeated rows or columns reach too far."""
    from python_calamine import SheetVisibleEnum, load_workbook

    for name in ("content.xml", "styles.xml"):
        if name in archive.namelist():
            for _piece in guard.pieces(archive, name):
                pass
    hidden = _walk(archive)
    book = load_workbook(io.BytesIO(data))
    sheets = []
    for position, about in enumerate(book.sheets_metadata):
        source = book.get_sheet_by_name(about.name)
        rows: Any = source.to_python(skip_empty_area=False) if source.start else []
        merges = tuple(
            Merge(top, left, bottom, right)
            for (top, left), (bottom, right) in sorted(source.merged_cell_ranges or ())
        )
        visible = about.visible == SheetVisibleEnum.Visible
        sheets.append(Sheet(about.name, rows, visible, merges, hidden.get(position, frozenset())))
    return sheets


def _walk(archive: zipfile.ZipFile) -> dict[int, frozenset[int]]:
    """Hidden rows by position of the sheet; checks each sheet's extent on the way."""
    from defusedxml.ElementTree import iterparse

    hidden: dict[int, frozenset[int]] = {}
    extent = _Extent()
    with archive.open("content.xml") as stream:
        for _event, element in iterparse(stream, events=("end",)):
            if element.tag == f"{_TABLE}table-row":
                extent.add_row(element)
                element.clear()
            elif element.tag == f"{_TABLE}table":
                guard.check_span(extent.span, extent.filled, f"{extent.bottom} x {extent.right}")
                hidden[len(hidden)] = frozenset(extent.hidden)
                extent = _Extent()
                element.clear()
    return hidden


class _Extent:
    """How far the filled cells of one sheet reach."""

    def __init__(self) -> None:
        self.row = 0
        self.bottom = 0
        self.right = 0
        self.filled = 0
        self.hidden: set[int] = set()

    @property
    def span(self) -> int:
        return self.bottom * self.right

    def add_row(self, row: "Element") -> None:  # type: ignore[name-defined]  # noqa: F821
        repeated = int(row.get(f"{_TABLE}number-rows-repeated", 1))
        width = column = 0
        for cell in row:
            if cell.tag in _CELLS:
                column += int(cell.get(f"{_TABLE}number-columns-repeated", 1))
                if len(cell) or cell.get(f"{_OFFICE}value-type"):
                    width = column
                    self.filled += repeated
        if width:
            self.right = max(self.right, width)
            self.bottom = self.row + repeated
            if self.span > guard.MOST_CELLS:
                raise guard.Hostile("far_cell", cell=f"{self.bottom} x {self.right}")
        if row.get(f"{_TABLE}visibility") in ("collapse", "filter") and repeated <= self.bottom + 1:
            self.hidden.update(range(self.row, self.row + repeated))
        self.row += repeated

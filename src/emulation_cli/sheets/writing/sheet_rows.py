"""Rows of a sheet as text: openpyxl needs a minute for what is written so in seconds."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from tempfile import SpooledTemporaryFile
from typing import Any, NamedTuple
from xml.sax.saxutils import escape, quoteattr

from openpyxl.cell import WriteOnlyCell
from openpyxl.utils import get_column_letter

from emulation_cli.domain.patterns import pattern
from emulation_cli.domain.text import safe

LONGEST_TEXT = 32767  # what a cell can hold
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝")
_MOST_LINKS = 65_000  # on one sheet; Excel takes a file with more for damaged
_MOST_HELD = 10_000  # texts that are held as they were written
_DAY_0 = date(1899, 12, 30)
_AFTER_LINKS = b"<printOptions"
_IN_MEMORY = 1 << 20  # bytes of a sheet; what is more lies in a file without a name until then
_PIECE = 1 << 20
_SHEET_DATA = pattern(rb"<sheetData>.*?</sheetData>|<sheetData */>", re.DOTALL)


class Put(NamedTuple):
    """A value for a cell, how it looks, and the rows that a click on it opens (`Page.rows`).

    A `formula` is our own; text from data never becomes one.
    """

    value: str | int | float | date | None
    look: str = "text"
    link: str | None = None
    formula: bool = False


class RowWriter:
    """The rows of one sheet, each written as it comes; a long sheet does not lie in memory."""

    def __init__(self, sheet: Any) -> None:
        self._sheet = sheet
        self._styles: dict[tuple[str, bool], int] = {}
        self._links: list[str] = []
        self._merged: list[str] = []
        self._written = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 (closed with it)
        self._count = 0
        self._texts: dict[tuple[str, str], str] = {}
        self._letters: list[str] = []

    def add(self, puts: Iterable[Put | None], height: float | None) -> int:
        """Add a row of some height in points, None for the usual one; gives its number."""
        self._count = number = self._count + 1
        row = [*puts]
        for column in range(len(self._letters), len(row)):
            self._letters.append(get_column_letter(column + 1))
        pairs = zip(self._letters, row, strict=False)
        cells = "".join([self._cell(f"{letter}{number}", put) for letter, put in pairs if put])
        high = f' ht="{height}" customHeight="1"' if height else ""
        self._written.write(f'<row r="{number}"{high}>{cells}</row>'.encode())
        return number

    def merge(self, cells: str) -> None:
        """Merge cells, such as A3:D3."""
        self._merged.append(f'<mergeCell ref="{cells}"/>')

    def close(self) -> None:
        """Let go of the rows, also where the book was not saved."""
        self._written.close()

    @property
    def size(self) -> int:
        """How many bytes the rows are."""
        return self._written.tell()

    def put_into(self, part: bytes) -> Iterator[bytes]:
        """The sheet that the library wrote without rows, with them, piece by piece."""
        before, after = _SHEET_DATA.split(part, maxsplit=1)
        yield before + b"<sheetData>"
        self._written.seek(0)
        while piece := self._written.read(_PIECE):
            yield piece
        merged = _group("mergeCells", self._merged)
        links = _group("hyperlinks", self._links)
        yield b"</sheetData>" + after.replace(_AFTER_LINKS, merged + links + _AFTER_LINKS, 1)

    def _cell(self, place: str, put: Put) -> str:
        if put.link and len(self._links) < _MOST_LINKS:
            self._links.append(f'<hyperlink ref="{place}" location={quoteattr(put.link)}/>')
        value = put.value
        if isinstance(value, str) and not put.formula:
            key = value, put.look
            if key not in self._texts:
                if len(self._texts) > _MOST_HELD:
                    self._texts.clear()
                self._texts[key] = self._text(*key)
            return f'<c r="{place}"{self._texts[key]}'
        start = f'<c r="{place}" s="{self._style(put.look)}"'
        if isinstance(value, str):
            return f"{start}><f>{escape(value[1:])}</f></c>"
        if isinstance(value, date):
            value = (value - _DAY_0).days
        return f"{start}/>" if value is None else f"{start}><v>{value}</v></c>"

    def _text(self, value: str, look: str) -> str:
        """The cell of a text, behind its place; what stands in many rows is written once."""
        text = held(value)
        style = f' s="{self._style(look, text.startswith(FORMULA))}"'
        space = ' xml:space="preserve"' if text != text.strip() else ""
        inside = f' t="inlineStr"><is><t{space}>{escape(text)}</t></is></c>'
        return style + (inside if text else "/>")

    def _style(self, look: str, quoted: bool = False) -> int:
        """The number of a look; a quoted one stays text even after an edit."""
        if (look, quoted) not in self._styles:
            cell = WriteOnlyCell(self._sheet)
            cell.style = f"emul {look}"
            cell.quotePrefix = quoted
            self._styles[look, quoted] = cell.style_id
        return self._styles[look, quoted]


def _group(name: str, elements: list[str]) -> bytes:
    """Elements under one; none, for an empty one is an error to Excel."""
    return f"<{name}>{''.join(elements)}</{name}>".encode() if elements else b""


def held(text: str) -> str:
    """What of a text a cell can hold; what was cut is told."""
    text = safe(text)
    if len(text) <= LONGEST_TEXT:
        return text
    return f"{text[: LONGEST_TEXT - 20]} […+{len(text) - LONGEST_TEXT + 20}]"


def put_text(cell: Any, text: str) -> None:
    """Set text that no spreadsheet takes for a formula or an error, also after an edit."""
    if not (text := held(text)):
        return
    cell.value = text
    cell.data_type = "s"
    if text.startswith(FORMULA):
        cell.quotePrefix = True

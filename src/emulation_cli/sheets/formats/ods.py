"""OpenDocument spreadsheets: values by calamine, once the repeats are found to be honest."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from emulation_cli.sheets import guard
from emulation_cli.sheets.budget import LEAST_TEXTS, UNPROVEN_ROWS, Budget
from emulation_cli.sheets.formats.fonts import Run, is_legacy, of_runs
from emulation_cli.sheets.formats.second_count import filled_in, with_difference
from emulation_cli.sheets.values import unheard
from emulation_cli.sheets.workbook import MOST_COLUMNS, Merge, Place, Sheet, columns_between

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
_FORMAT = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_FACE = f"{_STYLE}font-face"
_EVERY_CELL = f"{_STYLE}default-style"
_STYLES = (_FACE, f"{_STYLE}style", _EVERY_CELL)
_FAMILIES = {f"{_STYLE}style": ("table-cell", "text"), _EVERY_CELL: ("table-cell",)}
_DEFAULT_STYLE = f"{_TABLE}default-cell-style-name"
_SPACES = f"{_TEXT}s"
_BREAKS = (f"{_TEXT}line-break", f"{_TEXT}tab")
_UNSEEN = ("collapse", "filter")
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")


def read(data: bytes, archive: zipfile.ZipFile, budget: Budget) -> list[Sheet]:
    """All sheets; raises guard.Hostile where repeated rows or columns reach too far."""
    from python_calamine import SheetVisibleEnum, load_workbook

    for name in ("content.xml", "styles.xml"):
        if name in archive.namelist():
            for _piece in guard.pieces(archive, name):
                pass
    found = _walk(archive, _Styles(archive), budget)
    with unheard():
        book = load_workbook(io.BytesIO(data))
    sheets = []
    for position, about in enumerate(book.sheets_metadata):
        source = book.get_sheet_by_name(about.name)
        rows: Any = source.to_python(skip_empty_area=False) if source.start else []
        visible = about.visible == SheetVisibleEnum.Visible
        layout = found[position] if position < len(found) else _OdsExtent(_Styles())
        merges, hidden = tuple(layout.merges), frozenset(layout.hidden)
        columns = frozenset(layout.hidden_columns)
        for (row, column), text in layout.broken.items():
            if row < len(rows) and column < len(rows[row]):
                rows[row][column] = text
        sheet = Sheet(
            about.name, rows, visible, merges, hidden,
            fonts=layout.fonts, hidden_columns=columns, struck=frozenset(layout.struck),
        )  # fmt: skip
        lost = layout.said - filled_in(rows)
        sheets.append(with_difference(sheet, lost) if lost > 0 else sheet)
    return sheets


def _walk(archive: zipfile.ZipFile, styles: "_Styles", budget: Budget) -> list["_OdsExtent"]:
    """The layout of each sheet, which calamine does not tell; checks its extent."""
    from defusedxml.ElementTree import iterparse

    found: list[_OdsExtent] = []
    extent = _OdsExtent(styles)
    with archive.open("content.xml") as stream:
        for _event, element in iterparse(stream, events=("end",)):
            if element.tag == f"{_TABLE}table-row":
                extent.add_row(element)
                element.clear()
            elif element.tag == f"{_TABLE}table-column":
                extent.add_column(element)
            elif element.tag == f"{_TABLE}table":
                guard.check_span(extent.span, extent.filled, f"{extent.bottom} x {extent.right}")
                budget.expect(extent.span, proven=extent.texts > extent.span * LEAST_TEXTS)
                found.append(extent)
                extent = _OdsExtent(styles)
                element.clear()
            elif element.tag in _STYLES:
                styles.add(element)
            elif element.tag == _SPACES:
                budget.add_letters(int(element.get(f"{_TEXT}c", 1)))
    return found


class _OdsExtent:
    """How far the filled cells of one sheet reach; what is merged, hidden, in a legacy font."""

    def __init__(self, styles: "_Styles") -> None:
        self._styles = styles
        self._column_styles: list[tuple[int, str]] = []  # up to which column
        self.fonts: dict[Place, str] = {}
        self.struck: set[Place] = set()
        self.row = 0
        self.bottom = 0
        self.right = 0
        self.filled = 0
        self.said = 0  # cells with a text or a value, which the reader must find too
        self.texts = 0  # as they are written: what is only repeated proves no list
        self.column = 0
        self.hidden: set[int] = set()
        self.hidden_columns: set[int] = set()
        self.merges: list[Merge] = []
        self.broken: dict[Place, str] = {}  # texts with breaks, which calamine glues

    @property
    def span(self) -> int:
        return self.bottom * self.right

    def add_column(self, column: "Element") -> None:  # type: ignore[name-defined]  # noqa: F821
        repeated = int(column.get(f"{_TABLE}number-columns-repeated", 1))
        if column.get(f"{_TABLE}visibility") in _UNSEEN:
            self.hidden_columns.update(columns_between(self.column, repeated))
        self.column = min(self.column + repeated, MOST_COLUMNS)
        self._column_styles.append((self.column, column.get(_DEFAULT_STYLE, "")))

    def add_row(self, row: "Element") -> None:  # type: ignore[name-defined]  # noqa: F821
        repeated = int(row.get(f"{_TABLE}number-rows-repeated", 1))
        width = column = 0
        for cell in row:
            if cell.tag in _CELLS:
                self._add_merge(cell, column)
                self._add_breaks(cell, column)
                column += int(cell.get(f"{_TABLE}number-columns-repeated", 1))
                if len(cell) or cell.get(f"{_OFFICE}value-type"):
                    width = column
                    self.filled += repeated
                    self.said += repeated * _is_said(cell)
                    self.texts += cell.get(f"{_OFFICE}value-type") == "string"
        if width:
            self.right = max(self.right, width)
            self.bottom = self.row + repeated
            if repeated > UNPROVEN_ROWS:
                raise guard.Hostile("too_long", cells=self.span)
            if self.span > guard.MOST_CELLS:
                raise guard.Hostile("far_cell", cell=f"{self.bottom} x {self.right}")
        if row.get(f"{_TABLE}visibility") in _UNSEEN and repeated <= self.bottom + 1:
            self.hidden.update(range(self.row, self.row + repeated))
        if width and (self._styles.any_legacy or self._styles.any_struck):
            self._add_styles(row)
        self.row += repeated

    def _add_styles(self, row: "Element") -> None:  # type: ignore[name-defined]  # noqa: F821
        """Fonts and strikes of the filled cells; of repeated ones that of the first is enough."""
        column, of_row = 0, row.get(_DEFAULT_STYLE)
        for cell in row:
            if cell.tag not in _CELLS:
                continue
            if len(cell):
                of_column = next((name for end, name in self._column_styles if column < end), "")
                style = cell.get(f"{_TABLE}style-name") or of_row or of_column or "Default"
                if font := self._styles.of_cell(style, cell):
                    self.fonts[self.row, column] = font
                if self._styles.is_struck(style, cell):
                    self.struck.add((self.row, column))
            column += int(cell.get(f"{_TABLE}number-columns-repeated", 1))

    def _add_breaks(self, cell: "Element", column: int) -> None:  # type: ignore[name-defined]  # noqa: F821
        """The text of a cell with breaks and tabs in it, once for cells that repeat it."""
        lines = cell.findall(f"{_TEXT}p") if len(cell) else []
        if any(part.tag in _BREAKS for line in lines if len(line) for part in line.iter()):
            self.broken[self.row, column] = "\n".join(
                "".join(_lines_apart(line)).strip() for line in lines
            )

    def _add_merge(self, cell: "Element", column: int) -> None:  # type: ignore[name-defined]  # noqa: F821
        wide = int(cell.get(f"{_TABLE}number-columns-spanned", 1))
        high = int(cell.get(f"{_TABLE}number-rows-spanned", 1))
        if wide > 1 or high > 1:
            self.merges.append(Merge(self.row, column, self.row + high - 1, column + wide - 1))


def _is_said(cell: "Element") -> bool:  # type: ignore[name-defined]  # noqa: F821
    """Whether a cell that no other covers shows anything."""
    lines = cell.iterfind(f"{_TEXT}p")
    return cell.tag == _CELLS[0] and any("".join(line.itertext()).strip() for line in lines)


class _Styles:
    """The fonts of the styles of cells and of text within them."""

    def __init__(self, archive: zipfile.ZipFile | None = None) -> None:
        self._faces: dict[str, str] = {}
        self._own: dict[str, tuple[str | None, str | None]] = {}  # font, and the style above
        self._struck: dict[str, bool] = {}  # as far as a style says it itself
        self.any_legacy = self.any_struck = False
        if archive and "styles.xml" in archive.namelist():
            from defusedxml.ElementTree import fromstring

            root = fromstring(archive.read("styles.xml"))
            for element in (one for tag in _STYLES for one in root.iter(tag)):
                self.add(element)

    def add(self, element: "Element") -> None:  # type: ignore[name-defined]  # noqa: F821
        """Take in a font, or a style of cells or of text."""
        name = element.get(f"{_STYLE}name", "")
        if element.tag == _FACE:
            self._faces[name] = family = _family(element.get(f"{_SVG}font-family"))
            self.any_legacy = self.any_legacy or is_legacy(family)
        elif element.get(f"{_STYLE}family") in _FAMILIES.get(element.tag, ()):
            letters = element.find(f"{_STYLE}text-properties")
            font = None
            if letters is not None:
                direct = _family(letters.get(f"{_FORMAT}font-family"))
                font = letters.get(f"{_STYLE}font-name") or direct
                self.any_legacy = self.any_legacy or is_legacy(direct)
            key = _EVERY_CELL if element.tag == _EVERY_CELL else name
            if letters is not None and (line := _line_of(letters)):
                self._struck[key] = line != "none"
                self.any_struck = self.any_struck or self._struck[key]
            self._own[key] = font or None, element.get(f"{_STYLE}parent-style-name")

    def of_cell(self, style: str, cell: "Element") -> str | None:  # type: ignore[name-defined]  # noqa: F821
        """The legacy font of a cell, or None: that of its text, else that of its style."""
        font = of_runs(run for line in cell.iterfind(f"{_TEXT}p") for run in self._runs(line))
        if font is None:
            font = self._font(style) or self._font(_EVERY_CELL)
        return font if font and is_legacy(font) else None

    def is_struck(self, style: str, cell: "Element") -> bool:  # type: ignore[name-defined]  # noqa: F821
        """Whether every run of a text is struck out, by its own style or that of the cell."""
        if not self.any_struck:
            return False
        whole = self._says_struck(style) or False
        runs = [
            whole if (said := self._says_struck(name)) is None else said
            for line in cell.iterfind(f"{_TEXT}p")
            for name, text in _styled_runs(line)
            if text.strip()
        ]
        return bool(runs) and all(runs)

    def _says_struck(self, style: str) -> bool | None:
        """What a style, else one above it, says; styles in a circle say nothing."""
        passed: set[str] = set()
        while style not in passed:
            passed.add(style)
            if style in self._struck:
                return self._struck[style]
            style = self._own.get(style, (None, None))[1] or ""
        return None

    def _runs(self, line: "Element") -> Iterator[Run]:  # type: ignore[name-defined]  # noqa: F821
        for name, text in _styled_runs(line):
            yield self._font(name), text

    def _font(self, style: str) -> str | None:
        """The font of a style, else of one above it; styles in a circle have none."""
        passed: set[str] = set()
        while style in self._own and style not in passed:
            passed.add(style)
            font, above = self._own[style]
            if font:
                return self._faces.get(font, font)
            style = above or ""
        return None


def _styled_runs(line: "Element") -> Iterator[tuple[str, str]]:  # type: ignore[name-defined]  # noqa: F821
    """The runs of a line, each with the name of its own style, or an empty one."""
    yield "", line.text or ""
    for part in line:
        yield part.get(f"{_TEXT}style-name", ""), "".join(part.itertext())
        yield "", part.tail or ""


def _line_of(letters: "Element") -> str:  # type: ignore[name-defined]  # noqa: F821
    """How texts of a style are struck out, as far as it is said."""
    said = (letters.get(f"{_STYLE}text-line-through-{name}") for name in ("style", "type"))
    return next(filter(None, said), "")


def _lines_apart(line: "Element") -> Iterator[str]:  # type: ignore[name-defined]  # noqa: F821
    """The text of a line with a blank for each tab or run of blanks; no comment's."""
    yield line.text or ""
    for part in line:
        if part.tag == _BREAKS[0]:
            yield "\n"
        elif part.tag in (*_BREAKS, _SPACES):
            yield " "
        elif part.tag != f"{_OFFICE}annotation":
            yield from _lines_apart(part)
        yield part.tail or ""


def _family(text: str | None) -> str:
    """The name of a font without the quotes that one with a blank or a dot has."""
    return (text or "").strip("'\"")

"""Excel workbooks: values by calamine, layout by patterns over the raw parts.

openpyxl would take 16 s for 100,000 rows; the patterns take a tenth of a second and cost nothing
where a workbook has no hidden rows, no errors and no legacy fonts.
"""

import posixpath
import re
import zipfile
from dataclasses import dataclass, field, replace
from typing import Any

from emulation_cli.domain.patterns import pattern
from emulation_cli.sheets import guard
from emulation_cli.sheets.budget import LEAST_TEXTS, Budget
from emulation_cli.sheets.formats.fonts import TEXTS, Drawn, of_styles
from emulation_cli.sheets.formats.second_count import filled_in, unread, with_difference
from emulation_cli.sheets.formats.strikes import Strikes
from emulation_cli.sheets.packages import BOOK, Package
from emulation_cli.sheets.values import values_of
from emulation_cli.sheets.workbook import (
    Place,
    Sheet,
    Since1904,
    address,
    column_number,
    columns_between,
    place_of,
)

# Each begins with the same plain bytes, which is what makes it fast.
_FAR = pattern(rb' r="(?![A-Z]?\d{1,5}")')
_WIDE = pattern(rb' r="([A-Z]{2})\d')
_LONG = pattern(rb' r="[A-Z]{0,2}(\d{6,7})"')
_ODD = pattern(rb' r="(?:[A-Z]{3}|[A-Z]*\d{8}|[^A-Z0-9])')
_UNUSUAL = pattern(rb"<(?:\w+:(?:c|row)|c|row)[\t\n\r]|<\w+:(?:c|row) ")
# The slow look is due only then. A single sign is looked for several times as fast as a word.
_SIGNS_OF_UNUSUAL = (b"\t", b"\n", b"\r")
_PREFIXED = (b":c ", b":row ")
_FILLED = pattern(rb'<(?:\w+:)?c\s[^>]*?\br\s*=\s*["\']([A-Za-z]+)(\d+)["\'][^>/]*>\s*<')
_FILLED_AS_USUAL = pattern(rb'<c r="([A-Z]+)(\d+)"[^>/]*><')
# Written in any other way they only count for less: the reading goes apart, or is refused.
_TEXT_CELLS = (b't="s', b't="inlineStr"')  # shared, of a formula, in its place
_MOST_LETTERS = 3
_MOST_DIGITS = 7
_LOOSE = pattern(rb"\br\s*=\s*[\"'][^\"']*&")
_HIDDEN = pattern(rb'<(?:\w+:)?row\s(?=[^>]*\bhidden="(?:1|true)")[^>]*?\br="(\d+)"')
_HIDDEN_COLUMNS = pattern(rb'<(?:\w+:)?col\s(?=[^>]*\bhidden="(?:1|true)")([^>]*)>')
_ENDS = pattern(rb'\b(min|max)="(\d{1,5})"')
_SINGLE_QUOTED = pattern(rb"='([^'\"<>]*)'")
_MOST_GROUPS = 1_000  # of hidden columns
_ERROR = pattern(
    rb'<(?:\w+:)?c\s[^>]*?r="([A-Z]+)(\d+)"[^>]*\bt="e"[^>]*>.*?<v>([^<]*)</v>', re.DOTALL
)
_UNCOMPUTED = pattern(
    rb'<(?:\w+:)?c r="([A-Z]+)(\d+)"(?![^>]*t="str")[^>]*>'
    rb"(?:<(?:\w+:)?f[^>]*/>|<(?:\w+:)?f[^>]*>[^<]*</(?:\w+:)?f>)"
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?</(?:\w+:)?c>"
)


@dataclass
class _Layout:
    """What the patterns find in one sheet part."""

    hidden: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    errors: dict[Place, str] = field(default_factory=dict)
    uncomputed: set[Place] = field(default_factory=set)
    fonts: dict[Place, str] = field(default_factory=dict)
    struck: set[Place] = field(default_factory=set)
    cells: int = 0
    texts: int = 0
    values: int = 0


def read(package: Package, budget: Budget) -> list[Sheet]:
    """All worksheets; raises guard.Hostile or whatever a damaged part makes the readers raise."""
    archive = package.archive
    drawn, strikes = Drawn(of_styles(archive)), Strikes(archive)
    # Shared texts come first: the cells that show them say only their numbers.
    names = sorted(_xml_parts(archive), key=lambda name: TEXTS not in name)
    layouts = {name: _scan(archive, name, drawn, strikes) for name in names}
    listed = _sheet_parts(archive)
    parts = dict(listed)
    for _name, part in listed:  # many names may lead to one part, and each is built
        _expect(budget, layouts.get(part) or _Layout(), drawn.longest)
    sheets = [
        replace(sheet, **_told(layouts.get(parts.get(sheet.name, "")) or _Layout()))
        for sheet in values_of(package.data, budget)
    ]
    texts = next((name for name in names if TEXTS in name), None)
    for number, sheet in enumerate(sheets):
        part = parts.get(sheet.name, "")
        layout = layouts.get(part) or _Layout()
        more = layout.values - len(layout.errors) > filled_in(sheet.rows)
        if more and (places := unread(archive, part, texts, sheet)):
            sheets[number] = with_difference(sheet, len(places), places)
    if archive.read(BOOK).find(b"date1904=") > 0 and _is_of_1904(archive):
        sheets = list(map(_since_1904, sheets))
    if package.notes and sheets:
        sheets[0] = replace(sheets[0], notes=(*sheets[0].notes, *package.notes))
    return sheets


def _told(layout: _Layout) -> dict[str, Any]:
    return {
        "hidden_rows": frozenset(layout.hidden),
        "errors": layout.errors,
        "uncomputed": frozenset(layout.uncomputed),
        "fonts": layout.fonts,
        "hidden_columns": frozenset(layout.hidden_columns),
        "struck": frozenset(layout.struck),
    }


def _is_of_1904(archive: zipfile.ZipFile) -> bool:
    from defusedxml.ElementTree import fromstring

    found = (one for one in fromstring(archive.read(BOOK)).iter() if one.tag.endswith("workbookPr"))
    return any(one.get("date1904") in ("1", "true") for one in found)


def _since_1904(sheet: Sheet) -> Sheet:
    """The sheet with its bare numbers marked: only a column of dates makes days of them."""
    return replace(
        sheet,
        rows=[
            [Since1904(cell) if type(cell) in (int, float) else cell for cell in row]  # type: ignore[arg-type]
            for row in sheet.rows
        ],
    )


def _expect(budget: Budget, layout: _Layout, longest: int) -> None:
    budget.weigh(layout.texts * longest)
    budget.expect(layout.cells, proven=layout.texts > layout.cells * LEAST_TEXTS)


def _xml_parts(archive: zipfile.ZipFile) -> list[str]:
    return [name for name in archive.namelist() if name.lower().endswith((".xml", ".rels"))]


def _scan(archive: zipfile.ZipFile, name: str, drawn: Drawn, strikes: Strikes) -> _Layout | None:
    """Guard one part and take its layout; None if it is no worksheet."""
    layout: _Layout | None = None
    extent = _Extent()
    for piece in guard.pieces(archive, name):
        if layout is None:
            if b"worksheet" not in piece and b"sheetData" not in piece:
                drawn.look(archive, name, piece)
                if TEXTS in name:
                    strikes.look(piece, archive.getinfo(name).file_size)
                continue
            layout = _Layout()
        layout.texts += sum(map(piece.count, _TEXT_CELLS))
        layout.values += piece.count(b"<v>") + piece.count(b"<is>") - piece.count(b"<v></v>")
        extent.add(piece)
        _collect(piece, layout, drawn, strikes)
    if layout is not None:
        layout.cells = extent.cells
        if extent.doubtful:
            _check_extent(archive, name, extent)
    return layout


class _Extent:
    """A quick upper bound of the table that a sheet needs; doubt leads to an exact look."""

    def __init__(self) -> None:
        self.cells = 0
        self.widest = 26
        self.lowest = 99_999
        self.odd = False

    def add(self, piece: bytes) -> None:
        if _FAR.search(piece):
            wide = {column_number(found.decode()) + 1 for found in set(_WIDE.findall(piece))}
            self.widest = max(wide | {self.widest})
            self.odd = self.odd or bool(_ODD.search(piece))
            self.lowest = max({int(found) for found in _LONG.findall(piece)} | {self.lowest})
        cells, rows = piece.count(b"<c "), piece.count(b"<row ")
        self.cells += cells
        if piece.count(b' r="') < cells + rows:
            self.odd = True
        elif not self.odd and _may_be_unusual(piece):
            self.odd = bool(_UNUSUAL.search(piece))

    @property
    def doubtful(self) -> bool:
        most = max(self.cells, self.widest * self.lowest)
        return self.odd or most > guard.MOST_CELLS


def _may_be_unusual(piece: bytes) -> bool:
    return any(sign in piece for sign in _SIGNS_OF_UNUSUAL) or (
        b":" in piece and any(sign in piece for sign in _PREFIXED)
    )


def _check_extent(archive: zipfile.ZipFile, name: str, extent: _Extent) -> None:
    """Refuse a sheet whose filled cells span more than the reader's dense table can hold."""
    pattern = _FILLED if extent.odd else _FILLED_AS_USUAL
    bottom = right = filled = 0
    for piece in guard.pieces(archive, name):
        if extent.odd and _LOOSE.search(piece):
            raise guard.Hostile("far_cell", cell="?")
        found = pattern.findall(piece)
        filled += len(found)
        letters = {place[0] for place in found}
        digits = {place[1] for place in found}
        if any(len(one) > _MOST_LETTERS for one in letters) or any(
            len(one) > _MOST_DIGITS for one in digits
        ):
            raise guard.Hostile("far_cell", cell=_farthest(found))
        right = max([right, *(column_number(one.decode().upper()) + 1 for one in letters)])
        bottom = max([bottom, *map(int, digits)])
    guard.check_span(bottom * right, filled, address(bottom - 1, right - 1))


def _farthest(found: list[tuple[bytes, bytes]]) -> str:
    letters, digits = max(found, key=lambda place: len(place[0] + place[1]))
    return (letters + digits)[:20].decode()


def _collect(piece: bytes, layout: _Layout, drawn: Drawn, strikes: Strikes) -> None:
    if b"'" in piece and b"='" in piece:  # the patterns know the other quotes only
        piece = _SINGLE_QUOTED.sub(rb'="\1"', piece)
    if b"hidden=" in piece:
        layout.hidden.update(int(row) - 1 for row in _HIDDEN.findall(piece))
        for about in _HIDDEN_COLUMNS.findall(piece)[:_MOST_GROUPS]:
            ends = {name: int(number) for name, number in _ENDS.findall(about)}
            first = ends.get(b"min", 1)
            last = ends.get(b"max", first)
            layout.hidden_columns.update(columns_between(first - 1, last - first + 1))
    if b't="e"' in piece:
        for cell in re.split(rb"(?=<(?:\w+:)?c )", piece):
            if found := _ERROR.match(cell):
                layout.errors[place_of(found[1], found[2])] = found[3].decode("utf-8", "replace")
    if b"f>" in piece or b"<f " in piece:
        layout.uncomputed.update(place_of(*found) for found in _UNCOMPUTED.findall(piece))
    drawn.collect(piece, layout.fonts)
    strikes.collect(piece, layout.struck)


def _sheet_parts(archive: zipfile.ZipFile) -> list[tuple[str, str]]:
    """The name of each sheet and the part that holds it."""
    from defusedxml.ElementTree import fromstring

    book = fromstring(archive.read(BOOK))
    relations = fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    targets = {one.get("Id"): str(one.get("Target", "")) for one in relations}
    parts = []
    for sheet in book.iter():
        if sheet.tag.endswith("}sheet"):
            link = next((value for key, value in sheet.attrib.items() if key.endswith("}id")), "")
            target = targets.get(link, "")
            part = posixpath.normpath(posixpath.join("/xl", target))[1:]
            parts.append((sheet.get("name", ""), part))
    return parts

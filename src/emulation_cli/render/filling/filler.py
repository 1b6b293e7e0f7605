"""An office's file filled: all places are resolved first, rows of names repeat by themselves."""

from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from typing import Any, NamedTuple

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from emulation_cli.render.filling.asked_phrases import Phrase
from emulation_cli.render.filling.marked_places import (
    Controls,
    Place,
    as_xml,
    number_of,
    places_in,
    put,
    text_of,
    unclosed,
)
from emulation_cli.render.filling.office_file import Filled, OfficeFile

Find = Callable[[str], Phrase | None]
_ROW, _CELL, _TABLE, _P = qn("w:tr"), qn("w:tc"), qn("w:tbl"), qn("w:p")


_ORDINALS = ("tt", "stt", "số tt", "no")


class Wrong(NamedTuple):
    """A place that cannot be filled: its request, its paragraph, and why."""

    request: str
    paragraph: str
    reason: str


class Filler:
    """One file on its way from marks to figures."""

    def __init__(self, file: OfficeFile, find: Find, is_ours: Callable[[str], bool]) -> None:
        self.file, self.find, self.is_ours = file, find, is_ours
        record = file.record
        self.known = {one.number: one for one in record.places} if record else {}
        used = {
            number.get(qn("w:val"))
            for root in file.roots.values()
            for number in root.iter(qn("w:id"))
        }
        self.controls = Controls({*used, *self.known})
        self.left: list[Place] = []
        self.tables = 0
        self.rows: dict[str, int] = {}

    def wrong(self) -> list[Wrong]:
        """The places that ask for nothing there is; where none is, the file can be filled."""
        found = []
        for root in self.file.roots.values():
            self._drop_further_rows(root)
            found += [Wrong("[[", text_of(one), "unclosed") for one in unclosed(root)]
            for place in self._places(root):
                phrase = self.find(place.request)
                if phrase is None and (place.kind == "mark" or self.is_ours(place.request)):
                    found.append(Wrong(place.request, place.said, "unknown"))
                elif phrase is None:
                    self.left.append(place)
                elif phrase.table and text_of(place.paragraph).strip() != _shown(place):
                    found.append(Wrong(place.request, place.said, "not_alone"))
            found += self._mixed(root)
        return found

    def fill(self) -> tuple[Filled, ...]:
        """Put everything in; the places that were filled."""
        for root in self.file.roots.values():
            for unit, length in list(self._repeated(root)):
                self._repeat(unit, length)
            self._put_all(root, 0)
        return tuple(
            Filled(number, request, value, self.rows.get(number, 0))
            for number, (request, value) in self.controls.filled.items()
        )

    # Lists -------------------------------------------------------------------------------------

    def _places(self, element: Any) -> list[Place]:
        return [*places_in(element, {n: one.request for n, one in self.known.items()})]

    def _drop_further_rows(self, root: Any) -> None:
        """A file that was filled before repeats its first rows anew."""
        for control in list(root.iter(qn("w:sdt"))):
            known = self.known.get(number_of(control) or "")
            unit = _unit_of(control) if known and known.row else None
            if unit is not None and unit.getparent() is not None:
                unit.getparent().remove(unit)

    def _repeated(self, root: Any) -> Iterator[tuple[Any, int]]:
        """Each row or paragraph that holds columns of a list, and how many records that has."""
        seen: dict[Any, int] = {}
        for place in self._places(root):
            phrase = self.find(place.request)
            if phrase and phrase.rows is not None:
                seen.setdefault(_unit_of(place.paragraph), len(phrase.rows))
        yield from seen.items()

    def _mixed(self, root: Any) -> Iterator[Wrong]:
        """A row repeats for the records of one list."""
        lists: dict[Any, str] = {}
        for place in self._places(root):
            phrase = self.find(place.request)
            if phrase and phrase.rows is not None:
                first = lists.setdefault(_unit_of(place.paragraph), phrase.of)
                if first != phrase.of:
                    yield Wrong(place.request, place.said, "two_lists")

    def _repeat(self, unit: Any, length: int) -> None:
        """A row for each record; where there is none, one that is empty."""
        for _ in range(length - 1):
            unit.addnext(self._copy(unit))
        for index in range(max(length, 1)):
            following = unit.getnext()
            self._put_all(unit, index)
            unit = following

    def _copy(self, unit: Any) -> Any:
        """A further row; its controls have numbers of their own and ask for the same."""
        copy = deepcopy(unit)
        for number in copy.iter(qn("w:id")):
            if known := self.known.get(number.get(qn("w:val"))):
                fresh = self.controls.next_number()
                number.set(qn("w:val"), fresh)
                self.known[fresh] = known
        return copy

    # Putting in --------------------------------------------------------------------------------

    def _put_all(self, element: Any, index: int) -> None:
        for place in reversed(self._places(element)):
            phrase = self.find(place.request)
            if phrase is None or self._is_put(place):
                continue
            if phrase.table:
                self._put_table(place, phrase.table, summed=phrase.summed)
            else:
                self.rows[put(place, phrase.at(index), self.controls)] = index

    def _is_put(self, place: Place) -> bool:
        """Whether a control was filled in this run: rows are filled before what is around them."""
        return place.kind == "control" and number_of(place.node) in self.controls.filled

    def _put_table(self, place: Place, lines: Sequence[Sequence[str]], *, summed: bool) -> None:
        """A whole table: in the style of the one whose heading asks for it, else a plain one."""
        self.tables += 1
        row = _above(place.paragraph, _ROW)
        numbered = row is not None and _is_numbered(row, place.paragraph)
        if row is None:
            table = _plain_table(lines)
            place.paragraph.addnext(table)
            place.paragraph.getparent().remove(place.paragraph)
            head = table.find(_ROW)
        else:
            head = row
            _fill_table(row, _with_ordinals(row, lines, summed=summed) if numbered else lines)
        for below, line in zip(head.itersiblings(_ROW), lines[1:], strict=True):
            cells = below.findall(_CELL)[1 + numbered :]
            self._remember_cells(place.request, lines[0], cells, line)

    def _remember_cells(
        self, request: str, titles: Sequence[str], cells: Sequence[Any], line: Sequence[str]
    ) -> None:
        """Each number of a table is a place by itself, of the table's row and column."""
        asked, sign, rest = request.partition(";")
        for cell, title, value in zip(cells, titles[1:], line[1:], strict=True):
            run = cell.find(f".//{qn('w:r')}")
            said = f"{asked}.{line[0].strip()}.{title}{sign}{rest}"
            run.addprevious(self.controls.made(said, value, run.find(qn("w:rPr"))))
            run.getparent().remove(run)


def _shown(place: Place) -> str:
    return f"[[{place.request}]]" if place.kind == "mark" else text_of(place.paragraph).strip()


def _above(element: Any, tag: str) -> Any:
    while element is not None and element.tag != tag:
        element = element.getparent()
    return element


def _unit_of(element: Any) -> Any:
    """What repeats for each record: the row of a table, else the paragraph."""
    row = _above(element, _ROW)
    paragraph = _above(element, _P)
    if row is not None:
        return row
    return paragraph if paragraph is not None else element


def _plain_table(lines: Sequence[Sequence[str]]) -> Any:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in sides)
    rows = "".join(
        "<w:tr>"
        + "".join(
            f"<w:tc><w:tcPr/><w:p><w:r><w:t>{as_xml(text)}</w:t></w:r></w:p></w:tc>"
            for text in line
        )
        + "</w:tr>"
        for line in lines
    )
    grid = "<w:gridCol/>" * len(lines[0])
    return parse_xml(
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>{borders}'
        f"</w:tblBorders></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def _is_numbered(row: Any, paragraph: Any) -> bool:
    """Whether the table numbers its rows: «TT» stands before the cell that asks for it."""
    first = row.find(_CELL)
    said = " ".join(map(text_of, first.iter(_P))).strip().strip(".").lower()
    return said in _ORDINALS and _above(paragraph, _CELL) is not first


def _with_ordinals(
    row: Any, lines: Sequence[Sequence[str]], *, summed: bool
) -> list[tuple[str, ...]]:
    """The lines behind their ordinals; the sum has none."""
    title = " ".join(map(text_of, row.find(_CELL).iter(_P))).strip()
    last = len(lines) - summed
    ordinals = [title, *(str(n) if n < last else "" for n in range(1, len(lines)))]
    return [(ordinal, *line) for ordinal, line in zip(ordinals, lines, strict=True)]


def _fill_table(head: Any, lines: Sequence[Sequence[str]]) -> None:
    """Give a table the lines of another: its first row is the heading, the next one the pattern."""
    table = _above(head, _TABLE)
    following = list(head.itersiblings(_ROW))
    pattern = deepcopy(following[0] if following else head)
    for row in following:
        table.remove(row)
    _fill_row(head, lines[0])
    last = head
    for line in lines[1:]:
        row = deepcopy(pattern)
        _fill_row(row, line)
        last.addnext(row)
        last = row
    grid = table.find(qn("w:tblGrid"))
    if grid is not None:
        for column in list(grid)[len(lines[0]) :]:
            grid.remove(column)
        for _ in range(len(lines[0]) - len(grid)):
            grid.append(
                deepcopy(grid[-1]) if len(grid) else parse_xml(f"<w:gridCol {nsdecls('w')}/>")
            )


def _fill_row(row: Any, texts: Sequence[str]) -> None:
    """A cell for each text, like those that the row has."""
    cells = row.findall(_CELL)
    for cell in cells[len(texts) :]:
        row.remove(cell)
    for _ in range(len(texts) - len(cells)):
        cells[-1].addnext(deepcopy(cells[-1]))
    for cell, text in zip(row.findall(_CELL), texts, strict=True):
        _say(cell, text)


def _say(cell: Any, text: str) -> None:
    """One paragraph and one run of a cell keep their look and say a text."""
    first, *others = cell.findall(_P)
    for paragraph in others:
        cell.remove(paragraph)
    runs = first.findall(qn("w:r"))
    for child in [
        one for one in first if one.tag != qn("w:pPr") and one is not (runs[0] if runs else None)
    ]:
        first.remove(child)
    if not runs:
        runs = [parse_xml(f"<w:r {nsdecls('w')}/>")]
        first.append(runs[0])
    for child in [one for one in runs[0] if one.tag != qn("w:rPr")]:
        runs[0].remove(child)
    runs[0].append(parse_xml(f'<w:t {nsdecls("w")} xml:space="preserve">{as_xml(text)}</w:t>'))

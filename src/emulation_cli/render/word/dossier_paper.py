"""A paper of a dossier as a Word document, and as plain text for the screen."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import zip_longest
from pathlib import Path
from typing import Any, TextIO

from emulation_cli.documents.letterhead import Letterhead
from emulation_cli.documents.papers.blocks import (
    Block,
    GridRow,
    NextPage,
    PaperHead,
    PaperTable,
    PaperValue,
    Paragraph,
    Signs,
)
from emulation_cli.render.layout import aligned, natural_widths
from emulation_cli.render.word.column_widths import column_widths
from emulation_cli.render.word.letter import copies, head, signature
from emulation_cli.render.word.paper import (
    LANDSCAPE_WIDTH,
    PORTRAIT_WIDTH,
    Align,
    Box,
    Paper,
    Words,
)
from emulation_cli.render.word.paper_table import Look, box
from emulation_cli.words import date

_ORDINAL = 12
_SIZE = 12
# How each style of a line is set. The sizes are those of the State's form and the Party's alike.
_LOOKS: Mapping[str, dict[str, Any]] = {
    "title": {"align": "center", "bold": True, "size": 15, "before": 14},
    "subject": {"align": "center", "bold": True},
    "to": {"align": "center", "before": 6, "after": 6},
    "heading": {"align": "both", "bold": True, "before": 6, "after": 3, "keep_next": True},
    "centre": {"align": "center", "bold": True, "before": 2, "after": 2},
    "belongs": {"align": "center", "italic": True},
    "basis": {"align": "both", "first_line": 10, "after": 4, "italic": True},
    "body": {"align": "both", "first_line": 10, "after": 6},
    "article": {"align": "both", "first_line": 10, "after": 6},
    "item": {"align": "both", "first_line": 10, "after": 4},
    "grand": {"align": "center", "bold": True, "size": 40, "before": 6, "after": 6},
    "named": {"align": "center", "bold": True, "size": 22, "before": 2, "after": 4},
}
_ARTICLE = re.compile(r"\S+ \d+\.")
_RULE, _DASHES = 0.25, "-----"


def write_paper(value: PaperValue, language: str, path: Path) -> None:
    """Write a paper of a dossier (.docx); raises OSError."""
    paper = Paper(value.title, numbered=value.numbered)
    if value.landscape:
        paper.lie()
    width = LANDSCAPE_WIDTH if value.landscape else PORTRAIT_WIDTH
    page = _PaperBody(paper, value.letterhead, language, width)
    for block, following in zip_longest(value.blocks, value.blocks[1:]):
        page.write(block, signed=isinstance(following, Signs))
    paper.save(path)


class _PaperBody:
    """The blocks of a paper on their way into a document."""

    def __init__(self, paper: Paper, letterhead: Letterhead, language: str, width: float) -> None:
        self.paper, self.letterhead = paper, letterhead
        self.language, self.width = language, width
        self.breaks = False

    def write(self, block: Block, *, signed: bool) -> None:
        """Add one block; a line that is `signed` stays with the signature below it."""
        match block:
            case PaperHead():
                self._head(block)
            case Paragraph():
                self._line(block, signed=signed)
            case PaperTable():
                self._grid(block)
            case Signs():
                self._signs(block)
            case NextPage():
                self.breaks = True

    def _head(self, block: PaperHead) -> None:
        symbol = _symbol(block.symbol, self.letterhead)
        numbered = replace(self.letterhead, symbol=symbol, number=block.number, date=block.date)
        head(self.paper, self.language, numbered, dated=block.dated)

    def _line(self, block: Paragraph, *, signed: bool) -> None:
        if block.style == "rule":
            self._rule()
            return
        look = {"keep_next": signed, **_LOOKS[block.style], "new_page": self.breaks}
        if block.style == "basis" and self.letterhead.form == "party":
            look["italic"] = False
        article = _ARTICLE.match(block.text) if block.style == "article" else None
        strong = article.end() if article else 0
        self.paper.write(Words(block.text, **look, strong=strong), width=self.width)
        self.breaks = False

    def _rule(self) -> None:
        """A line in the State's form, five dashes in the Party's."""
        if self.letterhead.form == "party":
            self.paper.write(Words(_DASHES, "center", after=6))
        else:
            line = Words("", "center", size=2, rule=_RULE, after=10)
            self.paper.write(line, width=self.width)

    def _grid(self, grid: PaperTable) -> None:
        cells = [_counted(row, len(grid.headings)) for row in grid.rows if row.style != "group"]
        widths = column_widths(grid.headings[1:], cells, self.width - _ORDINAL, _SIZE)
        shown = Look("center", bold=True, shaded=True, size=_SIZE)
        rows = [[box(text, shown) for text in grid.headings]]
        rows += (self._row(grid, row, last=row is grid.rows[-1]) for row in grid.rows)
        self.paper.write(Words("", size=4))
        self.paper.table([_ORDINAL, *widths], rows)
        self.paper.write(Words("", size=6))

    def _row(self, grid: PaperTable, row: GridRow, *, last: bool) -> list[Box]:
        look = Look(bold=row.style != "row", size=_SIZE, keep_next=last or row.style == "group")
        if row.style == "group":
            return [box(row.cells[0], replace(look, span=len(grid.headings)))]
        if row.style == "total":
            said, total = row.cells
            wide = replace(look, span=len(grid.headings) - 1)
            return [box(said, wide), box(total, replace(look, align="right"))]
        sides: list[Align] = [
            "right" if n in grid.numbers else "left" for n in range(len(row.cells))
        ]
        sides[0] = "center"
        return [
            box(text, replace(look, align=side))
            for text, side in zip(row.cells, sides, strict=True)
        ]

    def _signs(self, block: Signs) -> None:
        """Copies on the left and who signs on the right, or two who sign; never alone."""
        form = self.letterhead.form
        day = [Words(block.dated, "center", italic=True, keep_next=True)] if block.dated else []
        columns = [Box([*day, *signature(form, lines, name)]) for lines, name in block.signs]
        if len(columns) == 1:
            columns.insert(0, Box(self._beside(block)))
        self.paper.write(Words("", size=6, keep_next=True))
        self.paper.table([self.width / 2] * 2, [columns], heads=0, lined=False)
        self.paper.write(Words("", size=2))

    def _beside(self, block: Signs) -> list[Words]:
        """What stands on the left of who signs alone."""
        if block.copies:
            return copies(self.language, self.letterhead.form, block.copies)
        registered = [Words(line, size=12, italic=True) for line in block.registered]
        return [*registered, Words("", size=2)]


def _counted(row: GridRow, columns: int) -> tuple[str, ...]:
    """The cells of a row that need room in their column; a sum needs it in the last one."""
    return row.cells[1:] if row.style == "row" else ("",) * (columns - 2) + row.cells[-1:]


def _symbol(kind: str, letterhead: Letterhead) -> str:
    """«TTr-UBND», «TTr/HU»: the kind of paper before what ends the numbers of the office."""
    own = letterhead.symbol
    between = "/" if letterhead.form == "party" else "-"
    rest = own.partition(between)[2] or "………"
    return f"{kind}{between}{rest}"


def show_paper(value: PaperValue, out: TextIO) -> None:
    """A paper as plain text, its tables aligned."""
    for block in value.blocks:
        out.writelines(f"{line}\n".replace("\x00", "") for line in _PLAIN[type(block)](block))


def _grid_lines(grid: PaperTable) -> Iterator[str]:
    rows = [grid.headings, *(_aligned(row, len(grid.headings)) for row in grid.rows)]
    widths = natural_widths([list(row) for row in rows])
    right = [n in grid.numbers for n in range(len(widths))]
    yield ""
    yield from aligned(list(grid.headings), widths, right)
    for row in grid.rows:
        if row.style == "group":
            yield row.cells[0]
        else:
            yield from aligned(list(_aligned(row, len(widths))), widths, right)
    yield ""


def _aligned(row: GridRow, columns: int) -> tuple[str, ...]:
    """The cells of a row of plain text, each in its column."""
    if row.style == "total":
        return ("", row.cells[0], *[""] * (columns - 3), row.cells[1])
    return row.cells if row.style == "row" else ()


def _sign_lines(signs: Signs) -> Iterator[str]:
    yield ""
    yield from filter(None, (*signs.registered, signs.dated))
    for lines, name in signs.signs:
        yield " / ".join(filter(None, (*lines, name)))


_PLAIN: Mapping[type[Block], Callable[[Any], Iterator[str]]] = {
    PaperHead: lambda one: iter(filter(None, (one.number, date(one.date) if one.date else ""))),
    Paragraph: lambda one: iter((one.text,) if one.style != "rule" else ()),
    PaperTable: _grid_lines,
    Signs: _sign_lines,
    NextPage: lambda _: iter(("", "-" * 20)),
}

"""A paper of a dossier as a Word document, and as plain text for the screen."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TextIO

from emulation_cli.documents.letterhead import Letterhead
from emulation_cli.documents.papers.blocks import (
    Block,
    Grid,
    GridRow,
    Head,
    Line,
    NextPage,
    PaperValue,
    Signs,
)
from emulation_cli.render.layout import aligned, natural_widths
from emulation_cli.render.word.column_widths import column_widths
from emulation_cli.render.word.letter import head
from emulation_cli.render.word.paper import (
    LANDSCAPE_WIDTH,
    PORTRAIT_WIDTH,
    Align,
    Box,
    Paper,
    Words,
)
from emulation_cli.render.word.paper_table import Look, box
from emulation_cli.words import date, say_in

_ORDINAL = 12
_SIZE = 12
# How each style of a line is set. The sizes are those of the State's form and the Party's alike.
_LOOKS: Mapping[str, dict[str, Any]] = {
    "title": {"align": "center", "bold": True, "size": 15, "before": 12},
    "heading": {"align": "both", "bold": True, "before": 6, "after": 3, "keep_next": True},
    "centre": {"align": "center", "bold": True},
    "body": {"align": "both", "first_line": 10, "after": 6},
    "item": {"align": "both", "first_line": 10, "after": 2},
    "right": {"align": "right", "italic": True, "before": 6},
    "small": {"align": "left", "size": 12, "italic": True},
}


def write_paper(value: PaperValue, letterhead: Letterhead, language: str, path: Path) -> None:
    """Write a paper of a dossier (.docx); raises OSError."""
    paper = Paper(value.title)
    if value.landscape:
        paper.lie()
    width = LANDSCAPE_WIDTH if value.landscape else PORTRAIT_WIDTH
    page = _Page(paper, letterhead, language, width)
    for block in value.blocks:
        page.write(block)
    paper.save(path)


class _Page:
    """The blocks of a paper on their way into a document."""

    def __init__(self, paper: Paper, letterhead: Letterhead, language: str, width: float) -> None:
        self.paper, self.letterhead = paper, letterhead
        self.language, self.width = language, width
        self.breaks = False

    def write(self, block: Block) -> None:
        """Add one block."""
        match block:
            case Head():
                self._head(block)
            case Line():
                look = {**_LOOKS[block.style], "new_page": self.breaks}
                self.paper.write(Words(block.text, **look), width=self.width)
                self.breaks = False
            case Grid():
                self._grid(block)
            case Signs():
                self._signs(block)
            case NextPage():
                self.breaks = True

    def _head(self, block: Head) -> None:
        symbol = _symbol(block.symbol, self.letterhead)
        numbered = replace(self.letterhead, symbol=symbol, number=block.number, date=block.date)
        if block.body and block.body != numbered.body:
            numbered = replace(numbered, body=block.body, parent="")
        head(self.paper, self.language, numbered)

    def _grid(self, grid: Grid) -> None:
        cells = [row.cells[1:] for row in grid.rows if row.style == "row"]
        widths = column_widths(grid.headings[1:], cells, self.width - _ORDINAL)
        shown = Look("center", bold=True, shaded=True, size=_SIZE)
        rows = [[box(text, shown) for text in grid.headings]]
        rows += (self._row(grid, row, last=row is grid.rows[-1]) for row in grid.rows)
        self.paper.write(Words("", size=4))
        self.paper.table([_ORDINAL, *widths], rows)
        self.paper.write(Words("", size=6))

    def _row(self, grid: Grid, row: GridRow, *, last: bool) -> list[Box]:
        look = Look(bold=row.style != "row", size=_SIZE, keep_next=last or row.style == "group")
        if row.style == "group":
            return [box(row.cells[0], replace(look, span=len(grid.headings)))]
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
        columns = [Box(_signed(lines, name)) for lines, name in block.signs]
        if len(columns) == 1:
            columns.insert(0, Box(self._copies(block.copies)))
        self.paper.write(Words("", size=6, keep_next=True))
        self.paper.table([self.width / 2] * 2, [columns], heads=0, lined=False)
        self.paper.write(Words("", size=2))

    def _copies(self, copies: Sequence[str]) -> list[Words]:
        if not copies:
            return [Words("", size=2)]
        title = say_in(self.language, "paper.recipients")
        return [
            Words(title, size=12, bold=True, italic=True),
            *(Words(line, size=11) for line in copies),
        ]


def _symbol(kind: str, letterhead: Letterhead) -> str:
    """«TTr-UBND», «TTr/HU»: the kind of paper before what ends the numbers of the office."""
    own = letterhead.symbol
    between = "/" if letterhead.form == "party" else "-"
    rest = own.partition(between)[2] or "………"
    return f"{kind}{between}{rest}"


def _signed(lines: Sequence[str], name: str) -> list[Words]:
    signs = [Words(line, "center", size=14, bold=True, keep_next=True) for line in lines]
    blank = [Words("", "center", size=14, keep_next=True)] * 3
    return [*signs, *blank, Words(name, "center", size=14, bold=True)]


def show_paper(value: PaperValue, out: TextIO) -> None:
    """A paper as plain text, its tables aligned."""
    for block in value.blocks:
        out.writelines(f"{line}\n".replace("\x00", "") for line in _PLAIN[type(block)](block))


def _grid_lines(grid: Grid) -> Iterator[str]:
    rows = [grid.headings, *(row.cells for row in grid.rows if row.style != "group")]
    widths = natural_widths([list(row) for row in rows])
    right = [n in grid.numbers for n in range(len(widths))]
    yield ""
    yield from aligned(list(grid.headings), widths, right)
    for row in grid.rows:
        if row.style == "group":
            yield row.cells[0]
        else:
            yield from aligned(list(row.cells), widths, right)
    yield ""


def _sign_lines(signs: Signs) -> Iterator[str]:
    yield ""
    for lines, name in signs.signs:
        yield " / ".join(filter(None, (*lines, name)))


_PLAIN: Mapping[type[Block], Callable[[Any], Iterator[str]]] = {
    Head: lambda one: iter(filter(None, (one.number, date(one.date) if one.date else ""))),
    Line: lambda one: iter((one.text,)),
    Grid: _grid_lines,
    Signs: _sign_lines,
    NextPage: lambda _: iter(("", "-" * 20)),
}

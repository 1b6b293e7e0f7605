"""A paper as a value: its lines and tables in their order, before any format."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

Style = Literal["title", "heading", "centre", "body", "item", "right", "small"]
RowStyle = Literal["row", "group", "total"]


@dataclass(frozen=True)
class Head:
    """Who issues the paper, its number and day; what is empty is left to fill in.

    `body` issues it where that is not the office itself.
    """

    symbol: str
    number: str = ""
    date: str = ""
    body: str = ""


class Line(NamedTuple):
    """A paragraph and how it stands."""

    text: str
    style: Style = "body"


class GridRow(NamedTuple):
    """A row of a table. A `group` has one cell over the whole width."""

    cells: tuple[str, ...]
    style: RowStyle = "row"


@dataclass(frozen=True)
class Grid:
    """A table with its headings; `numbers` are the columns whose cells stand on the right."""

    headings: tuple[str, ...]
    rows: tuple[GridRow, ...]
    numbers: frozenset[int] = frozenset()


class Signs(NamedTuple):
    """Who signs, from the left to the right: lines of capitals, and the name below the place."""

    signs: tuple[tuple[tuple[str, ...], str], ...]
    copies: tuple[str, ...] = ()


@dataclass(frozen=True)
class NextPage:
    """What follows stands on a page of its own."""


Block = Head | Line | Grid | Signs | NextPage


@dataclass(frozen=True)
class PaperValue:
    """One paper of a dossier: its code, its title for files, whether it lies."""

    code: str
    title: str
    blocks: tuple[Block, ...]
    landscape: bool = False

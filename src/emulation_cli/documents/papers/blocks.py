"""A paper as a value: its lines and tables in their order, before any format."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from emulation_cli.documents.letterhead import Letterhead

Style = Literal[
    "title",
    "subject",
    "rule",
    "to",
    "heading",
    "centre",
    "belongs",
    "basis",
    "body",
    "article",
    "item",
    "grand",
    "named",
]
RowStyle = Literal["row", "group", "total"]


@dataclass(frozen=True)
class PaperHead:
    """Of which sort the paper is («TTr»), its number and day; what is empty is left to fill in.

    A paper that is not `dated` has no place and day at its head: minutes say it in their text.
    """

    symbol: str
    number: str = ""
    date: str = ""
    dated: bool = True


class Paragraph(NamedTuple):
    """A paragraph and how it stands."""

    text: str
    style: Style = "body"


class GridRow(NamedTuple):
    """A row of a table. A `group` has one cell over the whole width, a `total` two: what is added
    up, and the sum in the last column.
    """

    cells: tuple[str, ...]
    style: RowStyle = "row"


@dataclass(frozen=True)
class PaperTable:
    """A table with its headings; `numbers` are the columns whose cells stand on the right."""

    headings: tuple[str, ...]
    rows: tuple[GridRow, ...]
    numbers: frozenset[int] = frozenset()


class Signs(NamedTuple):
    """Who signs, from the left to the right: lines of capitals, and the name below the place.

    One who signs alone has on the left whom copies go to, or what a certificate is registered by;
    `dated` stands over the signature.
    """

    signs: tuple[tuple[tuple[str, ...], str], ...]
    copies: tuple[str, ...] = ()
    registered: tuple[str, ...] = ()
    dated: str = ""


@dataclass(frozen=True)
class NextPage:
    """What follows stands on a page of its own."""


Block = PaperHead | Paragraph | PaperTable | Signs | NextPage


@dataclass(frozen=True)
class PaperValue:
    """One paper of a dossier: its code, its title, what its file is called, who issues it, whether
    it lies, and whether its pages are numbered.
    """

    code: str
    title: str
    file_name: str
    letterhead: Letterhead
    blocks: tuple[Block, ...]
    landscape: bool = False
    numbered: bool = True

"""The rows behind every figure that a document shows, in lists that figures share.

A list is ordered so that the rows of each of its figures follow one another: a link opens them.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from emulation_cli.documents.document import Table
from emulation_cli.documents.links.list_commands import command_of
from emulation_cli.documents.links.row_list import RowList, Span, in_order
from emulation_cli.documents.links.shown_figures import Shown, shown
from emulation_cli.documents.report_document import build
from emulation_cli.domain.offices.units import Unit
from emulation_cli.tallies.measures.figures import ReportFigures
from emulation_cli.tallies.row_lists.asked_rows import Row
from emulation_cli.tallies.row_lists.list_requests import Cut, Value
from emulation_cli.tallies.row_lists.listings import Codes, Listing, ListRequest

# What a spreadsheet and a browser still open well; longer lists are left out, with their command.
MOST_ROWS = 100_000

_Named = tuple[str, int, Shown]  # the section of a figure, its number, what it is called
Read = Callable[[ListRequest, Sequence[str]], tuple[Listing, Iterable[tuple[Row, Codes]]]]


@dataclass(frozen=True)
class Opening:
    """Where the rows of a figure are: the number of a list, and which of its rows."""

    number: int
    span: Span


@dataclass(frozen=True)
class Behind:
    """All lists behind a document; `wholes` are the numbers of those of whole sections.

    `annex` is what is printed behind it: none, figures (the long tables) or names (lists too).
    """

    lists: tuple[RowList, ...] = ()
    wholes: Mapping[str, int] = field(default_factory=dict)
    openings: Mapping[Cut, Opening] = field(default_factory=dict)
    annex: str = "figures"

    def whole(self, section: str) -> RowList | None:
        """The list of all rows of a section, if the document has it."""
        number = self.wholes.get(section)
        return None if number is None else self.lists[number]


def behind(
    figures: ReportFigures,
    read: Read,
    *,
    wholes_only: bool = False,
    most: int = MOST_ROWS,
) -> Behind:
    """The rows behind the figures of a report, as far as `most` rows go; whole sections first.

    `read` gives the rows of a request with their values in dimensions (listings.listing_by).
    """
    drafts = sorted(_drafts(figures), key=lambda draft: not draft.is_whole)
    if wholes_only:
        drafts = [draft for draft in drafts if draft.is_whole]
    return _filled(drafts, read, most)


def behind_table(table: Table, read: Read, most: int = MOST_ROWS) -> Behind:
    """The rows behind the numbers of one table by itself."""
    named = {
        cut: (cut.whole.noun, value, Shown(f"{table.title}: {column.title}", row.label))
        for row in table.members
        for column, value, cut in zip(table.columns, row.values, row.cuts, strict=True)
        if cut and isinstance(value, int)
    }
    return _filled(list(_drafts_of(named, frozenset())), read, most)


def _filled(drafts: Sequence["_Draft"], read: Read, most: int) -> Behind:
    lists: list[RowList] = []
    openings: dict[Cut, Opening] = {}
    for number, draft in enumerate(drafts):
        fits = draft.size <= most
        most -= draft.size if fits else 0
        lists.append(draft.filled(read) if fits else draft.left_out())
        openings |= {cut: Opening(number, span) for cut, span in draft.spans(lists[-1])}
    wholes = {draft.section: number for number, draft in enumerate(drafts) if draft.is_whole}
    return Behind(tuple(lists), wholes, openings)


@dataclass
class _Draft:
    """A list before it is read: which figures it opens, and what the lines and columns are."""

    whole: ListRequest
    section: str
    by: tuple[str, str]  # the dimensions of the lines and of the columns, "" for none
    is_whole: bool = False  # all rows of its section are in it
    title: str = ""
    labels: dict[Any, str] = field(default_factory=dict)
    sizes: dict[Any, int] = field(default_factory=dict)
    columns: dict[Any, None] = field(default_factory=dict)
    cuts: list[Cut] = field(default_factory=list)

    @property
    def size(self) -> int:
        return sum(self.sizes.values())

    def add(self, found: Cut, size: int, name: Shown) -> None:
        """Let the list open one more figure, which is one of its lines, columns or both."""
        self.cuts.append(found)
        self.title = self.title or name.title
        line = _raw(found.line)
        self.sizes[line] = max(self.sizes.get(line, 0), size)
        if found.line:
            self.labels.setdefault(line, name.line)
        if found.column:
            self.by = (self.by[0], found.column[0])
            self.columns.setdefault(found.column[1])

    def left_out(self) -> RowList:
        nothing = Listing(self.section, (), ())
        command = command_of(self.whole)
        return RowList(self.section, self.title, command, nothing, {}, self.size)

    def filled(self, read: Read) -> RowList:
        names = [name for name in self.by if name]
        head, coded = read(self.whole, names)
        before, behind = (() if name else (None,) for name in self.by)
        both = ((row, (*before, *codes, *behind)) for row, codes in coded)
        rows, lines = in_order(head, both, self.labels, self.columns)
        return RowList(self.section, self.title, command_of(self.whole), rows, lines)

    def spans(self, made: RowList) -> Iterator[tuple[Cut, Span]]:
        """The rows of each figure; none in a list that was left out."""
        for found in self.cuts:
            if made.left_out:
                yield found, (0, 0)
            elif not (found.line or found.column):
                yield found, (0, len(made.rows.rows))
            else:
                line = made.lines[_raw(found.line)]
                yield found, line.parts[found.column[1]] if found.column else line.span


def _raw(value: Value | None) -> Any:
    """A value as the rows of a list have it: of a unit its number."""
    code = value and value[1]
    return code.id if isinstance(code, Unit) else code


def _drafts(figures: ReportFigures) -> Iterable[_Draft]:
    wholes = frozenset(next(section.each()).cut for section in figures.sections.values())
    return _drafts_of(shown(figures, build(figures)), wholes)


def _drafts_of(named: Mapping[Cut, _Named], wholes: frozenset[Cut]) -> Iterable[_Draft]:
    """Figures that differ by a line or a column only share a list."""
    drafts: dict[tuple[ListRequest, str, str], _Draft] = {}
    for found, (section, value, name) in named.items():
        if not value:
            continue
        line, column = (one[0] if one else "" for one in (found.line, found.column))
        key = (found.whole, line, "")
        if key in drafts and column and drafts[key].by[1] not in ("", column):
            key = (found.whole, line, column)
        draft = drafts.setdefault(key, _Draft(found.whole, section, (line, "")))
        draft.is_whole |= found in wholes
        draft.add(found, value, name)
    return drafts.values()

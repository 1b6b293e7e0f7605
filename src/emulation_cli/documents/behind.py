"""The rows behind every figure that a document shows, in lists that figures share.

A list is ordered so that the rows of each of its figures follow one another: a link opens them.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from emulation_cli.documents.listed import command_of
from emulation_cli.documents.opening import Opened, UnitOf, opened
from emulation_cli.documents.places import Place, Shown, shown
from emulation_cli.documents.report import build
from emulation_cli.documents.row_list import RowList, Span, in_order
from emulation_cli.domain.text import safe
from emulation_cli.domain.units import Unit
from emulation_cli.tallies.cuts import Cut, cut
from emulation_cli.tallies.figures import ReportFigures, Section
from emulation_cli.tallies.listings import Codes, Listing, ListRequest

# What a spreadsheet and a browser still open well; longer lists are left out, with their command.
MOST_ROWS = 100_000
# The figures that all rows of a section stand behind.
_WHOLES = {
    Place("exemplars", "", "", "total"),
    Place("models", "", "", "total"),
    Place("events", "", "", "total"),
    Place("honours", "", "", "instances"),
}

Read = Callable[[ListRequest, Sequence[str]], tuple[Listing, list[Codes]]]


@dataclass(frozen=True)
class Opening:
    """Where the rows of a figure are: the number of a list, and which of its rows."""

    number: int
    span: Span


@dataclass(frozen=True)
class Behind:
    """All lists behind a document; `wholes` are the numbers of those of whole sections."""

    lists: tuple[RowList, ...] = ()
    wholes: Mapping[Section, int] = field(default_factory=dict)
    openings: Mapping[Place, Opening] = field(default_factory=dict)

    def whole(self, section: Section) -> RowList | None:
        """The list of all rows of a section, if the document has it."""
        number = self.wholes.get(section)
        return None if number is None else self.lists[number]


def behind(
    figures: ReportFigures,
    read: Read,
    unit_of: UnitOf,
    *,
    wholes_only: bool = False,
    most: int = MOST_ROWS,
) -> Behind:
    """The rows behind the figures of a report, as far as `most` rows go; whole sections first.

    `read` gives the rows of a request with their values in dimensions (listings.listing_by).
    """
    drafts = sorted(_drafts(figures, cache(unit_of)), key=lambda draft: not draft.is_whole)
    if wholes_only:
        drafts = [draft for draft in drafts if draft.is_whole]
    lists: list[RowList] = []
    openings: dict[Place, Opening] = {}
    for number, draft in enumerate(drafts):
        fits = draft.size <= most
        most -= draft.size if fits else 0
        lists.append(draft.filled(read) if fits else draft.left_out())
        openings |= {place: Opening(number, span) for place, span in draft.spans(lists[-1])}
    wholes = {draft.section: number for number, draft in enumerate(drafts) if draft.is_whole}
    return Behind(tuple(lists), wholes, openings)


@dataclass
class _Draft:
    """A list before it is read: which figures it opens, and what the lines and columns are."""

    whole: ListRequest
    section: Section
    by: tuple[str, str]  # the dimensions of the lines and of the columns, "" for none
    title: str = ""
    labels: dict[Any, str] = field(default_factory=dict)
    sizes: dict[Any, int] = field(default_factory=dict)
    columns: dict[Any, None] = field(default_factory=dict)
    places: dict[Place, Cut] = field(default_factory=dict)

    @property
    def is_whole(self) -> bool:
        return not _WHOLES.isdisjoint(self.places)

    @property
    def size(self) -> int:
        return sum(self.sizes.values())

    def add(self, place: Place, size: int, found: Cut, name: Shown) -> None:
        """Let the list open one more figure, which is one of its lines, columns or both."""
        self.places[place] = found
        self.title = self.title or name.title
        line = found.line and found.line[1]
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
        listing, found = read(self.whole, names)
        codes: list[Codes] = found or [()] * len(listing.rows)
        if not self.by[0]:
            codes = [(None, *code) for code in codes]
        if not self.by[1]:
            codes = [(*code, None) for code in codes]
        rows, lines = in_order(listing, codes, self.labels, self.columns)
        return RowList(self.section, self.title, command_of(self.whole), rows, lines)

    def spans(self, made: RowList) -> Iterator[tuple[Place, Span]]:
        """The rows of each figure; none in a list that was left out."""
        for place, found in self.places.items():
            if made.left_out:
                yield place, (0, 0)
            elif not (found.line or found.column):
                yield place, (0, len(made.rows.rows))
            else:
                line = made.lines[found.line and found.line[1]]
                yield place, line.parts[found.column[1]] if found.column else line.span


def _drafts(figures: ReportFigures, unit_of: UnitOf) -> Iterable[_Draft]:
    """Figures that differ by a line or a column only share a list."""
    names = {whole: Shown("") for whole in _WHOLES} | shown(build(figures))
    drafts: dict[tuple[ListRequest, str, str], _Draft] = {}
    for place, one, unit in _figures(figures, unit_of):
        if place not in names or not one.figure.value:
            continue
        found = cut(one.rows, unit)
        line, column = (value[0] if value else "" for value in found[1:])
        key = (found.whole, line, "")
        if key in drafts and column and drafts[key].by[1] not in ("", column):
            key = (found.whole, line, column)
        section: Section = place.section  # type: ignore[assignment]
        draft = drafts.setdefault(key, _Draft(found.whole, section, (line, "")))
        draft.add(place, one.figure.value, found, names[place])
    return drafts.values()


def _figures(
    figures: ReportFigures, unit_of: UnitOf
) -> Iterator[tuple[Place, Opened, Unit | None]]:
    """The figures of a report and of the earlier one, by the codes that a document has."""
    for made in filter(None, (figures, figures.earlier)):
        for one in opened(made, unit_of):
            found = one.figure
            place = Place(found.section, found.breakdown, safe(found.code), found.measure)
            yield place._replace(earlier=made is figures.earlier), one, made.request.unit

"""What the sections of the report have alike: title, period, tables, notes, the way to the rows."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from emulation_cli import words
from emulation_cli.documents.composition import (
    funnel_table,
    in_groups,
    shares_table,
    unknown_shares,
)
from emulation_cli.documents.document import Chart, Figure, Note, Section, Table
from emulation_cli.documents.document_tables import table
from emulation_cli.documents.links.list_commands import shown_command
from emulation_cli.documents.speech import Speech, running
from emulation_cli.tallies.measures.figures import (
    Counted,
    CountedPart,
    ReportRequest,
    SectionFigures,
)
from emulation_cli.tallies.measures.period_figures import list_of
from emulation_cli.tallies.measures.specifications import SHARES
from emulation_cli.tallies.row_lists.list_requests import ListRequest

# What has a table and is no breakdown.
_OTHERS = ("funnel", "shares")
# A total always says how many of these it has, of others only where there are any (rule 4).
_ALWAYS = ("collective", "individual")


class Wording(NamedTuple):
    """What a section says of its figures: the specification of its text.

    `ways` lead to records beside those of the section: the words, the noun, what is asked.
    """

    sentences: Callable[["Part"], Iterable[str]]
    glance: Callable[["Part"], Iterable[Figure]]
    notes: Callable[["Part"], Iterable[Note]] = lambda _part: ()
    ways: tuple[tuple[str, str, Mapping[str, Any]], ...] = ()
    chart: Chart | None = None


@dataclass(frozen=True)
class Part:
    """A section while it is written: the language, what was asked, the figures, the number."""

    speech: Speech
    request: ReportRequest
    figures: SectionFigures
    number: int

    @property
    def code(self) -> str:
        return self.figures.code

    @property
    def period(self) -> str:
        return self.speech.period(self.figures.period)

    def say(self, name: str, /, **values: object) -> str:
        """A sentence of this section that begins with the period."""
        return self.speech.say(f"{self.code}.{name}", period=self.period, **values)

    def section(self, wording: Wording) -> Section:
        """The section in its words."""
        made = {part.spec.name: self._table(part) for part in self._tabled()}
        rows = list_of(self.request, self.code)
        return Section(
            code=self.code,
            number=self.number,
            name=self.speech.say(f"section.{self.code}"),
            period=self.period,
            tables=tuple(filter(None, made.values())),
            notes=(
                *wording.notes(self),
                *self._placing_notes(),
                *self._left_out(made),
                *self._unknown(),
            ),
            commands=(
                Note(self.speech.say("command.rows"), shown_command(rows, self.request.language)),
                *(self._way(*way) for way in wording.ways),
            ),
            sentences=tuple(wording.sentences(self)),
            figures=tuple(wording.glance(self)),
            chart=wording.chart,
        )

    # Figures at a glance --------------------------------------------------------------------------

    def headline(self, name: str, *, part: bool = False) -> Figure:
        """One number by itself; `part`: of the one before it."""
        label = self.speech.say(f"figure.{self.code}.{name}")
        return Figure(label, *self.figures.counted(name).opened, name, part=part)

    def of_kinds(self) -> Iterator[Figure]:
        """Rule 4: the kinds a total is made of."""
        for row in self.figures.rows("kinds"):
            cell, code = row.cells["total"], str(row.code)
            if cell.value or code in _ALWAYS:
                kind = running(self.speech.say(f"kind.{code}"))
                label = self.speech.say("figure.of_kind", kind=kind)
                yield Figure(label, *cell.opened, "kinds", code, part=True)

    # Notes and ways -------------------------------------------------------------------------------

    def note(self, name: str, found: Counted) -> Note:
        """What a number beside the figures is, with the command for its rows."""
        text = self.speech.say(f"note.{name}", n=self.speech.number(found.value))
        return Note(text, shown_command(found.cut.rows, self.request.language), *found.opened)

    def _way(self, name: str, noun: str, more: Mapping[str, Any]) -> Note:
        """A way to records beside those of the section; decisions belong to no unit."""
        request = self.request
        within = () if noun == "decisions" else request.within
        period = self.figures.period
        rows = ListRequest(noun, period, request.cut_off, within, units=request.units, **more)
        return Note(self.speech.say(f"command.{name}"), shown_command(rows, self.request.language))

    def _placing_notes(self) -> Iterable[Note]:
        """Rule 3: what could not be placed is said beside the figure, and how to see it."""
        yield from self._least()
        for measure, name in (("not_placed", "not_placed"), ("open_at_cut_off", "open")):
            found = self.figures.counted(measure)
            if found.value:
                basis = found.cut.whole.basis
                yield self.note(f"{name}.{self.code}" + (f".{basis}" if basis else ""), found)

    def _least(self) -> Iterable[Note]:
        """A figure that suspects touch says so."""
        for name, least in self.figures.least.items():
            total = self.figures.number(name)
            if least != total:
                key = "note.least_unknown" if least is None else "note.least"
                said = {"n": self.speech.number(total), "least": self.speech.number(least or 0)}
                command = words.command_line("emul duplicates", self.request.language)
                yield Note(self.speech.say(key, **said), command)

    def _left_out(self, tables: Mapping[str, Table | None]) -> Iterable[Note]:
        empty = [self._title(name) for name, table in tables.items() if not table]
        if empty:
            names = ", ".join(running(name) for name in empty)
            yield Note(self.speech.say("note.no_tables", tables=names), on_paper=False)

    def _unknown(self) -> Iterable[Note]:
        """Which shares are told of nobody, where others are."""
        unknown = unknown_shares(self.figures.rows("shares"))
        if unknown and len(unknown) < len(SHARES):
            names = ", ".join(running(self.speech.say(f"share.{name}")) for name in unknown)
            yield Note(self.speech.say("note.shares_unknown", shares=names), on_paper=False)

    # Tables ---------------------------------------------------------------------------------------

    def _tabled(self) -> list[CountedPart]:
        """What has a table, the longest last."""
        parts = [part for part in self.figures.parts.values() if _has_table(part)]
        parts.sort(key=lambda part: (part.spec.name == "by_unit", part.spec.name in _OTHERS))
        return parts

    def _table(self, part: CountedPart) -> Table | None:
        """The table of a breakdown, of the funnel, of the shares; units stand in their groups."""
        name = part.spec.name
        if name == "funnel":
            return funnel_table(self.speech, self.code, part.rows)
        if name == "shares":
            return shares_table(self.speech, self.code, part.rows, self.figures.labels("by_act"))
        made = table(self.speech, self.code, part)
        groups = self.figures.rows("by_group")
        if made and name == "by_unit" and any(group.code for group in groups):
            return in_groups(self.speech, made, part.rows, groups)
        return made

    def _title(self, name: str) -> str:
        return self.speech.say(f"table.{name}" + (f".{self.code}" if name in _OTHERS else ""))


def _has_table(part: CountedPart) -> bool:
    """A period of one year needs no table of years; groups stand in the table of units."""
    name = part.spec.name
    if part.spec.shape != "rows":
        return name in _OTHERS
    return name != "by_group" and not (name == "by_year" and len(part.rows) == 1)

"""What the sections of the report have alike: title, period, tables, notes, the way to the rows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from emulation_cli.documents.composition import (
    funnel_table,
    in_groups,
    shares_table,
    unknown_shares,
)
from emulation_cli.documents.document import Note, Section, Table
from emulation_cli.documents.listed import command_of, list_command
from emulation_cli.documents.speech import Speech, running
from emulation_cli.documents.tables import table
from emulation_cli.tallies import figures as tallied
from emulation_cli.tallies.choosing import ListRequest
from emulation_cli.tallies.figures import ReportRequest

# What has a table and is no breakdown.
_OTHERS = ("funnel", "shares")


@dataclass(frozen=True)
class Part:
    """What the sections share: the language, what was asked, and which section this is."""

    speech: Speech
    request: ReportRequest
    code: tallied.Section
    number: int

    @property
    def period(self) -> str:
        return self.speech.period(self.request.period_of(self.code))

    def say(self, name: str, /, **values: object) -> str:
        """A sentence of this section that begins with the period."""
        return self.speech.say(f"{self.code}.{name}", period=self.period, **values)

    def command(self, *more: str) -> str:
        return list_command(self.request, self.code, *more)

    def way(self, name: str, noun: str, **more: Any) -> Note:
        """A way to records beside those of the section; decisions belong to no unit."""
        request = self.request
        unit = None if noun == "decisions" else request.unit
        rows = ListRequest(
            noun,
            request.period_of(self.code),
            request.cut_off,
            unit,
            units=request.units,
            **more,
        )
        return Note(self.speech.say(f"command.{name}"), command_of(rows))

    def section(
        self, figures: tallied.Figures, distinct: Mapping[str, int] | None = None
    ) -> Section:
        """What all sections have alike: title, period, tables, notes, the way to the rows."""
        names = [name for name in figures._fields if name.startswith("by_") or name in _OTHERS]
        names.sort(key=lambda name: (name == "by_unit", name in _OTHERS))  # the longest goes last
        names = [name for name in names if not _says_nothing(name, getattr(figures, name))]
        made = {name: self._table(figures, name, distinct) for name in names}
        return Section(
            code=self.code,
            number=self.number,
            name=self.speech.say(f"section.{self.code}"),
            period=self.period,
            tables=tuple(filter(None, made.values())),
            notes=(*self._placing_notes(figures), *self._left_out(made), *self._unknown(figures)),
            commands=(Note(self.speech.say("command.rows"), self.command()),),
        )

    def _table(self, figures: Any, name: str, distinct: Mapping[str, int] | None) -> Table | None:
        """The table of a breakdown, of the funnel, of the shares; units stand in their groups."""
        if name == "funnel":
            return funnel_table(self.speech, self.code, figures.funnel)
        if name == "shares":
            acts = {str(row.code): row.label for row in getattr(figures, "by_act", ())}
            return shares_table(self.speech, self.code, figures.shares, acts)
        made = table(self.speech, self.code, name, getattr(figures, name), distinct)
        if made and name == "by_unit" and any(group.code for group in figures.by_group):
            return in_groups(self.speech, made, figures.by_unit, figures.by_group)
        return made

    def _left_out(self, tables: Mapping[str, Table | None]) -> Iterable[Note]:
        empty = [self._title(name) for name, table in tables.items() if not table]
        if empty:
            names = ", ".join(running(name) for name in empty)
            yield Note(self.speech.say("note.no_tables", tables=names))

    def _unknown(self, figures: Any) -> Iterable[Note]:
        """Which shares are told of nobody, where others are."""
        unknown = unknown_shares(getattr(figures, "shares", {}))
        if unknown and len(unknown) < len(tallied.SHARES):
            names = ", ".join(running(self.speech.say(f"share.{name}")) for name in unknown)
            yield Note(self.speech.say("note.shares_unknown", shares=names))

    def _title(self, name: str) -> str:
        return self.speech.say(f"table.{name}" + (f".{self.code}" if name in _OTHERS else ""))

    def _placing_notes(self, figures: tallied.Figures) -> Iterable[Note]:
        """Rule 3: what could not be placed is said beside the figure, and how to see it."""
        if n := figures.not_placed:
            command = self.command("--not-placed")
            yield self.note(f"not_placed.{self.code}", n, "not_placed", command)
        if n := figures.open_at_cut_off:
            yield self.note(f"open.{self.code}", n, "open_at_cut_off", self.command("--open"))

    def note(self, name: str, n: int, measure: str, command: str) -> Note:
        return Note(self.speech.say(f"note.{name}", n=self.speech.number(n)), command, measure)


def _says_nothing(breakdown: str, rows: tallied.Rows) -> bool:
    """A period of one year needs no table of years; groups stand in the table of units."""
    return breakdown == "by_group" or (breakdown == "by_year" and len(rows) == 1)

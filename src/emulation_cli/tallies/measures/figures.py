"""The figures of a report as frozen values: computed once, rendered many ways.

Each number comes with the request for exactly its rows. `as_json` gives the shape that scripts
rely on (docs/data.md, «report --format json»).
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from emulation_cli.domain.offices.units import Unit
from emulation_cli.domain.times.period import Period
from emulation_cli.tallies.measures.answering_units import units_in_json
from emulation_cli.tallies.measures.specifications import KINDS, Breakdown
from emulation_cli.tallies.row_lists.list_requests import Cut, Value


class ReportRequest(NamedTuple):
    """What is asked: a period, other periods for single sections, a cut-off day, units.

    `cut_off` is an ISO day; `within` takes in the units below each. `units` is "then" or "now": the
    map that records are shown on (succession.day_of). `basis` is that of honours: None for their
    date, "achievement" for the year of what they were given for.
    """

    period: Period
    section_periods: Mapping[str, Period] = MappingProxyType({})
    cut_off: str | None = None
    within: tuple[Unit, ...] = ()
    language: str = "vi"
    units: str | None = None
    basis: str | None = None

    def period_of(self, section: str) -> Period:
        return self.section_periods.get(section, self.period)


class Counted(NamedTuple):
    """A number with the rows that it counts: those of a cut, or of its `place` those of a `said`.

    A column has one cut for all its lines; what is not asked for is not made.
    """

    value: int
    of: Cut
    place: Literal["line", "column"] = "line"
    said: Value | None = None

    @property
    def cut(self) -> Cut:
        """The rows of the number."""
        if self.said is None:
            return self.of
        if self.place == "line":
            return self.of._replace(line=self.said)
        return self.of._replace(column=self.said)

    @property
    def opened(self) -> tuple[int, Cut]:
        """The number and its rows."""
        return self.value, self.cut


class CountedRow(NamedTuple):
    """A line of a breakdown: a coded thing and its numbers by measure (total, collective …).

    `code` is None for what has no unit or field. `date` is only known for events, `group`
    (khối) for units that have one.
    """

    code: str | None
    label: str
    cells: Mapping[str, Counted]
    date: str | None = None
    group: str | None = None

    @property
    def numbers(self) -> dict[str, int]:
        return {name: cell.value for name, cell in self.cells.items()}


class CountedPart(NamedTuple):
    """A key of a section's JSON with its numbers, as its specification says.

    `total` has the sums of a breakdown that adds up, each a number of its own: a recipient may
    stand in several rows.
    """

    spec: Breakdown
    rows: tuple[CountedRow, ...]
    total: Mapping[str, Counted] = MappingProxyType({})

    def as_json(self) -> Any:
        match self.spec.shape:
            case "number":
                return self.rows[0].cells[self.spec.name].value
            case "map":
                return {row.code: row.cells["total"].value for row in self.rows}
            case "nested":
                return {row.code: row.numbers for row in self.rows}
        return [self._row_json(row) for row in self.rows]

    def _row_json(self, row: CountedRow) -> dict[str, Any]:
        numbers = row.numbers
        kinds = {kind: numbers.pop(kind) for kind in KINDS if kind in numbers and self.spec.nests}
        return {
            "code": row.code,
            "label": row.label,
            **({"date": row.date} if self.spec.dated else {}),
            **numbers,
            **({"kinds": kinds} if kinds else {}),
            **({"group": row.group} if row.group else {}),
        }


class SectionNumber(NamedTuple):
    """One number of a section: its list or group in JSON ("" for a headline), code and measure."""

    section: str
    breakdown: str
    code: str | None
    label: str
    measure: str
    value: int
    cut: Cut


class SectionFigures(NamedTuple):
    """The numbers of a section in the order of its JSON, by the name of each part.

    `least` is by headline how few subjects it may speak of: suspects leave it open. None: so many
    hang together that it is not told.
    """

    code: str
    period: Period
    parts: Mapping[str, CountedPart]
    least: Mapping[str, int | None] = MappingProxyType({})
    optional: bool = False

    @property
    def told(self) -> bool:
        """Whether a document has the section: one that is optional where it counts anything."""
        uncertain = ("not_placed", "open_at_cut_off")
        return not self.optional or any(
            one.value for one in self.each() if one.measure not in uncertain
        )

    def number(self, name: str, code: str | None = None, measure: str = "") -> int:
        """A headline, or one number of a part; 0 where there is no such row."""
        return self.counted(name, code, measure).value

    def counted(self, name: str, code: str | None = None, measure: str = "") -> Counted:
        """The same with its rows; KeyError for a code that no row has."""
        part = self.parts[name]
        measure = measure or (name if part.spec.shape == "number" else "total")
        return next(row for row in part.rows if row.code == code).cells[measure]

    def numbers(self, name: str) -> dict[str, int]:
        """The numbers of a part that has one for each code: kinds, milestones."""
        return {str(row.code): row.cells["total"].value for row in self.parts[name].rows}

    def rows(self, name: str) -> tuple[CountedRow, ...]:
        """The lines of a breakdown; none where the section has no such one."""
        return self.parts[name].rows if name in self.parts else ()

    def labels(self, name: str) -> dict[str, str]:
        """The labels of a breakdown by their codes."""
        return {str(row.code): row.label for row in self.rows(name)}

    def each(self) -> Iterator[SectionNumber]:
        """Every number once, in the order of the JSON."""
        for name, part in self.parts.items():
            breakdown = "" if part.spec.shape == "number" else name
            for row in part.rows:
                for measure, cell in row.cells.items():
                    yield SectionNumber(
                        self.code, breakdown, row.code, row.label, measure, *cell.opened
                    )

    def as_json(self) -> dict[str, Any]:
        parts: dict[str, Any] = {}
        for name, part in self.parts.items():
            parts[name] = part.as_json()
            if name in self.least:
                parts["least"] = self.least[name]
        return {"period": _period_json(self.period), **parts}


class Reported(NamedTuple):
    """A figure from an old paper: no rows stand behind it (DOMAIN section 3, rule 7)."""

    id: str
    section: str
    name: str
    value: int
    period: str
    unit: str | None
    source: str


class ReportFigures(NamedTuple):
    """A whole report. `unit` is the name of the office or of the units asked for.

    `reported` are figures from old papers, no part of any number; `earlier` is the report that
    this one is compared with.
    """

    unit: str
    request: ReportRequest
    sections: Mapping[str, SectionFigures]
    reported: tuple[Reported, ...] = ()
    earlier: "ReportFigures | None" = None

    def each(self) -> Iterator[SectionNumber]:
        """Every number of every section."""
        for section in self.sections.values():
            yield from section.each()

    def as_json(self) -> dict[str, Any]:
        return {
            "version": 1,
            "unit": units_in_json(self.request.within, self.unit),
            "cut_off": self.request.cut_off,
            **({"basis": self.request.basis} if self.request.basis else {}),
            "period": _period_json(self.request.period),
            **{code: section.as_json() for code, section in self.sections.items()},
            **({"reported": [one._asdict() for one in self.reported]} if self.reported else {}),
        }


def _period_json(period: Period) -> dict[str, str]:
    return {"text": period.text, "from": period.first, "to": period.last}

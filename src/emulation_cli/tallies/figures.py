"""The figures of a report as frozen values: computed once, rendered many ways.

`as_json` gives the shape that scripts rely on (docs/data.md, «report --format json»).
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, Literal, NamedTuple, get_args

from emulation_cli.domain.period import Period
from emulation_cli.domain.units import Unit

Section = Literal["exemplars", "models", "events", "honours"]
SECTIONS: tuple[Section, ...] = get_args(Section)
KINDS = ("collective", "individual", "household", "unclassified")
STAGES = ("discovered", "fostered", "multiplied")
LEVELS = ("grassroots", "district", "province", "ministry", "state")
# From what came into the period to what came of it; each step is of those of the first.
FUNNELS: Mapping[str, tuple[str, ...]] = {
    "exemplars": ("discovered", "fostered", "honoured", "multiplied"),
    "models": ("registered", "recognised", "honoured", "replicated"),
}
SHARES = ("female", "works_directly", "leads")


class ReportRequest(NamedTuple):
    """What is asked: a period, other periods for single sections, a cut-off day, a unit.

    `cut_off` is an ISO day; `unit` takes in the units below it. `units` is "then" or "now": the
    map that records are shown on (succession.day_of).
    """

    period: Period
    section_periods: Mapping[Section, Period] = MappingProxyType({})
    cut_off: str | None = None
    unit: Unit | None = None
    language: str = "vi"
    units: str | None = None

    def period_of(self, section: Section) -> Period:
        return self.section_periods.get(section, self.period)


class Row(NamedTuple):
    """One row of a breakdown: a coded thing and its numbers by measure (total, collective …).

    `code` is None for what has no unit or field. `date` is only known for events, `group`
    (khối) for units that have one.
    """

    code: str | None
    label: str
    numbers: Mapping[str, int]
    date: str | None = None
    group: str | None = None

    def as_json(self) -> dict[str, Any]:
        dated = {"date": self.date} if "exemplars" in self.numbers else {}
        kinds = {kind: self.numbers[kind] for kind in KINDS if kind in self.numbers}
        nested = "instances" in self.numbers and "exemplars" not in self.numbers
        rest = {name: n for name, n in self.numbers.items() if not nested or name not in kinds}
        return {
            "code": self.code,
            "label": self.label,
            **dated,
            **rest,
            **({"kinds": kinds} if nested else {}),
            **({"group": self.group} if self.group else {}),
        }


Rows = tuple[Row, ...]
# Of the individuals, by what is asked of them: how many there are, yes, no, and not known.
Shares = Mapping[str, Mapping[str, int]]


class ExemplarFigures(NamedTuple):
    """Exemplars with a stage in the period, each counted once. Breakdowns add up to `total`.

    `funnel`: of those discovered in the period, how many reached the further steps in it.
    `by_group` sums up `by_unit`; it is empty where no unit has a group.
    """

    period: Period
    total: int
    kinds: Mapping[str, int]
    milestones: Mapping[str, int]
    by_field: Rows
    by_unit: Rows
    by_year: Rows
    not_placed: int
    open_at_cut_off: int
    funnel: Mapping[str, int]
    shares: Shares
    by_group: Rows


class ModelFigures(NamedTuple):
    """Models registered in the period: distinct (`total`) and model-years (`registrations`).

    `funnel`: of those registered in the period, how many reached the further steps in it.
    """

    period: Period
    total: int
    registrations: int
    new: int
    continued: int
    unstated: int
    kinds: Mapping[str, int]
    recognised: Mapping[str, int]
    replicated: int
    by_field: Rows
    by_unit: Rows
    by_year: Rows
    not_placed: int
    open_at_cut_off: int
    funnel: Mapping[str, int]
    by_group: Rows


class EventFigures(NamedTuple):
    """Conferences held in the period."""

    period: Period
    total: int
    by_type: Rows
    not_placed: int
    open_at_cut_off: int


class HonourFigures(NamedTuple):
    """Honours awarded in the period: instances and distinct recipients, each act apart.

    `shares` are of the instances of individuals, act by act: commend.female.
    """

    period: Period
    instances: int
    recipients: int
    kinds: Mapping[str, int]
    by_act: Rows
    by_event: Rows
    by_form: Rows
    by_title: Rows
    by_category: Rows
    by_level: Rows
    by_unit: Rows
    proposed: int
    cancelled: int
    not_placed: int
    open_at_cut_off: int
    shares: Shares
    by_group: Rows


Figures = ExemplarFigures | ModelFigures | EventFigures | HonourFigures


class Number(NamedTuple):
    """One number of a section: the name of its list or group in JSON, "" for a headline."""

    breakdown: str
    code: str | None
    label: str
    measure: str
    value: int


def each_number(figures: Figures) -> Iterator[Number]:
    """Every number of a section once, in the order of its JSON."""
    for name in figures._fields:
        value: Any = getattr(figures, name)
        if isinstance(value, int):
            yield Number("", None, "", name, value)
        elif isinstance(value, Mapping):
            for code, held in value.items():
                parts = held if isinstance(held, Mapping) else {"total": held}
                yield from (Number(name, code, "", part, n) for part, n in parts.items())
        elif name.startswith("by_"):
            for row in value:
                found = row.numbers.items()
                yield from (Number(name, row.code, row.label or "", part, n) for part, n in found)


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
    """A whole report. `unit` is the name of the office or of the unit asked for.

    `reported` are figures from old papers, no part of any number; `earlier` is the report that
    this one is compared with.
    """

    unit: str
    request: ReportRequest
    exemplars: ExemplarFigures
    models: ModelFigures
    events: EventFigures
    honours: HonourFigures
    reported: tuple[Reported, ...] = ()
    earlier: "ReportFigures | None" = None

    def as_json(self) -> dict[str, Any]:
        return {
            "version": 1,
            "unit": self.unit,
            "cut_off": self.request.cut_off,
            "period": _period_json(self.request.period),
            **{section: _section_json(getattr(self, section)) for section in SECTIONS},
            **({"reported": [one._asdict() for one in self.reported]} if self.reported else {}),
        }


def _period_json(period: Period) -> dict[str, str]:
    return {"text": period.text, "from": period.first, "to": period.last}


def _section_json(figures: Figures) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for name in figures._fields:
        value = getattr(figures, name)
        if isinstance(value, Period):
            value = _period_json(value)
        elif isinstance(value, tuple):
            value = [row.as_json() for row in value]
        elif isinstance(value, Mapping):
            value = dict(value)
        values[name] = value
    return values

"""Which rows stand behind each figure of a report: the list that opens it («which 158?»)."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from emulation_cli.documents.flat import FlatFigure, flat
from emulation_cli.documents.listed import command_of
from emulation_cli.domain.units import Unit
from emulation_cli.tallies.choosing import ListRequest
from emulation_cli.tallies.figures import (
    FUNNELS,
    KINDS,
    STAGES,
    ReportFigures,
    ReportRequest,
    Section,
)
from emulation_cli.tallies.succession import UNASSIGNED_CODE

# A unit by the code that a figure has for it: its own, or its id.
UnitOf = Callable[[str], Unit]


class Opened(NamedTuple):
    """A figure with the request for exactly its rows."""

    figure: FlatFigure
    rows: ListRequest

    def as_json(self) -> dict[str, Any]:
        return {**self.figure._asdict(), "command": command_of(self.rows)}


def opened(figures: ReportFigures, unit_of: UnitOf) -> Iterator[Opened]:
    """Every figure of a report with its rows, in the order of the JSON."""
    for figure in flat(figures):
        yield Opened(figure, rows_behind(figures.request, figure, unit_of))


def rows_behind(request: ReportRequest, figure: FlatFigure, unit_of: UnitOf) -> ListRequest:
    """The request for the rows behind a figure."""
    section: Section = figure.section  # type: ignore[assignment]
    rows = ListRequest(
        noun=section,
        period=request.period_of(section),
        cut_off=request.cut_off,
        unit=request.unit,
        units=request.units,
        language=request.language,
    )
    return _measured(_broken_down(rows, figure, unit_of), figure.measure)


def _filtered(rows: ListRequest, name: str, code: Any) -> ListRequest:
    return replace(rows, filters=(*rows.filters, (name, code)))


def _broken_down(rows: ListRequest, figure: FlatFigure, unit_of: UnitOf) -> ListRequest:
    """The rows of the line that a figure stands in."""
    breakdown, code = figure.breakdown, figure.code or None
    if breakdown == "by_unit":
        return _of_unit(rows, code, unit_of)
    if breakdown == "milestones":
        return replace(rows, milestone=code)
    if breakdown == "funnel":
        return _step(rows, figure.code)
    if breakdown == "shares":
        return _of_individuals(rows, figure)
    if breakdown == "recognised":
        rows = replace(rows, milestone="recognised")
    if breakdown == "by_year" and rows.noun == "models":
        rows = replace(rows, registrations=True)
    name = _COLUMNS.get(breakdown, breakdown.removeprefix("by_"))
    value = _number(code) if name in _NUMBERED else code
    return _filtered(rows, name, value) if breakdown else rows


_COLUMNS = {
    "kinds": "kind",
    "recognised": "level",
    "by_event": "event_id",
    "by_group": "unit_group",
}
_NUMBERED = ("year", "event_id")


def _of_unit(rows: ListRequest, code: str | None, unit_of: UnitOf) -> ListRequest:
    match code:
        case None:
            return _filtered(rows, "unit", None)
        case text if text == UNASSIGNED_CODE:
            return replace(rows, unassigned=True)
    return replace(rows, unit=unit_of(code), alone=True)


def _step(rows: ListRequest, step: str) -> ListRequest:
    """The records that came by the first step of their funnel, and of these by another one."""
    first = FUNNELS[rows.noun][0]
    if first in STAGES:
        rows = replace(rows, milestone=first)
    return rows if step == first else _filtered(rows, step, 1)


# What each share asks of a person, and the values that mean yes, no and not known.
_ASKED: Mapping[str, tuple[str, tuple[Any, ...]]] = {
    "female": ("gender", ("female", "male", None)),
    "works_directly": ("works_directly", (1, 0, None)),
    "leads": ("leads", (1, 0, None)),
}


def _of_individuals(rows: ListRequest, figure: FlatFigure) -> ListRequest:
    """The individuals, of one act, who are asked for a share, or who answer it so."""
    act, _, share = figure.code.rpartition(".")
    rows = _filtered(_filtered(rows, "act", act) if act else rows, "kind", "individual")
    if figure.measure == "individuals":
        return rows
    name, values = _ASKED[share]
    return _filtered(rows, name, values[("yes", "no", "unknown").index(figure.measure)])


def _number(code: str | None) -> int | None:
    """The number of a year, or of an event (E2)."""
    return int(code.removeprefix("E")) if code else None


_STATUSES = ("new", "continued", "unstated")
_CHANGES: Mapping[str, dict[str, Any]] = {
    "not_placed": {"show": "not_placed"},
    "open_at_cut_off": {"show": "open"},
    "proposed": {"show": "proposed"},
    "cancelled": {"show": "cancelled"},
    "replicated": {"milestone": "replicated"},
    "recipients": {"recipients": True},
    **{name: {"registrations": True} for name in (*_STATUSES, "registrations")},
}
_FILTERS: Mapping[str, tuple[str, str | None]] = {
    **{kind: ("kind", kind) for kind in KINDS},
    **{register: ("of", register) for register in ("exemplars", "models", "other")},
    "new": ("status", "new"),
    "continued": ("status", "continued"),
    "unstated": ("status", None),
}


def _measured(rows: ListRequest, measure: str) -> ListRequest:
    """Of those rows the ones that the figure's column counts."""
    rows = replace(rows, **_CHANGES.get(measure, {}))
    return _filtered(rows, *_FILTERS[measure]) if measure in _FILTERS else rows

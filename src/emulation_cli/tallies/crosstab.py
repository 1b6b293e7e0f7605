"""`emul tally`: how many records there are by any of their dimensions, unknown in a row of its own.

The records are those that `list` shows for the same words (choosing.py), so that every cell
opens to exactly its rows.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from emulation_cli.register.store import Register
from emulation_cli.tallies import dimensions
from emulation_cli.tallies.breakdowns import Code, Described, Labels, text, year
from emulation_cli.tallies.choosing import ListRequest, chosen
from emulation_cli.tallies.counting import at_once
from emulation_cli.tallies.dimensions import column, follows_unit, of_units
from emulation_cli.tallies.succession import UnitMap, day_of, unit_map

_TERMS = {
    ("exemplars", "field"): "exemplar_field",
    ("models", "field"): "model_field",
    ("registrations", "field"): "model_field",
    ("registrations", "status"): "registration_status",
    ("events", "type"): "event_type",
    ("units", "type"): "unit_type",
    ("models", "highest_level"): "level",
    ("registrations", "highest_level"): "level",
}


@dataclass(frozen=True)
class Heading:
    """A value of a dimension: its code (None: not known) and its label ("" where it has none)."""

    code: str | None
    label: str


@dataclass(frozen=True)
class Crosstab:
    """Numbers of records by the dimensions `by`, in the order in which they were asked for.

    `counted` is the noun of what is counted: model-years where a model's year or status is asked.
    `headings` are the values that occur, in the order of the register; a cell without records
    is left out of `cells`. `not_placed` are the records that the period cuts. `chosen` are the
    values that the records were filtered by.
    """

    unit: str
    request: ListRequest
    counted: str
    by: tuple[str, ...]
    headings: tuple[tuple[Heading, ...], ...]
    cells: Mapping[tuple[str | None, ...], int]
    not_placed: int
    chosen: tuple[tuple[str, Heading], ...] = ()

    @property
    def total(self) -> int:
        return sum(self.cells.values())


def crosstab(register: Register, request: ListRequest, by: tuple[str, ...]) -> Crosstab:
    """Count the records of a request by dimensions; raises Usage for one that the noun has not."""
    by = dimensions.meant(request.noun, by)
    dimensions.check(request.noun, by)
    noun = dimensions.counted_noun(request.noun, by)
    noun = "registrations" if request.registrations else noun
    units = unit_map(register, day_of(request.units, request.period))
    with register.moment():
        counted = _counted(register, noun, request, by, units)
        labels = Labels(register, request.language)
        headings = tuple(
            _headings(labels, noun, name, {key[place] for key in counted})
            for place, name in enumerate(by)
        )
        not_placed = _not_placed(register, noun, request, units)
        filters = tuple(_chosen(labels, noun, name, code) for name, code in request.filters)
    codes = [{raw: heading.code for raw, heading in found.items()} for found in headings]
    cells: Counter[tuple[str | None, ...]] = Counter()
    for raw, n in counted.items():
        cells[tuple(codes[place][value] for place, value in enumerate(raw))] += n
    return Crosstab(
        unit=request.unit.name if request.unit else register.setting("unit") or "",
        request=request,
        counted=noun,
        by=by,
        headings=tuple(_distinct(found.values()) for found in headings),
        cells=cells,
        not_placed=not_placed,
        chosen=filters,
    )


def _chosen(labels: Labels, noun: str, name: str, code: Any) -> tuple[str, Heading]:
    """A filter as the heading that its value would have in the tally."""
    letter = {"event_id": "E", "decision_id": "D"}.get(name)
    if letter and code is not None:
        name, code = name.removesuffix("_id"), f"{letter}{code}"
    elif name in ("exemplar_id", "model_id"):
        letter = {"exemplar_id": "X", "model_id": "M"}[name]
        return "for", Heading(f"{letter}{code}", f"{letter}{code}")
    return name, _headings(labels, noun, name, {code})[code]


_Counted = Counter[tuple[Code, ...]]


def _counted(
    register: Register, noun: str, request: ListRequest, by: tuple[str, ...], units: UnitMap
) -> _Counted:
    """The number of records of each combination; a unit is the one that answers on the map."""
    where, values = chosen(noun, request, units)
    of_unit = [of_units(register, name, units) if follows_unit(noun, name) else None for name in by]
    columns = [
        column(noun, name) if known is None else "r.unit_id"
        for name, known in zip(by, of_unit, strict=True)
    ]
    marks = ", ".join(str(place) for place in range(1, len(by) + 1))
    # Grouped in a second step, else SQLite looks up the names that the view joins for every row.
    sql = (
        f"WITH chosen AS MATERIALIZED (SELECT {', '.join(columns)} FROM {noun} AS r WHERE {where})"
        f" SELECT *, count(*) FROM chosen GROUP BY {marks}"
    )
    counted: _Counted = Counter()
    for *values_of_row, n in register.connection.execute(at_once(sql, request.unit), values):
        key = tuple(
            value if known is None else known.get(value)
            for value, known in zip(values_of_row, of_unit, strict=True)
        )
        counted[key] += n
    return counted


def _described(labels: Labels, noun: str, name: str, raw: Collection[Code]) -> Described:
    """How the values of a dimension are ordered, coded and labelled."""
    if name == "unit":
        return labels.units(raw)
    if name in ("event", "decision"):
        return labels.records(name, raw)
    if name == "year":
        return year
    vocabulary = _TERMS.get((noun, name), name)
    return labels.terms(vocabulary) if labels.register.vocabularies.of(vocabulary) else text


def _headings(labels: Labels, noun: str, name: str, raw: Collection[Code]) -> dict[Code, Heading]:
    """The heading of each value of a dimension that occurs, in the order of the register."""
    described = _described(labels, noun, name, raw)
    found = sorted(((described(value), value) for value in raw), key=lambda pair: pair[0][0])
    return {value: Heading(code, label) for (_, code, label), value in found}


def _distinct(headings: Iterable[Heading]) -> tuple[Heading, ...]:
    return tuple({heading.code: heading for heading in headings}.values())


def _not_placed(register: Register, noun: str, request: ListRequest, units: UnitMap) -> int:
    """How many records were left out because the period cuts their date, or they have none."""
    if request.timeless or request.show != "counted" or request.milestone or noun == "units":
        return 0
    where, values = chosen(noun, replace(request, show="not_placed"), units)
    # Of the whole register in the order of the ids, in which the dates beside the records lie too.
    in_order = "1" if request.unit else "r.id > 0"
    sql = f"SELECT count(*) AS n FROM (SELECT r.id FROM {noun} AS r WHERE {in_order} AND {where})"
    row = register.row(at_once(sql, request.unit), values)
    return int(row["n"]) if row else 0

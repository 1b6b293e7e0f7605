"""`emul tally`: how many records there are by any of their dimensions, unknown in a row of its own.

The records are those that `list` shows for the same words (choosing.py), so that every cell
opens to exactly its rows.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from emulation_cli.register.store import Register
from emulation_cli.tallies.measures import dimensions
from emulation_cli.tallies.measures.answering_units import UnitMap, joined_names
from emulation_cli.tallies.measures.breakdowns import Code, Labels
from emulation_cli.tallies.measures.counted_subjects import looked_for
from emulation_cli.tallies.measures.sources import map_of, source_of
from emulation_cli.tallies.money import Money
from emulation_cli.tallies.row_lists.list_requests import ANY, ListRequest


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
    values that the records were filtered by. `money` has for a cell of honours the đồng that are
    known and how many honours do not say how much.
    """

    unit: str
    request: ListRequest
    counted: str
    by: tuple[str, ...]
    headings: tuple[tuple[Heading, ...], ...]
    cells: Mapping[tuple[str | None, ...], int]
    not_placed: int
    chosen: tuple[tuple[str, Heading], ...] = ()
    money: Mapping[tuple[str | None, ...], Money] = field(default_factory=dict)

    @property
    def total(self) -> int:
        return sum(self.cells.values())


def crosstab(register: Register, request: ListRequest, by: tuple[str, ...]) -> Crosstab:
    """Count the records of a request by dimensions; raises Usage for one that the noun has not."""
    by = dimensions.meant(request.noun, by)
    dimensions.check(request.noun, by)
    if dimensions.counted_noun(request.noun, by) == "registrations":
        request = request._replace(registrations=True)
    noun = request.counted
    units = map_of(register, request)
    with register.moment():
        counted = _counted(register, request, by, units)
        labels = Labels(register, request.language)
        headings = tuple(
            _headings(labels, noun, name, {key[place] for key in counted})
            for place, name in enumerate(by)
        )
        not_placed = _not_placed(register, request, units)
        filters = tuple(_chosen(labels, noun, name, code) for name, code in request.filters)
    codes = [{raw: heading.code for raw, heading in found.items()} for found in headings]
    cells: Counter[tuple[str | None, ...]] = Counter()
    money: dict[tuple[str | None, ...], Money] = {}
    for raw, (n, *sums) in counted.items():
        key = tuple(codes[place][value] for place, value in enumerate(raw))
        cells[key] += n
        if sums:
            money[key] = Money(*(a + b for a, b in zip(money.get(key, (0, 0)), sums, strict=True)))
    return Crosstab(
        unit=joined_names(request.within) or register.setting("unit") or "",
        request=request,
        counted=noun,
        by=by,
        headings=tuple(_distinct(found.values()) for found in headings),
        cells=cells,
        not_placed=not_placed,
        chosen=filters,
        money=money if any(one.amount for one in money.values()) else {},
    )


def _chosen(labels: Labels, noun: str, name: str, code: Any) -> tuple[str, Heading]:
    """A filter as the heading that its value would have in the tally."""
    if code == ANY:
        return name.removesuffix("_id"), Heading(ANY, "")
    letter = {"event_id": "E", "decision_id": "D"}.get(name)
    if letter and code is not None:
        name, code = name.removesuffix("_id"), f"{letter}{code}"
    elif name in ("exemplar_id", "model_id"):
        letter = {"exemplar_id": "X", "model_id": "M"}[name]
        return "for", Heading(f"{letter}{code}", f"{letter}{code}")
    return name, _headings(labels, noun, name, {code})[code]


_Counted = dict[tuple[Code, ...], tuple[int, ...]]


def _counted(
    register: Register, request: ListRequest, by: tuple[str, ...], units: UnitMap
) -> _Counted:
    """The number of records of each combination; a unit is the one that answers on the map.

    Of honours also what they came to, and how many do not say it.
    """
    look = looked_for(register, request.counted, narrowed=bool(request.within))
    found = source_of(request, units, by, look)
    named = ", ".join(f"{sql} AS d{place}" for place, sql in enumerate(found.columns))
    sums = ""
    if request.counted == "honours":
        named += ", r.amount AS amount"
        sums = ", ifnull(sum(amount), 0), sum(amount IS NULL)"
    marks = ", ".join(f"d{place}" for place in range(len(by)))
    # Grouped in a second step, else SQLite looks up the names that the view joins for every row.
    chosen = f"chosen AS MATERIALIZED (SELECT {named} FROM {found.rows})"
    head = ", ".join([*found.head, chosen])
    sql = f"WITH {head} SELECT {marks}, count(*){sums} FROM chosen GROUP BY {marks}"
    rows = register.connection.execute(sql, found.values)
    return {tuple(row[: len(by)]): tuple(row[len(by) :]) for row in rows}


def _headings(labels: Labels, noun: str, name: str, raw: Collection[Code]) -> dict[Code, Heading]:
    """The heading of each value of a dimension that occurs, in the order of the register."""
    named = labels.named(noun, name, raw)
    found = sorted(raw, key=lambda value: named[value].place)
    return {value: Heading(named[value].code, named[value].label) for value in found}


def _distinct(headings: Iterable[Heading]) -> tuple[Heading, ...]:
    return tuple({heading.code: heading for heading in headings}.values())


def _not_placed(register: Register, request: ListRequest, units: UnitMap) -> int:
    """How many records were left out because the period cuts their date, or they have none."""
    if (
        request.timeless
        or request.show != "counted"
        or request.milestone
        or request.noun == "units"
    ):
        return 0
    left_out = request._replace(show="not_placed")
    look = looked_for(register, request.counted, narrowed=bool(request.within))
    found = source_of(left_out, units, (), look)
    # Of the whole register in the order of the ids, in which the dates beside the records lie too.
    in_order = "1" if request.within else "r.id > 0"
    sql = f"SELECT count(*) FROM (SELECT r.id FROM {found.rows} AND {in_order})"
    number: int = register.connection.execute(sql, found.values).fetchone()[0]
    return number

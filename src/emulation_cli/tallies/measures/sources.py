"""Rows that are asked for, with the values that they have in dimensions: what every question reads.

`list` shows them, a tally and a report count them; all three find them by this one.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from emulation_cli.register.store import Register
from emulation_cli.tallies.measures.answering_units import UnitMap, day_of, unit_map
from emulation_cli.tallies.measures.counted_subjects import Look, each
from emulation_cli.tallies.measures.dimensions import column, follows_unit, of_units, source
from emulation_cli.tallies.row_lists.list_requests import ListRequest, chosen


class Source(NamedTuple):
    """Parts of a statement. `head` are its tables in WITH, `rows` what follows FROM.

    `columns` are the values in the dimensions that were named, in their order.
    """

    head: tuple[str, ...]
    columns: tuple[str, ...]
    rows: str
    values: Mapping[str, Any]


def map_of(register: Register, request: ListRequest) -> UnitMap:
    """The map of units that the rows of a request stand on."""
    return unit_map(register, day_of(request.units, request.period))


def source_of(request: ListRequest, units: UnitMap, by: Iterable[str], look: Look = each) -> Source:
    """The rows of a request with their values in the dimensions `by`."""
    noun = request.counted
    where, values = chosen(noun, request, units, look)
    head, columns, joins = [], [], []
    for name in by:
        if not _needs_map(noun, name, units):
            columns.append("r.unit_id" if name == "unit" else column(noun, name, look))
            continue
        # What the unit of a record stands for on the map: a unit, its type or its group.
        values[f"map_{name}"] = json.dumps(of_units(units.register, name, units))
        head.append(
            f"map_{name} (unit_id, value) AS MATERIALIZED"
            f" (SELECT CAST(key AS INTEGER), value FROM json_each(:map_{name}))"
        )
        joins.append(f" LEFT JOIN map_{name} ON map_{name}.unit_id = r.unit_id")
        columns.append(f"map_{name}.value")
    rows = f"{source(noun, request.basis)}{''.join(joins)} WHERE {where}"
    return Source(tuple(head), tuple(columns), rows, values)


def _needs_map(noun: str, name: str, units: UnitMap) -> bool:
    """A unit that no other one answers for stands for itself."""
    return follows_unit(noun, name) and not (name == "unit" and not units.answers)

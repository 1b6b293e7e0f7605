"""What a unit holds: its records by noun and act, each number with the list that shows it."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from emulation_cli.domain.offices.units import Unit
from emulation_cli.register.store import Register
from emulation_cli.tallies.crosstab import crosstab
from emulation_cli.tallies.measures.specifications import KINDS
from emulation_cli.tallies.row_lists.list_requests import ListRequest

# By what records are counted; any dimension that all of the noun have would do.
_BY = {"units": "type", "decisions": "level", "events": "type", "figures": "section"}


class Held(NamedTuple):
    """How many records there are, what kinds they are of, and the list that shows them."""

    name: str
    number: int
    kinds: Mapping[str, int]
    rows: ListRequest


def number_of(register: Register, rows: ListRequest) -> int:
    """How many rows a list has."""
    return crosstab(register, rows, (_BY.get(rows.noun, "kind"),)).total


def holdings(register: Register, unit: Unit) -> tuple[Held, ...]:
    """What stands on the register under a unit and the units below it.

    A unit that took the place of others answers for theirs; elsewhere records stand under the
    unit that they were made for.
    """
    followed = "SELECT 1 FROM unit_succession WHERE new_unit_id = ? LIMIT 1"
    follows = register.connection.execute(followed, (unit.id,)).fetchone()
    units = "now" if follows else None
    return tuple(one for one in _held(register, unit, units) if one.number)


def _held(register: Register, unit: Unit, units: str | None) -> Iterator[Held]:
    below = ListRequest("units", within=(unit,))
    if (number := number_of(register, below)) > 1:
        yield Held("units", number, {}, below)
    for noun in ("exemplars", "models"):
        yield _counted(register, noun, ListRequest(noun, within=(unit,), units=units))
    events = ListRequest("events", within=(unit,), units=units)
    yield Held("events", number_of(register, events), {}, events)
    honours = ListRequest("honours", within=(unit,), units=units)
    for term in register.vocabularies.of("act"):
        of_act = honours._replace(filters=(("act", term.code),))
        yield _counted(register, term.code, of_act)
    yield _counted(register, "proposed", honours._replace(show="proposed"))
    figures = ListRequest("figures", within=(unit,), units=units)
    yield Held("figures", number_of(register, figures), {}, figures)


def _counted(register: Register, name: str, rows: ListRequest) -> Held:
    found = crosstab(register, rows, ("kind",)).cells
    kinds = {kind: found.get((kind,), 0) for kind in KINDS}
    return Held(name, sum(kinds.values()), kinds, rows)

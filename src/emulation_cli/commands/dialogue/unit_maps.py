"""`--units then|now` and `--unit`: on which map of the units a report or a list is shown."""

from collections.abc import Iterable, Mapping
from typing import Any

from emulation_cli.commands.dialogue.unit_meant import unit_meant
from emulation_cli.commands.frame.desk import tell
from emulation_cli.domain.errors import Usage
from emulation_cli.domain.offices.units import Unit
from emulation_cli.domain.text import fold
from emulation_cli.domain.times.partial_date import PartialDate
from emulation_cli.domain.times.period import Period
from emulation_cli.register.store import Register
from emulation_cli.tallies.measures.answering_units import UnitMap, day_of, unit_map

_WORDS = {
    "then": "then", "now": "now",
    "khi do": "then", "luc do": "then", "nay": "now", "hien nay": "now",
}  # fmt: skip


def on_map(register: Register, given: Mapping[str, Any], period: Period | None) -> dict[str, Any]:
    """The map and the units that were asked for, as a report's or a list's request takes them.

    Of units of one name, the one that the map of that day shows is meant.
    """
    units = map_named(given.get("units"))
    day = day_of(units, period)
    on = PartialDate(day) if day else period
    found = (unit_meant(register, text, on) for text in given.get("unit") or ())
    return {"units": units, "within": tuple({unit.id: unit for unit in found}.values())}


def tell_of_others(
    register: Register, within: Iterable[Unit], units: str | None, days: Period
) -> None:
    """Say that records once under the units stand elsewhere on the map that was not chosen."""
    if units is not None:
        return
    for unit in within:
        count = unit_map(register, day_of(units, days)).left_with_records(unit)
        if count:
            tell("units.elsewhere", unit=unit.name, count=count)


def places(register: Register, text: str | None) -> UnitMap:
    """The map that a word names, where there is no period: that of the records, or of today."""
    return unit_map(register, day_of(map_named(text), None))


def map_named(text: str | None) -> str | None:
    """The map that a word names, "then" or "now"; raises Usage for any other word."""
    if text is None:
        return None
    if fold(text) not in _WORDS:
        raise Usage("units.unknown_map", text=text)
    return _WORDS[fold(text)]

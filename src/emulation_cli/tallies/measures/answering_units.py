"""Which unit answers on a day for what an older one did: merged, renamed, or split and open.

Records keep the unit that they were made for. The map of a day says under which unit they stand
then; whatever the day, each record stands in exactly one place, so totals are equal.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property

from emulation_cli.domain.offices.units import Unit
from emulation_cli.domain.times.period import Period
from emulation_cli.register.store import Register

# The place of the records of a split unit, until each is assigned to one of its successors.
UNASSIGNED = 0
UNASSIGNED_CODE = "unassigned"

_SUCCESSIONS = (
    "SELECT old_unit_id, new_unit_id, date FROM unit_succession WHERE date <= ? ORDER BY date, id"
)
_WITH_RECORDS = """
SELECT count(*) FROM unit WHERE id IN (SELECT value FROM json_each(?)) AND (
  EXISTS (SELECT 1 FROM exemplar WHERE unit_id = unit.id)
  OR EXISTS (SELECT 1 FROM model WHERE unit_id = unit.id)
  OR EXISTS (SELECT 1 FROM honour WHERE unit_id = unit.id)
  OR EXISTS (SELECT 1 FROM event WHERE unit_id = unit.id))
"""
Steps = Mapping[int, list[tuple[str, int]]]
Place = tuple[int, str]


def answering(steps: Steps, unit: int, known: dict[Place, int] | None = None) -> int | None:
    """The unit that answers in the end, or None where a split left several.

    A step may be taken only on the day of the last one or later: a unit that came back is where
    the way ends, and no circle is walked twice. `known` keeps the ends of places of one end, so
    that a long line of units is walked once and not from each of them.
    """
    known = {} if known is None else known
    ends: set[int] = set()
    seen: set[Place] = set()
    open_ends = [(unit, "")]
    while open_ends and len(ends) < _SPLIT:
        place = open_ends.pop()
        if place in seen:
            continue
        seen.add(place)
        if place in known:
            ends.add(known[place])
            continue
        here, since = place
        onwards = [(new, day) for day, new in steps.get(here, ()) if day >= since]
        open_ends += onwards
        if not onwards:
            ends.add(here)
    if len(ends) != 1:
        return None
    known |= dict.fromkeys(seen, *ends)
    return ends.pop()


_SPLIT = 2


class UnitMap:
    """The map of a day. `answers` holds only the units whose place another one has taken.

    None is the answer for a split unit. An empty map leaves every record where it was made.
    """

    def __init__(self, register: Register, answers: Mapping[int, int | None] | None = None) -> None:
        self.register = register
        self.answers = answers or {}

    def place(self, unit: int | None) -> int | None:
        """The unit that a record stands under on this map; UNASSIGNED for that of a split one."""
        if unit is None or unit not in self.answers:
            return unit
        return self.answers[unit] or UNASSIGNED

    @property
    def split(self) -> list[int]:
        """The units that several followed, so that each record has to be assigned."""
        return [old for old, new in self.answers.items() if new is None]

    def standing_under(self, unit: int) -> list[int]:
        """The units whose records stand under this very one: itself, and those it answers for."""
        own = [] if unit in self.answers else [unit]
        return own + [old for old, new in self.answers.items() if new == unit]

    @cached_property
    def _below(self) -> Mapping[int, list[int]]:
        """Every unit under the one that answers for it, else under its parent."""
        below: defaultdict[int, list[int]] = defaultdict(list)
        for number, parent in self.register.connection.execute("SELECT id, parent_id FROM unit"):
            above = self.answers.get(number) or parent
            if above is not None:
                below[above].append(number)
        return below

    def scope(self, unit: Unit) -> set[int]:
        """The unit, those that it answers for, and the units below any of them."""
        found: set[int] = set()
        waiting = [unit.id]
        while waiting:
            number = waiting.pop()
            if number not in found:
                found.add(number)
                waiting += self._below[number]
        return found

    def left_with_records(self, unit: Unit) -> int:
        """How many units with records stood under a unit as recorded, and do not on this map."""
        then = UnitMap(self.register).scope(unit)
        left = json.dumps(sorted(then - self.scope(unit)))
        found = self.register.connection.execute(_WITH_RECORDS, (left,)).fetchone()
        return int(found[0])

    def parameters(self, within: Iterable[Unit]) -> dict[str, str]:
        """The parameters of the conditions that `counting` builds upon this map."""
        if not self.answers:
            return {}
        scope = sorted(set().union(*map(self.scope, within)))
        return {"scope": json.dumps(scope), "answers": json.dumps(self._places())}

    def _places(self) -> dict[int, int]:
        return {old: new or UNASSIGNED for old, new in self.answers.items()}


def unit_map(register: Register, day: str | None) -> UnitMap:
    """The map of an ISO day; without a day that of the records themselves."""
    if day is None:
        return UnitMap(register)
    steps: defaultdict[int, list[tuple[str, int]]] = defaultdict(list)
    for old, new, since in register.connection.execute(_SUCCESSIONS, (day,)):
        steps[old].append((since, new))
    known: dict[Place, int] = {}
    found = {old: answering(steps, old, known) for old in steps}
    return UnitMap(register, {old: new for old, new in found.items() if new != old})


def day_of(units: str | None, period: Period | None) -> str | None:
    """The day whose map is meant by `--units`: now is today, then the time of each record.

    An ISO day is that day. Without a word it is the end of the period, as an office would have
    drawn the map in its report; without a period the time of each record.
    """
    match units:
        case "now":
            return date.today().isoformat()
        case "then":
            return None
        case None:
            return period.last if period else None
        case day:
            return day


def joined_names(within: Iterable[Unit]) -> str:
    """The names of the units that were asked for together, as one text."""
    return ", ".join(unit.name for unit in within)


def units_in_json(within: Sequence[Unit], name: str) -> str | list[str]:
    """The name of the unit or office; of several units asked for together a list of them."""
    return [unit.name for unit in within] if len(within) > 1 else name


def names(register: Register, numbers: Iterable[int]) -> dict[int, str]:
    """The names of units by their numbers."""
    wanted = json.dumps(sorted(set(numbers)))
    sql = "SELECT id, name FROM unit WHERE id IN (SELECT value FROM json_each(?))"
    return dict(register.connection.execute(sql, (wanted,)).fetchall())

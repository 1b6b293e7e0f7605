"""Lines of units: which follow one another, and which hang together at all."""

import sqlite3
from collections import defaultdict
from functools import cached_property


class Lines:
    """The successions of a register, as far as they are asked for; at any time, not of a day."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._kin: dict[int, frozenset[int]] = {}
        self._later: dict[int, frozenset[int]] = {}

    @cached_property
    def none(self) -> bool:
        """Whether no unit follows another."""
        sql = "SELECT 1 FROM unit_succession LIMIT 1"
        return self._connection.execute(sql).fetchone() is None

    def kin(self, unit: int) -> frozenset[int]:
        """Every unit that hangs together with one by successions, itself among them."""
        if self.none:
            return frozenset((unit,))
        if unit not in self._kin:
            found, waiting = {unit}, [unit]
            while waiting:
                new = self._beside(waiting.pop()) - found
                found |= new
                waiting += new
            self._kin |= dict.fromkeys(found, frozenset(found))
        return self._kin[unit]

    def root(self, unit: int) -> int:
        """One unit that stands for all that hang together."""
        return min(self.kin(unit))

    def on_one(self, one: int, other: int) -> bool:
        """Whether two units are one, or the one leads to the other.

        Two that were merged into a third, or split off one, are not.
        """
        if one == other:
            return True
        return not self.none and (other in self._after(one) or one in self._after(other))

    def _beside(self, unit: int) -> set[int]:
        sql = (
            "SELECT new_unit_id FROM unit_succession WHERE old_unit_id = ?1"
            " UNION SELECT old_unit_id FROM unit_succession WHERE new_unit_id = ?1"
        )
        return {found for (found,) in self._connection.execute(sql, (unit,))}

    def _after(self, unit: int) -> frozenset[int]:
        """The units that a unit leads to; no step goes back in time."""
        if unit not in self._later:
            steps: defaultdict[int, set[str]] = defaultdict(set)
            waiting = [(unit, "")]
            while waiting:
                here, since = waiting.pop()
                for new, day in self._onwards(here):
                    if day >= since and day not in steps[new]:
                        steps[new].add(day)
                        waiting.append((new, day))
            self._later[unit] = frozenset(steps)
        return self._later[unit]

    def _onwards(self, unit: int) -> list[tuple[int, str]]:
        sql = "SELECT new_unit_id, date FROM unit_succession WHERE old_unit_id = ?"
        return self._connection.execute(sql, (unit,)).fetchall()

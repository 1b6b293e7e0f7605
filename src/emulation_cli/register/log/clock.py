"""On which day a change was made: clocks go wrong, the order of changes does not.

The raw clocks that rise with the numbers of the changes, as many as can be, are taken for right.
A change whose clock does not fit among them was made on the day of the change before it; so one
slip, ahead or behind, heals with the next command whose clock is right.
"""

import sqlite3
from bisect import bisect_right
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from emulation_cli.domain.patterns import pattern

_CLOCK = pattern(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_HARMLESS = timedelta(hours=1)


class Moment(NamedTuple):
    """A change, its own clock, and when it was made as far as can be told."""

    change: int
    raw: str
    at: str

    @property
    def slipped(self) -> bool:
        """Whether its clock does not fit among the others."""
        return self.raw != self.at


def moments(connection: sqlite3.Connection) -> list[Moment]:
    """Every change in its order."""
    rows = connection.execute("SELECT id, at FROM change ORDER BY id").fetchall()
    settled = settle([raw for _, raw in rows])
    return [Moment(number, raw, at) for (number, raw), at in zip(rows, settled, strict=True)]


def settle(clocks: Sequence[str]) -> list[str]:
    """The clocks, each that does not fit replaced by the one before it (the first: by the next)."""
    right = longest_run(clocks)
    settled: list[str] = []
    current = clocks[right[0]] if right else ""
    fitting = set(right)
    for place, clock in enumerate(clocks):
        current = clock if place in fitting or not right else current
        settled.append(current)
    return settled


def longest_run(clocks: Sequence[str]) -> list[int]:
    """The places of the longest run of clocks that never go back; of equals, the latest changes."""
    lengths: list[int] = []
    ends: list[str] = []  # the smallest end of a run of each length
    for clock in clocks:
        if not _CLOCK.fullmatch(clock):
            lengths.append(0)
            continue
        place = bisect_right(ends, clock)
        ends[place : place + 1] = [clock]
        lengths.append(place + 1)
    chosen: list[int] = []
    for place in range(len(clocks) - 1, -1, -1):
        wanted = len(ends) - len(chosen)
        if lengths[place] == wanted > 0 and (not chosen or clocks[place] <= clocks[chosen[-1]]):
            chosen.append(place)
    return chosen[::-1]


def behind(connection: sqlite3.Connection) -> str | None:
    """The clock of the last change where it lies after now: one of the two is wrong."""
    row = connection.execute("SELECT at FROM change ORDER BY id DESC LIMIT 1").fetchone()
    limit = (datetime.now(UTC) + _HARMLESS).strftime("%Y-%m-%dT%H:%M:%SZ")
    return str(row[0]) if row and _CLOCK.fullmatch(row[0]) and row[0] > limit else None


def start_of(day: str) -> str:
    """The moment at which a day begins here, as the log writes moments."""
    return datetime.combine(date.fromisoformat(day), time()).astimezone(UTC).isoformat()[:19] + "Z"


def end_of(day: str) -> str:
    """The first moment after a day."""
    return start_of((date.fromisoformat(day) + timedelta(days=1)).isoformat())

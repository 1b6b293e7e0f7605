"""Which automatic backups are worth keeping: many of late, few of long ago."""

from collections.abc import Callable, Hashable, Iterable
from datetime import datetime, timedelta

# Up to an age, the last backup of every such stretch of time is kept; of a year, for ever.
RULES: tuple[tuple[timedelta, Callable[[datetime], Hashable]], ...] = (
    (timedelta(days=1), lambda moment: moment),
    (timedelta(days=14), lambda moment: moment.date()),
    (timedelta(weeks=9), lambda moment: moment.isocalendar()[:2]),
    (timedelta(days=731), lambda moment: (moment.year, moment.month)),
    (timedelta.max, lambda moment: moment.year),
)


def kept(moments: Iterable[datetime], now: datetime) -> set[datetime]:
    """The moments whose backups stay; the newest always does."""
    chosen: set[datetime] = set()
    seen: set[tuple[int, Hashable]] = set()
    for moment in sorted(moments, reverse=True):
        for number, (age, stretch) in enumerate(RULES):
            if now - moment <= age and (number, stretch(moment)) not in seen:
                seen.add((number, stretch(moment)))
                chosen.add(moment)
    return chosen

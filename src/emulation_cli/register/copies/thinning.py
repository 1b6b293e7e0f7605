"""Which automatic backups are worth keeping: many of late, few of long ago.

No deletion hangs on one reading of a clock: backups stand in the order of the changes they hold,
their clocks are settled as those of changes are, and age is counted from the last but one.
"""

from collections.abc import Callable, Hashable, Sequence
from datetime import datetime, timedelta

from emulation_cli.register.log.clock import settle

# Up to an age, the last backup of every such stretch of time is kept; of a year, for ever.
RULES: tuple[tuple[timedelta, Callable[[datetime], Hashable]], ...] = (
    (timedelta(days=1), lambda moment: moment),
    (timedelta(days=14), lambda moment: moment.date()),
    (timedelta(weeks=9), lambda moment: moment.isocalendar()[:2]),
    (timedelta(days=731), lambda moment: (moment.year, moment.month)),
    (timedelta.max, lambda moment: moment.year),
)
ALWAYS = 10
_FORM = "%Y-%m-%dT%H:%M:%SZ"


def superfluous(clocks: Sequence[datetime]) -> list[int]:
    """The places of the backups that age made superfluous, of those that stand in their order."""
    settled = [
        datetime.strptime(text, _FORM)  # noqa: DTZ007 (the clock of this machine, as in the names)
        for text in settle([clock.strftime(_FORM) for clock in clocks])
    ]
    seen: set[tuple[int, Hashable]] = set()
    gone = []
    for place in range(len(settled) - 1, -1, -1):
        fresh = _stretches(settled[place], settled[max(len(settled) - 2, 0)]) - seen
        seen |= fresh
        if not fresh and place < len(settled) - ALWAYS:
            gone.append(place)
    return gone


def _stretches(moment: datetime, now: datetime) -> set[tuple[int, Hashable]]:
    """The stretches of time, by rule, of which a backup may be the last."""
    return {
        (number, stretch(moment))
        for number, (age, stretch) in enumerate(RULES)
        if now - moment <= age
    }

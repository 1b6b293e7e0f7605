"""Periods as the office means them: on the day they are said, a term by the days set for it."""

from datetime import date

from emulation_cli.domain.times.period import Period
from emulation_cli.domain.times.spoken_periods import as_said_on
from emulation_cli.register.store import Register


def office_period(register: Register, text: str) -> Period:
    """Read a period in any notation; raises UnreadablePeriod."""

    def read(term: str) -> Period:
        return with_set_days(register, Period.parse(term))

    return read(as_said_on(text, date.today(), read))


def with_set_days(register: Register, period: Period) -> Period:
    """A term of office from and to the days that the office has set for it."""
    days = period.term and register.setting(setting_of(*period.term))
    if not days:
        return period
    first, last = days.split("/")
    return period._replace(first=first, last=last)


def setting_of(first: int, last: int) -> str:
    """The name under which the days of a term are kept."""
    return f"term:{first}-{last}"

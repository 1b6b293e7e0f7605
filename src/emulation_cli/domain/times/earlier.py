"""The period that another one is compared with (DOMAIN section 2, «cùng kỳ», and section 3, 10)."""

from calendar import monthrange
from datetime import date, timedelta

from emulation_cli.domain.times.period import Period

_DAY = timedelta(days=1)


def last_year(period: Period) -> Period:
    """The same months of the year before; 29 February becomes 28."""
    return _period(_months_before(_first(period), 12), _end_before(period, 12))


def previous(period: Period) -> Period:
    """As long a period, ending where this one begins: 2018-2020 for 2021-2023.

    Terms of office meet in a year: before 2020-2025 comes 2015-2020.
    """
    if period.term:
        first_year, last_year_of_term = period.term
        return Period.parse(f"nhiệm kỳ {2 * first_year - last_year_of_term}-{first_year}")
    first, last = _first(period), _last(period)
    if first.day == 1 and last == _month_end(last):
        months = 12 * (last.year - first.year) + last.month - first.month + 1
        return _period(_months_before(first, months), first - _DAY)
    return _period(first - (last - first) - _DAY, first - _DAY)


def moved(day: str, period: Period, earlier: Period) -> str:
    """A cut-off day, as far from the end of the earlier period as it is from that of `period`."""
    whole_years = period.last[5:] == earlier.last[5:]
    moved = date.fromisoformat(day)
    if whole_years:
        return _months_before(moved, 12 * (_last(period).year - _last(earlier).year)).isoformat()
    return (moved - (_last(period) - _last(earlier))).isoformat()


def _first(period: Period) -> date:
    return date.fromisoformat(period.first)


def _last(period: Period) -> date:
    return date.fromisoformat(period.last)


def _month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def _months_before(day: date, months: int) -> date:
    place = 12 * day.year + day.month - 1 - months
    year, month = divmod(place, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _end_before(period: Period, months: int) -> date:
    """The end moved back; the end of a month stays one, leap year or not."""
    last = _last(period)
    moved = _months_before(last, months)
    return _month_end(moved) if last == _month_end(last) else moved


def _period(first: date, last: date) -> Period:
    whole_years = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
    if whole_years:
        text = f"{first.year}" if first.year == last.year else f"{first.year}-{last.year}"
    else:
        text = f"{first:%d/%m/%Y}-{last:%d/%m/%Y}"
    return Period(text, first.isoformat(), last.isoformat())

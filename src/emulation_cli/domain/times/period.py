"""Periods as Vietnamese offices write them; both ends are included (DOMAIN section 3, rule 2)."""

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from emulation_cli.domain.errors import Usage
from emulation_cli.domain.text import clean, fold
from emulation_cli.domain.times.partial_date import EARLIEST_YEAR, ImpossibleDate, PartialDate

LATEST_YEAR = 2200
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_DAY = r"\d{1,2}\s*[/.]\s*\d{1,2}\s*[/.]\s*\d{4}|\d{4}-\d{1,2}-\d{1,2}"
_MONTH = r"\d{1,2}\s*[/-]\s*\d{4}|\d{4}-\d{1,2}"


class UnreadablePeriod(Usage):
    """The text is no period; the sentence names the forms that are understood."""


class Period(NamedTuple):
    """An interval of whole days. `first` and `last` are ISO days, `text` is the period as given."""

    text: str
    first: str
    last: str

    @property
    def years(self) -> range:
        """The calendar years the period touches."""
        return range(int(self.first[:4]), int(self.last[:4]) + 1)

    @property
    def whole_years(self) -> bool:
        return self.first.endswith("-01-01") and self.last.endswith("-12-31")

    @property
    def term(self) -> tuple[int, int] | None:
        """The two years of a term of office (nhiệm kỳ), which share the year of its congress."""
        found = re.fullmatch(rf"(?:{_TERM}) ?(\d{{4}})-(\d{{4}})", _normal(self.text))
        return (int(found[1]), int(found[2])) if found else None

    def contains(self, day: PartialDate) -> bool:
        """Whether the whole interval of the date lies inside."""
        return self.first <= day.first and day.last <= self.last

    def cuts(self, day: PartialDate) -> bool:
        """Whether the date may lie inside or outside: such a record cannot be placed."""
        overlaps = day.first <= self.last and self.first <= day.last
        return overlaps and not self.contains(day)

    @classmethod
    def parse(cls, text: str) -> "Period":
        """Read a period in any notation of an office; raises UnreadablePeriod."""
        folded = _normal(text)
        for pattern, build in _FORMS:
            if match := re.fullmatch(pattern, folded):
                first, last = build(*match.groups())
                if first > last:
                    raise UnreadablePeriod("domain.reversed_period", text=text)
                return cls(clean(text), first.isoformat(), last.isoformat())
        raise UnreadablePeriod("domain.unreadable_period", text=text)


_TERM = "nhiem ky|nk|term"


def _normal(text: str) -> str:
    dashes = re.sub(r"[\u2010-\u2015\u2212]", "-", fold(text))
    bare = re.sub(r"\s*[()]\s*", " ", dashes)  # «giai đoạn 5 năm (2021-2025)»
    return re.sub(r"\s*([-/])\s*", r"\1", bare).strip()


def _year(text: str) -> int:
    """A year that a plan or a term may name, further ahead than a record may be dated."""
    if not EARLIEST_YEAR <= int(text) <= LATEST_YEAR:
        raise UnreadablePeriod("domain.unreadable_period", text=text)
    return int(text)


def _months(year: str, first: int, last: int) -> tuple[date, date]:
    number = _year(year)
    if not (1 <= first <= 12 and 1 <= last <= 12):
        raise UnreadablePeriod("domain.unreadable_period", text=f"{last:02}/{year}")
    import calendar

    return date(number, first, 1), date(number, last, calendar.monthrange(number, last)[1])


def _years(first: str, last: str | None = None) -> tuple[date, date]:
    return date(_year(first), 1, 1), date(_year(last or first), 12, 31)


def _quarter(mark: str, year: str) -> tuple[date, date]:
    quarter = _ROMAN.get(mark) or int(mark)
    return _months(year, 3 * quarter - 2, 3 * quarter)


def _first_months(count: str, year: str) -> tuple[date, date]:
    return _months(year, 1, int(count))


def _last_months(count: str, year: str) -> tuple[date, date]:
    return _months(year, 13 - int(count), 12)


def _school_year(first: str, last: str) -> tuple[date, date]:
    """September to August (DOMAIN section 3, rule 2); the second year must follow the first."""
    if _year(last) != _year(first) + 1:
        raise UnreadablePeriod("domain.school_year", text=f"{first}-{last}")
    return date(int(first), 9, 1), date(int(last), 8, 31)


def _semester(mark: str, first: str, last: str) -> tuple[date, date]:
    """Half a school year: the first to the middle of January, the second to the end of May."""
    begin, _ = _school_year(first, last)
    if (_ROMAN.get(mark) or int(mark)) == 1:
        return begin, date(int(last), 1, 15)
    return date(int(last), 1, 16), date(int(last), 5, 31)


def _between(first: str, last: str) -> tuple[date, date]:
    return _ends(first)[0], _ends(last)[1]


def _ends(text: str) -> tuple[date, date]:
    numbers = re.findall(r"\d+", text)
    year, month, *day = numbers if len(numbers[0]) == 4 else reversed(numbers)
    if not day:
        return _months(year, int(month), int(month))
    try:
        end = date(_year(year), int(month), int(day[0]))
    except ValueError:
        raise ImpossibleDate("domain.impossible_date", date=text) from None
    return end, end


def _month(text: str) -> tuple[date, date]:
    numbers = [int(number) for number in re.findall(r"\d+", text)]
    month, year = sorted(numbers)
    return _months(str(year), month, month)


_YEARS = (
    r"(?:trong )?(?:cac |\d{1,2} )?"
    rf"(?:nam|giai doan|thoi ky|{_TERM}|tu(?: nam)?|period|years?)? ?"
)
_END = rf"(?:ngay |thang )?({_DAY}|{_MONTH})"
_OF_YEAR = r"(?:/| nam |[ -])(\d{4})"
_Builder = Callable[..., tuple[date, date]]
# Kept as text: a command compiles only the forms up to the one that fits.
_FORMS: tuple[tuple[str, _Builder], ...] = (
    (rf"{_YEARS}(\d{{4}})", _years),
    (rf"{_YEARS}(\d{{4}})(?:-| den nam | den | to )(\d{{4}})", _years),
    (rf"(?:qu[yi] |q\.? ?)([1-4]|i{{1,3}}|iv){_OF_YEAR}", _quarter),
    (r"quarter ([1-4])[ /](\d{4})", _quarter),
    (r"(\d{4})-?q([1-4])", lambda year, mark: _quarter(mark, year)),
    (rf"0?([1-9]|1[0-2]) ?(?:thang|t)(?: dau(?: nam)?)?{_OF_YEAR}", _first_months),
    (rf"0?([1-9]|1[0-2]) ?(?:thang|t) cuoi(?: nam)?{_OF_YEAR}", _last_months),
    (r"first (\d{1,2}) months(?: of)? (\d{4})", _first_months),
    (r"last (\d{1,2}) months(?: of)? (\d{4})", _last_months),
    (r"(\d{4})-?h([12])", lambda year, half: _months(year, 6 * int(half) - 5, 6 * int(half))),
    (r"h([12])/(\d{4})", lambda half, year: _months(year, 6 * int(half) - 5, 6 * int(half))),
    (r"(?:nam hoc|school year) (\d{4})-(\d{4})", _school_year),
    (
        r"(?:hoc ky|hk|semester) ?(i{1,2}|[12]),? ?(?:nam hoc|school year)? ?(\d{4})-(\d{4})",
        _semester,
    ),
    (rf"(?:thang |t)?({_MONTH}|\d{{1,2}} nam \d{{4}})", _month),
    (rf"(?:ngay )?({_DAY})", lambda day: _between(day, day)),
    (rf"(?:tu )?{_END}(?:-| den | to |\.\.|/){_END}", _between),
)

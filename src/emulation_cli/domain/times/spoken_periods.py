"""Periods that depend on the day on which they are said: «năm nay», «đến nay», «tháng 10»."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from emulation_cli.domain.text import fold
from emulation_cli.domain.times.period import Period

_TODAY = r"(?:(?:den|toi) |[-–] ?)(?:nay|hien nay|hom nay)|to (?:date|today)|until now"
_MONTHS_OF_A_QUARTER = 3
_YEARS_OF_A_TERM = 5
_FIRST_OF_SCHOOL = 9


def _this_year(day: date) -> str:
    return f"{day.year}"


def _last_year(day: date) -> str:
    return f"{day.year - 1}"


def _quarter(day: date) -> str:
    return f"Q{(day.month - 1) // _MONTHS_OF_A_QUARTER + 1}/{day.year}"


def _quarter_before(day: date) -> str:
    first = (day.month - 1) // _MONTHS_OF_A_QUARTER * _MONTHS_OF_A_QUARTER + 1
    return _quarter(date(day.year, first, 1) - timedelta(1))


def _month(day: date) -> str:
    return f"{day:%m/%Y}"


def _month_before(day: date) -> str:
    return _month(day.replace(day=1) - timedelta(1))


def _today(day: date) -> str:
    return f"{day:%d/%m/%Y}"


def _since_new_year(day: date) -> str:
    return f"01/01/{day.year}-{_today(day)}"


def _school_year(day: date) -> str:
    first = day.year if day.month >= _FIRST_OF_SCHOOL else day.year - 1
    return f"năm học {first}-{first + 1}"


def this_term(day: date) -> str:
    """The term of office of a day: congresses are held every five years, in 2020, 2025 …"""
    first = day.year - day.year % _YEARS_OF_A_TERM
    return f"nhiệm kỳ {first}-{first + _YEARS_OF_A_TERM}"


_SAID: tuple[tuple[str, Callable[[date], str]], ...] = (
    (r"nam nay|this year", _this_year),
    (r"nam ngoai|nam truoc|nam roi|last year", _last_year),
    (r"qu[yi] nay|this quarter", _quarter),
    (r"qu[yi] truoc|last quarter", _quarter_before),
    (r"thang nay|this month", _month),
    (r"thang truoc|last month", _month_before),
    (r"hom nay|today", _today),
    (r"tu dau nam(?: nay)?", _since_new_year),
    (r"nam hoc nay|this school year", _school_year),
    (r"nhiem ky nay|nhiem ky hien nay|this term", this_term),
)
# What lacks its year: that of the day is meant.
_WITHOUT_YEAR = (
    r"(?:thang |t)\d{1,2}|(?:qu[yi] |q\.? ?)(?:[1-4]|i{1,3}|iv)"
    r"|\d{1,2} ?(?:thang|t)(?: (?:dau|cuoi))?(?: nam)?(?: nay)?"
)


def as_said_on(text: str, today: date, read: Callable[[str], Period] = Period.parse) -> str:
    """The same period without the day on which it is said; another text as it is.

    `read` gives the period whose first day is meant: «nhiệm kỳ 2020-2025 đến nay».
    """
    folded = re.sub(r"\s+", " ", fold(text)).strip()
    if (until := re.sub(rf" ?(?:{_TODAY})$", "", folded)) != folded:
        return f"{_first_day(until, today, read)}-{_today(today)}"
    for pattern, said in _SAID:
        if re.fullmatch(pattern, folded):
            return said(today)
    if re.fullmatch(_WITHOUT_YEAR, folded):
        whole = re.sub(r"( nam)? nay$| nam$", "", folded)
        joint = " năm " if re.search(r"(dau|cuoi)$|^\d+ ?(thang|t)", whole) else "/"
        # In the letters in which it was written: it is printed so.
        return f"{' '.join(text.split()[: len(whole.split())])}{joint}{today.year}"
    return text


def _first_day(text: str, today: date, read: Callable[[str], Period]) -> str:
    """The day that a period up to today begins on; of the year where none is said."""
    since = re.sub(r"^(?:tu|from) ?", "", text).strip(" ,-")
    if since in ("dau nhiem ky", "dau nk", "nhiem ky", "nhiem ky nay"):
        since = this_term(today)
    if since in ("", "dau nam", "dau nam nay", "year"):
        return f"01/01/{today.year}"
    return date.fromisoformat(read(since).first).strftime("%d/%m/%Y")

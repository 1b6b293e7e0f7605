"""Days as programs and clerks write them, made plain: «2023-10-04T00:00Z», «04-Oct-2023»."""

import re
from collections.abc import Iterable
from datetime import datetime, timedelta, timezone

from emulation_cli.domain.patterns import pattern
from emulation_cli.domain.text import fold

# Digits and signs of full width, and the slashes of fractions and of division.
_WIDE = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)} | {0x2044: "/", 0x2215: "/"}
_HERE = timezone(timedelta(hours=7))
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()  # noqa: SIM905
_NAME = "(" + "|".join(_MONTHS) + r")[a-z]*\.?"
_DAY_NAME = pattern(
    rf"(\d{{1,2}})(?:st|nd|rd|th)?[\s-]+{_NAME}[\s,-]+(\d{{4}}|\d{{2}})", re.IGNORECASE
)
_NAME_DAY = pattern(rf"{_NAME}\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})", re.IGNORECASE)
_SCRIPT = pattern(
    rf"(?:[A-Z][a-z]{{2}},? )?{_NAME} (\d{{1,2}}) (\d{{4}})(?: \d\d:\d\d.*)?", re.IGNORECASE
)
_WITH_TIME = pattern(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d\S*")
_YEAR_FIRST = pattern(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})")
_GLUED = pattern(r"((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])")
_CLOCK = pattern(
    r"[\s,]+(?:lúc\s+)?\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?\s*(?:sa|ch|am|pm|a\.m\.|p\.m\.)?$",
    re.IGNORECASE,
)
_WEEKDAY = pattern(
    r"[\s,(]*\b(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|cn"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b[\s,)]*(?:ngày\b\s*)?",
    re.IGNORECASE,
)
_NO_YEAR_WORD = pattern(r"(tháng\s+\d{1,2})[\s,/-]+(\d{4})$", re.IGNORECASE)
_NAMES_OF_MONTHS = (
    "mười hai", "mười một", "mười", "chín", "tám", "bảy", "sáu", "năm", "tư", "ba", "hai", "một",
)  # fmt: skip
_NAMED_MONTH = pattern(
    rf"\b(?:thg|tháng)\.?\s*({'|'.join(_NAMES_OF_MONTHS)})\b(?!\s+\d{{1,2}}\b)", re.IGNORECASE
)
_SHORT_WORD = pattern(r"[\s-]+(?:thg|tháng)\.?\s*(?=\d)", re.IGNORECASE)
_SERIAL_WITH_TIME = pattern(r"(\d{5}),\d+")
_AMERICAN = pattern(r"([1-9]|1[0-2])/([1-9]|1[0-2])/\d{4} 0:00(?::00)?")
_ENGLISH_HOUR = pattern(r"(\d{1,2})/\d{1,2}/\d{4},? \d{1,2}:\d\d(?::\d\d)? ?[AP]M", re.IGNORECASE)
# «25-26/12/2023», «ngày 25 và 26 tháng 12 năm 2023»: on folded text.
_DAYS = pattern(
    r"(?:(?:tu|trong|cac) )?(?:ngay )?\d{1,2}(?: ?(?:-|–|va|,|den|&) ?(?:ngay )?\d{1,2})+"
    r"(?: thang |/)(\d{1,2})(?: nam |/)(\d{4})"
)
_FROM_TO = pattern(r"(?:tu )?(?:ngay )?(\S+) (?:-|–|den(?: het)?) (?:ngay )?(\S+)")
_FULL = pattern(r"\d{1,2}[/.-](\d{1,2})[/.-](\d{4})")


def plain_day(text: str) -> str:
    """The same day in a form that any reader of dates knows; other texts as they are."""
    text = text.translate(_WIDE)
    if _WITH_TIME.fullmatch(text):
        return _local_day(text)
    if found := _GLUED.fullmatch(text) or _YEAR_FIRST.fullmatch(text):
        return f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}"
    if found := _SCRIPT.fullmatch(text):
        return _with_month(found)
    if found := _SERIAL_WITH_TIME.fullmatch(text):
        return found[1]
    text = _CLOCK.sub("", text)
    if any(map(str.isdecimal, text)):
        text = _WEEKDAY.sub(" ", text).strip(" ,")
    text = _SHORT_WORD.sub(" tháng ", _NAMED_MONTH.sub(_numbered, text))
    if (found := _DAY_NAME.fullmatch(text)) or (found := _NAME_DAY.fullmatch(text)):
        return _with_month(found)
    return _NO_YEAR_WORD.sub(r"\1 năm \2", text)


def _with_month(found: re.Match[str]) -> str:
    day, name = (found[1], found[2]) if found[1].isdecimal() else (found[2], found[1])
    month = _MONTHS.index(name[:3].lower()) + 1
    if len(found[3]) == len("23"):  # which century is left to who reads the day
        return f"{day}/{month}/{found[3]}"
    return f"{found[3]}-{month:02}-{int(day):02}"


def _numbered(found: re.Match[str]) -> str:
    return f"tháng {len(_NAMES_OF_MONTHS) - _NAMES_OF_MONTHS.index(found[1].lower())}"


def _local_day(text: str) -> str:
    """A moment with a time zone falls on the day that it was here."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return text
    return (moment.astimezone(_HERE) if moment.tzinfo else moment).date().isoformat()


def span_of_days(text: str) -> str | None:
    """The month, else the year, that all days of a text lie in; None where it is no such text."""
    folded = fold(text)
    if found := _DAYS.fullmatch(folded):
        return f"{found[2]}-{int(found[1]):02}"
    if (found := _FROM_TO.fullmatch(folded)) and (
        ends := list(map(_FULL.fullmatch, found.groups()))
    ):
        months = {(end[2], int(end[1])) if end else None for end in ends}
        years = {month[0] for month in months if month}
        if None in months or len(years) > 1:
            return None
        year = years.pop()
        return year if len(months) > 1 else f"{year}-{next(iter(months))[1]:02}"  # type: ignore[index]
    return None


def in_english_hours(texts: Iterable[str]) -> str | None:
    """A day with AM or PM, as programs set to English write it, where no day above 12 is first."""
    found = [match for text in texts if (match := _ENGLISH_HOUR.fullmatch(text.strip()))]
    return None if any(int(match[1]) > 12 for match in found) else found[0][0] if found else None


def is_american(text: str) -> bool:
    """«10/4/2023 0:00», as exports write month and day; in between other dates it is unsure."""
    found = _AMERICAN.fullmatch(text.strip())
    return bool(found) and found[1] != found[2]  # type: ignore[index]

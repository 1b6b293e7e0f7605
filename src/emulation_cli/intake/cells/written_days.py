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
# Days of a span, on folded text: «25-26/12/2023», «25 và 26 tháng 12», «từ 30/9 đến 01/10/2023».
_SEVERAL = 2
_CLOCKS = pattern(r"\b\d{1,2} ?(?:gio|g|h|:)(?: ?\d\d)?(?: phut)?(?!\w)")
_ONE_OF_SPAN = pattern(
    r"(?<!\d)([0-3]?\d)(?:(?:/| thang )(0?[1-9]|1[0-2])(?:(?:/|-| nam )(\d{4}))?)?(?![\d/])"
)
_BETWEEN_DAYS = pattern(r"(?:\b(?:tu|trong|cac|sang|chieu|toi|ngay|den|het|va|luc)\b|[-–,;&()\s])*")


def plain_day(text: str) -> str:
    """The same day in a form that any reader of dates knows; other texts as they are."""
    text = text.translate(_WIDE)
    if _WITH_TIME.fullmatch(text):
        return _local_day(text)
    text = text if _SCRIPT.fullmatch(text) else _CLOCK.sub("", text)
    if found := _GLUED.fullmatch(text) or _YEAR_FIRST.fullmatch(text):
        return f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}"
    if found := _SCRIPT.fullmatch(text):
        return _with_month(found)
    if found := _SERIAL_WITH_TIME.fullmatch(text):
        return found[1]
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
    """The month, else the year, that all days of a text lie in; None where it is no such text.

    A day that names no month, or no year, has that of the day behind it.
    """
    folded = _CLOCKS.sub(" ", fold(text))
    days = [found.groups() for found in _ONE_OF_SPAN.finditer(folded)]
    if len(days) < _SEVERAL or not _BETWEEN_DAYS.fullmatch(_ONE_OF_SPAN.sub(" ", folded)):
        return None
    month = year = None
    months: set[tuple[str, int]] = set()
    for _day, own_month, own_year in reversed(days):
        month, year = own_month or month, own_year or year
        if month is None or year is None:
            return None
        months.add((year, int(month)))
    years = {one for one, _month in months}
    if len(years) > 1:
        return None
    return f"{year}-{int(month or 0):02}" if len(months) == 1 else year


def in_english_hours(texts: Iterable[str]) -> str | None:
    """A day with AM or PM, as programs set to English write it, where no day above 12 is first."""
    found = [match for text in texts if (match := _ENGLISH_HOUR.fullmatch(text.strip()))]
    return None if any(int(match[1]) > 12 for match in found) else found[0][0] if found else None


def is_american(text: str) -> bool:
    """«10/4/2023 0:00», as exports write month and day; in between other dates it is unsure."""
    found = _AMERICAN.fullmatch(text.strip())
    return bool(found) and found[1] != found[2]  # type: ignore[index]

"""Rounds in which awards are given: «ĐỢT 07/11/2023», «Đợt 19/5», the day of all listed below."""

from collections.abc import Sequence
from typing import NamedTuple

from emulation_cli.domain.errors import Usage
from emulation_cli.domain.patterns import pattern
from emulation_cli.domain.text import clean
from emulation_cli.domain.times.partial_date import PartialDate

_ROUND = pattern(
    r"\bđợt\s+(?:ngày\s+)?(\d{1,2})\s*(?:[/.-]|(?<=ngày \d)\s*tháng|(?<=ngày \d\d)\s*tháng)"
    r"\s*(\d{1,2})"
    r"(?:\s*(?:[/.-]|,?\s*năm)\s*(\d{4}))?(?!\d)"
)
# «nhân dịp kỷ niệm 94 năm ngày thành lập Đảng (03/02/1930 - 03/02/2024)»
_ANNIVERSARY = pattern(
    r"\bdịp\b.*?(?<!\d)(\d{1,2})\s*/\s*(\d{1,2})\s*/\s*\d{4}\s*[-–]\s*0?(\d{1,2})\s*/\s*0?(\d{1,2})\s*/\s*(\d{4})"
)
_OCCASION = pattern(r"\bdịp\b\D*(\d{1,2})\s*/\s*(\d{1,2})(?:\s*/\s*(\d{4}))?(?!\s*[\d/])")
_ANY_YEAR = 2000  # a leap year


class Round(NamedTuple):
    """A day and a month; the year where the text names it."""

    day: int
    month: int
    year: int | None = None

    def date(self, year: int | None) -> str | None:
        """The day of the round, in `year` where its own text names none."""
        found = self.year or year
        return _iso(self.day, self.month, found) if found else None


def round_in(text: str) -> Round | None:
    """The first round that a text names."""
    plain = clean(text).casefold()
    found = _ROUND.search(plain) or _ANNIVERSARY.search(plain) or _OCCASION.search(plain)
    if not found:
        return None
    *then, day, month, year = found.groups()
    if found.re is _ANNIVERSARY and list(map(int, then)) != [int(day), int(month)]:
        return None
    told = Round(int(day), int(month), int(year) if year else None)
    return told if told.date(_ANY_YEAR) else None


def round_of_titles(texts: Sequence[str], year: int | None) -> str | None:
    """The day of everything on the list, where its titles name one round."""
    rounds = {found.date(year) for text in texts if (found := round_in(text))}
    return rounds.pop() if len(rounds) == 1 else None


def _iso(day: int, month: int, year: int) -> str | None:
    try:
        return PartialDate.of(year, month, day).iso
    except Usage:
        return None

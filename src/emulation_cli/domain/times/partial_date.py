"""A date of which the day, or the day and the month, may be unknown (DOMAIN section 3, rule 3)."""

import re
from datetime import date
from typing import NamedTuple

from emulation_cli.domain.errors import Usage
from emulation_cli.domain.text import fold

# Registers of this work begin with the new State; earlier years are slips of the hand.
EARLIEST_YEAR = 1945

# Texts, compiled when first needed: a report without a cut-off day reads no date.
_ISO = r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:[t ]00:00(?::00)?)?"
_DAY_FIRST = r"(?:(?:ngay )?(\d{1,2})\s*[/.-]\s*)?(?:thang )?(\d{1,2})\s*[/.-]\s*(\d{4,9})"
_IN_WORDS = r"(?:(?:ngay )?(\d{1,2}) thang |thang )(\d{1,2})(?: nam |[/ ])(\d{4,9})"
_YEAR_IN_WORDS = r"nam (\d{4,9})|(\d{5,9})"


class UnreadableDate(Usage):
    """The text is no date."""


class ImpossibleDate(Usage):
    """The text is a date that no calendar has, such as 31/02/2023."""


class ImpossibleYear(Usage):
    """The year cannot be meant, such as 20223."""


class PartialDate(NamedTuple):
    """A year, a month or a day; an interval from `first` to `last`.

    `iso` is `2022`, `2022-05` or `2022-10-04`.
    """

    iso: str

    @property
    def written(self) -> str:
        """As lists and documents write it: 04/10/2023, 10/2023, 2023."""
        return "/".join(reversed(self.iso.split("-")))

    @property
    def year(self) -> int:
        return int(self.iso[:4])

    @property
    def first(self) -> str:
        """The first day it can mean, as an ISO day."""
        return (self.iso + "-01-01")[:10]

    @property
    def last(self) -> str:
        """The last day it can mean, as an ISO day."""
        match len(self.iso):
            case 4:
                return f"{self.iso}-12-31"
            case 7:
                import calendar

                days = calendar.monthrange(self.year, int(self.iso[5:]))[1]
                return f"{self.iso}-{days}"
            case _:
                return self.iso

    @classmethod
    def of(cls, year: int, month: int | None = None, day: int | None = None) -> "PartialDate":
        """A checked date; raises ImpossibleYear or ImpossibleDate."""
        if not EARLIEST_YEAR <= year <= latest_year():
            raise ImpossibleYear(
                "domain.bad_year", year=year, earliest=EARLIEST_YEAR, latest=latest_year()
            )
        if month is None:
            return cls(f"{year:04}")
        try:
            full = date(year, month, 1 if day is None else day)
        except ValueError:
            text = f"{month:02}/{year}" if day is None else f"{day:02}/{month:02}/{year}"
            raise ImpossibleDate("domain.impossible_date", date=text) from None
        return cls(full.isoformat() if day else full.isoformat()[:7])

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """Read `2023`, `05/2022`, `tháng 5/2022`, `04/10/2023`, `4.10.2023` or an ISO form.

        The day stands before the month, as every Vietnamese office writes it. Raises
        UnreadableDate, ImpossibleDate or ImpossibleYear.
        """
        folded = fold(text)
        if match := re.fullmatch(_ISO, folded):
            return cls._of_texts(match[1], match[2], match[3])
        if match := re.fullmatch(_DAY_FIRST, folded):
            return cls._of_texts(match[3], match[2], match[1])
        if match := re.fullmatch(_IN_WORDS, folded):
            return cls._of_texts(match[3], match[2], match[1])
        if match := re.fullmatch(_YEAR_IN_WORDS, folded):
            return cls._of_texts(match[1] or match[2], None, None)
        raise UnreadableDate("domain.unreadable_date", text=text)

    @classmethod
    def _of_texts(cls, year: str, month: str | None, day: str | None) -> "PartialDate":
        return cls.of(int(year), int(month) if month else None, int(day) if day else None)


def latest_year() -> int:
    """Next year: plans and registrations are made a year ahead."""
    return date.today().year + 1

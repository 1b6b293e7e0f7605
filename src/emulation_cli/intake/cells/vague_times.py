"""Times that are no dates: «Quý II/2023», «6 tháng đầu năm 2023», «cuối năm 2022».

A partial date is a year, a month or a day (DOMAIN section 3, rule 3); of these texts it can hold
the year, or the month, in which all of what they may mean lies. No month is invented for a quarter.
"""

from emulation_cli.domain.errors import Usage
from emulation_cli.domain.patterns import pattern
from emulation_cli.domain.text import fold
from emulation_cli.domain.times.partial_date import PartialDate
from emulation_cli.domain.times.period import Period

_ABOUT = pattern(
    r"^(?:(?:vao|trong|khoang|nua|dau|giua|cuoi|thuong tuan|trung tuan|ha tuan"
    r"|about|around|early|mid|late|in) )+"
)
_MONTH, _YEAR = 7, 4  # letters of an ISO month and year


def known_part(text: str) -> PartialDate | None:
    """The year or month that a text leaves no doubt about; None where it is no time."""
    folded = fold(text.replace(",", " "))
    plain = _ABOUT.sub("", folded)
    if plain != folded:
        found = _date(plain)
        return found and PartialDate(found.iso[:_MONTH])
    try:
        period = Period.parse(folded)
    except Usage:
        return None
    shared = (period.first[:length] for length in (_MONTH, _YEAR))
    iso = next((part for part in shared if period.last.startswith(part)), None)
    return _date(iso) if iso else None


def _date(text: str) -> PartialDate | None:
    """A date of the register, checked; None for one that no record may have."""
    try:
        return PartialDate.parse(text)
    except Usage:
        return None

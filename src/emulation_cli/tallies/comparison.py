"""A report held against that of an earlier period (DOMAIN section 3, rule 10)."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from emulation_cli.domain.percentages import percentage
from emulation_cli.domain.text import fold
from emulation_cli.domain.times.earlier import last_year, moved, previous
from emulation_cli.domain.times.period import Period
from emulation_cli.register.office_periods import office_period, with_set_days
from emulation_cli.register.store import Register
from emulation_cli.tallies.measures.figures import ReportFigures, ReportRequest, SectionFigures
from emulation_cli.tallies.measures.period_figures import figures

_LAST_YEAR = ("last year", "cung ky", "cung ky nam truoc", "nam truoc")
_PREVIOUS = ("previous", "ky truoc", "giai doan truoc")
# The years and the events of two periods are never the same.
_NOT_COMPARED = ("by_year", "by_event")


class NumberChange(NamedTuple):
    """What became of a number. None: the earlier one is not known, or is 0 and gives no share."""

    value: int
    earlier: int | None
    difference: int | None
    percent: float | None


def change(value: int, earlier: int | None) -> NumberChange:
    """The change of a number against an earlier one, in percent with one decimal."""
    if earlier is None:
        return NumberChange(value, None, None, None)
    difference = value - earlier
    return NumberChange(value, earlier, difference, percentage(difference, earlier))


def compared(register: Register, request: ReportRequest, text: str) -> ReportFigures:
    """The figures of a request together with those of the earlier one that `text` names."""
    with register.moment():
        before = figures(register, earlier_request(register, request, text))
        return figures(register, request)._replace(earlier=before)


def earlier_request(register: Register, request: ReportRequest, text: str) -> ReportRequest:
    """The same question about an earlier time: `last-year`, `previous` or a period.

    A period that is named is that of every section. Units stand on the map of the later period,
    so that one unit is compared with what it was made of.
    """
    period = earlier_period(register, request.period, text)
    own = request.section_periods.items()
    sections = {name: earlier_period(register, one, text) for name, one in own}
    cut_off = request.cut_off and moved(request.cut_off, request.period, period)
    return request._replace(
        period=period,
        section_periods=sections,
        cut_off=cut_off,
        units=request.units or request.period.last,
    )


def earlier_period(register: Register, period: Period, text: str) -> Period:
    """`last-year`, `previous` or a period that is named; raises UnreadablePeriod."""
    match fold(text).replace("-", " "):
        case asked if asked in _LAST_YEAR:
            return last_year(period)
        case asked if asked in _PREVIOUS:
            return with_set_days(register, previous(period))
    return office_period(register, text)


def known(before: SectionFigures) -> bool:
    """Whether the register reaches back so far: without a single record nothing is known."""
    return next(before.each()).value > 0


def as_json(now: ReportFigures, before: ReportFigures) -> dict[str, Any]:
    """Every figure with the earlier one, for programs."""
    return {
        "period": _period(before.request.period),
        "cut_off": before.request.cut_off,
        "figures": [
            {"section": code, **line}
            for code, section in now.sections.items()
            for line in _lines(section, before.sections[code])
        ],
    }


def _period(period: Period) -> dict[str, str]:
    return {"text": period.text, "from": period.first, "to": period.last}


def _lines(now: SectionFigures, before: SectionFigures) -> Iterator[dict[str, Any]]:
    is_known = known(before)
    values, earlier = dict(_numbers(now)), dict(_numbers(before))
    for key in dict.fromkeys((*values, *earlier)):
        found = change(values.get(key, 0), earlier.get(key, 0) if is_known else None)
        yield dict(zip(("breakdown", "code", "measure"), key, strict=True)) | found._asdict()


Key = tuple[str, str | None, str]


def _numbers(figures: SectionFigures) -> Iterator[tuple[Key, int]]:
    for one in figures.each():
        if one.breakdown not in _NOT_COMPARED:
            yield (one.breakdown, one.code, one.measure), one.value

"""The earlier period beside the later one: a table and a sentence for each section (rule 10)."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from emulation_cli.documents.document import Column, Figure, Row, Section, Table
from emulation_cli.documents.speech import Speech, running
from emulation_cli.domain.times.earlier import last_year
from emulation_cli.tallies.comparison import NumberChange, change, known
from emulation_cli.tallies.measures.figures import ReportFigures, ReportRequest
from emulation_cli.words import percent

DASH = "–"
# The figure of a section that its sentence speaks of; each act is a figure of its own.
_HEADLINES = ("total", "instances")


def with_earlier(
    speech: Speech, section: Section, before: Section, now: ReportFigures, then: ReportFigures
) -> Section:
    """The section with its comparison: `before` is the same section of the earlier period."""
    reaches = known(then.sections[section.code])
    times = _times(speech, section.code, now.request, then.request)
    earlier = {_key(figure): figure for figure in before.figures}
    shown = {_key(figure): figure for figure in section.figures}
    lines = [
        _Line(shown.get(key), earlier.get(key), _change(shown.get(key), earlier.get(key), reaches))
        for key in {**shown, **earlier}
    ]
    told = [line for line in lines if line.change.value or line.change.earlier]
    table = (_table(speech, times, told),) if told else ()
    return replace(
        section,
        sentences=(*section.sentences, *_sentences(speech, times.against, lines)),
        tables=(*table, *section.tables),
    )


class _Times(NamedTuple):
    """What the two times are called: as columns, and the earlier one in a sentence."""

    now: str
    then: str
    against: str


def _times(speech: Speech, section: str, now: ReportRequest, then: ReportRequest) -> _Times:
    """A year that was counted up to a day is not called the whole of it (DOMAIN, «cùng kỳ»)."""
    periods = (now.period_of(section), then.period_of(section))
    this, earlier = (
        speech.until(period, one.cut_off) for period, one in zip(periods, (now, then), strict=True)
    )
    against = running(earlier)
    part_of_year = now.cut_off is not None or not periods[0].whole_years
    if part_of_year and last_year(periods[0])[1:] == periods[1][1:]:
        against = speech.say("comparison.same_months", earlier=against)
    return _Times(this, earlier, against)


def _key(figure: Figure) -> tuple[str, str | None]:
    return figure.measure, figure.code


def _change(now: Figure | None, before: Figure | None, reaches: bool) -> NumberChange:
    earlier = (before.value if before else 0) if reaches else None
    return change(now.value if now else 0, earlier)


class _Line(NamedTuple):
    """A figure now and then; one of them may not be shown, where it is 0."""

    now: Figure | None
    before: Figure | None
    change: NumberChange

    @property
    def figure(self) -> Figure:
        found = self.now or self.before
        assert found is not None
        return found


def _table(speech: Speech, times: _Times, lines: list[_Line]) -> Table:
    columns = (
        Column("value", times.now),
        Column("earlier", times.then),
        Column("difference", speech.say("comparison.difference"), "change"),
        Column("percent", speech.say("comparison.percent")),
    )
    return Table(
        breakdown="comparison",
        title=speech.say("comparison.title", earlier=times.against),
        head=speech.say("figure.head"),
        columns=columns,
        rows=tuple(_row(speech, line) for line in lines),
    )


def _row(speech: Speech, line: _Line) -> Row:
    figure, found = line.figure, line.change
    values = (
        found.value,
        DASH if found.earlier is None else found.earlier,
        DASH if found.difference is None else found.difference,
        DASH if found.percent is None else signed(speech, found.percent),
    )
    cuts = (*(one.cut if one else None for one in (line.now, line.before)), None, None)
    label = ("  " if figure.part else "") + figure.label
    return Row(figure.code, label, values, cuts, measure=figure.measure)


def signed(speech: Speech, value: float) -> str:
    """A share with its sign, so that a rise cannot be read as a level."""
    return ("+" if value > 0 else "") + percent(value, language=speech.language)


def _sentences(speech: Speech, against: str, lines: list[_Line]) -> Iterator[str]:
    for line in lines:
        figure, found = line.figure, line.change
        if figure.measure not in _HEADLINES or not found.earlier or found.percent is None:
            continue
        difference = found.difference or 0
        name = "same" if difference == 0 else "more" if difference > 0 else "less"
        yield speech.say(
            f"comparison.{name}",
            earlier=against,
            figure=running(figure.label),
            n=speech.number(abs(difference)),
            percent=percent(abs(found.percent), language=speech.language),
        )

"""The earlier period beside the later one: a table and a sentence for each section (rule 10)."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from emulation_cli.documents.document import Column, Figure, Row, Section, Table
from emulation_cli.documents.speech import Speech, running
from emulation_cli.tallies.comparison import Change, change, known
from emulation_cli.tallies.figures import SectionFigures
from emulation_cli.words import percent

DASH = "–"
# The figure of a section that its sentence speaks of; each act is a figure of its own.
_HEADLINES = ("total", "instances")


def with_earlier(
    speech: Speech, section: Section, before: Section, figures: SectionFigures
) -> Section:
    """The section with its comparison: `before` is the same section of the earlier period."""
    reaches = known(figures)
    earlier = {_key(figure): figure for figure in before.figures}
    shown = {_key(figure): figure for figure in section.figures}
    lines = [
        _Line(shown.get(key), earlier.get(key), _change(shown.get(key), earlier.get(key), reaches))
        for key in {**shown, **earlier}
    ]
    return replace(
        section,
        sentences=(*section.sentences, *_sentences(speech, before.period, lines)),
        tables=(_table(speech, section, before, lines), *section.tables),
    )


def _key(figure: Figure) -> tuple[str, str | None]:
    return figure.measure, figure.code


def _change(now: Figure | None, before: Figure | None, reaches: bool) -> Change:
    earlier = (before.value if before else 0) if reaches else None
    return change(now.value if now else 0, earlier)


class _Line(NamedTuple):
    """A figure now and then; one of them may not be shown, where it is 0."""

    now: Figure | None
    before: Figure | None
    change: Change

    @property
    def figure(self) -> Figure:
        found = self.now or self.before
        assert found is not None
        return found


def _table(speech: Speech, section: Section, before: Section, lines: list[_Line]) -> Table:
    columns = (
        Column("value", section.period),
        Column("earlier", before.period),
        Column("difference", speech.say("comparison.difference"), "change"),
        Column("percent", speech.say("comparison.percent")),
    )
    return Table(
        breakdown="comparison",
        title=speech.say("comparison.title", earlier=running(before.period)),
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


def _sentences(speech: Speech, earlier: str, lines: list[_Line]) -> Iterator[str]:
    for line in lines:
        figure, found = line.figure, line.change
        if figure.measure not in _HEADLINES or not found.earlier or found.percent is None:
            continue
        difference = found.difference or 0
        name = "same" if difference == 0 else "more" if difference > 0 else "less"
        yield speech.say(
            f"comparison.{name}",
            earlier=running(earlier),
            figure=running(figure.label),
            n=speech.number(abs(difference)),
            percent=percent(abs(found.percent), language=speech.language),
        )

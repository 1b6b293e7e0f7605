"""The earlier period beside the later one: a table and a sentence for each section (rule 10)."""

from collections.abc import Iterator
from dataclasses import replace

from emulation_cli.documents.document import Column, Figure, Row, Section, Table
from emulation_cli.documents.speech import Speech, running
from emulation_cli.tallies.comparison import Change, change, known
from emulation_cli.tallies.figures import Figures
from emulation_cli.words import percent

DASH = "–"
# The figure of a section that its sentence speaks of; each act is a figure of its own.
_HEADLINES = ("total", "instances")


def with_earlier(speech: Speech, section: Section, before: Section, figures: Figures) -> Section:
    """The section with its comparison: `before` is the same section of the earlier period."""
    reaches = known(section.code, figures)
    earlier = {_key(figure): figure for figure in before.figures}
    shown = {_key(figure): figure for figure in section.figures}
    lines = [
        (figure, change(shown[key].value if key in shown else 0, _value(earlier, key, reaches)))
        for key, figure in {**earlier, **shown}.items()
    ]
    lines.sort(key=lambda line: list(shown).index(_key(line[0])) if _key(line[0]) in shown else 999)
    return replace(
        section,
        sentences=(*section.sentences, *_sentences(speech, before.period, lines)),
        tables=(_table(speech, section, before, lines), *section.tables),
    )


def _key(figure: Figure) -> tuple[str, str | None]:
    return figure.measure, figure.code


def _value(
    earlier: dict[tuple[str, str | None], Figure], key: tuple[str, str | None], reaches: bool
) -> int | None:
    if not reaches:
        return None
    return earlier[key].value if key in earlier else 0


def _table(
    speech: Speech, section: Section, before: Section, lines: list[tuple[Figure, Change]]
) -> Table:
    columns = (
        Column("value", section.period),
        Column("earlier", before.period),
        Column("difference", speech.say("comparison.difference"), "change"),
        Column("percent", speech.say("comparison.percent")),
    )
    rows = (
        Row(
            figure.code,
            ("  " if figure.part else "") + figure.label,
            (
                found.value,
                DASH if found.earlier is None else found.earlier,
                DASH if found.difference is None else found.difference,
                DASH if found.percent is None else signed(speech, found.percent),
            ),
            measure=figure.measure,
        )
        for figure, found in lines
    )
    return Table(
        breakdown="comparison",
        title=speech.say("comparison.title", earlier=running(before.period)),
        head=speech.say("figure.head"),
        columns=columns,
        rows=tuple(rows),
    )


def signed(speech: Speech, value: float) -> str:
    """A share with its sign, so that a rise cannot be read as a level."""
    return ("+" if value > 0 else "") + percent(value, language=speech.language)


def _sentences(speech: Speech, earlier: str, lines: list[tuple[Figure, Change]]) -> Iterator[str]:
    for figure, found in lines:
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

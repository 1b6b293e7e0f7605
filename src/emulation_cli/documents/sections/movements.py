"""Movements: launched in the period, reviewed at which conferences, what was honoured in each."""

from collections.abc import Iterable

from emulation_cli.documents.document import Figure
from emulation_cli.documents.part import Part, Wording
from emulation_cli.documents.speech import running
from emulation_cli.domain.text import safe
from emulation_cli.words import date

_MOST_NAMES = 5  # more of them are a table


def _sentences(part: Part) -> Iterable[str]:
    speech, figures = part.speech, part.figures
    if launched := figures.number("total"):
        names = _named(part, "by_movement", "launched")
        yield part.say("total", total=speech.counted("movement", launched), names=names)
    else:
        yield part.say("none")
    if reviews := figures.number("reviews"):
        names = _named(part, "by_event", "reviews")
        yield part.say("reviewed", events=speech.counted("event", reviews), names=names)
    acts = [
        f"{running(safe(row.label))} {speech.counted('instance', row.numbers['instances'])}"
        for row in figures.rows("by_act")
        if row.numbers["instances"]
    ]
    if acts:
        yield part.say("honoured", acts=speech.listed(acts))


def _named(part: Part, breakdown: str, measure: str) -> str:
    """«: A (10/2023); B»: the rows that have a measure, by name, where they are few."""
    rows = [row for row in part.figures.rows(breakdown) if row.numbers[measure] and row.code]
    if not 0 < len(rows) <= _MOST_NAMES:
        return ""
    names = (safe(row.label) + (f" ({date(row.date)})" if row.date else "") for row in rows)
    return ": " + "; ".join(names)


def _glance(part: Part) -> Iterable[Figure]:
    yield part.headline("total")
    yield part.headline("reviews")


WORDING = Wording(_sentences, _glance)

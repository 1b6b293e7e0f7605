"""Models: how many different ones were registered, how often, and what became of them."""

from collections.abc import Iterable, Mapping

from emulation_cli.documents.composition import funnel_sentence
from emulation_cli.documents.document import Chart, Figure
from emulation_cli.documents.part import Part, Wording
from emulation_cli.documents.speech import Speech, running
from emulation_cli.domain.text import safe

_STATUSES = ("new", "continued", "unstated")


def _sentences(part: Part) -> Iterable[str]:
    speech, figures = part.speech, part.figures
    if total := figures.number("total"):
        kinds = speech.of_kinds(figures.numbers("kinds"))
        yield part.say("total", total=speech.counted("model", total), kinds=kinds)
        yield speech.say("models.registrations", **_registrations(part))
    else:
        yield part.say("none")
    fields = {row.label: row.numbers["total"] for row in figures.rows("by_field") if row.code}
    if said := _named(speech, fields):
        yield speech.say("models.fields", fields=said)
    recognised = figures.numbers("recognised")
    levels = {speech.say(f"level.{level}"): n for level, n in recognised.items()}
    if said := _named(speech, levels):
        yield speech.say("models.recognised", levels=said)
    if n := figures.number("replicated"):
        yield speech.say("models.replicated", total=speech.counted("model", n))
    yield from funnel_sentence(speech, "models", figures.numbers("funnel"))


def _named(speech: Speech, numbers: Mapping[str, int]) -> str:
    """«kinh tế 102, quốc phòng - an ninh 54»: what is not 0 by its label."""
    said = [f"{running(safe(label))} {speech.number(n)}" for label, n in numbers.items() if n]
    return speech.listed(said) if said else ""


def _registrations(part: Part) -> dict[str, str]:
    statuses = {name: part.figures.number(name) for name in _STATUSES}
    return {
        "registrations": part.speech.counted("registration", part.figures.number("registrations")),
        "statuses": part.speech.counts(statuses),
    }


def _glance(part: Part) -> Iterable[Figure]:
    yield part.headline("total")
    yield from part.of_kinds()
    yield part.headline("registrations")
    for status in _STATUSES:
        yield part.headline(status, part=True)
    for row in part.figures.rows("recognised"):
        if row.numbers["total"]:
            level = running(part.speech.say(f"level.{row.code}"))
            label = part.speech.say("figure.models.recognised", level=level)
            yield Figure(label, *row.cells["total"].opened, "recognised", row.code)
    yield part.headline("replicated")


WORDING = Wording(
    _sentences,
    _glance,
    ways=(
        ("registrations", "models", {"registrations": True}),
        ("arrears", "units", {"without": "models"}),
    ),
    chart=Chart("by_year", ("total",), stacked=False),
)

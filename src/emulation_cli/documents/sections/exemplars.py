"""Exemplars: how many were discovered, fostered, multiplied, and who they are."""

from collections.abc import Iterable

from emulation_cli.documents.composition import funnel_sentence, shares_said
from emulation_cli.documents.document import Chart, Figure
from emulation_cli.documents.part import Part, Wording
from emulation_cli.tallies.measures.specifications import KINDS


def _sentences(part: Part) -> Iterable[str]:
    speech, figures = part.speech, part.figures
    if not figures.number("total"):
        yield part.say("none")
        return
    kinds = figures.numbers("kinds")
    total = speech.counted("exemplar", figures.number("total"))
    yield part.say("total", total=total, kinds=speech.of_kinds(kinds))
    if grown := figures.number("grown"):
        yield speech.say("exemplars.grown", total=total, grown=speech.number(grown))
    stages = {stage: speech.number(n) for stage, n in figures.numbers("milestones").items()}
    yield speech.say("exemplars.milestones", **stages)
    yield from funnel_sentence(speech, "exemplars", figures.numbers("funnel"))
    if said := shares_said(speech, figures.rows("shares")):
        individuals = speech.counted("individual", kinds["individual"])
        yield speech.say("exemplars.shares", individuals=individuals, shares=said)


def _glance(part: Part) -> Iterable[Figure]:
    yield part.headline("total")
    yield from part.of_kinds()
    if part.figures.number("grown"):
        yield part.headline("grown", part=True)
    for row in part.figures.rows("milestones"):
        label = part.speech.say(f"figure.exemplars.{row.code}")
        yield Figure(label, *row.cells["total"].opened, "milestones", row.code)


WORDING = Wording(_sentences, _glance, chart=Chart("by_field", KINDS))

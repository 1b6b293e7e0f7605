"""Publicity: what was written, broadcast and told of exemplars in the period."""

from collections.abc import Iterable

from emulation_cli.documents.document import Figure
from emulation_cli.documents.part import Part, Wording
from emulation_cli.documents.speech import running
from emulation_cli.domain.text import safe


def _sentences(part: Part) -> Iterable[str]:
    speech, total = part.speech, part.figures.number("total")
    types = [
        f"{running(safe(row.label))} {speech.number(row.numbers['total'])}"
        for row in part.figures.rows("by_publication_type")
    ]
    if not total:
        yield part.say("none")
        return
    said = speech.counted("publication", total)
    yield part.say("total", total=said, types=speech.listed(types))


def _glance(part: Part) -> Iterable[Figure]:
    yield part.headline("total")


WORDING = Wording(_sentences, _glance)

"""Conferences: how many were held, of which types."""

from collections.abc import Iterable

from emulation_cli.documents.document import Figure
from emulation_cli.documents.part import Part, Wording
from emulation_cli.documents.speech import running
from emulation_cli.domain.text import safe


def _sentences(part: Part) -> Iterable[str]:
    speech, total = part.speech, part.figures.number("total")
    if not total:
        yield part.say("none")
        return
    types = [
        f"{speech.number(row.numbers['total'])} {running(safe(row.label))}"
        for row in part.figures.rows("by_type")
        if row.numbers["total"]
    ]
    yield part.say("total", total=speech.counted("event", total), types=speech.listed(types))


def _glance(part: Part) -> Iterable[Figure]:
    yield part.headline("total")


WORDING = Wording(_sentences, _glance)

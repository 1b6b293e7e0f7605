"""Proposals of the period, and what became of them, in it or after it."""

from collections.abc import Iterable

from emulation_cli.documents.document import Figure, Note
from emulation_cli.documents.part import Part, Wording
from emulation_cli.domain.percentages import percentage
from emulation_cli.words import percent

_FATES = ("passed", "awarded", "not_passed", "returned", "open")


def _sentences(part: Part) -> Iterable[str]:
    speech, total = part.speech, part.figures.number("total")
    if not total:
        yield part.say("none")
        return
    said = speech.counted("proposal", total)
    yield part.say("total", total=said, kinds=speech.of_kinds(part.figures.numbers("kinds")))
    told = [
        speech.say(f"proposals.{name}", n=speech.number(n), percent=_share(part, n))
        for name in _FATES
        if (n := part.figures.number(name))
    ]
    yield part.say("fates", total=said, fates=speech.listed(told))


def _share(part: Part, n: int) -> str:
    return percent(percentage(n, part.figures.number("total")), language=part.speech.language)


def _glance(part: Part) -> Iterable[Figure]:
    yield part.headline("total")
    for name in ("passed", "awarded"):
        yield part.headline(name, part=True)


def _notes(part: Part) -> Iterable[Note]:
    if part.figures.number("awarded"):
        yield Note(part.speech.say("note.proposals"))


WORDING = Wording(_sentences, _glance, _notes)

"""Honours: each act apart, who was honoured, at which conference the most."""

from collections.abc import Iterable, Mapping

from emulation_cli.documents.composition import shares_said
from emulation_cli.documents.document import Chart, Figure, Note
from emulation_cli.documents.part import Part, Wording
from emulation_cli.documents.speech import Speech, running
from emulation_cli.domain.text import safe
from emulation_cli.tallies.measures.figures import CountedRow
from emulation_cli.tallies.measures.specifications import KINDS
from emulation_cli.words import date, number


def _sentences(part: Part) -> Iterable[str]:
    """Each act has its own figure; acts are never added (rule 6)."""
    for act in part.figures.rows("by_act"):
        if act.numbers["instances"]:
            yield _of_act(part, act)
            yield from _shares_of_act(part, act)
            yield from _money_of_act(part, act)
    if not part.figures.number("instances"):
        yield part.say("none")
    yield from _largest_event(part.speech, part.figures.rows("by_event"))


def _of_act(part: Part, act: CountedRow) -> str:
    speech, numbers = part.speech, act.numbers
    return part.say(
        "act_of_households" if numbers.get("household") else "act",
        act=running(safe(act.label)),
        instances=speech.counted("instance", numbers["instances"]),
        kinds=speech.counts({kind: numbers[kind] for kind in KINDS if kind in numbers}),
        recipients=speech.number(numbers["recipients"]),
    )


def _shares_of_act(part: Part, act: CountedRow) -> Iterable[str]:
    rows = part.figures.rows("shares")
    own = tuple(row for row in rows if str(row.code).startswith(f"{act.code}."))
    if said := shares_said(part.speech, own):
        individuals = part.speech.counted("individual_instance", act.numbers["individual"])
        values = {"act": safe(act.label), "individuals": individuals}
        yield part.speech.say("honours.shares", shares=said, **values)


def _money_of_act(part: Part, act: CountedRow) -> Iterable[str]:
    """What was paid, as far as it is known, and how many honours do not say it."""
    if amount := act.numbers["amount"]:
        known = act.numbers["instances"] - act.numbers["amount_unknown"]
        yield part.speech.say(
            "honours.money",
            act=safe(act.label),
            amount=number(amount, part.speech.language),
            known=part.speech.number(known),
            unknown=part.speech.number(act.numbers["amount_unknown"]),
        )


# The nouns of whom a conference honours, by the measure that counts them.
_BELONGING: Mapping[str, str] = {"exemplar": "exemplars", "model": "models", "other": "other"}


def _largest_event(speech: Speech, events: Iterable[CountedRow]) -> Iterable[str]:
    rows = [row for row in events if row.code is not None and row.numbers["instances"] > 1]
    if not rows:
        return
    most = max(rows, key=lambda row: (row.numbers["instances"], row.date or "", row.code or ""))
    counts = speech.counts({noun: most.numbers[name] for noun, name in _BELONGING.items()})
    values = {"recipients": counts, "event": safe(most.label)}
    if most.date:
        yield speech.say("honours.event", date=date(most.date), **values)
    else:
        yield speech.say("honours.event_undated", **values)


def _glance(part: Part) -> Iterable[Figure]:
    for act in part.figures.rows("by_act"):
        for measure in ("instances", "recipients"):
            label = part.speech.say(f"figure.honours.{measure}", act=safe(act.label))
            yield Figure(label, *act.cells[measure].opened, measure, act.code)


def _notes(part: Part) -> Iterable[Note]:
    if part.figures.number("instances"):
        yield Note(part.speech.say("note.acts_apart"))
    for name in ("decision_cancelled", "proposed", "cancelled"):
        found = part.figures.counted(name)
        if found.value:
            yield part.note(name, found)


WORDING = Wording(
    _sentences,
    _glance,
    _notes,
    ways=(("differing", "decisions", {"differing": True}),),
    chart=Chart("by_act", KINDS),
)

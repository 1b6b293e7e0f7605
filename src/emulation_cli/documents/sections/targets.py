"""Targets: what units are to reach in the period, what they reached, and who is in arrears."""

from collections.abc import Iterable, Iterator

from emulation_cli import words
from emulation_cli.documents.document import Figure
from emulation_cli.documents.part import Part, Wording
from emulation_cli.documents.speech import running
from emulation_cli.domain.catalogue.conference_fields import TARGETS
from emulation_cli.domain.percentages import percentage
from emulation_cli.domain.text import safe
from emulation_cli.tallies.measures.figures import CountedRow


def _sentences(part: Part) -> Iterable[str]:
    speech, rows = part.speech, part.figures.rows("by_unit")
    if not rows:
        yield part.say("none")
        return
    for name in TARGETS:
        set_for = [row for row in rows if row.numbers[name]]
        told = sum(row.numbers[name] for row in set_for)
        reached = sum(row.numbers[f"{name}_reached"] for row in set_for)
        if told:
            share = words.percent(percentage(reached, told), language=speech.language)
            numbers = {"told": speech.number(told), "reached": speech.number(reached)}
            units = speech.counted("unit", len(set_for))
            yield part.say(
                "reached", what=_called(part, name), percent=share, units=units, **numbers
            )
    behind = [f"{safe(row.label)} ({lacking})" for row in rows if (lacking := _lacking(part, row))]
    if behind:
        said = speech.counted("unit", len(behind))
        yield part.say("arrears", units=said, names="; ".join(behind))
    else:
        yield part.say("all_reached")


def _lacking(part: Part, row: CountedRow) -> str:
    """«mô hình đăng ký 3/5»: the targets that a unit did not reach."""
    return ", ".join(_shares(part, row))


def _shares(part: Part, row: CountedRow) -> Iterator[str]:
    for name in TARGETS:
        reached, told = row.numbers[f"{name}_reached"], row.numbers[name]
        if reached < told:
            written = (words.number(n, part.speech.language) for n in (reached, told))
            yield f"{_called(part, name)} {'/'.join(written)}"


def _called(part: Part, name: str) -> str:
    return running(part.speech.say(f"target.{name}"))


def _glance(part: Part) -> Iterable[Figure]:
    yield part.headline("total")


WORDING = Wording(_sentences, _glance)

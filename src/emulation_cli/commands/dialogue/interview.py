"""What the clerk is asked beyond what a record must have: what a figure will need of it.

Enter skips a question. Of the decision, the conference and the date the first answer is enough.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from emulation_cli import words
from emulation_cli.commands.dialogue import parsing
from emulation_cli.commands.dialogue.choosing import Choice
from emulation_cli.domain.catalogue.fields import DECISION, EVENT, KIND, Field
from emulation_cli.domain.catalogue.found_types import FormOrTitle
from emulation_cli.register.store import Register

_DATE, _STATED = "date", "stated_"


def counts(field: Field) -> bool:
    """Whether a figure asks for the field: when, by which decision, what, of which kind."""
    wanted = field.type in (DECISION, EVENT, KIND) or isinstance(field.type, FormOrTitle)
    return wanted or field.name == _DATE or field.name.startswith(_STATED)


def _places(field: Field) -> bool:
    """Whether the field alone says to which period a record belongs."""
    return field.type in (DECISION, EVENT) or field.name == _DATE


def further(
    register: Register, fields: Iterable[Field], given: Mapping[str, Any], new_decision: parsing.New
) -> dict[str, Any]:
    """The answers to the questions that may be skipped, by the field's name.

    A decision that the register does not have can be recorded by `new_decision` on the way.
    """
    fields = [field for field in fields if counts(field) and not field.required]
    answers: dict[str, Any] = {}
    for field in fields:
        placed = any(_places(f) and (f.name in given or f.name in answers) for f in fields)
        if field.name in given or (_places(field) and placed):
            continue
        question = words.label(field.name)
        skips: Choice[Any] = (words.say("cli.enter_skips"), None)
        new = new_decision if field.type is DECISION else None
        value = answer(register, field, question, skips, new)
        if value is not None:
            answers[field.name] = value
    return answers


def answer(
    register: Register,
    field: Field,
    question: str,
    on_enter: Choice[Any] | None = None,
    new: parsing.New | None = None,
) -> Any:
    """The value of a field that the clerk types, or chooses; Enter alone gives `on_enter`.

    `new` makes what is not there, or gives None.
    """
    return parsing.reader(register, field).ask(question, on_enter, new)

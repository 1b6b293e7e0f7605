"""The next person of the same decision: `add-honour` goes on until Enter ends it."""

from collections.abc import Callable, Mapping
from typing import Any

from emulation_cli import words
from emulation_cli.commands.dialogue import known_person
from emulation_cli.commands.dialogue.interview import answer
from emulation_cli.domain.catalogue.fields import Field
from emulation_cli.domain.catalogue.nouns import BY_PLURAL
from emulation_cli.domain.offices.units import Unit
from emulation_cli.register.store import Register

# What the next one has of its own; it is often as before.
_ASKED_AGAIN = ("kind", "unit")


def go_on(
    register: Register, before: Mapping[str, Any], record: Callable[[Mapping[str, Any]], object]
) -> None:
    """Ask for the next recipients of a decision or a conference, and record each as it is typed."""
    noun = BY_PLURAL["honours"]
    values = {name: value for name, value in before.items() if name not in _OF_ONE}
    while known := known_person.ask(register, words.say("record.next_recipient")):
        for wanted in _ASKED_AGAIN:
            if wanted in known:
                continue
            field = noun.field(wanted)
            assert field is not None
            question = words.label(wanted)
            as_before = (_shown(register, field, values[wanted]), values[wanted])
            values[wanted] = answer(register, field, question, as_before)
        record(values | known)


# What is told of one person and is not true of the next.
_OF_ONE = {field.name for field in BY_PLURAL["honours"].fields if field.personal} | {"for"}


def _shown(register: Register, field: Field, value: Any) -> str:
    if isinstance(value, Unit):
        return value.name
    return register.vocabularies.label(field.type.vocabularies[0], str(value), words.language())

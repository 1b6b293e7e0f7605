"""`edit X12` alone: the record as a form, its fields by number, until Enter says it is right."""

from collections.abc import Callable, Iterator
from typing import Any

from emulation_cli import words
from emulation_cli.commands.dialogue import parsing, questions
from emulation_cli.commands.frame.narration import narrate
from emulation_cli.commands.frame.output import labels_of
from emulation_cli.domain.catalogue.fields import ALWAYS, EDITING, Field, Noun
from emulation_cli.domain.text import fold, safe
from emulation_cli.register.store import Register
from emulation_cli.render.labels import cell_text
from emulation_cli.tallies.lives import life

Read = Callable[[Register, Field, Any], Any]


def fill_in(register: Register, noun: Noun, ref: str, read: Read) -> dict[str, Any]:
    """The new values by the field's name, as the clerk types them; `read` reads a new value."""
    fields = [field for field in noun.fields if field.by_hand in (ALWAYS, EDITING)]
    shown = dict(_shown(register, noun, ref, fields))
    values: dict[str, Any] = {}
    while True:
        for number, field in enumerate(fields, start=1):
            narrate(safe(f"  {number:2}  {_label(field)}: {shown[field.name] or '–'}"))
        text = questions.answer(words.say("record.which_field"))
        if not text:
            return values
        if chosen := _named(fields, text):
            _change(register, chosen, shown, values, read)


def _change(
    register: Register, field: Field, shown: dict[str, str], values: dict[str, Any], read: Read
) -> None:
    """Ask for the new value until it can be read; Enter leaves the old one, «-» empties it."""
    reader = parsing.reader(register, field)
    choices = reader.choices()

    def read_new(text: str) -> tuple[str, Any]:
        new = "" if text == "-" else text
        value = read(register, field, new)
        return next((label for label, one in choices if one == value), new), value

    as_it_is: questions.Choice[tuple[str, Any] | None] = (shown[field.name] or "–", None)
    new = questions.ask(
        _label(field),
        read_new,
        lambda: [(label, (label, value)) for label, value in choices],
        lambda text: text == "-" or reader.known(text),
        on_enter=as_it_is,
    )
    if new is not None:
        shown[field.name], values[field.name] = new


def _shown(
    register: Register, noun: Noun, ref: str, fields: list[Field]
) -> Iterator[tuple[str, str]]:
    """What stands in each field now, in words of the screen."""
    particulars, labels = life(register, ref).particulars, labels_of(register)
    for field in fields:
        value = particulars.get(field.name)
        yield field.name, cell_text(noun.plural, field.name, value, labels)


def _named(fields: list[Field], text: str) -> Field | None:
    """A field by its number in the form, or by a part of its label."""
    if text.isdecimal():
        number = int(text)
        return fields[number - 1] if 0 < number <= len(fields) else None
    return next((field for field in fields if fold(text) in fold(_label(field))), None)


def _label(field: Field) -> str:
    return words.label(field.name)

"""`edit X12` alone: the record as a form, its fields by number, until Enter says it is right."""

from collections.abc import Callable, Sequence
from typing import Any

from emulation_cli import words
from emulation_cli.commands.dialogue import parsing, questions
from emulation_cli.commands.dialogue.choosing import Choice
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
    form = _Form(register, noun, ref, read)
    while True:
        for number, field in enumerate(form.fields, start=1):
            narrate(safe(f"  {number:2}  {form.label(field)}: {form.shown[field.name] or '–'}"))
        text = questions.answer(words.say("record.which_field"))
        if not text:
            return form.values
        if chosen := form.named(text):
            form.change(chosen)


class _Form:
    """The fields of a record with what stands in each, and the values that were typed anew."""

    def __init__(self, register: Register, noun: Noun, ref: str, read: Read) -> None:
        self.register, self.noun, self.read = register, noun, read
        self.fields = [field for field in noun.fields if field.by_hand in (ALWAYS, EDITING)]
        particulars, labels = life(register, ref).particulars, labels_of(register)
        self.shown = {
            field.name: cell_text(noun.plural, field.name, particulars.get(field.name), labels)
            for field in self.fields
        }
        self.values: dict[str, Any] = {}

    def label(self, field: Field) -> str:
        return words.label(field.name, self.noun.plural)

    def named(self, text: str) -> Field | None:
        """A field by its number in the form, or by a part of its label."""
        if text.isdecimal():
            number = int(text)
            return self.fields[number - 1] if 0 < number <= len(self.fields) else None
        fitting = (field for field in self.fields if fold(text) in fold(self.label(field)))
        return next(fitting, None)

    def change(self, field: Field) -> None:
        """Ask for the new value until it can be read; Enter leaves the old one, «-» empties it."""
        reader = parsing.reader(self.register, field)
        choices, offered = reader.choices(), reader.offered

        def read_new(text: str) -> tuple[str, Any]:
            new = "" if text == "-" else text
            value = self.read(self.register, field, new)
            return next((label for label, one in choices if one == value), new), value

        as_it_is: Choice[tuple[str, Any] | None] = (self.shown[field.name] or "–", None)
        new = questions.ask(
            self.label(field),
            read_new,
            lambda: _with_labels(choices),
            lambda text: text == "-" or reader.known(text),
            on_enter=as_it_is,
            offered=offered and (lambda typed: _with_labels(offered(typed))),
        )
        if new is not None:
            self.shown[field.name], self.values[field.name] = new


def _with_labels(
    choices: Sequence[Choice[Any]],
) -> list[Choice[tuple[str, Any]]]:
    """Choices that give their label too: the form shows it."""
    return [(label, (label, value)) for label, value in choices]

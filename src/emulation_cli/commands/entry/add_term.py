"""`add-term`: a row of a vocabulary that the clerk may extend."""

import re
from typing import Any

import typer

from emulation_cli import words
from emulation_cli.commands.dialogue import questions
from emulation_cli.commands.entry.record import require, tell_recorded, typed
from emulation_cli.commands.frame.desk import desk_of
from emulation_cli.commands.frame.options import takes
from emulation_cli.domain.catalogue.fields import DAY, NAMES, Field
from emulation_cli.domain.errors import Usage
from emulation_cli.domain.text import fold, slug
from emulation_cli.register.recording import new_records

# The others are fixed by the counting: a kind or an act of the clerk's own could not be tallied.
OPEN_VOCABULARIES = (
    "exemplar_field", "form", "title", "category", "movement", "level", "event_type", "model_field",
    "legal_basis", "publication_type",
)  # fmt: skip

_COLUMNS = (
    Field("vocabulary", required=True),
    Field("label", required=True),
    Field("label_en"),
    Field("code"),
    Field("other_names", NAMES),
    Field("valid_from", DAY),
    Field("valid_to", DAY),
)


@takes(_COLUMNS)
def add_term(ctx: typer.Context, **texts: Any) -> None:
    """Add a form, title, field or other coded value."""
    register = desk_of(ctx).register
    given = {name: text for name, text in texts.items() if text is not None}
    require(_COLUMNS, given)
    vocabulary = _vocabulary(given)
    values = typed(register, _COLUMNS[1:], given)
    values["label_vi"] = values.pop("label")
    values.setdefault("code", slug(values["label_vi"]))
    tell_recorded(new_records.add_term(register, vocabulary, values), "record.term_added")


def _vocabulary(given: dict[str, Any]) -> str:
    if "vocabulary" in given:
        return open_vocabulary(given["vocabulary"])
    choices = [(words.say(f"record.vocabulary.{name}"), name) for name in OPEN_VOCABULARIES]
    return questions.ask(words.label("vocabulary"), open_vocabulary, lambda: choices)


def open_vocabulary(text: str) -> str:
    """The vocabulary that is meant: `exemplar-field`, `form`, «hình thức» …; raises Usage."""
    meant = _plain(text)
    for name in OPEN_VOCABULARIES:
        labels = (words.say_in(each, f"record.vocabulary.{name}") for each in words.LANGUAGES)
        if meant in map(_plain, (name, *labels)):
            return name
    near = ", ".join(name.replace("_", "-") for name in OPEN_VOCABULARIES)
    raise Usage("cli.unknown_term", option="vocabulary", text=text, near=near)


# The words of the program's own: they are listed, and their labels can be edited.
_FIXED_VOCABULARIES = ("kind", "act", "class", "system", "gender", "unit_type")


def vocabularies_called(text: str) -> tuple[str, ...]:
    """The vocabularies that a clerk may mean: «forms», «lĩnh vực» (of both nouns); raises Usage."""
    meant = _plain(text)
    every = (*OPEN_VOCABULARIES, *_FIXED_VOCABULARIES)
    found = tuple(name for name in every if meant in _names_of(name))
    found = found or tuple(name for name in every if any(meant in n for n in _names_of(name)))
    if not found:
        near = ", ".join(name.replace("_", "-") for name in every)
        raise Usage("cli.unknown_term", option="of", text=text, near=near)
    return found


def _names_of(vocabulary: str) -> list[str]:
    labels = [words.say_in(each, f"record.vocabulary.{vocabulary}") for each in words.LANGUAGES]
    names = [_plain(name) for name in (vocabulary, *labels)]
    return [*names, *(f"{name}s" for name in names)]


def _plain(text: str) -> str:
    return re.sub(r"[-_ ]+", " ", fold(text))

"""`template`: an empty workbook for the units to fill in, which `import` takes in as it is."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from emulation_cli import words
from emulation_cli.commands import parsing
from emulation_cli.commands.desk import desk_of
from emulation_cli.commands.options import Output
from emulation_cli.commands.output import tell_written
from emulation_cli.domain.errors import FileTrouble, Usage
from emulation_cli.render.files import replacing, suffix_of

if TYPE_CHECKING:
    from emulation_cli.register.store import Register
    from emulation_cli.sheets.forms import FormColumn

# The columns of each form with what their drop-down offers: a vocabulary, or the units.
FORMS: dict[str, dict[str, str]] = {
    "units": {"name": "", "code": "", "type": "unit_type", "parent": "units", "other_names": ""},
    "exemplars": {
        "name": "", "kind": "kind", "unit": "units", "field": "exemplar_field", "discovered": "",
        "fostered": "", "multiplied": "", "position": "", "birth_year": "", "gender": "gender",
        "summary": "",
    },
    "models": {
        "name": "", "kind": "kind", "unit": "units", "field": "model_field", "year": "",
        "status": "registration_status", "leader": "", "address": "", "summary": "",
    },
    "events": {
        "name": "", "type": "event_type", "date": "", "place": "", "organiser": "units",
        "attendance": "",
    },
    "decisions": {
        "number": "", "date": "", "body": "", "level": "level", "abstract": "", "signer": "",
        "signer_position": "", "stated_collectives": "", "stated_individuals": "",
        "stated_households": "",
    },
    "honours": {
        "name": "", "kind": "kind", "unit": "units", "position": "", "act": "act", "form": "form",
        "decision_number": "", "decision_date": "", "event": "", "amount": "", "achievement": "",
    },
}  # fmt: skip


def template(
    ctx: typer.Context, noun: Annotated[str, typer.Argument()], output: Output = None
) -> None:
    """Write an empty workbook for a noun."""
    from emulation_cli.sheets.forms import FormTitles, write_form

    desk = desk_of(ctx)
    plural = parsing.noun(noun)
    if plural not in FORMS:
        raise Usage("cli.unknown_noun", text=noun, known=", ".join(FORMS))
    language = desk.language_of(document=True)
    titles = FormTitles(
        title=words.say_in(language, f"template.title.{plural}"),
        **{name: words.say_in(language, f"template.{name}") for name in _TITLES},
    )
    path = _path(output, words.say_in(language, f"template.file.{plural}"))
    with replacing(path) as beside:
        write_form(beside, titles, list(_columns(desk.register, plural, language)))
    tell_written(str(path))


_TITLES = ("hint", "form", "example", "lists")


def _path(output: str | None, own: str) -> Path:
    """The file to write: the one that was named, or one that is not there yet."""
    if output:
        suffix_of(Path(output), (".xlsx",))
        return Path(output)
    if Path(own).exists():
        raise FileTrouble("template.exists", file=own)
    return Path(own)


def _columns(register: "Register", plural: str, language: str) -> Iterable["FormColumn"]:
    from emulation_cli.sheets.forms import FormColumn

    yield FormColumn(words.say_in(language, "template.ordinal"), "", "1")
    for name, source in FORMS[plural].items():
        heading, example, note = (
            _said(language, f"template.{part}.{plural}.{name}")
            for part in ("heading", "value", "note")
        )
        yield FormColumn(heading, note, example, _choices(register, source, language))


def _said(language: str, key: str) -> str:
    """Not every column needs a note or an example."""
    return words.say_in(language, key) if words.known(key) else ""


def _choices(register: "Register", source: str, language: str) -> list[str]:
    if source == "units":
        return [unit.name for unit in register.unit_names.units]
    return [term.label(language) for term in register.vocabularies.of(source)] if source else []

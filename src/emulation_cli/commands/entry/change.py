"""The commands that change what is recorded: mark a milestone, edit, cancel."""

from typing import Annotated, Any

import typer

from emulation_cli import words
from emulation_cli.commands.dialogue import parsing, questions
from emulation_cli.commands.dialogue.marked_words import marked_words
from emulation_cli.commands.dialogue.record_names import meant
from emulation_cli.commands.entry.record import require, said, tell_recorded, tell_warnings, typed
from emulation_cli.commands.frame.desk import desk_of, tell
from emulation_cli.commands.frame.options import Flag, option_name, takes
from emulation_cli.commands.frame.output import labels_of
from emulation_cli.domain.catalogue.field_types import Names
from emulation_cli.domain.catalogue.fields import (
    ALWAYS,
    DATE,
    EDITING,
    FLAG,
    KIND,
    LEVEL,
    UNIT,
    Field,
    Noun,
)
from emulation_cli.domain.catalogue.nouns import BY_PLURAL, NOUNS
from emulation_cli.domain.catalogue.refs import Ref
from emulation_cli.domain.errors import Usage
from emulation_cli.register import cancelling
from emulation_cli.register.contradictions import refuse_other_day
from emulation_cli.register.identity.told import told_of
from emulation_cli.register.identity.touched import reads_identity
from emulation_cli.register.recording import editing
from emulation_cli.register.recording.row_values import written
from emulation_cli.register.store import Register
from emulation_cli.render.labels import cell_text

_MARKED = (
    Field("date", DATE, required=True),
    Field("level", LEVEL),
    Field("unit", UNIT),
    Field("document"),
)
UNKNOWN = "unclassified"
_TAKEN = (ALWAYS, EDITING)
_NAMED_ONCE = {f.name: f for noun in NOUNS for f in noun.fields if f.by_hand in _TAKEN}
_EDITABLE = tuple(field._replace(required=False) for field in _NAMED_ONCE.values())


@takes((*_MARKED, Field("remove", FLAG)))
def mark(
    ctx: typer.Context,
    ids: Annotated[list[str], typer.Argument(metavar="ID... MILESTONE")],
    **texts: Any,
) -> None:
    """Record a milestone of exemplars or models, or take it off again."""
    register = desk_of(ctx).register
    remove = texts.pop("remove")
    given = {name: text for name, text in texts.items() if text is not None}
    noun, refs, code = marked_words(register, ids)
    require(_MARKED, given)
    details = typed(register, _MARKED, given)
    marked = editing.mark(register, refs, code, remove=remove, **details)
    vocabulary = parsing.milestones_of(noun)
    said = {
        "milestone": register.vocabularies.label(vocabulary, code, words.language()),
        "date": words.date(details["date"].iso),
    }
    for recorded in marked:
        sentence = "record.unmarked" if remove else "record.marked"
        tell(sentence, id=recorded.id, name=recorded.name, **said)
        tell_warnings(recorded.warnings)


@takes(_EDITABLE)
def edit(ctx: typer.Context, id: Annotated[str, typer.Argument()], **texts: Any) -> None:
    """Correct a record; an empty value empties the field."""
    register = desk_of(ctx).register
    ref = meant(register, id)
    noun, before = editing.existing(register, ref)
    values: dict[str, Any] = {}
    for name, text in texts.items():
        if text is not None:
            field = _field(noun, name.removesuffix("_"))
            values[field.name] = _new_value(register, field, text)
            values |= said(noun.plural, field, text)
    if not values and questions.possible():
        from emulation_cli.commands.dialogue.edit_form import fill_in

        values = fill_in(register, noun, ref, _new_value)
        if not values:
            tell("record.nothing_edited", id=ref)
            return
    if not values:
        raise Usage("cli.nothing_to_edit", id=ref)
    if values.get("status") in ("cancelled", "repeated"):
        raise Usage("cli.use_cancel", id=ref)
    refuse_other_day(register, noun, values, before)
    _tell_edited(register, editing.edit(register, ref, values))


def _field(noun: Noun, name: str) -> Field:
    field = noun.field(name) or next((f for f in noun.fields if f.adding == name), None)
    if field is None or field.by_hand not in _TAKEN:
        named = words.say(f"record.noun.{noun.plural}")
        raise Usage("cli.option_not_for_noun", option=option_name(_NAMED_ONCE[name]), noun=named)
    return field


def _new_value(register: Register, field: Field, text: Any) -> Any:
    if isinstance(field.type, Names):
        return tuple(name for name in text if name)
    if not text and field.required:
        raise Usage("cli.empty_value", option=field.name.replace("_", "-"))
    if not text:
        return UNKNOWN if field.type is KIND else None
    return parsing.value(register, field, text)


def _tell_edited(register: Register, edited: editing.Edited) -> None:
    if not edited.changes:
        tell("record.unchanged", id=edited.id, name=edited.name)
        return
    tell("record.edited", id=edited.id, name=edited.name)
    noun, labels = BY_PLURAL[Ref.parse(edited.id).noun], labels_of(register)

    def shown(column: str, value: Any) -> str:
        told = written(register, noun, column, value)
        return cell_text(noun.plural, column, told, labels) or "–"

    if reads_identity(noun.table, (column for column, _old, _new in edited.changes)):
        told = told_of(register.connection, edited.id)
        tell_warnings((f"identity.{code}", values) for code, values in told)
    tell_warnings(edited.warnings)
    for column, old, new in edited.changes:
        field = noun.field_of(column)
        label = words.label(field.name if field else column, noun.plural)
        tell("record.change", column=label, old=shown(column, old), new=shown(column, new))


def cancel(
    ctx: typer.Context,
    id: Annotated[str, typer.Argument()],
    reason: Annotated[str | None, typer.Option(rich_help_panel="needed")] = None,
    with_honours: Flag = False,
) -> None:
    """Cancel a record, with the reason: it stays visible and leaves the counting."""
    register = desk_of(ctx).register
    ref = meant(register, id)
    editing.existing(register, ref)
    needed = (Field("reason", required=True),)
    given = {"reason": reason} if reason is not None else {}
    require(needed, given)
    said = typed(register, needed, given)
    cancelled = cancelling.cancel(register, ref, **said, with_honours=with_honours)
    tell_recorded(cancelled, "record.cancelled")

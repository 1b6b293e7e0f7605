"""The commands that change what is recorded: mark a milestone, edit, cancel."""

from typing import Annotated, Any

import typer

from emulation_cli import words
from emulation_cli.commands import parsing
from emulation_cli.commands.desk import desk_of, tell
from emulation_cli.commands.options import option_name, takes
from emulation_cli.commands.output import labels_of
from emulation_cli.commands.record import require, tell_recorded, typed
from emulation_cli.domain.errors import Usage
from emulation_cli.register import editing
from emulation_cli.register.nouns import NOUNS, Column, Noun, parse_id
from emulation_cli.register.store import Register
from emulation_cli.render.labels import cell_text

_MARKED = (
    Column("date", "date", required=True),
    Column("level", "term:level"),
    Column("unit", "unit"),
    Column("document"),
)
# The date of a stage is corrected by `edit`, beside the columns of an exemplar.
_STAGES = tuple(Column(stage, "date") for stage in editing.EXEMPLAR_MILESTONES)
_NAMED_ONCE = {column.name: column for noun in NOUNS for column in (*noun.columns, *_STAGES)}
_EDITABLE = tuple(Column(column.name, column.type) for column in _NAMED_ONCE.values())


@takes((*_MARKED, Column("remove", "flag")))
def mark(
    ctx: typer.Context,
    ids: Annotated[list[str], typer.Argument()],
    milestone: Annotated[str, typer.Argument()],
    **texts: Any,
) -> None:
    """Record a milestone of exemplars or models, or take it off again."""
    register = desk_of(ctx).register
    remove = texts.pop("remove")
    given = {name: text for name, text in texts.items() if text is not None}
    noun, _ = editing.existing(register, ids[0])
    code = parsing.milestone(register, noun.plural, milestone)
    require(_MARKED, given)
    details = typed(register, _MARKED, given)
    marked = editing.mark(register, ids, code, remove=remove, **details)
    vocabulary = parsing.milestones_of(noun.plural)
    said = {
        "milestone": register.vocabularies.label(vocabulary, code, words.language()),
        "date": words.date(details["date"].iso),
    }
    for recorded in marked:
        sentence = "record.unmarked" if remove else "record.marked"
        tell(sentence, id=recorded.id, name=recorded.name, **said)


@takes(_EDITABLE)
def edit(ctx: typer.Context, id: Annotated[str, typer.Argument()], **texts: Any) -> None:
    """Correct a record; an empty value empties the column."""
    register = desk_of(ctx).register
    noun, _ = editing.existing(register, id)
    values = {
        column.name: _new_value(register, column, text)
        for name, text in texts.items()
        if text is not None
        for column in [_column(noun, name.removesuffix("_"))]
    }
    if not values:
        raise Usage("cli.nothing_to_edit", id=id)
    if values.get("status") == "cancelled":
        raise Usage("cli.use_cancel", id=id)
    _tell_edited(register, editing.edit(register, id, values))


def _column(noun: Noun, name: str) -> Column:
    columns = (*noun.columns, *(_STAGES if noun.plural == "exemplars" else ()))
    for column in columns:
        if column.name == name:
            return column
    raise Usage(
        "cli.option_not_for_noun",
        option=option_name(_NAMED_ONCE[name]),
        noun=words.say(f"record.noun.{noun.plural}"),
    )


def _new_value(register: Register, column: Column, text: Any) -> Any:
    if column.type == "names":
        return tuple(name for name in text if name)
    if not text and not column.required:
        return None
    return parsing.value(register, column, text)


def _tell_edited(register: Register, edited: editing.Edited) -> None:
    if not edited.changes:
        tell("record.unchanged", id=edited.id, name=edited.name)
        return
    tell("record.edited", id=edited.id, name=edited.name)
    noun, _number = parse_id(edited.id)
    for column, *values in edited.changes:
        label = words.say(f"record.column.{column.removesuffix('_id')}")
        old, new = (_shown(register, noun.plural, column, value) for value in values)
        tell("record.change", column=label, old=old, new=new)


def _shown(register: Register, noun: str, column: str, stored: Any) -> str:
    if column in ("unit_id", "parent_id") and stored is not None:
        return register.unit(stored).name
    return cell_text(noun, column, stored, labels_of(register)) or "–"


def cancel(
    ctx: typer.Context,
    id: Annotated[str, typer.Argument()],
    reason: Annotated[str | None, typer.Option(rich_help_panel="needed")] = None,
) -> None:
    """Cancel a record, with the reason: it stays visible and leaves the counting."""
    register = desk_of(ctx).register
    editing.existing(register, id)
    needed = (Column("reason", required=True),)
    given = {"reason": reason} if reason is not None else {}
    require(needed, given)
    cancelled = editing.cancel(register, id, **typed(register, needed, given))
    tell_recorded(cancelled, "record.cancelled")

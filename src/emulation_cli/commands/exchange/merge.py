"""`merge`: take in the registers of offices below, or a copy that went its own way."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from emulation_cli import words
from emulation_cli.commands.dialogue import questions
from emulation_cli.commands.frame.desk import desk_of, tell
from emulation_cli.commands.frame.json_answers import as_json, write_answer
from emulation_cli.commands.frame.narration import most
from emulation_cli.commands.frame.options import Flag, Value, Values, Yes
from emulation_cli.domain.errors import EmulError, Usage
from emulation_cli.domain.text import comparing_key
from emulation_cli.register.copies import backups
from emulation_cli.register.merging import register_merge
from emulation_cli.register.merging.merge_edits import Edit
from emulation_cli.register.merging.merge_fields import Conflict, Side
from emulation_cli.register.merging.merge_units import Unmatched
from emulation_cli.register.store import Register

if TYPE_CHECKING:
    from emulation_cli.commands.dialogue.choosing import Choice

_PREFERENCES = ("mine", "theirs", "newer")
# As many changed values of one register as are shown one by one.
_SHOWN = 10


def merge(
    ctx: typer.Context,
    files: Annotated[list[str], typer.Argument()],
    prefer: Value = None,
    same_unit: Values = None,
    format: Value = None,
    *,
    another_person: Flag = False,
    dry_run: Flag = False,
    yes: Yes = False,
) -> None:
    """Take in other registers as one change."""
    register, wanted = desk_of(ctx).register, as_json(format)
    if prefer is not None and prefer not in _PREFERENCES:
        raise Usage("units.unknown_preference", text=prefer, known=", ".join(_PREFERENCES))
    paths = [Path(file) for file in files]
    wishes = register_merge.MergeWishes(
        prefer=prefer,  # type: ignore[arg-type]
        choose=_choose if questions.possible() and not yes else None,
        units=dict(_told(register, text) for text in same_unit or ()),
        another_person=another_person,
        dry_run=dry_run,
    )
    if not dry_run:
        backups.before(register.path, register.connection, "merge")
    outcome = _merged(register, paths, wishes, ask=questions.possible() and not yes)
    if wanted:
        _write_outcome(outcome, dry_run=dry_run)
    else:
        _tell(register, outcome, dry_run=dry_run)
    if outcome.blocked:
        raise typer.Exit(3)


def _merged(
    register: Register, paths: list[Path], wishes: register_merge.MergeWishes, *, ask: bool
) -> register_merge.Outcome:
    """On a terminal what would happen is shown first, and doubtful units are asked for."""
    if not ask or wishes.dry_run:
        return register_merge.merge(register, paths, wishes)
    choices: dict[tuple[str, str, str], Side | None] = {}
    wishes = replace(wishes, choose=_remembering(choices))
    preview = register_merge.merge(register, paths, replace(wishes, dry_run=True))
    if preview.unmatched:
        told = {**wishes.units, **dict(_ask_unit(register, unit) for unit in preview.unmatched)}
        return _merged(register, paths, replace(wishes, units=told), ask=ask)
    if preview.blocked or not preview.news:
        return preview
    for merged in preview.merged:
        _tell_merged(merged)
    if not questions.confirmed(words.say("units.merge_now")):
        return preview
    return register_merge.merge(register, paths, wishes)


def _remembering(
    choices: dict[tuple[str, str, str], Side | None],
) -> Callable[[Conflict], Side | None]:
    """Ask each question once: the preview and the merge itself come to the same ones."""

    def choose(conflict: Conflict) -> Side | None:
        key = (conflict.source, conflict.id, conflict.column)
        if key not in choices:
            choices[key] = _choose(conflict)
        return choices[key]

    return choose


def _choose(conflict: Conflict) -> Side | None:
    _tell_conflict(conflict)
    sides: list[Choice[Side | None]] = [
        (words.say("units.keep_mine"), "mine"),
        (words.say("units.take_theirs"), "theirs"),
        (words.say("units.decide_later"), None),
    ]
    return questions.ask(words.say("units.which_value"), _no_side, lambda: sides)


def _no_side(text: str) -> Side | None:
    raise Usage("units.which_value", text=text)


def _told(register: Register, text: str) -> tuple[str, int | None]:
    """`Xã Cẩm Duệ=U9`: which unit here theirs is; `=new` for one that is none of ours."""
    theirs, sign, ours = text.rpartition("=")
    if not sign:
        raise Usage("units.not_a_match", text=text)
    number = None if ours.strip() == "new" else register.find_unit(ours.strip()).id
    return comparing_key(theirs), number


def _ask_unit(register: Register, unit: Unmatched) -> tuple[str, int | None]:
    choices: list[Choice[int | None]] = [
        (register.unit(number).told_apart, number) for number, _name in unit.candidates
    ]
    choices.append((words.say("units.none_of_them"), None))
    question = words.say("units.which_unit", name=unit.name, source=unit.source)
    found = questions.ask(question, lambda text: register.find_unit(text).id, lambda: choices)
    return comparing_key(unit.code or unit.name), found


def _tell(register: Register, outcome: register_merge.Outcome, *, dry_run: bool) -> None:
    for merged in outcome.merged:
        _tell_merged(merged)
    for unit in outcome.unmatched:
        names = ", ".join(_unit_name(register, number) for number, _name in unit.candidates)
        tell("units.unmatched", source=unit.source, name=unit.name, units=names)
    for conflict in outcome.conflicts:
        _tell_conflict(conflict)
    for one in outcome.ahead:
        tell("units.edit_ahead", id=one.id, column=_column(one.column), edit=_edit(one.edit))
    for namesake in outcome.namesakes:
        key = "units.purged_there" if namesake.here else "units.purged_here"
        tell(key, source=namesake.source, id=namesake.id)
    if outcome.blocked:
        tell("units.merge_blocked")
    elif outcome.written is not None:
        tell("units.merged", id=f"C{outcome.written}")
    else:
        tell("units.merge_dry_run" if dry_run else "units.nothing_new")


def _write_outcome(outcome: register_merge.Outcome, *, dry_run: bool) -> None:
    write_answer(
        change=f"C{outcome.written}" if outcome.written is not None else None,
        dry_run=dry_run,
        blocked=outcome.blocked,
        news=outcome.news,
        merged=[
            {
                "name": one.name,
                "file": str(one.path),
                "added": {table: count for table, count in one.added.items() if count},
                "changed": [value._asdict() for value in one.changed],
                "removed": one.removed,
            }
            for one in outcome.merged
        ],
        conflicts=[_parts(one) for one in outcome.conflicts],
        unmatched=[
            {
                **_parts(one),
                "candidates": [{"id": f"U{number}", "name": n} for number, n in one.candidates],
            }
            for one in outcome.unmatched
        ],
        ahead=[{"id": one.id, "column": one.column} for one in outcome.ahead],
        namesakes=[one._asdict() for one in outcome.namesakes],
    )


def _parts(one: Any) -> dict[str, Any]:
    """A conflict or a unit by its attributes, an edit among them by its own."""
    return {
        name: value._asdict() if isinstance(value, Edit) else value
        for name, value in vars(one).items()
    }


def _unit_name(register: Register, number: int) -> str:
    try:
        return register.unit(number).told_apart
    except EmulError:  # it was only there while the merge was tried
        return f"U{number}"


def _tell_merged(merged: register_merge.Merged) -> None:
    added = ", ".join(
        f"{words.number(count)} {words.say(f'units.table.{table}')}"
        for table, count in merged.added.items()
        if count and words.known(f"units.table.{table}")
    )
    tell(
        "units.merged_from",
        name=merged.name,
        added=added or "0",
        changed=words.number(len(merged.changed)),
        removed=words.number(merged.removed),
    )
    if merged.tables_here:
        tell("units.tables_here", name=merged.name, names="», «".join(merged.tables_here))
    for value in merged.changed[: most(_SHOWN)]:
        told: dict[str, Any] = {"column": _column(value.column), "id": value.id}
        tell("units.changed", old=_shown(value.old), new=_shown(value.new), **told)


def _tell_conflict(conflict: Conflict) -> None:
    tell(
        "units.conflict",
        id=conflict.id,
        name=conflict.name,
        column=_column(conflict.column),
        mine=_shown(conflict.mine),
        my_edit=_edit(conflict.my_edit),
        source=conflict.source,
        theirs=_shown(conflict.theirs),
        their_edit=_edit(conflict.their_edit),
    )


def _column(name: str) -> str:
    return words.label(name.removesuffix("_id"))


def _shown(value: object) -> str:
    return "–" if value is None else str(value)


def _edit(edit: Edit | None) -> str:
    if edit is None:
        return words.say("units.as_recorded")
    day, time = edit.at[:10], edit.at[11:16]
    return words.say("units.edited", date=words.date(day), time=time, who=edit.who)

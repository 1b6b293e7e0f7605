"""Changing what is recorded: edit, and the milestones of exemplars and models."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from emulation_cli.domain.catalogue.fields import Noun
from emulation_cli.domain.catalogue.nouns import BY_PLURAL, STAGES
from emulation_cli.domain.catalogue.refs import Ref
from emulation_cli.domain.errors import Refused, Usage
from emulation_cli.domain.offices.units import Unit
from emulation_cli.domain.times.partial_date import PartialDate
from emulation_cli.register.awarding.kept_proposals import keep_proposal, parted, proposed_honour
from emulation_cli.register.identity.stated import belong
from emulation_cli.register.out_of_time import of_record, told_out_of_time
from emulation_cli.register.recording.movement_names import with_movement
from emulation_cli.register.recording.new_records import (
    Recorded,
    Warning_,
    check_unit,
    exemplar_field,
    new_form,
)
from emulation_cli.register.recording.row_values import called, columns_of, place_keys
from emulation_cli.register.recording.term_editing import check_names, term_columns
from emulation_cli.register.store import Register

REGISTRATIONS = {"registered": "new", "continued": "continued"}


Change_ = tuple[str, Any, Any]  # a column, what it held, what it holds


class Edited(NamedTuple):
    """What an edit changed: (column, old, new) of the table; empty where nothing differed.

    `warnings` say what stands outside a life since.
    """

    id: str
    name: str
    changes: tuple[Change_, ...]
    warnings: tuple[Warning_, ...] = ()


def existing(register: Register, text: str) -> tuple[Noun, dict[str, Any]]:
    """The noun and row of a short id; raises Refused where there is none."""
    ref = Ref.parse(text)
    noun = BY_PLURAL[ref.noun]
    row = register.row(f"SELECT * FROM {noun.table} WHERE id = ?", (ref.number,))
    if row is None:
        raise Refused("domain.no_such_id", id=text)
    if noun.plural == "proposals":  # its honour says who is proposed
        honour = proposed_honour(register, ref.number)
        row[noun.title] = existing(register, str(honour))[1][noun.title]
    return noun, row


def edit(register: Register, text: str, values: Mapping[str, Any]) -> Edited:
    """Set the given values of one record, as one change; None empties a value.

    Raises Refused for an unknown id. Milestones of an exemplar (discovered …) take a date.
    """
    with register.change() as change:
        noun, before = existing(register, text)
        ref = Ref(noun.plural, before["id"])
        already = of_record(register.connection, ref)
        if noun.plural == "proposals":
            changes = _edited_proposal(register, before, values)
        else:
            changes = _changes(register, noun, before, values)
        change.keep = bool(changes)
    hidden = ("_key", "_day", "_text", "edited")
    shown = [change for change in changes if not change[0].endswith(hidden)]
    name = next((new for column, _, new in changes if column == noun.title), before[noun.title])
    odd = told_out_of_time(register.connection, ref, already)
    return Edited(str(ref), called(register, noun, name), _as_shown(noun, shown), odd)


def _as_shown(noun: Noun, changes: Sequence[Change_]) -> tuple[Change_, ...]:
    """In the order in which the catalogue, and so every form and card, has the fields."""
    names = [field.name for field in noun.fields]

    def place(change: Change_) -> int:
        field = noun.field(change[0]) or noun.field_of(change[0])
        return names.index(field.name) if field else len(names)

    return tuple(sorted(changes, key=place))


def _edited_proposal(
    register: Register, before: Mapping[str, Any], values: Mapping[str, Any]
) -> list[Change_]:
    """Who is proposed for what is changed in the honour; its day as long as nothing is decided."""
    of_honour, own = parted(values)
    noun, honour = existing(register, str(Ref("honours", before["honour_id"])))
    if "date" in own and honour["status"] == "proposed" and honour["date"] == before["date"]:
        of_honour["date"] = own["date"]
    changes = _changes(register, noun, honour, of_honour)
    changes = [change for change in changes if change[0] != "date"]
    return changes + _changes(register, BY_PLURAL["proposals"], before, own)


def _changes(
    register: Register, noun: Noun, before: Mapping[str, Any], values: Mapping[str, Any]
) -> list[Change_]:
    """Set the values of one row and what hangs on it; what differed."""
    values, _made = with_movement(register, values)
    if "field" in values and noun.plural == "exemplars":
        values = {**values, "field": exemplar_field(register, values["field"])}
    if (form := values.get("form")) and noun.plural == "honours" and not form.code:
        values = {**values, "form": new_form(register, form.label_vi)}
    wanted = columns_of(noun, values)
    if noun.letter == "T":
        wanted |= term_columns(before, values)
        check_names(register, before, {**before, **wanted})
    differing = {name: value for name, value in wanted.items() if before[name] != value}
    if noun.letter == "U":
        check_unit(register, differing, before["id"])
    if differing:
        _refuse_emptying(register, noun, differing)
        register.update(noun.table, before["id"], differing)
    changes = [(name, before[name], value) for name, value in differing.items()]
    changes += edit_stages(register, before["id"], values) if noun.letter == "X" else []
    if noun.letter == "U":
        changes += _edit_other_names(register, before["id"], values)
    if noun.letter == "H":
        keep_proposal(register, before["id"])
    if "for" in values:
        changes += _edit_belonging(register, before["id"], values["for"])
    return changes


def _refuse_emptying(register: Register, noun: Noun, values: Mapping[str, Any]) -> None:
    """Refuse to empty what a record of this noun must have."""
    columns = register.connection.execute(f"PRAGMA table_info({noun.table})")
    needed = {name for _, name, _, not_null, *_ in columns if not_null}
    for name, value in values.items():
        if value is None and name in needed:
            field = noun.field_of(name)
            option = (field.name if field else name).replace("_", "-")
            raise Usage("cli.empty_value", option=option)


def edit_stages(register: Register, number: int, values: Mapping[str, Any]) -> list[Change_]:
    """Correct the date of a stage: the first one recorded, where there are several."""
    changes = []
    for stage in STAGES:
        if stage not in values:
            continue
        day: PartialDate | None = values[stage]
        found = register.row(
            "SELECT id, date FROM exemplar_milestone WHERE exemplar_id = ? AND milestone = ?"
            " ORDER BY first_day",
            (number, stage),
        )
        iso = day.iso if day else None
        if found is None:
            row = {"exemplar_id": number, "milestone": stage, "date": iso}
            register.insert("exemplar_milestone", row)
        elif found["date"] != iso:
            register.update("exemplar_milestone", found["id"], {"date": iso})
        if found is None or found["date"] != iso:
            changes.append((stage, found and found["date"], iso))
    return changes


def _edit_other_names(register: Register, number: int, values: Mapping[str, Any]) -> list[Change_]:
    register.forget_units()
    if "other_names" not in values:
        return []
    before = [
        row["name"]
        for row in register.rows("SELECT name FROM unit_name WHERE unit_id = ?", (number,))
    ]
    wanted = list(values["other_names"] or ())
    for name in before:
        if name not in wanted:
            register.connection.execute(
                "DELETE FROM unit_name WHERE unit_id = ? AND name = ?", (number, name)
            )
    for name in wanted:
        if name not in before:
            register.insert("unit_name", {"unit_id": number, "name": name} | place_keys(name))
    changed = sorted(before) != sorted(wanted)
    return [("other_names", "; ".join(before), "; ".join(wanted))] if changed else []


def _edit_belonging(register: Register, number: int, belongs: Ref | None) -> list[Change_]:
    old = register.row("SELECT exemplar_id, model_id FROM honours WHERE id = ?", (number,)) or {}
    new = str(belongs) if belongs else None
    if not belong(register.connection, f"H{number}", new):
        return []
    was = f"X{old['exemplar_id']}" if old["exemplar_id"] else None
    return [("for", was or (f"M{old['model_id']}" if old["model_id"] else None), new)]


def mark(
    register: Register,
    ids: Sequence[str],
    milestone: str,
    *,
    date: PartialDate | None = None,
    level: str | None = None,
    unit: Unit | None = None,
    document: str | None = None,
    remove: bool = False,
) -> list[Recorded]:
    """Record a milestone of several exemplars or models as one change; all or none.

    Raises Refused for an id that is unknown or of another noun, or a milestone already there.
    With `remove` the milestone of that date is taken off instead.
    """
    details = {
        "date": date and date.iso,
        "level": level,
        "unit_id": unit and unit.id,
        "document": document,
    }
    with register.change():
        return [_mark_one(register, text, milestone, details, remove) for text in ids]


def _mark_one(
    register: Register, text: str, milestone: str, details: dict[str, Any], remove: bool
) -> Recorded:
    noun, row = existing(register, text)
    ref = Ref(noun.plural, row["id"])
    before = of_record(register.connection, ref)
    table, values = milestone_row(noun, row["id"], milestone, details)
    same = " AND ".join(f"{name} IS ?" for name in values if name != "document")
    keys = [value for name, value in values.items() if name != "document"]
    found = register.row(f"SELECT id FROM {table} WHERE {same}", keys)
    said = {"id": text.upper(), "name": row["name"]}
    if remove:
        if found is None:
            raise Refused("domain.not_marked", **said)
        register.connection.execute(f"DELETE FROM {table} WHERE id = ?", (found["id"],))
    elif found:
        raise Refused("domain.already_marked", **said)
    else:
        _refuse_second_registration(register, table, values, said)
        register.insert(table, values)
    odd = told_out_of_time(register.connection, ref, before)
    return Recorded(str(ref), noun.plural, str(row["name"]), odd)


def _refuse_second_registration(
    register: Register, table: str, values: dict[str, Any], said: dict[str, str]
) -> None:
    if table != "registration":
        return
    sql = "SELECT status FROM registration WHERE model_id = ? AND year = ?"
    year = int((values["date"] or "0")[:4])
    if not year:
        raise Refused("domain.registration_needs_year", **said)
    if register.row(sql, (values["model_id"], year)):
        raise Refused("domain.already_registered", year=year, **said)


def milestone_row(
    noun: Noun, number: int, milestone: str, details: Mapping[str, Any]
) -> tuple[str, dict[str, Any]]:
    """The table and the columns that hold a milestone of a record; raises Refused if unfit."""
    date, document = details["date"], details["document"]
    if details["level"] and milestone != "recognised":
        raise Refused("domain.level_of_recognition", id=str(Ref(noun.plural, number)))
    if noun.plural == "exemplars" and milestone in STAGES:
        row = {"exemplar_id": number, "milestone": milestone, "date": date, "document": document}
        return "exemplar_milestone", row
    if noun.plural == "models" and milestone in REGISTRATIONS:
        status = REGISTRATIONS[milestone]
        row = {"model_id": number, "date": date, "status": status, "document": document}
        return "registration", row
    if noun.plural == "models" and milestone not in STAGES:
        return "model_milestone", {"model_id": number, "milestone": milestone, **details}
    raise Refused("domain.unfit_milestone", id=str(Ref(noun.plural, number)), milestone=milestone)

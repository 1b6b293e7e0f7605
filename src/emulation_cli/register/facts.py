"""What a row of a list adds to its record: milestones, registrations, other names."""

from collections.abc import Callable, Mapping
from typing import Any

from emulation_cli.register.rows import place_keys
from emulation_cli.register.store import Register


def add_facts(register: Register, noun: str, number: int, values: Mapping[str, Any]) -> bool:
    """Add the milestones, registrations or other names that a row brings; whether any was new."""
    add = _FACTS.get(noun)
    return add(register, number, values) if add else False


def _exemplar_stages(register: Register, number: int, values: Mapping[str, Any]) -> bool:
    """Another date is a further milestone of the same exemplar (DESIGN section 3)."""
    changed = False
    for stage in ("discovered", "fostered", "multiplied"):
        if date := values.get(stage):
            row = {"exemplar_id": number, "milestone": stage, "date": date.iso}
            changed |= _insert_once(register, "exemplar_milestone", row)
    return changed


def _model_facts(register: Register, number: int, values: Mapping[str, Any]) -> bool:
    changed = False
    if year := values.get("year"):
        date = getattr(year, "iso", None) or str(year)
        row = {"model_id": number, "date": date, "status": values.get("status")}
        changed = _register_year(register, row)
    for milestone in ("appraised", "recognised", "replicated", "stopped"):
        if date := values.get(milestone):
            level = values.get("level") if milestone == "recognised" else None
            row = {"model_id": number, "milestone": milestone, "date": date.iso, "level": level}
            changed |= _insert_once(register, "model_milestone", row)
    return changed


def _register_year(register: Register, row: dict[str, Any]) -> bool:
    """One registration a year; a status that was not stated may be filled."""
    found = register.row(
        "SELECT id, status FROM registration WHERE model_id = ? AND year = ?",
        (row["model_id"], int(row["date"][:4])),
    )
    if found is None:
        register.insert("registration", row)
        return True
    if found["status"] is None and row["status"]:
        register.update("registration", found["id"], {"status": row["status"]})
        return True
    return False


def _insert_once(register: Register, table: str, row: dict[str, Any]) -> bool:
    same = " AND ".join(f"{name} IS ?" for name in row)
    if register.row(f"SELECT id FROM {table} WHERE {same}", tuple(row.values())):
        return False
    register.insert(table, row)
    return True


def _unit_names(register: Register, number: int, values: Mapping[str, Any]) -> bool:
    changed = False
    for name in values.get("other_names") or ():
        row = {"unit_id": number, "name": name, **place_keys(name)}
        changed |= _insert_once(register, "unit_name", row)
    return changed


_FACTS: dict[str, Callable[[Register, int, Mapping[str, Any]], bool]] = {
    "units": _unit_names,
    "exemplars": _exemplar_stages,
    "models": _model_facts,
}

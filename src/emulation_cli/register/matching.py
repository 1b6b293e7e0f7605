"""Which record of the register a row of a list is: identity, never likeness (DESIGN section 3)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from emulation_cli.domain.text import comparing_key
from emulation_cli.register.rows import number_key
from emulation_cli.register.store import Register

Row = Mapping[str, Any]
Found = dict[str, Any]


@dataclass(frozen=True)
class SeveralNamesakes(Exception):
    """A row that could be any of several records; their numbers."""

    numbers: tuple[int, ...]


def find(register: Register, table: str, row: Row) -> Found | None:
    """The record that a row to be written is, or None; raises SeveralNamesakes.

    A record that was cancelled is found only where no other is.
    """
    found = _FINDERS[table](register, row)
    living = [one for one in found if one["cancelled_on"] is None]
    return next(iter(living or found), None)


def _by_name(register: Register, table: str, row: Row) -> list[Found]:
    return register.rows(
        f"SELECT * FROM {table} WHERE comparing_key = ? AND unit_id IS ?",
        (row["comparing_key"], row.get("unit_id")),
    )


def _exemplars(register: Register, row: Row) -> list[Found]:
    """Name, unit, kind, and year of birth where both have one."""
    same_kind = [one for one in _by_name(register, "exemplar", row) if one["kind"] == row["kind"]]
    born = row.get("birth_year")
    if born is None:
        living = [one for one in same_kind if one["cancelled_on"] is None]
        if len(living) > 1:
            raise SeveralNamesakes(tuple(one["id"] for one in living))
        return same_kind
    exact = [one for one in same_kind if one["birth_year"] == born]
    return exact or [one for one in same_kind if one["birth_year"] is None]


def _models(register: Register, row: Row) -> list[Found]:
    return _by_name(register, "model", row)


def _honours(register: Register, row: Row) -> list[Found]:
    """Recipient, unit, act, form, and decision or event, else date."""
    occasion = next((name for name in ("decision_id", "event_id", "date") if row.get(name)), "date")
    same = ("act", "form", "title", occasion)
    return [
        one
        for one in _by_name(register, "honour", row)
        if all(one[name] == row.get(name) for name in same)
    ]


def _events(register: Register, row: Row) -> list[Found]:
    return register.rows(
        "SELECT * FROM event WHERE comparing_key = ? AND date IS ?",
        (row["comparing_key"], row.get("date")),
    )


def _decisions(register: Register, row: Row) -> list[Found]:
    """Number, year and body; a body or a date that one side does not state is no difference."""
    body, year = comparing_key(row.get("body") or ""), (row.get("date") or "")[:4]
    return [
        one
        for one in register.rows(
            "SELECT * FROM decision WHERE number_key = ?", (number_key(row["number"]),)
        )
        if (not year or not one["date"] or one["date"][:4] == year)
        and (not body or not one["body"] or comparing_key(one["body"]) == body)
    ]


def _units(register: Register, row: Row) -> list[Found]:
    """Code, else name, type and parent."""
    if row.get("code"):
        found = register.rows("SELECT * FROM unit WHERE code = ?", (row["code"],))
        if found:
            return found
    return [
        one
        for one in register.rows("SELECT * FROM unit WHERE name_key = ?", (row["name_key"],))
        if one["type"] == row["type"]
        and one["parent_id"] == row.get("parent_id")
        and comparing_key(one["name"]) == comparing_key(row["name"])
        and not (one["code"] and row.get("code"))
    ]


_FINDERS = {
    "exemplar": _exemplars,
    "model": _models,
    "honour": _honours,
    "event": _events,
    "decision": _decisions,
    "unit": _units,
}


def recipient_link(register: Register, row: Row, prefer: str = "exemplar") -> dict[str, int]:
    """The exemplar or model that an honoured recipient is, where exactly one is; else nothing.

    `prefer` is the table to look in first, for a list may say which it speaks of.
    """
    for table in (prefer, "model" if prefer == "exemplar" else "exemplar"):
        found = [
            one
            for one in _by_name(register, table, row)
            if one["cancelled_on"] is None
            and (table == "model" or one["kind"] in (row["kind"], "unclassified"))
        ]
        if len(found) == 1:
            return {f"{table}_id": found[0]["id"]}
    return {}

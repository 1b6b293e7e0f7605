"""Two records that are one made one, or remembered to be two."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from emulation_cli.domain.errors import Refused
from emulation_cli.domain.fields import Noun
from emulation_cli.domain.refs import Ref
from emulation_cli.register.editing import existing
from emulation_cli.register.store import Register
from emulation_cli.register.uuids import uuid_of

# What hangs on a record of each noun, with the column that says on which.
_BELONGING = {
    "exemplars": (("exemplar_milestone", "exemplar_id"), ("honour", "exemplar_id")),
    "models": (
        ("registration", "model_id"),
        ("model_milestone", "model_id"),
        ("honour", "model_id"),
        ("exemplar", "model_id"),
    ),
}
_NOT_FILLED = {"id", "uuid", "change_id", "cancelled_on", "cancelled_reason"}


@dataclass(frozen=True)
class Joined:
    """The record that stayed, the one that went into it, how many rows moved, what was filled."""

    kept: str
    given_up: str
    name: str
    moved: int
    filled: tuple[str, ...]


def join(register: Register, kept: str, given_up: str, reason: str) -> Joined:
    """Make one record of two exemplars or two models, as one change.

    Milestones, registrations and honours go to the one that is kept; what it does not say is
    filled from the other, which stays visible as cancelled with the reason. Both identities mean
    the kept one from now on, in merges too. Raises Refused where they cannot be one.
    """
    with register.change():
        noun, one, other = _two(register, kept, given_up)
        missing = {
            name: value
            for name, value in other.items()
            if value is not None and one[name] is None and name not in _NOT_FILLED
        }
        if missing:
            register.update(noun.table, one["id"], missing)
        moved = sum(
            _move(register, table, column, one["id"], other["id"])
            for table, column in _BELONGING[noun.plural]
        )
        cancelled = {"cancelled_on": date.today().isoformat(), "cancelled_reason": reason}
        register.update(noun.table, other["id"], cancelled)
        _rename(register, noun, one["id"], other)
    ids = str(Ref(noun.plural, one["id"])), str(Ref(noun.plural, other["id"]))
    return Joined(*ids, one["name"], moved, tuple(missing))


def _two(
    register: Register, kept: str, given_up: str
) -> tuple[Noun, dict[str, Any], dict[str, Any]]:
    noun, one = existing(register, kept)
    other_noun, other = existing(register, given_up)
    if noun.plural not in _BELONGING or other_noun != noun or one["id"] == other["id"]:
        raise Refused("units.cannot_join", one=kept, other=given_up)
    for text, row in ((kept, one), (given_up, other)):
        if row["cancelled_on"]:
            raise Refused("domain.already_cancelled", id=text, reason=row["cancelled_reason"])
    return noun, one, other


def _move(register: Register, table: str, column: str, kept: int, given_up: int) -> int:
    """What the kept record has already (the same milestone, the same year) stays behind."""
    done = register.connection.execute(
        f"UPDATE OR IGNORE {table} SET {column} = ? WHERE {column} = ?", (kept, given_up)
    )
    return done.rowcount


def _rename(register: Register, noun: Noun, kept: int, other: dict[str, Any]) -> None:
    register.connection.execute(
        "UPDATE other_uuid SET row_id = ? WHERE table_name = ? AND row_id = ?",
        (kept, noun.table, other["id"]),
    )
    uuid = uuid_of(register.connection, noun.table, other["id"])
    register.insert("other_uuid", {"uuid": uuid, "table_name": noun.table, "row_id": kept})


def distinct(register: Register, one: str, other: str) -> bool:
    """Remember that two records are two; whether that was new. Raises Refused as `join` does."""
    with register.change() as change:
        noun, *two = _two(register, one, other)
        uuids = sorted(uuid_of(register.connection, noun.table, row["id"]) for row in two)
        pair = dict(zip(("one", "other"), uuids, strict=True))
        sql = "SELECT 1 FROM distinct_pair WHERE one = :one AND other = :other"
        change.keep = register.row(sql, pair) is None
        if change.keep:
            register.insert("distinct_pair", pair)
    return change.keep

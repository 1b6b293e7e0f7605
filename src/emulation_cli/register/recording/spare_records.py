"""Two records of one unit, or of one movement, made one: whatever names the spare one moves over.

Other records name these by themselves, so no verdict beside them would do; `undo` takes it back.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from emulation_cli.domain.catalogue.fields import Noun
from emulation_cli.domain.catalogue.refs import Ref
from emulation_cli.domain.errors import Refused
from emulation_cli.domain.text import comparing_key
from emulation_cli.register.identity.stated import standing, unsay, uuid_of
from emulation_cli.register.kept_tables import kept_tables, write_table
from emulation_cli.register.log.lasting_tables import lasting
from emulation_cli.register.recording.editing import existing
from emulation_cli.register.recording.new_records import is_above
from emulation_cli.register.recording.row_values import place_keys
from emulation_cli.register.store import Register

# Whether one unit leads to the other: at once, or over others on one day, which would be a circle.
_LEADS = """
WITH RECURSIVE led (id, date) AS (
 SELECT new_unit_id, date FROM unit_succession WHERE old_unit_id = :one UNION
 SELECT s.new_unit_id, s.date FROM unit_succession AS s
 JOIN led ON s.old_unit_id = led.id AND s.date = led.date)
SELECT 1 FROM led WHERE id = :other
"""
# Where the kept one is silent, the spare one speaks; but for these.
_NEVER_FILLED = ("id", "uuid", "change_id", "cancelled_on", "cancelled_reason", "first_day")


class TakenOver(NamedTuple):
    """The ids and names of the one that stays and of the spare one; how many rows moved.

    `dropped` rows went, for the one that stays has its own in their place: a target of one year.
    """

    kept: str
    spare: str
    names: tuple[str, str]
    moved: int
    dropped: int


def take_over(register: Register, kept: str, spare: str, *, instead: bool = False) -> TakenOver:
    """Make one record of two, as one change: the spare one is cancelled, its names stay known.

    Raises Refused where they were said to be two, unless this comes `instead`; where one is
    cancelled; and of units where one follows the other or lies under it.
    """
    with register.change() as change:
        noun, row = existing(register, kept)
        _, other = existing(register, spare)
        _refuse(register, noun, row, other, instead=instead)
        moved, dropped = _move(register, noun, row["id"], other["id"])
        moved += _move_in_tables(register, change.id, noun, (row["id"], other["id"]))
        if noun.plural == "units":
            _give_names(register, row, other)
        _fill(register, noun, row, other)
        one = uuid_of(register.connection, spare)
        register.connection.execute(
            "INSERT OR REPLACE INTO other_uuid (uuid, table_name, row_id) VALUES (?, ?, ?)",
            (one, noun.table, row["id"]),
        )
        change.keep = True
    register.forget_units()
    names = str(row[noun.title]), str(other[noun.title])
    return TakenOver(str(Ref(noun.plural, row["id"])), spare, names, moved, dropped)


def _refuse(
    register: Register,
    noun: Noun,
    row: Mapping[str, Any],
    other: Mapping[str, Any],
    *,
    instead: bool,
) -> None:
    ids = [str(Ref(noun.plural, one["id"])) for one in (row, other)]
    if row["id"] == other["id"]:
        raise Refused("identity.cannot_join", one=ids[0], other=ids[1])
    for text, one in zip(ids, (row, other), strict=True):
        if one["cancelled_on"]:
            raise Refused("domain.already_cancelled", id=text, reason=one["cancelled_reason"])
    uuids = uuid_of(register.connection, ids[0]), uuid_of(register.connection, ids[1])
    if standing(register.connection, uuids) == "distinct":
        if not instead:
            raise Refused("identity.said_distinct", one=ids[0], other=ids[1])
        unsay(register.connection, uuids)
    ways = ((row, other), (other, row)) if noun.plural == "units" else ()
    if any(_are_two(register, *way) for way in ways):
        raise Refused("identity.two_units", one=ids[0], other=ids[1])


def _are_two(register: Register, one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether one unit stands over the other or leads to it: made one they would go in a circle."""
    led = register.row(_LEADS, {"one": one["id"], "other": other["id"]})
    return led is not None or is_above(register, one["id"], other["parent_id"])


def _move(register: Register, noun: Noun, kept: int, spare: int) -> tuple[int, int]:
    """Let every row that names the spare one name the other; what that one has already, goes.

    How many moved, and how many went.
    """
    moved = dropped = 0
    for table in lasting(register.connection).values():
        for column in (name for name, of in table.references.items() if of == noun.table):
            sql = f"UPDATE OR IGNORE {table.name} SET {column} = ? WHERE {column} = ?"
            moved += register.connection.execute(sql, (kept, spare)).rowcount
            sql = f"DELETE FROM {table.name} WHERE {column} = ?"
            dropped += register.connection.execute(sql, (spare,)).rowcount
    if noun.plural == "units":
        sql = "UPDATE answer SET meaning = ? WHERE about = 'unit' AND meaning = ?"
        register.connection.execute(sql, (str(kept), str(spare)))
    return moved, dropped


def _move_in_tables(register: Register, change: int, noun: Noun, pair: tuple[int, int]) -> int:
    """The tables that the clerk keeps name records in their filters; how many named the spare."""
    kept, spare = (str(Ref(noun.plural, number)) for number in pair)
    moved = 0
    for spec in kept_tables(register):
        renamed = spec.with_ids(lambda text: kept if text.upper() == spare else None)
        if renamed != spec:
            write_table(register, change, renamed)
            moved += 1
    return moved


def _give_names(register: Register, row: Mapping[str, Any], other: Mapping[str, Any]) -> None:
    """A unit is found by the name and the code of the spare one too."""
    known = {comparing_key(row["name"])}
    known |= {
        comparing_key(found["name"])
        for found in register.rows("SELECT name FROM unit_name WHERE unit_id = ?", (row["id"],))
    }
    codes = [other["code"]] if row["code"] else []
    for name in filter(None, (other["name"], *codes)):
        if comparing_key(name) not in known:
            values = {"unit_id": row["id"], "name": name} | place_keys(name)
            register.insert("unit_name", values)


def _fill(register: Register, noun: Noun, row: Mapping[str, Any], other: Mapping[str, Any]) -> None:
    """Cancel the spare one; the other says what only that one knew, and the more exact day."""
    kept = f"= {noun.letter}{row['id']} {row[noun.title]}"
    gone: dict[str, Any] = {
        "cancelled_on": date.today().isoformat(),
        "cancelled_reason": kept,
    }
    if other["code"] and not row["code"]:
        gone["code"] = None  # a code is of one record
    register.update(noun.table, other["id"], gone)
    columns = register.connection.execute(f"PRAGMA table_info({noun.table})")
    stored = [column[1] for column in columns if column[1] not in _NEVER_FILLED]
    filled = {name: other[name] for name in stored if row[name] is None and other[name] is not None}
    day, exact = row.get("date"), other.get("date")
    if day and exact and len(exact) > len(day) and exact.startswith(day):
        filled["date"] = exact
    if noun.plural == "movements":
        filled["other_names"] = "; ".join(_names_of_both(row, other))
    if filled:
        register.update(noun.table, row["id"], filled)


def _names_of_both(row: Mapping[str, Any], other: Mapping[str, Any]) -> list[str]:
    names = [*row["other_names"].split("; "), other["name"], *other["other_names"].split("; ")]
    by_key = {comparing_key(name): name for name in reversed(names) if name}
    return [name for key, name in reversed(by_key.items()) if key != comparing_key(row["name"])]

"""Whose names a change touches: noted by triggers of this connection, in tables of its own.

They stand in no file. Whatever writes (a list, a hand, an undo, a merge) is noted alike.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

# What identity reads of a row; another column that changes touches nobody.
_READ = {
    "exemplar": ("name_key", "comparing_key", "kind", "birth_year", "gender", "unit_id"),
    "model": ("name_key", "comparing_key", "kind", "unit_id"),
    "honour": (
        "name_key", "comparing_key", "kind", "birth_year", "gender", "unit_id", "position", "act",
        "form", "title", "class", "decision_id", "event_id", "date", "achievement_year",
        "status",
    ),
    "decision": ("number", "number_key", "date", "body", "level", "system", "category"),
    "event": (
        "name", "name_key", "comparing_key", "type", "date", "unit_id", "organiser", "place",
    ),
}  # fmt: skip
LETTERS = {"exemplar": "X", "model": "M", "honour": "H", "decision": "D", "event": "E"}
# A verdict that is said anew is an upsert, under which OR IGNORE of a trigger does not hold.
_TABLES = """
CREATE TEMP TABLE IF NOT EXISTS touched_name (
  noun TEXT, name TEXT, unit INTEGER, PRIMARY KEY (noun, name, unit)) WITHOUT ROWID;
CREATE TEMP TABLE IF NOT EXISTS touched_unit (unit INTEGER PRIMARY KEY);
CREATE TEMP TABLE IF NOT EXISTS touched_verdict (uuid TEXT);
CREATE TEMP TABLE IF NOT EXISTS gone_record (
  noun TEXT, record_id INTEGER, PRIMARY KEY (noun, record_id)) WITHOUT ROWID;
"""
_EMPTIED = ("touched_name", "touched_unit", "touched_verdict", "gone_record")


def reads_identity(table: str, columns: Iterable[str]) -> bool:
    """Whether who is who hangs on one of these columns of a table."""
    return not set(_READ.get(table, ())).isdisjoint(columns)


def watch(connection: sqlite3.Connection) -> None:
    """Note from now on what the connection touches. Outside a transaction, once is enough."""
    there = "SELECT 1 FROM temp.sqlite_master WHERE name = 'gone_record'"
    if connection.execute(there).fetchone():
        return
    triggers = [*_of_units_and_verdicts()]
    for table in _READ:
        triggers += _of_table(table)
    for statement in (*_TABLES.split(";"), *triggers):
        connection.execute(statement)


@contextmanager
def noted_by_hand(connection: sqlite3.Connection, table: str, event: str) -> Iterator[None]:
    """Inside, the caller notes the rows of a table that come or go, many at once."""
    name = f"touch_{table}_{event}"
    asked = "SELECT sql FROM temp.sqlite_master WHERE name = ?"
    found = connection.execute(asked, (name,)).fetchone()
    if found is None:
        yield
        return
    connection.execute(f"DROP TRIGGER temp.{name}")
    yield
    connection.execute(found[0].replace("CREATE TRIGGER", "CREATE TEMP TRIGGER", 1))


def note_rows(
    connection: sqlite3.Connection, table: str, rows: tuple[str, Sequence[Any]], *, gone: bool
) -> None:
    """Note rows `t` of a table that are new or about to go, as its triggers do for each."""
    if table not in _READ:
        return
    noun, (condition, values) = LETTERS[table], rows
    name, unit = _named(noun, "t")
    connection.execute(
        f"INSERT OR IGNORE INTO temp.touched_name SELECT '{noun}', {name}, {unit}"
        f" FROM {table} AS t WHERE {condition}",
        values,
    )
    if gone:
        connection.execute(
            f"INSERT OR IGNORE INTO temp.gone_record SELECT '{noun}', t.id"
            f" FROM {table} AS t WHERE {condition}",
            values,
        )


def forget(connection: sqlite3.Connection) -> None:
    for table in _EMPTIED:
        connection.execute(f"DELETE FROM temp.{table}")


def _of_table(table: str) -> list[str]:
    noun = LETTERS[table]
    new, old = (
        f"INSERT OR IGNORE INTO touched_name VALUES ('{noun}', {', '.join(_named(noun, row))});"
        for row in ("NEW", "OLD")
    )
    gone = f"INSERT OR IGNORE INTO gone_record VALUES ('{noun}', OLD.id);"
    read = ", ".join((*_READ[table], "cancelled_on"))
    return [
        _trigger(table, "INSERT", new),
        _trigger(table, f"UPDATE OF {read}", new + old + gone),
        _trigger(table, "DELETE", old + gone),
    ]


def _named(noun: str, row: str) -> tuple[str, str]:
    """The key that a row is looked for by, and its unit; 0 where there is none."""
    key = {"D": "number_key", "E": "comparing_key"}.get(noun, "name_key")
    return f"{row}.{key}", f"ifnull({row}.unit_id, 0)" if noun in "XMH" else "0"


def _of_units_and_verdicts() -> list[str]:
    unit = "INSERT OR IGNORE INTO touched_unit VALUES ({row}.old_unit_id), ({row}.new_unit_id);"
    pair = "INSERT INTO touched_verdict VALUES ({row}.one), ({row}.other);"
    return [
        _trigger(table, event, "".join(noted.format(row=row) for row in rows))
        for table, noted in (("unit_succession", unit), ("verdict", pair))
        for event, rows in (("INSERT", ["NEW"]), ("UPDATE", ["OLD", "NEW"]), ("DELETE", ["OLD"]))
    ]


def _trigger(table: str, event: str, noted: str) -> str:
    name = f"touch_{table}_{event.partition(' ')[0].lower()}"
    return f"CREATE TEMP TRIGGER {name} AFTER {event} ON main.{table} BEGIN {noted} END"

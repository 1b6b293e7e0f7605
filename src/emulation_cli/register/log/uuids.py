"""The identity of a row that lasts between registers: stored, or derived where none is stored.

Derived it is the uuid of the change that brought the row, its table and its number: X12 of that
change. So it costs nothing, and is the same in every copy and every part of the register.
"""

import json
import sqlite3
from collections.abc import Iterable

from emulation_cli.domain.catalogue.nouns import NOUNS

_LETTERS = {noun.table: noun.letter for noun in NOUNS}


def _tag(table: str) -> str:
    return f"-{_LETTERS.get(table, table)}"


def uuid_sql(table: str, row: str) -> str:
    """The uuid of a row of a table as an SQL expression; `row` is its name in the statement."""
    derived = (
        f"(SELECT bringing.uuid || '{_tag(table)}' || {row}.id FROM change AS bringing"
        f" WHERE bringing.id = {row}.change_id)"
    )
    return f"ifnull({row}.uuid, {derived})"


def uuid_of(connection: sqlite3.Connection, table: str, number: int) -> str:
    """The uuid of one row that is there."""
    sql = f"SELECT {uuid_sql(table, 't')} FROM {table} AS t WHERE t.id = ?"
    return str(connection.execute(sql, (number,)).fetchone()[0])


def derived(connection: sqlite3.Connection, table: str, number: int, change: int) -> str | None:
    """The uuid that a row brought by a change has, or had."""
    sql = "SELECT uuid FROM change WHERE id = ?"
    found = connection.execute(sql, (change,)).fetchone()
    return f"{found[0]}{_tag(table)}{number}" if found else None


def numbers_of(connection: sqlite3.Connection, table: str, uuids: Iterable[str]) -> dict[str, int]:
    """The rows of a table that have these uuids, by uuid."""
    asked = list(uuids)
    stored = f"SELECT uuid, id FROM {table} WHERE uuid IN (SELECT value FROM json_each(?))"
    found = dict(connection.execute(stored, (json.dumps(asked),)).fetchall())
    parts = [(uuid, *uuid.rsplit(_tag(table), 1)) for uuid in asked if _tag(table) in uuid]
    known = [[*part] for part in parts if part[2].isdecimal()]
    sql = (
        "SELECT json_extract(asked.value, '$[0]'), t.id FROM json_each(?) AS asked"
        " JOIN change ON change.uuid = json_extract(asked.value, '$[1]')"
        f" JOIN {table} AS t ON t.id = CAST(json_extract(asked.value, '$[2]') AS INTEGER)"
        " AND t.change_id = change.id AND t.uuid IS NULL"
    )
    # A backup of version 1 has every uuid stored.
    if known and connection.execute("PRAGMA user_version").fetchone()[0] > 1:
        found |= dict(connection.execute(sql, (json.dumps(known),)).fetchall())
    return found


def number_of(connection: sqlite3.Connection, table: str, uuid: str) -> int | None:
    """The row of a table that has this uuid, or None."""
    return numbers_of(connection, table, [uuid]).get(uuid)

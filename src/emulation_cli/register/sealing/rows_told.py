"""Rows of the register held against the log: none is another, came or went without a line of it."""

import sqlite3
from collections.abc import Iterator
from typing import Any

from emulation_cli.register.compacting.years_beside import absent
from emulation_cli.register.log import log_triggers, ranges
from emulation_cli.register.log.log_triggers import LoggedTable, parsed

# A register is made with some of these before its log begins: they belong to no change.
_MADE_WITH = ("term", "movement")


def rows_untold(connection: sqlite3.Connection) -> Iterator[str]:
    """What differs from the last that the log says of it, as table and key; and tables that it
    speaks of and the register has not.
    """
    tables = log_triggers.tables(connection)
    told = connection.execute(
        "SELECT table_name FROM change_row UNION SELECT table_name FROM change_range"
        f" WHERE table_name <> '{ranges.LINES.name}'"
    ).fetchall()
    yield from (name for (name,) in told if name not in tables)
    whole = not absent(connection)
    for name, table in tables.items():
        images = _last_images(connection, name)
        if whole:
            yield from (f"{name} {key}" for key in _not_brought(connection, table) - set(images))
        yield from (f"{name} {key}" for key in _differing(connection, table, images))


def _last_images(connection: sqlite3.Connection, table: str) -> dict[Any, str | None]:
    sql = "SELECT row_key, after FROM change_row WHERE table_name = ? ORDER BY id"
    return dict(connection.execute(sql, (table,)).fetchall())


def _differing(
    connection: sqlite3.Connection, table: LoggedTable, images: dict[Any, str | None]
) -> Iterator[Any]:
    """The keys of rows that are not as the log left them, or are there or gone against it."""
    if not images:
        return
    left = dict(images)
    rows = connection.execute(f"SELECT {table.row_key(table.name)}, * FROM {table.name}")
    columns = [column[0] for column in rows.description[1:]]
    for key, *values in rows:
        if key in left:
            image = parsed(left.pop(key))
            row = dict(zip(columns, values, strict=True))
            if image is None or any(row.get(column) != value for column, value in image.items()):
                yield key
    yield from (key for key, image in left.items() if image is not None)


def _not_brought(connection: sqlite3.Connection, table: LoggedTable) -> set[Any]:
    """The keys of rows of records that came with no range; of tables of the program's own none,
    for a purge and an extract write there beside the log.
    """
    if table.owner is None or "change_id" not in table.types:
        return set()
    made_with = " AND t.change_id NOT NULL" if table.name in _MADE_WITH else ""
    found = connection.execute(
        f"SELECT {table.row_key('t')} FROM {table.name} AS t WHERE NOT EXISTS ("
        "SELECT 1 FROM change_range AS span WHERE span.change_id = t.change_id"
        f" AND span.table_name = '{table.name}' AND t.id BETWEEN span.first_id AND span.last_id)"
        + made_with
    )
    return {key for (key,) in found}

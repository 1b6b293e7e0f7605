"""Rows of the register held against the log: none is another, came or went without a line of it."""

import sqlite3
from collections.abc import Iterator
from typing import Any

from emulation_cli.register.compacting.years_beside import absent
from emulation_cli.register.log import log_triggers, ranges
from emulation_cli.register.log.log_triggers import LoggedTable, parsed
from emulation_cli.register.opening.upgrade_to_2 import filled_columns

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
    images = dict(connection.execute(sql, (table,)).fetchall())
    return _by_number(connection, images) if table == "term" else images


def _by_number(
    connection: sqlite3.Connection, images: dict[Any, str | None]
) -> dict[Any, str | None]:
    """The images of terms, which version 1 knew by «form/giay-khen»; its movements are no terms."""
    sql = "SELECT vocabulary || '/' || code, id FROM term"
    numbers = dict(connection.execute(sql).fetchall())
    return {
        numbers.get(key, key): image
        for key, image in images.items()
        if not str(key).startswith("movement/")
    }


def _differing(
    connection: sqlite3.Connection, table: LoggedTable, images: dict[Any, str | None]
) -> Iterator[Any]:
    """The keys of rows that are not as the log left them, or are there or gone against it."""
    if not images:
        return
    left = dict(images)
    rows = connection.execute(f"SELECT {table.row_key(table.name)}, * FROM {table.name}")
    columns = [column[0] for column in rows.description[1:]]
    unsaid = _as_upgraded(connection, table)
    for key, *values in rows:
        if key in left:
            image = parsed(left.pop(key))
            row = dict(zip(columns, values, strict=True))
            if image is not None and not image.keys() >= unsaid.keys():  # of an older version
                kept = unsaid.keys() & image.keys()
                image = unsaid | {name: image[name] for name in kept}
            if image is None or any(row.get(name) != was for name, was in image.items()):
                yield key
    yield from (key for key, image in left.items() if image is not None)


def _as_upgraded(connection: sqlite3.Connection, table: LoggedTable) -> dict[str, Any]:
    """What an upgrade leaves in columns that an older log knew nothing of: mostly nothing."""
    told = connection.execute("SELECT name, dflt_value FROM pragma_table_info(?)", (table.name,))
    defaults = {name: int(text) if str(text).isdecimal() else None for name, text in told}
    filled = {"id", "change_id", *filled_columns(table.name)}
    return {name: defaults.get(name) for name in table.columns if name not in filled}


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

"""What a purge blanks in the log: noted while it does, then sealed anew under its own change."""

import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any

from emulation_cli.register.log import log_triggers, ranges
from emulation_cli.register.sealing import range_seals
from emulation_cli.register.sealing.chain import HEAD, ROW, Head, row_digest, seal
from emulation_cli.register.sealing.digests import salts

_NOTES = (
    "CREATE TEMP TABLE blanked (table_name TEXT, number INTEGER, before TEXT, change_id INTEGER)"
)
_OF_LOG = {
    "change": (("who", "command"), "'change', OLD.id, NULL, NULL"),
    "change_row": (
        ("table_name", "row_key", "record", "before", "after"),
        "'change_row', OLD.id, OLD.before, NULL",
    ),
}


def watch_places(connection: sqlite3.Connection) -> None:
    """Note from now on which lines of the log, and which rows that came many at once, change."""
    connection.execute(_NOTES)
    for table, (columns, noted) in _OF_LOG.items():
        _note(connection, table, noted, _differs(columns))
    for table in _tables_of_ranges(connection):
        _note(connection, table, f"'{table}', OLD.id, NULL, OLD.change_id", "1")


def _differs(columns: Iterable[str]) -> str:
    old, new = (", ".join(f"{row}.{name}" for name in columns) for row in ("OLD", "NEW"))
    return f"({new}) IS NOT ({old})"


def _tables_of_ranges(connection: sqlite3.Connection) -> list[str]:
    found = connection.execute("SELECT DISTINCT table_name FROM change_range").fetchall()
    own = log_triggers.own_tables() - set(_OF_LOG)
    return [name for (name,) in found if name in own]


def _note(connection: sqlite3.Connection, table: str, noted: str, when: str) -> None:
    connection.execute(
        f"CREATE TEMP TRIGGER blanked_{table} AFTER UPDATE ON main.{table} WHEN {when}"
        f" BEGIN INSERT INTO blanked VALUES ({noted}); END"
    )


def reseal(connection: sqlite3.Connection, change: int | None) -> None:
    """Seal anew what was blanked, under the change that did it; the old digests stay.

    None: in a backup, under its last change, which is closed again.
    """
    number = change or connection.execute("SELECT max(id) FROM change").fetchone()[0]
    _reseal_lines(connection, number)
    _reseal_ranges(connection, number)
    for table in (*_OF_LOG, *_tables_of_ranges(connection)):
        connection.execute(f"DROP TRIGGER temp.blanked_{table}")
    connection.execute("DROP TABLE temp.blanked")
    if change is None:
        connection.execute("UPDATE change SET chain = NULL WHERE id = ?", (number,))
        seal(connection)


def _reseal_lines(connection: sqlite3.Connection, change: int) -> None:
    for table, word, columns in (("change", "change", HEAD), ("change_row", "row", ROW)):
        rows = connection.execute(
            f"SELECT {columns} FROM {table} WHERE digest IS NOT NULL"
            " AND id IN (SELECT number FROM temp.blanked WHERE table_name = ?) ORDER BY id",
            (table,),
        ).fetchall()
        for salt, row in zip(salts(len(rows)), rows, strict=True):
            own = Head(*row).digest(salt) if table == "change" else row_digest(salt, row)
            connection.execute(f"UPDATE {table} SET salt = ? WHERE id = ?", (salt, row[0]))
            _keep(connection, change, f"{word} {row[0]}", own)


def _reseal_ranges(connection: sqlite3.Connection, change: int) -> None:
    spans = sorted(set(_ranges_met(connection)))
    if not spans:
        return
    range_seals.note_first_images(connection, spans[0].change)
    for salt, span in zip(salts(len(spans)), spans, strict=True):
        lines = span.table == ranges.LINES.name
        table = ranges.LINES if lines else log_triggers.table_of(connection, span.table)
        made = range_seals.resealed(connection, table, span, salt)
        done = connection.execute(
            "UPDATE change_range SET filled = ?, salt = ?, marks = ? WHERE change_id = ?"
            " AND table_name = ? AND first_id = ? AND digest IS NOT NULL",
            (made.filled, made.salt, made.marks, span.change, span.table, span.first),
        )
        if done.rowcount:
            _keep(connection, change, range_place(span), made.digest)
    connection.execute("DROP TABLE temp.first_image")


def _ranges_met(connection: sqlite3.Connection) -> Iterator[ranges.Range]:
    """The ranges whose rows are told by what was blanked: rows themselves, or their images; and
    lines that are sealed together.
    """
    lines = connection.execute(
        "SELECT number FROM temp.blanked WHERE table_name = ?", (ranges.LINES.name,)
    ).fetchall()
    for (number,) in lines:
        if span := ranges.holding(connection, ranges.LINES.name, number):
            yield span
    rows: list[tuple[str, Any, Any]] = connection.execute(
        "SELECT table_name, number, change_id FROM temp.blanked"
        " WHERE table_name NOT IN ('change', 'change_row')"
    ).fetchall()
    images = connection.execute(
        "SELECT logged.table_name, logged.row_key, noted.before FROM temp.blanked AS noted"
        " JOIN change_row AS logged ON logged.id = noted.number"
        " WHERE noted.table_name = 'change_row' AND noted.before IS NOT NULL"
    ).fetchall()
    for table, key, before in images:
        rows.append((table, key, (log_triggers.parsed(before) or {}).get("change_id")))
    for table, key, change in rows:
        span = ranges.holding(connection, table, key) if isinstance(key, int) else None
        if span and span.change == change:
            yield span


def range_place(span: ranges.Range) -> str:
    """How the place of a range is called."""
    return f"range {span.change}/{span.table}/{span.first}"


def _keep(connection: sqlite3.Connection, change: int, place: str, own: bytes) -> None:
    connection.execute(
        "INSERT INTO purged_place VALUES (?, ?, ?)"
        " ON CONFLICT DO UPDATE SET digest = excluded.digest",
        (change, place, own),
    )

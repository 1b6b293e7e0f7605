"""The log that the database keeps of itself: triggers made from the columns of every table.

They are made when a register is created and again after every upgrade, so that no table and no
column can be forgotten.
"""

import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any, NamedTuple

from emulation_cli import resources
from emulation_cli.domain.catalogue.nouns import NOUNS
from emulation_cli.domain.patterns import pattern

# The log itself, and what is worked out from the rest. Everything else is logged.
NOT_LOGGED = (
    "change", "change_row", "change_range", "purged_place", "compacted_log",
    "open_change", "subject_record", "suspect",
)  # fmt: skip
PREFIX = "log_"
_LETTERS = {noun.table: noun.letter for noun in NOUNS}


class LoggedTable(NamedTuple):
    """A logged table: its stored columns, its primary key, and how its record is named in SQL.

    `owner` is the table of that record and the column that holds its number; None: no record's.
    """

    name: str
    types: Mapping[str, str]
    key: tuple[str, ...]
    owner: tuple[str, str] | None

    @property
    def record(self) -> str:
        if self.owner is None:
            return f"'{self.name}/' || {{key}}"
        return f"'{_LETTERS[self.owner[0]]}' || {{row}}.{self.owner[1]}"

    @property
    def columns(self) -> tuple[str, ...]:
        return tuple(self.types)

    def row_key(self, row: str) -> str:
        """The key of NEW or OLD as an SQL expression."""
        return " || '/' || ".join(f"{row}.{column}" for column in self.key)


def tables(connection: sqlite3.Connection) -> dict[str, LoggedTable]:
    """Every table that is logged, by name, in the order in which they were made."""
    names = [
        name
        for (name,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid"
        )
        if name in own_tables() and name not in NOT_LOGGED
    ]
    return {name: table_of(connection, name) for name in names}


@cache
def own_tables() -> frozenset[str]:
    """The tables of schema.sql; what else a file holds is a stranger's, and let be."""
    text = resources.schema().read_text("utf-8")
    return frozenset(re.findall(r"^CREATE TABLE (\w+)", text, re.MULTILINE))


def table_of(connection: sqlite3.Connection, name: str) -> LoggedTable:
    """One of them. Generated columns (hidden 2 and 3) follow from the others: not logged."""
    rows = connection.execute(f"PRAGMA table_xinfo({name})").fetchall()
    stored = {row[1]: row[2] for row in rows if row[6] == 0}
    key = tuple(row[1] for row in sorted(rows, key=lambda row: row[5]) if row[5])
    required = {row[1] for row in rows if row[3]}
    return LoggedTable(name, stored, key, _owner(connection, name, required))


def _owner(connection: sqlite3.Connection, name: str, required: set[str]) -> tuple[str, str] | None:
    """Whose a row is: its own where the table is a noun's, else of what it must belong to."""
    if name in _LETTERS:
        return name, "id"
    for reference in connection.execute(f"PRAGMA foreign_key_list({name})"):
        parent, column = reference[2], reference[3]
        if parent in _LETTERS and column in required:
            return parent, column
    return None


def wanted(connection: sqlite3.Connection) -> dict[str, str]:
    """The triggers that the tables ask for, by name, as they stand in sqlite_master."""
    return {
        trigger: sql for table in tables(connection).values() for trigger, sql in _triggers(table)
    }


def present(connection: sqlite3.Connection) -> dict[str, str]:
    """The triggers of the log that the register has."""
    return dict(
        connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND substr(name, 1, ?) = ?",
            (len(PREFIX), PREFIX),
        )
    )


def install(connection: sqlite3.Connection) -> None:
    """Bring the triggers in step with the tables, inside the caller's transaction."""
    ours, theirs = wanted(connection), present(connection)
    for name in theirs:
        if theirs[name] != ours.get(name):
            connection.execute(f"DROP TRIGGER {name}")
    for name, sql in ours.items():
        if theirs.get(name) != sql:
            connection.execute(sql)


@contextmanager
def by_hand(connection: sqlite3.Connection, names: Iterable[str], event: str) -> Iterator[None]:
    """Inside, rows that come (`insert`) or go (`delete`) in these tables are logged by the caller,
    many at once.

    A trigger for each of a million rows costs more than the rows. Within one transaction only:
    if it fails, it takes the missing triggers back with it.
    """
    triggers = [f"{PREFIX}{name}_{event}" for name in names]
    asked = "SELECT sql FROM sqlite_master WHERE name = ?"
    texts = [connection.execute(asked, (trigger,)).fetchone()[0] for trigger in triggers]
    for trigger in triggers:
        connection.execute(f"DROP TRIGGER {trigger}")
    yield
    for text in texts:
        connection.execute(text)


def log_many(
    connection: sqlite3.Connection,
    table: LoggedTable,
    change: int,
    rows: tuple[str, Sequence[Any]],
    *,
    gone: bool = False,
) -> None:
    """Log rows of a table, chosen by a condition on `t` with its values, as new or as going."""
    condition, values = rows
    record = table.record.format(row="t", key=table.row_key("t"))
    connection.execute(
        f"INSERT INTO main.change_row (change_id, table_name, row_key, record,"
        f" {'before' if gone else 'after'})"
        f" SELECT ?, '{table.name}', {table.row_key('t')}, {record}, {image(table, 't')}"
        f" FROM {table.name} AS t WHERE {condition}",
        (change, *values),
    )


def _triggers(table: LoggedTable) -> Iterator[tuple[str, str]]:
    for event, row in (("insert", "NEW"), ("update", "NEW"), ("delete", "OLD")):
        name = f"{PREFIX}{table.name}_{event}"
        key = table.row_key(row)
        record = table.record.format(row=row, key=key)
        before = "NULL" if event == "insert" else image(table, "OLD")
        after = "NULL" if event == "delete" else image(table, "NEW")
        row_logged = f"'{table.name}', {key}, {record}, {before}, {after}"
        sql = (
            f"CREATE TRIGGER {name} AFTER {event.upper()} ON {table.name}"
            f" BEGIN INSERT INTO change_log VALUES ({row_logged}); END"
        )
        yield name, sql


def image(table: LoggedTable, row: str) -> str:
    """The row as text, in SQL. Not as JSON: before SQLite 3.41 its functions are refused in the
    triggers of a file that is not trusted, and every command pays for long triggers at its start.
    """
    formats = (
        f"{name}={'%s' if kind == 'INTEGER' else '%Q'}" for name, kind in table.types.items()
    )
    values = (
        f"ifnull({row}.{name}, 'NULL')" if kind == "INTEGER" else f"{row}.{name}"
        for name, kind in table.types.items()
    )
    return f"printf('{','.join(formats)}', {', '.join(values)})"


_PAIR = pattern(r"(\w+)=(?:NULL|(-?\d+)|'((?:[^']|'')*)')(?:,|$)")


def parsed(image: str | None) -> dict[str, Any] | None:
    """The columns of a logged row: text, whole numbers and None; None where there is no row."""
    if image is None:
        return None
    return {
        name: int(number) if number else text and text.replace("''", "'")
        for name, number, text in (match.groups() for match in _PAIR.finditer(image))
    }


def written(image: Mapping[str, Any] | None) -> str | None:
    """An image as the triggers write it; the reverse of `parsed`."""
    if image is None:
        return None
    return ",".join(f"{name}={_literal(value)}" for name, value in image.items())


def _literal(value: Any) -> str:
    if value is None:
        return "NULL"
    return str(value) if isinstance(value, int) else "'" + value.replace("'", "''") + "'"

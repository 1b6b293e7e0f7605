"""The register seen from outside, table by table, as any tool over SQLite sees it."""

import sqlite3
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from emulation_cli.register.log.log_triggers import own_tables
from emulation_cli.register.store import Register

if TYPE_CHECKING:
    from sqlite_utils import Database

# What stands there for the program's own use only.
_INNER = ("open_change", "change_log")


class RawColumn(NamedTuple):
    """A column: its type as SQLite declares it, and whether a row may leave it empty."""

    name: str
    type: str
    required: bool


class RawReference(NamedTuple):
    """Columns that name a row of another table by its columns."""

    columns: tuple[str, ...]
    table: str
    others: tuple[str, ...]


class WholeTable(NamedTuple):
    """A table or a view over them. Its rows are asked of the connection one by one."""

    name: str
    columns: tuple[RawColumn, ...]
    key: tuple[str, ...]
    references: tuple[RawReference, ...]
    view: str | None  # its statement
    connection: sqlite3.Connection

    def rows(self) -> Iterator[tuple[Any, ...]]:
        """Every row, as it is stored; a list of them all would fill the memory."""
        names = ", ".join(f'"{column.name}"' for column in self.columns)
        cursor = self.connection.cursor()
        cursor.row_factory = None
        yield from cursor.execute(f"SELECT {names} FROM {self.name}")


def every_table(register: Register) -> list[WholeTable]:
    """Every table by its name, then every view in the order in which one builds on another."""
    from sqlite_utils import Database

    # Plug-ins that happen to be installed have no business in the office's register.
    database = Database(register.connection, execute_plugins=False)
    names = own_tables().intersection(database.table_names())  # not those of strangers
    tables = [_table(database, name) for name in sorted(names) if name not in _INNER]
    types = {column.name: column.type for table in tables for column in table.columns}
    views = [_view(database, name, types) for name in database.view_names() if name not in _INNER]
    return [*tables, *views]


def _table(database: "Database", name: str) -> WholeTable:
    """Generated columns too: who reads the table elsewhere has no other way to them."""
    connection = database.conn
    rows = connection.execute(f"PRAGMA table_xinfo({name})").fetchall()
    columns = tuple(RawColumn(row[1], row[2], bool(row[3])) for row in rows)
    table = database.table(name)
    references = tuple(
        RawReference(tuple(key.columns), key.other_table, tuple(key.other_columns))
        for key in table.foreign_keys
    )
    return WholeTable(name, columns, tuple(table.pks), references, None, connection)


def _view(database: "Database", name: str, types: dict[str, str]) -> WholeTable:
    """A column that is worked out has the type of the column of its name in the tables.

    Only newer versions of SQLite name the type of what is cast.
    """
    view = database[name]
    columns = tuple(
        RawColumn(column.name, column.type or types.get(column.name, "TEXT"), required=False)
        for column in view.columns
    )
    key = ("id",) if columns[0].name == "id" else ()
    return WholeTable(name, columns, key, (), view.schema, database.conn)

"""The register seen from outside, table by table, as any tool over SQLite sees it."""

from collections.abc import Iterator
from typing import Any

from emulation_cli.register.log.log_triggers import own_tables
from emulation_cli.register.store import Register

# What stands there for the program's own use only.
_INNER = ("open_change", "change_log")


def every_table(
    register: Register,
) -> Iterator[tuple[str, tuple[str, ...], tuple[tuple[Any, ...], ...]]]:
    """Name, columns and rows of every table and every view; derived columns stand in the views."""
    from sqlite_utils import Database

    # Plug-ins that happen to be installed have no business in the office's register.
    database = Database(register.connection, execute_plugins=False)
    tables = own_tables().intersection(database.table_names())  # not those of strangers
    for name in [*sorted(tables), *sorted(database.view_names())]:
        if name in _INNER:
            continue
        columns = tuple(column.name for column in database[name].columns)
        rows = database[name].rows_where(select=", ".join(columns))
        yield name, columns, tuple(tuple(row.values()) for row in rows)

"""Many rows in one statement."""

from collections.abc import Mapping, Sequence
from typing import Any

from emulation_cli.register.store import Register


def insert_all(register: Register, table: str, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows, which need not name the same columns; a column not named is empty."""
    columns = list(dict.fromkeys(name for row in rows for name in row))
    if not columns:
        return
    marks = ", ".join("?" * len(columns))
    register.connection.executemany(
        f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})",
        ([row.get(name) for name in columns] for row in rows),
    )


def next_number(register: Register, table: str) -> int:
    """The number that the next record of a table gets; numbers are never given twice."""
    used = register.row(
        f"SELECT max(ifnull((SELECT max(id) FROM {table}), 0),"
        " ifnull((SELECT seq FROM sqlite_sequence WHERE name = ?), 0)) AS last",
        (table,),
    )
    return int(used["last"]) + 1 if used else 1

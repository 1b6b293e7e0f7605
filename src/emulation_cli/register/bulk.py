"""Many rows in one statement: written, and looked for."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from emulation_cli.register.log import inserts_by_hand, log_inserted, tables
from emulation_cli.register.store import Register

Rows = Sequence[Mapping[str, Any]]
# From so many rows on, logging them together saves more than taking the trigger off costs.
MANY = 500
# So many values go with one statement, which every SQLite takes; each statement has a price.
VALUES = 900


def insert_all(register: Register, table: str, rows: Rows) -> None:
    """Insert rows, which need not name the same columns; a column not named is empty."""
    if len(rows) < MANY:
        _insert(register, table, rows)
        return
    connection = register.connection
    first = next_number(register, table)
    with inserts_by_hand(connection, [table]):
        _insert(register, table, rows)
    change = connection.execute("SELECT change_id FROM open_change").fetchone()[0]
    numbers = (first, next_number(register, table) - 1)
    log_inserted(connection, tables(connection)[table], change, numbers)


def _insert(register: Register, table: str, rows: Rows) -> None:
    columns = list(dict.fromkeys(chain.from_iterable(rows)))
    if not columns:
        return
    marks = f"({', '.join('?' * len(columns))})"
    at_once = VALUES // len(columns)
    for start in range(0, len(rows), at_once):
        some = rows[start : start + at_once]
        register.connection.execute(
            f"INSERT INTO {table} ({', '.join(columns)}) VALUES {', '.join([marks] * len(some))}",
            [row.get(name) for row in some for name in columns],
        )


def next_number(register: Register, table: str) -> int:
    """The number that the next record of a table gets; numbers are never given twice."""
    used = register.row(
        f"SELECT max(ifnull((SELECT max(id) FROM {table}), 0),"
        " ifnull((SELECT seq FROM sqlite_sequence WHERE name = ?), 0)) AS last",
        (table,),
    )
    return int(used["last"]) + 1 if used else 1


def rows_among(
    register: Register, table: str, column: str, values: Sequence[Any]
) -> Iterator[dict[str, Any]]:
    """The rows of a table that have one of these values in a column."""
    for start in range(0, len(values), VALUES):
        some = values[start : start + VALUES]
        marks = ", ".join("?" * len(some))
        yield from register.rows(f"SELECT * FROM {table} WHERE {column} IN ({marks})", some)

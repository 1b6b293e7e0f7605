"""Many rows in one statement: written, and looked for."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, compress
from typing import Any

from emulation_cli.register.log import Table, by_hand, log_many, table_of
from emulation_cli.register.ranges import Range, extended
from emulation_cli.register.store import Change, Register

Rows = Sequence[Mapping[str, Any]]
# From so many rows on, logging them together saves more than taking the trigger off costs.
MANY = 500
# So many values go with one statement, which every SQLite takes; each statement has a price.
VALUES = 900
# Of wider rows so few go into one statement that it is dearer than one for each.
WIDE = 8


def insert_all(register: Register, table: str, rows: Rows) -> None:
    """Insert rows, which need not name the same columns; a column not named is empty.

    Many of them are logged at once: as a range where they are records or hang on records that are
    new themselves, else by their images.
    """
    change = register.under_way
    if change is None or len(rows) < MANY:
        _insert(register, table, rows)
        return
    logged = table_of(register.connection, table)
    new, others = _parted(change, logged, rows)
    with by_hand(register.connection, [table], "insert"):
        if numbers := _numbers_of(register, table, new):
            extended(change.ranges, Range(change.id, table, *numbers, len(new)))
        if numbers := _numbers_of(register, table, others):
            log_many(register.connection, logged, change.id, ("t.id BETWEEN ? AND ?", numbers))


def _parted(change: Change, table: Table, rows: Rows) -> tuple[Rows, Rows]:
    """The rows that a range can stand for, and those that hang on records of earlier changes."""
    if table.owner is None:
        return (), rows
    owners, column = table.owner
    if owners == table.name:
        return rows, ()
    spans = [(each.first, each.last) for each in change.ranges if each.table == owners]
    covered = [any(first <= row[column] <= last for first, last in spans) for row in rows]
    return list(compress(rows, covered)), [
        row for row, new in zip(rows, covered, strict=True) if not new
    ]


def _numbers_of(register: Register, table: str, rows: Rows) -> tuple[int, int] | None:
    """Insert rows; the first and the last number that they got."""
    if not rows:
        return None
    first = next_number(register, table)
    _insert(register, table, rows)
    return first, next_number(register, table) - 1


def _insert(register: Register, table: str, rows: Rows) -> None:
    stamp = register.stamp(table)
    columns = list(dict.fromkeys(chain.from_iterable(rows)))
    if not columns:
        return
    names = ", ".join((*columns, *stamp))
    marks = f"({', '.join('?' * (len(columns) + len(stamp)))})"
    same = tuple(stamp.values())
    values = [(*map(row.get, columns), *same) for row in rows]
    into = f"INSERT INTO {table} ({names}) VALUES "
    if len(columns) > WIDE:
        register.connection.executemany(into + marks, values)
        return
    at_once = VALUES // len(values[0])
    for start in range(0, len(values), at_once):
        some = values[start : start + at_once]
        statement = into + ", ".join([marks] * len(some))
        register.connection.execute(statement, list(chain.from_iterable(some)))


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

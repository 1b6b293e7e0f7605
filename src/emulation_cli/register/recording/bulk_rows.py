"""Many rows in one statement: written, and looked for."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import chain, compress
from operator import itemgetter
from typing import Any

from emulation_cli.register.identity.touched import note_rows, noted_by_hand
from emulation_cli.register.log.log_triggers import LoggedTable, by_hand, log_many, table_of
from emulation_cli.register.log.ranges import Range, extended
from emulation_cli.register.store import Change, Register

Rows = Sequence[Mapping[str, Any]]
# From so many rows on, logging them together saves more than taking the trigger off costs.
MANY = 500
# So many values go with one statement, which every SQLite takes; each statement has a price.
VALUES = 900
# Of rows with so many columns each is a statement of its own: to bind them costs less then.
_WIDE = 10


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
    first = next_number(register, table)
    with (
        by_hand(register.connection, [table], "insert"),
        noted_by_hand(register.connection, table, "insert"),
    ):
        if numbers := _numbers_of(register, table, new):
            extended(change.ranges, Range(change.id, table, *numbers, len(new)))
        if numbers := _numbers_of(register, table, others):
            log_many(register.connection, logged, change.id, ("t.id BETWEEN ? AND ?", numbers))
        note_rows(register.connection, table, ("t.id >= ?", (first,)), gone=False)


def _parted(change: Change, table: LoggedTable, rows: Rows) -> tuple[Rows, Rows]:
    """The rows that a range can stand for, and those that hang on records of earlier changes."""
    if table.owner is None:
        return (), rows
    owners, column = table.owner
    if owners == table.name:
        return rows, ()
    spans = [(each.first, each.last) for each in change.ranges if each.table == owners]
    numbers = [row[column] for row in rows]
    if any(first <= min(numbers) and max(numbers) <= last for first, last in spans):
        return rows, ()
    covered = [any(first <= number <= last for first, last in spans) for number in numbers]
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
    """Columns that no row fills are left off: each has its price in every row."""
    named = dict.fromkeys(chain.from_iterable(rows))
    columns = [name for name in named if any(row.get(name) is not None for row in rows)]
    if not columns:
        return
    # Spelt out: what is the same in every row is not bound again for each.
    stamp = {
        name: "NULL" if value is None else f"{value:d}"
        for name, value in register.stamp(table).items()
    }
    names = ", ".join((*columns, *stamp))
    marks = f"({', '.join((*'?' * len(columns), *stamp.values()))})"
    into = f"INSERT INTO {table} ({names}) VALUES "
    values = _values(rows, columns)
    if len(columns) >= _WIDE:
        register.connection.executemany(into + marks, values)
        return
    at_once = VALUES // len(columns)
    for start in range(0, len(values), at_once):
        some = values[start : start + at_once]
        statement = into + ", ".join([marks] * len(some))
        register.connection.execute(statement, list(chain.from_iterable(some)))


def _values(rows: Rows, columns: Sequence[str]) -> list[tuple[Any, ...]]:
    if len(columns) > 1:
        with suppress(KeyError):  # most lists name the same columns in every row
            return list(map(itemgetter(*columns), rows))
    return [tuple([row.get(name) for name in columns]) for row in rows]


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

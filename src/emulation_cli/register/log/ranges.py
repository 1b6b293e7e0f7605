"""Rows that came many at once: a range of numbers in the log stands for them, no image.

What such a row was when it came is told by the first image that the log has of it, or, where it
never changed, by the row itself.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from emulation_cli.register.identity.touched import note_rows, noted_by_hand
from emulation_cli.register.log.log_triggers import LoggedTable, by_hand, image, log_many, parsed


class Range(NamedTuple):
    """Rows of one table that a change brought: from which number to which, and how many."""

    change: int
    table: str
    first: int
    last: int
    rows: int

    def of(self, column: str) -> tuple[str, list[Any]]:
        """The condition that a row `t` came with this range, by a number of the range."""
        return f"t.{column} BETWEEN ? AND ? AND t.change_id = ?", [
            self.first,
            self.last,
            self.change,
        ]


class Brought(NamedTuple):
    """A row as it came."""

    table: str
    key: Any
    record: str
    image: str


def extended(ranges: list[Range], new: Range) -> None:
    """Add a range to those of an open change; what follows on is one with what it follows."""
    for place, old in enumerate(ranges):
        if (old.change, old.table) == (new.change, new.table) and new.first <= old.last + 1:
            last = max(old.last, new.last)
            ranges[place] = old._replace(last=last, rows=old.rows + new.rows)
            return
    ranges.append(new)


def written(connection: sqlite3.Connection, ranges: Iterable[Range]) -> None:
    """Put the ranges of an open change into the log."""
    connection.executemany(
        "INSERT INTO change_range (change_id, table_name, first_id, last_id, row_count)"
        " VALUES (?, ?, ?, ?, ?)",
        ranges,
    )


_SELECT = "SELECT change_id, table_name, first_id, last_id, row_count FROM change_range"
# Lines of the log that are sealed together are a range as well, but of no rows of the register.
LINES = LoggedTable(
    "change_row",
    {"id": "INTEGER", "table_name": "TEXT", "row_key": "ANY", "record": "TEXT",
     "before": "TEXT", "after": "TEXT"},
    ("id",),
    None,
)  # fmt: skip


def between(connection: sqlite3.Connection, older: int, newer: int) -> list[Range]:
    """The ranges of the changes after `older` up to `newer`."""
    asked = connection.execute(
        f"{_SELECT} WHERE change_id > ? AND change_id <= ? AND table_name <> '{LINES.name}'"
        " ORDER BY change_id",
        (older, newer),
    )
    return [Range(*row) for row in asked]


def of_change(connection: sqlite3.Connection, change: int) -> list[Range]:
    """The ranges of one change."""
    return between(connection, change - 1, change)


def of_lines(connection: sqlite3.Connection, change: int) -> list[Range]:
    """The lines of a change that are sealed together."""
    sql = f"{_SELECT} WHERE change_id = ? AND table_name = ?"
    return [Range(*row) for row in connection.execute(sql, (change, LINES.name))]


def all_lines(connection: sqlite3.Connection, change: int) -> Range:
    """All lines of a change as one range; it has some."""
    told = f"SELECT min(id), max(id), count(*) FROM {LINES.name} WHERE change_id = ?"
    return Range(change, LINES.name, *connection.execute(told, (change,)).fetchone())


def holding(connection: sqlite3.Connection, table: str, number: int) -> Range | None:
    """The range that a row came with, or None."""
    found = connection.execute(
        f"{_SELECT} WHERE table_name = ? AND first_id <= ? ORDER BY first_id DESC LIMIT 1",
        (table, number),
    ).fetchone()
    return Range(*found) if found and found[3] >= number else None


def untouched(
    connection: sqlite3.Connection, table: LoggedTable, rows: tuple[str, Sequence[Any]]
) -> Iterator[Brought]:
    """Those of some rows `t` that are still as they came."""
    condition, values = rows
    record = table.record.format(row="t", key=table.row_key("t"))
    asked = connection.execute(
        f"SELECT '{table.name}', {table.row_key('t')}, {record}, {image(table, 't')}"
        f" FROM {table.name} AS t WHERE {condition} AND NOT EXISTS (SELECT 1 FROM change_row"
        f" WHERE record = {record} AND table_name = '{table.name}'"
        f" AND row_key = {table.row_key('t')})",
        values,
    )
    return (Brought(*row) for row in asked)


def touched(
    connection: sqlite3.Connection, change: int, ranges: Iterable[Range]
) -> Iterator[Brought]:
    """Those rows of ranges of a change that the log met again: as they came."""
    spans: dict[str, list[Range]] = {}
    for each in ranges:
        spans.setdefault(each.table, []).append(each)
    if not spans:
        return
    seen: set[tuple[str, Any]] = set()
    asked = connection.execute(
        "SELECT table_name, row_key, record, before FROM change_row WHERE change_id >= ?"
        " ORDER BY change_id, id",  # as the index has them
        (change,),
    )
    for table, key, record, before in asked:
        within = any(
            isinstance(key, int) and each.first <= key <= each.last for each in spans.get(table, ())
        )
        if within and (table, key) not in seen:
            seen.add((table, key))
            if before is not None and (parsed(before) or {}).get("change_id") == change:
                yield Brought(table, key, record, before)


def take_away(
    connection: sqlite3.Connection,
    tables: Mapping[str, LoggedTable],
    change: int,
    spans: Iterable[Range],
) -> None:
    """Delete the rows of ranges, the ones that hang on others first; logged with their images."""
    places = list(tables)
    ordered = sorted(spans, key=lambda span: places.index(span.table), reverse=True)
    with by_hand(connection, {span.table for span in ordered}, "delete"):
        for span in ordered:
            rows = span.of("id")
            log_many(connection, tables[span.table], change, rows, gone=True)
            note_rows(connection, span.table, rows, gone=True)
            with noted_by_hand(connection, span.table, "delete"):
                connection.execute(f"DELETE FROM {span.table} AS t WHERE {rows[0]}", rows[1])

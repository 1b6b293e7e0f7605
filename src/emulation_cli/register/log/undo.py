"""Taking back a whole change: every row as it was before, as a change of its own."""

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any

from emulation_cli.domain.catalogue.refs import number_of
from emulation_cli.domain.errors import Refused, Unusable
from emulation_cli.register.compacting.years_beside import need_log
from emulation_cli.register.log import log_triggers, ranges
from emulation_cli.register.log.recorded_changes import (
    Image,
    LoggedChange,
    RowChange,
    came,
    entry,
    logged,
    net,
    page_of,
    parse_change,
)
from emulation_cli.register.log.references import listed, refuse_loose_ends
from emulation_cli.register.store import Register

# As many records are shown before a change is taken back.
SHOWN = 20


@dataclass(frozen=True)
class Undone:
    """A change that was, or would be, taken back.

    `rows` are what happens to each row of the first records.
    """

    entry: LoggedChange
    rows: tuple[RowChange, ...]
    change: int


_LAST = """
SELECT nullif(max(ifnull((SELECT max(change_id) FROM main.change_row), 0),
                  ifnull((SELECT max(change_id) FROM change_range), 0)), 0),
       (SELECT max(id) FROM change)
"""


def change_named(register: Register, text: str) -> int:
    """The number of the change C9, or of the one that brought the import I4."""
    number = number_of(text) if text[:1] in "Ii" else None
    if number is None:
        return parse_change(text)
    sql = "SELECT change_id FROM import WHERE id = ?"
    found = register.connection.execute(sql, (number,)).fetchone()
    if found is None:
        raise Refused("history.no_such_change", id=text)
    return int(found[0])


def last_change(register: Register) -> int:
    """The number of the last change; raises Refused where there is none that did anything.

    Nor is an earlier one meant by whoever has just restored a backup, or blanked a person's name.
    """
    number, last = register.connection.execute(_LAST).fetchone()
    if number is None:
        raise Refused("history.nothing_to_undo")
    if number < last:
        command = entry(register, last).command
        raise Refused("history.no_undo_of", id=f"C{last}", command=command, earlier=f"C{number}")
    return int(number)


def undo(register: Register, number: int, *, keep: bool = True) -> Undone:
    """Take back change `number`; with `keep` False only show what would happen.

    Raises Refused, naming the records, where something later stands on what it did.
    """
    undoing = entry(register, number)
    need_log(register.connection, register.path, number)
    with register.change(undoes=number) as change:
        tables = register.logged_tables
        spans = ranges.of_change(register.connection, number)
        _refuse_second_time(register, number)
        if any(span.table not in tables for span in spans):
            raise Unusable("domain.damaged_register", path=register.path)
        met = list(ranges.touched(register.connection, number, spans))
        rows = [*(came(number, row) for row in met), *logged(register, "change_id = ?", number)]
        back = [_reversed(row) for row in net(rows)]
        if not back and not spans:
            raise Refused("history.nothing_in_change", id=f"C{number}")
        if any(not _readable(tables.get(row.table), row) for row in rows):
            raise Unusable("domain.damaged_register", path=register.path)
        shown = tuple(_reversed(row) for row in page_of(register, undoing, SHOWN))
        _refuse_later_changes(register, tables, number, back, {(row.table, row.key) for row in met})
        # References are looked at when all is back. The many rows go first: for each term or unit
        # that goes, SQLite looks through all rows that may name it.
        register.connection.execute("PRAGMA defer_foreign_keys = ON")
        ranges.take_away(register.connection, tables, change.id, spans)
        _put_back(register, tables, rows)
        refuse_loose_ends(register, tables, back, spans)
        change.keep = keep
    register.forget_units()
    register.forget_vocabularies()
    return Undone(undoing, shown, change.id)


def _refuse_second_time(register: Register, number: int) -> None:
    """Said at once: otherwise each of the many rows would be looked at to find out."""
    by = register.row(
        "SELECT id FROM change AS back WHERE undoes = ? AND id <> ?"
        " AND NOT EXISTS (SELECT 1 FROM change WHERE undoes = back.id)",
        (number, register.under_way.id if register.under_way else 0),
    )
    if by:
        raise Refused("history.already_undone", id=f"C{number}", by=f"C{by['id']}")


def _reversed(row: RowChange) -> RowChange:
    return RowChange(row.change, row.table, row.key, row.record, row.after, row.before)


def _readable(table: log_triggers.LoggedTable | None, row: RowChange) -> bool:
    """Whether the log tells of a row of a table of ours which row it is."""
    images = (image for image in (row.before, row.after) if image is not None)
    return table is not None and all(image.keys() >= set(table.key) for image in images)


def _where_key(table: log_triggers.LoggedTable) -> str:
    """The condition that finds a row by the columns of its key."""
    return " AND ".join(f"{column} = ?" for column in table.key)


def _key(table: log_triggers.LoggedTable, image: Image) -> list[Any]:
    return [image[column] for column in table.key]


def _refuse_later_changes(
    register: Register,
    tables: dict[str, log_triggers.LoggedTable],
    number: int,
    back: Sequence[RowChange],
    met: Collection[tuple[str, Any]],
) -> None:
    """What is to be taken back must still be as the change left it.

    `met` are rows of ranges that the log has met again: it has no image of their coming.
    """
    doubtful = [row for row in back if (row.table, row.key) in met]
    doubtful += [
        row
        for row in _perhaps_moved(register, tables, number, back)
        if (row.table, row.key) not in met
    ]
    moved = [row for row in doubtful if not _as_left(register, tables[row.table], row)]
    if not moved:
        return
    changes: set[int] = set()
    for row in moved:
        changes |= _later(register, number, row)
    raise Refused(
        "history.changed_since",
        id=f"C{number}",
        records=listed(row.record for row in moved),
        changes=listed(f"C{change}" for change in sorted(changes)),
    )


def _perhaps_moved(
    register: Register,
    tables: dict[str, log_triggers.LoggedTable],
    number: int,
    back: Iterable[RowChange],
) -> list[RowChange]:
    """The rows that do not look as the log of the change has them, by one statement per table.

    A row that the change met twice, or that has another column by now, is no worse for it.
    """
    otherwise: dict[str, set[Any]] = {}
    for name in {row.table for row in back}:
        # A key of several columns would be looked for row by row, without an index.
        if len(tables[name].key) == 1:
            sql = (
                "SELECT row_key FROM change_row AS logged WHERE change_id = ? AND table_name = ?"
                f" AND after IS NOT"
                f" (SELECT {log_triggers.image(tables[name], 'now')} FROM {name} AS now"
                f" WHERE {tables[name].row_key('now')} = logged.row_key)"
            )
            found = register.connection.execute(sql, (number, name))
            otherwise[name] = {key for (key,) in found}
    return [row for row in back if row.key in otherwise.get(row.table, (row.key,))]


def _as_left(register: Register, table: log_triggers.LoggedTable, row: RowChange) -> bool:
    image = row.before or row.after or {}
    sql = f"SELECT * FROM {table.name} WHERE {_where_key(table)}"
    now = register.row(sql, _key(table, image))
    if now is None or row.before is None:
        return now is None and row.before is None
    return all(now[name] == value for name, value in row.before.items() if name in now)


def _later(register: Register, number: int, row: RowChange) -> set[int]:
    found = register.connection.execute(
        "SELECT DISTINCT change_id FROM change_row"
        " WHERE record = ? AND table_name = ? AND row_key = ? AND change_id > ?"
        " AND change_id NOT IN (SELECT change_id FROM open_change)",
        (row.record, row.table, row.key, number),
    )
    return {change for (change,) in found}


def _put_back(
    register: Register, tables: dict[str, log_triggers.LoggedTable], rows: Sequence[RowChange]
) -> None:
    """Each step backwards, the last one first."""
    steps = (
        (*step, row.record)
        for row in reversed(rows)
        if row.before != row.after and (step := _step_back(tables[row.table], row))
    )
    reached = [""]

    def values(alike: Iterable[tuple[str, list[Any], str]]) -> Iterator[list[Any]]:
        for _sql, each, reached[0] in alike:
            yield each

    for sql, alike in groupby(steps, key=itemgetter(0)):
        try:
            register.connection.executemany(sql, values(alike))
        except sqlite3.IntegrityError as error:
            raise Refused("history.identity_taken", record=reached[0]) from error


def _step_back(table: log_triggers.LoggedTable, row: RowChange) -> tuple[str, list[Any]] | None:
    """The statement that takes back what happened to a row, and its values.

    None where it happened to a column that the register no longer has.
    """
    if row.after is None:
        columns = [name for name in row.before or {} if name in table.types]
        marks = ", ".join("?" * len(columns))
        sql = f"INSERT INTO {table.name} ({', '.join(columns)}) VALUES ({marks})"
        return sql, [(row.before or {})[name] for name in columns]
    key = _key(table, row.after)
    if row.before is None:
        return f"DELETE FROM {table.name} WHERE {_where_key(table)}", key
    values = {name: old for name, old, _new in row.differing if name in table.types}
    if not values:
        return None
    pairs = ", ".join(f"{name} = ?" for name in values)
    sql = f"UPDATE {table.name} SET {pairs} WHERE {_where_key(table)}"
    return sql, [*values.values(), *key]

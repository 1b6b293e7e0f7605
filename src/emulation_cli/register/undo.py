"""Taking back a whole change: every row as it was before, as a change of its own."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, islice
from operator import itemgetter
from typing import Any, NamedTuple

from emulation_cli.domain.errors import Refused, Unusable
from emulation_cli.register import log
from emulation_cli.register.history import Entry, Image, RowChange, entry, net, rows_of
from emulation_cli.register.store import Register

# As many records as a refusal names; the rest are counted.
NAMED = 10
ROWS_AT_ONCE = 1_000


@dataclass(frozen=True)
class Undone:
    """A change that was, or would be, taken back; `rows` are what happens to each row."""

    entry: Entry
    rows: tuple[RowChange, ...]
    change: int


def last_change(register: Register) -> int:
    """The number of the last change; raises Refused where there is none that did anything.

    Nor is an earlier one meant by whoever has just restored a backup, or blanked a person's name.
    """
    ask = "SELECT max(change_id), (SELECT max(id) FROM change) FROM change_row"
    number, last = register.connection.execute(ask).fetchone()
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
    with register.change(undoes=number) as change:
        rows = rows_of(register, number)
        back = [_reversed(row) for row in net(rows)]
        if not back:
            raise Refused("history.nothing_in_change", id=f"C{number}")
        tables = log.tables(register.connection)
        if any(not _readable(tables.get(row.table), row) for row in rows):
            raise Unusable("domain.damaged_register", path=register.path)
        _refuse_later_changes(register, tables, number, back)
        _put_back(register, tables, rows)
        _refuse_loose_ends(register, tables, back)
        change.keep = keep
    register.forget_units()
    register.forget_vocabularies()
    return Undone(undoing, tuple(back), change.id)


def _reversed(row: RowChange) -> RowChange:
    return RowChange(row.change, row.table, row.key, row.record, row.after, row.before)


def _readable(table: log.Table | None, row: RowChange) -> bool:
    """Whether the log tells of a row of a table of ours which row it is."""
    images = (image for image in (row.before, row.after) if image is not None)
    return table is not None and all(image.keys() >= set(table.key) for image in images)


def _where_key(table: log.Table) -> str:
    """The condition that finds a row by the columns of its key."""
    return " AND ".join(f"{column} = ?" for column in table.key)


def _key(table: log.Table, image: Image) -> list[Any]:
    return [image[column] for column in table.key]


def _refuse_later_changes(
    register: Register, tables: dict[str, log.Table], number: int, back: Iterable[RowChange]
) -> None:
    """What is to be taken back must still be as the change left it."""
    doubtful = _perhaps_moved(register, tables, number, back)
    moved = [row for row in doubtful if not _as_left(register, tables[row.table], row)]
    if not moved:
        return
    taken_back = register.row(
        "SELECT id FROM change WHERE undoes = ? AND id NOT IN (SELECT change_id FROM open_change)"
        " ORDER BY id DESC LIMIT 1",
        (number,),
    )
    changes: set[int] = set()
    for row in moved:
        changes |= _later(register, number, row)
    if taken_back and changes == {taken_back["id"]}:
        raise Refused("history.already_undone", id=f"C{number}", by=f"C{taken_back['id']}")
    raise Refused(
        "history.changed_since",
        id=f"C{number}",
        records=listed(row.record for row in moved),
        changes=listed(f"C{change}" for change in sorted(changes)),
    )


def _perhaps_moved(
    register: Register, tables: dict[str, log.Table], number: int, back: Iterable[RowChange]
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
                f" AND after IS NOT (SELECT {log.image(tables[name], 'now')} FROM {name} AS now"
                f" WHERE {tables[name].row_key('now')} = logged.row_key)"
            )
            found = register.connection.execute(sql, (number, name))
            otherwise[name] = {key for (key,) in found}
    return [row for row in back if row.key in otherwise.get(row.table, (row.key,))]


def _as_left(register: Register, table: log.Table, row: RowChange) -> bool:
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


def _put_back(register: Register, tables: dict[str, log.Table], rows: Sequence[RowChange]) -> None:
    """Each step backwards, the last one first; references are looked at when all is back."""
    register.connection.execute("PRAGMA defer_foreign_keys = ON")
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


def _step_back(table: log.Table, row: RowChange) -> tuple[str, list[Any]] | None:
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


class Reference(NamedTuple):
    """A foreign key: columns of a child table and the columns of the parent they name."""

    child: str
    columns: tuple[str, ...]
    parent: str
    named: tuple[str, ...]

    @property
    def matches(self) -> str:
        pairs = zip(self.named, self.columns, strict=True)
        return " AND ".join(f"parent.{named} = child.{column}" for named, column in pairs)


def references(register: Register, tables: Iterable[str]) -> list[Reference]:
    """Every foreign key of the tables."""
    found: dict[tuple[str, int], list[tuple[Any, ...]]] = {}
    for table in tables:
        for row in register.connection.execute(f"PRAGMA foreign_key_list({table})"):
            found.setdefault((table, row[0]), []).append(row)
    return [
        Reference(table, tuple(row[3] for row in rows), rows[0][2], tuple(row[4] for row in rows))
        for (table, _), rows in found.items()
    ]


def _refuse_loose_ends(
    register: Register, tables: dict[str, log.Table], back: Iterable[RowChange]
) -> None:
    """No record may be left pointing at what is gone; those that would are named."""
    gone: dict[str, list[RowChange]] = {}
    there: dict[str, list[RowChange]] = {}
    for row in back:
        (gone if row.after is None else there).setdefault(row.table, []).append(row)
    loose: dict[str, None] = {}
    for reference in references(register, tables):
        child = tables[reference.child]
        loose |= dict.fromkeys(
            (
                *_pointing_at(register, child, reference, gone.get(reference.parent, [])),
                *_pointing_nowhere(register, child, reference, there.get(child.name, [])),
            )
        )
        if len(loose) > NAMED:
            break
    if loose:
        raise Refused("history.depended_on", records=listed(loose))


def _pointing_at(
    register: Register, child: log.Table, reference: Reference, gone: list[RowChange]
) -> Iterator[str]:
    """The records that name a row which is gone."""
    record = child.record.format(row="child", key=child.row_key("child"))
    for marks, values in _values(reference.named, (row.before or {} for row in gone)):
        sql = (
            f"SELECT {record} FROM {child.name} AS child"
            f" WHERE ({', '.join(reference.columns)}) IN (VALUES {marks}) LIMIT {NAMED + 1}"
        )
        yield from (found for (found,) in register.connection.execute(sql, values))


def _pointing_nowhere(
    register: Register, child: log.Table, reference: Reference, there: list[RowChange]
) -> Iterator[str]:
    """The records themselves that name what is gone."""
    records = {row.key: row.record for row in there}
    given = " AND ".join(f"child.{column} IS NOT NULL" for column in reference.columns)
    for marks, values in _values(child.key, (row.after or {} for row in there)):
        sql = (
            f"SELECT {child.row_key('child')} FROM {child.name} AS child"
            f" WHERE ({', '.join(child.key)}) IN (VALUES {marks}) AND {given}"
            f" AND NOT EXISTS (SELECT 1 FROM {reference.parent} AS parent"
            f" WHERE {reference.matches}) LIMIT {NAMED + 1}"
        )
        yield from (records[key] for (key,) in register.connection.execute(sql, values))


def _values(columns: Sequence[str], images: Iterable[Image]) -> Iterator[tuple[str, list[Any]]]:
    """Columns of many rows as marks and values of a statement, some rows at a time."""
    remaining = iter(images)
    mark = f"({', '.join('?' * len(columns))})"
    while part := list(islice(remaining, ROWS_AT_ONCE)):
        yield ", ".join([mark] * len(part)), [image[name] for image in part for name in columns]


def listed(records: Iterable[str]) -> str:
    """Some ids as a text: the first of them, each once."""
    several = list(dict.fromkeys(records))
    return ", ".join(several[:NAMED]) + (" …" if len(several) > NAMED else "")

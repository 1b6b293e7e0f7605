"""Taking back a whole change: every row as it was before, as a change of its own."""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from emulation_cli.domain.errors import Refused
from emulation_cli.register import log
from emulation_cli.register.history import Entry, RowChange, entry, net, rows_of
from emulation_cli.register.store import Register

# As many records as a refusal names; the rest are counted.
NAMED = 10


@dataclass(frozen=True)
class Undone:
    """A change that was, or would be, taken back; `rows` are what happens to each row."""

    entry: Entry
    rows: tuple[RowChange, ...]
    change: int


def last_change(register: Register) -> int:
    """The number of the last change that did anything; raises Refused where there is none."""
    number = register.connection.execute("SELECT max(change_id) FROM change_row").fetchone()[0]
    if number is None:
        raise Refused("history.nothing_to_undo")
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
        _refuse_later_changes(register, tables, number, back)
        _put_back(register, tables, rows)
        _refuse_loose_ends(register, tables, back)
        change.keep = keep
    register.forget_units()
    register.forget_vocabularies()
    return Undone(undoing, tuple(back), change.id)


def _reversed(row: RowChange) -> RowChange:
    return RowChange(row.change, row.table, row.key, row.record, row.after, row.before)


def _key(table: log.Table) -> str:
    """The condition that finds a row by its key in the log."""
    return f"{table.row_key(table.name)} = ?"


def _refuse_later_changes(
    register: Register, tables: dict[str, log.Table], number: int, back: Iterable[RowChange]
) -> None:
    """What is to be taken back must still be as the change left it."""
    moved = [row for row in back if not _as_left(register, tables[row.table], row)]
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


def _as_left(register: Register, table: log.Table, row: RowChange) -> bool:
    now = register.row(f"SELECT * FROM {table.name} WHERE {_key(table)}", (row.key,))
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


def _put_back(register: Register, tables: dict[str, log.Table], rows: Iterable[RowChange]) -> None:
    """Each step backwards, the last one first; references are looked at when all is back."""
    register.connection.execute("PRAGMA defer_foreign_keys = ON")
    for row in reversed(list(rows)):
        try:
            _step_back(register, tables[row.table], row)
        except sqlite3.IntegrityError as error:
            raise Refused("history.identity_taken", record=row.record) from error


def _step_back(register: Register, table: log.Table, row: RowChange) -> None:
    columns = [name for name in (row.before or {}) if name in table.types]
    if row.before is None:
        sql, values = f"DELETE FROM {table.name} WHERE {_key(table)}", []
    elif row.after is None:
        register.insert(table.name, {name: row.before[name] for name in columns})
        return
    else:
        columns = [name for name in columns if row.before[name] != row.after.get(name)]
        if not columns:
            return
        pairs = ", ".join(f"{name} = ?" for name in columns)
        sql = f"UPDATE {table.name} SET {pairs} WHERE {_key(table)}"
        values = [row.before[name] for name in columns]
    register.connection.execute(sql, (*values, row.key))


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
    all_references = references(register, tables)
    loose: dict[str, None] = {}
    for row in back:
        found = (
            _pointing_at(register, tables, all_references, row)
            if row.after is None
            else (_pointing_nowhere(register, tables[row.table], all_references, row))
        )
        loose |= dict.fromkeys(found)
        if len(loose) > NAMED:
            break
    if loose:
        raise Refused("history.depended_on", records=listed(loose))


def _pointing_at(
    register: Register,
    tables: dict[str, log.Table],
    all_references: Iterable[Reference],
    row: RowChange,
) -> Iterator[str]:
    """The records that name a row which is gone."""
    assert row.before is not None
    for reference in all_references:
        if reference.parent != row.table:
            continue
        child = tables[reference.child]
        record = child.record.format(row="child", key=child.row_key("child"))
        same = " AND ".join(f"child.{column} = ?" for column in reference.columns)
        sql = f"SELECT {record} FROM {child.name} AS child WHERE {same} LIMIT {NAMED + 1}"
        values = [row.before[name] for name in reference.named]
        yield from (found for (found,) in register.connection.execute(sql, values))


def _pointing_nowhere(
    register: Register, table: log.Table, all_references: Iterable[Reference], row: RowChange
) -> Iterator[str]:
    """The record itself, where it names what is gone."""
    for reference in all_references:
        if reference.child != table.name:
            continue
        given = " AND ".join(f"child.{column} IS NOT NULL" for column in reference.columns)
        sql = (
            f"SELECT 1 FROM {table.name} AS child WHERE {table.row_key('child')} = ? AND {given}"
            f" AND NOT EXISTS (SELECT 1 FROM {reference.parent} AS parent"
            f" WHERE {reference.matches})"
        )
        if register.connection.execute(sql, (row.key,)).fetchone():
            yield row.record


def listed(records: Iterable[str]) -> str:
    """Some ids as a text: the first of them, each once."""
    several = list(dict.fromkeys(records))
    return ", ".join(several[:NAMED]) + (" …" if len(several) > NAMED else "")

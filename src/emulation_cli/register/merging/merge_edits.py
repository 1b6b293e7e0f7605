"""Who edited which field when: by this the newest value is told, and a conflict from a follow-up.

Each field has the set of edits that led to its value, wherever they were made. If one register
knows all edits of the other, its value follows from the other's. If neither does, both changed
the field without knowing of each other.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from emulation_cli.register.log.lasting_tables import Lasting
from emulation_cli.register.log.log_triggers import parsed
from emulation_cli.register.merging.merge_source import MERGES, MergeSource


class Edit(NamedTuple):
    """One edit: when (UTC), in which change, by whom. The order of edits is that of these."""

    at: str
    change: str
    who: str


Edits = frozenset[Edit]

_OWN = f"""
SELECT change.at, change.uuid, change.who, row.before, row.after
FROM change_row AS row JOIN change ON change.id = row.change_id
WHERE row.record = ? AND row.table_name = ? AND row.row_key = ?
  AND row.before IS NOT NULL AND row.after IS NOT NULL AND row.change_id NOT IN ({MERGES})
"""
_ELSEWHERE = """
SELECT column_name, at, change_uuid, who FROM edit_elsewhere WHERE table_name = ? AND row_id = ?
"""


def edits_of(
    connection: sqlite3.Connection, table: Lasting, number: int
) -> Mapping[str, set[Edit]]:
    """The edits of each column of one row, made here or elsewhere."""
    found: defaultdict[str, set[Edit]] = defaultdict(set)
    record = connection.execute(
        f"SELECT {table.record} FROM {table.name} AS t WHERE id = ?", (number,)
    ).fetchone()[0]
    for at, change, who, before, after in connection.execute(_OWN, (record, table.name, number)):
        for column in _differing(before, after):
            found[column].add(Edit(at, change, who))
    for column, at, change, who in connection.execute(_ELSEWHERE, (table.name, number)):
        found[column].add(Edit(at, change, who))
    return found


def _differing(before: str, after: str) -> list[str]:
    old, new = parsed(before) or {}, parsed(after) or {}
    return [column for column in new if old.get(column) != new[column]]


def note_edit(
    connection: sqlite3.Connection, table: str, number: int, column: str, edit: Edit
) -> bool:
    """Remember an edit that the log here does not hold as one; whether it was news."""
    done = connection.execute(
        "INSERT OR IGNORE INTO edit_elsewhere VALUES (?, ?, ?, ?, ?, ?)",
        (table, number, column, edit.change, edit.at, edit.who),
    )
    return done.rowcount > 0


def of_group(edits: Mapping[str, set[Edit]], group: Iterable[str]) -> Edits:
    """The edits of the columns that change together."""
    return frozenset(edit for column in group for edit in edits.get(column, ()))


@dataclass(frozen=True)
class EditElsewhere:
    """An edit of one field of a row, under the row's number in the source."""

    table: str
    row: int
    column: str
    edit: Edit


def edits_since(source: MergeSource, tables: Mapping[str, Lasting]) -> Iterator[EditElsewhere]:
    """Every edit that the source made or learnt of since last time."""
    marks = ", ".join("?" * len(tables))
    own = source.connection.execute(
        "SELECT row.table_name, row.row_key, row.before, row.after, change.at, change.uuid,"
        " change.who FROM change_row AS row JOIN change ON change.id = row.change_id"
        f" WHERE row.change_id > ? AND row.table_name IN ({marks}) AND row.before IS NOT NULL"
        f" AND row.after IS NOT NULL AND row.change_id NOT IN ({MERGES})",
        (source.since or 0, *tables),
    )
    for table, number, before, after, at, change, who in own:
        for column in _differing(before, after):
            yield EditElsewhere(table, number, column, Edit(at, change, who))
    learnt = source.connection.execute(
        "SELECT after FROM change_row WHERE change_id > ? AND table_name = 'edit_elsewhere'"
        " AND after IS NOT NULL",
        (source.since,),
    )
    images = (parsed(image) for (image,) in learnt) if source.since is not None else _all(source)
    for row in filter(None, images):
        edit = Edit(row["at"], row["change_uuid"], row["who"])
        yield EditElsewhere(row["table_name"], row["row_id"], row["column_name"], edit)


def _all(source: MergeSource) -> Iterator[dict[str, object]]:
    cursor = source.connection.execute("SELECT * FROM edit_elsewhere")
    names = [column[0] for column in cursor.description]
    for row in cursor:
        yield dict(zip(names, row, strict=True))

"""The chain over the log: each change is closed with a digest over the one before and its rows.

It shows accidents and plain tampering, not a forger: whoever can write the file can also make the
whole chain anew. What a purge has to take away stands behind salted digests, which stay.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from emulation_cli.register.log import log_triggers, ranges
from emulation_cli.register.sealing.digests import digest, salted, salts

# So many lines of a change are sealed together: a digest each would be written to each.
MANY = 500
ROW = "id, table_name, row_key, record, before, after"
HEAD = "id, uuid, at, undoes, who, command"
NOBODY = "?"  # whose changes another program makes: `emul` closes its own at once
# Lines that have a digest of their own: not those that are sealed together.
ALONE = (
    "NOT EXISTS (SELECT 1 FROM change_range AS span WHERE span.change_id = change_row.change_id"
    f" AND span.table_name = '{ranges.LINES.name}'"
    " AND change_row.id BETWEEN span.first_id AND span.last_id)"
)


class Head(NamedTuple):
    """A change by itself. Who made it and what was typed may name a person."""

    id: int
    uuid: str
    at: str
    undoes: int | None
    who: str
    command: str

    def digest(self, salt: bytes) -> bytes:
        return salted(salt, self.who, self.command)


def row_digest(salt: bytes, row: tuple[Any, ...]) -> bytes:
    """The digest of a line of the log; of its number too, which the first column is."""
    return salted(salt, *row)


def link(before: bytes, head: Head, parts: Iterable[bytes]) -> bytes:
    """What closes a change: over the chain so far, the change, and the digests of its parts."""
    own = salted(before, head.id, head.uuid, head.at, head.undoes)
    return digest(own + b"".join(parts))


def ranges_told(connection: sqlite3.Connection, change: int) -> Iterator[bytes]:
    """The digests of the ranges of a change, each with what it stands for."""
    rows = connection.execute(
        "SELECT digest, table_name, first_id, last_id, row_count FROM change_range"
        " WHERE change_id = ? ORDER BY table_name, first_id",
        (change,),
    )
    for kept, *told in rows.fetchall():
        yield salted(kept or b"", *told)


def places_told(connection: sqlite3.Connection, change: int) -> Iterator[bytes]:
    """The digests of what is left of places that a change blanked."""
    rows = connection.execute(
        "SELECT digest, place FROM purged_place WHERE change_id = ? ORDER BY place", (change,)
    )
    for kept, place in rows.fetchall():
        yield salted(kept, place)


def seal(connection: sqlite3.Connection, *, begins: bool = False) -> None:
    """Close what no digest covers yet: the change under way, and what others wrote before it.

    Inside the caller's transaction. A change of ours that was opened again stays open: who did so
    may have altered it. `begins`: a log that came along is closed, whoever made its changes.
    """
    found = connection.execute(
        "SELECT id, chain FROM change WHERE chain IS NOT NULL ORDER BY id DESC LIMIT 1"
    ).fetchone()
    last, chain = found or (0, b"")
    tables = {ranges.LINES.name: ranges.LINES}
    heads = connection.execute(f"SELECT {HEAD} FROM change WHERE id > ? ORDER BY id", (last,))
    found_open = [Head(*head) for head in heads.fetchall()]
    for head in found_open:
        if last and not begins and head.who != NOBODY and head is not found_open[-1]:
            continue
        (salt,) = salts(1)
        rows = list(_seal_rows(connection, head.id))
        _seal_ranges(connection, head.id, tables)
        own = head.digest(salt)
        chain = link(chain, head, [own, *rows, *_beside(connection, head.id)])
        connection.execute(
            "UPDATE change SET salt = ?, digest = ?, chain = ? WHERE id = ?",
            (salt, own, chain, head.id),
        )


def _beside(connection: sqlite3.Connection, change: int) -> Iterator[bytes]:
    yield from ranges_told(connection, change)
    yield from places_told(connection, change)


def _seal_rows(connection: sqlite3.Connection, change: int) -> Iterator[bytes]:
    """The digests of the lines of a change; one that has a digest keeps it. Of many lines none
    has one: a seal over all of them stands among the ranges.
    """
    rows = connection.execute(
        f"SELECT {ROW}, digest FROM change_row WHERE change_id = ? AND {ALONE}"
        f" ORDER BY id LIMIT {MANY}",
        (change,),
    ).fetchall()
    if len(rows) == MANY:
        ranges.written(connection, [ranges.all_lines(connection, change)])
        return
    drawn = salts(len(rows))
    made = [row[-1] or row_digest(salt, row[:-1]) for salt, row in zip(drawn, rows, strict=True)]
    connection.executemany(
        "UPDATE main.change_row SET salt = ?, digest = ? WHERE id = ? AND digest IS NULL",
        ((salt, own, row[0]) for salt, own, row in zip(drawn, made, rows, strict=True)),
    )
    yield from made


def _seal_ranges(
    connection: sqlite3.Connection, change: int, tables: dict[str, log_triggers.LoggedTable]
) -> None:
    spans = [*ranges.of_change(connection, change), *ranges.of_lines(connection, change)]
    for span in spans:
        from emulation_cli.register.sealing import range_seals  # most changes have no range

        if span.table not in tables:
            tables[span.table] = log_triggers.table_of(connection, span.table)
        (salt,) = salts(1)
        made = range_seals.sealed(connection, tables[span.table], span, salt)
        connection.execute(
            "UPDATE change_range SET filled = ?, salt = ?, digest = ?, marks = ?"
            " WHERE change_id = ? AND table_name = ? AND first_id = ? AND digest IS NULL",
            (*made, change, span.table, span.first),
        )

"""Rows that came many at once: one digest over all of them as they were written, and a mark each.

The digest shows that one of them is another now; the marks, four bytes a number, show which.
Columns that none of the rows fills, and keys (they follow from names), are in neither.
"""

import sqlite3
import sys
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import merge
from itertools import chain, islice
from typing import Any, NamedTuple
from zlib import crc32

from emulation_cli.domain.hashes import sha2
from emulation_cli.register.log.log_triggers import LoggedTable, parsed
from emulation_cli.register.log.ranges import LINES, Range
from emulation_cli.register.sealing.digests import LENGTH

# More at once leave the cache of the processor before the digest has read them.
_AT_ONCE = 500
_MARK = 4

Told = tuple[int, bytes]


class RangeSeal(NamedTuple):
    """What is kept of the rows of a range: see `change_range`."""

    filled: str
    salt: bytes
    digest: bytes
    marks: bytes


def sealed(
    connection: sqlite3.Connection, table: LoggedTable, span: Range, salt: bytes
) -> RangeSeal:
    """The seal of rows as they came, whether or not the log has met some of them since."""
    if table is not LINES and _met_since(connection, span):
        note_first_images(connection, span.change)
        return resealed(connection, table, span, salt)
    filled = _told_of(table) if table is LINES else _filled(connection, table, span)
    return _seal(_now(connection, table, span, filled), filled, span, salt)


def _met_since(connection: sqlite3.Connection, span: Range) -> bool:
    """Whether the log may have met rows of a range."""
    met = "SELECT 1 FROM change_row WHERE change_id >= ? AND table_name = ? AND before NOT NULL"
    return bool(connection.execute(f"{met} LIMIT 1", (span.change, span.table)).fetchone())


def _filled(connection: sqlite3.Connection, table: LoggedTable, span: Range) -> list[str]:
    """The columns that any of the rows fills: those of the first row, and what others have."""
    told = _told_of(table)
    condition, values = span.of("id")
    rows = f"FROM {table.name} AS t WHERE {condition}"
    first = connection.execute(f"SELECT {', '.join(told)} {rows} LIMIT 1", values).fetchone()
    found = dict(zip(told, first or (None for _ in told), strict=True))
    if empty := [name for name in told if found[name] is None]:
        counts = ", ".join(f"nullif(count({name}), 0)" for name in empty)
        counted = connection.execute(f"SELECT {counts} {rows}", values).fetchone()
        found |= dict(zip(empty, counted, strict=True))
    return [name for name in told if found[name] is not None]


def resealed(
    connection: sqlite3.Connection, table: LoggedTable, span: Range, salt: bytes
) -> RangeSeal:
    """The seal of rows as they came, of which a purge blanked some.

    `note_first_images` goes before.
    """
    filled = _told_of(table)
    return _seal(_as_they_came(connection, table, span, filled), filled, span, salt)


def _told_of(table: LoggedTable) -> list[str]:
    """What a seal tells of a row: its keys follow from its names, its change stands beside."""
    if table is LINES:
        return list(table.types)
    return [name for name in table.types if name != "change_id" and not name.endswith("_key")]


def _seal(
    batches: Iterable[Sequence[Told]], filled: Sequence[str], span: Range, salt: bytes
) -> RangeSeal:
    """Batch by batch: a step of Python for each of a million rows costs more than the digest."""
    made = sha2(512)(salt + ",".join(filled).encode())
    marks = array("I", bytes(_MARK * (span.last - span.first + 1)))
    for batch in batches:
        numbers, texts = zip(*batch, strict=True)
        made.update(b"\n".join(texts) + b"\n")
        of_texts = array("I", map(crc32, texts))
        at = numbers[0] - span.first
        if numbers[-1] - numbers[0] + 1 == len(numbers):
            marks[at : at + len(numbers)] = of_texts
        else:
            for number, mark in zip(numbers, of_texts, strict=True):
                marks[number - span.first] = mark
    if sys.byteorder == "big":
        marks.byteswap()
    return RangeSeal(",".join(filled), salt, made.digest()[:LENGTH], marks.tobytes())


def _written(table: LoggedTable, filled: Sequence[str]) -> str:
    """A row as text, in SQL; `_told` is the same of an image. A line tells how long its texts
    are: its images are too long to be quoted once more.
    """
    if table is LINES:
        return (
            "CAST(printf('%s,%s,%s,%s,%s,%s,', id, typeof(row_key), length(table_name),"
            " length(record), length(before), length(after)) || table_name || record"
            " || ifnull(before, '') || ifnull(after, '') || row_key AS BLOB)"
        )
    forms = ",".join("%s" if table.types[name] == "INTEGER" else "%Q" for name in filled)
    return f"CAST(printf('{forms}', {', '.join(filled)}) AS BLOB)"


def _told(table: LoggedTable, filled: Sequence[str], image: Mapping[str, Any]) -> bytes:
    return ",".join(_literal(table.types[name], image.get(name)) for name in filled).encode()


def _literal(kind: str, value: Any) -> str:
    if kind == "INTEGER":
        return "" if value is None else str(value)
    return "NULL" if value is None else "'" + str(value).replace("'", "''") + "'"


def _now(
    connection: sqlite3.Connection,
    table: LoggedTable,
    span: Range,
    filled: Sequence[str],
    but: str = "",
) -> Iterator[list[Told]]:
    condition, values = span.of("id")
    rows = connection.execute(
        f"SELECT id, {_written(table, filled)} FROM {table.name} AS t"
        f" WHERE {condition}{but} ORDER BY id",
        values,
    )
    while batch := rows.fetchmany(_AT_ONCE):
        yield batch


def note_first_images(connection: sqlite3.Connection, since: int = 0) -> None:
    """Note of each row that a range may hold what it was before the log met it first.

    `since`: the change that brought the rows, or one before it.
    """
    connection.execute("DROP TABLE IF EXISTS temp.first_image")
    connection.execute(
        "CREATE TEMP TABLE first_image (table_name TEXT, row_key INTEGER, before TEXT,"
        " PRIMARY KEY (table_name, row_key)) WITHOUT ROWID"
    )
    connection.execute(
        "INSERT OR IGNORE INTO temp.first_image SELECT table_name, row_key, before FROM change_row"
        " WHERE typeof(row_key) = 'integer' AND before IS NOT NULL"
        " AND change_id >= ? AND table_name IN (SELECT table_name FROM change_range) ORDER BY id",
        (since,),
    )


def _as_they_came(
    connection: sqlite3.Connection, table: LoggedTable, span: Range, filled: Sequence[str]
) -> Iterator[Sequence[Told]]:
    """What the log has met tells its first image, the rest the rows themselves."""
    met = f" AND id NOT IN (SELECT row_key FROM temp.first_image WHERE table_name = '{table.name}')"
    rows = chain.from_iterable(_now(connection, table, span, filled, met))
    came = merge(rows, _of_images(connection, table, span, filled))
    while batch := list(islice(came, _AT_ONCE)):
        yield batch


def _of_images(
    connection: sqlite3.Connection, table: LoggedTable, span: Range, filled: Sequence[str]
) -> Iterator[Told]:
    found = connection.execute(
        "SELECT row_key, before FROM temp.first_image"
        " WHERE table_name = ? AND row_key BETWEEN ? AND ? ORDER BY row_key",
        (table.name, span.first, span.last),
    )
    for number, before in found:
        image = parsed(before) or {}
        if image.get("change_id") == span.change:
            yield number, _told(table, filled, image)


def first_odd(
    connection: sqlite3.Connection, table: LoggedTable, span: Range, kept: RangeSeal
) -> int | None:
    """The first row that is not as it came; 0 where it cannot be told which, None where all are.

    `note_first_images` goes before.
    """
    filled = [name for name in kept.filled.split(",") if name]
    if not set(filled) <= set(table.types):
        return 0
    if odd := _filled_since(connection, table, span, filled):
        return odd
    if table is not LINES and (odd := _ended_within(connection, table, span, filled)):
        return odd
    found = _seal(_as_they_came(connection, table, span, filled), filled, span, kept.salt)
    if (found.digest, found.marks) == (kept.digest, kept.marks):
        return None
    at = next((at for at, pair in enumerate(zip(found.marks, kept.marks, strict=False))
               if pair[0] != pair[1]), None)  # fmt: skip
    return 0 if at is None else span.first + at // _MARK


def _ended_within(
    connection: sqlite3.Connection, table: LoggedTable, span: Range, filled: Sequence[str]
) -> int | None:
    """The first row with a sign in a text at which SQLite ends it for a seal; emul writes none."""
    texts = [f"instr({name}, char(0))" for name in filled if table.types[name] == "TEXT"]
    if not texts:
        return None
    condition, values = span.of("id")
    sql = f"SELECT min(id) FROM {table.name} AS t WHERE {condition} AND ({' OR '.join(texts)})"
    return connection.execute(sql, values).fetchone()[0]  # type: ignore[no-any-return]


def _filled_since(
    connection: sqlite3.Connection, table: LoggedTable, span: Range, filled: Sequence[str]
) -> int | None:
    """The first row with a value where no row had one, and of which the log tells nothing."""
    others = [f"{name} IS NOT NULL" for name in _told_of(table) if name not in filled]
    if not others:
        return None
    condition, values = span.of("id")
    found = connection.execute(
        f"SELECT min(id) FROM {table.name} AS t WHERE {condition} AND ({' OR '.join(others)})"
        f" AND id NOT IN (SELECT row_key FROM temp.first_image WHERE table_name = '{table.name}')",
        values,
    ).fetchone()
    return found[0]  # type: ignore[no-any-return]

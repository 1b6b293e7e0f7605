"""Following the chain from the first change on: the first break, and what purges took away."""

import sqlite3
from collections.abc import Iterator
from typing import Any, NamedTuple

from emulation_cli.register.log import log_triggers, ranges
from emulation_cli.register.sealing import range_seals
from emulation_cli.register.sealing.chain import (
    ALONE,
    HEAD,
    NOBODY,
    ROW,
    Head,
    link,
    places_told,
    ranges_told,
    row_digest,
)
from emulation_cli.register.sealing.purged_places import range_place


class ChainBreak(NamedTuple):
    """Where the chain breaks first: the change, the records met (if it can be told), and how.

    `how`: changed (a line of the log, a row that came many at once), head (who or what of a
    change), lines (some are missing, or too many), unclosed, missing (the last changes).
    """

    how: str
    change: int
    record: str = ""


class Followed(NamedTuple):
    """What was found on the way: a break or none, and the changes in which places are purged."""

    broken: ChainBreak | None
    purged: tuple[int, ...]


class _Broken(Exception):
    """Ends the way along the chain."""

    def __init__(self, how: str, change: int, record: str = "") -> None:
        self.found = ChainBreak(how, change, record)


def follow(connection: sqlite3.Connection) -> Followed:
    """Follow the chain up to its first break."""
    way = _Way(connection)
    try:
        way.walk()
    except _Broken as broken:
        return Followed(broken.found, tuple(sorted(way.purged)))
    return Followed(None, tuple(sorted(way.purged)))


class _Way:
    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.tables = {
            **log_triggers.tables(connection),
            ranges.LINES.name: ranges.LINES,
        }
        self.purged: set[int] = set()

    def walk(self) -> None:
        range_seals.note_first_images(self.connection)
        heads = self.connection.execute(
            f"SELECT {HEAD}, salt, digest, chain FROM change ORDER BY id"
        )
        chain, unclosed, last = b"", 0, 0
        for *told, salt, own, closed in heads.fetchall():
            head = Head._make(told)
            last = head.id
            if closed is None:
                if head.who != NOBODY:
                    raise _Broken("unclosed", head.id)
                unclosed = unclosed or head.id
                continue
            if unclosed:
                raise _Broken("unclosed", unclosed)
            chain = self._follow(chain, head, (salt, own, closed))
        self._expect_last(last)
        self.connection.execute("DROP TABLE temp.first_image")

    def _expect_last(self, last: int) -> None:
        """A number is never given twice: the highest that was given is that of the last change."""
        sql = "SELECT seq FROM sqlite_sequence WHERE name = 'change'"
        given = self.connection.execute(sql).fetchone()
        if given and given[0] > last:
            raise _Broken("missing", last + 1)

    def _follow(self, chain: bytes, head: Head, kept: tuple[bytes, bytes, bytes]) -> bytes:
        salt, own, closed = kept
        if not self._holds(f"change {head.id}", head.digest(salt or b""), own, head.id):
            raise _Broken("head", head.id)
        parts = [own, *self._rows(head.id)]
        for spans in (ranges.of_lines, ranges.of_change):
            for span in spans(self.connection, head.id):
                self._look_at(span)
        parts += [*ranges_told(self.connection, head.id), *places_told(self.connection, head.id)]
        if link(chain, head, parts) != closed:
            raise _Broken("lines", head.id)
        return closed

    def _rows(self, change: int) -> Iterator[bytes]:
        rows = self.connection.execute(
            f"SELECT {ROW}, salt, digest FROM change_row WHERE change_id = ? AND {ALONE}"
            " ORDER BY id",
            (change,),
        )
        for *row, salt, own in rows:
            found = row_digest(salt or b"", tuple(row))
            if not self._holds(f"row {row[0]}", found, own, change):
                raise _Broken("changed", change, row[3])
            yield own

    def _holds(self, place: str, found: bytes, own: bytes | None, change: int) -> bool:
        """Whether a place is as it was, or as the last purge left it."""
        if own is not None and found == own:
            return True
        left = self._left(place)
        if own is None or left is None or found != left:
            return False
        self.purged.add(change)
        return True

    def _left(self, place: str) -> bytes | None:
        """The digest of what the last purge left of a place."""
        found = self.connection.execute(
            "SELECT digest FROM purged_place WHERE place = ? ORDER BY change_id DESC LIMIT 1",
            (place,),
        ).fetchone()
        return found and bytes(found[0])

    def _look_at(self, span: ranges.Range) -> None:
        kept: tuple[Any, ...] = self.connection.execute(
            "SELECT filled, salt, digest, marks FROM change_range"
            " WHERE change_id = ? AND table_name = ? AND first_id = ?",
            (span.change, span.table, span.first),
        ).fetchone()
        table = self.tables.get(span.table)
        if table is None or None in kept:
            raise _Broken("changed", span.change, span.table)
        seal = range_seals.RangeSeal(*kept)
        if left := self._left(range_place(span)):
            self.purged.add(span.change)
            seal = seal._replace(digest=left)
        odd = range_seals.first_odd(self.connection, table, span, seal)
        if odd is not None:
            record = self._record_of(table, odd) if odd else ""
            gone = odd and not record
            raise _Broken("lines" if gone else "changed", span.change, record)

    def _record_of(self, table: log_triggers.LoggedTable, number: int) -> str:
        """The record that a row belongs to, as far as it is there; of a line that is gone ""."""
        lines = table is ranges.LINES
        record = "record" if lines else table.record.format(row="t", key=table.row_key("t"))
        sql = f"SELECT {record} FROM {table.name} AS t WHERE id = ?"
        if found := self.connection.execute(sql, (number,)).fetchone():
            return str(found[0])
        return "" if lines else f"{table.name}/{number}"

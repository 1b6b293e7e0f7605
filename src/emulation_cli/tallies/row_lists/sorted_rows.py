"""Rows that are put in order outside the memory: lists longer than it."""

import marshal
import sqlite3
import weakref
from collections.abc import Iterable, Iterator, Sequence
from typing import overload

from emulation_cli.tallies.row_lists.asked_rows import Row

# Rows of one key stay in the order in which they came.
_TABLE = "CREATE TABLE row (key BLOB, n INTEGER, said BLOB, PRIMARY KEY (key, n)) WITHOUT ROWID"


def sorting_key(places: Iterable[int], words: Iterable[str]) -> bytes:
    """Bytes in the order of some numbers, then of the words of a name (`vietnamese_order`)."""
    numbers = b"".join(place.to_bytes(4, "big") for place in places)
    return numbers + "".join(f"{word}\0" for word in words).encode("utf-8", "surrogatepass")


class SortedRows(Sequence[Row]):
    """Rows in the order of their keys. They lie in a file without a name, which ends with them."""

    def __init__(self, keyed: Iterable[tuple[bytes, Row]]) -> None:
        self._file = sqlite3.connect("", isolation_level=None)
        weakref.finalize(self, self._file.close)
        self._file.execute("PRAGMA journal_mode = OFF")
        self._file.execute(_TABLE)
        self._file.execute("BEGIN")
        rows = ((key, n, marshal.dumps(row)) for n, (key, row) in enumerate(keyed))
        self._file.executemany("INSERT INTO row VALUES (?, ?, ?)", rows)
        self._file.execute("COMMIT")
        self._count: int = self._file.execute("SELECT count(*) FROM row").fetchone()[0]

    def part(self, first: int, end: int) -> Iterator[Row]:
        """The rows of a span."""
        sql = "SELECT said FROM row ORDER BY key, n LIMIT ? OFFSET ?"
        for (said,) in self._file.execute(sql, (end - first, first)):
            yield marshal.loads(said)  # noqa: S302 (what was written above)

    def __iter__(self) -> Iterator[Row]:
        return self.part(0, self._count)

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Row]: ...
    def __getitem__(self, place: int | slice) -> Row | Sequence[Row]:
        if isinstance(place, slice):
            first, end, step = place.indices(self._count)
            return tuple(self.part(first, end))[::step]
        return next(self.part(range(self._count)[place], self._count))

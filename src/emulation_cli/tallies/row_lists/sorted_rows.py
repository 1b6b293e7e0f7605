"""Rows that are put in order, long lists outside the memory."""

import marshal
import sqlite3
import weakref
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from operator import itemgetter
from typing import overload

from emulation_cli.tallies.row_lists.asked_rows import Row

_FEW = 1_000  # of sixty lists of a report most are short; a file for each would cost a third of it
# Rows of one key stay in the order in which they came.
_TABLE = "CREATE TABLE row (key BLOB, n INTEGER, said BLOB, PRIMARY KEY (key, n)) WITHOUT ROWID"


def sorting_key(places: Iterable[int], words: Iterable[str]) -> bytes:
    """Bytes in the order of some numbers, then of the words of a name (`vietnamese_order`)."""
    numbers = b"".join(place.to_bytes(4, "big") for place in places)
    return numbers + "".join(f"{word}\0" for word in words).encode("utf-8", "surrogatepass")


class SortedRows(Sequence[Row]):
    """Rows in the order of their keys. Many lie in a file without a name, which ends with them."""

    def __init__(self, keyed: Iterable[tuple[bytes, Row]]) -> None:
        rest = iter(keyed)
        first = list(islice(rest, _FEW))
        self._few: tuple[Row, ...] = ()
        self._file: sqlite3.Connection | None = None
        if len(first) < _FEW:
            self._few = tuple(row for _, row in sorted(first, key=itemgetter(0)))
            self._count = len(self._few)
        else:
            self._file = _written(chain(first, rest))
            weakref.finalize(self, self._file.close)
            (self._count,) = self._file.execute("SELECT count(*) FROM row").fetchone()

    def part(self, first: int, end: int) -> Iterator[Row]:
        """The rows of a span."""
        if self._file is None:
            yield from self._few[first:end]
            return
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


def _written(keyed: Iterable[tuple[bytes, Row]]) -> sqlite3.Connection:
    """A file without a name that holds the rows."""
    file = sqlite3.connect("", isolation_level=None)
    file.execute("PRAGMA journal_mode = OFF")
    file.execute(_TABLE)
    file.execute("BEGIN")
    rows = ((key, n, marshal.dumps(row)) for n, (key, row) in enumerate(keyed))
    file.executemany("INSERT INTO row VALUES (?, ?, ?)", rows)
    file.execute("COMMIT")
    return file

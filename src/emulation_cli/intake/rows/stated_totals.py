"""The figures a list states about itself, held against its rows."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from emulation_cli.domain.patterns import pattern
from emulation_cli.domain.text import fold
from emulation_cli.intake.columns.column_map import Header
from emulation_cli.intake.headings.synonyms import MARKS
from emulation_cli.intake.headings.titles import stated_in
from emulation_cli.intake.rows.row_kinds import TableRows
from emulation_cli.sheets.workbook import Cell

_BARE = pattern(
    r"(?:t[ổo]ng (?:c[ộo]ng|s[ốo])|t[ổo]ng|c[ộo]ng)[^:\d]*:?\s*(\d{1,3}(?:\.\d{3})+|\d+)\s*$",
    re.IGNORECASE,
)
_MONEY = pattern(r"tiền|đồng|\bđ\b|vnđ|kinh phí", re.IGNORECASE)


class Listed(NamedTuple):
    """A record of a list: the row that it stands in, or goes on with; whose it is, of what kind."""

    row: int
    name: str
    kind: str


def differing(
    rows: TableRows,
    records: Iterable[tuple[int, str, str]],
    header: Header,
    sheet_rows: Sequence[Sequence[Cell]],
    title: Mapping[str, tuple[int, str]],
) -> Iterator[tuple[int | None, str, int, int]]:
    """(row, text, stated, listed) of every figure that the rows do not bear out.

    `records` are the row, the name and the kind of each, those refused included: they stand on
    the list too.
    """
    listed = _by_row(rows, records)
    kinds = {one.kind for row in listed for one in row}
    for kind, (stated, text) in title.items():
        whole = _Tally(kind, listed)
        if stated not in whole.counts and (
            kind == "total" or kind in kinds or kinds - {"unclassified"}
        ):
            yield None, text, stated, whole.recipients
    top = section = _Downwards(listed, 0)
    sections, last = frozenset(rows.starts), 0
    for number, text, above in rows.totals:
        top.go_to(above)
        counted = _stated_by_marks(header, sheet_rows[number]) or _stated_by_text(text)
        wrong = {
            kind: stated
            for kind, stated in counted.items()
            if not top.bear_out(kind, stated, sections, last)
        }
        last = above
        grand = fold(text).startswith("tong") or len(rows.totals) == 1
        begun = bisect_left(rows.starts, above)
        if not grand and begun and rows.starts[begun - 1] != section.first:
            section = _Downwards(listed, rows.starts[begun - 1])
        section.go_to(above)
        for kind, stated in wrong.items():
            yield number, text, stated, (top if grand else section).of[kind].recipients


def _by_row(rows: TableRows, records: Iterable[tuple[int, str, str]]) -> list[list[Listed]]:
    """The records of each record row, in the order of the rows."""
    by_row: dict[int, list[Listed]] = {number: [] for number in rows.records}
    for number, name, kind in records:
        first = number
        while first in rows.continues:
            first = rows.continues[first]
        by_row[number].append(Listed(first, name, kind))
    return list(by_row.values())


class _Tally:
    """How an office may count: by lines, by who stands in them, by awards."""

    def __init__(self, kind: str, rows: Iterable[Sequence[Listed]] = ()) -> None:
        self.kind = kind
        self._lines: set[int] = set()
        self._whose: set[Listed] = set()
        self._awards = 0
        self.take(rows)

    def take(self, rows: Iterable[Sequence[Listed]]) -> None:
        """Count further rows."""
        for one in (one for row in rows for one in row if self.kind in ("total", one.kind)):
            self._lines.add(one.row)
            self._whose.add(one)
            self._awards += 1

    @property
    def recipients(self) -> int:
        return len(self._whose)

    @property
    def counts(self) -> tuple[int, int, int]:
        """The least first: a line may have two names, and one of them two awards."""
        return len(self._lines), len(self._whose), self._awards


class _Downwards:
    """What is counted of each kind from one row on; each further row is looked at once."""

    def __init__(self, listed: Sequence[Sequence[Listed]], first: int) -> None:
        self.first = self._next = first
        self._listed = listed
        self.of = {kind: _Tally(kind) for kind in ("total", *MARKS.values())}

    def go_to(self, row: int) -> None:
        """Count the rows above this one."""
        for tally in self.of.values():
            tally.take(self._listed[self._next : row])
        self._next = row

    def bear_out(self, kind: str, stated: int, sections: Collection[int], last: int) -> bool:
        """Whether so many were counted, or so many of them behind a section or the last total.

        It goes up no further than to as many lines.
        """
        counts = self.of[kind].counts
        if stated in counts or stated > counts[-1]:
            return stated in counts
        tally = _Tally(kind)
        for first in range(self._next, -1, -1):
            tally.take(self._listed[first : min(first + 1, self._next)])
            if stated in tally.counts and (first in sections or first == last):
                return True
            if tally.counts[0] > stated:
                break
        return False


def _stated_by_text(text: str) -> dict[str, int]:
    if _MONEY.search(text):
        return {}
    if found := stated_in([text]):
        return {kind: stated for kind, (stated, _text) in found.items()}
    match = _BARE.match(text.split(" | ", maxsplit=1)[0]) if " | " not in text else None
    return {"total": int(match[1].replace(".", ""))} if match else {}


def _stated_by_marks(header: Header, row: Sequence[Cell]) -> dict[str, int]:
    """A total row with a number under «Tập thể» and one under «Cá nhân»."""
    stated = {}
    for concept, kind in MARKS.items():
        column = header.of(concept)
        cell = row[column.number] if column and column.number < len(row) else None
        if isinstance(cell, float | int) and float(cell).is_integer():
            stated[kind] = int(cell)
    return stated

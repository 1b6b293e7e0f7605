"""The figures a list states about itself, held against its rows."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
        if stated not in _counts(listed, kind) and (
            kind == "total" or kind in kinds or kinds - {"unclassified"}
        ):
            yield None, text, stated, _recipients(listed, kind)
    for position, (number, text, above) in enumerate(rows.totals):
        grand = fold(text).startswith("tong") or (
            position == len(rows.totals) - 1 and position == 0
        )
        since = 0 if grand else max([start for start in rows.starts if start < above] or [0])
        counted = _stated_by_marks(header, sheet_rows[number]) or _stated_by_text(text)
        for kind, stated in counted.items():
            beginnings = _beginnings(rows, position, since, above)
            if not any(stated in _counts(listed[first:above], kind) for first in beginnings):
                yield number, text, stated, _recipients(listed[since:above], kind)


def _by_row(rows: TableRows, records: Iterable[tuple[int, str, str]]) -> list[list[Listed]]:
    """The records of each record row, in the order of the rows."""
    by_row: dict[int, list[Listed]] = {number: [] for number in rows.records}
    for number, name, kind in records:
        first = number
        while first in rows.continues:
            first = rows.continues[first]
        by_row[number].append(Listed(first, name, kind))
    return list(by_row.values())


def _beginnings(rows: TableRows, position: int, since: int, above: int) -> set[int]:
    """Where a total may have begun to count: at the top, behind the last total, at any section."""
    last = rows.totals[position - 1][2] if position else 0
    return {0, since, last, *(start for start in rows.starts if start < above)}


def _counts(listed: Sequence[Sequence[Listed]], kind: str) -> set[int]:
    """How an office may count: by awards, by who has them, by lines with two names in one."""
    found = [one for row in listed for one in row if kind in ("total", one.kind)]
    return {len(found), len(set(found)), len({one.row for one in found})}


def _recipients(listed: Sequence[Sequence[Listed]], kind: str) -> int:
    return len({one for row in listed for one in row if kind in ("total", one.kind)})


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

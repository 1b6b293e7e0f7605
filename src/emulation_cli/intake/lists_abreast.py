"""Lists that stand side by side on one sheet, each with its own numbers and its own names."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from emulation_cli.intake.columns.column_map import Header
from emulation_cli.intake.grid import filled
from emulation_cli.intake.headings import synonyms
from emulation_cli.sheets.workbook import Cell, Sheet

# «Tên» is the name of its own list, whatever another beside it calls its names.
_NAMES = frozenset({*synonyms.NAMES, "first_name", "unit_name"})
_FAR = 1 << 20


def starts_of(header: Header, names: Sequence[int]) -> list[int]:
    """The columns where the lists of one header begin; none where it is of one list."""
    starts = sorted(column.number for column in header.by_concept.get("stt", ()))
    own = {c.number for c in header.columns if synonyms.concept_of(c.path[-1]) in _NAMES}
    named = [
        any(left < name < right for name in own.union(names)) for left, right in _spans(starts)
    ]
    return starts if len(starts) > 1 and all(named) else []


def parts(sheet: Sheet, start: int, header: Header, starts: Sequence[int]) -> Iterator[Sheet]:
    """The sheet once for each list in it, with the columns of the others left empty."""
    spans = _spans(starts)
    shared = set(range(start, header.first)) - own_titles(sheet, start, header, starts)
    for left, right in [(0, spans[0][1]), *spans[1:]]:
        rows: list[Sequence[Cell]] = [
            row if number in shared else () if number < start else _between(row, left, right)
            for number, row in enumerate(sheet.rows)
        ]
        merges = tuple(merge for merge in sheet.merges if left <= merge.left < right)
        yield replace(sheet, rows=rows, merges=merges)


def own_titles(sheet: Sheet, start: int, header: Header, starts: Sequence[int]) -> frozenset[int]:
    """The rows above the header in which each list has a text of its own."""
    spans = _spans(starts)
    return frozenset(n for n in range(start, header.first) if _above_each(sheet, n, spans))


def _spans(starts: Sequence[int]) -> list[tuple[int, int]]:
    return list(zip(starts, [*starts[1:], _FAR], strict=True)) if starts else []


def _above_each(sheet: Sheet, number: int, spans: Sequence[tuple[int, int]]) -> bool:
    """A title stays with all lists, unless it has a text above more than one."""
    row = sheet.rows[number]
    return sum(any(map(filled, row[left:right])) for left, right in spans) > 1


def _between(row: Sequence[Cell], left: int, right: int) -> list[Cell]:
    return [cell if left <= column < right else "" for column, cell in enumerate(row)]

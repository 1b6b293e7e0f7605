"""Numbers that their own heading explains: «Đối tượng (1: Tập thể; 2: Cá nhân)»."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from emulation_cli.domain.patterns import pattern
from emulation_cli.domain.text import clean
from emulation_cli.intake.cells.cell_values import as_text
from emulation_cli.intake.grid import filled
from emulation_cli.intake.model import Problem
from emulation_cli.sheets.workbook import Cell, Sheet, column_letters

_CODE_FIRST = pattern(
    r"(?<!\w)(\d{1,2})\s*[:=.–-]\s*([^\W\d][^;,\n()\[\]:=]*?)\s*(?=[;,\n)\]]|$|\d)"
)
_CODE_LAST = pattern(r"([^\W\d][^;,\n()\[\]:=]*?)\s*[:=]\s*(\d{1,2})(?!\w)")
_HEADS, _WIDE, _FEWEST = 60, 60, 2
_NEARLY_ALL = 0.9

Meanings = Mapping[str, str]


def with_meanings(sheet: Sheet) -> tuple[Sheet, list[Problem]]:
    """The sheet with such numbers replaced by what they mean, and a word for each column."""
    rows: list[Sequence[Cell]] = list(sheet.rows)
    told = []
    for head, column, bare, meanings in _explained(sheet):
        below = [text for row in rows[head + 1 :] if (text := _text(row, column))]
        known = sum(text in meanings for text in below)
        if not known or known < _NEARLY_ALL * len(below):
            continue
        rows[head] = _replaced(rows[head], column, bare)
        for number in range(head + 1, len(rows)):
            if meaning := meanings.get(_text(rows[number], column) or ""):
                rows[number] = _replaced(rows[number], column, meaning)
        code, meaning = next(iter(meanings.items()))
        values = {
            "column": column_letters(column),
            "heading": bare,
            "code": code,
            "meaning": meaning,
        }
        told.append(Problem(sheet.name, None, None, None, "codes_explained", "info", values))
    return (replace(sheet, rows=rows) if told else sheet), told


def _explained(sheet: Sheet) -> Iterator[tuple[int, int, str, Meanings]]:
    """Row and column of each heading that explains numbers, its words before, the meanings."""
    for number, row in enumerate(sheet.rows[:_HEADS]):
        for column, cell in enumerate(row[:_WIDE]):
            if isinstance(cell, str) and "1" in cell and sum(map(filled, row)) > 1:
                bare, meanings = meanings_in(cell)
                if meanings and bare:
                    yield number, column, bare, meanings


def meanings_in(heading: str) -> tuple[str, Meanings]:
    """The heading's own words, and what each number means; none where it explains no two."""
    first = [(m.start(), m[1].lstrip("0"), clean(m[2])) for m in _CODE_FIRST.finditer(heading)]
    last = [(m.start(), m[2].lstrip("0"), clean(m[1])) for m in _CODE_LAST.finditer(heading)]
    found = max(first, last, key=len)
    meanings = {code or "0": meaning for _place, code, meaning in found if meaning}
    if len(meanings) < _FEWEST or len(meanings) != len(found):
        return heading, {}
    return clean(heading[: found[0][0]]).rstrip(" ([:;,.–-"), meanings


def _text(row: Sequence[Cell], column: int) -> str | None:
    return as_text(row[column]) if column < len(row) else None


def _replaced(row: Sequence[Cell], column: int, cell: Cell) -> Sequence[Cell]:
    return [*row[:column], cell, *row[column + 1 :]]

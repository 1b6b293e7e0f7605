"""A sheet's cells and merges by row, and which rows of it make one header."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from emulation_cli.domain.patterns import pattern
from emulation_cli.intake.cells.cell_values import is_year
from emulation_cli.intake.headings import synonyms
from emulation_cli.intake.headings.heading_leaves import GENDERS
from emulation_cli.sheets.workbook import Cell, Merge, Sheet

DEEPEST = 4
_LONGEST_LEAF = 40
_ASIDE = pattern(r"\((?!\s*\w{1,2}\s*\)).{2,40}\)", re.DOTALL)
_LONGEST_PARENT = 60
_WIDEST = 400
_LOOKED_AT, _SOME, _WIDE = 160, 80, 40
_LEAF_CONCEPTS = frozenset(
    {*synonyms.MARKS, "male_mark", "female_mark", "birth_male", "birth_female", "field_mark",
     "year_mark", "decision_number", "decision_date", "date", "year", "discovered", "fostered",
     "multiplied", "first_name", "last_name"}
)  # fmt: skip


@dataclass(frozen=True)
class Grid:
    """A sheet with quick access to the merges of its head."""

    sheet: Sheet
    by_row: Mapping[int, tuple[Merge, ...]]

    @classmethod
    def of(cls, sheet: Sheet) -> "Grid":
        by_row: defaultdict[int, list[Merge]] = defaultdict(list)
        for merge in sheet.merges:
            for row in range(merge.top, min(merge.bottom, merge.top + DEEPEST) + 1):
                by_row[row].append(merge)
        return cls(sheet, {row: tuple(merges) for row, merges in by_row.items()})

    def row(self, number: int) -> Sequence[Cell]:
        return self.sheet.rows[number] if 0 <= number < len(self.sheet.rows) else ()

    def texts(self, number: int) -> dict[int, str]:
        """Column -> text of the cells of a row that hold anything."""
        return {c: text for c, cell in enumerate(self.row(number)) if (text := heading_text(cell))}

    def merges(self, row: int) -> tuple[Merge, ...]:
        return self.by_row.get(row, ())

    @cached_property
    def full_rows(self) -> list[int]:
        """The first rows and some of all the others, sections and titles left out: short rows."""
        rows = self.sheet.rows
        step = max(1, (len(rows) - _LOOKED_AT) // _SOME)
        numbers = (*range(min(_LOOKED_AT, len(rows))), *range(_LOOKED_AT, len(rows), step))
        counts = {n: sum(map(filled, rows[n][:_WIDE])) for n in numbers}
        most = max(counts.values(), default=0)
        return [n for n, count in counts.items() if count > 1 and 3 * count > most]

    @property
    def merged_rows(self) -> set[int]:
        """Rows of which several cells are merged into one: how sections are often drawn."""
        return {m.top for m in self.sheet.merges if m.top == m.bottom and m.right > m.left}


def heading_text(cell: Cell) -> str:
    """A cell of a header as text; the number 2021 is a heading too."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell).strip()


def filled(cell: Cell) -> bool:
    return cell is not None and cell != "" and not (isinstance(cell, str) and not cell.strip())


def header_rows(grid: Grid, row: int) -> tuple[int, int]:
    """The header's rows: those that merges tie to the best row, then a row of leaves or parents."""
    first = last = row
    for merge in grid.merges(row):
        if merge.bottom > merge.top and merge.bottom - merge.top < DEEPEST:
            first, last = min(first, merge.top), max(last, merge.bottom)
    while last - first < DEEPEST - 1 and _holds_leaves(grid, last):
        last += 1
    if last - first < DEEPEST - 1 and _holds_measures(grid, last):
        last += 1
    if first > 0 and last - first < DEEPEST - 1 and _holds_parents(grid, first):
        first -= 1
    return first, last


def _holds_leaves(grid: Grid, upper: int) -> bool:
    """Whether the row below only divides columns of `upper`: short texts under gaps or parents."""
    parents, leaves = grid.texts(upper), grid.row(upper + 1)
    texts = {c: cell for c, cell in enumerate(leaves) if filled(cell)}
    if not texts or not all(_can_head(cell) for cell in texts.values()):
        return False
    wide = {c for m in grid.merges(upper) if m.left < m.right and m.top <= upper <= m.bottom
            for c in range(m.left, min(m.right, _WIDEST) + 1)}  # fmt: skip
    # «Đối tượng | Đối tượng» is one parent as well, written over each of its leaves.
    often = Counter(parents.values())
    wide |= {c for c, text in parents.items() if often[text] > 1}
    below = set(texts)
    if not all(c in wide or c not in parents or _is_parent(parents, below, c) for c in below):
        return False
    leaf_like = sum(map(_is_of_leaves, texts.values()))
    gaps = len(below - set(parents))  # as a text file has them, which knows no merged cells
    return min(below) > min(parents, default=0) and (
        bool(wide & below) or leaf_like > 1 or gaps > 1
    )


def _is_of_leaves(cell: Cell) -> bool:
    """«Nam», «Ông», 2021: what stands below the heading that it divides."""
    if not isinstance(cell, str) or synonyms.heading_key(cell) in GENDERS:
        return True
    return synonyms.concept_of(cell) in _LEAF_CONCEPTS


def _holds_measures(grid: Grid, upper: int) -> bool:
    """«(1.000 đ)», «(nếu có)» in a row of their own below the headings that they belong to."""
    parents, below = grid.texts(upper), grid.texts(upper + 1)
    return bool(below) and all(
        column in parents and is_aside(text) for column, text in below.items()
    )


def is_aside(text: str) -> bool:
    """Words in brackets, and no number of a column."""
    return bool(_ASIDE.fullmatch(text.strip()))


def _can_head(cell: Cell) -> bool:
    """A short text, or a year at the head of a column of marks."""
    if isinstance(cell, float):
        return cell.is_integer() and is_year(int(cell))
    if not isinstance(cell, str) or len(cell) > _LONGEST_LEAF:
        return False
    plain = cell.strip(" .")
    return not plain.isdecimal() or is_year(int(plain))


def _is_parent(parents: Mapping[int, str], below: set[int], column: int) -> bool:
    """A text with nothing to its right but a leaf below there too: «Đối tượng» | (blank)."""
    return column + 1 not in parents and column + 1 in below


def _holds_parents(grid: Grid, lower: int) -> bool:
    """Whether the row above names columns that `lower` leaves blank, or groups of its columns."""
    above, below = grid.row(lower - 1), grid.texts(lower)
    texts = {c: cell for c, cell in enumerate(above) if filled(cell)}
    if len(texts) < 2 or any(
        not isinstance(cell, str) or len(cell) > _LONGEST_PARENT for cell in texts.values()
    ):
        return False
    if not all(_can_head(cell) for cell in grid.row(lower) if filled(cell)):
        return False  # a row with a number of its own is one of the list
    whole = [synonyms.exactly(f"{texts[c]} {below[c]}") for c in texts if c in below]
    if sum(map(bool, whole)) > 1:
        return True  # «Họ và» above «tên»
    lone = [c for c in texts if c not in below]
    concepts = {synonyms.concept_of(str(texts[c])) for c in lone} - {None}
    return bool(concepts - {"stt"}) and len(texts) >= len(concepts)


def header_paths(grid: Grid, first: int, last: int) -> dict[int, tuple[str, ...]]:
    """Column -> its header texts top-down, merged parents repeated over their columns."""
    levels = [_level(grid, row, first, last) for row in range(first, last + 1)]
    paths = {}
    for column in sorted({c for level in levels for c in level}):
        texts = dict.fromkeys(level[column] for level in levels if column in level)
        path = list(texts)
        if len(path) > 1 and is_aside(path[-1]):
            path[-2:] = [f"{path[-2]} {path[-1]}"]
        paths[column] = tuple(path)
    return paths


def _level(grid: Grid, row: int, first: int, last: int) -> dict[int, str]:
    texts = grid.texts(row)
    for merge in grid.merges(row):
        anchor = grid.texts(merge.top).get(merge.left)
        if anchor and first <= merge.top and merge.bottom <= last:
            texts.update(dict.fromkeys(range(merge.left, min(merge.right, _WIDEST) + 1), anchor))
    if row < last:
        below = {c for lower in range(row + 1, last + 1) for c in grid.texts(lower)}
        for column in sorted(below - set(texts)):
            # No merge, yet a gap above a leaf: the parent stands to the left.
            if column - 1 in texts and column - 1 in below:
                texts[column] = texts[column - 1]
    return texts


def numbers_columns(cells: Sequence[Cell]) -> bool:
    """«1 | 2 | 3 | 4» below a header."""
    texts = [heading_text(cell).strip(" ().") for cell in cells if filled(cell)]
    return len(texts) > 1 and all(text.isdecimal() and len(text) < 3 for text in texts)

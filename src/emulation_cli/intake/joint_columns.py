"""Columns that hold two things each: «Lĩnh vực, năm phát hiện», «Năm đăng ký (mới/duy trì)».

The heading names both, or what a cell holds besides can be of one closed list alone. Such a column
stands in the header once for each of the two; every cell is parted by what its parts are.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from emulation_cli.domain.patterns import pattern
from emulation_cli.intake.cells.cell_values import as_text
from emulation_cli.intake.columns.cell_fitness import is_value, readers_of
from emulation_cli.intake.columns.column_map import Header, SheetColumn
from emulation_cli.intake.columns.evidence import alike
from emulation_cli.intake.columns.field_readers import Readers
from emulation_cli.intake.grid import Grid
from emulation_cli.intake.headings import synonyms
from emulation_cli.intake.model import Hints, Lookup
from emulation_cli.sheets.workbook import Cell

_SIGN = pattern(r"\s*(?:(?<!\d)[,:/]|[,:/](?!\d)|[;\n(])\s*|\s+[-–]\s+")
_BRACKETS = pattern(r"[()]")
_CLOSED = ("status", "gender", "level")  # what a cell may hold that no heading names
_WITH_MORE = ("year", "discovered", "fostered", "multiplied", "form", "title", "birth_year")
_OF_ANY_TEXT = ("field", "summary", "note")
_LOOKED_AT, _MOST = 60, 0.6

_Test = Callable[[str], bool]


class JointCells(dict[Cell, Sequence[Cell]]):
    """The two parts of each distinct cell, in the order of the two concepts."""

    def __init__(self, concepts: tuple[str, str], register: str | None, lookup: Lookup) -> None:
        super().__init__()
        self._tests = _tests(concepts, register, lookup)

    def __missing__(self, cell: Cell) -> Sequence[Cell]:
        first, second = self._tests
        found: Sequence[Cell] | None = _parted(cell, first, second)
        if found is None:
            text = as_text(cell) or ""
            found = ("", cell) if second(text) and not first(text) else (cell, "")
        self[cell] = found
        return found


def with_joint_columns(grid: Grid, header: Header, register: str | None, lookup: Lookup) -> Header:
    """The header with a column for each of the two things that one of its columns holds."""
    tried = ((c.number, _pair(grid, header, c, register, lookup)) for c in header.columns)
    pairs = {number: pair for number, pair in tried if pair}
    if not pairs:
        return header
    columns: list[SheetColumn] = []
    for column in header.columns:
        pair = pairs.get(column.number)
        bare = replace(column, weighed=None, joint=pair)
        columns += [replace(bare, concept=one) for one in pair] if pair else [column]
    found: defaultdict[str, tuple[SheetColumn, ...]] = defaultdict(tuple)
    for concept, own in header.by_concept.items():
        if kept := tuple(c for c in own if c.number not in pairs):
            found[concept] = kept
    for column in columns:
        if column.joint:
            found[str(column.concept)] += (column,)
    return replace(header, columns=tuple(columns), by_concept=dict(found))


def _pair(
    grid: Grid, header: Header, column: SheetColumn, register: str | None, lookup: Lookup
) -> tuple[str, str] | None:
    if column.mark or column.gives or register is None:
        return None
    others = {c.concept for c in header.columns if c.number != column.number}
    pairs = list(_candidates(column, register, others))
    texts = _texts(grid, header.last, column.number) if pairs else []
    for pair in pairs if texts else ():
        first, second = _tests(pair, register, lookup)
        if sum(_parted(cell, first, second) is not None for cell in texts) > _MOST * len(texts):
            return pair
    return None


def _texts(grid: Grid, last: int, number: int) -> list[str]:
    """The first texts below a heading in which a sign may stand between two things."""
    rows = (grid.sheet.rows[n] for n in grid.full_rows if n > last)
    cells = dict.fromkeys(row[number] for row in islice(rows, _LOOKED_AT) if number < len(row))
    return [cell for cell in cells if isinstance(cell, str) and _SIGN.search(cell)]


def _candidates(
    column: SheetColumn, register: str, others: set[str | None]
) -> Iterator[tuple[str, str]]:
    """Two that the heading names, else what it means and what else the list lacks."""
    known = {*readers_of(register), *_OF_ANY_TEXT}
    named = synonyms.pieces(_BRACKETS.sub(",", column.path[-1]))
    named = [one for one in named if one in known and one not in others]
    if "amount" in named:
        return  # money behind a form has a reader of its own
    if len(named) > 1 and not alike(named[0], named[1]):
        yield named[0], named[1]
    elif column.concept in _WITH_MORE and column.concept in known:
        for more in _CLOSED:
            if more in known and more not in others and more != column.concept:
                yield column.concept, more


def _tests(concepts: Sequence[str], register: str | None, lookup: Lookup) -> tuple[_Test, _Test]:
    names, readers = readers_of(register), Readers(Hints(), lookup)
    first, second = (_test(names.get(one), readers) for one in concepts)
    return first, second


def _test(reader: str | None, readers: Readers) -> _Test:
    """Whether a text is what a column holds; of free text every one with letters is."""
    if reader is None:
        return lambda text: any(map(str.isalpha, text)) and not any(map(str.isdigit, text))
    memo = readers.memo(reader, ())
    return lambda text: is_value(memo[text])


def _parted(cell: Cell, first: _Test, second: _Test) -> tuple[str, str] | None:
    text = str(cell).strip() if isinstance(cell, str) else ""
    for sign in _SIGN.finditer(text):
        left, right = text[: sign.start()].strip(" )"), text[sign.end() :].strip(" )")
        for one, other in ((left, right), (right, left)):
            if one and other and first(one) and second(other):
                return one, other
    return None

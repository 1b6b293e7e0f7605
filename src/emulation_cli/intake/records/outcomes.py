"""Not all that is listed happened: what was voted down, withdrawn or struck out (law 7)."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from emulation_cli.domain.patterns import pattern
from emulation_cli.domain.text import fold
from emulation_cli.intake.cells import inherited_cells
from emulation_cli.intake.cells.cell_values import as_text
from emulation_cli.intake.columns.column_map import SheetColumn
from emulation_cli.intake.headings.council_words import NO, RETURNED, YES
from emulation_cli.intake.headings.titles import PROPOSED
from emulation_cli.intake.sheet_tables import ListTable
from emulation_cli.sheets.workbook import Cell

# «Có» and «Không» answer many questions; only under such a heading this one.
_BARE = frozenset({"co", "khong", "x"})
_ASKED = pattern(r"ket qua|y kien|binh xet|xet duyet|bieu quyet|tham dinh|hoi dong|bau|phieu")
# A remark says it for one row; what else stands in its column is no vote.
_WITHDRAWN = pattern(
    r"(?:(?:xin|da|de nghi) )?(?:rut(?: ho so| ten| khoi| de nghi|$)|huy ho so|gach ten|loai khoi)"
    r"|(?:khong|chua) du (?:dieu kien|tieu chuan)|khong xet|tra (?:lai |ve )?ho so"
)
# Asked first of the thousands of remarks that do not begin so.
_BEGINS = ("xin", "da", "de", "rut", "huy", "gach", "loai", "khong", "chua", "tra")
_FREE = (None, "note", "summary", "outcome")


class LeftOut(NamedTuple):
    """A row that is not taken in, and the cell that says why; `unclear`: if it says so."""

    row: int
    column: int
    text: str
    unclear: bool = False


def is_of_proposals(table: ListTable) -> bool:
    """A list of what is proposed or of what became of it; where a decision stands, it was given."""
    found = table.header.by_concept
    heading = "".join(fold(c.heading) for concept in _AWARDS for c in found.get(concept, ()))
    proposed = table.titles.proposed or "votes_for" in found or PROPOSED.search(heading)
    decided = table.titles.number or "decision_number" in found or "decision" in found
    return table.register == "honours" and bool(proposed) and not decided


_AWARDS = ("form", "title", "form_mark", "title_mark")


def leave_out(table: ListTable) -> list[LeftOut]:
    """Take the rows that did not pass from the records of a table; each is named.

    Of what was proposed they stay, for a proposal keeps its fate; and so do rows of an unclear
    outcome, to be refused.
    """
    rows = table.sorted_rows
    found = _outcomes(table)
    left = {row: one for row, one in found.items() if not one.unclear}
    if is_of_proposals(table) or "proposed_on" in table.header.by_concept:
        return list(left.values())
    if left:
        for number, below in pairwise(rows.records):
            if number in left:
                inherited_cells.hand_down(table.rows, number, below)
        kept = [(n, c) for n, c in zip(rows.records, rows.contexts, strict=True) if n not in left]
        rows.records = [number for number, _context in kept]
        rows.contexts = [context for _number, context in kept]
        rows.skipped += [
            (one.row, _shown(table.rows[one.row]), "not_passed") for one in left.values()
        ]
    return list(found.values())


def _outcomes(table: ListTable) -> dict[int, LeftOut]:
    left: dict[int, LeftOut] = {}
    for column in table.header.columns:
        if column.concept in _FREE and column.number not in table.names:
            found = {one.row: one for one in _in_column(table, column)}
            left |= {row: one for row, one in found.items() if row not in left or not one.unclear}
    return left


def _in_column(table: ListTable, column: SheetColumn) -> Iterator[LeftOut]:
    records = table.sorted_rows.records
    written = [_cell(table.rows[n], column.number) for n in records]
    distinct = set(written)
    against, open_ = _votes(distinct, column) or (
        {
            cell
            for cell in distinct
            if isinstance(cell, str) and _may_begin(cell) and _WITHDRAWN.match(_plain(cell))
        },
        set(),
    )
    if against or open_:
        for number, cell in zip(records, written, strict=True):
            if cell in against or cell in open_:
                text = as_text(cell) or ""
                yield LeftOut(number, column.number, text, unclear=cell in open_)


def _votes(cells: Iterable[Cell], column: SheetColumn) -> tuple[set[Cell], set[Cell]] | None:
    """The cells that say no and those that nobody can tell; None where a column has no votes."""
    said: dict[Cell, str] = {}
    for cell in cells:
        if text := as_text(cell):
            said[cell] = _plain(text)
            if len(said) > _MOST_CELLS:
                return None
    asked = bool(_ASKED.search(fold(column.heading)))
    bare = _BARE if asked else frozenset()
    kinds = set(said.values())
    for_it = {plain for plain in kinds if YES.fullmatch(plain) or plain in bare - {"khong"}}
    against = {plain for plain in kinds if NO.fullmatch(plain) or plain in bare & {"khong"}}
    if not _are_votes(len(kinds), len(for_it), len(against), asked=asked):
        return None
    return (
        {cell for cell, plain in said.items() if plain in against},
        {cell for cell, plain in said.items() if plain not in for_it | against},
    )


def _are_votes(kinds: int, for_it: int, against: int, *, asked: bool) -> bool:
    """Whether a column tells who passed: nearly all that it says is yes or no."""
    if kinds > _MOST_KINDS or not against:
        return False
    known = for_it + against
    return 2 * known > kinds if asked else bool(for_it) and known >= kinds


def _may_begin(text: str) -> bool:
    """Whether the first word of a remark may be that of a withdrawal."""
    first = _plain("".join(text.split(maxsplit=1)[:1]))
    return not first or first.startswith(_BEGINS)


def _plain(text: str) -> str:
    return fold(text).strip(" .;")


def _cell(row: Sequence[Cell], column: int) -> Cell:
    return row[column] if column < len(row) else ""


def _shown(row: Sequence[Cell]) -> str:
    return " | ".join(dict.fromkeys(filter(None, map(as_text, row))))[:120]


_SAYS_NO_MORE = pattern(r"(?:khong|chua) (?:dat|thong qua|dong y|nhat tri)|khong|(?:bi )?loai")


def fate(text: str) -> tuple[str, str | None]:
    """What a cell against a proposal means, and why, where it says more than no."""
    plain = fold(text).strip(" .;")
    outcome = "returned" if RETURNED.fullmatch(plain) else "not_passed"
    return outcome, None if _SAYS_NO_MORE.fullmatch(plain) else text


_MOST_KINDS = 12
_MOST_CELLS = 60  # so many ways of writing them

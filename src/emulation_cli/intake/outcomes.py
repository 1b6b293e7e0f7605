"""Not all that is listed happened: what was voted down, withdrawn or struck out (law 7)."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from emulation_cli.domain.patterns import pattern
from emulation_cli.domain.text import fold
from emulation_cli.intake.cells import as_text
from emulation_cli.intake.columns import Column
from emulation_cli.intake.tables import Table
from emulation_cli.intake.titles import PROPOSED
from emulation_cli.sheets.workbook import Cell

_NO = pattern(
    r"(?:khong|chua) (?:dat|xet|du|thong qua|dong y|duoc|nhat tri|cong nhan|khen|de nghi|trinh|chon"
    r"|trung)\b.*|(?:bi |da )?(?:loai|huy|rot|truot|bac)\b.*|tu choi|(?:xin |da |de nghi )?rut\b.*"
    r"|gach ten|thoi xet|de lai\b.*|(?:da |bi )?tra (?:lai|ho so)\b.*"
)
_YES = pattern(
    r"(?:da )?(?:dat|dong y|thong qua|nhat tri|duoc|du|cong nhan|trung|chon|dat yeu cau)\b.*"
)
# «Có» and «Không» answer many questions; only under such a heading this one.
_BARE = frozenset({"co", "khong", "x"})
_ASKED = pattern(r"ket qua|y kien|binh xet|xet duyet|bieu quyet|tham dinh|hoi dong|bau|phieu")
# A remark says it for one row; what else stands in its column is no vote.
_WITHDRAWN = pattern(
    r"(?:(?:xin|da|de nghi) )?(?:rut(?: ho so| ten| khoi| de nghi|$)|huy ho so|gach ten|loai khoi)"
    r"|khong du (?:dieu kien|tieu chuan)|khong xet"
)
# Asked first of the thousands of remarks that do not begin so.
_MAY_BE = pattern(r"[\W_]*[rxdđðghkl]", re.IGNORECASE)
_FREE = (None, "note", "summary", "outcome")


class LeftOut(NamedTuple):
    """A row that is not taken in, and the cell that says why."""

    row: int
    column: int
    text: str


def is_of_proposals(table: Table) -> bool:
    """A list of what is proposed or of what became of it; where a decision stands, it was given."""
    found = table.header.by_concept
    heading = "".join(fold(c.heading) for concept in _AWARDS for c in found.get(concept, ()))
    proposed = table.titles.proposed or "votes_for" in found or PROPOSED.search(heading)
    decided = table.titles.number or "decision_number" in found or "decision" in found
    return table.register == "honours" and bool(proposed) and not decided


_AWARDS = ("form", "title", "form_mark", "title_mark")


def leave_out(table: Table) -> list[LeftOut]:
    """Take the rows that did not pass from the records of a table; each is named.

    Of what was proposed they stay, for a proposal keeps its fate.
    """
    rows = table.sorted_rows
    left: dict[int, LeftOut] = {}
    for column in table.header.columns:
        if column.concept in _FREE and column.number not in table.names:
            left |= {one.row: one for one in _in_column(table, column)}
    if left and not (is_of_proposals(table) or "proposed_on" in table.header.by_concept):
        kept = [(n, c) for n, c in zip(rows.records, rows.contexts, strict=True) if n not in left]
        rows.records = [number for number, _context in kept]
        rows.contexts = [context for _number, context in kept]
        rows.skipped += [
            (one.row, _shown(table.rows[one.row]), "not_passed") for one in left.values()
        ]
    return list(left.values())


def _in_column(table: Table, column: Column) -> Iterator[LeftOut]:
    records = table.sorted_rows.records
    written = [_cell(table.rows[n], column.number) for n in records]
    distinct = set(written)
    against = _voted_down(distinct, column)
    if against is None:
        against = {
            cell
            for cell in distinct
            if isinstance(cell, str) and _MAY_BE.match(cell) and _WITHDRAWN.match(_plain(cell))
        }
    if against:
        for number, cell in zip(records, written, strict=True):
            if cell in against:
                yield LeftOut(number, column.number, as_text(cell) or "")


def _voted_down(cells: Iterable[Cell], column: Column) -> set[Cell] | None:
    """The cells that say no where a column holds votes and some say yes; None: it does not."""
    said: dict[Cell, str] = {}
    for cell in cells:
        if text := as_text(cell):
            said[cell] = _plain(text)
            if len(said) > _MOST_CELLS:
                return None
    bare = _BARE if _ASKED.search(fold(column.heading)) else frozenset()
    kinds = set(said.values())
    for_it = {plain for plain in kinds if _YES.fullmatch(plain) or plain in bare - {"khong"}}
    against = {plain for plain in kinds if _NO.fullmatch(plain) or plain in bare & {"khong"}}
    if len(kinds) > _MOST_KINDS or not for_it or kinds - for_it - against:
        return None
    return {cell for cell, plain in said.items() if plain in against}


def _plain(text: str) -> str:
    return fold(text).strip(" .;")


def _cell(row: Sequence[Cell], column: int) -> Cell:
    return row[column] if column < len(row) else ""


def _shown(row: Sequence[Cell]) -> str:
    return " | ".join(dict.fromkeys(filter(None, map(as_text, row))))[:120]


_RETURNED = pattern(r"(?:da |bi )?tra (?:lai|ho so|ve)\b.*|(?:yeu cau |de nghi )?bo sung\b.*")
_SAYS_NO_MORE = pattern(r"(?:khong|chua) (?:dat|thong qua|dong y|nhat tri)|khong|(?:bi )?loai")


def fate(text: str) -> tuple[str, str | None]:
    """What a cell against a proposal means, and why, where it says more than no."""
    plain = fold(text).strip(" .;")
    outcome = "returned" if _RETURNED.fullmatch(plain) else "not_passed"
    return outcome, None if _SAYS_NO_MORE.fullmatch(plain) else text


_MOST_KINDS = 12
_MOST_CELLS = 60  # so many ways of writing them

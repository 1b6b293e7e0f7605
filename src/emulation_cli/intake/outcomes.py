"""Not all that is listed happened: what was voted down, withdrawn or struck out (law 7)."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from emulation_cli.domain.text import fold
from emulation_cli.intake.cells import as_text
from emulation_cli.intake.columns import Column
from emulation_cli.intake.tables import Table
from emulation_cli.sheets.workbook import Cell

_NO = re.compile(
    r"(?:khong|chua) (?:dat|xet|du|thong qua|dong y|duoc|nhat tri|cong nhan|khen|de nghi|trinh|chon"
    r"|trung)\b.*|(?:bi |da )?(?:loai|huy|rot|truot|bac)\b.*|tu choi|(?:xin |da |de nghi )?rut\b.*"
    r"|gach ten|thoi xet|de lai\b.*"
)
_YES = re.compile(
    r"(?:da )?(?:dat|dong y|thong qua|nhat tri|duoc|du|cong nhan|trung|chon|dat yeu cau)\b.*"
)
# «Có» and «Không» answer many questions; only under such a heading this one.
_BARE = frozenset({"co", "khong", "x"})
_ASKED = re.compile(r"ket qua|y kien|binh xet|xet duyet|bieu quyet|tham dinh|hoi dong|bau|phieu")
# A remark says it for one row; what else stands in its column is no vote.
_WITHDRAWN = re.compile(
    r"(?:(?:xin|da|de nghi) )?(?:rut(?: ho so| ten| khoi| de nghi|$)|huy ho so|gach ten|loai khoi)"
    r"|khong du (?:dieu kien|tieu chuan)|khong xet"
)
_FREE = (None, "note", "summary", "outcome")


class LeftOut(NamedTuple):
    """A row that is not taken in, and the cell that says why."""

    row: int
    column: int
    text: str


def leave_out(table: Table) -> list[LeftOut]:
    """Take the rows that did not pass from the records of a table; each is named."""
    rows = table.sorted_rows
    left: dict[int, LeftOut] = {}
    for column in table.header.columns:
        if column.concept in _FREE and column.number not in table.names:
            left |= {one.row: one for one in _in_column(table, column)}
    if left:
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
    texts = {cell: as_text(cell) for cell in set(written)}
    cells = [(n, texts[cell]) for n, cell in zip(records, written, strict=True)]
    said = {cell: fold(cell).strip(" .;") for cell in {text for _n, text in cells if text}}
    bare = _BARE if _ASKED.search(fold(column.heading)) else frozenset()
    for_it = [
        plain for plain in said.values() if _YES.fullmatch(plain) or plain in bare - {"khong"}
    ]
    against = {p for p in said.values() if _NO.fullmatch(p) or p in bare & {"khong"}}
    votes = len(said) <= _MOST_KINDS and len(for_it) + len(against) >= len(said)
    for number, text in cells:
        if text and (said[text] in against if votes and for_it else _WITHDRAWN.match(said[text])):
            yield LeftOut(number, column.number, text)


def _cell(row: Sequence[Cell], column: int) -> Cell:
    return row[column] if column < len(row) else ""


def _shown(row: Sequence[Cell]) -> str:
    return " | ".join(dict.fromkeys(filter(None, map(as_text, row))))[:120]


_MOST_KINDS = 12

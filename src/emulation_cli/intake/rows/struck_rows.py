"""Rows that are struck out: taken back by the sender, so they are no rows of the list."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from emulation_cli.intake.cells.cell_values import as_text
from emulation_cli.intake.cells.inherited_cells import hand_down
from emulation_cli.sheets.workbook import Cell, Merge, ReaderNote, Sheet


def without_struck_rows(sheet: Sheet) -> Sheet:
    """The sheet without the rows whose texts are all struck out, each of them told.

    What such a row says for those below it, by ditto marks or a merged cell, they keep.
    """
    if not sheet.struck:
        return sheet
    rows, notes, merges = list(sheet.rows), list(sheet.notes), sheet.merges
    for number in sorted({row for row, _column in sheet.struck if row < len(rows)}):
        texts = {c: cell for c, cell in enumerate(rows[number]) if _is_text(cell)}
        if texts and all((number, column) in sheet.struck for column in texts):
            shown = " | ".join(map(str, texts.values()))
            notes.append(ReaderNote("struck_row", "warn", {"text": shown}, number))
            filled = (n for n in range(number + 1, len(rows)) if any(map(as_text, rows[n])))
            if below := next(filled, None):
                hand_down(rows, number, below)
            merges = tuple(_begun_below(merges, rows, number))
            rows[number] = []
    return replace(sheet, rows=rows, notes=tuple(notes), merges=merges)


def _begun_below(
    merges: Iterable[Merge], rows: list[Sequence[Cell]], number: int
) -> Iterable[Merge]:
    """The merged cells; one that begins in a row that is left out begins in the next."""
    for one in merges:
        if one.top != number or one.bottom == number or one.left >= len(rows[number]):
            yield one
            continue
        row = [*rows[number + 1], *[""] * (one.left + 1 - len(rows[number + 1]))]
        row[one.left] = rows[number][one.left]
        rows[number + 1] = row
        yield replace(one, top=number + 1)


def _is_text(cell: Cell) -> bool:
    return isinstance(cell, str) and any(map(str.isalpha, cell))

"""Rows that are struck out: taken back by the sender, so they are no rows of the list."""

from dataclasses import replace

from emulation_cli.sheets.workbook import Cell, Note, Sheet


def without_struck_rows(sheet: Sheet) -> Sheet:
    """The sheet without the rows whose texts are all struck out, each of them told."""
    if not sheet.struck:
        return sheet
    rows, notes = list(sheet.rows), list(sheet.notes)
    for number in sorted({row for row, _column in sheet.struck if row < len(rows)}):
        texts = {c: cell for c, cell in enumerate(rows[number]) if _is_text(cell)}
        if texts and all((number, column) in sheet.struck for column in texts):
            shown = " | ".join(map(str, texts.values()))
            notes.append(Note("struck_row", "warn", {"text": shown}, number))
            rows[number] = []
    return replace(sheet, rows=rows, notes=tuple(notes))


def _is_text(cell: Cell) -> bool:
    return isinstance(cell, str) and any(map(str.isalpha, cell))

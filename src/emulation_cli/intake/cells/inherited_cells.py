"""Values written once for several rows: merged cells, ditto marks, the first row of a group."""

from collections.abc import Sequence

from emulation_cli.intake.cells.cell_values import is_ditto
from emulation_cli.intake.grid import filled
from emulation_cli.sheets.workbook import Cell, Sheet

_GROUPED_FROM = 0.4


def fill_merged(sheet: Sheet, below: int) -> list[Sequence[Cell]]:
    """The rows with every cell of a merge that runs down holding its text."""
    rows: list[Sequence[Cell]] = list(sheet.rows)
    for merge in sheet.merges:
        if merge.bottom <= merge.top or merge.bottom <= below or merge.top >= len(rows):
            continue
        anchor = rows[merge.top]
        value = anchor[merge.left] if merge.left < len(anchor) else ""
        if not filled(value):
            continue
        for number in range(max(merge.top, below) + 1, min(merge.bottom, len(rows) - 1) + 1):
            if not any(map(filled, sheet.rows[number])):
                continue  # a record merged over two rows is one record
            row = list(rows[number])
            row.extend([""] * (merge.left + 1 - len(row)))
            row[merge.left] = value
            rows[number] = row
    return rows


def column(rows: Sequence[Sequence[Cell]], number: int) -> list[Cell]:
    """One column of record rows; short rows give an empty cell."""
    try:
        return [row[number] for row in rows]
    except IndexError:
        return [row[number] if number < len(row) else "" for row in rows]


def undo_ditto(cells: list[Cell]) -> tuple[list[Cell], list[int]]:
    """The column with ditto marks replaced by what stands above, and the marks under nothing."""
    marks = {cell for cell in set(cells) if is_ditto(cell)}
    if not marks:
        return cells, []
    above: Cell = ""
    done, dangling = [], []
    for position, cell in enumerate(cells):
        if cell in marks:
            if not filled(above):
                dangling.append(position)
            done.append(above)
        else:
            above = cell if filled(cell) else above
            done.append(cell)
    return done, dangling


def hand_down(rows: list[Sequence[Cell]], row: int, below: int) -> None:
    """Ditto marks right below a row that is left out mean what stands in that one."""
    said = rows[row]
    marked = [c for c, cell in enumerate(rows[below]) if c < len(said) and is_ditto(cell)]
    if marked:
        cells = list(rows[below])
        for column in marked:
            if filled(said[column]):
                cells[column] = said[column]
        rows[below] = cells


def fill_groups(cells: list[Cell], starts: Sequence[bool] = ()) -> tuple[list[Cell], int]:
    """A column written only in the first row of each group, filled down; how many were filled.

    Only where that is plainly the layout: the first row has it and many below have not, or the
    rows that have it are those with a number (`starts`). A few blanks among many are forgotten
    values, and stay blank.
    """
    full = list(map(filled, cells))
    blank = full.count(False)
    numbered = bool(blank) and full == list(starts)
    if not cells or not full[0] or (not numbered and blank < max(2, _GROUPED_FROM * len(cells))):
        return cells, 0
    done: list[Cell] = []
    for cell in cells:
        done.append(cell if filled(cell) else done[-1])
    return done, blank

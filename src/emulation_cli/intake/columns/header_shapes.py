"""What the rows of a supposed header look like: whether they head a list, or are rows of it."""

from emulation_cli.intake.columns.column_map import Header
from emulation_cli.intake.columns.profiles import Profiler
from emulation_cli.intake.grid import Grid, filled, numbers_columns

_OF_ROWS = frozenset({"date", "partial", "money", "decision", "unit", "person"})


def rows_between(grid: Grid, upper: Header, lower: Header) -> bool:
    """Whether one header already has rows of its own before the other begins."""
    numbers = upper.of("stt")
    column = numbers.number if numbers else None
    for row in range(upper.last + 1, lower.first):
        cells = grid.row(row)
        cell = cells[column] if column is not None and column < len(cells) else None
        # Text files and Word keep numbers as text; «1 | 2 | 3» only numbers the columns.
        number = isinstance(cell, float | int) or str(cell or "").strip(" .").isdecimal()
        if number and not numbers_columns(cells):
            return True
    return False


def ends_bare(grid: Grid, header: Header) -> bool:
    """«| | Nam | Nữ» right above the first number: no record has neither number nor name."""
    own = {c.number for c in (*header.names, *header.by_concept.get("stt", ()))}
    texts = grid.texts(header.last)
    below = grid.texts(header.last + 1)
    return (
        header.last > header.first and len(texts) > 1 and not own & set(texts) and own <= set(below)
    )


def is_a_row(grid: Grid, header: Header, profiler: Profiler) -> bool:
    """Whether a supposed header holds days, sums, units, decisions as only records do."""
    values = {c.number for c in header.columns if c.gives}
    row = enumerate(grid.row(header.last))
    cells = [cell for number, cell in row if filled(cell) and number not in values]
    data = sum(bool(profiler.sorts_of(cell) & _OF_ROWS) for cell in cells)
    return data > 1 and 3 * data > len(cells)

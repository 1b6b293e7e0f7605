"""Why a list was understood as it was: the strongest weights for and against, for `--explain`."""

from collections.abc import Iterator

from emulation_cli.intake.columns.column_map import SheetColumn
from emulation_cli.intake.columns.evidence import Weight, of_cells, said_by, weigh
from emulation_cli.intake.columns.profiles import Profile, Profiler
from emulation_cli.intake.grid import filled
from emulation_cli.intake.model import Lookup, Reason, Why
from emulation_cli.intake.sheet_tables import ListTable
from emulation_cli.sheets.workbook import Cell, column_letters

_MOST = 5


def reasons_of(table: ListTable, lookup: Lookup) -> Iterator[Why]:
    """Of the register first, then of each column from the left."""
    decided = table.decided
    about = [Reason(what, 1.0, weight) for what, weight in decided.reasons]
    yield Why("", "", decided.register, decided.second, decided.margin, _strongest(about))
    profiler = Profiler(lookup)
    had = [column.concept for column in table.header.columns]
    for column in table.header.columns:
        cells = filter(filled, _cells(table, column))
        yield _of_column(column, profiler.of(cells), had)


def _cells(table: ListTable, column: SheetColumn) -> Iterator[Cell]:
    rows = (table.rows[number] for number in table.sorted_rows.records)
    return (row[column.number] for row in rows if column.number < len(row))


def _of_column(column: SheetColumn, profile: Profile, had: list[str | None]) -> Why:
    """What was taken, or what came nearest where nothing was."""
    heading, place = column.path[-1], column_letters(column.number)
    nearest = None
    if column.concept is None and (found := weigh(heading, profile, had)):
        nearest, weights = found.concept, found.weights
    else:
        concept = column.concept or ""
        said = said_by(heading).get(concept)
        own = [Weight("heading", 1.0, said)] if said else []
        weights = (*own, *of_cells(concept, profile))
    given = column.weighed.margin if column.weighed else 0.0
    reasons = [Reason(one.what, one.share, one.weight) for one in weights if one.what]
    return Why(place, column.heading, column.concept, nearest, given, _strongest(reasons))


def _strongest(reasons: list[Reason]) -> tuple[Reason, ...]:
    ranked = sorted(reasons, key=lambda one: -abs(one.share * one.weight))
    return tuple(one for one in ranked[:_MOST] if one.weight)

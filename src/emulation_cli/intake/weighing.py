"""The columns of one header weighed: what words alone do not say, the cells below may."""

from collections.abc import Sequence
from dataclasses import replace

from emulation_cli.intake import synonyms
from emulation_cli.intake.columns import Column
from emulation_cli.intake.evidence import Weighed, said_by, weigh
from emulation_cli.intake.grid import Grid, filled
from emulation_cli.intake.profiles import Profile, Profiler

_MOST_WEIGHED = 60  # columns; wider sheets are no lists of records
_SPOKEN = ("words", "prose", "body")  # what a heading itself may well be


def weighed_columns(
    grid: Grid, last: int, columns: Sequence[Column], decided: Sequence[bool], profiler: Profiler
) -> list[Column]:
    """The columns with a meaning for those that only their cells explain, the surest first."""
    done = list(columns)
    open_ = [
        number for number, column in enumerate(columns[:_MOST_WEIGHED])
        if not decided[number] and column.mark is None and _is_open(column)
    ]  # fmt: skip
    profiles = {n: _profile(grid, last, done[n], profiler) for n in open_}
    while open_:
        had = [column.concept for n, column in enumerate(done) if n not in open_]
        found = [(n, _weighed(done[n], profiles[n], had, profiler)) for n in open_]
        best = max(found, key=lambda one: one[1].score if one[1] else 0.0)
        if best[1] is None:
            break
        done[best[0]] = _with(done[best[0]], best[1])
        open_.remove(best[0])
    return done


def _is_open(column: Column) -> bool:
    """Whether the words leave anything open: nothing known, or several things that it may be."""
    return column.concept is None or len(said_by(column.path[-1])) > 1


def _with(column: Column, found: Weighed) -> Column:
    if column.concept == found.concept:
        return column
    if found.taken:
        mark = synonyms.MARKS.get(found.concept)
        return replace(column, concept=found.concept, mark=mark, weighed=found)
    return column if column.concept else replace(column, weighed=found)


def _weighed(
    column: Column, profile: Profile, had: Sequence[str | None], profiler: Profiler
) -> Weighed | None:
    for text in dict.fromkeys((column.path[-1], " ".join(column.path))):
        own = profiler.sorts_of(text) - set(_SPOKEN)
        if profile.share(*own) > 0.5:
            return None  # a row of the list is no header
        if found := weigh(text, profile, had):
            return found
    return None


def _profile(grid: Grid, last: int, column: Column, profiler: Profiler) -> Profile:
    """Of the rows below a header that hold more than one thing."""
    rows, number = grid.sheet.rows, column.number
    cells = (rows[row][number] for row in grid.full_rows if row > last and number < len(rows[row]))
    return profiler.of(cell for cell in cells if filled(cell))

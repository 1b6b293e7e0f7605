"""The columns of one header weighed: what words alone do not say, the cells below may."""

from collections.abc import Sequence
from dataclasses import replace

from emulation_cli.intake import synonyms
from emulation_cli.intake.columns import Column
from emulation_cli.intake.evidence import SORTS_OF, Weighed, lacks, of_cells, said_by, weigh
from emulation_cli.intake.grid import Grid, filled
from emulation_cli.intake.profiles import Profile, Profiler

_MOST_WEIGHED = 60  # columns; wider sheets are no lists of records
_OF_NAMES = frozenset(synonyms.NAMES) - {"event_name", "model_name"}
_CODED, _NEARLY_ALL = ("kind", "form", "level", "category"), 0.9
_OF_PERSONS, _FEW = ("name", "individual_name"), 3  # words of a given name
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
    for n, column in enumerate(columns):
        if decided[n]:
            continue
        if _unlike(grid, last, column, profiler):
            done[n] = replace(column, concept=None, unlike=column.concept)
        elif _names_nothing(grid, last, column, profiler) or _is_code(
            grid, last, n, done, profiler
        ):
            done[n] = replace(column, concept=None)
    # «Tập thể | Cá nhân» with an x below hold no names.
    marked = {
        n for n, column in enumerate(done)
        if column.concept in synonyms.MARKS
        and _profile(grid, last, column, profiler).share("mark") > 0.5
    }  # fmt: skip
    while open_:
        had = [
            column.concept for n, column in enumerate(done) if n not in open_ and n not in marked
        ]
        found = [(n, _weighed(done[n], profiles[n], had, profiler)) for n in open_]
        best = max(found, key=lambda one: one[1].rank if one[1] else (False, 0.0))
        if best[1] is None:
            break
        done[best[0]] = _with(done[best[0]], best[1])
        open_.remove(best[0])
    return done


def _names_nothing(grid: Grid, last: int, column: Column, profiler: Profiler) -> bool:
    """Under a heading of names stand kinds, forms, levels: one of the lists of choices."""
    if column.concept not in _OF_NAMES:
        return False
    return _profile(grid, last, column, profiler).share(*_CODED) > _NEARLY_ALL


def _unlike(grid: Grid, last: int, column: Column, profiler: Profiler) -> bool:
    """«Tình trạng» of a marriage, «Phân loại» of officials: no cell is what the heading says."""
    sorts = SORTS_OF.get(column.concept or "")
    if sorts is None or column.mark:
        return False
    profile = _profile(grid, last, column, profiler)
    return profile.filled > 1 and not profile.share(*sorts, "mark")


def _is_code(
    grid: Grid, last: int, number: int, columns: Sequence[Column], profiler: Profiler
) -> bool:
    """«Mã danh hiệu» beside the title in words: its codes never stand before them."""
    column = columns[number]
    if column.concept is None or not synonyms.is_helper(column.path[-1]):
        return False
    others = [c.concept for n, c in enumerate(columns) if n != number]
    if lacks(column.concept, others):
        return False
    cells = of_cells(column.concept, _profile(grid, last, column, profiler))
    return sum(one.share * one.weight for one in cells) < 0


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


def over_two(grid: Grid, last: int, columns: Sequence[Column]) -> list[Column]:
    """«Họ và tên» over two columns: the given name stands in the second."""
    done = {column.number: column for column in columns}
    for column in columns:
        number, beside = column.number, done.get(column.number + 1)
        if column.concept not in _OF_PERSONS or (beside and beside.path != column.path):
            continue
        family, given = (_texts(grid, last, n) for n in (number, number + 1))
        if given and 2 * len(given) > len(family) and all(len(t.split()) < _FEW for t in given):
            done[number] = replace(column, concept="last_name")
            done[number + 1] = replace(column, number=number + 1, concept="first_name")
        elif beside and not given:
            done[number + 1] = replace(beside, concept=None)
    return [done[number] for number in sorted(done)]


def _texts(grid: Grid, last: int, number: int) -> list[str]:
    rows = (grid.sheet.rows[row] for row in grid.full_rows if row > last)
    cells = (row[number] for row in rows if number < len(row))
    return [cell for cell in cells if isinstance(cell, str) and filled(cell)]

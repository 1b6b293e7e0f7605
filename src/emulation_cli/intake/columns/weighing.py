"""The columns of one header weighed: what words alone do not say, the cells below may."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from emulation_cli.intake.cells.cell_values import as_text
from emulation_cli.intake.cells.unit_cells import is_small_body
from emulation_cli.intake.columns.column_map import Header, SheetColumn
from emulation_cli.intake.columns.columns_of_people import as_people
from emulation_cli.intake.columns.evidence import SORTS_OF, Weighed, of_cells, said_by, weigh
from emulation_cli.intake.columns.profiles import Profile, Profiler
from emulation_cli.intake.grid import Grid, filled
from emulation_cli.intake.headings import synonyms
from emulation_cli.intake.headings.heading_grammar import parse
from emulation_cli.intake.rows.row_words import is_number, is_numbering
from emulation_cli.sheets.workbook import Cell

_CLOSE, _MOST = 1.0, 0.5
_MOST_WEIGHED = 60  # columns; wider sheets are no lists of records
_OF_NAMES = frozenset(synonyms.NAMES) - {"event_name", "model_name"}
_CODED, _NEARLY_ALL, _HARDLY_ANY = ("kind", "form", "level", "category", "answer"), 0.9, 0.2
_OF_PERSONS, _FEW = ("name", "individual_name"), 3  # words of a given name
_SPOKEN = ("words", "prose", "body")  # what a heading itself may well be


@dataclass
class _Below:
    """The cells below one header, each column profiled once."""

    grid: Grid
    last: int
    profiler: Profiler
    numbers: int | None = None
    _profiles: dict[int, Profile] = field(default_factory=dict)

    @cached_property
    def rows(self) -> list[Sequence[Cell]]:
        """The rows that hold more than one thing; «(1) | (2) | (3)» is none of them.

        Where some have a number, those alone: «A | BẰNG KHEN» is a section.
        """
        rows = [self.grid.sheet.rows[n] for n in self.grid.full_rows if n > self.last]
        texts = (
            {c: text for c, cell in enumerate(rows[0]) if (text := as_text(cell))} if rows else {}
        )
        rows = rows[1:] if is_numbering(texts) else rows
        numbered = [row for row in rows if self._is_numbered(row)]
        return numbered or rows

    def _is_numbered(self, row: Sequence[Cell]) -> bool:
        cell = row[self.numbers] if self.numbers is not None and self.numbers < len(row) else None
        return isinstance(cell, float | int) or is_number(as_text(cell) or "")

    def profile(self, column: SheetColumn) -> Profile:
        """The profile of one column, made once."""
        if (number := column.number) not in self._profiles:
            cells = (row[number] for row in self.rows if number < len(row))
            self._profiles[number] = self.profiler.of(cell for cell in cells if filled(cell))
        return self._profiles[number]

    def texts(self, number: int) -> list[str]:
        cells = (row[number] for row in self.rows if number < len(row))
        return [cell for cell in cells if isinstance(cell, str) and filled(cell)]


def weighed_columns(
    grid: Grid,
    last: int,
    columns: Sequence[SheetColumn],
    decided: Sequence[bool],
    profiler: Profiler,
) -> list[SheetColumn]:
    """The columns with a meaning for those that only their cells explain, the surest first."""
    numbers = next((c.number for c in columns if c.concept == "stt"), None)
    below = _Below(grid, last, profiler, numbers)
    open_ = {
        number for number, column in enumerate(columns[:_MOST_WEIGHED])
        if not decided[number] and column.mark is None and _is_open(column)
    }  # fmt: skip
    meant = as_people(columns, below)
    done = [
        column if known else _doubted(column, below)
        for column, known in zip(meant, decided, strict=True)
    ]
    done = _within_others(done, decided, below)
    _weigh_open(done, open_, below)
    return over_two(_with_known_units(done, decided, below), below)


def lists_each_once(grid: Grid, header: Header, units: SheetColumn, profiler: Profiler) -> bool:
    """Whether every row is of another unit, and no column of other words holds persons, bodies."""
    numbers = header.of("stt")
    below = _Below(grid, header.last, profiler, numbers.number if numbers else None)
    profile = below.profile(units)
    others = [c for c in header.columns if c.concept in (None, "summary", "note")]
    named = any(
        below.profile(c).share("person") > _HARDLY_ANY or below.profile(c).share("body") > _MOST
        for c in others
    )
    # Some are on the register, the others are bodies by their words; a list of codes has neither.
    bodies = profile.share("unit") + profile.share("body") > _MOST
    return bodies and profile.distinct == 1.0 and not named


def _within_others(
    columns: Sequence[SheetColumn], decided: Sequence[bool], below: _Below
) -> list[SheetColumn]:
    """«Chi hội | Hội LHPN xã», «Chi đoàn | Đoàn cơ sở»: beside its unit a small body is none."""
    units = [c for c in columns if c.concept == "unit"]
    small = [
        c for c, known in zip(columns, decided, strict=True)
        if c in units and not known and is_small_body(c.path[-1])
        and not parse(c.path[-1]).parts & {"EXEMPLAR", "COLLECTIVE"}
        and below.profile(c).share("unit") < _HARDLY_ANY
    ]  # fmt: skip
    others = len(small) < len(units) or any(
        c.concept is None and below.profile(c).share("unit") > _MOST for c in columns
    )
    return [replace(c, concept="subunit") if others and c in small else c for c in columns]


def _with_known_units(
    columns: Sequence[SheetColumn], decided: Sequence[bool], below: _Below
) -> list[SheetColumn]:
    """«Đơn vị xây dựng | Đơn vị công nhận»: of two columns of units that whose cells are units."""
    shares = {
        c.number: below.profile(c).share("unit")
        for c in columns
        if c.concept == "unit" and not parse(c.path[-1]).parts & {"EXEMPLAR", "COLLECTIVE"}
    }
    if max(shares.values(), default=0.0) <= _MOST:
        return list(columns)
    return [
        replace(column, concept=None)
        if not known and shares.get(column.number, _NEARLY_ALL) < _HARDLY_ANY
        else column
        for column, known in zip(columns, decided, strict=True)
    ]


def _weigh_open(done: list[SheetColumn], open_: set[int], below: _Below) -> None:
    """Settle the open columns one by one: each is evidence for those still open."""
    contested: set[str] = set()
    while open_:
        had = [c.concept for n, c in enumerate(done) if n not in open_ and not _marks(c, below)]
        tried = ((n, _weighed(done[n], had, below)) for n in sorted(open_))
        found = [(n, weighed) for n, weighed in tried if weighed]
        if not found:
            break
        number, best = max(found, key=lambda one: one[1].rank)
        if _is_contested(best, number, found):
            contested.add(best.concept)
        taken = best.taken and (best.sure or best.concept not in contested)
        done[number] = _with(done[number], best._replace(taken=taken))
        open_.remove(number)


def _marks(column: SheetColumn, below: _Below) -> bool:
    """«Tập thể | Cá nhân» with an x below hold no names."""
    return column.concept in synonyms.MARKS and below.profile(column).share("mark") > _MOST


def _is_contested(best: Weighed, number: int, found: Sequence[tuple[int, Weighed]]) -> bool:
    """Whether another column is as likely to be the same: then neither is taken, but asked."""
    return not best.sure and any(
        one.concept == best.concept and best.score - one.score < _CLOSE
        for n, one in found
        if n != number and not one.sure and one.rank[0] == best.rank[0]
    )


def _doubted(column: SheetColumn, below: _Below) -> SheetColumn:
    """A column without its meaning where the cells below it are something else."""
    if _is_unlike(column, below):
        return replace(column, concept=None, unlike=column.concept)
    if _is_bare_month(column, below):
        return replace(column, concept=None)
    if _is_code(column, below):
        return replace(column, concept=None, unlike=column.concept)
    if _names_nothing(column, below):
        return replace(column, concept=None)
    return column


def _names_nothing(column: SheetColumn, below: _Below) -> bool:
    """Under a heading of names stand kinds, forms, levels: one of the lists of choices.

    Under «Số TT, CN được khen» stand numbers.
    """
    counted = ("number",) if "NUMBER" in parse(column.path[-1]).parts else ()
    profile = below.profile(column)
    return column.concept in _OF_NAMES and profile.share(*_CODED, *counted) > _NEARLY_ALL


def _is_unlike(column: SheetColumn, below: _Below) -> bool:
    """«Tình trạng» of a marriage, «Phân loại» of officials: no cell is what the heading says."""
    sorts = SORTS_OF.get(column.concept or "")
    if sorts is None or column.mark:
        return False
    profile = below.profile(column)
    return profile.filled > 1 and not profile.share(*sorts, "mark")


def _is_bare_month(column: SheetColumn, below: _Below) -> bool:
    """«Tháng» over 3, 4, 5 dates nothing by itself; over 3/2023 it does."""
    alone = column.concept == "date" and parse(column.path[-1]).parts == {"MONTH"}
    return alone and not below.profile(column).share("date", "partial")


def _is_code(column: SheetColumn, below: _Below) -> bool:
    """«Mã danh hiệu»: codes that nothing explains, and that never stand before words."""
    if column.concept in (None, "code") or not synonyms.is_helper(column.path[-1]):
        return False
    cells = of_cells(str(column.concept), below.profile(column))
    return sum(one.share * one.weight for one in cells) < 0


def _is_open(column: SheetColumn) -> bool:
    """Whether the words leave anything open: nothing known, or several things that it may be."""
    return column.concept is None or len(said_by(column.path[-1])) > 1


def _with(column: SheetColumn, found: Weighed) -> SheetColumn:
    if column.concept == found.concept:
        return column
    if found.taken:
        mark = synonyms.MARKS.get(found.concept)
        return replace(column, concept=found.concept, mark=mark, weighed=found)
    return column if column.concept else replace(column, weighed=found)


def _weighed(column: SheetColumn, had: Sequence[str | None], below: _Below) -> Weighed | None:
    profile = below.profile(column)
    for text in dict.fromkeys((column.path[-1], " ".join(column.path))):
        sorts = below.profiler.sorts_of(text)
        if profile.share(*sorts - set(_SPOKEN)) > _MOST:
            return None  # a row of the list is no header
        found = weigh(text, profile, had)
        if found and not found.rank[0] and found.concept in synonyms.NAMES:
            if "body" in sorts and "WHOM" not in parse(text).parts:
                return None  # nor is a body among the names below it
            if "event" in had and profile.share("person") <= _MOST:
                return None  # «Hội nghị | Nơi họp»: the conferences are what has the names
        if found:
            return found
    return None


def over_two(columns: Sequence[SheetColumn], below: _Below) -> list[SheetColumn]:
    """«Họ và tên» over two columns: the given name stands in the second."""
    done = {column.number: column for column in columns}
    for column in columns:
        number, beside = column.number, done.get(column.number + 1)
        if column.concept not in _OF_PERSONS or (beside and beside.path != column.path):
            continue
        family, given = below.texts(number), below.texts(number + 1)
        if given and 2 * len(given) > len(family) and all(len(t.split()) < _FEW for t in given):
            done[number] = replace(column, concept="last_name")
            done[number + 1] = replace(column, number=number + 1, concept="first_name")
        elif beside and not given:
            done[number + 1] = replace(beside, concept=None)
    return [done[number] for number in sorted(done)]

"""What one list may cost: cells, rows, sheets, merges, memory and seconds, for every reader.

A good list of 100,000 rows and 20 columns is within it; a longer good one gets more in
proportion and is told. What shows by nothing that it is a list is stopped early: a row of it has
two filled cells, one of them a text, and is not like the others.
"""

import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from types import FrameType

from emulation_cli.sheets.guard import MEGABYTE, Hostile
from emulation_cli.sheets.workbook import Cell, Merge, Sheet

USUAL_CELLS = 2_200_000  # 100,000 rows of 20 columns, with a title
MOST_CELLS = 6_000_000
UNPROVEN_CELLS = 1_000_000
UNPROVEN_ROWS = 20_000
MOST_SHEETS = 500
MOST_LETTERS = 16_000_000
LONGEST_CELL = 100_000  # letters; Excel holds 32,767
MOST_COLUMNS = 2_000  # that are filled
MOST_MERGES = 200_000
SECONDS = 7
SECONDS_OF_A_LIST = 8  # that has shown itself to be one
LEAST_SECONDS = 1  # to understand what took long to read
MEMORY = 280 * MEGABYTE
BYTES_OF_CELL = 150
# Beyond this, by the worst that it can come to, a list is read in a process of its own.
LIGHT = 64 * MEGABYTE
SAMPLED = 16  # every so many rows one is looked at
LEAST_ALIKE = 0.2
LEAST_TEXTS = 0.1  # of the cells of a list
_FILLED = 2


class Heavy(Exception):
    """May cost more than a process that holds a register should risk."""


class Budget:
    """What is left for one file. `apart`: this process reads it and nothing else."""

    def __init__(
        self, *, apart: bool = False, tell_long: Callable[[int], object] = lambda _cells: None
    ) -> None:
        self.apart = apart
        self._tell_long = tell_long
        self._cells = 0
        self._rows = 0
        self._sheets = 0
        self._letters = 0
        self._sample = _Sample()

    @property
    def cells(self) -> int:
        """The cells that were expected or built so far."""
        return self._cells

    def weigh(self, worst: int) -> None:
        """Raise Heavy where so many bytes may be needed and this is not the place for it."""
        if worst > LIGHT and not self.apart and can_be_apart():
            raise Heavy

    def expect(self, cells: int, *, proven: bool) -> None:
        """A sheet of so many cells is to be built; `proven`: they stand as those of a list do."""
        self._sheets += 1
        if self._sheets > MOST_SHEETS:
            raise Hostile("too_many_sheets", most=MOST_SHEETS)
        self._cells += cells
        if self._cells > UNPROVEN_CELLS and not proven:
            raise Hostile("too_long", cells=self._cells)
        self.weigh(self._cells * BYTES_OF_CELL)
        self._make_room()

    def add_row(self, row: Sequence[Cell]) -> None:
        """A row was built by a reader of ours."""
        self._rows += 1
        self._cells += len(row)
        if self._rows % SAMPLED == 0:
            self._sample.add(row)
        if self._cells > UNPROVEN_CELLS or self._rows % UNPROVEN_ROWS == 0:
            self._sample.check(self._rows, self._cells)
            self._make_room()

    def add_letters(self, count: int) -> None:
        """Letters that stand as a number in the file."""
        self._letters += count
        if self._letters > MOST_LETTERS:
            raise Hostile("too_costly")

    def _make_room(self) -> None:
        """Of a list that has shown itself to be one, the limits grow with its length."""
        if self._cells <= UNPROVEN_CELLS:
            return
        if self._cells > MOST_CELLS:
            raise Hostile("too_long", cells=self._cells)
        if self._cells > USUAL_CELLS:
            self._tell_long(self._cells)
            self._tell_long = lambda _cells: None
        if self.apart:
            limit_process(self._cells)


class _Sample:
    """Every so many rows of a sheet, one: whether together they are like a list."""

    def __init__(self) -> None:
        self._count = 0
        self._kinds: set[int] = set()

    def add(self, row: Sequence[Cell]) -> None:
        if any(cell not in ("", None) for cell in row):
            self._count += 1
            if like_record(row):
                self._kinds.add(hash(tuple(row)))

    def check(self, rows: int, cells: int) -> None:
        """Raises Hostile for a mass of rows that say nothing, or the same again and again."""
        if rows > UNPROVEN_ROWS or cells > UNPROVEN_CELLS:  # noqa: SIM102
            if len(self._kinds) < LEAST_ALIKE * self._count:
                raise Hostile("too_long", cells=cells)


def like_record(row: Iterable[Cell]) -> bool:
    """Whether a row has what a list's row has: two filled cells, one of them of letters."""
    filled = [cell for cell in row if cell not in ("", None)]
    return len(filled) >= _FILLED and any(
        isinstance(cell, str) and any(map(str.isalpha, cell[:40])) for cell in filled
    )


def check_sheet(sheet: Sheet) -> Sheet:
    """The sheet, unless what it says of itself would keep us busy; raises Hostile."""
    widest = max(map(len, sheet.rows), default=0)
    if widest > MOST_COLUMNS:
        for number, row in enumerate(sheet.rows, start=1):
            if any(cell not in ("", None) for cell in row[MOST_COLUMNS:]):
                raise Hostile("too_wide", row=number, most=MOST_COLUMNS)
    if len(sheet.merges) > MOST_MERGES or _covered(sheet.merges, len(sheet.rows), widest) > (
        2 * len(sheet.rows) * widest + MOST_COLUMNS
    ):
        raise Hostile("too_many_merges", count=len(sheet.merges))
    if _has_endless_cell(sheet.rows):
        raise Hostile("too_costly")  # it would stand in every list and message
    if len(sheet.rows) > UNPROVEN_ROWS:
        sample = _Sample()
        for row in sheet.rows[::SAMPLED]:
            sample.add(row)
        sample.check(len(sheet.rows), 0)
    return sheet


def _has_endless_cell(rows: Sequence[Sequence[Cell]]) -> bool:
    for row in rows:
        for cell in row:
            if type(cell) is str and len(cell) > LONGEST_CELL:
                return True
    return False


def _covered(merges: Iterable[Merge], rows: int, columns: int) -> int:
    """The cells under merged ones; in a workbook of Excel none lies under two."""
    return sum(
        max(min(one.bottom + 1, rows) - one.top, 0) * max(min(one.right + 1, columns) - one.left, 0)
        for one in merges
    )


def can_be_apart() -> bool:
    """Whether this system can give a reading a process of its own at little cost."""
    return sys.platform != "win32"


def limit_process(cells: int) -> None:
    """Set what this process may take for a list of so many cells; only one that reads apart."""
    if sys.platform == "win32":
        return
    import resource

    memory, seconds = megabytes_for(cells) * MEGABYTE, seconds_for(cells)
    # No core: a list names people.
    limits = {"RLIMIT_DATA": memory, "RLIMIT_CPU": seconds + 1, "RLIMIT_CORE": 0}
    for kind, wanted in ((getattr(resource, name), most) for name, most in limits.items()):
        hard = resource.getrlimit(kind)[1]
        with suppress(ValueError, OSError):
            resource.setrlimit(kind, (wanted, hard))
    if cells:
        signal.setitimer(signal.ITIMER_PROF, seconds)


def megabytes_for(cells: int) -> int:
    """The memory that so many cells may take to be read."""
    return max(MEMORY, 100 * MEGABYTE + cells * BYTES_OF_CELL) // MEGABYTE


def seconds_for(cells: int) -> int:
    """The seconds of a processor that so many cells may take to be read."""
    if cells <= UNPROVEN_CELLS:
        return SECONDS
    return SECONDS_OF_A_LIST * max(cells, USUAL_CELLS) // USUAL_CELLS


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raises Hostile once the processor has worked so long inside. A thread has no such clock."""
    if sys.platform == "win32":
        yield
        return

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise Hostile("too_slow", seconds=round(seconds))

    try:
        former = signal.signal(signal.SIGPROF, stop)
    except ValueError:  # not the main thread
        yield
        return
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, former)

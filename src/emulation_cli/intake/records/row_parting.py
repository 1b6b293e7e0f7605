"""Rows that hold several records, and rows that go on with the one above (law 5)."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from emulation_cli.domain.patterns import pattern
from emulation_cli.intake.cells.coded_values import as_mark
from emulation_cli.intake.cells.several_persons import Persons, spread
from emulation_cli.intake.columns.column_map import Header, SheetColumn
from emulation_cli.intake.grid import filled
from emulation_cli.intake.headings.heading_leaves import DATES
from emulation_cli.intake.rows.sections import Context
from emulation_cli.sheets.workbook import Cell

_WHEN = DATES | {"year", "decision", "decision_number", "decision_body"}
_APART = pattern(r"[,;\n+]|\s+và\s+")
_SEVERAL = 2
_OF_ITS_OWN = frozenset({"stt", "amount", "note", "summary"})


class RecordRow(NamedTuple):
    """A record row: its number, what the sections give it, its cells; `unclear`: several persons
    who cannot be told apart.
    """

    number: int
    context: Context
    cells: Sequence[Cell]
    unclear: bool = False


def with_continued(
    rows: Sequence[RecordRow], continues: Mapping[int, int], header: Header
) -> list[RecordRow]:
    """Rows that only go on with a record have what they leave empty from the row above."""
    if not continues:
        return list(rows)
    done: list[RecordRow] = []
    for row in rows:
        above = done[-1].cells if done and done[-1].number == continues.get(row.number) else None
        done.append(row._replace(cells=_filled_up(row.cells, above, header)) if above else row)
    return done


def _filled_up(cells: Sequence[Cell], above: Sequence[Cell], header: Header) -> list[Cell]:
    """A further date or decision stands for itself: none of the row above goes with it."""
    own = {c.concept for c in header.columns if c.number < len(cells) and filled(cells[c.number])}
    kept = _OF_ITS_OWN | (_WHEN if own & _WHEN else frozenset())
    done = [*cells, *[""] * (len(above) - len(cells))]
    for column in header.columns:
        number = column.number
        if number < len(above) and not filled(done[number]) and column.concept not in kept:
            done[number] = above[number]
    return done


def by_persons(rows: Sequence[RecordRow], column: int) -> Iterator[RecordRow]:
    """A row that names several persons is a record for each of them."""
    persons = Persons()
    for row in rows:
        part = persons[row.cells[column]] if column < len(row.cells) else None
        if part is None:
            yield row
        elif part.texts:
            for copy in spread(row.cells, column, part.texts):
                yield row._replace(cells=copy)
        else:
            yield row._replace(unclear=part.unclear)


def by_forms(
    rows: Sequence[RecordRow],
    column: int,
    money: Sequence[SheetColumn],
    is_form: Callable[[str], bool],
) -> Iterator[RecordRow]:
    """«Giấy khen, Bằng khen»: an honour for each, unless one sum is paid for both."""
    known: dict[Cell, list[str]] = {}
    for row in rows:
        cell = row.cells[column] if column < len(row.cells) else ""
        if cell not in known:
            parts = [part.strip(" -–+") for part in _APART.split(str(cell))]
            several = len(set(parts)) > 1 and not is_form(str(cell)) and all(map(is_form, parts))
            known[cell] = parts if several else []
        if not known[cell] or _is_paid(row, money):
            yield row
            continue
        for cells in spread(row.cells, column, known[cell]):
            yield row._replace(cells=cells)


def by_units(
    rows: Sequence[RecordRow], column: int, several: Callable[[str], Sequence[str]]
) -> Iterator[RecordRow]:
    """A model that several units took up is taken up once by each."""
    for row in rows:
        cell = row.cells[column] if column < len(row.cells) else ""
        units = several(cell) if isinstance(cell, str) else ()
        copies = spread(row.cells, column, units) if units else [row.cells]
        for cells in copies:
            yield row._replace(cells=cells)


def _is_paid(row: RecordRow, money: Sequence[SheetColumn]) -> bool:
    return any(c.number < len(row.cells) and filled(row.cells[c.number]) for c in money)


def by_marks(
    rows: Sequence[RecordRow], columns: Sequence[SheetColumn], money: Sequence[SheetColumn]
) -> Iterator[RecordRow]:
    """«LĐTT x | Giấy khen x»: an honour for each, unless one sum is paid for all."""
    places = [column.number for column in columns]
    for row in rows:
        marked = [n for n in places if n < len(row.cells) and as_mark(row.cells[n]) is True]
        if len(marked) < _SEVERAL or _is_paid(row, money):
            yield row
            continue
        for one in marked:
            cells = ["" if n in marked and n != one else cell for n, cell in enumerate(row.cells)]
            yield row._replace(cells=cells)

"""Lists of mergers: which unit followed which, from what day on, by what document.

They are laid out as the annexes of resolutions are: several old units for a new one, the new one
written once. A sheet is one of these if one heading speaks of old units and another of new ones.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

from emulation_cli.domain.offices.units import Unit
from emulation_cli.domain.patterns import pattern
from emulation_cli.domain.text import clean
from emulation_cli.domain.times.partial_date import PartialDate
from emulation_cli.intake.cells.cell_values import Dates, Trouble, as_text, is_ditto
from emulation_cli.intake.cells.inherited_cells import fill_merged
from emulation_cli.intake.cells.unit_cells import Ambiguous, Places
from emulation_cli.intake.headings.synonyms import NAMES, concept_of, heading_key
from emulation_cli.intake.model import Lookup, Problem, Record, SheetReading, Skipped
from emulation_cli.intake.table_summary import down_to_header
from emulation_cli.sheets.workbook import Cell, Sheet, address, column_letters

REGISTER = "successions"
_DEEPEST_HEADER = 25
_UNIT = (
    r"(?:ten )?(?:cac )?(?:don vi|dvhc|xa phuong(?: thi tran)?|xa|units?)"
    r"(?: hanh chinh)?(?: cap xa)?"
)
_REORDER = r"(?:sap xep|sap nhap|chia tach|hop nhat|thanh lap)"
_HEADINGS = {
    "old": pattern(rf"{_UNIT} (?:cu|truoc.*|ket thuc.*)|old units?|former units?|predecessors?"),
    "new": pattern(rf"{_UNIT} (?:moi.*|sau.*|hien nay|tiep nhan.*)|new units?|successors?"),
    "date": pattern(rf"(?:tu |ke tu )?ngay.*|thoi diem.*|hieu luc.*|ngay {_REORDER}|date|from"),
    "document": pattern(r"(?:so |can cu )?(?:van ban|nghi quyet|quyet dinh|can cu).*|document"),
}


class SuccessionHeading(NamedTuple):
    """The heading row and the column of each field."""

    row: int
    columns: dict[str, int]


@dataclass
class _Reader:
    sheet: Sheet
    header: SuccessionHeading
    lookup: Lookup
    problems: list[Problem] = field(default_factory=list)
    above: dict[str, Cell] = field(default_factory=dict)

    def records(self, rows: Sequence[Sequence[Cell]]) -> Iterator[Record | Skipped]:
        for number in range(self.header.row + 1, len(rows)):
            row = rows[number]
            cells = {code: _at(row, column) for code, column in self.header.columns.items()}
            if not as_text(cells["old"]):
                if texts := [text for cell in row if (text := as_text(cell))]:
                    yield Skipped(self.sheet.name, number + 1, " | ".join(texts), "note")
                continue
            yield from self._pairs(number, row, self._filled_down(cells))

    def _filled_down(self, cells: dict[str, Cell]) -> dict[str, Cell]:
        """The new unit, the day and the document stand once for the old units of a group."""
        for code in ("new", "date", "document"):
            cell = cells.get(code)
            if as_text(cell) and not is_ditto(cell):
                self.above[code] = cell
        return {**self.above, "old": cells["old"]}

    def _pairs(self, number: int, row: Sequence[Cell], cells: dict[str, Cell]) -> Iterator[Record]:
        day = self._day(number, cells.get("date"))
        if day is None:
            return
        olds = [self._unit(number, "old", name, day) for name in _names(cells["old"])]
        news = [self._unit(number, "new", name, day) for name in _names(cells.get("new"))]
        if not news:
            self._tell(number, "new", "missing_new_unit")
        for old in filter(None, olds):
            for new in filter(None, news):
                document = as_text(cells.get("document"))
                values: dict[str, object] = {
                    "old": old,
                    "new": new,
                    "date": day,
                    "document": document,
                }
                places = {code: (column,) for code, column in self.header.columns.items()}
                yield Record(REGISTER, self.sheet.name, number + 1, values, row, places)

    def _day(self, number: int, cell: Cell) -> str | None:
        found = Dates()(cell) if as_text(cell) else Trouble("missing_day")
        if isinstance(found, Trouble) and isinstance(found.value, PartialDate):
            found = found.value
        if isinstance(found, PartialDate) and found.first == found.last:
            return found.iso
        if not isinstance(found, Trouble):
            found = Trouble("missing_day")
        self._tell(number, "date", found.code, **found.values)
        return None

    def _unit(self, number: int, code: str, name: str, day: str) -> Unit | None:
        places = Places(self.lookup.units)
        found = places.find(name)
        outcome: object = found or places.not_found(name)
        if isinstance(found, Ambiguous):
            outcome = _of_namesakes(found, code, day)
        if isinstance(outcome, Unit):
            return outcome
        if isinstance(outcome, Trouble):
            self._tell(number, code, outcome.code, **outcome.values)
        return None

    def _tell(self, number: int, code: str, problem: str, **values: object) -> None:
        column = self.header.columns.get(code)
        cell = address(number, column) if column is not None else None
        said = {"cell": cell or f"{number + 1}", "row": number + 1, **values}
        self.problems.append(
            Problem(self.sheet.name, number + 1, code, cell, problem, "block", said)
        )


def read_sheet(sheet: Sheet, lookup: Lookup) -> SheetReading | None:
    """The pairs of a list of mergers, or None if the sheet is another kind of list."""
    header = _find_header(sheet)
    if header is None:
        return None
    reader = _Reader(sheet, header, lookup)
    found = list(reader.records(fill_merged(sheet, header.row)))
    records = tuple(one for one in found if isinstance(one, Record))
    bad = {problem.row for problem in reader.problems}
    return SheetReading(
        name=sheet.name,
        register=REGISTER,
        header_rows=(header.row + 1, header.row + 1),
        columns={code: column_letters(column) for code, column in header.columns.items()},
        headings={
            code: clean(str(sheet.rows[header.row][column]))
            for code, column in header.columns.items()
        },
        records=tuple(record for record in records if record.row not in bad),
        refused=tuple(record for record in records if record.row in bad),
        skipped=(
            *down_to_header(sheet, header.row),
            *(one for one in found if isinstance(one, Skipped)),
        ),
        problems=tuple(reader.problems),
        found=len(records),
    )


def _find_header(sheet: Sheet) -> SuccessionHeading | None:
    for number, row in enumerate(sheet.rows[:_DEEPEST_HEADER]):
        columns: dict[str, int] = {}
        for column, cell in enumerate(row):
            key = heading_key(str(cell)) if as_text(cell) else ""
            code = next((code for code, form in _HEADINGS.items() if form.fullmatch(key)), None)
            if code:
                columns.setdefault(code, column)
        if {"old", "new"} <= set(columns):
            # A list of records may name the unit of then beside that of now.
            of_records = {concept_of(str(cell)) for cell in row if as_text(cell)} & set(NAMES)
            return None if of_records else SuccessionHeading(number, columns)
    return None


def _of_namesakes(found: Ambiguous, code: str, day: str) -> object:
    """The new unit of a name begins on the day, the old one was there before."""
    fit = [u for u in found.units if (u.valid_from == day if code == "new" else _was(u, day))]
    return fit[0] if len(fit) == 1 else found.at(None, None)


def _was(unit: Unit, day: str) -> bool:
    eve = (date.fromisoformat(day) - timedelta(days=1)).isoformat()
    return (unit.valid_from or "") <= eve <= (unit.valid_to or "9999")


def _names(cell: Cell) -> list[str]:
    text = "" if cell is None else str(cell)
    return [name for part in re.split(r"[;\n]", text) if (name := clean(part))]


def _at(row: Sequence[Cell], column: int) -> Cell:
    return row[column] if column < len(row) else None

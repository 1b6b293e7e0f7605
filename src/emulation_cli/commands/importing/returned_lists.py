"""What of a run goes back to the senders: every refused row, with the reasons in Vietnamese."""

from collections.abc import Iterator
from typing import Any

from emulation_cli import words
from emulation_cli.domain.text import fold
from emulation_cli.intake.cells.cell_values import is_ditto
from emulation_cli.intake.list_reading import shown_value
from emulation_cli.intake.model import Problem, Record, SheetReading
from emulation_cli.render.excel.returned_sheets import Cells, ReturnedRow, ReturnedSheet
from emulation_cli.sheets import column_number
from emulation_cli.taking_in.results import FileResult, RunResult


def returned_sheets(outcome: RunResult) -> list[ReturnedSheet]:
    """One sheet for each list that has refused rows."""
    return [sheet for file in outcome.files for sheet in _of_file(file)]


def _of_file(file: FileResult) -> Iterator[ReturnedSheet]:
    problems = [problem for problem in file.problems if problem.severity == "block"]
    for sheet in file.lists:
        refused = _records(file, sheet)
        if refused and sheet.header_rows:
            width = _width(sheet)
            yield ReturnedSheet(
                name=sheet.name,
                file=file.reading.file,
                top=tuple((row, cells[:width]) for row, cells in _top(sheet)),
                sections=tuple((row, cells[:width]) for row, cells in sheet.frame.sections),
                rows=tuple(_row(sheet, record, problems, width) for record in refused),
                header=sheet.header_rows,
                merges=tuple(
                    (m.top + 1, m.left, m.bottom + 1, m.right) for m in sheet.frame.merges
                ),
            )


def _top(sheet: SheetReading) -> Iterator[tuple[int, Cells]]:
    """Titles and header; where a list that came back was from is said anew."""
    from_here = words.say_in("vi", "imports.returned_from", file="", sheet="")[:7]
    for row, cells in sheet.frame.top:
        first = next((cell for cell in cells if cell not in ("", None)), "")
        if not str(first).startswith(from_here):
            yield row, cells


def _width(sheet: SheetReading) -> int | None:
    """Where a list that came back once has its reasons: they give way to those of today."""
    reason = fold(words.say_in("vi", "imports.reason_heading"))
    header = (
        cells for row, cells in sheet.frame.top if sheet.header_rows and row == sheet.header_rows[0]
    )
    places = [
        n
        for n, cell in enumerate(next(header, ()))
        if isinstance(cell, str) and fold(cell) == reason
    ]
    return places[-1] if places else None


def _records(file: FileResult, sheet: SheetReading) -> list[Record]:
    """The rows refused by the list itself or by the register, from top to bottom."""
    rows = {row for of, taken in file.taken if of is sheet for _name, row in taken.refused}
    late = [record for record in sheet.records if record.row in rows]
    return sorted([*sheet.refused, *late], key=lambda record: record.row)


def _row(
    sheet: SheetReading, record: Record, problems: list[Problem], width: int | None
) -> ReturnedRow:
    own = [p for p in problems if p.sheet == record.sheet and p.row == record.row]
    return ReturnedRow(
        row=record.row,
        cells=_cells(record)[:width],
        wrong=frozenset(place for problem in own for place in _places(problem)),
        reasons=tuple(_reason(sheet, problem) for problem in own),
    )


def _reason(sheet: SheetReading, problem: Problem) -> str:
    """Why, with the heading in place of an address: rows stand elsewhere in what comes back."""
    heading = sheet.headings.get(problem.column or "")
    cell = f"«{heading}»" if heading and problem.cell else "Mục bên trên"
    values = {**problem.values, "cell": cell} if problem.values.get("cell") else problem.values
    return words.say_in("vi", f"intake.{problem.code}", **values)


def _places(problem: Problem) -> Iterator[int]:
    for cell in (problem.cell or "").split(":"):
        if letters := cell.rstrip("0123456789"):
            yield column_number(letters)


def _cells(record: Record) -> list[Any]:
    """The row as sent; what it took from the rows above stands written out."""
    cells: list[Any] = list(record.cells)
    for name, places in record.columns.items():
        value = record.values.get(name)
        if len(places) != 1 or value is None or places[0] >= len(cells):
            continue
        cell = cells[places[0]]
        if cell in (None, "") or is_ditto(cell):
            cells[places[0]] = shown_value(value)
    return cells

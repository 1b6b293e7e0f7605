"""Lists of the clerk's own coded values, as `emul export` writes them: a term a row."""

from collections.abc import Sequence

from emulation_cli.domain.times.partial_date import PartialDate
from emulation_cli.intake.cells.cell_values import Dates, Trouble, as_text
from emulation_cli.intake.headings.synonyms import heading_key
from emulation_cli.intake.model import Problem, Record, SheetReading
from emulation_cli.intake.table_summary import down_to_header
from emulation_cli.sheets.workbook import Cell, Sheet, address, column_letters

REGISTER = "terms"
_DEEPEST_HEADER = 25
_HEADINGS = {
    "vocabulary": ("bang danh muc", "vocabulary"),
    "code": ("ma", "code"),
    "label_vi": ("ten tieng viet", "vietnamese name"),
    "label_en": ("ten tieng anh", "english name"),
    "other_names": ("ten goi khac", "other names"),
    "valid_from": ("co tu ngay", "valid from"),
    "valid_to": ("den ngay", "valid to"),
}
_NEEDED = ("vocabulary", "code", "label_vi")


def read_sheet(sheet: Sheet) -> SheetReading | None:
    """The terms of a sheet, or None if it is another kind of list."""
    found = _find_header(sheet)
    if found is None:
        return None
    header, columns = found
    problems: list[Problem] = []
    rows = enumerate(sheet.rows[header + 1 :], start=header + 1)
    records = [
        _record(sheet, number, row, columns, problems)
        for number, row in rows
        if any(map(as_text, row))
    ]
    bad = {problem.row for problem in problems}
    return SheetReading(
        name=sheet.name,
        register=REGISTER,
        header_rows=(header + 1, header + 1),
        columns={code: column_letters(column) for code, column in columns.items()},
        records=tuple(record for record in records if record.row not in bad),
        refused=tuple(record for record in records if record.row in bad),
        skipped=tuple(down_to_header(sheet, header)),
        problems=tuple(problems),
        found=len(records),
    )


def _find_header(sheet: Sheet) -> tuple[int, dict[str, int]] | None:
    for number, row in enumerate(sheet.rows[:_DEEPEST_HEADER]):
        keys = [heading_key(str(cell)) if as_text(cell) else "" for cell in row]
        columns = {
            code: place
            for code, headings in _HEADINGS.items()
            for place, key in enumerate(keys)
            if key in headings
        }
        if set(_NEEDED) <= set(columns):
            return number, columns
    return None


def _record(
    sheet: Sheet,
    number: int,
    row: Sequence[Cell],
    columns: dict[str, int],
    problems: list[Problem],
) -> Record:
    cells = {code: row[place] if place < len(row) else None for code, place in columns.items()}
    values: dict[str, object] = {code: as_text(cell) for code, cell in cells.items()}
    values["other_names"] = tuple(filter(None, str(values.get("other_names") or "").split("; ")))
    for code in ("valid_from", "valid_to"):
        day = Dates()(cells[code]) if as_text(cells.get(code)) else None
        values[code] = (
            (day.first if code == "valid_from" else day.last)
            if isinstance(day, PartialDate)
            else None
        )
        if isinstance(day, Trouble):
            _tell(problems, sheet, (number, columns[code]), code, day)
    for code in _NEEDED:
        if not values[code]:
            _tell(problems, sheet, (number, columns[code]), code, Trouble("missing_name"))
    places = {code: (place,) for code, place in columns.items()}
    return Record(REGISTER, sheet.name, number + 1, values, row, places)


def _tell(
    problems: list[Problem], sheet: Sheet, place: tuple[int, int], code: str, trouble: Trouble
) -> None:
    cell, row = address(*place), place[0] + 1
    values = {"cell": cell, "row": row, **trouble.values}
    problems.append(Problem(sheet.name, row, code, cell, trouble.code, "block", values))

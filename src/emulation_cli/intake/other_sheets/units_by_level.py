"""Lists of units as the statistics office keeps them: province | code | district | code | commune.

Each row names a unit and all that stand above it; each of them is a record of its own, once.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from emulation_cli.domain.offices.unit_types import guessed_type
from emulation_cli.intake.cells.cell_values import as_text
from emulation_cli.intake.headings.synonyms import NAMES, concept_of, heading_key
from emulation_cli.intake.model import Problem, Record, SheetReading
from emulation_cli.intake.table_summary import down_to_header
from emulation_cli.sheets.workbook import Cell, Sheet, address, column_letters

REGISTER = "units"
_DEEPEST_HEADER, _LEAST = 25, 2
# What a heading of each level is made of: one of the first words, and no other than these.
_LEVELS = (
    ({"tinh"}, {"thanh", "pho", "tp"}),
    ({"quan", "huyen"}, {"thi", "xa", "thanh", "pho", "tp", "tx"}),
    ({"xa", "phuong"}, {"thi", "tran", "tt", "dac", "khu"}),
)
_FILLERS = {"ten", "don", "vi", "hanh", "chinh", "cap"}
_CODE = ("ma", "code", "id")


class _Level(NamedTuple):
    name: int
    code: int


def read_sheet(sheet: Sheet) -> SheetReading | None:
    """The units of a sheet, or None if it is another kind of list."""
    for number, row in enumerate(sheet.rows[:_DEEPEST_HEADER]):
        if levels := _levels_of(row):
            return _reading(sheet, number, levels)
    return None


def _levels_of(row: Sequence[Cell]) -> list[_Level]:
    """The columns of each level and of its codes, which stand on one side of all of them."""
    keys = [heading_key(str(cell)) if as_text(cell) else "" for cell in row]
    if any(concept_of(str(cell)) in NAMES for cell in row if as_text(cell)):
        return []
    names = [place for level in _LEVELS for place, key in enumerate(keys) if _is_of(key, *level)]
    if len(names) < _LEAST or names != sorted(set(names)):
        return []
    for side in (-1, 1):
        codes = [place + side for place in names]
        if all(0 <= c < len(keys) and keys[c].startswith(_CODE) for c in codes):
            return list(map(_Level, names, codes))
    return []


def _is_of(key: str, own: set[str], others: set[str]) -> bool:
    words = set(key.split()) - _FILLERS
    return bool(words & own) and words <= own | others


def _reading(sheet: Sheet, header: int, levels: Sequence[_Level]) -> SheetReading:
    problems: list[Problem] = []
    records: dict[tuple[str, ...], Record] = {}
    for number, row in enumerate(sheet.rows[header + 1 :], start=header + 1):
        above: str | None = None
        for level in levels:
            name, code = (_text(row, place) for place in level)
            if code and not name:
                cell = address(number, level.name)
                values = {"cell": cell, "row": number + 1}
                problems.append(
                    Problem(sheet.name, number + 1, "name", cell, "missing_name", "block", values)
                )
            if name:
                key = (code,) if code else (name, above or "")
                record = _record(
                    sheet, number, level, {"name": name, "code": code, "parent": above}
                )
                records.setdefault(key, record)
                above = code or name
    bad = {problem.row for problem in problems}
    columns = {part: tuple(column_letters(level[n]) for level in levels)
               for n, part in enumerate(("name", "code"))}  # fmt: skip
    return SheetReading(
        name=sheet.name,
        register=REGISTER,
        header_rows=(header + 1, header + 1),
        columns={**columns, "parent": columns["name"][:-1]},
        records=tuple(record for record in records.values() if record.row not in bad),
        refused=tuple(record for record in records.values() if record.row in bad),
        skipped=tuple(down_to_header(sheet, header)),
        problems=(*problems, *_not_kept(sheet, header, levels)),
        found=len(records),
    )


def _not_kept(sheet: Sheet, header: int, levels: Sequence[_Level]) -> Iterator[Problem]:
    """Further columns; the level of a unit is read off its name."""
    read = {place for level in levels for place in level}
    others = [
        f"{column_letters(place)} «{text}»"
        for place in range(len(sheet.rows[header]))
        if place not in read
        and (text := _text(sheet.rows[header], place))
        and concept_of(text) not in ("stt", "level", "type")
        and any(_text(row, place) for row in sheet.rows[header + 1 :])
    ]
    if others:
        values = {"columns": "; ".join(others)}
        yield Problem(sheet.name, None, None, None, "columns_not_kept", "warn", values)


def _record(sheet: Sheet, number: int, level: _Level, values: Mapping[str, str | None]) -> Record:
    typed: dict[str, object] = {**values, "type": guessed_type(str(values["name"]))}
    places = {"name": (level.name,), "code": (level.code,)}
    return Record(REGISTER, sheet.name, number + 1, typed, sheet.rows[number], places)


def _text(row: Sequence[Cell], place: int) -> str | None:
    return (as_text(row[place]) or None) if place < len(row) else None

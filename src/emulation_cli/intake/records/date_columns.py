"""Dates that stand in several columns, or as an x under the stage that they date."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from emulation_cli.domain.patterns import pattern
from emulation_cli.domain.text import fold
from emulation_cli.intake.cells.cell_values import as_text, is_year
from emulation_cli.intake.cells.coded_values import is_mark
from emulation_cli.intake.columns.column_map import SheetColumn
from emulation_cli.intake.grid import filled
from emulation_cli.sheets.workbook import Cell

if TYPE_CHECKING:
    from emulation_cli.intake.records.record_rows import Records

# On folded text: «2021, 2022 và 2023», «2021-2023», «từ năm 2021 đến hết năm 2023».
_ONE = r"(?:nam )?(\d{4})(?: ?(?:[-–—]| den(?: het)? ) ?(?:nam )?(\d{4}))?"
_NEXT = pattern(
    rf"(?:^(?:(?:tu|giai doan|thoi ky|cac|trong) )*|(?<!^) ?(?:[,;+&/] ?(?:va )?|va | ) ?){_ONE}"
)
_MOST_YEARS = 10  # a longer span is the life of a model, not its registrations
_OF_A_ROUND = pattern(r"^\s*đợt\s+(?:ngày\s+)?(?=\d)", re.IGNORECASE)
_NO_YEAR = pattern(r"(?:ngày\s+)?(?:0?[1-9]|[12]\d|3[01])\s*/\s*(?:0?[1-9]|1[0-2])", re.IGNORECASE)
_PARTS = ("day", "month", "year")


def in_parts(records: "Records", columns: Sequence[SheetColumn]) -> list[Cell] | None:
    """«Ngày | Tháng | Năm» put together as 5/12/2022, 12/2022 or 2022; None for other columns."""
    by_part = {column.mark: records.column(column.number) for column in columns}
    if not {"month", "year"} <= set(by_part):
        return None
    parts = [by_part.get(part, records.empty()) for part in _PARTS]
    return ["/".join(filter(None, map(as_text, row))) for row in zip(*parts, strict=True)]


def marked(
    records: "Records", field: str, columns: Sequence[SheetColumn], cells: list[Cell]
) -> list[Cell]:
    """An x under «Phát hiện» or «Công nhận» means: at the date that the row, else the list, has.

    Where neither has one the row is refused: a stage without a date would count in no period.
    """
    if not any(isinstance(cell, str) and is_mark(cell) for cell in set(cells)):
        return cells
    own = _years_above(records, columns)
    others = [c for c in records.all_of("date", "year") if c not in columns]
    days = [records.column(column.number) for column in others]
    done = list(cells)
    for position, cell in enumerate(cells):
        if isinstance(cell, str) and is_mark(cell):
            said = [own[position], *(column[position] for column in days), _year(records, position)]
            done[position] = next(filter(filled, said), "")
            if done[position] == "":
                places = [c.number for c in columns if records.column(c.number)[position] == cell]
                records.tell(position, field, places[:1], "undated_mark", value=cell.strip())
    return done


def with_years(records: "Records", cells: list[Cell]) -> list[Cell]:
    """«19/5», «Đợt 02/9» below a title or section that names the year."""
    texts = {cell for cell in set(cells) if isinstance(cell, str)}
    plain: dict[Cell, Cell] = {text: _OF_A_ROUND.sub("", text) for text in texts}
    bare = {text for text, one in plain.items() if _NO_YEAR.fullmatch(str(one).strip())}
    done = [plain.get(cell, cell) for cell in cells]
    for position, cell in enumerate(cells if bare else ()):
        if cell in bare and (year := _year(records, position)):
            done[position] = f"{str(done[position]).strip()}/{year}"
    if bare and (year := records.table.titles.year):
        records.tell(None, None, (), "year_from_title", "info", year=year)
    return done


def _years_above(records: "Records", columns: Sequence[SheetColumn]) -> list[Cell]:
    """«Phát hiện > 2021 | 2022»: the year of the column that a row has its x in."""
    years: list[Cell] = records.empty()  # type: ignore[assignment]
    for column in columns:
        if column.mark and column.mark.isdecimal():
            cells = records.column(column.number)
            years = [
                column.mark if filled(cell) else year
                for year, cell in zip(years, cells, strict=True)
            ]
    return years


def _year(records: "Records", position: int) -> Cell:
    titles = records.table.titles
    return records.contexts[position].year or records.hints.year or titles.year


def several_years(
    records: "Records", columns: Sequence[SheetColumn], cells: list[Cell]
) -> list[Cell]:
    """«2021, 2022 và 2023»: the first year here, the others kept for a registration each.

    A span, «2021-2023», is read so too, and told: it may have been meant as a plan.
    """
    if records.register != "models":
        return cells  # which of them an honour is for nobody can tell: no year, and told
    done = list(cells)
    read = {cell: _years_in(cell) for cell in set(cells) if isinstance(cell, str)}
    for position, cell in enumerate(cells):
        years, spans = read.get(cell, ((), False)) if isinstance(cell, str) else ((), False)
        if len(years) > 1:
            done[position] = str(years[0])
            records.more_years[position] = years[1:]
        if spans:
            said = {"value": as_text(cell), "years": ", ".join(map(str, years))}
            places = [column.number for column in columns[:1]]
            records.tell(position, "year", places, "years_of_span", "warn", **said)
    return done


def _years_in(text: str) -> tuple[tuple[int, ...], bool]:
    """The years that a cell lists, and whether a span is among them; none where it is otherwise."""
    folded = fold(text).rstrip(" ,;.")
    years: dict[int, None] = {}
    spans, place = False, 0
    while place < len(folded):
        found = _NEXT.match(folded, place)
        if not found:
            return (), False
        first, last = int(found[1]), int(found[2] or found[1])
        if not 0 <= last - first < _MOST_YEARS or not (is_year(first) and is_year(last)):
            return (), False
        years |= dict.fromkeys(range(first, last + 1))
        spans, place = spans or last > first, found.end()
    return tuple(years), spans

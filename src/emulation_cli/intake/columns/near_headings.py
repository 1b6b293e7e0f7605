"""Headings that are nearly known ones: a slip of the hand is asked about, never guessed away."""

from collections.abc import Iterable, Iterator, Mapping

from emulation_cli.domain.text import clean
from emulation_cli.intake.columns.column_map import Header, SheetColumn
from emulation_cli.intake.columns.evidence import Weighed
from emulation_cli.intake.grid import Grid
from emulation_cli.intake.headings import synonyms
from emulation_cli.intake.headings.slips import nearest_concept
from emulation_cli.intake.model import Problem
from emulation_cli.sheets.workbook import Sheet, address, column_letters

_ROWS_LOOKED_AT = 60
_LONGEST = 60
_LEAST_FOUND = 2
_MOST_ASKED = 400
# What is said of a person, a model or a collective, and not of a sum over a unit.
_OF_RECORDS = frozenset(
    {"position", "position_unit", "birth_year", "birth_date", "leader", "address", "form", "title",
     "decision", "decision_number", "recognised", "summary", "discovered", "year", "field",
     "status"}
)  # fmt: skip


def of_weighed(name: str, header: Header, headings: Mapping[str, str]) -> Iterator[Problem]:
    """What the cells decided is told; what they only make likely is asked."""
    for column in header.columns[:_MOST_ASKED]:
        if column.unlike and column.concept is None:
            yield _no_cell(name, header.last, column, column.unlike)
        if column.weighed is None or synonyms.remembered(column.path[-1], headings) is not None:
            continue
        if column.concept is None and column.weighed.concept not in header.by_concept:
            yield _question(name, header.last, column, column.weighed)
        elif column.concept and not column.weighed.sure:
            yield _told("column_by", name, header.last, column, column.weighed)


def _no_cell(sheet: str, row: int, column: SheetColumn, concept: str) -> Problem:
    cell = address(row, column.number)
    values = {"cell": cell, "heading": clean(column.path[-1]), "concept": concept}
    return Problem(sheet, None, None, cell, "column_unlike", "warn", values)


def _question(sheet: str, row: int, column: SheetColumn, weighed: Weighed) -> Problem:
    return _told("near", sheet, row, column, weighed)


def _told(code: str, sheet: str, row: int, column: SheetColumn, weighed: Weighed) -> Problem:
    """The sentence says what most of the cells are, where that is what speaks for it."""
    cell = address(row, column.number)
    heading = clean(column.path[-1]) or column_letters(column.number)
    values: dict[str, object] = {"cell": cell, "heading": heading}
    values["concept"] = column.concept or weighed.concept
    if strongest := weighed.by_cells:
        values |= {"percent": round(100 * strongest.share), "sort": strongest.what}
    whole = f"{code}_{'cells' if strongest else 'heading'}"
    return Problem(sheet, None, None, cell, whole, "warn", values)


def of_sheet(sheet: Sheet, headings: Mapping[str, str]) -> list[Problem]:
    """What keeps a sheet from being a list: slips in its headings, or no column for the names."""
    grid = Grid.of(sheet)
    nameless: Problem | None = None
    best: list[Problem] = []
    most, room = 0, _MOST_ASKED
    for row in range(min(_ROWS_LOOKED_AT, len(sheet.rows))):
        texts = {c: clean(text) for c, text in grid.texts(row).items()}
        room -= len(texts)
        if room < 0:
            break  # each look costs a comparison with every heading that is known
        nameless = nameless or _nameless(sheet, row, texts.values())
        near = {c: nearest_concept(text) for c, text in texts.items() if len(text) <= _LONGEST}
        asked = {
            c: n for c, n in near.items() if n and synonyms.remembered(texts[c], headings) is None
        }
        known = sum(synonyms.concept_of(text) is not None for text in texts.values())
        if asked and len(asked) + known > max(most, _LEAST_FOUND - 1):
            most = len(asked) + known
            best = [_slip(sheet.name, row, c, texts[c], n) for c, n in asked.items()]
    return best or ([nameless] if nameless else [])


def _nameless(sheet: Sheet, row: int, texts: Iterable[str]) -> Problem | None:
    """A row that would head a list if one of its columns held names."""
    found = [synonyms.concept_of(text) for text in texts if len(text) <= _LONGEST]
    if found.count("stt") != 1 or len(_OF_RECORDS.intersection(found)) < _LEAST_FOUND:
        return None  # code lists stand side by side, each with its own numbers
    values = {"sheet": sheet.name, "header": row + 1}
    return Problem(sheet.name, None, None, None, "no_name_column", "warn", values)


def _slip(sheet: str, row: int, column: int, heading: str, concept: str) -> Problem:
    cell = address(row, column)
    values = {"cell": cell, "heading": clean(heading), "concept": concept}
    return Problem(sheet, None, None, cell, "near_heading", "warn", values)

"""Headings that are nearly known ones: a slip of the hand is asked about, never guessed away."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from emulation_cli.domain.text import clean, nearest
from emulation_cli.intake import synonyms
from emulation_cli.intake.grid import Grid
from emulation_cli.intake.headers import Header
from emulation_cli.intake.model import Problem
from emulation_cli.sheets.workbook import Sheet, address

_ROWS_LOOKED_AT = 60
_LONGEST = 60
_SHORTEST = 5  # «Học» is no «Họ»
_ALIKE = 87
_LEAST_FOUND = 2
_MOST_ASKED = 400
# What is said of a person, a model or a collective, and not of a sum over a unit.
_OF_RECORDS = frozenset(
    {"position", "position_unit", "birth_year", "birth_date", "leader", "address", "form", "title",
     "decision", "decision_number", "recognised", "summary", "discovered", "year", "field",
     "status"}
)  # fmt: skip


@lru_cache(maxsize=1024)
def nearest_concept(text: str) -> str | None:
    """What a heading would mean if it had a letter more, less, or another one."""
    key = synonyms.heading_key(text)
    if not _SHORTEST <= len(key) <= _LONGEST or synonyms.concept_of(text):
        return None
    known = synonyms.known_headings()
    found = nearest(key, known, limit=1, whole=True, least=_ALIKE)
    return known[found[0]] if found else None


def of_unused(name: str, header: Header, headings: Mapping[str, str]) -> Iterator[Problem]:
    """Questions about the columns of a list that are not used and have no like in it."""
    for column in header.columns[:_MOST_ASKED]:
        decided = synonyms.remembered(column.path[-1], headings) is not None
        if column.concept is None and not decided:
            concept = nearest_concept(column.path[-1])
            if concept and concept not in header.by_concept:
                yield _question(name, header.last, column.number, column.path[-1], concept)


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
            best = [_question(sheet.name, row, c, texts[c], n) for c, n in asked.items()]
    return best or ([nameless] if nameless else [])


def _nameless(sheet: Sheet, row: int, texts: Iterable[str]) -> Problem | None:
    """A row that would head a list if one of its columns held names."""
    found = [synonyms.concept_of(text) for text in texts if len(text) <= _LONGEST]
    if found.count("stt") != 1 or len(_OF_RECORDS.intersection(found)) < _LEAST_FOUND:
        return None  # code lists stand side by side, each with its own numbers
    values = {"sheet": sheet.name, "header": row + 1}
    return Problem(sheet.name, None, None, None, "no_name_column", "warn", values)


def _question(sheet: str, row: int, column: int, heading: str, concept: str) -> Problem:
    cell = address(row, column)
    values = {"cell": cell, "heading": clean(heading), "concept": concept}
    return Problem(sheet, None, None, cell, "near_heading", "warn", values)

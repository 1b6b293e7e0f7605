"""Headings that are nearly known ones: a slip of the hand is asked about, never guessed away."""

from collections.abc import Iterator, Mapping
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
    """Questions about the row that would be a header if its headings were written right."""
    grid = Grid.of(sheet)
    best: list[Problem] = []
    most, room = 0, _MOST_ASKED
    for row in range(min(_ROWS_LOOKED_AT, len(sheet.rows))):
        texts = {c: clean(text) for c, text in grid.texts(row).items()}
        room -= len(texts)
        if room < 0:
            break  # each look costs a comparison with every heading that is known
        near = {c: nearest_concept(text) for c, text in texts.items() if len(text) <= _LONGEST}
        asked = {
            c: n for c, n in near.items() if n and synonyms.remembered(texts[c], headings) is None
        }
        known = sum(synonyms.concept_of(text) is not None for text in texts.values())
        if asked and len(asked) + known > max(most, _LEAST_FOUND - 1):
            most = len(asked) + known
            best = [_question(sheet.name, row, c, texts[c], n) for c, n in asked.items()]
    return best


def _question(sheet: str, row: int, column: int, heading: str, concept: str) -> Problem:
    cell = address(row, column)
    values = {"cell": cell, "heading": clean(heading), "concept": concept}
    return Problem(sheet, None, None, cell, "near_heading", "warn", values)

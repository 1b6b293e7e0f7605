"""Codes whose meaning stands on another sheet of the book: «1 | Tập thể», «D01 | Xã Cẩm Duệ»."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from emulation_cli.domain.patterns import pattern
from emulation_cli.domain.text import clean, fold
from emulation_cli.intake.cells.cell_values import as_text
from emulation_cli.intake.columns.evidence import of_cells
from emulation_cli.intake.columns.profiles import Profile, Profiler
from emulation_cli.intake.grid import filled
from emulation_cli.intake.headings import synonyms
from emulation_cli.intake.model import Lookup, Problem
from emulation_cli.sheets.workbook import Cell, Sheet, column_letters

_CODE = pattern(r"[^\W_]{1,3}[\w.-]{0,6}")
_OF_CODES = pattern(r"^\s*m[ãa](?:\s+số)?\s+(?:của\s+)?(?=\w)", re.IGNORECASE)
_FEWEST, _MOST_ROWS, _HEADS, _WIDE = 2, 2_000, 60, 40
_NEARLY_ALL = 0.6

Meanings = Mapping[str, str]


class Codes(NamedTuple):
    """One block of a sheet: what each code means."""

    sheet: str
    meanings: Meanings


def codes_of(sheets: Sequence[Sheet]) -> list[Codes]:
    """The blocks of codes and meanings side by side; a book of one sheet has none."""
    if len(sheets) < _FEWEST:
        return []
    return [Codes(sheet.name, block) for sheet in sheets for block in _blocks(sheet)]


def _blocks(sheet: Sheet) -> Iterator[Meanings]:
    if len(sheet.rows) > _MOST_ROWS:
        return
    width = min(_WIDE, max(map(len, sheet.rows), default=0))
    for column in range(width - 1):
        found: dict[str, str] = {}
        for row in (*sheet.rows, ()):
            pair = [as_text(cell) for cell in row[column : column + 2]]
            code, meaning = pair if len(pair) == 2 else (None, None)
            fits = code and meaning and _CODE.fullmatch(code) and not _CODE.fullmatch(meaning)
            if fits and fold(str(code)) not in found:
                found[fold(str(code))] = str(meaning)
                continue
            if len(found) >= _FEWEST:
                yield found
            found = {fold(str(code)): str(meaning)} if fits else {}


def with_meanings(
    sheet: Sheet, codes: Sequence[Codes], lookup: Lookup
) -> tuple[Sheet, list[Problem]]:
    """The sheet with its codes replaced by what they mean, and a word for each such column."""
    others = [block for block in codes if block.sheet != sheet.name]
    if not others or len(sheet.rows) > 10 * _MOST_ROWS:
        return sheet, []
    profiler = Profiler(lookup)
    rows: list[Sequence[Cell]] = list(sheet.rows)
    told = []
    for head, column, heading in _headings(sheet):
        least = max(2, sum(map(filled, rows[head])) / 2)  # a signature is no code
        full = [r for r in rows[head + 1 :] if column < len(r) and sum(map(filled, r)) >= least]
        below = {as_text(row[column]) for row in full} - {None}
        if found := _best(heading, {str(text) for text in below}, others, profiler):
            rows = _replaced(rows, head, column, found.meanings)
            code = next(text for text in sorted(map(str, below)) if fold(text) in found.meanings)
            meaning = found.meanings[fold(code)]
            values = {"column": column_letters(column), "heading": clean(heading),
                      "other": found.sheet, "code": code, "meaning": meaning}  # fmt: skip
            told.append(Problem(sheet.name, None, None, None, "codes_read", "info", values))
    return (replace(sheet, rows=rows) if told else sheet), told


def _headings(sheet: Sheet) -> Iterator[tuple[int, int, str]]:
    """Headings of the first rows that say «Mã …»: the numbers of rows are codes of nothing."""
    for number, row in enumerate(sheet.rows[:_HEADS]):
        for column, cell in enumerate(row[:_WIDE]):
            if isinstance(cell, str) and _OF_CODES.match(cell) and sum(map(filled, row)) > 1:
                yield number, column, cell


def _concept(heading: str) -> str | None:
    return synonyms.concept_of(_OF_CODES.sub("", clean(heading)))


def _best(
    heading: str, texts: set[str], blocks: Sequence[Codes], profiler: Profiler
) -> Codes | None:
    """The block that explains nearly all codes of a column as what its heading says."""
    concept = _concept(heading)
    if concept is None or _speaks(concept, profiler.of(texts)) > 0:
        return None
    fitting = []
    for block in blocks:
        meanings = [block.meanings[fold(text)] for text in texts if fold(text) in block.meanings]
        score = _speaks(concept, profiler.of(meanings))
        if score > 0 and len(meanings) >= _NEARLY_ALL * len(texts):
            fitting.append((len(meanings), score, block))
    return max(fitting, key=lambda one: one[:2])[2] if fitting else None


def _speaks(concept: str, profile: Profile) -> float:
    return sum(one.share * one.weight for one in of_cells(concept, profile))


def _replaced(
    rows: Sequence[Sequence[Cell]], head: int, column: int, meanings: Meanings
) -> list[Sequence[Cell]]:
    done = list(rows)
    for number in range(head, len(rows)):
        row = rows[number]
        if column < len(row) and filled(row[column]):
            text = as_text(row[column]) or ""
            new = _OF_CODES.sub("", text) if number == head else meanings.get(fold(text), text)
            done[number] = [*row[:column], new, *row[column + 1 :]]
    return done

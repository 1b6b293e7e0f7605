"""Columns in TCVN3 or VNI turned into Unicode (INTAKE section 3).

The verdict is by column, never by cell: single words are ambiguous. A .Vn or VNI font settles a
cell that its content leaves open and never overrules a cell that is provably Unicode.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import NamedTuple

from emulation_cli.sheets.formats import legacy_encodings
from emulation_cli.sheets.workbook import Cell, Place, Sheet, address, column_letters

_FEWEST_CELLS = 3
_LEAST_SHARE = 0.3
_SAMPLE = 2_000


class Converted(NamedTuple):
    """A sheet in Unicode; `cells` are address, before, after; `unclear` columns need an answer."""

    sheet: Sheet
    cells: tuple[tuple[str, str, str], ...] = ()
    encodings: tuple[tuple[int, str], ...] = ()
    unclear: tuple[tuple[int, str], ...] = ()


def to_unicode(sheet: Sheet, encoding: str | None = None) -> Converted:
    """The sheet with its legacy columns converted; `encoding` is what the clerk said."""
    forced = encoding or sheet.encoding
    if forced == "Unicode":
        return Converted(sheet)
    votes = {column: _votes(sheet, column) for column in _suspects(sheet)}
    whole = sum(votes.values(), Counter())
    verdicts = {column: forced or _decide(count, whole) for column, count in votes.items()}
    chosen = {column: name for column, name in verdicts.items() if name}
    if not chosen:
        return Converted(sheet)
    unclear = () if forced else tuple(_unclear(sheet, votes, chosen))
    rows, cells = _convert(sheet, chosen)
    return Converted(replace(sheet, rows=rows), tuple(cells), tuple(chosen.items()), unclear)


def _suspects(sheet: Sheet) -> list[int]:
    """Columns with letters beyond ASCII that are not provably Unicode in most texts."""
    suspects = []
    # A list of a hundred thousand rows shows in some thousand of them what its columns are.
    sample = [*sheet.rows[:_SAMPLE], *sheet.rows[_SAMPLE :: max(1, len(sheet.rows) // _SAMPLE)]]
    for column, cells in enumerate(zip_longest(*sample)):
        foreign = [cell for cell in cells if type(cell) is str and not cell.isascii()]
        proven = sum(max(text) > "\u00ff" for text in foreign)
        if foreign and proven <= (1 - _LEAST_SHARE) * len(foreign):
            suspects.append(column)
    return suspects


def _votes(sheet: Sheet, column: int) -> Counter[str]:
    votes: Counter[str] = Counter()
    if not sheet.fonts:
        cells = Counter(row[column] for row in sheet.rows if len(row) > column)
        for cell, count in cells.items():
            if isinstance(cell, str) and not cell.isascii():
                votes[legacy_encodings.verdict(cell) or "undecided"] += count
        return votes
    for place, text in _texts(sheet, column):
        verdict = legacy_encodings.verdict(text) or "undecided"
        votes[verdict] += 1
        if verdict == "undecided" and (drawn := _font_encoding(sheet, place)):
            votes[f"font {drawn}"] += 1
    return votes


def _texts(sheet: Sheet, column: int) -> Iterator[tuple[Place, str]]:
    for number, row in enumerate(sheet.rows):
        cell = row[column] if column < len(row) else None
        if isinstance(cell, str) and not cell.isascii():
            yield (number, column), cell


def _font_encoding(sheet: Sheet, place: Place) -> str | None:
    font = sheet.fonts.get(place, "").lower()
    return "TCVN3" if font.startswith(".vn") else "VNI" if font.startswith("vni") else None


def _decide(votes: Counter[str], whole: Counter[str]) -> str | None:
    """A legacy encoding when three cells and a third of the column say so.

    A short column, such as that of a title, follows the rest of its sheet. A font speaks only
    where nothing in the column is provably Unicode: «Cá nhân» under .VnTime is no «Cỏ nhõn».
    """
    cells = (
        votes["Unicode"]
        + votes["undecided"]
        + sum(votes[name] for name in legacy_encodings.ENCODINGS)
    )
    for name in legacy_encodings.ENCODINGS:
        enough = whole[name] >= _FEWEST_CELLS or votes[f"font {name}"]
        if votes[name] and enough and votes[name] >= _LEAST_SHARE * cells:
            return name
        if votes[f"font {name}"] and whole[name] >= _FEWEST_CELLS and not votes["Unicode"]:
            return name
    return None


def _unclear(
    sheet: Sheet, votes: dict[int, Counter[str]], chosen: dict[int, str]
) -> Iterator[tuple[int, str]]:
    """Columns of a legacy sheet of which no cell says what they are."""
    for column, count in votes.items():
        if column not in chosen and set(count) == {"undecided"}:
            yield column, next(text for _place, text in _texts(sheet, column))


def _convert(
    sheet: Sheet, chosen: dict[int, str]
) -> tuple[list[Sequence[Cell]], list[tuple[str, str, str]]]:
    rows = list(sheet.rows)
    cells = []
    for column, encoding in chosen.items():
        fonts = any(place[1] == column for place in sheet.fonts)
        for place, text in _texts(sheet, column):
            if not _to_convert(sheet, place, text, fonts):
                continue
            after = convert(text, encoding, sheet.fonts.get(place, ""))
            row = rows[place[0]]
            rows[place[0]] = [*row[:column], after, *row[column + 1 :]]
            cells.append((address(*place), text, after))
    _draw_capitals(sheet, chosen, rows)
    return rows, cells


def _to_convert(sheet: Sheet, place: Place, text: str, fonts: bool) -> bool:
    verdict = legacy_encodings.verdict(text)
    if verdict is None and fonts:
        return place in sheet.fonts
    return verdict != "Unicode"


def _draw_capitals(sheet: Sheet, chosen: dict[int, str], rows: list[Sequence[Cell]]) -> None:
    """Plain ASCII under a font that draws capitals: «Lan» in .VnTimeH is LAN."""
    for (row, column), font in sheet.fonts.items():
        if column in chosen and font.endswith("H") and row < len(rows):
            cell = rows[row][column] if column < len(rows[row]) else None
            if isinstance(cell, str) and cell.isascii() and cell:
                rows[row] = [*rows[row][:column], cell.upper(), *rows[row][column + 1 :]]


def convert(text: str, encoding: str, font: str = "") -> str:
    """One text in Unicode, its letter case repaired (TCVN3 has no capitals with a tone)."""
    after = legacy_encodings.decode(text, encoding)
    if encoding != "TCVN3":
        return after
    plain = [letter for letter in text if letter.isascii() and letter.isalpha()]
    capitals = sum(map(str.isupper, plain))
    if font.endswith("H") or (capitals > 1 and capitals == len(plain)):
        return after.upper()
    words = after.split(" ")
    written = [word for word in words if word[:1].isascii() and word[:1].isalpha()]
    if written and all(word[0].isupper() for word in written):
        return " ".join(_capitalised(word) for word in words)
    return after


def _capitalised(word: str) -> str:
    return word if re.match(r"[\W\d]|[A-Za-z]", word[:1] or "-") else word[0].upper() + word[1:]


def columns_text(columns: Sequence[int]) -> str:
    """`(0, 3)` is «A, D»."""
    return ", ".join(map(column_letters, columns))

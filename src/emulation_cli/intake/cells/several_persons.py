"""Several persons in one cell: a record each, where every part is one by itself (law 5)."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from emulation_cli.domain import person_names
from emulation_cli.domain.patterns import pattern
from emulation_cli.intake.cells.cell_values import as_text
from emulation_cli.intake.cells.enumerations import listed
from emulation_cli.sheets.workbook import Cell

_STRONG = pattern(r"\s*[;\n]+\s*(?:[-–+*•]\s*)?|\s+(?=\d{1,2}[.)]\s*[^\W\d])")
# As lists without marks have it too. In capitals it may be a name as well: «Thào Và Chua».
_WORD = r"(?:và|va|&|cùng|cung)"
_WEAK = pattern(rf"\s*,\s*(?:{_WORD}\s+)?|\s+{_WORD}\s+|\s+[-–]\s+", re.IGNORECASE)
_AND = pattern(rf"\s{_WORD}\s|;")  # «Hà Văn Minh và tập thể …» are two
_BETWEEN = pattern(rf"\s(?:{_WORD}|[-–])\s")
_COUNTED = pattern(
    r"\b(?:v[àa]|c[ùu]ng)\s+\d+\s+(?:c[áa] nh[âa]n|t[ậa]p th[ểe]|h[ộo])\b", re.IGNORECASE
)
# Looked for one by one in small letters: over names a pattern of all of them takes twice as long.
_SIGNS = (";", "\n", ",", "&", " và ", " va ", " cùng ", " cung ", " - ", " – ", " b)")
_SECOND = pattern(r"\s2[.)/:]")
_LINES = pattern(r"[;\n]")
# Below a smaller body this may be the one that it is of: «Chi bộ thôn Nam ⏎ Đảng bộ xã Cẩm Hà».
_ABOVE = pattern(
    r"(?:đảng bộ|đảng ủy|đảng uỷ|ubnd|ủy ban|uỷ ban|hđnd|xã|phường|thị trấn|huyện|thôn|xóm|công ty"
    r"|văn phòng|phòng)\b",
    re.IGNORECASE,
)
_NUMBER = pattern(r"^\s*(?:\d{1,2}\s*[.)]|[-–+*•])\s*")
_PAIRS_OF_ONE = pattern(r"^(?:hộ|gia đình|vợ chồng|gia dinh|vo chong)\b", re.IGNORECASE)
_PLAIN_PAIR = pattern(r"[Hh]o (?:gia dinh|ong|ba|anh|chi)\b")  # «Ho Van An» is a person


class Parts(NamedTuple):
    """What one cell of names holds: the texts of persons, or that it cannot be told apart."""

    texts: tuple[str, ...]
    unclear: bool = False


class Persons(dict[Cell, Parts | None]):
    """The persons of each distinct cell; None for a cell that names one thing."""

    def __missing__(self, cell: Cell) -> Parts | None:
        found = None
        if isinstance(cell, str) and _may_hold(cell):
            items = listed(cell)
            found = Parts(tuple(items)) if len(items) > 1 else _parts(cell)
        self[cell] = found
        return found


def _may_hold(cell: str) -> bool:
    """Whether a cell has a sign that may stand between two names."""
    small = cell.lower()
    for sign in _SIGNS:
        if sign in small:
            return True
    return "2" in cell and bool(_SECOND.search(cell))


def _parts(cell: str) -> Parts | None:
    if _COUNTED.search(cell):
        return Parts((), unclear=True)
    if _PAIRS_OF_ONE.match(cell.strip()) or _PLAIN_PAIR.match(cell.strip()):
        return None  # «Hộ ông A và bà B» is one household
    text = _NUMBER.sub("", cell.strip())
    parts = [p for part in _STRONG.split(text) if (p := as_text(_NUMBER.sub("", part)))]
    if len(parts) < 2:
        parts = [p for part in _WEAK.split(text) if (p := as_text(part))]
    if len(parts) < 2:
        return None
    persons = [person_names.is_named_person(part) for part in parts]
    if all(persons):
        return Parts(tuple(parts))
    if _are_bodies(cell, parts):
        return Parts(tuple(parts))
    together = any(persons) and _are_joined(text, parts)
    return Parts((), unclear=True) if sum(persons) > 1 or together else None


def _are_joined(text: str, parts: Sequence[str]) -> bool:
    """Whether «và» stands between two; in capitals it may be of a name, but before no body."""
    capitals = _AND.search(text.lower()) and any(map(person_names.is_body, parts))
    return bool(_AND.search(text) or capitals)


def _are_bodies(cell: str, parts: Sequence[str]) -> bool:
    """«Tổ 1, Tổ 2», bodies of any sort in lines of their own.

    But «Đảng ủy, UBND xã» is one, and so is «Nhân dân và cán bộ thôn Nam».
    """
    bodies = all(person_names.is_body(part) and " " in part for part in parts)
    if not bodies or _BETWEEN.search(cell):
        return False
    alike = len({part.split()[0].casefold() for part in parts}) == 1
    apart = len([part for part in _LINES.split(cell) if part.strip()]) == len(parts)
    return alike or (apart and not any(map(_ABOVE.match, parts)))


def spread(row: Sequence[Cell], column: int, persons: Sequence[str]) -> list[list[Cell]]:
    """A row for each person; cells of as many lines as there are persons give each its own."""
    count = len(persons)
    lines = [listed(cell) or _lines(cell) for cell in row]
    rows = [
        [own[n] if len(own) == count else cell for cell, own in zip(row, lines, strict=True)]
        for n in range(count)
    ]
    for copy, person in zip(rows, persons, strict=True):
        copy[column] = person
    return rows


def _lines(cell: Cell) -> list[Cell]:
    return list(filter(None, map(str.strip, cell.splitlines()))) if isinstance(cell, str) else []

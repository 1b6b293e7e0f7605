"""The unit that a whole list is of: by the name of its sheet, or by its titles."""

import re
from collections.abc import Iterator
from dataclasses import replace

from emulation_cli.domain.offices.units import Unit
from emulation_cli.domain.patterns import pattern
from emulation_cli.intake.cells.unit_cells import OF_MANY, Places, is_small_body, is_within
from emulation_cli.intake.grid import filled
from emulation_cli.intake.model import Hints, Lookup
from emulation_cli.intake.rows.sections import LABEL
from emulation_cli.intake.sheet_tables import ListTable

# Lists whose rows belong to no unit, or each to its own.
_OF_NO_UNIT = ("units", "events", "decisions", "movements", "presenters", "publications")
_HEAD = pattern(
    r"^(?:phó\s+)?(?:chủ tịch|hiệu trưởng|giám đốc|trưởng|thủ trưởng)\s+", re.IGNORECASE
)
_SAYING_UNITS = frozenset({"unit", "unit_mark", "position_unit", "organiser", "parent"})
_APART = pattern(r" \| |\s+[-–]\s+")
_TIME = r"\s+(?:năm|nam|giai đoạn|nhiệm kỳ|quý|tháng|đợt|năm học)\s+"
_WHEN = pattern(rf"(?:{_TIME}[\dIVX].*|\s*,\s*\d{{4}})$", re.IGNORECASE)
# «GIẤY KHEN NĂM 2023 - XÃ CẨM MỸ»: the time may stand before the unit.
_WHEN_WITHIN = pattern(
    rf"{_TIME}(?:\d[\d/.]*|[IVX]+\b)(?:\s*[-–]\s*\d[\d/.]*)?\s*[-–,:;|]?", re.IGNORECASE
)


def with_unit(table: ListTable, hints: Hints, lookup: Lookup) -> tuple[ListTable, Hints]:
    """A sheet named by a commune, or headed by one, gives its unit where no column does."""
    found = _SAYING_UNITS & set(table.header.by_concept)
    if found == {"unit"} and _of_small_bodies(table, lookup):
        found = frozenset()
    contexts = table.sorted_rows.contexts
    sections = bool(contexts) and (contexts[0].unit or contexts[0].unknown_unit)
    if found or sections or hints.unit or table.register in _OF_NO_UNIT:
        return table, hints
    for code, unit, text in _found(table, Places(lookup.units)):
        if code == "unit_from_title" and unit.type in OF_MANY:
            continue  # a district heads the lists of all of its units
        table.sorted_rows.notes.append((code, {"unit": unit.name}))
        if is_within(text, unit):
            table.sorted_rows.notes.append(("titles_taken_as", {"value": text, "unit": unit.name}))
        return table, replace(hints, unit=unit)
    return table, hints


def _of_small_bodies(table: ListTable, lookup: Lookup) -> bool:
    """«Sinh hoạt tại chi bộ»: a column of parts of a unit, none of which the register knows."""
    column, places = table.header.by_concept["unit"][0].number, Places(lookup.units)
    rows = (table.rows[number] for number in table.sorted_rows.records)
    texts = {str(row[column]) for row in rows if column < len(row) and filled(row[column])}
    return bool(texts) and all(is_small_body(t) and not places.find(t) for t in texts)


def district_above(table: ListTable, places: Places) -> Unit | None:
    """The district whose list it is: of the rows, its own bodies alone are its."""
    units = (unit for _code, unit, _text in _found(table, places))
    return next((unit for unit in units if unit.type in OF_MANY), None)


def _found(table: ListTable, places: Places) -> Iterator[tuple[str, Unit, str]]:
    """The units that the name of the sheet, its titles, and the decision's body give, in turn.

    Each with where it stands, and the text that names it.
    """
    if isinstance(named := places.find(table.sheet.name), Unit):
        yield "unit_from_sheet", named, table.sheet.name
    # Of a letterhead the lower line is the sender, the upper one the body above it.
    for _row, text in reversed(table.heads):
        for part in map(_without_label, _APART.split(text)):
            unit = places.find(part)
            if unit is None and "quyết định" not in part.casefold():
                # «MÔ HÌNH … XÃ CẨM MỸ NĂM 2023», «NĂM 2022 CỦA CÁN BỘ XÃ CẨM MỸ»
                unit = places.at_the_end(_WHEN.sub("", part)) or places.at_the_end(
                    _WHEN_WITHIN.sub(" ", part)
                )
            if isinstance(unit, Unit):
                yield "unit_from_title", unit, part
    unit = places.find(_HEAD.sub("", table.titles.body or ""))
    if isinstance(unit, Unit):
        yield "unit_from_title", unit, ""


def _without_label(text: str) -> str:
    return LABEL.sub("", text)

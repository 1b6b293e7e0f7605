"""The unit that a whole list is of: by the name of its sheet, or by its titles."""

import re
from collections.abc import Iterator
from dataclasses import replace

from emulation_cli.domain.offices.units import Unit
from emulation_cli.domain.patterns import pattern
from emulation_cli.intake.cells.unit_cells import OF_MANY, Places
from emulation_cli.intake.model import Hints, Lookup
from emulation_cli.intake.rows.sections import LABEL
from emulation_cli.intake.sheet_tables import ListTable

_HEAD = pattern(
    r"^(?:phó\s+)?(?:chủ tịch|hiệu trưởng|giám đốc|trưởng|thủ trưởng)\s+", re.IGNORECASE
)
_APART = pattern(r" \| |\s+[-–]\s+")
_TIME = r"\s+(?:năm|nam|giai đoạn|nhiệm kỳ|quý|tháng|đợt|năm học)\s+"
_WHEN = pattern(rf"{_TIME}[\dIVX].*$", re.IGNORECASE)
# «GIẤY KHEN NĂM 2023 - XÃ CẨM MỸ»: the time may stand before the unit.
_WHEN_WITHIN = pattern(
    rf"{_TIME}(?:\d[\d/.]*|[IVX]+\b)(?:\s*[-–]\s*\d[\d/.]*)?\s*[-–,:;|]?", re.IGNORECASE
)


def with_unit(table: ListTable, hints: Hints, lookup: Lookup) -> tuple[ListTable, Hints]:
    """A sheet named by a commune, or headed by one, gives its unit where no column does."""
    found = set(table.header.by_concept) & {"unit", "position_unit", "organiser", "parent"}
    contexts = table.sorted_rows.contexts
    sections = bool(contexts) and (contexts[0].unit or contexts[0].unknown_unit)
    if (
        found
        or sections
        or hints.unit
        or table.register in ("units", "events", "decisions", "movements")
    ):
        return table, hints
    for code, unit in _found(table, Places(lookup.units)):
        if code == "unit_from_title" and unit.type in OF_MANY:
            continue  # a district heads the lists of all of its units
        table.sorted_rows.notes.append((code, {"unit": unit.name}))
        return table, replace(hints, unit=unit)
    return table, hints


def district_above(table: ListTable, places: Places) -> Unit | None:
    """The district whose list it is: of the rows, its own bodies alone are its."""
    return next((unit for _code, unit in _found(table, places) if unit.type in OF_MANY), None)


def _found(table: ListTable, places: Places) -> Iterator[tuple[str, Unit]]:
    """The units that the name of the sheet, its titles, and the decision's body give, in turn."""
    if isinstance(named := places.find(table.sheet.name), Unit):
        yield "unit_from_sheet", named
    # Of a letterhead the lower line is the sender, the upper one the body above it.
    for _row, text in reversed(table.heads):
        for part in map(_without_label, _APART.split(text)):
            unit = places.find(part)
            if unit is None and "quyết định" not in part.casefold():
                # «MÔ HÌNH … XÃ CẨM MỸ NĂM 2023», «NĂM 2022 CỦA CÁN BỘ XÃ CẨM MỸ»
                unit = places.at_the_end(_WHEN.sub("", part)) or places.at_the_end(
                    _WHEN_WITHIN.sub("", part)
                )
            if isinstance(unit, Unit):
                yield "unit_from_title", unit
    unit = places.find(_HEAD.sub("", table.titles.body or ""))
    if isinstance(unit, Unit):
        yield "unit_from_title", unit


def _without_label(text: str) -> str:
    return LABEL.sub("", text)

"""The unit that a whole list is of: by the name of its sheet, or by its titles."""

import re
from dataclasses import replace

from emulation_cli.domain.patterns import pattern
from emulation_cli.intake.cells.unit_cells import Ambiguous, Places
from emulation_cli.intake.model import Hints, Lookup
from emulation_cli.intake.rows.sections import LABEL
from emulation_cli.intake.sheet_tables import Table

_TIME = r"\s+(?:năm|giai đoạn|nhiệm kỳ|quý|tháng|đợt|năm học)\s+"
_WHEN = pattern(rf"{_TIME}[\dIVX].*$", re.IGNORECASE)
# «GIẤY KHEN NĂM 2023 - XÃ CẨM MỸ»: the time may stand before the unit.
_WHEN_WITHIN = pattern(
    rf"{_TIME}(?:\d[\d/.]*|[IVX]+\b)(?:\s*[-–]\s*\d[\d/.]*)?\s*[-–,:;|]?", re.IGNORECASE
)


def with_unit(table: Table, hints: Hints, lookup: Lookup) -> tuple[Table, Hints]:
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
    places = Places(lookup.units)
    sources = [("unit_from_sheet", table.sheet.name)]
    # Of a letterhead the lower line is the sender, the upper one the body above it.
    sources += [
        ("unit_from_title", LABEL.sub("", part))
        for _row, text in reversed(table.heads)
        for part in text.split(" | ")
    ]
    for code, text in sources:
        unit = places.find(text)
        if unit is None and code == "unit_from_title" and "quyết định" not in text.casefold():
            # «MÔ HÌNH … XÃ CẨM MỸ NĂM 2023»
            unit = places.at_the_end(_WHEN.sub("", text)) or places.at_the_end(
                _WHEN_WITHIN.sub("", text)
            )
        if isinstance(unit, Ambiguous):
            continue
        if unit:
            table.sorted_rows.notes.append((code, {"unit": unit.name}))
            return table, replace(hints, unit=unit)
    return table, hints

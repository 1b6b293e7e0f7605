"""What stands behind a name in its cell: «Trần Văn Bình, sinh năm 1960, Trưởng thôn 3, xã …»."""

import re
from functools import partial

from emulation_cli.domain import person_names
from emulation_cli.domain.patterns import pattern
from emulation_cli.intake.cells.cell_values import Memo, as_text
from emulation_cli.intake.cells.unit_cells import Places
from emulation_cli.intake.columns.column_map import SheetColumn
from emulation_cli.intake.records.record_rows import Records
from emulation_cli.sheets.workbook import Cell

_BEHIND = pattern(r"\s*[,;\n]\s*|\s+[-–]\s+")
_PARTED = pattern(r"\s*[,;\n]\s*")
_LAST = pattern(r"\s*[,;:(/|\n]\s*|\s+[-–]\s+")
_BIRTH = pattern(
    r"\(?(?:(?:sn|s\.n|năm sinh|sinh(?: ngày| năm)?)\s*:?\s*)?(?:\d{1,2}[/.-]){0,2}"
    r"((?:19|20)\d\d)\)?",
    re.IGNORECASE,
)


def apart(records: Records, cells: list[Cell], column: SheetColumn) -> list[Cell]:
    """Names alone; what stands behind the first comma or dash is kept as post and unit.

    «Cán bộ, giáo viên Trường Mầm non» is a name with a comma in it.
    """
    places = Places(records.lookup.units)
    done: list[Cell] = []
    behind: list[Cell] = []
    for cell in cells:
        first, _sign, rest = _BEHIND.sub("\0", str(cell).strip(), count=1).partition("\0")
        first, rest = as_text(first) or "", rest.replace("\n", ", ")
        is_name = person_names.is_person(person_names.take_apart(first).name) or places.find(rest)
        born, rest = _born(rest) if is_name else ("", "")
        done.append(f"{first}{born}" if is_name else cell)
        behind.append(rest)
    records.behind_names = column, behind
    return done


def units_behind(records: Records, cells: list[Cell]) -> tuple[list[Cell], list[object]] | None:
    """«Ngõ xanh - Xã Cẩm Hà», «Ngõ xanh (Xã Cẩm Hà)»: names, and the units behind most of them.

    None where a column, a section or the clerk says the units.
    """
    above = records.hints.unit or any(c.unit or c.unknown_unit for c in records.contexts)
    if above or records.of("unit", "position_unit", "subunit", "address"):
        return None
    memo = Memo(partial(_with_unit, Places(records.lookup.units)))
    found = [memo[cell] for cell in cells]
    pairs = [
        one if isinstance(one, tuple) else (cell, None)
        for one, cell in zip(found, cells, strict=True)
    ]
    if 2 * sum(unit is not None for _name, unit in pairs) <= len(pairs):
        return None
    return [name for name, _unit in pairs], [unit for _name, unit in pairs]


def _with_unit(places: Places, cell: Cell) -> object:
    text = as_text(cell) or ""
    for sign in _LAST.finditer(text):
        unit = places.find(text[sign.end() :].strip(" )."))
        if unit and text[: sign.start()].strip():
            return text[: sign.start()].strip(), unit
    return None


def _born(behind: str) -> tuple[str, str]:
    """The birth among what stands behind a name, as it would stand in brackets; and the rest."""
    parts = [part for part in _PARTED.split(behind) if part]
    births = [year[1] for part in parts if (year := _BIRTH.fullmatch(part))]
    rest = ", ".join(part for part in parts if not _BIRTH.fullmatch(part))
    return (f" ({births[0]})", rest) if len(births) == 1 else ("", behind)

"""The unit of a row where no cell says it: by its section, address, own name or letterhead."""

from emulation_cli.domain.catalogue.nouns import WITH_KIND
from emulation_cli.domain.offices.bodies import is_body_of
from emulation_cli.domain.offices.units import Unit
from emulation_cli.domain.times.partial_date import PartialDate
from emulation_cli.intake.cells.cell_values import Memo, Trouble
from emulation_cli.intake.cells.unit_cells import (
    Ambiguous,
    OneUnit,
    Places,
    PositionAndUnit,
    is_village,
    is_within,
    taken_as,
)
from emulation_cli.intake.columns.registers import OF_PERSONS
from emulation_cli.intake.records.record_rows import Records
from emulation_cli.intake.unit_of_sheet import district_above
from emulation_cli.sheets.workbook import address

# Rows of these stand under no unit, or under that of another record.
_OF_NO_UNIT = ("units", "decisions", "presenters", "publications")


def settle_units(records: Records) -> None:
    """Units from sections and hints where cells give none; unknown sections refuse their rows."""
    if records.register in _OF_NO_UNIT:
        return
    field = "organiser" if records.register in ("events", "movements") else "unit"
    units = records.values.get(field)
    for source in (_by_subunit, _by_address):
        units = source(records) if units is None else units
    units = _by_own_name(records, units)
    if units is None:
        if not records.hints.unit and not any(c.unit or c.unknown_unit for c in records.contexts):
            return
        units = records.empty()
    records.values[field] = [_unit(records, p, unit, field) for p, unit in enumerate(units)]


def _by_address(records: Records) -> list[object] | None:
    """Where no column says the unit, «Thôn Na Trung, xã Cẩm Duệ» under the address does.

    Else «Bí thư Đảng ủy xã Cẩm Duệ» under the position, where no section does either.
    """
    columns = records.of("address")
    if not columns and not any(c.unit or c.unknown_unit for c in records.contexts):
        columns = records.of("position")
    if not columns or records.register not in (*WITH_KIND, None):
        return None
    memo = Memo(PositionAndUnit(Places(records.lookup.units)))
    found = (memo[cell] for cell in records.cells(columns, "unit"))
    named = [outcome[1] if isinstance(outcome, tuple) else None for outcome in found]
    units = [None if isinstance(unit, Trouble) else unit for unit in named]
    if not any(units):
        return None
    heading = columns[0].path[-1]
    records.tell(None, "unit", (), "unit_from_address", "info", heading=heading)
    records.remember("unit", columns)
    return units


def _by_subunit(records: Records) -> list[object] | None:
    """«Khoa, phòng» where no other column says a unit, nor anything above the rows.

    Villages that are no units of the register leave the question to addresses and posts.
    """
    columns = records.of("subunit")
    above = records.hints.unit or any(c.unit or c.unknown_unit for c in records.contexts)
    if not columns or records.register not in (*WITH_KIND, None):
        return None
    hints, units, cells = records.hints, records.lookup.units, records.cells(columns, "unit")
    if above or is_village(columns[0].path[-1]):
        known = Memo(OneUnit(units))
        if not any(isinstance(known[cell], Unit) for cell in cells):
            return None  # the column is named among those of which nothing is kept
    places = Places(units, hints.new_units, above=hints.unit)
    records.remember("unit", columns)
    return records.convert(cells, Memo(places), "unit", columns)


def _by_own_name(records: Records, units: list[object] | None) -> list[object] | None:
    """«Trường Mầm non Cẩm Duệ», «Nhân dân xã Cẩm Hà»: a collective's name may name its unit.

    Only where neither the row nor a section does. A letterhead's unit gives way to one right
    below it: a district honours its communes, while a commune's list is of that commune.
    Of a district's list «Ban Thường vụ Huyện đoàn» is the district's.
    """
    if records.register not in OF_PERSONS:
        return units
    places, itself, above = Places(records.lookup.units), 0, records.hints.unit
    district = None if above else district_above(records.table, places)
    found = list(units or records.empty())
    for position, named in enumerate(records.named):
        context = records.contexts[position]
        said = found[position] or context.unit or context.unknown_unit
        kind = records.values["kind"][position]
        if said or named is None or kind not in ("collective", "unclassified"):
            continue
        whole = places.find(named.name)
        unit = whole or places.at_the_end(named.name)
        if unit is None and district and is_body_of(district.name, named.name):
            unit = district
        if above and not (isinstance(unit, Unit) and unit.parent_id == above.id):
            continue
        within = unit and (whole is None or is_within(named.name, whole))
        if within and position not in records.blocked:
            columns, told = records.columns.get(records.name_field, ()), taken_as(named.name, unit)
            records.tell(position, "unit", columns, told.code, told.severity, **told.values)
        itself += bool(whole) and not within
        found[position] = unit
    if itself:
        records.tell(None, None, (), "unit_from_name", "info", count=itself)
    return found if units is not None or any(found) else None


def _unit(records: Records, position: int, unit: object, field: str) -> object:
    context = records.contexts[position]
    if unit is None and context.unknown_unit and position not in records.blocked:
        row, text = context.unknown_unit
        trouble = Places(records.lookup.units, records.hints.new_units).not_found(text)
        values = trouble.values | {"cell": address(row, 0)}
        records.tell(position, field, (), trouble.code, trouble.severity, **values)
        return trouble.value
    if unit is None and context.within and position not in records.blocked:
        row, text = context.within
        told = taken_as(text, context.unit)
        values = told.values | {"cell": address(row, 0)}
        records.tell(position, field, (), told.code, told.severity, **values)
    unit = unit or context.unit or records.hints.unit
    if isinstance(unit, Ambiguous):
        found = unit.at(*_time_of(records, position))
        columns = records.columns.get(field, ())[:1]
        if isinstance(found, Trouble):
            records.tell(position, field, columns, found.code, found.severity, **found.values)
        return None if isinstance(found, Trouble) else found
    return unit


def _time_of(records: Records, position: int) -> tuple[str | None, str | None]:
    """When a row happened, first and last day: it tells the old unit of a name from the new."""
    for column in records.values.values():
        if isinstance(day := column[position], PartialDate):
            return day.first, day.last
    years = records.values.get("year")
    context = records.contexts[position]
    year = (years and years[position]) or context.year or records.hints.year
    year = year or records.table.titles.year
    return (f"{year}-01-01", f"{year}-12-31") if year else (None, None)

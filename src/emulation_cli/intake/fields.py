"""One field of a table: the cells of its columns, made ready for the converter of that field."""

from collections.abc import Sequence

from emulation_cli.domain.catalogue import BY_PLURAL
from emulation_cli.intake import dates, filling
from emulation_cli.intake.cells import as_text
from emulation_cli.intake.columns import Column
from emulation_cli.intake.numbers import scale_of
from emulation_cli.intake.records import Records
from emulation_cli.intake.registers import ListField
from emulation_cli.sheets.workbook import Cell


def read_field(records: Records, field: ListField) -> None:
    """Read a field from the columns of its concepts, if the table has them."""
    columns = records.of(*field.concepts)
    if not columns:
        return
    if columns[0].concept == "birth_male":
        columns += records.of("birth_female")
    cells = _cells(records, field, columns)
    scale = 1
    if field.reader == "amount":
        scale = scale_of(columns[0].heading, records.table.titles.texts)
    memo = records.readers.memo(field.reader, cells, scale)
    records.values[field.code] = records.convert(cells, memo, field.code, columns)
    if said := _field_said(records.register, field.code):
        texts = {cell: as_text(cell) or None for cell in set(cells)}
        records.values[said] = [texts[cell] for cell in cells]
    records.remember(field.code, columns)


def _field_said(register: str | None, code: str) -> str | None:
    """The field that keeps the text beside a code, if the register has one."""
    noun = BY_PLURAL.get(register or "")
    name = f"{code}_text"
    return name if noun and noun.field(name) else None


def _cells(records: Records, field: ListField, columns: Sequence[Column]) -> list[Cell]:
    cells = dates.in_parts(records, columns) or records.cells(columns, field.code)
    match field.reader:
        case "date":
            return dates.marked(records, columns, cells)
        case "year":
            return dates.several_years(records, columns, cells)
        case "unit" | "organiser":
            found, count = filling.fill_groups(cells)
            if count and records.hints.fill_units:
                records.tell(None, field.code, (), "unit_filled_down", "warn", count=count)
                return found
    return cells

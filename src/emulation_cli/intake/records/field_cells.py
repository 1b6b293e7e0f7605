"""One field of a table: the cells of its columns, made ready for the converter of that field."""

from collections.abc import Sequence

from emulation_cli.domain.catalogue.nouns import BY_PLURAL
from emulation_cli.intake.cells import inherited_cells
from emulation_cli.intake.cells.cell_values import Memo, Trouble, as_text
from emulation_cli.intake.cells.headed_values import in_full
from emulation_cli.intake.cells.joint_texts import form_and_money
from emulation_cli.intake.cells.numbers import scale_of
from emulation_cli.intake.columns.column_map import SheetColumn
from emulation_cli.intake.columns.registers import ListField
from emulation_cli.intake.grid import filled
from emulation_cli.intake.records import date_columns
from emulation_cli.intake.records.record_rows import Records
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
    keep_texts(records, field.code, cells, memo)
    records.remember(field.code, columns)


def keep_texts(records: Records, code: str, cells: list[Cell], memo: Memo) -> None:
    """Keep what was written for the values of a field, if the register has a place for it.

    Where the list has a column for it, an empty cell means that it is not known, and a text of
    another meaning than the value beside it is that of before a correction.
    """
    noun = BY_PLURAL.get(records.register or "")
    said = f"{code}_text"
    if not noun or not noun.field("form_text" if code == "title" else said):
        return
    texts = {cell: as_text(cell) or None for cell in set(cells)}
    found: list[object] = [texts[cell] for cell in cells]
    if columns := records.of(said):
        records.remember(said, columns)
        beside = [as_text(cell) or None for cell in records.cells(columns, said)]
        found = [
            own
            if text and own and memo[cell] != own and _is_other(memo[text], memo[cell])
            else text
            for own, text, cell in zip(found, beside, cells, strict=True)
        ]
    records.values[said] = found


def keep_written(records: Records, code: str, texts: list[object]) -> None:
    """Keep the headings that gave values, «Giấy khen LĐLĐ huyện», as the text of a cell is."""
    said = "form_text" if code == "title" else f"{code}_text"
    noun = BY_PLURAL.get(records.register or "")
    if noun and noun.field(said) and any(texts):
        records.values.setdefault(said, texts)


def _is_other(meant: object, value: object) -> bool:
    """Whether a text surely means another value; of namesakes among units either may be meant."""
    if meant is None or isinstance(meant, Trouble):
        return False
    return getattr(meant, "name", meant) != getattr(value, "name", value)


def _starts(records: Records) -> list[bool]:
    """Which rows have a number, in a list that numbers its groups; none where it has no numbers."""
    numbers = records.of("stt")
    return [filled(cell) for cell in records.column(numbers[0].number)] if numbers else []


def _cells(records: Records, field: ListField, columns: Sequence[SheetColumn]) -> list[Cell]:
    cells = date_columns.in_parts(records, columns) or records.cells(columns, field.code)
    if field.reader == "date":
        cells = date_columns.with_years(records, cells)
    match field.reader:
        case "date":
            return date_columns.marked(records, field.code, columns, cells)
        case "year":
            return date_columns.several_years(records, columns, cells)
        case "form":
            if not records.of("amount"):
                cells = [form_and_money(c)[0] if isinstance(c, str) else c for c in cells]
            return [in_full(columns[0].heading, cell) for cell in cells]
        case "unit" | "organiser":
            found, count = inherited_cells.fill_groups(cells, _starts(records))
            if count and records.hints.fill_units:
                records.tell(None, field.code, (), "unit_filled_down", "warn", count=count)
                return found
    return cells

"""What is odd about a table as it stands: hidden parts, a shifted header, broken cells."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from emulation_cli.domain.text import clean
from emulation_cli.intake.cells.encodings import columns_text
from emulation_cli.intake.columns.registers import NAME_FIELD, NAMELESS
from emulation_cli.intake.grid import filled
from emulation_cli.sheets.workbook import column_letters

if TYPE_CHECKING:
    from emulation_cli.intake.model import Severity
    from emulation_cli.intake.records.record_rows import Records
    from emulation_cli.sheets.workbook import Cell

_MOST_ROWS_SHOWN = 12


# What is told of columns whose headings are values, by the field and whether names stand below.
_OF_VALUES: Mapping[tuple[str, bool], tuple["Severity", str]] = {
    ("unit", False): ("warn", "columns_of_units"),
    ("unit", True): ("warn", "columns_of_units"),
    ("field", True): ("warn", "columns_of_fields"),
    ("form", False): ("warn", "columns_of_forms"),
    ("form", True): ("info", "form_from_heading"),
    ("status", True): ("info", "columns_of_states"),
    ("kind", True): ("info", "columns_of_states"),
    ("year", True): ("info", "columns_of_states"),
    ("order", True): ("info", "columns_of_states"),
    ("recognised", True): ("info", "columns_of_states"),
}


def tell(records: "Records") -> None:
    """Tell it all of one table."""
    _tell_table(records)
    _tell_broken_cells(records)


def _tell_table(records: "Records") -> None:
    table, header = records.table, records.table.header
    for code, values in table.sorted_rows.notes:
        severity: Severity = "warn" if code == "titles_taken_as" else "info"
        records.tell(None, None, (), code, severity, **values)
    if given := header.of_values:
        field = str(given[0].gives and given[0].gives[0])
        if field not in records.columns:
            records.remember(field, given)
        columns = columns_text([column.number for column in given])
        severity, code = _OF_VALUES[field, bool(set(given) & set(header.names))]
        records.tell(None, field, (), code, severity, columns=columns)
    if not records.rows:
        records.tell(None, None, (), "no_rows", "info", sheet=table.sheet.name)
    _tell_hidden(records)
    if personal := header.by_concept.get("personal"):
        columns = columns_text([c.number for c in personal])
        records.tell(None, None, (), "personal_column", "info", columns=columns)
    _tell_shift(records)


def _tell_hidden(records: "Records") -> None:
    """Rows, and columns that a field is read from, which the sender does not see."""
    sheet = records.table.sheet
    hidden = [row + 1 for row in records.rows if row in sheet.hidden_rows]
    if hidden:
        shown = ", ".join(map(str, hidden[:_MOST_ROWS_SHOWN])) + (
            "…" if len(hidden) > _MOST_ROWS_SHOWN else ""
        )
        records.tell(None, None, (), "hidden_rows", "warn", count=len(hidden), rows=shown)
    read = {column for columns in records.columns.values() for column in columns}
    unseen = [c for c in records.table.header.columns if c.number in read & sheet.hidden_columns]
    if unseen and records.rows:
        shown = ", ".join(f"{column_letters(c.number)} «{c.path[-1]}»" for c in unseen)
        records.tell(None, None, (), "hidden_columns", "warn", count=len(unseen), columns=shown)


def _tell_shift(records: "Records") -> None:
    """Numbers where names should be: the header stands one column off its data."""
    columns = records.columns.get(NAME_FIELD.get(records.register or "", "name"), ())
    cells = list(filter(filled, records.column(columns[0]))) if columns else []
    numbers = sum(isinstance(cell, float | int) for cell in cells)
    if records.register not in NAMELESS and numbers > 1 and numbers > 0.6 * len(cells):
        column = next(c for c in records.table.header.columns if c.number == columns[0])
        records.tell(None, None, (), "shifted_header", heading=clean(column.path[-1]))


def _tell_broken_cells(records: "Records") -> None:
    """Excel errors, formulas without a result and struck out cells of record rows."""
    sheet = records.table.sheet
    if not sheet.errors and not sheet.uncomputed and not sheet.struck:
        return
    fields = {column: field for field, columns in records.columns.items() for column in columns}
    for position, row in enumerate(records.rows):
        for column, field in fields.items():
            if (row, column) in sheet.errors:
                records.tell(
                    position, field, [column], "error_cell", value=sheet.errors[row, column]
                )
            elif (row, column) in sheet.uncomputed and not filled(
                cell_of(records, position, column)
            ):
                records.tell(position, field, [column], "uncomputed_formula")
            elif (row, column) in sheet.struck and filled(
                cell := cell_of(records, position, column)
            ):
                records.tell(position, field, [column], "struck_cell", value=cell)


def cell_of(records: "Records", position: int, column: int) -> "Cell":
    """The cell of a record in a column; None behind the end of its row."""
    row = records.source[position]
    return row[column] if column < len(row) else None

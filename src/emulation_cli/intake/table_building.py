"""The whole way of one table from its rows to values, in the order that fields need each other."""

from collections.abc import Sequence

from emulation_cli.domain.catalogue.nouns import WITH_KIND
from emulation_cli.intake.columns.registers import FIELDS, NAMELESS
from emulation_cli.intake.model import Hints, Lookup, Problem
from emulation_cli.intake.records import (
    disciplines,
    joint_cells,
    outcomes,
    persons,
    proposed_rows,
    record_units,
)
from emulation_cli.intake.records.field_cells import read_field
from emulation_cli.intake.records.genders import read_genders
from emulation_cli.intake.records.record_rows import Records
from emulation_cli.intake.sheet_tables import ListTable
from emulation_cli.sheets.workbook import address

# A list of people whose register is not clear is read as if it were one of exemplars.
_GENERIC = "exemplars"


def build(table: ListTable, hints: Hints, lookup: Lookup) -> Records:
    """Read every field that the table's columns, its sections, its titles or the hints give."""
    left = outcomes.leave_out(table)
    records = Records(table, hints, lookup)
    _tell_outcomes(records, left)
    _tell_odd_rows(records)
    by_name: list[str | None] = []
    if records.register not in NAMELESS:
        by_name = persons.read_names(records)
    for field in FIELDS[records.register or _GENERIC]:
        read_field(records, field)
    joint_cells.read_positions(records)
    joint_cells.read_days_and_places(records)
    joint_cells.read_money_of_forms(records)
    joint_cells.read_decisions(records)
    joint_cells.read_marks(records)
    joint_cells.settle_sections(records)
    disciplines.read_disciplines(records)
    read_genders(records)
    if records.register in WITH_KIND or records.register is None:
        persons.settle_kinds(records, by_name)
    elif records.register not in NAMELESS:
        names: list[object] = [named and named.text for named in records.named]
        records.values = {records.name_field: names} | records.values
    record_units.settle_units(records)
    if outcomes.is_of_proposals(table) and records.rows:
        proposed_rows.settle(records, {one.row: one.text for one in left})
    return records


def _tell_outcomes(records: Records, left: Sequence[outcomes.LeftOut]) -> None:
    """Rows that did not pass are named; those of which nobody knows are refused."""
    unclear = {one.row: one for one in left if one.unclear}
    kept = set(records.rows)
    for row, column, text, _open in left:
        if row not in kept:
            where = address(row, column)
            values = {"row": row + 1, "cell": where, "text": text}
            place = (records.table.sheet.name, row + 1, None, where)
            records.problems.append(Problem(*place, "not_passed", "warn", values))
    for position, row in enumerate(records.rows if unclear else ()):
        if one := unclear.get(row):
            records.tell(position, None, [one.column], "outcome_unclear", text=one.text)


def _tell_odd_rows(records: Records) -> None:
    """Names that cannot be told apart or stand alone, and rows that go on with the one above."""
    found, name, columns = records.table.sorted_rows, records.name_field, records.table.names[:1]
    for position in records.unclear:
        records.tell(position, name, columns, "several_names")
    for position, row in enumerate(records.rows if found.lone or found.continues else ()):
        if row in found.lone:
            records.tell(position, name, columns, "name_alone")
        if (above := found.continues.get(row)) is not None:
            records.tell(position, None, (), "continued_row", "warn", of_row=above + 1)

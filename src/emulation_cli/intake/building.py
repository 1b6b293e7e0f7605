"""The whole way of one table from its rows to values, in the order that fields need each other."""

from collections.abc import Iterable

from emulation_cli.domain.catalogue import WITH_KIND
from emulation_cli.intake import joint, outcomes, persons, proposed
from emulation_cli.intake.fields import read_field
from emulation_cli.intake.model import Hints, Lookup, Problem
from emulation_cli.intake.records import Records
from emulation_cli.intake.registers import FIELDS
from emulation_cli.intake.tables import Table
from emulation_cli.sheets.workbook import address

# A list of people whose register is not clear is read as if it were one of exemplars.
_GENERIC = "exemplars"


def build(table: Table, hints: Hints, lookup: Lookup) -> Records:
    """Read every field that the table's columns, its sections, its titles or the hints give."""
    left = outcomes.leave_out(table)
    records = Records(table, hints, lookup)
    _tell_left_out(records, left)
    by_name: list[str | None] = []
    for position in records.unclear:
        records.tell(position, records.name_field, table.names[:1], "several_names")
    for position, row in enumerate(records.rows if table.sorted_rows.lone else ()):
        if row in table.sorted_rows.lone:
            records.tell(position, records.name_field, table.names[:1], "name_alone")
    if records.register != "decisions":
        by_name = persons.read_names(records)
    for field in FIELDS[records.register or _GENERIC]:
        read_field(records, field)
    joint.read_positions(records)
    joint.read_days_and_places(records)
    joint.read_decisions(records)
    joint.read_marks(records)
    joint.settle_sections(records)
    persons.read_genders(records)
    if records.register in WITH_KIND or records.register is None:
        persons.settle_kinds(records, by_name)
    elif records.register != "decisions":
        names: list[object] = [named and named.text for named in records.named]
        records.values = {"name": names} | records.values
    joint.settle_units(records)
    if outcomes.is_of_proposals(table) and records.rows:
        proposed.settle(records, {row: text for row, _column, text in left})
    return records


def _tell_left_out(records: Records, left: Iterable[outcomes.LeftOut]) -> None:
    """Name the rows that did not pass and are no records."""
    name, kept = records.table.sheet.name, set(records.rows)
    for row, column, text in left:
        if row not in kept:
            where = address(row, column)
            values = {"row": row + 1, "cell": where, "text": text}
            problem = Problem(name, row + 1, None, where, "not_passed", "warn", values)
            records.problems.append(problem)

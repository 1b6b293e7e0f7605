"""Rows of a run whose unit or term was not there at their date: told, never decided."""

from collections.abc import Sequence

from emulation_cli.register.out_of_time import out_of_time, told
from emulation_cli.register.store import Register
from emulation_cli.taking_in.likely import ListTaken
from emulation_cli.taking_in.taken import Finding

_COLUMNS = {"outside_life": "unit", "outside_law": "form"}


def warn_of_times(register: Register, lists: Sequence[ListTaken]) -> None:
    """Note beside each record added that it is dated outside the life of its unit or term."""
    for one in lists:
        added = one.taken.added
        if not added:
            continue
        for found in out_of_time(register.connection, one.taken.noun, (min(added), max(added))):
            values: dict[str, object] = {**told(found)}
            column = _COLUMNS[found.finding]
            row = one.row_of(found.record)
            finding = Finding(one.sheet.name, row, column, found.finding, "warn", values)
            one.taken.findings.append(finding)

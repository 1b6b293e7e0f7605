"""Lists that `emul` itself wrote: their ids say what they are of; some columns are worked out."""

import re
from collections.abc import Sequence
from dataclasses import replace

from emulation_cli.domain.catalogue.refs import NOUN_OF
from emulation_cli.intake.columns.column_map import Header, SheetColumn
from emulation_cli.intake.columns.registers import FIELDS
from emulation_cli.sheets.workbook import Cell

OWN_ID, WORKED_OUT = "own_id", "worked_out"
# What stands in a list of models under these headings is the model today, no registration.
_OF_TODAY = ("status", "renewal", "honour_status", "recognised", "year")
# The nouns whose lists are taken in, and as what: a proposal is an honour not yet awarded.
READ_AS = {**{noun: noun for noun in FIELDS}, "proposals": "honours"}


def register_of_ids(header: Header, rows: Sequence[Sequence[Cell]]) -> str | None:
    """The register that the ids of a list are of; None without ids of what is taken in."""
    for column in header.by_concept.get(OWN_ID, ()):
        cells = (row[column.number] for row in rows[header.last + 1 :] if column.number < len(row))
        first = next((str(cell).strip() for cell in cells if cell not in (None, "")), "")
        if re.fullmatch(r"[A-Z][0-9]{1,15}", first):
            return READ_AS.get(NOUN_OF.get(first[0], ""))
    return None


def without_worked_out(header: Header, register: str | None) -> Header:
    """The header of a list of models without what their registrations and milestones come to."""
    if register != "models" or WORKED_OUT not in header.by_concept:
        return header
    columns = tuple(
        replace(column, concept=WORKED_OUT) if column.concept in _OF_TODAY else column
        for column in header.columns
    )
    by_concept: dict[str, tuple[SheetColumn, ...]] = {
        name: found for name, found in header.by_concept.items() if name not in _OF_TODAY
    }
    by_concept[WORKED_OUT] = tuple(c for c in columns if c.concept == WORKED_OUT)
    return replace(header, columns=columns, by_concept=by_concept)

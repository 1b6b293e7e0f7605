"""Lists as parts of longer ones: lists that differ by one value only are read in one pass."""

from dataclasses import replace
from typing import NamedTuple

from emulation_cli.domain.units import Unit
from emulation_cli.tallies.breakdowns import Code
from emulation_cli.tallies.choosing import ListRequest
from emulation_cli.tallies.dimensions import DIMENSIONS, follows_unit
from emulation_cli.tallies.steps import STEPS
from emulation_cli.tallies.succession import UNASSIGNED

Value = tuple[str, Code]
# What the columns of a table divide its lines by; every other dimension makes the lines.
_COLUMNS = ("kind", "of", "status")


class Cut(NamedTuple):
    """A list as a part of a `whole`: the rows that have the value `line`, and of them `column`.

    Each is the name of a dimension and the value that `listings.listing_by` gives for it.
    """

    whole: ListRequest
    line: Value | None = None
    column: Value | None = None


def cut(rows: ListRequest, unit: Unit | None) -> Cut:
    """The whole that a list is cut out of; `unit` is the unit that the whole is of."""
    filters = list(rows.filters)
    column = filters.pop() if filters and filters[-1][0] in _COLUMNS else None
    line: Value | None = None
    if rows.unassigned:
        line = ("unit", UNASSIGNED)
    elif rows.alone and rows.unit:
        line = ("unit", rows.unit.id)
    elif filters and _is_dimension(rows, filters[-1][0]):
        line = filters.pop()
    whole = replace(rows, unit=unit, alone=False, unassigned=False, filters=tuple(filters))
    return Cut(whole, line, column)


def _is_dimension(rows: ListRequest, name: str) -> bool:
    """The level of a model is none: a model may have been recognised at several.

    Nor is a step that some have reached: it makes no lines.
    """
    noun = "registrations" if rows.registrations else rows.noun
    if name in STEPS.get(noun, ()):
        return False
    return name in DIMENSIONS[noun] or follows_unit(noun, name)

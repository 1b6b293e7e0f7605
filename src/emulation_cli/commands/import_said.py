"""What an import changes, or would have to, in the words of the screen: labels, not codes."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from emulation_cli.commands.output import labels_of
from emulation_cli.register.nouns import number_of
from emulation_cli.register.store import Register
from emulation_cli.register.taken import Taken
from emulation_cli.render.labels import cell_text

_DIFFERING = ("differs_from_register", "rows_differ")
_UNITS = ("unit", "parent")


def say_values(register: Register, lists: Iterable[Taken]) -> None:
    """Old and new values of every list as a person reads them; a unit by its name."""
    for taken in lists:
        taken.changes = [
            one._replace(
                old=_said(register, taken.noun, one.column, one.old),
                new=_said(register, taken.noun, one.column, one.new),
            )
            for one in taken.changes
        ]
        for place, finding in enumerate(taken.findings):
            if finding.code in _DIFFERING:
                said = {
                    name: _said(register, taken.noun, finding.column, finding.values[name]) or "–"
                    for name in ("old", "new")
                }
                taken.findings[place] = replace(finding, values={**finding.values, **said})


def _said(register: Register, noun: str, column: str, value: Any) -> Any:
    if value is None or isinstance(value, tuple):
        return value
    column = column.removesuffix("_id")
    if column in _UNITS:
        return register.unit(number_of(str(value)) or 0).name
    return cell_text(noun, column, value, labels_of(register))

"""Proposals: kept beside the honour that says who is proposed for what, whatever becomes of it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from emulation_cli.domain.catalogue.nouns import BY_PLURAL
from emulation_cli.domain.catalogue.refs import Ref
from emulation_cli.domain.errors import Usage
from emulation_cli.register.store import Register

Values = Mapping[str, Any]

_NOUN = BY_PLURAL["proposals"]
OF_HONOUR = frozenset(field.name for field in _NOUN.fields if field.part_of == "honour")
# Of whom a proposal has no row yet, with the day that it has so far.
_UNKEPT = """
SELECT id, date FROM honours WHERE id = ? AND status = 'proposed'
AND NOT EXISTS (SELECT 1 FROM proposal WHERE honour_id = honours.id)
"""
_DAY = """
SELECT ifnull((SELECT date FROM decision WHERE id = ?),
              (SELECT date FROM event WHERE id = ?)) AS day
"""


def fate_of(register: Register, honour: int) -> Values | None:
    """The number, day and outcome of the proposal of an honour; None where none is kept."""
    return register.row("SELECT id, date, outcome FROM proposal WHERE honour_id = ?", (honour,))


def day_of_papers(register: Register, decision: int | None, event: int | None) -> str | None:
    """The day of a decision, else that of a conference, as far as it is known."""
    row = register.row(_DAY, (decision, event))
    return row["day"] if row else None


def keep_proposal(register: Register, honour: int) -> int | None:
    """Record that an honour is a proposal, on its day, inside an open change; its number if new."""
    found = register.row(_UNKEPT, (honour,))
    if found is None:
        return None
    return register.insert("proposal", {"honour_id": honour, "date": found["date"]})


def parted(values: Values) -> tuple[dict[str, Any], dict[str, Any]]:
    """What a proposal says of its honour, and what of itself; raises Usage for an award.

    An award is recorded of the honour, with its decision.
    """
    if values.get("outcome") == "awarded":
        raise Usage("domain.award_by_decision")
    of_honour = {
        name: value
        for name, value in values.items()
        if name in OF_HONOUR or name.removesuffix("_text") in OF_HONOUR
    }
    own = {name: value for name, value in values.items() if name not in of_honour}
    return of_honour, own


def proposed_honour(register: Register, number: int) -> Ref:
    """The honour that a proposal is of."""
    row = register.row("SELECT honour_id FROM proposal WHERE id = ?", (number,))
    return Ref("honours", row["honour_id"] if row else 0)


def withdraw(register: Register, honour: int, reason: str) -> None:
    """With a proposal goes what was only proposed by it; what was awarded stays."""
    sql = "SELECT 1 FROM honour WHERE id = ? AND status = 'proposed' AND cancelled_on IS NULL"
    if register.row(sql, (honour,)):
        values = {"cancelled_on": date.today().isoformat(), "cancelled_reason": reason}
        register.update("honour", honour, values)

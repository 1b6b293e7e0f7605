"""Writing in a dossier: proposals are put into it, its decision makes honours of them."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from emulation_cli.domain.awards import order_of_recipient
from emulation_cli.domain.catalogue.nouns import BY_PLURAL
from emulation_cli.domain.catalogue.refs import Ref
from emulation_cli.domain.errors import Refused
from emulation_cli.register.recording.new_records import insert
from emulation_cli.register.store import Register

_KINDS = {"collective": "collectives", "individual": "individuals", "household": "households"}
_TO_AWARD = """
SELECT honour.id, honour.recipient, honour.kind, honour.level, honour.body FROM proposal
JOIN honour ON honour.id = proposal.honour_id
WHERE proposal.dossier_id = ? AND proposal.outcome = 'passed' AND honour.status = 'proposed'
AND proposal.cancelled_on IS NULL AND honour.cancelled_on IS NULL ORDER BY proposal.id
"""
_OPEN = """
SELECT count(*) AS n FROM proposals
WHERE dossier_id = ? AND outcome = 'open' AND cancelled_on IS NULL
"""


class DecisionMade(NamedTuple):
    """What a decision made: its id, how many honours, the first and last number in the book."""

    decision: str
    honours: int
    first: str
    last: str


def put_in(register: Register, dossier: int, proposals: Iterable[int]) -> int:
    """Put proposals into a dossier, as one change; how many were not in it."""
    moved = 0
    with register.change() as change:
        for number in proposals:
            row = register.row("SELECT dossier_id FROM proposal WHERE id = ?", (number,))
            if row and row["dossier_id"] != dossier:
                register.update("proposal", number, {"dossier_id": dossier})
                moved += 1
        change.keep = moved > 0
    return moved


def decide(
    register: Register, dossier: Mapping[str, Any], decision: Mapping[str, Any], first: int | None
) -> DecisionMade:
    """Record the decision of a dossier: what passed is awarded, with a number in the book.

    `dossier` is its row, `decision` the values of the decision. Raises Refused where it has been
    decided, where nothing passed, or where something was not reviewed.
    """
    named = {"id": str(Ref("dossiers", dossier["id"]))}
    if dossier["decision_id"]:
        raise Refused("domain.dossier_decided", **named)
    waiting = register.row(_OPEN, (dossier["id"],))
    if waiting and waiting["n"]:
        raise Refused("domain.dossier_open", count=waiting["n"], **named)
    found = register.rows(_TO_AWARD, (dossier["id"],))
    rows = sorted(found, key=lambda row: order_of_recipient(row["kind"], row["recipient"]))
    if not rows:
        raise Refused("domain.dossier_empty", **named)
    with register.change():
        stated = {
            f"stated_{plural}": sum(row["kind"] == kind for row in rows)
            for kind, plural in _KINDS.items()
        }
        of_movement = {"movement": Ref("movements", dossier["movement_id"])}
        of_movement = of_movement if dossier["movement_id"] else {}
        made = insert(register, BY_PLURAL["decisions"], {**stated, **of_movement, **decision})
        number = Ref.parse(made.id).number
        said = {"decision_id": number, "event_id": dossier["event_id"]}
        register.update("dossier", dossier["id"], said)
        start = first or _next_in_book(register)
        for place, row in enumerate(rows):
            _award(register, row["id"], number, dossier["event_id"])
            certificate = {"honour_id": row["id"], "number": f"{start + place:02}"}
            register.insert("certificate", certificate)
    return DecisionMade(made.id, len(rows), f"{start:02}", f"{start + len(rows) - 1:02}")


def _award(register: Register, honour: int, decision: int, event: int | None) -> None:
    values: dict[str, Any] = {"status": "awarded", "decision_id": decision}
    if event:
        values["event_id"] = event
    register.update("honour", honour, values)


def _next_in_book(register: Register) -> int:
    """The number after the highest that the book has."""
    numbers = [row["number"] for row in register.rows("SELECT number FROM certificate")]
    return max((int(n) for n in numbers if re.fullmatch(r"[0-9]{1,9}", n)), default=0) + 1

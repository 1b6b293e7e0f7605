"""An award and its proposal meet, whichever list comes first: one honour, which keeps both days."""

from collections.abc import Mapping
from typing import Any

from emulation_cli.domain.catalogue.refs import Ref
from emulation_cli.register.awarding.kept_proposals import day_of_papers, fate_of
from emulation_cli.register.recording.matching import (
    Known,
    may_be,
    open_proposal,
    open_proposals,
)
from emulation_cli.register.store import Register
from emulation_cli.taking_in.preparer import RowRefused

Row = Mapping[str, Any]

_LATEST = 1  # years: what was proposed long before is decided by another round
_FAILED = ("not_passed", "returned")
# What lists of results say of a proposal.
_RESULT = {"outcome", "votes_for"}


def waiting_proposals(register: Register, alike: list[Row], wanted: Row) -> list[Row]:
    """The proposals that a row of a decision or a conference may award, among honours alike it."""
    day = _day_of(register, wanted)
    if wanted.get("status") not in (None, "awarded") or day is None:
        return []
    found = open_proposals(alike, {**wanted, "date": day, "status": "proposed"})
    return [
        one for one in found if _soon(one.get("date"), day) and not _failed(register, one["id"])
    ]


def _failed(register: Register, honour: int) -> bool:
    fate = fate_of(register, honour)
    return fate is not None and fate["outcome"] in _FAILED


def known_award(register: Register, alike: list[Row], wanted: Row) -> Row | None:
    """The award that a row of its decision is: what was proposed still has the day of that."""
    if wanted.get("decision_id") is None or wanted.get("date") is not None:
        return None
    same = [one for one in alike if one.get("decision_id") == wanted["decision_id"]]
    found = open_proposal(same, {**wanted, "date": None, "status": "awarded"})
    row = fate_of(register, found["id"]) if found else None
    return found if found and row and row["date"] == found.get("date") else None


def award_of_proposal(register: Register, alike: list[Row], wanted: Row) -> Row | None:
    """The one award that a proposal had led to, of which it is told after it."""
    proposed = wanted.get("date")
    if wanted.get("status") != "proposed" or not proposed:
        return None
    later = [
        one
        for one in alike
        if (day := _day_of(register, one)) and proposed <= day and _soon(proposed, day)
    ]
    found = open_proposal(later, {**wanted, "date": None, "status": "awarded"})
    known = fate_of(register, found["id"]) if found else None
    return found if known is None or may_be(known["date"], proposed) else None


def reviewed_proposal(
    register: Register, known: Known, values: Row, wanted: dict[str, Any]
) -> Row | None:
    """The proposal that a row of results is of; the day of the list is not the proposal's.

    Where several may be meant, none is guessed and a further one would be false: RowRefused.
    """
    if wanted.get("status") != "proposed" or not _RESULT & set(values):
        return None
    state = "awarded" if values.get("outcome") == "awarded" else "proposed"
    found = open_proposals(known.alike(wanted), {**wanted, "status": state})
    if len(found) > 1 and (day := values.get("proposed_on")):
        found = [one for one in found if one.get("date") == day.iso]
    if len(found) > 1:
        fates = [fate_of(register, one["id"]) for one in found]
        ids = ", ".join(str(Ref("proposals", fate["id"])) for fate in fates if fate)
        raise RowRefused("recipient", "several_reviewed", ids=ids)
    if not found:
        return None
    wanted.pop("date", None)
    wanted.pop("status")
    return found[0]


def _day_of(register: Register, honour: Row) -> str | None:
    """The day of the decision or the conference of an honour, as far as it is known."""
    papers = (honour.get("decision_id"), honour.get("event_id"))
    return None if papers == (None, None) else day_of_papers(register, *papers)


def _soon(proposed: str | None, day: str) -> bool:
    return proposed is None or int(day[:4]) - int(proposed[:4]) <= _LATEST

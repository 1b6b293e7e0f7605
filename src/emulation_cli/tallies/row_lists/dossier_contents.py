"""A dossier as its papers need it: who is proposed for what, the meeting, the decision."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from emulation_cli.register.store import Register

_MEMBERS = """
SELECT r.*, honour.status AS state, certificate.number AS book_number,
       (SELECT group_concat(told, '; ') FROM (
          SELECT DISTINCT ifnull(label.label_vi, other.form_text)
                 || ifnull(' năm ' || substr(other.date, 1, 4), '') AS told
          FROM honours AS other
          LEFT JOIN term AS label ON label.vocabulary IN ('form', 'title')
               AND label.code = ifnull(other.form, other.title)
          WHERE other.subject = r.subject AND other.id <> r.honour_id
          AND other.status = 'awarded' ORDER BY other.date)) AS earlier
FROM proposals AS r
JOIN honour ON honour.id = r.honour_id
LEFT JOIN certificate ON certificate.honour_id = r.honour_id
WHERE r.dossier_id = ? AND r.cancelled_on IS NULL ORDER BY r.id
"""
# The law of the day of the papers; what belongs to no system holds for all.
_BASES = """
SELECT label_vi, label_en, ifnull(system, 'state') AS system FROM term
WHERE vocabulary = 'legal_basis' AND retired_on IS NULL AND ifnull(valid_from, '') <= :day
AND ifnull(valid_to, '9999') >= :day ORDER BY position, id
"""
# Decisions that lists brought are known by what they awarded.
_DECISIONS = """
SELECT * FROM decisions WHERE id IN (SELECT r.decision_id FROM proposals AS r
  WHERE r.dossier_id = :dossier AND r.outcome = 'awarded' AND r.cancelled_on IS NULL) ORDER BY id
"""
_PRESENTERS = (
    "SELECT name, position, recipients FROM presenter WHERE event_id = ?"
    " AND cancelled_on IS NULL ORDER BY place_in_order IS NULL, place_in_order, id"
)


@dataclass(frozen=True)
class DossierFacts:
    """A dossier: its row, its proposals, its decision and conference, who hands over there.

    Of several `decisions` there is no `decision` of all: each has facts of its own.
    """

    dossier: Mapping[str, Any]
    members: tuple[Mapping[str, Any], ...]
    decision: Mapping[str, Any] | None
    event: Mapping[str, Any] | None
    presenters: tuple[Mapping[str, Any], ...]
    laws: tuple[Mapping[str, Any], ...]
    decisions: tuple[Mapping[str, Any], ...] = ()

    def of_each_decision(self) -> "Iterator[DossierFacts]":
        """The same of what each decision awarded, and of what passed and waits for another one."""
        if len(self.decisions) < 2:
            yield self
            return
        for one in (*self.decisions, None):
            number = one and one["id"]
            own = [m for m in self.passed if _deciding(m) == number]
            if own:
                yield replace(self, decision=one, members=tuple(own), decisions=())

    def bases(self, form: str, language: str) -> Iterator[str]:
        """What papers in the form of the State or the Party have regard to."""
        for law in self.laws:
            if law["system"] == form:
                yield law[f"label_{language}"]

    @property
    def upheld(self) -> tuple[Mapping[str, Any], ...]:
        """What goes up: without what did not pass or was returned."""
        failed = ("not_passed", "returned")
        return tuple(one for one in self.members if one["outcome"] not in failed)

    @property
    def passed(self) -> tuple[Mapping[str, Any], ...]:
        """What the meeting agreed to, awarded or not yet."""
        return tuple(one for one in self.members if one["outcome"] in ("passed", "awarded"))


def dossier_facts(register: Register, number: int) -> DossierFacts:
    """All that the papers of a dossier say, read in one moment."""
    with register.moment():
        [dossier] = register.rows("SELECT * FROM dossiers WHERE id = ?", (number,))
        event = dossier["event_id"]
        decisions = tuple(register.rows(_DECISIONS, {"dossier": number}))
        own = "SELECT * FROM decisions WHERE id = ?"
        decision = register.row(own, (dossier["decision_id"],))
        if len(decisions) == 1 and not decision:
            [decision] = decisions
        return DossierFacts(
            dossier,
            tuple(register.rows(_MEMBERS, (number,))),
            decision,
            register.row("SELECT * FROM events WHERE id = ?", (event,)),
            tuple(register.rows(_PRESENTERS, (event,))),
            tuple(register.rows(_BASES, {"day": _day(dossier, decision)})),
            decisions,
        )


def _deciding(member: Mapping[str, Any]) -> int | None:
    """The decision that awarded a proposal; none while it waits."""
    number: int | None = member["decision_id"] if member["outcome"] == "awarded" else None
    return number


def _day(dossier: Mapping[str, Any], decision: Mapping[str, Any] | None) -> str:
    """The last day that the papers are known to be of; today where none is."""
    days = (decision and decision["last_day"], dossier["meeting_date"], dossier["last_day"])
    return next(filter(None, days), date.today().isoformat())

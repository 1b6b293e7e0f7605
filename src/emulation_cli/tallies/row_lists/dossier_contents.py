"""A dossier as its papers need it: who is proposed for what, the meeting, the decision."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
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
# A decision that a list brought is known by what it awarded; none where there are several.
_DECISION = """
SELECT * FROM decisions WHERE id = ifnull(?, (
  SELECT CASE WHEN count(DISTINCT honour.decision_id) = 1 THEN max(honour.decision_id) END
  FROM proposal JOIN honour ON honour.id = proposal.honour_id AND honour.status = 'awarded'
  WHERE proposal.dossier_id = ? AND proposal.cancelled_on IS NULL))
"""
_PRESENTERS = (
    "SELECT name, position, recipients FROM presenter WHERE event_id = ?"
    " AND cancelled_on IS NULL ORDER BY place_in_order IS NULL, place_in_order, id"
)


@dataclass(frozen=True)
class DossierFacts:
    """A dossier: its row, its proposals, its decision and conference, who hands over there."""

    dossier: Mapping[str, Any]
    members: tuple[Mapping[str, Any], ...]
    decision: Mapping[str, Any] | None
    event: Mapping[str, Any] | None
    presenters: tuple[Mapping[str, Any], ...]
    laws: tuple[Mapping[str, Any], ...]

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
        decision = register.row(_DECISION, (dossier["decision_id"], number))
        return DossierFacts(
            dossier,
            tuple(register.rows(_MEMBERS, (number,))),
            decision,
            register.row("SELECT * FROM events WHERE id = ?", (event,)),
            tuple(register.rows(_PRESENTERS, (event,))),
            tuple(register.rows(_BASES, {"day": _day(dossier, decision)})),
        )


def _day(dossier: Mapping[str, Any], decision: Mapping[str, Any] | None) -> str:
    """The last day that the papers are known to be of; today where none is."""
    days = (decision and decision["last_day"], dossier["meeting_date"], dossier["last_day"])
    return next(filter(None, days), date.today().isoformat())

"""Decisions: what their text states against what is listed (DOMAIN section 3, rule 9)."""

KINDS = {"collectives": "collective", "individuals": "individual", "households": "household"}
# Of whom it is not known, no number is stated; they may be what is missing of the others.
UNKNOWN = "unclassified"
# A log and an annex may each have recorded the decision: one states, the other lists.
_RECORDS = (
    "SELECT r.id UNION ALL SELECT record_id FROM subject_record"
    " WHERE noun = 'D' AND subject = 'D' || r.id"
)


def listed(kind: str) -> str:
    """How many awarded honours of a kind a decision `r` has, as SQL; a proposal fills no place."""
    return (
        "(SELECT count(*) FROM honour AS h LEFT JOIN subject_record AS who"
        " ON who.noun = 'H' AND who.record_id = h.id"
        f" WHERE h.decision_id IN ({_RECORDS}) AND ifnull(who.kind, h.kind) = '{kind}'"
        " AND h.status = 'awarded' AND h.cancelled_on IS NULL AND ifnull(who.turn, 0) = 0)"
    )


def stated(plural: str) -> str:
    """The number that the text of a decision `r` states, as SQL."""
    name = f"stated_{plural}"
    others = (
        f"SELECT max(d.{name}) FROM subject_record AS o JOIN decision AS d ON d.id = o.record_id"
        " WHERE o.noun = 'D' AND o.subject = 'D' || r.id AND d.cancelled_on IS NULL"
    )
    return f"ifnull(r.{name}, ({others}))"


# A number that is not stated cannot differ.
DIFFERING = (
    "(" + " OR ".join(f"{stated(plural)} <> {listed(kind)}" for plural, kind in KINDS.items()) + ")"
)

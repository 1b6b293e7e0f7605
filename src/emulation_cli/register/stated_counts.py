"""Decisions: what their text states against what is listed (DOMAIN section 3, rule 9)."""

KINDS = {"collectives": "collective", "individuals": "individual", "households": "household"}


def listed(kind: str) -> str:
    """How many awarded honours of a kind a decision `r` has, as SQL; a proposal fills no place."""
    return (
        f"(SELECT count(*) FROM honour WHERE decision_id = r.id AND kind = '{kind}'"
        " AND status = 'awarded' AND cancelled_on IS NULL)"
    )


# A number that is not stated cannot differ.
DIFFERING = (
    "("
    + " OR ".join(f"r.stated_{plural} <> {listed(kind)}" for plural, kind in KINDS.items())
    + ")"
)

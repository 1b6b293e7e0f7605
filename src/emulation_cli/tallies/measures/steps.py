"""How far a record came, and who a person is: what the funnel and the shares of a report ask.

SQL over a row `r` of a view; a step is 1 where it was reached within the period, else 0.
"""

from collections.abc import Mapping
from functools import cache

from emulation_cli.domain.honorifics import GENDERED
from emulation_cli.tallies.measures.counted_subjects import Look, any_has, honoured, records
from emulation_cli.tallies.measures.counting import PLACED

# Without a period whatever was reached counts, also what has no date.
_ANY_TIME = ":first = '0000-01-01' AND :last = '9999-12-31' AND :cut_off = '9999-12-31'"
_WITHIN = f"({PLACED.format(t='s.')} OR {_ANY_TIME})"
_HONOURED = f"s.status = 'awarded' AND {_WITHIN}"


def _milestones(look: Look, noun: str, record: str, *names: str) -> dict[str, str]:
    table, key = f"{noun}_milestone", f"{noun}_id"
    # «+»: the few milestones of the record are looked through, not all of that name.
    return {
        name: any_has(look, table, key, record, f"+s.milestone = '{name}' AND {_WITHIN}")
        for name in names
    }


def _of_model(look: Look, record: str) -> Mapping[str, str]:
    # The highest of the levels that recognised it; without a period also of those undated.
    highest = (
        "(SELECT s.level FROM model_milestone AS s JOIN term AS t"
        " ON t.vocabulary = 'level' AND t.code = s.level"
        f" WHERE (s.model_id = {record} OR r.turn IS NOT NULL AND s.model_id IN"
        f" ({records('models')})) AND +s.milestone = 'recognised' AND {_WITHIN}"
        " ORDER BY t.position DESC, t.code LIMIT 1)"
    )
    return {
        **_milestones(look, "model", record, "recognised", "replicated"),
        "honoured": honoured(look, _HONOURED),
        "highest_level": highest,
    }


@cache
def steps(look: Look) -> Mapping[str, Mapping[str, str]]:
    """The steps of the records of each noun."""
    return {
        "exemplars": {
            **_milestones(look, "exemplar", "r.id", "discovered", "fostered", "multiplied"),
            "honoured": honoured(look, _HONOURED),
        },
        "models": _of_model(look, "r.id"),
        "registrations": _of_model(look, "r.model_id"),
    }


# Of an honour `r`: its recipient's gender, by the register of exemplars, else by the honorific.
BY_HONORIFIC = "CASE {} END".format(
    " ".join(f"WHEN r.honorific IN {forms} THEN '{gender}'" for gender, forms in GENDERED.items())
)


# A recipient is known by what the honour says, else by the exemplar it belongs to, `person`.
OF_RECIPIENT = {
    "gender": f"ifnull(r.gender, {BY_HONORIFIC})",
    "works_directly": "ifnull(r.works_directly, person.works_directly)",
    "leads": "ifnull(r.leads, person.leads)",
}

"""How far a record came, and who a person is: what the funnel and the shares of a report ask.

SQL over a row `r` of a view; a step is 1 where it was reached within the period, else 0.
"""

from collections.abc import Mapping

from emulation_cli.tallies.breakdowns import Cell
from emulation_cli.tallies.counting import PLACED, having
from emulation_cli.tallies.figures import FUNNELS, SHARES

# Without a period whatever was reached counts, also what has no date.
_ANY_TIME = ":first = '0000-01-01' AND :last = '9999-12-31' AND :cut_off = '9999-12-31'"
_WITHIN = f"{PLACED.format(t='s.')} OR {_ANY_TIME}"


def _step(table: str, key: str, record: str, also: str) -> str:
    return having(table, key, record, f"{also} AND ({_WITHIN})")


def _milestones(noun: str, record: str, *names: str) -> dict[str, str]:
    table, key = f"{noun}_milestone", f"{noun}_id"
    # «+»: the few milestones of the record are looked through, not all of that name.
    return {name: _step(table, key, record, f"+s.milestone = '{name}'") for name in names}


def _of_model(record: str) -> Mapping[str, str]:
    # The highest of the levels that recognised it; without a period also of those undated.
    highest = (
        "(SELECT s.level FROM model_milestone AS s JOIN term AS t"
        " ON t.vocabulary = 'level' AND t.code = s.level"
        f" WHERE s.model_id = {record} AND +s.milestone = 'recognised' AND ({_WITHIN})"
        " ORDER BY t.position DESC, t.code LIMIT 1)"
    )
    return {
        **_milestones("model", record, "recognised", "replicated"),
        "honoured": _step("honours", "model_id", record, "s.status = 'awarded'"),
        "highest_level": highest,
    }


STEPS: Mapping[str, Mapping[str, str]] = {
    "exemplars": {
        **_milestones("exemplar", "r.id", "discovered", "fostered", "multiplied"),
        "honoured": _step("honours", "exemplar_id", "r.id", "s.status = 'awarded'"),
    },
    "models": _of_model("r.id"),
    "registrations": _of_model("r.model_id"),
}


def _forms(*words: str) -> tuple[str, ...]:
    """The words however written, for SQLite knows no capitals of Vietnamese."""
    forms = ((word, word.capitalize(), word.title(), word.upper()) for word in words)
    return tuple(sorted({form for each in forms for form in each}))


# A list says who is a woman by «Bà» as well as in a column of its own.
HONORIFICS = {
    "female": _forms("bà", "chị", "cô", "cô giáo", "mrs", "ms"),
    "male": _forms("ông", "anh", "chú", "mr"),
}

# Of an honour `r`: its recipient's gender, by the register of exemplars, else by the honorific.
BY_HONORIFIC = "CASE {} END".format(
    " ".join(f"WHEN r.honorific IN {forms} THEN '{gender}'" for gender, forms in HONORIFICS.items())
)


def _of_person(column: str) -> str:
    return f"(SELECT {column} FROM exemplar WHERE id = r.exemplar_id)"


OF_RECIPIENT = {
    "gender": f"ifnull({_of_person('gender')}, {BY_HONORIFIC})",
    "works_directly": _of_person("works_directly"),
    "leads": _of_person("leads"),
}

# What a share asks of a person: true, false, or not known.
_ASKED = {"female": "gender = 'female'", "works_directly": "works_directly", "leads": "leads"}
# How many individuals say yes and no, as the columns female_yes, female_no …
SHARES_ASKED = ", ".join(
    f"sum(kind = 'individual' AND {told}{_ASKED[name]}) AS {name}_{answer}"
    for name in SHARES
    for answer, told in (("yes", ""), ("no", "NOT "))
)


def shares(found: Cell, individuals: int) -> dict[str, dict[str, int]]:
    """Of the individuals: yes, no and not known, which is not no (DOMAIN section 3, rule 5).

    `found` has the columns of SHARES_ASKED; none where there is nobody.
    """
    answers = ((found.get(f"{name}_{told}") or 0 for told in ("yes", "no")) for name in SHARES)
    return {name: _share(individuals, *told) for name, told in zip(SHARES, answers, strict=True)}


def _share(individuals: int, yes: int, no: int) -> dict[str, int]:
    return {
        "individuals": individuals, "yes": yes, "no": no, "unknown": individuals - yes - no,
    }  # fmt: skip


def funnel(noun: str, **steps: str) -> str:
    """The steps of a funnel as sums, each over the records that came by the first step.

    `steps` is the SQL of a step; of which there is none is a column. The first of models is that
    they count at all.
    """
    start, *further = FUNNELS[noun]
    first = start if noun == "exemplars" else "1"
    sums = (f"sum({first} AND {steps.get(name, name)}) AS {name}" for name in further)
    return ", ".join((f"sum({first}) AS {start}", *sums))

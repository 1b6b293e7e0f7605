"""What records are sorted by: the columns that a list filters and a tally breaks down by.

One table for both, so that every cell of a tally opens to exactly its rows.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any

from emulation_cli.domain.errors import Usage
from emulation_cli.domain.text import fold
from emulation_cli.register.store import Register
from emulation_cli.tallies.measures.answering_units import UnitMap
from emulation_cli.tallies.measures.counted_subjects import Look, each, of_all
from emulation_cli.tallies.measures.counting import ACHIEVEMENT, PLACED
from emulation_cli.tallies.measures.steps import OF_RECIPIENT, steps

# An exemplar stands under the year of its first milestone in the period, or, where one milestone
# is asked for, of that one.
_FIRST_YEAR = (
    "(SELECT CAST(substr(min(m.date), 1, 4) AS INTEGER) FROM exemplar_milestone AS m"
    f" WHERE {{own}} AND {PLACED.format(t='m.')}"
    " AND (:milestone IS NULL OR m.milestone = :milestone))"
)
_YEAR = "CAST(substr(r.date, 1, 4) AS INTEGER)"
_OF = (
    "CASE WHEN r.exemplar_id IS NOT NULL THEN 'exemplars'"
    " WHEN r.model_id IS NOT NULL THEN 'models' ELSE 'other' END"
)


# However it is written: «Chủ tịch UBND huyện», «Ủy ban nhân dân huyện».
_ISSUER = {"body": "CASE WHEN r.body IS NOT NULL THEN issuer(r.body) END"}
_DECISION_CANCELLED = (
    "(SELECT d.cancelled_on IS NOT NULL FROM decision AS d WHERE d.id = r.decision_id)"
)


def _own(*names: str) -> dict[str, str]:
    return {name: f"r.{name}" for name in names}


# SQL over a row `r` of the view of each noun. A unit's type and group follow from the unit.
_PLAIN: Mapping[str, Mapping[str, str]] = {
    "exemplars": {
        **_own("kind", "field"),
        "year": of_all("exemplars", "m.exemplar_id", _FIRST_YEAR),
        **_own("gender", "works_directly", "leads", "movement", "movement_id"),
        "grown": "r.model_id IS NOT NULL",
    },
    "models": _own("kind", "field", "movement", "movement_id"),
    "registrations": _own("kind", "field", "year", "status"),
    "events": {
        **_own("type"),
        "year": _YEAR,
        **_own("movement", "movement_id"),
        "event_id": "r.id",
    },
    "figures": {**_own("section"), "year": _YEAR.replace("date", "first_day")},
    "decisions": {
        **_own("level"),
        **_ISSUER,
        **_own("system", "category", "movement"),
        "year": _YEAR,
    },
    "movements": {"year": _YEAR, "movement_id": "r.id"},
    "presenters": {"year": _YEAR, **_own("event_id")},
    "publications": {**_own("type"), "year": _YEAR, **_own("exemplar_id")},
    "targets": _own("measure", "year"),
    "dossiers": {"year": _YEAR, **_own("level", "movement", "movement_id")},
    "proposals": {
        **_own("form", "title", "category", "kind", "outcome", "act"),
        "year": _YEAR,
        "passed": "r.outcome IN ('passed', 'awarded')",
        "awarded": "r.outcome = 'awarded'",
        **_own("movement", "movement_id", "dossier_id", "decision_id", "event_id"),
    },
    "honours": {
        **_own("act", "form", "title", "class", "years", "category", "level"),
        **_ISSUER,
        **_own("system", "kind"),
        "year": _YEAR,
        **_own("achievement_year"),
        **_own("movement", "movement_id", "event_id", "decision_id", "exemplar_id", "model_id"),
        "amount_known": "r.amount IS NOT NULL",
        "decision_cancelled": _DECISION_CANCELLED,
        "of": _OF,
        "event": "'E' || r.event_id",
        "decision": "'D' || r.decision_id",
        **OF_RECIPIENT,
    },
    "units": _own("type", "unit_group"),
}
_PERSON = "LEFT JOIN exemplar AS person ON person.id = r.exemplar_id"


@cache
def dimensions(look: Look = each) -> Mapping[str, Mapping[str, str]]:
    """Every dimension of each noun; `look` is how rows of other tables are looked for."""
    found = {noun: {**plain, **steps(look).get(noun, {})} for noun, plain in _PLAIN.items()}
    found["exemplars"]["year"] = of_all("exemplars", "m.exemplar_id", _FIRST_YEAR, look)
    return found


_BY_ACHIEVEMENT = "(SELECT *, CAST(achievement_year AS TEXT) AS achievement_date FROM honours)"


def source(noun: str, basis: str | None = None) -> str:
    """The rows `r` of a noun, joined with what its dimensions speak of."""
    if noun != "honours":
        return f"{noun} AS r"
    return f"{_BY_ACHIEVEMENT if basis == ACHIEVEMENT else noun} AS r {_PERSON}"


def is_step(noun: str, name: str) -> bool:
    """Whether a dimension tells how far a record came."""
    return name in steps(each).get(noun, ())


OF_UNIT = ("unit", "unit_type", "unit_group")
# A model's year and status are those of a registration: what is counted then are model-years.
OF_REGISTRATIONS = ("year", "status")


def column(noun: str, name: str, look: Look = each) -> str:
    """The SQL of a column that records are filtered by; every other one is the view's own."""
    return dimensions(look)[noun].get(name, f"r.{name}")


def follows_unit(noun: str, name: str) -> bool:
    """Whether a dimension of a record is that of the unit that it stands under."""
    return name in OF_UNIT and noun != "units"


def counted_noun(noun: str, by: tuple[str, ...]) -> str:
    """What is counted: model-years instead of models where that is what `by` asks."""
    of_years = noun == "models" and any(name in OF_REGISTRATIONS for name in by)
    return "registrations" if of_years else noun


def known(noun: str) -> tuple[str, ...]:
    """What records of a noun can be broken down by."""
    names = dict.fromkeys(name for name in dimensions().get(noun, ()) if not name.endswith("_id"))
    if noun == "models":
        names |= dict.fromkeys(OF_REGISTRATIONS)
    of_unit = () if noun in ("decisions", "units", "imports") else OF_UNIT
    return (*of_unit, *names)


# What a clerk calls a dimension of a noun that has another name for it: levels overlap.
_ALSO = {("models", "level"): "highest_level"}


def meant(noun: str, by: tuple[str, ...]) -> tuple[str, ...]:
    """The dimensions by the names that the noun has for them."""
    return tuple(_ALSO.get((noun, name), name) for name in by)


def group_called(register: Register, text: str) -> str:
    """The group of units (khối) that is meant, however its name is written; raises Usage."""
    sql = "SELECT DISTINCT unit_group FROM unit WHERE unit_group IS NOT NULL ORDER BY 1"
    groups = [group for (group,) in register.connection.execute(sql)]
    for group in groups:
        if fold(group) == fold(text):
            return str(group)
    raise Usage("cli.unknown_term", option="unit-group", text=text, near="; ".join(groups) or "–")


def check(noun: str, by: tuple[str, ...]) -> None:
    """Refuse a dimension that the noun has not, or one that is named twice; raises Usage."""
    for name in by:
        if name not in known(noun):
            raise Usage(
                "tally.unknown_dimension", text=name, noun=noun, known=", ".join(known(noun))
            )
        if by.count(name) > 1:
            raise Usage("tally.twice", text=name)


def of_units(register: Register, name: str, units: UnitMap) -> dict[int, Any]:
    """What `name` (unit, unit_type or unit_group) is for the records of each unit on the map."""
    sql = "SELECT id, type AS unit_type, unit_group FROM unit"
    found = {row["id"]: row for row in register.rows(sql)}
    if name == "unit":
        return {number: units.place(number) for number in found}
    places = {number: units.place(number) for number in found}
    return {number: found[place][name] if place else None for number, place in places.items()}

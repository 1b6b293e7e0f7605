"""Random records for the made lists: who and what a list tells of, before any layout."""

from dataclasses import dataclass, field
from random import Random
from typing import Any

import made_words as words
from lookup import lookup

KINDS = ("individual", "collective", "household")


@dataclass
class Fact:
    """One record as its register would keep it, and how the sender writes its name."""

    values: dict[str, Any]
    written: str
    accept: dict[str, list[Any]] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Any:
        return self.values.get(name)


def facts(rng: Random, register: str, count: int, *, odd: bool) -> list[Fact]:
    """Records of one register, no two of one name; `odd`: names like signatures and totals."""
    make = {"exemplars": _exemplar, "models": _model, "honours": _honour, "events": _event}[
        register
    ]
    found: dict[str, Fact] = {}
    while len(found) < count:
        one = make(rng, odd)
        found.setdefault(one.written.casefold(), one)
    return list(found.values())


def _unit(rng: Random) -> Any:
    units = [u for u in lookup().units.units if u.type in ("commune", "township")]
    return rng.choice(units)


def _person(rng: Random) -> tuple[str, str]:
    gender = rng.choice(("male", "female"))
    parts = (rng.choice(words.FAMILIES), rng.choice(words.MIDDLES[gender]), rng.choice(words.GIVEN))
    return " ".join(parts), gender


def _filled(rng: Random, pattern: str) -> str:
    return pattern.format(
        v=f"{rng.choice(words.VILLAGES)} {rng.choice(words.VILLAGES)}",
        n=rng.randint(1, 9),
        t=rng.choice(words.THINGS),
        x=f"{rng.choice(words.ABOUT)} năm {rng.randint(2021, 2023)}",
    )


def _subject(rng: Random, odd: bool) -> tuple[dict[str, Any], str]:
    """Name, kind, birth and gender of a recipient or exemplar, and the name as written."""
    kind = rng.choices(KINDS, (6, 4, 1))[0]
    if kind == "collective":
        patterns = words.ODD_BODIES if odd and rng.random() < 0.5 else words.BODIES
        name = _filled(rng, rng.choice(patterns))
        return {"name": name, "kind": kind}, name
    name, gender = _person(rng)
    if kind == "household":
        before = "Hộ ông" if gender == "male" else "Hộ bà"
        return {"name": name, "kind": kind}, f"{before} {name}"
    born = rng.randint(1950, 1999)
    values = {"name": name, "kind": kind, "birth_year": born, "gender": gender}
    return values | {"position": rng.choice(words.POSITIONS)}, name


def _exemplar(rng: Random, odd: bool) -> Fact:
    values, written = _subject(rng, odd)
    values |= {"unit": _unit(rng), "field": rng.choice(words.EXEMPLAR_FIELDS)}
    return Fact(values | {"discovered": _day(rng)}, written, _also(values, written))


def _honour(rng: Random, odd: bool) -> Fact:
    values, written = _subject(rng, odd)
    values["recipient"] = values.pop("name")
    day = _day(rng)
    values |= {
        "unit": _unit(rng), "form": rng.choice(words.FORMS[values["kind"]]), "decision_date": day,
        "decision_number": f"{rng.randint(10, 900)}/QĐ-UBND", "amount": rng.choice((300, 500, 1000)) * 1000,
    }  # fmt: skip
    return Fact(values, written, _also(values, written))


def _also(values: dict[str, Any], written: str) -> dict[str, list[Any]]:
    """A number before a name may be part of it."""
    name = "recipient" if "recipient" in values else "name"
    plain = written.split(". ", 1)
    return {name: [plain[1]]} if len(plain) > 1 and plain[0].isdecimal() else {}


def _model(rng: Random, odd: bool) -> Fact:
    patterns = words.ODD_WORKS if odd and rng.random() < 0.5 else words.WORKS
    name = _filled(rng, rng.choice(patterns))
    values = {
        "name": name, "kind": rng.choice(("collective", "collective", "individual")), "unit": _unit(rng),
        "field": rng.choice(tuple(words.MODEL_FIELDS)), "year": rng.randint(2021, 2023), "status": rng.choice(("new", "continued")),
    }  # fmt: skip
    return Fact(values, name, {"name": [name.lstrip("-+* ")]})


def _event(rng: Random, odd: bool) -> Fact:
    kind, pattern = rng.choice(words.CONFERENCES)
    name = _filled(rng, pattern)
    values = {
        "name": name,
        "type": kind,
        "date": _day(rng),
        "place": rng.choice(words.PLACES),
        "unit": _unit(rng),
    }
    return Fact(values, name)


def _day(rng: Random) -> str:
    return f"{rng.randint(2021, 2023)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"

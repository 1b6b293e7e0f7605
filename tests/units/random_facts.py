"""Random facts of few names and several units, and the ways in which a desk comes to know them.

A fact is a noun and what a list says of one row. By hand the decision that a row names is recorded
first, as it is stated there.
"""

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from emulation_cli.domain.catalogue.refs import Ref
from emulation_cli.domain.times.partial_date import PartialDate
from emulation_cli.domain.times.period import Period
from emulation_cli.register.identity.verdicts import pronounce
from emulation_cli.register.recording import new_records, unit_successions
from emulation_cli.register.recording.row_values import number_key
from emulation_cli.register.store import Register
from emulation_cli.taking_in.importer import Importer
from emulation_cli.tallies.measures.figures import ReportRequest
from emulation_cli.tallies.measures.period_figures import figures
from tests.register.lists import Row

from .conftest import add_unit, new_register

UNITS = ("Xã U", "Xã V", "Xã W", "Xã P", "Xã Q", "Xã R")
EVENTS = (("Hội nghị tổng kết", "2022-12-20"), ("Hội nghị biểu dương", "2023-10-04"))
_PERSONS = ("Lê Thị An", "Lê Thị An", "Lý Văn Quý", "Lí Văn Quí")
_BODIES = (None, "UBND huyện Mẫu", "Chủ tịch UBND huyện Mẫu", "Huyện ủy Mẫu")


@dataclass(frozen=True)
class Fact:
    noun: str
    said: tuple[tuple[str, Any], ...]

    @property
    def values(self) -> dict[str, Any]:
        return dict(self.said)


@dataclass(frozen=True)
class Verdict:
    """What a clerk says of the records of two facts, once both are there."""

    word: str
    one: Fact
    other: Fact


def facts(chance: random.Random, most: int = 9, *, contrary: bool) -> list[Fact]:
    """Facts without a repetition. `contrary`: what is known of one name differs, too."""
    found = [_fact(chance, contrary=contrary) for _ in range(chance.randint(4, most))]
    found += [_told_again(chance, one) for one in found if chance.random() < 0.3]
    return list(dict.fromkeys(found))


def _told_again(chance: random.Random, fact: Fact) -> Fact:
    """The same honour, as another list states its decision: one of the two is `repeated`."""
    values = fact.values
    if "decision_number" in values:
        values["decision_date"] = chance.choice((None, "2022", "2022-05-04"))
        values["decision_body"] = chance.choice(_BODIES[:3])
    return Fact(fact.noun, tuple(values.items()))


def verdicts(chance: random.Random, known: Sequence[Fact]) -> list[Verdict]:
    """At most two: that two rows of one name are one person, or two."""
    by_name: dict[str, list[Fact]] = {}
    for fact in known:
        if fact.noun != "models":
            by_name.setdefault(_name(fact), []).append(fact)
    several = [alike for alike in by_name.values() if len({_who(one) for one in alike}) > 1]
    found = []
    for _ in range(chance.randint(0, 2) if several else 0):
        one, other = chance.sample(chance.choice(several), 2)
        if _who(one) != _who(other):
            found.append(Verdict(chance.choice(("same", "distinct")), one, other))
    pairs = {frozenset((each.one, each.other)): each for each in found}
    return list(pairs.values())


def _name(fact: Fact) -> str:
    return str(fact.values.get("name") or fact.values.get("recipient"))


def _who(fact: Fact) -> tuple[Any, ...]:
    """What identity reads of a row: two rows that agree in it are one record of a list."""
    dates = ("discovered", "year", "status")
    return (fact.noun, *(pair for pair in fact.said if pair[0] not in dates))


def _fact(chance: random.Random, *, contrary: bool) -> Fact:
    noun = chance.choice(("exemplars", "honours", "honours", "honours", "models"))
    values: dict[str, Any] = {"unit": chance.choice(UNITS)}
    year = chance.choice((2021, 2022, 2023))
    if noun == "models":
        values |= {"name": "Ngõ xanh", "field": "KT", "year": year, "status": "continued"}
        return Fact(noun, tuple(values.items()))
    unknown = (None, None) if contrary else (None,)
    values["birth_year"] = chance.choice((*unknown, 1970, 1980) if contrary else (None, 1970))
    values["gender"] = chance.choice((*unknown, "female", *(("male",) if contrary else ())))
    values["kind"] = chance.choice(("individual", "individual", "unclassified"))
    name = chance.choice(_PERSONS)
    if noun == "exemplars":
        values |= {"name": name, "field": "y-te"}
        values["discovered"] = chance.choice((f"{year}-03", f"{year}-03-08", f"{year}", None))
    else:
        values |= {"recipient": name, "act": chance.choice(("praise", "commend"))}
        values["position"] = chance.choice((None, None, "Trưởng thôn", "Bí thư chi bộ"))
        values |= _given(chance, year, contrary=contrary)
        if chance.random() < 0.15:
            values["unit"] = None
    return Fact(noun, tuple(values.items()))


def _given(chance: random.Random, year: int, *, contrary: bool) -> dict[str, Any]:
    """By which decision, at which conference, or only when."""
    way = chance.choice(("decision", "decision", "event", "date"))
    if way == "event":
        return {"event": chance.choice(EVENTS)[0]}
    if way == "date":
        return {"date": chance.choice((f"{year}-05-01", f"{year}"))}
    said = {"decision_number": chance.choice(("12/QĐ-UBND", "12 / QĐ-UBND", "7/QĐ-UBND"))}
    days = (None, "2022", "2022-05-04", *(("2023-06-01",) if contrary else ()))
    said["decision_date"] = chance.choice(days)  # type: ignore[assignment]
    said["decision_body"] = chance.choice(_BODIES if contrary else _BODIES[:3])  # type: ignore[assignment]
    return said


_DATES = ("discovered", "date", "decision_date")


def typed(register: Register, values: Mapping[str, Any]) -> dict[str, Any]:
    """What a row says, as values of the catalogue; what it does not say is left out."""
    found = {name: value for name, value in values.items() if value is not None}
    if "unit" in found:
        found["unit"] = register.find_unit(found["unit"])
    return found | {name: PartialDate(found[name]) for name in _DATES if name in found}


def desk(path: Any) -> Register:
    """A register with the units and the conferences of all."""
    register = new_register(path)
    for name in UNITS:
        add_unit(register, name)
    for name, day in EVENTS:
        values = {"name": name, "type": "praise", "date": PartialDate(day)}
        new_records.add(register, "events", values)
    return register


def by_hand(register: Register, fact: Fact) -> None:
    values = typed(register, fact.values)
    if "event" in values:
        sql = "SELECT min(id) AS id FROM event WHERE name = ?"
        found = register.row(sql, (values["event"],)) or {}
        values["event"] = Ref("events", found["id"])
    if number := values.pop("decision_number", None):
        said = {name: values.pop(f"decision_{name}", None) for name in ("date", "body")}
        values["decision"] = _decision(register, {"number": number, **said})
    if fact.noun == "honours":
        values["status"] = "awarded"
    new_records.add(register, fact.noun, values)


def _decision(register: Register, said: Mapping[str, Any]) -> Ref:
    """The decision that is recorded just so, else a new one."""
    sql = "SELECT id FROM decision WHERE number_key = ? AND date IS ? AND body IS ?"
    day = said["date"] and said["date"].iso
    found = register.row(sql, (number_key(said["number"]), day, said["body"]))
    if found:
        return Ref("decisions", found["id"])
    given = {name: value for name, value in said.items() if value is not None}
    return Ref.parse(new_records.add(register, "decisions", given).id)


def by_list(register: Register, known: Iterable[Fact]) -> list[str]:
    """One command with a list of each noun, in the order in which they come; what was refused."""
    lists: dict[str, list[Row]] = {}
    for fact in known:
        lists.setdefault(fact.noun, []).append(Row(typed(register, fact.values)))
    refused = []
    with register.change():
        importer = Importer(register)
        for noun, rows in lists.items():
            taken = importer.take(noun, rows)
            refused += [one.code for one in taken.findings if one.severity == "block"]
        importer.finish()
    return refused


def units_merge(register: Register) -> None:
    """U and V become W on a day of 2022."""
    old = [register.find_unit(name) for name in ("Xã U", "Xã V")]
    unit_successions.succeed(register, old, [register.find_unit("Xã W")], "2022-07-01")


def unit_splits(register: Register) -> None:
    """P becomes Q and R."""
    new = [register.find_unit(name) for name in ("Xã Q", "Xã R")]
    unit_successions.succeed(register, [register.find_unit("Xã P")], new, "2023-01-01")


def say(register: Register, verdict: Verdict) -> None:
    one, other = (record_of(register, fact) for fact in (verdict.one, verdict.other))
    pronounce(register, one, other, verdict.word)


_COLUMNS = ("birth_year", "gender", "kind", "act", "position")


def record_of(register: Register, fact: Fact) -> str:
    """The first record that says what a fact says."""
    noun = fact.noun
    wanted = content_of_fact(fact)
    letter, table = {"exemplars": ("X", "exemplar"), "honours": ("H", "honour")}[noun]
    numbers = [row["id"] for row in register.rows(f"SELECT id FROM {table} ORDER BY id")]
    ids = [f"{letter}{number}" for number in numbers]
    return next(one for one in ids if content(register, one) == wanted)


def content_of_fact(fact: Fact) -> tuple[Any, ...]:
    values = fact.values
    said = tuple(values.get(name) for name in _COLUMNS)
    number = values.get("decision_number")
    paper = number and (number_key(number), values["decision_date"], values["decision_body"])
    who = (fact.noun[0], _name(fact), values.get("unit"))
    return (*who, *said, values.get("date"), paper, values.get("event"))


def content(register: Register, record: str) -> tuple[Any, ...]:
    """What a record says, whatever its number."""
    letter, number = record[0], int(record[1:])
    if letter == "U":
        return ("u", register.unit(number).name)
    table = {"X": "exemplar", "M": "model", "H": "honour", "D": "decision", "E": "event"}[letter]
    row = register.row(f"SELECT * FROM {table} WHERE id = ?", (number,)) or {}
    if letter in "DE":
        return (letter, row.get("number_key") or row["name"], row["date"], row.get("body"))
    unit = register.unit(row["unit_id"]).name if row["unit_id"] else None
    who = (table[0], row.get("name") or row.get("recipient"), unit)
    said = tuple(row.get(name) for name in _COLUMNS)
    paper = event = None
    if row.get("decision_id"):
        sql = "SELECT number_key, date, body FROM decision WHERE id = ?"
        paper = tuple((register.row(sql, (row["decision_id"],)) or {}).values())
    if row.get("event_id"):
        found = register.row("SELECT name FROM event WHERE id = ?", (row["event_id"],)) or {}
        event = found["name"]
    return (*who, *said, row.get("date"), paper, event)


def told(register: Register) -> dict[str, Any]:
    """The report for all and for the units of the mergers, and the suspects by what they say."""
    found: dict[str, Any] = {}
    for unit in (None, "Xã W", "Xã U", "Xã Q"):
        request = ReportRequest(
            Period.parse("2021-2023"), within=(register.find_unit(unit),) if unit else ()
        )
        found[f"report {unit}"] = figures(register, request).as_json()
    found["suspects"] = suspects(register)
    found["subjects"] = subjects(register)
    return found


def suspects(register: Register) -> list[Any]:
    whole = _members(register)
    pairs = register.connection.execute("SELECT one, other, why FROM suspect").fetchall()
    said = [
        (sorted(_described(register, whole.get(one, {one})) for one in (first, second)), why)
        for first, second, why in pairs
    ]
    return sorted(said)


def subjects(register: Register) -> list[str]:
    """The groups of records that are one, by what they say; equal records are one anyway."""
    groups = [_described(register, group) for group in _members(register).values()]
    return sorted(map(repr, (group for group in groups if len(group) > 1)))


def _described(register: Register, records: Iterable[str]) -> list[str]:
    return sorted({repr(content(register, one)) for one in records})


def _members(register: Register) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for noun, number, subject in register.connection.execute(
        "SELECT noun, record_id, subject FROM subject_record"
    ):
        found.setdefault(subject, set()).add(f"{noun}{number}")
    return found

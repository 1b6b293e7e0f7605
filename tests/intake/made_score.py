"""How a list was read against its truth: right, told, listed, silent, extra.

The truth has the shape of `NAME.expected.json` of tests/lists: a register, and rows of fields.
right: all fields agree. told: a warning or a refusal speaks of the row, or of the column or the
list that is wrong. listed: only a line «left out» or an info does. silent: nothing does.
extra: a record that the list does not hold.
"""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from lookup import lookup

from emulation_cli.domain.text import comparing_key, fold
from emulation_cli.intake.model import Reading, Record, SheetReading

OUTCOMES = ("right", "told", "listed", "silent", "extra")
_NOT_COMPARED = {"sheet", "row", "accept", "parent", "other_names", "decision", "attendance"}
_TERMS = {"form": ("form", "title"), "field": ("model_field", "exemplar_field")}
_NUMBERS = ("birth_year", "amount")


@dataclass
class Score:
    """What became of the rows of one list, and of each that is not right why."""

    counts: Counter = field(default_factory=Counter)
    wrong: list[tuple] = field(default_factory=list)
    register_found: bool = True

    def note(self, outcome: str, *why: Any) -> None:
        self.counts[outcome] += 1
        if outcome != "right":
            self.wrong.append((outcome, *why))


def score(reading: Reading, truth: dict[str, Any]) -> Score:
    """Compare what was read with what the list says."""
    name = "recipient" if truth["register"] == "honours" else "name"
    told = _Told(reading)
    left = list(_read(reading, truth["register"]))
    found = Score()
    found.register_found = {s.register for s in _taken(reading)} == {truth["register"]}
    for row in truth["rows"]:
        fields = [f for f in row if f not in {*_NOT_COMPARED, name}]
        accept, place = row.get("accept", {}), (row.get("sheet") or "", row["row"])
        called = [one for one in left if _agrees(name, row, one, accept)]
        if not called:
            found.note(told.of_missing(place), "missing", row[name], place)
            continue
        got = max(called, key=lambda one: sum(_agrees(f, row, one, accept) for f in fields))
        left.remove(got)
        bad = [f for f in fields if not _agrees(f, row, got, accept)]
        why = {f: got.get(f) for f in bad}, {f: row[f] for f in bad}
        found.note(told.of_fields(place, bad, got) if bad else "right", row[name], *why)
    for one in left:
        found.note("extra", one[name])
    return found


def _taken(reading: Reading) -> list[SheetReading]:
    """The sheets that are taken in, as a run with --skip-bad does."""
    if any(p.severity == "block" for p in reading.problems):
        return []
    return [s for s in reading.sheets if s.register and not s.ignored and s.header_rows]


def _read(reading: Reading, register: str) -> list[dict[str, Any]]:
    records = [r for s in _taken(reading) if not s.blocked for r in s.records]
    rows = [_plain(record) for record in records]
    return _with_years(rows) if register == "models" else rows


def _with_years(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The registrations of one model under one another, as the register keeps them."""
    models: dict[tuple, dict[str, Any]] = {}
    for row in rows:
        key = (comparing_key(row.get("name") or ""), row.get("unit"))
        model = models.setdefault(key, row | {"years": {}})
        if row.get("year"):
            model["years"][row["year"]] = row.get("status")
    return list(models.values())


def _plain(record: Record) -> dict[str, Any]:
    values = {name: _written(name, value) for name, value in record.values.items()}
    values["unit"] = values.get("unit") or values.get("organiser")
    if record.register == "honours":
        values["decision_date"] = values.get("decision_date") or values.get("date")
    return values


def _written(name: str, value: Any) -> Any:
    for vocabulary in _TERMS.get(name, ()) if isinstance(value, str) else ():
        if term := next((t for t in lookup().terms.of(vocabulary) if t.code == value), None):
            return value if vocabulary == "model_field" else term.label_vi
    return getattr(value, "name", getattr(value, "iso", value))


def _agrees(name: str, row: dict[str, Any], got: dict[str, Any], accept: dict[str, Any]) -> bool:
    wanted, value = row[name], got.get(name)
    if name == "years":
        return got.get("years") == {one["year"]: one["status"] for one in wanted}
    options = [wanted, *accept.get(name, ())]
    if value in (None, ""):
        return any(one in (None, "") for one in options)
    if wanted is None and name == "field":
        return True
    return any(one not in (None, "") and _same(name, one, value) for one in options)


def _same(name: str, wanted: Any, value: Any) -> bool:
    if name in _NUMBERS:
        return str(value).split(".", maxsplit=1)[0] == str(wanted)
    key = comparing_key if name in ("name", "recipient") else fold
    return key(str(wanted)) == key(str(value))


class _Told:
    """What a reading says beside its records."""

    def __init__(self, reading: Reading) -> None:
        own = [p for sheet in reading.sheets for p in sheet.problems]
        loud = [p for p in (*reading.problems, *own) if p.severity != "info"]
        self._rows = {(p.sheet, p.row) for p in loud if p.row}
        self._columns = {p.column for p in loud if not p.row}
        self._of_all = any(not p.row for p in loud)
        self._stops = any(not p.row and p.severity == "block" for p in loud)
        self._left = {(s.sheet, s.row) for sheet in reading.sheets for s in sheet.skipped}

    def of_missing(self, place: tuple[str, int]) -> str:
        if place in self._rows or self._stops:
            return "told"
        return "listed" if place in self._left else "silent"

    def of_fields(self, place: tuple[str, int], bad: list[str], got: dict[str, Any]) -> str:
        empty = all(got.get(name) in (None, "", "unclassified") for name in bad)
        if place in self._rows or (self._of_all and (empty or set(bad) & self._columns)):
            return "told"
        return "listed" if empty else "silent"

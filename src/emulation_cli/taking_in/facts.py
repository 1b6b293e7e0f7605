"""What a row of a list adds to its record: milestones, registrations, other names."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from emulation_cli.domain.catalogue.nouns import BY_PLURAL, MODEL_MILESTONES, STAGES
from emulation_cli.register.recording.bulk_rows import insert_all, rows_among
from emulation_cli.register.recording.row_values import columns_of, place_keys
from emulation_cli.register.store import Register

Fact = tuple[str, dict[str, Any]]  # a table, and the columns of a row

# A fact is there already if a row of its table has the same values in these columns.
_IDENTITY = {
    "exemplar_milestone": ("exemplar_id", "milestone", "date"),
    "registration": ("model_id", "year"),
    "model_milestone": ("model_id", "milestone", "date", "level", "unit_id"),
    "unit_name": ("unit_id", "name"),
    "proposal": ("honour_id",),
}
_TABLES = {
    "exemplars": ("exemplar_milestone",),
    "models": ("registration", "model_milestone"),
    "units": ("unit_name",),
    "honours": ("proposal",),
}
# What became of a proposal is filled in by a later list.
_FATE = tuple(
    column
    for field in BY_PLURAL["proposals"].fields
    if field.part_of is None and field.name not in ("date", "dossier")
    for column in field.columns
)
_DOCUMENTS = {stage: f"{stage}_document" for stage in STAGES}
Told = tuple[str, str]  # what a fact says of its record: the column, and the value
_TOLD_AS = {"registration": "year", "unit_name": "other_names"}


def facts_of(noun: str, number: int, values: Mapping[str, Any]) -> Iterator[Fact]:
    """The facts that a row of a list states of its record."""
    if noun == "exemplars":
        # Another date is a further milestone of the same exemplar (DESIGN section 3).
        for stage, documented in _DOCUMENTS.items():
            if date := values.get(stage):
                document = values.get(documented)
                yield (
                    "exemplar_milestone",
                    {
                        "exemplar_id": number,
                        "milestone": stage,
                        "date": date.iso,
                        "document": document,
                    },
                )
    elif noun == "models":
        yield from _of_model(number, values)
    elif noun == "honours":
        yield from _of_proposal(number, values)
    elif noun == "units":
        for name in values.get("other_names") or ():
            yield "unit_name", {"unit_id": number, "name": name, **place_keys(name)}


def _of_proposal(number: int, values: Mapping[str, Any]) -> Iterator[Fact]:
    """A row that proposes, and what it says of the votes and the outcome.

    One that tells of an award says when that was proposed.
    """
    proposed = values.get("status") == "proposed"
    if day := values.get("proposed_on") or (values.get("date") if proposed else None):
        proposed = True
    if proposed:
        values = {**values, "outcome": _OPEN.get(str(values.get("outcome")), values.get("outcome"))}
        told = columns_of(BY_PLURAL["proposals"], {n: v for n, v in values.items() if n in _NAMES})
        yield "proposal", {"honour_id": number, "date": day and day.iso, **_known(told)}


# That it was awarded is said by the honour; what was awarded had passed.
_OPEN = {"awarded": "passed", "open": None}
_NAMES = frozenset(
    field.name
    for field in BY_PLURAL["proposals"].fields
    if field.part_of is None and field.name != "date"
)


def _known(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if value is not None}


def _of_model(number: int, values: Mapping[str, Any]) -> Iterator[Fact]:
    if year := values.get("year"):
        date = getattr(values.get("registered_on") or year, "iso", None) or str(year)
        row = {"model_id": number, "date": date, "status": values.get("status")}
        yield "registration", row | {"document": values.get("registered_document")}
    for milestone in MODEL_MILESTONES:
        if date := values.get(milestone):
            level = values.get("recognised_level") if milestone == "recognised" else None
            unit = values.get("replicated_unit") if milestone == "replicated" else None
            row = {"model_id": number, "milestone": milestone, "date": date.iso, "level": level}
            further = {"unit_id": unit and unit.id, "document": values.get(f"{milestone}_document")}
            yield "model_milestone", row | further


@dataclass
class Facts:
    """The facts of the records that one list meets, and those that it adds."""

    register: Register
    noun: str
    _there: dict[tuple[Any, ...], dict[str, Any]] = field(default_factory=dict)
    _new: dict[str, list[dict[str, Any]]] = field(default_factory=dict)

    def load(self, numbers: list[int]) -> None:
        """Load what the register knows of these records."""
        for table in _TABLES.get(self.noun, ()):
            owner = _IDENTITY[table][0]
            for row in rows_among(self.register, table, owner, numbers):
                self._there[_identity(table, row)] = row

    def add(self, number: int, values: Mapping[str, Any]) -> list[Told]:
        """Add what a row states of a record and the register does not know; what was new of it."""
        new: list[Told] = []
        for table, row in facts_of(self.noun, number, values):
            identity = _identity(table, row)
            there = self._there.get(identity)
            if there is None:
                self._there[identity] = row
                self._new.setdefault(table, []).append(row)
                if table != "proposal":  # that is told by its honour
                    told = row.get("milestone") or _TOLD_AS[table]
                    new.append((told, row.get("date") or row["name"]))
            elif table == "proposal":
                new += self._decided(there, row)
            elif table == "registration" and row["status"] and there["status"] is None:
                # The status of a registration that did not say it may be filled.
                there["status"] = row["status"]
                if "id" in there:
                    self.register.update(table, there["id"], {"status": row["status"]})
                new.append(("status", row["status"]))
        return new

    def _decided(self, there: dict[str, Any], row: Mapping[str, Any]) -> list[Told]:
        """What a list of results says of a proposal: what is not known is filled."""
        known = {"outcome": there.get("outcome") if there.get("outcome") != "open" else None}
        better = {
            name: value
            for name, value in row.items()
            if name in _FATE and known.get(name, there.get(name)) is None
        }
        there.update(better)
        if better and "id" in there:
            self.register.update("proposal", there["id"], better)
        return [(name, str(value)) for name, value in better.items() if not name.endswith("_text")]

    def write(self) -> None:
        """Write what was added."""
        for table, rows in self._new.items():
            insert_all(self.register, table, rows)


def _identity(table: str, row: Mapping[str, Any]) -> tuple[Any, ...]:
    if table == "exemplar_milestone":  # spelt out: there are more of these than of all others
        return table, row["exemplar_id"], row["milestone"], row["date"]
    if table == "registration":
        return table, row["model_id"], int(row["date"][:4])
    return (table, *(row.get(column) for column in _IDENTITY[table]))

"""Taking rows of lists into the register: each matched by identity, and told what became of it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from emulation_cli.domain.text import comparing_key
from emulation_cli.register.facts import add_facts
from emulation_cli.register.matching import SeveralNamesakes, find, recipient_link
from emulation_cli.register.nouns import BY_PLURAL, Noun, short_id
from emulation_cli.register.recording import exemplar_field
from emulation_cli.register.rows import columns_of
from emulation_cli.register.store import Register

# Lists lean on one another in this order, whatever the order in which they are given.
ORDER = ("units", "decisions", "events", "exemplars", "models", "honours")


class ListRow(Protocol):
    """A record as a list gives it: typed values by field (intake/)."""

    @property
    def sheet(self) -> str | None: ...
    @property
    def row(self) -> int: ...
    @property
    def values(self) -> Mapping[str, Any]: ...


@dataclass(frozen=True)
class Finding:
    """A problem with one row that only the register could see."""

    sheet: str | None
    row: int
    column: str
    code: str
    severity: str
    values: Mapping[str, Any]


class RowRefused(Exception):
    """The row cannot be taken in; the reason is a Finding."""

    def __init__(self, column: str, code: str, **values: Any) -> None:
        super().__init__(code)
        self.column, self.code, self.values = column, code, values


@dataclass
class Taken:
    """What became of the rows of one list. A record is counted once, however many rows it has."""

    noun: str
    added: set[int] = field(default_factory=set)
    changed: set[int] = field(default_factory=set)
    met: set[int] = field(default_factory=set)
    refused: set[tuple[str | None, int]] = field(default_factory=set)
    changes: list[tuple[str, str, Any, Any]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    @property
    def unchanged(self) -> int:
        return len(self.met - self.added - self.changed)


@dataclass
class Importer:
    """Takes rows into an open change. `update` overwrites what the register has otherwise.

    `defaults` are values that the lists do not say (--act, --event …).
    """

    register: Register
    update: bool = False
    defaults: Mapping[str, Any] = field(default_factory=dict)
    fresh: set[tuple[str, int]] = field(default_factory=set)

    def take(self, noun: str, rows: Iterable[ListRow]) -> Taken:
        """Take in the rows of one list, each whole or not at all."""
        taken = Taken(noun)
        for row in rows:
            self.register.connection.execute("SAVEPOINT list_row")
            try:
                self._take_row(taken, row)
            except RowRefused as refusal:
                self.register.connection.execute("ROLLBACK TO list_row")
                taken.refused.add((row.sheet, row.row))
                taken.findings.append(_finding(row, refusal, "block"))
            self.register.connection.execute("RELEASE list_row")
        if noun == "units":
            self.register.forget_units()
        return taken

    def _take_row(self, taken: Taken, row: ListRow) -> None:
        noun = BY_PLURAL[taken.noun]
        values = _PREPARED.get(noun.plural, _as_is)(self, dict(row.values))
        wanted = columns_of(noun, values)
        wanted |= values.get("link", {})
        if noun.plural == "honours":
            wanted |= recipient_link(
                self.register, wanted, values.get("recipient_table", "exemplar")
            )
        try:
            found = find(self.register, noun.table, wanted)
        except SeveralNamesakes as several:
            names = ", ".join(short_id(noun.plural, number) for number in several.numbers)
            raise RowRefused(noun.title, "several_namesakes", ids=names) from None
        if found is None:
            number = self.register.insert(noun.table, wanted)
            taken.added.add(number)
            self.fresh.add((noun.plural, number))
        else:
            number = found["id"]
            self._meet(taken, noun, row, found, wanted)
        taken.met.add(number)
        if add_facts(self.register, noun.plural, number, values):
            taken.changed.add(number)

    def _meet(
        self, taken: Taken, noun: Noun, row: ListRow, found: dict[str, Any], wanted: dict[str, Any]
    ) -> None:
        """Fill what the register does not have; what it has otherwise is overwritten on request."""
        said = {"id": short_id(noun.plural, found["id"])}
        if found["cancelled_on"]:
            refusal = RowRefused(noun.title, "cancelled_record", **said)
            taken.findings.append(_finding(row, refusal, "warn"))
            return
        differing = {
            name: value
            for name, value in wanted.items()
            if value is not None and not name.endswith("_key") and not _same(found[name], value)
        }
        filled = {name: value for name, value in differing.items() if found[name] is None}
        if overwritten := differing.keys() - filled.keys():
            self._overwrite(taken, noun, row, found, {n: wanted[n] for n in overwritten})
            filled |= {name: wanted[name] for name in overwritten if self.update}
        if filled:
            self.register.update(noun.table, found["id"], filled)
            taken.changed.add(found["id"])
            for name, value in filled.items():
                taken.changes.append((said["id"], name, found[name], value))

    def _overwrite(
        self,
        taken: Taken,
        noun: Noun,
        row: ListRow,
        found: dict[str, Any],
        values: dict[str, Any],
    ) -> None:
        """Say what differs. Against the register it stops the row; within one run it is a hint."""
        if self.update:
            return
        for name, value in values.items():
            said = {"id": short_id(noun.plural, found["id"]), "old": found[name], "new": value}
            refusal = RowRefused(name.removesuffix("_id"), "differs_from_register", **said)
            if (noun.plural, found["id"]) not in self.fresh:
                raise refusal
            taken.findings.append(_finding(row, refusal, "warn"))


def _finding(row: ListRow, refusal: RowRefused, severity: str) -> Finding:
    return Finding(row.sheet, row.row, refusal.column, refusal.code, severity, refusal.values)


def _same(old: Any, new: Any) -> bool:
    if isinstance(old, str) and isinstance(new, str):
        return comparing_key(old) == comparing_key(new)
    return bool(old == new)


def _as_is(_importer: Importer, values: dict[str, Any]) -> dict[str, Any]:
    return values


def _exemplar(importer: Importer, values: dict[str, Any]) -> dict[str, Any]:
    return values | {"field": exemplar_field(importer.register, values.get("field"))}


def _unit(importer: Importer, values: dict[str, Any]) -> dict[str, Any]:
    """A parent stands above its children in the same list, or is on the register."""
    if isinstance(parent := values.get("parent"), str):
        importer.register.forget_units()
        found = importer.register.units_called(parent)
        if len(found) != 1:
            raise RowRefused("parent", "unknown_unit", raw=parent)
        values["parent"] = found[0]
    return values


def _honour(importer: Importer, values: dict[str, Any]) -> dict[str, Any]:
    values = {**importer.defaults, **{k: v for k, v in values.items() if v is not None}}
    values.setdefault("act", "commend")
    values.setdefault("kind", "unclassified")
    if isinstance(form := values.get("form"), str):
        vocabularies = importer.register.vocabularies
        values["form"] = vocabularies.find("form", form) or vocabularies.find("title", form)
    if values.get("decision_number"):
        values["decision"] = _decision(importer.register, values)
    if isinstance(name := values.get("event"), str):
        values["event"] = _event(importer.register, name, values.get("date"))
    return values


def _decision(register: Register, values: Mapping[str, Any]) -> int:
    """The decision a row names; one that the register does not have is recorded from the list."""
    noun = BY_PLURAL["decisions"]
    given = {
        "number": values["decision_number"],
        "date": values.get("decision_date"),
        "body": values.get("decision_body"),
        **{name: value for name, value in values.items() if name.startswith("stated_")},
    }
    wanted = columns_of(noun, {name: value for name, value in given.items() if value is not None})
    found = find(register, "decision", wanted)
    if found is None:
        return register.insert("decision", wanted)
    missing = {name: value for name, value in wanted.items() if found[name] is None}
    if missing:
        register.update("decision", found["id"], missing)
    return int(found["id"])


def _event(register: Register, name: str, date: Any) -> int:
    found = register.rows(
        "SELECT id, date FROM event WHERE comparing_key = ? AND cancelled_on IS NULL",
        (comparing_key(name),),
    )
    if len(found) > 1 and date is not None:
        found = [event for event in found if event["date"] == date.iso]
    if len(found) != 1:
        raise RowRefused("event", "ambiguous_event" if found else "unknown_event", raw=name)
    return int(found[0]["id"])


_PREPARED: dict[str, Callable[[Importer, dict[str, Any]], dict[str, Any]]] = {
    "units": _unit,
    "exemplars": _exemplar,
    "honours": _honour,
}


def log_import(register: Register, change_id: int, lists: Iterable[Mapping[str, Any]]) -> str:
    """Note what was taken in from which file and sheet; gives the short id of the import.

    Each of `lists` holds the columns of import_list.
    """
    number = register.insert("import", {"change_id": change_id})
    for values in lists:
        register.insert("import_list", {"import_id": number, **values})
    return short_id("imports", number)

"""Taking rows of lists into the register: each matched by identity, and told what became of it.

A list is decided row by row against records loaded at once, and written in a few statements.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import Any

from emulation_cli.domain.catalogue import BY_PLURAL
from emulation_cli.domain.errors import Refused
from emulation_cli.domain.fields import Noun
from emulation_cli.domain.refs import Ref
from emulation_cli.register.bulk import insert_all, next_number, rows_among
from emulation_cli.register.matching import Known, Recipients, SeveralNamesakes
from emulation_cli.register.namesakes import named, namesakes
from emulation_cli.register.naming import UnknownRecord
from emulation_cli.register.recording import take_term
from emulation_cli.register.rows import columns_of, keys_of, written
from emulation_cli.register.store import Register
from emulation_cli.register.succession import take_row
from emulation_cli.taking_in.facts import Facts
from emulation_cli.taking_in.preparer import Preparer, RowRefused, refuse_circle
from emulation_cli.taking_in.taken import Changed, ListRow, Taken, joined, same

# Lists lean on one another in this order, whatever the order in which they are given.
ORDER = ("terms", "units", "successions", "decisions", "events", "exemplars", "models", "honours")


# So many rows are decided and written together: memory does not grow with the list.
ROWS_AT_ONCE = 5_000


@dataclass
class Importer:
    """Takes rows into an open change. `update` overwrites what the register has otherwise.

    `defaults` are values that the lists do not say (--event, --decision).
    """

    register: Register
    update: bool = False
    defaults: Mapping[str, Any] = field(default_factory=dict)
    _first: dict[str, int] = field(default_factory=dict)  # by noun the first number of this run
    _waiting: list[tuple[ListRow, int]] = field(default_factory=list)
    _grown: list[tuple[Taken, ListRow, int]] = field(default_factory=list)

    @cached_property
    def preparer(self) -> Preparer:
        """Remembers names from one part of a list to the next."""
        return Preparer(self.register, self.defaults)

    def take(self, noun: str, rows: Iterable[ListRow]) -> Taken:
        """Take in the rows of one list, each whole or not at all."""
        if noun in _ONE_BY_ONE:
            return self._take_one_by_one(noun, rows)
        # A parent may stand above its children in the same list: units are taken one by one.
        size = 1 if noun == "units" else ROWS_AT_ONCE
        remaining = iter(rows)
        parts = []
        while part := list(islice(remaining, size)):
            parts.append(self._take(noun, part))
        taken = joined(noun, parts)
        self._grown += [(taken, *grown) for grown in self._waiting]
        self._waiting.clear()
        return taken

    def finish(self) -> None:
        """Link exemplars to the models they grew from: models are taken in after exemplars.

        What was recorded for the sake of rows that were refused afterwards goes again.
        """
        self.preparer.forget_unused()
        for taken, row, number in self._grown:
            text = row.values["model"]
            try:
                found = self.preparer.naming.find(text)
            except UnknownRecord:
                found = None
            if found is None:
                taken.find(row, RowRefused("model", "unknown_record", value=text), "warn")
                continue
            old = next(rows_among(self.register, "exemplar", "id", [number]), None)
            if old and (old["model_id"] is None or (self.update and old["model_id"] != found[1])):
                self.register.update("exemplar", number, {"model_id": found[1]})
                taken.changed.add(number)

    def _take_one_by_one(self, noun: str, rows: Iterable[ListRow]) -> Taken:
        taken = Taken(noun)
        for number, row in enumerate(rows):
            try:
                new = _ONE_BY_ONE[noun](self.register, row.values)
            except Refused as refusal:
                reason = RowRefused(
                    _AT_FAULT[noun], refusal.sentence.partition(".")[2], **refusal.values
                )
                taken.refused.add((row.sheet, row.row))
                taken.find(row, reason, "block")
            else:
                (taken.added if new else taken.met).add(number)
        self.register.forget_units()
        return taken

    def _take(self, noun: str, rows: list[ListRow]) -> Taken:
        work = _Work(self, BY_PLURAL[noun], self._first)
        work.take(rows)
        if noun == "units":
            self.register.forget_units()
        self._waiting += work.grown
        return work.taken


_ONE_BY_ONE: Mapping[str, Callable[[Register, Mapping[str, Any]], bool]] = {
    "successions": take_row,
    "terms": take_term,
}
_AT_FAULT = {"successions": "new", "terms": "code"}


Wanted = dict[str, Any]

# What a new record is where its list does not say; of one that is there, it says nothing.
_WHERE_UNSAID: Mapping[str, Wanted] = {
    "models": {"kind": "unclassified"},
    "events": {"type": "other"},
    "honours": {"kind": "unclassified", "status": "awarded"},
}
_UNKNOWN = (None, "unclassified")
_LINKS = ("exemplar_id", "model_id")


class _Work:
    """One list being taken in."""

    def __init__(self, importer: Importer, noun: Noun, first: dict[str, int]) -> None:
        self.register, self.update = importer.register, importer.update
        self.preparer = importer.preparer
        self.noun, self.taken = noun, Taken(noun.plural)
        self.unsaid = _WHERE_UNSAID.get(noun.plural, {})
        self.next = next_number(importer.register, noun.table)
        self.first = first.setdefault(noun.plural, self.next)
        self.facts = Facts(importer.register, noun.plural)
        self.new: list[Wanted] = []
        self.grown: list[tuple[ListRow, int]] = []

    def take(self, rows: list[ListRow]) -> None:
        prepared = self._prepared(rows)
        wanted = [columns for _row, _values, columns in prepared]
        if self.noun.plural == "honours":
            recipients = Recipients(self.register, wanted)
            for _row, values, columns in prepared:
                if "for" not in values:
                    columns.update(recipients.link(columns))
        known = Known(self.register, self.noun.table, wanted, assign=self.update)
        decided = [
            (row, number, values)
            for row, values, columns in prepared
            if (number := self._decided(row, known, columns)) is not None
        ]
        insert_all(self.register, self.noun.table, self.new)
        self.facts.load(sorted({number for _, number, _ in decided} - self.taken.added))
        for row, number, values in decided:
            if self.noun.plural == "exemplars" and row.values.get("model"):
                self.grown.append((row, number))
            if new := self.facts.add(number, values):
                self.taken.changed.add(number)
                if number not in self.taken.added:
                    for column, value in new:
                        self._tell(number, values[self.noun.title], column, None, value)
        self.facts.write()

    def _prepared(self, rows: list[ListRow]) -> list[tuple[ListRow, Mapping[str, Any], Wanted]]:
        prepared = []
        for row in rows:
            try:
                values = self.preparer.values(self.noun.plural, row.values)
            except RowRefused as refusal:
                self._refuse(row, refusal)
            else:
                prepared.append((row, values, columns_of(self.noun, values)))
            while self.preparer.hints:
                self.taken.find(row, self.preparer.hints.pop(), "warn")
        return prepared

    def _refuse(self, row: ListRow, refusal: RowRefused) -> None:
        self.taken.refused.add((row.sheet, row.row))
        self.taken.find(row, refusal, "block")

    def _decided(self, row: ListRow, known: Known, wanted: Wanted) -> int | None:
        """The record that a row is, new or met; None where the row is refused."""
        try:
            found = known.find(wanted)
            number = (
                self._added(row, known, wanted) if found is None else self._met(row, found, wanted)
            )
        except SeveralNamesakes as several:
            names = ", ".join(str(Ref(self.noun.plural, number)) for number in several.numbers)
            self._refuse(row, RowRefused(self.noun.title, "several_namesakes", ids=names))
            return None
        except RowRefused as refusal:
            self._refuse(row, refusal)
            return None
        if number is not None:
            self.taken.met.add(number)
        return number

    def _added(self, row: ListRow, known: Known, wanted: Wanted) -> int:
        if self.noun.plural == "units" and (found := namesakes(self.register, wanted)):
            said = {"value": wanted["name"], "nearest": named(found)}
            self.taken.find(row, RowRefused("name", "second_unit", **said), "warn")
        number = self.next + len(self.new)
        for name, value in self.unsaid.items():
            wanted.setdefault(name, value)
        wanted["id"] = number
        known.add(wanted)
        self.new.append(wanted)
        self.taken.added.add(number)
        self.taken.rows.append(row.row)
        return number

    def _met(self, row: ListRow, found: Mapping[str, Any], wanted: Wanted) -> int | None:
        """Fill what the register does not have; what it has otherwise is overwritten on request.

        A record that was cancelled stays as it is, without further facts: None.
        """
        number = int(found["id"])
        said = {"id": str(Ref(self.noun.plural, number))}
        if found.get("cancelled_on"):
            refusal = RowRefused(self.noun.title, "cancelled_record", **said)
            self.taken.find(row, refusal, "warn")
            self.taken.met.add(number)
            return None
        differing = self._differing(found, wanted)
        if "parent_id" in differing:
            refuse_circle(self.register, number, differing)
        overwritten = [name for name in differing if found.get(name) not in _UNKNOWN]
        if overwritten and not self.update:
            self._say_differing(row, found, {name: differing.pop(name) for name in overwritten})
        if differing:
            self._change(found, differing)
        return number

    def _differing(self, found: Mapping[str, Any], wanted: Wanted) -> Wanted:
        """What the list says otherwise. A link that an honour has is the clerk's."""
        linked = self.noun.plural == "honours" and any(found.get(name) for name in _LINKS)
        same_number = "number_key" in wanted and found["number_key"] == wanted["number_key"]
        passed = {*(_LINKS if linked else ()), *(("number",) if same_number else ())}
        differing = {
            name: value
            for name, value in wanted.items()
            if value not in _UNKNOWN
            and name not in passed
            and not name.endswith(("_key", "_text"))
            and not same(found.get(name), value)
        }
        texts = (f"{name}_text" for name in differing)
        return differing | {text: wanted[text] for text in texts if text in wanted}

    def _change(self, found: Mapping[str, Any], values: Wanted) -> None:
        number = int(found["id"])
        for name, value in values.items():
            old, new = (
                written(self.register, self.noun, name, found.get(name)),
                written(self.register, self.noun, name, value),
            )
            self._tell(number, found[self.noun.title], name, old, new)
        self.taken.changed.add(number)
        values |= keys_of(self.noun, values)
        if number in self.taken.added:
            self.new[number - self.next].update(values)
        else:
            self.register.update(self.noun.table, number, values)
            found.update(values)  # type: ignore[attr-defined]

    def _tell(self, number: int, title: str, column: str, old: Any, new: Any) -> None:
        record = str(Ref(self.noun.plural, number))
        self.taken.changes.append(Changed(record, title, column, old, new))

    def _say_differing(self, row: ListRow, found: Mapping[str, Any], values: Wanted) -> None:
        """Against the register a difference stops the row; within one run it is only told."""
        number = int(found["id"])
        fresh = number >= self.first
        for name, value in values.items():
            old, new = (
                written(self.register, self.noun, name, found[name]),
                written(self.register, self.noun, name, value),
            )
            said = {"id": str(Ref(self.noun.plural, number)), "old": old, "new": new}
            code = "rows_differ" if fresh else "differs_from_register"
            refusal = RowRefused(name.removesuffix("_id"), code, **said)
            if not fresh:
                raise refusal
            self.taken.find(row, refusal, "warn")

"""One list taken in: which record each row is, what it adds or would change."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from emulation_cli.domain.catalogue.fields import Noun
from emulation_cli.domain.catalogue.refs import Ref
from emulation_cli.register.recording.bulk_rows import insert_all, next_number
from emulation_cli.register.recording.matching import (
    Known,
    SeveralNamesakes,
    is_within,
)
from emulation_cli.register.recording.namesakes import named, namesakes
from emulation_cli.register.recording.row_values import columns_of, keys_of, with_body_read, written
from emulation_cli.register.store import Register
from emulation_cli.taking_in.awarded_proposals import (
    award_of_proposal,
    known_award,
    reviewed_proposal,
    waiting_proposals,
)
from emulation_cli.taking_in.corrections.coming_back import ComingBack
from emulation_cli.taking_in.corrections.kept_cells import Cell, kept_cells
from emulation_cli.taking_in.corrections.returned_registrations import corrected
from emulation_cli.taking_in.facts import Facts
from emulation_cli.taking_in.preparer import Preparer, RowRefused, refuse_circle
from emulation_cli.taking_in.taken import Changed, ListRow, Taken, same

Wanted = dict[str, Any]
Row = Mapping[str, Any]

# What a new record is where its list does not say; of one that is there, it says nothing.
_WHERE_UNSAID: Mapping[str, Wanted] = {
    "models": {"kind": "unclassified"},
    "events": {"type": "other"},
    "publications": {"type": "other"},
    "honours": {"kind": "unclassified", "status": "awarded"},
}
_UNKNOWN = (None, "unclassified")


# What a list says of a record and others, by the field that says it.
VERDICTS = {"same": "same_as", "distinct": "distinct_from"}


class Saying(NamedTuple):
    """A verdict that a row gives on its record and another, named by an id of the list's own."""

    row: ListRow
    record: str
    verdict: str
    column: str
    other: str


class ListWork:
    """One list being taken in."""

    def __init__(
        self,
        register: Register,
        preparer: Preparer,
        noun: Noun,
        first: dict[str, int],
        *,
        update: bool,
        coming_back: ComingBack | None = None,
    ) -> None:
        """`first` has by noun the number of the first record of this run."""
        self.register, self.preparer, self.update = register, preparer, update
        self.coming_back = coming_back
        self.noun, self.taken = noun, Taken(noun.plural)
        self.unsaid = _WHERE_UNSAID.get(noun.plural, {})
        self.next = next_number(register, noun.table)
        self.first = first.setdefault(noun.plural, self.next)
        self.facts = Facts(register, noun.plural)
        self.new: list[Wanted] = []
        self.grown: list[tuple[ListRow, int]] = []
        self.belonging: list[tuple[int, str]] = []
        self.said: list[Saying] = []
        self.otherwise: list[Cell] = []  # dates of stages that a row says otherwise

    def take(self, rows: list[ListRow]) -> None:
        prepared = self._prepared(rows)
        wanted = [columns for _row, _values, columns in prepared]
        known = Known(self.register, self.noun.table, wanted, assign=self.update)
        decided = [
            (row, number, values)
            for row, values, columns in prepared
            if (number := self._decided(row, known, columns)) is not None
        ]
        insert_all(self.register, self.noun.table, self.new)
        if self.noun.plural == "models" and self.coming_back and self.coming_back.mine:
            back = self.coming_back
            decided = corrected(self.register, decided, back, self.taken, update=self.update)
        self.facts.load(sorted({number for _, number, _ in decided} - self.taken.added))
        for row, number, values in decided:
            if self.noun.plural == "exemplars" and row.values.get("model"):
                self.grown.append((row, number))
            if belongs := values.get("for"):
                self.belonging.append((number, str(belongs)))
            for verdict, column in VERDICTS.items():
                self.said += [
                    Saying(row, str(Ref(self.noun.plural, number)), verdict, column, other)
                    for other in row.values.get(column) or ()
                ]
            facts = values
            if row.own_id and self.coming_back:
                facts = self.coming_back.without_known(self.noun, number, values)
            if new := self.facts.add(number, facts):
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
        self.otherwise.clear()
        try:
            # A result first: the day of its list is not that of the proposal.
            found = self._back(row, wanted) or reviewed_proposal(
                self.register, known, row.values, wanted
            )
            found = found or known.find(wanted)
            found = found or self._proposed_or_awarded(row, known, wanted)
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
            if self.coming_back:
                self.coming_back.remember(row, number)
        return number

    def _proposed_or_awarded(self, row: ListRow, known: Known, wanted: Wanted) -> Row | None:
        """The proposal that a row awards, now an award; or the award that came of a proposal.

        Of several proposals none is guessed, and that is told.
        """
        if self.noun.plural != "honours" or not (alike := known.alike(wanted)):
            return None
        if found := known_award(self.register, alike, wanted):
            return found
        if found := award_of_proposal(self.register, alike, wanted):
            for said in ("date", "status"):
                wanted.pop(said)
        elif len(waiting := waiting_proposals(self.register, alike, wanted)) > 1:
            ids = ", ".join(str(Ref("honours", one["id"])) for one in waiting)
            hint = RowRefused(self.noun.title, "several_proposals", ids=ids)
            self.taken.find(row, hint, "warn")
        elif waiting:
            [found] = waiting
            wanted["status"] = "awarded"
            if wanted.get("date") is None:
                wanted.pop("date", None)
            self._change(found, {**self._differing(found, wanted), "status": "awarded"})
        return found

    def _back(self, row: ListRow, wanted: Wanted) -> Mapping[str, Any] | None:
        """The record that a row of our own sheet corrects."""
        found = self.coming_back.find(self.noun, row, wanted) if self.coming_back else None
        if found and self.coming_back:
            stages = self.coming_back.correct_stages(self.noun, found, row.values)
            if not self.update:
                self.otherwise += stages
                return found
            for stage in stages:
                self._tell(found["id"], found[self.noun.title], *stage)
                self.taken.changed.add(found["id"])
        return found

    def _added(self, row: ListRow, known: Known, wanted: Wanted) -> int:
        if self.noun.plural == "units" and (found := namesakes(self.register, wanted)):
            said = {"value": wanted["name"], "nearest": named(found)}
            self.taken.find(row, RowRefused("name", "second_unit", **said), "warn")
        number = self.next + len(self.new)
        for name, value in self.unsaid.items():
            wanted.setdefault(name, value)
        if self.noun.plural == "decisions":
            wanted.update(with_body_read(wanted))
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
        if found.get("cancelled_on"):
            record = str(Ref(self.noun.plural, number))
            refusal = RowRefused(self.noun.title, "cancelled_record", id=record)
            self.taken.find(row, refusal, "warn")
            self.taken.met.add(number)
            return None
        differing = self._differing(found, wanted)
        if row.own_id and self.coming_back:
            differing = self.coming_back.news(self.noun, found, differing)
        if "parent_id" in differing:
            refuse_circle(self.register, number, differing)
        overwritten = [
            name
            for name, value in differing.items()
            if found.get(name) not in _UNKNOWN and not is_within(name, value, found[name])
        ]
        if not self.update:
            kept = {name: differing.pop(name) for name in overwritten}
            cells = kept_cells(self.register, self.noun, found, kept)
            self._tell_differing(row, number, [*self.otherwise, *cells])
        if differing:
            self._change(found, differing)
        return number

    def _differing(self, found: Mapping[str, Any], wanted: Wanted) -> Wanted:
        """What the list says otherwise."""
        same_number = "number_key" in wanted and found["number_key"] == wanted["number_key"]
        passed = ("number",) if same_number else ()
        differing = {
            name: value
            for name, value in wanted.items()
            if value not in _UNKNOWN
            and name not in passed
            and not name.endswith(("_key", "_text"))
            and not same(found.get(name), value)
            and not is_within(name, found.get(name), value)
        }
        fields = filter(None, map(self.noun.field_of, differing))
        texts = {text for field in fields if self.noun.field(text := f"{field.name}_text")}
        said = {text: wanted.get(text) for text in texts}
        return differing | {name: text for name, text in said.items() if text != found.get(name)}

    def _change(self, found: Mapping[str, Any], values: Wanted) -> None:
        number = int(found["id"])
        for name, value in values.items():
            sides = (written(self.register, self.noun, name, v) for v in (found.get(name), value))
            self._tell(number, found[self.noun.title], name, *sides)
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

    def _tell_differing(self, row: ListRow, number: int, cells: list[Cell]) -> None:
        """Against the register differences stop the row; within one run they are only told."""
        code = "rows_differ" if number >= self.first else "differs_from_register"
        record = str(Ref(self.noun.plural, number))
        for place, (column, old, new) in enumerate(cells, start=1):
            one = RowRefused(column, code, id=record, old=old, new=new)
            if number >= self.first:
                self.taken.find(row, one, "warn")
            elif place == len(cells):
                raise one
            else:
                self._refuse(row, one)

"""Taking rows of lists into the register: each matched by identity, and told what became of it.

A list is decided row by row against records loaded at once, and written in a few statements.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import Any

from emulation_cli.domain.catalogue.nouns import BY_PLURAL
from emulation_cli.domain.catalogue.refs import Ref
from emulation_cli.domain.errors import Refused
from emulation_cli.register.identity.stated import are_one, belong
from emulation_cli.register.recording.bulk_rows import rows_among
from emulation_cli.register.recording.new_records import take_term
from emulation_cli.register.recording.record_naming import UnknownRecord
from emulation_cli.register.recording.unit_successions import take_row
from emulation_cli.register.store import Register
from emulation_cli.taking_in.corrections.coming_back import ComingBack
from emulation_cli.taking_in.list_work import ListWork, Saying
from emulation_cli.taking_in.listed_verdicts import say_as_listed
from emulation_cli.taking_in.preparer import Preparer, RowRefused
from emulation_cli.taking_in.taken import ListRow, Taken

# Lists lean on one another in this order, whatever the order in which they are given.
ORDER = (
    "terms", "units", "successions", "movements", "decisions", "events", "exemplars", "models",
    "honours", "presenters", "publications", "targets",
)  # fmt: skip


ById = Callable[[str], Ref | None]
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
    new_terms: bool = False  # fields by the dozen are meant
    over_changes: bool = False  # what was changed here since a sheet was written
    coming_back: ComingBack | None = None
    numbers: dict[tuple[str | None, str], int] = field(default_factory=dict)  # of lists' own ids
    _first: dict[str, int] = field(default_factory=dict)  # by noun the first number of this run
    _grown: list[tuple[Taken, ListRow, int, ById]] = field(default_factory=list)
    _for: list[tuple[Taken, int, str]] = field(default_factory=list)
    _said: list[tuple[Taken, Saying, ComingBack | None]] = field(default_factory=list)

    @cached_property
    def preparer(self) -> Preparer:
        """Remembers names from one part of a list to the next."""
        return Preparer(self.register, self.defaults, new_terms=self.new_terms)

    def take(self, noun: str, rows: Iterable[ListRow]) -> Taken:
        """Take in the rows of one list, each whole or not at all."""
        if noun in _ONE_BY_ONE:
            return self._take_one_by_one(noun, rows)
        size = self._together(noun)
        remaining = iter(rows)
        taken = Taken(noun)
        while part := list(islice(remaining, size)):
            work = self._work(noun, part)
            taken.add(work.taken)
            self._grown += [(taken, *one, self.preparer.naming.by_id) for one in work.grown]
            self._for += [(taken, *one) for one in work.belonging]
            self._said += [(taken, saying, self.coming_back) for saying in work.said]
        return taken

    def _together(self, noun: str) -> int | None:
        """How many rows are decided together; None for all."""
        if noun == "units":
            return 1  # a parent may stand above its children in the same list
        # What a sheet of ours has no more of a model is seen when all its rows are.
        returned = noun == "models" and self.coming_back and self.coming_back.mine
        return None if returned else ROWS_AT_ONCE

    def finish(self) -> None:
        """Link exemplars to the models they grew from: models are taken in after exemplars.

        What was recorded for the sake of rows that were refused afterwards goes again.
        """
        self.preparer.forget_unused()
        say_as_listed(self.register, self._said, update=self.update)
        self._join_as_listed()
        for taken, row, number, by_id in self._grown:
            text = row.values["model"]
            self.preparer.naming.by_id = by_id
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

    def _join_as_listed(self) -> None:
        """A list that says whom an honour is for says so of what identity leaves open."""
        if not self._for:
            return
        self.register.work_out()
        for taken, number, record in self._for:
            honour = f"H{number}"
            if not are_one(self.register.connection, honour, record):
                belong(self.register.connection, honour, record)
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

    def _work(self, noun: str, rows: list[ListRow]) -> ListWork:
        work = ListWork(
            self.register,
            self.preparer,
            BY_PLURAL[noun],
            self._first,
            update=self.update,
            coming_back=self.coming_back,
        )
        if self.coming_back:
            self.preparer.naming.by_id = self.coming_back.by_id
        work.take(rows)
        if noun == "units":
            self.register.forget_units()
        return work


_ONE_BY_ONE: Mapping[str, Callable[[Register, Mapping[str, Any]], bool]] = {
    "successions": take_row,
    "terms": take_term,
}
_AT_FAULT = {"successions": "new", "terms": "code"}

"""Likely doubles of a run: told, never decided (DOMAIN section 3, rule 8)."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from emulation_cli.domain.catalogue.refs import number_of
from emulation_cli.intake.model import SheetReading
from emulation_cli.register.store import Register
from emulation_cli.taking_in.taken import Finding, Taken
from emulation_cli.tallies.row_lists.lookalikes import LIKENED, Suspects, suspects_since


@dataclass(frozen=True)
class ListTaken:
    """One list of a run: its file, its sheet, and what became of it."""

    file: str
    sheet: SheetReading
    taken: Taken

    @cached_property
    def first(self) -> int:
        """The number of the first record that this list added; it is looked for once a list."""
        return min(self.taken.added)

    def row_of(self, record: str) -> int:
        """The row that a record of this list was added by."""
        return self.taken.rows[(number_of(record) or 0) - self.first]


def warn_of_likely(register: Register, lists: Sequence[ListTaken]) -> None:
    """Note beside each new record the earlier one, of the register or of this run, most like it."""
    for noun in LIKENED:
        added = [one for one in lists if one.taken.noun == noun and one.taken.added]
        if added:
            first = min(one.first for one in added)
            for pair in _most_alike(suspects_since(register, noun, first)):
                home = home_of(added, pair.other)
                if home:
                    home.taken.findings.append(_finding(pair, home, home_of(added, pair.one)))


def home_of(lists: Sequence[ListTaken], record: str) -> ListTaken | None:
    """The list that added a record; None for one that was there before."""
    number = number_of(record)
    return next((one for one in lists if number in one.taken.added), None)


def _most_alike(pairs: Sequence[Suspects]) -> Sequence[Suspects]:
    """One line a record: a family of names would need as many as it has pairs."""
    best: dict[str, Suspects] = {}
    for pair in pairs:
        if pair.other not in best or pair.score > best[pair.other].score:
            best[pair.other] = pair
    return list(best.values())


def _finding(pair: Suspects, here: ListTaken, there: ListTaken | None) -> Finding:
    said: dict[str, object] = {"name": pair.names[1], "other": pair.names[0], "id": pair.one}
    code = "like_record"
    if there:
        # What this run adds has no number that a clerk could look up before it is written.
        code = "like_row" if there is here else "like_row_elsewhere"
        file = there.file if there.file != here.file else None
        place = " ".join(filter(None, (file, there.sheet.name and f"[{there.sheet.name}]")))
        said |= {"of_row": there.row_of(pair.one), "list": place}
    return Finding(here.sheet.name, here.row_of(pair.other), "name", code, "warn", said)

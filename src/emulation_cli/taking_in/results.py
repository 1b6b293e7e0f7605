"""What is asked of a run of lists, and what came of it: typed values, no sentence."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from emulation_cli import sheets
from emulation_cli.domain.terms import Vocabularies
from emulation_cli.intake.model import Hints, Problem, Reading, SheetReading
from emulation_cli.register.identity.subjects import Parted
from emulation_cli.taking_in.taken import Finding, Taken


@dataclass(frozen=True)
class Wishes:
    """What the clerk asks of a run. `defaults` are values that no list says (event, decision).

    `headings` (folded heading to field) and `units` (comparing key to number) are decisions of
    this run, remembered with it for the lists to come.
    """

    hints: Hints = field(default_factory=Hints)
    defaults: Mapping[str, Any] = field(default_factory=dict)
    update: bool = False
    skip_bad: bool = False
    dry_run: bool = False
    new_terms: bool = False
    another_person: bool = False  # who bears a purged name is not the one who was purged
    password: str | None = None
    headings: Mapping[str, str] = field(default_factory=dict)
    units: Mapping[str, int] = field(default_factory=dict)
    asked_groups: bool = False
    asked_new_units: bool = False
    asked_corrections: bool = False
    over_changes: bool | None = None  # correct what was changed here since; None: not asked
    cancel_gone: bool | None = None  # records whose rows are gone from a sheet; None: not asked
    passed_over: frozenset[str] = frozenset()  # names of units that the clerk left open
    ask_password: Callable[[str], str | None] = lambda _file: None
    tell_long: Callable[[str, int], object] = lambda _file, _cells: None
    # What may still fail and then nothing is to be written.
    before_writing: "Callable[[RunResult], object]" = lambda _outcome: None


@dataclass
class FileResult:
    """One file: what was understood of it, and what became of each of its lists."""

    reading: Reading
    before: tuple[str, str] | None = None  # the import that took in this very file, and its day
    taken: list[tuple[SheetReading, Taken]] = field(default_factory=list)
    stamp: sheets.Stamp | None = None  # of the register that wrote the file

    @property
    def problems(self) -> list[Problem]:
        """Everything to tell about the file, its sheets and its rows, in that order."""
        own = [problem for sheet in self.reading.sheets for problem in sheet.problems]
        found = [one for sheet, taken in self.taken for one in _located(sheet, taken.findings)]
        return [*self.reading.problems, *sorted([*own, *found], key=lambda p: p.row or 0)]

    @property
    def refused(self) -> int:
        """How many rows are kept out."""
        late = {id(sheet): taken.refused for sheet, taken in self.taken}
        return sum(_kept_out(sheet, late.get(id(sheet), set())) for sheet in self.reading.sheets)

    @property
    def lists(self) -> list[SheetReading]:
        """The sheets that hold a list to take in."""
        return [sheet for sheet in self.reading.sheets if is_list(sheet)]

    def count(self, outcome: str) -> int:
        """How many records were `added`, `changed` or `unchanged`."""
        return sum(taken.counts[outcome] for _sheet, taken in self.taken)

    @property
    def blocked(self) -> bool:
        return any(problem.severity == "block" for problem in self.problems)


def _kept_out(sheet: SheetReading, late: set[tuple[str | None, int]]) -> int:
    """The rows refused by the list or by the register; of a sheet that is not taken in, all."""
    if not sheet.header_rows or sheet.ignored:
        return 0
    closed = sheet.blocked or not is_list(sheet)
    rows = {record.row for record in (*sheet.refused, *(sheet.records if closed else ()))}
    return len(rows | {row for _name, row in late})


# What `duplicates` lists with the command that settles it.
_OPEN = ("may_be", "may_be_row", "alike", "alike_row", "like_record", "like_row",
         "like_row_elsewhere", "same_honour", "same_honour_row", "second_award",
         "second_award_row")  # fmt: skip
OUTCOMES = ("added", "changed", "unchanged")


@dataclass
class RunResult:
    """A whole run: its files, and the import it was logged under, if anything was written."""

    files: list[FileResult]
    vocabularies: Vocabularies  # as the lists left them, if they are taken in or not
    dry_run: bool = False
    refused: bool = False
    import_id: str | None = None
    shown: bool = False  # to a person, before it was taken in
    said: bool = False  # its values are in the words of the screen
    joined: int = 0  # new records that speak of whom the register had before
    parted: tuple[Parted, ...] = ()  # who was one before the run and is no longer

    @property
    def blocked(self) -> bool:
        return any(file.blocked for file in self.files)

    @property
    def open(self) -> int:
        """How many rows may speak of one who is counted apart."""
        codes = [problem.code for file in self.files for problem in file.problems]
        return sum(code in _OPEN for code in codes)

    @property
    def writes(self) -> bool:
        return any(file.count("added") + file.count("changed") for file in self.files)


def is_list(sheet: SheetReading) -> bool:
    return sheet.register is not None and sheet.ignored is None and sheet.header_rows is not None


def _located(sheet: SheetReading, findings: Iterable[Finding]) -> Iterator[Problem]:
    """The findings of the register with the address of the cell that each speaks of."""
    if not findings:
        return
    records = {record.row: record for record in sheet.records}
    for finding in findings:
        record = records[finding.row]
        places = record.columns.get(finding.column, ())
        cell = sheets.address(finding.row - 1, places[0]) if places else None
        values = {"cell": cell or f"{finding.row}", "row": finding.row, **finding.values}
        row, at = (None, None) if finding.of_list else (finding.row, cell)
        where = (record.sheet, row, finding.column, at)
        yield Problem(*where, finding.code, finding.severity, values)  # type: ignore[arg-type]

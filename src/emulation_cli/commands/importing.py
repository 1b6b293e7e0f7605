"""One run of `emul import`: files read, understood, taken in as one change, and told about."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NamedTuple

from emulation_cli import intake, sheets
from emulation_cli.commands.import_likely import ListTaken, warn_of_likely
from emulation_cli.commands.import_said import say_values
from emulation_cli.domain.errors import FileTrouble
from emulation_cli.domain.terms import Vocabularies
from emulation_cli.domain.units import UnitNames
from emulation_cli.intake.model import Hints, Problem, Reading, SheetReading
from emulation_cli.register import backups
from emulation_cli.register.importing import ORDER, Importer
from emulation_cli.register.store import Register
from emulation_cli.register.taken import Finding, Taken, imported_before, log_import

_NOT_THERE = "intake.no_such_file"
# What other lists are read by: they are read again once these are taken in.
_READ_BY = ("terms", "units", "successions")


class Lookup(NamedTuple):
    """The names that lists may use, as the register has them now."""

    units: UnitNames
    terms: Vocabularies


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
    password: str | None = None
    headings: Mapping[str, str] = field(default_factory=dict)
    units: Mapping[str, int] = field(default_factory=dict)
    asked_groups: bool = False
    asked_new_units: bool = False
    passed_over: frozenset[str] = frozenset()  # names of units that the clerk left open
    ask_password: Callable[[str], str | None] = lambda _file: None


@dataclass
class FileResult:
    """One file: what was understood of it, and what became of each of its lists."""

    reading: Reading
    before: tuple[str, str] | None = None  # the import that took in this very file, and its day
    taken: list[tuple[SheetReading, Taken]] = field(default_factory=list)

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


OUTCOMES = ("added", "changed", "unchanged")


@dataclass
class RunResult:
    """A whole run: its files, and the import it was logged under, if anything was written."""

    files: list[FileResult]
    dry_run: bool = False
    refused: bool = False
    import_id: str | None = None
    shown: bool = False  # to a person, before it was taken in

    @property
    def blocked(self) -> bool:
        return any(file.blocked for file in self.files)

    @property
    def writes(self) -> bool:
        return any(file.count("added") + file.count("changed") for file in self.files)


def is_list(sheet: SheetReading) -> bool:
    return sheet.register is not None and sheet.ignored is None and sheet.header_rows is not None


def run(
    register: Register,
    files: Sequence[Path],
    wishes: Wishes,
    advance: Callable[[Path], object] = lambda _path: None,
) -> RunResult:
    """Read the files and take their lists in as one change: all or nothing, or `skip_bad`.

    Raises FileTrouble where a file cannot be read; nothing is written then. With `skip_bad` the
    others of a batch are taken in.
    """
    workbooks, unread = _opened_all(files, wishes, advance)
    if not wishes.dry_run:
        backups.before(register.path, register.connection, "import")
    with register.change() as change:
        decided = _decide(register, wishes)
        results = [_result(register, workbook, wishes) for workbook in workbooks]
        importer = Importer(register, update=wishes.update, defaults=wishes.defaults)
        stale = False
        for place, noun in enumerate(ORDER):
            if stale and any(sheet.register == noun for one in results for sheet in one.lists):
                # They were read before their units, and who follows whom, were known.
                for result, workbook in zip(results, workbooks, strict=True):
                    _read_again(register, workbook, wishes, result, ORDER[:place])
                stale = False
            stale |= _take(importer, results, noun) and noun in _READ_BY
        importer.finish()
        warn_of_likely(
            register,
            [ListTaken(one.reading.file, *taken) for one in results for taken in one.taken],
        )
        say_values(register, [taken for one in results for _sheet, taken in one.taken])
        outcome = RunResult([*results, *unread], wishes.dry_run)
        outcome.refused = outcome.blocked and not wishes.skip_bad
        kept = not outcome.refused and not wishes.dry_run
        change.keep = kept and (outcome.writes or decided)
        if kept and outcome.writes:
            outcome.import_id = log_import(register, change.id, list(_log(results)))
    return outcome


def _opened_all(
    files: Sequence[Path], wishes: Wishes, advance: Callable[[Path], object]
) -> tuple[list[sheets.Workbook], list[FileResult]]:
    """The workbooks, and with `skip_bad` the files of a batch that cannot be read."""
    workbooks, unread = [], []
    for path in files:
        try:
            workbooks.append(_opened(path, wishes))
        except FileTrouble as trouble:
            if not wishes.skip_bad or len(files) == 1 or trouble.sentence == _NOT_THERE:
                raise
            unread.append(_unread(path, trouble))
        advance(path)
    if not workbooks:
        raise FileTrouble("imports.none_readable", count=len(files))
    return workbooks, unread


def _unread(path: Path, trouble: FileTrouble) -> FileResult:
    """A file of a batch that cannot be read, for the answer to name."""
    code = trouble.sentence.removeprefix("intake.")
    problem = Problem("", None, None, None, code, "block", trouble.values)
    return FileResult(Reading(path.name, "", (), (problem,)))


def _opened(path: Path, wishes: Wishes) -> sheets.Workbook:
    """The workbook; where someone is there to ask, she is asked for its password."""
    try:
        return sheets.read(path, wishes.password)
    except FileTrouble as trouble:
        if trouble.sentence not in ("intake.password_needed", "intake.password_wrong"):
            raise
        password = wishes.ask_password(path.name)
        if not password:
            raise
    return sheets.read(path, password)


def remember(register: Register, wishes: Wishes) -> bool:
    """Keep what was decided although the lists are refused: nobody is asked twice."""
    with register.change() as change:
        change.keep = _decide(register, wishes)
    return change.keep


def _decide(register: Register, wishes: Wishes) -> bool:
    """Remember what was decided for the lists to come; whether any of it is new."""
    new = False
    for about, decisions in (("heading", wishes.headings), ("unit", wishes.units)):
        before = register.decisions(about)
        for text, meaning in decisions.items():
            new |= before.get(text) != str(meaning)
            register.decide(about, text, str(meaning))
    return new


def _result(register: Register, workbook: sheets.Workbook, wishes: Wishes) -> FileResult:
    reading = _read(register, workbook, wishes)
    return FileResult(reading, imported_before(register, reading.digest))


def _read(register: Register, workbook: sheets.Workbook, wishes: Wishes) -> Reading:
    lookup = Lookup(register.unit_names, register.vocabularies)
    hints = replace(wishes.hints, headings=register.decisions("heading"))
    return intake.read_lists(workbook, hints, lookup)


def _read_again(
    register: Register,
    workbook: sheets.Workbook,
    wishes: Wishes,
    result: FileResult,
    taken: Sequence[str],
) -> None:
    """A second reading; the sheets of the nouns that were `taken` stay as they were."""
    if all(sheet.register in taken for sheet in result.lists):
        return
    first = {_place(sheet): sheet for sheet in result.lists if sheet.register in taken}
    result.reading = replace(result.reading, sheets=())  # its rows make room for the new ones
    again = _read(register, workbook, wishes)
    kept = tuple(first.get(_place(sheet), sheet) for sheet in again.sheets)
    result.reading = replace(again, sheets=kept)


def _place(sheet: SheetReading) -> tuple[object, ...]:
    """Where a list stands: one sheet may hold several, one below or beside the other."""
    return sheet.name, sheet.header_rows, next(iter(sheet.columns.values()), None)


def _take(importer: Importer, results: Iterable[FileResult], noun: str) -> bool:
    """Take in every list of a noun; whether anything was new."""
    new = False
    for result in results:
        for sheet in result.lists:
            if sheet.register == noun and not sheet.blocked:
                taken = importer.take(noun, sheet.records)
                result.taken.append((sheet, taken))
                new |= bool(taken.added or taken.changed)
    return new


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
        where = (record.sheet, finding.row, finding.column, cell)
        yield Problem(*where, finding.code, finding.severity, values)  # type: ignore[arg-type]


def _log(results: Iterable[FileResult]) -> Iterator[dict[str, Any]]:
    for result in results:
        for sheet, taken in result.taken:
            yield {
                "file": result.reading.file,
                "digest": result.reading.digest,
                "sheet": sheet.name,
                "register": taken.noun,
                "rows_read": len(sheet.records) + len(sheet.refused),
                **taken.counts,
                "refused": len(sheet.refused) + len(taken.refused),
                "skipped": len(sheet.skipped),
            }

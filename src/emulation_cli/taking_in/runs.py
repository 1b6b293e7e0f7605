"""One run of `emul import`: files read, understood, taken in as one change."""

from collections import ChainMap
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from emulation_cli import intake, sheets
from emulation_cli.domain.catalogue.refs import NOUN_OF
from emulation_cli.domain.errors import FileTrouble
from emulation_cli.domain.offices.units import UnitNames
from emulation_cli.domain.terms import Vocabularies
from emulation_cli.domain.text import safe
from emulation_cli.intake.model import Problem, Reading, SheetReading
from emulation_cli.register import answers
from emulation_cli.register.copies import backups
from emulation_cli.register.imports import imported_before, log_import
from emulation_cli.register.store import Register
from emulation_cli.taking_in.corrections.coming_back import ComingBack
from emulation_cli.taking_in.corrections.gone import cancel_gone, gone_from, told_gone
from emulation_cli.taking_in.importer import ORDER, Importer
from emulation_cli.taking_in.likely import ListTaken, warn_of_likely
from emulation_cli.taking_in.purged import without_purged
from emulation_cli.taking_in.results import FileResult, RunResult, Wishes
from emulation_cli.taking_in.told_of_added import warn_of_added
from emulation_cli.taking_in.whom import joined, note_open

_NOT_THERE = "intake.no_such_file"
# What other lists are read by: they are read again once these are taken in.
_READ_BY = ("terms", "units", "successions")


class RegisterLookup(NamedTuple):
    """The names that lists may use, as the register has them now."""

    units: UnitNames
    terms: Vocabularies


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
        decided = _decide(register, wishes, workbooks)
        results = [_result(register, workbook, wishes) for workbook in workbooks]
        importer = _importer(register, wishes)
        stale = False
        for place, noun in enumerate(ORDER):
            if stale and any(sheet.register == noun for one in results for sheet in one.lists):
                # They were read before their units, and who follows whom, were known.
                for result, workbook in zip(results, workbooks, strict=True):
                    _read_again(register, workbook, wishes, result, ORDER[:place])
                stale = False
            stale |= _take(importer, results, noun) and noun in _READ_BY
        importer.finish()
        cancelled = [_settle_gone(register, result, wishes) for result in results]
        outcome = RunResult([*results, *unread], register.vocabularies, wishes.dry_run)
        _tell_of_added(register, outcome)
        outcome.refused = outcome.blocked and not wishes.skip_bad
        kept = not outcome.refused and not wishes.dry_run
        change.keep = kept and (outcome.writes or decided or any(cancelled))
        if kept and outcome.writes:
            outcome.import_id = log_import(register, change.id, list(_log(results)))
        if change.keep:
            wishes.before_writing(outcome)
    return outcome


def _tell_of_added(register: Register, outcome: RunResult) -> None:
    """Whom the new records speak of, what is odd about them, and whom they part."""
    register.work_out()
    lists = [ListTaken(one.reading.file, *taken) for one in outcome.files for taken in one.taken]
    warn_of_likely(register, lists)
    note_open(register, lists)
    warn_of_added(register, lists)
    outcome.joined, outcome.parted = joined(register, lists), tuple(register.parted)


def _importer(register: Register, wishes: Wishes) -> Importer:
    return Importer(
        register, wishes.update, wishes.defaults, wishes.new_terms, bool(wishes.over_changes)
    )


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
    if files and not workbooks:
        raise FileTrouble("imports.none_readable", count=len(files))
    return workbooks, unread


def _unread(path: Path, trouble: FileTrouble) -> FileResult:
    """A file of a batch that cannot be read, for the answer to name."""
    code = trouble.sentence.removeprefix("intake.")
    problem = Problem("", None, None, None, code, "block", trouble.values)
    return FileResult(Reading(safe(path.name), "", (), (problem,)))


def _opened(path: Path, wishes: Wishes) -> sheets.Workbook:
    """The workbook; where someone is there to ask, she is asked for its password."""

    def tell_long(cells: int) -> None:
        wishes.tell_long(safe(path.name), cells)

    try:
        return sheets.read(path, wishes.password, tell_long)
    except FileTrouble as trouble:
        if trouble.sentence not in ("intake.password_needed", "intake.password_wrong"):
            raise
        password = wishes.ask_password(safe(path.name))
        if not password:
            raise
    return sheets.read(path, password, tell_long)


def remember(register: Register, wishes: Wishes) -> bool:
    """Keep what was decided although the lists are refused: nobody is asked twice."""
    with register.change() as change:
        change.keep = _decide(register, wishes)
    return change.keep


def _decide(register: Register, wishes: Wishes, workbooks: Sequence[sheets.Workbook] = ()) -> bool:
    """Remember what was decided for the lists to come, and for these; whether any of it is new."""
    new = False
    for about, decisions in (("heading", wishes.headings), ("unit", wishes.units)):
        for text, meaning in decisions.items():
            for digest in ("", *(one.digest for one in workbooks if about == "unit")):
                given = answers.Answer(about, text, str(meaning), digest)
                new |= answers.remember(register.connection, given)
    register.forget_units()
    return new


def _result(register: Register, workbook: sheets.Workbook, wishes: Wishes) -> FileResult:
    reading = _read(register, workbook, wishes)
    before = imported_before(register, reading.digest)
    return FileResult(reading, before, stamp=workbook.stamp)


def _read(register: Register, workbook: sheets.Workbook, wishes: Wishes) -> Reading:
    of_list = answers.answers(register.connection, "unit", workbook.digest)
    units = register.unit_names.meant_in({text: int(one) for text, one in of_list.items()})
    lookup = RegisterLookup(units, register.vocabularies)
    own = wishes.hints.own_headings if workbook.stamp else {}
    if workbook.format == "csv" and _is_our_csv(workbook):
        own = wishes.hints.own_codes
    decided = answers.answers(register.connection, "heading")
    headings = ChainMap(decided, wishes.hints.headings, own)  # type: ignore[arg-type]
    hints = replace(wishes.hints, headings=headings)
    with sheets.understood_in_time(workbook):
        reading = intake.read_lists(workbook, hints, lookup)
    return reading if wishes.another_person else without_purged(register, reading)


def _is_our_csv(workbook: sheets.Workbook) -> bool:
    """Whether ids of one noun stand in the first column, under the word that `list` writes."""
    rows = workbook.sheets[0].rows[:2] if workbook.sheets else ()
    heads = [str(row[0]).strip("\ufeff ") if row else "" for row in rows]
    return (
        len(heads) > 1 and heads[0] == "id" and heads[1][:1] in NOUN_OF and heads[1][1:].isdigit()
    )


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
                importer.coming_back = ComingBack(
                    importer.register,
                    result.stamp,
                    update=importer.update,
                    over_changes=importer.over_changes,
                    numbers=importer.numbers,
                )
                taken = importer.take(noun, sheet.records)
                result.taken.append((sheet, taken))
                new |= bool(taken.added or taken.changed)
    return new


def _settle_gone(register: Register, result: FileResult, wishes: Wishes) -> bool:
    """Tell of rows that are gone from a sheet of ours; whether their records were cancelled."""
    gone = gone_from(register, result)
    if not gone:
        return False
    cancelling = bool(wishes.cancel_gone)
    if cancelling:
        cancel_gone(register, gone, result.reading.file)
    problems = (*result.reading.problems, told_gone(gone, cancelled=cancelling))
    result.reading = replace(result.reading, problems=problems)
    return cancelling


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

"""Rows of a list that bear a name which was purged: the list comes again, or a namesake came."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from emulation_cli.domain.catalogue.nouns import WITH_KIND
from emulation_cli.domain.patterns import pattern
from emulation_cli.domain.person_names import is_body, is_person, take_apart
from emulation_cli.intake.model import Problem, Reading, Record, SheetReading
from emulation_cli.register.purging.tombstones import purged_names
from emulation_cli.register.store import Register
from emulation_cli.sheets.workbook import address

_NAMING = ("name", "recipient", "leader")
_LONGEST_NAME = 5  # words
_MOST_WORDS = 30  # of a cell
_BETWEEN = pattern(r"[-–_.,;:()\[\]\"“”«»/|*\d]+")


def without_purged(register: Register, reading: Reading) -> Reading:
    """The reading with such rows refused."""
    is_purged = purged_names(register)
    if is_purged is None:
        return reading
    return replace(reading, sheets=tuple(_checked(sheet, is_purged) for sheet in reading.sheets))


def _checked(sheet: SheetReading, is_purged: Callable[[str], bool]) -> SheetReading:
    if sheet.register not in (*WITH_KIND, "presenters"):
        return sheet
    found = [problem for record in sheet.records for problem in _problems(record, is_purged)]
    rows = {problem.row for problem in found}
    if not rows:
        return sheet
    return replace(
        sheet,
        records=tuple(record for record in sheet.records if record.row not in rows),
        refused=(*sheet.refused, *(record for record in sheet.records if record.row in rows)),
        problems=(*sheet.problems, *found),
    )


def _problems(record: Record, is_purged: Callable[[str], bool]) -> Iterator[Problem]:
    for column in _NAMING:
        name = record.values.get(column)
        if isinstance(name, str) and any(map(is_purged, _ways(name))):
            places = record.columns.get(column, ())
            cell = address(record.row - 1, places[0]) if places else str(record.row)
            values = {"cell": cell, "row": record.row}
            where = (record.sheet, record.row, column, cell)
            yield Problem(*where, "purged_name", "block", values)


def _ways(name: str) -> Iterator[str]:
    """As it stands, and what may be a name among what is written round it."""
    yield name
    bare = take_apart(name.rstrip(" .,;:")).name
    yield bare
    words = [word for part in _BETWEEN.split(bare) for word in part.split()]
    yield " ".join(words)
    if len(words) > _LONGEST_NAME or not is_person(bare):
        yield from _parts(words)


def _parts(words: Sequence[str]) -> Iterator[str]:
    """Runs of words that may be a person's name: «Nguyễn Thị Hòa» with a post before or behind.

    What begins with the word for a body is one, and may be called after somebody.
    """
    if is_body(" ".join(words)):
        return
    for first in range(min(len(words), _MOST_WORDS)):
        for end in range(first + 2, min(first + _LONGEST_NAME, len(words)) + 1):
            yield " ".join(words[first:end])

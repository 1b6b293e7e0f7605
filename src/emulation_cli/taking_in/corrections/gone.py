"""Rows that a sheet of `emul` had and has no more: told, asked, never deleted."""

from collections.abc import Iterator

from emulation_cli.domain.catalogue.nouns import BY_PLURAL
from emulation_cli.domain.catalogue.refs import LETTERS, Ref
from emulation_cli.domain.patterns import pattern
from emulation_cli.intake.model import Problem
from emulation_cli.intake.own_lists import READ_AS
from emulation_cli.register.cancelling import cancel_row
from emulation_cli.register.log.as_of_export import mark_of, standing_between
from emulation_cli.register.store import Register
from emulation_cli.taking_in.results import FileResult

CODE, CANCELLED = "rows_gone", "rows_cancelled"
_NAMED = 12
_ID = pattern(r"\b[A-Z][0-9]{1,15}\b")
_RANGE = pattern(r"([A-Z])([0-9]{1,15})(?:-([0-9]{1,15}))?")


def gone_from(register: Register, file: FileResult) -> list[Ref]:
    """The records whose rows stood in a sheet when it was written, and stand in it no more.

    What was cancelled since is none of them, nor is a sheet that was left out as a whole.
    """
    if file.stamp is None or file.stamp.register != mark_of(register)[0]:
        return []
    seen = set(_ids_in(file))
    letters = {found[0] for found in seen}
    written = (ref for ref in _written(register, file.stamp.rows) if str(ref)[0] in letters)
    return [ref for ref in written if str(ref) not in seen]


def told_gone(gone: list[Ref], *, cancelled: bool) -> Problem:
    """What is said of them, with the command that takes one out of the counting."""
    names = ", ".join(map(str, gone[:_NAMED])) + (" …" if len(gone) > _NAMED else "")
    values = {"records": names, "count": len(gone), "first": str(gone[0])}
    if cancelled:
        return Problem("", None, None, None, CANCELLED, "info", values)
    return Problem("", None, None, None, CODE, "warn", values)


def cancel_gone(register: Register, gone: list[Ref], reason: str) -> None:
    """Cancel them within the change that is under way: they stay visible and are not counted."""
    for ref in gone:
        cancel_row(register, str(ref), reason)


def _ids_in(file: FileResult) -> Iterator[str]:
    for sheet in file.reading.sheets:
        for record in (*sheet.records, *sheet.refused):
            for cell in record.cells:
                if isinstance(cell, str) and _ID.fullmatch(cell.strip()):
                    yield cell.strip()
        for row in sheet.skipped:
            yield from _ID.findall(row.text)


def _written(register: Register, rows: str) -> Iterator[Ref]:
    nouns = {LETTERS[noun]: noun for noun in READ_AS}
    for letter, first, last in _RANGE.findall(rows):
        if (noun := nouns.get(letter)) is None:
            continue
        table = BY_PLURAL[noun].table
        numbers = standing_between(register, table, int(first), int(last or first))
        yield from (Ref(noun, number) for number in numbers)

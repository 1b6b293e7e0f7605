"""Sheets that nothing is taken from, and those that `--as` does not mean."""

import re
from collections.abc import Iterator
from dataclasses import replace

from emulation_cli.domain.text import clean, fold
from emulation_cli.intake.columns import near_headings
from emulation_cli.intake.grid import filled
from emulation_cli.intake.model import Hints, Lookup, Problem, Severity, SheetReading, Skipped
from emulation_cli.intake.sheet_tables import tables_of
from emulation_cli.intake.table_summary import SHOWN
from emulation_cli.sheets.workbook import Sheet, Workbook

_LETTERS = ("tron thu", "mail merge")  # the rows of the list once more, in words for a letter
_EXAMPLES = (
    "huong dan",
    "vi du",
    "hdsd",
    "example",
    "instruction",
    "guide",
    "mau nhap",
    "nhap thu",
)
_ROWS_SHOWN, _FULL = 200, 4


def why_ignored(sheet: Sheet) -> str | None:
    if not sheet.visible:
        return "hidden"
    name = " ".join(("", *re.findall(r"[^\W_]+", fold(sheet.name)), ""))
    if any(f" {words} " in name for words in _LETTERS):
        return "letters"
    return "example" if any(f" {words} " in name for words in _EXAMPLES) else None


def of_other_registers(workbook: Workbook, hints: Hints, lookup: Lookup) -> frozenset[str]:
    """The sheets that surely are of another register than the clerk says, where one is not.

    `--as` says what the list is for, not what every sheet of its book must be.
    """
    shown = [sheet for sheet in workbook.sheets if why_ignored(sheet) is None]
    if hints.register is None or len(shown) == 1:
        return frozenset()
    plain = replace(hints, register=None)
    other = {
        sheet.name: [
            one.decided.register not in (None, hints.register) and not one.decided.close
            for one in tables_of(sheet, plain, lookup, workbook.file)
        ]
        for sheet in shown
    }
    if all(all(said) for said in other.values()):
        return frozenset()  # then she means them all
    return frozenset(name for name, said in other.items() if said and all(said))


def as_elsewhere(reading: SheetReading) -> Problem:
    values = {"sheet": reading.name, "taken": reading.register or ""}
    return Problem(reading.name, None, None, None, "as_elsewhere", "info", values)


def _unread(sheet: Sheet) -> Iterator[Problem]:
    """Rows as full as records beside a list that was read: each is named, none just passed over."""
    full = [n for n, row in enumerate(sheet.rows[:_ROWS_SHOWN]) if sum(map(filled, row)) >= _FULL]
    for number in full if len(full) > 1 else ():
        values = {"row": number + 1, "sheet": sheet.name}
        yield Problem(sheet.name, number + 1, None, None, "unread_row", "warn", values)


def without_list(sheet: Sheet, ignored: str | None, hints: Hints, *, among: bool) -> SheetReading:
    """A sheet without a table, perhaps `among` lists; its first rows show what it is."""
    if ignored == "hidden":  # what drop-downs offer, mostly; nobody saw it, nobody misses it
        return SheetReading(sheet.name, ignored=ignored)
    skipped = []
    for number, row in enumerate(sheet.rows):
        texts = [clean(str(cell)) for cell in row if filled(cell)]
        if texts:
            skipped.append(Skipped(sheet.name, number + 1, " | ".join(texts)[:SHOWN], "note"))
        if len(skipped) == _ROWS_SHOWN:
            break
    if not skipped:
        return SheetReading(sheet.name, ignored=ignored or "empty")
    told: tuple[str, Severity] = ("no_header", "block") if hints.header_row else ("no_list", "info")
    problems = list(_unread(sheet)) if among and not ignored else []
    if sheet.name:  # of a text file the file itself is told
        problems.append(Problem(sheet.name, None, None, None, *told, {"sheet": sheet.name}))
    if not ignored:
        problems += near_headings.of_sheet(sheet, hints.headings)
    return SheetReading(
        sheet.name, skipped=tuple(skipped), problems=tuple(problems), ignored=ignored or "no_list"
    )


def nothing_of(reading: SheetReading, ignored: str) -> SheetReading:
    """A hidden or example sheet is found but not taken in; its rows are told as a whole."""
    values = {"sheet": reading.name, "rows": reading.found}
    problem = Problem(reading.name, None, None, None, f"{ignored}_sheet", "info", values)
    return replace(
        reading, records=(), refused=(), skipped=(), problems=(problem,), ignored=ignored
    )

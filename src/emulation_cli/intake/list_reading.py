"""A workbook to records and problems: the whole way, without touching any register."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from emulation_cli.domain.text import clean, fold
from emulation_cli.intake import checks, code_sheets, explained_headings
from emulation_cli.intake.cells import encodings
from emulation_cli.intake.checks import noted
from emulation_cli.intake.columns import near_headings
from emulation_cli.intake.columns.explanations import reasons_of
from emulation_cli.intake.columns.registers import NAME_FIELD
from emulation_cli.intake.model import (
    Hints,
    Lookup,
    Problem,
    Reading,
    Record,
    SheetReading,
)
from emulation_cli.intake.other_sheets import successions, term_lists, units_by_level
from emulation_cli.intake.other_sheets.left_out_sheets import (
    as_elsewhere,
    nothing_of,
    of_other_registers,
    why_ignored,
    without_list,
)
from emulation_cli.intake.records import record_dates, repeated_rows
from emulation_cli.intake.records.record_rows import Records
from emulation_cli.intake.rows import stated_totals
from emulation_cli.intake.rows.struck_rows import without_struck_rows
from emulation_cli.intake.sheet_tables import ListTable, continued, tables_of, under_title_of
from emulation_cli.intake.table_building import build
from emulation_cli.intake.table_summary import left_out, sheet_reading, shown_value
from emulation_cli.intake.unit_of_sheet import with_unit
from emulation_cli.sheets.workbook import Sheet, Workbook, column_letters

__all__ = ["read_lists", "shown_value"]

_SHEETS_OF_THEIR_OWN = (successions, term_lists, units_by_level)
_COUNTED = ("honours", "exemplars", "models", "events")
_MANY = 0.5


def read_lists(workbook: Workbook, hints: Hints, lookup: Lookup) -> Reading:
    """Everything a workbook holds, sheet by sheet; never raises for what a list contains."""
    workbook = replace(workbook, sheets=tuple(map(without_struck_rows, workbook.sheets)))
    with _without_collector():
        sheets: list[SheetReading] = []
        before: ListTable | None = None
        codes = code_sheets.codes_of(workbook.sheets)
        apart = of_other_registers(workbook, hints, lookup)
        for given in workbook.sheets:
            explained, said = explained_headings.with_meanings(given)
            sheet, told = code_sheets.with_meanings(explained, codes, lookup)
            own = replace(hints, register=None) if given.name in apart else hints
            found, before = _read_sheet(sheet, own, lookup, (workbook.file, before))
            told += [as_elsewhere(found[0])] if own is not hints else []
            found[0] = replace(found[0], problems=(*found[0].problems, *said, *told))
            sheets += found
    problems = [problem for sheet in workbook.sheets for problem in noted(sheet)]
    if workbook.misnamed and workbook.format != "csv":
        values = {"suffix": workbook.misnamed, "format": workbook.format}
        problems.append(Problem("", None, None, None, "misnamed_file", "info", values))
    if not any(sheet.header_rows for sheet in sheets):
        # A list that is not recognised must not pass for one that holds nothing new.
        values = {"file": workbook.file}
        problems.append(Problem("", None, None, None, "no_list_in_file", "block", values))
    return Reading(workbook.file, workbook.digest, tuple(sheets), tuple(problems))


@contextmanager
def _without_collector() -> Iterator[None]:
    """Nothing here is cyclic; looking for cycles among 100,000 new records costs a fifth of it."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _read_sheet(
    sheet: Sheet, hints: Hints, lookup: Lookup, around: tuple[str, ListTable | None]
) -> tuple[list[SheetReading], ListTable | None]:
    """One reading a table; a sheet without a table gives one that says so.

    `around` is the file, and the last table before this sheet: it may go on here.
    """
    file, before = around
    converted = encodings.to_unicode(sheet, hints.encoding)
    sheet = converted.sheet
    ignored = why_ignored(sheet)
    if hints.register in (None, *(room.REGISTER for room in _SHEETS_OF_THEIR_OWN)) and (
        special := successions.read_sheet(sheet, lookup)
        or term_lists.read_sheet(sheet)
        or units_by_level.read_sheet(sheet)
    ):
        return [nothing_of(special, ignored) if ignored else special], before
    tables = list(tables_of(sheet, hints, lookup, file))
    if tables and before and not ignored:
        tables[0] = under_title_of(tables[0], before)
    if not tables and before and not ignored:
        tables = list(filter(None, [continued(sheet, before, lookup)]))
    if not tables:
        return [without_list(sheet, ignored, hints, among=before is not None)], before
    readings = [_read_table(table, hints, lookup) for table in tables]
    if ignored:
        return [nothing_of(reading, ignored) for reading in readings], before
    return [_with_conversions(readings[0], converted), *readings[1:]], tables[-1]


def _with_conversions(reading: SheetReading, converted: encodings.Converted) -> SheetReading:
    problems = list(reading.problems)
    for column, encoding in converted.encodings:
        cells = [
            cell
            for cell in converted.cells
            if cell[0].rstrip("0123456789") == column_letters(column)
        ]
        if cells:
            values = {"column": column_letters(column), "encoding": encoding, "count": len(cells),
                      "before": cells[-1][1], "after": cells[-1][2]}  # fmt: skip
            problems.append(
                Problem(reading.name, None, None, None, "converted_text", "info", values)
            )
    used = {
        place
        for places in reading.columns.values()
        for place in ([places] if isinstance(places, str) else places)
    }
    for column, text in converted.unclear:
        if column_letters(column) in used:
            choices = [
                encodings.convert(text, name)
                for name in dict.fromkeys(e for _c, e in converted.encodings)
            ]
            values = {
                "column": column_letters(column),
                "text": text,
                "first": text,
                "second": choices[0],
            }
            problems.append(
                Problem(reading.name, None, None, None, "unclear_encoding", "block", values)
            )
    return replace(reading, problems=tuple(problems), conversions=converted.cells)


def _read_table(table: ListTable, hints: Hints, lookup: Lookup) -> SheetReading:
    table, hints = with_unit(table, hints, lookup)
    builder = build(table, hints, lookup)
    checks.complete(builder)
    records = builder.records()
    if builder.register == "models":
        records = list(record_dates.by_marked_year(builder, records))
    elif builder.register == "honours" and "title" in builder.values:
        records = list(checks.by_award(records))
    positions = {row + 1: position for position, row in enumerate(builder.rows)}
    for position, earlier in repeated_rows.repeats(records):
        _tell_repeat(builder, records, positions, position, earlier)
    _tell_stated(builder)
    _tell_left_out(builder)
    builder.problems += near_headings.of_weighed(table.sheet.name, table.header, hints.headings)
    builder.problems = list(_once(builder.problems))
    refused = {builder.rows[position] + 1 for position in builder.blocked}
    reading = sheet_reading(builder, records, refused)
    if hints.explain:
        reading = replace(reading, why=tuple(reasons_of(table, lookup)))
    return reading


def _tell_left_out(builder: Records) -> None:
    """Columns that most records fill and nothing is kept of; numbers of persons have their own."""
    told = [
        f"{column_letters(column.number)} «{clean(column.heading)}»"
        for column, share in left_out(builder)
        if share >= _MANY and column.concept != "personal" and column.number not in builder.left_out
    ]
    if told:
        builder.tell(None, None, (), "columns_not_kept", "warn", columns="; ".join(told))


def _once(problems: Sequence[Problem]) -> Iterator[Problem]:
    """A new unit, or a unit that is meant by a place, is told once, however many rows name it."""
    told = set()
    for problem in problems:
        if problem.code in ("new_unit", "unit_taken_as"):
            name = fold(str(problem.values["value"]))
            if name in told:
                continue
            told.add(name)
        yield problem


def _tell_repeat(
    builder: Records,
    records: Sequence[Record],
    positions: dict[int, int],
    position: int,
    earlier: int,
) -> None:
    field = NAME_FIELD.get(builder.register or "", "name")
    record, of_row = records[position], records[earlier].row
    builder.tell(
        positions[record.row], field, builder.columns.get(field, ())[:1], "duplicate_row",
        of_row=of_row, name=record.values.get(field),
    )  # fmt: skip


def _tell_stated(builder: Records) -> None:
    table = builder.table
    title = table.titles.stated if builder.register in _COUNTED else {}
    if not title and not table.sorted_rows.totals:
        return  # and nothing is counted for it
    names = (named.name if named else "" for named in builder.named)
    kinds = builder.values.get("kind") or ["unclassified"] * len(builder.rows)
    records = zip(builder.rows, names, map(str, kinds), strict=True)
    for row, text, said, listed in stated_totals.differing(
        table.sorted_rows, records, table.header, table.sheet.rows, title
    ):
        values = {"text": text, "stated": said, "listed": listed}
        where = row if row is not None else _row_of(table, text)
        number = None if where is None else where + 1
        builder.problems.append(
            Problem(table.sheet.name, number, None, None, "stated_count_differs", "warn", values)
        )


def _row_of(table: ListTable, text: str) -> int | None:
    return next((row for row, title in table.title_rows if text in clean(title)), None)

"""What is told of a table beside its records: columns, samples, skipped rows, the decision."""

from collections.abc import Iterator, Sequence

from emulation_cli.domain.offices.units import Unit
from emulation_cli.domain.text import clean
from emulation_cli.domain.times.partial_date import PartialDate
from emulation_cli.intake.cells.cell_values import as_text
from emulation_cli.intake.columns.column_map import Header, SheetColumn
from emulation_cli.intake.columns.registers import is_kept
from emulation_cli.intake.grid import filled
from emulation_cli.intake.headings import synonyms
from emulation_cli.intake.model import DecisionFacts, Frame, Record, SheetReading, Skipped
from emulation_cli.intake.own_lists import OWN_ID, WORKED_OUT
from emulation_cli.intake.records.record_rows import Records
from emulation_cli.intake.sheet_tables import ListTable
from emulation_cli.sheets.workbook import Sheet, column_letters

_SAMPLES = 2
_USED = ("stt", OWN_ID, WORKED_OUT, "first_name", "last_name", *synonyms.MARKS)
SHOWN = 120


def sheet_reading(builder: Records, records: Sequence[Record], refused: set[int]) -> SheetReading:
    table = builder.table
    columns = _letters(builder)
    return SheetReading(
        name=table.sheet.name,
        register=table.register,
        header_rows=(table.header.first + 1, table.header.last + 1),
        columns=columns,
        headings={code: table_heading(table.header, letters) for code, letters in columns.items()},
        samples=_samples(records, builder),
        records=tuple(record for record in records if record.row not in refused),
        refused=tuple(record for record in records if record.row in refused),
        skipped=tuple(_skipped(table)),
        problems=tuple(builder.problems),
        decision=_decision(builder),
        unused=_unused(builder),
        found=len(builder.rows),
        frame=_frame(table),
    )


def table_heading(header: Header, letters: str | tuple[str, ...]) -> str:
    """The heading of the first column of a field, as the sender wrote it."""
    first = letters if isinstance(letters, str) else letters[0]
    return next((clean(c.heading) for c in header.columns if column_letters(c.number) == first), "")


def _letters(builder: Records) -> dict[str, str | tuple[str, ...]]:
    """Field -> letters, of the fields that the register keeps: what is said is what is stored."""
    return {
        code: column_letters(columns[0])
        if len(columns) == 1
        else tuple(map(column_letters, columns))
        for code, columns in builder.columns.items()
        if columns and is_kept(builder.register, code)
    }


def _samples(records: Sequence[Record], builder: Records) -> dict[str, tuple[str, ...]]:
    samples = {}
    for code in builder.columns:
        shown = (shown_value(record.values.get(code)) for record in records[:50])
        samples[code] = tuple(dict.fromkeys(text for text in shown if text))[:_SAMPLES]
    return samples


def shown_value(value: object) -> str:
    """A typed value as text for the preview."""
    if isinstance(value, Unit):
        return value.name
    if isinstance(value, PartialDate):
        return value.iso
    if isinstance(value, tuple):
        return "; ".join(map(str, value))
    return "" if value is None else str(value)


def _frame(table: ListTable) -> Frame:
    header, rows = table.header, table.sheet.rows
    top = sorted({row for row, _text in table.heads} | {*range(header.first, header.last + 1)})
    sections = sorted(row for row, _text, why in table.sorted_rows.skipped if why == "section")
    return Frame(
        top=tuple((row + 1, rows[row]) for row in top if row < len(rows)),
        sections=tuple((row + 1, rows[row]) for row in sections),
        merges=tuple(
            merge
            for merge in table.sheet.merges
            if header.first <= merge.top and merge.bottom <= header.last
        ),
    )


def down_to_header(sheet: Sheet, header: int) -> Iterator[Skipped]:
    """The rows of a sheet to its header, in lists that have one row of it at a fixed place."""
    for number, row in enumerate(sheet.rows[: header + 1]):
        if texts := [text for cell in row if (text := as_text(cell))]:
            why = "header" if number == header else "title"
            yield Skipped(sheet.name, number + 1, " | ".join(texts), why)


def _skipped(table: ListTable) -> Iterator[Skipped]:
    name = table.sheet.name
    for row, text in table.title_rows:
        yield Skipped(name, row + 1, clean(text), "title")
    for row in range(table.header.first, table.header.last + 1):
        texts = (
            [clean(str(cell)) for cell in table.sheet.rows[row] if filled(cell)]
            if row < len(table.sheet.rows)
            else []
        )
        if texts:
            yield Skipped(name, row + 1, " | ".join(texts), "header")
    for row, text, why in sorted(table.sorted_rows.skipped):
        yield Skipped(name, row + 1, text, why)


def _decision(builder: Records) -> DecisionFacts | None:
    titles = builder.table.titles
    if builder.register != "honours" or not titles.number:
        return None
    counts = {kind: count for kind, (count, _text) in titles.stated.items() if kind != "total"}
    return DecisionFacts(titles.number, titles.date, titles.body, counts)


def _unused(builder: Records) -> dict[str, str]:
    """Columns with something in them of which nothing is kept: letters -> heading."""
    return {
        column_letters(column.number): clean(column.heading)
        for column, share in left_out(builder)
        if share
    }


def left_out(builder: Records) -> Iterator[tuple[SheetColumn, float]]:
    """The columns that no kept field is read from, and how many of the records fill each."""
    register, header = builder.register, builder.table.header
    used = {
        column
        for code, columns in builder.columns.items()
        if is_kept(register, code)
        for column in columns
    }
    used |= {c.number for name in _USED for c in header.by_concept.get(name, ())}
    for column in header.columns:
        if column.number not in used - builder.left_out:
            cells = builder.column(column.number)
            yield column, sum(map(filled, cells)) / len(cells) if cells else 0.0

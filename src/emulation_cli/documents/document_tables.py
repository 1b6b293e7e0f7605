"""Breakdowns of the figures as tables."""

from collections.abc import Iterable, Iterator

from emulation_cli.documents.document import Column, Row, Table
from emulation_cli.documents.speech import Speech
from emulation_cli.domain.text import safe
from emulation_cli.tallies.measures.figures import Counted, CountedPart, CountedRow
from emulation_cli.tallies.measures.specifications import Measure
from emulation_cli.tallies.row_lists.list_requests import Cut

# Years count registrations, not models (docs/data.md).
_REGISTRATIONS = {("models", "by_year"): "registrations_by_year"}
_WITH_BARS = ("by_field", "by_unit", "by_year", "by_type")


def table(speech: Speech, section: str, part: CountedPart) -> Table | None:
    """A breakdown as a table; None where there is nothing to break down, or nothing to do it by."""
    if not any(row.code is not None and any(row.numbers.values()) for row in part.rows):
        return None
    breakdown = part.spec.name
    worded = _REGISTRATIONS.get((section, breakdown), breakdown)
    columns = tuple(_columns(speech, worded, part))
    distinct = {one.name for one in part.spec.measures if one.distinct}
    summed = {column.name for column in columns if column.kind == "number"} - distinct
    return Table(
        breakdown=breakdown,
        title=speech.say(f"table.{worded}"),
        head=speech.say(f"head.{breakdown}"),
        columns=columns,
        rows=tuple(_row(speech, breakdown, columns, row) for row in part.rows),
        total=_total(speech, columns, part) if part.total else None,
        summed=frozenset(summed) if part.total else frozenset(),
        bar=next((c.name for c in columns), None) if breakdown in _WITH_BARS else None,
    )


def _columns(speech: Speech, worded: str, part: CountedPart) -> Iterator[Column]:
    """The measures of the rows; a kind that nobody is of takes no room."""
    if part.spec.dated:
        yield Column("date", speech.measure("date"), "date")
    total = "registrations" if worded in _REGISTRATIONS.values() else "total"
    for one in part.spec.measures:
        told = one.beside or (one.name if one.seldom else "")
        if _always(one) or any(row.cells[told or one.name].value for row in part.rows):
            yield Column(one.name, speech.measure(total if one.name == "total" else one.name))


def _always(one: Measure) -> bool:
    """What a table is of, and the kinds that it always tells, stand there though they are 0."""
    return not (one.seldom or one.beside) and (not one.values or one.values[0][0] == "kind")


def _row(speech: Speech, breakdown: str, columns: tuple[Column, ...], row: CountedRow) -> Row:
    named = row.label and (row.code is not None)
    label = safe(row.label) if named else speech.say(f"none.{breakdown}")
    cells = [row.cells.get(column.name) for column in columns]
    date = row.date and safe(row.date)
    values = tuple(cell.value if cell else date for cell in cells)
    return Row(row.code and safe(row.code), label, values, _cuts(cells))


def _cuts(cells: Iterable[Counted | None]) -> tuple[Cut | None, ...]:
    return tuple(cell.cut if cell else None for cell in cells)


def _total(speech: Speech, columns: tuple[Column, ...], part: CountedPart) -> Row:
    cells = [part.total.get(column.name) for column in columns]
    values = tuple(cell.value if cell else None for cell in cells)
    return Row(None, speech.say("total_row"), values, _cuts(cells))

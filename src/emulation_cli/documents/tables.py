"""Breakdowns of the figures as tables."""

from collections.abc import Mapping

from emulation_cli.documents.document import Column, Row, Table, Value
from emulation_cli.documents.speech import Speech
from emulation_cli.domain.text import safe
from emulation_cli.tallies import figures

# The measures that a table may have, in the order of its columns.
MEASURES = (
    "total", "instances", "recipients", *figures.KINDS, "new", "continued", "unstated",
    "exemplars", "models", "other",
)  # fmt: skip
_KEPT = ("total", "instances", "recipients", "collective", "individual", "exemplars", "models")
# Years count registrations, not models (docs/data.md).
_REGISTRATIONS = {("models", "by_year"): "registrations_by_year"}
# One recipient may stand in several rows, so these do not add up.
_OVERLAPPING = {"recipients"}
# Acts are reported apart and never added (DOMAIN section 3, rule 6); conferences mix them.
_NEVER_ADDED = ("by_act", "by_event")
_WITH_BARS = ("by_field", "by_unit", "by_year", "by_type")


def table(
    speech: Speech,
    section: figures.Section,
    breakdown: str,
    rows: figures.Rows,
    distinct: Mapping[str, int] | None = None,
) -> Table | None:
    """A breakdown as a table; None where there is nothing to break down, or nothing to do it by.

    `distinct` gives the totals of measures that the rows do not add up to.
    """
    if not any(row.code is not None and any(row.numbers.values()) for row in rows):
        return None
    worded = _REGISTRATIONS.get((section, breakdown), breakdown)
    columns = _columns(speech, worded, rows)
    body = tuple(_row(speech, breakdown, columns, row) for row in rows)
    summed = frozenset(c.name for c in columns if c.kind == "number") - _OVERLAPPING
    added = breakdown not in _NEVER_ADDED
    return Table(
        breakdown=breakdown,
        title=speech.say(f"table.{worded}"),
        head=speech.say(f"head.{breakdown}"),
        columns=columns,
        rows=body,
        total=_total(speech, columns, body, summed, distinct or {}) if added else None,
        summed=summed if added else frozenset(),
        bar=next((c.name for c in columns), None) if breakdown in _WITH_BARS else None,
    )


def _columns(speech: Speech, breakdown: str, rows: figures.Rows) -> tuple[Column, ...]:
    """The measures that the rows have; a kind that nobody is of takes no room."""
    held = {name for row in rows for name, n in row.numbers.items() if n or name in _KEPT}
    total = "registrations" if breakdown in _REGISTRATIONS.values() else "total"
    titles = {name: speech.measure(total if name == "total" else name) for name in held}
    numbers = tuple(Column(name, titles[name]) for name in MEASURES if name in held)
    dated = breakdown == "by_event"
    return (Column("date", speech.measure("date"), "date"), *numbers) if dated else numbers


def _row(speech: Speech, breakdown: str, columns: tuple[Column, ...], row: figures.Row) -> Row:
    named = row.label and (row.code is not None)
    label = safe(row.label) if named else speech.say(f"none.{breakdown}")
    return Row(row.code and safe(row.code), label, tuple(_value(row, c) for c in columns))


def _value(row: figures.Row, column: Column) -> Value:
    if column.kind == "date":
        return row.date and safe(row.date)
    return row.numbers.get(column.name, 0)


def _total(
    speech: Speech,
    columns: tuple[Column, ...],
    rows: tuple[Row, ...],
    summed: frozenset[str],
    distinct: Mapping[str, int],
) -> Row:
    sums = [
        sum(n for row in rows if isinstance(n := row.values[i], int)) for i in range(len(columns))
    ]
    values = tuple(
        n if column.name in summed else distinct.get(column.name)
        for column, n in zip(columns, sums, strict=True)
    )
    return Row(None, speech.say("total_row"), values)

"""Which figure of the report each number of a document is: one name for both."""

from collections.abc import Iterator
from typing import NamedTuple

from emulation_cli.documents.document import Column, Document, Figure, Note, Row, Section, Table
from emulation_cli.documents.speech import Speech, running
from emulation_cli.tallies.figures import KINDS

# Figures whose code names a part of one group in JSON; any other code is that of an act.
_GROUPS = ("kinds", "milestones", "recognised")
_OF_REGISTRATIONS = ("models", "by_year")


class Place(NamedTuple):
    """Where a figure stands in the JSON of the report, or of the `earlier` one."""

    section: str
    breakdown: str
    code: str
    measure: str
    earlier: bool = False


class Shown(NamedTuple):
    """What a document calls a figure: the table or the figure itself, and the line of a table."""

    title: str
    line: str = ""


def of_figure(section: Section, figure: Figure) -> Place:
    return _headline(section, figure.measure, figure.code)


def of_note(section: Section, note: Note) -> Place | None:
    """The figure that a note tells of, if it is one."""
    return _headline(section, note.measure, None) if note.measure else None


def of_cell(section: Section, table: Table, row: Row, column: Column) -> Place | None:
    """The figure in a cell of a table; None for what is no figure of the register."""
    if table.breakdown == "reported" or column.kind != "number":
        return None
    if row.measure:
        if column.name not in ("value", "earlier"):
            return None
        found = _headline(section, row.measure, row.code)
        return found._replace(earlier=column.name == "earlier")
    if row is not table.total:
        breakdown = "by_group" if row.group else table.breakdown
        return Place(section.code, breakdown, row.code or "", column.name)
    if column.name in KINDS:
        return _headline(section, "kinds", column.name)
    counts_years = (section.code, table.breakdown) == _OF_REGISTRATIONS
    measure = "registrations" if counts_years and column.name == "total" else column.name
    return _headline(section, measure, None)


def _headline(section: Section, measure: str, code: str | None) -> Place:
    if code and measure in _GROUPS:
        return Place(section.code, measure, code, "total")
    return Place(section.code, "by_act" if code else "", code or "", measure)


def at_a_glance(speech: Speech, section: Section) -> Table | None:
    """The figures of a section as a table; None where a comparison shows them already."""
    if section.table("comparison") or not any(figure.value for figure in section.figures):
        return None
    rows = (
        Row(one.code, f"{'  ' * one.part}{one.label}", (one.value,), measure=one.measure)
        for one in section.figures
    )
    value = Column("value", speech.say("figure.value"))
    return Table("figures", section.name, speech.say("figure.head"), (value,), tuple(rows))


def shown(document: Document) -> dict[Place, Shown]:
    """Every figure that a document shows, as it is first named there."""
    found: dict[Place, Shown] = {}
    for section in document.sections:
        for place, name in _named(section):
            if place:
                found.setdefault(place, name)
    return found


def _named(section: Section) -> Iterator[tuple[Place | None, Shown]]:
    for figure in section.figures:
        if not figure.code or figure.measure in _GROUPS:
            yield of_figure(section, figure), Shown(figure.label)
    for note in section.notes:
        yield of_note(section, note), Shown(note.text)
    # A figure beside an earlier one is named where it stands by itself.
    for table in sorted(section.tables, key=lambda table: table.breakdown == "comparison"):
        for row in (*table.rows, *([table.total] if table.total else [])):
            for column in table.columns:
                yield of_cell(section, table, row, column), _name(section, table, row, column)


def _name(section: Section, table: Table, row: Row, column: Column) -> Shown:
    if row.measure:
        of_act = row.code and row.measure not in _GROUPS
        title = section.name if of_act else row.label.strip()
        return Shown(f"{title} ({column.title})", row.label)
    title = f"{section.name}: {running(table.title)}"
    if column.name == "recipients":
        return Shown(f"{title} ({running(column.title)})", row.label.strip())
    if table.breakdown == "shares":
        return Shown(title, f"{row.label}: {running(column.title)}")
    return Shown(title, row.label.strip())

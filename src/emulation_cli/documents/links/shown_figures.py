"""Which figures a document shows, and what it calls each of them."""

from collections.abc import Iterator
from typing import NamedTuple

from emulation_cli.documents.document import Column, Document, Row, Section, Table
from emulation_cli.documents.speech import Speech, running
from emulation_cli.tallies.measures.figures import ReportFigures
from emulation_cli.tallies.row_lists.list_requests import Cut


class Shown(NamedTuple):
    """What a document calls a figure: the table or the figure itself, and the line of a table."""

    title: str
    line: str = ""


_Named = tuple[Cut | None, tuple[str, int, Shown]]


def at_a_glance(speech: Speech, section: Section) -> Table | None:
    """The figures of a section as a table; None where a comparison shows them already."""
    if section.table("comparison") or not any(figure.value for figure in section.figures):
        return None
    rows = (
        Row(
            one.code, f"{'  ' * one.part}{one.label}", (one.value,), (one.cut,),
            measure=one.measure,
        )
        for one in section.figures
    )  # fmt: skip
    value = Column("value", speech.say("figure.value"))
    return Table("figures", section.name, speech.say("figure.head"), (value,), tuple(rows))


def shown(figures: ReportFigures, document: Document) -> dict[Cut, tuple[str, int, Shown]]:
    """Every figure that a document shows: its section, its number, its name where it comes first.

    The whole of each section is among them, shown or not.
    """
    found: dict[Cut, tuple[str, int, Shown]] = {}
    for section in document.sections:
        for cut, one in _named(section):
            if cut:
                found.setdefault(cut, one)
    for code, counted in figures.sections.items():
        whole = next(counted.each())
        found.setdefault(whole.cut, (code, whole.value, Shown("")))
    return found


def _named(section: Section) -> Iterator[_Named]:
    for figure in section.figures:
        if not _of_act(figure.code, figure.measure):
            yield figure.cut, (section.code, figure.value, Shown(figure.label))
    for note in section.notes:
        yield note.cut, (section.code, note.value, Shown(note.text))
    # A figure beside an earlier one is named where it stands by itself.
    for table in sorted(section.tables, key=lambda table: table.breakdown == "comparison"):
        for row in table.members:
            for place, column in enumerate(table.columns):
                if isinstance(value := row.values[place], int):
                    cut = row.cut(place)
                    # What is added up are no more rows than the line has.
                    rows = _first(row) if cut and cut.adds and value else value
                    yield cut, (section.code, rows, _name(section, table, row, column))


def _first(row: Row) -> int:
    return next((value for value in row.values if isinstance(value, int)), 0)


def _of_act(code: str | None, measure: str) -> bool:
    """An act's figures are named in the table of acts."""
    return bool(code) and measure in ("instances", "recipients")


def _name(section: Section, table: Table, row: Row, column: Column) -> Shown:
    if row.measure:
        title = section.name if _of_act(row.code, row.measure) else row.label.strip()
        return Shown(f"{title} ({column.title})", row.label)
    title = f"{section.name}: {running(table.title)}"
    if column.name == "recipients":
        return Shown(f"{title} ({running(column.title)})", row.label.strip())
    if table.breakdown == "shares":
        return Shown(title, f"{row.label}: {running(column.title)}")
    return Shown(title, row.label.strip())

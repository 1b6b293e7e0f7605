"""The report as one HTML file: no network, no script, to read, to print, to send.

Every figure leads to the rows behind it, in the same file.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import TextIO

from emulation_cli.documents.crosstab_document import Tally
from emulation_cli.documents.document import Column, Document, Note, Row, Section, Table
from emulation_cli.documents.headings import TableHeading, heading_rows
from emulation_cli.documents.links.rows_behind import Behind
from emulation_cli.documents.links.shown_figures import at_a_glance
from emulation_cli.documents.papers.paper_manners import as_printed
from emulation_cli.documents.report_document import build
from emulation_cli.documents.speech import Speech, speaking
from emulation_cli.render.labels import Label
from emulation_cli.render.text_tables import value_text
from emulation_cli.render.web.html_rows import RowsOnPage, text
from emulation_cli.render.web.html_style import STYLE
from emulation_cli.tallies.measures.figures import ReportFigures
from emulation_cli.tallies.row_lists.list_requests import Cut

# Nothing may be loaded, whatever a name contains.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def report(figures: ReportFigures, behind: Behind, label: Label | None, out: TextIO) -> None:
    """Write the page with the rows behind each figure."""
    document = as_printed(build(figures))
    with speaking(document.language):
        out.writelines(f"{line}\n" for line in _Page(document, behind, label).lines())


def table_page(tally: Tally, behind: Behind, label: Label | None, out: TextIO) -> None:
    """Write one table by itself as a page, with the rows behind each of its numbers."""
    table = () if tally.table is None else (tally.table,)
    notes = tuple(replace(note, command=None) for note in tally.notes)
    section = Section("table", 1, tally.title, "", table, notes, ())
    document = Document(
        tally.language, tally.unit, tally.title, tally.title, tally.under, "", (section,)
    )
    with speaking(tally.language):
        document = as_printed(document)
        out.writelines(f"{line}\n" for line in _Page(document, behind, label).lines())


class _Page:
    """The parts of the page in their order."""

    def __init__(self, document: Document, behind: Behind, label: Label | None) -> None:
        self.document, self.speech = document, Speech(document.language)
        self.behind, self.rows = behind, RowsOnPage(behind, self.speech, label)

    def lines(self) -> Iterator[str]:
        document = self.document
        title = f"{document.heading}: {document.title} - {document.unit}"
        yield f'<!doctype html><html lang="{document.language}"><head><meta charset="utf-8">'
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
        yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        yield f"<title>{text(title)}</title><style>{STYLE}</style></head><body>"
        yield from self._head()
        for section in document.sections:
            yield from self._section(section)
        for section in document.sections:
            if section.code in self.behind.wholes:
                yield from self._list(section)
        yield from self._details()
        yield "</body></html>"

    def _head(self) -> Iterator[str]:
        document = self.document
        yield f"<header><p class=unit>{text(document.unit)}</p>"
        yield f"<h1>{text(document.heading)}<br>{text(document.title)}</h1>"
        for line in filter(None, (*document.subtitles, document.cut_off)):
            yield f"<p>{text(line)}</p>"
        yield "</header><nav><ul>"
        for section in document.sections:
            yield f'<li><a href="#{section.code}">{text(section.title)}</a></li>'
        yield "</ul></nav>"

    def _section(self, section: Section) -> Iterator[str]:
        yield f'<section id="{section.code}"><h2>{text(section.title)}</h2>'
        yield from (f"<p>{text(sentence)}</p>" for sentence in section.sentences)
        if section.notes:
            yield "<ul class=notes>"
            for note in section.notes:
                yield f"<li>{self._note(note)}</li>"
            yield "</ul>"
        if figures := at_a_glance(self.speech, section):
            yield from self._table(figures)
        for table in section.tables:
            yield from self._table(table)
        for way in section.commands:
            command = text(way.command or "")
            yield f"<p class=rows>{text(way.text)}: <code>{command}</code></p>"
        yield "</section>"

    def _note(self, note: Note) -> str:
        command = f" <code>{text(note.command)}</code>" if note.command else ""
        return self._linked(note.cut, text(note.text)) + command

    def _table(self, table: Table) -> Iterator[str]:
        most = max((n for row in table.rows if (n := _bar_value(table, row))), default=0)
        yield f"<div class=wide><table><caption>{text(table.title)}</caption><thead>"
        for place, headings in enumerate(heading_rows((table.head,), table.columns)):
            bar = "<th class=bar></th>" if most and place == 0 else ""
            yield f"<tr>{''.join(map(_heading, headings))}{bar}</tr>"
        yield "</thead><tbody>"
        for row in table.rows:
            bar = _bar(_bar_value(table, row), most) if most else ""
            start = "<tr class=group>" if row.group else "<tr>"
            yield f"{start}{self._cells(table, row)}{bar}</tr>"
        yield "</tbody>"
        if table.total:
            rest = "<td class=bar></td>" if most else ""
            yield f"<tfoot><tr>{self._cells(table, table.total)}{rest}</tr></tfoot>"
        yield "</table></div>"

    def _cells(self, table: Table, row: Row) -> str:
        cells = [f"<th scope=row>{text(row.label)}</th>"]
        for place, (column, value) in enumerate(zip(table.columns, row.values, strict=True)):
            shown = text(value_text(self.document.language, column, value))
            linked = self._linked(row.cut(place), shown) if value else shown
            cells.append(f"<td class={_class(column)}>{linked}</td>")
        return "".join(cells)

    def _linked(self, cut: Cut | None, shown: str) -> str:
        """A number that leads to its rows, if it has any."""
        found = self.rows.id_of(cut)
        return f'<a href="#{found}">{shown}</a>' if found else shown

    def _list(self, section: Section) -> Iterator[str]:
        title = self.speech.say(f"list_title.{section.code}")
        yield f"<section class=list><h2>{text(title)}</h2><p>{text(section.period)}</p>"
        yield from self.rows.whole(self.behind.wholes[section.code])
        yield f'<p class=back><a href="#{section.code}">{text(section.title)}</a></p></section>'

    def _details(self) -> Iterator[str]:
        wholes = set(self.behind.wholes.values())
        for number in range(len(self.behind.lists)):
            if number not in wholes:
                yield from self.rows.details(number)


def _class(column: Column) -> str:
    return column.kind if column.kind in ("date", "text") else "number"


def _heading(one: TableHeading) -> str:
    across = f" colspan={one.across}" if one.across > 1 else ""
    down = f" rowspan={one.down}" if one.down > 1 else ""
    scope = "colgroup" if across else "col"
    return f"<th scope={scope}{across}{down}>{text(one.text)}</th>"


def _bar_value(table: Table, row: Row) -> int:
    if table.bar is None or len(table.rows) == 1 or row.group:
        return 0
    value = row.values[[column.name for column in table.columns].index(table.bar)]
    return value if isinstance(value, int) else 0


def _bar(value: int, most: int) -> str:
    """A bar drawn as SVG: it prints where backgrounds do not."""
    width = round(100 * value / most, 1)
    return (
        '<td class=bar aria-hidden=true><svg viewBox="0 0 100 10" preserveAspectRatio="none">'
        f'<rect width="{width}" height="10"/></svg></td>'
    )

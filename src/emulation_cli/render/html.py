"""The report as one HTML file: no network, no script, to read, to print, to send.

Figures of a total and of its kinds lead to the names behind them, in the same file.
"""

from collections.abc import Iterator, Mapping
from html import escape
from typing import TextIO

from emulation_cli.documents.document import Column, Document, Row, Section, Table
from emulation_cli.documents.report import build
from emulation_cli.documents.speech import Speech, speaking
from emulation_cli.domain.text import safe
from emulation_cli.render.html_style import STYLE
from emulation_cli.render.labels import Label, column_title
from emulation_cli.render.names import names_of
from emulation_cli.render.tables import value_text
from emulation_cli.tallies.figures import ReportFigures
from emulation_cli.tallies.figures import Section as SectionCode
from emulation_cli.tallies.listings import Listing
from emulation_cli.words import say_in

# Nothing may be loaded, whatever a name contains.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_WHOLE = ("total", "instances")


def report(
    figures: ReportFigures,
    listings: Mapping[SectionCode, Listing],
    label: Label | None,
    out: TextIO,
) -> None:
    """Write the page with the rows behind each section."""
    document = build(figures)
    with speaking(document.language):
        out.writelines(f"{line}\n" for line in _Page(document, listings, label).lines())


def _text(value: str) -> str:
    return escape(safe(value))


class _Page:
    """The parts of the page; knows which lists it holds, so that it links to no other."""

    def __init__(
        self, document: Document, listings: Mapping[SectionCode, Listing], label: Label | None
    ) -> None:
        self.document, self.speech = document, Speech(document.language)
        self.names = {code: names_of(rows, label) for code, rows in listings.items()}
        self.places = {f"list-{code}" for code in self.names} | {
            f"list-{code}-{kind}" for code, names in self.names.items() for kind, _ in names.groups
        }

    def lines(self) -> Iterator[str]:
        document = self.document
        title = f"{document.heading}: {document.title} - {document.unit}"
        yield f'<!doctype html><html lang="{document.language}"><head><meta charset="utf-8">'
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
        yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        yield f"<title>{_text(title)}</title><style>{STYLE}</style></head><body>"
        yield from self._head()
        for section in document.sections:
            yield from self._section(section)
        for section in document.sections:
            if section.code in self.names:
                yield from self._list(section)
        yield "</body></html>"

    def _head(self) -> Iterator[str]:
        document = self.document
        yield f"<header><p class=unit>{_text(document.unit)}</p>"
        yield f"<h1>{_text(document.heading)}<br>{_text(document.title)}</h1>"
        for line in filter(None, (*document.subtitles, document.cut_off)):
            yield f"<p>{_text(line)}</p>"
        yield "</header><nav><ul>"
        for section in document.sections:
            yield f'<li><a href="#{section.code}">{_text(section.title)}</a></li>'
        yield "</ul></nav>"

    def _section(self, section: Section) -> Iterator[str]:
        yield f'<section id="{section.code}"><h2>{_text(section.title)}</h2>'
        yield from (f"<p>{_text(sentence)}</p>" for sentence in section.sentences)
        if section.notes:
            yield "<ul class=notes>"
            for note in section.notes:
                command = f" <code>{_text(note.command)}</code>" if note.command else ""
                yield f"<li>{_text(note.text)}{command}</li>"
            yield "</ul>"
        for table in section.tables:
            yield from self._table(section, table)
        for way in section.commands:
            command = _text(way.command or "")
            yield f"<p class=rows>{_text(way.text)}: <code>{command}</code></p>"
        yield "</section>"

    def _table(self, section: Section, table: Table) -> Iterator[str]:
        most = max((n for row in table.rows if (n := _bar_value(table, row))), default=0)
        yield f"<div class=wide><table><caption>{_text(table.title)}</caption><thead><tr>"
        yield f"<th scope=col>{_text(table.head)}</th>"
        yield from (f"<th scope=col>{_text(column.title)}</th>" for column in table.columns)
        yield f"{'<th class=bar></th>' if most else ''}</tr></thead><tbody>"
        for row in table.rows:
            bar = _bar(_bar_value(table, row), most) if most else ""
            start = "<tr class=group>" if row.group else "<tr>"
            yield f"{start}{self._cells(section, table, row)}{bar}</tr>"
        yield "</tbody>"
        if table.total:
            rest = "<td class=bar></td>" if most else ""
            yield f"<tfoot><tr>{self._cells(section, table, table.total)}{rest}</tr></tfoot>"
        yield "</table></div>"

    def _cells(self, section: Section, table: Table, row: Row) -> str:
        cells = [f"<th scope=row>{_text(row.label)}</th>"]
        for column, value in zip(table.columns, row.values, strict=True):
            text = _text(value_text(self.document.language, column, value))
            if row is table.total and value:
                text = self._linked(section.code, table, column.name, text)
            cells.append(f"<td class={_class(column)}>{text}</td>")
        return "".join(cells)

    def _linked(self, code: SectionCode, table: Table, measure: str, text: str) -> str:
        """A total that is the number of rows of the list below leads there."""
        place = f"list-{code}" if measure in _WHOLE else f"list-{code}-{measure}"
        counts_years = (code, table.breakdown) == ("models", "by_year")
        if counts_years or place not in self.places:
            return text
        return f'<a href="#{place}">{text}</a>'

    def _list(self, section: Section) -> Iterator[str]:
        code, names = section.code, self.names[section.code]
        title = self.speech.say(f"list_title.{code}")
        yield f'<section id="list-{code}" class=list><h2>{_text(title)}</h2>'
        yield f"<p>{_text(section.period)}</p><div class=wide><table><thead><tr>"
        heads = (self.speech.say("ordinal"), *(column_title(column) for column in names.columns))
        yield from (f"<th scope=col>{_text(head)}</th>" for head in heads)
        yield "</tr></thead>"
        for kind, members in names.groups:
            yield f'<tbody id="list-{code}-{kind or "all"}">'
            if kind is not None:
                group = _text(say_in(self.document.language, f"paper.group.{kind}"))
                yield f"<tr><th class=group colspan={len(heads)}>{group}</th></tr>"
            for number, row in enumerate(members, start=1):
                cells = "".join(f"<td>{_text(row[column])}</td>" for column in names.columns)
                yield f"<tr><td class=number>{number}</td>{cells}</tr>"
            yield "</tbody>"
        yield "</table></div>"
        yield f'<p class=back><a href="#{code}">{_text(section.title)}</a></p></section>'


def _class(column: Column) -> str:
    return column.kind if column.kind in ("date", "text") else "number"


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

"""Reports and lists as workbooks to print and hand in."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from emulation_cli import words
from emulation_cli.documents.document import Document, Section, Table
from emulation_cli.documents.report import build
from emulation_cli.documents.speech import Speech, running, speaking
from emulation_cli.render.labels import Label
from emulation_cli.render.list_sheet import Head, ListWriter, mail_merge_page
from emulation_cli.render.table_sheet import head_rows, signatures, table_rows
from emulation_cli.sheets.writing import Book, Page, Put
from emulation_cli.tallies.figures import ReportFigures
from emulation_cli.tallies.figures import Section as SectionCode
from emulation_cli.tallies.listings import Listing

# These may be long: each on a sheet of its own, its head on every printed page.
_OWN_SHEET = ("by_unit", "by_event")
_SUMMARY_WIDTHS = (6, 66, 30, 14)
_ORDINAL_WIDTH, _LABEL_WIDTH, _NUMBER_WIDTH = 6, 52, 13
_LINES_AROUND_A_TABLE = 3  # its title, its head, its total
_CHART_WIDTHS = (2, 120, 2)
_ROMAN = ("I", "II", "III", "IV")


def write_report(
    figures: ReportFigures,
    listings: Mapping[SectionCode, Listing],
    label: Label | None,
    path: Path,
) -> None:
    """The report: figures at a glance and sentences, tables by section, the rows behind each.

    Raises OSError.
    """
    document = build(figures)
    with speaking(document.language), Book(document.title) as book:
        _ReportBook(book, document, listings).write(label)
        book.save(path)


def write_listing(rows: Listing, label: Label | None, under: tuple[str, ...], path: Path) -> None:
    """A list by itself, in the language of the screen; raises OSError."""
    title = words.say(f"lists.list.{rows.noun}")
    with Book(title) as book:
        writer = ListWriter(book, Speech(words.language()), label)
        writer.write(book.sheet_title(title), Head("", title.upper(), under), rows)
        if rows.noun == "honours":
            mail_merge_page(book, words.say("lists.mail_merge"), rows, label)
        book.save(path)


class _ReportBook:
    """The sheets of a report, which name and open each other."""

    def __init__(
        self, book: Book, document: Document, listings: Mapping[SectionCode, Listing]
    ) -> None:
        self.book, self.document, self.listings = book, document, listings
        self.speech = Speech(document.language)
        self.summary = self.book.sheet_title(self.speech.say("sheet.summary"))
        self.charts: list[tuple[str, Any]] = []
        self.lists = {code: self.book.sheet_title(self._list_name(code)) for code in listings}

    def _list_name(self, code: SectionCode) -> str:
        return self.speech.say("sheet.list", section=self.speech.say(f"sheet.{code}"))

    def write(self, label: Label | None) -> None:
        self._write_summary()
        for section in self.document.sections:
            self._write_section(section)
        self._write_charts()
        writer = ListWriter(self.book, self.speech, label)
        for section in self.document.sections:
            if rows := self.listings.get(section.code):
                writer.write(self.lists[section.code], self._head(section), rows)

    def _page(self, title: str, widths: Sequence[float], head: int = 0) -> Page:
        return self.book.page(title, widths, self.speech.say("page"), head)

    def _under(self, section: Section) -> list[str]:
        return [line for line in (section.period, self.document.cut_off) if line]

    def _write_summary(self) -> None:
        document = self.document
        page = self._page(self.summary, _SUMMARY_WIDTHS)
        head_rows(page, document.unit, document.heading, ())
        page.across(document.title, "title")
        for line in document.subtitles:
            page.across(line, "centre note")
        page.write()
        heads = ("ordinal", "figure.head", "figure.period", "figure.value")
        page.write([Put(self.speech.say(name), "head") for name in heads])
        for number, section in zip(_ROMAN, document.sections, strict=True):
            self._write_figures(page, number, section)
        for section in document.sections:
            page.write()
            _write_text(page, section)
        signatures(page, self.speech)

    def _write_figures(self, page: Page, number: str, section: Section) -> None:
        link = self.lists.get(section.code)
        page.write([Put(text, "group") for text in (number, section.name, section.period, "")])
        for ordinal, figure in enumerate(section.figures, start=1):
            text = ("    " if figure.part else "") + figure.label
            value = Put(figure.value, "number", link if figure.value else None)
            page.write([Put(ordinal, "code"), Put(text), Put(""), value])

    def _write_section(self, section: Section) -> None:
        name = self.speech.say(f"sheet.{section.code}")
        short = [table for table in section.tables if table.breakdown not in _OWN_SHEET]
        if short:
            page = self._table_page(name, section, short)
            self._write_tables(page, section, short)
        for table in section.tables:
            if table.breakdown in _OWN_SHEET:
                by = self.speech.say(f"sheet.{table.breakdown}")
                title = self.speech.say("sheet.of", section=name, breakdown=by)
                table_rows(self._table_page(title, section, [table]), self.speech, table)

    def _table_page(self, title: str, section: Section, tables: Sequence[Table]) -> Page:
        numbers = max(len(table.columns) for table in tables)
        widths = [_ORDINAL_WIDTH, _LABEL_WIDTH, *[_NUMBER_WIDTH] * numbers]
        under = self._under(section)
        heading = section.name.upper()
        repeated = 0
        if tables[0].breakdown in _OWN_SHEET:
            under = [tables[0].title, *under]
            repeated = 4 + len(under)
        page = self._page(self.book.sheet_title(title), widths, repeated)
        head_rows(page, self.document.unit, heading, under)
        return page

    def _write_tables(self, page: Page, section: Section, tables: Iterable[Table]) -> None:
        for table in tables:
            page.keep_together(len(table.rows) + _LINES_AROUND_A_TABLE)
            page.across(table.title, "strong")
            head, last = table_rows(page, self.speech, table)
            page.write()
            if section.chart and section.chart.breakdown == table.breakdown:
                names = [column.name for column in table.columns]
                columns = [
                    names.index(name) + 3 for name in section.chart.measures if name in names
                ]
                title = f"{section.name}: {running(table.title)}"
                self.charts.append((title, page.bars(head, (head + 1, last), columns)))
        for note in section.notes:
            page.across(note.text, "note")

    def _write_charts(self) -> None:
        """All charts on a sheet of their own, so that no page cuts one in two."""
        if self.charts:
            page = self._page(self.book.sheet_title(self.speech.say("sheet.charts")), _CHART_WIDTHS)
            for title, chart in self.charts:
                page.across(title, "title")
                page.place(chart)

    def _head(self, section: Section) -> Head:
        heading = self.speech.say(f"list_title.{section.code}")
        return Head(self.document.unit, heading, self._under(section))


def _write_text(page: Page, section: Section) -> None:
    page.across(section.title, "strong")
    for sentence in section.sentences:
        page.across(sentence)
    for note in section.notes:
        page.across(f"({note.text})", "note")

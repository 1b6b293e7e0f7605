"""Reports and lists as workbooks to print and hand in."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from emulation_cli import words
from emulation_cli.documents.document import Document, Note, Section, Table
from emulation_cli.documents.links.rows_behind import Behind
from emulation_cli.documents.papers.list_head import ListHead
from emulation_cli.documents.papers.paper_manners import to_sign
from emulation_cli.documents.report_document import build
from emulation_cli.documents.speech import Speech, running, speaking
from emulation_cli.render.excel.list_sheet import ListWriter, SheetHead, mail_merge_page
from emulation_cli.render.excel.rows_sheet import RowsWriter
from emulation_cli.render.excel.table_sheet import head_rows, signatures, table_rows
from emulation_cli.render.labels import Label
from emulation_cli.render.name_lists import ROMAN
from emulation_cli.sheets.writing.workbook_writing import Book, Page, Put
from emulation_cli.tallies.measures.figures import ReportFigures
from emulation_cli.tallies.row_lists.listings import Listing

# These may be long: each on a sheet of its own, its head on every printed page.
_OWN_SHEET = ("by_unit", "by_event")
_SUMMARY_WIDTHS = (6, 66, 30, 14)
_COMPARED_WIDTHS = (6, 58, 16, 16, 12, 12)
_ORDINAL_WIDTH, _LABEL_WIDTH, _NUMBER_WIDTH = 6, 52, 13
_LINES_AROUND_A_TABLE = 3  # its title, its head, its total
_CHART_WIDTHS = (2, 96, 2)


def write_report(
    figures: ReportFigures,
    behind: Behind,
    label: Label | None,
    path: Path,
) -> None:
    """The report: figures at a glance and sentences, tables by section, the rows behind each.

    Those rows are there to be opened; they are printed where names are asked for. Raises OSError.
    """
    document = to_sign(build(figures))
    with speaking(document.language), Book(document.title) as book:
        made = _ReportBook(book, document, behind, label)
        made.write()
        if behind.annex != "names":
            made.rows.print_nothing()
        book.save(path)


def write_listing(
    rows: Listing,
    label: Label | None,
    head: ListHead | None,
    path: Path,
    offers: Mapping[str, Sequence[str]],
) -> None:
    """A list by itself, in the language of the screen; raises OSError.

    A column of `offers` may be chosen from what it holds, for corrections that come back.
    """
    title = words.say(f"lists.list.{rows.noun}")
    head = head or ListHead(title)
    with Book(title, words.say("template.lists")) as book:
        writer = ListWriter(book, Speech(words.language()), label, offers)
        writer.write(book.sheet_title(title), SheetHead("", head.title.upper(), head.under), rows)
        if rows.noun == "honours":
            mail_merge_page(book, words.say("lists.mail_merge"), rows, label)
        book.save(path)


class _ReportBook:
    """The sheets of a report, which name and open each other."""

    def __init__(self, book: Book, document: Document, behind: Behind, label: Label | None) -> None:
        self.book, self.document, self.behind = book, document, behind
        self.speech = Speech(document.language)
        self.rows = RowsWriter(ListWriter(book, self.speech, label), behind)
        self.pages = 0
        self.charts: list[tuple[str, Any]] = []

    def write(self) -> None:
        """The rows first, for the figures have to know where they are; they come last."""
        self._write_rows()
        self._write_summary()
        for section in self.document.sections:
            self._write_section(section)
        self._write_charts()

    def _write_rows(self) -> None:
        wholes = set(self.behind.wholes.values())
        for section in self.document.sections:
            if (number := self.behind.wholes.get(section.code)) is not None:
                heading = self.speech.say(f"list_title.{section.code}")
                self.rows.write_whole(
                    number, self._title("list", section), self._head(section, heading)
                )
        for section in self.document.sections:
            lists = enumerate(self.behind.lists)
            numbers = [i for i, found in lists if found.section == section.code and i not in wholes]
            if numbers:
                heading = self.speech.say("details.heading", section=section.name).upper()
                self.rows.write_details(
                    numbers, self._title("details", section), self._head(section, heading)
                )

    def _title(self, name: str, section: Section) -> str:
        said = self.speech.say(f"sheet.{name}", section=self.speech.say(f"sheet.{section.code}"))
        return self.book.sheet_title(said)

    def _page(self, title: str, widths: Sequence[float], head: int = 0) -> Page:
        """The next sheet of those before the rows."""
        self.pages += 1
        return self.book.page(title, widths, self.speech.say("page"), head, self.pages - 1)

    def _under(self, section: Section) -> list[str]:
        return [line for line in (section.period, self.document.cut_off) if line]

    def _write_summary(self) -> None:
        document = self.document
        title = self.book.sheet_title(self.speech.say("sheet.summary"))
        compared = any(section.table("comparison") for section in document.sections)
        page = self._page(title, _COMPARED_WIDTHS if compared else _SUMMARY_WIDTHS)
        head_rows(page, document.unit, document.heading, ())
        page.across(document.title, "title")
        for line in document.subtitles:
            page.across(line, "centre note")
        page.write()
        if compared:
            self._write_comparisons(page)
        else:
            heads = ("ordinal", "figure.head", "figure.period", "figure.value")
            page.write([Put(self.speech.say(name), "head") for name in heads])
            for number, section in zip(ROMAN, document.sections, strict=False):
                self._write_figures(page, number, section)
        for section in document.sections:
            page.write()
            self._write_text(page, section)
        signatures(page, self.speech)

    def _write_comparisons(self, page: Page) -> None:
        """The figures of each section beside the earlier ones, in place of the bare figures."""
        for section in self.document.sections:
            if table := section.table("comparison"):
                page.across(f"{section.title} ({running(table.title)})", "group")
                table_rows(page, self.speech, table, self.rows.link)

    def _write_figures(self, page: Page, number: str, section: Section) -> None:
        page.write([Put(text, "group") for text in (number, section.name, section.period, "")])
        for ordinal, figure in enumerate(section.figures, start=1):
            text = ("    " if figure.part else "") + figure.label
            link = self.rows.link(figure.cut)
            page.write(
                [Put(ordinal, "code"), Put(text), Put(""), Put(figure.value, "number", link)]
            )

    def _write_section(self, section: Section) -> None:
        name = self.speech.say(f"sheet.{section.code}")
        apart = (*_OWN_SHEET, "comparison")  # which stands on the first sheet
        short = [table for table in section.tables if table.breakdown not in apart]
        if short:
            page = self._table_page(name, section, short)
            self._write_tables(page, section, short)
        for table in section.tables if self.behind.annex != "none" else ():
            if table.breakdown in _OWN_SHEET:
                by = self.speech.say(f"sheet.{table.breakdown}")
                title = self.speech.say("sheet.of", section=name, breakdown=by)
                table_rows(
                    self._table_page(title, section, [table]), self.speech, table, self.rows.link
                )

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
            head, last = table_rows(page, self.speech, table, self.rows.link)
            page.write()
            if section.chart and section.chart.breakdown == table.breakdown:
                names = [column.name for column in table.columns]
                columns = [
                    names.index(name) + 3 for name in section.chart.measures if name in names
                ]
                title = f"{section.name}: {running(table.title)}"
                self.charts.append((title, page.bars(head, (head + 1, last), columns)))
        for note in section.notes:
            self._note(page, note, note.text)

    def _note(self, page: Page, note: Note, text: str) -> None:
        page.across(text, "note", self.rows.link(note.cut))

    def _write_charts(self) -> None:
        """All charts on a sheet of their own; no page cuts one in two."""
        if self.charts:
            page = self._page(self.book.sheet_title(self.speech.say("sheet.charts")), _CHART_WIDTHS)
            for title, chart in self.charts:
                page.place(title, chart)

    def _head(self, section: Section, heading: str) -> SheetHead:
        return SheetHead(self.document.unit, heading, self._under(section))

    def _write_text(self, page: Page, section: Section) -> None:
        page.keep_together(1 + len(section.sentences) + len(section.notes))
        page.across(section.title, "strong")
        for sentence in section.sentences:
            page.across(sentence)
        for note in section.notes:
            self._note(page, note, f"({note.text})")

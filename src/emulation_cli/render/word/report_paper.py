"""The report as a document to be signed (.docx)."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from emulation_cli import words
from emulation_cli.documents.document import Document, Section, Table
from emulation_cli.documents.letterhead import Letterhead
from emulation_cli.documents.links.rows_behind import Behind
from emulation_cli.documents.papers.list_head import ListHead
from emulation_cli.documents.papers.paper_manners import to_sign
from emulation_cli.documents.report_document import build
from emulation_cli.documents.speech import Speech, running, speaking
from emulation_cli.render.labels import Label
from emulation_cli.render.word import letter
from emulation_cli.render.word.annexes import Annexes, list_on_paper
from emulation_cli.render.word.chart_xml import bar_chart
from emulation_cli.render.word.paper import PORTRAIT_WIDTH, Paper, Words
from emulation_cli.render.word.paper_table import table_on_paper
from emulation_cli.tallies.measures.figures import ReportFigures
from emulation_cli.tallies.row_lists.listings import Listing
from emulation_cli.words import say_in

# These may be long: they go into the annexes.
IN_ANNEXES = ("by_unit", "by_event")
_BAR, _AROUND_BARS = 8, 16  # millimetres


def write_report(
    figures: ReportFigures,
    behind: Behind,
    label: Label | None,
    letterhead: Letterhead | None,
    path: Path,
) -> None:
    """Write the whole document; raises OSError.

    Its annexes are the lists that `behind` has, and the long tables if it asks for them.
    """
    document = to_sign(build(figures))
    if behind.annex == "none":
        document = without_long_tables(document)
    write_document(document, behind, label, letterhead, path)


def write_document(
    document: Document,
    behind: Behind,
    label: Label | None,
    letterhead: Letterhead | None,
    path: Path,
) -> None:
    """Write a document as it is; raises OSError."""
    paper = Paper(document.title)
    with speaking(document.language):
        _Report(paper, document, letterhead or Letterhead(document.unit)).write(behind, label)
    paper.save(path)


def write_listing(rows: Listing, label: Label | None, head: ListHead | None, path: Path) -> None:
    """A list as an annex by itself, in the language of the screen; raises OSError."""
    head = head or ListHead(words.say(f"lists.list.{rows.noun}"))
    paper = Paper(head.title)
    paper.lie()
    paper.write(Words(head.title.upper(), "center", bold=True, heading=1))
    paper.write(*(Words(line, "center", size=12, italic=True) for line in head.under))
    paper.write(Words("", size=6))
    list_on_paper(paper, Speech(words.language()), rows, label)
    paper.save(path)


def without_long_tables(document: Document) -> Document:
    """The document without the tables that would stand in its annexes."""
    sections = (
        replace(one, tables=tuple(t for t in one.tables if t.breakdown not in IN_ANNEXES))
        for one in document.sections
    )
    return replace(document, sections=tuple(sections))


class _Report:
    """The parts of the document in their order, numbered as they come."""

    def __init__(self, paper: Paper, document: Document, letterhead: Letterhead) -> None:
        self.paper, self.document, self.letterhead = paper, document, letterhead
        self.tables = self.charts = 0

    def say(self, name: str, **values: object) -> str:
        return say_in(self.document.language, f"paper.{name}", **values)

    def write(self, behind: Behind, label: Label | None) -> None:
        language = self.document.language
        annexes = Annexes(self.paper, self.document, self.letterhead.body, behind, label)
        letter.head(self.paper, language, self.letterhead)
        self.paper.write(*self._title(), self._addressed())
        for section in self.document.sections:
            self._section(section, annexes.of(section))
        # The last sentence goes with the signature, which is never alone on a page.
        end = self.say("end")
        self.paper.write(Words(end, "both", first_line=10, before=6, after=6, keep_next=True))
        letter.foot(self.paper, language, self.letterhead)
        annexes.write()

    def _addressed(self) -> Words:
        """To whom the report goes; left to fill in where the office has not said it."""
        to = self.say("to", to=self.letterhead.to or self.say("to_nobody"))
        return Words(to, "center", after=6)

    def _title(self) -> Iterator[Words]:
        size = letter.SIZES[self.letterhead.form].title
        yield Words(self.document.heading, "center", size=size, bold=True, before=18)
        for line in Speech(self.document.language).say("title.lines").split("|"):
            yield Words(line, "center", size=size, bold=True)
        for line in filter(None, (*self.document.subtitles, self.document.cut_off)):
            yield Words(f"({line})", "center", italic=True)
        yield Words("", "center", size=2, rule=0.25, after=12)

    def _section(self, section: Section, annexes: str) -> None:
        values = {
            "number": section.number,
            "section": section.name,
            "period": running(section.period),
        }
        title = self.say("section", **values)
        self.paper.write(
            Words(title, "both", bold=True, before=6, after=6, keep_next=True, heading=1)
        )
        for sentence in section.sentences:
            self.paper.write(_body(sentence))
        for note in section.notes:
            self.paper.write(_body(f"({note.text})", italic=True))
        if annexes:
            self.paper.write(_body(self.say("annex.see", annexes=annexes), italic=True))
        for table in section.tables:
            if table.breakdown not in IN_ANNEXES:
                self._table(section, table)

    def _table(self, section: Section, table: Table) -> None:
        self.tables += 1
        of = {"section": section.name, "breakdown": running(table.title)}
        self.paper.write(_caption(self.say("table", number=self.tables, **of)))
        table_on_paper(self.paper, self.document.language, table, PORTRAIT_WIDTH)
        self.paper.write(Words("", size=6))
        if section.chart and section.chart.breakdown == table.breakdown:
            self.charts += 1
            caption = self.say("chart", number=self.charts, **of)
            self.paper.write(_caption(caption))
            self._chart(table, section.chart.measures, caption)

    def _chart(self, table: Table, measures: tuple[str, ...], description: str) -> None:
        series = [
            (column.title, [n if isinstance(n := row.values[i], int) else 0 for row in table.rows])
            for i, column in enumerate(table.columns)
            if column.name in measures
        ]
        height = _AROUND_BARS + _BAR * len(table.rows)
        self.paper.chart(bar_chart([row.label for row in table.rows], series), height, description)


def _body(text: str, *, italic: bool = False) -> Words:
    return Words(text, "both", italic=italic, first_line=10, after=6)


def _caption(text: str) -> Words:
    return Words(text, "center", size=13, bold=True, before=6, after=4, keep_next=True, heading=2)

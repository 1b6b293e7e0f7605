"""The annexes of a report: long tables, then the lists of names behind the figures."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from emulation_cli.documents.document import Document, Section, Table
from emulation_cli.documents.links.row_list import too_long
from emulation_cli.documents.links.rows_behind import Behind
from emulation_cli.documents.speech import Speech, running
from emulation_cli.render.labels import Label, column_title, shown_as
from emulation_cli.render.money_sentence import say_money
from emulation_cli.render.name_lists import ROMAN, NameTable, names_of
from emulation_cli.render.word.column_widths import column_widths
from emulation_cli.render.word.letter import prepared_by
from emulation_cli.render.word.paper import LANDSCAPE_WIDTH, PORTRAIT_WIDTH, Box, Paper, Words
from emulation_cli.render.word.paper_table import Look, box, table_on_paper
from emulation_cli.tallies.row_lists.listings import Listing
from emulation_cli.words import say_in

_TABLES = ("by_unit", "by_event")
_SHORT_ONES = ("birth_year", "act", "type")
_SIZE = 11
_PLAIN = Look(size=_SIZE)
_CENTRED = Look("center", size=_SIZE)
_HEAD = Look("center", bold=True, shaded=True, size=_SIZE)
_GROUP = Look(bold=True, size=_SIZE, keep_next=True)
_ORDINAL = 12
_WITH_SIGNATURE = 2  # rows: a signature is never alone on a page


@dataclass(frozen=True)
class _Annex:
    """One annex: its number, and the table or the list in it."""

    number: str
    section: Section
    table: Table | None = None


class Annexes:
    """Numbered before the report is written, so that it can name them; written after it."""

    def __init__(
        self,
        paper: Paper,
        document: Document,
        body: str,
        behind: Behind,
        label: Label | None,
    ) -> None:
        self.paper, self.document, self.body = paper, document, body
        self.behind, self.label = behind, label
        self.annexes = tuple(self._numbered())

    def _numbered(self) -> Iterator[_Annex]:
        found: list[tuple[Section, Table | None]] = []
        for section in self.document.sections:
            found += [(section, table) for table in section.tables if table.breakdown in _TABLES]
        for section in self.document.sections:
            if self.behind.whole(section.code):
                found.append((section, None))
        for number, (section, table) in zip(ROMAN, found, strict=False):
            yield _Annex(number, section, table)

    def of(self, section: Section) -> str:
        """The numbers of a section's annexes, as a sentence names them."""
        return ", ".join(annex.number for annex in self.annexes if annex.section is section)

    def write(self) -> None:
        """The tables stand upright, the lists lie."""
        for annex in self.annexes:
            if annex.table:
                self._write_table(annex, annex.table)
        for annex in self.annexes:
            if not annex.table:
                self.paper.landscape()
                self._write_list(annex)

    def _head(self, annex: _Annex, title: str) -> None:
        language = self.document.language
        number = say_in(language, "paper.annex", number=annex.number)
        belongs = say_in(language, "paper.annex.with", body=self.body)
        self.paper.write(
            Words(number, "center", bold=True, new_page=annex.table is not None, heading=1),
            Words(title, "center", bold=True),
            Words(annex.section.period, "center", size=13, italic=True),
            Words(belongs, "center", size=12, italic=True, after=8),
        )

    def _write_table(self, annex: _Annex, table: Table) -> None:
        values = {"section": annex.section.name, "breakdown": running(table.title)}
        title = say_in(self.document.language, "paper.annex.table", **values)
        self._head(annex, title.upper())
        table_on_paper(self.paper, self.document.language, table, PORTRAIT_WIDTH, signed=True)
        prepared_by(self.paper, self.document.language, PORTRAIT_WIDTH)

    def _write_list(self, annex: _Annex) -> None:
        speech = Speech(self.document.language)
        code = annex.section.code
        self._head(annex, speech.say(f"list_title.{code}"))
        found = self.behind.lists[self.behind.wholes[code]]
        if found.left_out:
            self.paper.write(Words(too_long(speech, found), "both", italic=True))
        else:
            list_on_paper(self.paper, speech, found.rows, self.label)


def list_on_paper(paper: Paper, speech: Speech, rows: Listing, label: Label | None) -> None:
    """Write a list of names on a page that lies, with the place of who prepared it."""
    names = names_of(rows, label)
    titles = [column_title(rows.noun, column) for column in names.columns]
    cells = [[row[column] for column in names.columns] for _, rows in names.groups for row in rows]
    widths = column_widths(titles, cells, LANDSCAPE_WIDTH - _ORDINAL)
    head = [box(title, _HEAD) for title in (speech.say("ordinal"), *titles)]
    paper.table([_ORDINAL, *widths], [head, *_grouped(speech, rows.noun, names, len(cells))])
    if said := say_money(rows, speech.language):
        paper.write(Words(said, "both", size=12, bold=True, before=6, keep_next=True))
    prepared_by(paper, speech.language, LANDSCAPE_WIDTH)


def _grouped(speech: Speech, noun: str, names: NameTable, rows: int) -> Iterator[list[Box]]:
    """The rows in groups; the last ones stay with who prepared the list."""
    looks = {
        column: _CENTRED if column in _SHORT_ONES or shown_as(noun, column) == "date" else _PLAIN
        for column in names.columns
    }
    for roman, (kind, members) in zip(ROMAN, names.groups, strict=False):
        if kind is not None:
            title = f"{roman}. {say_in(speech.language, f'paper.group.{kind}')}"
            yield [box(title, replace(_GROUP, span=len(looks) + 1))]
        for number, row in enumerate(members, start=1):
            rows -= 1
            kept = rows < _WITH_SIGNATURE
            boxes = [_box(row[column], look, kept) for column, look in looks.items()]
            yield [_box(str(number), _CENTRED, kept), *boxes]


def _box(text: str, look: Look, kept: bool) -> Box:
    return box(text, replace(look, keep_next=True) if kept else look)

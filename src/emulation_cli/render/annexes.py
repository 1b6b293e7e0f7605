"""The annexes of a report: long tables, then the lists of names behind the figures."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from emulation_cli.documents.document import Document, Section, Table
from emulation_cli.documents.speech import Speech, running
from emulation_cli.domain.text import person_order, vietnamese_order
from emulation_cli.render.labels import Label, column_title, is_date
from emulation_cli.render.letter import prepared_by
from emulation_cli.render.lists import readable_rows
from emulation_cli.render.paper import LANDSCAPE_WIDTH, PORTRAIT_WIDTH, Box, Paper, Words
from emulation_cli.render.paper_table import DATE_WIDTH, Look, box, table_on_paper
from emulation_cli.tallies.figures import KINDS
from emulation_cli.tallies.figures import Section as SectionCode
from emulation_cli.tallies.listings import Listing
from emulation_cli.words import say_in

_TABLES = ("by_unit", "by_event")
# What a printed list of names shows, and the part of the page's width that each column takes.
_COLUMNS: Mapping[str, Mapping[str, int]] = {
    "exemplars": {
        "name": 26, "birth_year": 8, "position": 18, "unit": 20, "field": 18, "discovered": 10,
    },
    "models": {"name": 36, "unit": 22, "field": 18, "years": 18, "leader": 14},
    "events": {"name": 42, "type": 12, "date": 11, "place": 22, "organiser": 20},
    "honours": {
        "recipient": 24, "position": 16, "unit": 18, "act": 10, "form": 14, "decision": 12,
        "date": 10, "event": 20,
    },
}  # fmt: skip
_SHORT_ONES = ("birth_year", "act", "type")
_SIZE = 11
_PLAIN = Look(size=_SIZE)
_CENTRED = Look("center", size=_SIZE)
_HEAD = Look("center", bold=True, shaded=True, size=_SIZE)
_GROUP = Look(bold=True, size=_SIZE, keep_next=True)
_NAME = {"honours": "recipient"}
_ORDINAL = 12
_MOST_COLUMNS = 8
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


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
        listings: Mapping[SectionCode, Listing],
        label: Label | None,
    ) -> None:
        self.paper, self.document, self.body = paper, document, body
        self.listings, self.label = listings, label
        self.annexes = tuple(self._numbered())

    def _numbered(self) -> Iterator[_Annex]:
        found: list[tuple[Section, Table | None]] = []
        for section in self.document.sections:
            found += [(section, table) for table in section.tables if table.breakdown in _TABLES]
        for section in self.document.sections:
            if section.code in self.listings and self.listings[section.code].rows:
                found.append((section, None))
        for number, (section, table) in zip(_ROMAN, found, strict=False):
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
            Words(number, "center", bold=True, new_page=annex.table is not None),
            Words(title, "center", bold=True),
            Words(annex.section.period, "center", size=13, italic=True),
            Words(belongs, "center", size=12, italic=True, after=8),
        )

    def _write_table(self, annex: _Annex, table: Table) -> None:
        values = {"section": annex.section.name, "breakdown": running(table.title)}
        title = say_in(self.document.language, "paper.annex.table", **values)
        self._head(annex, title.upper())
        table_on_paper(self.paper, self.document.language, table, PORTRAIT_WIDTH)
        prepared_by(self.paper, self.document.language, PORTRAIT_WIDTH)

    def _write_list(self, annex: _Annex) -> None:
        speech = Speech(self.document.language)
        code = annex.section.code
        self._head(annex, speech.say(f"list_title.{code}"))
        list_on_paper(self.paper, speech, self.listings[code], self.label)


def list_on_paper(paper: Paper, speech: Speech, rows: Listing, label: Label | None) -> None:
    """Write a list of names on a page that lies, with the place of who prepared it."""
    named = named_rows(rows, label)
    parts = _parts(rows, named)
    titles = [speech.say("ordinal"), *(column_title(column) for column in parts)]
    boxes = [[box(title, _HEAD) for title in titles]]
    boxes += _grouped(speech, rows, named, list(parts))
    paper.table(_widths(parts), boxes)
    prepared_by(paper, speech.language, LANDSCAPE_WIDTH)


def named_rows(rows: Listing, label: Label | None) -> list[dict[str, str]]:
    """Rows by column as a person reads them, and the code of their kind under `kind_code`."""
    texts = readable_rows(rows, label)
    kinds = rows.columns.index("kind") if "kind" in rows.columns else None
    return [
        {**dict(zip(rows.columns, cells, strict=True)), "kind_code": _kind(row, kinds)}
        for row, cells in zip(rows.rows, texts, strict=True)
    ]


def _kind(row: Sequence[Any], column: int | None) -> str:
    return str(row[column]) if column is not None else ""


def _parts(rows: Listing, named: Sequence[Mapping[str, str]]) -> dict[str, int]:
    """The columns to print that hold something, and the part of the width that each takes."""
    chosen = _COLUMNS.get(rows.noun) or dict.fromkeys(rows.columns[1:_MOST_COLUMNS], 1)
    held = {name: part for name, part in chosen.items() if any(row.get(name) for row in named)}
    return held or dict(list(chosen.items())[:1])


def _widths(parts: Mapping[str, int]) -> list[float]:
    """Dates take what they need, the other columns share the rest by their parts."""
    dates = sum(is_date(column) for column in parts)
    others = sum(part for column, part in parts.items() if not is_date(column))
    scale = (LANDSCAPE_WIDTH - _ORDINAL - DATE_WIDTH * dates) / max(others, 1)
    return [_ORDINAL, *(DATE_WIDTH if is_date(c) else part * scale for c, part in parts.items())]


def _grouped(
    speech: Speech, rows: Listing, named: list[dict[str, str]], columns: Sequence[str]
) -> Iterator[list[Box]]:
    """By kind, each kind in the Vietnamese order of names; without kinds as the list has them."""
    if "kind" not in rows.columns:
        yield from _numbered(named, columns)
        return
    name = _NAME.get(rows.noun, "name")
    named = sorted(named, key=lambda row: _order(row, name))
    for number, (kind, members) in enumerate(groupby(named, key=lambda row: row["kind_code"])):
        title = say_in(speech.language, f"paper.group.{kind}")
        yield [box(f"{_ROMAN[number]}. {title}", replace(_GROUP, span=len(columns) + 1))]
        yield from _numbered(list(members), columns)


def _order(row: Mapping[str, str], name: str) -> tuple[int, Any]:
    kind = row["kind_code"]
    key = person_order if kind == "individual" else vietnamese_order
    return KINDS.index(kind), key(row[name])


def _numbered(rows: Sequence[Mapping[str, str]], columns: Sequence[str]) -> Iterator[list[Box]]:
    looks = [_CENTRED if is_date(name) or name in _SHORT_ONES else _PLAIN for name in columns]
    for number, row in enumerate(rows, start=1):
        cells = [box(row[name], look) for name, look in zip(columns, looks, strict=True)]
        yield [box(str(number), _CENTRED), *cells]

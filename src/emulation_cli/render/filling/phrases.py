"""What a marked place may ask for: the words that a report prints beside each of its figures."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from emulation_cli import words
from emulation_cli.documents.document import Section, Table
from emulation_cli.documents.papers.paper_manners import as_printed
from emulation_cli.documents.report_document import build
from emulation_cli.documents.speech import Speech, running, speaking
from emulation_cli.domain.text import fold, nearest
from emulation_cli.render.labels import Label, column_title
from emulation_cli.render.name_lists import names_of
from emulation_cli.render.text_tables import row_cells
from emulation_cli.tallies.measures.figures import ReportFigures
from emulation_cli.tallies.measures.specifications import KINDS
from emulation_cli.tallies.row_lists.list_requests import ListRequest
from emulation_cli.tallies.row_lists.listings import Listing

ReadList = Callable[[ListRequest], Listing]


@dataclass(frozen=True)
class Phrase:
    """One thing that may be asked for: its words, and what stands in its place.

    A `value` is a text; `rows` are the texts of a list, one for each record, and `of` names the
    list; a `table` is one whole. `number` is the value where it is one.
    An `other_name` asks for what has a name already.
    """

    text: str
    value: str = ""
    number: int | None = None
    rows: tuple[str, ...] | None = None
    of: str = ""
    table: tuple[tuple[str, ...], ...] | None = None
    other_name: bool = False

    def at(self, row: int) -> str:
        """What stands in its place, in a row of a list."""
        if self.rows is None:
            return self.value
        return self.rows[row] if row < len(self.rows) else ""


def key_of(text: str) -> str:
    """What phrases are compared by: no case, no marks, no quotation marks, plain blanks."""
    plain = re.sub(r"[«»“”\"'‘’]", "", fold(text))
    plain = re.sub(r"[\s_]+", " ", plain)
    return re.sub(r"\s*\.\s*", ".", plain).strip(" .:;")


class Phrases:
    """All phrases of one report, its lists read when one of them is asked for."""

    def __init__(self, figures: ReportFigures, read: ReadList, label: Label | None) -> None:
        self.figures, self.read, self.label = figures, read, label
        self.language = figures.request.language
        self.speech = Speech(self.language)
        self.document = as_printed(build(figures))
        self._known: dict[str, Phrase] = {}
        for phrase in self._all():
            self._known.setdefault(key_of(phrase.text), phrase)
        self._lists: dict[str, dict[str, Phrase]] = {}

    def find(self, text: str) -> Phrase | None:
        """What a phrase asks for; None for one that the report does not have."""
        key = key_of(text)
        return self._known.get(key) or self._in_lists(key)

    def is_of_ours(self, text: str) -> bool:
        """Whether a phrase begins as ours do, so that an unknown rest is a slip."""
        head = key_of(text).split(".")[0]
        return any(known.split(".")[0] == head for known in self._known)

    def each(self) -> Iterator[Phrase]:
        """Everything once, in the order of the report, its lists last."""
        yield from (one for one in self._known.values() if not one.other_name)
        for section in self.document.sections:
            yield from (one for one in self._list(section).values() if not one.other_name)

    def nearest(self, text: str, count: int = 3) -> list[str]:
        """The phrases that look most like one that is not there."""
        every = {key_of(phrase.text): phrase.text for phrase in self.each()}
        found = nearest(key_of(text), every, count, whole=True, least=0)
        return [every[key] for key in found]

    def command_of(self, text: str) -> str:
        """The command that lists the rows of the section that a phrase begins with."""
        key = key_of(text)
        for section in self.document.sections:
            if any(key.startswith(key_of(head) + ".") for head in self._heads(section)):
                return next((note.command for note in section.commands if note.command), "")
        return ""

    # What there is -----------------------------------------------------------------------------

    def _say(self, name: str) -> str:
        return words.say_in(self.language, f"filling.{name}")

    def _all(self) -> Iterator[Phrase]:
        document = self.document
        yield Phrase(self._say("unit"), document.unit)
        yield Phrase(self._say("period"), document.subtitles[0])
        yield Phrase(self._say("cut_off"), document.cut_off)
        for section in document.sections:
            for head in self._heads(section):
                other = head is section.name
                for one in self._of(section):
                    said = f"{head}.{one.text}"
                    yield replace(one, text=said, other_name=other or one.other_name)

    def _heads(self, section: Section) -> tuple[str, str]:
        """«điển hình», «Điển hình tiên tiến»: what a section is called, briefly and in full."""
        return words.say_in(self.language, f"record.noun.{section.code}"), section.name

    def _of(self, section: Section) -> Iterator[Phrase]:
        yield Phrase(self._say("period"), section.period)
        for place, sentence in enumerate(section.sentences, start=1):
            yield Phrase(f"{self._say('sentence')} {place}", sentence)
        yield Phrase(self._say("text"), rows=section.sentences, of=f"{section.code}.text")
        for figure in section.figures:
            number = words.number(figure.value, self.language)
            named = [figure.label.strip()]
            if figure.code in KINDS and figure.part:
                named.append(self.speech.measure(str(figure.code)))
            for place, text in enumerate(reversed(named)):
                yield Phrase(text, number, figure.value, other_name=place > 0)
        yield from self._total(section)
        for table in section.tables:
            yield from _of_table(self.language, table)

    def _total(self, section: Section) -> Iterator[Phrase]:
        """«điển hình.tổng số», and each kind of it also where nobody is of it."""
        of = self.figures.sections[section.code]
        for one in of.each():
            if one.breakdown in ("", "kinds") and one.measure == "total":
                measure = one.code or "total"
                number = words.number(one.value, self.language)
                yield Phrase(self.speech.measure(str(measure)), number, one.value)

    # Lists -------------------------------------------------------------------------------------

    def _in_lists(self, key: str) -> Phrase | None:
        for section in self.document.sections:
            if self._named_list in key and (found := self._list(section).get(key)):
                return found
        return None

    @property
    def _named_list(self) -> str:
        return key_of(self._say("list"))

    def _list(self, section: Section) -> dict[str, Phrase]:
        if section.code not in self._lists:
            made: dict[str, Phrase] = {}
            with speaking(self.language):
                for phrase in self._columns(section):
                    made.setdefault(key_of(phrase.text), phrase)
            self._lists[section.code] = made
        return self._lists[section.code]

    def _columns(self, section: Section) -> Iterator[Phrase]:
        """Each column of the list of a section, and of those of one kind in it."""
        whole = next(self.figures.sections[section.code].each())
        listing = self.read(whole.cut.rows)
        kinds: list[str | None] = [None]
        if "kind" in listing.columns:
            place = listing.columns.index("kind")
            kinds += [kind for kind in KINDS if any(row[place] == kind for row in listing.rows)]
        heads = self._heads(section)
        for kind in kinds:
            name = self._say("list")
            if kind:
                name += f" {running(self.speech.measure(kind))}"
            for title, texts, usual in self._texts(listing, kind):
                for head in heads:
                    said, of = f"{head}.{name}.{title}", f"{section.code}.{kind or ''}"
                    other = not usual or head is section.name
                    yield Phrase(said, rows=texts, of=of, other_name=other)

    def _texts(
        self, listing: Listing, kind: str | None
    ) -> Iterator[tuple[str, tuple[str, ...], bool]]:
        """The columns of a list with their titles, and whether papers show them."""
        order = names_of(listing, self.label)
        rows = [row for code, group in order.groups for row in group if kind in (None, code)]
        yield self.speech.say("ordinal"), tuple(str(n) for n in range(1, len(rows) + 1)), True
        for column in listing.columns:
            texts = tuple(row[column] or "" for row in rows)
            yield column_title(listing.noun, column), texts, column in order.columns


def _of_table(language: str, table: Table) -> Iterator[Phrase]:
    """A table as one whole, and each of its cells: «theo lĩnh vực.Y tế.Tập thể»."""
    cells = tuple(tuple(row_cells(language, table, row)) for row in table.members)
    head = (table.head, *(column.title for column in table.columns))
    yield Phrase(table.title, table=(head, *cells))
    for row, texts in zip(table.members, cells, strict=True):
        for place, column in enumerate(table.columns):
            value = row.values[place]
            number = value if isinstance(value, int) else None
            said = f"{table.title}.{row.label.strip()}"
            text = texts[place + 1]
            if place == 0:
                yield Phrase(said, text, number)
            yield Phrase(f"{said}.{column.title}", text, number, other_name=place == 0)

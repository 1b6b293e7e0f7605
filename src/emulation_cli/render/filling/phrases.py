"""What a marked place may ask for: the words that a report prints beside each of its figures."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from emulation_cli import words
from emulation_cli.documents.document import Section
from emulation_cli.documents.papers.paper_manners import as_printed
from emulation_cli.documents.report_document import build
from emulation_cli.documents.speech import Speech, speaking
from emulation_cli.render.filling.asked_phrases import (
    Phrase,
    key_of,
    list_phrases,
    table_phrases,
)
from emulation_cli.render.labels import Label
from emulation_cli.tallies.measures.figures import ReportFigures
from emulation_cli.tallies.measures.specifications import KINDS
from emulation_cli.tallies.row_lists.list_requests import ListRequest
from emulation_cli.tallies.row_lists.listings import Listing

ReadList = Callable[[ListRequest], Listing]


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

    def command_of(self, text: str) -> str:
        """The command that lists the rows of the section that a phrase begins with."""
        key = key_of(text)
        for section in self.document.sections:
            if any(key.startswith(key_of(head) + ".") for head in self.heads(section)):
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
            for head in self.heads(section):
                other = head is section.name
                for one in self._of(section):
                    said = f"{head}.{one.text}"
                    yield replace(one, text=said, other_name=other or one.other_name)

    def heads(self, section: Section) -> tuple[str, str]:
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
            yield from table_phrases(self.language, table)

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
                whole = next(self.figures.sections[section.code].each())
                rows = self.read(whole.cut.rows)
                heads = self.heads(section)
                for phrase in list_phrases(self.speech, rows, self.label, heads, section.code):
                    made.setdefault(key_of(phrase.text), phrase)
            self._lists[section.code] = made
        return self._lists[section.code]

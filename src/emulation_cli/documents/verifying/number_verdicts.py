"""Each number of a written report: it agrees, it differs, or nobody can say."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence

from emulation_cli import words
from emulation_cli.documents.document import Document, Section, Table
from emulation_cli.documents.links.list_commands import shown_command
from emulation_cli.documents.verifying.clause_words import words_of
from emulation_cli.documents.verifying.clauses import Piece
from emulation_cli.documents.verifying.counted_lists import Question
from emulation_cli.documents.verifying.discourse import Discourse, Understood, ValueOf
from emulation_cli.documents.verifying.held_report import HeldReport
from emulation_cli.documents.verifying.meanings import (
    Meaning,
    at_time,
    other_counts,
    readings,
)
from emulation_cli.documents.verifying.spoken_words import PART
from emulation_cli.documents.verifying.text_sums import (
    WrongSum,
    wrong_in,
    wrong_in_table,
)
from emulation_cli.documents.verifying.told_numbers import (
    Code,
    Fact,
    Verdict,
    WrittenLine,
    WrittenTable,
)
from emulation_cli.documents.verifying.written_numbers import (
    WrittenNumber,
    even,
    lowered,
    numbers_in,
    periods_in,
    sentences_in,
    without_numbers,
)

# The report of a time as a text names it; None where that is no time.
ReportOf = Callable[[str], HeldReport | None]


class Verifier:
    """A report read from its start to its end; the time that was last named goes on."""

    def __init__(self, report_of: ReportOf) -> None:
        self.report_of = report_of
        self.when = ""
        self.section: str | None = None
        self.caption = ""
        self.of_part = False
        self.topic = ""
        self.times: dict[str, None] = {}  # those that the text has named
        self.heading: Sequence[Meaning] = ()  # what a numbered heading says of all below it
        self.before: Sequence[Meaning] = ()  # what the paragraph before counted, and when
        self.said_when = ""

    def verdicts(self, parts: Sequence[WrittenLine | WrittenTable]) -> Iterator[Verdict]:
        """What is said of every number, in the order of the text."""
        for part in parts:
            if isinstance(part, WrittenTable):
                yield from self._table(part)
            elif part.text.strip():
                yield from self._line(part)

    # Sentences ---------------------------------------------------------------------------------

    def _line(self, line: WrittenLine) -> Iterator[Verdict]:
        text = unicodedata.normalize("NFC", line.text)
        if line.whole:
            self._remember(text)
        goes_on = _GOES_ON.match(lowered(text)) is not None
        before = self.before if goes_on else ()
        when, tainted = self.said_when if goes_on else "", self.of_part
        for sentence in sentences_in(text):
            yield from (_wrong(sentence, one) for one in wrong_in(sentence))
            report = self._report(when)
            named = periods_in(sentence)
            printed = self._report(named[0]) if len(named) == 1 else report
            said = list(self._as_printed(printed, sentence)) if printed else []
            if not said and (held := report or self.report_of(self.when)):
                discourse = Discourse(self._value_of(when), before, self.topic, self.heading)
                told = discourse.numbers(sentence, held.vocabulary, held.own_names, tainted=tainted)
                said = [self._told(sentence, number, one) for number, one in told]
                before = [*dict.fromkeys((*before, *discourse.top))]
                self.topic = discourse.topic
                tainted = tainted or _turns(held, sentence)
            self.times |= dict.fromkeys(named)
            if named:
                when = named[0] if len(named) == 1 else "?"
            yield from said or self._unknown(sentence)
        if [*numbers_in(text)]:
            self.before, self.said_when = before, when

    def _value_of(self, when: str) -> ValueOf:
        """What a meaning counts, at the time that it names or that was named before."""

        def value(meaning: Meaning, part: bool) -> tuple[float, Question] | None:
            report = self._report(meaning.value("when") or when)
            return report.value_of(meaning, part=part) if report else None

        return value

    def _told(self, sentence: str, number: WrittenNumber, of: Understood | None) -> Verdict:
        if of is None or of.question is None:
            return _unclear(sentence, number)
        held = self.report_of(self.when)
        phrase = held.called(of.meaning) if held else ""
        command = shown_command(of.question.lists[0], "vi")
        if of.share_of is not None:
            right = number.percent and number.shows(of.value)
            if not right:
                return _unclear(sentence, number)
            now = f"{of.value:.1f}".replace(".", ",")
            return _verdict("agrees", sentence, number, Fact(phrase, of.value, now, command))
        # The register may not know who is a woman; a noun named long before may be over.
        unsure = of.weak or "gender" in of.meaning.names
        if unsure and not number.allows(of.value):
            return _unclear(sentence, number)
        fact = Fact(phrase, of.value, words.number(int(of.value), "vi"), command)
        verdict = _held(sentence, number, fact)
        if verdict.code == "differs":
            return verdict._replace(why=self._why(number, of.meaning))
        return verdict

    def _why(self, number: WrittenNumber, meaning: Meaning) -> str:
        """Where the register has the written number: at another time, counted in another way."""
        held = self.report_of(self.when)
        for other in other_counts(meaning):
            found = self._value_of("")(other, False)
            if held and found and number.allows(found[0]):
                return words.say("filling.why_count", phrase=held.called(other))
        for time in (*self.times, *(held.years if held else ())):
            found = self._value_of("")(at_time(meaning, time), False)
            if found and number.allows(found[0]):
                return words.say("filling.why_period", period=time)
        return ""

    def _report(self, when: str) -> HeldReport | None:
        return None if when == "?" else self.report_of(when or self.when)

    def _remember(self, text: str) -> None:
        """A heading says which section follows, and for which time."""
        plain = even(text)
        heading = len(text) < _HEADING and not [*numbers_in(text)]
        named = periods_in(text)
        if heading and len(named) == 1:
            self.when = named[0]
        self.caption = plain if heading else ""
        report = self.report_of(self.when) if heading else None
        if report:
            self.of_part = _turns(report, text)
            self.heading = _said_in_heading(report, text)
        for section in report.document.sections if report else ():
            if even(section.name) in plain:
                self.section = section.code

    def _as_printed(self, report: HeldReport, sentence: str) -> Iterator[Verdict]:
        """A sentence in the words of our own report: number by number."""
        template, numbers = without_numbers(sentence)
        for section in report.document.sections:
            for text in section.sentences:
                ours, known = without_numbers(text)
                if ours == template and len(known) == len(numbers):
                    for one, other in zip(numbers, known, strict=True):
                        now = text[other.start : other.end]
                        fact = Fact(section.name, other.value, now, rows_command(section))
                        yield _held(sentence, one, fact)
                    return

    def _unknown(self, sentence: str) -> Iterator[Verdict]:
        for number in numbers_in(sentence):
            yield _unclear(sentence, number)

    # Tables ------------------------------------------------------------------------------------

    def _table(self, table: WrittenTable) -> Iterator[Verdict]:
        """A table with the headings of one of ours, under a caption that says which."""
        held = self.report_of(self.when)
        report = held.document if held else None
        heads = [tuple(map(even, row)) for row in table.rows[:1]]
        ours = self._ours(report, heads[0]) if report and heads else None
        yield from (_wrong(of, one) for of, one in wrong_in_table(table.rows))
        for row in table.rows[1:]:
            yield from self._row(ours, heads[0], row) if heads else ()

    def _ours(self, report: Document, head: tuple[str, ...]) -> tuple[Section, Table] | None:
        found = [
            (section, table)
            for section in report.sections
            for table in section.tables
            if even(table.head) in head
            and {even(column.title) for column in table.columns} & set(head)
            and (even(section.name) in self.caption or section.code == self.section)
        ]
        named = [one for one in found if even(one[0].name) in self.caption]
        fitting = named or found
        return fitting[0] if len(fitting) == 1 else None

    def _row(
        self, ours: tuple[Section, Table] | None, head: tuple[str, ...], row: tuple[str, ...]
    ) -> Iterator[Verdict]:
        label_at = head.index(even(ours[1].head)) if ours else 0
        known = _values(ours[1], row[label_at]) if ours and label_at < len(row) else {}
        for place, cell in enumerate(row):
            found = [*numbers_in(cell)]
            title = head[place] if place < len(head) else ""
            if place == label_at or title in _ORDINALS or len(found) != 1 or _lettered(cell):
                continue
            said = f"{row[label_at]} – {cell}" if label_at < len(row) else cell
            if ours and title in known:
                value, now = known[title]
                fact = Fact(
                    f"{ours[0].name}, {row[label_at].strip()}", value, now, rows_command(ours[0])
                )
                yield _held(said, found[0], fact, cell)
            else:
                yield _unclear(said, found[0], cell)


_HEADING = 160
_NUMBERED = re.compile(r"\s*(?:\d+|[IVX]+|[a-zđ])[.)]")
_GOES_ON = re.compile(rf"\s*(?:{PART})\b")
_ORDINALS = ("tt", "stt", "so tt")


def _lettered(cell: str) -> bool:
    return any(letter.isalpha() for letter in cell)


def _values(table: Table, label: str) -> Mapping[str, tuple[float, str]]:
    """What our table says in the row of a label, by the titles of its columns."""
    rows = [row for row in table.members if even(row.label).strip() == even(label).strip()]
    if len(rows) != 1:
        return {}
    pairs = zip(table.columns, rows[0].values, strict=True)
    return {
        even(column.title): (float(value), words.number(value, "vi"))
        for column, value in pairs
        if isinstance(value, int)
    }


def _wrong(paragraph: str, wrong: WrongSum) -> Verdict:
    return Verdict(wrong.code, wrong.value, paragraph.strip(), wrong.parts)


def _turns(report: HeldReport, text: str) -> bool:
    """Whether a text names another unit than the report is of: what follows may be of that."""
    plain = lowered(text)
    named = (unit for unit in report.other_units if unit in plain)
    return any(re.search(rf"\b{re.escape(unit)}\b", plain) for unit in named)


def _said_in_heading(report: HeldReport, text: str) -> list[Meaning]:
    """«1. Công tác phát hiện»: what the numbers below it may be of, besides what they say."""
    if not _NUMBERED.match(text):
        return []
    words = words_of(text, report.vocabulary, report.own_names)
    return [one for one in readings(Piece(words)) if one.said]


def rows_command(section: Section) -> str:
    """The command that lists the rows of a section."""
    return next((note.command for note in section.commands if note.command), "")


def _held(paragraph: str, number: WrittenNumber, fact: Fact, text: str = "") -> Verdict:
    """A number against the figure that it is of."""
    said = text or paragraph[number.start : number.end]
    code: Code = "agrees" if number.allows(fact.value) else "differs"
    return Verdict(code, said.strip(), paragraph.strip(), fact.phrase, fact.now, fact.command)


def _verdict(code: Code, paragraph: str, number: WrittenNumber, fact: Fact) -> Verdict:
    said = paragraph[number.start : number.end]
    return Verdict(code, said.strip(), paragraph.strip(), fact.phrase, fact.now, fact.command)


def _unclear(paragraph: str, number: WrittenNumber, text: str = "") -> Verdict:
    said = text or paragraph[number.start : number.end]
    return Verdict("not_understood", said.strip(), paragraph.strip())

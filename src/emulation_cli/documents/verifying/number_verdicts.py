"""Each number of a written report: it agrees, it differs, or nobody can say."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from emulation_cli import words
from emulation_cli.documents.document import Document, Section, Table
from emulation_cli.documents.verifying.clauses import meant
from emulation_cli.documents.verifying.figure_facts import (
    KIND_NOUNS,
    Fact,
    facts_of,
    other_units,
    own_names,
    rows_command,
)
from emulation_cli.documents.verifying.written_numbers import (
    WrittenNumber,
    even,
    numbers_in,
    periods_in,
    sentences_in,
    without_numbers,
)

Code = Literal["agrees", "differs", "place_differs", "sum_wrong", "not_understood"]
# The report of a time as a text names it; None where that is no time.
ReportOf = Callable[[str], Document | None]


class WrittenLine(NamedTuple):
    """A paragraph of a report; not `whole` where what was filled in was taken out of it."""

    text: str
    whole: bool = True


class WrittenTable(NamedTuple):
    """A table of a report, its cells as texts."""

    rows: tuple[tuple[str, ...], ...]


class Verdict(NamedTuple):
    """What is said of one number: where it stands, what it is of, what the register says."""

    code: Code
    value: str
    paragraph: str
    phrase: str = ""
    now: str = ""
    command: str = ""


class Verifier:
    """A report read from its start to its end; the time that was last named goes on."""

    def __init__(self, report_of: ReportOf) -> None:
        self.report_of = report_of
        self.when = ""
        self.section: str | None = None
        self.caption = ""
        self.of_part = False

    def verdicts(self, parts: Sequence[WrittenLine | WrittenTable]) -> Iterator[Verdict]:
        """What is said of every number, in the order of the text."""
        for part in parts:
            if isinstance(part, WrittenTable):
                yield from self._table(part)
            elif part.text.strip():
                yield from self._line(part)

    # Sentences ---------------------------------------------------------------------------------

    def _line(self, line: WrittenLine) -> Iterator[Verdict]:
        text = line.text
        if line.whole:
            self._remember(text)
        last: Fact | None = None
        when, narrowed = "", self.of_part
        for sentence in sentences_in(text):
            named = periods_in(sentence)
            when = named[0] if len(named) == 1 else when if not named else "?"
            report = self._report(when)
            yield from self._sums(sentence)
            said = list(self._as_printed(report, sentence)) if report else []
            if not said and report:
                said, last = self._by_meaning(report, sentence, last, narrowed=narrowed)
            narrowed = narrowed or (report is not None and _turns(report, sentence))
            yield from said or self._unknown(sentence)

    def _report(self, when: str) -> Document | None:
        return None if when == "?" else self.report_of(when or self.when)

    def _remember(self, text: str) -> None:
        """A heading says which section follows, and for which time."""
        plain = even(text)
        heading = len(text) < _HEADING and not [*numbers_in(text)]
        named = periods_in(text)
        if heading and len(named) == 1:
            self.when = named[0]
        self.caption = plain if heading else ""
        document = self.report_of(self.when) if heading else None
        if document:
            self.of_part = _turns(document, text)
        for section in document.sections if document else ():
            if even(section.name) in plain:
                self.section = section.code

    def _as_printed(self, report: Document, sentence: str) -> Iterator[Verdict]:
        """A sentence in the words of our own report: number by number."""
        template, numbers = without_numbers(sentence)
        for section in report.sections:
            for text in section.sentences:
                ours, known = without_numbers(text)
                if ours == template and len(known) == len(numbers):
                    for one, other in zip(numbers, known, strict=True):
                        now = text[other.start : other.end]
                        fact = Fact(section.name, other.value, now, rows_command(section))
                        yield _held(sentence, one, fact)
                    return

    def _by_meaning(
        self, report: Document, sentence: str, last: Fact | None, *, narrowed: bool
    ) -> tuple[list[Verdict], Fact | None]:
        """The clauses of another office's wording that say nothing but what a figure is of."""
        facts = facts_of(report)
        found = []
        for number, fact in meant(facts, sentence, last, own_names(report), narrowed=narrowed):
            if not number.percent and not (fact and (fact.of is not None or fact.field)):
                last = fact if fact and fact.whole else None
            found.append(_held(sentence, number, fact) if fact else _unclear(sentence, number))
        return found, last

    def _unknown(self, sentence: str) -> Iterator[Verdict]:
        for number in numbers_in(sentence):
            yield _unclear(sentence, number)

    def _sums(self, sentence: str) -> Iterator[Verdict]:
        """«381, trong đó 223 … và 158 …»: parts make their whole, in any report."""
        head, sign, tail = even(sentence).partition("trong do")
        numbers = [one for one in numbers_in(sentence) if not one.percent]
        wholes = [one for one in numbers if one.end <= len(head)]
        parts = [one for one in numbers if one.start >= len(head) + len(sign)]
        kinds = [word for word in KIND_NOUNS.values() if word in tail]
        if sign and len(wholes) == 1 and len(parts) == len(kinds) > 1:
            total = wholes[0].value
            if sum(one.value for one in parts) != total:
                said = " + ".join(f"{one.value:g}" for one in parts)
                yield Verdict("sum_wrong", f"{total:g}", sentence.strip(), said)

    # Tables ------------------------------------------------------------------------------------

    def _table(self, table: WrittenTable) -> Iterator[Verdict]:
        """A table with the headings of one of ours, under a caption that says which."""
        report = self.report_of(self.when)
        heads = [tuple(map(even, row)) for row in table.rows[:1]]
        ours = self._ours(report, heads[0]) if report and heads else None
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


def _turns(report: Document, text: str) -> bool:
    """Whether a text names another unit than the report is of: what follows may be of that."""
    plain = even(text)
    named = (unit for unit in other_units(report) if unit in plain)
    return any(re.search(rf"\b{re.escape(unit)}\b", plain) for unit in named)


def _held(paragraph: str, number: WrittenNumber, fact: Fact, text: str = "") -> Verdict:
    """A number against the figure that it is of."""
    said = text or paragraph[number.start : number.end]
    code: Code = "agrees" if number.allows(fact.value) else "differs"
    return Verdict(code, said.strip(), paragraph.strip(), fact.phrase, fact.now, fact.command)


def _unclear(paragraph: str, number: WrittenNumber, text: str = "") -> Verdict:
    said = text or paragraph[number.start : number.end]
    return Verdict("not_understood", said.strip(), paragraph.strip())

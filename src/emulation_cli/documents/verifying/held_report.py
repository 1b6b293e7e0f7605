"""A report of a register as texts are held against it: its words, and any count of its records."""

from collections.abc import Callable
from functools import cached_property

from emulation_cli.documents.document import Document
from emulation_cli.documents.verifying.counted_lists import Question, questions
from emulation_cli.documents.verifying.meanings import Meaning
from emulation_cli.documents.verifying.own_names import OwnNames, own_names
from emulation_cli.documents.verifying.spoken_words import spoken
from emulation_cli.documents.verifying.vocabulary import Vocabulary, vocabulary
from emulation_cli.documents.verifying.written_numbers import lowered
from emulation_cli.tallies.measures.figures import ReportFigures

_MOST_YEARS = 12
Count = Callable[[Question], int]


class HeldReport:
    """A report of one time and unit; what it counts is counted when it is asked for."""

    def __init__(self, document: Document, figures: ReportFigures, count: Count) -> None:
        self.document, self.figures, self._count = document, figures, count
        self._counted: dict[Question, int] = {}

    @cached_property
    def vocabulary(self) -> Vocabulary:
        return vocabulary(self.figures)

    @cached_property
    def own_names(self) -> OwnNames:
        return own_names(self.document.unit)

    @cached_property
    def other_units(self) -> frozenset[str]:
        """The units that a text may turn to: after one is named, nobody else's is meant."""
        tables = (section.table("by_unit") for section in self.document.sections)
        named = {lowered(row.label.strip()) for table in tables if table for row in table.rows}
        return frozenset(named - {lowered(self.document.unit)})

    @property
    def years(self) -> tuple[str, ...]:
        """The single years of its period, where it has several and not many."""
        period = self.figures.request.period
        first, last = int(period.first[:4]), int(period.last[:4])
        return tuple(map(str, range(first, last + 1))) if 0 < last - first < _MOST_YEARS else ()

    def value_of(self, meaning: Meaning, *, part: bool) -> tuple[int, Question] | None:
        """How many a meaning counts, where all ways to count it come to the same."""
        asked = questions(meaning, self.figures.request, part=part)
        values = {self._value(one) for one in asked}
        return (values.pop(), asked[0]) if len(values) == 1 else None

    def _value(self, question: Question) -> int:
        if question not in self._counted:
            self._counted[question] = self._count(question)
        return self._counted[question]

    def called(self, meaning: Meaning) -> str:
        """What a meaning is of, in the register's words: «Điển hình tiên tiến: Y tế»."""
        names = {section.code: section.name for section in self.document.sections}
        said = [
            self.vocabulary.labels.get((one.name, value)) or spoken(one.name, value)
            for one in meaning.said
            for value in one.values
        ]
        rest = ", ".join(sorted(filter(None, said)))
        head = names.get(meaning.noun, meaning.noun)
        return f"{head}: {rest}" if rest else head

"""A sentence as words: its numbers, what the register knows by name, grammar, and the unknown."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from emulation_cli.documents.verifying.own_names import OwnNames
from emulation_cli.documents.verifying.spoken_words import (
    ACTS_ITSELF,
    AND,
    BLANK,
    CALLED,
    COUNTED,
    DOUBT,
    EVENTS,
    EVERYBODY,
    EXEMPLARS,
    FIXED,
    HONOURS,
    MODELS,
    NOUNS,
    OF,
    PART,
    REGISTRATIONS,
    WORTHY,
    Concept,
    Saying,
    concept,
)
from emulation_cli.documents.verifying.vocabulary import Vocabulary
from emulation_cli.documents.verifying.written_numbers import (
    WrittenNumber,
    dates_in,
    lowered,
    numbers_in,
    time_spans,
)

Sort = Literal[
    "worthy", "number", "said", "stop", "part", "and", "of", "blank", "doubt", "name", "word"
]


class Word(NamedTuple):
    """A word or phrase of a sentence: what it may say of records, the noun that it names."""

    sort: Sort
    text: str
    sayings: tuple[Saying, ...] = ()
    noun: str = ""
    number: WrittenNumber | None = None
    whole: bool = False


_SPEAKER = Concept("", nouns=frozenset((EXEMPLARS, MODELS, EVENTS)))
_ALL = Concept("unit")
_OF_EVENT = re.compile(r"(?:tại |ở )?(?:hội nghị|lễ)\b[^,.;:()\d]{0,90}?$")
_ORDINAL = re.compile(r"\s*(?:[-+*•–]\s*)?(?:(?:\d+|[ivx]+|[a-zđ])[.)](?:\d+[.)]?)*\s)?")
_LONGEST_NAME = 120  # letters between «hội nghị» and its day
_REST = re.compile(r"[,;:()]|[^\W\d_]+|\S")


def words_of(sentence: str, known: Vocabulary, own: OwnNames) -> list[Word]:
    """The words of a sentence in their order; lists of one dimension are one word."""
    return _listed([*_Reader(sentence, known, own).words()])


class _Reader:
    """A sentence read from left to right, the longest known phrase first."""

    def __init__(self, sentence: str, known: Vocabulary, own: OwnNames) -> None:
        self.sentence, self.text = sentence, lowered(sentence)
        self.known, self.own = known, own
        self.spans: dict[int, tuple[int, Word]] = {}
        for start, end, said in time_spans(sentence):
            self.spans[start] = end, Word("said", said, ((concept("when", said),),))
        for start, end, day in dates_in(sentence):
            self.spans[start] = end, self._day(day)
        for number in numbers_in(sentence):
            text = sentence[number.start : number.end]
            self.spans[number.start] = number.end, Word("number", text, number=number)
        self._conferences()

    def _day(self, day: str) -> Word:
        """A day is that of the one conference held on it; else nobody knows what it narrows."""
        if day not in self.known.events:
            return Word("doubt", day)
        return Word("said", day, ((concept("event_id", self.known.events[day], HONOURS),),))

    def _conferences(self) -> None:
        """«hội nghị … ngày 04/10/2023» is one phrase."""
        for start, (end, word) in [*self.spans.items()]:
            found = _OF_EVENT.search(self.text, max(start - _LONGEST_NAME, 0), start)
            if found and any(one.name == "event_id" for one, *_ in word.sayings):
                self.spans[found.start()] = end, word._replace(text=self.text[found.start() : end])

    def words(self) -> Iterator[Word]:
        ordinal = _ORDINAL.match(self.text)
        at = ordinal.end() if ordinal else 0
        while at < len(self.text):
            if at in self.spans:
                at, word = self.spans[at]
                yield word
            elif self.text[at].isspace() or self.text[at] in "\"'“”«»":
                at += 1
            else:
                end, word = self._longest(at)
                yield word
                at = end

    def _longest(self, at: int) -> tuple[int, Word]:
        best: tuple[int, Word] | None = None
        for word, end in self._phrases(at):
            if best is None or end > best[0]:
                best = end, word
        return best or self._unknown(at)

    def _phrases(self, at: int) -> Iterator[tuple[Word, int]]:
        text = self.text
        if at and (text[at - 1].isalnum()):
            return
        if (found := self.known.found.match(text, at)) and _is_whole(text, found.end()):
            yield Word("said", found[0], self.known.said(found[0])), found.end()
        for name, pattern, word in _grammar(self.own):
            if (found := pattern.match(text, at)) and _is_whole(text, found.end()):
                said = self.known.said(found[0]) if name == "speaker" else ()
                yield word._replace(text=found[0], sayings=(*word.sayings, *said)), found.end()

    def _unknown(self, at: int) -> tuple[int, Word]:
        found = _REST.match(self.text, at)
        assert found is not None  # a blank was passed over
        end = found.end()
        if found[0] in ",;:()":
            return end, Word("stop", found[0])
        is_name = self.sentence[at].isupper() and self.sentence[:at].strip(" \"'“«-+*•") != ""
        return end, Word("name" if is_name else "word", found[0])


def _is_whole(text: str, end: int) -> bool:
    """Whether a phrase ends where a word does; «kinh tế» in «kinh tế - xã hội» is another."""
    return not _GOES_ON.match(text, end)


_GOES_ON = re.compile(r"\w|\s*[-–]\s*[^\W\d]")


@lru_cache(8)
def _grammar(own: OwnNames) -> tuple[tuple[str, re.Pattern[str], Word], ...]:
    """Every fixed phrase with the word that it is; of equally long ones the first."""
    made: list[tuple[str, str, Word]] = []
    for said, sayings in FIXED:
        made.append(("fixed", said, Word("said", "", sayings)))
    for noun in COUNTED:
        called = ((CALLED[noun],),) if noun == HONOURS else ()
        made.append(("noun", NOUNS[noun], Word("said", "", called, noun)))
    made.append(("noun", REGISTRATIONS, Word("said", "", ((CALLED[MODELS],),), MODELS)))
    whole = Word("said", "", ((_ALL,),), whole=True)
    made.append(("whole", EVERYBODY, whole))
    made += [("whole", re.escape(name), whole) for name in own.whole]
    speaker = Word("said", "", ((_SPEAKER,),))
    made += [
        ("speaker", rf"(?<!các ){re.escape(name)}{ACTS_ITSELF}", speaker) for name in own.bodies
    ]
    sorts: Iterable[tuple[Sort, str]] = (
        ("part", PART),
        ("and", AND),
        ("of", OF),
        ("worthy", WORTHY),
        ("doubt", DOUBT),
        ("blank", BLANK),
    )
    made += [(sort, said, Word(sort, "")) for sort, said in sorts]
    return tuple((name, re.compile(rf"(?:{said})(?!\w)"), word) for name, said, word in made)


def _listed(words: Sequence[Word]) -> list[Word]:
    """«phát hiện, bồi dưỡng và nhân rộng» is one word: any of these."""
    made: list[Word] = []
    joints: list[Word] = []
    for word in words:
        if word.text in (",", "và", "hoặc") and word.sort in ("stop", "and", "word"):
            joints.append(word)
            continue
        merged = _either(made[-1], word) if joints and made else None
        if merged:
            made[-1] = merged
        else:
            made += [*joints, word]
        joints = []
    return made + joints


def _either(one: Word, other: Word) -> Word | None:
    """Two words of one dimension as one; None where they are of different ones."""
    if one.noun or other.noun or one.sort != "said" or other.sort != "said":
        return None
    sayings = [
        (first._replace(values=first.values | second.values, nouns=first.nouns & second.nouns),)
        for first, *rest in one.sayings
        for second, *more in other.sayings
        if not rest and not more and _are_alike(first, second)
    ]
    said = f"{one.text}, {other.text}"
    return one._replace(text=said, sayings=tuple(sayings)) if sayings else None


def _are_alike(one: Concept, other: Concept) -> bool:
    """Whether both name values of one dimension, of the same nouns."""
    listed = one.name == other.name and one.name not in ("", "when")
    return bool(listed and one.values and other.values and one.nouns & other.nouns)

"""What each number of a sentence is of, held together by what was said before it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from emulation_cli.documents.verifying.clause_words import words_of
from emulation_cli.documents.verifying.clauses import Piece, pieces_of
from emulation_cli.documents.verifying.counted_lists import Question
from emulation_cli.documents.verifying.meanings import (
    Meaning,
    following,
    narrowed,
    readings,
    standing_alone,
)
from emulation_cli.documents.verifying.own_names import OwnNames
from emulation_cli.documents.verifying.spoken_words import CALLED, HONOURS, Concept
from emulation_cli.documents.verifying.vocabulary import Vocabulary
from emulation_cli.documents.verifying.written_numbers import WrittenNumber


class Understood(NamedTuple):
    """What a number is of: its one value in the register, and a question that opens to its rows."""

    value: float
    meaning: Meaning
    question: Question | None
    share_of: float | None = None  # of a share: what it is a share of
    weak: bool = False  # its noun was named long before: it may agree, and never differs


# The value of a meaning and its question; None where it has none, or more than one.
ValueOf = Callable[[Meaning, bool], tuple[float, Question] | None]
_MOST = 48
_ONE_PLACE = ("unit", "when")


class Discourse:
    """A sentence's numbers in their order; what the sentence before it counted may be its whole."""

    def __init__(
        self,
        value_of: ValueOf,
        before: Sequence[Meaning] = (),
        topic: str = "",
        heading: Sequence[Meaning] = (),
    ) -> None:
        self.topic = topic  # the noun that was last named in the text
        self.value_of = value_of
        self.before = [*before]
        self.last = [*heading]  # what the number before this one may mean
        self.top: list[Meaning] = []  # what a later sentence may speak of parts of
        self.base: list[Meaning] | None = None  # what the numbers are parts of
        self.depth = 0
        self.labelled = False  # whether a label stands right before
        self.when: Concept | None = None
        self.shown: Understood | None = None
        self.first, self.weak = True, False

    def numbers(
        self, sentence: str, known: Vocabulary, own: OwnNames, *, tainted: bool
    ) -> Iterator[tuple[WrittenNumber, Understood | None]]:
        """Each number with the figure that it is of; None where that is not clear."""
        for piece in pieces_of(words_of(sentence, known, own)):
            if piece.speaks_of_all:
                tainted = False
            self._time(piece)
            said = [] if piece.doubtful or tainted else readings(piece)
            if piece.number is None:
                self.last, self.base, self.labelled = said, None, True
            elif piece.number.percent:
                yield piece.number, None if piece.doubtful or tainted else self._share(piece, said)
            else:
                yield piece.number, self._figure(piece, said)

    def _figure(self, piece: Piece, said: Sequence[Meaning]) -> Understood | None:
        part, meanings = self._meanings(piece, said)
        if self.first and not meanings and not piece.part:
            meanings = _kept(_of_topic(self.topic, own) for own in said if own.said)
            self.weak = True
        self.weak = self.weak and not piece.has_noun
        self.first = False
        meanings = [*dict.fromkeys(_of_awards(self._timed(one)) for one in meanings)]
        if len(meanings) > _MOST:  # whoever can be read in so many ways is not understood
            meanings = []
        self.last, self.before, self.labelled = meanings, [], False
        if self.base is None and piece.has_noun:
            self.top = meanings
            self.topic = meanings[0].noun if len({one.noun for one in meanings}) == 1 else ""
        values: dict[float, tuple[Meaning, Question]] = {}
        for meaning in meanings:
            found = self.value_of(meaning, part)
            if found is None:
                values = {}
                break
            values.setdefault(found[0], (meaning, found[1]))
        self.shown = None
        if len(values) == 1:
            [(value, (meaning, question))] = values.items()
            self.shown = Understood(value, meaning, question, weak=self.weak)
        return self.shown

    def _meanings(self, piece: Piece, said: Sequence[Meaning]) -> tuple[bool, list[Meaning]]:
        """What a number may mean, and whether as a part of another."""
        telling = [one for one in said if one.noun or one.said]
        if said and not telling and self.labelled:
            telling = [*said]
        if self.base is not None and piece.depth < self.depth:
            self.last, self.base = self.base, None
        if piece.part:
            self.base, self.depth = self.last or self.before, piece.depth
        if self.base is not None:
            found = [one for base in self.base for own in telling for one in narrowed(base, own)]
            if found and not (piece.fresh and piece.depth == 0):
                return True, found
            beside = [] if piece.part else self._beside(telling)
            if beside and not found:
                return True, beside
            self.last, self.base = self.base, None
            if found:
                return True, found + self._going_on(piece, telling)
            if piece.part:
                return True, []
        return False, self._going_on(piece, telling)

    def _beside(self, said: Sequence[Meaning]) -> list[Meaning]:
        """A level alone is that of the part before: «496 ở cấp cơ sở và 149 ở cấp huyện»."""
        levels = [own for own in said if own.names == {"level"}]
        return _kept(following(last, own) for last in self.last for own in levels)

    def _time(self, piece: Piece) -> None:
        """A time holds until another is named."""
        for word in piece.words:
            for saying in word.sayings:
                self.when = next((one for one in saying if one.name == "when"), self.when)

    def _timed(self, meaning: Meaning) -> Meaning:
        if self.when is None or "when" in meaning.names:
            return meaning
        return meaning._replace(said=(*meaning.said, self.when))

    def _going_on(self, piece: Piece, said: Sequence[Meaning]) -> list[Meaning]:
        """By itself, or as the number before went on; where both can be, both must be right."""
        found: dict[Meaning, None] = {}
        for own in said:
            after = _kept(following(last, own, fresh=piece.fresh) for last in self.last)
            after = _kept(map(standing_alone, after))
            alone = standing_alone(own)
            if alone and own.noun and piece.speaks_of_all and not self.labelled:
                after = []
            elif after and ((not own.noun and "act" not in own.names) or self._of_unit(piece, own)):
                alone = None
            found |= dict.fromkeys([*_kept([alone]), *after])
        return [*found]

    def _of_unit(self, piece: Piece, own: Meaning) -> bool:
        """Whether the unit named before is the subject still."""
        named = any("unit" in one.names for one in self.last)
        return named and not piece.fresh and "unit" not in own.names

    def _share(self, piece: Piece, said: Sequence[Meaning]) -> Understood | None:
        """A share of what the number before it is a part of, or of what stands before both."""
        telling = [one for one in said if one.noun or one.said]
        if telling:
            return self._share_of_whole(piece, telling)
        shown = self.shown
        if shown is None or shown.share_of is not None:
            return None
        whole = self._whole_of(shown.meaning)
        found = self.value_of(whole, False) if whole else None
        if not found or not found[0]:
            return None
        return shown._replace(value=100 * shown.value / found[0], share_of=found[0])

    def _share_of_whole(self, piece: Piece, said: Sequence[Meaning]) -> Understood | None:
        """«Trong 381 điển hình, tập thể chiếm 58,5%»: the part is not counted, only its share."""
        if piece.part:
            self.base, self.depth = self.last, piece.depth
        wholes = self.base or []
        parts = [one for whole in wholes for own in said for one in narrowed(whole, own)]
        if len(wholes) != 1 or len(parts) != 1 or "gender" in parts[0].names:
            return None
        whole, part = self.value_of(wholes[0], False), self.value_of(parts[0], True)
        if not whole or not part or not whole[0]:
            return None
        return Understood(100 * part[0] / whole[0], parts[0], part[1], share_of=whole[0])

    def _whole_of(self, meaning: Meaning) -> Meaning | None:
        if self.base and len(self.base) == 1:
            return self.base[0]
        kept = tuple(one for one in meaning.said if one.name in _ONE_PLACE)
        return Meaning(meaning.noun, kept) if kept != meaning.said else None


def _of_topic(topic: str, own: Meaning) -> Meaning | None:
    return following(Meaning(topic), own) if topic and not own.noun else None


def _of_awards(meaning: Meaning) -> Meaning:
    """Papers, titles and acts are counted as often as they were given, not who got them."""
    if meaning.noun != HONOURS or meaning.names & {"counted", "kind", "adds"}:
        return meaning
    return meaning._replace(said=(*meaning.said, CALLED[HONOURS]))


def _kept(found: Iterable[Meaning | None]) -> list[Meaning]:
    return [*dict.fromkeys(one for one in found if one is not None)]

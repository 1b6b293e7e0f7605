"""A sentence in pieces of one number each: what is said of it, and of which other it is a part."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from emulation_cli.documents.verifying.clause_words import Word
from emulation_cli.documents.verifying.spoken_words import CIRCUMSTANCE, CUT, FOLLOWS
from emulation_cli.documents.verifying.written_numbers import WrittenNumber


@dataclass
class Piece:
    """A number and the words about it; a label has none and speaks for those that follow.

    `part`: of the number before it. `fresh`: after a semicolon. `depth`: within how many brackets.
    `doubtful`: words that nobody knows stand about it, `strange` counts them.
    """

    words: list[Word] = field(default_factory=list)
    number: WrittenNumber | None = None
    part: bool = False
    fresh: bool = False
    depth: int = 0
    doubtful: bool = False
    strange: int = 0

    @property
    def has_noun(self) -> bool:
        return any(word.noun for word in self.words)

    @property
    def speaks_of_all(self) -> bool:
        """Whether it names the whole that the report is of."""
        return any(word.whole for word in self.words)


@dataclass
class _Segment:
    """What stands between two marks."""

    words: list[Word]
    part: bool
    fresh: bool
    depth: int
    label: bool = False  # a colon follows, and no number at once

    @property
    def numbers(self) -> int:
        return sum(word.number is not None for word in self.words)

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)


def pieces_of(words: Sequence[Word]) -> Iterator[Piece]:
    """The pieces of a sentence in their order."""
    before: list[_Segment] = []
    tainted = False
    for segment in _segments(_without_asides(words)):
        if segment.label:
            piece = _piece(segment, segment.words, before)
            piece.doubtful = any(_cuts(one) for one in segment.words)
            tainted = tainted or piece.doubtful
            before = []
            yield piece
        elif not segment.numbers:
            before.append(segment)
        else:
            for piece in _numbered(segment, before):
                if piece.speaks_of_all or (piece.fresh and piece.depth == 0):
                    tainted = False
                tainted = tainted or piece.doubtful
                piece.doubtful = tainted
                yield piece
            before = []


def _without_asides(words: Sequence[Word]) -> list[Word]:
    """Without brackets that have no number in them: those that say something are a doubt."""
    made: list[Word] = []
    opened: list[int] = []  # where brackets begin that are still open
    for word in words:
        made.append(word)
        if word.sort != "stop" or word.text not in "()":
            continue
        if word.text == "(":
            opened.append(len(made) - 1)
        elif opened:
            start = opened.pop()
            within = made[start + 1 : -1]
            if len(within) <= _LONGEST_ASIDE and not any(one.number for one in within):
                made[start:] = _instead(within)
    return made


_LONGEST_ASIDE = 60  # words in a bracket; a longer one is no aside


def _instead(within: list[Word]) -> list[Word]:
    """What stands for a bracket without a number: its words, a doubt, or nothing."""
    if all(one.sort in ("said", "blank") for one in within):
        return within
    if any(one.sort in ("said", "name", "doubt") for one in within):
        return [Word("doubt", " ".join(one.text for one in within))]
    return []


def _segments(words: Sequence[Word]) -> Iterator[_Segment]:
    depth, part, fresh = 0, False, False
    now: list[Word] = []
    counted = False  # whether the segment before a colon has a number
    for place, word in enumerate(words):
        if word.sort not in ("stop", "part"):
            now.append(word)
            continue
        segment = _Segment(now, part, fresh, depth)
        counted = bool(segment.numbers) or (counted and not now)
        following = words[place + 1] if place + 1 < len(words) else None
        if word.text == ":" and not counted and now:
            if following is not None and following.number is not None:
                continue  # «điển hình tiên tiến: 381» is one
            segment.label = True
        if now or segment.label:
            yield segment
            part = fresh = False
        part = (
            part
            or word.sort == "part"
            or (word.text == ":" and counted)
            or (word.text == "(" and _ends_in_number(now))
        )
        part = part or _is_base(now)
        fresh = fresh or word.text == ";"
        depth += {"(": 1, ")": -1}.get(word.text, 0)
        now = []
    if now:
        yield _Segment(now, part, fresh, depth)


def _ends_in_number(words: Sequence[Word]) -> bool:
    """Whether a bracket behind these words is of their number."""
    return any(word.number is not None for word in words)


def _is_base(words: Sequence[Word]) -> bool:
    """«Trong 54 lượt tôn vinh, …» is what the next is a part of."""
    if sum(word.number is not None for word in words) > 1:
        return False
    for place, word in enumerate(words[:-1]):
        if word.text == "trong" and words[place + 1].number is not None:
            return True
    return False


def _numbered(segment: _Segment, before: list[_Segment]) -> Iterator[Piece]:
    parted = _parted(segment.words)
    for place, words in enumerate(parted or [segment.words]):
        piece = _piece(segment, words, before if place == 0 else [])
        piece.fresh = segment.fresh and place == 0
        piece.part = segment.part and place == 0
        if place and _is_base(parted[place - 1]):
            piece.part = True
        for word in words:
            if word.number is not None:
                numbered = _again(piece, word.number) if piece.number else piece
                numbered.number = word.number
                if not parted and segment.numbers > 1:
                    numbered.doubtful = True
                yield numbered


def _again(piece: Piece, number: WrittenNumber) -> Piece:
    return Piece(piece.words, number, piece.part, False, piece.depth, True)


def _parted(words: Sequence[Word]) -> list[list[Word]]:
    """The words cut at «và», «với», «có», so that each has one number; none where that fails."""
    places = [n for n, word in enumerate(words) if word.number is not None]
    made: list[list[Word]] = []
    at = 0
    for one, other in pairwise(places):
        joints = [n for n in range(one + 1, other) if words[n].sort == "and"]
        strong = [n for n in joints if words[n].text not in ("có", "đã có")]
        if not joints:
            return []
        cut = (strong or joints)[0]
        made.append([*words[at:cut]])
        at = cut + 1
    made.append([*words[at:]])
    return made


def _piece(segment: _Segment, words: list[Word], before: list[_Segment]) -> Piece:
    """A piece with what the clauses in front add to it."""
    piece = Piece([*words], part=segment.part, fresh=segment.fresh, depth=segment.depth)
    for one in before:
        piece.part = piece.part or one.part
        piece.fresh = piece.fresh or one.fresh
        if not _opens(one, piece):
            piece.doubtful = True
    unknown = [word for place, word in enumerate(words) if _strange(words, place)]
    piece.strange = len(unknown)
    piece.doubtful = piece.doubtful or bool(unknown)
    return piece


def _strange(words: Sequence[Word], place: int) -> bool:
    """Whether nobody knows what a word adds. «của» before what is known adds just that."""
    word = words[place]
    if word.sort == "of":
        return place + 1 == len(words) or words[place + 1].sort != "said"
    if word.sort == "worthy":
        return not any(map(_is_honoured, words)) and (place == 0 or not _of_kind(words[place - 1]))
    return word.sort in ("doubt", "name") or (
        word.sort == "word" and any(map(str.isalnum, word.text))
    )


def _of_kind(word: Word) -> bool:
    """«cá nhân tiêu biểu» are no part of the individuals."""
    return word.sort == "worthy" or any(
        one.name == "kind" for saying in word.sayings for one in saying
    )


def _is_honoured(word: Word) -> bool:
    """Whoever is honoured is worthy of it."""
    return any(one.name in ("act", "event_id") for saying in word.sayings for one in saying)


def _cuts(word: Word) -> bool:
    return word.sort in ("name", "doubt") or (
        word.sort == "word" and CUT.search(word.text) is not None
    )


def _opens(segment: _Segment, piece: Piece) -> bool:
    """Whether a clause in front is a mere circumstance, or says all that it adds."""
    said = [word for word in segment.words if word.sort == "said" and not word.whole]
    telling = [word for word in said if _tells(word)]
    strange = [word for place, word in enumerate(segment.words) if _strange(segment.words, place)]
    if FOLLOWS.match(segment.text):
        return True
    if not strange:
        piece.words = [*segment.words, *piece.words]
        return (
            not telling
            or segment.words[0].text in _PLACED
            or all(_is_placed(one) for one in telling)
        )
    if (
        telling
        or any(word.sort in ("name", "doubt") for word in strange)
        or CUT.search(segment.text)
    ):
        return False
    whole = piece.speaks_of_all or any(word.whole for word in segment.words)
    return whole or CIRCUMSTANCE.match(segment.text) is not None


_PLACED = ("về", "trong", "ở", "tại", "trên", "riêng", "theo", "lĩnh vực", "năm")


def _tells(word: Word) -> bool:
    return bool(word.noun) or any(one.name for saying in word.sayings for one in saying)


def _is_placed(word: Word) -> bool:
    """Whether it says a time or a conference, which hold for all that follows."""
    return any(one.name in ("when", "event_id") for saying in word.sayings for one in saying)

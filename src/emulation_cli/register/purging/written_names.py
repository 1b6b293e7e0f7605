"""A person's name in a running text: surely that name, or perhaps it.

Surely: the same words one after the other, whatever stands between them, with the same marks or
with none. «Lê Văn Anh» and «Lê Vân An» name others than «Lê Văn An». Perhaps: with other marks, in
another order, by initials; that is for the clerk to judge.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from emulation_cli.domain.patterns import pattern
from emulation_cli.domain.text import clean, comparing_key, fold

# Letters and digits, marks that stand by themselves, and signs unseen.
_WORD = pattern(
    r"(?:[^\W_]|[\u0300-\u036f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff])+"
)
# A control sign in a command was logged as U+FFFD: it parts words.
_BETWEEN = pattern(r"[\s\x01-\x1f\ufffd._'’()–-]*")
_FEWEST_INITIALS = 3


class _Word(NamedTuple):
    start: int
    end: int
    folded: str


class _Name(NamedTuple):
    """A name by its words: folded and for comparing; `between` is what stands between them, `tail`
    what stands behind the last one.
    """

    folded: tuple[str, ...]
    compared: tuple[str, ...]
    between: frozenset[str]
    tail: str
    marked: bool

    @property
    def joined(self) -> str:
        return "".join(self.folded)


def without(text: str, names: Iterable[str]) -> str:
    """The text with an ellipsis for each of the names that surely stands in it."""
    gone = sorted(place for name in names for place in _places(text, name))
    parts, at = [], 0
    for start, end in gone:
        if start >= at:
            parts += [text[at:start], "…"]
        at = max(at, end)
    return "".join((*parts, text[at:]))


def names_in(text: str, names: Iterable[str]) -> bool:
    """Whether one of the names surely stands in a text."""
    return any(True for name in names for _ in _places(text, name))


def perhaps_in(text: str, names: Iterable[str]) -> Iterator[str]:
    """The pieces of a text that may be one of the names in another way of writing."""
    for name in names:
        known = _name(name)
        sure = set(_places(text, name))
        words = _words(text)
        for first in range(len(words) - len(known.folded) + 1):
            run = words[first : first + len(known.folded)]
            place = run[0].start, run[-1].end
            if place not in sure and _may_be(text, run, known.folded):
                yield text[place[0] : place[1]]


@lru_cache(maxsize=256)
def _name(name: str) -> _Name:
    words = _words(name)
    pieces = [name[word.start : word.end] for word in words]
    between = _gaps(name, words)
    marked = not clean(name).isascii()
    folded = tuple(word.folded for word in words)
    tail = name[words[-1].end :] if words else ""
    return _Name(folded, tuple(map(comparing_key, pieces)), frozenset(between), tail, marked)


def _words(text: str) -> list[_Word]:
    found = (_Word(*one.span(), fold(one[0])) for one in _WORD.finditer(text))
    return [word for word in found if word.folded]


def _gaps(text: str, words: Sequence[_Word]) -> list[str]:
    return [text[left.end : right.start].strip() for left, right in pairwise(words)]


def _places(text: str, name: str) -> Iterator[tuple[int, int]]:
    known = _name(name)
    joined = known.joined
    if not joined or known.folded[-1] not in fold(text):  # most texts: cheap to tell
        return
    words = _words(text)
    for first, start in enumerate(words):
        said, last = "", first
        while joined.startswith(said) and len(said) < len(joined) and last < len(words):
            said += words[last].folded
            last += 1
        run = words[first:last]
        gaps = _gaps(text, run)
        if said == joined and all(_BETWEEN.fullmatch(gap) or gap in known.between for gap in gaps):
            letters = "".join(clean(text[word.start : word.end]) for word in run)
            if _same_marks(letters, known):
                end = run[-1].end
                tail = len(known.tail) if text.startswith(known.tail, end) else 0
                yield start.start, end + tail


def _same_marks(letters: str, name: _Name) -> bool:
    """A word without marks may be any; one with marks is the word that has them.

    A name without any is that of all who are so written.
    """
    if not name.marked or len(letters) != len(name.joined):
        return True
    at = 0
    for folded, compared in zip(name.folded, name.compared, strict=True):
        word = letters[at : at + len(folded)]
        at += len(folded)
        if word.casefold() != folded and comparing_key(word) != compared:
            return False
    return True


def _may_be(text: str, run: Sequence[_Word], name: tuple[str, ...]) -> bool:
    said = tuple(word.folded for word in run)
    if not all(map(_BETWEEN.fullmatch, _gaps(text, run))):
        return False
    if said in (name, (name[-1], *name[:-1]), (*name[1:], name[0])):
        return True
    return len(name) >= _FEWEST_INITIALS and _abbreviates(text, run, name)


def _abbreviates(text: str, run: Sequence[_Word], name: Sequence[str]) -> bool:
    """«N.V.A», «Ng. V. An»: capitals, a point behind what is short; the last word may have none."""
    pairs = list(zip(run, name, strict=True))
    begun = all(whole.startswith(w.folded) and text[w.start].isupper() for w, whole in pairs)
    short = [word for word, whole in pairs[:-1] if word.folded != whole]
    return begun and bool(short) and all(text.startswith(".", word.end) for word in short)

"""What a number may mean: a noun and what narrows it, and the lists that would count that."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import Any, NamedTuple

from emulation_cli.documents.verifying.clauses import Piece
from emulation_cli.documents.verifying.spoken_words import (
    ANY_NOUN,
    EXEMPLARS,
    HONOURS,
    MODELS,
    Concept,
    concept,
)

_MOST = 48  # readings of one piece; more is no reading


class Meaning(NamedTuple):
    """A noun ("" where none is named) and what is said of its records, in the order of speech."""

    noun: str
    said: tuple[Concept, ...] = ()

    @property
    def names(self) -> frozenset[str]:
        return frozenset(one.name for one in self.said)

    def value(self, name: str) -> Any:
        """The one value of a dimension."""
        found = [one for one in self.said if one.name == name]
        return (
            next(iter(found[0].values)) if len(found) == 1 and len(found[0].values) == 1 else None
        )


def readings(piece: Piece) -> list[Meaning]:
    """All that the words of a piece may say by themselves."""
    nouns = {word.noun for word in piece.words if word.noun}
    sayings = [word.sayings for word in piece.words if word.sayings]
    made: dict[Meaning, None] = {}
    size = 1
    for every in sayings:
        size *= len(every)
    if size > _MOST:
        return []
    for chosen in product(*sayings):
        said = [one for saying in chosen for one in saying]
        noun = _noun(nouns, said)
        if noun is not None and (meaning := _made(noun, said)) is not None:
            made[meaning] = None
    return [*made]


def _noun(nouns: set[str], said: Sequence[Concept]) -> str | None:
    """The noun that is named, if all the words can be said of it; "" where none is."""
    possible = _possible(said)
    if len(nouns) > 1:
        return None
    if any(one.name == "event_id" for one in said) and nouns <= {EXEMPLARS, MODELS}:
        return next(iter(nouns), "")
    if nouns:
        [noun] = nouns
        return noun if noun in possible else None
    return "" if possible else None


def _possible(said: Iterable[Concept]) -> frozenset[str]:
    possible = ANY_NOUN
    for one in said:
        possible &= one.nouns
    return possible


def standing_alone(meaning: Meaning) -> Meaning | None:
    """A meaning with the one noun that its words can be said of: «giấy khen» are honours."""
    if meaning.noun:
        return meaning
    possible = _possible(meaning.said)
    if "act" in meaning.names:  # what was honoured is named; else the honours are meant
        possible &= {HONOURS}
    return meaning._replace(noun=next(iter(possible))) if len(possible) == 1 else None


def _made(noun: str, said: Iterable[Concept]) -> Meaning | None:
    """What is said, each dimension once; None where two words of it differ."""
    kept: dict[str, Concept] = {}
    for one in said:
        if not one.name:
            continue
        other = kept.get(one.name)
        if other is not None and other.values != one.values:
            return None
        kept[one.name] = one
    return Meaning(noun, tuple(kept.values()))


def narrowed(whole: Meaning, part: Meaning) -> list[Meaning]:
    """A part of what was counted before it, in each way in which it can be one."""
    if part.noun not in ("", whole.noun):
        return []
    kept, added = [*whole.said], []
    for one in part.said:
        same = [other for other in whole.said if other.name == one.name]
        if not same or (one.name == "stage" and same[0].values != one.values):
            added.append(one)
        elif same[0].values > one.values or one.name == "when" or not same[0].values:
            kept[kept.index(same[0])] = one
        elif same[0].values != one.values:
            return []
    made = [Meaning(whole.noun or part.noun, (*kept, *added))]
    if (
        made[0].noun == EXEMPLARS and "when" in part.names
    ):  # those of a year may be new in it, or not
        return []
    return [one for one in made if _fitting(one)]


def following(last: Meaning, own: Meaning, *, fresh: bool = False) -> Meaning | None:
    """What a number says that goes on where the one before it was: it replaces what it names."""
    if own.noun and last.noun and own.noun != last.noun:
        if not own.said and not fresh:  # «nhân rộng 12 mô hình, 30 điển hình»: of one verb
            return Meaning(own.noun, tuple(one for one in last.said if one.name != "counted"))
        kept = tuple(one for one in last.said if one.name in _SHARED - own.names)
        return _fitting(Meaning(own.noun, (*kept, *own.said))) if kept else None
    named = own.names.union(*(_INSTEAD[one] for one in own.names & _INSTEAD.keys()))
    kept = tuple(one for one in last.said if one.name not in named)
    return _fitting(Meaning(own.noun or last.noun, (*kept, *own.said)))


_SHARED = {"unit", "when", "act", "event_id"}  # what two nouns of one clause have together
# Nobody is given one paper that is both; what was recognised is told beside what was replicated.
_INSTEAD = {
    "form": {"title"}, "title": {"form"}, "replicated": {"recognised", "level"},
    "recognised": {"replicated"},
}  # fmt: skip


def _fitting(meaning: Meaning) -> Meaning | None:
    """The meaning where all of it can be said of its noun."""
    if not meaning.noun:
        return meaning
    if meaning.noun == MODELS and "level" in meaning.names and "recognised" not in meaning.names:
        return None  # a level is that of who recognised it
    fits = all(meaning.noun in one.nouns or one.name == "event_id" for one in meaning.said)
    return meaning if fits else None


def at_time(meaning: Meaning, time: str) -> Meaning:
    """The same of another time."""
    rest = tuple(one for one in meaning.said if one.name != "when")
    return Meaning(meaning.noun, (*rest, concept("when", time)))


def other_counts(meaning: Meaning) -> Iterator[Meaning]:
    """The same records counted otherwise: as often as honoured or once, as models or by years."""
    rest = tuple(one for one in meaning.said if one.name != "counted")
    ways = {HONOURS: ("instances", "recipients"), MODELS: ("registrations",)}
    for way in ways.get(meaning.noun, ()):
        yield Meaning(meaning.noun, (*rest, concept("counted", way, meaning.noun)))
    if len(rest) < len(meaning.said) and meaning.noun == MODELS:
        yield Meaning(meaning.noun, rest)

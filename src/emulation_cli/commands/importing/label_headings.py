"""The labels of fields as headings: what `emul` writes above a column, any list may have there."""

from collections.abc import Iterator, Mapping
from functools import cache

from emulation_cli import words
from emulation_cli.domain.catalogue.fields import FULL, Field
from emulation_cli.domain.catalogue.nouns import NOUNS
from emulation_cli.intake.headings.synonyms import concept_of, heading_key
from emulation_cli.intake.model import Hints
from emulation_cli.intake.own_lists import OWN_ID, WORKED_OUT

# Columns of lists that hold no field of a record; the noun is there for its label.
_NO_FIELDS = (
    ("models", "first_registered"), ("models", "years"), ("honours", "decision"),
    ("decisions", "listed_collectives"), ("decisions", "listed_individuals"),
    ("decisions", "listed_households"), ("decisions", "listed_unclassified"),
    ("exemplars", "field_label"), ("exemplars", "unit_id"),
    ("units", "parent_id"), ("events", "movement_id"), ("honours", "decision_id"),
    ("honours", "event_id"),
)  # fmt: skip
# Words of forms above a column, which are no label of a field, and what they mean.
_WORDS = {"template.id": OWN_ID, "template.heading.models.mark": "renewal"}


Labels = Iterator[tuple[Field, str, str]]


def label_hints() -> Hints:
    """What every list is read with: the labels of fields as headings."""
    return Hints(headings=label_headings(), own_headings=own_headings(), own_codes=own_codes())


class _LabelHeadings(Mapping[str, str]):
    """The labels that lists have for no other thing, folded, with the concept of their field.

    Whether it is so is asked of a label that is met: of all it takes a tenth of a short import.
    """

    def __init__(self) -> None:
        self._words = _words()
        self._labels: dict[str, list[tuple[Field, str]]] = {}
        for field, label, key in _labels():
            self._labels.setdefault(key, []).append((field, label))

    def __getitem__(self, key: str) -> str:
        if key in self._words:
            return self._words[key]
        for field, label in reversed(self._labels[key]):
            if _is_its_own(field, label):
                return _concept(field)
        raise KeyError(key)

    def __iter__(self) -> Iterator[str]:
        return (key for key in {**self._labels, **self._words} if key in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)


@cache
def label_headings() -> Mapping[str, str]:
    """The labels of fields as headings, as far as lists have them for no other thing."""
    return _LabelHeadings()


@cache
def own_headings() -> dict[str, str]:
    """Every label so: a file that `emul` wrote means by it what it says, whatever stands below."""
    fields = {key: _concept(field) for field, _label, key in _labels()}
    labels = {
        heading_key(words.label(name, noun, language)): WORKED_OUT
        for noun, name in _NO_FIELDS
        for language in words.LANGUAGES
    }
    return fields | _words() | labels


@cache
def own_codes() -> dict[str, str]:
    """What stands above the columns of a CSV that `emul` wrote: the codes of fields."""
    fields = {
        heading_key(field.name): _concept(field)
        for noun in reversed(NOUNS)
        for field in noun.fields
        if field.headings and field.listed
    }
    others = {heading_key(name): WORKED_OUT for _noun, name in (*_NO_FIELDS, ("honours", "for"))}
    return fields | others | {"id": OWN_ID}


def _labels() -> Labels:
    """The fields that lists have, their labels and the headings these are; the first nouns last."""
    for noun in reversed(NOUNS):
        for field in noun.fields:
            for language in words.LANGUAGES if field.headings else ():
                label = words.label(field.name, noun.plural, language)
                exact = f"{label} {words.say_in(language, 'template.as_registered')}"
                yield field, label, heading_key(label)
                yield field, label, heading_key(exact)


def _words() -> dict[str, str]:
    return {
        heading_key(words.say_in(language, key)): concept
        for key, concept in _WORDS.items()
        for language in words.LANGUAGES
    }


def _concept(field: Field) -> str:
    return field.headings[0]


def _is_its_own(field: Field, label: str) -> bool:
    """Offices have no column of their own for what only exports write: those labels come first."""
    known = concept_of(label)
    return known is None or (field.form == FULL and known not in field.headings)

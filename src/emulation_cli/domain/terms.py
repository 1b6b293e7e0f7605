"""Coded values: the vocabularies of the register, found by code, label or other name."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from emulation_cli.domain.likeness import Likely
from emulation_cli.domain.patterns import pattern
from emulation_cli.domain.text import comparing_key, fold

Words = tuple[str, ...]  # folded, sorted
_WORD = pattern(r"\w+")
_BETWEEN = pattern(r"\s*[,;/]\s*")


class Term(NamedTuple):
    """One coded value of a vocabulary, such as the field KT. Dates of validity are ISO days."""

    vocabulary: str
    code: str
    label_vi: str
    label_en: str
    other_names: tuple[str, ...] = ()
    valid_from: str | None = None
    valid_to: str | None = None

    def label(self, language: str) -> str:
        return self.label_en if language == "en" else self.label_vi

    @property
    def names(self) -> tuple[str, ...]:
        return (self.code, self.label_vi, self.label_en, *self.other_names)


class Vocabularies:
    """All terms of a register. Names are found without regard to case or diacritics."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._terms: defaultdict[str, list[Term]] = defaultdict(list)
        self._by_code: dict[tuple[str, str], Term] = {}
        self._by_name: dict[str, dict[str, Term]] = {}
        self._by_words: dict[str, defaultdict[Words, set[str]]] = {}
        self._likely: dict[str, tuple[Likely, dict[str, Term]]] = {}
        for term in terms:
            self._terms[term.vocabulary].append(term)
            self._by_code[term.vocabulary, term.code] = term

    def add(self, term: Term) -> None:
        """Take up a term that no name of this vocabulary means yet; it stands last."""
        self._terms[term.vocabulary].append(term)
        self._by_code[term.vocabulary, term.code] = term
        if (names := self._by_name.get(term.vocabulary)) is not None:
            for key in (comparing_key, fold):
                for name in term.names:
                    names.setdefault(key(name), term)
        if (by_words := self._by_words.get(term.vocabulary)) is not None:
            _file_words(by_words, term)
        if likely := self._likely.get(term.vocabulary):
            _file(likely, term)

    def _names(self, vocabulary: str) -> dict[str, Term]:
        """What is written with its diacritics wins over a folded namesake; codes come first.

        Made when a vocabulary is first searched: a report only asks for labels.
        """
        if vocabulary not in self._by_name:
            members = self._terms[vocabulary]
            names = {comparing_key(term.code): term for term in reversed(members)}
            for key in (comparing_key, fold):
                for term in members:
                    for name in term.names:
                        names.setdefault(key(name), term)
            self._by_name[vocabulary] = names
        return self._by_name[vocabulary]

    def of(self, vocabulary: str) -> list[Term]:
        """The terms of a vocabulary in the order of the register."""
        return self._terms[vocabulary]

    def coded(self, vocabulary: str, code: str) -> Term | None:
        """The term of this very code, or None."""
        return self._by_code.get((vocabulary, code))

    def find(self, vocabulary: str, text: str) -> Term | None:
        """The term whose code, label or other name this is, or None."""
        names = self._names(vocabulary)
        found = None if text.isascii() else names.get(comparing_key(text))
        found = found or names.get(fold(text))  # of plain letters both keys are one
        return found or self._said_twice(vocabulary, text)

    def in_any_order(self, vocabulary: str, words: Words) -> set[str]:
        """The codes of the terms with a name of these words, each as often."""
        if vocabulary not in self._by_words:
            by_words = self._by_words[vocabulary] = defaultdict(set)
            for term in self._terms[vocabulary]:
                _file_words(by_words, term)
        return self._by_words[vocabulary].get(words, set())

    def _said_twice(self, vocabulary: str, text: str) -> Term | None:
        """«Thôn, tổ dân phố»: several names in a row that all mean one term."""
        parts = _BETWEEN.split(text)
        meant = {self.find(vocabulary, part) for part in parts} if len(parts) > 1 else set()
        return meant.pop() if len(meant) == 1 else None

    def nearest(self, vocabulary: str, text: str) -> list[Term]:
        """The terms most like a misspelt text, best first."""
        if vocabulary not in self._likely:
            self._likely[vocabulary] = Likely(()), {}
            for term in self._terms[vocabulary]:
                _file(self._likely[vocabulary], term)
        likely, by_name = self._likely[vocabulary]
        return list(dict.fromkeys(by_name[name] for name in likely.nearest(text, 6)))[:3]

    def label(self, vocabulary: str, code: str, language: str) -> str:
        """The label of a code; the code itself where the vocabulary does not have it."""
        term = self._by_code.get((vocabulary, code)) or self.find(vocabulary, code)
        return term.label(language) if term else code


def words_of(text: str) -> Words:
    """The words of a text, in whatever order it has them."""
    return tuple(sorted(word for word in _WORD.findall(fold(text)) if word not in ("va", "and")))


def _file_words(by_words: defaultdict[Words, set[str]], term: Term) -> None:
    for name in term.names:
        by_words[words_of(name)].add(term.code)


def _file(likely: tuple[Likely, dict[str, Term]], term: Term) -> None:
    names, by_name = likely
    for name in map(fold, term.names):
        names.add(name)
        by_name[name] = term

"""Coded values: the vocabularies of the register, found by code, label or other name."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from emulation_cli.domain.text import comparing_key, fold, nearest


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
        for term in terms:
            self._terms[term.vocabulary].append(term)
            self._by_code[term.vocabulary, term.code] = term

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

    def find(self, vocabulary: str, text: str) -> Term | None:
        """The term whose code, label or other name this is, or None."""
        names = self._names(vocabulary)
        return names.get(comparing_key(text)) or names.get(fold(text))

    def nearest(self, vocabulary: str, text: str) -> list[Term]:
        """The terms most like a misspelt text, best first."""
        by_name = {name: term for term in self._terms[vocabulary] for name in term.names}
        found = [by_name[name] for name in nearest(text, by_name, limit=6)]
        return list(dict.fromkeys(found))[:3]

    def label(self, vocabulary: str, code: str, language: str) -> str:
        """The label of a code; the code itself where the vocabulary does not have it."""
        term = self._by_code.get((vocabulary, code)) or self.find(vocabulary, code)
        return term.label(language) if term else code

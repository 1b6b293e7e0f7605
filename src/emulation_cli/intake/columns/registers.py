"""Which concepts fill which fields of each register, and which register a list is for."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from emulation_cli.domain.catalogue.fields import NONE, Noun
from emulation_cli.domain.catalogue.nouns import BY_PLURAL
from emulation_cli.domain.patterns import pattern
from emulation_cli.domain.text import fold
from emulation_cli.intake.columns.column_map import Header, SheetColumn
from emulation_cli.intake.headings import synonyms
from emulation_cli.intake.headings.titles import Titles


class ListField(NamedTuple):
    """A field of a register: the concepts that fill it, the first found wins, and how."""

    code: str
    reader: str
    concepts: tuple[str, ...]


# Known to lists only: a stage by its name dates what has no heading of its own.
_BESIDES = {"exemplars": (ListField("stage", "milestone", ("stage",)),)}
# What no column of a list is read for by itself: names and kinds are read together with the
# marks and the words around a name (reading.py).
_READ_TOGETHER = ("name", "recipient", "kind")

# What a register calls the name of its rows.
NAME_FIELD = {
    "honours": "recipient", "decisions": "number", "publications": "title", "targets": "measure",
}  # fmt: skip
# What names the rows of one register alone: beside other names it is said of their rows, as
# «Người trao» is of a person honoured and «Bài viết» of an exemplar.
_BESIDE_NAMES = {"presenters": "presenter_name", "publications": "publication_title"}
# Those whose rows have no name of anybody or anything.
NAMELESS = ("decisions", "targets")


def _fields(noun: Noun) -> tuple[ListField, ...]:
    own = (
        ListField(field.name, field.type.cell, field.headings)
        for field in noun.fields
        if field.headings
        and not field.text_of
        and field.form != NONE
        and field.name not in _READ_TOGETHER
        and (field.name != NAME_FIELD.get(noun.plural) or noun.plural in NAMELESS)
    )
    return (*own, *_BESIDES.get(noun.plural, ()))


_REGISTERS = (
    "units", "exemplars", "models", "honours", "events", "decisions", "movements", "presenters",
    "publications", "targets",
)  # fmt: skip
FIELDS: Mapping[str, tuple[ListField, ...]] = {
    noun: _fields(BY_PLURAL[noun]) for noun in _REGISTERS
}
# Read beside a field of another name, or into one.
_PARTS = frozenset({"name", "stage", "title", "belongs", "grown_from", "event_date"})


def speaks_of_others(register: str, texts: Iterable[str]) -> bool:
    """Whether texts above a list name another register than this one."""
    above = fold(" ".join(texts))
    return any(
        re.search(pattern, above)
        for other, (pattern, _weight) in _WORDS.items()
        if other != register
    )


def is_kept(register: str | None, code: str) -> bool:
    """Whether the register has a place for a field: what it has not is named as left out."""
    noun = BY_PLURAL.get(register or "")
    return noun is None or code in _PARTS or noun.field(code) is not None


# Whose rows may be people; and what no column of names alone makes a list of.
OF_PERSONS = ("exemplars", "honours")
WITHOUT_NAMES = ("units", *NAMELESS)

_EVIDENCE: Mapping[str, Mapping[str, float]] = {
    "units": {
        "parent": 3, "other_names": 3, "valid_from": 1, "valid_to": 1, "code": 1, "unit_name": 1,
        "type": 1,
    },
    "exemplars": {"discovered": 3, "fostered": 3, "multiplied": 3, "stage": 2, "field": 0.5},
    "models": {
        "model_name": 4, "status": 2, "status_mark": 2, "year_mark": 2,
        "field_mark": 2, "recognised": 1, "year": 0.5,
        "birth_year": -2, "birth_date": -2, "gender": -2, "male_mark": -2, "first_name": -3,
        "individual_name": -3, "birth_male": -2, "collective_name": -3,
    },
    "honours": {
        "form": 3, "title": 3, "act": 3, "decision": 2, "decision_number": 2, "decision_date": 2,
        "amount": 0.5, "event": 2, "form_mark": 3, "title_mark": 3,
        "act_mark": 3, "decision_body": 1, "category": 1, "achievement_year": 1,
    },
    "events": {
        "event_name": 4, "attendance": 2, "place": 2, "organiser": 1, "type": 1, "date_place": 2,
        "birth_year": -3, "birth_date": -3, "gender": -3, "first_name": -3, "individual_name": -3,
    },
    "decisions": {
        "abstract": 4, "signer": 3, "stated_collectives": 1, "stated_individuals": 1,
        "decision_number": 1, "decision_body": 1,
    },
    "presenters": {"presenter_name": 6, "presented_to": 4},
    "publications": {"publication_title": 4, "outlet": 3, "about": 3},
    "targets": {"target_measure": 4, "target_value": 4},
    "movements": {"movement_name": 4, "term_from": 1, "term_to": 1, "scope": 1, "theme": 1},
}  # fmt: skip
_WORDS: Mapping[str, tuple[str, float]] = {
    "units": (r"danh muc (?:cac )?don vi|danh sach (?:cac )?don vi|list of units", 2),
    "exemplars": (
        r"dien hinh|\bguong\b|nguoi tot\W+viec tot|nhan to moi|tieu bieu|exemplar|\bdhtt\b",
        1.5,
    ),
    "models": (r"mo hinh|dan van kheo|\bdvk\b|\bmodels?\b", 1.5),
    "honours": (
        (
            r"khen thuong|danh hieu|co thi dua|hu(?:an|y) chuong|huy hieu|ky niem chuong"
            r"|(?:vinh|tuyen|bieu) (?:danh|duong)|ton vinh"
            r"|(?:giay|bang) khen|honours?\b"
            r"|(?:tang|nhan) (?:huy hieu|ky niem chuong|giai|huan chuong)"
        ),
        2,
    ),
    "events": (r"hoi nghi|so ket|tong ket|conference|\bevents?\b", 1),
    "decisions": (
        r"so theo doi quyet dinh|danh sach (?:cac )?quyet dinh|tong hop quyet dinh|\bdecisions\b",
        2,
    ),
    "presenters": (r"(?:nguoi|dai bieu|lanh dao) trao\b|\bpresenters\b", 4),
    "publications": (
        r"tin,? bai|tuyen truyen (?:ve )?(?:cac )?(?:dien hinh|guong)|\bpublicity\b",
        2,
    ),
    "targets": (r"\bchi tieu\b|\btargets\b", 1),
    "movements": (r"danh sach (?:cac )?phong trao|\bmovements\b", 1),
}
_NAME_HEADING = {
    "exemplars": r"dien hinh|guong|exemplar", "models": "mo hinh|model", "events": "hoi nghi|event",
    "units": "don vi|unit", "honours": "khen|recipient|ton vinh|vinh danh",
}  # fmt: skip
# «Họ và tên» is said of people, and speaks against what has no people in it.
_OF_PEOPLE = pattern(r"\bho (?:va )?ten\b")
_REWARD = pattern(r"\b(?:thuong|khen|award|bonus|reward)\b")  # other money may be given by them
_AGAINST_PEOPLE = {"models": -3.0, "events": -3.0}
# A decision that the list is annexed to, a stage that all have reached, «dân vận khéo».
_STATED = {"honours": 1.5, "exemplars": 3.0, "models": 1.5}
_LEAST, _MARGIN, _HONOURED = 1.5, 1.0, 4.5
# Where a list tells one of these its titles do not make it one of honours.
_OF_OTHERS = frozenset(
    {"discovered", "fostered", "multiplied", "year", "status", "year_mark", "event_name",
     "place", "date_place", "attendance"}
)  # fmt: skip
# «Điển hình dân vận khéo» are models.
_SKILFUL = pattern(r"(?:dien hinh )?\W*(?:dan van kheo|\bdvk\b)\W*(?:dien hinh)?")
_BODIES = pattern(r"hoi dong thi dua\W+khen thuong|thi dua\W+(?:va\s+)?khen thuong")


class RegisterChoice(NamedTuple):
    """The register of a list, the next likely, by how much it leads, and what speaks for it."""

    register: str | None
    second: str | None = None
    margin: float = 0.0
    reasons: tuple[tuple[str, float], ...] = ()

    @property
    def close(self) -> bool:
        """Whether another register is nearly as likely."""
        return self.register is not None and self.second is not None and self.margin < _MARGIN


def decide(header: Header, titles: Titles, sheet_name: str, file: str) -> RegisterChoice:
    """The register a list is for, by its columns first, then by its titles; None if unclear."""
    possible = _possible(header)
    said = {r: _reasons(r, header, titles, (sheet_name, file)) for r in FIELDS if r in possible}
    if titles.act and not set(header.by_concept) & _OF_OTHERS:
        # Exemplars or models honoured somewhere: no stage, no registration is told.
        said.setdefault("honours", []).append(("titles", _HONOURED))
    scores = {register: sum(weight for _what, weight in said[register]) for register in said}
    best, *others = sorted(scores, key=lambda register: -scores[register])
    if scores[best] < _LEAST:
        return RegisterChoice(None, best, 0.0, tuple(said[best]))
    margin = scores[best] - scores[others[0]] if others else scores[best]
    return RegisterChoice(best, others[0] if others else None, margin, tuple(said[best]))


def with_meanings_of(header: Header, register: str | None) -> Header:
    """The header with what its columns mean once it is known which register the list is for."""
    found = header.by_concept
    others = [name for name in synonyms.NAMES if name in found]
    meant: dict[str, str | None] = {}
    if register == "targets" and "unit" not in found:
        meant = {"unit_name": "unit"}
    elif register in _BESIDE_NAMES and _BESIDE_NAMES[register] in found:
        whom = "about" if register == "publications" and "about" not in found else None
        meant = {name: whom for name in others if name != _BESIDE_NAMES[register]}
    elif set(others) - set(_BESIDE_NAMES.values()):
        meant = dict.fromkeys(_BESIDE_NAMES.values())
    if not meant.keys() & found.keys():
        return header
    columns = tuple(
        replace(c, concept=meant.get(c.concept or "", c.concept)) for c in header.columns
    )
    by_concept: dict[str, tuple[SheetColumn, ...]] = {}
    for concept, of_it in found.items():
        if means := meant.get(concept, concept):
            same = (replace(c, concept=means) for c in of_it)
            by_concept[means] = (*by_concept.get(means, ()), *same)
    return replace(header, columns=columns, by_concept=by_concept)


def _said_of_names(header: Header) -> set[str]:
    """What names nothing by itself, for it stands behind the names of the rows."""
    beside = set(_BESIDE_NAMES.values())
    first = min((c.number for c in header.names if c.concept not in beside), default=None)
    if first is None:
        return set()
    return {c.concept for c in header.names if c.number > first and c.concept} & beside


def _possible(header: Header) -> set[str]:
    """The registers that a list with such names, or without any, can be for."""
    found = set(header.by_concept)
    if header.names:
        return set(FIELDS).difference(WITHOUT_NAMES)
    if "unit_name" in found or "first_name" in found:
        return set(FIELDS)
    if not found & set(synonyms.MARKS) or found & {"abstract", "signer"}:
        return set(NAMELESS)
    return set(FIELDS).difference(WITHOUT_NAMES)


def _reasons(
    register: str, header: Header, titles: Titles, names: tuple[str, str]
) -> list[tuple[str, float]]:
    weights = _EVIDENCE[register]
    speaking = set(header.by_concept).intersection(weights) - _said_of_names(header)
    said = [(concept, weights[concept]) for concept in header.by_concept if concept in speaking]
    if register == "honours" and any(c.gives and c.gives[0] == "form" for c in header.columns):
        said.append(("form", weights["form"]))
    heading = " ".join(fold(column.heading) for column in header.names)
    if register in _NAME_HEADING and re.search(_NAME_HEADING[register], heading):
        said.append(("heading", 1.5))
    elif _OF_PEOPLE.search(heading) and "model_name" not in header.by_concept:
        said.append(("heading", _AGAINST_PEOPLE.get(register, 0.0)))
    if register == "honours" and any(
        _REWARD.search(fold(column.heading)) for column in header.by_concept.get("amount", ())
    ):
        said.append(("heading", 1.5))
    sheet_name, file = names
    above = _BODIES.sub(" ", fold(" ".join((*titles.texts, sheet_name))))
    above = _SKILFUL.sub(" dvk ", above)
    stated = {"honours": titles.number, "exemplars": titles.stage, "models": " dvk " in above}
    if stated.get(register):
        said.append(("titles", _STATED[register]))
    pattern, weight = _WORDS[register]
    if re.search(pattern, above):
        said.append(("titles", weight))
    elif re.search(pattern, re.sub(r"[_-]", " ", fold(file))):
        said.append(("file", 0.75 * weight))
    return said

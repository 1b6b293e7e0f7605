"""The words by which a report's own register speaks: its units, fields, forms, bodies, and itself.

Every label that a breakdown of the report has is a phrase; nothing is listed by hand.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from emulation_cli.documents.verifying.spoken_words import (
    COUNTED,
    HONOURS,
    Concept,
    Saying,
    concept,
)
from emulation_cli.documents.verifying.written_numbers import lowered
from emulation_cli.domain.issuing_bodies import in_full
from emulation_cli.domain.patterns import pattern
from emulation_cli.tallies.measures.figures import CountedRow, ReportFigures
from emulation_cli.tallies.measures.specifications import SPECIFICATIONS

# Dimensions whose values are common words or times: texts say them otherwise (spoken_words).
_SAID_OTHERWISE = frozenset(("year", "event_id", "act", "type", "level"))
_JOINTS = re.compile(r"[\W_]+|\bvà(?:\s+các)?\b")
_JOINT = r"(?:\s*[,–-]\s*|\s+và\s+(?:các\s+)?|\s+)"
_HEADS = pattern(r"(?:chủ tịch|ban thường vụ|ban chấp hành)\s+")


class Vocabulary(NamedTuple):
    """The phrases of a register with what each may say, and one pattern that finds them all."""

    sayings: Mapping[str, tuple[Saying, ...]]
    found: re.Pattern[str]
    events: Mapping[str, object]  # the one conference of a day
    labels: Mapping[tuple[str, object], str]

    def said(self, text: str) -> tuple[Saying, ...]:
        """What a found phrase may say."""
        return self.sayings.get(key_of(text), ())


def key_of(phrase: str) -> str:
    """A phrase without the marks that join its words: «văn hóa - xã hội», «văn hóa, xã hội»."""
    return " ".join(_JOINTS.sub(" ", phrase).split())


def vocabulary(figures: ReportFigures) -> Vocabulary:
    """All labels of a report's breakdowns, in the shorter forms too that texts use."""
    said: defaultdict[str, dict[Saying, None]] = defaultdict(dict)
    labels: dict[tuple[str, object], str] = {}
    for section, name, row in _labelled(figures):
        for phrase, saying in _phrases(figures.unit, section, name, row):
            said[key_of(phrase)][saying] = None
            labels |= {(name, value): row.label.strip() for value in saying[0].values}
    sayings = {phrase: _joined(every) for phrase, every in said.items() if phrase}
    alternatives = sorted(sayings, key=len, reverse=True)
    patterns = (_JOINT.join(map(re.escape, phrase.split())) for phrase in alternatives)
    return Vocabulary(sayings, re.compile("|".join(patterns) or r"(?!)"), _events(figures), labels)


def _labelled(figures: ReportFigures) -> Iterator[tuple[str, str, CountedRow]]:
    """Each line of a breakdown by the words of the register, with its section and dimension."""
    for spec in SPECIFICATIONS:
        for part in spec.parts if spec.code in COUNTED else ():
            if part.shape == "rows" and part.by not in _SAID_OTHERWISE:
                for row in figures.sections[spec.code].rows(part.name):
                    yield spec.code, part.by, row


def _events(figures: ReportFigures) -> dict[str, object]:
    """The conferences that were the only one of their day."""
    rows = [row for row in figures.sections[HONOURS].rows("by_event") if row.code and row.date]
    days = Counter(row.date for row in rows)
    return {str(row.date): _value(row) for row in rows if days[row.date] == 1}


def _joined(sayings: Iterable[Saying]) -> tuple[Saying, ...]:
    """One dimension and value said of several nouns is one saying."""
    nouns: defaultdict[tuple[str, frozenset[object]], set[str]] = defaultdict(set)
    for one, *_ in sayings:
        nouns[one.name, one.values].update(one.nouns)
    return tuple((Concept(*key, frozenset(found)),) for key, found in nouns.items())


def _value(row: CountedRow) -> object:
    """What a list is filtered by to have the rows of a line."""
    said = next(iter(row.cells.values())).said
    return said[1] if said else row.code


def _phrases(own: str, section: str, name: str, row: CountedRow) -> Iterator[tuple[str, Saying]]:
    label = row.label.strip()
    if row.code is None or not label:
        return
    nouns = COUNTED if name in ("unit", "unit_group") else (section,)
    saying: Saying = (concept(name, _value(row), *nouns),)
    usual = () if name in _COMMON_WORDS and (name == "category" or " " not in label) else (label,)
    for phrase in (*usual, *_shorter(own, name, label)):
        yield lowered(phrase), saying


# A label as texts have it: without the place of the office, without «Chủ tịch», «Khối» -----------


def _shorter(own: str, name: str, label: str) -> Iterator[str]:
    match name:
        case "unit":
            for form in (label, _without_place(own, label)):
                yield from (form, in_full(form))
        case "unit_group":
            yield from _of_group(label)
        case "body":
            yield from _of_body(label)
        case "field":
            bare = lowered(label).removeprefix(_GROWTH)
            yield from (bare, f"{_GROWTH}{bare}")
        case "category":
            yield from (f"theo {label}", f"khen thưởng {label}", f"khen {label}")
        case "system":
            yield from (f"cơ quan {label}", f"khối {label}")


_GROWTH = "phát triển "


def _of_body(label: str) -> Iterator[str]:
    for form in (label, _without_proper_name(label)):
        for said in (lowered(form), lowered(in_full(form))):
            yield from (said, _HEADS.sub("", said))


def _of_group(label: str) -> Iterator[str]:
    """«Khối Mặt trận, đoàn thể»; one word alone («Đảng») says little."""
    rest = lowered(label).removeprefix("khối ")
    if " " in rest:
        yield rest


# Labels that are common words too: alone they narrow nothing («phong trào», «Đảng»).
_COMMON_WORDS = frozenset(("category", "system"))


def _without_proper_name(label: str) -> str:
    """«Ban Thường vụ Huyện ủy Cẩm Xuyên» is «Ban Thường vụ Huyện ủy» in any text of a district."""
    words = label.split()
    while len(words) > 2 and words[-1][0].isupper() and not all(map(str.istitle, words[-3:-1])):
        words.pop()
    return " ".join(words) if words[-1].islower() else label


def _without_place(own: str, label: str) -> str:
    """«Hội Nông dân huyện Cẩm Xuyên» is «Hội Nông dân huyện» in a text of that district."""
    kind, _, place = own.partition(" ")
    for tail, kept in ((f" {kind.lower()} {place}", f" {kind.lower()}"), (f" {place}", "")):
        if place and label.endswith(tail) and len(label.removesuffix(tail).split()) > 1:
            return label.removesuffix(tail) + kept
    return label


NOTHING = Vocabulary({}, re.compile(r"(?!)"), {}, {})  # of no register

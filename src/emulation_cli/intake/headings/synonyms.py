"""Headings and what they mean: exact synonyms on folded text first, guesses never.

A heading is one *concept*; which field of which register a concept fills is said in registers.py.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from emulation_cli.domain.catalogue.fields import NONE
from emulation_cli.domain.catalogue.nouns import NOUNS
from emulation_cli.domain.patterns import pattern
from emulation_cli.domain.text import clean, fold
from emulation_cli.intake.headings.heading_grammar import ANOTHER, parse
from emulation_cli.intake.headings.heading_parts import RULES
from emulation_cli.intake.headings.synonyms_of_lists import HEADINGS
from emulation_cli.intake.headings.synonyms_of_votes import VOTES

NAMES = (
    "name",
    "individual_name",
    "collective_name",
    "household_name",
    "model_name",
    "event_name",
    "movement_name",
    "presenter_name",
    "publication_title",
)
MARKS = {f"{kind}_mark": kind for kind in ("collective", "individual", "household")}

# A code beside the words it stands for.
_HELPER = pattern(r"^(?:ma|lua chon|chon|id) ")

_ALL = {**VOTES, **HEADINGS}.items()
_EXACT = {text: concept for concept, texts in _ALL for text in texts.split("|")}
_GLUED = {text.replace(" ", ""): concept for text, concept in _EXACT.items() if len(text) > 5}
_OF_FIELDS = {
    concept
    for noun in NOUNS
    for field in noun.fields
    if field.form != NONE
    for concept in field.headings
}
_CONCEPTS = frozenset(
    _OF_FIELDS | {*_EXACT.values(), *(concept for concept, *_ in RULES)} - {ANOTHER}
)


_TITLE = pattern(r"(?:danh sach|bieu|bang|so theo doi)\b")  # it stands above a list, in no column
_NUMBERING = pattern(r"\(\s*(?:\d+|[a-z]|\d+\s*[&+-]\s*\d+)\s*\)")
_SIGNS = pattern(r"[^\w#]+|_")


@lru_cache(maxsize=4096)
def heading_key(text: str) -> str:
    """A heading folded, with numbering, punctuation and line breaks gone."""
    return " ".join(_SIGNS.sub(" ", _NUMBERING.sub(" ", fold(text))).split())


@lru_cache(maxsize=4096)
def concept_of(text: str) -> str | None:
    """What one heading surely means, or None. `Năm` and `Nam` are told apart by their accents."""
    key = heading_key(text)
    if not key:
        return None
    if key == "nam" and clean(text).casefold().strip(" .:") == "nam":
        return "male_mark"
    if key == "ho" and clean(text).casefold().strip(" .:") == "hộ":
        return "household_mark"
    if found := _known(key) or _bare(text):
        return found
    found = _by_parts(text)
    return found if found in NAMES else _joint_name(text) or found


def _by_parts(text: str) -> str | None:
    """By the grammar; without what stands in brackets too, if that makes it no other thing."""
    found = parse(text)
    if found.whole or found.other:
        return found.concept if found.whole else None
    bare = parse(re.sub(r"\([^()]*\)", " ", text))
    return bare.concept if bare.whole else None


def pieces(text: str) -> list[str]:
    """What surely is meant by each of the things that a heading names: «Phong trào/lĩnh vực»."""
    parts = [
        part
        for part in re.split(r"(?<!ọ)[/,;+&\n]| - | hoặc |(?<!ọ) và ", text)
        if heading_key(part)
    ]
    found = [_known(heading_key(part)) or _by_parts(part) for part in parts]
    return list(dict.fromkeys(one for one in found if one)) if len(parts) > 1 else []


def _joint_name(text: str) -> str | None:
    """«Đơn vị/Tên mô hình»: names stand in it, whatever else does."""
    named = [concept for concept in pieces(text) if concept in NAMES]
    if not named or parse(text).other or _TITLE.match(heading_key(text)):
        return None
    return named[0] if len(named) == 1 else "name"


def exactly(text: str) -> str | None:
    """What a heading means by its exact words only: for texts put together from two levels."""
    return _known(heading_key(text)) or _bare(text)


def known_headings() -> dict[str, str]:
    """Every heading, folded, and the concept that it means."""
    return _EXACT


def is_concept(name: str) -> bool:
    """Whether a column can be said to mean this."""
    return name in _CONCEPTS


def concepts() -> list[str]:
    """What a column can be said to mean."""
    return sorted(_CONCEPTS)


def concept_called(text: str) -> str | None:
    """What the clerk calls a meaning: any heading that is known, written in full."""
    return _EXACT.get(heading_key(text)) or _by_parts(text)


def is_helper(text: str) -> bool:
    """Whether a column only serves another one: a code, a drop-down's source."""
    return bool(_HELPER.match(heading_key(text)))


def _known(key: str) -> str | None:
    found = _EXACT.get(key) or _GLUED.get(key.replace(" ", ""))
    if found is None and _HELPER.match(key):
        found = _EXACT.get(_HELPER.sub("", key))
    return found


def _bare(text: str) -> str | None:
    """Without what stands in brackets: «Tiền thưởng (đồng)», «Ghi chú (nếu có)»."""
    plain = heading_key(re.sub(r"\([^()]*\)", " ", text))
    return _known(plain) if plain else None


def holds_particulars(text: str) -> bool:
    """«Họ và tên, chức vụ, đơn vị»: one column for a name and what is said of it."""
    parts = parse(text).parts
    said = {"POSITION", "BIRTH", "ADDRESS"} | (
        {"UNIT", "SUBUNIT"} if "NAME" not in parts else set()
    )
    return "FULLNAME" in parts and bool(parts & said)  # «Họ tên/Tên đơn vị» is one or the other


def remembered(text: str, headings: Mapping[str, str]) -> str | None:
    """The field that the clerk once decided for this heading; "" means: do not use."""
    return headings.get(fold(text), headings.get(heading_key(text)))

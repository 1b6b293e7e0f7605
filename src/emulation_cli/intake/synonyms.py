"""Headings and what they mean: exact synonyms on folded text first, guesses never.

A heading is one *concept*; which field of which register a concept fills is said in registers.py.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from emulation_cli.domain.text import clean, fold
from emulation_cli.intake.synonyms_of_forms import FURTHER
from emulation_cli.intake.synonyms_of_lists import HEADINGS

NAMES = ("name", "individual_name", "collective_name", "household_name", "model_name", "event_name")
MARKS = {f"{kind}_mark": kind for kind in ("collective", "individual", "household")}

# Looks like a known heading and is another thing (INTAKE section 4.3).
_NEVER = re.compile(
    r"^(?:don vi tinh|dvt|don vi cong nhan|don vi tien te|don vi do|phan loai cong tac"
    r"|doi tuong uu tien"
    r"|noi dung cong viec|khen thuong|ten tac gia|ten de tai|ten sang kien|so luong$)(?:\b|$)"
)
_OF_ANOTHER = re.compile(r"\b(?:nguoi lap|nguoi de nghi|tac gia|ho ten cha|ho ten me|vo chong)\b")
_PERSON = re.compile(r"^(?:ho va ten|ho ten) (?!(?:cua )?(?:con|vo|chong|bo|me|cha)\b|nguoi\b)")
_OF_LEADER = re.compile(r"\b(?:nguoi dung dau|nguoi phu trach|chu nhiem)\b")
_HELPER = re.compile(r"^(?:ma|lua chon|chon|id) ")

_ALL = {**FURTHER, **HEADINGS}.items()
_EXACT = {text: concept for concept, texts in _ALL for text in texts.split("|")}
_GLUED = {text.replace(" ", ""): concept for text, concept in _EXACT.items() if len(text) > 5}
_CONCEPTS = frozenset(_EXACT.values())
_LONG_ENOUGH = 10
_PREFIXES = sorted(
    (text for text in _EXACT if len(text) >= _LONG_ENOUGH and " " in text), key=len, reverse=True
)
_PAIRED = (
    ({"position", "unit"}, "position_unit"), ({"position", "unit_name"}, "position_unit"),
    ({"decision_number", "decision_date"}, "decision"), ({"decision_number", "date"}, "decision"),
    ({"title", "form"}, "form"), ({"position", "subunit"}, "position_unit"),
    ({"unit", "address"}, "unit"), ({"unit_name", "unit"}, "unit"), ({"unit", "subunit"}, "unit"),
    ({"subunit", "unit_name"}, "unit"), ({"place", "date"}, "place"),
    ({"position", "honorific"}, "position"),
)  # fmt: skip
_KIND_WORDS = {"collective_mark", "individual_mark", "household_mark"}


def heading_key(text: str) -> str:
    """A heading folded, with numbering, punctuation and line breaks gone."""
    plain = re.sub(r"\(\s*(?:\d+|[a-z]|\d+\s*[&+-]\s*\d+)\s*\)", " ", fold(text))
    return " ".join(re.sub(r"[^\w#]+|_", " ", plain).split())


@lru_cache(maxsize=4096)
def concept_of(text: str) -> str | None:
    """What one heading means, or None. `Năm` and `Nam` are told apart by their accents."""
    key = heading_key(text)
    if not key or _NEVER.match(key) or _OF_ANOTHER.search(key):
        return None
    if key == "nam" and clean(text).casefold().strip(" .:") == "nam":
        return "male_mark"
    return _known(key) or _bare(text) or _in_parts(text) or _by_prefix(key) or _plainer(key)


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


def _in_parts(text: str) -> str | None:
    """«Họ và tên/ Tên tập thể», «Chức vụ, đơn vị công tác»: the parts say it together."""
    parts = [part for part in re.split(r"[/,;+&\n]| - | hoặc | hoac ", text) if heading_key(part)]
    if len(parts) < 2:
        return _by_and(text)
    found = [_known(heading_key(part)) or _bare(part) for part in parts]
    return _together([concept for concept in found if concept], len(parts))


def holds_particulars(text: str) -> bool:
    """«Họ và tên, chức vụ, đơn vị»: one column for a name and what is said of it."""
    parts = [part for part in re.split(r"[/,;+&\n]| - ", text) if heading_key(part)]
    found = [_known(heading_key(part)) or _bare(part) for part in parts]
    return bool(set(found) & {*NAMES}) and bool(set(found) & {"position", "unit", "position_unit"})


def _by_and(text: str) -> str | None:
    parts = re.split(r"\s(?:và|va|and)\s", clean(text))
    found = [_known(heading_key(part)) for part in parts]
    return _together(found, len(parts)) if len(parts) > 1 and all(found) else None  # type: ignore[arg-type]


def _together(concepts: list[str], parts: int) -> str | None:
    found = set(concepts)
    if not found:
        return None
    if names := [name for name in NAMES if name in found]:
        return names[0] if len(names) == 1 and names[0] in ("model_name", "event_name") else "name"
    if len(concepts) < parts:
        return None
    if found <= {"kind", *_KIND_WORDS}:
        return "kind"
    if len(found) == 1:
        return concepts[0]
    return next((joint for pair, joint in _PAIRED if found == pair), None)


# Words that say what the whole list is about, not what one column is.
_FILLERS = re.compile(
    r"\b(?:dien hinh tien tien|dien hinh|tien tien|mo hinh|dan van kheo|dvk|dhtt|duoc|cua|cho"
    r"|neu co|hien nay|cu the|tieu bieu|noi bat|dat duoc|chu yeu"
    r"|(?:trong )?nam (?:19|20)\d\d)\b"
)


_SHORT = {
    "dv": "don vi", "dk": "dang ky", "qd": "quyet dinh", "cq": "co quan", "cv": "chuc vu",
    "lv": "linh vuc", "mh": "mo hinh", "dc": "dia chi", "ph": "phat hien", "ten": "ten",
}  # fmt: skip


def _plainer(key: str) -> str | None:
    """«Năm được phát hiện», «Lĩnh vực của mô hình», «Năm ĐK»: known but for what adds nothing."""
    spelt = " ".join(_SHORT.get(word, word) for word in key.split())
    plain = " ".join(_FILLERS.sub(" ", spelt).split())
    tried = [text for text in (spelt, plain) if text != key and len(text) > 3]
    return next(filter(None, map(_known, tried)), None)


def _by_prefix(key: str) -> str | None:
    if _OF_LEADER.search(key):
        return "leader"
    if _PERSON.match(key):
        return "name"
    text = next((text for text in _PREFIXES if key.startswith(text + " ")), None)
    return _EXACT[text] if text else None


def remembered(text: str, headings: Mapping[str, str]) -> str | None:
    """The field that the clerk once decided for this heading; "" means: do not use."""
    return headings.get(fold(text), headings.get(heading_key(text)))

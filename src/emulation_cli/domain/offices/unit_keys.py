"""The keys that a unit's name is found by, however it is written."""

import re
from collections.abc import Iterable

from emulation_cli.domain.text import comparing_key, fold

# The types of unit that may stand abbreviated, folded, before a name.
_TYPE_WORDS = {
    "x": "xa",
    "tt": "thi tran",
    "p": "phuong",
    "h": "huyen",
    "tp": "thanh pho",
    "tx": "thi xa",
    "t": "tinh",
}
# The bodies whose name stands for the unit that they lead (INTAKE section 4).
_BODIES = (
    "uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd|dang uy|dang bo|huyen uy|tinh uy|thanh uy"
    "|bch dang bo|ban chap hanh dang bo|chi bo|ub mttq|uy ban mttq|mttq|khoi dan van"
)
# Texts, compiled when first searched: most commands look for no unit.
_BODY = rf"^(?:(?:{_BODIES})(?:\s*[-–&,/+]\s*|\s+va\s+|\s+))+"
_ABBREVIATED = rf"^({'|'.join(_TYPE_WORDS)})(?:\.\s*|\s+)(?=\w)"
# «Cẩm Duệ commune», as an English list has it.
_ENGLISH = {"commune": "xa", "ward": "phuong", "township": "thi tran", "district": "huyen",
            "city": "thanh pho", "province": "tinh", "town": "thi tran"}  # fmt: skip
_ENGLISH_TYPE = rf"^(.+) ({'|'.join(_ENGLISH)})$"
_TYPED = r"^(?:xa|thi tran|phuong|huyen|thanh pho|thi xa|tinh)\s+"
_BEHIND = r"\s*[,;]\s*|\s+[-–]\s+"
_DISTRICT = r"[\s,-]+(?:h\.|huyen|thanh pho|thi xa|tinh)\s.*$"


def search_keys(text: str) -> list[str]:
    """The keys to look a unit up by, the nearest to the written name first.

    «UBND X. Cẩm Duệ» gives its comparing key, its folded key, then «x. cam due», «xa cam due»,
    «cam due».
    """
    plain = fold(text)
    keys = [comparing_key(text), plain]
    for shorten in (without_body, with_type_spelt, _without_district, without_type):
        plain = shorten(plain)
        keys.append(plain)
    return list(dict.fromkeys(key for key in keys if key))


def index_keys(text: str) -> list[str]:
    """The keys that a unit meant by a text may be filed under, its type spelt out or not."""
    keys = search_keys(text)
    for word, whole in _TYPE_WORDS.items():
        keys += [
            key.replace(whole, short, 1)
            for key in keys
            if key.startswith(f"{whole} ")
            for short in (word, f"{word}.")
        ]
    return keys


def parted(text: str) -> tuple[str, str]:
    """«Xã Cẩm Duệ - Cẩm Xuyên» at the first comma, semicolon or dash; the rest may be empty."""
    first, *rest = re.split(_BEHIND, text, maxsplit=1)
    return first, rest[0] if rest else ""


def written_forms(text: str) -> tuple[str, ...]:
    """A text as written, without what stands in brackets, without signs at its ends, «UBND:»."""
    bare = re.sub(r"\s*\([^()]*\)", "", text).strip()
    return tuple(dict.fromkeys((text, bare, text.strip(" .,;:-–"), text.replace(":", " "))))


def without_body(plain: str) -> str:
    return re.sub(_BODY, "", plain)


def with_type_spelt(plain: str) -> str:
    plain = re.sub(_ENGLISH_TYPE, lambda match: f"{_ENGLISH[match[2]]} {match[1]}", plain)
    return re.sub(_ABBREVIATED, lambda match: f"{_TYPE_WORDS[match[1]]} ", plain)


def _without_district(plain: str) -> str:
    return re.sub(_DISTRICT, "", plain)


def without_type(plain: str) -> str:
    """A folded name without the word for its type: «cam due» of «xa cam due»."""
    return re.sub(_TYPED, "", plain)


def stored_keys(unit_names: Iterable[str]) -> set[str]:
    """The keys a unit is found by: each name compared, folded, and without its type."""
    keys = set()
    for name in unit_names:
        plain = fold(name)
        keys |= {comparing_key(name), plain, with_type_spelt(plain), without_type(plain)}
    return keys - {""}

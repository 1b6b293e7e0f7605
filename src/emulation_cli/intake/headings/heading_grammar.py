"""A heading read by its parts, in any order: what it means, and what of it was not understood."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from emulation_cli.domain.patterns import pattern
from emulation_cli.domain.text import clean, fold
from emulation_cli.intake.headings.heading_parts import DROPPABLE, LONGEST, PHRASES, RULES

# Folded these are other words: họ, nam, kỳ, đứng; a school is no head of it.
_CLEAR = {
    "hộ": "hộ", "năm": "năm", "ký": "ký", "dừng": "dừng", "chỗ": "chỗ",
    "trường": "trường", "trưởng": "trưởng",
}  # fmt: skip
_UNLIKE = {"kỳ": "kỳ", "họ": "ho", "nam": "male", "tiến": "tiến"}
_SHORT = {
    "dv": "don vi", "dk": "dang ky", "qd": "quyet dinh", "cq": "co quan", "cv": "chuc vu",
    "lv": "linh vuc", "mh": "mo hinh", "dc": "dia chi", "ph": "phat hien", "tg": "thoi gian",
    "tt": "tap the", "cn": "ca nhan", "ht": "hinh thuc", "kq": "ket qua", "nd": "noi dung",
    "sl": "so luong", "dhtd": "danh hieu thi dua", "htkt": "hinh thuc khen thuong",
    "dhtt": "dien hinh tien tien", "ntn": "ngay thang nam", "ttcn": "tap the ca nhan",
    "cb": "chi bo", "cc": "chuc vu", "bc": "bao cao", "dd": "dia diem",
}  # fmt: skip
# «CB, GV, NV»: beside one of the last, «CB» is no cell of the Party and «CC» no post.
_STAFF = {"cb": "can bo", "cc": "cong chuc", "gv": "giao vien", "nv": "nhan vien",
          "vc": "vien chuc", "hs": "hoc sinh"}  # fmt: skip
_SURELY_STAFF = frozenset({"gv", "nv", "vc", "hs"})
_MARKED = pattern(r"[^\x00-\x7f]")


_RECEIVED = frozenset({"AWARD", "HONOUR", "TITLE", "FORM"})
_MOST_DROPPED = 2  # parts that no rule foresees beside the others
_KINDS = frozenset({"COLLECTIVE", "INDIVIDUAL", "HOUSEHOLD"})
_OF_A_KIND = frozenset({"collective_name", "individual_name", "household_name"})
ANOTHER = "-"  # the concept of headings that are known to be of no use


class Parsed(NamedTuple):
    """What a heading's parts say: the concept, the parts, and how many words it leaves open."""

    concept: str | None
    parts: frozenset[str]
    open: int

    @property
    def whole(self) -> bool:
        """Whether every word was understood."""
        return self.concept not in (None, ANOTHER) and not self.open

    @property
    def other(self) -> bool:
        """Whether a word says that it is another thing than the rest says."""
        return "OTHER" in self.parts or self.concept == ANOTHER


@lru_cache(maxsize=4096)
def parse(text: str) -> Parsed:
    """The parts of a heading and what they mean together; PAST is no part of the meaning."""
    parts, strange = _parts(_words(text))
    found = _meaning(parts - {"PAST"}, strange)
    return found._replace(parts=found.parts | parts & {"PAST"})


def _meaning(parts: set[str], strange: int) -> Parsed:
    if "RECEIVE" in parts and (not parts & _RECEIVED or "SIGN" in parts):
        parts.add("OTHER")  # «Ký nhận», «Người nhận tiền»; but «Người nhận khen» is honoured
    said = frozenset(parts - {"FILLER", "RECEIVE"})
    if "OTHER" in said:
        return Parsed(None, said, strange)
    if "GOT" in said:  # «Đơn vị được khen thưởng» is honoured; elsewhere the word says nothing
        for one in (said, *_chosen(said)):
            if concept := _concept(one):
                return Parsed(concept, one, strange)
        said -= {"GOT"}
    light = said & DROPPABLE
    for dropped in range(min(len(said), _MOST_DROPPED + 1)):
        tried = {_of_all(said, set(some)) for some in combinations(light, dropped)} - {None}
        if tried:
            return Parsed(tried.pop() if len(tried) == 1 else None, said, strange + dropped)
    return Parsed(None, said, strange)


def _chosen(said: frozenset[str]) -> Iterator[frozenset[str]]:
    """«Người được giới thiệu» is honoured by it, «Người giới thiệu» is another."""
    if "INTRO" in said:
        honoured = said - {"INTRO"} | {"HONOUR"}
        yield from (honoured, honoured - {"GOT"})


def _of_all(said: frozenset[str], dropped: set[str]) -> str | None:
    """The concept without some parts; who is of a further kind is not only of one."""
    found = _concept(said - dropped)
    return "name" if found in _OF_A_KIND and dropped & _KINDS else found


def _concept(said: frozenset[str]) -> str | None:
    for concept, required, allowed in RULES:
        if said <= allowed and all(said & one for one in required):
            return concept
    return None


def _words(text: str) -> list[str]:
    """Folded words; those that folding confuses keep their mark where the text has marks."""
    plain = re.sub(
        r"\(\s*(?:\d+|[a-z]|\d+\s*[&+-]\s*\d+|đồng|vnđ|đ|nếu có)\s*\)", " ", clean(text).casefold()
    )
    marked = bool(_MARKED.search(plain))
    words: list[str] = []
    said = re.findall(r"[^\W_]+", plain)
    short = _SHORT | _STAFF if _SURELY_STAFF.intersection(said) else _SHORT
    for word in said:
        folded = fold(word)
        kept = _CLEAR.get(word) or (_UNLIKE.get(word) if marked else None)
        if folded == "tt" and words[-1:] in (["xa"], ["phuong"]):
            words += ["thi", "tran"]
        else:
            words += [kept] if kept else short.get(folded, folded).split()
    return words


def _part(words: list[str]) -> str | None:
    """One phrase; within a longer one a word needs no mark to be known."""
    if found := PHRASES.get(tuple(words)):
        return found
    return PHRASES.get(tuple(map(fold, words))) if len(words) > 1 else None


def _parts(words: list[str]) -> tuple[set[str], int]:
    """The longest known phrases from the left; and how many words belong to none."""
    found: set[str] = set()
    strange = place = 0
    while place < len(words):
        for length in range(min(LONGEST, len(words) - place), 0, -1):
            if part := _part(words[place : place + length]):
                found.add(part)
                place += length
                break
        else:
            strange += 1
            place += 1
    return found, strange

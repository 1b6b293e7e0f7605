"""What a number of a sentence is of: the noun behind it, and nothing around it that says more.

Three places around a number differ. A clause in front, set off by a comma, tells how it came about
and narrows only where it names something that records are cut by. What stands right before the
number, and what follows its noun up to the end of the clause, must be known word for word.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from emulation_cli.documents.verifying.figure_facts import (
    KIND_NOUNS,
    MARKS,
    NOUNS,
    Fact,
    OwnNames,
    marks_in,
)
from emulation_cli.documents.verifying.written_numbers import (
    WrittenNumber,
    even,
    numbers_in,
    periods_in,
    without_more_than,
)
from emulation_cli.domain.patterns import pattern

# Words that say nothing of which records are counted. A level or a body («cấp xã») says a part.
_SAY_NOTHING = frozenset({
    "da", "co", "duoc", "trong", "do", "la", "voi", "gom", "va", "tong", "so", "cac", "de",
    "den", "nay", "ca", "the", "thoi", "gian", "qua", "ket", "cong", "tac", "bao", "cao",
    "ke", "ra", "o", "tai", "cua", "dia", "ban", "phong", "trao", "thi", "dua", "tren", "ky",
    "ve", "hien",
})  # fmt: skip
# How records come about, and who leads that: no part of them.
_MADE = pattern(
    r"\b(?:xay dung|thuc hien|trien khai|to chuc|tien hanh|mo|lam|"
    r"tap trung|(?<=da )(?:lanh dao|chi dao))\b"
)
# Everybody: «cấp ủy các cấp», «các cấp, các ngành», «các địa phương, đơn vị».
_EVERYBODY = pattern(
    r"\b(?:(?:cap uy|chinh quyen) )?cac cap(?:,? cac nganh)?\b|"
    r"\bcac (?:dia phuong,? (?:va )?don vi|don vi,? (?:va )?dia phuong)\b"
)
# How a clause begins that tells the way, the cause or the company; the rest may name a part.
_CIRCUMSTANCE = pattern(
    r"(?:(?:thong )?qua|nho|voi|bang|cung|duoi|duoc su|tren co so|xac dinh|ket qua|nhin chung|sau|"
    r"nham|de|ben canh do|trong (?:ky|thoi gian|nhung nam)|den nay|tu do|"
    r"theo (?:bao cao|thong ke|so lieu))\b"
)
# The paper that was followed names its issuer, and plans: neither is a part of the records.
_ACTS = r"(?= (?:da|co|dang ky|phat hien|mo|to chuc|xay dung)\b)"  # a body as the subject
_FOLLOWS = pattern(r"(?:thuc hien|can cu|quan triet|trien khai|huong ung)\b")
_EMPTY = pattern(r"(?:trong|tu|den|va)?$")
# What the records of a register are cut by: bodies, people, fields, levels.
_CUT = pattern(
    r"\b(?:xa(?! hoi)|phuong(?! (?:cham|huong|phap|thuc|an))|thi tran|thi xa|huyen|tinh(?! hinh)|"
    r"thon|xom|ban lang|to dan pho|khoi|truong(?! hop)|hoi(?! nghi| nhap)|doan|"
    r"chi bo|dang bo|don vi|dia phuong|co quan|co so|doanh nghiep|hop tac xa|cau lac bo|"
    r"nu|phu nu|nam gioi|thanh nien|nong dan|cong nhan|can bo|cong chuc|vien chuc|dang vien|"
    r"giao vien|hoc sinh|nguoi|ho|linh vuc|nganh|cap (?!uy\b)\w+|tap the|ca nhan|giay khen|"
    r"bang khen|danh hieu|moi|nong thon|do thi|"
    r"thang|quy|truoc|hang nam|binh quan|du kien|phan dau|muc tieu|chi tieu|ke hoach)\b|X"
)
_NAME = pattern(r"(?<=[^\W\d_] )[^\W\d_]\w*|(?<=, )[^\W\d_]\w*")
_LISTED = sorted([*MARKS.values(), *KIND_NOUNS.values()], key=len, reverse=True)
_LIST = pattern(rf"\b({'|'.join(_LISTED)})(, |,? va )(?=(?:{'|'.join(_LISTED)})\b)")
_CLOSED = pattern(r"[,;:()]|\btrong do\b|\bgom\b|\bva\b|\bvoi\b")
_ENDS = pattern(r"[,;:.()]|$|va\b")
_JOINED = pattern(rf" *(?:{'|'.join(NOUNS.values())})\b")  # one number for two nouns
_KINDS = "|".join(KIND_NOUNS.values())


class _Around(NamedTuple):
    """What stands around a number, folded: clauses in front, right before it, behind it."""

    openings: tuple[str, ...]
    before: str
    behind: str


def meant(
    facts: Sequence[Fact],
    sentence: str,
    last: Fact | None,
    own: OwnNames,
    *,
    narrowed: bool = False,
) -> Iterator[tuple[WrittenNumber, Fact | None]]:
    """Each number of a sentence with the figure that it is of; None where that is not clear.

    A sentence is `narrowed` where what stood before it was of a part.
    """
    plain = _evened(sentence, own)
    numbers = [*numbers_in(sentence)]
    whole, field = last, ""
    at = 0
    for place, number in enumerate(numbers):
        following = numbers[place + 1].start if place + 1 < len(numbers) else len(plain)
        front, behind = plain[at : number.start], plain[number.end : following]
        *openings, before = front.rpartition(";")[2].split(",")
        if (";" in front and place) or "A" in before:  # a clause with a subject of its own
            narrowed, field = False, ""
        before = without_more_than(before) if number.more else before
        around = _Around(tuple(openings), before, " ".join(behind.split()))
        clear = place == 0 or "A" in before or all(map(_says_nothing, openings))
        clear = clear and not any(_narrows(one, whole="A" in before) for one in openings)
        fact = None
        if clear and not narrowed and not number.percent:
            fact = _of([one for one in facts if one.field or not field], around, whole)
        field = fact.field if fact and fact.field else field
        narrowed = narrowed or not clear or (not field and _leads_aside(facts, before))
        yield number, fact
        if not number.percent and not (fact and (fact.of is not None or fact.field)):
            whole = fact if fact and fact.whole else None
        at = number.end + _taken(behind, fact)


def _evened(sentence: str, own: OwnNames) -> str:
    """The sentence folded, each letter at its place; what says nothing is blank.

    The whole is A, the bodies of the whole are B, other names are X.
    """
    plain = even(sentence)
    for phrase in (*map(even, periods_in(sentence)), "dan van kheo", *'“”«»"'):
        plain = plain.replace(phrase, " " * len(phrase))
    for letter, phrases in (("A", own.whole), ("B", own.bodies)):
        for phrase in phrases:
            said = rf"\b{re.escape(phrase)}\b" + (_ACTS if letter == "B" else "")
            plain = re.sub(said, letter * len(phrase), plain)
    plain = _EVERYBODY.sub(lambda one: "A" * len(one[0]), plain)
    for found in _NAME.finditer(sentence) if len(plain) == len(sentence) else ():
        if found[0][0].isupper() and plain[found.start()] not in " AB":
            start, end = found.span()
            plain = plain[:start] + "X" * (end - start) + plain[end:]
    before = ""
    while before != plain:
        before = plain
        plain = _LIST.sub(lambda one: one[1] + " " * len(one[2]), plain)
    return plain


def _narrows(opening: str, *, whole: bool) -> bool:
    """Whether a clause in front is more than a circumstance, or names a part or another time.

    Where the `whole` is the subject behind it, it may say anything that names neither.
    """
    text = " ".join(opening.split())
    if _EMPTY.match(text) or _FOLLOWS.match(text):
        return False
    named = _CUT.search(text) or marks_in(text)[0]
    return bool(named) or not (whole or _CIRCUMSTANCE.match(text))


def _leads_aside(facts: Sequence[Fact], before: str) -> bool:
    """Whether the words before a number are of something else: what follows may be of that too."""
    text = before
    for noun in {fact.noun for fact in facts}:
        text = re.sub(rf"\b{noun}\b", " ", text)
    return not _says_nothing(marks_in(text)[1])


def _of(facts: Sequence[Fact], around: _Around, whole: Fact | None) -> Fact | None:
    """The one figure whose noun stands at the number, with all its marks and nothing else.

    «Tập thể: 600, cá nhân: 86»: where nothing stands behind it, the noun may stand before.
    """
    turned = _ENDS.match(around.behind)
    for fact in facts:
        before, tail = around.before, ""
        if turned:
            *_, last = [None, *re.finditer(rf"\b{fact.noun}\b", before)]
            if last is None:
                continue
            before = f"{before[: last.start()]} {before[last.end() :]}"
        else:
            found = re.match(rf"{fact.noun}(?!\w)(?! *(?:{_KINDS})\b)", around.behind)
            if found is None:
                continue
            tail, *further = _CLOSED.split(around.behind[found.end() :], maxsplit=1)
            if further and _JOINED.match(further[0]):
                continue
            before = re.sub(rf"^ *(?:tong )?so {fact.noun}\b", " ", before)
        if _fits(fact, before, tail, whole):
            return fact
    return None


def _fits(fact: Fact, before: str, tail: str, whole: Fact | None) -> bool:
    text = f"{before} {tail}"
    if fact.field:
        text, named = re.subn(rf"\blinh vuc {re.escape(fact.field)}(?!\w)(?! *-)", " ", text)
        part = whole and whole.section == fact.section and not whole.marks[0]
        if named != 1 or ("trong do" in before and not part):
            return False
    marks, rest = marks_in(text)
    if not _says_nothing(rest) or (fact.section == "honours" and "B" in rest):
        return False
    if fact.of is not None:
        told = whole is not None and (whole.section, whole.marks[0]) == (fact.section, fact.of)
        return told and not marks
    return marks in fact.marks and (bool(fact.field) or "trong do" not in before)


def _says_nothing(text: str) -> bool:
    rest = pattern(r"[^\w\s]").sub(" ", _MADE.sub(" ", " ".join(text.split()))).split()
    return all(word in _SAY_NOTHING or word[0] in "AB" for word in rest)


def _taken(behind: str, fact: Fact | None) -> int:
    """How much behind a number belongs to it: its noun and what follows it in the clause."""
    found = re.match(rf"\s*{fact.noun}(?!\w)", behind) if fact else None
    start = found.end() if found else 0
    closed = _CLOSED.search(behind, start)
    return closed.start() if closed else start

"""What a number of a sentence is of: the noun behind it, and nothing in its clause that says more.

A clause with a word that no figure of ours has is left alone: it may be of a part of the records.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from emulation_cli import words
from emulation_cli.documents.document import Document
from emulation_cli.documents.verifying.written_numbers import (
    WrittenNumber,
    even,
    numbers_in,
    periods_in,
    without_more_than,
)
from emulation_cli.domain.patterns import pattern
from emulation_cli.tallies.measures.specifications import KINDS


class Fact(NamedTuple):
    """A figure of the register: what it is called, its value, how it is written, its rows.

    `nouns` may stand behind its number; a `whole` has kinds, and is not one of them. A `stage`
    is what its records reached: the text must say so.
    """

    phrase: str
    value: float
    now: str
    command: str
    nouns: tuple[str, ...] = ()
    section: str = ""
    whole: bool = False
    kind: str = ""
    stage: str = ""


_NOUNS = {
    "exemplars": ("dien hinh tien tien", "dien hinh"),
    "models": ("mo hinh dan van kheo", "mo hinh"),
    "events": ("hoi nghi",),
}
KIND_NOUNS = dict(zip(KINDS, ("tap the", "ca nhan", "ho gia dinh"), strict=False))
# Words that say nothing of which records are counted. A level or a body («cấp xã») says a part.
_SAY_NOTHING = frozenset({
    "da", "co", "duoc", "trong", "do", "la", "voi", "gom", "va", "tong", "so", "cac",
    "den", "nay", "ca", "the", "thoi", "gian", "qua", "ket", "cong", "tac", "bao", "cao",
    "ke", "ra", "moi", "o", "tai", "cua", "dia", "ban", "phong", "trao", "thi", "dua",
    "tren",
})  # fmt: skip
_STAGES = frozenset(("phat hien", "boi duong", "nhan rong"))
_STAGE_OF = {
    ("exemplars", "discovered"): "phat hien", ("exemplars", "fostered"): "boi duong",
    ("exemplars", "multiplied"): "nhan rong", ("models", "replicated"): "nhan rong",
}  # fmt: skip
_ONLY_OF = {"exemplars": _STAGES, "models": frozenset(("dang ky",))}


def facts_of(document: Document) -> list[Fact]:
    """The figures at a glance of the sections whose nouns are known."""
    found = []
    for section in document.sections:
        command = next((note.command for note in section.commands if note.command), "")
        for place, figure in enumerate(section.figures):
            stage = _STAGE_OF.get((section.code, str(figure.code or figure.measure)), "")
            told = place == 0 or figure.code in KIND_NOUNS or stage
            if section.code not in _NOUNS or not told:
                continue
            kind = KIND_NOUNS.get(str(figure.code), "") if figure.part else ""
            nouns = (kind,) if kind else _NOUNS[section.code]
            found.append(
                Fact(f"{section.name}: {figure.label.strip()}", float(figure.value),
                     words.number(figure.value, "vi"), command or "", nouns, section.code,
                     not kind and not stage, kind, stage)
            )  # fmt: skip
    return found


_BREAK = pattern(r"[,;:()]|\btrong do\b|\bva\b")


def names_of_all(document: Document) -> tuple[str, ...]:
    """How a text names the whole that a report is of: «toàn huyện», «huyện Mẫu»."""
    unit = even(document.unit)
    level = unit.partition(" ")[0]
    return f"toan {unit}", unit, f"toan {level}"


def meant(
    facts: Sequence[Fact], sentence: str, last: Fact | None, of_all: Sequence[str] = ()
) -> Iterator[tuple[WrittenNumber, Fact | None]]:
    """Each number of a sentence with the figure that it is of; None where that is not clear.

    `of_all` are phrases that narrow nothing, for they name the whole.
    """
    plain = even(sentence).replace("“", " ").replace("”", " ").replace("«", " ").replace("»", " ")
    for phrase in (*map(even, periods_in(sentence)), *of_all):
        plain = plain.replace(phrase, " " * len(phrase))
    numbers = [*numbers_in(sentence)]
    whole, fact = last, None
    for place, number in enumerate(numbers):
        before = plain[numbers[place - 1].end if place else 0 : number.start]
        before = _without_noun(before, fact) if place else before
        before = without_more_than(before) if number.more else before
        after = plain[number.end : numbers[place + 1].start if place + 1 < len(numbers) else None]
        fact = None if number.percent else _of(facts, before, after, whole, first=place == 0)
        if fact and fact.whole:
            whole = fact
        yield number, fact


def _of(
    facts: Sequence[Fact], before: str, after: str, whole: Fact | None, *, first: bool
) -> Fact | None:
    """The one figure whose noun stands right behind the number, with nothing that narrows it.

    «Tập thể: 600, cá nhân: 86»: where nothing stands behind it, the noun may stand before.
    """
    behind = " ".join(after.split())
    if _ENDS.match(behind):
        before, behind = _turned(facts, before)
    for fact in facts:
        noun = next((one for one in fact.nouns if _begins(behind, one)), None)
        if noun is None or (fact.kind and (whole is None or whole.section != fact.section)):
            continue
        rest = _BREAK.split(behind[len(noun) :].strip())[0] if behind[len(noun) :] else ""
        if _says_nothing(f"{before} {rest}", fact, first=first):
            return fact
    return None


_ENDS = pattern(r"[,;:.()]|$|va\b")
_IS = pattern(r"\s*(?::|\bla\b)?\s*$")


def _turned(facts: Sequence[Fact], before: str) -> tuple[str, str]:
    """What stands before a number, parted into the rest and the noun that it ends with."""
    plain = _IS.sub("", " ".join(before.split()))
    nouns = sorted({noun for fact in facts for noun in fact.nouns}, key=len, reverse=True)
    for noun in nouns:
        if plain == noun or plain.endswith((f" {noun}", f"({noun}", f",{noun}")):
            return plain[: -len(noun)], noun
    return before, ""


def _without_noun(text: str, fact: Fact | None) -> str:
    """What stands between two numbers, without the noun of the first."""
    plain = " ".join(text.split())
    noun = next((one for one in fact.nouns if _begins(plain, one)), "") if fact else ""
    return plain[len(noun) :]


def _begins(text: str, noun: str) -> bool:
    return text == noun or text.startswith(
        (f"{noun} ", f"{noun},", f"{noun}.", f"{noun};", f"{noun})")
    )


def _says_nothing(text: str, fact: Fact, *, first: bool) -> bool:
    """Whether the words around a number narrow it: all stages together are the whole."""
    stages = _ONLY_OF.get(fact.section, frozenset()) | ({fact.stage} if fact.stage else set())
    named = {stage for stage in stages if stage in text}
    if fact.stage:
        if named != {fact.stage} or "trong do" in text:  # of a part: another figure
            return False
    elif named and (named != stages or not first or fact.kind):
        return False
    for stage in named:
        text = text.replace(stage, " ")
    rest = pattern(r"[^\w\s]").sub(" ", text).split()
    return all(word in _SAY_NOTHING for word in rest)

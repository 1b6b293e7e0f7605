"""The figures of a report that any sentence may tell, and what it must say of them."""

from collections.abc import Iterator
from itertools import takewhile
from typing import NamedTuple

from emulation_cli import words
from emulation_cli.documents.document import Document, Section
from emulation_cli.documents.verifying.written_numbers import even
from emulation_cli.domain.issuing_bodies import before_its_place, issuing_body
from emulation_cli.domain.patterns import pattern
from emulation_cli.tallies.measures.specifications import ACTS, KINDS, LEVELS, STAGES

# What a part of the records may have reached or be of, folded, as texts say it.
MARKS = {
    **dict(zip(STAGES, ("phat hien", "boi duong", "nhan rong(?: ra dien rong)?"), strict=True)),
    **dict(zip(ACTS, ("bieu duong", "ton vinh", "khen thuong|khen"), strict=True)),
    **dict(zip(LEVELS, ("cap co so", "cap huyen", "cap tinh"), strict=False)),
    "registered": "dang ky", "recognised": "cong nhan", "once": "khong (?:tinh )?trung",
    "interim_review": "so ket", "final_review": "tong ket",
}  # fmt: skip
KIND_NOUNS = dict(zip(KINDS, ("tap the", "ca nhan", "ho gia dinh"), strict=False))
NOUNS = {
    "exemplars": "(?:guong )?dien hinh(?: tien tien)?",
    "models": "mo hinh",
    "events": "(?:cuoc )?hoi nghi",
    "honours": "luot(?: tap the ca nhan| ca nhan tap the)?",
}
# What the whole of a section may be said to be: all of it together adds nothing.
_OF_WHOLE = {
    "exemplars": frozenset(STAGES),
    "models": frozenset(("registered",)),
    "events": frozenset(("interim_review", "final_review", "praise")),
}
_STAGES = {"replicated": "multiplied"}
_KIND_SAID = {
    "exemplars": ("", "(?: (?:tieu bieu|dien hinh|tien tien|xuat sac))*"),
    "honours": ("(?:luot )?", ""),
}


class Fact(NamedTuple):
    """A figure of the register: what it is called, its value, how it is written, its rows.

    `noun` stands at its number, and around it exactly one of the sets of `marks` is said. A
    `whole` has kinds; a kind is `of` a whole and told after it. A `field` is named beside it.
    """

    phrase: str
    value: float
    now: str
    command: str
    noun: str = ""
    section: str = ""
    marks: tuple[frozenset[str], ...] = (frozenset(),)
    whole: bool = False
    of: frozenset[str] | None = None
    field: str = ""


def facts_of(document: Document) -> list[Fact]:
    """The figures at a glance, the kinds of honours and the types of conferences."""
    return [fact for section in document.sections for fact in _of_section(section)]


def rows_command(section: Section) -> str:
    """The command that lists the rows of a section."""
    return next((note.command for note in section.commands if note.command), "")


def _of_section(section: Section) -> Iterator[Fact]:
    if section.code not in NOUNS:
        return
    for place, figure in enumerate(section.figures):
        fact = _made(section, figure.label, figure.value)
        code = str(figure.code or "")
        if section.code == "honours" and code in MARKS:
            once = {"once"} if figure.measure == "recipients" else set()
            noun = "(?:tap the ca nhan|ca nhan tap the)" if once else fact.noun
            yield fact._replace(noun=noun, marks=(frozenset({code, *once}),), whole=not once)
        elif place == 0:
            together = _OF_WHOLE.get(section.code)
            said = (frozenset[str](), *([together] if together else []))
            yield fact._replace(marks=said, whole=True)
        elif figure.part and code in KIND_NOUNS:
            yield _kind(section, code, fact, frozenset())
            yield fact._replace(noun=f"{fact.noun} {KIND_NOUNS[code]}")
        elif figure.measure == "registrations":
            yield fact._replace(noun="luot dang ky")
        elif marks := _reached(figure.measure, code):
            yield fact._replace(marks=(marks,))
    yield from _of_tables(section)


def _reached(measure: str, code: str) -> frozenset[str]:
    """The step that a figure counts, and the level that took it."""
    said = {_STAGES.get(one, one) for one in (measure, code) if _STAGES.get(one, one) in MARKS}
    return frozenset(said)


def _of_tables(section: Section) -> Iterator[Fact]:
    by_act = section.table("by_act")
    for row in by_act.rows if by_act else ():
        for column, value in zip(by_act.columns if by_act else (), row.values, strict=True):
            if column.name in KIND_NOUNS and isinstance(value, int):
                fact = _made(section, f"{row.label}, {column.title}", value)
                yield _kind(section, column.name, fact, frozenset({str(row.code)}))
    by_field = section.table("by_field")
    for row in by_field.rows if by_field else ():
        if row.code is not None and isinstance(row.values[0], int):
            fact = _made(section, row.label, row.values[0])
            yield fact._replace(field=even(row.label.strip()))
    by_type = section.table("by_type")
    for row in by_type.rows if by_type else ():
        if row.code in MARKS and isinstance(row.values[0], int):
            fact = _made(section, row.label, row.values[0])
            yield fact._replace(marks=(frozenset({str(row.code)}),))


def _kind(section: Section, code: str, fact: Fact, of: frozenset[str]) -> Fact:
    before, behind = _KIND_SAID.get(section.code, ("", ""))
    return fact._replace(noun=before + KIND_NOUNS[code] + behind, of=of)


def _made(section: Section, label: str, value: int) -> Fact:
    return Fact(
        f"{section.name}: {label.strip()}", float(value), words.number(value, "vi"),
        rows_command(section), NOUNS[section.code], section.code,
    )  # fmt: skip


class OwnNames(NamedTuple):
    """How a text names the whole that a report is of, and the bodies that speak for it."""

    whole: tuple[str, ...]
    bodies: tuple[str, ...]


def other_units(document: Document) -> frozenset[str]:
    """The units that a text may turn to: after one is named, nobody else's figures are meant."""
    tables = (section.table("by_unit") for section in document.sections)
    named = {even(row.label.strip()) for table in tables if table for row in table.rows}
    return frozenset(named - {even(document.unit)})


def own_names(document: Document) -> OwnNames:
    """«toàn huyện», «huyện Mẫu», «các cấp Hội»; «UBND huyện», «Huyện ủy», «Huyện đoàn»."""
    unit = even(document.unit)
    first, *others = document.unit.split() or [""]
    lower = takewhile(str.islower, others)  # up to its second capital: «Thị trấn», «Huyện đoàn»
    kind = even(" ".join((first, *lower)))
    short = kind.rpartition(" ")[2]
    whole = (f"toan {unit}", unit, f"tren dia ban {kind}", f"toan {kind}", f"toan {short}",
             f"cac cap {short}", f"cac cap bo {short}")  # fmt: skip
    if not _PLACES.fullmatch(kind):
        name, of = before_its_place(document.unit)  # «Hội Nông dân», «huyện Mẫu»
        return OwnNames(whole, (even(f"{name} {of.partition(' ')[0]}"), even(name), kind))
    bodies = [f"dang bo {kind}", f"ubnd {kind}"]
    for form in ("state", "party"):
        body = issuing_body(document.unit, form)
        bodies.append(even(body.name.removesuffix(f" {body.place}") if body.place else body.name))
    return OwnNames(whole, tuple(bodies))


_PLACES = pattern("tinh|thanh pho|huyen|quan|thi xa|xa|phuong|thi tran|dac khu")
_MARK = pattern("|".join(rf"(?P<{name}>\b(?:{said})\b)" for name, said in MARKS.items()))


def marks_in(text: str) -> tuple[frozenset[str], str]:
    """The marks that a folded text says, and the text without them."""
    found = frozenset(str(one.lastgroup) for one in _MARK.finditer(text))
    return found, _MARK.sub(" ", text)

"""What the cells of a column are: the share of them that can be a unit, a field, a date, a name …

Made once a column, from a few dozen of its distinct values, so that a list of 100,000 rows costs
no more than one of a hundred. A cell may be several things: «Huyện» is a level and a type of unit.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from emulation_cli.domain import person_names
from emulation_cli.domain.patterns import pattern
from emulation_cli.domain.terms import Vocabularies
from emulation_cli.domain.text import clean, fold
from emulation_cli.intake.cells.cell_values import is_ditto, is_year
from emulation_cli.intake.cells.coded_values import (
    Forms,
    Statuses,
    attempts,
    is_mark,
    short_kind,
)
from emulation_cli.intake.cells.unit_cells import Places
from emulation_cli.intake.model import Lookup
from emulation_cli.sheets.workbook import Cell

_VALUES = 48
_LONG = 9  # words: more is a sentence
_LONGEST = 500  # letters of a value that is more than words
# Vocabularies by what a cell of theirs is.
_CODED = {
    "kind": "kind", "act": "act", "form": "form", "title": "form", "category": "category",
    "level": "level", "gender": "gender", "registration_status": "status",
    "exemplar_milestone": "stage", "unit_type": "unit_type", "event_type": "event_type",
    "model_field": "field", "exemplar_field": "field", "movement": "movement",
}  # fmt: skip
_DATE = pattern(
    r"(?:\d{1,2}\s*(?:h|gio|:)\s*\d{0,2}\b)?\D{0,12}\b"
    r"\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*(?:\d{4}|\d{2})\b.{0,12}|ngay .*\d{4}"
    r"|\d{4}-\d{2}-\d{2}"
)
_PARTIAL = pattern(
    r"(?:thang )?\d{1,2}\s*[/.-]\s*\d{4}|(?:thang|quy|dau|cuoi|giua) .{0,20}\d{4}|t\d{1,2}/\d{4}"
)
_YEAR = pattern(r"(?:nam )?(?:19|20)\d\d")
_MONEY = pattern(r"\d{1,3}(?:[.,]\d{3})+(?:\s*(?:d|dong|vnd))?|\d{5,}\s*(?:d|dong|vnd)")
_DECISION = pattern(r"\d[\w.]*\s*[/-]\s*(?:qd|nq)\b")
_ANSWER = pattern(r"(?:da |chua )?co|khong(?: co)?|chua|roi|da|yes|no")
_NUMBER = pattern(r"[0-9]{1,15}(?:\.0+)?")
_CODE = pattern(r"[a-z]{1,6}[-._]?\d{1,8}|\d{1,4}[a-z]{1,4}\d*")
_BODY = pattern(
    r"(?:tap the|chi bo|chi hoi|chi doan|hoi|doan|to|doi|clb|cau lac bo|truong|nhan dan|can bo|ban"
    r"|phong|cong an|tram|ubnd|uy ban|mttq|mat tran|lien doan|dang bo|dang uy|khoi|trung tam|htx"
    r"|hop tac xa|cong ty|doanh nghiep|van phong|thon|xom|khu dan cu|nhom|quy|don|cum|lop"
    r"|ho kinh doanh)\b"
)
_POST = pattern(
    r"(?:nguyen )?(?:bi thu|pho|chu tich|truong|giam doc|hieu truong|giao vien|can bo|nong dan"
    r"|chuyen vien|cong chuc|uy vien|hoi vien|doan vien|dang vien|nhan vien|ke toan|thu quy"
    r"|bac si|y si|y ta|chi huy|cong nhan|hoc sinh|sinh vien|nguoi dan|lao dong|chu nhiem|huu tri"
    r"|vien chuc|kinh doanh|xa doi|chinh tri vien)\b.*|[a-z ]{0,20}\b(?:truong|vien)"
)
_ADDRESS = pattern(r"(?:thon|xom|tdp|to dan pho|khu|ap|ban|so nha|duong)\b.*")


@dataclass(frozen=True)
class Profile:
    """The cells of one column: how many are filled, and the share that can be of each sort."""

    filled: int = 0
    distinct: float = 0.0
    shares: Mapping[str, float] = field(default_factory=dict)

    def share(self, *sorts: str) -> float:
        return max((self.shares.get(sort, 0.0) for sort in sorts), default=0.0)


@lru_cache(maxsize=2)
def _coded_texts(terms: Vocabularies) -> dict[str, set[str]]:
    """Every name of a coded value, and the sorts that it is of."""
    found: dict[str, set[str]] = {}
    for vocabulary, sort in _CODED.items():
        for term in terms.of(vocabulary):
            for name in term.names:
                found.setdefault(_plain(name), set()).add(sort)
    return found


class Profiler:
    """Looks at each distinct value of a list once."""

    def __init__(self, lookup: Lookup) -> None:
        self.terms = lookup.terms
        self._places = Places(lookup.units)
        self._coded_texts = _coded_texts(lookup.terms)
        self._forms = Forms(lookup.terms, ("form", "title"), "")
        self._states = Statuses(lookup.terms, ("registration_status",), "")
        self._known: dict[Cell, frozenset[str]] = {}

    def of(self, cells: Iterable[Cell]) -> Profile:
        """The profile of a column."""
        counts: dict[Cell, int] = {}
        for cell in cells:
            if cell not in ("", None) and not (isinstance(cell, str) and not cell.strip()):
                counts[cell] = counts.get(cell, 0) + 1
        seen = [cell for cell in counts if not is_ditto(cell)][:_VALUES]
        total = sum(counts[cell] for cell in seen)
        shares: dict[str, float] = {}
        for cell in seen:
            for sort in self.sorts_of(cell):
                shares[sort] = shares.get(sort, 0.0) + counts[cell] / total
        filled = sum(counts.values())
        return Profile(filled, len(counts) / filled if filled else 0.0, shares)

    def sorts_of(self, cell: Cell) -> frozenset[str]:
        """What one cell can be."""
        if (found := self._known.get(cell)) is None:
            found = self._known[cell] = frozenset(self._sorts(cell))
        return found

    def _sorts(self, cell: Cell) -> Iterable[str]:
        if isinstance(cell, bool):
            return ("mark",)
        if isinstance(cell, float | int):
            return _of_number(float(cell))
        if isinstance(cell, date):
            return ("date",)
        text = clean(str(cell))
        if len(text) > _LONGEST:  # of no shape; patterns go over it again for each of its letters
            return ("prose",) if text.count(" ") >= _LONG else ("words",)
        number = _NUMBER.fullmatch(fold(text))
        return _of_number(float(number[0])) if number else self._of_text(text)

    def _of_text(self, text: str) -> Sequence[str]:
        folded = fold(text)
        if not folded.strip(" -–.…"):
            return ()
        if shaped := [sort for sort, shape in _SHAPES if shape.fullmatch(folded)]:
            return shaped
        sorts = ["mark"] if is_mark(text) else []
        sorts += ["answer"] if _ANSWER.fullmatch(folded) else []
        sorts += ["decision"] if _DECISION.match(folded) else []
        if coded := self._of_code(text):
            return [*sorts, *coded, "words"]
        return sorts + self._of_words(text, folded) if len(text) > 1 else sorts

    def _of_code(self, text: str) -> Iterable[str]:
        """The vocabularies that know a text, as the cells below are read."""
        if short_kind(text):
            return ("kind",)
        for attempt in (*attempts(text), text):
            if coded := self._coded_texts.get(_plain(attempt)):
                return coded
        read = (("form", self._forms), ("status", self._states))
        return [sort for sort, reader in read if isinstance(reader(text), str)]

    def _of_words(self, text: str, folded: str) -> list[str]:
        """Units, persons, bodies, posts, places; what is none of them is just words."""
        named = person_names.take_apart(text)
        sorts = ["unit"] if self._places.find(text) else []
        sorts += ["within"] if not sorts and self._places.at_the_end(text) else []
        sorts += ["person"] if person_names.has_family_name(named.name) or named.honorific else []
        body = _BODY.match(folded) or (person_names.is_body(named.name) and "unit" not in sorts)
        sorts += ["body"] if body and "person" not in sorts else []
        sorts += ["post"] if _POST.fullmatch(folded) else []
        sorts += ["address"] if _ADDRESS.match(folded) else []
        words = folded.split()
        return [*sorts, "prose" if len(words) >= _LONG else "words"]


_SHAPES = (
    ("year", _YEAR), ("date", _DATE), ("partial", _PARTIAL), ("money", _MONEY), ("code", _CODE),
)  # fmt: skip


def _of_number(number: float) -> tuple[str, ...]:
    if number.is_integer() and is_year(int(number)):
        return ("year", "number")
    if number >= 50_000:
        return ("money", "number")
    return ("number", "date") if 32_000 < number < 50_000 else ("number",)


@lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", fold(text)))

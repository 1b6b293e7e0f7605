"""Coded values and marks: kinds, fields, forms, an x."""

import re
from dataclasses import dataclass
from functools import lru_cache

from emulation_cli.domain.awards import new_award, read_award
from emulation_cli.domain.patterns import pattern
from emulation_cli.domain.terms import Vocabularies, words_of
from emulation_cli.domain.text import fold
from emulation_cli.intake.cells.cell_values import Trouble, as_text
from emulation_cli.intake.headings.heading_grammar import parse
from emulation_cli.intake.model import Severity
from emulation_cli.sheets.workbook import Cell


@dataclass(frozen=True)
class CodeReader:
    """Reads a coded value by its code, label or other name; `trouble` names what is unknown.

    Without a name for it nothing is looked up that only a message would say.
    """

    terms: Vocabularies
    vocabularies: tuple[str, ...]
    trouble: str
    severity: Severity = "block"

    def __call__(self, cell: Cell) -> object:
        text = as_text(cell)
        if not text or not text.strip("-–. 0"):
            return None  # a formula that copies an empty cell gives 0
        for attempt in attempts(text):
            for vocabulary in self.vocabularies:
                if term := self.terms.find(vocabulary, attempt):
                    return term.code
        if code := self._in_any_order(text):
            return code
        if not self.trouble:  # nobody is told
            return Trouble("")
        near = [t for v in self.vocabularies for t in self.terms.nearest(v, text)]
        labels = ", ".join(term.label_vi for term in near[:3])
        values: dict[str, object] = {"value": text, "nearest": labels}
        return Trouble(self.trouble, self.severity, values)

    def _in_any_order(self, text: str) -> str | None:
        """«An ninh, quốc phòng» is «Quốc phòng - an ninh»: the same words, each as often."""
        words = words_of(text)
        spelt = words_of(" ".join(_SHORT.get(word, word) for word in words))
        said = {one for one in (words, spelt) if len(one) > 1}
        found = {
            code
            for vocabulary in self.vocabularies
            for one in said
            for code in self.terms.in_any_order(vocabulary, one)
        }
        return found.pop() if len(found) == 1 else None


@lru_cache(maxsize=1024)
def attempts(text: str) -> tuple[str, ...]:
    """The text, then plainer: no punctuation, abbreviations spelt, what it is «of» dropped."""
    plain = _SIGNS.sub(" ", fold(text)).strip()
    spelt = " ".join(_SHORT.get(word, word) for word in plain.split())
    ways = [text, plain, plain.replace(" ", ""), spelt, _ABOUT.sub("", spelt)]
    what, *of = _OF.split(plain, 1)
    return tuple(dict.fromkeys([*ways, what] if of else ways))


_SIGNS = pattern(r"[^\w&]+")
_ABOUT = pattern(
    r"^(?:linh vuc|ve|de nghi|tang|danh hieu|hinh thuc|khen thuong|hoi nghi"
    r"|phat trien|pt|xay dung|dang ky)\s+"
)
_OF = pattern(r"\s+(?:cua|do|ct|chu tich|ubnd|cap)\s+")
_SHORT = {
    "qp": "quoc phong", "an": "an ninh", "vh": "van hoa", "xh": "xa hoi", "kt": "kinh te",
    "xd": "xay dung", "pt": "phat trien", "ktxh": "kinh te xa hoi", "gk": "giay khen",
    "bk": "bang khen", "ldtt": "lao dong tien tien", "cstd": "chien si thi dua",
    "sy": "si",
}  # fmt: skip


@dataclass(frozen=True)
class Forms(CodeReader):
    """Reads a form or title; the text of one that begins with a known sort becomes a term."""

    def __call__(self, cell: Cell) -> object:
        text = as_text(cell)
        if not text:
            return super().__call__(cell)
        sort = read_award(text).sort
        found = super().__call__(sort)
        if not isinstance(found, Trouble):
            return self._not_narrower(sort, found)
        return sort if new_award(text) else found

    def _not_narrower(self, sort: str, found: object) -> object:
        """«Kỷ niệm chương Vì sự nghiệp dân vận» is not any «Kỷ niệm chương»."""
        ways = (sort, _ABOUT.sub("", fold(sort)))  # «Danh hiệu Gia đình văn hóa» is the title
        known = any(self.terms.find(name, way) for name in self.vocabularies for way in ways)
        return found if known or not new_award(sort) else sort


@dataclass(frozen=True)
class Statuses(CodeReader):
    """Reads the status of a registration; a model may also have «Dừng»: code `stopped`."""

    def __call__(self, cell: Cell) -> object:
        found = super().__call__(cell)
        if not isinstance(found, Trouble):
            return found
        text = as_text(cell) or ""
        term = self.terms.find("model_milestone", text)
        return "stopped" if term and term.code == "stopped" else _state_in(text) or found


def _state_in(text: str) -> str | None:
    """«ĐK mới», «Tiếp tục thực hiện»: the state by the words that headings say it with."""
    said = parse(text)
    states = {_STATES[part] for part in said.parts if part in _STATES}
    return states.pop() if len(states) == 1 and not said.open and not said.other else None


_STATES = {"NEW": "new", "KEEP": "continued", "STOPPED": "stopped"}


_KIND_IN = pattern(r"\b(?:(tap the|taptho|tapthe)|(ca nhan|canhan)|(ho gia dinh|hogiadinh))\b")


@dataclass(frozen=True)
class Kinds:
    """Reads a kind; «Khen thưởng cá nhân» is an individual."""

    terms: Vocabularies

    def __call__(self, cell: Cell) -> object:
        text = as_text(cell)
        if not text or not text.strip("-–. "):
            return None
        if term := self.terms.find("kind", text):
            return term.code
        if kind := kind_in(text) or short_kind(text):
            return kind
        return Trouble("unknown_kind", values={"value": text})


_SHORT_KINDS = {"collective": "tt|t the|tap t|tthe", "individual": "cn|c nhan|ca n|cnhan",
                "household": "hgd|ho gd|ho g dinh|h gd|h g d|gd|ho"}  # fmt: skip


def short_kind(text: str) -> str | None:
    """«C.nhân», «T.thể», «Hộ GĐ»: the kind that a cell of nothing else means."""
    words = re.findall(r"\w+", fold(text))
    plain = {" ".join(words), "".join(words)}
    return next((k for k, ways in _SHORT_KINDS.items() if plain & set(ways.split("|"))), None)


def kind_in(text: str) -> str | None:
    """The one kind that a text names, or None where it names none or several."""
    kinds = ("collective", "individual", "household")
    found = {
        kinds[match.lastindex - 1] for match in _KIND_IN.finditer(fold(text)) if match.lastindex
    }
    return found.pop() if len(found) == 1 else None


_YES = {"co", "x", "yes", "dung", "1"}
_NO = {"khong", "no", "0", "sai"}


def as_yes_or_no(cell: Cell) -> object:
    """True or False for «Có» or «Không», None for an empty cell."""
    text = as_text(cell)
    if text is None or not text.strip("-–. "):
        return None
    plain = fold(text)
    known = plain in _YES or plain in _NO
    return plain in _YES if known else Trouble("bad_mark", values={"value": text})


_MARKED = {"x", "X", "✓", "✔", "√", "v", "V", "1", "có", "co", "*", "+", "●", "•", "ü", "þ", "yes",
           "☑", "☒", "■"}  # fmt: skip
_ONLY_MARKED = frozenset(_MARKED - {"1", "có", "co"})
_UNMARKED = {"0", "-", "–", "☐", "□", "¨"}  # the last is an empty box in Wingdings


# «45/QĐ-UBND ngày 04/10/2023» under «Giấy khen» marks it as an x does.
_DECISION_MARK = pattern(
    r"(?:(?:quyết định|qđ)\s*)?(?:số\s*:?\s*)?\d+[\w.]*\s*[/-]\s*(?:qđ|nq|kt)\b.*", re.IGNORECASE
)


def names_decision(text: str) -> bool:
    """Whether a cell is a decision by its number, with or without its day."""
    return bool(_DECISION_MARK.fullmatch(text.strip()))


def as_mark(cell: Cell) -> object:
    """True for an x, a tick or a decision, None for an empty cell."""
    text = as_text(cell)
    if text is None or text in _UNMARKED:
        return None
    return (
        True
        if text in _MARKED or text.lower() in _MARKED or names_decision(text)
        else Trouble("bad_mark", values={"value": text})
    )


def says_something(cell: Cell) -> bool:
    """Whether a cell is filled, and with no «-» or empty box."""
    return bool(as_text(cell)) and as_mark(cell) is not None


def is_mark(text: str) -> bool:
    """Whether a text can only be an x or a tick: «1» and «có» may be more."""
    return text.strip() in _ONLY_MARKED

"""Section rows («I. TẬP THỂ», «Xã Cẩm Duệ») and what they give to the rows below."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from emulation_cli.domain.awards import read_award
from emulation_cli.domain.offices.units import Unit
from emulation_cli.domain.patterns import pattern
from emulation_cli.domain.text import clean, fold
from emulation_cli.intake.cells.cell_values import is_year
from emulation_cli.intake.cells.coded_values import CodeReader
from emulation_cli.intake.cells.joint_texts import number_and_date
from emulation_cli.intake.cells.unit_cells import Ambiguous, Places, is_within
from emulation_cli.intake.headings.heading_grammar import parse
from emulation_cli.intake.headings.rounds import Round, round_in
from emulation_cli.intake.model import Lookup

MARK = pattern(
    r"^\s*(?:(?:phần|mục|chương)\s+)?((?:[IVXLC]+|[A-HĐ]|\d{1,2}(?:\.\d{1,2})*"
    r"|[a-hđ])\s*[.)/:–-]|[IVX]+(?=\s)|[-+*•])\s*",
    re.IGNORECASE,
)
# What stands before the name of a unit: «Đơn vị: …», «Đơn vị báo cáo: …».
LABEL = pattern(
    r"^[^:]{0,40}\b(?:đơn vị|cơ quan|xã|phường|thị trấn|unit)[^:]{0,20}:\s*", re.IGNORECASE
)
ROMAN = pattern(r"^\(?(?:[IVXLC]{1,7}|[A-HĐ]|[a-eđ])\s*[.)/:]*$")
_COUNTED = pattern(
    r"\s*(?:[:(\[–-]|gồm|có)\s*\d[\d.]*\s*(?:tập thể|cá nhân|hộ gia đình|hộ"
    r"|điển hình|mô hình|người|đơn vị|đ/c|đồng chí)?\s*[)\]]?\s*[.:;]*$",
    re.IGNORECASE,
)
_KIND = pattern(
    r"^(?:(?:cac|danh sach|doi voi|ve|khoi|dien hinh|guong|doi tuong|loai|nhom|phan"
    r"|khen thuong|bieu duong|ton vinh|vinh danh|mo hinh) )*"
    r"(?:(?P<collective>tap the)|(?P<individual>ca nhan)|(?P<household>ho gia dinh|ho|gia dinh))"
    r"(?: (?:dien hinh|tieu bieu|tien tien|xuat sac|duoc|co|dang ky|trong|dat|la"
    r"|guong|nguoi|khen|de nghi|lao dong).*)?$"
)
_UNIT_WORD = pattern(
    r"^(?:xa|x\.|phuong|p\.|thi tran|tt\.?|thi xa|huyen|ubnd|uy ban|dang uy|truong"
    r"|phong|hoi|cong an|doan|huyen doan"
    r"|trung tam|chi cuc|co quan|don vi|ban|van phong|lien doan|mttq|uy ban mttq"
    r"|benh vien|cong ty|htx|hop tac xa)\b"
)
# The coded values that sections of each register give, and their vocabularies.
_CODED: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "honours": {"form": ("form", "title"), "act": ("act",)},
    "models": {"status": ("registration_status",)},
    "exemplars": {"stage": ("exemplar_milestone",)},
}
_DISCIPLINE = pattern(r"(?:bộ\s+)?môn(?:\s+thi|\s+học)?\s*[:.–-]?\s*(\S.*)", re.IGNORECASE)
_OF_PEOPLE = frozenset({"WHOM", "PERSON", "EXEMPLAR", "AWARD", "HONOUR", "GOT"})
_OUTSIDE = pattern(r"(?:ngoai|khac|cac (?:don vi|dia phuong|truong hop) khac|don vi khac)\b")
_DECISION = pattern(r"^(?:theo |kem theo )?(?:quyet dinh|qd)\b")
_AROUND = pattern(
    r"^(?:(?:cac|nhung|danh sach|mo hinh|dan van kheo|dien hinh|tien tien|duoc|da|ca nhan"
    r"|tap the)\s+)+"
    r"|\s+(?:trong\s+)?nam \d{4}$|\s+moi$"
)


class Context(NamedTuple):
    """What the sections above a row give it; `unknown_unit` is its row and the name not found;
    `within` those of a body, «Chi bộ Trường …», that is read as its unit.
    """

    kind: str | None = None
    kind_text: str = ""
    unit: Unit | Ambiguous | None = None
    unknown_unit: tuple[int, str] | None = None
    within: tuple[int, str] | None = None
    field: str | None = None
    form: str | None = None
    form_text: str | None = None
    act: str | None = None
    status: str | None = None
    recognised: str | None = None
    stage: str | None = None
    decision: tuple[str, str | None] | None = None
    year: int | None = None
    round: Round | None = None
    discipline: str | None = None
    order: tuple[str, ...] = ()


def plain_text(text: str) -> str:
    """A section's text without its mark and its count: «I. TẬP THỂ (24)» is TẬP THỂ."""
    core = _COUNTED.sub("", MARK.sub("", clean(text), count=1)).strip(" .:;-–*")
    return LABEL.sub("", core, count=1)


class Sections:
    """Reads section texts of one table."""

    def __init__(self, lookup: Lookup, register: str | None, has_unit: bool) -> None:
        self._lookup = lookup
        self._places = Places(lookup.units)
        self._register = register
        self._field = "model_field" if register == "models" else "exemplar_field"
        acts = lookup.terms.of("act") if register == "honours" else ()
        self._acts = {
            fold(name): term.code for term in acts for name in (term.label_vi, *term.other_names)
        }
        self._has_unit = has_unit

    def gives(self, text: str) -> dict[str, object]:
        """What a text gives if it is a section: kind, year, unit, form, field …; else nothing."""
        core = plain_text(text)
        if kind := _kind_of(core):
            return {"kind": kind, "kind_text": clean(text)} | self._said_beside(core)
        year = re.fullmatch(r"(?:nam )?(\d{4})", fold(core))
        if year and is_year(int(year[1])):
            return {"year": int(year[1])}
        if unit := self._places.find(core):
            return {"unit": unit}
        return (_of_awards(core) if self._register == "honours" else {}) or self._coded(core)

    def _coded(self, core: str) -> dict[str, object]:
        """A coded value of the register's own: «Mô hình duy trì», «Bằng khen của UBND tỉnh»."""
        plain = re.sub(r"[^\w ]+", " ", fold(core))
        plain = _AROUND.sub("", " ".join(plain.split()))
        if self._register == "honours" and _DECISION.match(plain):
            number, day = number_and_date(core)
            return {"decision": (number, day)} if number else {}
        for dimension, vocabularies in _CODED.get(self._register or "", {}).items():
            read = CodeReader(self._lookup.terms, vocabularies, "")
            award = read_award(core) if dimension == "form" else None
            ways = (core, plain, award.sort) if award else (core, plain)
            code = next((c for c in map(read, ways) if isinstance(c, str)), None)
            if code and award and any((award.years, award.body, award.form_class)):
                return {"form": code, "form_text": core}
            if code:
                return {dimension: code}
        term = self._lookup.terms.find(
            self._field, re.sub(r"(?i)^(?:về |trong )?lĩnh vực\s*:?\s*", "", core)
        )
        if term:
            return {"field": term.code if self._field == "model_field" else term.label_vi}
        return {}

    def _said_beside(self, core: str) -> dict[str, object]:
        """«Cá nhân được biểu dương»: the act that a section of one kind names as well."""
        named = [name for name in self._acts if re.search(rf"\b{name}\b", fold(core))]
        acts = {self._acts[name] for name in named}
        return {"act": acts.pop()} if len(acts) == 1 else {}

    def looks_like_unit(self, text: str) -> bool:
        return not self._has_unit and bool(_UNIT_WORD.match(fold(plain_text(text))))

    def enter(self, context: Context, text: str, row: int) -> Context:
        """The context below a section row; a higher section ends the lower ones."""
        given = self.gives(text)
        if not given:
            if context.unit and _OUTSIDE.match(fold(plain_text(text))):
                given = {"unit": None}  # «Ngoài huyện» ends the unit above it
            elif self.looks_like_unit(text) or context.unit or context.unknown_unit:
                given = {"unknown_unit": (row, plain_text(text))}
            else:
                return context
        given_of = ["unit" if "unknown_unit" in given else next(iter(given))]
        if is_within(plain_text(text), given.get("unit")):
            given["within"] = (row, plain_text(text))
        given_of += ["act"] if "act" in given and given_of != ["act"] else []
        order = context.order
        kept = order[: order.index(given_of[0])] if given_of[0] in order else order
        values = {name: getattr(context, name) for name in kept}
        if "kind" in kept:
            values["kind_text"] = context.kind_text
        if "form" in kept:
            values["form_text"] = context.form_text
        if "unit" in kept:
            values |= {"unknown_unit": context.unknown_unit, "within": context.within}
        return Context(**{**values, **given}, order=(*kept, *given_of))


def _heading_round(core: str) -> Round | None:
    """«Đợt 19/5: 12 đồng chí»; a round that is only named within a text heads nothing."""
    return round_in(core) if fold(core).startswith("dot ") else None


def _of_awards(core: str) -> dict[str, object]:
    """«Đợt 19/5: 12 đồng chí», «Môn: Toán»: when or in what the rows below were honoured."""
    if found := _DISCIPLINE.fullmatch(core):
        return {"discipline": found[1]}
    day = round_in(core) if fold(core).startswith("dot ") else None
    return {"round": day} if day else {}


def _kind_of(core: str) -> str | None:
    plain = re.sub(r"[^\w ]+", " ", fold(core)).strip()
    if match := _KIND.match(" ".join(plain.split())):
        return match.lastgroup
    said = parse(core)  # «ĐẢNG VIÊN», «CÁN BỘ, GIÁO VIÊN TIÊU BIỂU»
    return "individual" if "WHOM" in said.parts <= _OF_PEOPLE and not said.open else None

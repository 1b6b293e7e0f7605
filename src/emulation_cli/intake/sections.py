"""Section rows («I. TẬP THỂ», «Xã Cẩm Duệ») and what they give to the rows below."""

import re
from dataclasses import dataclass

from emulation_cli.domain.text import clean, fold
from emulation_cli.domain.units import Unit
from emulation_cli.intake.cells import is_year
from emulation_cli.intake.model import Lookup
from emulation_cli.intake.places import Ambiguous, Places

MARK = re.compile(
    r"^\s*(?:(?:phần|mục|chương)\s+)?((?:[IVXLC]+|[A-HĐ]|\d{1,2}(?:\.\d{1,2})*"
    r"|[a-hđ])\s*[.)/:–-]|[IVX]+(?=\s)|[-+*•])\s*",
    re.IGNORECASE,
)
ROMAN = re.compile(r"^\(?(?:[IVXLC]{1,7}|[A-HĐ]|[a-eđ])\s*[.)/:]*$")
_COUNTED = re.compile(
    r"\s*(?:[:(\[–-]|gồm|có)\s*\d[\d.]*\s*(?:tập thể|cá nhân|hộ gia đình|hộ"
    r"|điển hình|mô hình|người|đơn vị|đ/c|đồng chí)?\s*[)\]]?\s*[.:;]*$",
    re.IGNORECASE,
)
_KIND = re.compile(
    r"^(?:(?:cac|danh sach|doi voi|ve|khoi|dien hinh|guong|doi tuong|loai|nhom|phan"
    r"|khen thuong|bieu duong|ton vinh|vinh danh|mo hinh) )*"
    r"(?:(?P<collective>tap the)|(?P<individual>ca nhan)|(?P<household>ho gia dinh|ho|gia dinh))"
    r"(?: (?:dien hinh|tieu bieu|tien tien|xuat sac|duoc|co|dang ky|trong|dat|la"
    r"|guong|nguoi|khen|de nghi|lao dong).*)?$"
)
_UNIT_WORD = re.compile(
    r"^(?:xa|x\.|phuong|p\.|thi tran|tt\.?|thi xa|huyen|ubnd|uy ban|dang uy|truong"
    r"|phong|hoi|cong an|doan|huyen doan"
    r"|trung tam|chi cuc|co quan|don vi|ban|van phong|lien doan|mttq|uy ban mttq"
    r"|benh vien|cong ty|htx|hop tac xa)\b"
)


@dataclass(frozen=True)
class Context:
    """What the sections above a row give it; `unknown_unit` is its row and the name not found."""

    kind: str | None = None
    kind_text: str = ""
    unit: Unit | Ambiguous | None = None
    unknown_unit: tuple[int, str] | None = None
    field: str | None = None
    form: str | None = None
    year: int | None = None
    order: tuple[str, ...] = ()


def plain_text(text: str) -> str:
    """A section's text without its mark and its count: «I. TẬP THỂ (24)» is TẬP THỂ."""
    return _COUNTED.sub("", MARK.sub("", clean(text), count=1)).strip(" .:;-–*")


class Sections:
    """Reads section texts of one table."""

    def __init__(self, lookup: Lookup, register: str | None, has_unit: bool) -> None:
        self._lookup = lookup
        self._places = Places(lookup.units)
        self._field = "model_field" if register == "models" else "exemplar_field"
        self._has_unit = has_unit

    def gives(self, text: str) -> dict[str, object]:
        """What a text gives if it is a section: kind, year, unit, form or field; else nothing."""
        core = plain_text(text)
        if kind := _kind_of(core):
            return {"kind": kind, "kind_text": clean(text)}
        year = re.fullmatch(r"(?:nam )?(\d{4})", fold(core))
        if year and is_year(int(year[1])):
            return {"year": int(year[1])}
        if unit := self._places.find(core):
            return {"unit": unit}
        for vocabulary in ("form", "title"):
            if term := self._lookup.terms.find(vocabulary, core):
                return {"form": term.code}
        if term := self._lookup.terms.find(
            self._field, re.sub(r"(?i)^(?:về |trong )?lĩnh vực\s*:?\s*", "", core)
        ):
            return {"field": term.code if self._field == "model_field" else term.label_vi}
        return {}

    def looks_like_unit(self, text: str) -> bool:
        return not self._has_unit and bool(_UNIT_WORD.match(fold(plain_text(text))))

    def enter(self, context: Context, text: str, row: int) -> Context:
        """The context below a section row; a higher section ends the lower ones."""
        given = self.gives(text)
        if not given:
            if self.looks_like_unit(text) or context.unit or context.unknown_unit:
                given = {"unknown_unit": (row, plain_text(text))}
            else:
                return context
        dimension = "unit" if "unknown_unit" in given else next(iter(given))
        order = context.order
        kept = order[: order.index(dimension)] if dimension in order else order
        values = {name: getattr(context, name) for name in kept}
        if "kind" in kept:
            values["kind_text"] = context.kind_text
        if "unit" in kept:
            values["unknown_unit"] = context.unknown_unit
        return Context(**{**values, **given}, order=(*kept, dimension))


def _kind_of(core: str) -> str | None:
    plain = re.sub(r"[^\w ]+", " ", fold(core)).strip()
    match = _KIND.match(" ".join(plain.split()))
    return match.lastgroup if match else None

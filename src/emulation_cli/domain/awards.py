"""What the text of a form or title says beside its sort: class, body, level, system, years.

«Huân chương Lao động hạng Nhất», «Bằng khen của Bộ Nội vụ», «Huy hiệu 40 năm tuổi Đảng». State
statistics count by these (DOMAIN section 6), so none of them belongs into the name of a form.
"""

import re
from functools import lru_cache
from typing import Any, NamedTuple

from emulation_cli.domain.patterns import pattern
from emulation_cli.domain.text import clean, fold, name_order


class Award(NamedTuple):
    """A form or title read apart. `sort` is the text without what the other parts say."""

    sort: str
    form_class: str | None = None  # a code of the vocabulary `class`
    body: str | None = None  # as written
    level: str | None = None
    system: str | None = None
    years: int | None = None  # of membership, on a badge of the Party


# «Kỷ niệm chương “Vì sự nghiệp giáo dục”» is the same without them.
_QUOTES = pattern(r"[“”\"«»]")


@lru_cache(maxsize=4096)
def read_award(text: str) -> Award:
    """The parts of a form or title as it is written in a list, a decision or a title."""
    rest, form_class = _cut_class(clean(_QUOTES.sub(" ", text)))
    rest, years = _cut_years(rest)
    sort, body = _cut_body(rest)
    said = body or sort
    return Award(
        sort,
        form_class,
        body,
        level_of(body) if body else _own_level(sort),
        "party" if years else system_of(said) if body else None,
        years,
    )


# A form that begins so is one though no vocabulary has it yet; the second are titles (DESIGN 4).
_FORMS = (
    "huan chuong", "huy chuong", "huy hieu", "ky niem chuong", "bang khen", "giay khen", "thu khen",
    "giai",
)  # fmt: skip
_TITLES = ("co", "danh hieu")
# «Cô Hoàng Thị Quân» is no flag, with marks or without.
_FLAG = pattern(r"cờ\b|co(?:$| (?:thi dua|luan luu|truyen thong|don vi|dan dau)\b)", re.IGNORECASE)


def new_award(text: str) -> tuple[str, str] | None:
    """The vocabulary and the label that a form becomes which none has; None for no known sort."""
    sort = read_award(text).sort
    folded = fold(sort)
    for vocabulary, beginnings in (("form", _FORMS), ("title", _TITLES)):
        begins = any(folded == word or folded.startswith(f"{word} ") for word in beginnings)
        if begins and (folded[:3].strip() != "co" or _FLAG.match(sort)):
            return vocabulary, sort[:1].upper() + sort[1:]
    return None


_CLASSES = {
    "first": "nhat|i|1|mot", "second": "nhi|ii|2|hai", "third": "ba|iii|3", "special": "dac biet",
}  # fmt: skip
_CLASS = pattern(
    r"[\s,(-]*\bhạng\s+(?:thứ\s+)?(đặc biệt|nhất|nhì|ba|một|hai|i{1,3}|[123])\b\)?", re.IGNORECASE
)


def _cut_class(text: str) -> tuple[str, str | None]:
    found = _CLASS.search(text)
    if not found:
        return text, None
    word = fold(found[1])
    code = next(code for code, words in _CLASSES.items() if word in words.split("|"))
    return clean(text[: found.start()] + text[found.end() :]), code


_YEARS = pattern(r"\bhuy hiệu\b.*?(\d{2})\s*năm\b.*", re.IGNORECASE)
_YEARS_BEHIND = pattern(r"\bhuy hiệu đảng\b\D*(\d{2})\b.*", re.IGNORECASE)


def _cut_years(text: str) -> tuple[str, int | None]:
    found = _YEARS.search(text) or _YEARS_BEHIND.search(text)
    return ("Huy hiệu Đảng", int(found[1])) if found else (text, None)


# Sorts that a body gives in its own name; of orders and medals there is one giver.
_GIVEN = (
    "bang khen", "giay khen", "thu khen", "co thi dua", "co", "ky niem chuong", "bieu trung",
    "bang ghi cong", "giay chung nhan", "bang vang",
)  # fmt: skip
# Words with which a body begins.
_BODIES = (
    "ubnd", "uy ban", "chu tich", "ct", "bo", "ban", "so", "hoi", "doan", "lien doan", "cong doan",
    "mat tran", "mttq", "ubmttq", "thu tuong", "chinh phu", "nha nuoc", "quoc hoi", "trung uong",
    "tw", "tinh", "huyen", "thanh", "thi", "quan", "xa", "phuong", "dang", "giam doc",
    "hieu truong", "truong", "bo truong", "tong", "cong ty", "tap doan", "cuc", "vu", "vien",
    "hoc vien", "dai hoc", "toa an", "vien kiem sat", "kho bac", "cong an", "quan khu",
    "quan doan", "bo doi", "hdnd", "hoi dong", "thuong truc", "phong", "cap", "benh vien",
)  # fmt: skip
_OF = pattern(r"^(?:do|của)\s+", re.IGNORECASE)


def _cut_body(text: str) -> tuple[str, str | None]:
    """«Bằng khen của Bộ Nội vụ» and «Giấy khen Huyện đoàn» name their body behind the sort."""
    folded = fold(text)
    sort = next((s for s in _GIVEN if folded == s or folded.startswith(f"{s} ")), None)
    if sort is None:
        return text, None
    words = text.split()
    length = len(sort.split())
    rest = " ".join(words[length:])
    body = _OF.sub("", rest).strip(" ,.;:()")
    named = body != rest or _begins_body(fold(body))
    return (" ".join(words[:length]), body) if body and named else (text, None)


def _begins_body(folded: str) -> bool:
    return any(folded == word or folded.startswith(f"{word} ") for word in _BODIES)


def _any_of(words: str) -> re.Pattern[str]:
    return pattern(rf"\b(?:{'|'.join(words.split(', '))})\b")


# In this order: «UBND xã A, huyện B» is of the commune, «Bộ Chỉ huy Quân sự tỉnh» of the province.
_LEVELS = {
    "state": "thu tuong, chinh phu, chu tich nuoc, nha nuoc, quoc hoi",
    "ministry": "bo truong, trung uong, tw, tong lien doan, tong cuc, quan khu, tap doan, cap bo, "
    "bo (?!chi huy|doi|phan).*, nhan dan toi cao",
    "grassroots": "(?<!thi )xa, phuong, thi tran, thon, truong, hieu truong, cong ty, chi bo, "
    "dang uy, co so",
    "district": "huyen, quan(?! su| doi| khu| doan| nhan), thi xa, thi uy, huyen uy, quan uy, "
    "huyen doan, thi doan",
    "province": "tinh, thanh pho, thanh uy, tinh uy, tinh doan, thanh doan, so, cuc",
}
_LEVEL_PATTERNS = tuple((code, _any_of(words)) for code, words in _LEVELS.items())


def level_of(body: str) -> str | None:
    """The level of a body by its words; None where they do not tell («Ban Dân vận»)."""
    folded = fold(body)
    return next((code for code, pattern in _LEVEL_PATTERNS if pattern.search(folded)), None)


# In this order: a committee of the Party is no office of the State.
_SYSTEMS = {
    "party": "tinh uy, thanh uy, huyen uy, thi uy, quan uy, dang uy, chi bo, dang bo, chi uy, "
    "ban dan van, ban tuyen giao, ban to chuc, uy ban kiem tra, ban noi chinh, khoi dan van, "
    "trung uong dang, ban chap hanh dang",
    "front": "mat tran, mttq, ubmttq, lien doan lao dong, ldld, cong doan, hoi, doan, tinh doan, "
    "huyen doan, thanh doan, thi doan",
    "enterprise": "cong ty, tong cong ty, tap doan, hop tac xa, htx, doanh nghiep",
    "state": "ubnd, uy ban nhan dan, chu tich, bo, bo truong, so, thu tuong, chinh phu, nha nuoc, "
    "quoc hoi, hdnd, hoi dong nhan dan, cuc, cong an, quan khu, bo chi huy, hieu truong, truong, "
    "giam doc, phong, toa an, vien kiem sat, kho bac",
}
_SYSTEM_PATTERNS = tuple((code, _any_of(words)) for code, words in _SYSTEMS.items())
_PEOPLES = pattern(r"\bhoi dong\b")  # «Hội đồng» is no «Hội»


def system_of(body: str) -> str | None:
    """State, Party, Front and unions or enterprise, by the words of a body; None where unclear."""
    folded = _PEOPLES.sub("hdnd", fold(body))
    return next((code for code, pattern in _SYSTEM_PATTERNS if pattern.search(folded)), None)


_OWN_LEVELS = (
    ("grassroots", pattern(r"\bco so\b")),
    ("province", pattern(r"\bcap tinh\b")),
    ("ministry", pattern(r"\bcap bo\b")),
    ("state", pattern(r"\b(toan quoc|chinh phu|huan chuong|huy chuong|anh hung)\b")),
)


def _own_level(sort: str) -> str | None:
    """The level that a title has by its name: «Chiến sĩ thi đua toàn quốc»."""
    folded = fold(sort)
    return next((code for code, pattern in _OWN_LEVELS if pattern.search(folded)), None)


_KINDS_IN_ORDER = ("collective", "individual", "household")


def order_of_recipient(kind: str | None, name: str) -> tuple[int, Any]:
    """Where one stands in lists of those honoured, and so in the book: by kind, then by name."""
    places = dict(zip(_KINDS_IN_ORDER, range(len(_KINDS_IN_ORDER)), strict=True))
    return places.get(kind or "", len(places)), name_order(kind, name)

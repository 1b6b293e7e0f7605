"""What the rows above a header say of the whole list: a decision, counts, a year, a kind."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from emulation_cli.domain.errors import Usage
from emulation_cli.domain.patterns import pattern
from emulation_cli.domain.terms import Vocabularies
from emulation_cli.domain.text import clean, fold
from emulation_cli.domain.times.partial_date import PartialDate
from emulation_cli.intake.cells.coded_values import kind_in
from emulation_cli.intake.cells.joint_texts import decision_number
from emulation_cli.intake.headings.rounds import round_of_titles
from emulation_cli.intake.headings.years_in_headings import year_of

_DECISION = pattern(
    r"(?:(?:quyết định|quyet dinh|qđ)\s*(?:số|so)?\s*[:.]?\s*"
    r"|\bsố\s*[:.]?\s*(?=\d+[\w.]*\s*[/-]\s*QĐ))"
    r"(?P<number>\d+[\w.]*\s*[/-]\s*[^\s,;)]+)",
    re.IGNORECASE,
)
_DAY = pattern(
    r"ng[àa]y\s+(?:ký|ban\s+hành)?\s*:?\s*(\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}"
    r"|\d{1,2}\s+th[áa]ng\s+\d{1,2}\s+n[ăa]m\s+\d{4})",
    re.IGNORECASE,
)
_BODY = pattern(r"\bcủa\s+(?:đồng chí\s+)?([^();]+)", re.IGNORECASE)
# «năm 2023», «tháng 3/2023», «quý I/2023», and a year that a title ends with.
_YEARS = pattern(
    r"(?:\b(?:năm|nam)\s*:?\s*|\b(?:tháng|quý)\s+\w{1,3}\s*[/-]\s*|(?<=[^\W\d]\s)(?=\d{4}\W*$))"
    r"((?:19|20)\d\d)(?!\s*[-–]\s*\d)",
    re.IGNORECASE,
)
_COUNT = pattern(
    r"(?<![\d/.-])(\d{1,3}(?:\.\d{3})*|\d{1,6})\s+(t[ậa]p th[ểe]|c[áa] nh[âa]n"
    r"|h[ộo] gia [đd][ìi]nh|hộ|[đd]i[ểe]n h[ìi]nh|m[ôo] h[ìi]nh|h[ộo]i ngh[ịi]|người|nguoi)\b"
    r"(?!\s*(?:trở|/))(\s*(?:,|/|và|va)\s*(?:t[ậa]p th[ểe]|c[áa] nh[âa]n|h[ộo]\b))?",
    re.IGNORECASE,
)
_KINDS = {
    "tap the": "collective", "ca nhan": "individual", "nguoi": "individual",
    "ho gia dinh": "household", "ho": "household",
}  # fmt: skip
# «Hội đồng Thi đua - Khen thưởng» is the body, not the act.
_BODIES = pattern(r"thi dua\s*[,-]?\s*(?:va\s+)?khen thuong")
_ACTS = (
    ("honour", pattern(r"\b(?:vinh danh|ton vinh)\b")),
    ("praise", pattern(r"\b(?:bieu duong|tuyen duong)\b")),
    (
        "commend",
        pattern(
            r"\b(?:khen thuong|giay khen|bang khen|(?:tang|nhan|trao) (?:thuong |cac )?"
            r"(?:co thi dua|huy hieu|huy chuong|huan chuong|ky niem chuong|danh hieu))\b"
        ),
    ),
)
_LISTS = pattern(
    r"^(?:danh sach|trich ngang|bieu|bang|so theo doi|so dang ky|tong hop|thong ke|phu luc|cac )"
)


@dataclass(frozen=True)
class Titles:
    """The texts above a header, and what they say.

    `years` are several that leave the year open; `round` is the day of all that is listed,
    `submitted` that of the paper with which proposals were handed up.
    """

    texts: tuple[str, ...]
    act: str | None = None
    kind: str | None = None
    year: int | None = None
    stage: str | None = None
    status: str | None = None
    proposed: bool = False
    submitted: str | None = None
    number: str | None = None
    date: str | None = None
    body: str | None = None
    stated: Mapping[str, tuple[int, str]] = field(default_factory=dict)
    years: tuple[int, ...] = ()
    school_year: int | None = None
    round: str | None = None


def is_title(text: str) -> bool:
    """Whether a text names a list, «DANH SÁCH …», or the decision that one is annexed to."""
    return bool(_LISTS.match(fold(text)) or _DECISION.search(text))


def read_titles(texts: Sequence[str], sheet_name: str) -> Titles:
    """The facts in the title rows; `stated` maps a kind (or «total») to a count and its text."""
    texts = _whole(tuple(map(clean, texts)))
    number, day, body = _decision(texts)
    years = _years(texts)
    year = years[0] if len(years) == 1 else None if years else year_of([sheet_name])
    return Titles(
        texts,
        _act(texts), _kind((*texts, sheet_name)),
        year,
        _stage(texts), _status(texts), _proposed(texts) or (_is_submitted(texts) and not number),
        _submitted(texts),
        number, day, body,
        stated_in(texts),
        years if len(years) > 1 else (), _school_year(texts), round_of_titles(texts, year),
    )  # fmt: skip


def _whole(texts: tuple[str, ...]) -> tuple[str, ...]:
    """«DANH SÁCH» on a line of its own belongs to the line below it."""
    done: list[str] = []
    for text in texts:
        bare = done and _BARE.fullmatch(fold(done[-1]))
        done[-1:] = [f"{done[-1]} {text}"] if bare else [*done[-1:], text]
    return tuple(done)


def _decision(texts: Sequence[str]) -> tuple[str | None, str | None, str | None]:
    """The decision that the titles name; a letterhead may name its number alone."""
    whole = " ".join(texts)
    found = [(match, _DAY.search(whole[match.end() :][:80])) for match in _DECISION.finditer(whole)]
    if not found:
        return None, None, None
    same = [
        one
        for one in found
        if decision_number(one[0]["number"]) == decision_number(found[0][0]["number"])
    ]
    match, day = next((one for one in same if one[1]), found[0])
    rest = whole[match.end() :]
    body = _BODY.search(rest[:200])
    issuer = clean(body[1]).strip(" .,)") if body else None
    return decision_number(match["number"]), _iso(day[1]) if day else None, issuer


def _iso(text: str) -> str | None:
    try:
        return PartialDate.parse(text).iso
    except Usage:
        return None


def _act(texts: Sequence[str]) -> str | None:
    for text in texts:
        plain = _BODIES.sub(" ", fold(text))
        if _LISTS.match(plain) or "duoc" in plain:
            for act, pattern in _ACTS:
                if pattern.search(plain):
                    return act
    return None


def _kind(texts: Sequence[str]) -> str | None:
    """The only kind that the titles name: «DANH SÁCH CÁ NHÂN ĐIỂN HÌNH …»."""
    named = {kind_in(text) for text in texts} - {None}
    several = any(
        kind_in(text) is None and len(set(_KIND_WORDS.findall(fold(text)))) > 1 for text in texts
    )
    return named.pop() if len(named) == 1 and not several else None


def _stage(texts: Sequence[str]) -> str | None:
    """The one stage that the titles name; «phát hiện, bồi dưỡng, nhân rộng» names none."""
    plain = fold(" ".join(texts))
    found = [stage for stage, words in _STAGES.items() if re.search(rf"\b{words}\b", plain)]
    return found[0] if len(found) == 1 else None


_STAGES = {"discovered": "phat hien", "fostered": "boi duong", "multiplied": "nhan rong"}


def _status(texts: Sequence[str]) -> str | None:
    """«MÔ HÌNH ĐĂNG KÝ MỚI», «MÔ HÌNH TIẾP TỤC DUY TRÌ», where the titles name one of them."""
    plain = fold(" ".join(texts))
    new, continued = "dang ky moi" in plain, bool(re.search(r"\bduy tri\b", plain))
    return None if new == continued else "new" if new else "continued"


def _proposed(texts: Sequence[str]) -> bool:
    """«DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG»: a proposal is not an award (DOMAIN section 2)."""
    plain = [fold(text) for text in texts]
    return any(
        _RESULTS.match(text) or (_LISTS.match(text) and PROPOSED.search(text)) for text in plain
    )


_RESULTS = pattern(
    r"(?:danh sach |bang |bieu |tong hop |bien ban |thong bao )*"
    r"ket qua (?:hop |binh |bo phieu )?xet\b"
)
_BARE = pattern(r"(?:danh sach|trich ngang|bieu|bang|tong hop|thong ke|phu luc)[ \divx.:]*")
_SUBMITTED = pattern(r"(?:tờ trình|to trinh)\b.{0,60}", re.IGNORECASE)


def _is_submitted(texts: Sequence[str]) -> bool:
    """«(Kèm theo Tờ trình số …)»: what is handed up is proposed."""
    return any(_SUBMITTED.search(text) and "kem" in fold(text) for text in texts)


def _submitted(texts: Sequence[str]) -> str | None:
    """«(Kèm theo Tờ trình số 15/TTr-UBND ngày 05/12/2024)»: the day of what it proposes."""
    found = _SUBMITTED.search(" ".join(texts))
    day = _DAY.search(found[0]) if found else None
    return _iso(day[1]) if day else None


PROPOSED = pattern(r"\bde nghi\b.*\b(?:khen|tang|ton vinh|vinh danh|bieu duong|cong nhan)")


def form_in(texts: Sequence[str], terms: Vocabularies) -> str | None:
    """The code of the one form or title that a list's titles say it is of."""
    found: dict[str, str] = {}
    for title in texts:
        for part in _PARTS.split(_QUOTED.sub(" ", title)):
            text = fold(part)
            if _LISTS.match(text) or title.isupper() or _AWARDED.match(text):
                found |= _forms_of(text, terms)
    # «Lao động tiên tiến» stands in «Tập thể lao động tiên tiến» as well.
    whole = [c for c, t in found.items() if not any(t != o and t in o for o in found.values())]
    return whole[0] if len(whole) == 1 else None


def _forms_of(text: str, terms: Vocabularies) -> dict[str, str]:
    """The forms by code that one title gives, else the one that it begins with.

    «DANH SÁCH GIA ĐÌNH VĂN HÓA ĐƯỢC TẶNG GIẤY KHEN»: what stands before is who is honoured.
    """
    given = _GIVEN.search(text)
    behind = text[given.end() :] if given else ""
    listed = _LISTS.sub("", text).strip()
    labels = {t.code: fold(t.label_vi) for name in ("form", "title") for t in terms.of(name)}
    found = {c: t for c, t in labels.items() if re.search(rf"\b{re.escape(t)}\b", behind)}
    return found or {c: t for c, t in labels.items() if listed.startswith(t)}


_AWARDED = pattern(r"(?:da )?(?:duoc|de nghi) (?:tang|nhan|truy tang)\b")
_PARTS = pattern(r"\s+[-–]\s+")
_QUOTED = pattern(r"[“\"«][^”\"»]*[”\"»]")
_GIVEN = pattern(r"\b(?:tang|nhan|dat|danh hieu|duoc|de nghi|truy tang)\b")
_KIND_WORDS = pattern(r"tap the|ca nhan|ho gia dinh")


def _years(texts: Sequence[str]) -> tuple[int, ...]:
    """The years that the titles name; the line that names the list goes before the others.

    A letterhead's day, «giai đoạn 2021 - 2023» and «so với năm 2022» do not count.
    """
    named: set[int] = set()
    others: set[int] = set()
    for text in texts:
        plain = _COMPARED.sub(" ", _DAY.sub(" ", text))
        if _SPAN.search(plain) or "ngày" in plain.lower():
            continue
        years = {int(year) for year in _YEARS.findall(plain)}
        (named if _LISTS.match(fold(text)) else others).update(years)
    return tuple(sorted(named or others))


_SPAN = pattern(r"\d{4}\s*(?:[-–]|và|,|đến)\s*\d{4}")
_COMPARED = pattern(
    r"(?:so(?:\s+sánh)?\s+với|cùng\s+kỳ|phương\s+hướng|nhiệm\s+vụ|kế\s+hoạch|đến|trước)[^\d,;()]{0,30}\d{4}",
    re.IGNORECASE,
)
_SCHOOL_YEAR = pattern(r"năm\s+học\s*:?\s*(?:20\d\d)\s*[-–/]\s*(20\d\d)", re.IGNORECASE)


def _school_year(texts: Sequence[str]) -> int | None:
    """The year that a school year ends in, which is when its deeds are honoured."""
    found = {int(match[1]) for text in texts if (match := _SCHOOL_YEAR.search(text))}
    return found.pop() if len(found) == 1 else None


def stated_in(texts: Sequence[str]) -> dict[str, tuple[int, str]]:
    """Counts that a text states: «Tổng số: 14 tập thể, 18 cá nhân, 05 hộ gia đình»."""
    stated: dict[str, tuple[int, str]] = {}
    for text in texts:
        for match in _COUNT.finditer(text):
            # «02 tập thể, cá nhân» counts both together.
            kind = "total" if match[3] else _KINDS.get(fold(match[2]), "total")
            stated.setdefault(kind, (int(match[1].replace(".", "")), match[0]))
    return stated

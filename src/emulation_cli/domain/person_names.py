"""What stands in a name cell beside the name: honorifics, ranks, a birth year, «Hộ ông»."""

import re
from functools import lru_cache
from typing import NamedTuple

from emulation_cli.domain.patterns import pattern
from emulation_cli.domain.text import fold

# Compared with their diacritics: «Bà» is an honorific, «Bá» a middle name.
_HONORIFICS = (
    "ông|bà|đ/c|đc|đồng chí|anh|chị|cô|chú|bác|cụ|em|cháu|thầy|thầy giáo|cô giáo|mr|mrs|ms|ô|b"
    "|đại tướng|thượng tướng|trung tướng|thiếu tướng|đại tá|thượng tá|trung tá|thiếu tá"
    "|đại úy|thượng úy|trung úy|thiếu úy|đại uý|thượng uý|trung uý|thiếu uý|thượng sĩ|trung sĩ"
    "|hạ sĩ|thượng sỹ|trung sỹ|hạ sỹ|binh nhất|binh nhì|linh mục|đại đức|thượng tọa|thượng toạ"
    "|hòa thượng|hoà thượng|ni sư|sư cô|sư thầy"
    "|mục sư|bác sĩ|bác sỹ|ts|ths|pgs|gs|bs|bsck1|bscki|bsckii"
    "|tiến sĩ|thạc sĩ|kỹ sư|ks|ngưt|ngnd|nsưt|nsnd|ds|dược sĩ|dược sỹ|cn|ckii|cki|ck1|ck2|bsckii"
    "|thiếu uý|tr.uý|tr.úy|th.uý|th.úy|đ.uý|đ.úy|tr.tá|th.tá|đ.tá|y sĩ|y sỹ|nhà giáo|cựu chiến binh"
    "|thượng tướng|giáo sư|phó giáo sư|kts|ncs|ls|luật sư|hòa thượng|già làng|trưởng lão"
    "|tskh|ttưt|ttnd|nnưt|nnnd|ccb|mẹ việt nam anh hùng|mẹ vnah"
)
# Before a family's name alone: «Điều dưỡng Khoa Nhi» is a body's.
_TRADES = "điều dưỡng|hộ sinh|hộ lý|kỹ thuật viên|y tá|lương y|cử nhân|giáo viên|giảng viên"
_TRADE = pattern(rf"^((?:{_TRADES})(?:\s+trưởng)?[.:,]?\s+)(?=\w)", re.IGNORECASE)
_LONGEST_FIRST = "|".join(map(re.escape, sorted(_HONORIFICS.split("|"), key=len, reverse=True)))
_HONORIFIC = pattern(rf"^((?:(?:{_LONGEST_FIRST})\s*(?:[.:,]\s*|\s+))+)(?=\w)", re.IGNORECASE)
_TYPED_PLAIN = pattern(
    rf"^((?:(?:{fold(_LONGEST_FIRST)})\s*(?:[.:,]\s*|\s+))+)(?=\w)", re.IGNORECASE
)
_RANK = pattern(r"[A-ZĐ]{2,5}\.?\s+")
_NUMBERED = pattern(r"^\d{1,3}\s*[.)]\s*(?=[^\W\d])")
_BULLETS = frozenset("-–+*•")
_BULLET = pattern(r"^[-–+*•]\s*(?=[^\W\d])")
_HOUSEHOLD = pattern(
    r"^((?:hộ gia đình|gia đình hộ|gia đình|hộ)\s+(?:(?:ông bà|ông|bà|anh chị|anh"
    r"|chị|đ/c|đồng chí|cụ)\.?:?\s+)?)(?=\w)",
    re.IGNORECASE,
)
_COUPLE = pattern(r"\s+(?:và|&)\s+|\s+[-–]\s+|\s*,\s*")
_COLLECTIVE = pattern(r"^(tập thể|TT\.)\s*:?\s+(?=[A-ZĐÀ-Ỹ])", re.IGNORECASE)
_INDIVIDUAL = pattern(r"^(?:cá nhân|CN\.)\s*:?\s+(?=[^\W\d])", re.IGNORECASE)
_FIRST_WORDS = frozenset(
    {word for words in f"{_HONORIFICS}|{_TRADES}".split("|") for word in words.split()[:1]}
    | {"hộ", "gia", "tập", "tt", "cá", "cn"}
)
# The family names of nearly all, compared with their diacritics.
_FAMILY_NAMES = (
    "nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đào đoàn vương"
    " trịnh trương đinh lâm phùng mai tô tạ hà cao thái châu quách lương tăng hứa đậu từ thạch"
    " cù chu nghiêm kiều triệu khổng diệp lưu lã lữ la mạc giang giáp hạ lại ninh phí phó quản"
    " tống thân thiều tiêu tôn trà ưng viên vi văn đàm đới điền biện bạch bành bế cầm chử dư"
    " hàn kha khương lò lường lục lỗ mã mẫn nhâm nhữ nông ngụy ngọ phương quàng sùng thào"
    " trình uông vàng vừ xa xồng âu ân giàng lầu moong tào tưởng trầm"
)
_FAMILIES = frozenset(_FAMILY_NAMES.split())
_NO_FAMILIES = (
    "văn phòng|văn nghệ|văn hóa|từ thiện|lâm trường|đoàn (?:thanh niên|viên|trường|xã|phường"
    "|thị trấn|khối|cơ sở|huyện|thôn|công an|quân|tncs|tn|khoa|bộ|phí)"
)
_NO_FAMILY = pattern(rf"^(?:{_NO_FAMILIES})\b", re.IGNORECASE)
_BODIES = (
    "hội|chi hội|liên hội|phân hội|chi bộ|đảng bộ|đảng ủy|đảng uỷ|tổ|liên tổ|ban|phòng|trường"
    "|công an|đội|clb|câu lạc bộ|htx|hợp tác xã|ubnd|ủy ban|uỷ ban|mttq|mặt trận|xã|phường|thị trấn"
    "|thôn|xóm|khối|nhóm|trạm|trung tâm|đoàn|chi đoàn|liên đoàn|huyện đoàn|công đoàn|văn phòng"
    "|bệnh viện|công ty|doanh nghiệp|quỹ|hạt|đồn|bộ chỉ huy|bch|nhân dân|cán bộ|tập thể|cơ quan"
    "|đơn vị|khu dân cư|dòng họ|hđnd|hội đồng|nhà văn hóa|trung đoàn|tiểu đoàn|đại đội|trung đội"
    "|tiểu đội|chi cục|ngân hàng|bưu điện|bảo tàng|thư viện|tdp|ttyt"
)
_BODY = pattern(rf"^(?:{_BODIES})\b", re.IGNORECASE)
_LAST_LETTERS = set("0123456789)].,;*†‡¹²³⁴⁵⁶⁷⁸⁹⁰")
# «Lê Văn An (*)», «Lê Văn An¹», «Lê Văn An [2]»: what points to a footnote.
_HIGHLAND = pattern(r"[A-ZĐ]['’ʼ`][A-ZĐ][^\W\d_]+")  # «K'Brêu» is a whole name
_FOOTNOTE = pattern(
    r"\s*(?:\((?:\*{1,3}|\d{1,2})\)|\[(?:\*{1,3}|\d{1,2})\]|[*†‡]{1,3}|[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,2})$"
)
_ONE_LETTER = pattern(r"(?:^|(?<=[\s.,]))[ôb]\s+$", re.IGNORECASE)
_DEGREES = pattern(r"^((?:[^\W\d_]*[A-ZĐƯ][^\W\d_]*[A-ZĐƯ][^\W_]*\s*[.,]\s*)+)(?=\w)")
_PLAIN_BODY = pattern(rf"^(?:{fold(_BODIES)}|tap the|ho gia dinh)\b", re.IGNORECASE)
_PLAIN_NO_FAMILY = pattern(rf"^(?:{fold(_NO_FAMILIES)})\b", re.IGNORECASE)
_BORN = pattern(
    r"[\s,;–-]*[(\[]?\s*(?:(?:sn|s\.n|sinh năm|sinh ngày|sinh|năm sinh|ns"
    r"|born)\s*[:.]?\s*(?:\d{1,2}[/.-]){0,2}((?:18|19|20)\d\d)|(?<=[(\[])((?:19"
    r"|20)\d\d))\s*[)\]]?[\s.,;]*$",
    re.IGNORECASE,
)


_IN_BRACKETS = pattern(r"([^()]+)\(([^()\d]+)\)")
_AT = pattern(
    r"(?:thôn|xóm|tổ|khu|khối|xã|phường|thị trấn|huyện|ấp|bản|bí danh|tức|tên|vợ|chồng|con|mẹ|bố"
    r"|cha|đã)\b",
    re.IGNORECASE,
)


class Named(NamedTuple):
    """A name cell taken apart. `kind` is what the words before the name say, if anything.

    `beside` is what stood behind a person's name, «UV BTV».
    """

    text: str
    name: str
    honorific: str | None = None
    birth_year: int | None = None
    kind: str | None = None
    beside: str | None = None

    def of(self, kind: object) -> str:
        """The name for a recipient of this kind: a collective has no honorific and no birth."""
        return self.text if kind == "collective" and self.kind != "collective" else self.name


def take_apart(text: str) -> Named:
    """«Ông Mai Văn Tài (SN 1977)», «Hộ bà Lê Thị Hoa», «Tập thể Trường Mầm non …».

    The text is clean already. Most names hold nothing to take off, which is seen at once.
    """
    head = text.partition(" ")[0]
    first = head.rstrip(".:,").casefold()
    known = first in _FIRST_WORDS or (text.isascii() and first in _plain(_FIRST_WORDS))
    odd = known or "." in head or first[:1].isdecimal() or _parts_in(text)
    if first[:1] in _BULLETS:
        return take_apart(bare) if (bare := without_bullet(text)) != text else Named(text, text)
    if not odd and text[-1:] not in _LAST_LETTERS:
        return Named(text, text)
    whole = text = _without_footnote(_NUMBERED.sub("", text))
    text, beside = _without_beside(text)
    birth_year = None
    if match := _BORN.search(text):
        birth_year = int(match[1] or match[2])
        text = text[: match.start()].rstrip(" ,;-–(")
    if (match := _HOUSEHOLD.match(text)) and is_person(_COUPLE.split(text[match.end() :])[0]):
        return Named(whole, text[match.end() :], match[1].strip(), birth_year, "household")
    if match := _COLLECTIVE.match(text):
        rest = text[match.end() :]
        if not re.match(r"(?i)lao động|tiên tiến|xuất sắc|và\b|cùng\b", rest):
            return Named(whole, rest, None, birth_year, "collective")
    if (match := _INDIVIDUAL.match(text)) and is_named_person(text[match.end() :]):
        honorific, rest = _without_honorific(text[match.end() :])
        return Named(whole, rest, honorific, birth_year, "individual", beside)
    honorific, rest = _without_honorific(text)
    return Named(whole, rest, honorific, birth_year, None, beside)


def _without_honorific(text: str) -> tuple[str | None, str]:
    """«Thượng úy QNCN Lê Văn Kha», «TTƯT.BSCKI. Hồ Thị Dần»: what stands before a person's name."""
    match = _honorific_of(text)
    end = match.end() if match else 0
    if match and (letter := _ONE_LETTER.search(match[1])) and not has_family_name(text[end:]):
        end = letter.start()  # «ThS. Ô Thị Kính» is of the family Ô
    if end and is_person(text[end:]):
        rank, rest = _RANK.match(text[end:]), text[end:]
        if rank and not has_family_name(rest) and has_family_name(rest[rank.end() :]):
            rest = rest[rank.end() :]
        return text[: len(text) - len(rest)].strip(" :,"), rest
    if (match := _DEGREES.match(text) or _TRADE.match(text)) and has_family_name(
        text[match.end() :]
    ):
        return match[1].strip(" :,"), text[match.end() :]
    return None, text


def _parts_in(text: str) -> bool:
    return "," in text or " - " in text or " – " in text


def _without_footnote(text: str) -> str:
    """The name without its footnote's sign; a bare number only behind a person's name."""
    match = _FOOTNOTE.search(text)
    bare = text[: match.start()].rstrip() if match else text
    starred = match and any(sign in match[0] for sign in "*†‡")
    return bare if starred or is_named_person(bare) else text


def _honorific_of(text: str) -> re.Match[str] | None:
    """What stands before a person's name; without marks only where a family's name follows."""
    if match := _HONORIFIC.match(text):
        return match
    match = _TYPED_PLAIN.match(text) if text.isascii() and not _PLAIN_BODY.match(text) else None
    return match if match and may_be_person(text[match.end() :]) else None


def may_be_person(name: str) -> bool:
    """A name typed without marks that may be that of a body: «To Van Nam», «Doan Thanh Nien»."""
    return name.partition(" ")[0].casefold() in _plain(_FAMILIES) and is_person(name)


def is_either(name: str) -> bool:
    """«Doan Van Phuc» in a list without marks: a person, or the Youth Union's «Đoàn …»."""
    if not name.isascii() or name.isupper() or not _PLAIN_BODY.match(name):
        return False
    titled = _TYPED_PLAIN.match(name)  # «Chi Doan Thi Giang»
    rest = name[titled.end() :] if titled else name
    return name.replace(" ", "").isalpha() and (may_be_person(name) or may_be_person(rest))


def _without_beside(text: str) -> tuple[str, str | None]:
    """«Đ/c Nguyễn Văn An, UV BTV»: a person's name, and what is said of him behind the comma.

    Behind a dash too, unless that is another person; and in brackets, «(Trưởng thôn)», unless that
    is another name or a place.
    """
    if (match := _IN_BRACKETS.fullmatch(text)) and is_named_person(match[1]):
        said = match[2].strip()
        if len(said.split()) > 1 and not (is_person(said) or _BORN.search(text) or _AT.match(said)):
            return match[1].strip(), said
    for sign in (",", " - ", " – "):
        head, found, rest = text.partition(sign)
        if not found or _BORN.search(text) or not is_named_person(head):
            continue
        if sign == "," or not is_named_person(rest.strip()):
            return head.strip(), rest.strip() or None
    return text, None


def is_named_person(text: str) -> bool:
    """Whether a text by itself is a person: a family's name first, or an honorific before it."""
    plain = _BORN.sub("", text).strip()
    match = _HONORIFIC.match(plain)
    name = plain[match.end() :] if match else plain
    if name.isascii() and not name.isupper() and may_be_person(name):
        return True
    return has_family_name(name) or bool(match and is_person(name))


def without_bullet(text: str) -> str:
    """«- Trần Văn An», «+ Nuôi ong» in lists that number nothing."""
    return _BULLET.sub("", text)


def is_person(rest: str) -> bool:
    """Whether a text has capitals where a name has them: «Bà mẹ Việt Nam …» is no «Bà»."""
    words = re.sub(r"\s*\([^()]*\)$", "", rest).split()
    if len(words) == 1 and _HIGHLAND.fullmatch(words[0]):
        return True
    return 1 < len(words) <= 7 and all(word[0].isupper() or not word[0].isalpha() for word in words)


def has_family_name(name: str) -> bool:
    """Whether a name is written like a person's and begins with the name of a family."""
    first = name.partition(" ")[0].casefold()
    if first in _FAMILIES and not (name.isascii() and _PLAIN_BODY.match(name)):
        return is_person(name) and not _NO_FAMILY.match(name)
    return name.isascii() and first in _plain(_FAMILIES) and _is_plain_person(name)


@lru_cache(maxsize=8)
def _plain(words: frozenset[str]) -> frozenset[str]:
    return frozenset(map(fold, words))


def _is_plain_person(name: str) -> bool:
    """«Nguyen Van Nam» of a list without marks; «To Van Nam» may be a body as well."""
    return is_person(name) and not _PLAIN_NO_FAMILY.match(name) and not _PLAIN_BODY.match(name)


def is_body(name: str) -> bool:
    """Whether a name begins with the word for a body: «Chi hội …», «Đoàn xã …», «Trường …»."""
    plain = bool(name.isascii() and _PLAIN_BODY.match(name))
    said = bool(_BODY.match(name)) or plain or _is_short_for(name)
    return said and not has_family_name(name)


def _is_short_for(name: str) -> bool:
    """«CĐCS Trung tâm Y tế», «BCH Quân sự xã»: capitals before words, and no rank of a person."""
    first, _space, rest = name.partition(" ")
    short = len(first) > 1 and first.isalpha() and first.isupper() and not rest.isupper()
    return short and bool(rest) and not has_family_name(rest)


def is_suspicious(name: str) -> bool:
    """A person's name with a digit, a star or half a pair of quotes, or with words run together."""
    if name.istitle() and name.replace(" ", "").isalpha():
        return False
    odd = bool(re.search(r"[\d*]", name)) or name.count('"') == 1
    return odd or any(map(_is_glued, name.split()))


def _is_glued(word: str) -> bool:
    """«NguyễnThị»: a capital between small letters; «H'Nuên» and capitals alone are right."""
    return any(
        before.islower() and letter.isupper() and after.islower()
        for before, letter, after in zip(word, word[1:], word[2:], strict=False)
    )

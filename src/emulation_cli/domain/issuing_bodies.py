"""Whose body issues a paper for an administrative unit, how it is named, and who signs for it."""

import re
from typing import NamedTuple

from emulation_cli.domain.patterns import pattern

_KINDS = "tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu"
_UNIT = pattern(rf"^({_KINDS})\s+(\S.*)$", re.IGNORECASE)
_PEOPLES = pattern(rf"^(?:ủy|uỷ) ban nhân dân\s+(({_KINDS})\s+(\S.*))$", re.IGNORECASE)
# The committee of the Party by the type of unit: what it is called, and the end of its symbol.
_COMMITTEES = {
    "tỉnh": ("Tỉnh ủy", "TU"), "thành phố": ("Thành ủy", "TU"), "huyện": ("Huyện ủy", "HU"),
    "quận": ("Quận ủy", "QU"), "thị xã": ("Thị ủy", "TU"), "xã": ("Đảng ủy xã", "ĐU"),
    "phường": ("Đảng ủy phường", "ĐU"), "thị trấn": ("Đảng ủy thị trấn", "ĐU"),
    "đặc khu": ("Đảng ủy đặc khu", "ĐU"),
}  # fmt: skip
_PARTYS = pattern(
    rf"^({'|'.join(sorted({name for name, _ in _COMMITTEES.values()}))})\s+(\S.*)$", re.IGNORECASE
)
# Heads and authorities write in full what texts abbreviate (decree 30/2020/NĐ-CP).
_IN_FULL = {
    "UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân", "UBMTTQ": "Ủy ban Mặt trận Tổ quốc",
    "MTTQ": "Mặt trận Tổ quốc", "LĐLĐ": "Liên đoàn Lao động", "LHPN": "Liên hiệp Phụ nữ",
    "BTV": "Ban Thường vụ", "BCH": "Ban Chấp hành", "CCB": "Cựu chiến binh",
    "TNCS": "Thanh niên Cộng sản",
}  # fmt: skip
_SHORT = pattern(rf"\b({'|'.join(_IN_FULL)})\b")
_OF_BODY = pattern(
    r"\s+(?:ubnd|(?:ủy|uỷ) ban nhân dân|hđnd|đảng ủy|huyện ủy|tỉnh ủy|thành ủy|"
    rf"(?:{_KINDS})\b).*$",
    re.IGNORECASE,
)
_PLACE = pattern(rf"^(.+) ((?:{_KINDS}) .+)$", re.IGNORECASE)
_DEPUTY = "PHÓ "


class IssuingBody(NamedTuple):
    """A body as its papers name it: their symbol, on whose behalf who signs, and the place."""

    name: str
    symbol: str = ""
    authority: str = ""
    post: str = ""
    place: str = ""


def in_full(body: str) -> str:
    """A body without the abbreviations that a head does not have: «Ủy ban nhân dân xã Mẫu»."""
    return _SHORT.sub(lambda found: _IN_FULL[found[1]], body)


def issuing_body(unit: str, form: str) -> IssuingBody:
    """The body that signs for a unit, in the form of the State or the Party.

    A committee («UBND xã Mẫu», «Đảng ủy xã Mẫu») signs as such; any other body («Sở Nội vụ») stays
    as it is.
    """
    name = in_full(unit.strip())
    if found := _PEOPLES.match(name):
        return _peoples_committee(name, found[3])
    if found := _PARTYS.match(name):
        return _partys_committee(name, found[1], found[2])
    if found := _UNIT.match(name):
        if form == "party":
            committee = _COMMITTEES[found[1].lower()][0]
            return _partys_committee(f"{committee} {found[2]}", committee, found[2])
        return _peoples_committee(f"Ủy ban nhân dân {found[1].lower()} {found[2]}", found[2])
    return IssuingBody(unit)


def _peoples_committee(name: str, place: str) -> IssuingBody:
    return IssuingBody(name, "BC-UBND", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", place)


def _partys_committee(name: str, committee: str, place: str) -> IssuingBody:
    symbols = {title.lower(): symbol for title, symbol in _COMMITTEES.values()}
    symbol = f"BC/{symbols[committee.lower()]}"
    return IssuingBody(name, symbol, "T/M BAN THƯỜNG VỤ", "BÍ THƯ", place)


def before_its_place(name: str) -> tuple[str, str]:
    """A name in two lines, the second with the unit: «Ủy ban nhân dân», «xã Mẫu»."""
    found = _PLACE.match(name)
    return (found[1], found[2]) if found else (name, "")


def who_awards(body: str, form: str) -> str:
    """Who awards by law where a body is said to: the chairman of a people's committee (law
    06/2022/QH15), the standing committee of a Party committee.
    """
    name = in_full(body.strip())
    if form == "state" and _PEOPLES.match(name):
        return f"Chủ tịch {name}"
    if form == "party" and _PARTYS.match(name):
        return f"Ban Thường vụ {name}"
    return name


def signing_lines(form: str, authority: str, post: str) -> tuple[str, ...]:
    """What stands above a signature, in capitals: a deputy of the State signs for (KT.) another.

    The post is named without the body, which the paper names already.
    """
    held = _OF_BODY.sub("", post.strip()).upper() if post else ""
    deputy = form == "state" and held.startswith(_DEPUTY)
    standing = held.removeprefix(_DEPUTY).removesuffix(" THƯỜNG TRỰC") if deputy else ""
    instead = f"KT. {standing}" if deputy else ""
    return tuple(filter(None, (authority.upper(), instead, held)))

"""Whose body issues a paper for an administrative unit: its people's committee, or its Party's."""

import re
from typing import NamedTuple

from emulation_cli.domain.patterns import pattern

_UNIT = pattern(
    r"^(tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)\s+(\S.*)$", re.IGNORECASE
)
# The committee of the Party by the type of unit: what it is called, and the end of its symbol.
_COMMITTEES = {
    "tỉnh": ("Tỉnh ủy", "TU"), "thành phố": ("Thành ủy", "TU"), "huyện": ("Huyện ủy", "HU"),
    "quận": ("Quận ủy", "QU"), "thị xã": ("Thị ủy", "TU"), "xã": ("Đảng ủy xã", "ĐU"),
    "phường": ("Đảng ủy phường", "ĐU"), "thị trấn": ("Đảng ủy thị trấn", "ĐU"),
    "đặc khu": ("Đảng ủy đặc khu", "ĐU"),
}  # fmt: skip


class IssuingBody(NamedTuple):
    """A body as its papers name it: their symbol, on whose behalf who signs, and the place."""

    name: str
    symbol: str = ""
    authority: str = ""
    post: str = ""
    place: str = ""


def issuing_body(unit: str, form: str) -> IssuingBody:
    """The body that signs for a unit; a body that is itself one («Sở Nội vụ») stays as it is."""
    found = _UNIT.match(unit.strip())
    if found is None:
        return IssuingBody(unit)
    kind, place = found[1].lower(), found[2]
    if form == "party":
        committee, symbol = _COMMITTEES[kind]
        return IssuingBody(
            f"{committee} {place}", f"BC/{symbol}", "T/M BAN THƯỜNG VỤ", "BÍ THƯ", place
        )
    name = f"Ủy ban nhân dân {kind} {place}"
    return IssuingBody(name, "BC-UBND", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", place)

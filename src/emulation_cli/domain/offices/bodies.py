"""Bodies that decide: «Chủ tịch UBND xã Hoa Lư» and «UBND xã Hoa Lư» are one."""

from emulation_cli.domain.patterns import pattern
from emulation_cli.domain.text import comparing_key

_COUNCIL = pattern(r"\b(?:ủy|uỷ) ban nhân dân\b")
_HEAD = pattern(r"^(?:quyết định của )?(?:(?:phó )?chủ tịch|tm\.?|kt\.? chủ tịch) (?=ubnd )")
_ABOUT = pattern(r",? (?:về việc|v/v) .*$")
_KINDS = "xã|phường|thị trấn|tt|huyện|quận|thị xã|thành phố|tp|tỉnh"
_NAMELESS = pattern(rf"^(?:ubnd|đảng ủy|hđnd|mttq|ủy ban mttq) (?:{_KINDS})$")


def body_key(text: str) -> str:
    """The key that bodies are compared by; one begins with the other where they may be one."""
    key = _COUNCIL.sub("ubnd", comparing_key(text))
    return _HEAD.sub("", _ABOUT.sub("", key)).strip(" .,;")


def is_nameless(text: str) -> bool:
    """Whether a body says only of which kind it is: «UBND xã» is that of whose list it is."""
    return _NAMELESS.match(body_key(text)) is not None

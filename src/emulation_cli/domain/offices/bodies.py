"""Bodies: «Chủ tịch UBND xã Hoa Lư» and «UBND xã Hoa Lư» are one; whose «Huyện đoàn» is."""

import re
from collections import defaultdict
from collections.abc import Mapping

from emulation_cli.domain.patterns import pattern
from emulation_cli.domain.text import comparing_key

_COUNCIL = pattern(r"\b(?:ủy|uỷ) ban nhân dân\b")
_HEAD = pattern(r"^(?:quyết định của )?(?:(?:phó )?chủ tịch|tm\.?|kt\.? chủ tịch) (?=ubnd )")
_ABOUT = pattern(r",? (?:về việc|v/v) .*$")
_KINDS = "xã|phường|thị trấn|tt|huyện|quận|thị xã|thành phố|tp|tỉnh"
_NAMELESS = pattern(rf"^(?:ubnd|đảng ủy|hđnd|mttq|ủy ban mttq) (?:{_KINDS})$")
_DISTRICT = pattern(r"^(huyện|quận|thị|thành|tỉnh)((?: xã| phố)?) (.+)$")


def body_key(text: str) -> str:
    """The key that bodies are compared by; one begins with the other where they may be one."""
    key = _COUNCIL.sub("ubnd", comparing_key(text))
    return _HEAD.sub("", _ABOUT.sub("", key)).strip(" .,;")


def is_nameless(text: str) -> bool:
    """Whether a body says only of which kind it is: «UBND xã» is that of whose list it is."""
    return _NAMELESS.match(body_key(text)) is not None


def call_bodies(texts: Mapping[str, int], office: str) -> dict[str, str]:
    """What each body is called where all ways to write it are one; `texts` with how often each is.

    The way that is most often written, of equals the longest. «UBND huyện» is the office's own
    where that is named besides.
    """
    ways: dict[str, list[str]] = defaultdict(list)
    for text in texts:
        ways[body_key(text)].append(text)
    for key in [key for key in ways if _NAMELESS.match(key)]:
        own = next((k for k in ways if k.startswith(f"{key} ") and is_body_of(office, k)), None)
        if own:
            ways[own] += ways.pop(key)
    return {
        text: name for group in ways.values() for name in [_name(group, texts)] for text in group
    }


def _name(group: list[str], texts: Mapping[str, int]) -> str:
    return max(group, key=lambda text: (not is_nameless(text), texts[text], len(text), text))


def is_body_of(district: str, body: str) -> bool:
    """Whether a body says that it is the district's: «Ban Thường vụ Huyện đoàn», «Hội … huyện».

    Its name ends so, or in the district's own name; «Hội Nông dân huyện Kỳ Anh» is another's.
    """
    parts = _DISTRICT.match(comparing_key(district))
    if parts is None:
        return False
    level, rest, place = map(re.escape, parts.groups())
    said = rf"\b{level}(?:{rest}| ủy| đoàn)(?: {place})?$"
    return re.search(said, comparing_key(body)) is not None

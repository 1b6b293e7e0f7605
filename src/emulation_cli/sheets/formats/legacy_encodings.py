"""TCVN3 (.VnTime) and VNI: Vietnamese from before Unicode, and how to recognise it.

In both, a Latin letter stands where a font draws a Vietnamese one. Recognition is by content: a
word that is a possible Vietnamese syllable under one reading and not under the others (INTAKE 3).
"""

import re
import unicodedata
from functools import lru_cache

from emulation_cli.domain.patterns import pattern

ENCODINGS = ("TCVN3", "VNI")

# TCVN 5712:1993, third table: the letters in the order of their bytes; capitals with a tone do
# not exist, fonts whose name ends in H draw them.
_TCVN3_BYTES = {
    0xA1: "Ă", 0xA2: "Â", 0xA3: "Ê", 0xA4: "Ô", 0xA5: "Ơ", 0xA6: "Ư", 0xA7: "Đ", 0xA8: "ă",
    0xA9: "â", 0xAA: "ê", 0xAB: "ô", 0xAC: "ơ", 0xAD: "ư", 0xAE: "đ", 0xB5: "à", 0xB6: "ả",
    0xB7: "ã", 0xB8: "á", 0xB9: "ạ", 0xBB: "ằ", 0xBC: "ẳ", 0xBD: "ẵ", 0xBE: "ắ", 0xC6: "ặ",
    0xC7: "ầ", 0xC8: "ẩ", 0xC9: "ẫ", 0xCA: "ấ", 0xCB: "ậ", 0xCC: "è", 0xCE: "ẻ", 0xCF: "ẽ",
    0xD0: "é", 0xD1: "ẹ", 0xD2: "ề", 0xD3: "ể", 0xD4: "ễ", 0xD5: "ế", 0xD6: "ệ", 0xD7: "ì",
    0xD8: "ỉ", 0xDC: "ĩ", 0xDD: "í", 0xDE: "ị", 0xDF: "ò", 0xE1: "ỏ", 0xE2: "õ", 0xE3: "ó",
    0xE4: "ọ", 0xE5: "ồ", 0xE6: "ổ", 0xE7: "ỗ", 0xE8: "ố", 0xE9: "ộ", 0xEA: "ờ", 0xEB: "ở",
    0xEC: "ỡ", 0xED: "ớ", 0xEE: "ợ", 0xEF: "ù", 0xF1: "ủ", 0xF2: "ũ", 0xF3: "ú", 0xF4: "ụ",
    0xF5: "ừ", 0xF6: "ử", 0xF7: "ữ", 0xF8: "ứ", 0xF9: "ự", 0xFA: "ỳ", 0xFB: "ỷ", 0xFC: "ỹ",
    0xFD: "ý", 0xFE: "ỵ",
}  # fmt: skip
_TCVN3 = str.maketrans({chr(byte): letter for byte, letter in _TCVN3_BYTES.items()})

# VNI writes a mark behind the vowel: «aø» is à, «aâ» is â, «aá» is ấ.
_MARKS = {
    "ø": "\u0300", "ù": "\u0301", "û": "\u0309", "õ": "\u0303", "ï": "\u0323",
    "â": "\u0302", "à": "\u0302\u0300", "á": "\u0302\u0301", "å": "\u0302\u0309",
    "ã": "\u0302\u0303", "ä": "\u0302\u0323",
    "ê": "\u0306", "è": "\u0306\u0300", "é": "\u0306\u0301", "ú": "\u0306\u0309",
    "ü": "\u0306\u0303", "ë": "\u0306\u0323",
}  # fmt: skip
_SINGLE = {"ñ": "đ", "ò": "ị", "æ": "ỉ", "ó": "ĩ", "î": "ỵ", "ô": "ơ", "ö": "ư"}
_SINGLE |= {capital.upper(): letter.upper() for capital, letter in _SINGLE.items()}


def _vni_pairs() -> dict[str, str]:
    pairs = {}
    for base in "aeouyAEOUYôöÔÖ":
        plain = _SINGLE.get(base, base)
        for mark, combining in _MARKS.items():
            letter = unicodedata.normalize("NFC", plain + combining)
            if len(letter) == 1:
                pairs[base + mark] = letter
                pairs[base + mark.upper()] = letter
    return pairs


_PAIRS = _vni_pairs()
_VNI = pattern(
    "|".join(map(re.escape, sorted(_PAIRS, key=len, reverse=True))) + "|[" + "".join(_SINGLE) + "]"
)


def decode(text: str, encoding: str) -> str:
    """Text in TCVN3 or VNI as Unicode; letters that the encoding does not use stay."""
    if encoding == "TCVN3":
        return text.translate(_TCVN3)
    return _VNI.sub(lambda match: _PAIRS.get(match[0]) or _SINGLE[match[0]], text)


def encode(text: str, encoding: str) -> str:
    """The reverse of `decode`, for tests and samples; TCVN3 has no capitals with a tone."""
    text = unicodedata.normalize("NFC", text)
    if encoding == "TCVN3":
        return text.translate(_TO_TCVN3)
    return "".join(_TO_VNI.get(letter, letter) for letter in text)


_TO_TCVN3 = str.maketrans(
    {letter: chr(byte) for byte, letter in _TCVN3_BYTES.items()}
    | {
        letter.upper(): chr(byte)
        for byte, letter in _TCVN3_BYTES.items()
        if letter.upper() not in _TCVN3_BYTES.values()
    }
)
_TO_VNI = {
    letter: pair for pair, letter in _PAIRS.items() if not pair[1].isupper() or pair[0].isupper()
}
_TO_VNI |= {letter: single for single, letter in _SINGLE.items()}

_ONSET = r"(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnprstvx])?"
_NUCLEUS = (
    r"(?:uyê|ươ|uô|iê|yê|oai|oay|oeo|uây|uya|uyu|iêu|yêu|uôi|ươi|ươu|oa|oă|oe|uâ|uê|uơ|uy|ua|ưa|ia"
    r"|ai|ao|au|ay|âu|ây|eo|êu|iu|oi|ôi|ơi|ui|ưi|ưu|oo|[aăâeêioôơuưy])"
)
_CODA = r"(?:ng|nh|ch|[cmnpt]|i|y|u|o)?"
_SYLLABLE = pattern(_ONSET + _NUCLEUS + _CODA)
_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))
_STOPPED = pattern(r"(?:c|ch|p|t)$")
_WORD = pattern(r"[^\W\d_]+")


@lru_cache(maxsize=65536)
def is_syllable(word: str) -> bool:
    """Whether a word can be Vietnamese: parts in order, a stop only under sắc or nặng."""
    decomposed = unicodedata.normalize("NFD", word.lower())
    tones = [mark for mark in decomposed if mark in "\u0300\u0301\u0303\u0309\u0323"]
    plain = unicodedata.normalize("NFC", decomposed.translate(_TONES))
    if len(tones) > 1 or not _SYLLABLE.fullmatch(plain):
        return False
    return not _STOPPED.search(plain) or tones in (["\u0301"], ["\u0323"])


def _marked_words(text: str) -> list[str]:
    return [word for word in _WORD.findall(text) if not word.isascii()]


def vietnamese_share(text: str) -> float:
    """How many of the words with diacritics are possible syllables, 0 to 1; 0 without any."""
    words = _marked_words(unicodedata.normalize("NFC", text))
    return sum(map(is_syllable, words)) / len(words) if words else 0.0


def _reading(text: str, encoding: str | None) -> int:
    """The number of impossible words under one reading; no encoding touches ASCII or blanks."""
    return sum(_impossible_in(word, encoding) for word in text.split() if not word.isascii())


@lru_cache(maxsize=65536)
def _impossible_in(word: str, encoding: str | None) -> int:
    if encoding:
        word = decode(word, encoding)
    # Bytes of the other encoding leave signs inside words; a sign next to a letter spoils it.
    parts = re.split(r"[-/,.&()+\"'“”:;]", word.strip("().,;:!?\"'«»“”‘’/–-"))
    return sum(1 for part in parts if not part.isascii() and not is_syllable(part))


@lru_cache(maxsize=65536)
def verdict(text: str) -> str | None:
    """«Unicode», «TCVN3» or «VNI» for one text; None where it is plain ASCII or undecided."""
    if text.isascii():
        return None
    if any(
        ord(letter) > 0xFF and "LATIN" in unicodedata.name(letter, "")
        for letter in unicodedata.normalize("NFC", text)
    ):
        return "Unicode"
    wrong = {
        name: _reading(text, name if name != "Unicode" else None)
        for name in ("Unicode", *ENCODINGS)
    }
    fewest = min(wrong.values())
    best = [name for name, count in wrong.items() if count == fewest]
    return best[0] if len(best) == 1 else None

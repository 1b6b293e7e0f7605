"""Vietnamese text: cleaning, keys for search and for identity, and the order of lists."""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from emulation_cli.domain.patterns import pattern

# U+00D0 (Icelandic eth) is typed for Đ by many old keyboards.
_REPLACED = str.maketrans({"\u00d0": "Đ", "\u00f0": "đ", "\u00a0": " ", "\u202f": " "})
_BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_INVISIBLE = str.maketrans(dict.fromkeys(f"{_BIDI}\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_BLANKS = pattern(r"\s+")
_NO_LETTERS = pattern(r"[\W_]+")
_DIRECTED = str.maketrans(dict.fromkeys(_BIDI))

_TONES = "\u0300\u0301\u0303\u0309\u0323"
# The open glides whose tone is written on either vowel: hoà/hòa, khoẻ/khỏe, thuỷ/thủy.
_LATE_TONE = pattern(rf"(o)([ae])([{_TONES}])(?!\w)|(?<!q)(u)(y)([{_TONES}])(?!\w)")


def clean(text: str) -> str:
    """Text as the register keeps it: NFC, no invisible or control characters, single blanks."""
    if text.isprintable() and _plain(text):  # then all its blanks are plain ones
        even = "  " not in text and text[:1] != " " and text[-1:] != " "
        return text if even else " ".join(text.split())
    text = _BLANKS.sub(" ", text.translate(_REPLACED).translate(_INVISIBLE))
    if not text.isprintable():
        text = "".join(c for c in text if unicodedata.category(c) not in ("Cc", "Cs", "Co"))
    # Composed last: what was dropped may have stood between a letter and its mark.
    return _BLANKS.sub(" ", unicodedata.normalize("NFC", text)).strip()


def _plain(text: str) -> bool:
    """Whether a printable text is in NFC and has no look-alike of Đ: nearly every name is."""
    if text.isascii():
        return True
    return unicodedata.is_normalized("NFC", text) and "\u00d0" not in text and "\u00f0" not in text


def safe(text: str) -> str:
    """Text for output: control characters made visible, overrides of direction dropped."""
    if text.isprintable():
        return text
    text = text.translate(_DIRECTED)
    return "".join("\ufffd" if _unwritable(c) else c for c in text)


def _unwritable(character: str) -> bool:
    """Controls, halves of characters, and the two that no XML may hold."""
    return unicodedata.category(character) in ("Cc", "Cs") or character in "\ufffe\uffff"


@lru_cache(maxsize=65536)
def _fold_word(word: str) -> str:
    decomposed = unicodedata.normalize("NFD", word.casefold())
    kept = "".join(c for c in decomposed if not unicodedata.combining(c))
    return kept.replace("đ", "d").replace("ð", "d")


def fold(text: str) -> str:
    """The key of search and of headings: no case, no diacritics, đ as d, single blanks."""
    if text.isascii() and text.isprintable():
        return " ".join(text.casefold().split())
    return " ".join(filter(None, map(_fold_word, clean(text).split())))


def slug(text: str) -> str:
    """A name for files, links and codes: «Sửa sai» is `sua-sai`."""
    return _NO_LETTERS.sub("-", fold(text)).strip("-")


@lru_cache(maxsize=65536)
def _compare_word(word: str) -> str:
    decomposed = unicodedata.normalize("NFD", word.casefold())
    placed = _LATE_TONE.sub(
        lambda m: f"{m[1] or m[4]}{m[3] or m[6]}{m[2] or m[5]}",
        decomposed,
    )
    return unicodedata.normalize("NFC", placed)


def comparing_key(text: str) -> str:
    """The key of identity: no case, one place for the tone, diacritics kept.

    Folding diacritics would merge different people (INTAKE section 3.5).
    """
    return " ".join(_compare_word(word) for word in clean(text).split())


def name_keys(name: str) -> tuple[str, str]:
    """Both keys of a name, `fold` and `comparing_key`, for the cost of one."""
    words = clean(name).split()
    return " ".join(map(_fold_word, words)), " ".join(map(_compare_word, words))


_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_LETTER_RANK = {letter: rank for rank, letter in enumerate(_LETTERS, start=1)}
_TONE_RANK = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}


@lru_cache(maxsize=16384)  # a report has a name in some ten of its lists
def vietnamese_order(text: str) -> tuple[str, ...]:
    """A sorting key: numbers by their value, then a ă â b c d đ e ê …, then the tones.

    Without a tone, huyền, hỏi, ngã, sắc, nặng; «Tổ 2», «Tổ 10», «Tổ A».
    """
    return tuple(_word_order(word) for word in clean(text).casefold().split())


_DIGITS = pattern(r"([0-9]+)")
_NUMBER, _END_OF_LETTERS = "\1", "\0"  # before every letter
_LAST = 0x10FFFF


@lru_cache(maxsize=65536)
def _word_order(word: str) -> str:
    """Letters and tones as signs that sort by their code."""
    tones = letters = ""
    for part in _DIGITS.split(word):
        if part.isdecimal():
            letters += f"{_NUMBER}{part[:18]:0>18}"  # by its value
            continue
        for character in part:
            marks = unicodedata.normalize("NFD", character)
            tones += "".join(chr(1 + _TONE_RANK[mark]) for mark in marks if mark in _TONE_RANK)
            bare = "".join(mark for mark in marks if mark not in _TONE_RANK)
            letter = unicodedata.normalize("NFC", bare)
            rank = _LETTER_RANK.get(letter, 100 + ord(letter[0]) if letter else 0)
            letters += chr(min(1 + rank, _LAST))
    return letters + _END_OF_LETTERS + tones


def person_order(name: str) -> tuple[str, ...]:
    """A sorting key for persons: the given name (the last word) first, then the rest."""
    words = vietnamese_order(name)
    return (*words[-1:], *words[:-1])


def name_order(kind: str | None, name: str) -> tuple[str, ...]:
    """How a name is sorted among others of its kind (DOMAIN section 4)."""
    return person_order(name) if kind == "individual" else vietnamese_order(name)


def nearest(
    text: str, candidates: Iterable[str], limit: int = 3, *, whole: bool = False, least: int = 55
) -> list[str]:
    """The folded candidates most like a text, best first, for «did you mean»; never a decision.

    With `whole` a candidate must be alike from end to end, not only hold the text; `least` is
    how alike, of 100.
    """
    from rapidfuzz import fuzz, process

    scorer = fuzz.ratio if whole else fuzz.WRatio
    found = process.extract(
        fold(text), list(candidates), scorer=scorer, limit=limit, score_cutoff=least
    )
    return [candidate for candidate, _score, _index in found]

"""Texts in two encodings, or read in a wrong one and saved again: mended where that can be done."""

from functools import cache

from emulation_cli.domain.patterns import pattern
from emulation_cli.sheets.formats import legacy_encodings
from emulation_cli.sheets.workbook import ReaderNote

# How the bytes of Vietnamese letters look when they are taken for those of Western Europe: one of
# four letters, then one that no Vietnamese word has there.
_SIGNS = pattern("[ÃÄÅÆÂ][\u0080-\u00bf\u0152-\u02dc\u2013-\u2122\ufffd]|á[º»][^\x00-\x7f]|â€")
_LEAST_SIGNS = 5
_LEAST_SHARE = 0.5  # of the letters beyond ASCII
_LONGEST = 16 << 20  # bytes; a longer text is written by one program
_LOST = "\ufffd"
_SHOWN = 40
_SAMPLE = 1 << 18  # letters; a long text is all of one make
_LEAST_VIETNAMESE = 0.8  # of the words with marks, in either part of a text in two encodings
_HEAD = 40_000
_NOT_IN_1252 = b"\x81\x8d\x8f\x90\x9d"


def mended(data: bytes) -> tuple[bytes, tuple[ReaderNote, ...]]:
    """The bytes in one encoding, and what was done to them; those of a sound text as they are."""
    if len(data) > _LONGEST:
        return data, ()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _of_two(data)
    if text.isascii() or not _is_twice(text[:_SAMPLE]):
        return data, ()
    lines = [_once(line) for line in text.splitlines(keepends=True)]
    whole = [line for line in lines if line is not None]
    if len(whole) == len(lines) and _LOST not in text:
        return "".join(whole).encode(), (ReaderNote("mended_letters", "warn", {}),)
    found = _SIGNS.search(text)
    place = found.start() if found else 0
    shown = text[max(place - _SHOWN // 2, 0) : place + _SHOWN // 2].split("\n")[0].strip()
    return data, (ReaderNote("broken_letters", "block", {"text": shown}),)


def _is_twice(text: str) -> bool:
    signs = len(_SIGNS.findall(text))
    beyond = len(text) - len(text.encode("ascii", "ignore"))
    return signs >= _LEAST_SIGNS and 2 * signs > _LEAST_SHARE * beyond


def _once(line: str) -> str | None:
    """A line whose bytes were read as letters, read as what they are; None where they are not."""
    if line.isascii():
        return line
    plain = line.translate(_numbers()).encode("latin-1", "replace")
    try:
        return plain.decode("utf-8")
    except UnicodeDecodeError:
        return None


@cache
def _numbers() -> dict[int, int]:
    """The letters that Windows has in the place of control characters, and their numbers.

    Five numbers have no letter there; programs keep them as the control character.
    """
    return {
        ord(letter): number
        for number in range(0x80, 0xA0)
        if (letter := bytes([number]).decode("cp1252", "ignore"))
    }


def _of_two(data: bytes) -> tuple[bytes, tuple[ReaderNote, ...]]:
    """Lines of Unicode among others, as joined files have them; each part must be Vietnamese."""
    lines = data.splitlines(keepends=True)
    broken = [n for n, line in enumerate(lines) if not _is_unicode(line)]
    sound = b"".join(line for line in lines if _is_unicode(line)).decode("utf-8")
    if b"\0" in data[:_HEAD] or not _is_vietnamese(sound):
        return data, ()
    codec, encoding = single_bytes(b"".join(lines[n] for n in broken))
    others = [_in_unicode(lines[n], codec, encoding) for n in broken]
    if not _is_vietnamese("".join(others)):
        return data, ()
    for n, text in zip(broken, others, strict=True):
        lines[n] = text.encode()
    values = {"encoding": encoding or codec, "row": broken[0] + 1}
    return b"".join(lines), (ReaderNote("mixed_encodings", "warn", values, broken[0]),)


def _is_vietnamese(text: str) -> bool:
    return legacy_encodings.vietnamese_share(text[:_HEAD]) >= _LEAST_VIETNAMESE


def _in_unicode(line: bytes, codec: str, encoding: str | None) -> str:
    text = line.decode(codec, "replace")
    return legacy_encodings.decode(text, encoding) if encoding else text


def single_bytes(data: bytes) -> tuple[str, str | None]:
    """Windows-1258, TCVN3 or VNI, whichever gives the most Vietnamese syllables."""
    plain = data[:_HEAD].decode("latin-1")
    readings = {
        "cp1258": data[:_HEAD].decode("cp1258", "replace"),
        "TCVN3": legacy_encodings.decode(plain, "TCVN3"),
        "VNI": legacy_encodings.decode(plain, "VNI"),
    }
    best = max(
        readings, key=lambda name: legacy_encodings.vietnamese_share(readings[name][:20_000])
    )
    if best == "cp1258":
        return best, None
    return ("latin-1" if any(byte in data for byte in _NOT_IN_1252) else "cp1252"), best


def _is_unicode(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True

"""Text files: any separator, any encoding a Vietnamese office has used."""

import csv
import io
import math
import sys
from collections import Counter

from emulation_cli.sheets import legacy
from emulation_cli.sheets.guard import Hostile
from emulation_cli.sheets.workbook import Cell, Sheet

_SEPARATORS = ";,\t|"
_SAMPLE_ROWS = 60
_MOST_BROKEN = 0.02
_LEAST_SOUND = 6
_MOST_UNREADABLE = 0.02


def read(data: bytes) -> Sheet:
    """The one sheet of a text file; raises Hostile where the bytes are no text or no table."""
    text, encoding = decode(data)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    strange = sum(1 for letter in text[:20_000] if letter < " " and letter not in "\t\n\x0c\x1a")
    if strange > _MOST_UNREADABLE * len(text[:20_000]):
        raise Hostile("no_spreadsheet")
    rows = _rows(text.replace("\0", ""), _separator(text))
    if text[:4].lower() == "sep=":
        # Excel's own hint for the separator; its line keeps its number.
        rows[0] = []
    return Sheet("", rows, encoding=encoding)


def decode(data: bytes) -> tuple[str, str | None]:
    """The text, and the legacy encoding its letters are still in (TCVN3, VNI), if any."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace"), None
    if (wide := _without_mark(data)) is not None:
        return wide, None
    try:
        return data.decode("utf-8-sig"), None
    except UnicodeDecodeError:
        text = data.decode("utf-8-sig", "replace")
    # A file cut in the middle of a letter is no other encoding: in those hardly a byte fits.
    broken, sound = text.count("\ufffd"), sum(letter > "\x7f" for letter in text)
    if broken <= 1 + _MOST_BROKEN * sound and sound > _LEAST_SOUND * broken:
        return text, None
    return _decode_single_bytes(data)


def _without_mark(data: bytes) -> str | None:
    """UTF-16 that lost its byte-order mark: every second byte of plain text is zero."""
    sample = data[:400]
    for offset, name in ((1, "utf-16-le"), (0, "utf-16-be")):
        half = sample[offset::2]
        if half.count(0) > 0.4 * max(len(half), 1) and sample[1 - offset :: 2].count(0) == 0:
            return data.decode(name, "replace")
    return None


def _decode_single_bytes(data: bytes) -> tuple[str, str | None]:
    """Windows-1258, TCVN3 or VNI, whichever gives the most Vietnamese syllables."""
    plain = data.decode("latin-1")
    readings = {
        "cp1258": data.decode("cp1258", "replace"),
        "TCVN3": legacy.decode(plain, "TCVN3"),
        "VNI": legacy.decode(plain, "VNI"),
    }
    best = max(readings, key=lambda name: legacy.vietnamese_share(readings[name][:20_000]))
    if best == "cp1258":
        return readings[best], None
    return data.decode("cp1252", "replace") if "\ufffd" not in data.decode(
        "cp1252", "replace"
    ) else plain, best


def _rows(text: str, separator: str) -> list[list[Cell]]:
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    return [list(row) for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator)]


def _separator(text: str) -> str:
    """The separator that cuts the most lines into the same number of cells."""
    if text[:4].lower() == "sep=" and text[4:5] in _SEPARATORS:
        return text[4]
    sample = "".join(text[:60_000].splitlines(keepends=True)[:_SAMPLE_ROWS])
    return max(_SEPARATORS, key=lambda separator: _evenness(sample, separator))


def _evenness(sample: str, separator: str) -> float:
    widths = Counter(len(row) for row in _rows(sample, separator) if any(row))
    widths.pop(1, None)
    if not widths:
        return 0
    width, lines = widths.most_common(1)[0]
    return lines * math.sqrt(min(width, 12))

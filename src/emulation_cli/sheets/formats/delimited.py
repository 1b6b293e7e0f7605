"""Text files: any separator, any encoding a Vietnamese office has used."""

import codecs
import csv
import io
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from itertools import islice

from emulation_cli.domain.patterns import pattern
from emulation_cli.sheets.budget import Budget
from emulation_cli.sheets.guard import Hostile
from emulation_cli.sheets.mojibake import mended, single_bytes
from emulation_cli.sheets.workbook import Cell, Place, ReaderNote, Sheet

_SEPARATORS = "\t;|,"  # of two as even the one that no text holds
_SAMPLE_ROWS = 60
_MOST_BROKEN = 0.02
_LEAST_SOUND = 6
_MOST_UNREADABLE = 0.02
_HEAD_LINES = 2_000
_LONGEST_LINE = 1 << 20  # letters; a row of twenty cells as full as Excel lets them be is shorter
_BLOCK = 1 << 20
_LEAST_SEPARATORS = 2
_MOST_NOTES = 20
_GUARDS = (b'="', b'=\0"', b"'")
_CALL = pattern(r"=[A-Z][A-Z0-9.]*\(.*\)", re.DOTALL)
_GUARDED = pattern(r'="((?:[^"]|"")*)"\s*')


def read(data: bytes, budget: Budget) -> Sheet:
    """The one sheet of a text file; raises Hostile where the bytes are no text or no table."""
    data, notes = mended(data)
    codec, encoding = codec_of(data)
    head = "".join(islice(_lines(data, codec), _HEAD_LINES))
    strange = sum(1 for letter in head[:20_000] if letter < " " and letter not in "\t\n\x0c\x1a")
    if strange > _MOST_UNREADABLE * len(head[:20_000]):
        raise Hostile("no_spreadsheet")
    rows: list[Sequence[Cell]] = []
    stray: list[int] = []
    split = partial(_apart, stray=stray) if b'"' in data else _rows
    guarded = any(sign in data for sign in _GUARDS)
    uncomputed: set[Place] = set()
    called = b"=" in data
    for row in split(_lines(data, codec), _separator(head)):
        bare = [_bare(cell) for cell in row] if guarded else row
        if called:
            bare = [_without_call(cell, (len(rows), n), uncomputed) for n, cell in enumerate(bare)]
        budget.add_row(bare)
        rows.append(bare)
    notes += tuple(ReaderNote("stray_quote", "warn", {}, row) for row in stray[:_MOST_NOTES])
    if head[:4].lower() == "sep=":
        # Excel's own hint for the separator; its line keeps its number.
        rows[0] = []
    return Sheet("", rows, encoding=encoding, notes=notes, uncomputed=frozenset(uncomputed))


def _without_call(cell: str, place: Place, uncomputed: set[Place]) -> str:
    """A formula that was written out in place of what it gives is a cell without a result."""
    if cell[:1] != "=" or not _CALL.fullmatch(cell):
        return cell
    uncomputed.add(place)
    return ""


def _bare(cell: str) -> str:
    """What web systems guard as ="…" or by an apostrophe, so that Excel takes it for no number."""
    if cell[:1] == "'" and cell.count("'") == 1:
        return cell[1:]
    found = cell[:2] == '="' and _GUARDED.fullmatch(cell)
    return found[1].replace('""', '"') if found else cell


def decode(data: bytes) -> tuple[str, str | None]:
    """The text, and the legacy encoding its letters are still in (TCVN3, VNI), if any."""
    codec, encoding = codec_of(data)
    return data.decode(codec, "replace"), encoding


def codec_of(data: bytes) -> tuple[str, str | None]:
    """What Python reads the bytes with, and the legacy encoding that the letters are then in."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16", None
    if wide := _without_mark(data):
        return wide, None
    broken, sound = _marks(data)
    # A file cut in the middle of a letter is no other encoding: in those hardly a byte fits.
    if not broken or (broken <= 1 + _MOST_BROKEN * sound and sound > _LEAST_SOUND * broken):
        return "utf-8-sig", None
    return single_bytes(data)


def _marks(data: bytes) -> tuple[int, int]:
    """Bytes that are no UTF-8, and letters beyond ASCII; block by block: a text may be long."""
    reader = codecs.getincrementaldecoder("utf-8")("replace")
    broken = sound = 0
    for start in range(0, len(data) + 1, _BLOCK):
        text = reader.decode(data[start : start + _BLOCK], start + _BLOCK > len(data))
        if not text.isascii():
            broken += text.count("\ufffd")
            sound += len(text) - len(text.encode("ascii", "ignore"))
    return broken, sound


def _without_mark(data: bytes) -> str | None:
    """UTF-16 that lost its byte-order mark: every second byte of plain text is zero."""
    sample = data[:400]
    for offset, name in ((1, "utf-16-le"), (0, "utf-16-be")):
        half = sample[offset::2]
        if half.count(0) > 0.4 * max(len(half), 1) and sample[1 - offset :: 2].count(0) == 0:
            return name
    return None


def _lines(data: bytes, codec: str) -> Iterator[str]:
    with io.TextIOWrapper(io.BytesIO(data), codec, "replace", newline=None) as text:
        while line := text.readline(_LONGEST_LINE):
            if len(line) == _LONGEST_LINE:
                raise Hostile("too_costly")
            yield line.replace("\0", "")


def _rows(lines: Iterable[str], separator: str) -> Iterator[list[str]]:
    csv.field_size_limit(_LONGEST_LINE)
    return csv.reader(lines, delimiter=separator)


def _apart(lines: Iterable[str], separator: str, stray: list[int]) -> Iterator[list[str]]:
    """The rows; where a quotation mark that nothing closes swallowed others, these one by one.

    Their numbers are noted in `stray`.
    """
    taken: list[str] = []

    def noted() -> Iterator[str]:
        for line in lines:
            taken.append(line)
            yield line

    number, widest = 0, 0
    reader = _rows(noted(), separator)
    while (row := _next_row(reader, number)) is not None:
        if _swallows(row, separator, widest) if len(taken) > 1 else _is_open(taken, row, separator):
            stray.append(number)
            found = [line.rstrip("\r\n").replace('"', "").split(separator) for line in taken]
        else:
            found = [row]
            widest = max(widest, len(row))
        taken.clear()
        number += len(found)
        yield from found


def _next_row(reader: Iterator[list[str]], number: int) -> list[str] | None:
    try:
        return next(reader, None)
    except csv.Error:  # a quotation mark that nothing closes, and more behind it than a cell holds
        raise Hostile("open_quote", row=number + 1) from None


def _swallows(row: list[str], separator: str, widest: int) -> bool:
    """Whether a cell holds a whole further row: as many cells, beyond a line break."""
    least = max(widest - 1, _LEAST_SEPARATORS)
    return any(line.count(separator) >= least for cell in row for line in cell.split("\n")[1:])


def _is_open(taken: list[str], row: list[str], separator: str) -> bool:
    """Whether a quotation mark opens in the last line of a text, and holds the cells behind it."""
    return bool(row) and separator in row[-1] and "".join(taken).count('"') % 2 == 1


def _separator(text: str) -> str:
    """The separator that cuts the most lines into the same number of cells."""
    if text[:4].lower() == "sep=" and text[4:5] in _SEPARATORS:
        return text[4]
    sample = text[:60_000].splitlines(keepends=True)[:_SAMPLE_ROWS]
    return max(_SEPARATORS, key=lambda separator: _evenness(sample, separator))


def _evenness(sample: list[str], separator: str) -> float:
    widths: Counter[int] = Counter()
    with suppress(csv.Error):
        widths.update(len(row) for row in _rows(sample, separator) if any(row))
    widths.pop(1, None)
    if not widths:
        return 0
    width, lines = widths.most_common(1)[0]
    return lines * math.sqrt(min(width, 12))

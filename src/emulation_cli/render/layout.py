"""Text laid out in columns of a fixed pitch, by the width that characters really take."""

import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import zip_longest

GAP = "  "
TAB = "\t"  # between columns that nothing aligns
_WIDE = ("W", "F")


@lru_cache(maxsize=16384)
def width(text: str) -> int:
    """The cells a text takes on a terminal: marks take none, wide letters two."""
    if text.isascii():
        return len(text)
    return sum(map(_cells, text))


@lru_cache(maxsize=4096)
def _cells(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) == "Cf":
        return 0
    return 2 if unicodedata.east_asian_width(character) in _WIDE else 1


def folded(text: str, room: int | None) -> list[str]:
    """The text in lines no wider than `room`, broken at blanks where it can be; None: one line."""
    if room is None or width(text) <= room:
        return [text]
    lines = [""]
    for word in text.split():
        for piece in _pieces(word, room):
            joined = f"{lines[-1]} {piece}" if lines[-1] else piece
            if width(joined) <= room:
                lines[-1] = joined
            else:
                lines.append(piece)
    return lines


def balanced(text: str, room: int) -> list[str]:
    """The text in as few lines as folded, but of about one length: no word stands alone."""
    count = len(folded(text, room))
    narrower = (folded(text, n) for n in range(max(-(-width(text) // count), 1), room))
    return next((lines for lines in narrower if len(lines) <= count), folded(text, room))


def _pieces(word: str, room: int) -> Iterable[str]:
    """A word cut where it is wider than the room: nothing of it is lost."""
    while width(word) > room:
        taken, cells = 0, 0
        while taken < len(word) and (taken == 0 or cells + _cells(word[taken]) <= room):
            cells += _cells(word[taken])
            taken += 1
        yield word[:taken]
        word = word[taken:]
    if word:
        yield word


def padded(text: str, room: int, *, right: bool = False) -> str:
    fill = " " * (room - width(text))
    return fill + text if right else text + fill


def natural_widths(rows: Iterable[Sequence[str]]) -> list[int]:
    """How wide each column would like to be. Takes at least one row."""
    widths: list[int] = []
    for row in rows:
        cells = (width(cell) for cell in row)
        widths = [max(pair) for pair in zip_longest(widths, cells, fillvalue=0)]
    return widths


def fitted(widths: Sequence[int], least: Sequence[int], room: int | None) -> list[int]:
    """The widths shrunk until they fit the room, the widest first, none below its least."""
    fit = list(widths)
    if room is None:
        return fit
    while total_width(fit) > room:
        loose = [i for i, cells in enumerate(fit) if cells > least[i]]
        if not loose:
            break
        fit[max(loose, key=lambda i: fit[i])] -= 1
    return fit


def total_width(widths: Sequence[int]) -> int:
    return sum(widths) + len(GAP) * (len(widths) - 1)


def aligned(row: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> list[str]:
    """The lines of one row: a cell too wide for its column goes on below itself."""
    cells = [folded(cell, room) for cell, room in zip(row, widths, strict=True)]
    return [
        GAP.join(
            padded(part, room, right=to_right)
            for part, room, to_right in zip(line, widths, right, strict=True)
        ).rstrip()
        for line in zip_longest(*cells, fillvalue="")
    ]

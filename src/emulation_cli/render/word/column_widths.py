"""How a page's width is shared by the columns of a list: so that its rows take few lines."""

from collections.abc import Sequence

from emulation_cli.render.layout import natural_widths, width

_LETTER = 0.18  # of a point's height, in millimetres: how wide a letter is on the average
_BOLD = 1.3  # a letter of a head takes as much more
_PADDING = 2  # letters
_MEASURED = 200  # rows, from all over the list
_LONGEST_WORD = 18
_STEP = 2  # letters
_BY_HAND = 10  # letters: what is left empty is written by hand


def column_widths(
    head: Sequence[str], rows: Sequence[Sequence[str]], room: float, size: float = 11
) -> list[float]:
    """Millimetres for each column, `room` in all: no usual word is broken, no column starves.

    Letters go one by one to the column where they save the most lines, while they save any.
    """
    measured = rows[:: max(len(rows) // _MEASURED, 1)]
    every = (head, *measured)
    words = [[max(text.split(), key=width, default="") for text in row] for row in every]
    longest = natural_widths([[" " * _bold(word) for word in words[0]], *words[1:]])
    texts = [[width(row[i]) for row in measured] for i in range(len(head))]
    widths = [
        max(min(letters, _LONGEST_WORD), 0 if any(column) else _BY_HAND)
        for letters, column in zip(longest, texts, strict=True)
    ]
    heads = [_bold(title) for title in head]
    columns = [[title, *column] for title, column in zip(heads, texts, strict=True)]
    spare = int(room / (_LETTER * size)) - _PADDING * len(head) - sum(widths)
    for _ in range(spare // _STEP):
        costs = [_lines(columns, _wider(widths, i)) for i in range(len(head))]
        if min(costs) >= _lines(columns, widths):
            break
        widths = _wider(widths, costs.index(min(costs)))
    scale = room / sum(letters + _PADDING for letters in widths)
    return [(letters + _PADDING) * scale for letters in widths]


def _bold(text: str) -> int:
    return round(width(text) * _BOLD)


def _wider(widths: Sequence[int], column: int) -> list[int]:
    return [n + _STEP * (i == column) for i, n in enumerate(widths)]


def _lines(texts: Sequence[Sequence[int]], widths: Sequence[int]) -> float:
    """How high the rows are, and a little how full their cells: parts of lines count, or a column
    that needs several more letters for a line less would never get the first.
    """
    columns = zip(texts, widths, strict=True)
    lines = [[max(letters / room, 1.0) for letters in column] for column, room in columns]
    heights: list[float] = [max(row) for row in zip(*lines, strict=True)]
    return sum(heights) + sum(map(sum, lines)) / 10

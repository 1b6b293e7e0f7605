"""«1. Ngõ xanh; 2. Tủ sách», «- Tổ 1», «- Tổ 2» in lines: what one cell lists, by its marks."""

import re
from collections.abc import Iterator

from emulation_cli.domain.patterns import pattern
from emulation_cli.intake.cells.cell_values import as_text
from emulation_cli.sheets.workbook import Cell

_MARK = pattern(
    r"(?:^|(?<=[\s;,.:]))\(?(\d{1,2}|[a-hđ](?=[.)]))\s*[.)/:]\s*(?=[^\W\d]|[\"“«'])", re.IGNORECASE
)
_LEAD = pattern(r"^[^\W\d][^:;\n]{0,30}:\s*(?=\(?(?:1|a)\s*[.)/:])", re.IGNORECASE)
_BULLET = pattern(r"\s*[-–+•*]\s*(?=\S)")
_AROUND = " \n\t;,."
_LETTERS = "abcdefgh"
_FIRST = frozenset("(1aA-–+•*")


def listed(cell: Cell) -> list[str]:
    """The things that a cell counts from 1 or a on, or puts in lines of their own behind dashes.

    «Gồm: 1) …; 2) …»: a short lead says nothing more.
    """
    if not isinstance(cell, str) or len(cell) < 2:
        return []
    text = _LEAD.sub("", cell.strip()) if ":" in cell else cell.strip()
    if text[:1] not in _FIRST:
        return []
    parts = list(_counted(text)) or _dashed(text)
    return [found for part in parts if (found := as_text(part.strip(_AROUND)))]


def _counted(text: str) -> Iterator[str]:
    """The texts between the marks 1, 2, 3 … or a, b, c …; another number belongs to a text.

    A lone letter counts nothing.
    """
    starts: list[tuple[int, int]] = []
    letters = text.lstrip("(")[:1].isalpha()
    for match in _MARK.finditer(text):
        due = _LETTERS[len(starts) : len(starts) + 1] if letters else str(len(starts) + 1)
        if match[1].lower() == due and (starts or match.start() == 0):
            starts.append(match.span())
    if letters and len(starts) == 1:
        return
    ends = [start for start, _end in starts[1:]] + [len(text)]
    for (_start, begin), end in zip(starts, ends, strict=False):
        yield text[begin:end]


def _dashed(cell: str) -> list[str]:
    lines = [line for line in cell.split("\n") if line.strip()]
    marks = [_BULLET.match(line) for line in lines]
    return (
        [line[m.end() :] for line, m in zip(lines, marks, strict=True) if m] if all(marks) else []
    )

"""«1. Ngõ xanh; 2. Tủ sách», «- Tổ 1», «- Tổ 2» in lines: what one cell lists, by its marks."""

from collections.abc import Iterator

from emulation_cli.domain.patterns import pattern
from emulation_cli.intake.cells.cell_values import as_text
from emulation_cli.sheets.workbook import Cell

_NUMBER = pattern(r"(?:^|(?<=[\s;,.]))\(?(\d{1,2})\s*[.)/:]\s*(?=[^\W\d]|[\"“«'])")
_BULLET = pattern(r"\s*[-–+•*]\s*(?=\S)")
_AROUND = " \n\t;,."


def listed(cell: Cell) -> list[str]:
    """The things that a cell counts from 1 on, or puts in lines of their own behind dashes."""
    if not isinstance(cell, str) or len(cell) < 2 or cell.lstrip()[:1] not in _FIRST:
        return []
    parts = list(_counted(cell)) or _dashed(cell)
    return [text for part in parts if (text := as_text(part.strip(_AROUND)))]


_FIRST = frozenset("(1-–+•*")


def _counted(cell: str) -> Iterator[str]:
    """The texts between the numbers 1, 2, 3 …; another number belongs to a text."""
    text = cell.strip()
    starts: list[tuple[int, int]] = []
    for match in _NUMBER.finditer(text):
        if int(match[1]) == len(starts) + 1 and (starts or match.start() == 0):
            starts.append(match.span())
    ends = [start for start, _end in starts[1:]] + [len(text)]
    for (_start, begin), end in zip(starts, ends, strict=False):
        yield text[begin:end]


def _dashed(cell: str) -> list[str]:
    lines = [line for line in cell.split("\n") if line.strip()]
    marks = [_BULLET.match(line) for line in lines]
    return (
        [line[m.end() :] for line, m in zip(lines, marks, strict=True) if m] if all(marks) else []
    )

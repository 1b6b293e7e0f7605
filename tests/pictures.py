"""Pictures for the manual: a terminal's screen and the first page of a document, drawn as SVG."""

import os
import re
import shlex
import sys
from collections.abc import Iterable, Iterator
from html import escape
from itertools import zip_longest
from pathlib import Path
from typing import Any, NamedTuple

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.table import Table

from emulation_cli.render.layout import folded, width

COLUMNS, LINE, LETTER, EDGE = 80, 18, 8.4, 16
_PAGE_WIDTH, _PAGE_HEIGHT, _MARGIN = 620, 860, 56
_STYLE = re.compile(r"\x1b\[([0-9;]*)m")
_ANCHORS = {WD_ALIGN_PARAGRAPH.CENTER: "middle", WD_ALIGN_PARAGRAPH.RIGHT: "end"}


def screen_of(line: str, home: Path) -> str:
    """What a terminal of 80 columns shows after a command line, that line on top."""
    import fcntl
    import pty
    import struct
    import termios

    program = [sys.executable, "-m", "emulation_cli", *shlex.split(line)[1:]]
    environment = {"TERM": "xterm", "COLUMNS": str(COLUMNS), "LINES": "40"}
    child, terminal = pty.fork()
    if child == 0:
        fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", 40, COLUMNS, 0, 0))
        os.chdir(home)
        os.execvpe(program[0], program, {**os.environ, **environment})
    shown = b""
    while True:
        try:
            new = os.read(terminal, 65536)
        except OSError:
            break
        if not new:
            break
        shown += new
    os.close(terminal)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0, shown.decode()
    return f"$ {line}\n{shown.decode().replace(chr(13), '')}"


def drawn_screen(text: str) -> str:
    """The screen as a picture: a window, a line of text each, bold as it was."""
    lines = text.rstrip("\n").split("\n")
    high, wide = len(lines) * LINE + 3 * EDGE, COLUMNS * LETTER + 2 * EDGE
    rows = "".join(_screen_row(line, number) for number, line in enumerate(lines))
    return _svg(
        wide, high,
        f'<rect width="{wide:g}" height="{high}" rx="8" fill="#1e1e24"/>'
        + "".join(f'<circle cx="{18 + 18 * i}" cy="14" r="5" fill="#6a6a74"/>' for i in range(3))
        + f'<g font-family="Consolas,DejaVu Sans Mono,monospace" font-size="14" fill="#e6e6e6">{rows}</g>',
    )  # fmt: skip


def _screen_row(line: str, number: int) -> str:
    parts, bold, column = [], False, 0
    for place, piece in enumerate(_STYLE.split(line)):
        if place % 2:
            bold = "1" in piece.split(";")
        elif piece:
            look = ' font-weight="bold"' if bold else ""
            x = EDGE + column * LETTER
            room = width(piece) * LETTER
            parts.append(f'<tspan x="{x:g}"{look} textLength="{room:g}">{escape(piece)}</tspan>')
            column += width(piece)
    y = 2.5 * EDGE + number * LINE
    return f'<text y="{y:g}" xml:space="preserve">{"".join(parts)}</text>' if parts else ""


def drawn_document(path: Path) -> str:
    """The beginning of a Word document as a picture of a page."""
    y, parts = float(_MARGIN), []
    for block in Document(str(path)).iter_inner_content():
        for cells in _rows_of(block):
            lines = [folded(cell.text, int(cell.room / 6.2)) for cell in cells]
            if y + 15 * max(map(len, lines)) > _PAGE_HEIGHT - _MARGIN:
                break
            for cell, texts in zip(cells, lines, strict=True):
                parts += (_text_at(cell, text, y + 15 * n) for n, text in enumerate(texts))
            y += 15 * max(map(len, lines)) + 3
    page = f'<rect x="1" y="1" width="{_PAGE_WIDTH - 2}" height="{_PAGE_HEIGHT - 2}" fill="#fff" stroke="#999"/>'
    look = 'font-family="Times New Roman,Liberation Serif,serif" font-size="12" fill="#000"'
    return _svg(_PAGE_WIDTH, _PAGE_HEIGHT, f"{page}<g {look}>{''.join(parts)}</g>")


class _Placed(NamedTuple):
    """A text with its place: where it is anchored, how wide it may be."""

    text: str
    x: float
    room: float
    anchor: str = "start"
    bold: bool = False


def _text_at(cell: _Placed, text: str, y: float) -> str:
    look = ' font-weight="bold"' if cell.bold else ""
    return f'<text x="{cell.x:g}" y="{y:g}" text-anchor="{cell.anchor}"{look}>{escape(text)}</text>'


def _rows_of(block: Any) -> Iterator[list[_Placed]]:
    """A paragraph as one row; of a table each row, of the head of a document line by line."""
    room = float(_PAGE_WIDTH - 2 * _MARGIN)
    if not isinstance(block, Table):
        anchor = _ANCHORS.get(block.alignment, "start")
        x = {"start": _MARGIN, "middle": _PAGE_WIDTH / 2, "end": _PAGE_WIDTH - _MARGIN}[anchor]
        if block.text.strip():
            bold = any(run.bold for run in block.runs)
            yield [_Placed(block.text.strip(), x, room, anchor, bold)]
        return
    for number, row in enumerate(block.rows):
        texts = [cell.text.strip() for cell in row.cells]
        if len(texts) == 2:  # who issues it on the left, the nation on the right
            for pair in zip_longest(*(text.split("\n") for text in texts), fillvalue=""):
                sides = ((text, _MARGIN + room * (0.25 + 0.5 * i)) for i, text in enumerate(pair))
                yield [_Placed(text, x, room / 2, "middle") for text, x in sides]
            continue
        first, label, *values = texts
        each = room * 0.5 / max(len(values), 1)
        left = _MARGIN + room * 0.5
        bold = number == 0
        yield [
            _Placed(first if first != label else "", _MARGIN, 30, bold=bold),
            _Placed(label, _MARGIN + 34, room * 0.5 - 34, bold=bold),
            *(
                _Placed(text, left + each * (i + 0.5), each, "middle", bold)
                for i, text in enumerate(values)
            ),
        ]


def _svg(wide: float, high: float, inner: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:g} {high:g}"'
        f' width="{wide:g}" role="img">{inner}</svg>\n'
    )


def pictures(home: Path, language: str) -> Iterable[tuple[str, str]]:
    """The name and the SVG of every picture in a language; `home` holds the lists."""
    first = "emul --db so.db import lists/"
    for line in (
        "emul --db so.db init --unit 'Huyện Cẩm Xuyên' --yes",
        f"{first}01-don-vi.xlsx -y",
    ):
        screen_of(line, home)
    for title, line in (
        ("import", f"{first}10-dien-hinh-xa-thi-tran-2021.xlsx --dry-run"),
        ("report", "emul report 2021-2023 --models 2018-2023"),
        ("list", "emul list exemplars --period 2023 --unit 'cam due'"),
    ):
        yield title, drawn_screen(screen_of(line, home))
    if language == "vi":  # documents are Vietnamese whatever the screen is
        screen_of("emul report 2021-2023 --models 2018-2023 -o bao-cao.docx", home)
        yield "document", drawn_document(home / "bao-cao.docx")

"""What a search has found: in columns on a terminal, with tabs between in a pipe."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TextIO

from emulation_cli.domain.text import safe
from emulation_cli.render.layout import aligned, fitted, folded, natural_widths, total_width
from emulation_cli.render.screen.terminal import Line, show

Row = Sequence[str]
_LEFT = (False,) * 4
_LEAST = 10  # of a long column, on a narrow screen


def found_names(rows: Iterable[Row], out: TextIO) -> None:
    """Write a line for each record: its id, noun, name, and what tells it apart."""
    cells = [[safe(text) for text in row] for row in rows]

    def page(room: int | None) -> Iterator[Line]:
        if room is None:
            yield from (Line("\t".join(row)) for row in cells)
            return
        natural = natural_widths(cells)
        least = [min(wide, _LEAST) for wide in natural]
        widths = fitted(natural, least, room)
        for row in cells:
            narrow = total_width(least) > room
            lines = folded("  ".join(row), room) if narrow else aligned(row, widths, _LEFT)
            yield from map(Line, lines)

    show(page, out)

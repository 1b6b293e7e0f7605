"""Lines brought to a stream: with styles and a width on a terminal, plain in a pipe."""

from collections.abc import Callable, Iterable
from io import StringIO
from shutil import get_terminal_size
from typing import NamedTuple, TextIO

from emulation_cli.domain.text import safe


class Line(NamedTuple):
    """A line and how it looks on a terminal (a style of Rich); sense never hangs on the look."""

    text: str = ""
    style: str = ""


# Makes the lines for a width, or for no limit (None).
Page = Callable[[int | None], Iterable[Line]]


def show(page: Page, out: TextIO) -> None:
    """Write a page to a stream; what its lines hold does nothing there.

    What goes wrong with the stream itself is the caller's to say.
    """
    if out.isatty():
        _on_terminal(page, out)
    else:
        # The tabs between the columns are ours; those of values were made visible before.
        rows = (line.text.split("\t") for line in page(None))
        out.writelines("\t".join(map(safe, row)) + "\n" for row in rows)


def _on_terminal(page: Page, out: TextIO) -> None:
    from rich.console import Console
    from rich.text import Text

    from emulation_cli.render.screen import pager

    shown = StringIO()
    screen = Console(file=out)
    # Of a terminal that is called dumb Rich believes that it has 80 columns.
    width = get_terminal_size().columns if screen.is_dumb_terminal else screen.width
    console = Console(
        file=shown, width=width, force_terminal=True, markup=False, emoji=False, highlight=False
    )
    for line in page(width):
        if line.style:
            console.print(Text(safe(line.text), style=line.style), soft_wrap=True)
        else:
            shown.write(f"{safe(line.text)}\n")  # Rich would take a third of a millisecond for it
    pager.page(shown.getvalue(), out)

"""What is said beside the data: on stderr, whole lines in a pipe, unbroken words on a terminal."""

import os
import sys
from typing import NamedTuple, TextIO

from emulation_cli.domain.text import safe


class Manners(NamedTuple):
    """How this run speaks with the clerk.

    `quiet`: nothing but data, questions, and what went wrong; `verbose`: what the screen only
    counts is said one by one; `asks`: she may be asked.
    """

    quiet: bool = False
    verbose: bool = False
    asks: bool = True


_manners = Manners()


def behave(wished: Manners) -> None:
    """Set the manners of this run."""
    global _manners  # noqa: PLW0603 (one process, one run)
    _manners = wished


def manners() -> Manners:
    """The manners of this run."""
    return _manners


def most(usual: int) -> int | None:
    """How many of a kind are named one by one: `usual`, or all where she wants each said."""
    return None if _manners.verbose else usual


def put(text: str) -> None:
    """Write lines to stdout, where most of what is said are data; what they hold does nothing."""
    rows = (line.split("\t") for line in text.split("\n"))  # tabs between columns are ours
    sys.stdout.write("\n".join("\t".join(map(safe, row)) for row in rows) + "\n")


def put_sentences(text: str) -> None:
    """Write lines to stdout that are sentences: on a terminal they are folded like any other."""
    room = _room(sys.stdout)
    put(text if room is None else "\n".join(_all_folded(text, room)))


def narrate(text: str, end: str = "\n") -> None:
    """Write lines to stderr; those wider than a terminal go on below, indented as they began.

    What they hold does nothing there: no sign of a name moves the cursor.
    """
    room = _room(sys.stderr)
    shown = "\n".join(map(safe, text.split("\n")))
    lines = [shown] if room is None else _all_folded(shown, room)
    sys.stderr.write("\n".join(lines) + end)


def _room(stream: TextIO) -> int | None:
    """The width of the terminal that a stream is; None for a pipe or a file."""
    if not stream.isatty():
        return None
    try:
        return os.get_terminal_size(stream.fileno()).columns or None
    except (OSError, ValueError):  # a console that does not know its width folds by itself
        return None


def _all_folded(text: str, room: int) -> list[str]:
    return [part for line in text.split("\n") for part in _folded(line, room)]


def _folded(line: str, room: int) -> list[str]:
    if len(line) < room:
        return [line]
    from emulation_cli.render.layout import folded

    indent = line[: len(line) - len(line.lstrip())]
    return [indent + part for part in folded(line, max(room - len(indent) - 1, 20))]

"""Choosing while typing: with each letter the choices that still fit, without diacritics."""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from emulation_cli.domain.text import fold, safe

# A plain line instead of a menu: for readers of the screen, and for whoever likes it better.
PLAIN = "EMUL_PLAIN"
_MENU = 8  # lines below the question


def can_narrow() -> bool:
    """Whether the terminal can draw a menu below the line that is typed."""
    if os.environ.get(PLAIN) or os.environ.get("TERM", "") in ("dumb", "unknown"):
        return False
    return sys.stdin.isatty() and sys.stderr.isatty()


def type_and_choose(question: str, labels: Sequence[str]) -> str | None:
    """One line from the clerk, a whole label where she took it from the menu (Tab or an arrow).

    None where the console cannot do it; raises EOFError where the input ends.
    """
    from prompt_toolkit import PromptSession
    from prompt_toolkit.output import ColorDepth, create_output

    try:
        session: PromptSession[str] = PromptSession(
            output=create_output(stdout=sys.stderr),
            completer=_narrowing(labels),
            reserve_space_for_menu=_MENU,
            color_depth=ColorDepth.DEPTH_4_BIT,  # some consoles print finer colours as text
        )
    except Exception:  # noqa: BLE001 (each kind of console has an error of its own)
        return None
    return session.prompt(f"{safe(question)} ").strip()


def _narrowing(labels: Sequence[str]) -> Any:
    from prompt_toolkit.completion import Completer, Completion

    keys = [(fold(label), safe(label)) for label in labels]

    class Narrowing(Completer):
        def get_completions(self, document: Any, complete_event: Any) -> Iterator[Completion]:
            del complete_event
            typed = document.text_before_cursor
            for label in narrowed(keys, typed):
                yield Completion(label, start_position=-len(typed))

    return Narrowing()


def narrowed(keys: Iterable[tuple[str, str]], typed: str) -> list[str]:
    """The labels that hold each typed word, those first in which a word begins with the text.

    `keys` are folded labels with the labels.
    """
    text = fold(typed)
    parts = text.split()
    found = [(key, label) for key, label in keys if all(part in key for part in parts)]
    return [label for key, label in sorted(found, key=lambda one: f" {text}" not in f" {one[0]}")]

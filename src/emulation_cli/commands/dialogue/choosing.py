"""Choosing while typing: with each letter the choices that still fit, without diacritics."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import Any, Generic, TypeVar

from emulation_cli.domain.text import fold, safe

T = TypeVar("T")
Choice = tuple[str, T]
# The choices that fit what is typed; nothing typed: those that stand there first.
Fitting = Callable[[str], Sequence[Choice[T]]]

# A plain line instead of a menu: for readers of the screen, and for whoever likes it better.
PLAIN = "EMUL_PLAIN"
_MENU = 8  # lines below the question


def can_narrow() -> bool:
    """Whether the terminal can draw a menu below the line that is typed."""
    if os.environ.get(PLAIN) or os.environ.get("TERM", "") in ("dumb", "unknown"):
        return False
    return sys.stdin.isatty() and sys.stderr.isatty()


class Menu(Generic[T]):
    """The choices below a line, and which of them a whole label on the line is."""

    def __init__(self, fitting: Fitting[T]) -> None:
        self._fitting = fitting
        self._shown: dict[str, Choice[T]] = {}

    def labels(self, typed: str) -> list[str]:
        """The labels of what fits the typed text."""
        found = {safe(choice[0]): choice for choice in self._fitting(typed)}
        self._shown |= found
        return list(found)

    def picked(self, text: str) -> Choice[T] | None:
        """The choice whose label was taken from the menu."""
        return self._shown.get(text)


class Narrowed(Generic[T]):
    """Choices that are known beforehand, narrowed by what is typed."""

    def __init__(self, choices: Callable[[], Sequence[Choice[T]]]) -> None:
        self._choices = choices

    @cached_property
    def _keys(self) -> list[tuple[str, Choice[T]]]:
        return [(fold(choice[0]), choice) for choice in self._choices()]

    def __call__(self, typed: str) -> list[Choice[T]]:
        """Those that hold each typed word, those first in which a word begins with the text."""
        text = fold(typed)
        parts = text.split()
        found = [one for one in self._keys if all(part in one[0] for part in parts)]
        found.sort(key=lambda one: f" {text}" not in f" {one[0]}")
        return [choice for _key, choice in found]


def type_and_choose(question: str, menu: Menu[Any]) -> str | None:
    """One line from the clerk, a whole label where she took it from the menu (Tab or an arrow).

    None where the console cannot do it; raises EOFError where the input ends.
    """
    from prompt_toolkit import PromptSession
    from prompt_toolkit.output import ColorDepth, create_output

    try:
        session: PromptSession[str] = PromptSession(
            output=create_output(stdout=sys.stderr),
            completer=_completer(menu),
            reserve_space_for_menu=_MENU,
            color_depth=ColorDepth.DEPTH_4_BIT,  # some consoles print finer colours as text
        )
    except Exception:  # noqa: BLE001 (each kind of console has an error of its own)
        return None
    return session.prompt(f"{safe(question)} ").strip()


def _completer(menu: Menu[Any]) -> Any:
    from prompt_toolkit.completion import Completer, Completion

    class Narrowing(Completer):
        def get_completions(self, document: Any, complete_event: Any) -> Iterator[Completion]:
            del complete_event
            typed = document.text_before_cursor
            for label in menu.labels(typed):
                yield Completion(label, start_position=-len(typed))

    return Narrowing()

"""Questions to the clerk: on stderr, and only where a person sits at both ends."""

import sys
from collections.abc import Callable, Sequence
from typing import TypeVar

from emulation_cli import words
from emulation_cli.commands.dialogue import choosing
from emulation_cli.commands.frame.narration import manners, narrate
from emulation_cli.domain.errors import EmulError
from emulation_cli.domain.text import fold, safe

T = TypeVar("T")
Choice = tuple[str, T]

MOST_CANDIDATES = 10

# A clerk answers in either language, with or without diacritics.
_YES = {"c", "co", "y", "yes"}
_NO = {"k", "khong", "n", "no"}


def possible() -> bool:
    """Whether anyone is there to answer: stdin and stderr are terminals."""
    return manners().asks and sys.stdin.isatty() and sys.stderr.isatty()


def answer(question: str) -> str:
    """One line from the clerk; raises EOFError where the input ends."""
    narrate(safe(question), end=" ")
    sys.stderr.flush()
    line = ""
    try:
        line = sys.stdin.readline()
    finally:
        if not line:
            narrate("")  # what is said next begins on a line of its own
    if not line:
        raise EOFError
    return line.strip()


def _typed(question: str, menu: Sequence[Choice[T]]) -> str:
    """A line from the clerk, with a menu that narrows where there is one and the terminal can."""
    if menu and choosing.can_narrow():
        sys.stderr.flush()
        text = choosing.type_and_choose(question, [label for label, _ in menu])
        if text is not None:
            return text
    return answer(question)


def confirmed(question: str) -> bool:
    """Ask yes or no; an empty answer is no."""
    while True:
        text = fold(answer(f"{question} {words.say('cli.yes_or_no')}"))
        if text in _YES:
            return True
        if not text or text in _NO:
            return False


def ask(
    question: str,
    read: Callable[[str], T],
    choices: Callable[[], Sequence[Choice[T]]],
    known: Callable[[str], bool] = lambda _text: True,
    on_enter: Choice[T] | None = None,
    *,
    offered: Callable[[], Sequence[Choice[T]]] = tuple,
) -> T:
    """Ask until the answer can be read; a part of a name, without diacritics, finds its choices.

    Enter alone gives `on_enter`, whose label the question shows. `read` raises EmulError for what
    it cannot read, and the clerk is asked again. What can be read but is not `known` would be new:
    the choices that contain it are offered once before. Where the terminal can, a long list of
    choices, or what else is `offered`, narrows as she types.
    """
    shown: Sequence[Choice[T]] = choices() if len(choices()) <= MOST_CANDIDATES else ()
    menu: Sequence[Choice[T]] = () if shown else choices() or offered()
    new = None
    while True:
        _list(shown)
        text = _typed(question + (f" [{on_enter[0]}]:" if on_enter else ":"), menu)
        if picked := _picked(text, shown, menu) if text else on_enter:
            return picked[1]
        if not known(text) and text != new and (near := _containing(text, choices())):
            shown, new = near, text
            narrate(words.say("cli.known_or_new", text=safe(text)))
            continue
        try:
            value = read(text)
        except EmulError as refusal:
            shown = _containing(text, choices())
            if len(shown) == 1:
                narrate(f"  = {safe(shown[0][0])}")
                return shown[0][1]
            if not shown:
                narrate(words.say(refusal.sentence, **refusal.values))
        else:
            _say_which(text, value, choices())
            return value


def _picked(text: str, shown: Sequence[Choice[T]], menu: Sequence[Choice[T]]) -> Choice[T] | None:
    """The choice of a number on the list that is shown, or of a whole label of the menu."""
    if text.isdecimal() and 0 < int(text) <= len(shown):
        return shown[int(text) - 1]
    return next((choice for choice in menu if choice[0] == text), None)


def _say_which(text: str, value: object, choices: Sequence[Choice[T]]) -> None:
    """Say what a part of a name, or a code, was taken for."""
    label = next((label for label, meant in choices if meant == value), None)
    if label is not None and fold(text) != fold(label):
        narrate(f"  = {safe(label)}")


def _containing(text: str, choices: Sequence[Choice[T]]) -> list[Choice[T]]:
    part = fold(text)
    return [choice for choice in choices if part and part in fold(choice[0])]


def _list(choices: Sequence[Choice[T]]) -> None:
    for number, (label, _) in enumerate(choices[:MOST_CANDIDATES], start=1):
        narrate(f"  {number:2}  {safe(label)}")
    if len(choices) > MOST_CANDIDATES:
        narrate("      " + words.say("cli.more_candidates", count=len(choices) - MOST_CANDIDATES))

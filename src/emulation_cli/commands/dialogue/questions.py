"""Questions to the clerk: on stderr, and only where a person sits at both ends."""

import sys
from collections.abc import Callable, Sequence
from typing import TypeVar

from emulation_cli import words
from emulation_cli.commands.dialogue import choosing
from emulation_cli.commands.dialogue.choosing import Choice, Fitting, Menu, Narrowed
from emulation_cli.commands.frame.narration import manners, narrate
from emulation_cli.domain.errors import EmulError
from emulation_cli.domain.text import fold, safe

T = TypeVar("T")

MOST_CANDIDATES = 10
ALL = "?"  # asks for the whole list, up to so many
MOST_LISTED = 200

# A clerk answers in either language, with or without diacritics.
_YES = {"c", "co", "y", "yes"}
_NO = {"k", "khong", "n", "no"}
_SLIP = 80  # how alike, of 100, a text is to what was meant


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


def answer_from(question: str, menu: Menu[T] | None) -> str:
    """A line from the clerk, with a menu that narrows where there is one and the terminal can."""
    if menu and choosing.can_narrow():
        sys.stderr.flush()
        text = choosing.type_and_choose(question, menu)
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
    offered: Fitting[T] | None = None,
    at_once: bool = False,
) -> T:
    """Ask until the answer can be read, or a part of a name finds its one choice.

    Enter alone gives `on_enter`; «?» lists all choices; the first of them may stand `at_once`.
    What is read and not `known` would be new: choices like it are shown once before. A long list,
    or what is `offered` for the typed letters, narrows as she types.
    """
    fitting = offered or Narrowed(choices)
    every = fitting("")
    shown = _listed(every) if at_once else _first(every, typed=offered is not None)
    menu, new = Menu(fitting) if offered or len(every) > len(shown) else None, ""
    question += f" [{on_enter[0]}]:" if on_enter else ":"
    while True:
        text = answer_from(question, menu)
        if picked := _picked(text, shown, menu) if text else on_enter:
            return picked[1]
        if near := _instead(text, new, every, known):
            shown, new = near, text
            continue
        try:
            value = read(text)
        except EmulError as refusal:
            near = fitting(text) if fold(text) else ()
            if len(near) == 1:
                narrate(f"  = {safe(near[0][0])}")
                return near[0][1]
            shown = _say_what_fits(text, near, refusal) or shown
        else:
            _say_which(text, value, every)
            return value


def _first(choices: Sequence[Choice[T]], *, typed: bool) -> Sequence[Choice[T]]:
    """Choices that are few stand before the question; of many it is said how to see them.

    `typed` ones, whose number may be one of their own, wait for the menu where there is one.
    """
    narrowing = choosing.can_narrow()
    if len(choices) <= MOST_CANDIDATES and not (typed and narrowing):
        return _listed(choices)
    if choices and not narrowing:
        narrate("   ?  " + words.say("cli.list_all", count=words.number(len(choices))))
    return ()


def _instead(
    text: str, before: str, choices: Sequence[Choice[T]], known: Callable[[str], bool]
) -> Sequence[Choice[T]]:
    """Choices listed instead of an answer: all on «?», those like a text that would be new."""
    if text == ALL:
        return _listed(choices, MOST_LISTED)
    if text in ("", before) or known(text):
        return ()
    if near := _listed(_like(text, choices)):
        narrate(words.say("cli.known_or_new", text=safe(text)))
    return near


def _say_what_fits(text: str, near: Sequence[Choice[T]], refusal: EmulError) -> Sequence[Choice[T]]:
    """The choices that fit an answer that was refused, on the screen; without any, the refusal."""
    if not near:
        narrate(_why(text, refusal))
    return _listed(near)


def _why(text: str, refusal: EmulError) -> str:
    """A refusal at a question: she typed no option, so none is named."""
    if not text:
        return words.say("cli.answer_needed")
    said = safe(words.say(refusal.sentence, **refusal.values))
    said = said.removeprefix(f"--{refusal.values.get('option')}: ")
    return said[:1].upper() + said[1:]


def _picked(text: str, shown: Sequence[Choice[T]], menu: Menu[T] | None) -> Choice[T] | None:
    """The choice of a number on the list that is shown, or of a whole label of the menu."""
    if text.isdecimal() and 0 < int(text) <= len(shown):
        return shown[int(text) - 1]
    return menu.picked(text) if menu else None


def _say_which(text: str, value: object, choices: Sequence[Choice[T]]) -> None:
    """Say what a part of a name, or a code, was taken for."""
    label = next((label for label, meant in choices if meant == value), None)
    if label is not None and fold(text) != fold(label):
        narrate(f"  = {safe(label)}")


def _containing(text: str, choices: Sequence[Choice[T]]) -> list[Choice[T]]:
    part = fold(text)
    return [choice for choice in choices if part and part in fold(choice[0])]


def _like(text: str, choices: Sequence[Choice[T]]) -> list[Choice[T]]:
    """The choices that contain a text, else those that a slip of the finger would make it."""
    if found := _containing(text, choices):
        return found
    from emulation_cli.domain.text import nearest

    spoken = {fold(part): one for one in choices for part in one[0].rstrip(")").split(" (")}
    return [spoken[key] for key in nearest(text, spoken, whole=True, least=_SLIP)]


def _listed(choices: Sequence[Choice[T]], most: int = MOST_CANDIDATES) -> Sequence[Choice[T]]:
    """Number the first choices on the screen, and say how many there are besides; the first."""
    for number, (label, _) in enumerate(choices[:most], start=1):
        narrate(f"  {number:2}  {safe(label)}")
    if (more := len(choices) - most) > 0:
        narrate("      " + words.say("cli.more_candidates", count=words.number(more)))
    return choices[:most]

"""Commands by their words in either language, and by the words of what is added: `add honour`."""

from collections.abc import Sequence

from emulation_cli import words
from emulation_cli.commands import COMMANDS
from emulation_cli.domain.text import fold

HELP = "help"
_ADD, _LONGEST = "add", 3


def native(name: str) -> str:
    """The word of a command in the language of the screen."""
    return words.sentences("commands").get(name, name)


def meant_command(args: Sequence[str]) -> tuple[str, list[str]] | None:
    """The command that a line begins with and the words behind it; None where there is none.

    «thêm điển hình» is them-dien-hinh, with or without hyphens and diacritics.
    """
    if args[0] in COMMANDS:
        return _added(args) if args[0] == _ADD else (args[0], list(args[1:]))
    known = {word: name for name, word in words.sentences("commands", "vi").items()}
    for count in range(min(_LONGEST, len(args)), 0, -1):
        name = known.get("-".join(map(fold, args[:count])))
        if name in COMMANDS:
            found = [name, *args[count:]]
            return _added(found) if name == _ADD else (name, found[1:])
    return None


def _added(args: Sequence[str]) -> tuple[str, list[str]]:
    """`add honour …` is add-honour."""
    from emulation_cli.commands.dialogue.parsing import noun
    from emulation_cli.domain.errors import Usage

    for count in (2, 1):
        named = " ".join(args[1 : 1 + count])
        try:
            command = f"{_ADD}-{noun(named).removesuffix('s')}" if named else ""
        except Usage:
            continue
        if command in COMMANDS:
            return command, list(args[1 + count :])
    return _ADD, list(args[1:])


def known_words() -> list[str]:
    """Every word that a command is called by, for «did you mean»."""
    return list(dict.fromkeys([*COMMANDS, *words.sentences("commands", words.language()).values()]))

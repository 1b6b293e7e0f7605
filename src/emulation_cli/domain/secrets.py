"""What may be typed in a command and never be kept: the log is read by others, for ever."""

import re
from collections.abc import Iterable, Iterator

from emulation_cli.domain.patterns import pattern

MASK = "***"
OPTION = "--password"
# A word was kept with quotes around it but none escaped: only the next option surely ends it.
_TYPED = pattern(rf"({OPTION})(?:=| )(?!-file\b).*?(?= --?[a-z]|$)", re.DOTALL)


def hide_secrets(words: Iterable[str]) -> Iterator[str]:
    """The words of a command with a mask in the place of what opens a file."""
    secret = False
    for word in words:
        if secret:
            yield MASK
        elif word.startswith(f"{OPTION}="):
            yield f"{OPTION}={MASK}"
        else:
            yield word
        secret = word == OPTION and not secret


def hide_secrets_in(command: str) -> str:
    """The same for a command that was kept as one text; rather too much of it than too little."""
    return _TYPED.sub(rf"\1 {MASK}", command)

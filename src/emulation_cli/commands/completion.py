"""`completion`: the script that lets a shell complete a line, and the words that it asks for."""

import sys
from typing import Annotated

import typer

from emulation_cli import resources
from emulation_cli.commands.frame.desk import desk_of
from emulation_cli.commands.frame.narration import put
from emulation_cli.commands.next_words import next_words
from emulation_cli.domain.errors import Usage

# What a script asks `emul completion` for, with the words of the line behind «--».
WORDS = "words"


def completion(
    ctx: typer.Context,
    shell: Annotated[str, typer.Argument()],
    line: Annotated[list[str] | None, typer.Argument(hidden=True)] = None,
) -> None:
    """Write the script for a shell, or the words that may follow those of a line."""
    if shell == WORDS:
        found = next_words(desk_of(ctx), line or [""])
        for word in found:
            put(word)
        return
    scripts = resources.completion_scripts()
    if shell.lower() not in scripts:
        raise Usage("cli.unknown_shell", text=shell, known=", ".join(scripts))
    sys.stdout.write(scripts[shell.lower()].read_text("utf-8"))

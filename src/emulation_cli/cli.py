"""The entry point, and the one boundary: whatever is raised below ends as one line and a code.

The program itself (`commands.program`) is imported by `main`, after the garbage collector is off:
importing makes thousands of objects that live to the end, and looking through them for garbage
would be a tenth of the time of a command. Tests go through `main` in their own process.
"""

import gc
import os
import sys
from collections.abc import Iterator, Sequence

from emulation_cli import (
    late_libraries,  # noqa: F401 (before what imports them)
    words,
)
from emulation_cli.commands import COMMANDS
from emulation_cli.commands.frame import languages
from emulation_cli.domain.errors import Usage

__all__ = ["COMMANDS", "main"]

HELP = "help"
ROOT_OPTIONS = ("--db", "--lang")
ROOT_FLAGS = ("--quiet", "--verbose", "--no-pager", "--no-input")


def main(argv: Sequence[str] | None = None) -> int:
    """Run `emul` with these words, or with those of the process; gives the exit code."""
    whole_process = argv is None
    if whole_process:
        gc.disable()
        # What a library says while it throws a half-written file away; the error itself is told.
        sys.unraisablehook = lambda _: None
    _speak_utf8()
    code = _run(sys.argv[1:] if argv is None else argv)
    if whole_process:
        os._exit(code)  # nothing is left to tidy up; the interpreter would still spend 2 ms on it
    return code


def _run(argv: Sequence[str]) -> int:
    db = None
    try:
        words.use(languages.of_environment())
        from emulation_cli.commands.frame.program import invoke

        flags, others = _root_flags(argv)
        root, rest = _root_options(others)
        db = dict(root).get("--db")
        words.use(languages.of_screen(dict(root)))
        code = invoke([*flags, *(w for pair in root for w in pair), *_asked_for_help(rest)])
        sys.stdout.flush()
        sys.stderr.flush()
    except BaseException as error:  # noqa: BLE001 (the boundary: nothing passes it)
        from emulation_cli.commands.frame import failures

        return failures.told(error, db)
    finally:
        if opening := sys.modules.get("emulation_cli.register.opening.register_file"):
            opening.close_waiting()
    return code


def _root_flags(argv: Sequence[str]) -> tuple[list[str], list[str]]:
    """The flags of the program, which may stand anywhere before «--», and all other words."""
    end = argv.index("--") if "--" in argv else len(argv)
    flags = [word for word in argv[:end] if word in ROOT_FLAGS]
    return flags, [word for word in argv[:end] if word not in ROOT_FLAGS] + list(argv[end:])


def _root_options(argv: Sequence[str]) -> tuple[list[tuple[str, str]], list[str]]:
    """The options of the program, which may stand anywhere in the line, and all other words."""
    root: list[tuple[str, str]] = []
    rest: list[str] = []
    remaining = iter(argv)
    for word in remaining:
        option, _, value = word.partition("=")
        if word == "--":
            return root, [*rest, word, *remaining]
        if option in ROOT_OPTIONS:
            root.append((option, value or _value_of(option, remaining)))
        else:
            rest.append(word)
    return root, rest


def _value_of(option: str, remaining: Iterator[str]) -> str:
    for value in remaining:
        return value
    raise Usage("cli.option_needs_value", option=option)


def _asked_for_help(argv: list[str]) -> list[str]:
    """`emul help WORD` is `emul WORD --help`; `emul help --all` names every command."""
    if argv[:1] not in ([HELP], [words.sentences("commands", "vi")[HELP]]):
        return argv
    return argv[1:2] if argv[1:2] == ["--all"] else [*argv[1:], "--help"]


def _speak_utf8() -> None:
    """No code page of the system can hold Vietnamese, and a pipe on Windows has such a one.

    A stream that was closed beforehand leads nowhere: the register must not take its number.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            from pathlib import Path

            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")

"""Help in the language of the screen, written plainly: what it is for, examples, options.

The texts stand in `words` (area `help`) under the names of commands and options, so a command's
module holds no help, and the page of all commands loads none of their modules.
"""

import platform
import re
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from typer.core import TyperCommand, TyperGroup

from emulation_cli import __version__, words

WIDEST = 96
WIDEST_LABEL = 28

Row = tuple[str, str]


class Command(TyperCommand):
    """A command that writes its help by `command_page`."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        formatter.write("\n".join(command_page(self, ctx)) + "\n")


class Group(TyperGroup):
    """The group that writes its help by `root_page`; `panels` are titles and command names."""

    panels: Mapping[str, Iterable[str]] = {}

    def format_help(self, ctx: Any, formatter: Any) -> None:
        formatter.write("\n".join(root_page(self, ctx)) + "\n")


def root_page(group: Group, ctx: Any) -> Iterator[str]:
    """The lines of `emul --help`."""
    yield words.say("help.usage", line=words.say("help.root.usage"))
    yield ""
    yield from _wrapped(words.say("help.root"))
    longest = max(len(name) for names in group.panels.values() for name in names)
    for panel, names in group.panels.items():
        rows = [(name, summary(name)) for name in names]
        yield from _section(words.say(f"help.panel.{panel}"), rows, longest + 2)
    yield from _section(words.say("help.options"), _options(group.get_params(ctx), "emul"))
    yield ""
    yield from _wrapped(words.say("help.root.more"))


def command_page(command: Command, ctx: Any) -> Iterator[str]:
    """The lines of `emul COMMAND --help`: examples before options, for they are read first."""
    name = str(command.name)
    params = command.get_params(ctx)
    yield words.say(
        "help.usage", line=f"{ctx.command_path}{_arguments(params)} [{_options_word()}]"
    )
    yield ""
    yield from _wrapped(words.say(f"help.{name}"))
    yield ""
    yield words.say("help.examples")
    for line in examples(name):
        yield from _example(line)
    for panel in ("arguments", "needed", "options"):
        chosen = [param for param in params if _panel(param) == panel]
        yield from _section(words.say(f"help.{panel}"), _options(chosen, name))


def summary(name: str) -> str:
    """The first line of a command's help."""
    return words.say(f"help.{name}").split("\n", 1)[0]


def examples(name: str) -> list[str]:
    """The example command lines of a command, which the tests run on the demo register."""
    return words.say(f"help.{name}.examples").splitlines()


def write_version() -> None:
    """Write the version of the program and of what it stands on."""
    import sqlite3

    python = platform.python_version()
    sys.stdout.write(f"emul {__version__} (Python {python}, SQLite {sqlite3.sqlite_version})\n")


def _example(line: str) -> Iterator[str]:
    """An example; a long one goes on in the next line, as a shell takes it."""
    first, *options = re.split(r" (?=--|-o)", line)
    shown = f"  {first}"
    for option in options:
        if len(shown) + len(option) > _width() - 3:
            yield f"{shown} \\"
            shown = "     "
        shown += f" {option}"
    yield shown


def _panel(param: Any) -> str:
    if param.param_type_name == "argument":
        return "arguments"
    return param.rich_help_panel or "options"


def _options_word() -> str:
    return words.say("help.options").upper()


def _arguments(params: Iterable[Any]) -> str:
    named = (param for param in params if param.param_type_name == "argument")
    return "".join(f" {metavar(param)}" for param in named)


def metavar(param: Any) -> str:
    """What stands for the value of an option or argument in the screen's language: TỆP, FILE."""
    name = _name(param)
    known = words.known(f"help.metavar.{name}")
    text = words.say(f"help.metavar.{name}" if known else "help.metavar")
    return f"{text}…" if param.nargs == -1 or param.multiple else text


def _name(param: Any) -> str:
    """The name that texts are kept under: that of the long option, else of the argument."""
    long = next((option for option in param.opts if option.startswith("--")), param.name)
    return str(long).removeprefix("--")


def _options(params: Iterable[Any], command: str) -> list[Row]:
    return [(_label(param), _text(param, command)) for param in params if not param.hidden]


def _label(param: Any) -> str:
    if param.param_type_name == "argument":
        return metavar(param)
    options = ", ".join(sorted(param.opts, key=len))
    return options if param.is_flag else f"{options} {metavar(param)}"


def _text(param: Any, command: str) -> str:
    """What is said of an option in this command, else of the option of that name anywhere."""
    keys = (f"help.{command}.{_name(param)}", f"help.option.{_name(param)}")
    return next((words.say(key) for key in keys if words.known(key)), "")


def _section(title: str, rows: list[Row], column: int = 0) -> Iterator[str]:
    if not rows:
        return
    yield ""
    yield title
    column = column or min(WIDEST_LABEL, max(len(label) for label, _ in rows) + 2)
    for label, text in rows:
        yield from _two_columns(label, text, column)


def _two_columns(label: str, text: str, column: int) -> Iterator[str]:
    first, *more = _lines(text, _width() - column - 2)
    if len(label) > column - 2:
        yield f"  {label}"
        label = ""
    yield f"  {label:<{column}}{first}".rstrip()
    yield from (f"  {'':<{column}}{line}" for line in more)


def _wrapped(text: str) -> Iterator[str]:
    for paragraph in text.splitlines():
        yield from _lines(paragraph, _width())


def _lines(text: str, width: int) -> list[str]:
    import textwrap

    return textwrap.wrap(text, width, break_on_hyphens=False, break_long_words=False) or [""]


def _width() -> int:
    return min(shutil.get_terminal_size().columns, WIDEST)

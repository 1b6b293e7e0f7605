"""Help in the language of the screen, written plainly: what it is for, examples, options.

The texts stand in `words` (area `help`) under the names of commands and options, so a command's
module holds no help, and the page of all commands loads none of their modules.
"""

import platform
import re
import shutil
import sys
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from typer.core import TyperCommand, TyperGroup

from emulation_cli import __version__, words
from emulation_cli.commands.frame.command_words import native

WIDEST = 96
WIDEST_LABEL = 28
NARROWEST_TEXT = 16  # in less an explanation stands below what it explains
# What the first page of help names; the others are under `emul help --all`.
EVERY_DAY = (
    "demo", "init", "add", "mark", "edit", "list", "search", "show", "report", "import", "undo",
    "check",
)  # fmt: skip
EXIT_CODES = ("0", "1", "2", "3", "4", "5", "6", "130")

Row = tuple[str, str]


class HelpfulCommand(TyperCommand):
    """A command that writes its help by `command_page`."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        formatter.write("\n".join(command_page(self, ctx)) + "\n")


class HelpfulGroup(TyperGroup):
    """The group that writes its help by `root_page`; `panels` are titles and command names."""

    panels: Mapping[str, Iterable[str]] = {}

    def format_help(self, ctx: Any, formatter: Any) -> None:
        formatter.write("\n".join(root_page(self, ctx)) + "\n")


def root_page(group: HelpfulGroup, ctx: Any) -> Iterator[str]:
    """The lines of `emul --help`."""
    yield words.say("help.usage", line=words.say("help.root.usage"))
    yield ""
    yield from _wrapped(words.say("help.root"))
    yield from _panels(group.panels, EVERY_DAY)
    yield from _section(words.say("help.options"), _options(group.get_params(ctx), "emul"))
    yield ""
    yield from _wrapped(words.say("help.root.more"))


def write_all(panels: Mapping[str, Iterable[str]]) -> None:
    """Write every command under its panel, and what the exit codes mean."""
    lines = list(_panels(panels, None))[1:]
    codes = [(code, words.say(f"help.exit.{code}")) for code in EXIT_CODES]
    lines += _section(words.say("help.exit_codes"), codes, 5)
    sys.stdout.write("\n".join(lines) + "\n")


def _panels(panels: Mapping[str, Iterable[str]], chosen: Collection[str] | None) -> Iterator[str]:
    """The commands that are `chosen`, else all, under their panels."""
    shown = {
        panel: [(_called(name), summary(name)) for name in names if not chosen or name in chosen]
        for panel, names in panels.items()
    }
    longest = max(len(name) for rows in shown.values() for name, _ in rows)
    for panel, rows in shown.items():
        yield from _section(words.say(f"help.panel.{panel}"), rows, longest + 2)


def _called(name: str) -> str:
    """A command in the words of the screen, with its English word where that is another."""
    word = native(name)
    return name if word == name else f"{word} ({name})"


def command_page(command: HelpfulCommand, ctx: Any) -> Iterator[str]:
    """The lines of `emul COMMAND --help`: examples before options, for they are read first."""
    name = str(command.name)
    params = command.get_params(ctx)
    called = words.command_line(ctx.command_path)
    yield words.say("help.usage", line=f"{called}{_arguments(params)} [{_options_word()}]")
    if called != ctx.command_path:
        yield words.say("help.also", line=ctx.command_path)
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

    from emulation_cli.register.opening.connections import SCHEMA_VERSION

    python = platform.python_version()
    told = f"Python {python}, SQLite {sqlite3.sqlite_version}, register {SCHEMA_VERSION}"
    sys.stdout.write(f"emul {__version__} ({told})\n")


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
    of_type = None if param.param_type_name == "argument" else param.metavar
    if of_type == "text":  # the name of the option says more
        of_type = None
    keys = (f"help.metavar.{of_type}", f"help.metavar.{_name(param)}")
    text = words.say(next((key for key in keys if words.known(key)), "help.metavar"))
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
    suffixes = ", ".join(_suffixes(command))
    said = (words.say(key, suffixes=suffixes) for key in keys if words.known(key))
    return next(said, "") or _label_of(_name(param), command)


def _label_of(option: str, command: str) -> str:
    """The label of the field that an option fills, where nothing more is said of it."""
    name = option.replace("-", "_")
    label = words.label(name, command.removeprefix("add-") + "s")
    return "" if label == name else label[:1].lower() + label[1:]


def _suffixes(command: str) -> tuple[str, ...]:
    """What the name of a file that a command writes may end in."""
    from emulation_cli import render

    whole = render.REPORT_SUFFIXES
    by_command = {"report": whole, "table": whole, "tally": render.TALLY_SUFFIXES}
    return by_command.get(command, render.LIST_SUFFIXES)


def _section(title: str, rows: list[Row], column: int = 0) -> Iterator[str]:
    if not rows:
        return
    yield ""
    yield title
    column = column or min(WIDEST_LABEL, max(len(label) for label, _ in rows) + 2)
    for label, text in rows:
        yield from _two_columns(label, text, column)


def _two_columns(label: str, text: str, column: int) -> Iterator[str]:
    if _width() - column - 2 < NARROWEST_TEXT:
        yield f"  {label}"
        yield from (f"    {line}" for line in _lines(text, _width() - 4))
        return
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

    room = max(width, 1)
    return textwrap.wrap(text, room, break_on_hyphens=False, break_long_words=False) or [""]


def _width() -> int:
    return min(shutil.get_terminal_size().columns, WIDEST)

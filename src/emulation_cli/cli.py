"""Assembles the program: which commands there are, whose module is loaded only when it is named.

`main` is the one boundary: whatever is raised below it ends as one line on stderr and an exit
code (`commands.failures`). Tests go through it in their own process.
"""

import gc
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from difflib import get_close_matches
from importlib import import_module
from typing import Annotated, Any

import typer
import typer.main

from emulation_cli import words
from emulation_cli.commands import failures, help_page, languages
from emulation_cli.commands.desk import Desk
from emulation_cli.domain.errors import Usage

# Panels in the order of the help, and under each its commands with module and function.
PANELS = {
    "start": {"init": "start.init", "demo": "demo.demo", "info": "start.info"},
    "record": {
        "add-unit": "record.add_unit",
        "add-exemplar": "record.add_exemplar",
        "add-model": "record.add_model",
        "add-event": "record.add_event",
        "add-decision": "record.add_decision",
        "add-honour": "record.add_honour",
        "mark": "change.mark",
        "add-term": "vocabulary.add_term",
        "edit": "change.edit",
        "cancel": "change.cancel",
    },
    "find": {"list": "find.list_rows", "show": "show.show", "search": "find.search"},
    "report": {"report": "report.report"},
    "lists": {"import": "import_lists.import_lists", "template": "template.template"},
}
COMMANDS = {name: place for panel in PANELS.values() for name, place in panel.items()}

ROOT_OPTIONS = ("--db", "--lang")


class Command(help_page.Command):
    """A command whose usage errors are ours, in the language of the screen."""

    allow_extra_args = True

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        rest = super().parse_args(ctx, args)
        if rest:
            raise Usage("cli.extra_arguments", words=" ".join(rest), command=ctx.command_path)
        return rest


class Commands(help_page.Group):
    """The group of all commands; the one that is named is imported and built, no other."""

    panels = PANELS

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        return build(cmd_name) if cmd_name in COMMANDS else None

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        name = args[0]
        if name not in COMMANDS:
            near = get_close_matches(name.lower(), COMMANDS, n=3)
            sentence = "cli.no_such_command_but" if near else "cli.no_such_command"
            raise Usage(sentence, name=name, near=", ".join(near))
        return name, self.get_command(ctx, name), args[1:]


def build(name: str) -> Any:
    """The command of this name with its help in the language of the screen."""
    module, function = COMMANDS[name].split(".")
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    callback = getattr(import_module(f"emulation_cli.commands.{module}"), function)
    app.command(name, cls=Command)(callback)
    return typer.main.get_command(app)


app = typer.Typer(name="emul", cls=Commands, add_completion=False, rich_markup_mode=None)


@app.callback(invoke_without_command=True)
def emul(
    ctx: typer.Context,
    db: Annotated[str | None, typer.Option()] = None,
    lang: Annotated[str | None, typer.Option()] = None,
    version: Annotated[bool, typer.Option("--version")] = False,
) -> None:
    """Set the desk for the command; without a command say how to begin."""
    desk: Desk = ctx.obj
    desk.db = db
    desk.asked_language = lang and words.language()
    if version:
        help_page.write_version()
    elif ctx.invoked_subcommand is None:
        sys.stdout.write(words.say("cli.welcome"))


def main(argv: Sequence[str] | None = None) -> int:
    """Run `emul` with these words, or with those of the process; gives the exit code."""
    whole_process = argv is None
    if whole_process:
        # The process is short-lived: collecting garbage costs more than the memory it frees.
        gc.disable()
    _speak_utf8()
    code = _run(sys.argv[1:] if argv is None else argv)
    if whole_process:
        os._exit(code)  # nothing is left to tidy up; the interpreter would still spend 2 ms on it
    return code


def _run(argv: Sequence[str]) -> int:
    try:
        root, rest = _root_options(argv)
        words.use(languages.of_screen(dict(root)))
        code = _invoke([word for pair in root for word in pair] + _asked_for_help(rest))
        sys.stdout.flush()
    except BaseException as error:  # noqa: BLE001 (the boundary: nothing passes it)
        return failures.told(error)
    return code


def _invoke(argv: list[str]) -> int:
    command = typer.main.get_command(app)
    settings: dict[str, Any] = {"help_option_names": ["-h", "--help"]}
    with closing(Desk(argv)) as desk:
        try:
            with command.make_context("emul", argv, obj=desk, **settings) as ctx:
                command.invoke(ctx)
        except typer.Exit as end:
            return end.exit_code
    return 0


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
    """`emul help WORD` is `emul WORD --help`."""
    return [*argv[1:2], "--help"] if argv[:1] == ["help"] else argv


def _speak_utf8() -> None:
    """No code page of the system can hold Vietnamese, and a pipe on Windows has such a one."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")

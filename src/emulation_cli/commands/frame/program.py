"""The Typer program over all commands; only the command that is named is imported and built."""

import os
from collections.abc import Sequence
from contextlib import closing
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer
import typer.main
from typer._click.exceptions import MissingParameter
from typer.core import TyperOption

from emulation_cli import words
from emulation_cli.commands import COMMANDS, PANELS
from emulation_cli.commands.dialogue import questions
from emulation_cli.commands.frame import help_page
from emulation_cli.commands.frame.command_words import known_words, meant_command
from emulation_cli.commands.frame.desk import Desk, desk_of, tell
from emulation_cli.commands.frame.narration import Manners, behave, narrate
from emulation_cli.commands.frame.repeats import given_once
from emulation_cli.domain.errors import Usage

# An option that takes every word up to the next one: `emul succeed OLD… --by NEW…`.
TAKES_SEVERAL = {"succeed": "--by"}
# What can be tried: the command is carried out and the register put back as it was.
TRIED = ("edit", "cancel", "mark", "succeed", "join", "distinct", "undo")
# Commands that take records: of which nouns, and the least and most of them.
_OF_ANY: tuple[str, ...] = ()
_RECORDS = {
    "show": (_OF_ANY, 1, 1),
    "edit": (_OF_ANY, 1, 1),
    "cancel": (_OF_ANY, 1, 1),
    "purge": (_OF_ANY, 1, 1),
    "mark": (("exemplars", "models"), 1, 1),
    "join": (_OF_ANY, 2, 2),
    "distinct": (_OF_ANY, 2, 2),
    "succeed": (("units",), 1, 50),
}
_ASKED_NOUNS = ("exemplars", "honours", "models", "decisions", "events", "units")
OUTPUT, STREAM, AGREED = "output", "-", "emul.agreed"


class Command(help_page.HelpfulCommand):
    """A command whose usage errors are ours, in the language of the screen."""

    allow_extra_args = True

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if option := TAKES_SEVERAL.get(self.name or ""):
            args = _repeated(option, args)
        rest = self._parsed(ctx, given_once(self.params, args))
        if rest:
            raise Usage(
                "cli.extra_arguments",
                words=" ".join(rest),
                command=words.command_line(ctx.command_path),
            )
        if ctx.params.get(OUTPUT) == STREAM:
            ctx.params[OUTPUT] = None
        return rest

    def _parsed(self, ctx: Any, args: list[str]) -> list[str]:
        """What is left of the words; what must be said is asked for where somebody is there."""
        try:
            return list(super().parse_args(ctx, list(args)))
        except MissingParameter as missing:
            param = missing.param
            if param is None or param.param_type_name != "argument" or not questions.possible():
                raise
            several = param.nargs != 1
        desk, name = ctx.find_object(Desk), str(self.name)
        if name in _RECORDS:
            said = _records_asked(desk, name)
        elif param.name == "noun":
            said = [_noun_asked(words.say(f"help.{name}.asked"))]
        else:
            text = _said(words.say(f"help.{name}.asked"), name)
            said = text.split() if several else [text]
        desk.command += "".join(f' "{one}"' if " " in one else f" {one}" for one in said)
        return list(super().parse_args(ctx, [*args, *said]))

    def invoke(self, ctx: Any) -> Any:
        if output := ctx.params.get(OUTPUT):
            from emulation_cli.commands.frame.written_files import permit

            permit(Path(output), yes=ctx.params.get("yes") or ctx.meta.get(AGREED, False))
        answer = super().invoke(ctx)
        if desk_of(ctx).dry_run:
            tell("cli.tried")
        return answer


# What Enter alone means.
_ON_ENTER = {"report": "this year"}


def _said(question: str, command: str) -> str:
    """What she types for the words that a command needs; without any it has nothing to do."""
    while not (text := questions.answer(f"{question}:") or _ON_ENTER.get(command, "")):
        narrate(words.say("cli.answer_needed"))
    return text


def _records_asked(desk: Desk, command: str) -> list[str]:
    """The ids of the records that she chooses, until there are as many as the command takes."""
    from emulation_cli.commands.dialogue.record_names import ask_which

    nouns, least, most = _RECORDS[command]
    said: list[str] = []
    question, ends = words.say("find.which_named"), words.say("find.enter_ends")
    while len(said) < most:
        enough = len(said) >= least
        ref = ask_which(desk.register, question, nouns, ends if enough else "")
        if ref is None:
            break
        said.append(str(ref))
    return said


def _noun_asked(question: str) -> str:
    """What she chooses by its number, or by its name."""
    from emulation_cli.commands.dialogue.parsing import noun

    choices = [(words.say(f"record.noun.{plural}"), plural) for plural in _ASKED_NOUNS]
    return questions.ask(question, noun, lambda: choices)


def _repeated(option: str, args: list[str]) -> list[str]:
    """`--by A B` as `--by A --by B`, which is how an option is given several times."""
    repeated: list[str] = []
    taking = False
    for word in args:
        if word.startswith("-"):
            taking = word == option
        elif taking and repeated[-1] != option:
            repeated.append(option)
        repeated.append(word)
    return repeated


class Commands(help_page.HelpfulGroup):
    """The group of all commands; the one that is named is imported and built, no other."""

    panels = PANELS

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        return build(cmd_name) if cmd_name in COMMANDS else None

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        found = meant_command(args)
        if found is None:
            from difflib import get_close_matches

            near = get_close_matches(args[0].lower(), known_words(), n=3)
            sentence = "cli.no_such_command_but" if near else "cli.no_such_command"
            raise Usage(sentence, name=args[0], near=", ".join(near))
        name, rest = found
        return name, self.get_command(ctx, name), rest


def build(name: str) -> Any:
    """The command of this name with its help in the language of the screen."""
    from emulation_cli.commands.frame.options import with_options

    module, function = COMMANDS[name].rsplit(".", 1)
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    callback = getattr(import_module(f"emulation_cli.commands.{module}"), function)
    app.command(name, cls=Command)(with_options(callback))
    command = typer.main.get_command(app)
    own = {param.name for param in command.params}
    if OUTPUT in own and "yes" not in own:
        agreed = TyperOption(
            param_decls=["--yes", "-y"], is_flag=True, expose_value=False, callback=_agree
        )
        command.params.append(agreed)
    if name in TRIED:
        command.params.append(
            TyperOption(
                param_decls=["--dry-run"], is_flag=True, expose_value=False, callback=_try_only
            )
        )
    return command


def _try_only(ctx: Any, _param: Any, value: bool) -> None:
    desk_of(ctx).dry_run = value


def _agree(ctx: Any, _param: Any, value: bool) -> bool:
    ctx.meta[AGREED] = value
    return value


app = typer.Typer(name="emul", cls=Commands, add_completion=False, rich_markup_mode=None)


@app.callback(invoke_without_command=True)
def emul(
    ctx: typer.Context,
    db: Annotated[str | None, typer.Option()] = None,
    lang: Annotated[str | None, typer.Option()] = None,
    *,
    quiet: Annotated[bool, typer.Option("--quiet")] = False,
    verbose: Annotated[bool, typer.Option("--verbose")] = False,
    no_pager: Annotated[bool, typer.Option("--no-pager")] = False,
    no_input: Annotated[bool, typer.Option("--no-input")] = False,
    everything: Annotated[bool, typer.Option("--all", hidden=True)] = False,
    version: Annotated[bool, typer.Option("--version")] = False,
) -> None:
    """Set the desk for the command; without a command say how to begin."""
    if quiet and verbose:
        raise Usage("cli.only_one_of", options="--quiet, --verbose")
    behave(Manners(quiet, verbose, asks=not no_input))
    if no_pager:
        os.environ["EMUL_PAGER"] = ""
    desk: Desk = ctx.obj
    desk.db = db
    desk.asked_language = lang and words.language()
    if everything:
        help_page.write_all(Commands.panels)
    elif version:
        help_page.write_version()
    elif ctx.invoked_subcommand is None:
        from emulation_cli.commands import home_screen

        home_screen.write(desk)


def invoke(argv: Sequence[str]) -> int:
    """Run the program with these words; gives the exit code. What goes wrong is raised."""
    command = typer.main.get_command(app)
    settings: dict[str, Any] = {"help_option_names": ["-h", "--help"]}
    with closing(Desk(argv)) as desk:
        try:
            with command.make_context("emul", list(argv), obj=desk, **settings) as ctx:
                command.invoke(ctx)
                desk.tell_parted()
        except typer.Exit as end:
            return end.exit_code
    return 0

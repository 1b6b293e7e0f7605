"""The commands to begin with: make a register, see what is in it."""

from typing import TYPE_CHECKING, Any

import typer

from emulation_cli import words
from emulation_cli.commands import settings
from emulation_cli.commands.dialogue import questions
from emulation_cli.commands.frame.desk import desk_of, tell
from emulation_cli.commands.frame.json_answers import as_json, write_answer
from emulation_cli.commands.frame.narration import put, put_sentences
from emulation_cli.commands.frame.options import Value, Yes, takes
from emulation_cli.domain.catalogue.fields import NAMES, Field
from emulation_cli.domain.errors import Usage
from emulation_cli.domain.offices.places import shared_place
from emulation_cli.domain.text import clean, safe
from emulation_cli.register.compacting.years_beside import file_of, put_away
from emulation_cli.register.copies.backups import folder_of
from emulation_cli.register.opening.register_file import create

if TYPE_CHECKING:
    from emulation_cli.register.store import Register


def init(ctx: typer.Context, unit: Value = None, yes: Yes = False) -> None:
    """Make a new register for an office."""
    from emulation_cli.commands.frame.written_files import make_room

    desk = desk_of(ctx)
    if unit is None and not yes and questions.possible():
        words.use(_chosen_language())
        unit = questions.answer(words.say("record.ask_office"))
    elif unit is not None and not clean(unit):
        raise Usage("cli.empty_value", option="unit")
    with create(desk.path, unit_name=clean(unit or ""), language=words.language()) as register:
        tell("record.created", path=register.path)
    make_room()
    tell("record.created_next")


def _chosen_language() -> str:
    """The language of the register, asked in both languages; Enter keeps that of the screen."""
    text = questions.answer(f"Tiếng Việt (vi) / English (en) [{words.language()}]:").lower()
    return text if text in words.LANGUAGES else words.language()


@takes((Field("set", NAMES),))
def info(ctx: typer.Context, format: Value = None, **texts: Any) -> None:
    """Say where the register lies and what it holds; set what the office says of itself."""
    from emulation_cli.tallies.contents import contents

    register = desk_of(ctx).register
    wanted = as_json(format)
    if pairs := texts["set"]:
        settings.set_all(register, pairs)
    if wanted:
        _write_info(register)
        return
    lines = [
        ("path", str(register.path)),
        ("backups", str(folder_of(register.path))),
        ("size", words.number(register.path.stat().st_size // 1024) + " KB"),
        ("office", register.setting("unit") or "–"),
        ("language", register.setting("language") or "–"),
    ]
    lines += [(name, value) for name in settings.NAMES[2:] if (value := register.setting(name))]
    lines += [(noun, words.number(number)) for noun, number in contents(register).items()]
    years = put_away(register.connection)
    lines += [("years", str(file_of(register.path, one))) for one in years]
    for name, value in lines:
        put(f"{words.say(f'find.info.{name}'):<28}{safe(value)}")
    put_sentences(words.say("find.info.private_all" if years else "find.info.private"))
    if place := shared_place(register.path.absolute()):
        put_sentences(words.say(f"units.shared_{place}"))


def _write_info(register: "Register") -> None:
    from emulation_cli.tallies.contents import contents

    said = {name: register.setting(name) for name in settings.NAMES}
    write_answer(
        path=str(register.path),
        backups=str(folder_of(register.path)),
        bytes=register.path.stat().st_size,
        settings={name: value for name, value in said.items() if value},
        contents=contents(register),
        shared_place=shared_place(register.path.absolute()) or None,
    )

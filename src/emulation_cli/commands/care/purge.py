"""`purge`: blank what names a person; the one thing that cannot be taken back."""

from typing import Annotated

import typer

from emulation_cli import words
from emulation_cli.commands.dialogue import questions
from emulation_cli.commands.dialogue.record_names import meant
from emulation_cli.commands.frame.desk import desk_of, tell
from emulation_cli.commands.frame.narration import put, put_sentences
from emulation_cli.commands.frame.options import Flag, Yes
from emulation_cli.domain.errors import Usage
from emulation_cli.domain.text import safe
from emulation_cli.register.purging import name_removal
from emulation_cli.register.recording.editing import existing


def purge(
    ctx: typer.Context,
    id: Annotated[str, typer.Argument()],
    yes: Yes = False,
    *,
    dry_run: Flag = False,
) -> None:
    """Blank what names a person, everywhere that emul can reach."""
    register = desk_of(ctx).register
    ref = meant(register, id)
    noun, row = existing(register, ref)
    coming = name_removal.prospect(register, ref)
    if coming.kept_in:
        tell("care.purge_keeps", records=", ".join(coming.kept_in))
    if dry_run:
        tell("care.would_purge", records=", ".join(coming.records))
        tell("cli.tried")
        return
    if not yes:
        if not questions.possible():
            raise Usage("cli.needs_yes")
        if not questions.confirmed(words.say("care.ask_purge", id=ref, name=row[noun.title])):
            tell("care.not_purged")
            return
    purged = name_removal.purge(register, ref)
    tell("care.purged", records=", ".join(purged.records), count=len(purged.backups))
    if purged.namesakes:
        tell("care.namesakes", records=", ".join(purged.namesakes))
    put_sentences(words.say("care.out_of_reach"))
    for path in purged.unreached:
        put(f"  {safe(str(path))}")
    if purged.holding:
        files = ", ".join(safe(str(file)) for file in purged.holding)
        tell("care.still_holding", files=files)
    if purged.mentioning:
        tell("care.still_mentioned", records=", ".join(purged.mentioning))

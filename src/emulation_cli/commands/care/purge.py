"""`purge`: blank what names a person; the one thing that cannot be taken back."""

from collections.abc import Iterable, Sequence
from typing import Annotated

import typer

from emulation_cli import words
from emulation_cli.commands.dialogue import questions
from emulation_cli.commands.dialogue.record_names import meant
from emulation_cli.commands.frame.desk import desk_of, tell
from emulation_cli.commands.frame.narration import put, put_sentences
from emulation_cli.commands.frame.options import Flag, Values, Yes
from emulation_cli.domain.errors import Usage
from emulation_cli.domain.text import safe
from emulation_cli.register.purging import name_removal
from emulation_cli.register.purging.names_beside import Written
from emulation_cli.register.recording.editing import existing

_SHORTEST = 4  # letters: what is shorter is a part of many texts


def purge(
    ctx: typer.Context,
    id: Annotated[str, typer.Argument()],
    yes: Yes = False,
    *,
    also: Values = None,
    dry_run: Flag = False,
) -> None:
    """Blank what names a person, everywhere that emul can reach."""
    register = desk_of(ctx).register
    ref = meant(register, id)
    noun, row = existing(register, ref)
    coming = name_removal.prospect(register, ref)
    said = _long_enough(also or ())
    _tell_what_stays(coming, said)
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
    purged = name_removal.purge(register, ref, said)
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


def _long_enough(texts: Sequence[str]) -> Sequence[str]:
    if any(len(text) < _SHORTEST for text in texts):
        raise Usage("care.short_text", letters=_SHORTEST)
    return texts


def _tell_what_stays(coming: name_removal.PurgeProspect, said: Sequence[str]) -> None:
    """Names that have this one in them, and what may be the name, with the words that take it."""
    if coming.kept_in:
        tell("care.purge_keeps", records=", ".join(coming.kept_in))
    likely = [one for one in coming.likely if not one.is_name and one.text not in said]
    if likely:
        also = dict.fromkeys(f'--also "{safe(one.text)}"' for one in likely)
        tell("care.perhaps_named", places=_places(likely), also=" ".join(also))
    if names := [one for one in coming.likely if one.is_name]:
        tell("care.perhaps_borne", places=_places(names))


def _places(found: Iterable[Written]) -> str:
    return ", ".join(f"{one.record} «{safe(one.text)}»" for one in found)

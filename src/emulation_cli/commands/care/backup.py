"""`backup` and `restore`: a copy of the register, and the way back to one."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from emulation_cli import render, words
from emulation_cli.commands.dialogue import questions
from emulation_cli.commands.frame.desk import desk_of, tell
from emulation_cli.commands.frame.narration import most
from emulation_cli.commands.frame.options import Flag, Value, Yes
from emulation_cli.commands.frame.output import chosen_format
from emulation_cli.domain.errors import Unusable, Usage
from emulation_cli.domain.text import safe
from emulation_cli.register.copies import backups
from emulation_cli.tallies.row_lists.listings import Listing

if TYPE_CHECKING:
    from emulation_cli.register.copies.restoring import RestoreProspect

SHOWN = 10


def backup(
    ctx: typer.Context, file: Annotated[Path | None, typer.Argument()] = None, yes: Yes = False
) -> None:
    """Make a copy of the register, read it again, and say where it is."""
    desk = desk_of(ctx)
    path = desk.path
    try:
        _ = desk.register
    except Unusable as trouble:
        # What somebody has changed is backed up all the more: it is only read.
        if trouble.sentence != "domain.strange_register":
            raise
    if file is None:
        file = backups.automatic(path, "asked")
    elif not backups.save(path, file, replace=yes):
        tell("care.backup_without_years")
    tell("care.backed_up", path=safe(str(file)), size=_size(file))


def _size(file: Path) -> str:
    return words.number(file.stat().st_size // 1024) + " KB"


def restore(
    ctx: typer.Context,
    file: Annotated[str | None, typer.Argument()] = None,
    yes: Yes = False,
    format: Value = None,
    *,
    dry_run: Flag = False,
) -> None:
    """Go back to a backup; without one, list the backups there are."""
    from emulation_cli.register.copies import restoring

    desk = desk_of(ctx)
    if file is None:
        _list(desk.path, format)
        return
    chosen = _chosen(desk.path, file)
    _tell_prospect(restoring.prospect(desk.path, chosen))
    if dry_run:
        tell("cli.tried")
        return
    if not yes:
        if not questions.possible():
            raise Usage("cli.needs_yes")
        if not questions.confirmed(words.say("care.ask_restore")):
            tell("care.not_restored")
            return
    desk.close()
    aside = restoring.restore(desk.path, chosen, desk.command)
    tell("care.restored", path=safe(str(chosen)))
    if aside is not None:
        tell("care.former_kept", path=safe(str(aside)))


def _list(path: Path, style: str | None) -> None:
    rows = tuple(
        (
            backup.at.isoformat(" ", "minutes"),
            backup.why if style else words.say(f"care.why.{backup.why}"),
            backup.path.stat().st_size // 1024,
            backup.path.name,
        )
        for backup in backups.found(path)
    )
    columns = ("at", "why", "kilobytes", "file")
    style = chosen_format(style, render.LIST_FORMATS)
    render.listing(Listing("backups", columns, rows), style, sys.stdout)
    tell("care.how_to_restore", folder=safe(str(backups.folder_of(path))))


def _chosen(path: Path, file: str) -> Path:
    """The file that is meant: a path, or the name of an automatic backup."""
    among_ours = backups.folder_of(path) / file
    return among_ours if not Path(file).exists() and among_ours.exists() else Path(file)


def _tell_prospect(prospect: "RestoreProspect") -> None:
    if prospect.present != "healthy":
        tell(f"care.present_{prospect.present}")
        return
    if prospect.lost:
        tell("care.would_lose", count=words.number(len(prospect.lost)))
    else:
        tell("care.loses_nothing")
    for entry in prospect.lost[-(most(SHOWN) or 0) :]:
        day = words.date(entry.local.date().isoformat())
        tell("care.lost", text=safe(f"C{entry.id}  {day}  {entry.who}  {entry.command}"))
    if prospect.regained:
        tell("care.would_regain", count=words.number(prospect.regained))

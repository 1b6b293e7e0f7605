"""`compact`: finished years of the log into a file beside the register, and back."""

import typer

from emulation_cli import words
from emulation_cli.commands.dialogue import questions
from emulation_cli.commands.frame.desk import desk_of, tell
from emulation_cli.commands.frame.options import Flag, Yes
from emulation_cli.domain.text import safe
from emulation_cli.register.compacting import compaction
from emulation_cli.register.store import Register


def compact(
    ctx: typer.Context, yes: Yes = False, *, undo: Flag = False, dry_run: Flag = False
) -> None:
    """Put finished years of the log away, or bring them back."""
    register = desk_of(ctx).register
    if undo and dry_run:
        files = compaction.coming_back(register)
        tell("care.would_bring_back", files=safe(", ".join(map(str, files))))
        tell("cli.tried")
        return
    if undo:
        for path in compaction.bring_back(register):
            tell("care.years_kept", path=safe(str(path)))
        tell("care.brought_back")
        return
    coming = compaction.prospect(register)
    if coming is None:
        tell("care.nothing_to_compact", year=compaction.this_year())
        return
    if dry_run or (questions.possible() and not yes):
        _tell_prospect(register, coming)
    if dry_run:
        tell("cli.tried")
        return
    if questions.possible() and not yes and not questions.confirmed(words.say("care.ask_compact")):
        tell("care.not_compacted")
        return
    done = compaction.compact(register)
    tell(
        "care.compacted",
        path=safe(str(done.file)),
        before=_size(done.before),
        after=_size(done.after),
        **_told(done.what),
    )


def _tell_prospect(register: Register, coming: compaction.Prospect) -> None:
    whole = _size(register.path.stat().st_size)
    tell("care.would_compact", size=_size(coming.bytes), whole=whole, **_told(coming))


def _told(coming: compaction.Prospect) -> dict[str, str]:
    years = "–".join(dict.fromkeys(coming.years))
    return {"years": years, "lines": words.number(coming.lines)}


def _size(count: int) -> str:
    return words.number(max(count // 1024, 1)) + " KB"

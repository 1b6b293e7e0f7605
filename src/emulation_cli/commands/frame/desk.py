"""What a command works with: the register it is given, opened when it is first needed."""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from emulation_cli import words
from emulation_cli.commands.frame.narration import manners, narrate
from emulation_cli.domain.secrets import hide_secrets
from emulation_cli.domain.text import safe

if TYPE_CHECKING:
    import typer

    from emulation_cli.register.identity.subjects import Parted
    from emulation_cli.register.recounted import Recount
    from emulation_cli.register.store import Register


def register_path(db: str | None) -> Path:
    """Where the register lies: `--db`, else `EMUL_DB`, else the user's data folder."""
    if given := db or os.environ.get("EMUL_DB"):
        return Path(given)
    from emulation_cli.register.opening.register_file import default_path

    return default_path()


_MOST_PARTED = 10


def parted_words(parted: "Parted") -> dict[str, str]:
    """The values of the sentence about records that are no longer one."""
    first, second, *_ = parted.groups
    named = " / ".join(", ".join(group) for group in parted.groups)
    return {"groups": named, "one": first[0], "other": second[0]}


class Desk:
    """The register of this run and the two ways of speaking: data out, narration beside it."""

    def __init__(self, argv: Sequence[str]) -> None:
        self.command = " ".join(["emul", *(_quoted(safe(word)) for word in hide_secrets(argv))])
        self.db: str | None = None
        self.asked_language: str | None = None
        self.dry_run = False
        self._opened: Register | None = None

    @property
    def path(self) -> Path:
        """Where the register of this run lies."""
        return register_path(self.db)

    @property
    def register(self) -> "Register":
        """The opened register; raises Unusable."""
        if self._opened is None:
            self._opened = _open(self.path)
            _tell_upgrade(self._opened)
            _tell_clock(self._opened)
        # A question about the words of the command opens the register before they are all read.
        self._opened.command, self._opened.dry_run = self.command, self.dry_run
        return self._opened

    def language_of(self, *, document: bool) -> str:
        """The screen's language; a document is Vietnamese unless `--lang` asks otherwise."""
        return self.asked_language or "vi" if document else words.language()

    def tell_parted(self) -> None:
        """Name who was one before the change and is no longer: that moves figures."""
        parted = self._opened.parted if self._opened is not None else []
        for one in parted[:_MOST_PARTED]:
            tell("identity.parted", **parted_words(one))
        if (more := len(parted) - _MOST_PARTED) > 0:
            tell("identity.more_parted", count=words.number(more))

    def close(self) -> None:
        """Close the register if it was opened."""
        if self._opened is not None:
            self._opened.close()


def _open(path: Path) -> "Register":
    """Open a register; an older one is brought up to date under a bar, where someone watches."""
    from emulation_cli.register.opening.connections import SCHEMA_VERSION, check_header
    from emulation_cli.register.opening.register_file import open_register

    if check_header(path) == SCHEMA_VERSION or not sys.stderr.isatty():
        return open_register(path)
    from emulation_cli import resources
    from emulation_cli.render.screen.progress import progress

    tables = resources.schema().read_text("utf-8").count("CREATE TABLE ")
    with progress(words.say("care.upgrading"), tables) as advance:
        return open_register(path, advance=advance)


def _tell_upgrade(register: "Register") -> None:
    if register.upgraded is None:
        return
    tell("care.upgraded", path=register.upgraded.backup)
    if register.upgraded.secrets:
        folder = register.upgraded.backup.parent
        tell("care.secrets_masked", count=register.upgraded.secrets, folder=folder)
    _tell_recounts(register.upgraded.recounts)


_MOVED = ("before", "after", "joined", "parted")


def _tell_recounts(recounts: "Sequence[Recount]") -> None:
    """What the older program counted otherwise, and why: a figure never moves in silence."""
    for one in recounts:
        told = one._asdict()
        what = words.say(f"care.recounted_{one.what}")
        sentence = "care.belonging" if one.belongs else "care.recounted"
        tell(sentence, what=what, **{name: words.number(told[name]) for name in _MOVED})


def _tell_clock(register: "Register") -> None:
    """A wrong clock is named at once: figures of a day and warnings of dates hang on it."""
    from emulation_cli.register.log.clock import behind

    if clock := behind(register.connection):
        tell("care.clock_behind", last=f"{words.date(clock[:10])} {clock[11:16]} UTC")


def _quoted(word: str) -> str:
    return f'"{word}"' if not word or " " in word else word


def desk_of(ctx: "typer.Context") -> Desk:
    """The desk that the program has set for this run."""
    desk = ctx.find_object(Desk)
    assert desk is not None
    return desk


# What is said though nothing but problems is wanted.
_PROBLEMS = ("cli.warning", "care.not_well")


def tell(sentence: str, **values: object) -> None:
    """Say a sentence to the clerk, beside the data; what a value holds does nothing there.

    What has been done is done: where nobody can be told of it, that is no failure.
    """
    if manners().quiet and sentence not in _PROBLEMS:
        return
    with suppress(OSError):
        narrate(words.say(sentence, **{name: _told(value) for name, value in values.items()}))


def _told(value: object) -> object:
    """A file may have any name; a line that is in one is none of ours."""
    return safe(str(value)) if isinstance(value, Path) else value

"""Files that `emul` wrote, known by their digests: what the clerk changed since is not replaced.

The digests lie in the user's state folder, not in the register, which may be read only. Names of
files are kept as digests too.
"""

import hashlib
import json
import os
from contextlib import suppress
from pathlib import Path

from emulation_cli import words
from emulation_cli.commands.dialogue import questions
from emulation_cli.domain.errors import FileTrouble
from emulation_cli.domain.text import safe

_KEPT = 1_000  # digests; of a file that is older than all of them she is asked


def permit(path: Path, *, yes: bool = False) -> None:
    """Let a file be written that is new, empty, or as `emul` left it.

    Of any other she is asked; raises FileTrouble off a terminal and where she says no. Folders,
    pipes and devices are for the writer to refuse.
    """
    if yes or not path.is_file() or path.stat().st_size == 0 or _is_ours(path):
        return
    values = {"file": safe(str(path))}
    if questions.possible() and questions.confirmed(words.say("cli.replace_changed", **values)):
        return
    raise FileTrouble("cli.changed_since", **values)


def make_room() -> None:
    """Make the folder of the notes with the register, so that no report leaves one unexpectedly."""
    with suppress(OSError):
        _place().parent.mkdir(parents=True, exist_ok=True)


def remember(path: Path) -> None:
    """Note a file that has been written; where the note cannot be kept she is asked next time."""
    with suppress(OSError):
        known = _known()
        name = _name(path)
        known.pop(name, None)
        known[name] = _digest(path)
        _keep(dict(list(known.items())[-_KEPT:]))


def _is_ours(path: Path) -> bool:
    written = _known().get(_name(path))
    return written is not None and written == _digest(path)


def _known() -> dict[str, str]:
    try:
        known = json.loads(_place().read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}


def _keep(known: dict[str, str]) -> None:
    place = _place()
    place.parent.mkdir(parents=True, exist_ok=True)
    beside = place.with_name(f"{place.name}.{os.getpid()}")
    beside.write_text(json.dumps(known), "utf-8")
    beside.replace(place)


def _place() -> Path:
    from platformdirs import user_state_path

    return user_state_path("emul", appauthor=False) / "written.json"


def _name(path: Path) -> str:
    return hashlib.sha256(os.fsencode(path.absolute())).hexdigest()


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()

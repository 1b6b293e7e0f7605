"""Sets of files: all of them get their names, or none does."""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from emulation_cli import leftovers
from emulation_cli.render.whole_files import trouble

_HERE = -100  # AT_FDCWD
_EXCHANGE = 2  # RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS


@contextmanager
def replacing_set(folder: Path) -> Iterator[Path]:
    """A folder beside the wanted one to write a set of files to; they get their names together.

    What else lies in a folder that is there stays in it. Raises FileTrouble.
    """
    leftovers.sweep(folder.parent, folder)
    aside = leftovers.built_beside(folder)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with leftovers.held(aside, folder=True):
            yield aside
            if not folder.exists():
                aside.rename(folder)
            elif not _put_in_place(aside, folder):
                for file in sorted(aside.iterdir()):
                    file.replace(folder / file.name)
    except OSError as error:
        raise trouble(folder, error) from error
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _put_in_place(aside: Path, folder: Path) -> bool:
    """Let the new folder, with all that the old one holds besides, take its place in one step.

    False where that cannot be: somebody works in the folder, it holds others, or the system knows
    no such step. Then one file after the other gets its name.
    """
    files = list(folder.iterdir())
    if folder.is_symlink() or folder.resolve() in (Path.cwd(), *Path.cwd().parents):
        return False
    if not all(file.is_file() and not file.is_symlink() for file in files):
        return False
    try:
        for file in files:
            if not (aside / file.name).exists():
                (aside / file.name).hardlink_to(file)
        aside.chmod(folder.stat().st_mode & 0o7777)
    except OSError:
        return False
    return _exchange(aside, folder)


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change names at once; whether this system and disk can."""
    import ctypes

    names = os.fsencode(one), os.fsencode(other)
    try:
        system = ctypes.CDLL(None)
        if sys.platform == "linux":
            done = system.renameat2(_HERE, names[0], _HERE, names[1], _EXCHANGE)
        elif sys.platform == "darwin":
            done = system.renamex_np(*names, _EXCHANGE)
        else:
            return False
    except (AttributeError, OSError, TypeError):
        return False
    return bool(done == 0)

"""Files written whole or not at all: a former file stays until its successor is complete."""

import errno
import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from emulation_cli import leftovers
from emulation_cli.domain.errors import FileTrouble, Usage
from emulation_cli.domain.text import safe


def suffix_of(path: Path, known: tuple[str, ...]) -> str:
    """The suffix of a file to be written, in lower case; Usage if it is not one of `known`."""
    suffix = path.suffix.lower()
    if suffix not in known:
        raise Usage("report.file.format", path=safe(str(path)), suffixes=", ".join(known))
    return suffix


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A path beside the wanted one to write to; it takes its place if nothing went wrong.

    Lists and reports name people: a new file is for its owner alone, a former one keeps the rights
    that it was given. Raises FileTrouble when the file or its folder cannot be written.
    """
    path = path.resolve() if path.is_symlink() else path
    if path.exists() and not path.is_file():  # a folder, a pipe, a device: not to be replaced
        raise FileTrouble("report.file.no_file", path=safe(str(path)))
    leftovers.sweep(path.parent)
    beside = leftovers.built_beside(path)
    try:
        with leftovers.held(beside):
            yield beside
            with beside.open("rb+") as written:
                os.fsync(written.fileno())
            if os.name == "posix" and path.exists():
                # Of Windows' one mode, «read-only», ours could be neither moved nor removed.
                beside.chmod(stat.S_IMODE(path.stat().st_mode))
            beside.replace(path)
    except OSError as error:
        raise trouble(path, error) from error
    finally:
        beside.unlink(missing_ok=True)


@contextmanager
def replacing_set(folder: Path) -> Iterator[Path]:
    """A folder beside the wanted one to write a set of files to; they get their names together."""
    leftovers.sweep(folder.parent)
    aside = leftovers.built_beside(folder)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with leftovers.held(aside, folder=True):
            yield aside
            if folder.exists():
                for file in sorted(aside.iterdir()):
                    file.replace(folder / file.name)
            else:
                aside.rename(folder)
    except OSError as error:
        raise trouble(folder, error) from error
    finally:
        shutil.rmtree(aside, ignore_errors=True)


@contextmanager
def text_file(path: Path, *, marked: bool = False) -> Iterator[TextIO]:
    """A text file in UTF-8, with a byte-order mark (for Excel) if it is to be `marked`."""
    encoding = "utf-8-sig" if marked else "utf-8"
    with replacing(path) as beside, beside.open("w", encoding=encoding, newline="\n") as out:
        yield out


def trouble(path: Path, error: OSError) -> FileTrouble:
    """What went wrong with a file, as a refusal that says what to do."""
    values = {"path": safe(str(path)), "folder": safe(str(path.parent))}
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return FileTrouble("report.file.full", **values)
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return FileTrouble("report.file.folder", **values)
    if isinstance(error, PermissionError | IsADirectoryError):
        return FileTrouble("report.file.busy", **values)
    reason = safe(error.strerror or type(error).__name__)
    return FileTrouble("report.file.trouble", reason=reason, **values)

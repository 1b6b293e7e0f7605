"""Which files an import is of: those named, and the spreadsheets of a folder or a pattern."""

import sys
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from emulation_cli import sheets
from emulation_cli.commands.frame.desk import tell
from emulation_cli.domain.errors import FileTrouble
from emulation_cli.register.imports import imported_before
from emulation_cli.register.store import Register

# What lies beside lists and is none: Excel's lock of an open workbook, what a Mac keeps of a file.
COMPANIONS = ("~$", "._", ".~lock.")
WILD = frozenset("*?[")
STREAM = "-"
_MOST_OF_A_STREAM = 256 << 20
# What a stream has no name to say; all else is rows of text.
_BEGINNINGS = {b"PK": ".xlsx", b"\xd0\xcf\x11\xe0": ".xls"}


@contextmanager
def streamed(paths: Sequence[str]) -> Iterator[list[Path]]:
    """The paths; while inside, «-» is a file that holds what came by stdin."""
    if STREAM not in paths:
        yield [Path(path) for path in paths]
        return
    from tempfile import TemporaryDirectory

    with TemporaryDirectory(prefix="emul-") as folder:
        file = _of_stream(Path(folder))
        yield [file if path == STREAM else Path(path) for path in paths]


def _of_stream(folder: Path) -> Path:
    data = sys.stdin.buffer.read(_MOST_OF_A_STREAM + 1)
    if len(data) > _MOST_OF_A_STREAM:
        raise FileTrouble("imports.stream_too_long", megabytes=_MOST_OF_A_STREAM >> 20)
    suffix = next((name for begin, name in _BEGINNINGS.items() if data.startswith(begin)), ".csv")
    file = folder / f"stdin{suffix}"
    file.write_bytes(data)
    return file


def found_files(paths: Sequence[Path]) -> list[Path]:
    """The spreadsheets meant: a folder or a pattern stands for those in it; each file once."""
    found = dict.fromkeys(file for path in paths for file in _files_of(path))
    if not found:
        raise FileTrouble("imports.no_files", paths=", ".join(map(str, paths)))
    return list(found)


def _files_of(path: Path) -> list[Path]:
    """No shell of Windows makes files of `*.xlsx`, so a name that is no file may be a pattern."""
    path = as_on_disk(path)
    several = path.is_dir() or (WILD.intersection(path.name) and not path.exists())
    if not several:
        return [] if path.name.startswith(COMPANIONS) else [path]
    files = path.iterdir() if path.is_dir() else path.parent.glob(path.name)
    return sorted(
        file
        for file in files
        if file.suffix.lower() in sheets.SUFFIXES and not file.name.startswith(COMPANIONS)
    )


def left_to_take(register: Register, files: Sequence[Path]) -> list[Path]:
    """The files that no import took in as they are now; how many it did is told."""
    left = [file for file in files if not _is_seen(register, file)]
    if seen := len(files) - len(left):
        tell("imports.seen" if left else "imports.all_seen", count=seen)
    return left


def _is_seen(register: Register, file: Path) -> bool:
    if not file.is_file():
        return False  # the reader says what it is
    import hashlib

    with file.open("rb") as data:
        digest = hashlib.file_digest(data, "sha256").hexdigest()
    return imported_before(register, digest) is not None


def as_on_disk(path: Path) -> Path:
    """The file that is meant where its name is composed otherwise than it was typed (NFC, NFD)."""
    if path.exists() or not path.parent.is_dir():
        return path
    wanted = unicodedata.normalize("NFC", path.name)
    if wanted.isascii():
        return path
    beside = (file for file in path.parent.iterdir() if not file.name.isascii())
    found = (file for file in beside if unicodedata.normalize("NFC", file.name) == wanted)
    return next(found, path)


def papers_beside(paths: Sequence[Path]) -> list[str]:
    """What else in the folders may be a list, and is taken in only if it is named."""
    files = (file for path in paths if path.is_dir() for file in path.iterdir())
    found = {file.name for file in files if file.suffix.lower() in sheets.PAPERS}
    return sorted(name for name in found if not name.startswith(COMPANIONS))


def folders_within(paths: Sequence[Path]) -> list[str]:
    """Folders in the folders that have spreadsheets, are not named and so not looked into."""
    named = {path.resolve() for path in paths}
    inner = (one for path in paths if path.is_dir() for one in path.iterdir() if one.is_dir())
    return sorted(str(one) for one in inner if one.resolve() not in named and _has_lists(one))


def _has_lists(folder: Path) -> bool:
    try:
        return bool(_files_of(folder))
    except OSError:
        return False  # not hers to read

"""Files written whole or not at all: a former file stays until its successor is complete."""

import errno
import os
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from emulation_cli import leftovers
from emulation_cli.domain.errors import FileTrouble, Usage
from emulation_cli.domain.file_names import LONGEST, name_trouble
from emulation_cli.domain.text import safe


def suffix_of(path: Path, known: tuple[str, ...]) -> str:
    """The suffix of a file to be written, in lower case; Usage if it is not one of `known`."""
    suffix = path.suffix.lower()
    if suffix not in known:
        raise Usage("report.file.format", path=safe(str(path)), suffixes=", ".join(known))
    return suffix


def write_file(
    path: Path,
    known: tuple[str, ...],
    document: Callable[[Path], None],
    workbook: Callable[[Path], None],
    text: Callable[[str, TextIO], None],
) -> None:
    """Write a file in the format of its suffix, one of `known`.

    `document` and `workbook` write to the path they are given; a PDF is what a document becomes.
    `text` is given the format (html, csv, json, md) and a stream. Raises FileTrouble, and then a
    former file is as it was; Usage for another suffix.
    """
    suffix = suffix_of(path, known)
    if suffix not in (".docx", ".pdf", ".xlsx"):
        with text_file(path, marked=suffix == ".csv") as out:
            text(suffix[1:], out)
        return
    with replacing(path) as beside:
        if suffix == ".pdf":
            from emulation_cli.render.word.pdf import write_pdf

            write_pdf(document, beside, path)
        else:
            (document if suffix == ".docx" else workbook)(beside)


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A path beside the wanted one to write to; it takes its place if nothing went wrong.

    Lists and reports name people: a new file is for its owner alone, a former one keeps the rights
    that it was given. Raises FileTrouble when the file or its folder cannot be written.
    """
    with _built(path) as beside:
        yield beside
        _finish(beside, path)
        beside.replace(_followed(path))


@contextmanager
def replacing_later(path: Path, write: Callable[[Path], object]) -> Iterator[None]:
    """The same for a file that is whole at once, and gets its name when what is inside is done."""
    with _built(path) as beside:
        write(beside)
        _finish(beside, path)
        yield
        beside.replace(_followed(path))


@contextmanager
def _built(path: Path) -> Iterator[Path]:
    """An empty file beside the wanted one, held while it is built and gone afterwards."""
    path = _followed(path)
    if sys.platform == "win32":
        refuse_name(path)
    if path.exists() and not path.is_file():  # a folder, a pipe, a device: not to be replaced
        raise FileTrouble("report.file.no_file", path=safe(str(path)))
    leftovers.sweep(path.parent)
    beside = leftovers.built_beside(path)
    try:
        with leftovers.held(beside):
            yield beside
    except OSError as error:
        raise trouble(path, error) from error
    finally:
        beside.unlink(missing_ok=True)


def _followed(path: Path) -> Path:
    """Where a link leads; of any other path nothing is asked, for a long one has no other form."""
    return Path(os.path.realpath(path)) if path.is_symlink() else path  # links may go round


def refuse_name(path: Path) -> None:
    """Raise FileTrouble for a name that Windows keeps for itself: it would say something else."""
    if trouble := name_trouble(path.name):
        reason, what = trouble
        raise FileTrouble(f"report.file.name_{reason}", path=safe(str(path)), what=safe(what))


def _finish(beside: Path, path: Path) -> None:
    """Bring a written file to the disk, with the rights of the one that it replaces."""
    with beside.open("rb+") as written:
        os.fsync(written.fileno())
    if os.name == "posix" and path.exists():
        # Of Windows' one mode, «read-only», ours could be neither moved nor removed.
        beside.chmod(stat.S_IMODE(path.stat().st_mode))


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
    if isinstance(error, FileNotFoundError) and path.parent.is_dir():
        return FileTrouble("report.file.too_long", most=LONGEST, **values)
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return FileTrouble("report.file.folder", **values)
    if isinstance(error, PermissionError | IsADirectoryError):
        return FileTrouble("report.file.busy", **values)
    reason = safe(error.strerror or type(error).__name__)
    return FileTrouble("report.file.trouble", reason=reason, **values)

"""Where a name still stands after a purge: every byte of the register and of its folder."""

import unicodedata
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from string import ascii_letters

from emulation_cli.domain.text import fold
from emulation_cli.register.copies.backups import folder_of
from emulation_cli.register.purging.written_names import names_in

_LARGEST = 1 << 30
_BLOCK = 1 << 22
# What begins so holds its text packed in a way that is not unpacked here: PDF, gzip, 7z, rar.
_SEALED = (b"%PDF", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!")
# What a letter begins with: of ASCII, and in UTF-8 those of Vietnamese and marks by themselves.
_LETTERS = {bytes([byte]) for byte in (*b"\xc3\xc4\xc5\xc6\xcc\xcd\xe1", *ascii_letters.encode())}


def holders(path: Path, names: Iterable[str]) -> list[Path]:
    """The files in the register's folder and among its backups that hold one of the names, or are
    called by it.
    """
    names = list(names)
    marks = {mark for name in names for mark in _marks(name)}
    found = _files(path) if marks else ()
    return [file for file in found if names_in(file.name, names) or _holds(file, marks)]


def sealed(path: Path) -> list[Path]:
    """The files there that cannot be looked into: a name may stand in them unseen."""
    return [file for file in _files(path) if _is_sealed(file)]


def _is_sealed(file: Path) -> bool:
    try:
        with file.open("rb") as stream:
            if stream.read(4).startswith(_SEALED) or file.stat().st_size > _LARGEST:
                return True
        if not zipfile.is_zipfile(file):
            return False
        with zipfile.ZipFile(file) as parts:
            return any(part.flag_bits & 1 for part in parts.infolist())  # by a password
    except (OSError, zipfile.BadZipFile, NotImplementedError):
        return True


def _marks(name: str) -> Iterator[bytes]:
    """A name as it may stand in a file: as written, in parts of letters, in capitals, folded."""
    for text in {name, name.upper(), name.lower(), name.title()}:
        for form in ("NFC", "NFD"):
            written = unicodedata.normalize(form, text)
            yield written.encode()
            yield written.encode("ascii", "xmlcharrefreplace")  # in workbooks
            yield written.encode("utf-16-le")  # in Excel 97-2003
    # A short folded name is a word of many other texts.
    if len(folded := fold(name)) > 8:
        yield folded.encode()
        yield folded.title().encode()
        # As files are called: «nguyen-van-a», «NguyenVanA».
        for between in ("", "-", "_"):
            yield folded.replace(" ", between).encode()
            yield folded.title().replace(" ", between).encode()


def _files(path: Path) -> Iterator[Path]:
    for folder in (path.parent, folder_of(path)):
        if folder.is_dir():
            yield from sorted(file for file in folder.iterdir() if file.is_file())


def _holds(file: Path, marks: set[bytes]) -> bool:
    try:
        if file.stat().st_size > _LARGEST:
            return False
        with file.open("rb") as stream:
            if _found(iter(lambda: stream.read(_BLOCK), b""), marks):
                return True
        return zipfile.is_zipfile(file) and _packed(file, marks)
    except (OSError, zipfile.BadZipFile, NotImplementedError, RuntimeError):
        return False


def _packed(file: Path, marks: set[bytes]) -> bool:
    """Workbooks, documents and archives: their parts are packed."""
    with zipfile.ZipFile(file) as parts:
        for part in parts.infolist():
            if part.file_size <= _LARGEST:
                with parts.open(part) as stream:
                    if _found(iter(lambda: stream.read(_BLOCK), b""), marks):
                        return True
    return False


def _found(blocks: Iterable[bytes], marks: set[bytes]) -> bool:
    longest, rest = max(map(len, marks)), b""
    for block in blocks:
        looked = rest + block
        if any(_stands_in(looked, mark) for mark in marks):
            return True
        rest = looked[-longest:]
    return False


def _stands_in(looked: bytes, mark: bytes) -> bool:
    """Whether it stands there by itself: «Lê Văn Anh» has no «Lê Văn An» in it."""
    at = looked.find(mark)
    while at >= 0:
        if looked[at + len(mark) : at + len(mark) + 1] not in _LETTERS:
            return True
        at = looked.find(mark, at + 1)
    return False

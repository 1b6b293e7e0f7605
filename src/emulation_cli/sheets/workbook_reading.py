"""A file of any format to a Workbook; every failure is a FileTrouble that says what to do."""

import os
import re
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from emulation_cli.domain.errors import FileTrouble
from emulation_cli.domain.hashes import sha2
from emulation_cli.domain.text import safe
from emulation_cli.sheets import guard, packages
from emulation_cli.sheets.budget import (
    LEAST_SECONDS,
    SECONDS,
    Budget,
    Heavy,
    check_sheet,
    time_limit,
)
from emulation_cli.sheets.workbook import Sheet, Workbook
from emulation_cli.sheets.writing.stamp import stamp_of

SUFFIXES = (".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv")
# These may hold a list too, but mostly are letters and notes: taken in if named.
PAPERS = (".docx", ".doc", ".txt", ".htm", ".html", ".xml", ".xlsb", ".pdf", ".rtf")

Found = tuple[str, list[Sheet]]
Tell = Callable[[int], object]
# No reader makes more than so many bytes out of one, apart from what `Budget.weigh` is told of.
WORST_GROWTH = 32
_HEAD = 4096
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
CELLS_A_SECOND = 40_000  # that are understood on a slow machine
_ZIP = b"PK"
_LEAD = 64
_PARTS = {"[Content_Types].xml"}  # of any Office file
_WORD_PART = "word/document.xml"
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_FAMILY = {
    ".xlsx": "xlsx", ".xlsm": "xlsx", ".xltx": "xlsx", ".xls": "xls", ".ods": "ods",
    ".csv": "csv", ".tsv": "csv", ".txt": "csv",
    ".docx": "docx", ".html": "html", ".htm": "html",
}  # fmt: skip


def read(
    path: Path | str, password: str | None = None, tell_long: Tell = lambda _cells: None
) -> Workbook:
    """Read a spreadsheet by its content, whatever its name says; a long one is told beforehand.

    Raises FileTrouble, naming the file, for one that is missing, locked by a password, damaged,
    hostile, or no spreadsheet.
    """
    path = Path(path)
    began = _worked()
    data = _bytes_of(path)
    digest = str(sha2(256)(data).hexdigest())
    with named(path):
        form, sheets = _read(data, password, tell_long)
        for sheet in sheets:
            check_sheet(sheet)
    said = _FAMILY.get(path.suffix.lower())
    misnamed = path.suffix if said != form else None
    stamp, seconds = stamp_of(data), _worked() - began
    return Workbook(safe(path.name), digest, form, tuple(sheets), misnamed, stamp, seconds)


def _worked() -> float:
    """The seconds of a processor that this process and its children have had so far."""
    return sum(os.times()[:4])


@contextmanager
def named(path: Path) -> Iterator[None]:
    """Whatever goes wrong inside is told of this file, as a FileTrouble."""
    try:
        yield
    except guard.Hostile as trouble:
        raise FileTrouble(f"intake.{trouble.reason}", file=path.name, **trouble.values) from None
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as trouble:
        # Damaged files raise a dozen kinds of error, a panic of the Rust reader among them.
        raise FileTrouble("intake.damaged", file=path.name) from trouble


@contextmanager
def understood_in_time(workbook: Workbook) -> Iterator[None]:
    """Raises FileTrouble where it takes longer to understand a file than any list of its length.

    What was spent on reading it is spent.
    """
    cells = sum(len(row) for sheet in workbook.sheets for row in sheet.rows)
    left = max(SECONDS - workbook.seconds, LEAST_SECONDS)
    try:
        with time_limit(left + cells // CELLS_A_SECOND):
            yield
    except guard.Hostile as trouble:
        reason = f"intake.{trouble.reason}"
        raise FileTrouble(reason, file=workbook.file, **trouble.values) from None
    except ValueError as trouble:
        if "integer string conversion" not in str(trouble):
            raise
        # Python makes no number of more than 4,300 digits, for that could take for ever.
        raise FileTrouble("intake.too_costly", file=workbook.file) from None


def _read(data: bytes, password: str | None, tell_long: Tell) -> Found:
    """Here, or where it may cost more than a process that holds a register should risk, apart."""
    try:
        with time_limit(SECONDS):
            return _dispatch(data, password, Budget(tell_long=tell_long))
    except Heavy:
        from emulation_cli.sheets.apart import read_apart

        return read_apart(
            lambda tell: _dispatch(data, password, Budget(apart=True, tell_long=tell)), tell_long
        )


def _bytes_of(path: Path) -> bytes:
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode) and not path.is_dir():  # a pipe would be waited for
            raise FileTrouble("intake.not_a_file", file=str(path))
        if about.st_size > guard.MOST_FILE:
            size = about.st_size // guard.MEGABYTE
            raise FileTrouble("intake.too_big", file=path.name, size=size)
        data = path.read_bytes()
    except FileNotFoundError:
        raise FileTrouble("intake.no_such_file", file=str(path)) from None
    except OSError as trouble:
        if path.is_dir():  # Windows says of a folder that access is denied
            raise FileTrouble("intake.is_a_folder", file=str(path)) from None
        raise FileTrouble("intake.cannot_open", file=str(path), reason=trouble.strerror) from None
    if not data.strip(b"\0 \t\r\n"):
        raise FileTrouble("intake.empty_file", file=path.name)
    return data


def _dispatch(data: bytes, password: str | None, budget: Budget) -> Found:
    budget.weigh(len(data) * WORST_GROWTH)
    if (start := data[:_LEAD].find(_ZIP)) >= 0 and not data[:start].strip(b"\xef\xbb\xbf \t\r\n"):
        return _read_archive(data[start:], budget)  # some web systems send a blank line first
    if data.startswith(_OLE):
        return _read_compound(data, password, budget)
    return _read_text(data, budget)


def _read_archive(data: bytes, budget: Budget) -> Found:
    archive = guard.open_archive(data)
    budget.weigh(sum(part.file_size for part in archive.infolist()) * WORST_GROWTH)
    package = packages.opened(data, archive)
    archive, names = package.archive, set(package.archive.namelist())
    if word_part := _word_part(package, names):
        from emulation_cli.sheets.formats import docx_tables

        return "docx", docx_tables.read(archive, word_part, budget)
    if "xl/workbook.bin" in names:
        raise guard.Hostile("binary_workbook")
    if "content.xml" in names:
        if b"text" in (archive.read("mimetype") if "mimetype" in names else b""):
            raise guard.Hostile("word_file")
        from emulation_cli.sheets.formats import ods

        return "ods", ods.read(package.data, archive, budget)
    if packages.BOOK not in names and not packages.is_of(package, b"spreadsheetml"):
        packed = any(name.lower().endswith((*SUFFIXES, *PAPERS)) for name in names - _PARTS)
        raise guard.Hostile("packed_files" if packed else "no_spreadsheet")
    from emulation_cli.sheets.formats import xlsx

    package = packages.as_workbook(package)
    try:
        return "xlsx", xlsx.read(package, budget)
    except guard.Hostile:
        raise
    except Exception:
        bare = packages.without_broken_styles(package)
        if bare is None:
            raise
        return "xlsx", xlsx.read(bare, budget)


def _word_part(package: packages.Package, names: set[str]) -> str | None:
    """The part that holds the text of a Word document, which need not have its usual name."""
    if packages.is_of(package, b"wordprocessingml"):
        return package.main
    return _WORD_PART if _WORD_PART in names else None


def _read_compound(data: bytes, password: str | None, budget: Budget) -> Found:
    if _entry("WordDocument") in data:
        raise guard.Hostile("word_file")
    if _entry("EncryptedPackage") in data:
        from emulation_cli.sheets.formats import encrypted

        return _read_archive(encrypted.unlock(data, password), budget)
    from emulation_cli.sheets.formats import xls

    return "xls", xls.read(data, password, budget)


def _narrow(data: bytes) -> bytes:
    """A page that is in UTF-16 in UTF-8, which its first line must not gainsay; others as is."""
    from emulation_cli.sheets.formats import delimited

    codec = delimited.codec_of(data[:_HEAD])[0]
    if not codec.startswith("utf-16") or "<" not in data[:_HEAD].decode(codec, "replace")[:200]:
        return data
    text = data.decode(codec, "replace").removeprefix("\ufeff")
    return re.sub(r"(<\?xml[^>]*?)\s+encoding=[\"'][^\"']*[\"']", r"\1", text, count=1).encode()


def _entry(name: str) -> bytes:
    return name.encode("utf-16-le")


def _read_text(data: bytes, budget: Budget) -> Found:
    if data.startswith(_WIDE_MARKS) or b"\0" in data[:_HEAD]:
        data = _narrow(data)
    start = data[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(b"%pdf"):
        raise guard.Hostile("pdf_file")
    if start.startswith(b"{\\rtf"):
        raise guard.Hostile("word_file")
    if b"urn:schemas-microsoft-com:office:spreadsheet" in start:
        from emulation_cli.sheets.formats import xml_spreadsheets

        return "xml", xml_spreadsheets.read_spreadsheet_xml(data, budget)
    if start.startswith(b"<") and any(tag in start for tag in (b"<html", b"<table", b"<!doctype")):
        from emulation_cli.sheets.formats import web_pages

        return "html", web_pages.read_html(data, budget)
    if b"mime-version:" in start and b"multipart/related" in start:
        from emulation_cli.sheets.formats import web_pages

        return "html", web_pages.read_archive(data, budget)
    if start.startswith((b"<?xml", b"\x89png", b"\xff\xd8\xff", b"gif8", b"rar!", b"7z")):
        raise guard.Hostile("no_spreadsheet")
    from emulation_cli.sheets.formats import delimited

    return "csv", [delimited.read(data, budget)]

"""A file of any format to a Workbook; every failure is a FileTrouble that says what to do."""

import hashlib
import stat
from pathlib import Path

from emulation_cli.domain.errors import FileTrouble
from emulation_cli.sheets import guard
from emulation_cli.sheets.workbook import Sheet, Workbook

SUFFIXES = (".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv")
# These may hold a list too, but mostly are letters and notes: taken in if named.
PAPERS = (".docx", ".doc", ".txt", ".htm", ".html", ".xml", ".xlsb", ".pdf", ".rtf")

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_FAMILY = {
    ".xlsx": "xlsx", ".xlsm": "xlsx", ".xltx": "xlsx", ".xls": "xls", ".ods": "ods",
    ".csv": "csv", ".tsv": "csv", ".txt": "csv",
    ".docx": "docx", ".html": "html", ".htm": "html",
}  # fmt: skip


def read(path: Path | str, password: str | None = None) -> Workbook:
    """Read a spreadsheet by its content, whatever its name says.

    Raises FileTrouble, naming the file, for one that is missing, locked by a password, damaged,
    hostile, or no spreadsheet.
    """
    path = Path(path)
    data = _bytes_of(path)
    digest = hashlib.sha256(data).hexdigest()
    try:
        form, sheets = _dispatch(data, password)
    except guard.Hostile as trouble:
        raise FileTrouble(f"intake.{trouble.reason}", file=path.name, **trouble.values) from None
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as trouble:
        # Damaged files raise a dozen kinds of error, a panic of the Rust reader among them.
        raise FileTrouble("intake.damaged", file=path.name) from trouble
    said = _FAMILY.get(path.suffix.lower())
    misnamed = path.suffix if said != form else None
    return Workbook(path.name, digest, form, tuple(sheets), misnamed)


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


def _dispatch(data: bytes, password: str | None) -> tuple[str, list[Sheet]]:
    if data.startswith(b"PK"):
        return _read_archive(data)
    if data.startswith(_OLE):
        return _read_compound(data, password)
    return _read_text(data)


def _read_archive(data: bytes) -> tuple[str, list[Sheet]]:
    archive = guard.open_archive(data)
    names = set(archive.namelist())
    if "word/document.xml" in names:
        from emulation_cli.sheets import word

        return "docx", word.read(archive)
    if "xl/workbook.bin" in names:
        raise guard.Hostile("binary_workbook")
    if "content.xml" in names:
        if b"text" in (archive.read("mimetype") if "mimetype" in names else b""):
            raise guard.Hostile("word_file")
        from emulation_cli.sheets import ods

        return "ods", ods.read(data, archive)
    if not any(name.startswith("xl/") for name in names):
        raise guard.Hostile("no_spreadsheet")
    from emulation_cli.sheets import xlsx

    return "xlsx", xlsx.read(data, archive)


def _read_compound(data: bytes, password: str | None) -> tuple[str, list[Sheet]]:
    if _entry("WordDocument") in data:
        raise guard.Hostile("word_file")
    if _entry("EncryptedPackage") in data:
        from emulation_cli.sheets import encrypted

        return _read_archive(encrypted.unlock(data, password))
    from emulation_cli.sheets import xls

    return "xls", xls.read(data, password)


def _entry(name: str) -> bytes:
    return name.encode("utf-16-le")


def _read_text(data: bytes) -> tuple[str, list[Sheet]]:
    start = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(b"%pdf"):
        raise guard.Hostile("pdf_file")
    if start.startswith(b"{\\rtf"):
        raise guard.Hostile("word_file")
    if b"urn:schemas-microsoft-com:office:spreadsheet" in start:
        from emulation_cli.sheets import markup

        return "xml", markup.read_spreadsheet_xml(data)
    if start.startswith(b"<") and any(tag in start for tag in (b"<html", b"<table", b"<!doctype")):
        from emulation_cli.sheets import web

        return "html", web.read_html(data)
    if b"mime-version:" in start and b"multipart/related" in start:
        from emulation_cli.sheets import web

        return "html", web.read_archive(data)
    if start.startswith((b"<?xml", b"\x89png", b"\xff\xd8\xff", b"gif8", b"rar!", b"7z")):
        raise guard.Hostile("no_spreadsheet")
    from emulation_cli.sheets import delimited

    return "csv", [delimited.read(data)]

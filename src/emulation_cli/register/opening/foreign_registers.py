"""A register from elsewhere: opened to be read only, through the gate, within limits.

Whatever goes wrong with it is told of this file, never of the clerk's own register; and nothing
is left beside it, though it may have a journal or a write-ahead log.
"""

import shutil
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

from emulation_cli.domain.errors import Unusable
from emulation_cli.register.compacting.years_beside import join_years
from emulation_cli.register.copies.backups import complaints
from emulation_cli.register.opening import connections
from emulation_cli.register.opening.connections import check_header, connect
from emulation_cli.register.opening.file_safety import owner_only
from emulation_cli.register.opening.gate import check_gate
from emulation_cli.register.opening.recorded_rules import no_texts
from emulation_cli.register.opening.upgrades import take_steps

_SECONDS = 8.0
_SECONDS_PER_MEGABYTE = 1.0
_BESIDE = ("-journal", "-wal")
# What is told of the clerk's own register says how to go back, which is not hers to do here.
_OF_OTHERS = {
    "domain.strange_register": "domain.strange_source",
    "domain.damaged_register": "domain.source_damaged",
}
_WRITE_AHEAD = b"\2"
_SPARE = 1 << 24


@contextmanager
def opened_foreign(path: Path, *, whole: bool = True) -> Iterator[sqlite3.Connection]:
    """A connection to a register that somebody hands over; an older one is a copy brought up.

    `whole`: raises FileTrouble where years of its log that were put away are out of reach.
    Raises Unusable, naming the file, where it is no register, damaged or changed by strangers.
    """
    check_header(path)
    _check_size(path)
    with ExitStack() as stack:
        place = path
        if _version(path) < connections.SCHEMA_VERSION or _needs_company(path):
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            place = folder / "copy.db"
            with told_of(path):
                copy_whole(path, place)
                take_steps(place)
        with told_of(path):
            connection = stack.enter_context(closing(connect(place, "ro")))
            _limit(connection, path)
            _check(connection, path)
            join_years(connection, path, whole=whole)
        yield connection


@contextmanager
def told_of(path: Path) -> Iterator[None]:
    """Errors of SQLite inside are those of this file."""
    try:
        yield
    except (sqlite3.Error, UnicodeDecodeError) as error:
        if getattr(error, "sqlite_errorname", "").startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            raise
        raise Unusable("domain.source_damaged", path=path) from error
    except Unusable as trouble:
        # A copy is checked in its place; it is the file that was handed over that is named.
        sentence = _OF_OTHERS.get(trouble.sentence, trouble.sentence)
        raise Unusable(sentence, **{**trouble.values, "path": path}) from trouble


def _check_size(path: Path) -> None:
    """Raises Unusable for a file that is much longer than it says: it would be copied whole.

    Bytes 16 and 28 of the file format: the size of a page and, where it is kept, their number.
    """
    with path.open("rb") as file:
        header = file.read(100)
    page = int.from_bytes(header[16:18], "big")
    pages = int.from_bytes(header[28:32], "big")
    said = pages * (page if page > 1 else 1 << 16)
    if said and path.stat().st_size > 2 * said + _SPARE:
        raise Unusable("domain.source_damaged", path=path)


def _version(path: Path) -> int:
    with path.open("rb") as file:
        return int.from_bytes(file.read(64)[60:64], "big", signed=True)


def _needs_company(path: Path) -> bool:
    """Whether SQLite would write beside the file, or needs what lies there to read it."""
    with path.open("rb") as file:
        write_ahead = file.read(20)[18:20] == _WRITE_AHEAD * 2
    return write_ahead or any(_beside(path, end).exists() for end in _BESIDE)


def _beside(path: Path, end: str) -> Path:
    return path.with_name(path.name + end)


def copy_whole(path: Path, place: Path) -> None:
    """A copy that is complete in one file, through the gate; raises sqlite3's errors, Unusable."""
    with owner_only():
        shutil.copyfile(path, place)
        for end in _BESIDE:
            if _beside(path, end).exists():
                shutil.copyfile(_beside(path, end), _beside(place, end))
    with closing(connect(place, "rw")) as connection:
        _limit(connection, path)
        check_gate(connection, path)
        connection.execute("PRAGMA journal_mode = DELETE").fetchone()


def _limit(connection: sqlite3.Connection, path: Path) -> None:
    """Stop a question that takes longer than any over a register of this size."""
    seconds = _SECONDS + _SECONDS_PER_MEGABYTE * (path.stat().st_size >> 20)
    end = time.process_time() + seconds
    connection.set_progress_handler(lambda: time.process_time() > end, 20_000)


def _check(connection: sqlite3.Connection, path: Path) -> None:
    """Pages, indexes and references too: one that lies would leave out rows without a word."""
    check_gate(connection, path)
    if complaints(connection) or no_texts(connection):
        raise Unusable("domain.source_damaged", path=path)

"""A connection to a register's file, and what its first bytes say before one is made."""

import os
import sqlite3
import stat
from pathlib import Path
from urllib.parse import quote

from emulation_cli.domain.errors import Unusable

APPLICATION_ID = int.from_bytes(b"EMUL", "big")
SCHEMA_VERSION = 2
SECONDS_TO_WAIT = 5.0
LONGEST_VALUE = 64 << 20


# Why each: trusted_schema, cell_size_check: a file may be hostile or damaged. foreign_keys is off
# by default. recursive_triggers: REPLACE must not slip past the log. synchronous EXTRA: a commit
# outlives a power cut. secure_delete: personal data is overwritten, not left in free pages.
# cache_size: a long list stays in memory until it is written (64 MB at most, taken as needed).
_PRAGMAS = """
PRAGMA trusted_schema = OFF;
PRAGMA cell_size_check = ON;
PRAGMA foreign_keys = ON;
PRAGMA recursive_triggers = ON;
PRAGMA synchronous = EXTRA;
PRAGMA secure_delete = ON;
PRAGMA cache_size = -65536;
"""


def check_header(path: Path) -> int:
    """Read application id and version from the first 100 bytes, before SQLite touches the file.

    Gives the version. Raises Unusable. The offsets are those of the file format, section 1.3.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # a pipe would be waited for
            raise Unusable("domain.not_a_file", path=path)
        with path.open("rb") as file:
            header = file.read(100)
    except FileNotFoundError:
        raise Unusable("domain.no_register", path=path) from None
    except OSError as error:
        raise Unusable("domain.unreadable_register", path=path, reason=error.strerror) from error
    if not header.startswith(b"SQLite format 3\0") or len(header) < 100:
        raise Unusable("domain.not_a_register", path=path)
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise Unusable("domain.not_a_register", path=path)
    if (version := int.from_bytes(header[60:64], "big", signed=True)) > SCHEMA_VERSION:
        raise Unusable("domain.newer_register", path=path, version=version, known=SCHEMA_VERSION)
    return version


def connect(path: Path, mode: str) -> sqlite3.Connection:
    """A connection with the settings that every use of a register needs; sqlite3's errors."""
    connection = sqlite3.connect(
        sqlite_uri(path, mode), uri=True, timeout=SECONDS_TO_WAIT, isolation_level=None
    )
    # No text that emul writes is as long; a stranger's may fill the memory.
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE)
    try:
        for pragma in _PRAGMAS.strip().splitlines():
            connection.execute(pragma)
        # A first read shows at once whether the file is damaged.
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        connection.close()
        raise
    # Without a handler, Ctrl-C waits for the end of a long query.
    connection.set_progress_handler(lambda: 0, 20_000)
    return connection


def sqlite_uri(path: Path, mode: str) -> str:
    """A file: URI that holds for «#», «%», blanks, Windows drives and network shares."""
    posix = path.absolute().as_posix()
    # By its bytes: a name that is no text is a name all the same.
    rooted = os.fsencode(posix if posix.startswith("/") else f"/{posix}")
    return f"file://{quote(rooted)}?mode={mode}"

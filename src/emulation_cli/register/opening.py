"""Opening a register safely: a missing, foreign, damaged or newer file is refused untouched."""

import os
import sqlite3
import uuid
from pathlib import Path
from urllib.parse import quote

from emulation_cli import resources
from emulation_cli.domain.errors import FileTrouble, Refused, Unusable
from emulation_cli.register.files import owner_only
from emulation_cli.register.store import Register, current_user

APPLICATION_ID = int.from_bytes(b"EMUL", "big")
SCHEMA_VERSION = 1
# STRICT tables and RETURNING; the oldest SQLite that an installer of Python 3.11 brings.
OLDEST_SQLITE = (3, 37)
SECONDS_TO_WAIT = 5.0

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


def default_path() -> Path:
    """The register in the user's data folder, where neither --db nor EMUL_DB names another."""
    from platformdirs import user_data_path

    return user_data_path("emul", appauthor=False) / "emul.db"


def open_register(path: Path, *, upgrade: bool = True) -> Register:
    """Open an existing register for reading and writing; an older one is first upgraded.

    Raises Unusable where the file is missing, not a register, damaged or of a newer version;
    nothing is created and no byte of the file changes.
    """
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise Unusable("domain.old_sqlite", version=sqlite3.sqlite_version)
    check_header(path)
    try:
        return _opened(path, upgrade=upgrade)
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorname", "").startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            raise
        raise Unusable("domain.damaged_register", path=path) from error


def _opened(path: Path, *, upgrade: bool) -> Register:
    connection = connect(path, "rw")
    # Asked anew: the header of a file that a crash left behind may be that of an unfinished change.
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    backup = None
    if upgrade and version < SCHEMA_VERSION:
        from emulation_cli.register.upgrading import upgrade as bring_up_to_date

        connection.close()
        backup = bring_up_to_date(path)
        connection = connect(path, "rw")
    register = Register(path, connection)
    register.backup_before_upgrade = backup
    return register


def check_header(path: Path) -> None:
    """Read application id and version from the first 100 bytes, before SQLite touches the file.

    Raises Unusable. The offsets are those of the SQLite file format, section 1.3.
    """
    try:
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
    if (version := int.from_bytes(header[60:64], "big")) > SCHEMA_VERSION:
        raise Unusable("domain.newer_register", path=path, version=version, known=SCHEMA_VERSION)


def connect(path: Path, mode: str) -> sqlite3.Connection:
    """A connection with the settings that every use of a register needs; sqlite3's errors."""
    connection = sqlite3.connect(
        sqlite_uri(path, mode), uri=True, timeout=SECONDS_TO_WAIT, isolation_level=None
    )
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
    return f"file://{quote(posix if posix.startswith('/') else '/' + posix)}?mode={mode}"


def create(path: Path, *, unit_name: str, language: str) -> Register:
    """Make a new register; it appears under its name only when it is complete.

    Raises Refused where a file of that name exists, FileTrouble where the folder cannot be
    written.
    """
    # A journal that outlived its register would be applied to the new one.
    for there in (path, path.with_name(path.name + "-journal")):
        if there.exists():
            raise Refused("domain.register_exists", path=there)
    unfinished = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        if path == default_path():
            path.parent.mkdir(parents=True, exist_ok=True)
        with owner_only():
            _fill(unfinished, unit_name, language)
        unfinished.rename(path)
    except (OSError, sqlite3.OperationalError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise FileTrouble("domain.cannot_create", path=path, reason=reason) from error
    finally:
        unfinished.unlink(missing_ok=True)
    return open_register(path)


def _fill(path: Path, unit_name: str, language: str) -> None:
    from emulation_cli.register import log

    connection = connect(path, "rwc")
    try:
        connection.executescript(
            f"BEGIN; PRAGMA application_id = {APPLICATION_ID};"
            f"PRAGMA user_version = {SCHEMA_VERSION};\n" + resources.schema().read_text("utf-8")
        )
        settings = {"uuid": uuid.uuid4().hex, "unit": unit_name, "language": language}
        connection.executemany("INSERT INTO setting VALUES (?, ?)", settings.items())
        log.install(connection)
        # The log begins with the day of its making: nothing can be told of days before.
        values = (current_user(), "emul init")
        connection.execute("INSERT INTO change (who, command) VALUES (?, ?)", values)
        connection.execute("COMMIT")
    finally:
        connection.close()

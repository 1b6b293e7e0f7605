"""Opening a register safely: a missing, foreign, damaged or newer file is refused untouched."""

import os
import sqlite3
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from emulation_cli import leftovers, resources
from emulation_cli.domain.errors import FileTrouble, Refused, Unusable
from emulation_cli.register.compacting.years_beside import join_years
from emulation_cli.register.opening import connections
from emulation_cli.register.opening.connections import check_header, connect
from emulation_cli.register.opening.file_safety import owner_only, sync_folder
from emulation_cli.register.opening.gate import check_gate
from emulation_cli.register.store import Register, current_user

# STRICT tables and RETURNING; the oldest SQLite that an installer of Python 3.11 brings.
OLDEST_SQLITE = (3, 37)


def default_path() -> Path:
    """The register in the user's data folder, where neither --db nor EMUL_DB names another."""
    from platformdirs import user_data_path

    return user_data_path("emul", appauthor=False) / "emul.db"


def open_register(
    path: Path, *, upgrade: bool = True, advance: Callable[[object], None] = lambda _done: None
) -> Register:
    """Open an existing register for reading and writing; an older one is first upgraded.

    `advance` is called with each table that an upgrade has done.
    Raises Unusable where the file is missing, not a register, damaged, of a newer version or
    changed by strangers; nothing is created and no byte of the file changes.
    """
    with _told_of(path):
        return _kept_open(path) or _opened(path, advance if upgrade else None)


# A register that was opened to learn its language waits for the command that needs it: reading
# its schema is a good part of the time of a short command.
_waiting: list[Register] = []


def keep_open(register: Register) -> None:
    """Let the next `open_register` of the same file and version have this one."""
    close_waiting()
    _waiting.append(register)


def close_waiting() -> None:
    """Close a register that nobody needed."""
    while _waiting:
        _waiting.pop().close()


def _kept_open(path: Path) -> Register | None:
    """The register that waits, if it is of this file and as an opening would leave it."""
    if not any(register.path == path for register in _waiting):
        return None
    register = _waiting.pop()
    check_gate(register.connection, path)
    version = register.connection.execute("PRAGMA user_version").fetchone()[0]
    if version == connections.SCHEMA_VERSION:
        return register
    register.close()
    return None


def open_as_it_is(path: Path) -> Register:
    """Open what may hold parts of strangers, to look at it only; raises as `open_register`."""
    with _told_of(path):
        connection = connect(path, "ro")
        return Register(path, connection)


@contextmanager
def _told_of(path: Path) -> Iterator[None]:
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise Unusable("domain.old_sqlite", version=sqlite3.sqlite_version)
    check_header(path)
    try:
        yield
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorname", "").startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            raise
        raise Unusable("domain.damaged_register", path=path) from error


def _opened(path: Path, advance: Callable[[object], None] | None) -> Register:
    connection = connect(path, "rw")
    try:
        check_gate(connection, path)
        # Asked anew: the header that a crash left behind may be that of an unfinished change.
        version = connection.execute("PRAGMA user_version").fetchone()[0]
    except BaseException:
        connection.close()
        raise
    upgraded = None
    if advance and version < connections.SCHEMA_VERSION:
        from emulation_cli.register.opening.upgrades import upgrade as bring_up_to_date

        connection.close()
        upgraded = bring_up_to_date(path, advance)
        connection = connect(path, "rw")
    join_years(connection, path)
    register = Register(path, connection)
    register.upgraded = upgraded
    return register


def create(path: Path, *, unit_name: str, language: str) -> Register:
    """Make a new register; it appears under its name only when it is complete.

    Raises Refused where a file of that name exists, FileTrouble where the folder cannot be
    written.
    """
    if path == default_path():
        path.parent.mkdir(parents=True, exist_ok=True)
    with building(path) as unfinished:
        fill(unfinished, unit_name, language)
    return open_register(path)


@contextmanager
def building(path: Path) -> Iterator[Path]:
    """A place to make a new register in; it gets its name when it is whole.

    Raises Refused where there is such a file, FileTrouble where it cannot be written.
    """
    close_waiting()
    if path.is_dir():
        raise FileTrouble("domain.not_a_file", path=path)
    # A journal that outlived its register would be applied to the new one.
    for there in (path, path.with_name(path.name + "-journal")):
        if there.exists():
            raise Refused("domain.register_exists", path=there)
    leftovers.sweep(path.parent)
    unfinished = leftovers.built_beside(path)
    try:
        with leftovers.held(unfinished), owner_only():
            yield unfinished
            with unfinished.open("rb+") as made:
                os.fsync(made.fileno())
            unfinished.rename(path)
            sync_folder(path.parent)
    except (OSError, sqlite3.OperationalError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise FileTrouble("domain.cannot_create", path=path, reason=reason) from error
    finally:
        for end in ("", "-journal"):
            unfinished.with_name(unfinished.name + end).unlink(missing_ok=True)


def fill(path: Path, unit_name: str, language: str, since: str | None = None) -> None:
    """Make an empty register of an office, whose log begins now or at the clock of `since`."""
    from emulation_cli.register.log import log_triggers
    from emulation_cli.register.opening.seeds import insert_terms
    from emulation_cli.register.sealing.chain import seal

    connection = connect(path, "rwc")
    try:
        connection.executescript(
            f"BEGIN; PRAGMA application_id = {connections.APPLICATION_ID};"
            f"PRAGMA user_version = {connections.SCHEMA_VERSION};\n"
            + resources.schema().read_text("utf-8")
        )
        insert_terms(connection)
        settings = {"uuid": uuid.uuid4().hex, "unit": unit_name, "language": language}
        connection.executemany("INSERT INTO setting VALUES (?, ?)", settings.items())
        log_triggers.install(connection)
        # The log begins with the day of its making: nothing can be told of days before.
        first = {"who": current_user(), "command": "emul init"} | ({"at": since} if since else {})
        marks = ", ".join(f":{name}" for name in first)
        connection.execute(f"INSERT INTO change ({', '.join(first)}) VALUES ({marks})", first)
        seal(connection)
        connection.execute("COMMIT")
    finally:
        connection.close()

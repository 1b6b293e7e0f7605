"""Going back to a backup: the register that was there is kept, and the way back to it is open."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from emulation_cli import leftovers
from emulation_cli.domain.errors import Busy, EmulError, FileTrouble, Refused, Unusable
from emulation_cli.register.compacting.years_beside import bring_rows
from emulation_cli.register.copies import backups
from emulation_cli.register.identity import touched
from emulation_cli.register.log.recorded_changes import LoggedChange, entries
from emulation_cli.register.opening import gate
from emulation_cli.register.opening.connections import check_header, connect
from emulation_cli.register.opening.file_safety import owner_only, sync_folder
from emulation_cli.register.opening.foreign_registers import copy_whole, opened_foreign, told_of
from emulation_cli.register.opening.register_file import open_register
from emulation_cli.register.opening.upgrades import take_steps
from emulation_cli.register.purging.blanks import unguarded
from emulation_cli.register.purging.name_removal import bury_elsewhere
from emulation_cli.register.purging.tombstones import tombstones
from emulation_cli.register.sealing.chain import seal
from emulation_cli.register.store import Register, current_user

# The records of one person that was purged: without a name only this keeps them one.
_JOINED = (
    "SELECT one, other FROM verdict WHERE verdict = 'same'"
    " AND one IN (SELECT uuid FROM tombstone) AND other IN (SELECT uuid FROM tombstone)"
)
_JOIN = "INSERT OR IGNORE INTO verdict (one, other, verdict) VALUES (?, ?, 'same')"


@dataclass(frozen=True)
class RestoreProspect:
    """What a restore would do: the changes that would go, and how many would come back.

    `present` says what is there now: healthy, damaged or missing.
    """

    backup: Path
    lost: tuple[LoggedChange, ...]
    regained: int
    present: str


def prospect(path: Path, backup: Path) -> RestoreProspect:
    """Look at a backup and at what would be lost by going back to it; nothing is written.

    Raises Unusable where the backup is none, Refused where it is of another register.
    """
    present = _condition(path)
    with _of_backup(backup), opened_foreign(backup, whole=False) as kept:
        return _prospect(path, backup, kept, present)


@contextmanager
def _of_backup(path: Path) -> Iterator[None]:
    """A damaged one is told with the way to the others."""
    try:
        yield
    except Unusable as trouble:
        if trouble.sentence == "domain.source_damaged":
            raise Unusable("care.damaged_backup", path=path) from trouble
        raise


def _prospect(path: Path, backup: Path, kept: sqlite3.Connection, present: str) -> RestoreProspect:
    if present != "healthy":
        return RestoreProspect(backup, (), 0, present)
    with open_register(path) as register:
        theirs = Register(backup, kept)
        if theirs.setting("uuid") != register.setting("uuid"):
            raise Refused("care.another_register", path=backup)
        ours, old = _changes(register), _changes(theirs)
        lost = {number for uuid, number in ours.items() if uuid not in old}
        told = tuple(entry for entry in entries(register) if entry.id in lost)
        return RestoreProspect(backup, told, len(old.keys() - ours.keys()), present)


def _condition(path: Path) -> str:
    if not path.exists():
        return "missing"
    try:
        check_header(path)
        with closing(connect(path, "rw")) as present:
            gate.check_gate(present, path)
            return "damaged" if backups.complaints(present) else "healthy"
    except sqlite3.OperationalError as error:
        if "BUSY" in getattr(error, "sqlite_errorname", ""):
            raise
        return "damaged"
    except (EmulError, sqlite3.DatabaseError, UnicodeDecodeError):
        return "damaged"


def mend_file(path: Path) -> tuple[Path, list[gate.Stranger]]:
    """Take out what strangers put in; gives the backup and what could not be mended."""
    kept = backups.automatic(path, "mend")
    with closing(connect(path, "rw")) as connection:
        connection.execute("BEGIN IMMEDIATE")
        gate.mend(connection)
        left = gate.strangers(connection)
        connection.execute("COMMIT")
    return kept, left


def _changes(register: Register) -> dict[str, int]:
    return dict(register.connection.execute("SELECT uuid, id FROM change").fetchall())


def restore(path: Path, backup: Path, command: str) -> Path | None:
    """Put a backup in the place of the register; gives the file that holds what was there.

    The register is replaced whole or not at all. Raises as `prospect`, and FileTrouble.
    """
    condition = prospect(path, backup).present
    leftovers.sweep(path.parent)
    unfinished = leftovers.built_beside(path)
    try:
        with leftovers.held(unfinished):
            with _of_backup(backup), told_of(backup):
                copy_whole(backup, unfinished)
                _check_rules(unfinished)
            _make_ready(unfinished, path if condition == "healthy" else None, command)
            kept = _put_in_place(unfinished, path, healthy=condition == "healthy")
    except OSError as error:
        reason = error.strerror or str(error)
        raise FileTrouble("care.cannot_restore", path=path, reason=reason) from error
    finally:
        for end in ("", "-journal", "-wal", "-shm"):
            unfinished.with_name(unfinished.name + end).unlink(missing_ok=True)
    return kept


def _check_rules(copied: Path) -> None:
    """SQLite looks at CHECK and NOT NULL only where it may write."""
    with closing(connect(copied, "rw")) as connection:
        if backups.complaints(connection):
            raise Unusable("domain.source_damaged", path=copied)


def _put_in_place(unfinished: Path, path: Path, *, healthy: bool) -> Path | None:
    """Gives the file that holds what was there."""
    if healthy:
        with open_register(path) as register:
            kept = backups.before(path, register.connection, "restore")
        _pour(unfinished, path)
        return kept
    kept = _set_aside(path)
    unfinished.replace(path)
    sync_folder(path.parent)
    return kept


def _make_ready(copied: Path, present: Path | None, command: str) -> None:
    """Note the restore in the log; ids that were given in the meantime are never given again."""
    take_steps(copied)
    with open_register(copied) as register:
        connection = register.connection
        touched.watch(connection)
        connection.execute("BEGIN IMMEDIATE")
        if present is not None:
            with closing(connect(present, "rw")) as former:
                used = former.execute("SELECT name, seq FROM sqlite_sequence").fetchall()
            known = {name for (name,) in connection.execute("SELECT name FROM sqlite_sequence")}
            for name, last in used:
                sql = (
                    "UPDATE sqlite_sequence SET seq = max(seq, ?2) WHERE name = ?1"
                    if name in known
                    else "INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)"
                )
                connection.execute(sql, (name, last))
        change = register.insert("change", {"who": current_user(), "command": command})
        if present is not None:
            _bury_again(register, change, present)
        register.work_out()
        seal(connection)
        connection.execute("COMMIT")
    with copied.open("rb+") as file:
        os.fsync(file.fileno())


def _bury_again(register: Register, change: int, present: Path) -> None:
    """What was purged since the backup was made is blanked in it too; who was one stays one."""
    with closing(connect(present, "ro")) as former:
        stones = list(tombstones(former))
        joined = former.execute(_JOINED).fetchall() if stones else []
    if stones:
        bring_rows(register.connection, register.path)
        with unguarded(register.connection, change):
            register.connection.executemany(_JOIN, joined)
            bury_elsewhere(register, change, stones)


def _pour(source: Path, path: Path) -> None:
    """Write the copy into the register by SQLite's own means: one transaction, with its locks.

    Replacing the file itself could pair the new one with a journal of the old.
    """

    def busy(status: int, _remaining: int, _total: int) -> None:
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise Busy("cli.register_busy")

    with closing(connect(source, "rw")) as copied, closing(connect(path, "rw")) as register:
        copied.backup(register, progress=busy)


def _set_aside(path: Path) -> Path | None:
    """Keep a damaged register beside the backups, with its journal: together they may be mended.

    No journal may be left for the register that takes the place: SQLite would apply it to that.
    """
    folder = backups.folder_of(path)
    with owner_only():
        folder.mkdir(exist_ok=True)
    aside = folder / f"{datetime.now():%Y%m%d-%H%M%S}-damaged.db"
    kept = None
    if path.exists():
        kept = Path(shutil.copyfile(path, aside))
    with suppress(FileNotFoundError):
        journal = path.with_name(path.name + "-journal")
        shutil.copyfile(journal, aside.with_name(aside.name + "-journal"))
        journal.unlink()
    sync_folder(folder)
    return kept

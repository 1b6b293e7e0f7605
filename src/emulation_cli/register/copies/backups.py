"""Copies of the register: each complete in one file, read again before it gets its name."""

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from emulation_cli import leftovers
from emulation_cli.domain.errors import EmulError, FileTrouble, Refused
from emulation_cli.domain.patterns import pattern
from emulation_cli.register.compacting.years_beside import make_whole
from emulation_cli.register.log import log_triggers
from emulation_cli.register.opening.connections import connect, sqlite_uri
from emulation_cli.register.opening.file_safety import owner_only, sync_folder

_NAME = pattern(r"(\d{8}-\d{6})-([a-z]+)-([0-9a-f]{12})\.db")
_STAMP = "%Y%m%d-%H%M%S"
_PIECE = 1 << 20


class Backup(NamedTuple):
    """An automatic backup: why it was made, and the digest that its bytes had then."""

    path: Path
    at: datetime
    why: str
    digest: str

    @property
    def unharmed(self) -> bool:
        """Whether the file still has the bytes it was made with."""
        return digest_of(self.path)[: len(self.digest)] == self.digest


def folder_of(path: Path) -> Path:
    """Where the automatic backups of a register lie: beside it."""
    return path.with_name(f"{path.name}-backups")


def found(path: Path) -> list[Backup]:
    """The automatic backups of a register, oldest first."""
    files = folder_of(path).glob("*.db") if folder_of(path).is_dir() else ()
    parts = ((file, _NAME.fullmatch(file.name)) for file in files)
    backups = [
        Backup(file, datetime.strptime(match[1], _STAMP), match[2], match[3])  # noqa: DTZ007
        for file, match in parts
        if match
    ]
    return sorted(backups, key=lambda backup: (backup.at, backup.path.name))


def daily(path: Path, connection: sqlite3.Connection) -> None:
    """Before the first change of a day, keep the register as earlier days left it.

    A backup that cannot be made does not keep the clerk from her work: `emul check` speaks of it.
    """
    leftovers.sweep(path.parent, folder_of(path))
    row = connection.execute(_LAST_CHANGE).fetchone()
    if row is None or _day(row[2]) == date.today():
        return
    with suppress(OSError, sqlite3.Error, EmulError):
        if _kept(path, row) is None:
            automatic(path, "daily", looked_over=False)


def _day(clock: str) -> date | None:
    """The day of a change here; None where its clock is no time at all."""
    try:
        return datetime.fromisoformat(clock).astimezone().date()
    except ValueError:
        return None


def before(path: Path, connection: sqlite3.Connection, why: str) -> Path | None:
    """Keep the register as it is before something large happens to it, unless it is kept already.

    Raises FileTrouble where that cannot be done.
    """
    filled = (
        "SELECT 1 FROM change_row WHERE table_name <> 'setting'"
        " UNION ALL SELECT 1 FROM change_range LIMIT 1"
    )
    if connection.execute(filled).fetchone() is None:
        return None
    row = connection.execute(_LAST_CHANGE).fetchone()
    return _kept(path, row) or automatic(path, why, looked_over=False)


# By the identity of its last change a backup is told from the register, never by a file's time.
_LAST_CHANGE = "SELECT id, uuid, at FROM change ORDER BY id DESC LIMIT 1"
_LOOKED_AT = 3


def _kept(path: Path, last: tuple[int, str, str]) -> Path | None:
    """One of the newest backups that holds the register as it is now."""
    newest = reversed(found(path)[-_LOOKED_AT:])
    return next((one.path for one in newest if last_change(one.path)[:2] == last[:2]), None)


def last_change(path: Path) -> tuple[int, str]:
    """The number and the identity of the last change that a backup holds; (0, "") if unreadable."""
    try:
        with closing(sqlite3.connect(sqlite_uri(path, "ro"), uri=True)) as kept:
            number, uuid, _ = kept.execute(_LAST_CHANGE).fetchone()
    except (sqlite3.Error, TypeError, ValueError):
        return 0, ""
    return int(number), str(uuid)


def automatic(path: Path, why: str, *, looked_over: bool = True) -> Path:
    """Make a backup among the automatic ones, and let go of what is too old to be kept.

    One that is not `looked_over` is the register byte for byte.
    """
    folder = folder_of(path)
    try:
        with owner_only():
            folder.mkdir(exist_ok=True)
        leftovers.sweep(folder, path.parent)
        unfinished = leftovers.built_beside(folder / "backup.db")
        digest = copy(path, unfinished) if looked_over else copy_bytes(path, unfinished)
        stamp = datetime.now().strftime(_STAMP)
        target = folder / f"{stamp}-{why}-{digest[:12]}.db"
        unfinished.replace(target)
        sync_folder(folder)
        thin(path)
    except OSError as error:
        raise FileTrouble(
            "care.cannot_back_up", path=folder, reason=error.strerror or str(error)
        ) from error
    return target


def thin(path: Path) -> None:
    """Let go of the automatic backups that age made superfluous."""
    from emulation_cli.register.copies.thinning import ALWAYS, superfluous

    backups = found(path)
    if len(backups) <= ALWAYS:
        return
    numbered = [(last_change(one.path)[0], number, one) for number, one in enumerate(backups)]
    # What cannot be read has no place in the order, and stays: it may be all that there is.
    ordered = [one for number, _, one in sorted(numbered, key=lambda each: each[:2]) if number]
    for place in superfluous([one.at for one in ordered]):
        ordered[place].path.unlink(missing_ok=True)


def save(path: Path, target: Path, *, replace: bool = False) -> bool:
    """Make a backup under a name that the clerk chose, with the years of the log put away.

    False where these are not there.
    Raises Refused where there is such a file and it is not to be replaced, FileTrouble where it
    cannot be written.
    """
    if target.exists() and not target.is_file():
        raise FileTrouble("domain.not_a_file", path=target)
    if target.exists() and (not replace or target.samefile(path)):
        raise Refused("care.backup_exists", path=target)
    leftovers.sweep(target.parent)
    unfinished = leftovers.built_beside(target)
    try:
        copy(path, unfinished)
        whole = make_whole(unfinished, path)
        unfinished.replace(target)
        sync_folder(target.parent)
    except OSError as error:
        raise FileTrouble(
            "care.cannot_back_up", path=target, reason=error.strerror or str(error)
        ) from error
    return whole


def copy_bytes(path: Path, target: Path) -> str:
    """Copy a register as it lies on the disk, hold the copy against it; gives the digest.

    Each byte is read once and looked at once more: such a copy is made before every long list.
    Raises FileTrouble, and then there is no copy.
    """
    with _whole_or_not(target), _reading(path, target) as source:
        if not _beside_the_file(source):
            return _copied(path, target)
    return copy(path, target)


def _beside_the_file(source: sqlite3.Connection) -> bool:
    """Whether a part of the register lies in a write-ahead log: another program set it so."""
    return bool(source.execute("PRAGMA journal_mode").fetchone()[0] == "wal")


def _copied(path: Path, target: Path) -> str:
    import hashlib

    digest = hashlib.sha256()
    with path.open("rb") as source, target.open("rb+") as made:
        while piece := source.read(_PIECE):
            digest.update(piece)
            made.write(piece)
        made.flush()
        os.fsync(made.fileno())
        source.seek(0)
        made.seek(0)
        while piece := source.read(_PIECE):
            if made.read(_PIECE) != piece:
                raise FileTrouble("care.backup_differs", path=target)
    return digest.hexdigest()


def copy(path: Path, target: Path) -> str:
    """Copy a register at one moment of its life, read the copy again, bring it to the disk.

    Gives its digest.
    Raises FileTrouble, and then there is no copy.
    """
    with _whole_or_not(target):
        with _reading(path, target) as source:
            expected = _counts(source)
            with closing(sqlite3.connect(target)) as copied:
                # No journal: a copy that is not finished is thrown away.
                copied.execute("PRAGMA journal_mode = OFF")
                source.backup(copied)
        _verify(target, expected)
        with target.open("rb+") as file:
            os.fsync(file.fileno())
    return digest_of(target)


@contextmanager
def _reading(path: Path, target: Path) -> Iterator[sqlite3.Connection]:
    """A moment of a register to copy: whoever writes waits."""
    with leftovers.held(target), owner_only(), closing(connect(path, "ro")) as source:
        source.execute("BEGIN")
        source.execute("SELECT count(*) FROM sqlite_master").fetchone()
        yield source


@contextmanager
def _whole_or_not(target: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError as error:
        target.unlink(missing_ok=True)
        if "BUSY" in getattr(error, "sqlite_errorname", ""):
            raise
        raise FileTrouble("care.cannot_back_up", path=target, reason=str(error)) from error
    except BaseException:
        target.unlink(missing_ok=True)
        raise


def _verify(target: Path, expected: dict[str, int]) -> None:
    with closing(connect(target, "rw")) as copied:
        if complaints(copied) or _counts(copied) != expected:
            raise FileTrouble("care.backup_differs", path=target)


def complaints(connection: sqlite3.Connection) -> list[str]:
    """What SQLite finds wrong with a file: damaged pages, references that lead nowhere."""
    try:
        said = [line for (line,) in connection.execute("PRAGMA integrity_check")]
        if said != ["ok"]:
            return said
        loose = connection.execute("PRAGMA foreign_key_check").fetchall()
    except sqlite3.DatabaseError as error:
        if "BUSY" in getattr(error, "sqlite_errorname", ""):
            raise
        return [str(error)]
    return [f"{table} {row} → {parent}" for table, row, parent, _ in loose]


def _counts(connection: sqlite3.Connection) -> dict[str, int]:
    return {
        name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0]
        for name in _table_names(connection)
    }


def _table_names(connection: sqlite3.Connection) -> Iterable[str]:
    """Those of strangers are copied too, but neither counted nor named in SQL."""
    tables = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
    return [name for (name,) in connection.execute(tables) if name in log_triggers.own_tables()]


def digest_of(path: Path) -> str:
    """The SHA-256 of a file."""
    import hashlib

    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()

"""Files with finished years of the log: joined to the register, so that every question reads them.

Over a joined register the name `change_row` is a view of this connection, over the register's own
lines and those of the files; whoever writes a line names `main.change_row`.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from emulation_cli.domain.errors import FileTrouble
from emulation_cli.domain.patterns import pattern
from emulation_cli.register.opening.connections import connect, sqlite_uri
from emulation_cli.register.sealing.digests import file_digest

COLUMNS = "id, change_id, table_name, row_key, record, before, after, salt, digest"
APPLICATION_ID = int.from_bytes(b"EMLG", "big")
_TABLE = (
    "CREATE TABLE change_row (id INTEGER PRIMARY KEY, change_id INTEGER NOT NULL,"
    " table_name TEXT NOT NULL, row_key ANY NOT NULL, record TEXT NOT NULL, before TEXT,"
    " after TEXT, salt BLOB, digest BLOB) STRICT"
)
SCHEMA = (
    _TABLE,
    "CREATE INDEX change_row_by_change ON change_row (change_id)",
    "CREATE INDEX change_row_by_record ON change_row (record)",
    "CREATE INDEX change_row_gone ON change_row (table_name) WHERE after IS NULL",
)
# SQLite joins ten files unless it was built otherwise.
MOST = 8
_NAME = pattern(r"[^/\\]+(-log-\d{4}-\d{4}-[0-9a-f]{12}\.db)")


class PutAway(NamedTuple):
    """Changes whose lines lie in a file beside the register: its name, and its digest."""

    first: int
    last: int
    file: str
    digest: bytes

    @property
    def schema(self) -> str:
        """What the file is called in SQL once it is joined."""
        return f"years_{self.first}"


def put_away(connection: sqlite3.Connection) -> list[PutAway]:
    """What was put away of a register, the oldest first; one of version 1 has nothing."""
    there = "SELECT 1 FROM main.sqlite_master WHERE name = 'compacted_log'"
    if connection.execute(there).fetchone() is None:
        return []
    rows = "SELECT first_change, last_change, file, digest FROM compacted_log ORDER BY first_change"
    return [PutAway(*row) for row in connection.execute(rows).fetchall()]


def end_of(name: str) -> str:
    """What of the name of such a file stays when register and file are renamed; "" of others."""
    match = _NAME.fullmatch(name)
    return match[1] if match else ""


def file_of(path: Path, one: PutAway) -> Path:
    """Where a file lies: beside the register, of a backup beside the folder of backups."""
    above = path.parent.parent if path.parent.name.endswith("-backups") else path.parent
    name, end = Path(one.file).name, end_of(one.file)
    for folder in (path.parent, above):
        if (folder / name).exists():
            return folder / name
        if renamed := sorted(folder.glob(f"*{end}") if end else ()):
            return renamed[0]
    return above / name


def join_years(connection: sqlite3.Connection, path: Path, *, whole: bool = False) -> None:
    """Join the files of a register that are there, and let former ones go. In no transaction.

    `whole`: raises FileTrouble for one that is not there, or not as it was put away.
    """
    years = put_away(connection)
    former = [name for name in _joined(connection) if name.startswith("years_")]
    if former:
        connection.execute("DROP VIEW IF EXISTS temp.change_row")
    for name in former:
        connection.execute(f"DETACH {name}")
    if not years:
        return
    for one in years:
        _join(connection, file_of(path, one), one)
        if whole and (one in absent(connection) or not unharmed(path, one)):
            raise FileTrouble("history.log_absent", path=file_of(path, one))
    parts = ["main", *(one.schema for one in years if one not in absent(connection))]
    union = " UNION ALL ".join(f"SELECT {COLUMNS} FROM {part}.change_row" for part in parts)
    connection.execute(f"CREATE TEMP VIEW change_row AS {union}")


def _join(connection: sqlite3.Connection, file: Path, one: PutAway) -> None:
    """One that is no file of ours is let be: it counts as absent."""
    if not _NAME.fullmatch(one.file) or one not in absent(connection) or not file.is_file():
        return  # a pipe would be waited for
    try:
        connection.execute(f"ATTACH ? AS {one.schema}", (sqlite_uri(file, "ro"),))
    except sqlite3.Error:
        return
    try:
        parts = f"SELECT sql FROM {one.schema}.sqlite_master WHERE sql IS NOT NULL ORDER BY rowid"
        if tuple(sql for (sql,) in connection.execute(parts)) == SCHEMA:
            return
    except sqlite3.Error:
        pass
    connection.execute(f"DETACH {one.schema}")


def _joined(connection: sqlite3.Connection) -> set[str]:
    """By their names alone: where a file lies may be no text."""
    return {name for (name,) in connection.execute("SELECT name FROM pragma_database_list")}


def absent(connection: sqlite3.Connection) -> list[PutAway]:
    """What was put away and is not joined."""
    joined = _joined(connection)
    return [one for one in put_away(connection) if one.schema not in joined]


def unharmed(path: Path, one: PutAway) -> bool:
    """Whether a file is as it was put away."""
    file = file_of(path, one)
    try:
        return file.is_file() and file_digest(file) == one.digest
    except OSError:
        return False


def out_of_reach(connection: sqlite3.Connection, path: Path) -> list[PutAway]:
    """What was put away and is not there, or not as it was put away: each file is read."""
    missing = absent(connection)
    return [one for one in put_away(connection) if one in missing or not unharmed(path, one)]


def need_log(connection: sqlite3.Connection, path: Path, change: int = 0) -> None:
    """Raises FileTrouble, naming the file, where lines from this change on are out of reach."""
    if put_away_since := [one for one in put_away(connection) if one.last >= change]:
        for one in out_of_reach(connection, path):
            if one in put_away_since:
                raise FileTrouble("history.log_absent", path=file_of(path, one))


def bring_rows(connection: sqlite3.Connection, path: Path) -> list[PutAway]:
    """Bring what is there unharmed back into the register, inside the caller's transaction.

    What lies in any other file would become the register's own, and the file be gone.
    """
    missing = out_of_reach(connection, path)
    years = [one for one in put_away(connection) if one not in missing]
    for one in years:
        connection.execute(
            f"INSERT INTO main.change_row ({COLUMNS}) SELECT {COLUMNS} FROM {one.schema}.change_row"
        )
        sql = "DELETE FROM compacted_log WHERE first_change = ?"
        connection.execute(sql, (one.first,))
    connection.execute("DROP VIEW IF EXISTS temp.change_row")
    return years


def files_beside(path: Path) -> Iterator[Path]:
    """Every file beside a register that by its name holds years of its log."""
    for file in sorted(path.parent.glob("*-log-*.db")):
        if end_of(file.name) and file.name.startswith(f"{path.name}-log-"):
            yield file


def make_whole(copy: Path, path: Path) -> bool:
    """Bring the years back into a copy of a register, so that it is complete in one file.

    False where one of their files is not there, or not as it was put away.
    """
    with closing(connect(copy, "rw")) as connection:
        join_years(connection, path)
        connection.execute("BEGIN IMMEDIATE")
        bring_rows(connection, path)
        connection.execute("COMMIT")
        return not put_away(connection)

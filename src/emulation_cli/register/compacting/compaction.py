"""Finished years of the log put away into a file beside the register, whole or not at all."""

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from datetime import date
from pathlib import Path
from typing import NamedTuple

from emulation_cli import leftovers
from emulation_cli.domain.errors import Busy, EmulError, FileTrouble, Refused
from emulation_cli.register.compacting.years_beside import (
    APPLICATION_ID,
    COLUMNS,
    MOST,
    SCHEMA,
    PutAway,
    bring_rows,
    end_of,
    file_of,
    files_beside,
    join_years,
    need_log,
    put_away,
)
from emulation_cli.register.copies import backups
from emulation_cli.register.log.clock import moments, start_of
from emulation_cli.register.opening.connections import check_header, sqlite_uri
from emulation_cli.register.opening.file_safety import owner_only, sync_folder
from emulation_cli.register.sealing.digests import file_digest
from emulation_cli.register.store import Register

# What a line of the log weighs beside its text: its own columns, and its places in the indexes.
_BESIDE_TEXT = 150


class Prospect(NamedTuple):
    """What would be put away: which years and changes, how many lines, about how many bytes."""

    years: tuple[str, str]
    first: int
    last: int
    lines: int
    bytes: int


class Compacted(NamedTuple):
    """What was put away, into which file; the size of the register before and after."""

    what: Prospect
    file: Path
    before: int
    after: int


def this_year() -> int:
    """The year that is not finished yet."""
    return date.today().year


def prospect(register: Register) -> Prospect | None:
    """Look only; None where no finished year has lines in the register."""
    end = start_of(f"{this_year()}-01-01")
    made = [one for one in moments(register.connection) if one.at < end]
    last = max((one.change for one in made), default=0)
    # The newest line stays: its number tells the next one.
    row = register.row(
        "SELECT min(change_id) AS first, count(*) AS lines,"
        " sum(length(record) + ifnull(length(before), 0) + ifnull(length(after), 0)) AS text"
        " FROM main.change_row WHERE change_id <= ? AND id < (SELECT max(id) FROM main.change_row)",
        (last,),
    )
    if not row or not row["lines"]:
        return None
    years = [one.at[:4] for one in made if one.change >= row["first"]]
    size = row["text"] + _BESIDE_TEXT * row["lines"]
    return Prospect((years[0], years[-1]), row["first"], last, row["lines"], size)


def compact(register: Register) -> Compacted:
    """Put the lines of finished years away; raises Refused where there are none, FileTrouble."""
    coming = prospect(register)
    if coming is None:
        raise Refused("care.nothing_to_compact", year=this_year())
    before = register.path.stat().st_size
    backups.before(register.path, register.connection, "compact")
    folded = put_away(register.connection)
    if len(folded) >= MOST:
        need_log(register.connection, register.path)
        coming = coming._replace(first=folded[0].first)
    else:
        folded = []
    try:
        file = _moved(register, coming, folded)
    except OSError as error:
        reason = error.strerror or str(error)
        raise FileTrouble("care.cannot_compact", path=register.path, reason=reason) from error
    _shrink(register)
    return Compacted(coming, file, before, register.path.stat().st_size)


def _moved(register: Register, coming: Prospect, folded: Sequence[PutAway]) -> Path:
    """The file gets its name before the register forgets the lines: never are they nowhere."""
    leftovers.sweep(register.path.parent)
    moment = _moment(register)
    unfinished = leftovers.built_beside(register.path)
    target = unfinished
    try:
        with leftovers.held(unfinished), owner_only():
            _write(unfinished, register.connection, coming, folded)
            digest = file_digest(unfinished)
            first, last = coming.years
            name = f"{register.path.name}-log-{first}-{last}-{digest.hex()[:12]}.db"
            with register.change():
                if _moment(register) != moment:
                    raise Busy("cli.register_busy")
                _take_out(register, PutAway(coming.first, coming.last, name, digest), folded)
                target = register.path.with_name(name)
                unfinished.replace(target)
                sync_folder(target.parent)
    finally:
        named = {one.file for one in put_away(register.connection)}
        for left in {unfinished, target}:
            if left.name not in named:
                left.unlink(missing_ok=True)
    return target


def _moment(register: Register) -> int:
    """Another number once another program has written."""
    return int(register.connection.execute("PRAGMA main.data_version").fetchone()[0])


def _write(
    file: Path, source: sqlite3.Connection, coming: Prospect, folded: Sequence[PutAway]
) -> None:
    """The lines in the order of their numbers, with those of files that this one stands for."""
    parts = ["main", *(one.schema for one in folded)]
    lines = " UNION ALL ".join(
        f"SELECT {COLUMNS} FROM {part}.change_row WHERE change_id <= :last"
        + (" AND id < (SELECT max(id) FROM main.change_row)" if part == "main" else "")
        for part in parts
    )
    rows = source.execute(f"{lines} ORDER BY id", {"last": coming.last})
    with closing(sqlite3.connect(file, isolation_level=None)) as made:
        # No journal: a file that is not finished is thrown away.
        made.execute("PRAGMA journal_mode = OFF")
        made.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        made.execute("BEGIN")
        for statement in SCHEMA:
            made.execute(statement)
        marks = ", ".join("?" * len(COLUMNS.split(",")))
        made.executemany(f"INSERT INTO change_row ({COLUMNS}) VALUES ({marks})", rows)
        made.execute("COMMIT")
    with file.open("rb+") as written:
        os.fsync(written.fileno())


def _take_out(register: Register, new: PutAway, folded: Sequence[PutAway]) -> None:
    connection = register.connection
    guard = "SELECT sql FROM main.sqlite_master WHERE name = 'change_row_remains'"
    (text,) = connection.execute(guard).fetchone()
    connection.execute("DROP VIEW IF EXISTS temp.change_row")
    connection.execute("DROP TRIGGER main.change_row_remains")
    connection.execute(
        "DELETE FROM main.change_row WHERE change_id <= ?"
        " AND id < (SELECT max(id) FROM main.change_row)",
        (new.last,),
    )
    connection.execute(text)
    connection.executemany(
        "DELETE FROM compacted_log WHERE first_change = ?", ((one.first,) for one in folded)
    )
    connection.execute("INSERT INTO compacted_log VALUES (?, ?, ?, ?)", new)


def _shrink(register: Register) -> None:
    """Give the room back to the disk; where it has none to spare, the file stays as long."""
    with suppress(sqlite3.OperationalError):
        register.connection.execute("VACUUM")
    join_years(register.connection, register.path)


def coming_back(register: Register) -> list[Path]:
    """Look only: the files that `bring_back` would bring back; raises as it does."""
    if not (former := put_away(register.connection)):
        raise Refused("care.nothing_put_away")
    need_log(register.connection, register.path)
    return [file_of(register.path, one) for one in former]


def bring_back(register: Register) -> list[Path]:
    """Bring all years back into the register; gives the files that others still need.

    Raises Refused where nothing was put away, FileTrouble where a file is not there unharmed.
    """
    former = put_away(register.connection)
    coming_back(register)
    with register.change():
        bring_rows(register.connection, register.path)
    return drop_files(register, former)


def drop_files(register: Register, former: Sequence[PutAway]) -> list[Path]:
    """Take away files that nobody needs; gives those that a backup or another register does."""
    join_years(register.connection, register.path)
    backed_up = [backup.path for backup in backups.found(register.path)]
    needed = _needed_by(register.path, *_copies(register.path), *backed_up)
    left = []
    for one in former:
        file = file_of(register.path, one)
        if end_of(one.file) in needed:
            left.append(file)
        else:
            file.unlink(missing_ok=True)
    return left


def _needed_by(*registers: Path) -> set[str]:
    """By the ends of their names the files that these registers have put away."""
    needed: set[str] = set()
    for register in registers:
        with (
            suppress(sqlite3.Error),
            closing(sqlite3.connect(sqlite_uri(register, "ro"), uri=True)) as kept,
        ):
            needed |= {end_of(one.file) for one in put_away(kept)}
    return needed


def _copies(path: Path) -> Iterator[Path]:
    """Other registers in the folder: a copy made by hand has its years in the same files."""
    for file in sorted(path.parent.iterdir()):
        with suppress(EmulError):
            check_header(file)
            if not file.samefile(path):
                yield file


def unneeded(register: Register) -> list[Path]:
    """Files of years that no register beside them names, nor one of its backups."""
    named = {one.file for one in put_away(register.connection)}
    others = [file for file in files_beside(register.path) if file.name not in named]
    if not others:
        return []
    backed_up = [backup.path for backup in backups.found(register.path)]
    needed = _needed_by(register.path, *_copies(register.path), *backed_up)
    return [file for file in others if end_of(file.name) not in needed]


def put_away_again(register: Register, former: Sequence[PutAway]) -> None:
    """After a purge: the files that still held the name go, the years into a new one."""
    join_years(register.connection, register.path)
    needed = _needed_by(register.path, *_copies(register.path))
    for file in {*files_beside(register.path), *(file_of(register.path, one) for one in former)}:
        if end_of(file.name) not in needed:
            file.unlink(missing_ok=True)
    if former and prospect(register):
        with suppress(
            FileTrouble
        ):  # the name is gone; years that are out of reach stay as they are
            compact(register)

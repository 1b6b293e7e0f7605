"""Taking a person's name out of a register, on request: rows, log, kept reports and backups.

Kind, unit, dates and everything that is counted stay, so that no total moves (`least` may rise:
whom a name may be confused with goes with it). This is the one exception to the append-only log,
and it cannot be undone.
"""

import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from emulation_cli import leftovers
from emulation_cli.domain.catalogue.fields import Noun
from emulation_cli.domain.catalogue.nouns import NOUNS
from emulation_cli.domain.errors import EmulError, Refused, Unusable
from emulation_cli.domain.text import comparing_key
from emulation_cli.register.compacting.compaction import put_away_again
from emulation_cli.register.compacting.years_beside import (
    bring_rows,
    file_of,
    join_years,
    out_of_reach,
)
from emulation_cli.register.copies import backups
from emulation_cli.register.identity import touched
from emulation_cli.register.log.recorded_changes import name_of
from emulation_cli.register.log.uuids import numbers_of, uuid_of
from emulation_cli.register.merging.merge_edits import Edit, note_edit
from emulation_cli.register.opening.connections import connect
from emulation_cli.register.opening.file_safety import sync_folder
from emulation_cli.register.purging.blanks import Target, blank, targets, targets_of, unguarded
from emulation_cli.register.purging.names_beside import (
    Written,
    keeps_names,
    long_enough,
    mentioning,
    perhaps_mentioning,
)
from emulation_cli.register.purging.tombstones import (
    NAMELESS,
    NAMES,
    TELLING,
    Tombstone,
    of_name,
    set_up,
)
from emulation_cli.register.purging.traces import holders, sealed
from emulation_cli.register.purging.written_names import names_in
from emulation_cli.register.recording.editing import existing
from emulation_cli.register.store import Register


@dataclass(frozen=True)
class Purged:
    """What was blanked: the records, and the backups rewritten.

    `unreached` are backups that could not be, and files beside that cannot be looked into.
    `namesakes` are other records of one of the names: the same person, or another one. `holding`
    are files that hold a name after all of it, `mentioning` the records in which one still stands.
    """

    records: tuple[str, ...]
    backups: tuple[Path, ...]
    unreached: tuple[Path, ...]
    namesakes: tuple[str, ...]
    holding: tuple[Path, ...] = ()
    mentioning: tuple[str, ...] = ()


class PurgeProspect(NamedTuple):
    """What a purge would do: the records it would blank, and those of others whose own name has
    this one in it. They keep it; what is edited after the purge stays in the log. `likely` are
    texts that would stay, though they may be the name.
    """

    records: tuple[str, ...]
    kept_in: tuple[str, ...]
    likely: tuple[Written, ...]


def prospect(register: Register, text: str) -> PurgeProspect:
    """Look only; raises Refused as `purge` does."""
    noun, row = _naming_someone(register, text)
    with register.moment():  # those of one person are joined on the way, and let go again
        records = _ids(targets_of(register, noun.table, row))
        name = str(row[noun.title])
        names = [] if name.startswith(NAMELESS) else [name]
        kept = tuple(
            record
            for record in mentioning(register.connection, names)
            if keeps_names(record)
            and record not in records
            and names_in(name_of(register, record), names)
        )
        likely = tuple(
            one
            for one in perhaps_mentioning(register.connection, names)
            if not (one.is_name and one.record in records)
        )
    return PurgeProspect(records, kept, likely)


def purge(register: Register, text: str, said: Sequence[str] = ()) -> Purged:
    """Blank what names a person in a record and in the honours that belong to it, and texts that
    the clerk `said` to name the person too.

    Raises Refused for an unknown id and for records that name no one.
    """
    noun, row = _naming_someone(register, text)
    uuid = uuid_of(register.connection, noun.table, row["id"])
    with register.change() as change:
        former = bring_rows(register.connection, register.path)
        with unguarded(register.connection, change.id):
            targets = targets_of(register, noun.table, row)
            # Not logged either: the change is of no row, so that nobody can take it back.
            names = _bury(register, change.id, targets, said)
        namesakes = tuple(_namesakes(register, names))
    register.connection.execute("VACUUM")
    rewritten, unreached = purge_backups(register.path, [(noun.table, uuid)], said)
    put_away_again(register, former)
    leftovers.sweep(register.path.parent, backups.folder_of(register.path), Path.cwd())
    holding = holders(register.path, {*long_enough(names), *said})
    others = mentioning(register.connection, names) if register.path in holding else ()
    # Years of the log that lie elsewhere.
    years = out_of_reach(register.connection, register.path)
    unreached += [file_of(register.path, one) for one in years]
    return Purged(
        _ids(targets), tuple(rewritten), tuple(sorted({*unreached, *sealed(register.path)})),
        namesakes, tuple(holding),
        tuple(record for record in others if record not in namesakes),
    )  # fmt: skip


def _naming_someone(register: Register, text: str) -> tuple[Noun, dict[str, Any]]:
    noun, row = existing(register, text)
    if noun.table not in TELLING or (noun.table == "exemplar" and row["kind"] == "collective"):
        raise Refused("care.names_no_one", id=text)
    return noun, row


def _ids(targets: Iterable[Target]) -> tuple[str, ...]:
    letters = {noun.table: noun.letter for noun in NOUNS}
    return tuple(f"{letters[target.table]}{target.id}" for target in targets)


def _bury(
    register: Register, change: int, targets: Sequence[Target], said: Iterable[str]
) -> set[str]:
    """Blank rows for ever: tombstones keep merges, restored backups and lists from undoing it."""
    stones = [_tombstone(register, target) for target in targets]
    names = blank(register, targets, said)
    _outlive_merges(register, change, targets)
    for stone in stones:
        set_up(register.connection, change, stone)
    return names


def _tombstone(register: Register, target: Target) -> Tombstone:
    """Of the name that is blanked: a collective's model keeps its own, and loses its leader's."""
    uuid = uuid_of(register.connection, target.table, target.id)
    row = register.row(f"SELECT * FROM {target.table} WHERE id = ?", (target.id,)) or {}
    blanked = (row.get(name) for name in NAMES[target.table] if name in target.blanks)
    name = next(filter(None, blanked), "")
    return of_name(uuid, target.table, name)


def bury_elsewhere(register: Register, change: int, stones: Sequence[Tombstone]) -> list[str]:
    """Blank here what was purged elsewhere; gives the identities of the rows that were found."""
    found = [
        (stone, number)
        for stone in stones
        if stone.table in TELLING
        for number in numbers_of(register.connection, stone.table, [stone.uuid]).values()
    ]
    rows = [
        (stone.table, register.row(f"SELECT * FROM {stone.table} WHERE id = ?", (number,)) or {})
        for stone, number in found
    ]
    blanked = targets(rows)
    blank(register, blanked)
    _outlive_merges(register, change, blanked)
    for stone in stones:
        set_up(register.connection, change, stone)
    return [stone.uuid for stone, _number in found]


def _namesakes(register: Register, names: Iterable[str]) -> Iterator[str]:
    """The records that still bear one of the names."""
    sql = (
        "SELECT 'X' || id FROM exemplar WHERE comparing_key = :key"
        " UNION ALL SELECT 'H' || id FROM honour WHERE comparing_key = :key"
        " UNION ALL SELECT 'N' || id FROM presenter WHERE comparing_key = :key"
        " UNION ALL SELECT 'M' || id FROM model WHERE leader = :name"
    )
    for name in sorted(names):
        values = {"name": name, "key": comparing_key(name)}
        yield from (found for (found,) in register.connection.execute(sql, values))


def _outlive_merges(register: Register, change: int, targets: Iterable[Target]) -> None:
    """To a merge the blank is the latest edit: no register that has the name may bring it back."""
    row = register.row("SELECT at, uuid, who FROM change WHERE id = ?", (change,))
    assert row is not None
    edit = Edit(row["at"], row["uuid"], row["who"])
    for target in targets:
        for column in target.blanks:
            note_edit(register.connection, target.table, target.id, column, edit)


def purge_backups(
    path: Path, purged: Sequence[tuple[str, str]], said: Sequence[str] = ()
) -> tuple[list[Path], list[Path]]:
    """The same in every automatic backup, each rewritten whole under a name that fits it.

    Gives those rewritten, and the files that could not be reached: a damaged one stops nothing.
    """
    rewritten, unreached = [], []
    for backup in backups.found(path):
        try:
            if (new := _rewritten(backup, purged, said)) is not None:
                rewritten.append(new)
        except (sqlite3.Error, OSError, UnicodeDecodeError, EmulError):
            unreached.append(backup.path)
    folder = backups.folder_of(path)
    automatic = {backup.path for backup in backups.found(path)}
    others = set(folder.glob("*.db")) - automatic if folder.is_dir() else set()
    return rewritten, sorted({*others, *unreached})


def _rewritten(
    backup: backups.Backup, purged: Sequence[tuple[str, str]], said: Sequence[str]
) -> Path | None:
    unfinished = leftovers.built_beside(backup.path)
    try:
        with leftovers.held(unfinished):
            unfinished.write_bytes(backup.path.read_bytes())
            with closing(connect(unfinished, "rw")) as connection:
                join_years(connection, backup.path)
                if backups.complaints(connection):
                    raise Unusable("care.damaged_backup", path=backup.path)
                if not _blank_in_copy(Register(unfinished, connection), backup.path, purged, said):
                    return None
            return _put_in_place(backup, unfinished)
    finally:
        for end in ("", "-journal"):
            unfinished.with_name(unfinished.name + end).unlink(missing_ok=True)


def _blank_in_copy(
    register: Register, backup: Path, purged: Sequence[tuple[str, str]], said: Sequence[str]
) -> bool:
    """Whether a copy held any of it."""
    connection, found = register.connection, False
    told = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'subject_record'")
    has_subjects = told.fetchone() is not None  # version 1 had none
    if has_subjects:
        touched.watch(connection)
    connection.execute("BEGIN IMMEDIATE")
    # Their files are blanked by nobody: what a backup needs of them comes into it.
    found |= bool(bring_rows(connection, backup))
    with unguarded(connection, None):
        for table, uuid in purged:
            number = numbers_of(connection, table, [uuid]).get(uuid)
            row = register.row(f"SELECT * FROM {table} WHERE id = ?", (number,))
            if row is not None:
                blank(register, targets_of(register, table, row), said)
                found = True
    if has_subjects:  # they tell the year of birth
        register.work_out()
    connection.execute("COMMIT")
    connection.execute("VACUUM")
    return found


def _put_in_place(backup: backups.Backup, unfinished: Path) -> Path:
    """The new file stands under its new digest before the old one goes."""
    with unfinished.open("rb+") as file:
        os.fsync(file.fileno())
    digest = backups.digest_of(unfinished)[: len(backup.digest)]
    new = backup.path.with_name(backup.path.name.replace(backup.digest, digest))
    unfinished.replace(new)
    if new != backup.path:
        backup.path.unlink()
    sync_folder(new.parent)
    return new

"""Taking a person's name out of a register, on request: rows, log, kept reports and backups.

Kind, unit, dates and everything that is counted stay, so that no figure moves. This is the one
exception to the append-only log, and it cannot be undone.
"""

import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from emulation_cli import leftovers
from emulation_cli.domain.catalogue import NOUNS
from emulation_cli.domain.errors import Refused
from emulation_cli.domain.text import comparing_key, fold
from emulation_cli.register import backups, log
from emulation_cli.register.connecting import connect
from emulation_cli.register.editing import existing
from emulation_cli.register.files import owner_only, sync_folder
from emulation_cli.register.identity.mentions import TABLES
from emulation_cli.register.identity.stated import say, whole
from emulation_cli.register.merge_edits import Edit, note_edit
from emulation_cli.register.rows import keys_of
from emulation_cli.register.store import Register
from emulation_cli.register.uuids import number_of, uuid_of

# What tells who someone is; the name itself is replaced, for a record must have one.
_TELLING = {
    noun.table: tuple(
        column
        for field in noun.fields
        if field.personal and field.name != noun.title
        for column in field.columns
    )
    for noun in NOUNS
    if noun.plural in ("exemplars", "models", "honours")
}
_NAMES = (*{noun.title for noun in NOUNS if noun.table in _TELLING}, "leader")
_OF_PERSONS = ("individual", "household", "unclassified")
# Commands that were typed with the particulars of a record.
_TYPED = ("add-", "edit", "cancel")


@dataclass(frozen=True)
class Purged:
    """What was blanked: the records, the backups rewritten, and those that could not be.

    `namesakes` are other records of one of the names: the same person, or another one.
    """

    records: tuple[str, ...]
    backups: tuple[Path, ...]
    unreached: tuple[Path, ...]
    namesakes: tuple[str, ...]


@dataclass(frozen=True)
class Target:
    """A row to blank: its table, its id, and the columns with what is put in their place."""

    table: str
    id: int
    blanks: Mapping[str, Any]


def purge(register: Register, text: str) -> Purged:
    """Blank what names a person in a record and in the honours that belong to it.

    Raises Refused for an unknown id and for records that name no one.
    """
    noun, row = existing(register, text)
    if noun.table not in _TELLING or (noun.table == "exemplar" and row["kind"] == "collective"):
        raise Refused("care.names_no_one", id=text)
    uuid = uuid_of(register.connection, noun.table, row["id"])
    with register.change() as change:
        targets = _targets(register, noun.table, row)
        with _unguarded(register.connection):
            names = _blank(register, targets)
            # Not logged either: the change is of no row, so that nobody can take it back.
            _outlive_merges(register, change.id, targets)
        namesakes = tuple(_namesakes(register, names))
    register.connection.execute("VACUUM")
    rewritten, unreached = _purge_backups(register.path, noun.table, uuid)
    letters = {noun.table: noun.letter for noun in NOUNS}
    records = tuple(f"{letters[target.table]}{target.id}" for target in targets)
    return Purged(records, tuple(rewritten), tuple(unreached), namesakes)


def _targets(register: Register, table: str, row: Mapping[str, Any]) -> list[Target]:
    """The record and all others of its subject; they stay one whatever they are called."""
    if register.row("SELECT 1 FROM sqlite_master WHERE name = 'subject_record'") is None:
        return _targets_of_version_1(register, table, row)
    own = next(noun for noun, name in TABLES.items() if name == table), int(row["id"])
    records = [own, *whole(register.connection, table, row["id"])]
    uuids = [uuid_of(register.connection, TABLES[noun], number) for noun, number in records]
    for pair in pairwise(uuids):
        say(register.connection, pair, "same")
    return [
        _target(TABLES[noun], found)
        for noun, number in records
        for found in register.rows(f"SELECT * FROM {TABLES[noun]} WHERE id = ?", (number,))
    ]


def _targets_of_version_1(register: Register, table: str, row: Mapping[str, Any]) -> list[Target]:
    """In an old backup honours point to whom they belong to."""
    targets = [_target(table, row)]
    if table in ("exemplar", "model"):
        honours = register.rows(f"SELECT * FROM honour WHERE {table}_id = ?", (row["id"],))
        targets += [_target("honour", honour) for honour in honours]
    return targets


def _target(table: str, row: Mapping[str, Any]) -> Target:
    """A model or an honoured collective keeps its name: it is no person's."""
    noun = next(noun for noun in NOUNS if noun.table == table)
    blanks: dict[str, Any] = dict.fromkeys(_TELLING[table])
    if row["kind"] in _OF_PERSONS and not (table == "model" and row["kind"] == "unclassified"):
        blanks[noun.title] = f"(đã xóa tên {noun.letter}{row['id']})"
        blanks |= keys_of(noun, blanks)
    return Target(table, row["id"], blanks)


def _namesakes(register: Register, names: Iterable[str]) -> Iterator[str]:
    """The records that still bear one of the names."""
    sql = (
        "SELECT 'X' || id FROM exemplar WHERE comparing_key = :key"
        " UNION ALL SELECT 'H' || id FROM honour WHERE comparing_key = :key"
        " UNION ALL SELECT 'M' || id FROM model WHERE leader = :name"
    )
    for name in sorted(names):
        values = {"name": name, "key": comparing_key(name)}
        yield from (found for (found,) in register.connection.execute(sql, values))


@contextmanager
def _unguarded(connection: sqlite3.Connection) -> Iterator[None]:
    """The log may be changed and logs nothing inside; only within one transaction."""
    guards = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
        " AND tbl_name IN ('change', 'change_row')"
    ).fetchall()
    for name in (*(name for name, _ in guards), *log.present(connection)):
        connection.execute(f"DROP TRIGGER {name}")
    yield
    for _, sql in guards:
        connection.execute(sql)
    log.install(connection)


def _blank(register: Register, targets: Iterable[Target]) -> set[str]:
    """Blank the rows and every trace of them; gives the names that they bore."""
    names: set[str] = set()
    for target in targets:
        names |= _blank_images(register, target) | _borne(register, target)
        register.update(target.table, target.id, target.blanks)
        _blank_typed_commands(register, target)
    _blank_mentions(register, {name for name in names if len(name) > 3})
    return names


def _outlive_merges(register: Register, change: int, targets: Iterable[Target]) -> None:
    """To a merge the blank is the latest edit: no register that has the name may bring it back."""
    row = register.row("SELECT at, uuid, who FROM change WHERE id = ?", (change,))
    assert row is not None
    edit = Edit(row["at"], row["uuid"], row["who"])
    for target in targets:
        for column in target.blanks:
            note_edit(register.connection, target.table, target.id, column, edit)


def _blank_images(register: Register, target: Target) -> set[str]:
    """Blank what the log tells of a row; gives the names that it bore."""
    rows = register.rows(
        "SELECT id, before, after FROM change_row WHERE table_name = ? AND row_key = ?",
        (target.table, target.id),
    )
    names = set()
    for row in rows:
        values = {}
        for side in ("before", "after"):
            image = log.parsed(row[side])
            if image is not None:
                names |= {
                    image[name] for name in ("name", "recipient", "leader") if image.get(name)
                }
                image |= {name: blank for name, blank in target.blanks.items() if name in image}
            values[side] = log.written(image)
        register.update("change_row", row["id"], values)
    return names if "name" in target.blanks or "recipient" in target.blanks else set()


def _borne(register: Register, target: Target) -> set[str]:
    """The names that a row bears: the log has no image of one that never changed."""
    row = register.row(f"SELECT * FROM {target.table} WHERE id = ?", (target.id,)) or {}
    named = "name" in target.blanks or "recipient" in target.blanks
    return {row[name] for name in _NAMES if row.get(name)} if named else set()


def _blank_typed_commands(register: Register, target: Target) -> None:
    """A command that recorded or edited the row was typed with what is now blanked."""
    rows = register.rows(
        "SELECT id, command FROM change WHERE id IN"
        " (SELECT change_id FROM change_row WHERE table_name = ? AND row_key = ?)",
        (target.table, target.id),
    )
    for row in rows:
        words = row["command"].split()
        if any(word.startswith(_TYPED) for word in words):
            register.update("change", row["id"], {"command": _shortened(words)})


def _shortened(words: list[str]) -> str:
    verb = next((word for word in words if word.startswith(_TYPED)), words[0])
    return f"emul {verb} …"


def _blank_mentions(register: Register, names: set[str]) -> None:
    """Other commands and kept reports in which a name stands."""
    folded = {fold(name) for name in names}
    for row in register.rows("SELECT id, command FROM change"):
        if any(name in fold(row["command"]) for name in folded):
            words = row["command"].split()
            register.update("change", row["id"], {"command": " ".join(words[:2]) + " …"})
    for row in register.rows("SELECT id, name, request, figures FROM kept_report"):
        columns = ("name", "request", "figures")
        values = {column: _without(row[column], names) for column in columns}
        register.update("kept_report", row["id"], values)
    for row in register.rows(
        "SELECT id, before, after FROM change_row WHERE table_name = 'kept_report'"
    ):
        values = {side: row[side] and _without(row[side], names) for side in ("before", "after")}
        register.update("change_row", row["id"], values)


def _without(text: str, names: Iterable[str]) -> str:
    for name in names:
        text = text.replace(name, "…")
    return text


def _purge_backups(path: Path, table: str, uuid: str) -> tuple[list[Path], list[Path]]:
    """The same in every automatic backup, each rewritten whole under a name that fits it."""
    attempted = [_rewritten(backup, table, uuid) for backup in backups.found(path)]
    folder = backups.folder_of(path)
    automatic = {backup.path for backup in backups.found(path)}
    others = set(folder.glob("*.db")) - automatic if folder.is_dir() else set()
    return [file for file in attempted if file is not None], sorted(others)


def _rewritten(backup: backups.Backup, table: str, uuid: str) -> Path | None:
    unfinished = leftovers.built_beside(backup.path)
    try:
        with owner_only():
            unfinished.write_bytes(backup.path.read_bytes())
        with closing(connect(unfinished, "rw")) as connection:
            register = Register(unfinished, connection)
            number = number_of(connection, table, uuid)
            row = register.row(f"SELECT * FROM {table} WHERE id = ?", (number,))
            if row is None:
                return None
            connection.execute("BEGIN")
            with _unguarded(connection):
                _blank(register, _targets(register, table, row))
            connection.execute("COMMIT")
            connection.execute("VACUUM")
        return _put_in_place(backup, unfinished)
    finally:
        unfinished.unlink(missing_ok=True)


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

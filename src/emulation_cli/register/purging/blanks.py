"""Blanking what names a person: in the rows, in the log, in what was typed and written beside."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from emulation_cli.domain.catalogue.fields import Noun
from emulation_cli.domain.catalogue.nouns import NOUNS
from emulation_cli.domain.honorifics import PLAINEST, gender_by_honorific
from emulation_cli.register.identity.mentions import TABLES
from emulation_cli.register.identity.stated import whole
from emulation_cli.register.log import log_triggers
from emulation_cli.register.log.uuids import uuid_of
from emulation_cli.register.purging.names_beside import blank_mentions
from emulation_cli.register.purging.tombstones import NAMELESS, TELLING
from emulation_cli.register.recording.row_values import keys_of
from emulation_cli.register.sealing.purged_places import reseal, watch_places
from emulation_cli.register.store import Register

_NAMES = (*{noun.title for noun in NOUNS if noun.table in TELLING}, "leader")
# What tells whether two honours say the same of whom they are for, once the name is gone.
_SAID_OF_PERSONS = ("comparing_key", "birth_year", "position")
_OF_PERSONS = ("individual", "household", "unclassified")
# Commands that were typed with the particulars of a record.
_TYPED = ("add-", "edit", "cancel")


@dataclass(frozen=True)
class Target:
    """A row to blank: its table, its id, and the columns with what is put in their place."""

    table: str
    id: int
    blanks: Mapping[str, Any]


def targets_of(register: Register, table: str, row: Mapping[str, Any]) -> list[Target]:
    """The record and all others of its subject; they stay one whatever they are called."""
    if table not in TABLES.values():
        return targets([(table, row)])
    if register.row("SELECT 1 FROM sqlite_master WHERE name = 'subject_record'") is None:
        return _targets_of_version_1(register, table, row)
    own = next(noun for noun, name in TABLES.items() if name == table), int(row["id"])
    records = [own, *whole(register.connection, table, row["id"])]
    uuids = [uuid_of(register.connection, TABLES[noun], number) for noun, number in records]
    # Not logged, as all of it: no undo may part them again. What she said before stays as it is.
    register.connection.executemany(
        "INSERT OR IGNORE INTO verdict (one, other, verdict) VALUES (?, ?, 'same')",
        (sorted(pair) for pair in pairwise(uuids)),
    )
    records += [record for record in _cancelled(register, row) if record not in records]
    return targets(
        [
            (TABLES[noun], found)
            for noun, number in records
            for found in register.rows(f"SELECT * FROM {TABLES[noun]} WHERE id = ?", (number,))
        ]
    )


def _cancelled(register: Register, row: Mapping[str, Any]) -> Iterator[tuple[str, int]]:
    """Records of the name and unit that count for nothing any more, and belong to no subject."""
    for noun, table in ((noun, name) for noun, name in TABLES.items() if name in TELLING):
        found = register.rows(
            f"SELECT id FROM {table} WHERE cancelled_on IS NOT NULL AND name_key = ?"
            " AND comparing_key = ? AND unit_id IS ?",
            (row["name_key"], row["comparing_key"], row["unit_id"]),
        )
        yield from ((noun, one["id"]) for one in found)


def _targets_of_version_1(register: Register, table: str, row: Mapping[str, Any]) -> list[Target]:
    """In an old backup honours point to whom they belong to."""
    found = [(table, row)]
    if table in ("exemplar", "model"):
        honours = register.rows(f"SELECT * FROM honour WHERE {table}_id = ?", (row["id"],))
        found += [("honour", honour) for honour in honours]
    return targets(found)


def targets(found: Iterable[tuple[str, Mapping[str, Any]]]) -> list[Target]:
    """The rows of these tables to blank; honours that said the same of a person go on doing so.

    Of two that tell of one honour one counts, and that may not change.
    """
    called: dict[tuple[Any, ...], str] = {}
    made = []
    for table, row in found:
        noun = next(noun for noun in NOUNS if noun.table == table)
        own = f"{noun.letter}{row['id']}"
        if table == "honour":
            said = tuple(row.get(name) for name in _SAID_OF_PERSONS)
            own = called.setdefault(said, own)
        made.append(_target(noun, row, own))
    return made


def _target(noun: Noun, row: Mapping[str, Any], called: str) -> Target:
    """A model or an honoured collective keeps its name: it is no person's."""
    table = noun.table
    reason = "…" if row["cancelled_reason"] else None
    blanks: dict[str, Any] = {name: None for name in TELLING[table] if name in row}
    blanks |= {"cancelled_reason": reason}
    if told := gender_by_honorific(row.get("honorific")):  # counted where no gender stands
        blanks["honorific"] = PLAINEST[told]
    kind = row.get("kind", "individual")
    if kind in _OF_PERSONS and not (table == "model" and kind == "unclassified"):
        blanks[noun.title] = f"{NAMELESS}{called})"
        blanks |= keys_of(noun, blanks)
    return Target(table, row["id"], blanks)


@contextmanager
def unguarded(connection: sqlite3.Connection, change: int | None) -> Iterator[None]:
    """The log may be changed and logs nothing inside; only within one transaction.

    What is changed is sealed anew under `change` (None: of a backup, which has none for it). The
    triggers come back to the letter: a backup may be of an older version.
    """
    guards = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
        " AND (tbl_name IN ('change', 'change_row', 'change_range', 'purged_place')"
        " OR name GLOB 'log_*') ORDER BY rowid"
    ).fetchall()
    for name, _ in guards:
        connection.execute(f"DROP TRIGGER {name}")
    chained = connection.execute("PRAGMA user_version").fetchone()[0] > 1
    if chained:
        watch_places(connection)
    yield
    if chained:
        reseal(connection, change)
    for _, sql in guards:
        connection.execute(sql)


def blank(register: Register, targets: Iterable[Target], said: Iterable[str] = ()) -> set[str]:
    """Blank the rows and every trace of them, and what else was `said` to name them; gives the
    names that they bore.
    """
    names: set[str] = set()
    for target in targets:
        names |= _blank_images(register, target) | _borne(register, target)
        register.update(target.table, target.id, target.blanks)
        _blank_typed_commands(register, target)
    names = {name for name in names if not name.startswith(NAMELESS)}  # purged once before
    blank_mentions(register.connection, names, said)
    return names


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
            image = log_triggers.parsed(row[side])
            if image is not None:
                names |= {
                    image[name] for name in ("name", "recipient", "leader") if image.get(name)
                }
                image |= {name: blank for name, blank in target.blanks.items() if name in image}
            values[side] = log_triggers.written(image)
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

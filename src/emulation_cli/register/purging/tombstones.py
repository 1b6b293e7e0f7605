"""What was purged: known by its identity and by a salted digest of its name, never by the name.

By the identity no merge and no restored backup brings it back; by the digest a list that comes
again is noticed.
"""

import os
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from emulation_cli.domain.catalogue.nouns import NOUNS, WITH_KIND
from emulation_cli.domain.hashes import sha2
from emulation_cli.domain.text import comparing_key, fold
from emulation_cli.register.store import Register

_HALF = 32  # letters of a digest
NAMELESS = "(đã xóa tên "  # and the id: what stands where the name stood
# It tells of no one without a name, and shares are counted by it.
_COUNTED = "gender"
# What tells who someone is; the name itself is replaced, for a record must have one.
TELLING: Mapping[str, tuple[str, ...]] = {
    noun.table: (
        *(
            column
            for field in noun.fields
            if field.personal and field.name not in (noun.title, _COUNTED)
            for column in field.columns
        ),
        "cancelled_reason",
    )
    for noun in NOUNS
    if noun.plural in (*WITH_KIND, "presenters")
}
NAMING = {noun.table: noun.title for noun in NOUNS if noun.table in TELLING}
# All columns that hold the name of a person.
NAMES: Mapping[str, tuple[str, ...]] = {
    table: (title, "leader") if table == "model" else (title,) for table, title in NAMING.items()
}


class Tombstone(NamedTuple):
    """One purged row."""

    uuid: str
    table: str
    salt: str
    digest: str


def of_name(uuid: str, table: str, name: str) -> Tombstone:
    """The tombstone of a row that bore a name."""
    salt = os.urandom(16).hex()
    return Tombstone(uuid, table, salt, _digest(salt, name))


def _digest(salt: str, name: str) -> str:
    """Of a name without its blanks, as it is written, then without diacritics.

    A list may have lost a blank, «NguyễnThị Hòa», or all marks.
    """
    return _half(salt, comparing_key(name)) + _half(salt, fold(name))


def _half(salt: str, key: str) -> str:
    salted = f"{salt}\0{key.replace(' ', '')}".encode("utf-8", "surrogatepass")
    return str(sha2(256)(salted).hexdigest())[:_HALF]


def _known_half(salt: str, name: str) -> str:
    """The half that tells a name. Of one without marks it is that of all who are so written."""
    return _half(salt, fold(name)) if name.isascii() else _half(salt, comparing_key(name))


def tombstones(connection: sqlite3.Connection) -> Iterator[Tombstone]:
    """Those of a register; one of version 1 has none."""
    found = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'tombstone'"
    if connection.execute(found).fetchone():
        rows = connection.execute("SELECT uuid, table_name, salt, digest FROM tombstone")
        yield from map(Tombstone._make, rows.fetchall())


def is_of(stone: Tombstone, name: str) -> bool:
    """Whether it is this name that was purged."""
    return _known_half(stone.salt, name) in _halves(stone.digest)


def _halves(digest: str) -> tuple[str, str]:
    return digest[:_HALF], digest[_HALF:]


def set_up(connection: sqlite3.Connection, change: int, stone: Tombstone) -> None:
    """Keep a tombstone; the one that is there already stays."""
    connection.execute(
        "INSERT OR IGNORE INTO tombstone (uuid, table_name, change_id, salt, digest)"
        " VALUES (?, ?, ?, ?, ?)",
        (stone.uuid, stone.table, change, stone.salt, stone.digest),
    )


def purged_names(register: Register) -> Callable[[str], bool] | None:
    """Whether a name is one that was purged; None where nothing was, so that nobody pays for it."""
    digests: dict[str, set[str]] = {}
    for stone in tombstones(register.connection):
        digests.setdefault(stone.salt, set()).update(_halves(stone.digest))
    if not digests:
        return None
    known: dict[str, bool] = {}

    def is_purged(name: str) -> bool:
        if name not in known:
            known[name] = any(_known_half(salt, name) in halves for salt, halves in digests.items())
        return known[name]

    return is_purged


def borne_by(connection: sqlite3.Connection, stones: Mapping[str, str]) -> set[str]:
    """The names that rows of these identities (table by uuid) still bear in a register."""
    from emulation_cli.register.log.uuids import numbers_of

    borne: set[str] = set()
    for table in set(stones.values()):
        uuids = [uuid for uuid, of_table in stones.items() if of_table == table]
        for number in numbers_of(connection, table, uuids).values():
            sql = f"SELECT {', '.join(NAMES[table])} FROM {table} WHERE id = ?"
            borne |= {name for row in connection.execute(sql, (number,)) for name in row if name}
    return {name for name in borne if not name.startswith(NAMELESS)}

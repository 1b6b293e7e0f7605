"""Verdicts of the clerk, as pairs of ids of records that are there."""

import sqlite3
from typing import NamedTuple

from emulation_cli.register import uuids
from emulation_cli.register.identity.mentions import KEYS, TABLES

Pair = tuple[str, str]


class Stated(NamedTuple):
    """What was said of pairs of records, and under which names these stand.

    `names` has of each record the key that it is looked for by, the one it is compared by, and
    its unit.
    """

    same: tuple[Pair, ...]
    distinct: tuple[Pair, ...]
    names: dict[str, tuple[str, str, int]]

    @property
    def pairs(self) -> tuple[Pair, ...]:
        return (*self.same, *self.distinct)


def stated(connection: sqlite3.Connection) -> Stated:
    """Every verdict; one may have come before its records, which then take no part."""
    found: dict[str, list[Pair]] = {"same": [], "distinct": []}
    ids: dict[str, str | None] = {}
    names: dict[str, tuple[str, str, int]] = {}
    for one, other, verdict in connection.execute("SELECT one, other, verdict FROM verdict"):
        for uuid in (one, other):
            if uuid not in ids:
                ids[uuid] = record = record_of(connection, uuid)
                if record and (name := _name(connection, record)):
                    names[record] = name
        pair = ids[one], ids[other]
        if pair[0] in names and pair[1] in names and pair[0] != pair[1]:
            found[verdict].append(pair)  # type: ignore[arg-type]
    return Stated(tuple(found["same"]), tuple(found["distinct"]), names)


def record_of(connection: sqlite3.Connection, uuid: str) -> str | None:
    """The id of the record that has this identity: D5; None where none is here."""
    for noun, table in TABLES.items():
        if number := uuids.number_of(connection, table, uuid):
            return f"{noun}{number}"
    other = "SELECT table_name, row_id FROM other_uuid WHERE uuid = ?"
    row = connection.execute(other, (uuid,)).fetchone()
    letters = {table: noun for noun, table in TABLES.items()}
    return f"{letters[row[0]]}{row[1]}" if row and row[0] in letters else None


def _name(connection: sqlite3.Connection, record: str) -> tuple[str, str, int] | None:
    noun, number = record[0], int(record[1:])
    placed = noun in "XMH"
    columns = (
        "name_key, comparing_key, ifnull(unit_id, 0)"
        if placed
        else f"{KEYS[noun]}, {KEYS[noun]}, 0"
    )
    sql = f"SELECT {columns} FROM {TABLES[noun]} WHERE id = ? AND cancelled_on IS NULL"
    row = connection.execute(sql, (number,)).fetchone()
    return tuple(row) if row else None


def spoken_of(connection: sqlite3.Connection) -> dict[str, tuple[str, str, int]]:
    """The records of which the change under way said something, or took it back."""
    found = {}
    for (uuid,) in connection.execute("SELECT DISTINCT uuid FROM temp.touched_verdict"):
        record = record_of(connection, uuid)
        if record and (name := _name(connection, record)):
            found[record] = name
    return found


def uuid_of(connection: sqlite3.Connection, record: str) -> str:
    """The identity of a record that lasts between registers."""
    return uuids.uuid_of(connection, TABLES[record[0]], int(record[1:]))


def say(connection: sqlite3.Connection, uuids: Pair, verdict: str) -> None:
    """Note what is said of two records inside an open change."""
    sql = (
        "INSERT INTO verdict (one, other, verdict) VALUES (?, ?, ?) ON CONFLICT (one, other)"
        " DO UPDATE SET verdict = excluded.verdict WHERE verdict <> excluded.verdict"
    )
    connection.execute(sql, (*sorted(uuids), verdict))


def standing(connection: sqlite3.Connection, uuids: Pair) -> str | None:
    """What is said of two records themselves: `same`, `distinct` or nothing."""
    sql = "SELECT verdict FROM verdict WHERE one = ? AND other = ?"
    row = connection.execute(sql, sorted(uuids)).fetchone()
    return row[0] if row else None


def unsay(connection: sqlite3.Connection, uuids: Pair) -> bool:
    """Take back what was said; whether there was anything."""
    sql = "DELETE FROM verdict WHERE one = ? AND other = ?"
    return connection.execute(sql, sorted(uuids)).rowcount > 0


def belong(connection: sqlite3.Connection, honour: str, record: str | None) -> bool:
    """Say that an honour is for this record and no other; whether that is new."""
    own = uuid_of(connection, honour)
    sql = "SELECT one, other FROM verdict WHERE ? IN (one, other) AND verdict = 'same'"
    before = set(connection.execute(sql, (own,)))
    wanted = {tuple(sorted((own, uuid_of(connection, record))))} if record else set()
    for pair in before - wanted:
        unsay(connection, pair)
    for pair in wanted - before:
        say(connection, (pair[0], pair[1]), "same")
    for other in _namesakes(connection, record) if record else ():
        say(connection, (own, other), "distinct")
    return before != wanted


def _namesakes(connection: sqlite3.Connection, record: str) -> list[str]:
    """The identities of other records of this name that are somebody else: those are not meant."""
    table = TABLES[record[0]]
    sql = (
        f"SELECT '{record[0]}' || o.id FROM {table} AS me JOIN {table} AS o"
        " ON o.name_key = me.name_key AND o.comparing_key = me.comparing_key AND o.id <> me.id"
        " WHERE me.id = ? AND o.cancelled_on IS NULL"
    )
    found = connection.execute(sql, (int(record[1:]),)).fetchall()
    others = [other for (other,) in found if not are_one(connection, record, other)]
    return [uuid_of(connection, other) for other in others]


def are_one(connection: sqlite3.Connection, one: str, other: str) -> bool:
    """Whether two records are of one subject."""
    sql = "SELECT subject FROM subject_record WHERE noun = ? AND record_id = ?"
    subjects = {
        next(connection.execute(sql, (record[0], int(record[1:]))), (record,))[0]
        for record in (one, other)
    }
    return len(subjects) == 1


def whole(connection: sqlite3.Connection, table: str, number: int) -> list[tuple[str, int]]:
    """The other records of a record's subject, by the letter of the noun and the number."""
    noun = next(noun for noun, name in TABLES.items() if name == table)
    sql = (
        "SELECT o.noun, o.record_id FROM subject_record AS me JOIN subject_record AS o"
        " ON o.subject = me.subject AND (o.noun <> me.noun OR o.record_id <> me.record_id)"
        " WHERE me.noun = ? AND me.record_id = ? ORDER BY o.noun, o.record_id"
    )
    return connection.execute(sql, (noun, number)).fetchall()

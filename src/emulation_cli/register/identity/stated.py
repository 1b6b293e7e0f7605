"""Verdicts of the clerk, as pairs of ids of records that are there."""

import json
import sqlite3
from collections.abc import Collection, Iterable
from typing import NamedTuple

from emulation_cli.domain.catalogue.nouns import BY_LETTER
from emulation_cli.register.identity.mentions import KEYS, TABLES
from emulation_cli.register.log import uuids

Pair = tuple[str, str]
# Of units and movements a clerk may say that they are two, too.
SPOKEN_OF = {**TABLES, "U": "unit", "P": "movement"}


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
    rows = connection.execute("SELECT one, other, verdict FROM verdict").fetchall()
    if not rows:
        return Stated((), (), {})
    ids = _records_of(connection, {uuid for row in rows for uuid in row[:2]})
    names = _names(connection, ids.values())
    found: dict[str, list[Pair]] = {"same": [], "distinct": []}
    for *pair, verdict in rows:
        one, other = (ids.get(uuid, "") for uuid in pair)
        if one in names and other in names and one != other:
            found[verdict].append((one, other))
    return Stated(tuple(found["same"]), tuple(found["distinct"]), names)


def _records_of(connection: sqlite3.Connection, identities: Collection[str]) -> dict[str, str]:
    """The ids of the records that have these identities: D5; all are looked up at once."""
    found: dict[str, str] = {}
    for noun, table in TABLES.items():
        numbers = uuids.numbers_of(connection, table, identities)
        found |= {uuid: f"{noun}{number}" for uuid, number in numbers.items()}
    others = (
        "SELECT uuid, table_name, row_id FROM other_uuid"
        " WHERE uuid IN (SELECT value FROM json_each(?))"
    )
    letters = {table: noun for noun, table in TABLES.items()}
    left = json.dumps([uuid for uuid in identities if uuid not in found])
    for uuid, table, number in connection.execute(others, (left,)):
        if table in letters:
            found[uuid] = f"{letters[table]}{number}"
    return found


def _names(
    connection: sqlite3.Connection, records: Iterable[str]
) -> dict[str, tuple[str, str, int]]:
    """The keys and the unit of the records that take part: what was cancelled does not."""
    wanted = [*records]
    found: dict[str, tuple[str, str, int]] = {}
    for noun, table in TABLES.items():
        numbers = json.dumps([int(record[1:]) for record in wanted if record[0] == noun])
        columns = (
            "name_key, comparing_key, ifnull(unit_id, 0)"
            if noun in "XMH"
            else f"{KEYS[noun]}, {KEYS[noun]}, 0"
        )
        sql = (
            f"SELECT id, {columns} FROM {table}"
            " WHERE id IN (SELECT value FROM json_each(?)) AND cancelled_on IS NULL"
        )
        for number, *name in connection.execute(sql, (numbers,)):
            found[f"{noun}{number}"] = (name[0], name[1], name[2])
    return found


def spoken_of(connection: sqlite3.Connection) -> dict[str, tuple[str, str, int]]:
    """The records of which the change under way said something, or took it back."""
    touched = connection.execute("SELECT DISTINCT uuid FROM temp.touched_verdict")
    return _names(connection, _records_of(connection, [uuid for (uuid,) in touched]).values())


def uuid_of(connection: sqlite3.Connection, record: str) -> str:
    """The identity of a record that lasts between registers."""
    return uuids.uuid_of(connection, SPOKEN_OF[record[0]], int(record[1:]))


def say(connection: sqlite3.Connection, uuids: Pair, verdict: str) -> None:
    """Note what is said of two records inside an open change."""
    sql = (
        "INSERT INTO verdict (uuid, change_id, one, other, verdict)"
        " VALUES (NULL, (SELECT change_id FROM open_change), ?, ?, ?) ON CONFLICT (one, other)"
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


def title_of(connection: sqlite3.Connection, record: str) -> str:
    """What a record is called: its name, its recipient, its number."""
    noun = BY_LETTER[record[0]]
    sql = f"SELECT {noun.title} FROM {noun.table} WHERE id = ?"
    return str(connection.execute(sql, (int(record[1:]),)).fetchone()[0])


def are_one(connection: sqlite3.Connection, one: str, other: str) -> bool:
    """Whether two records are of one subject."""
    return subject_of(connection, one) == subject_of(connection, other)


def subject_of(connection: sqlite3.Connection, record: str) -> str:
    """What the subject of a record is called: the id of the record that stands for all."""
    sql = "SELECT subject FROM subject_record WHERE noun = ? AND record_id = ?"
    found = connection.execute(sql, (record[0], int(record[1:]))).fetchone()
    return str(found[0]) if found else record


def further_records(connection: sqlite3.Connection, noun: str, numbers: Collection[int]) -> int:
    """How many of some records of a noun speak of whom another one of them does; never honours."""
    if noun not in set(TABLES) - {"H"}:
        return 0
    sql = (
        "SELECT count(*) - count(DISTINCT subject) FROM subject_record"
        " WHERE noun = ? AND record_id IN (SELECT value FROM json_each(?))"
    )
    found = connection.execute(sql, (noun, json.dumps(sorted(numbers)))).fetchone()
    return int(found[0])


def whole(connection: sqlite3.Connection, table: str, number: int) -> list[tuple[str, int]]:
    """The other records of a record's subject, by the letter of the noun and the number."""
    noun = next(noun for noun, name in TABLES.items() if name == table)
    sql = (
        "SELECT o.noun, o.record_id FROM subject_record AS me JOIN subject_record AS o"
        " ON o.subject = me.subject AND (o.noun <> me.noun OR o.record_id <> me.record_id)"
        " WHERE me.noun = ? AND me.record_id = ? ORDER BY o.noun, o.record_id"
    )
    return connection.execute(sql, (noun, number)).fetchall()

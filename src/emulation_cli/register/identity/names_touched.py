"""Which names must be looked at again for something else than a record of that name."""

import sqlite3
from collections.abc import Collection, Iterator

from emulation_cli.register.identity.lines import Lines
from emulation_cli.register.identity.mentions import KEYS, PARTIES, TABLES, Name


def names_in(
    connection: sqlite3.Connection, lines: Lines, units: Collection[int]
) -> Iterator[Name]:
    """Every name in units whose successions changed, and in those that hang together with them."""
    for unit in set().union(*map(lines.kin, units)):
        for noun in PARTIES:
            sql = f"SELECT DISTINCT name_key FROM {TABLES[noun]} WHERE unit_id = ?"
            yield from ((name, unit) for (name,) in connection.execute(sql, (unit,)))


def honours_of(
    connection: sqlite3.Connection, noun: str, records: Collection[str]
) -> Iterator[Name]:
    """The names of those honoured by decisions, or at conferences, that now mean another one."""
    sql = f"SELECT name_key, ifnull(unit_id, 0) FROM honour WHERE {TABLES[noun]}_id = ?"
    for record in records:
        yield from connection.execute(sql, (int(record[1:]),))


def want_loose(connection: sqlite3.Connection, nouns: str) -> None:
    """Who has no unit may be anyone of that name: these names are wanted in every unit."""
    if nouns != PARTIES:
        return
    tables = [
        table
        for table in ("exemplar", "honour")
        if connection.execute(f"SELECT 1 FROM {table} WHERE unit_id IS NULL LIMIT 1").fetchone()
    ]
    if not tables:
        return
    loose = " OR ".join(
        f"EXISTS (SELECT 1 FROM {table} WHERE name_key = w.name AND unit_id IS NULL)"
        for table in tables
    )
    sql = f"SELECT DISTINCT name FROM temp.wanted_name AS w WHERE {loose}"
    for (name,) in connection.execute(sql).fetchall():
        connection.execute("DELETE FROM temp.wanted_name WHERE name = ?", (name,))
        everywhere = " UNION ".join(
            f"SELECT name_key, unit_id FROM {TABLES[noun]} WHERE name_key = ?1" for noun in nouns
        )
        connection.execute(f"INSERT INTO temp.wanted_name {everywhere}", (name,))


def want_all(connection: sqlite3.Connection, nouns: str) -> None:
    """Every name of some nouns, in every unit."""
    connection.execute("CREATE TEMP TABLE IF NOT EXISTS wanted_name (name TEXT, unit INTEGER)")
    connection.execute("DELETE FROM temp.wanted_name")
    unit = "unit_id" if nouns == PARTIES else "NULL"
    everywhere = " UNION ".join(
        f"SELECT {KEYS[noun]}, {unit} FROM {TABLES[noun]}" for noun in nouns
    )
    connection.execute(f"INSERT INTO temp.wanted_name {everywhere}")

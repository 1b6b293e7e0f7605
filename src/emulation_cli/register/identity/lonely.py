"""Names that only one record bears: of a long list nearly all; who they are asks nobody."""

import json
import sqlite3
from collections.abc import Collection

from emulation_cli.register.identity.lines import Lines
from emulation_cli.register.identity.mentions import PARTIES, TABLES

# Of fewer names nothing is saved.
MANY = 200


def forget_lonely(connection: sqlite3.Connection, lines: Lines, bound: Collection[str]) -> None:
    """Take off the touched names that one record bears which was nobody else's before either.

    `bound` are names that verdicts bind to others.
    """
    if connection.execute("SELECT count(*) FROM temp.touched_name").fetchone()[0] < MANY:
        return
    met = "r.name_key = touched_name.name"
    if lines.none and not _loose(connection):
        met += " AND r.unit_id IS nullif(touched_name.unit, 0)"
    bearing = {noun: f"{TABLES[noun]} AS r WHERE {met}" for noun in PARTIES}
    several = " UNION ALL ".join(f"SELECT 1 FROM {found}" for found in bearing.values())
    known = " AND ".join(
        f"NOT EXISTS (SELECT 1 FROM {found} AND ({_known(noun)}))"
        for noun, found in bearing.items()
    )
    connection.execute(
        f"DELETE FROM temp.touched_name WHERE noun IN ({', '.join(map(repr, PARTIES))})"
        " AND name NOT IN (SELECT value FROM json_each(?))"
        f" AND (SELECT count(*) FROM (SELECT 1 FROM ({several}) LIMIT 2)) < 2 AND {known}",
        (json.dumps(sorted(bound)),),
    )


def _known(noun: str) -> str:
    """The condition that the register has a record `r` as somebody's, or doubts it."""
    return (
        f"EXISTS (SELECT 1 FROM subject_record WHERE noun = '{noun}' AND record_id = r.id)"
        f" OR EXISTS (SELECT 1 FROM suspect WHERE one = '{noun}' || r.id)"
        f" OR EXISTS (SELECT 1 FROM suspect WHERE other = '{noun}' || r.id)"
    )


def _loose(connection: sqlite3.Connection) -> bool:
    """Whether any record has no unit: it may be anyone of its name."""
    return any(
        connection.execute(f"SELECT 1 FROM {TABLES[noun]} WHERE unit_id IS NULL LIMIT 1").fetchone()
        for noun in PARTIES
    )

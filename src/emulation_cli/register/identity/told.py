"""What a clerk is told of a record that is new: whom it counts as one with, whom it may be."""

import sqlite3
from collections.abc import Iterator
from typing import Any

from emulation_cli.register.identity.mentions import TABLES

Told = tuple[str, dict[str, Any]]

_TITLES = {"honour": "recipient", "decision": "number"}
# The other records of a record's subject, the first of each noun.
_OTHERS = """
SELECT o.noun, min(o.record_id) FROM subject_record AS me
JOIN subject_record AS o ON o.subject = me.subject
WHERE me.noun = :noun AND me.record_id = :number
 AND (o.noun <> me.noun OR o.record_id <> me.record_id) GROUP BY o.noun ORDER BY o.noun DESC
"""
_SUSPECTS = (
    "SELECT other FROM suspect WHERE one = :id UNION SELECT one FROM suspect WHERE other = :id"
)
# Honours of one subject, by both: the later one first.
_OF_ONE = """
FROM subject_record AS me JOIN subject_record AS o
 ON o.subject = me.subject AND o.noun = 'H' AND o.record_id < me.record_id
JOIN honours AS mine ON mine.id = me.record_id
JOIN honours AS other ON other.id = o.record_id
WHERE me.noun = 'H' AND mine.cancelled_on IS NULL AND other.cancelled_on IS NULL
"""
SAME_HONOURS = f"""
SELECT 'H' || other.id AS one, 'H' || mine.id AS other {_OF_ONE} AND mine.act = other.act
 AND mine.form IS other.form AND mine.title IS other.title AND mine.date IS other.date
 AND mine.decision_id IS other.decision_id AND mine.event_id IS other.event_id
 AND mine.achievement_year IS other.achievement_year
"""
# The law forbids several awards for one achievement (DOMAIN section 3, rule 8).
SECOND_AWARDS = f"""
SELECT 'H' || other.id AS one, 'H' || mine.id AS other {_OF_ONE} AND mine.movement = other.movement
 AND ifnull(mine.achievement_year, substr(mine.date, 1, 4))
   = ifnull(other.achievement_year, substr(other.date, 1, 4))
"""
_OF_RECORD = " AND me.record_id = :number"


def told_of(connection: sqlite3.Connection, record: str) -> Iterator[Told]:
    """What there is to say of a record, by the word of the sentence."""
    noun, number = record[0], int(record[1:])
    values = {"noun": noun, "number": number, "id": record}
    if noun not in TABLES:
        return
    for other, found in connection.execute(_OTHERS, values).fetchall():
        if other in "XM" or noun != "H":
            code = "typed_twice" if other == noun else "belongs"
            yield code, {"id": f"{other}{found}", "name": _name(connection, other, found)}
    for (other,) in connection.execute(_SUSPECTS, values).fetchall():
        name = _name(connection, other[0], int(other[1:]))
        yield "may_be", {"id": other, "name": name, "own": record}
    if noun == "H":
        for code, sql in (("same_honour", SAME_HONOURS), ("second_award", SECOND_AWARDS)):
            for other, _mine in connection.execute(sql + _OF_RECORD, values).fetchall():
                yield code, {"id": other, "name": _name(connection, "H", int(other[1:]))}


def _name(connection: sqlite3.Connection, noun: str, number: int) -> str:
    table = TABLES[noun]
    sql = f"SELECT {_TITLES.get(table, 'name')} FROM {table} WHERE id = ?"
    return str(connection.execute(sql, (number,)).fetchone()[0])

"""What a clerk is told of a record that is new: whom it counts as one with, whom it may be."""

import sqlite3
from collections.abc import Iterator
from typing import Any

from emulation_cli.register.identity.alike import alike_of
from emulation_cli.register.identity.mentions import TABLES
from emulation_cli.register.identity.recorded_twice import OF_HONOUR
from emulation_cli.register.identity.stated import subject_of, title_of

_MOST = 5  # of those that a record may be
Told = tuple[str, dict[str, Any]]

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


def told_of(connection: sqlite3.Connection, record: str) -> Iterator[Told]:
    """What there is to say of a record, by the word of the sentence."""
    noun, number = record[0], int(record[1:])
    values = {"noun": noun, "number": number, "id": record}
    if noun not in TABLES:
        return
    for other, found in connection.execute(_OTHERS, values).fetchall():
        if other in "XM" or noun != "H":
            code = "typed_twice" if other == noun else "belongs"
            yield code, {"id": f"{other}{found}", "name": title_of(connection, f"{other}{found}")}
    suspects = connection.execute(_SUSPECTS, {"id": subject_of(connection, record)}).fetchall()
    for code, others in (
        ("may_be", [other for (other,) in suspects]),
        ("alike", alike_of(connection, record)),
    ):
        for other in others[:_MOST]:
            name = title_of(connection, other)
            yield code, {"id": other, "name": name, "own": record}
    if noun == "H":
        for code, sql in OF_HONOUR.items():
            for other, _mine in connection.execute(sql, values).fetchall():
                yield code, {"id": other, "name": title_of(connection, other)}

"""What many new records join and leave open, asked at once for all that a run brought."""

import sqlite3
from collections.abc import Iterator

from emulation_cli.register.identity.alike import alike_since
from emulation_cli.register.identity.mentions import TABLES
from emulation_cli.register.identity.recorded_twice import OF_HONOURS_SINCE

Firsts = dict[str, int]  # by the letter of a noun the number of the first record of the run
_NEVER = 2**62  # of what a run brought nothing of, every record is older

# The subject of each new record, and who may be the same as it.
_MAY_BE = """
SELECT '{noun}' || r.id, s.other FROM {table} AS r
LEFT JOIN subject_record AS w ON w.noun = '{noun}' AND w.record_id = r.id
JOIN (SELECT one AS subject, other FROM suspect UNION ALL SELECT other, one FROM suspect)
 AS s ON s.subject = ifnull(w.subject, '{noun}' || r.id)
WHERE r.id >= ? ORDER BY r.id
"""
_JOINED = """
SELECT count(*) FROM subject_record AS w WHERE w.noun = '{noun}' AND w.record_id >= ?
 AND EXISTS (SELECT 1 FROM subject_record AS o WHERE o.subject = w.subject AND ({older}))
"""


def joined(connection: sqlite3.Connection, firsts: Firsts) -> int:
    """How many of the new records speak of whom the register had before."""
    older = " OR ".join(
        f"o.noun = '{noun}' AND o.record_id < {firsts.get(noun, _NEVER)}" for noun in TABLES
    )
    count = 0
    for noun, first in firsts.items():
        sql = _JOINED.format(noun=noun, older=older)
        count += connection.execute(sql, (first,)).fetchone()[0]
    return count


def left_open(connection: sqlite3.Connection, firsts: Firsts) -> Iterator[tuple[str, str, str]]:
    """New records, another one each may be or repeats, and the word for it."""
    if connection.execute("SELECT 1 FROM suspect LIMIT 1").fetchone():
        for noun, first in firsts.items():
            sql = _MAY_BE.format(noun=noun, table=TABLES[noun])
            for record, other in connection.execute(sql, (first,)).fetchall():
                yield record, other, "may_be"
    yield from ((*pair, "alike") for pair in alike_since(connection, firsts))
    for code, sql in OF_HONOURS_SINCE.items() if "H" in firsts else ():
        values = {"number": firsts["H"]}
        for other, record in connection.execute(sql, values).fetchall():
            yield record, other, code

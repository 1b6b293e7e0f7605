"""What an upgrade from version 1 counts otherwise: who is one was decided in other ways then."""

import sqlite3
from typing import NamedTuple

# Whom version 1 took for one: a record for itself, a recipient by the key of its view.
_BEFORE = {
    "exemplars": "SELECT id, id FROM exemplar WHERE cancelled_on IS NULL",
    "models": "SELECT id, id FROM model WHERE cancelled_on IS NULL",
    "events": "SELECT id, id FROM event WHERE cancelled_on IS NULL",
    "decisions": "SELECT id, id FROM decision WHERE cancelled_on IS NULL",
    "recipients": "SELECT id, recipient_key FROM honours WHERE status = 'awarded'",
    "honoured": "SELECT id, exemplar_id FROM honours WHERE status = 'awarded' AND exemplar_id",
}
_NOW = {
    **{
        noun: f"SELECT id, subject FROM {noun} WHERE cancelled_on IS NULL"
        for noun in ("exemplars", "models", "events", "decisions")
    },
    "recipients": "SELECT id, subject FROM honours WHERE status = 'awarded'",
    "honoured": "SELECT id, subject FROM honours WHERE status = 'awarded' AND exemplar_id",
}
# The honours that belong to somebody on a register: before by --for and imports, now by identity.
_BELONGING = {
    f"of_{noun}s": f"SELECT id, id FROM honours WHERE status = 'awarded' AND {noun}_id IS NOT NULL"
    for noun in ("exemplar", "model")
}


class Recount(NamedTuple):
    """A number before and after: so many are now one with another, so many now two.

    Of what `belongs` so many came, so many went.
    """

    what: str
    before: int
    after: int
    joined: int
    parted: int
    belongs: bool = False


def note_before(connection: sqlite3.Connection) -> None:
    """Keep beside the file whom version 1 took for one."""
    connection.execute("CREATE TEMP TABLE was_one (what TEXT, record INTEGER, who ANY)")
    for what, sql in (_BEFORE | _BELONGING).items():
        connection.execute(f"INSERT INTO temp.was_one SELECT '{what}', * FROM ({sql})")


def recounts(connection: sqlite3.Connection) -> list[Recount]:
    """The numbers that are now others, or that other records make up."""
    found = []
    for what, sql in _NOW.items():
        both = (
            f"SELECT DISTINCT was.who AS before, now.subject AS after FROM temp.was_one AS was"
            f" JOIN ({sql}) AS now ON now.id = was.record WHERE was.what = '{what}'"
        )
        pairs, after, known = connection.execute(
            f"SELECT count(*), count(DISTINCT after), count(DISTINCT before) FROM ({both})"
        ).fetchone()
        counted = f"SELECT count(DISTINCT who) FROM temp.was_one WHERE what = '{what}'"
        before = connection.execute(counted).fetchone()[0]
        total = connection.execute(f"SELECT count(DISTINCT subject) FROM ({sql})").fetchone()[0]
        if (before, pairs) != (total, after):
            found.append(Recount(what, before, total, pairs - after, pairs - known))
    found += filter(None, (_belonging(connection, what) for what in _BELONGING))
    connection.execute("DROP TABLE temp.was_one")
    return found


def _belonging(connection: sqlite3.Connection, what: str) -> Recount | None:
    """The honours that belong to somebody now and did not, or did and do not."""
    was = f"SELECT record FROM temp.was_one WHERE what = '{what}'"
    now = f"SELECT id FROM ({_BELONGING[what]})"
    [before] = connection.execute(f"SELECT count(*) FROM ({was})").fetchone()
    [after] = connection.execute(f"SELECT count(*) FROM ({now})").fetchone()
    [gone] = connection.execute(f"SELECT count(*) FROM ({was} EXCEPT {now})").fetchone()
    came = after - before + gone
    return Recount(what, before, after, came, gone, belongs=True) if came or gone else None

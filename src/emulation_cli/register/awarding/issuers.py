"""What the bodies that give honours are called: the ways to write one body are counted as one."""

import sqlite3
from functools import lru_cache

_WRITTEN = """
SELECT body, count(*) FROM (SELECT body FROM decision UNION ALL SELECT body FROM honour)
WHERE body IS NOT NULL GROUP BY body
"""
_OFFICE = "SELECT value FROM setting WHERE name = 'unit'"


def name_issuers(connection: sqlite3.Connection) -> None:
    """Let queries ask for `issuer(body)`: what a body is called, however it is written."""
    read = lru_cache(maxsize=1)(lambda _changes: _called(connection))

    def issuer(body: str) -> str:
        from emulation_cli.domain.offices.bodies import body_key

        called = read(connection.total_changes)
        return called.get(body) or called.get(body_key(body), body)

    connection.create_function("issuer", 1, issuer)


def _called(connection: sqlite3.Connection) -> dict[str, str]:
    """The names of the bodies of a register by the ways in which they are written, and by key."""
    from emulation_cli.domain.offices.bodies import body_key, call_bodies

    office = connection.execute(_OFFICE).fetchone()
    called = call_bodies(dict(connection.execute(_WRITTEN)), office[0] if office else "")
    return {body_key(text): name for text, name in called.items()} | called

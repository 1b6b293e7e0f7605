"""Reading a register from end to end without keeping what was read."""

from collections.abc import Iterator
from contextlib import contextmanager

from emulation_cli.register.store import Register

_KILOBYTES = 2048  # each sorting of SQLite takes as much again


@contextmanager
def row_by_row(register: Register) -> Iterator[None]:
    """One moment in which rows follow one another: pages once read need not stay in memory."""
    [kept] = register.connection.execute("PRAGMA cache_size").fetchone()
    register.connection.execute(f"PRAGMA cache_size = -{_KILOBYTES}")
    try:
        with register.moment():
            yield
    finally:
        register.connection.execute(f"PRAGMA cache_size = {kept}")

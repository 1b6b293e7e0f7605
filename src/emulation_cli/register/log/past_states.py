"""The register as it was: later changes undone inside a transaction that is always rolled back."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from emulation_cli.domain.errors import Refused, Unusable
from emulation_cli.register.compacting.years_beside import need_log
from emulation_cli.register.identity.subjects import derive_all
from emulation_cli.register.log import log_triggers, ranges
from emulation_cli.register.log.clock import end_of, moments
from emulation_cli.register.store import Register


def change_on(register: Register, day: str) -> int:
    """The last change made by the end of a day; raises Refused for days before the log began.

    The order of changes is that of their numbers, whatever the clock said (clock.py).
    """
    end = end_of(day)
    made = moments(register.connection)
    if not made or made[0].at >= end:
        since = _written(made[0].at[:10]) if made else "–"
        raise Refused("history.before_the_log", day=_written(day), since=since)
    return max(one.change for one in made if one.at < end)


def _written(day: str) -> str:
    return "/".join(reversed(day.split("-")))


def last(register: Register) -> int:
    """The number of the last change."""
    return int(register.connection.execute("SELECT max(id) FROM change").fetchone()[0])


def changes_between(register: Register, older: int, newer: int) -> list[int]:
    """The changes after `older` up to `newer` that did anything, the latest first."""
    found = register.connection.execute(
        "SELECT change_id FROM change_row WHERE change_id > :older AND change_id <= :newer"
        " UNION SELECT change_id FROM change_range WHERE change_id > :older AND change_id <= :newer"
        " ORDER BY change_id DESC",
        {"older": older, "newer": newer},
    )
    return [change for (change,) in found]


class Past:
    """A way back through the changes of a register; what it does is never kept."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self.now = last(register)
        self.tables = log_triggers.tables(register.connection)

    def go_back_to(self, change: int) -> None:
        """Make the register what it was after this change.

        Raises Unusable where the log is none that emul has written: it names tables that are not
        ours (a name from a file is never part of SQL), or a row twice.
        """
        need_log(self.register.connection, self.register.path, change + 1)
        images = self._first_images(change)
        spans = ranges.between(self.register.connection, change, self.now)
        if not self.tables.keys() >= {*images, *(span.table for span in spans)}:
            raise Unusable("domain.damaged_register", path=self.register.path)
        try:
            for table, rows in images.items():
                self._put(self.tables[table], rows)
        except sqlite3.IntegrityError as error:
            raise Unusable("domain.damaged_register", path=self.register.path) from error
        # After the images: of a row that came with a range the first one is of a later change.
        for span in spans:
            condition, values = span.of("id")
            sql = f"DELETE FROM {span.table} AS t WHERE {condition}"
            self.register.connection.execute(sql, values)
        derive_all(self.register.connection)
        self.now = change
        self.register.forget_units()
        self.register.forget_vocabularies()

    def _first_images(self, change: int) -> dict[str, dict[Any, str | None]]:
        """Every row that was touched since, as it was before it was touched first."""
        images: dict[str, dict[Any, str | None]] = {}
        for table, key, before in self.register.connection.execute(
            "SELECT table_name, row_key, before FROM change_row"
            " WHERE change_id > ? AND change_id <= ? ORDER BY id",
            (change, self.now),
        ):
            images.setdefault(table, {}).setdefault(key, before)
        return images

    def _put(self, table: log_triggers.LoggedTable, rows: dict[Any, str | None]) -> None:
        connection = self.register.connection
        delete = f"DELETE FROM {table.name} WHERE {table.row_key(table.name)} = ?"
        connection.executemany(delete, ((key,) for key in rows))
        marks = ", ".join("?" * len(table.columns))
        connection.executemany(
            f"INSERT INTO {table.name} ({', '.join(table.columns)}) VALUES ({marks})",
            (
                [image.get(column) for column in table.columns]
                for image in map(log_triggers.parsed, rows.values())
                if image is not None
            ),
        )


@contextmanager
def past(register: Register) -> Iterator[Past]:
    """A Past inside a transaction; at the end the register is as it was before."""
    connection = register.connection
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Rows come and go in any order, and nothing of it belongs in the log.
        connection.execute("PRAGMA defer_foreign_keys = ON")
        for trigger in log_triggers.present(connection):
            connection.execute(f"DROP TRIGGER {trigger}")
        yield Past(register)
    finally:
        connection.execute("ROLLBACK")
        register.forget_units()
        register.forget_vocabularies()

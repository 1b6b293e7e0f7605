"""A register that is being taken in: opened to be read only, and what of it is to be looked at."""

import re
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from emulation_cli.domain.catalogue.nouns import NOUNS
from emulation_cli.domain.errors import Unusable
from emulation_cli.domain.text import clean
from emulation_cli.register.log import ranges
from emulation_cli.register.log.lasting_tables import Lasting
from emulation_cli.register.log.log_triggers import parsed
from emulation_cli.register.log.uuids import derived, numbers_of
from emulation_cli.register.opening.foreign_registers import opened_foreign, told_of
from emulation_cli.register.opening.recorded_rules import broken_rules
from emulation_cli.register.recording.row_values import KEYS

# `met`: rows that the register has already, under which number. `left_out`: rows not to be
# brought back. `candidate`: rows that changed since last time. `other_code`: terms that have
# another code here.
_NOTES = """
PRAGMA temp_store = MEMORY;
CREATE TEMP TABLE met (table_name TEXT, theirs INTEGER, mine INTEGER,
                       PRIMARY KEY (table_name, theirs)) WITHOUT ROWID;
CREATE TEMP TABLE left_out (table_name TEXT, theirs INTEGER,
                            PRIMARY KEY (table_name, theirs)) WITHOUT ROWID;
CREATE TEMP TABLE candidate (table_name TEXT, theirs INTEGER,
                             PRIMARY KEY (table_name, theirs)) WITHOUT ROWID;
CREATE TEMP TABLE other_code (vocabulary TEXT, theirs TEXT, mine TEXT,
                              PRIMARY KEY (vocabulary, theirs)) WITHOUT ROWID;
"""
_NAMED = 8
# Identities that were joined or purged beside the records of a register.
_SPARE, _TIMES = 1_000, 10
# A change that writes here is a merge, or takes one back: what it did to rows was done elsewhere.
MERGES = (
    "SELECT change_id FROM change_row"
    " WHERE record >= 'merged_register/' AND record < 'merged_register0'"
)


@dataclass
class MergeSource:
    """One register to take in. `since` is the last change taken in before; None: look at all."""

    path: Path
    connection: sqlite3.Connection
    uuid: str
    name: str
    last: int
    last_uuid: str
    since: int | None = None
    offsets: dict[str, int] = field(default_factory=dict)

    def chosen(self, table: str) -> str:
        """The condition that a row `t` of a table is to be looked at."""
        if self.since is None:
            return "1"
        return f"t.id IN (SELECT theirs FROM temp.candidate WHERE table_name = '{table}')"

    def note_changes(self, tables: Mapping[str, Lasting]) -> None:
        """Choose the rows that changed since last time, and those that they point to."""
        if self.since is None:
            return
        marks = ", ".join("?" * len(tables))
        self.connection.execute(
            "INSERT OR IGNORE INTO temp.candidate SELECT table_name, row_key FROM change_row"
            f" WHERE change_id > ? AND after IS NOT NULL AND table_name IN ({marks})",
            (self.since, *tables),
        )
        for span in ranges.between(self.connection, self.since, self.last):
            if span.table in tables:
                condition, values = span.of("id")
                sql = f"SELECT '{span.table}', id FROM {span.table} AS t WHERE {condition}"
                self.connection.execute(f"INSERT OR IGNORE INTO temp.candidate {sql}", values)
        for table in reversed(list(tables.values())):
            for column, target in table.references.items():
                self._note_pointed(table.name, column, target)

    def _note_pointed(self, table: str, column: str, target: str) -> None:
        sql = (
            f"INSERT OR IGNORE INTO temp.candidate SELECT '{target}', t.{column} FROM {table} AS t"
            f" WHERE {self.chosen(table)} AND t.{column} IS NOT NULL"
        )
        # A unit points to its parent, that one to its own.
        while self.connection.execute(sql).rowcount > 0 and target == table:
            continue

    def broken(self, table: Lasting, number: int, error: sqlite3.IntegrityError) -> Unusable:
        """The refusal that says which record of it breaks which rule."""
        sql = f"SELECT {table.record} FROM {table.name} AS t WHERE id = ?"
        (record,) = self.connection.execute(sql, (number,)).fetchone()
        rule = " ".join(str(error).partition(": ")[2].split())
        values = {"path": self.path, "record": record, "rule": rule}
        return Unusable("domain.source_breaks_rule", **values)

    def gone(self, tables: Mapping[str, Lasting]) -> dict[str, str]:
        """Rows that it took away itself, or knows to be taken away: table by uuid."""
        return gone(self.connection, tables, self.since or 0)


def gone(
    connection: sqlite3.Connection, tables: Mapping[str, Lasting], since: int = 0
) -> dict[str, str]:
    """The rows taken away in a register after change `since`, and not put back: table by uuid."""
    # A name of a table from another register stands in SQL below: only our own will do.
    found = {
        uuid: table
        for uuid, table in connection.execute("SELECT uuid, table_name FROM gone_row")
        if table in tables
    }
    rows = connection.execute(
        "SELECT table_name, before FROM change_row WHERE after IS NULL AND change_id > ?"
        f" AND change_id NOT IN ({MERGES})",
        (since,),
    )
    for table, image in rows:
        if (
            table in tables
            and (before := parsed(image))
            and (uuid := _uuid(connection, table, before))
        ):
            found[uuid] = table
    for table in set(found.values()):
        of_table = [uuid for uuid in found if found[uuid] == table]
        for uuid in numbers_of(connection, table, of_table):
            del found[uuid]
    return found


def _uuid(connection: sqlite3.Connection, table: str, image: Mapping[str, Any]) -> str | None:
    """The uuid that a row had which is gone."""
    change = image.get("change_id")
    return image["uuid"] or (change and derived(connection, table, image["id"], change))


@contextmanager
def opened(path: Path) -> Iterator[MergeSource]:
    """A register to take in; one of an older version is read from a copy that is brought up.

    Raises Unusable as opening does, and where what it holds could not have been recorded. Not a
    byte of the file changes.
    """
    with opened_foreign(path) as connection:
        with told_of(path):
            for broken in broken_rules(connection):
                found = ", ".join(broken.records[:_NAMED])
                raise Unusable(f"domain.source_{broken.rule}", path=path, records=found)
            _check_amounts(connection, path)
            connection.executescript(_NOTES)
            for name, make in KEYS.items():
                connection.create_function(name, 1, make, deterministic=True)
            settings = dict(connection.execute("SELECT name, value FROM setting").fetchall())
            last = connection.execute("SELECT id, uuid FROM change ORDER BY id DESC LIMIT 1")
            number, uuid = last.fetchone() or (0, "")
        own = str(settings.get("uuid") or "")
        if not uuid or not re.fullmatch(r"[0-9a-zA-Z-]{8,100}", own):
            raise Unusable("domain.source_without_identity", path=path)
        name = clean(str(settings.get("unit") or "")) or path.name
        with _understood(path):
            yield MergeSource(path, connection, own, name, number, uuid)


def _check_amounts(connection: sqlite3.Connection, path: Path) -> None:
    """Raises Unusable where more was joined and purged than there are records to have been."""
    tables = (noun.table for noun in NOUNS if noun.table != "term")
    named = " UNION ALL ".join(f"SELECT count(*) AS n FROM {table}" for table in tables)
    (records,) = connection.execute(f"SELECT sum(n) FROM ({named})").fetchone()
    for table in ("tombstone", "other_uuid"):
        (count,) = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
        if count > _SPARE + _TIMES * records:
            raise Unusable("domain.source_not_understood", path=path)


@contextmanager
def _understood(path: Path) -> Iterator[None]:
    """What a log or a list of edits that somebody made up makes of us is told of the file."""
    try:
        yield
    except (
        AttributeError, KeyError, OverflowError, RecursionError, TypeError, ValueError,
        sqlite3.DataError, sqlite3.IntegrityError, sqlite3.InterfaceError,
    ) as error:  # fmt: skip
        raise Unusable("domain.source_not_understood", path=path) from error
    except sqlite3.OperationalError as error:
        if getattr(error, "sqlite_errorname", "") != "SQLITE_INTERRUPT":
            raise
        raise Unusable("domain.source_not_understood", path=path) from error

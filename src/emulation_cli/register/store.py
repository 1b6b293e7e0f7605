"""An open register: its settings, vocabularies and units, and one transaction per change."""

import os
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from emulation_cli.domain.catalogue.refs import number_of
from emulation_cli.domain.errors import Refused
from emulation_cli.domain.offices.unit_keys import index_keys
from emulation_cli.domain.offices.units import Days, Unit, UnitNames
from emulation_cli.domain.terms import Term, Vocabularies
from emulation_cli.domain.text import clean, comparing_key
from emulation_cli.register.answers import units_meant
from emulation_cli.register.awarding.issuers import name_issuers

if TYPE_CHECKING:
    from emulation_cli.register.identity.subjects import Parted
    from emulation_cli.register.log.log_triggers import LoggedTable
    from emulation_cli.register.log.ranges import Range
    from emulation_cli.register.opening.upgrades import Upgraded

Parameters = Sequence[Any] | Mapping[str, Any]

_UNITS = """
SELECT id, code, name, type, parent_id, valid_from, valid_to,
       (SELECT group_concat(name, '; ') FROM unit_name WHERE unit_id = unit.id)
FROM unit WHERE cancelled_on IS NULL
"""
_TERMS = f"SELECT {', '.join(Term._fields)} FROM term"


class Change:
    """A change under way: its number in the log, whether to keep it, its ranges of many rows."""

    def __init__(self, number: int) -> None:
        self.id = number
        self.keep = True
        self.ranges: list[Range] = []


class Register:
    """One open register. `command` is the command line that later changes are logged under."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self.connection = connection
        self.command = ""
        self.dry_run = False  # whether what is done is only tried
        self.under_way: Change | None = None
        self._stamped: dict[str, dict[str, None]] = {}
        self.parted: list[Parted] = []  # who was one before the last change and is no longer
        self.upgraded: Upgraded | None = None  # by opening it
        name_issuers(connection)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        self.connection.close()

    @contextmanager
    def change(self, *, undoes: int | None = None) -> Iterator[Change]:
        """One writing command: one immediate transaction and one change in the log.

        What it did to each row is logged by the triggers of the tables (log.py). Whatever goes
        wrong inside, nothing is written; nor is it where `keep` was set to False (a dry run, or
        a command that found nothing to change).
        """
        from emulation_cli.register.copies.backups import daily
        from emulation_cli.register.identity import touched
        from emulation_cli.register.log import ranges

        daily(self.path, self.connection)
        touched.watch(self.connection)
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            values = {"who": current_user(), "command": self.command, "undoes": undoes}
            change = Change(self.insert("change", values))
            self.connection.execute("INSERT INTO open_change VALUES (?)", (change.id,))
            self.under_way, self.parted = change, []
            yield change
            ranges.written(self.connection, change.ranges)
            self.work_out()
            self.connection.execute("DELETE FROM open_change")
            kept = change.keep and not self.dry_run
            if kept:
                from emulation_cli.register.sealing.chain import seal

                seal(self.connection)
            self.connection.execute("COMMIT" if kept else "ROLLBACK")
            self.parted = self.parted if change.keep else []
        finally:
            self.under_way = None
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK")
            # What was read inside may be gone now, or may have been written.
            self.forget_units()
            self.forget_vocabularies()

    def work_out(self) -> None:
        """Work out anew who is who for what the open change has touched so far."""
        from emulation_cli.register.identity.subjects import derive

        self.parted += derive(self.connection)

    @contextmanager
    def moment(self) -> Iterator[None]:
        """Several questions about one moment of the register, whoever writes meanwhile."""
        if self.connection.in_transaction:
            yield
            return
        self.connection.execute("BEGIN")
        try:
            yield
        finally:
            self.connection.execute("ROLLBACK")

    def insert(self, table: str, values: Mapping[str, Any]) -> int:
        """Insert one row and give its number. Names of tables and columns are ours, never data."""
        values = {**self.stamp(table), **values}
        columns = ", ".join(values)
        marks = ", ".join("?" * len(values))
        sql = f"INSERT INTO {table} ({columns}) VALUES ({marks})"
        number = self.connection.execute(sql, tuple(values.values())).lastrowid
        return int(number or 0)

    def stamp(self, table: str) -> dict[str, Any]:
        """What a new row of a table says of the change that brings it; its uuid follows from it."""
        if self.under_way is None:
            return {}
        if table not in self._stamped:
            columns = self.connection.execute(f"PRAGMA table_info({table})")
            optional = {row[1] for row in columns if not row[3]}
            stamped = ("change_id", "uuid") if "change_id" in optional else ()
            self._stamped[table] = {name: None for name in stamped if name in optional}
        return {
            name: self.under_way.id if name == "change_id" else None
            for name in self._stamped[table]
        }

    def update(self, table: str, number: int, values: Mapping[str, Any]) -> None:
        """Set columns of one row."""
        pairs = ", ".join(f"{column} = ?" for column in values)
        self.connection.execute(
            f"UPDATE {table} SET {pairs} WHERE id = ?", (*values.values(), number)
        )

    def remove_unused(self, table: str, row: Mapping[str, Any]) -> bool:
        """Take a row away again unless another one needs it; whether it went."""
        same = " AND ".join(f"{column} = ?" for column in row)
        try:
            self.connection.execute(f"DELETE FROM {table} WHERE {same}", tuple(row.values()))
        except sqlite3.IntegrityError:
            return False
        return True

    def row(self, sql: str, parameters: Parameters = ()) -> dict[str, Any] | None:
        """The first row of an answer by column names, or None."""
        return next(iter(self.rows(sql, parameters)), None)

    def rows(self, sql: str, parameters: Parameters = ()) -> list[dict[str, Any]]:
        """All rows of an answer by column names."""
        cursor = self.connection.execute(sql, parameters)
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor]

    def setting(self, name: str) -> str | None:
        row = self.row("SELECT value FROM setting WHERE name = ?", (name,))
        return row["value"] if row else None

    @cached_property
    def logged_tables(self) -> "dict[str, LoggedTable]":
        """The tables that the log has rows of, by name."""
        from emulation_cli.register.log.log_triggers import tables

        return tables(self.connection)

    @cached_property
    def vocabularies(self) -> Vocabularies:
        """Every coded value of this register."""
        rows = self.rows(f"{_TERMS} ORDER BY vocabulary, position, code")
        return Vocabularies(map(term_of, rows))

    def add_term(self, term: Term, *, meant: bool = False) -> None:
        """Add a term that is new, inside an open change; the vocabularies are not read again.

        One that is `meant` stays in forms though nothing uses it: it came by no slip of a record.
        """
        row = {**term._asdict(), "other_names": "; ".join(term.other_names)}
        self.insert("term", row | {"edited": int(meant)})
        self.vocabularies.add(term)

    def forget_vocabularies(self) -> None:
        """Read the vocabularies anew: a term was changed or taken away."""
        self.__dict__.pop("vocabularies", None)

    def forget_units(self) -> None:
        """Read the units anew: one was added or changed."""
        self.__dict__.pop("unit_names", None)

    @cached_property
    def unit_names(self) -> UnitNames:
        """Every unit, for lists and for naming the nearest; a single unit is found by index."""
        return UnitNames(self._units(_UNITS), units_meant(self.connection))

    def set(self, name: str, value: str) -> None:
        """Set what the office says of itself."""
        sql = "INSERT INTO setting VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value"
        self.connection.execute(sql, (name, value))

    def _units(self, sql: str, parameters: Parameters = ()) -> list[Unit]:
        rows = self.connection.execute(sql, parameters)
        return [
            Unit(number, code, name, kind, parent, _several(names), valid_from, valid_to)
            for number, code, name, kind, parent, valid_from, valid_to, names in rows
        ]

    def unit(self, number: int) -> Unit:
        """The unit of this number; raises Refused where there is none."""
        found = self._units(f"{_UNITS} AND id = ?", (number,))
        if not found:
            raise Refused("domain.no_such_id", id=f"U{number}")
        return found[0]

    def units_called(self, text: str, on: Days | None = None) -> tuple[Unit, ...]:
        """The units a text may mean, by index: id, code, name, other name, common prefixes.

        Of namesakes, those that lived `on` these days.
        """
        if text[:1] in "Uu" and (number := number_of(text)) is not None:
            return (self.unit(number),)
        key = comparing_key(text)
        decided = units_meant(self.connection, key)
        keys = index_keys(text)
        meant = decided.get(key, ())
        marks = ", ".join("?" * len(keys))
        sql = (
            f"{_UNITS} AND (code = ? COLLATE NOCASE OR name_key IN ({marks})"
            f" OR place_key IN ({marks}) OR id IN (SELECT unit_id FROM unit_name"
            f" WHERE name_key IN ({marks}) OR place_key IN ({marks}))"
        )
        if meant:  # with an empty list of numbers SQLite uses no index at all
            sql += f" OR id IN ({', '.join('?' * len(meant))})"
        values = (text, *keys, *keys, *keys, *keys, *meant)
        found = UnitNames(self._units(f"{sql})", values), decided).find(text, on)
        # «Thôn 1 (Xã Cẩm Duệ)»: the unit above is needed too, so the whole map of names is asked.
        return found or (self.unit_names.find(text, on) if text.endswith(")") else ())

    def find_unit(self, text: str, on: Days | None = None) -> Unit:
        """The one unit a text means; raises Refused, naming the nearest or the namesakes.

        What no index finds is looked for in every way of writing that lists have, then as a part
        of a name.
        """
        found = (
            self.units_called(text, on)
            or self.unit_names.called(text, on)
            or self.unit_names.holding(text, on)
        )
        if len(found) == 1:
            return found[0]
        if found:
            names = ", ".join(unit.told_apart for unit in found[:10])
            raise Refused("domain.ambiguous_unit", text=text, units=names)
        nearest = ", ".join(unit.name for unit in self.unit_names.nearest(text))
        raise Refused("domain.unknown_unit", text=text, nearest=nearest)


def term_of(row: Mapping[str, Any]) -> Term:
    """The term that a row of the vocabularies holds."""
    values = {name: row[name] for name in Term._fields}
    return Term(**{**values, "other_names": _several(row["other_names"])})


def _several(names: str | None) -> tuple[str, ...]:
    """Names that the database holds as one text."""
    return tuple(names.split("; ")) if names else ()


def current_user() -> str:
    """Who makes a change: EMUL_USER, else the user of the system."""
    import getpass

    try:
        return clean(os.environ.get("EMUL_USER", "")) or clean(getpass.getuser()) or "?"
    except (OSError, KeyError, ImportError):
        return "?"

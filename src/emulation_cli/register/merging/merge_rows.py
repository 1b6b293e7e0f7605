"""The rows of one table of another register: met by identity, or new here."""

import itertools
import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from emulation_cli.register.identity.stated import further_records
from emulation_cli.register.identity.touched import LETTERS
from emulation_cli.register.log.lasting_tables import Lasting
from emulation_cli.register.log.uuids import numbers_of, uuid_of, uuid_sql
from emulation_cli.register.merging.merge_source import MergeSource
from emulation_cli.register.merging.merge_units import UnitMatcher, Unmatched
from emulation_cli.register.recording.bulk_rows import next_number
from emulation_cli.register.recording.row_values import keys_by_column
from emulation_cli.register.store import Register

_IDS = "(SELECT value FROM json_each(:ids))"
# A parent that is new here has no number yet, and is no unit of this register.
_NEW_PARENT = -1


@dataclass
class RowMerger:
    """Takes the rows of one source into an open change, table by table."""

    register: Register
    source: MergeSource
    matcher: UnitMatcher
    gone: Mapping[str, str]
    note: Callable[[str, int, int, int], None]
    added: dict[str, int] = field(default_factory=dict)
    met: dict[str, dict[int, int]] = field(default_factory=dict)
    unmatched: list[Unmatched] = field(default_factory=list)
    joined: set[tuple[str, int]] = field(default_factory=set)
    named: int = 0

    @property
    def _theirs(self) -> sqlite3.Connection:
        return self.source.connection

    def take(self, table: Lasting) -> None:
        """Note which rows are here already, and insert the others."""
        chosen = self.source.chosen(table.name)
        uuid = uuid_sql(table.name, "t")
        found = self._theirs.execute(f"SELECT {uuid}, id FROM {table.name} AS t WHERE {chosen}")
        theirs = dict(found.fetchall())
        met = self._known(table.name, theirs) if theirs else {}
        new = {uuid: number for uuid, number in theirs.items() if number not in met}
        if new:
            self._leave_out(table.name, new)
            for number, mine in self._alike(table, new):
                met[number] = mine
                self._name_one(table.name, number, mine)
        self._note(table.name, met)
        if len(met) < len(theirs):
            if table.name == "movement":
                self._give_free_codes(new)
            self._insert(table)

    def mine(self, table: str, number: int) -> int | None:
        """The number here of a row of the source; None for one that was left out."""
        if number in self.met.get(table, {}):
            return self.met[table][number]
        there = self._theirs.execute(f"SELECT 1 FROM {table} WHERE id = ?", (number,)).fetchone()
        uuid = uuid_of(self._theirs, table, number) if there else ""
        return self._known(table, {uuid: number}).get(number)

    def _known(self, table: str, theirs: Mapping[str, int]) -> dict[int, int]:
        """Rows that the register has under the same uuid, or knows by it."""
        connection, uuids = self.register.connection, json.dumps(list(theirs))
        here = numbers_of(connection, table, theirs)
        own = {theirs[uuid]: number for uuid, number in here.items()}
        other = connection.execute(
            "SELECT uuid, row_id FROM other_uuid WHERE table_name = ?"
            " AND uuid IN (SELECT value FROM json_each(?))",
            (table, uuids),
        )
        for uuid, number in other:
            if theirs[uuid] in own:  # joined with another record: that one is meant, not compared
                self.joined.add((table, theirs[uuid]))
            own[theirs[uuid]] = number
        return own

    def _leave_out(self, table: str, new: dict[str, int]) -> None:
        for uuid in [uuid for uuid in new if uuid in self.gone]:
            number = new.pop(uuid)
            self._theirs.execute("INSERT INTO temp.left_out VALUES (?, ?)", (table, number))

    def _alike(self, table: Lasting, new: Mapping[str, int]) -> Iterator[tuple[int, int]]:
        """Rows of another identity that cannot be a second one here."""
        if table.name == "unit":
            yield from self._units(new)
        elif table.natural and all(self.met.get(table.references[name]) for name in table.pointing):
            yield from self._of_one_kind(table, new)

    def _give_free_codes(self, new: Mapping[str, int]) -> None:
        """Movements are known by name: two of them may bear one code on two desks."""
        codes = "SELECT code FROM movement WHERE code IS NOT NULL"
        taken = {code for (code,) in self.register.connection.execute(codes)}
        theirs = self._theirs.execute(
            f"{codes} AND id IN {_IDS} ORDER BY code", {"ids": json.dumps(list(new.values()))}
        )
        for (code,) in theirs.fetchall():
            numbered = (f"{code}-{number}" for number in itertools.count(2))
            free = next(one for one in itertools.chain([code], numbered) if one not in taken)
            taken.add(free)
            if free != code:
                row = ("movement", code, free)
                self._theirs.execute("INSERT INTO temp.other_code VALUES (?, ?, ?)", row)

    def _of_one_kind(self, table: Lasting, new: Mapping[str, int]) -> Iterator[tuple[int, int]]:
        same = " AND ".join(f"{column} IS ?" for column in table.natural)
        for row in self.theirs(table, new.values(), extra=table.natural):
            key = tuple(row[column] for column in table.natural)
            found = self.register.row(f"SELECT id FROM {table.name} WHERE {same}", key)
            if found:
                yield row["theirs"], found["id"]

    def _units(self, new: Mapping[str, int]) -> Iterator[tuple[int, int]]:
        """Parents first: where a unit lies tells it from its namesakes."""
        known = self.met.setdefault("unit", {})
        columns = "id, code, name, name_key, type, parent_id, valid_from, valid_to"
        asked = columns.replace("name_key", "name_key(name)")  # never a key that somebody wrote
        sql = f"SELECT {asked} FROM unit WHERE id IN {_IDS}"
        cursor = self._theirs.execute(sql, {"ids": json.dumps(list(new.values()))})
        names = columns.split(", ")
        rows = {row[0]: dict(zip(names, row, strict=True)) for row in cursor}
        known |= self._known("unit", self._uuids_of_parents(rows.values()))
        for row in _parents_first(rows):
            above = row["parent_id"]
            parent = known.get(above, _NEW_PARENT) if above is not None else None
            found = self.matcher.find(self.source.name, row, parent)
            if isinstance(found, Unmatched):
                self.unmatched.append(found)
                self._theirs.execute("INSERT INTO temp.left_out VALUES ('unit', ?)", (row["id"],))
            elif found is not None:
                known[row["id"]] = found
                yield row["id"], found

    def _uuids_of_parents(self, rows: Iterable[Mapping[str, Any]]) -> dict[str, int]:
        above = {row["parent_id"] for row in rows} - {None}
        sql = f"SELECT {uuid_sql('unit', 't')}, id FROM unit AS t WHERE id IN {_IDS}"
        return dict(self._theirs.execute(sql, {"ids": json.dumps(sorted(above))}).fetchall())

    def _name_one(self, table: str, theirs: int, mine: int) -> None:
        """Two identities are one from now on; the lesser one stays, whoever merges first."""
        own = uuid_of(self.register.connection, table, mine)
        other = uuid_of(self._theirs, table, theirs)
        kept, given_up = sorted((own, other))
        if kept != own:
            self.register.update(table, mine, {"uuid": kept})
        self.named += 1
        row = {"uuid": given_up, "table_name": table, "row_id": mine}
        self.register.insert("other_uuid", row)

    def _note(self, table: str, met: dict[int, int]) -> None:
        self.met.setdefault(table, {}).update(met)
        self._theirs.executemany(
            "INSERT OR REPLACE INTO temp.met VALUES (?, ?, ?)",
            ((table, theirs, mine) for theirs, mine in met.items()),
        )

    def _insert(self, table: Lasting) -> None:
        """Insert what is new in one statement, under numbers of this register."""
        new = f"{self.source.chosen(table.name)} AND {self._not_met(table)}"
        first, last = self._theirs.execute(
            f"SELECT min(t.id), max(t.id) FROM {table.name} AS t WHERE {new}"
        ).fetchone()
        if first is None:
            return
        offset = next_number(self.register, table.name) - first
        self.source.offsets[table.name] = offset
        stamp = {**self.register.stamp(table.name), "uuid": None}
        columns = ("id", *stamp, *table.plain)
        marks = ", ".join("?" * len(columns))
        given = uuid_sql(table.name, "t")
        mine = ", ".join(given if name == "uuid" else f"{value}" for name, value in stamp.items())
        rows = self._theirs.execute(
            f"SELECT t.id + {offset}, {mine}, {self._mapped(table, table.plain)}"
            f" FROM {table.name} AS t WHERE {new} ORDER BY t.id"
        )
        # Two records that were joined here may each bring the same year: one is enough. IGNORE
        # would leave out what breaks a CHECK too, which SQLite does not look for in files to read.
        once = " ON CONFLICT DO NOTHING" if table.pointing else ""
        sql = f"INSERT INTO {table.name} ({', '.join(columns)}) VALUES ({marks}){once}"
        place = _Last(rows)
        try:
            done = self.register.connection.executemany(sql, place)
        except sqlite3.IntegrityError as error:
            raise self.source.broken(table, place.row[0] - offset, error) from error
        self.added[table.name] = done.rowcount - self._further(table.name, new)
        self.note(table.name, first + offset, last + offset, done.rowcount)

    def _further(self, table: str, new: str) -> int:
        """How many of the new records speak of whom another of them does: those are counted once.

        A log and an annex tell of one decision.
        """
        noun = LETTERS.get(table)
        if noun in (None, "H"):  # an honour counts by itself
            return 0
        sql = f"SELECT t.id FROM {table} AS t WHERE {new}"
        numbers = [number for (number,) in self._theirs.execute(sql)]
        return further_records(self._theirs, noun, numbers)

    def _not_met(self, table: Lasting) -> str:
        """Neither here, nor taken away, nor of a record that was."""
        conditions = [
            f"t.id NOT IN (SELECT theirs FROM temp.met WHERE table_name = '{table.name}')"
        ]
        pointed = {"id": table.name, **table.references}
        conditions += [
            f"(t.{column} IS NULL OR t.{column} NOT IN"
            f" (SELECT theirs FROM temp.left_out WHERE table_name = '{target}'))"
            for column, target in pointed.items()
        ]
        return " AND ".join(conditions)

    def _mapped(self, table: Lasting, columns: Iterable[str]) -> str:
        return ", ".join(self._expression(table, column) for column in columns)

    def _expression(self, table: Lasting, column: str) -> str:
        """A column of theirs in terms of this register: its numbers, its codes, its keys."""
        if key := keys_by_column(table.name, [column]).get(column):
            return f"{column}(t.{key[0]})"
        if target := table.references.get(column):
            here = f"t.{column} + {self.source.offsets.get(target, 0)}"
            if not self.met.get(target):
                return here
            known = f"SELECT mine FROM temp.met WHERE table_name = '{target}' AND theirs"
            return f"coalesce(({known} = t.{column}), {here})"
        if (table.name, column) == ("movement", "code"):
            known = f"SELECT mine FROM temp.other_code WHERE vocabulary = '{table.name}'"
            return f"coalesce(({known} AND theirs = t.code), t.code)"
        if vocabulary := table.terms.get(column):
            known = f"SELECT mine FROM temp.other_code WHERE vocabulary = t.{vocabulary}"
            return f"coalesce(({known} AND theirs = t.{column}), t.{column})"
        return f"t.{column}"

    def theirs(
        self, table: Lasting, numbers: Iterable[int], extra: Iterable[str] = ()
    ) -> Iterator[dict[str, Any]]:
        """Rows of the source in terms of this register, with their number there as `theirs`."""
        columns = list(dict.fromkeys((*table.plain, *extra)))
        cursor = self._theirs.execute(
            f"SELECT t.id, {uuid_sql(table.name, 't')}, {self._mapped(table, columns)}"
            f" FROM {table.name} AS t"
            f" WHERE t.id IN {_IDS}",
            {"ids": json.dumps(list(numbers))},
        )
        for row in cursor:
            yield dict(zip(("theirs", "uuid", *columns), row, strict=True))


class _Last:
    """Rows one by one; the one that was given last is known."""

    def __init__(self, rows: Iterable[tuple[Any, ...]]) -> None:
        self.rows = rows
        self.row: tuple[Any, ...] = ()

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        for row in self.rows:
            self.row = row
            yield row


def _parents_first(rows: Mapping[int, dict[str, Any]]) -> Iterator[dict[str, Any]]:
    done: set[int] = set()

    def visit(row: dict[str, Any]) -> Iterator[dict[str, Any]]:
        if row["id"] in done:
            return
        done.add(row["id"])
        if row["parent_id"] in rows:
            yield from visit(rows[row["parent_id"]])
        yield row

    for row in rows.values():
        yield from visit(row)

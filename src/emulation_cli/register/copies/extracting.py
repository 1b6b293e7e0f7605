"""A register of its own for one unit: all that it answers for, with the history, and no more."""

import json
import sqlite3
import sys
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from emulation_cli.domain.catalogue.nouns import BY_PLURAL, NOUNS
from emulation_cli.domain.errors import Unusable
from emulation_cli.register.compacting.years_beside import need_log
from emulation_cli.register.identity.stated import SPOKEN_OF, further_records
from emulation_cli.register.identity.subjects import derive_all
from emulation_cli.register.log import log_triggers, ranges
from emulation_cli.register.log.lasting_tables import Lasting, lasting
from emulation_cli.register.log.uuids import uuid_sql
from emulation_cli.register.opening.register_file import building, fill, open_register
from emulation_cli.register.sealing.chain import seal
from emulation_cli.register.store import Register, current_user

Selected = dict[str, set[int]]

_IDS = "(SELECT value FROM json_each(:ids))"
# A split is only understood whole: every successor of a predecessor comes along.
_SUCCESSIONS = f"""
WITH RECURSIVE known (id) AS (
  SELECT value FROM json_each(:ids)
  UNION SELECT old_unit_id FROM unit_succession JOIN known ON new_unit_id = known.id)
SELECT id FROM unit_succession WHERE old_unit_id IN (SELECT id FROM known)
                                  OR new_unit_id IN {_IDS}
"""
_CHANGES = "SELECT change_id FROM change_row UNION SELECT change_id FROM change_range"
_OF_CHAIN = ("salt", "digest")
_RECORDS = "(SELECT value FROM json_each(:records))"


@dataclass(frozen=True)
class Extracted:
    """The new register and how many records of each noun it holds."""

    path: Path
    counts: Mapping[str, int]


def extract(register: Register, scope: Collection[int], path: Path, unit_name: str) -> Extracted:
    """Write the records of the units in `scope` into a new register at `path`.

    With them go the decisions, events and units that they speak of, and what the log tells of
    each. The rows keep their identities and their ids. Raises Refused where the file exists,
    FileTrouble where it cannot be written, Unusable where the log is damaged.
    """
    source = register.connection
    need_log(source, register.path)
    language = register.setting("language") or "vi"
    with building(path) as unfinished, register.moment():
        # The history that comes along is older than this file; its log is not to begin after it.
        (since,) = source.execute("SELECT at FROM change ORDER BY id LIMIT 1").fetchone()
        fill(unfinished, unit_name, language, since)
        tables = lasting(source)
        selected = _selected(source, tables, scope)
        with open_register(unfinished) as made, _sound(register.path):
            _write(source, made.connection, tables, selected, register.command)
            counts = dict(_counts(made.connection, selected, scope))
    return Extracted(path, counts)


def _counts(
    made: sqlite3.Connection, selected: Selected, scope: Collection[int]
) -> Iterator[tuple[str, int]]:
    """How many of each noun came along: of who and what is one, one; of units its own."""
    for noun in NOUNS:
        if noun.table in selected:
            own = selected[noun.table]
            count = len(own & set(scope) if noun.table == "unit" else own)
            yield noun.plural, count - further_records(made, noun.letter, own)


def _selected(
    source: sqlite3.Connection, tables: Mapping[str, Lasting], scope: Collection[int]
) -> Selected:
    """The rows to take along, by table."""
    selected: Selected = defaultdict(set)
    for table in tables.values():
        if table.references.get("unit_id") == "unit" and "cancelled_on" in table.columns:
            selected[table.name] |= _ids(source, table.name, "unit_id", scope)
    for table in tables.values():
        for column in table.required & set(table.references):
            if table.references[column] not in ("unit", table.name):
                above = selected[table.references[column]]
                selected[table.name] |= _ids(source, table.name, column, above)
    selected["unit"] |= set(scope)
    rows = source.execute(_SUCCESSIONS, {"ids": json.dumps(sorted(scope))})
    selected["unit_succession"] |= {number for (number,) in rows}
    _add_what_is_spoken_of(source, tables, selected)
    for noun in (BY_PLURAL["decisions"], BY_PLURAL["events"]):
        selected[noun.table] |= _one_with(source, noun.letter, selected[noun.table])
    _add_what_is_spoken_of(source, tables, selected)
    selected["verdict"] = _verdicts(source, selected)
    selected["unit_name"] |= _ids(source, "unit_name", "unit_id", selected["unit"])
    return selected


def _one_with(source: sqlite3.Connection, letter: str, numbers: set[int]) -> set[int]:
    """All records of these papers: the annex names who is honoured, the log says of which kind."""
    sql = f"""
        SELECT other.record_id FROM subject_record AS own
        JOIN subject_record AS other ON other.subject = own.subject AND other.noun = own.noun
        WHERE own.noun = :letter AND own.record_id IN {_IDS}
    """
    found = source.execute(sql, {"letter": letter, "ids": json.dumps(sorted(numbers))})
    return {number for (number,) in found}


def _verdicts(source: sqlite3.Connection, selected: Selected) -> set[int]:
    """What was said of two records that both come along."""
    uuids: set[str] = set()
    for table in SPOKEN_OF.values():
        sql = f"SELECT {uuid_sql(table, 't')} FROM {table} AS t WHERE id IN {_IDS}"
        found = source.execute(sql, {"ids": json.dumps(sorted(selected[table]))})
        uuids |= {uuid for (uuid,) in found}
    pairs = source.execute("SELECT id, one, other FROM verdict").fetchall()
    return {number for number, *both in pairs if set(both) <= uuids}


def _ids(source: sqlite3.Connection, table: str, column: str, numbers: Iterable[int]) -> set[int]:
    sql = f"SELECT id FROM {table} WHERE {column} IN {_IDS}"
    return {number for (number,) in source.execute(sql, {"ids": json.dumps(sorted(numbers))})}


def _add_what_is_spoken_of(
    source: sqlite3.Connection, tables: Mapping[str, Lasting], selected: Selected
) -> None:
    """The rows that selected ones point to, so that no reference leads nowhere."""
    waiting = [(name, numbers) for name, numbers in selected.items() if numbers]
    while waiting:
        name, numbers = waiting.pop()
        for column, target in tables[name].references.items():
            sql = f"SELECT DISTINCT {column} FROM {name} WHERE id IN {_IDS} AND {column} NOT NULL"
            pointed = source.execute(sql, {"ids": json.dumps(sorted(numbers))})
            if further := {number for (number,) in pointed} - selected[target]:
                selected[target] |= further
                waiting.append((target, further))


@contextmanager
def _sound(path: Path) -> Iterator[None]:
    """Rows that break a rule on their way came from a log that somebody wrote into."""
    try:
        yield
    except sqlite3.IntegrityError as error:
        raise Unusable("cli.register_damaged", file=path) from error


def _write(
    source: sqlite3.Connection,
    made: sqlite3.Connection,
    tables: Mapping[str, Lasting],
    selected: Selected,
    command: str,
) -> None:
    """Copy the rows as they are; their own history takes the place of a log of the copying."""
    made.execute("BEGIN IMMEDIATE")
    made.execute("PRAGMA defer_foreign_keys = ON")
    for trigger in log_triggers.present(made):
        made.execute(f"DROP TRIGGER {trigger}")
    made.execute("DELETE FROM term")
    made.execute("DELETE FROM movement")
    _copy(source, made, "term", _columns(source, "term"), "1")
    for name, table in tables.items():
        _copy(source, made, name, table.columns, f"id IN {_IDS}", ids=selected[name])
    _copy_history(source, made, tables, selected)
    _copy_merged(source, made, selected)
    _copy_beside(source, made, selected)
    # Of these decisions only a part of the list came along: no count they state can be held to it.
    shared = str(max(selected["decision"], default=0))
    made.execute("INSERT INTO setting VALUES ('decisions_in_part', ?)", (shared,))
    made.execute("INSERT INTO change (who, command) VALUES (?, ?)", (current_user(), command))
    seal(made, begins=True)
    log_triggers.install(made)
    derive_all(made)
    made.execute("COMMIT")


def _copy_beside(source: sqlite3.Connection, made: sqlite3.Connection, selected: Selected) -> None:
    """What the clerk said to be so of these records, and the tables that she keeps."""
    records = [
        f"{noun.letter}{number}" for noun in NOUNS for number in selected.get(noun.table, ())
    ]
    accepted = _columns(source, "accepted_finding")
    condition = f"record IN {_RECORDS}"
    _copy(source, made, "accepted_finding", accepted, condition, records=records)
    _copy(source, made, "kept_table", _columns(source, "kept_table"), "1")


def _columns(source: sqlite3.Connection, table: str) -> tuple[str, ...]:
    rows = source.execute(f"PRAGMA table_xinfo({table})")
    return tuple(row[1] for row in rows if row[6] == 0)


def _copy(
    source: sqlite3.Connection,
    made: sqlite3.Connection,
    table: str,
    columns: Iterable[str],
    condition: str,
    **sets: Iterable[object],
) -> None:
    names = list(columns)
    marks = ", ".join("?" * len(names))
    parameters = {name: json.dumps(sorted(values, key=str)) for name, values in sets.items()}
    rows = source.execute(f"SELECT {', '.join(names)} FROM {table} WHERE {condition}", parameters)
    made.executemany(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})", rows)


def _copy_history(
    source: sqlite3.Connection,
    made: sqlite3.Connection,
    tables: Mapping[str, Lasting],
    selected: Selected,
) -> None:
    """What the log tells of the selected records, under the changes that it was part of."""
    letters = {noun.table: noun.letter for noun in NOUNS}
    records = [
        f"{letters[name]}{number}"
        for name in tables
        if name in letters
        for number in selected[name]
    ]
    records += [f"verdict/{number}" for number in selected["verdict"]]
    for name in tables:
        # Of a record that is only spoken of, rows stay behind; what is gone was of this one.
        condition = (
            f"table_name = '{name}' AND record IN {_RECORDS}"
            f" AND (row_key IN {_IDS}"
            f" OR NOT EXISTS (SELECT 1 FROM {name} WHERE {name}.id = change_row.row_key))"
        )
        # The chain begins anew: it goes over what came along.
        columns = [name for name in _columns(source, "change_row") if name not in _OF_CHAIN]
        _copy(source, made, "change_row", columns, condition, records=records, ids=selected[name])
    _copy_ranges(source, made, selected)
    told = {number for (number,) in made.execute(_CHANGES)}
    # The first change of a register is its making, as that of the new one; it touches no record.
    undoes = f"CASE WHEN undoes IN {_IDS} THEN undoes END"
    changes = source.execute(
        f"SELECT id, uuid, at, who, command, {undoes} FROM change WHERE id > 1 AND id IN {_IDS}",
        {"ids": json.dumps(sorted(told))},
    )
    made.executemany(
        "INSERT INTO change (id, uuid, at, who, command, undoes) VALUES (?, ?, ?, ?, ?, ?)", changes
    )


def _copy_ranges(source: sqlite3.Connection, made: sqlite3.Connection, selected: Selected) -> None:
    """The ranges that some of the rows came with, and how many of theirs these are."""
    numbers = {name: sorted(rows) for name, rows in selected.items()}
    for span in ranges.between(source, 0, sys.maxsize):
        own = numbers.get(span.table, [])
        count = bisect_right(own, span.last) - bisect_left(own, span.first)
        if count:
            ranges.written(made, [span._replace(rows=count)])


def _copy_merged(source: sqlite3.Connection, made: sqlite3.Connection, selected: Selected) -> None:
    """What merging has to know of these rows: edits elsewhere, other identities, what is gone."""
    _copy(source, made, "gone_row", ("uuid", "table_name"), "1")
    _copy(source, made, "tombstone", _columns(source, "tombstone"), "1")
    for table in ("edit_elsewhere", "other_uuid"):
        columns = _columns(source, table)
        for name, numbers in selected.items():
            condition = f"table_name = '{name}' AND row_id IN {_IDS}"
            _copy(source, made, table, columns, condition, ids=numbers)

"""What the log tells: the changes, and what each did to which row."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from itertools import chain, islice
from typing import Any, NamedTuple

from emulation_cli.domain.catalogue.nouns import BY_LETTER, BY_PLURAL, NOUNS
from emulation_cli.domain.catalogue.refs import Ref, number_of
from emulation_cli.domain.errors import Refused, Unusable
from emulation_cli.domain.times.period import Period
from emulation_cli.register.log import ranges
from emulation_cli.register.log.clock import end_of, moments, start_of
from emulation_cli.register.log.log_triggers import parsed
from emulation_cli.register.recording.row_values import called
from emulation_cli.register.store import Register

Image = Mapping[str, Any]


class LoggedChange(NamedTuple):
    """One change: its number, when (ISO, UTC), who, the command, and how many records it met."""

    id: int
    at: str
    who: str
    command: str
    undoes: int | None
    records: int

    @property
    def local(self) -> datetime:
        """When, by the clock of this machine; raises Unusable where the file is damaged."""
        try:
            return datetime.fromisoformat(self.at).astimezone()
        except ValueError as error:
            raise Unusable("cli.register_damaged") from error


class RowChange(NamedTuple):
    """What one change did to one row. No `before`: the row is new; no `after`: it is gone."""

    change: int
    table: str
    key: Any
    record: str
    before: Image | None
    after: Image | None

    @property
    def differing(self) -> list[tuple[str, Any, Any]]:
        """Column, old value, new value, of all that differs."""
        before, after = self.before or {}, self.after or {}
        return [
            (name, before.get(name), after.get(name))
            for name in {**before, **after}
            if before.get(name) != after.get(name)
        ]


_TABLES = {noun.letter: noun.table for noun in NOUNS}
_OF_NOUNS = ", ".join(f"'{table}'" for table in _TABLES.values())
_TABLE_OF_RECORD = " ".join(f"WHEN '{letter}' THEN '{table}'" for letter, table in _TABLES.items())
# A record of a range may have images in the same change as well.
# Asked for one change at a time: into the years put away no question of SQL leads by itself.
_RECORDS = f"""
SELECT (SELECT count(DISTINCT record) FROM change_row AS logged WHERE change_id = :id
 AND NOT EXISTS (SELECT 1 FROM change_range AS span WHERE span.change_id = :id
  AND span.table_name = CASE substr(logged.record, 1, 1) {_TABLE_OF_RECORD} END
  AND CAST(substr(logged.record, 2) AS INTEGER) BETWEEN span.first_id AND span.last_id))
+ (SELECT ifnull(sum(row_count), 0) FROM change_range WHERE change_id = :id
   AND table_name IN ({_OF_NOUNS}))
"""
_ENTRIES = "SELECT id, at, who, command, undoes FROM change WHERE {} ORDER BY id DESC LIMIT :limit"
_ROWS = (
    "SELECT change_id, table_name, row_key, record, before, after FROM change_row"
    " WHERE {} ORDER BY id"
)


def entries(
    register: Register,
    *,
    record: str | None = None,
    period: Period | None = None,
    who: str | None = None,
    limit: int = -1,
) -> list[LoggedChange]:
    """The latest `limit` changes (-1: all) that fit, oldest first."""
    conditions, values = ["1"], {"limit": limit, "record": record, "who": who}
    if record:
        came = came_with(register, record)
        values["came"] = came and came.change
        # By the record's own lines: not one question for each change there is.
        conditions.append(
            "id IN (SELECT change_id FROM change_row WHERE record = :record UNION SELECT :came)"
        )
    if period:
        values["within"] = _within(register, period)
        conditions.append("id IN (SELECT value FROM json_each(:within))")
    if who:
        conditions.append("who = :who")
    rows = register.rows(_ENTRIES.format(" AND ".join(conditions)), values)
    return [_counted(register, row) for row in reversed(rows)]


def _counted(register: Register, row: dict[str, Any]) -> LoggedChange:
    (records,) = register.connection.execute(_RECORDS, {"id": row["id"]}).fetchone()
    return LoggedChange(**row, records=records)


def _within(register: Register, period: Period) -> str:
    """The changes made in a period, by the days that can be told of them, as JSON."""
    first, last = start_of(period.first), end_of(period.last)
    return json.dumps(
        [one.change for one in moments(register.connection) if first <= one.at < last]
    )


def entry(register: Register, number: int) -> LoggedChange:
    """One change; raises Refused where there is none."""
    rows = register.rows(_ENTRIES.format("id = :id"), {"id": number, "limit": 1})
    if not rows:
        raise Refused("history.no_such_change", id=f"C{number}")
    return _counted(register, rows[0])


def parse_change(text: str) -> int:
    """`C9` to 9; raises Refused for anything else."""
    number = number_of(text) if text[:1] in "Cc" else None
    if number is None:
        raise Refused("history.no_such_change", id=text)
    return number


def came_with(register: Register, record: str) -> ranges.Range | None:
    """The range that a record came with, or None where its coming has an image."""
    number = number_of(record)
    if number is None or record[:1] not in _TABLES:
        return None
    return ranges.holding(register.connection, _TABLES[record[:1]], number)


def rows_of(
    register: Register, change: int | None = None, record: str | None = None
) -> list[RowChange]:
    """Every row that a change touched, or that was touched of a record, as it happened."""
    if record is None:
        assert change is not None
        return [*_brought_by(register, change), *logged(register, "change_id = ?", change)]
    rows = logged(register, "record = ?", record)
    if span := came_with(register, record):
        rows = sorted([*_brought_of(register, record, span, rows), *rows], key=lambda r: r.change)
    return rows


def page_of(register: Register, told: LoggedChange, limit: int | None) -> list[RowChange]:
    """What a change did to the first `limit` of its records (None: all), each row once."""
    if limit is None or told.records <= limit:
        rows = rows_of(register, told.id)
    else:
        records = islice(_records_of(register, told.id), limit)
        rows = [
            row
            for record in list(records)
            for row in rows_of(register, record=record)
            if row.change == told.id
        ]
    return sorted(net(rows), key=lambda row: row.record)


def _records_of(register: Register, change: int) -> Iterator[str]:
    """The records that a change met, each once."""
    spans = ranges.of_change(register.connection, change)
    letters = {table: letter for letter, table in _TABLES.items()}
    brought = (
        f"{letters[span.table]}{number}"
        for span in spans
        if span.table in letters
        for number in range(span.first, span.last + 1)
    )
    sql = "SELECT record FROM change_row WHERE change_id = ? ORDER BY id"
    met = (record for (record,) in register.connection.execute(sql, (change,)))
    seen: set[str] = set()
    for record in chain(brought, met):
        if record not in seen:
            seen.add(record)
            yield record


def logged(register: Register, condition: str, value: Any) -> list[RowChange]:
    """The rows that the log has images of."""
    return [
        RowChange(
            row["change_id"],
            row["table_name"],
            row["row_key"],
            row["record"],
            parsed(row["before"]),
            parsed(row["after"]),
        )
        for row in register.rows(_ROWS.format(condition), (value,))
    ]


def came(change: int, row: ranges.Brought) -> RowChange:
    """What the log would say of a row that came with a range."""
    return RowChange(change, row.table, row.key, row.record, None, parsed(row.image))


def _brought_by(register: Register, change: int) -> list[RowChange]:
    """The rows of a change that lie in its ranges only."""
    connection, tables = register.connection, register.logged_tables
    # Another program may have named any table.
    spans = [span for span in ranges.of_change(connection, change) if span.table in tables]
    if not spans:
        return []
    rows: list[ranges.Brought] = [
        row
        for span in spans
        for row in ranges.untouched(connection, tables[span.table], span.of("id"))
    ]
    rows += ranges.touched(connection, change, spans)
    return sorted((came(change, row) for row in rows), key=_place_in(tables))


def _brought_of(
    register: Register, record: str, span: ranges.Range, rows: Iterable[RowChange]
) -> list[RowChange]:
    """The rows of one record that came with a range: its own, and what hangs on it."""
    found: list[RowChange] = []
    tables = register.logged_tables
    for table in tables.values():
        if table.owner and table.owner[0] == span.table and "change_id" in table.types:
            own = f"t.{table.owner[1]} = ? AND t.change_id = ?", (int(record[1:]), span.change)
            still = ranges.untouched(register.connection, table, own)
            found += [came(span.change, row) for row in still]
    first: dict[tuple[str, Any], RowChange] = {}
    for row in rows:
        first.setdefault((row.table, row.key), row)
    found += [
        row._replace(change=span.change, before=None, after=row.before)
        for row in first.values()
        if row.before is not None and row.before.get("change_id") == span.change
    ]
    return sorted(found, key=_place_in(tables))


def _place_in(tables: Iterable[str]) -> Callable[[RowChange], int]:
    """The order of the tables, in which a record stands before what hangs on it."""
    places = {name: place for place, name in enumerate(tables)}
    return lambda row: places[row.table]


def net(rows: Iterable[RowChange]) -> list[RowChange]:
    """One RowChange per row: from how it first was to how it came to be."""
    merged: dict[tuple[str, Any], RowChange] = {}
    for row in rows:
        first = merged.get((row.table, row.key))
        merged[row.table, row.key] = row._replace(before=first.before) if first else row
    return [row for row in merged.values() if row.before != row.after]


def known_record(register: Register, text: str) -> str:
    """The short id of a record that the register has or had; raises Refused for any other."""
    ref = Ref.parse(text)
    noun, record = BY_PLURAL[ref.noun], str(ref)
    known = (
        "SELECT 1 WHERE EXISTS (SELECT 1 FROM change_row WHERE record = ?)"
        f" OR EXISTS (SELECT 1 FROM {noun.table} WHERE id = ?)"
    )
    if register.row(known, (record, ref.number)) is None:
        raise Refused("domain.no_such_id", id=text)
    return record


def name_of(register: Register, record: str) -> str:
    """The name of a record as it is, or as it last was; "" where it has none."""
    noun = BY_LETTER.get(record[:1])
    number = number_of(record)
    if noun is None or number is None or noun.plural == "imports":
        return ""
    # Who is proposed is said by the honour: the view joins it.
    source = noun.plural if noun.plural == "proposals" else noun.table
    sql = f"SELECT {noun.title} AS name FROM {source} WHERE id = ?"
    if found := register.row(sql, (number,)):
        return called(register, noun, found["name"])
    own = [row for row in rows_of(register, record=record) if row.table == noun.table]
    image = (own[-1].after or own[-1].before or {}) if own else {}
    return str(image.get(noun.title, ""))

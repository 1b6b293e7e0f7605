"""What the log tells: the changes, and what each did to which row."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from emulation_cli.domain.catalogue import BY_LETTER, BY_PLURAL
from emulation_cli.domain.errors import Refused, Unusable
from emulation_cli.domain.period import Period
from emulation_cli.domain.refs import Ref, number_of
from emulation_cli.register.log import parsed
from emulation_cli.register.store import Register

Image = Mapping[str, Any]


@dataclass(frozen=True)
class Entry:
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


@dataclass(frozen=True)
class RowChange:
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


_ENTRIES = """
SELECT id, at, who, command, undoes,
       (SELECT count(DISTINCT record) FROM change_row WHERE change_id = change.id) AS records
FROM change WHERE {} ORDER BY id DESC LIMIT :limit
"""
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
) -> list[Entry]:
    """The latest `limit` changes (-1: all) that fit, oldest first."""
    conditions, values = ["1"], {"limit": limit, "record": record, "who": who}
    if record:
        conditions.append(
            "EXISTS (SELECT 1 FROM change_row WHERE record = :record AND change_id = change.id)"
        )
    if period:
        values |= {"first": start_of(period.first), "last": end_of(period.last)}
        conditions.append("at >= :first AND at < :last")
    if who:
        conditions.append("who = :who")
    rows = register.rows(_ENTRIES.format(" AND ".join(conditions)), values)
    return [Entry(**row) for row in reversed(rows)]


def entry(register: Register, number: int) -> Entry:
    """One change; raises Refused where there is none."""
    rows = register.rows(_ENTRIES.format("id = :id"), {"id": number, "limit": 1})
    if not rows:
        raise Refused("history.no_such_change", id=f"C{number}")
    return Entry(**rows[0])


def parse_change(text: str) -> int:
    """`C9` to 9; raises Refused for anything else."""
    number = number_of(text) if text[:1] in "Cc" else None
    if number is None:
        raise Refused("history.no_such_change", id=text)
    return number


def rows_of(
    register: Register, change: int | None = None, record: str | None = None
) -> list[RowChange]:
    """Every row that a change touched, or that was touched of a record, as it happened."""
    if record is not None:
        found = register.rows(_ROWS.format("record = ?"), (record,))
    else:
        found = register.rows(_ROWS.format("change_id = ?"), (change,))
    return [
        RowChange(
            row["change_id"],
            row["table_name"],
            row["row_key"],
            row["record"],
            parsed(row["before"]),
            parsed(row["after"]),
        )
        for row in found
    ]


def net(rows: Iterable[RowChange]) -> list[RowChange]:
    """One RowChange per row: from how it first was to how it came to be."""
    merged: dict[tuple[str, Any], RowChange] = {}
    for row in rows:
        first = merged.get((row.table, row.key))
        merged[row.table, row.key] = replace(row, before=first.before) if first else row
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
    if noun is None or "/" in record or noun.plural == "imports":
        return ""
    sql = f"SELECT {noun.title} AS name FROM {noun.table} WHERE id = ?"
    if found := register.row(sql, (int(record[1:]),)):
        return str(found["name"])
    own = [row for row in rows_of(register, record=record) if row.table == noun.table]
    image = (own[-1].after or own[-1].before or {}) if own else {}
    return str(image.get(noun.title, ""))


def start_of(day: str) -> str:
    """The moment at which a day begins here, as the log writes moments."""
    return datetime.combine(date.fromisoformat(day), time()).astimezone(UTC).isoformat()[:19] + "Z"


def end_of(day: str) -> str:
    """The first moment after a day."""
    return start_of((date.fromisoformat(day) + timedelta(days=1)).isoformat())

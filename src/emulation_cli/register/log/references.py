"""What points at a row: no record may be left pointing at what an undo took away."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple

from emulation_cli.domain.errors import Refused
from emulation_cli.register.log import log_triggers, ranges
from emulation_cli.register.log.recorded_changes import Image, RowChange
from emulation_cli.register.store import Register

# As many records as a refusal names; the rest are counted.
NAMED = 10
ROWS_AT_ONCE = 1_000


class Reference(NamedTuple):
    """A foreign key: columns of a child table and the columns of the parent they name."""

    child: str
    columns: tuple[str, ...]
    parent: str
    named: tuple[str, ...]

    @property
    def matches(self) -> str:
        pairs = zip(self.named, self.columns, strict=True)
        return " AND ".join(f"parent.{named} = child.{column}" for named, column in pairs)


def references(register: Register, tables: Iterable[str]) -> list[Reference]:
    """Every foreign key of the tables."""
    found: dict[tuple[str, int], list[tuple[Any, ...]]] = {}
    for table in tables:
        for row in register.connection.execute(f"PRAGMA foreign_key_list({table})"):
            found.setdefault((table, row[0]), []).append(row)
    return [
        Reference(table, tuple(row[3] for row in rows), rows[0][2], tuple(row[4] for row in rows))
        for (table, _), rows in found.items()
    ]


def refuse_loose_ends(
    register: Register,
    tables: dict[str, log_triggers.LoggedTable],
    back: Iterable[RowChange],
    spans: Sequence[ranges.Range],
) -> None:
    """No record may be left pointing at what is gone; those that would are named."""
    gone: dict[str, list[RowChange]] = {}
    there: dict[str, list[RowChange]] = {}
    for row in back:
        (gone if row.after is None else there).setdefault(row.table, []).append(row)
    loose: dict[str, None] = {}
    for reference in references(register, tables):
        child = tables[reference.child]
        loose |= dict.fromkeys(
            (
                *_pointing_at(register, child, reference, gone.get(reference.parent, [])),
                *_pointing_at_ranges(register, child, reference, spans),
                *_pointing_nowhere(register, child, reference, there.get(child.name, [])),
            )
        )
        if len(loose) > NAMED:
            break
    if loose:
        raise Refused("history.depended_on", records=listed(loose))


def _pointing_at(
    register: Register, child: log_triggers.LoggedTable, reference: Reference, gone: list[RowChange]
) -> Iterator[str]:
    """The records that name a row which is gone."""
    record = child.record.format(row="child", key=child.row_key("child"))
    for marks, values in _values(reference.named, (row.before or {} for row in gone)):
        sql = (
            f"SELECT {record} FROM {child.name} AS child"
            f" WHERE ({', '.join(reference.columns)}) IN (VALUES {marks}) LIMIT {NAMED + 1}"
        )
        yield from (found for (found,) in register.connection.execute(sql, values))


def _pointing_at_ranges(
    register: Register,
    child: log_triggers.LoggedTable,
    reference: Reference,
    spans: Sequence[ranges.Range],
) -> Iterator[str]:
    """The records that name a row of a range: all of its rows are gone."""
    record = child.record.format(row="child", key=child.row_key("child"))
    for span in spans:
        if reference.parent == span.table and reference.named == ("id",):
            sql = (
                f"SELECT {record} FROM {child.name} AS child"
                f" WHERE {reference.columns[0]} BETWEEN ? AND ? LIMIT {NAMED + 1}"
            )
            found = register.connection.execute(sql, (span.first, span.last))
            yield from (name for (name,) in found)


def _pointing_nowhere(
    register: Register,
    child: log_triggers.LoggedTable,
    reference: Reference,
    there: list[RowChange],
) -> Iterator[str]:
    """The records themselves that name what is gone."""
    records = {row.key: row.record for row in there}
    given = " AND ".join(f"child.{column} IS NOT NULL" for column in reference.columns)
    for marks, values in _values(child.key, (row.after or {} for row in there)):
        sql = (
            f"SELECT {child.row_key('child')} FROM {child.name} AS child"
            f" WHERE ({', '.join(child.key)}) IN (VALUES {marks}) AND {given}"
            f" AND NOT EXISTS (SELECT 1 FROM {reference.parent} AS parent"
            f" WHERE {reference.matches}) LIMIT {NAMED + 1}"
        )
        yield from (records[key] for (key,) in register.connection.execute(sql, values))


def _values(columns: Sequence[str], images: Iterable[Image]) -> Iterator[tuple[str, list[Any]]]:
    """Columns of many rows as marks and values of a statement, some rows at a time."""
    remaining = iter(images)
    mark = f"({', '.join('?' * len(columns))})"
    while part := list(islice(remaining, ROWS_AT_ONCE)):
        yield ", ".join([mark] * len(part)), [image[name] for image in part for name in columns]


def listed(records: Iterable[str]) -> str:
    """Some ids as a text: the first of them, each once."""
    several = list(dict.fromkeys(records))
    return ", ".join(several[:NAMED]) + (" …" if len(several) > NAMED else "")

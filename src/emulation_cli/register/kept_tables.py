"""Tables that the clerk keeps as data: what stands in the rows, what each column counts."""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, replace
from functools import partial
from typing import Any

from emulation_cli.domain.errors import Refused
from emulation_cli.domain.text import clean, fold
from emulation_cli.register.kept_texts import of_type, read_kept, texts
from emulation_cli.register.store import Register


@dataclass(frozen=True)
class ColumnSpec:
    """A column: what it is called, of which list it is, and the filters as the clerk gave them.

    `by` makes a column of each value of a dimension. `adds` is a column of the list to add up, ""
    where its rows are counted.
    """

    label: str
    noun: str
    given: dict[str, Any] = field(default_factory=dict)
    by: str = ""
    adds: str = ""

    def with_given(self, given: dict[str, Any]) -> "ColumnSpec":
        """The same column with other filters."""
        return replace(self, given=given)


@dataclass(frozen=True)
class TableSpec:
    """A table: its name, its title, the dimensions of its rows, its columns in their order."""

    name: str
    title: str
    rows: tuple[str, ...]
    columns: tuple[ColumnSpec, ...]

    def with_ids(self, ours: Callable[[str], str | None]) -> "TableSpec":
        """The table with other ids in its filters, where `ours` gives one for a text."""

        def renamed(value: Any) -> Any:
            if isinstance(value, list | tuple):
                return [renamed(one) for one in value]
            return (ours(value.strip()) or value) if isinstance(value, str) else value

        columns = tuple(
            column.with_given({name: renamed(value) for name, value in column.given.items()})
            for column in self.columns
        )
        return replace(self, columns=columns)

    def as_json(self) -> str:
        """What the register keeps of it."""
        kept = {name: value for name, value in asdict(self).items() if name != "name"}
        return json.dumps(kept, ensure_ascii=False, separators=(",", ":"))


def keep_table(register: Register, spec: TableSpec, *, instead: bool = False) -> None:
    """Keep a table under its name, as one change; `instead` of the one that is there.

    Raises Refused where there is one of that name, or with `instead` where there is none.
    """
    there = _called(register, spec.name)
    if there and not instead:
        raise Refused("table.there", name=there)
    if instead and not there:
        raise _none_such(register, spec.name)
    with register.change() as change:
        write_table(register, change.id, replace(spec, name=there or clean(spec.name)))


def write_table(register: Register, change: int, spec: TableSpec) -> None:
    """Write a table under its name inside an open change: a merge asks what changed since."""
    register.connection.execute(
        "INSERT INTO kept_table (name, specification, change_id) VALUES (?, ?, ?)"
        " ON CONFLICT (name) DO UPDATE SET specification = excluded.specification,"
        " change_id = excluded.change_id",
        (spec.name, spec.as_json(), change),
    )


def delete_table(register: Register, name: str) -> str:
    """Take a table away, as one change that can be undone; gives its name as it was kept."""
    there = _called(register, name)
    if there is None:
        raise _none_such(register, name)
    with register.change():
        register.connection.execute("DELETE FROM kept_table WHERE name = ?", (there,))
    return there


def kept_table(register: Register, name: str) -> TableSpec:
    """The table of a name, written in any case and without diacritics; raises Refused."""
    there = _called(register, name)
    if there is None:
        raise _none_such(register, name)
    sql = "SELECT specification FROM kept_table WHERE name = ?"
    return _read(register, there, register.connection.execute(sql, (there,)).fetchone()[0])


def kept_tables(register: Register) -> tuple[TableSpec, ...]:
    """All tables that are kept, by name."""
    sql = "SELECT name, specification FROM kept_table ORDER BY name"
    rows = register.connection.execute(sql).fetchall()
    return tuple(_read(register, name, text) for name, text in rows)


def _read(register: Register, name: str, text: str) -> TableSpec:
    return read_kept(register, name, text, partial(_table, name))


def read_table(name: str, text: str) -> TableSpec:
    """A table from what a register keeps of it; raises one of NOT_AS_KEPT."""
    return _table(name, json.loads(text))


def _table(name: str, kept: Any) -> TableSpec:
    columns = tuple(_column(**column) for column in of_type(kept["columns"], list))
    return TableSpec(name, of_type(kept["title"], str), tuple(texts(kept["rows"])), columns)


def _column(**kept: Any) -> ColumnSpec:
    column = ColumnSpec(**kept)
    texts([column.label, column.noun, column.by, column.adds])
    for value in of_type(column.given, dict).values():
        of_type(value, str, bool, list)
    return column


def _called(register: Register, name: str) -> str | None:
    names = [one for (one,) in register.connection.execute("SELECT name FROM kept_table")]
    return next((one for one in names if fold(one) == fold(name)), None)


def _none_such(register: Register, name: str) -> Refused:
    names = ", ".join(one.name for one in kept_tables(register)) or "–"
    return Refused("table.none_such", name=name, names=names)

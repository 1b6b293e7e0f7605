"""Tables whose rows have an identity that lasts (uuid): what may leave for another register.

Read from the tables themselves, so that a table which is added later is taken along.
"""

import sqlite3
from collections.abc import Mapping
from typing import NamedTuple

from emulation_cli.register.log import log_triggers

# What hangs on a change of this desk (an import, a report that was kept) stays here.
_OF_THIS_DESK = {"change", "import"}
_OF_STORAGE = ("id", "uuid", "change_id")
# What a row is, apart from its uuid: a second row of this kind cannot be.
_NATURAL: Mapping[str, tuple[str, ...]] = {
    "movement": ("comparing_key",),
    "unit_name": ("unit_id", "name"),
    "unit_succession": ("old_unit_id", "new_unit_id"),
    "registration": ("model_id", "year"),
    "model_milestone": ("model_id", "milestone", "date", "level", "unit_id"),
    "exemplar_milestone": ("exemplar_id", "milestone", "date"),
    "proposal": ("honour_id",),
    "certificate": ("honour_id",),
    "target": ("unit_id", "year", "measure"),
    "verdict": ("one", "other"),
}
# Columns that change together: keys follow the name, a reason its cancelling.
_TOGETHER = (
    ("name", "name_key", "comparing_key", "place_key"),
    ("recipient", "name_key", "comparing_key"),
    ("number", "number_key"),
    ("cancelled_on", "cancelled_reason"),
    ("votes_for", "votes_of"),
    ("form", "title", "form_text"),
)


class Lasting(NamedTuple):
    """One such table. `references` are its columns that point to rows of another (or the same).

    `terms` are its coded columns with the column that names their vocabulary. `record` is the
    record of a row `t` as an SQL expression, as the log names it.
    """

    name: str
    columns: tuple[str, ...]
    references: Mapping[str, str]
    terms: Mapping[str, str]
    required: frozenset[str]
    record: str

    @property
    def natural(self) -> tuple[str, ...]:
        return _NATURAL.get(self.name, ())

    @property
    def pointing(self) -> tuple[str, ...]:
        """The part of it that says of which other rows it is."""
        return tuple(
            column
            for column in self.natural
            if column in self.required and column in self.references
        )

    @property
    def plain(self) -> tuple[str, ...]:
        """The columns that hold what is known of the row."""
        return tuple(column for column in self.columns if column not in _OF_STORAGE)

    @property
    def groups(self) -> list[tuple[str, ...]]:
        """The columns that are compared and chosen as one, the telling one first."""
        groups: list[tuple[str, ...]] = []
        left = list(self.plain)
        for together in _TOGETHER:
            if together[0] in left and (group := tuple(c for c in together if c in left)):
                groups.append(group)
                left = [column for column in left if column not in group]
        texts = {f"{column}_text" for column in left} & set(left)
        alone = (column for column in left if column not in texts)
        return groups + [
            (column, f"{column}_text") if f"{column}_text" in texts else (column,)
            for column in alone
        ]


def lasting(connection: sqlite3.Connection) -> dict[str, Lasting]:
    """Those tables by name, each after the ones that it points to."""
    found = {
        name: _lasting(connection, table)
        for name, table in log_triggers.tables(connection).items()
        if {"id", "uuid"} <= set(table.columns)
    }
    found = {n: t for n, t in found.items() if not _OF_THIS_DESK & set(t.references.values())}
    ordered: dict[str, Lasting] = {}
    while len(ordered) < len(found):
        for name, table in found.items():
            if name not in ordered and set(table.references.values()) <= {*ordered, name}:
                ordered[name] = table
    return ordered


def _lasting(connection: sqlite3.Connection, table: log_triggers.LoggedTable) -> Lasting:
    references, terms = {}, {}
    keys: dict[int, list[tuple[str, str, str]]] = {}
    for number, _place, target, own, theirs, *_rest in connection.execute(
        f"PRAGMA foreign_key_list({table.name})"
    ):
        keys.setdefault(number, []).append((target, own, theirs))
    for pairs in keys.values():
        if len(pairs) == 1:
            references[pairs[0][1]] = pairs[0][0]
        elif pairs[0][0] == "term":
            columns = {theirs: own for _target, own, theirs in pairs}
            terms[columns["code"]] = columns["vocabulary"]
    required = frozenset(
        row[1] for row in connection.execute(f"PRAGMA table_xinfo({table.name})") if row[3]
    )
    record = table.record.format(row="t", key=table.row_key("t"))
    return Lasting(table.name, table.columns, references, terms, required, record)

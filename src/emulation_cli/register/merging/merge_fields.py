"""The fields of rows that two registers have: which side's value is the newer one."""

import json
import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal, NamedTuple

from emulation_cli.domain.catalogue.nouns import NOUNS
from emulation_cli.register.log.lasting_tables import Lasting
from emulation_cli.register.log.uuids import uuid_of
from emulation_cli.register.merging.merge_edits import Edit, Edits, edits_of, note_edit, of_group
from emulation_cli.register.merging.merge_rows import RowMerger
from emulation_cli.register.purging.tombstones import NAMING, TELLING, tombstones

Side = Literal["mine", "theirs"]
Prefer = Literal["mine", "theirs", "newer"]
_LETTERS = {noun.table: noun.letter for noun in NOUNS}
_NAMING = ("name", "recipient", "number", "milestone", "date")


@dataclass(frozen=True)
class Conflict:
    """A field that both sides changed: both values, and the last edit of each where known.

    `id` is the short id, or the table and number of a row that has none.
    """

    source: str
    id: str
    name: str
    column: str
    mine: Any
    theirs: Any
    my_edit: Edit | None
    their_edit: Edit | None


class NewValue(NamedTuple):
    """A value that a merge changed."""

    id: str
    column: str
    old: Any
    new: Any


class EditAhead(NamedTuple):
    """An edit whose time has not come yet: the clock that made it was wrong."""

    id: str
    column: str
    edit: Edit


class _Pair(NamedTuple):
    """One row as both have it, in terms of this register."""

    table: Lasting
    mine: Mapping[str, Any]
    theirs: Mapping[str, Any]

    def values(self, group: tuple[str, ...]) -> tuple[tuple[Any, ...], tuple[Any, ...]]:
        return tuple(self.mine[c] for c in group), tuple(self.theirs[c] for c in group)

    @property
    def id(self) -> str:
        letter = _LETTERS.get(self.table.name)
        return f"{letter}{self.mine['id']}" if letter else f"{self.table.name}/{self.mine['id']}"


@dataclass
class Fields:
    """Settles the fields of the rows that one source and this register both have."""

    rows: RowMerger
    prefer: Prefer | None
    choose: Callable[[Conflict], Side | None] | None
    decision: Edit
    changed: list[NewValue] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    decided: int = 0
    ahead: list[EditAhead] = field(default_factory=list)

    def compare(self, table: Lasting) -> None:
        """Bring the rows of a table that both have to the newer state of each field."""
        met = {
            theirs: mine
            for theirs, mine in self.rows.met.get(table.name, {}).items()
            if (table.name, theirs) not in self.rows.joined
        }
        if not met:
            return
        sql = f"SELECT * FROM {table.name} WHERE id IN (SELECT value FROM json_each(?))"
        found = self.rows.register.rows(sql, (json.dumps(list(met.values())),))
        own = {row["id"]: row for row in found}
        for row in self.rows.theirs(table, met):
            pair = _Pair(table, own[met[row["theirs"]]], row)
            differing = [group for group in table.groups if len(set(pair.values(group))) > 1]
            if differing:
                self._settle(pair, differing)

    def _settle(self, pair: _Pair, differing: list[tuple[str, ...]]) -> None:
        table, register = pair.table, self.rows.register
        mine = edits_of(register.connection, table, pair.mine["id"])
        theirs = edits_of(self.rows.source.connection, table, pair.theirs["theirs"])
        for group in differing:
            if self._joined(pair, group[0]) or self._is_purged(pair, group):
                continue
            edits = of_group(mine, group), of_group(theirs, group)
            side = (
                _of_one_code(group, *pair.values(group))
                or self._of_one_movement(pair, group)
                or follower(*edits, *pair.values(group))
                or self._chosen(pair, group, edits)
            )
            if side == "theirs":
                taken = {column: pair.theirs[column] for column in group}
                try:
                    register.update(table.name, pair.mine["id"], taken)
                except sqlite3.IntegrityError as error:
                    if error.sqlite_errorname != "SQLITE_CONSTRAINT_UNIQUE":
                        source, number = self.rows.source, pair.theirs["theirs"]
                        raise source.broken(table, number, error) from error
                    # Another row here has that code or that year.
                    self.conflicts.append(self._conflict(pair, group[0], edits))
                    continue
                told = NewValue(pair.id, group[0], pair.mine[group[0]], pair.theirs[group[0]])
                self.changed.append(told)

    def _is_purged(self, pair: _Pair, group: tuple[str, ...]) -> bool:
        """What was blanked on either side stays so, whatever was edited on the other since."""
        telling = {*TELLING.get(pair.table.name, ()), NAMING.get(pair.table.name, "")}
        return not telling.isdisjoint(group) and pair.theirs["uuid"] in self.purged

    @cached_property
    def purged(self) -> set[str]:
        """The identities that were purged here or there."""
        both = (self.rows.register.connection, self.rows.source.connection)
        return {stone.uuid for connection in both for stone in tombstones(connection)}

    def _joined(self, pair: _Pair, column: str) -> bool:
        """Whether both point to one record, which here was joined with another."""
        target = pair.table.references.get(column)
        if target is None or pair.mine[column] is None:
            return False
        register = self.rows.register
        uuid = uuid_of(register.connection, target, pair.mine[column])
        found = register.row("SELECT row_id FROM other_uuid WHERE uuid = ?", (uuid,))
        return found is not None and found["row_id"] == pair.theirs[column]

    def _of_one_movement(self, pair: _Pair, group: tuple[str, ...]) -> Side | None:
        """Movements meet by name, as terms do: two codes of one are no conflict, the lesser
        stands; but not one that another movement has here.
        """
        mine, theirs = pair.mine.get("code"), pair.theirs.get("code")
        if pair.table.name != "movement" or group != ("code",) or not mine or not theirs:
            return None
        taken = "SELECT 1 FROM movement WHERE code = ?"
        return "mine" if mine < theirs or self.rows.register.row(taken, (theirs,)) else "theirs"

    def _chosen(
        self, pair: _Pair, group: tuple[str, ...], edits: tuple[Edits, Edits]
    ) -> Side | None:
        """The side of the clerk's choice. It counts as an edit of its own, known to no one else."""
        if self.prefer == "newer":
            now = self.decision.at
            self.ahead += [
                EditAhead(pair.id, group[0], one)
                for one in sorted(edits[0] | edits[1])
                if one.at > now
            ]
            return newer(*edits, *pair.values(group), now)
        conflict = self._conflict(pair, group[0], edits)
        side = self.prefer or (self.choose(conflict) if self.choose else None)
        if side is None:
            self.conflicts.append(conflict)
            return None
        self.decided += 1
        connection = self.rows.register.connection
        note_edit(connection, pair.table.name, pair.mine["id"], group[0], self.decision)
        return side

    def _conflict(self, pair: _Pair, column: str, edits: tuple[Edits, Edits]) -> Conflict:
        mine = pair.mine
        return Conflict(
            source=self.rows.source.name,
            id=pair.id,
            name=str(next((mine[name] for name in _NAMING if mine.get(name)), "")),
            column=column,
            mine=mine[column],
            theirs=pair.theirs[column],
            my_edit=max(edits[0], default=None),
            their_edit=max(edits[1], default=None),
        )


def _of_one_code(group: tuple[str, ...], mine: Any, theirs: Any) -> Side | None:
    """One code in other words is no conflict: the fuller text stands, whoever merges."""
    if not group[-1].endswith("_text") or mine[:-1] != theirs[:-1]:
        return None
    return "mine" if (mine[-1] or "") >= (theirs[-1] or "") else "theirs"


def follower(mine: Edits, theirs: Edits, my_value: Any, their_value: Any) -> Side | None:
    """The side whose value follows from the other's; None where both changed on their own.

    What one side has never filled gives way to what the other has.
    """
    if mine != theirs:
        if theirs <= mine:
            return "mine"
        return "theirs" if mine <= theirs else None
    if not any(value is not None for value in my_value):
        return "theirs"
    return None if any(value is not None for value in their_value) else "mine"


def newer(mine: Edits, theirs: Edits, my_value: Any, their_value: Any, now: str) -> Side:
    """The side of the latest edit; where no edit tells, the greater value, whoever merges.

    An edit of the future was made with a wrong clock: any other one counts as later.
    """
    if mine != theirs:
        latest = max(mine | theirs, key=lambda edit: (edit.at <= now, edit))
        return "mine" if latest in mine else "theirs"
    return "mine" if str(my_value) >= str(their_value) else "theirs"

"""Bringing registers together: new records, changes since last time, cancellations, as one change.

Rows meet by identity (uuid), units also by code and name in time. A field that only one side
edited follows that side; where both did without knowing of each other, the clerk chooses.
"""

import os
import sqlite3
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from emulation_cli.domain.errors import Refused
from emulation_cli.domain.text import comparing_key
from emulation_cli.register.compacting.compaction import put_away_again
from emulation_cli.register.compacting.years_beside import PutAway, bring_rows, need_log
from emulation_cli.register.log.lasting_tables import lasting
from emulation_cli.register.log.log_triggers import by_hand
from emulation_cli.register.log.ranges import Range, extended
from emulation_cli.register.log.uuids import number_of
from emulation_cli.register.merging.merge_beside import take_accepted, take_tables
from emulation_cli.register.merging.merge_edits import Edit, edits_since, note_edit
from emulation_cli.register.merging.merge_fields import (
    Conflict,
    EditAhead,
    Fields,
    NewValue,
    Prefer,
    Side,
)
from emulation_cli.register.merging.merge_namesakes import Namesake, brought, kept
from emulation_cli.register.merging.merge_rows import RowMerger
from emulation_cli.register.merging.merge_source import MergeSource, gone, opened
from emulation_cli.register.merging.merge_units import UnitMatcher, Unmatched
from emulation_cli.register.purging.blanks import unguarded
from emulation_cli.register.purging.name_removal import bury_elsewhere, purge_backups
from emulation_cli.register.purging.names_beside import blank_mentions
from emulation_cli.register.purging.tombstones import borne_by, purged_names, tombstones
from emulation_cli.register.store import Change, Register, current_user, term_of


@dataclass
class Merged:
    """What one register brought. `changed` are (id, column, old, new).

    `tables_here` are kept tables of its that are otherwise here: those stay.
    """

    name: str
    path: Path
    added: Counter[str] = field(default_factory=Counter)
    changed: list[NewValue] = field(default_factory=list)
    removed: int = 0
    tables_here: list[str] = field(default_factory=list)

    @property
    def news(self) -> int:
        return sum(self.added.values()) + len(self.changed) + self.removed


@dataclass(frozen=True)
class MergeWishes:
    """What the clerk wants of a merge. `choose` is asked where nothing is preferred; None from
    it, or no one to ask, leaves a conflict. `units` are told matches (UnitMatcher.told).
    `another_person`: who bears a purged name is not the one who was purged.
    """

    prefer: Prefer | None = None
    choose: Callable[[Conflict], Side | None] | None = None
    units: Mapping[str, int | None] = field(default_factory=dict)
    another_person: bool = False
    dry_run: bool = False


@dataclass
class Outcome:
    """A whole merge: what each register brought, and what keeps it from being written.

    There may be `news` though no value changed: a choice of the clerk, an edit to remember.
    """

    merged: list[Merged] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    unmatched: list[Unmatched] = field(default_factory=list)
    ahead: list[EditAhead] = field(default_factory=list)
    namesakes: list[Namesake] = field(default_factory=list)
    purged: list[tuple[str, str]] = field(default_factory=list)
    news: bool = False
    written: int | None = None

    @property
    def blocked(self) -> bool:
        return bool(self.conflicts or self.unmatched or self.namesakes)


def merge(
    register: Register,
    paths: Sequence[Path],
    wishes: MergeWishes,
    advance: Callable[[Path], object] = lambda _path: None,
) -> Outcome:
    """Take in registers as one change, or nothing of them where something has to be decided.

    Raises Unusable for a file that is no register, Refused for the register itself.
    """
    outcome = Outcome()
    need_log(register.connection, register.path)
    with register.change() as change:
        register.connection.execute("PRAGMA defer_foreign_keys = ON")
        merger = _Merger(register, change, wishes, outcome)
        with by_hand(register.connection, merger.tables, "insert"):
            for path in paths:
                _take(merger, path)
                advance(path)
        outcome.news = merger.learnt or any(merged.news for merged in outcome.merged)
        change.keep = outcome.news and not outcome.blocked and not wishes.dry_run
    outcome.written = change.id if change.keep else None
    if change.keep and (outcome.purged or merger.brought_back):
        register.connection.execute("VACUUM")
        purge_backups(register.path, outcome.purged)
        put_away_again(register, merger.brought_back)
    return outcome


def _take(merger: "_Merger", path: Path) -> None:
    # Links that go round are no fault here: no file is there to be opened.
    if os.path.realpath(path) == os.path.realpath(merger.register.path):
        raise Refused("units.merge_with_itself", path=path)
    with opened(path) as source:
        merger.take(source)


class _Merger:
    """One run: the registers are taken in one after the other, into the same change."""

    def __init__(
        self, register: Register, change: Change, wishes: MergeWishes, outcome: Outcome
    ) -> None:
        self.register, self.change, self.wishes, self.outcome = register, change, wishes, outcome
        self.connection = register.connection
        self.tables = lasting(self.connection)
        codes = self.connection.execute("SELECT vocabulary, code FROM term")
        self.terms = set(codes.fetchall())
        self.gone = gone(self.connection, self.tables)
        self.learnt = False
        self.arrived: list[Range] = []
        self.brought_back: list[PutAway] = []  # years of the log, to be blanked too
        row = register.row("SELECT at, uuid FROM change WHERE id = ?", (change.id,))
        assert row is not None
        self.decision = Edit(row["at"], row["uuid"], current_user())

    def take(self, source: MergeSource) -> None:
        """Take in one register."""
        merged = Merged(source.name, source.path)
        self.outcome.merged.append(merged)
        if not self._mark(source):
            return
        self.arrived.clear()
        source.note_changes(self.tables)
        self._take_terms(source)
        matcher = UnitMatcher(self.register, self.wishes.units)
        rows = RowMerger(self.register, source, matcher, self.gone, self._log)
        for table in self.tables.values():
            rows.take(table)
        merged.added.update(rows.added)
        self.outcome.unmatched += rows.unmatched
        fields = Fields(rows, self.wishes.prefer, self.wishes.choose, self.decision)
        for table in self.tables.values():
            fields.compare(table)
        merged.changed += fields.changed
        self.outcome.conflicts += fields.conflicts
        self.outcome.ahead += fields.ahead
        self.learnt |= bool(rows.named or fields.decided)
        self._learn(rows)
        self._take_beside(rows, merged)
        self._take_away(rows, merged)
        self._bury(source)
        self._keep_silent(source)
        if not self.wishes.another_person and (is_purged := purged_names(self.register)):
            self.outcome.namesakes += brought(rows, self.arrived, fields.changed, is_purged)

    @staticmethod
    def _take_beside(rows: RowMerger, merged: Merged) -> None:
        """What is no row of a record: «it is so», tables kept."""
        accepted = take_accepted(rows)
        tables, merged.tables_here = take_tables(rows)
        merged.added.update({"accepted_finding": accepted, "kept_table": tables})

    def _bury(self, source: MergeSource) -> None:
        """What was purged there is blanked here too."""
        known = {stone.uuid for stone in tombstones(self.connection)}
        new = [stone for stone in tombstones(source.connection) if stone.uuid not in known]
        if new:
            self.brought_back += bring_rows(self.connection, self.register.path)
            with unguarded(self.connection, self.change.id):
                reached = bury_elsewhere(self.register, self.change.id, new)
            if not self.wishes.another_person:
                self.outcome.namesakes += kept(self.register, source.name, new)
            self.outcome.purged += [(one.table, one.uuid) for one in new if one.uuid in reached]
            self.learnt = True

    def _keep_silent(self, source: MergeSource) -> None:
        """Who was purged here may still be named there, in notes and by tables that came along."""
        stones = {stone.uuid: stone.table for stone in tombstones(self.connection)}
        if names := borne_by(source.connection, stones):
            with unguarded(self.connection, self.change.id):
                blank_mentions(self.connection, names)

    def _log(self, table: str, first: int, last: int, rows: int) -> None:
        span = Range(self.change.id, table, first, last, rows)
        self.arrived.append(span)
        extended(self.change.ranges, span)

    def _mark(self, source: MergeSource) -> bool:
        """Note how far this register is taken in; False where nothing happened in it since."""
        known = self.register.row(
            "SELECT last_change FROM merged_register WHERE register_uuid = ?", (source.uuid,)
        )
        if known:
            found = source.connection.execute(
                "SELECT id FROM change WHERE uuid = ?", (known["last_change"],)
            ).fetchone()
            source.since = found and found[0]
        if source.since == source.last:
            return False
        self.connection.execute(
            "INSERT INTO merged_register VALUES (?, ?, ?) ON CONFLICT (register_uuid)"
            " DO UPDATE SET name = excluded.name, last_change = excluded.last_change",
            (source.uuid, source.name, source.last_uuid),
        )
        return True

    def _take_terms(self, source: MergeSource) -> None:
        """Coded values meet by code, then by label; what is new comes along."""
        cursor = source.connection.execute("SELECT * FROM term")
        names = [column[0] for column in cursor.description]
        for values in cursor.fetchall():
            row = dict(zip(names, values, strict=True))
            vocabulary, code = row["vocabulary"], row["code"]
            if (vocabulary, code) in self.terms:
                continue
            known = self.register.vocabularies.find(vocabulary, row["label_vi"])
            if known and comparing_key(known.label_vi) == comparing_key(row["label_vi"]):
                source.connection.execute(
                    "INSERT INTO temp.other_code VALUES (?, ?, ?)", (vocabulary, code, known.code)
                )
                continue
            taken = {name: value for name, value in row.items() if name not in ("id", "change_id")}
            self.register.insert("term", taken)
            self.register.vocabularies.add(term_of(row))
            self.terms.add((vocabulary, code))

    def _learn(self, rows: RowMerger) -> None:
        """Remember the edits that others made, and the identities that they know rows by."""
        for found in edits_since(rows.source, self.tables):
            table = self.tables.get(found.table)
            if table is None or found.column not in table.plain or self._is_own(found.edit):
                continue
            mine = rows.mine(found.table, found.row)
            if mine is not None:
                self.learnt |= note_edit(
                    self.connection, found.table, mine, found.column, found.edit
                )
        known = rows.source.connection.execute("SELECT uuid, table_name, row_id FROM other_uuid")
        for uuid, table, number in known.fetchall():
            mine = rows.mine(table, number) if table in self.tables else None
            if mine is not None and not self._knows(table, uuid, mine):
                self.register.insert(
                    "other_uuid", {"uuid": uuid, "table_name": table, "row_id": mine}
                )
                self.learnt = True

    def _is_own(self, edit: Edit) -> bool:
        sql = "SELECT 1 FROM change WHERE uuid = ?"
        return self.connection.execute(sql, (edit.change,)).fetchone() is not None

    def _knows(self, table: str, uuid: str, mine: int) -> bool:
        sql = "SELECT 1 FROM other_uuid WHERE uuid = ?"
        noted = self.connection.execute(sql, (uuid,)).fetchone() is not None
        return noted or number_of(self.connection, table, uuid) == mine

    def _take_away(self, rows: RowMerger, merged: Merged) -> None:
        """What was taken away elsewhere goes here too, children before their records."""
        found = rows.source.gone(self.tables)
        for table in reversed(self.tables):
            for uuid in (uuid for uuid, name in found.items() if name == table):
                if uuid not in self.gone:
                    self.register.insert("gone_row", {"uuid": uuid, "table_name": table})
                    self.learnt = True
                try:
                    number = number_of(self.connection, table, uuid)
                    sql = f"DELETE FROM {table} WHERE id = ?"
                    merged.removed += self.connection.execute(sql, (number,)).rowcount
                except sqlite3.IntegrityError:
                    continue
        self.gone |= found

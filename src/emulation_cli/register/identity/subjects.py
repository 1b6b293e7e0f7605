"""Subjects: computed again for the names that a change touches, whichever way it came."""

import sqlite3
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from emulation_cli.domain.identity import Group, Resolved, resolve
from emulation_cli.register.identity import names_touched, touched
from emulation_cli.register.identity.bands import bands, numbered
from emulation_cli.register.identity.lines import Lines
from emulation_cli.register.identity.lonely import forget_lonely
from emulation_cli.register.identity.mentions import (
    PAPERS,
    PARTIES,
    TABLES,
    Mention,
    Name,
    blocks,
    mentions,
    want,
)
from emulation_cli.register.identity.stated import spoken_of, stated
from emulation_cli.register.identity.subject_rows import Keeper, forget_gone, sorting


class Parted(NamedTuple):
    """Records that were one and are no longer, each group by the ids of its records."""

    groups: tuple[tuple[str, ...], ...]


def derive(connection: sqlite3.Connection) -> list[Parted]:
    """Work out anew who is who for what the open change touched; whom it parted."""
    units = [unit for (unit,) in connection.execute("SELECT unit FROM temp.touched_unit")]
    said_so = connection.execute("SELECT 1 FROM temp.touched_verdict LIMIT 1").fetchone()
    named = connection.execute("SELECT 1 FROM temp.touched_name LIMIT 1").fetchone()
    if not units and not said_so and not named:
        return []
    work = _Work(connection)
    forget_lonely(connection, work.lines, {key for band in work.bands for key in band.keys})
    names = {noun: set(_touched(connection, noun)) for noun in TABLES}
    for noun in PAPERS:
        moved = work.again(noun, names[noun] | (work.said_of(noun) if said_so else set()))
        names["H"] |= set(names_touched.honours_of(connection, noun, moved))
    parties = set().union(*(names[noun] for noun in PARTIES))
    parties |= set(names_touched.names_in(connection, work.lines, units))
    work.again(PARTIES, parties | (work.said_of(PARTIES) if said_so else set()))
    forget_gone(connection)
    touched.forget(connection)
    return work.parted


def derive_all(connection: sqlite3.Connection) -> None:
    """Work out who is who in a whole register: after an upgrade, of a day that was, of a copy."""
    connection.execute("DELETE FROM subject_record")
    connection.execute("DELETE FROM suspect")
    work = _Work(connection)
    for nouns in (*PAPERS, PARTIES):
        names_touched.want_all(connection, nouns)
        work.resolve(nouns)


def _touched(connection: sqlite3.Connection, noun: str) -> Iterator[Name]:
    sql = "SELECT name, unit FROM temp.touched_name WHERE noun = ?"
    yield from connection.execute(sql, (noun,))


class _Work:
    """One computation: the lines of units and the verdicts are looked up once."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection, self.lines = connection, Lines(connection)
        self.stated = stated(connection)
        self.bands = bands(self.stated, self.lines)
        self._before: dict[str, set[str]] = {}  # by subject its records, as far as they were met
        self._now: dict[str, Group] = {}

    def said_of(self, nouns: str) -> set[Name]:
        """The names of the records of which something was said now, or taken back."""
        found = spoken_of(self.connection)
        return {(key, unit) for record, (key, _, unit) in found.items() if record[0] in nouns}

    def again(self, nouns: str, names: set[Name]) -> set[str]:
        """Work out these names anew; the records that now belong elsewhere."""
        if not names:
            return set()
        want(self.connection, self._whole(names))
        names_touched.want_loose(self.connection, nouns)
        return self.resolve(nouns)

    def _whole(self, names: set[Name]) -> set[Name]:
        """With the lines of the units, and with what verdicts bind to the names."""
        keys = {(key, unit and self.lines.root(unit)) for key, unit in names}
        for band in self.bands:
            if not keys.isdisjoint(band.wanted()):
                keys |= band.wanted()
        kin = self.lines.kin
        return {(key, unit) for key, root in keys for unit in (kin(root) if root else (0,))}

    def resolve(self, nouns: str) -> set[str]:
        bound = numbered(self.bands)
        moved: set[str] = set()
        kept = Keeper(self.connection)
        for block in blocks(mentions(self.connection, nouns), self.lines, bound):
            if len(block) == 1:
                moved |= kept.alone(block[0])
                self._note(block, ())
                continue
            found = self._resolved(block)
            moved |= kept.keep(block, found)
            self._note(block, found.groups)
        kept.write()
        return moved

    def _note(self, block: Iterable[Mention], groups: Iterable[Group]) -> None:
        """Note where the records stand that were one with others before."""
        once = {one.id: one.belonging.subject for one in block if one.belonging}
        for record, subject in once.items():
            self._before.setdefault(subject, set()).add(record)
            self._now[record] = frozenset((record,))
        for group in groups if once else ():
            self._now |= dict.fromkeys(group & once.keys(), group)

    @property
    def parted(self) -> list[Parted]:
        """The groups into which what was one fell."""
        found = []
        for members in self._before.values():
            left = {self._now[one] & members for one in members}
            if len(left) > 1:
                groups = sorted((sorted(one, key=sorting) for one in left), key=_first)
                found.append(Parted(tuple(map(tuple, groups))))
        return found

    def _resolved(self, block: Collection[Mention]) -> Resolved:
        said = {one.id: one.said() for one in block}
        return resolve(said, self.stated.same, self.stated.distinct, self.lines.on_one)


def _first(records: list[str]) -> tuple[int, int]:
    return sorting(records[0])

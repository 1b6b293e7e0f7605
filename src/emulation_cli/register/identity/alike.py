"""Names that are one but for their marks, «Lý» and «Lí» too: only suspects, outside every figure.

Their units are one, follow one another, or lie one under the other.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations, permutations, product
from typing import NamedTuple

from emulation_cli.domain.patterns import pattern
from emulation_cli.domain.text import fold
from emulation_cli.register.identity.lines import Lines
from emulation_cli.register.identity.mentions import KEYS, TABLES, UNKNOWN_KIND
from emulation_cli.register.identity.stated import Pair

# Whose names are compared with one another: an honour is given to who is an exemplar.
_TOGETHER = ("XH", "M", "D", "E")
# «Lý» is written «Lí», «Quý» «Quí», «Kỳ» «Kì»: a syllable without a further vowel.
_EITHER = pattern(r"\b((?:qu|[bcdghklmnprstvx]{1,3}))[yi]\b")
_MOST_EITHER = 4  # such syllables of one name that are written both ways
_NEVER = 2**62  # of what a run brought nothing of, every record is older
_MOST = 200  # a name that half the country bears must not make a million pairs
_OF_PERSONS = ("r.comparing_key", "r.unit_id", "r.kind", "r.birth_year", "r.gender")
_OF_PAPERS = ("NULL", "NULL", "substr(r.date, 1, 4)", "NULL")
# The name as it is compared, the unit, and what may speak against two being one.
_COLUMNS = {
    "X": _OF_PERSONS,
    "H": _OF_PERSONS,
    "M": ("r.comparing_key", "r.unit_id", "NULL", "NULL", "NULL"),
    "D": ("r.number_key", *_OF_PAPERS),
    "E": ("r.comparing_key", *_OF_PAPERS),
}
_KEYS = {**KEYS, "E": "name_key"}


class _Bearer(NamedTuple):
    """A record with what speaks against its being another one; of papers the year."""

    id: str
    subject: str
    key: str
    name: str
    unit: int | None
    kind: str | None
    birth_year: str | int | None
    gender: str | None


def alike_of(connection: sqlite3.Connection, record: str) -> list[str]:
    """The records, one of each subject, that may be this one although the names differ."""
    table, key = TABLES[record[0]], _KEYS[record[0]]
    found = connection.execute(f"SELECT {key} FROM {table} WHERE id = ?", (record[1:],)).fetchone()
    nouns = next(nouns for nouns in _TOGETHER if record[0] in nouns)
    keys = _spellings(found[0]) if found else ()
    bearers = [one for noun in nouns for one in _bearers(connection, noun, keys)]
    compare = _Comparison(connection)
    near = {
        other.subject: other.id
        for me in bearers
        if me.id == record
        for other in reversed(bearers)
        if compare.may_be(me, other)
    }
    return sorted(near.values())


def alike_pairs(connection: sqlite3.Connection, letters: Collection[str]) -> Iterator[Pair]:
    """All such pairs of some nouns, one for two subjects, but for those said to be two."""
    compare = _Comparison(connection)
    for together in _TOGETHER:
        by_name: defaultdict[str, dict[str, _Bearer]] = defaultdict(dict)
        for noun in together if set(together) & set(letters) else "":
            for one in _bearers(connection, noun):
                by_name[_spelt(one.key)].setdefault(f"{one.subject} {one.name} {one.unit}", one)
        for bearers in by_name.values():
            yield from _pairs(compare, [*bearers.values()][:_MOST])


def alike_since(connection: sqlite3.Connection, firsts: Mapping[str, int]) -> Iterator[Pair]:
    """New records, from these numbers on by noun, each with one of another name that it may be.

    Two exemplars or two models are held against one another letter by letter elsewhere.
    """
    compare = _Comparison(connection)
    for together in ("XH", "E"):
        new = {noun: firsts[noun] for noun in together if noun in firsts}
        for keys in _written_otherwise(connection, together, new):
            bearers = [
                one for noun in together for one in _bearers(connection, noun, sorted(keys))
            ][:_MOST]
            for one, other in permutations(bearers, 2):
                if _is_told(one, other, new) and compare.may_be(one, other):
                    yield one.id, other.id


def _is_told(one: _Bearer, other: _Bearer, new: Mapping[str, int]) -> bool:
    """Whether the list tells of `one`: it is new, and of two new ones the later, honours last."""

    def place(record: str) -> tuple[bool, int]:
        return record[0] != "X", int(record[1:])

    both_exemplars = one.id[0] == other.id[0] == "X"
    is_new, other_is = (int(x.id[1:]) >= new.get(x.id[0], _NEVER) for x in (one, other))
    return is_new and not both_exemplars and (not other_is or place(one.id) > place(other.id))


def _written_otherwise(
    connection: sqlite3.Connection, together: str, new: Mapping[str, int]
) -> Iterator[set[str]]:
    """The keys of the new names that records bear in more than one way of writing."""
    ways: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for noun, first in new.items():
        # Not DISTINCT: SQLite would walk the index of all names to have them in order.
        sql = f"SELECT {_KEYS[noun]}, comparing_key FROM {TABLES[noun]} WHERE id >= ?"
        for key, name in connection.execute(sql, (first,)):
            ways[_spelt_alike(key)].add((key, name))
    wanted = json.dumps([way for key in ways for way in _spellings(key)])
    for noun in together if ways else "":
        first, older = new.get(noun, _NEVER), f"FROM {TABLES[noun]} WHERE id < ?"
        if connection.execute(f"SELECT 1 {older} LIMIT 1", (first,)).fetchone() is None:
            continue
        sql = (
            f"SELECT DISTINCT {_KEYS[noun]}, comparing_key {older}"
            f" AND {_KEYS[noun]} IN (SELECT value FROM json_each(?)) AND cancelled_on IS NULL"
        )
        for key, name in connection.execute(sql, (first, wanted)):
            ways[_spelt_alike(key)].add((key, name))
    for found in ways.values():
        if len({name for _key, name in found}) > 1:
            yield {key for key, _name in found}


def _pairs(compare: "_Comparison", bearers: Sequence[_Bearer]) -> Iterator[Pair]:
    seen: set[frozenset[str]] = set()
    for one, other in combinations(bearers, 2):
        pair = frozenset((one.subject, other.subject))
        if pair not in seen and compare.may_be(one, other):
            seen.add(pair)
            yield one.id, other.id


class _Comparison:
    """Holds two records against one another; units and verdicts are looked up once."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._lines = Lines(connection)
        self._connection = connection
        self._above: dict[int, int | None] = {}

    def may_be(self, one: _Bearer, other: _Bearer) -> bool:
        """Whether two records that the law keeps apart may be one all the same."""
        if one.subject == other.subject or not self._near(one.unit, other.unit):
            return False
        pairs = zip(one[5:], other[5:], strict=True)
        if any(a != b for a, b in pairs if None not in (a, b) and UNKNOWN_KIND not in (a, b)):
            return False
        # What agrees in its name and its unit is the law's own matter.
        return one.name != other.name or (one.unit != other.unit and not self._on_one(one, other))

    def _on_one(self, one: _Bearer, other: _Bearer) -> bool:
        return None in (one.unit, other.unit) or self._lines.on_one(one.unit or 0, other.unit or 0)

    def _near(self, one: int | None, other: int | None) -> bool:
        if one is None or other is None:
            return one is other
        return (
            one == other
            or self._lines.on_one(one, other)
            or self._is_above(one, other)
            or self._is_above(other, one)
        )

    def _is_above(self, high: int, low: int) -> bool:
        passed: set[int] = set()  # damaged, a register may have a circle
        above = self._parent(low)
        while above is not None and above != high and above not in passed:
            passed.add(above)
            above = self._parent(above)
        return above == high

    def _parent(self, unit: int) -> int | None:
        if unit not in self._above:
            sql = "SELECT parent_id FROM unit WHERE id = ?"
            self._above[unit] = (self._connection.execute(sql, (unit,)).fetchone() or (None,))[0]
        return self._above[unit]


def _bearers(
    connection: sqlite3.Connection, noun: str, keys: Collection[str] | None = None
) -> list[_Bearer]:
    """The records of a noun: all, or those whose folded name is one of these."""
    marks = "" if keys is None else f" AND r.{_KEYS[noun]} IN ({', '.join('?' * len(keys))})"
    sql = (
        f"SELECT '{noun}' || r.id, ifnull(w.subject, '{noun}' || r.id), r.{_KEYS[noun]},"
        f" {', '.join(_COLUMNS[noun])} FROM {TABLES[noun]} AS r LEFT JOIN subject_record AS w"
        f" ON w.noun = '{noun}' AND w.record_id = r.id WHERE r.cancelled_on IS NULL{marks}"
    )
    return [_Bearer(*row) for row in connection.execute(sql, tuple(keys or ()))]


@lru_cache(maxsize=4096)
def _ways(word: str) -> tuple[str, ...]:
    """How one word of a folded name is written, with y first."""
    return tuple(dict.fromkeys(_EITHER.sub(rf"\g<1>{letter}", word) for letter in "yi"))


def _spelt(key: str) -> str:
    return _spelt_alike(fold(key))


def _spelt_alike(folded: str) -> str:
    return " ".join([_ways(word)[-1] for word in folded.split()])


def _spellings(key: str) -> list[str]:
    """Every way of writing a folded name."""
    ways = [*map(_ways, key.split())]
    if not 0 < sum(map(len, ways)) - len(ways) <= _MOST_EITHER:
        return [key]
    return [*map(" ".join, product(*ways))]

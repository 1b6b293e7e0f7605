"""Which record of the register a row of a list is: identity, never likeness (DESIGN section 3).

The records that the rows of one list may be are loaded at once; a list of 100,000 rows asks the
register a handful of questions.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from operator import itemgetter
from typing import Any, NamedTuple

from emulation_cli.domain.offices.bodies import body_key
from emulation_cli.domain.text import comparing_key
from emulation_cli.register.recording.namesakes import lived_apart
from emulation_cli.register.store import Register

Row = Mapping[str, Any]
Key = tuple[Any, ...]


@dataclass(frozen=True)
class SeveralNamesakes(Exception):
    """A row that could be any of several records; their numbers."""

    numbers: tuple[int, ...]


_UNKNOWN = (None, "unclassified")
_UNKNOWN_KINDS = set(_UNKNOWN)
# What makes two rows of one name and unit two records, a missing value counting as a value.
_WHO = ("kind", "birth_year", "gender")
_GIVEN = ("position", "act", "form", "title", "class", "decision_id", "event_id", "date",
          "achievement_year")  # fmt: skip


def _exemplars(found: list[Row], row: Row) -> list[Row]:
    return _equal(found, row, _WHO)


def _models(found: list[Row], row: Row) -> list[Row]:
    """Its kind tells nobody who a model is: one that is not known is filled."""
    equal = _equal(found, row, ("kind",))
    return equal or [one for one in found if _UNKNOWN_KINDS & {one.get("kind"), row.get("kind")}]


def _honours(found: list[Row], row: Row) -> list[Row]:
    return _equal(found, row, (*_WHO, *_GIVEN))


def open_proposal(found: list[Row], row: Row) -> Row | None:
    """The one proposal of which a row of results tells; None where there are several."""
    fitting = open_proposals(found, row)
    return fitting[0] if len(fitting) == 1 else None


def open_proposals(found: list[Row], row: Row) -> list[Row]:
    """The proposals of which a row of results may tell; it need not say all of them again.

    `row` says whether it is still open, or awarded. The review comes on the day of the proposal or
    later.
    """
    names = [name for name in (*_WHO, *_GIVEN) if name not in ("date", "decision_id", "event_id")]
    return [
        one
        for one in found
        if one.get("status") == row["status"]
        and one.get("cancelled_on") is None
        and (may_be(one.get("date"), row.get("date")) or one["date"] <= row["date"])
        and (row["status"] == "awarded" or one.get("decision_id") is None)
        and all(_compatible(one.get(name), row.get(name)) for name in names)
    ]


def _compatible(one: Any, other: Any) -> bool:
    return one in _UNKNOWN or other in _UNKNOWN or _same(one, other)


def _equal(found: list[Row], row: Row, names: Sequence[str]) -> list[Row]:
    """The records that say the same; a row that differs is a record of its own."""
    return [one for one in found if all(_same(one.get(name), row.get(name)) for name in names)]


def _same(one: Any, other: Any) -> bool:
    if one in _UNKNOWN or other in _UNKNOWN:
        return one in _UNKNOWN and other in _UNKNOWN
    texts = isinstance(one, str) and isinstance(other, str)
    return bool(one == other) or (texts and comparing_key(one) == comparing_key(other))


def _events(found: list[Row], row: Row) -> list[Row]:
    return _equal(found, row, ("date", "organiser", "place"))


PAPER = ("date", "body")


def _decisions(found: list[Row], row: Row) -> list[Row]:
    """What is stated less exactly is a record of its own: who is one is worked out (identity/)."""
    return _equal(found, row, PAPER)


def compatible(one: Row, other: Row) -> bool:
    """Whether two decisions of one number may be one: nothing known of both differs."""
    return all(may_be(one.get(name), other.get(name)) for name in PAPER)


def may_be(one: Any, other: Any) -> bool:
    """A value that begins with the other one is only more exact: 2023-10-04 and 2023."""
    a, b = body_key(str(one or "")), body_key(str(other or ""))
    return a.startswith(b) or b.startswith(a)


# Of these a value that begins with another one only says it more exactly.
_MORE_OR_LESS = {"date", "body"}


def is_within(name: str, exact: Any, vague: Any) -> bool:
    """Whether a date lies within a vaguer one, or a body is one that was named in fewer words."""
    return (
        name in _MORE_OR_LESS and bool(exact) and may_be(exact, vague) and len(exact) > len(vague)
    )


def _only(found: list[Row]) -> list[Row]:
    """The records found, unless a row could be several of the living ones: none is guessed."""
    living = [one for one in found if one.get("cancelled_on") is None]
    if len(living) > 1:
        raise SeveralNamesakes(tuple(one["id"] for one in living))
    return found


def _units(found: list[Row], row: Row) -> list[Row]:
    """Code, else name, type and parent; a parent that one side does not state is no difference."""
    if same_code := [one for one in found if row.get("code") and _folded(one) == _folded(row)]:
        return same_code
    compatible = [
        one
        for one in found
        if one["type"] == row["type"]
        and _may_be_equal(one.get("parent_id"), row.get("parent_id"))
        and comparing_key(one["name"]) == comparing_key(row["name"])
        and not (one.get("code") and row.get("code"))
        and not lived_apart(one, row)
    ]
    exact = [one for one in compatible if one.get("parent_id") == row.get("parent_id")]
    return _only(exact or compatible)


def _may_be_equal(one: Any, other: Any) -> bool:
    return one is None or other is None or one == other


def _presenters(found: list[Row], row: Row) -> list[Row]:
    """One person may hand over to several groups."""
    return _equal(found, row, ("recipients",))


def _publications(found: list[Row], row: Row) -> list[Row]:
    return _equal(found, row, ("date", "place"))


def _targets(found: list[Row], _row: Row) -> list[Row]:
    return found  # by its keys it is the only one


class _Rule(NamedTuple):
    """The columns that rows of a table meet by, and what tells apart those that meet."""

    keys: tuple[tuple[str, ...], ...]
    same: Callable[[list[Row], Row], list[Row]]


# The folded name follows from the name compared: it is what the index is over.
_BY_NAME = (("comparing_key", "unit_id", "name_key"),)
_RULES = {
    "exemplar": _Rule(_BY_NAME, _exemplars),
    "model": _Rule(_BY_NAME, _models),
    "honour": _Rule(_BY_NAME, _honours),
    "event": _Rule((("comparing_key",),), _events),
    "movement": _Rule((("comparing_key",),), _models),
    "decision": _Rule((("number_key",),), _decisions),
    "presenter": _Rule((("comparing_key", "event_id"),), _presenters),
    "publication": _Rule((("title", "exemplar_id"),), _publications),
    "target": _Rule((("unit_id", "year", "measure"),), _targets),
    "unit": _Rule((("code",), ("name_key",)), _units),
}


class Known:
    """The records of one table that some rows may be, kept up with what a run adds."""

    def __init__(
        self, register: Register, table: str, rows: Iterable[Row], *, assign: bool = False
    ) -> None:
        """With `assign` a row that names a successor of a split unit finds the record that waits
        there to be assigned.
        """
        self._rule = _RULES[table]
        self._split = _split_units(register) if assign and self._rule.keys == _BY_NAME else {}
        rows = [*rows]
        if self._split:
            rows += [older for row in rows for older in self._before_split(row)]
        self._by_key: dict[tuple[str, ...], defaultdict[Key, list[Row]]] = {}
        for columns in self._rule.keys:
            filed = self._by_key[columns] = defaultdict(list)
            # No record is met by a name or a code that it does not have.
            keys = {key for row in rows if (key := _key(row, columns))[0] is not None}
            for found in _loaded(register, table, columns, keys):
                filed[_key(found, columns)].append(found)

    def add(self, row: Row) -> None:
        """File a record that the run has added; it holds its `id`."""
        for columns, filed in self._by_key.items():
            filed[_key(row, columns)].append(row)

    def find(self, row: Row) -> Row | None:
        """The record that a row is, or None; raises SeveralNamesakes.

        A record that was cancelled is found only where no other is.
        """
        found = self._rule.same(self.alike(row), row)
        if not found and self._split:
            for older in self._before_split(row):
                found += self._rule.same(self.alike(older), row)
        if not found:
            return None
        living = [one for one in found if one.get("cancelled_on") is None]
        return (living or found)[0]

    def _before_split(self, row: Row) -> list[Row]:
        return [{**row, "unit_id": old} for old in self._split.get(row.get("unit_id"), ())]

    def alike(self, row: Row) -> list[Row]:
        """The records that meet a row by a key."""
        met: list[Row] = []
        for columns, filed in self._by_key.items():
            if row.get(columns[0]) is not None:
                met += filed.get(_key(row, columns), ())
        return met


# A code is one in capitals or not, here as in its index.
_CODE = ("code",)
_COLLATED = {"code": " COLLATE NOCASE"}


def _key(row: Row, columns: tuple[str, ...]) -> Key:
    if columns == _CODE:
        return (_folded(row),)
    try:
        return _picking(columns)(row)
    except KeyError:
        return tuple([row.get(column) for column in columns])


@cache
def _picking(columns: tuple[str, ...]) -> Callable[[Row], Key]:
    """What takes some columns out of a row that has them."""
    if len(columns) == 1:
        (name,) = columns
        return lambda row: (row[name],)
    return itemgetter(*columns)


def _folded(row: Row) -> str | None:
    code: str | None = row.get("code")
    return code and code.casefold()


def _split_units(register: Register) -> dict[int | None, list[int]]:
    """By each successor the units that were split, so that their records have to be assigned."""
    rows = register.connection.execute(
        "SELECT new_unit_id, old_unit_id FROM unit_succession WHERE old_unit_id IN"
        " (SELECT old_unit_id FROM unit_succession GROUP BY old_unit_id HAVING count(*) > 1)"
    )
    found: defaultdict[int | None, list[int]] = defaultdict(list)
    for new, old in rows:
        found[new].append(old)
    return found


def _loaded(
    register: Register, table: str, columns: tuple[str, ...], keys: set[Key]
) -> list[dict[str, Any]]:
    """The records of a table that have one of these keys, by one join."""
    register.connection.execute("CREATE TEMP TABLE IF NOT EXISTS wanted (a, b, c)")
    register.connection.execute("DELETE FROM temp.wanted")
    places = dict(zip(columns, "abc", strict=False))
    marks = ", ".join("?" * len(places))
    register.connection.executemany(
        f"INSERT INTO temp.wanted ({', '.join(places.values())}) VALUES ({marks})", keys
    )
    same = " AND ".join(
        f"{table}.{column} IS wanted.{place}{_COLLATED.get(column, '')}"
        for column, place in places.items()
    )
    return register.rows(f"SELECT {table}.* FROM temp.wanted CROSS JOIN {table} ON {same}")

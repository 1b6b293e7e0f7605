"""What a clerk says of two records: that they are one, or two. Nothing is rewritten by it."""

import sqlite3
from typing import NamedTuple

from emulation_cli.domain.catalogue.nouns import WITH_KIND
from emulation_cli.domain.errors import Refused
from emulation_cli.register.identity.stated import Pair, say, standing, stated, unsay, uuid_of
from emulation_cli.register.recording.editing import existing
from emulation_cli.register.store import Register

# Records of these nouns may be one with one another: an honour is given to who is an exemplar.
_TOGETHER = (set(WITH_KIND), {"decisions"}, {"events"})
# Of these a verdict only says that they are two: records name each by itself, and to make them
# one those move over (recording/spare_records.py).
_APART = ({"units"}, {"movements"})
_OTHER = {"same": "distinct", "distinct": "same"}


class JudgedPair(NamedTuple):
    """Two records by their ids and names, and whether what was said of them is new."""

    one: str
    other: str
    names: Pair
    new: bool


def pronounce(
    register: Register, one: str, other: str, verdict: str, *, instead: bool = False
) -> JudgedPair:
    """Say that two records are the `same`, or `distinct`.

    Raises Refused where a clerk said the contrary of them, or of what they were joined with,
    unless this comes `instead`.
    """
    with register.change() as change:
        found = _two(register, one, other)
        before = standing(register.connection, found.uuids)
        change.keep = before != verdict
        if before == verdict:
            return JudgedPair(*found.ids, found.names, new=False)
        against = _against(register, found.ids, verdict)
        through_others = verdict == "distinct" and against and before is None
        if against and (through_others or not instead):
            said = {"one": against[0][0], "other": against[0][1]}
            chain = "_through_others" if through_others else ""
            raise Refused(f"identity.said_{_OTHER[verdict]}{chain}", **said)
        for pair in against:
            unsay(register.connection, _uuids(register, pair))
        say(register.connection, found.uuids, verdict)
    return JudgedPair(*found.ids, found.names, new=True)


def withdraw(register: Register, one: str, other: str) -> JudgedPair:
    """Take back what was said of two records; raises Refused where nothing was."""
    with register.change():
        found = _two(register, one, other)
        if not unsay(register.connection, found.uuids):
            raise Refused("identity.nothing_said", one=found.ids[0], other=found.ids[1])
    return JudgedPair(*found.ids, found.names, new=True)


class _Two(NamedTuple):
    ids: Pair
    uuids: Pair
    names: Pair


def _two(register: Register, one: str, other: str) -> _Two:
    noun, row = existing(register, one)
    noun_of_other, row_of_other = existing(register, other)
    ids = f"{noun.letter}{row['id']}", f"{noun_of_other.letter}{row_of_other['id']}"
    both = {noun.plural, noun_of_other.plural}
    fit = any(both <= nouns for nouns in (*_TOGETHER, *_APART))
    if not fit or ids[0] == ids[1]:
        raise Refused("identity.cannot_join", one=one, other=other)
    for text, found in zip(ids, (row, row_of_other), strict=True):
        if found["cancelled_on"]:
            raise Refused("domain.already_cancelled", id=text, reason=found["cancelled_reason"])
    uuids = _uuids(register, ids)
    names = str(row[noun.title]), str(row_of_other[noun_of_other.title])
    return _Two(ids, uuids, names)


def _uuids(register: Register, ids: Pair) -> Pair:
    one, other = (uuid_of(register.connection, record) for record in ids)
    return one, other


def _against(register: Register, ids: Pair, verdict: str) -> list[Pair]:
    """The pairs of which the contrary was said, directly or between what these were joined with.

    Of two that were joined through others, the first link of the way between them.
    """
    said = stated(register.connection)
    if verdict == "distinct":
        whole = joined_with(said.same, ids[0])
        links = [pair for pair in said.same if ids[0] in pair]
        direct = [pair for pair in links if ids[1] in pair]
        return (direct or links[:1]) if ids[1] in whole else []
    one, other = (joined_with(said.same, record) for record in ids)
    return [
        pair
        for pair in said.distinct
        if (pair[0] in one and pair[1] in other) or (pair[1] in one and pair[0] in other)
    ]


def contradictions(connection: sqlite3.Connection) -> list[Pair]:
    """The records said to be two that joins make one, on two desks: no verdict holds there."""
    said = stated(connection)
    return [pair for pair in said.distinct if pair[1] in joined_with(said.same, pair[0])]


def joined_with(same: tuple[Pair, ...], record: str) -> set[str]:
    """A record and all that it was joined with, directly or through others."""
    found, waiting = {record}, [record]
    while waiting:
        here = waiting.pop()
        new = {b if a == here else a for a, b in same if here in (a, b)} - found
        found |= new
        waiting += new
    return found

"""What recording never lets in, asked of rows that came another way: a merge, other programs."""

import sqlite3
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from emulation_cli.domain.catalogue.nouns import NOUNS
from emulation_cli.register.log import log_triggers

LONGEST_TEXT = 100_000  # letters; three times what a cell of Excel can hold
DEEPEST = 50  # units one above the other
_LETTERS = {noun.table: noun.letter for noun in NOUNS}
_NAMES = ("name", "recipient", "number")
_IDENTITY = "uuid"
_LONGEST_IDENTITY = 100
_LARGEST_NUMBER = 1 << 53  # what every program that reads a list can tell from the next


class Broken(NamedTuple):
    """A rule and the records that break it, the first ones."""

    rule: str
    records: tuple[str, ...]


def broken_rules(connection: sqlite3.Connection) -> Iterator[Broken]:
    """The rules of recording that rows of a register break."""
    odd: dict[str, list[str]] = {}
    for name, table in log_triggers.tables(connection).items():
        if "id" in table.types:
            for rule, condition in _conditions(table).items():
                sql = f"SELECT id FROM {name} WHERE {condition} LIMIT 20"
                found = [_called(name, number) for (number,) in connection.execute(sql)]
                odd.setdefault(rule, []).extend(found)
    odd["unit_circle"], odd["unit_chain"] = _chains(connection)
    for rule, records in odd.items():
        if records:
            yield Broken(rule, tuple(records))


def _conditions(table: log_triggers.Table) -> Mapping[str, str]:
    """SQL for each rule: of texts no end sign and no boundless length, of names no blank."""
    texts = [name for name, kind in table.types.items() if kind == "TEXT"]
    names = [name for name in texts if name in _NAMES]
    conditions = {
        "odd_text": [f"instr({name}, char(0))" for name in texts],
        "long_text": [f"length({name}) > {LONGEST_TEXT}" for name in texts],
        "odd_name": [f"trim({name}, char(9, 10, 13, 32, 160)) = ''" for name in names]
        + [f"{name} GLOB '*[' || char(1) || '-' || char(31) || ']*'" for name in names],
        "odd_number": [f"id NOT BETWEEN 1 AND {_LARGEST_NUMBER}"],
    }
    if _IDENTITY in table.types:
        conditions["odd_identity"] = [
            f"length({_IDENTITY}) NOT BETWEEN 2 AND {_LONGEST_IDENTITY}",
            f"{_IDENTITY} GLOB '*[^0-9A-Za-z_-]*'",
        ]
    return {rule: " OR ".join(parts) for rule, parts in conditions.items() if parts}


def _called(table: str, number: int) -> str:
    return f"{_LETTERS[table]}{number}" if table in _LETTERS else f"{table}/{number}"


def _chains(connection: sqlite3.Connection) -> tuple[list[str], list[str]]:
    """Units above themselves, and those with too many above them; each is looked at once."""
    above = dict(connection.execute("SELECT id, parent_id FROM unit").fetchall())
    depths: dict[int, int] = {}
    circle: list[str] = []
    for unit in above:
        path: dict[int, None] = {}
        at: int | None = unit
        while at is not None and at not in depths and at not in path:
            path[at] = None
            at = above.get(at)
        if at in path:
            circle += [f"U{one}" for one in list(path)[list(path).index(at) :]]
        depth = depths.get(at, 0) if at is not None else 0
        for one in reversed(path):
            depths[one] = depth = depth + 1
    return circle, [f"U{unit}" for unit, depth in depths.items() if depth > DEEPEST]

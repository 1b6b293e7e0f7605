"""What recording never lets in, asked of rows that came another way: a merge, other programs."""

import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from emulation_cli.domain.catalogue.field_types import LARGEST_AMOUNT
from emulation_cli.domain.catalogue.nouns import NOUNS
from emulation_cli.domain.text import clean, safe
from emulation_cli.register.log import log_triggers

LONGEST_TEXT = 100_000  # letters; three times what a cell of Excel can hold
DEEPEST = 50  # units one above the other, or one after the other
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
    connection.create_function("is_odd", 1, _is_odd, deterministic=True)
    odd: dict[str, list[str]] = {}
    for name, table in log_triggers.tables(connection).items():
        if "id" in table.types:
            for rule, condition in _conditions(table).items():
                sql = f"SELECT id FROM {name} WHERE {condition} LIMIT 20"
                found = [called(name, number) for (number,) in connection.execute(sql)]
                odd.setdefault(rule, []).extend(found)
    odd["unit_circle"], odd["unit_chain"] = _chains(connection)
    odd["succession_chain"] = _long_successions(connection)
    for rule, records in odd.items():
        if records:
            yield Broken(rule, tuple(records))


def _conditions(table: log_triggers.LoggedTable) -> Mapping[str, str]:
    """SQL for each rule: of texts no end sign and no boundless length, of names no blank."""
    texts = [name for name, kind in table.types.items() if kind == "TEXT"]
    names = [name for name in texts if name in _NAMES]
    numbers = [name for name, kind in table.types.items() if kind == "INTEGER" and name != "id"]
    conditions = {
        "odd_text": [f"instr({name}, char(0))" for name in texts],
        "long_text": [f"length({name}) > {LONGEST_TEXT}" for name in texts],
        "odd_name": [f"is_odd({name})" for name in names],
        "odd_number": [f"id NOT BETWEEN 1 AND {_LARGEST_NUMBER}"]
        + [f"{name} NOT BETWEEN -{LARGEST_AMOUNT} AND {LARGEST_AMOUNT}" for name in numbers],
    }
    if _IDENTITY in table.types:
        conditions["odd_identity"] = [
            f"length({_IDENTITY}) NOT BETWEEN 2 AND {_LONGEST_IDENTITY}",
            f"{_IDENTITY} GLOB '*[^0-9A-Za-z_-]*'",
        ]
    return {rule: " OR ".join(parts) for rule, parts in conditions.items() if parts}


def _is_odd(name: str | None) -> bool:
    """Whether a name has signs that do something on a screen, or none that can be seen."""
    return name is not None and (safe(name) != name or not clean(name))


def no_texts(connection: sqlite3.Connection) -> tuple[str, ...]:
    """The rows with a text that is none: SQLite keeps any bytes, and what reads them fails."""
    wrong: list[str] = []
    for table in sorted(log_triggers.own_tables()):
        about = connection.execute(f"PRAGMA table_info({table})").fetchall()
        texts = ", ".join(name for _, name, kind, *_ in about if kind in ("TEXT", "ANY"))
        try:
            for _row in connection.execute(f"SELECT {texts} FROM {table}") if texts else ():
                pass
        except sqlite3.OperationalError as error:
            if hasattr(error, "sqlite_errorcode"):  # it is Python that cannot read such a text
                raise
            numbered = any(name == "id" for _, name, *_ in about)
            wrong += _rows_of_no_text(connection, table, texts) if numbered else [table]
    return tuple(wrong)


def _rows_of_no_text(connection: sqlite3.Connection, table: str, texts: str) -> Iterator[str]:
    connection.text_factory = bytes
    try:
        rows = connection.execute(f"SELECT id, {texts} FROM {table}").fetchall()
    finally:
        connection.text_factory = str
    for number, *values in rows:
        try:
            b"".join(value for value in values if isinstance(value, bytes)).decode()
        except UnicodeDecodeError:
            yield called(table, number)


def called(table: str, number: int) -> str:
    """A row as it is named: by the letter of its noun, else by its table."""
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


def _long_successions(connection: sqlite3.Connection) -> list[str]:
    """Units behind more others than any office has, or in a circle of one day.

    A unit that comes back on a later day is none.
    """
    steps = connection.execute("SELECT date, old_unit_id, new_unit_id FROM unit_succession")
    days: dict[str, dict[int, list[int]]] = {}
    for day, old, new in steps:
        days.setdefault(day, {}).setdefault(old, []).append(new)
    depths: dict[int, int] = {}
    circle: set[int] = set()
    for _day, after in sorted(days.items()):
        circle |= _go_on(after, depths)
    far = {unit for unit, depth in depths.items() if depth > DEEPEST}
    return [f"U{unit}" for unit in sorted(far | circle)]


def _go_on(after: Mapping[int, Sequence[int]], depths: dict[int, int]) -> set[int]:
    """Take the steps of a day, each unit after those before it; gives those in a circle."""
    before = Counter(new for several in after.values() for new in several)
    ready = [unit for unit in after if unit not in before]
    while ready:
        unit = ready.pop()
        for new in after.get(unit, ()):
            depths[new] = max(depths.get(new, 0), depths.get(unit, 0) + 1)
            before[new] -= 1
            if not before[new]:
                ready.append(new)
    return {unit for unit, formers in before.items() if formers}

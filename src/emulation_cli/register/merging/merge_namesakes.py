"""Who comes with a merge under a name that was purged: perhaps the same person once more.

By identity a purge holds in every merge; but the same person may have been recorded elsewhere
under an identity of its own. Only the clerk knows whether it is another one of that name.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from emulation_cli.domain.catalogue.nouns import NOUNS
from emulation_cli.register.log.ranges import Range
from emulation_cli.register.merging.merge_fields import NewValue
from emulation_cli.register.merging.merge_rows import RowMerger
from emulation_cli.register.purging.tombstones import NAMES, Tombstone, is_of
from emulation_cli.register.store import Register

_LETTERS = {noun.table: noun.letter for noun in NOUNS}
_TABLES = {letter: table for table, letter in _LETTERS.items()}


class Namesake(NamedTuple):
    """A record that bears a purged name: of the register that comes, or `here`, of this one."""

    source: str
    id: str
    here: bool


def brought(
    rows: RowMerger,
    arrived: Iterable[Range],
    changed: Iterable[NewValue],
    is_purged: Callable[[str], bool],
) -> Iterator[Namesake]:
    """The records of a source that would bring a name back, by their ids there."""
    found: dict[str, None] = {}
    for span in arrived:
        offset = rows.source.offsets.get(span.table, 0)
        for number, name in _names(rows.register, span.table, span.first, span.last):
            if is_purged(name):
                found[f"{_LETTERS[span.table]}{number - offset}"] = None
    for value in changed:
        table = _TABLES.get(value.id[0], "")
        if value.column in NAMES.get(table, ()) and is_purged(str(value.new or "")):
            there = {mine: theirs for theirs, mine in rows.met[table].items()}
            found[f"{value.id[0]}{there[int(value.id[1:])]}"] = None
    yield from (Namesake(rows.source.name, record, here=False) for record in found)


def kept(register: Register, source: str, stones: Iterable[Tombstone]) -> Iterator[Namesake]:
    """The records here that bear a name which was purged there."""
    stones = list(stones)
    for table in NAMES if stones else ():
        for number, name in _names(register, table, 1, None):
            if any(is_of(stone, name) for stone in stones):
                yield Namesake(source, f"{_LETTERS[table]}{number}", here=True)


def _names(
    register: Register, table: str, first: int, last: int | None
) -> Iterator[tuple[int, str]]:
    for column in NAMES.get(table, ()):
        sql = (
            f"SELECT id, {column} FROM {table} WHERE id BETWEEN ? AND coalesce(?, id)"
            f" AND {column} <> ''"
        )
        yield from register.connection.execute(sql, (first, last)).fetchall()

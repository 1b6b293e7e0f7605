"""The rows of `subject_record` and `suspect`: only what differs from before is written."""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from itertools import pairwise
from typing import Any

from emulation_cli.domain.identity import Group, Resolved
from emulation_cli.register.identity.mentions import TABLES, UNKNOWN_KIND, Belonging, Mention

# Of more subjects that hang together no figure asks how few they may be.
MOST_PAIRED = 64


def sorting(record: str) -> tuple[int, int]:
    """Exemplars before models before honours, each by number: the first one names the subject."""
    return "XMHDEU".index(record[0]), int(record[1:])


class Keeper:
    """Collects what changes of a computation and writes it at once."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._rows: list[tuple[Any, ...]] = []
        self._gone: list[tuple[str, int]] = []
        self._subjects: set[str] = set()  # whose suspects are worked out anew
        self._suspects: list[tuple[str, str, str]] = []
        self._unit_name = cache(self._name_of)

    def alone(self, one: Mention) -> set[str]:
        """A record that is nobody else's; it itself, where that is new."""
        self._subjects.add(one.id)
        if one.belonging is None:
            return set()
        self._gone.append((one.noun, one.number))
        self._subjects.add(one.belonging.subject)
        return {one.id}

    def keep(self, block: Collection[Mention], found: Resolved) -> set[str]:
        """The subjects of a block; the records that belong to another one than before."""
        by_id = {one.id: one for one in block}
        called = {group: self._name(group, by_id) for group in found.groups}
        moved = set()
        for group in found.groups:
            members = [by_id[one] for one in group]
            moved |= self._keep_group(called[group], members)
        self._subjects |= set(called.values())
        self._suspects += _pairs(found, called, by_id)
        return moved

    def _name(self, group: Group, by_id: dict[str, Mention]) -> str:
        """The first record names a subject; of papers the most exact one, which stands for all."""
        papers = next(iter(group))[0] in "DE"
        return min(group, key=lambda one: self._order(by_id[one]) if papers else sorting(one))

    def _keep_group(self, subject: str, members: list[Mention]) -> set[str]:
        if len(members) == 1:
            return self.alone(members[0])
        moved = set()
        for one, belonging in self._belongings(subject, members):
            if one.belonging != belonging:
                self._rows.append((one.noun, one.number, *belonging))
                moved |= {one.id} if one.belonging is None or one.belonging[0] != subject else set()
                self._subjects |= {one.id} | ({one.belonging.subject} if one.belonging else set())
        return moved

    def _belongings(
        self, subject: str, members: list[Mention]
    ) -> Iterator[tuple[Mention, Belonging]]:
        """The kind of each is that of all: two known ones leave it open. Models are called by
        their leader's kind, so they are by themselves.
        """
        papers = members[0].noun in "DE"
        models = [one for one in members if one.noun == "M"]
        others = [one for one in members if one.noun != "M"]
        turns: defaultdict[str, int] = defaultdict(int)
        several = Counter(one.noun for one in members)
        repeated = _repeated([one for one in members if one.noun == "H"])
        for together in (models, others):
            kinds = {one.kind for one in together} - {None}
            kind = kinds.pop() if len(kinds) == 1 else UNKNOWN_KIND
            born, gender = (None, None) if papers else (_known(together, 1), _known(together, 2))
            for one in sorted(together, key=self._order):
                told = None if papers else kind
                turn = turns[one.noun] if several[one.noun] > 1 else None
                if one.noun == "H":
                    turn = 1 if one.number in repeated else None
                yield one, Belonging(subject, told, born, gender, turn)
                turns[one.noun] += 1

    def _order(self, one: Mention) -> tuple[object, ...]:
        """Of equal days counts the text that sorts first; of papers the most exact one.

        What is known goes before what is not; the number decides where all texts are equal.
        """
        if one.noun in "DE":
            day, *texts = one.row
            said = tuple((not text, text or "") for text in (day, *texts))
            return (-len(day or ""), *said, one.number)
        return (self._unit_name(one.unit), str(one.row[3] or ""), one.number)

    def _name_of(self, unit: int) -> str:
        found = self._connection.execute("SELECT name FROM unit WHERE id = ?", (unit,)).fetchone()
        return str(found[0]) if found else "~"

    def write(self) -> None:
        """Write what changed."""
        execute = self._connection.executemany
        execute("DELETE FROM subject_record WHERE noun = ? AND record_id = ?", self._gone)
        execute("INSERT OR REPLACE INTO subject_record VALUES (?, ?, ?, ?, ?, ?, ?)", self._rows)
        if _any_suspect(self._connection):
            execute("DELETE FROM suspect WHERE one = ?", ((one,) for one in self._subjects))
            execute("DELETE FROM suspect WHERE other = ?", ((one,) for one in self._subjects))
        execute("INSERT OR IGNORE INTO suspect VALUES (?, ?, ?)", self._suspects)


def _repeated(honours: Iterable[Mention]) -> set[int]:
    """Honours that say what others say, by another record of the same decision or conference.

    A log and an annex tell of one honour; what is typed twice under one record is told to her.
    """
    told: defaultdict[tuple[Any, ...], defaultdict[tuple[Any, ...], list[int]]]
    told = defaultdict(lambda: defaultdict(list))
    for one in honours:
        if one.row[4] is not None:
            told[one.given][one.paper].append(one.number)
    found: set[int] = set()
    for by_paper in told.values():
        most = max(by_paper.values(), key=lambda numbers: (len(numbers), -min(numbers)))
        found |= {
            number for numbers in by_paper.values() if numbers is not most for number in numbers
        }
    return found


def _known(members: Iterable[Mention], place: int) -> Any:
    """A year of birth or a gender; of several that a clerk joined the first."""
    return min((one.row[place] for one in members if one.row[place] is not None), default=None)


def _pairs(
    found: Resolved, called: dict[Group, str], by_id: dict[str, Mention]
) -> Iterable[tuple[str, str, str]]:
    if len(found.groups) > MOST_PAIRED:
        hanging = sorted({called[group] for pair in found.suspects for group in pair}, key=sorting)
        yield from ((one, other, "many") for one, other in pairwise(hanging))
        return
    for one, other in found.suspects:
        first, second = sorted((called[one], called[other]), key=sorting)
        yield first, second, _why([by_id[a] for a in one], [by_id[b] for b in other])


def _why(one: list[Mention], other: list[Mention]) -> str:
    """Why two that nothing tells apart were not taken for one."""
    if not all(any(mention.unit for mention in group) for group in (one, other)):
        return "no_unit"
    given = ({m.row[4] for m in group if m.noun == "H" and m.row[4]} for group in (one, other))
    return "one_occasion" if set.intersection(*given) else "fits_others"


_GONE = " UNION ALL ".join(
    f"SELECT '{noun}' || record_id FROM temp.gone_record WHERE noun = '{noun}'"
    f" AND NOT EXISTS (SELECT 1 FROM {table} WHERE id = record_id AND cancelled_on IS NULL)"
    for noun, table in TABLES.items()
)


def forget_gone(connection: sqlite3.Connection) -> None:
    """Records that were cancelled or taken away belong nowhere."""
    gone = "SELECT record_id FROM temp.gone_record WHERE noun = '{noun}'"
    here = f"noun = '{{noun}}' AND record_id IN ({gone})"
    for noun, table in TABLES.items():
        living = f"SELECT id FROM {table} WHERE cancelled_on IS NULL"
        connection.execute(
            f"DELETE FROM subject_record WHERE {here.format(noun=noun)}"
            f" AND NOT EXISTS ({living} AND id = record_id)"
        )
    if _any_suspect(connection):
        connection.execute(f"DELETE FROM suspect WHERE one IN ({_GONE}) OR other IN ({_GONE})")


def _any_suspect(connection: sqlite3.Connection) -> bool:
    return bool(connection.execute("SELECT 1 FROM suspect LIMIT 1").fetchone())

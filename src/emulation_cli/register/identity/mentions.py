"""What records say of whom they mean: rows of the register as mentions, by blocks of one name."""

import sqlite3
from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from emulation_cli.domain.identity import Said
from emulation_cli.domain.offices.bodies import body_key
from emulation_cli.domain.text import comparing_key
from emulation_cli.register.identity.lines import Lines

Name = tuple[str, int]  # the key of a name, and a unit; 0 where there is none
UNKNOWN_KIND = "unclassified"
PARTIES, PAPERS = "XMH", "DE"


class Belonging(NamedTuple):
    """What the register has of a record's subject; `turn` is the record's among its noun's."""

    subject: str
    kind: str | None
    birth_year: int | None
    gender: str | None
    turn: int | None


_WIDTH = len(Belonging._fields)
# Where an honour's row has the records of its decision and its conference.
_PAPERS = slice(12, 14)


class Mention(NamedTuple):
    """A record that takes part: the letter of its noun, its number, and what it says."""

    noun: str
    number: int
    name: str
    unit: int
    belonging: Belonging | None
    row: tuple[Any, ...]

    @property
    def id(self) -> str:
        return f"{self.noun}{self.number}"

    @property
    def kind(self) -> str | None:
        kind = self.row[0] if self.noun in PARTIES else None
        return None if kind == UNKNOWN_KIND else kind

    def said(self) -> Said:
        """What the record says, as the law reads it."""
        name = frozenset((self.name,))
        if self.noun in PAPERS:
            day, body, place, *_rest = self.row
            known = (_set(day), _set(body_key(body or "")), _set(comparing_key(place or "")))
            return Said(name, known, placed=False)
        _kind, born, gender, *_rest = self.row
        # The kind of a model is what it is, not who: lists call it by its leader's.
        kind = self.kind if self.noun != "M" else None
        known = (_set(kind), _set(born and str(born)), _set(gender))
        return Said(name, known, _set(self.unit), self._occasions())

    @property
    def given(self) -> tuple[Any, ...]:
        """All that an honour says of whom and what it is for, but for the paper as recorded.

        Also whether it was given: what is only proposed does not repeat it, nor it the proposal.
        """
        return (
            self.name,
            self.unit,
            *self.row[:3],
            *self.row[4 : _PAPERS.start],
            *self.row[_PAPERS.stop :],
        )

    @property
    def paper(self) -> tuple[Any, ...]:
        """The very records of the decision and the conference that an honour names."""
        return self.row[_PAPERS]

    def _occasions(self) -> frozenset[Any]:
        """Where an honour was given: rows of one decision and form that differ are two people."""
        if self.noun != "H" or self.row[4] is None:
            return frozenset()
        who, (occasion, *form), (post, *rest) = (
            self.row[:3],
            self.row[4:8],
            self.row[8 : _PAPERS.start],
        )
        row = (self.name, self.unit, *who, post, *rest)
        return frozenset((((occasion, *form), row, post),))


def _set(value: Any) -> frozenset[Any]:
    return frozenset((value,)) if value else frozenset()


_WANTED = "CREATE TEMP TABLE IF NOT EXISTS wanted_name (name TEXT, unit INTEGER)"
_BELONGS = "LEFT JOIN subject_record AS s ON s.noun = '{noun}' AND s.record_id = r.id"
_DECISION = """(SELECT subject FROM subject_record WHERE noun = 'D' AND record_id = r.decision_id),
 'D' || r.decision_id"""
_EVENT = """(SELECT subject FROM subject_record WHERE noun = 'E' AND record_id = r.event_id),
 'E' || r.event_id"""
_OCCASION = f"coalesce({_DECISION}, {_EVENT})"
_READ = {
    "X": "kind, r.birth_year, r.gender, r.field",
    "M": "kind, NULL, NULL, r.field",
    "H": f"kind, r.birth_year, r.gender, NULL, {_OCCASION}, r.form, r.title, r.class, r.position,"
    f" r.act, r.date, r.achievement_year, r.decision_id, r.event_id, coalesce({_EVENT}), r.status",
    "D": "date, r.body, NULL, r.level, r.system, r.category, r.number",
    "E": "date, r.organiser, r.place, r.type, r.name",
}
TABLES = {"X": "exemplar", "M": "model", "H": "honour", "D": "decision", "E": "event"}
KEYS = {**dict.fromkeys("XMH", "name_key"), "D": "number_key", "E": "comparing_key"}


def _question(noun: str) -> str:
    key, placed = KEYS[noun], noun in PARTIES
    return (
        f"SELECT r.id, r.{'comparing_key' if placed else key}, {'r.unit_id' if placed else 'NULL'},"
        f" s.subject, s.kind, s.birth_year, s.gender, s.turn, r.{_READ[noun]}"
        f" FROM temp.wanted_name AS w CROSS JOIN {TABLES[noun]} AS r ON r.{key} = w.name"
        f"{' AND r.unit_id IS w.unit' if placed else ''} {_BELONGS.format(noun=noun)}"
        " WHERE r.cancelled_on IS NULL"
    )


def want(connection: sqlite3.Connection, names: Iterable[Name]) -> None:
    """Say which names are looked for next."""
    connection.execute(_WANTED)
    connection.execute("DELETE FROM temp.wanted_name")
    connection.executemany(
        "INSERT INTO temp.wanted_name VALUES (?, ?)", ((name, unit or None) for name, unit in names)
    )


def mentions(connection: sqlite3.Connection, nouns: str) -> Iterator[Mention]:
    """The records of the names wanted; what was cancelled takes part in nothing."""
    for noun in nouns:
        for number, name, unit, *belongs in connection.execute(_question(noun)):
            belonging, row = Belonging(*belongs[:_WIDTH]), tuple(belongs[_WIDTH:])
            yield Mention(noun, number, name, unit or 0, belonging if belonging[0] else None, row)


def blocks(
    found: Iterable[Mention], lines: Lines, bound: Mapping[Name, int]
) -> Iterable[list[Mention]]:
    """Mentions that may have to do with one another: of one name and one line of units.

    `bound` numbers the names and lines that are worked out together for the sake of a verdict.
    One without a unit may be any of its name.
    """
    found = [*found]
    loose = {one.name for one in found if not one.unit}
    home = _homes(loose, bound)
    blocks: defaultdict[Hashable, list[Mention]] = defaultdict(list)
    for one in found:
        name = one.name, one.unit and lines.root(one.unit)
        key: Hashable = bound.get(name) or (one.name, None if one.name in loose else name[1])
        while key in home:
            key = home[key]
        blocks[key].append(one)
    return blocks.values()


def _homes(loose: Collection[str], bound: Mapping[Name, int]) -> dict[Hashable, Hashable]:
    """Where a block of a loose name goes: with those that a verdict binds under that name."""
    home: dict[Hashable, Hashable] = {}
    for name, band in bound.items():
        if name[0] in loose:
            ends: list[Hashable] = [band, (name[0], None)]
            for place in (0, 1):
                while ends[place] in home:
                    ends[place] = home[ends[place]]
            if ends[0] != ends[1]:
                home[ends[1]] = ends[0]
    return home

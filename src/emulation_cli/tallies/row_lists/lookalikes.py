"""Which records may be one and the same: suspects with what speaks for it and what against.

Only records that share a whole name, or a place and the last word of the name, are compared:
all pairs of a large register are out of the question. Nothing is decided here.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain, combinations
from typing import Any, NamedTuple

from emulation_cli.domain.catalogue.nouns import BY_PLURAL
from emulation_cli.domain.catalogue.refs import Ref
from emulation_cli.domain.patterns import pattern
from emulation_cli.register.identity.alike import alike_pairs
from emulation_cli.register.identity.recorded_twice import DOUBLES, pairs_of
from emulation_cli.register.identity.stated import stated, subject_of, title_of
from emulation_cli.register.log.uuids import uuid_sql
from emulation_cli.register.store import Register
from emulation_cli.tallies.measures.answering_units import UnitMap, unit_map

NOUNS = ("exemplars", "models", "honours", "decisions", "events", "units", "movements")
LIKENED = ("exemplars", "models")  # whose names are held against one another letter by letter
LEAST_LIKE = 0.86
LEAST_SCORE = 0.7
# A name that half the country bears must not make a million pairs.
_LARGEST_BLOCK = 200
_COLUMNS = {
    "exemplars": "ifnull(t.birth_year, w.birth_year) AS birth_year,"
    " ifnull(t.gender, w.gender) AS gender, position, field",
    "models": "NULL AS birth_year, NULL AS gender, leader AS position, field",
}
# What each agreement or difference is worth; a name alone, in one place, is reason to look.
_WEIGHTS = {
    "unit": (0.1, -0.25),
    "kind": (0.0, -0.15),
    "birth_year": (0.15, -0.6),
    "gender": (0.02, -0.5),
    "position": (0.08, -0.03),
    "field": (0.03, -0.03),
}

# «Thôn 1», «Khu II»: names that are alike but for their numbers are two.
_NUMBERS = pattern(r"\b(?:\d+|[ivx]+)\b")
_SOME = 500  # how many ids one question names

Row = dict[str, Any]
# What a first look needs of every record: id, unit, year of birth and folded name.
Sketch = tuple[int, int | None, int | None, str]
Pair = tuple[int, int]


class Suspects(NamedTuple):
    """Two records that may be one.

    `evidence` is what agrees, `against` what differs, by column: name, unit, kind, birth_year …
    """

    one: str
    other: str
    names: tuple[str, str]
    score: float
    evidence: tuple[str, ...]
    against: tuple[str, ...]
    why: str = "likeness"

    @property
    def settle(self) -> str:
        """The command that settles it; the first one where there are two."""
        if self.why.startswith("same") and self.one[0] not in "UP":
            return f"emul cancel {self.other}"
        if self.why == "second_award":
            return f"emul show {self.other}"
        return f"emul join {self.one} {self.other} | emul distinct {self.one} {self.other}"


def suspects(register: Register, nouns: Sequence[str] = NOUNS) -> list[Suspects]:
    """Pairs that may be one record: what the law leaves open, what was recorded twice, likeness.

    What a figure hangs on stands first, then the most alike.
    """
    units = _map_of_today(register)
    found = {(pair.one, pair.other): pair for pair in _left_open(register, nouns)}
    for noun in nouns:
        for pair in _of_noun(register, noun, units) if noun in LIKENED else ():
            if found.get((pair.one, pair.other), pair).why in ("alike", "likeness"):
                found[pair.one, pair.other] = pair
    return sorted(found.values(), key=lambda pair: (-pair.score, pair.one, pair.other))


def _left_open(register: Register, nouns: Sequence[str]) -> Iterator[Suspects]:
    """The pairs that `check` counts, each with the reason; then names that are alike."""
    letters = {BY_PLURAL[noun].letter for noun in nouns}
    connection = register.connection
    why = {(one, other): why for one, other, why in connection.execute("SELECT * FROM suspect")}
    for name in DOUBLES:
        for pair in pairs_of(connection, name):
            if letters & {pair[0][0], pair[1][0]}:
                code = _REASONS.get(name) or why.get(pair, "same")
                yield _pair(connection, pair, code, 1.0)
    two = _said_to_be_two(connection)
    for one, other in alike_pairs(connection, letters):
        subjects = subject_of(connection, one), subject_of(connection, other)
        if letters & {one[0], other[0]} and frozenset(subjects) not in two:
            yield _pair(connection, (one, other), "alike", _LIKE_FOLDED)


_REASONS = {"same_honours": "same_honour", "second_awards": "second_award"}
_LIKE_FOLDED = 0.95


def _said_to_be_two(connection: sqlite3.Connection) -> set[frozenset[str]]:
    """The subjects that a clerk said are two: it holds for the whole of both."""
    pairs = stated(connection).distinct
    return {frozenset(subject_of(connection, one) for one in pair) for pair in pairs}


def _pair(
    connection: sqlite3.Connection, pair: tuple[str, str], why: str, score: float
) -> Suspects:
    one, other = pair
    names = title_of(connection, one), title_of(connection, other)
    return Suspects(one, other, names, score, (), (), why)


def suspects_since(register: Register, noun: str, first: int) -> list[Suspects]:
    """Of the records from number `first` on, those that may be an earlier one of their place.

    `one` is the earlier record. Costs as much as the new records and those of their units.
    """
    units = _map_of_today(register)
    new = _sketches(register, noun, "id >= ? AND unit_id IS NOT NULL", first)
    places = {units.place(unit) for unit in {unit for _id, unit, _born, _name in new}}
    numbers = [unit for place in places if place for unit in units.standing_under(place)]
    # One unit after the other lets SQLite go through the index of units.
    earlier = [
        sketch
        for unit in (numbers if first > 1 else ())
        for sketch in _sketches(register, noun, "id < ? AND unit_id = ?", first, unit)
    ]
    pairs = _near(_by_place([*new, *earlier], units), first)
    return list(_confirmed(register, noun, sorted(set(pairs)), units))


def _map_of_today(register: Register) -> UnitMap:
    return unit_map(register, date.today().isoformat())


def _of_noun(register: Register, noun: str, units: UnitMap) -> Iterator[Suspects]:
    sketches = _sketches(register, noun, "1")
    by_name: defaultdict[str, list[Sketch]] = defaultdict(list)
    for sketch in sketches:
        by_name[sketch[3]].append(sketch)
    pairs = {*_near(by_name.values()), *_near(_by_place(sketches, units))}
    return _confirmed(register, noun, sorted(pairs), units)


def _sketches(register: Register, noun: str, which: str, *values: int) -> list[Sketch]:
    born = "birth_year" if noun == "exemplars" else "NULL"
    sql = (
        f"SELECT id, unit_id, {born}, name_key FROM {BY_PLURAL[noun].table}"
        f" WHERE {which} AND cancelled_on IS NULL"
    )
    return register.connection.execute(sql, values).fetchall()


def _by_place(sketches: Iterable[Sketch], units: UnitMap) -> Iterable[list[Sketch]]:
    """Records of one place whose names end in the same word: of a person the given name."""
    blocks: defaultdict[tuple[int | None, str], list[Sketch]] = defaultdict(list)
    places = {unit: units.place(unit) for unit in {sketch[1] for sketch in sketches}}
    for sketch in sketches:
        blocks[places[sketch[1]], sketch[3].rpartition(" ")[2]].append(sketch)
    return blocks.values()


def _near(blocks: Iterable[list[Sketch]], first: int = 0) -> Iterator[Pair]:
    """Pairs worth weighing, the older number first; with `first` only those with a newer one."""
    pairs = (
        (one, other)
        for block in blocks
        for one, other in combinations(block[:_LARGEST_BLOCK], 2)
        # Years of birth that differ outweigh whatever else agrees.
        if one[2] == other[2] or one[2] is None or other[2] is None
        if one[0] >= first or other[0] >= first
    )
    if (weighed := next(pairs, None)) is None:
        return  # and nothing is loaded to weigh them
    from rapidfuzz.fuzz import ratio

    least = 100 * LEAST_LIKE
    for one, other in chain((weighed,), pairs):
        if ratio(one[3], other[3], score_cutoff=least):
            yield (one[0], other[0]) if one[0] < other[0] else (other[0], one[0])


def _confirmed(
    register: Register, noun: str, pairs: Sequence[Pair], units: UnitMap
) -> Iterator[Suspects]:
    """The pairs that all they have makes suspects, unless a clerk said that they are two."""
    distinct = {
        tuple(pair)
        for pair in register.connection.execute(
            "SELECT one, other FROM verdict WHERE verdict = 'distinct'"
        )
    }
    rows = _rows(register, noun, sorted({number for pair in pairs for number in pair}))
    for one, other in ((rows[one], rows[other]) for one, other in pairs):
        said = tuple(sorted((one["uuid"], other["uuid"])))
        if said in distinct or one["subject"] == other["subject"]:
            continue
        pair = _weighed(noun, one, other, units)
        if pair.score >= LEAST_SCORE:
            yield pair


def _rows(register: Register, noun: str, numbers: Sequence[int]) -> dict[int, Row]:
    rows: dict[int, Row] = {}
    for start in range(0, len(numbers), _SOME):
        some = ", ".join(map(str, numbers[start : start + _SOME]))
        table = BY_PLURAL[noun].table
        letter = BY_PLURAL[noun].letter
        sql = (
            f"SELECT id, {uuid_sql(table, 't')} AS uuid, name, name_key, comparing_key, t.kind,"
            f" unit_id, {_COLUMNS[noun]}, ifnull(w.subject, '{letter}' || id) AS subject"
            f" FROM {table} AS t LEFT JOIN subject_record AS w"
            f" ON w.noun = '{letter}' AND w.record_id = t.id WHERE id IN ({some})"
        )
        rows |= {row["id"]: row for row in register.rows(sql)}
    return rows


def _weighed(noun: str, one: Row, other: Row, units: UnitMap) -> Suspects:
    like = _likeness(one, other)
    score = 0.75 * like if like >= LEAST_LIKE else 0.0
    evidence = ["name"] if one["comparing_key"] == other["comparing_key"] else []
    against: list[str] = []
    for column, (gain, loss) in _WEIGHTS.items():
        pair = one[_column(column)], other[_column(column)]
        if column == "unit":
            pair = units.place(pair[0]), units.place(pair[1])
        if None in pair:
            continue
        same = pair[0] == pair[1]
        (evidence if same else against).append(column)
        score += gain if same else loss
    ids = str(Ref(noun, one["id"])), str(Ref(noun, other["id"]))
    names = one["name"], other["name"]
    return Suspects(
        *ids, names, round(max(0.0, min(1.0, score)), 2), tuple(evidence), tuple(against)
    )


def _column(name: str) -> str:
    return "unit_id" if name == "unit" else name


def _likeness(one: Row, other: Row) -> float:
    """1 for the same name; diacritics that differ and slips of the pen take a little away."""
    if one["comparing_key"] == other["comparing_key"]:
        return 1.0
    if one["name_key"] == other["name_key"]:
        return 0.95
    numbers = [_NUMBERS.findall(row["name_key"]) for row in (one, other)]
    if numbers[0] != numbers[1] and len(numbers[0]) == len(numbers[1]):
        return 0.0
    words = one["name_key"].split(), other["name_key"].split()
    if len(words[0]) == len(words[1]) and not _slips(*words):
        return 0.0
    from rapidfuzz import fuzz

    return float(fuzz.ratio(one["name_key"], other["name_key"])) / 100


def _slips(words: Sequence[str], others: Sequence[str]) -> bool:
    """Whether names differ by slips: a letter more, less, another or exchanged in one word of four.

    Thân and Đặng are two surnames, however much the rest of two names is alike.
    """
    from rapidfuzz.distance import OSA

    differing = [pair for pair in zip(words, others, strict=True) if pair[0] != pair[1]]
    most = max(1, len(words) // 4)
    return len(differing) <= most and all(OSA.distance(*pair) == 1 for pair in differing)

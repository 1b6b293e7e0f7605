"""Which records may be one and the same: suspects with what speaks for it and what against.

Only records that share a whole name, or a place and the last word of the name, are compared:
all pairs of a large register are out of the question. Nothing is decided here.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Any

from emulation_cli.domain.catalogue import BY_PLURAL
from emulation_cli.domain.patterns import pattern
from emulation_cli.domain.refs import Ref
from emulation_cli.register.store import Register
from emulation_cli.register.uuids import uuid_sql
from emulation_cli.tallies.succession import UnitMap, unit_map

NOUNS = ("exemplars", "models")
LEAST_LIKE = 0.86
LEAST_SCORE = 0.7
# A name that half the country bears must not make a million pairs.
_LARGEST_BLOCK = 200
_COLUMNS = {
    "exemplars": "birth_year, gender, position, field",
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


@dataclass(frozen=True)
class Suspects:
    """Two records that may be one.

    `evidence` is what agrees, `against` what differs, by column: name, unit, kind, birth_year …
    """

    one: str
    other: str
    names: tuple[str, str]
    score: float
    evidence: tuple[str, ...]
    against: tuple[str, ...]


def suspects(register: Register, nouns: Sequence[str] = NOUNS) -> list[Suspects]:
    """Pairs that may be one record, the most alike first."""
    units = _map_of_today(register)
    found = [pair for noun in nouns for pair in _of_noun(register, noun, units)]
    return sorted(found, key=lambda pair: (-pair.score, pair.one, pair.other))


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
    from rapidfuzz.fuzz import ratio

    least = 100 * LEAST_LIKE
    for block in blocks:
        for (one, _, born, name), (other, _, also_born, also_name) in combinations(
            block[:_LARGEST_BLOCK], 2
        ):
            # Years of birth that differ outweigh whatever else agrees.
            if born != also_born and born is not None and also_born is not None:
                continue
            if (one >= first or other >= first) and ratio(name, also_name, score_cutoff=least):
                yield (one, other) if one < other else (other, one)


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
        if tuple(sorted((one["uuid"], other["uuid"]))) in distinct:
            continue
        pair = _weighed(noun, one, other, units)
        if pair.score >= LEAST_SCORE:
            yield pair


def _rows(register: Register, noun: str, numbers: Sequence[int]) -> dict[int, Row]:
    rows: dict[int, Row] = {}
    for start in range(0, len(numbers), _SOME):
        some = ", ".join(map(str, numbers[start : start + _SOME]))
        table = BY_PLURAL[noun].table
        sql = (
            f"SELECT id, {uuid_sql(table, 't')} AS uuid, name, name_key, comparing_key, kind,"
            f" unit_id, {_COLUMNS[noun]} FROM {table} AS t WHERE id IN ({some})"
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

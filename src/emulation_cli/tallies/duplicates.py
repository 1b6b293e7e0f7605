"""Which records may be one and the same: suspects with what speaks for it and what against.

Only records that share a whole name, or a place and the last word of the name, are compared:
all pairs of a large register are out of the question. Nothing is decided here.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Any

from emulation_cli.register.nouns import BY_PLURAL, short_id
from emulation_cli.register.store import Register
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

Row = dict[str, Any]


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
    found = [pair for noun in nouns for pair in _of_noun(register, noun)]
    return sorted(found, key=lambda pair: (-pair.score, pair.one, pair.other))


def _of_noun(register: Register, noun: str) -> Iterator[Suspects]:
    units = unit_map(register, date.today().isoformat())
    distinct = {
        tuple(pair) for pair in register.connection.execute("SELECT one, other FROM distinct_pair")
    }
    rows = register.rows(
        f"SELECT id, uuid, name, name_key, comparing_key, kind, unit_id, {_COLUMNS[noun]}"
        f" FROM {BY_PLURAL[noun].table} WHERE cancelled_on IS NULL"
    )
    for one, other in sorted(_pairs(rows, units), key=lambda pair: (pair[0]["id"], pair[1]["id"])):
        if tuple(sorted((one["uuid"], other["uuid"]))) in distinct:
            continue
        pair = _weighed(noun, one, other, units)
        if pair.score >= LEAST_SCORE:
            yield pair


def _pairs(rows: list[Row], units: UnitMap) -> Iterator[tuple[Row, Row]]:
    """Records that share a name, or the place and the given name; each pair once."""
    blocks: defaultdict[tuple[object, ...], list[Row]] = defaultdict(list)
    for row in rows:
        blocks[(row["name_key"],)].append(row)
        blocks[units.place(row["unit_id"]), row["kind"], row["name_key"].split()[-1:][0]].append(
            row
        )
    met = set()
    for members in blocks.values():
        for one, other in combinations(members[:_LARGEST_BLOCK], 2):
            if (one["id"], other["id"]) not in met:
                met.add((one["id"], other["id"]))
                yield one, other


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
    ids = short_id(noun, one["id"]), short_id(noun, other["id"])
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
    from rapidfuzz import fuzz

    return float(fuzz.ratio(one["name_key"], other["name_key"])) / 100

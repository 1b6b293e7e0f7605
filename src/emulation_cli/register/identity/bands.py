"""Blocks that verdicts bind together: each of their names in each of their lines of units."""

from collections.abc import Iterable
from itertools import combinations
from typing import NamedTuple

from emulation_cli.register.identity.lines import Lines
from emulation_cli.register.identity.mentions import Name
from emulation_cli.register.identity.stated import Pair, Stated


class Band(NamedTuple):
    """`keys` are what names are looked for by, `names` what they are compared by."""

    keys: frozenset[str]
    names: frozenset[str]
    roots: frozenset[int]

    def touches(self, other: "Band") -> bool:
        return bool(self.names & other.names and self.roots & other.roots)

    def joined(self, other: "Band") -> "Band":
        keys, names = self.keys | other.keys, self.names | other.names
        return Band(keys, names, self.roots | other.roots)

    def wanted(self) -> set[Name]:
        return {(key, root) for key in self.keys for root in self.roots}


def bands(stated: Stated, lines: Lines) -> list[Band]:
    """The bands of all verdicts, none touching another."""
    found = [_band(group, stated, lines) for group in _linked(stated.pairs)]
    while pair := next(((a, b) for a, b in combinations(found, 2) if a.touches(b)), None):
        found = [band for band in found if band not in pair] + [pair[0].joined(pair[1])]
    return found


def numbered(bands: Iterable[Band]) -> dict[Name, int]:
    """The number of the band, from 1 on, of each name on each line that is bound."""
    return {
        (name, root): number
        for number, band in enumerate(bands, start=1)
        for name in band.names
        for root in band.roots
    }


def _band(group: set[str], stated: Stated, lines: Lines) -> Band:
    keys, names, units = zip(*(stated.names[one] for one in group), strict=True)
    roots = frozenset(unit and lines.root(unit) for unit in units)
    return Band(frozenset(keys), frozenset(names), roots)


def _linked(pairs: Iterable[Pair]) -> list[set[str]]:
    group_of: dict[str, set[str]] = {}
    for one, other in pairs:
        whole = group_of.get(one, {one}) | group_of.get(other, {other})
        group_of |= dict.fromkeys(whole, whole)
    return list({id(group): group for group in group_of.values()}.values())

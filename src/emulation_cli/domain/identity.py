"""Who is who: mentions and verdicts in, the partition into subjects out; no order is in it.

Two mentions are one where they agree with one another and with exactly the same others. What
agrees with some of a group but not with all of it belongs to nobody: it stays apart and is a
suspect.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping
from itertools import combinations, pairwise, product
from typing import NamedTuple

Values = frozenset[str]
Row = tuple[Hashable, Hashable, str | None]  # an occasion, what is said there, the post held
Pair = tuple[str, str]
Group = frozenset[str]
OnOneLine = Callable[[int, int], bool]
Part = frozenset[Group]  # of atoms: mentions that are equal
Link = tuple[Group, Group]


class Said(NamedTuple):
    """What mentions say together of whom they mean.

    `known` are sets of values, one for each thing that may be known; of a value that begins with
    another one (2023-10-04 and 2023) both are right. `occasions` are where rows stand, what each
    says there, and its post. Where units do not count, `placed` is False.
    """

    names: Values
    known: tuple[Values, ...] = ()
    units: frozenset[int] = frozenset()
    occasions: frozenset[Row] = frozenset()
    placed: bool = True

    def joined(self, other: "Said") -> "Said":
        return Said(
            self.names | other.names,
            tuple(one | two for one, two in zip(self.known, other.known, strict=True)),
            self.units | other.units,
            self.occasions | other.occasions,
            self.placed,
        )

    def may_be(self, other: "Said", on_one_line: OnOneLine) -> bool:
        """Whether nothing that is known speaks against it."""
        return (
            not self.names.isdisjoint(other.names)
            and all(map(_values_agree, self.known, other.known))
            and _units_agree(self.units, other.units, on_one_line)
            and not any(one and two and one != two for one, two in self._posts(other))
        )

    def agrees(self, other: "Said", on_one_line: OnOneLine) -> bool:
        """Whether they may be one by themselves: both have a place, and no row parts them."""
        if self.placed and not (self.units and other.units):
            return False
        return not self._parted_by_rows(other) and self.may_be(other, on_one_line)

    def _parted_by_rows(self, other: "Said") -> bool:
        """Two rows of one occasion that say different things are two."""
        return any(one[1] != two[1] for one, two in self._shared(other))

    def _posts(self, other: "Said") -> Iterator[tuple[str | None, str | None]]:
        return ((one[2], two[2]) for one, two in self._shared(other))

    def _shared(self, other: "Said") -> Iterator[tuple[Row, Row]]:
        """The rows of both on one occasion."""
        pairs = product(self.occasions, other.occasions)
        return ((one, two) for one, two in pairs if one[0] == two[0])


def _values_agree(one: Values, other: Values) -> bool:
    if not one or not other or not one.isdisjoint(other):
        return True
    return any(a.startswith(b) or b.startswith(a) for a in one for b in other)


def _units_agree(one: frozenset[int], other: frozenset[int], on_one_line: OnOneLine) -> bool:
    if not one or not other or not one.isdisjoint(other):
        return True
    return any(on_one_line(a, b) for a in one for b in other)


class Resolved(NamedTuple):
    """Who is one: the groups, which of them may be one, and where verdicts contradict."""

    groups: frozenset[Group]
    suspects: frozenset[frozenset[Group]]
    troubles: frozenset[Group]


def resolve(
    mentions: Mapping[str, Said],
    same: Collection[Pair] = (),
    distinct: Collection[Pair] = (),
    on_one_line: OnOneLine = int.__eq__,
) -> Resolved:
    """One block: all mentions that may have to do with one another, and the verdicts upon them."""
    same = [pair for pair in same if mentions.keys() >= set(pair)]
    distinct = [pair for pair in distinct if mentions.keys() >= set(pair)]
    named = {one for pair in (*same, *distinct) for one in pair}
    folded = _folded(mentions, named)
    if len(folded) == 1 and not named:
        return Resolved(frozenset(folded), frozenset(), frozenset())
    return _Block(folded, same, distinct, on_one_line).resolved()


def _folded(mentions: Mapping[str, Said], named: Collection[str]) -> dict[Group, Said]:
    """Equal mentions as one, but for those that a verdict names.

    An occasion parts only where rows of it differ; else each honour would be unlike all others.
    """
    rows = defaultdict(set)
    for said in mentions.values():
        for occasion, row, _post in said.occasions:
            rows[occasion].add(row)
    parting = {occasion for occasion, told in rows.items() if len(told) > 1}
    equal = defaultdict(list)
    for one, said in mentions.items():
        kept = frozenset(pair for pair in said.occasions if pair[0] in parting)
        shown = said._replace(occasions=kept)
        alone = one in named or (said.placed and not said.units)
        equal[shown, one if alone else None].append(one)
    return {frozenset(ones): said for (said, _), ones in equal.items()}


class _Block:
    """The law worked out over mentions that are equal as one; each of these is an `atom`."""

    def __init__(
        self,
        atoms: Mapping[Group, Said],
        same: Collection[Pair],
        distinct: Collection[Pair],
        on_one_line: OnOneLine,
    ) -> None:
        self.atoms, self.same, self.distinct = atoms, same, distinct
        self.on_one_line = on_one_line
        self._apart: set[frozenset[Group]] = set()
        self._troubles: set[Group] = set()

    def resolved(self) -> Resolved:
        home = {one: atom for atom in self.atoms for one in atom}
        links = [(home[one], home[two]) for one, two in self.same]
        parted = [(home[one], home[two]) for one, two in self.distinct]
        single = [frozenset([atom]) for atom in self.atoms]
        joins = self._standing(links, parted)
        self._part(parted, joins, single)
        parts = self._linked(self._twins(single), joins)
        while len(coarser := self._twins(parts)) < len(parts):
            parts = coarser
        groups = frozenset(map(_ones, parts))
        return Resolved(groups, frozenset(self._suspects(parts)), frozenset(self._troubles))

    def _suspects(self, parts: list[Part]) -> Iterator[frozenset[Group]]:
        told = [(part, _ones(part), self._said(part)) for part in parts]
        for (part, ones, said), (other, others, also) in combinations(told, 2):
            if said.may_be(also, self.on_one_line) and not self._are_parted(part, other):
                yield frozenset((ones, others))

    def _standing(self, links: Collection[Link], parted: Collection[Link]) -> list[Link]:
        """The joins that hold: a group that also holds a `distinct` is suspended as a whole."""
        standing = []
        for group in _components(self.atoms, links):
            if any(one in group and two in group for one, two in parted):
                self._troubles.add(_ones(group))
            else:
                standing += [link for link in links if link[0] in group]
        return standing

    def _part(self, parted: Collection[Link], joins: Collection[Link], single: list[Part]) -> None:
        """A `distinct` holds for the whole of two subjects, within one for what was joined."""
        whole = _whole(_components(self.atoms, [*_links_of(self._twins(single)), *joins]))
        held = _whole(_components(self.atoms, joins))
        for one, two in parted:
            parts = held if whole[one] == whole[two] else whole
            self._apart |= {frozenset((a, b)) for a in parts[one] for b in parts[two]}

    def _linked(self, parts: list[Part], joins: Collection[Link]) -> list[Part]:
        """What joins link is one; where that joins what was parted, the evidence gives way."""
        while True:
            wider = _components(self.atoms, [*_links_of(parts), *joins])
            broken = [part for part in wider if self._holds_parted(part)]
            if not broken:
                return wider
            self._troubles |= set(map(_ones, broken))
            kept = [part for part in parts if not any(part <= whole for whole in broken)]
            parts = _components(self.atoms, [*_links_of(kept), *joins])

    def _holds_parted(self, part: Part) -> bool:
        return any(pair <= part for pair in self._apart)

    def _are_parted(self, one: Part, two: Part) -> bool:
        return bool(self._apart) and any(frozenset((a, b)) in self._apart for a in one for b in two)

    def _twins(self, parts: list[Part]) -> list[Part]:
        """The parts that agree with one another and with exactly the same others, as one."""
        said = [self._said(part) for part in parts]
        near = [{place} for place in range(len(parts))]
        for one, two in combinations(range(len(parts)), 2):
            if said[one].agrees(said[two], self.on_one_line) and not self._are_parted(
                parts[one], parts[two]
            ):
                near[one].add(two)
                near[two].add(one)
        alike = defaultdict(list)
        for place, others in enumerate(near):
            alike[frozenset(others)].append(parts[place])
        return [frozenset().union(*equal) for equal in alike.values()]

    def _said(self, part: Part) -> Said:
        first, *others = (self.atoms[atom] for atom in part)
        for other in others:
            first = first.joined(other)
        return first


def _ones(part: Part) -> Group:
    return frozenset().union(*part)


def _links_of(parts: Iterable[Part]) -> Iterator[Link]:
    for part in parts:
        yield from pairwise(part)


def _whole(parts: Iterable[Part]) -> dict[Group, Part]:
    return {atom: part for part in parts for atom in part}


def _components(atoms: Iterable[Group], links: Iterable[Link]) -> list[Part]:
    """What links hold together, directly or through others."""
    part_of = {atom: {atom} for atom in atoms}
    for one, two in links:
        if part_of[one] is not part_of[two]:
            part_of[one] |= part_of[two]
            for atom in part_of[two]:
                part_of[atom] = part_of[one]
    return [frozenset(part) for part in {id(part): part for part in part_of.values()}.values()]

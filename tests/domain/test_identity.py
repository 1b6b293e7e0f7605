"""Who is who: the program's law against its oracle, over all small cases and many larger ones."""

import os
import random
from itertools import combinations, combinations_with_replacement, product

import pytest

from emulation_cli.domain.identity import Said, resolve

from .identity_oracle import Mention, on_one_line
from .identity_oracle import resolve as oracle

UNITS = "UVWXSPQZ"
BIRTHS = (None, 1965, 1970)
SEEDS = int(os.environ.get("EMUL_IDENTITY_CASES", "1500"))


def set_of(value: object) -> frozenset:
    return frozenset() if value is None else frozenset([value])


def said(one: Mention) -> Said:
    known = (one.kind, one.birth and str(one.birth), one.gender)
    return Said(
        frozenset([one.name]),
        tuple(map(set_of, known)),
        set_of(UNITS.index(one.unit) if one.unit else None),
        frozenset([(one.occasion, one.id, None)]) if one.occasion else frozenset(),
    )


def line(one: int, other: int) -> bool:
    return on_one_line(UNITS[one], UNITS[other])


def agrees_with_the_oracle(mentions, same=(), distinct=()) -> None:
    found = resolve({one.id: said(one) for one in mentions}, same, distinct, line)
    assert tuple(found) == oracle(mentions, same, distinct), (mentions, same, distinct)


def people(values, names="abcd"):
    return [
        Mention(name, "An", None, born, None, unit)
        for name, (born, unit) in zip(names, values, strict=False)
    ]


@pytest.mark.parametrize("size", [1, 2, 3])
def test_all_small_cases_without_a_verdict(size: int) -> None:
    templates = [*product((None, "I"), BIRTHS, "UVWSPQ")]
    for chosen in combinations_with_replacement(templates, size):
        mentions = [Mention("abc"[i], "An", k, b, None, u) for i, (k, b, u) in enumerate(chosen)]
        agrees_with_the_oracle(mentions)


def test_all_cases_of_three_with_up_to_two_verdicts() -> None:
    pairs = [*combinations("abc", 2)]
    for chosen in combinations_with_replacement([*product(BIRTHS, "UVW")], 3):
        for said_so in product((0, 1, 2), repeat=3):
            if 0 < sum(map(bool, said_so)) < 3:
                verdicts = [
                    [p for p, v in zip(pairs, said_so, strict=True) if v == kind] for kind in (1, 2)
                ]
                agrees_with_the_oracle(people(chosen), *verdicts)


@pytest.mark.parametrize("part", range(4))
def test_larger_cases_at_random(part: int) -> None:
    chance = random.Random(part)
    for _ in range(SEEDS):
        mentions = [
            Mention(
                name,
                chance.choice(["An", "An", "An", "Bo"]),
                chance.choice([None, None, None, "I", "C"]),
                chance.choice(BIRTHS),
                None,
                chance.choice("UUVWWXSP") if chance.random() < 0.95 else None,
                chance.choice([None, None, None, "D1", "D2"]),
            )
            for name in "abcdefgh"[: chance.randint(2, 7)]
        ]
        pairs = [*combinations([one.id for one in mentions], 2)]
        chance.shuffle(pairs)
        joins, parts = chance.choice([0, 0, 1, 1, 2, 3]), chance.choice([0, 0, 1, 2])
        agrees_with_the_oracle(mentions, pairs[:joins], pairs[joins : joins + parts])


def one(name="An", born=None, unit=1, row=None, occasion=None, post=None) -> Said:
    occasions = frozenset([(occasion, row, post)]) if occasion else frozenset()
    return Said(frozenset([name]), (set_of(born),), set_of(unit), occasions)


def groups(found) -> list[list[str]]:
    return sorted(sorted(group) for group in found.groups)


def test_unknown_1971_and_1990_are_three_people_and_unknown_and_1971_one() -> None:
    three = {"a": one(), "b": one(born="1971"), "c": one(born="1990")}
    assert groups(resolve(three)) == [["a"], ["b"], ["c"]]
    assert groups(resolve({name: three[name] for name in "ab"})) == [["a", "b"]]


def test_equal_rows_of_one_decision_are_one_and_unequal_ones_are_not() -> None:
    twice = {"a": one(row="x", occasion="D1"), "b": one(row="x", occasion="D1")}
    assert groups(resolve(twice)) == [["a", "b"]]
    other = twice | {"b": one(row="y", occasion="D1")}
    found = resolve(other)
    assert groups(found) == [["a"], ["b"]]
    assert len(found.suspects) == 1


def test_two_posts_in_one_decision_are_two_people_and_no_suspects() -> None:
    rows = [one(row=post, occasion="D1", post=post) for post in ("Bí thư", "Trưởng thôn")]
    found = resolve(dict(zip("ab", rows, strict=True)))
    assert (groups(found), found.suspects) == ([["a"], ["b"]], frozenset())


def test_a_date_and_the_year_it_lies_in_agree() -> None:
    dated = {"a": one(born="2023"), "b": one(born="2023-10-04"), "c": one(born="2023-05")}
    assert groups(resolve({name: dated[name] for name in "ab"})) == [["a", "b"]]
    assert groups(resolve(dated)) == [["a"], ["b"], ["c"]]


def test_what_has_no_place_is_only_a_suspect() -> None:
    found = resolve({"a": one(), "b": one(unit=None)})
    assert groups(found) == [["a"], ["b"]]
    assert found.suspects == {frozenset((frozenset("a"), frozenset("b")))}


def test_a_thousand_of_one_name_cost_little() -> None:
    many = {f"h{n}": one(born="1965", unit=1, row=n, occasion=f"D{n}") for n in range(1000)}
    calls = []
    found = resolve(many | {"x": one(unit=2)}, on_one_line=lambda a, b: calls.append(1) or True)
    assert len(found.groups) == 1
    assert len(calls) < 10

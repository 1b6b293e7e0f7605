"""The same facts give the same figures and the same suspects, in whatever order and way they came.

`EMUL_ORDER_CASES` makes it longer.
"""

import json
import os
import random
from itertools import permutations
from pathlib import Path

import pytest

from emulation_cli.register.merging.register_merge import MergeWishes, merge
from emulation_cli.register.store import Register

from .random_facts import (
    Fact,
    Verdict,
    by_hand,
    by_list,
    desk,
    facts,
    say,
    told,
    unit_splits,
    units_merge,
    verdicts,
)

CASES = int(os.environ.get("EMUL_ORDER_CASES", "3"))
FIRST = int(os.environ.get("EMUL_ORDER_FIRST", "0"))
SEEDS = range(FIRST, FIRST + CASES)
_MAPS = (units_merge, unit_splits)


def work(register: Register, chance: random.Random, known: list[Fact], said: list[Verdict]) -> None:
    """Put facts, mergers of units and verdicts into a register in some order and some way."""
    steps: list[object] = [*known, *_MAPS]
    chance.shuffle(steps)
    there: set[Fact] = set()
    waiting = list(said)
    while steps:
        first = steps.pop()
        if isinstance(first, Fact):
            size = chance.choice((1, 1, 2, 4))
            together = [first, *[one for one in steps[:size] if isinstance(one, Fact)]]
            steps = [one for one in steps if one not in together]
            if chance.random() < 0.5:
                for fact in together:
                    by_hand(register, fact)
            else:
                assert not by_list(register, together)
            there |= set(together)
        else:
            first(register)  # type: ignore[operator]
        for verdict in waiting[:]:
            if {verdict.one, verdict.other} <= there and chance.random() < 0.6:
                waiting.remove(verdict)
                say(register, verdict)
    for verdict in waiting:
        if {verdict.one, verdict.other} <= there:
            say(register, verdict)


def seen_in_orders(tmp_path: Path, seed: int, *, contrary: bool) -> list[object]:
    chance = random.Random(seed)
    known = facts(chance, contrary=contrary)
    said = verdicts(chance, known)
    seen = []
    for turn in range(3):
        with desk(tmp_path / f"{turn}.db") as register:
            work(register, chance, known, said)
            seen.append(told(register))
    return seen


def assert_equal(seen: list) -> None:
    for other in seen[1:]:
        for name in seen[0]:
            assert other[name] == seen[0][name], name


@pytest.mark.parametrize("seed", SEEDS)
def test_facts_that_agree_give_the_same_report_in_every_order(tmp_path, seed: int) -> None:
    assert_equal(seen_in_orders(tmp_path, seed, contrary=False))


@pytest.mark.parametrize("seed", SEEDS)
def test_facts_that_contradict_are_named_alike_in_every_order(tmp_path, seed: int) -> None:
    assert_equal(seen_in_orders(tmp_path, 1000 + seed, contrary=True))


@pytest.mark.parametrize("seed", SEEDS)
def test_two_desks_that_merge_have_the_figures_of_one(tmp_path, seed: int) -> None:
    chance = random.Random(2000 + seed)
    known = facts(chance, contrary=chance.random() < 0.5)
    said = verdicts(chance, known)
    half = len(known) // 2
    with (
        desk(tmp_path / "one.db") as one,
        desk(tmp_path / "here.db") as here,
        desk(tmp_path / "there.db") as there,
    ):
        work(one, chance, known, said)
        work(here, chance, known[:half], said)
        work(there, chance, known[half:], said)
        assert not merge(here, [there.path], MergeWishes()).blocked
        for verdict in said:
            if (verdict.one in known[:half]) != (verdict.other in known[:half]):
                say(here, verdict)
        assert_equal([told(one), told(here)])


@pytest.mark.parametrize("bodies", [*permutations(("UBND huyện Mẫu", "Chủ tịch UBND huyện Mẫu"))])
def test_of_equally_exact_records_the_text_that_sorts_first_stands_for_both(emul, bodies) -> None:
    emul("init", "--unit", "U1", "--lang", "en", "--yes")
    emul("add-unit", "--name", "Xã Mẫu", "--type", "commune")
    for body in bodies:
        emul(
            "add-decision", "--number", "12/QĐ-UBND", "--date", "04/05/2022", "--body", body,
            "--level", "huyện",
        )  # fmt: skip
    emul(
        "add-honour", "--recipient", "Lê Thị An", "--kind", "CN", "--act", "khen thưởng",
        "--form", "Giấy khen", "--decision", "D1", "--unit", "U1",
    )  # fmt: skip

    def by(name: str) -> list[str]:
        said = json.loads(emul("report", "2022", "--format", "json").stdout)
        return [row["label"] for row in said["honours"][f"by_{name}"]]

    assert by("body") == ["Chủ tịch UBND huyện Mẫu"]
    chairman = f"D{bodies.index('Chủ tịch UBND huyện Mẫu') + 1}"
    for record in ("D1", "D2"):
        emul("edit", record, "--body", "UBND huyện Mẫu")
    emul("edit", chairman, "--category", "dot-xuat")
    emul("edit", "D1" if chairman == "D2" else "D2", "--category", "cong-trang")
    assert by("category") == ["Merit"]

"""The same facts give the same figures and the same suspects, in whatever order and way they came.

`EMUL_ORDER_CASES` makes it longer.
"""

import os
import random
from itertools import count

import pytest

from emulation_cli.domain.partial_date import PartialDate
from emulation_cli.domain.period import Period
from emulation_cli.register import recording, succession
from emulation_cli.register.merging import Wishes, merge
from emulation_cli.taking_in.importer import Importer
from emulation_cli.tallies.figures import ReportRequest
from emulation_cli.tallies.report import figures
from tests.register.lists import Row

from .conftest import add_unit, new_register

CASES = int(os.environ.get("EMUL_ORDER_CASES", "4"))
UNITS = ("Xã U", "Xã V", "Xã W")
_numbers = count()


def facts(chance: random.Random) -> list[tuple[str, dict]]:
    """Exemplars, honours and models of few names, so that many may be one."""
    found: dict[tuple, tuple[str, dict]] = {}
    for _ in range(chance.randint(4, 8)):
        noun = chance.choice(("exemplars", "honours", "honours", "models"))
        year = chance.choice((2021, 2022, 2023))
        values = {"unit": chance.choice(UNITS), "kind": "individual"}
        if noun == "models":
            values |= {"name": "Ngõ xanh", "field": "KT", "year": year, "status": "continued"}
        elif noun == "exemplars":
            stage = {"discovered": PartialDate(f"{year}-03")}
            values |= {"name": "Lê Thị An", "field": "y-te", **stage}
        else:
            given = {"act": "praise", "date": PartialDate(f"{year}-05-01"), "status": "awarded"}
            values |= {"recipient": "Lê Thị An", **given}
        if noun != "models":
            values["birth_year"] = chance.choice((None, None, 1970, 1980))
        found[noun, *map(str, values.values())] = (noun, values)
    return list(found.values())


def desk(path, names=UNITS):
    register = new_register(path)
    for name in names:
        add_unit(register, name)
    return register


def put(register, fact: tuple[str, dict], by_hand: bool) -> None:
    noun, values = fact[0], fact[1] | {"unit": register.find_unit(fact[1]["unit"])}
    if by_hand:
        values = {name: value for name, value in values.items() if value is not None}
        recording.add(register, noun, values)
        return
    with register.change():
        importer = Importer(register)
        importer.take(noun, [Row(values)])
        importer.finish()


def merged_units(register) -> None:
    """U and V become W."""
    old = [register.find_unit(name) for name in ("Xã U", "Xã V")]
    succession.succeed(register, old, [register.find_unit("Xã W")], "2022-07-01")


def told(register) -> tuple:
    report = figures(register, ReportRequest(Period.parse("2021-2023"))).as_json()
    suspects = register.rows("SELECT why, count(*) AS n FROM suspect GROUP BY why ORDER BY why")
    sections = ("exemplars", "models", "honours")
    return {name: report[name] for name in sections}, suspects


@pytest.mark.parametrize("seed", range(CASES))
def test_no_order_and_no_way_is_in_the_figures(tmp_path, seed: int) -> None:
    chance = random.Random(seed)
    known = facts(chance)
    seen = []
    for _ in range(3):
        steps = [*known, None]
        chance.shuffle(steps)
        with desk(tmp_path / f"{next(_numbers)}.db") as register:
            for step in steps:
                if step is None:
                    merged_units(register)
                else:
                    put(register, step, by_hand=chance.random() < 0.5)
            seen.append(told(register))
    assert seen[1:] == seen[:-1]


@pytest.mark.parametrize("seed", range(CASES))
def test_two_desks_that_merge_have_the_figures_of_one(tmp_path, seed: int) -> None:
    chance = random.Random(100 + seed)
    known = facts(chance)
    half = len(known) // 2
    with (
        desk(tmp_path / f"{next(_numbers)}.db") as one,
        desk(tmp_path / f"{next(_numbers)}.db") as here,
        desk(tmp_path / f"{next(_numbers)}.db") as there,
    ):
        merged_units(one)
        merged_units(here)
        for place, fact in enumerate(known):
            put(one, fact, by_hand=True)
            put(here if place < half else there, fact, by_hand=chance.random() < 0.5)
        there_path = there.path
        assert not merge(here, [there_path], Wishes()).blocked
        assert told(here) == told(one)

"""The demo's own lists in any order, over some commands, and the mergers of 2025 with a list of 2026.

`EMUL_DEMO_ORDERS` takes more orders than one.
"""

import csv
import os
import random
from pathlib import Path

import pytest

from emulation_cli import resources
from emulation_cli.domain.times.period import Period
from emulation_cli.register.store import Register
from emulation_cli.taking_in.results import Wishes
from emulation_cli.taking_in.runs import run
from emulation_cli.tallies.measures.figures import ReportRequest
from emulation_cli.tallies.measures.period_figures import figures

from .conftest import new_register

ORDERS = int(os.environ.get("EMUL_DEMO_ORDERS", "1"))
# A list cannot name a unit or a conference that the register does not know yet.
FIRST = ("01-don-vi.xlsx", "03-hoi-nghi.xlsx")


def report(register: Register, models: str = "2018-2023") -> dict:
    periods = {"models": Period.parse(models)}
    return figures(register, ReportRequest(Period.parse("2021-2023"), periods)).as_json()


def take_in(register: Register, chance: random.Random | None) -> None:
    """All in one command, or in some commands in an order by chance."""
    folder = resources.sample_lists()
    lists = sorted(path for path in folder.glob("*.xlsx") if path.name not in FIRST)
    commands = [[folder / name for name in FIRST]]
    if chance:
        chance.shuffle(lists)
        while lists:
            size = chance.randint(3, 12)
            commands.append(lists[:size])
            lists = lists[size:]
    else:
        commands[0] += lists
    for paths in commands:
        assert not run(register, paths, Wishes()).refused


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    with new_register(tmp_path_factory.mktemp("demo") / "demo.db") as register:
        take_in(register, None)
        yield register


@pytest.mark.parametrize("seed", range(ORDERS))
def test_the_demo_says_the_same_in_any_order_of_its_lists(tmp_path, demo, seed: int) -> None:
    with new_register(tmp_path / "other.db") as register:
        take_in(register, random.Random(seed))
        found, usual = report(register), report(demo)

    kinds = found["exemplars"]["kinds"]
    assert (found["exemplars"]["total"], kinds["collective"], kinds["individual"]) == (
        381,
        223,
        158,
    )
    assert found["models"]["total"] == 686
    last = found["honours"]["by_event"][-1]
    assert (last["exemplars"], last["models"]) == (31, 23)
    for section in ("exemplars", "models", "events", "honours"):
        assert found[section] == usual[section], section


# Of each successor a model that one of its communes had in 2023.
CONTINUED = """
SELECT m.name, new.name AS unit, m.field, count(DISTINCT old.id) AS communes
FROM models AS m JOIN unit AS old ON old.id = m.unit_id
JOIN unit_succession AS s ON s.old_unit_id = old.id JOIN unit AS new ON new.id = s.new_unit_id
WHERE (SELECT count(*) FROM unit_succession WHERE old_unit_id = old.id) = 1
GROUP BY lower(m.name), new.id HAVING communes {} ORDER BY new.id, m.name LIMIT {}
"""


def test_models_that_go_on_after_the_mergers_are_no_new_ones(tmp_path, demo) -> None:
    mergers = resources.sample_lists() / "2025" / "sap-nhap.xlsx"
    assert not run(demo, [mergers], Wishes()).refused
    alone = demo.rows(CONTINUED.format("= 1", 20))
    of_two = demo.rows(CONTINUED.format("= 2", 4))
    path = tmp_path / "2026.csv"
    with Path(path).open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["STT", "Tên mô hình", "Đơn vị", "Lĩnh vực", "Năm đăng ký"])
        for number, row in enumerate([*alone, *of_two], start=1):
            rows.writerow([number, row["name"], row["unit"], row["field"], 2026])

    outcome = run(demo, [path], Wishes())

    assert not outcome.refused
    assert len(alone) == 20
    models = report(demo, "2018-2026")["models"]
    assert models["total"] == 686 + len(of_two)
    assert models["least"] == 686

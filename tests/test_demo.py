"""The main job, end to end: the lists of a district in, its published figures out."""

import json
from pathlib import Path
from typing import Any

import pytest

REFERENCE = ("report", "2021-2023", "--models", "2018-2023")
CONFERENCE = "2023-10-04"


@pytest.fixture(name="report")
def _report(emul, demo_register) -> dict[str, Any]:
    return json.loads(emul(*REFERENCE, "--format", "json").stdout)


def test_the_published_figures_come_out_exactly(report) -> None:
    kinds = report["exemplars"]["kinds"]

    assert report["exemplars"]["total"] == 381
    assert (kinds["collective"], kinds["individual"]) == (223, 158)
    assert report["exemplars"]["not_placed"] == 0
    assert report["models"]["total"] == 686


def test_of_the_models_registered_some_are_recognised_honoured_and_replicated(report) -> None:
    assert report["models"]["funnel"] == {
        "registered": 686, "recognised": 496, "honoured": 23, "replicated": 20,
    }  # fmt: skip
    assert report["models"]["registrations"] == 1018


def test_units_stand_in_blocks_that_add_up(report) -> None:
    blocks = {row["code"]: row["total"] for row in report["exemplars"]["by_group"]}

    assert len(blocks) == 6
    assert sum(blocks.values()) == 381


def test_the_conference_of_october_has_a_line_of_its_own(report) -> None:
    lines = [line for line in report["honours"]["by_event"] if line["date"] == CONFERENCE]

    assert [(line["exemplars"], line["models"], line["other"]) for line in lines] == [(31, 23, 0)]


def test_more_than_twenty_reviews_and_more_than_three_hundred_instances(report) -> None:
    types = {row["code"]: row["total"] for row in report["events"]["by_type"]}
    acts = {row["code"]: row["instances"] for row in report["honours"]["by_act"]}

    assert types["interim_review"] + types["final_review"] > 20
    assert acts["praise"] + acts["commend"] > 300
    assert acts["honour"] == 31 + 23


def test_the_blood_bank_of_the_youth_union_is_honoured(emul, demo_register) -> None:
    found = emul("search", "ngan hang mau song").stdout

    assert "Huyện đoàn Cẩm Xuyên" in found


@pytest.mark.parametrize(
    ("noun", "period", "section", "figure"),
    [
        ("exemplars", "2021-2023", "exemplars", "total"),
        ("models", "2018-2023", "models", "total"),
        ("events", "2021-2023", "events", "total"),
        ("honours", "2021-2023", "honours", "instances"),
    ],
)
def test_every_section_opens_to_exactly_its_rows(
    emul, report, noun, period, section, figure
) -> None:
    rows = json.loads(emul("list", noun, "--period", period, "--format", "json").stdout)

    assert len(rows) == report[section][figure]


def test_the_demo_never_touches_the_register_of_the_clerk(emul, register_path) -> None:
    emul("init", "--unit", "Xã Cẩm Duệ", "--yes")
    before = register_path.read_bytes()

    emul("demo")

    assert register_path.read_bytes() == before
    assert Path("emul-demo.db").exists()


def test_an_older_demo_is_replaced_and_any_other_file_refused(emul) -> None:
    emul("demo")
    emul("demo")
    Path("emul-demo.db").write_text("the clerk's own notes")

    answer = emul("demo", code=1)

    assert Path("emul-demo.db").read_text() == "the clerk's own notes"
    assert "emul-demo.db" in answer.stderr
    assert answer.stdout == ""

"""Changing what is recorded: milestones, corrections, cancelling."""

import json

import pytest


@pytest.fixture
def office(emul):
    """A register with two units, an exemplar and two models."""
    emul("init", "--yes")
    for name in ("Xã Cẩm Duệ", "Xã Cẩm Hà"):
        emul("add-unit", "--name", name, "--type", "commune")
    emul(
        "add-exemplar",
        "--name",
        "Lê Thị Thảo",
        "--kind",
        "CN",
        "--unit",
        "U1",
        "--field",
        "Y tế",
        "--date",
        "2021",
    )
    for name in ("Ngõ xanh", "Tổ tiết kiệm"):
        emul("add-model", "--name", name, "--unit", "U1", "--field", "KT", "--year", "2021")
    return emul


def rows(emul, *words: object) -> list[dict]:
    return json.loads(emul("list", *words, "--format", "json").stdout)


def test_nhan_rong_is_a_stage_of_an_exemplar_and_the_replication_of_a_model(office) -> None:
    office("mark", "X1", "nhân rộng", "--date", "2023")
    office("mark", "M1", "nhân rộng", "--date", "2023", "--unit", "Cẩm Hà")

    assert rows(office, "exemplars")[0]["stage"] == "multiplied"
    assert len(rows(office, "models", "--milestone", "replicated")) == 1
    assert "Xã Cẩm Hà" in office("show", "M1").stdout


def test_several_records_are_marked_in_one_go_or_none(office) -> None:
    office("mark", "M1", "M2", "recognised", "--level", "xã", "--date", "2022")
    assert [row["recognised"] for row in rows(office, "models")] == ["grassroots", "grassroots"]

    office("mark", "M1", "M9", "duy trì", "--date", "2022", code=1)
    assert [row["years"] for row in rows(office, "models")] == ["2021:new", "2021:new"]


def test_a_model_is_continued_in_a_later_year_once(office) -> None:
    told = office("mark", "m1", "continued", "--date", "2022").stderr

    assert told == "Recorded the milestone «Continued» (2022) of M1 «Ngõ xanh». Undo: emul undo.\n"
    assert rows(office, "models")[0]["years"] == "2021:new 2022:continued"
    office("mark", "M1", "continued", "--date", "2022", code=1)


def test_a_milestone_recorded_by_mistake_is_taken_off(office) -> None:
    office("mark", "X1", "fostered", "--date", "2022")
    office("mark", "X1", "fostered", "--date", "2022", "--remove")

    assert rows(office, "exemplars")[0]["stage"] == "discovered"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("X1", "recognised", "--date", "2022"), 2),
        (("M1", "fostered", "--date", "2022"), 2),
        (("U1", "discovered", "--date", "2022"), 1),
        (("X9", "fostered", "--date", "2022"), 1),
        (("X1", "nhân rọng", "--date", "2022x"), 2),
        (("X1", "fostered"), 2),
    ],
)
def test_an_unfit_milestone_is_refused(office, words, code) -> None:
    assert office("mark", *words, code=None).code in (1, code)


def test_an_edit_tells_old_and_new(office) -> None:
    told = office("edit", "x1", "--birth-year", "1975", "--unit", "cam ha").stderr

    assert told.splitlines() == [
        "Changed X1 «Lê Thị Thảo» (undo: emul undo):",
        "  Unit: Xã Cẩm Duệ → Xã Cẩm Hà",
        "  Born: – → 1975",
    ]
    assert rows(office, "exemplars")[0]["unit"] == "Xã Cẩm Hà"


def test_an_edit_speaks_in_words_not_in_codes(office) -> None:
    told = office("edit", "X1", "--field", "moi truong", "--gender", "nữ").stderr

    assert "  Field: Health → Environment" in told.splitlines()
    assert "  Gender: – → Female" in told.splitlines()


def test_an_edit_that_changes_nothing_says_so(office) -> None:
    assert "is as it was" in office("edit", "X1", "--field", "y te").stderr


def test_an_empty_value_empties_a_column_but_never_a_needed_one(office) -> None:
    office("edit", "X1", "--position", "Bí thư chi bộ")
    office("edit", "X1", "--position", "")

    assert rows(office, "exemplars")[0]["position"] is None
    assert "--name" in office("edit", "X1", "--name", "", code=2).stderr


def test_the_day_of_discovery_is_corrected(office) -> None:
    office("edit", "X1", "--discovered", "05/2022")

    assert rows(office, "exemplars")[0]["discovered"] == "2022-05"


def test_a_column_of_another_noun_is_refused(office) -> None:
    assert "--gender is not for model" in office("edit", "M1", "--gender", "nữ", code=2).stderr


def test_an_edit_without_a_value_says_how(office) -> None:
    assert "emul edit M1" in office("edit", "M1", code=2).stderr


def test_an_unknown_id_is_exit_code_1(office) -> None:
    for line in (
        ["edit", "M9", "--name", "x"],
        ["cancel", "M9", "--reason", "x"],
        ["show", "M9"],
        ["show", "Z1"],
    ):
        assert line[1] in office(*line, code=1).stderr


def test_what_is_cancelled_stays_visible_and_leaves_the_counting(office) -> None:
    told = office("cancel", "M2", "--reason", "ghi trùng").stderr

    assert (
        told
        == "Cancelled model M2 «Tổ tiết kiệm»; it can still be seen: emul show M2. Undo: emul undo.\n"
    )
    assert [row["id"] for row in rows(office, "models")] == ["M1"]
    assert [row["cancelled_reason"] for row in rows(office, "models", "--cancelled")] == [
        "ghi trùng"
    ]
    assert "ghi trùng" in office("show", "M2").stdout
    office("cancel", "M2", "--reason", "x", code=1)


def test_cancelling_needs_a_reason(office) -> None:
    assert office("cancel", "M1", code=2).stderr == "Missing: --reason.\n"
    office("cancel", "M1", "--reason", " ", code=2)

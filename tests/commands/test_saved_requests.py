"""Reports that are asked every quarter, saved under a name in the register."""

import json

import pytest


@pytest.fixture(autouse=True)
def _register(emul) -> None:
    emul("init", "--unit", "Huyện Cẩm Xuyên", "--yes")
    emul("add-unit", "--name", "Xã Cẩm Duệ", "--type", "commune")
    emul("add-unit", "--name", "Xã Cẩm Hà", "--type", "commune")


def figures(emul, *words: str):
    return json.loads(emul("report", *words, "--format", "json").stdout)


def test_a_saved_request_is_asked_again_by_its_name_alone(emul) -> None:
    told = emul("report", "2023", "--unit", "Cẩm Duệ", "--models", "2021-2023", "--save", "Quý")

    assert "emul report Quý" in told.stderr
    expected = figures(emul, "2023", "--unit", "Cẩm Duệ", "--models", "2021-2023")
    assert figures(emul, "quy") == expected


def test_what_is_said_now_goes_before_what_was_saved(emul) -> None:
    emul("report", "2023", "--unit", "Cẩm Duệ", "--save", "quy")

    assert figures(emul, "quy", "--unit", "Cẩm Hà") == figures(emul, "2023", "--unit", "Cẩm Hà")


def test_a_request_is_saved_as_it_was_said_not_as_it_was_on_that_day(emul) -> None:
    emul("report", "năm nay", "--save", "nam")

    assert figures(emul, "nam") == figures(emul, "năm nay")


def test_saving_is_a_change_that_is_taken_back(emul) -> None:
    emul("report", "2023", "--save", "quy")
    emul("report", "2022", "--save", "QUY")
    assert figures(emul, "quy") == figures(emul, "2022")

    emul("undo", "--yes")
    assert figures(emul, "quy") == figures(emul, "2023")
    emul("undo", "C4", "--yes")
    assert "quy" in emul("report", "quy", code=2).stderr


def test_a_name_is_no_period_and_an_unknown_one_names_those_there_are(emul) -> None:
    assert "«2023» is a period" in emul("report", "2022", "--save", "2023", code=1).stderr
    emul("report", "2023", "--save", "quy")

    assert "Saved requests: quy." in emul("report", "quyx", code=2).stderr
    assert emul("report", "quy", "-o", "quy.docx").code == 0


def test_the_command_for_a_name_with_blanks_can_be_pasted(emul) -> None:
    told = emul("report", "2023", "--save", "quý một")

    assert 'emul report "quý một"' in told.stderr


def test_a_saved_request_is_taken_away_by_its_name_and_comes_back(emul) -> None:
    emul("report", "2023", "--save", "Quý")

    assert "«Quý»" in emul("report", "quy", "--forget").stderr
    assert "Quý" not in emul("report", "quy", code=2).stderr
    assert "«quy»" in emul("report", "quy", "--forget", code=1).stderr

    emul("undo", "--yes")
    assert figures(emul, "quy") == figures(emul, "2023")

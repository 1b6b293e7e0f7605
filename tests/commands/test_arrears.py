"""`list units --without`: units that have sent nothing, and the sentence that reminds them."""

import json

import pytest


@pytest.fixture
def office(emul):
    """A district, two communes and a village; the village has a model of 2023."""
    emul("init", "--yes", "--unit", "Huyện Cẩm Xuyên")
    emul("add-unit", "--name", "Huyện Cẩm Xuyên", "--type", "district")
    for name in ("Xã Cẩm Duệ", "Xã Cẩm Hà"):
        emul("add-unit", "--name", name, "--type", "commune", "--parent", "U1")
    emul("add-unit", "--name", "Thôn 1", "--type", "village", "--parent", "U2")
    emul("add-model", "--name", "Ngõ xanh", "--unit", "U4", "--field", "KT", "--year", "2023")
    return emul


def ids(emul, *words: object) -> list[str]:
    answer = emul("list", "units", "--without", *words, "--format", "json")
    return [row["id"] for row in json.loads(answer.stdout)]


def test_what_a_unit_below_has_sent_speaks_for_those_above(office) -> None:
    assert ids(office, "models", "--period", "2023") == ["U3"]
    assert ids(office, "models", "--period", "2024") == ["U1", "U2", "U3", "U4"]
    assert ids(office, "models", "--period", "2024", "--type", "xã") == ["U2", "U3"]
    assert ids(office, "exemplars") == ["U1", "U2", "U3", "U4"]


def test_a_year_that_the_period_cuts_reminds_nobody(office) -> None:
    assert ids(office, "models", "--period", "H1/2023") == ["U3"]


def test_a_cancelled_model_speaks_for_nobody(office) -> None:
    office("cancel", "M1", "--reason", "nhập nhầm")

    assert ids(office, "models", "--period", "2023") == ["U1", "U2", "U3", "U4"]


def test_a_unit_whose_place_another_took_is_not_reminded_and_speaks_for_its_successor(
    office,
) -> None:
    office("add-unit", "--name", "Xã Cẩm Mới", "--type", "commune")
    office("succeed", "U2", "U3", "--by", "U5", "--on", "01/01/2024")
    office("mark", "M1", "continued", "--date", "2024")

    assert ids(office, "models", "--period", "2024") == ["U1"]


def test_the_reminder_can_be_pasted(office) -> None:
    told = office("--lang", "vi", "list", "units", "--without", "models", "--period", "2023")

    assert (
        "còn 01 đơn vị chưa đăng ký mô hình «dân vận khéo» năm 2023: Xã Cẩm Hà. Đề nghị"
        in told.stderr
    )
    assert "gửi về Huyện Cẩm Xuyên trước ngày" in told.stderr
    assert "Đề nghị" not in told.stdout


def test_nobody_in_arrears_is_said_too(office) -> None:
    words = ("list", "units", "--without", "models", "--period", "2023", "--type", "village")
    assert "Every unit" in office(*words).stderr


@pytest.mark.parametrize(
    "words", [("units", "--without", "decisions"), ("models", "--without", "models")]
)
def test_what_does_not_fit_is_refused(office, words) -> None:
    assert "--without" in office("list", *words, code=2).stderr

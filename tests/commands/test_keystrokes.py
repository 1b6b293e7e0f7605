"""How many keys an everyday entry takes on a terminal, names counted apart (docs/keystrokes.md)."""

import sys

import pytest

from .typing_clerk import Clerk

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no pseudo-terminal")


@pytest.fixture
def clerk(emul, register_path, tmp_path, monkeypatch):
    monkeypatch.setenv("EMUL_LANG", "vi")
    emul("init", "--unit", "Huyện Thử", "--yes")
    emul("add-unit", "--name", "Xã Mẫu", "--type", "commune", "--code", "M")
    emul(
        "add-decision", "--number", "12/QĐ-UBND", "--date", "20/12/2023", "--body", "UBND huyện",
        "--level", "district",
    )  # fmt: skip
    emul(
        "add-exemplar", "--name", "Lê Văn An", "--kind", "CN", "--unit", "M", "--field", "Y tế",
        "--date", "2023",
    )  # fmt: skip
    return Clerk(tmp_path)


def test_a_dated_exemplar_takes_at_most_35(clerk, emul):
    clerk.run(
        "emul add-exemplar",
        "«Trần Thị Bình»",
        "cn",
        "«xa mau»",
        "y te",
        "2023",
    )
    assert "2023" in emul("list", "exemplars", "--period", "2023", "--format", "csv").stdout
    assert "Trần Thị Bình" in emul("list", "exemplars", "--period", "2023").stdout
    assert clerk.keys == 33


def test_a_further_honour_of_the_same_decision_takes_at_most_20(clerk, emul):
    first = (
        "«Lê Văn An»",
        "cn",
        "«xa mau»",
        "khen thuong",
        "giay khen",
        "«12/QĐ»",
    )
    one = Clerk(clerk.home)
    one.run("emul add-honour", *first, "")
    several = Clerk(clerk.home)
    several.run(
        "emul add-honour",
        *first,
        "«Tổ Một»",
        "tt",
        "",
        "«Trần Thị Bình»",
        "cn",
        "«xa mau»",
        "",
    )
    rows = emul("list", "honours", "--decision", "D1", "--format", "csv").stdout.splitlines()
    assert len(rows) - 1 == 4
    assert all("giay-khen" in row or "Giấy khen" in row for row in rows[1:])
    assert (several.keys - one.keys) / 2 == 5


def test_a_stage_takes_at_most_25(clerk, emul):
    clerk.run("emul mark X1", "3", "2023")
    assert "multiplied" in emul("list", "exemplars", "--format", "csv").stdout
    assert clerk.keys == 20


def test_a_correction_takes_at_most_20(clerk, emul):
    clerk.run("emul edit X1", "1", "«Lê Văn Ân»", "")
    assert "Lê Văn Ân" in emul("list", "exemplars").stdout
    assert clerk.keys == 17


def test_a_name_that_is_nearly_right_is_chosen_by_number(clerk):
    shown = clerk.run("emul show 'le vna an'", "1", names=11)
    assert "X1  Lê Văn An" in shown


def test_who_is_known_is_offered_while_the_name_is_given(clerk, emul):
    emul("edit", "X1", "--birth-year", "1970", "--gender", "nữ")

    shown = clerk.run(
        "emul add-honour", "«Bà Lê Văn An»", "1", "khen thuong", "giay khen", "«12/QĐ»", ""
    )

    assert "X1 Lê Văn An (Cá nhân, Xã Mẫu, 1970)" in shown
    answer = emul("show", "H1").stdout
    assert "mô hình X1" in " ".join(answer.split())
    assert {"1970", "Nữ"} <= set(answer.split())
    assert answer.startswith("H1  Lê Văn An")


def test_somebody_else_of_that_name_is_asked_for_everything(clerk, emul):
    clerk.run(
        "emul add-honour", "«Lê Văn An»", "", "cn", "«xa mau»", "khen thuong", "giay khen",
        "«12/QĐ»", "",
    )  # fmt: skip

    assert "1970" not in emul("show", "H1").stdout

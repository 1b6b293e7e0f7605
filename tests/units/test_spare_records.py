"""Two records of one unit, or of one movement, are made one, here and where registers meet."""

import json
from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def _register(emul) -> None:
    emul("init", "--unit", "Huyện Mẫu", "--lang", "en", "--yes")
    emul("add-unit", "--name", "Xã Mẫu", "--type", "commune")
    emul("add-unit", "--name", "Xã Mẩu", "--type", "commune", "--code", "M")


def exemplar(emul, unit: str, *more: str) -> None:
    emul(
        *more, "add-exemplar", "--name", "Lê Thị An", "--kind", "CN", "--unit", unit,
        "--field", "Y tế", "--date", "2023",
    )  # fmt: skip


def rows(emul, *words: str) -> list[dict]:
    return json.loads(emul(*words, "--format", "json").stdout)


def total(emul, *more: str) -> int:
    report = emul(*more, "report", "2023", "--format", "json").stdout
    return json.loads(report)["exemplars"]["total"]


def test_what_names_the_spare_unit_names_the_other_and_undo_takes_it_back(emul) -> None:
    exemplar(emul, "U1")
    exemplar(emul, "U2")
    emul("add-unit", "--name", "Thôn Một", "--type", "village", "--parent", "U2")
    assert total(emul) == 2

    said = emul("join", "U1", "U2").stderr

    assert "U1 «Xã Mẫu» took over U2 «Xã Mẩu»: 2 rows name it now" in said
    assert total(emul) == 1
    assert [row["name"] for row in rows(emul, "list", "units")] == ["Xã Mẫu", "Thôn Một"]
    assert rows(emul, "list", "units")[1]["parent"] == "Xã Mẫu"
    for name in ("Xã Mẩu", "M"):
        [row] = rows(emul, "list", "exemplars", "--unit", name)
        assert row["unit_id"] == "U1"
    exemplar(emul, "Xã Mẩu")  # later work
    emul("check", "--deep")
    emul("undo", "C7", "--yes")
    assert [row["name"] for row in rows(emul, "list", "units")] == ["Xã Mẫu", "Xã Mẩu", "Thôn Một"]
    assert total(emul) == 2


def test_units_that_follow_one_another_or_were_parted_are_not_joined_unasked(emul) -> None:
    emul("distinct", "U1", "U2")
    assert "--yes" in emul("join", "U1", "U2", code=1).stderr
    emul("join", "U1", "U2", "--yes")
    emul("undo", "--yes")
    emul("distinct", "U1", "U2", "--undo")

    emul("succeed", "U1", "--by", "U2", "--on", "01/07/2025")
    assert "two units" in emul("join", "U1", "U2", code=1).stderr
    assert "cannot be one" in emul("join", "U1", "U1", code=1).stderr


def test_movements_are_joined_with_the_more_exact_day_and_all_names(emul) -> None:
    emul("add-movement", "--name", "Thi đua quyết thắng", "--date", "2021")
    emul("add-movement", "--name", "Phong trào thi đua quyết thắng", "--date", "05/2021")
    one, other = (row["id"] for row in rows(emul, "list", "movements")[-2:])
    exemplar(emul, "U1")
    emul("edit", "X1", "--movement", other)

    emul("join", one, other)

    assert [row["date"] for row in rows(emul, "list", "movements") if row["id"] == one] == [
        "2021-05"
    ]
    assert len(rows(emul, "list", "exemplars", "--movement", one)) == 1
    assert len(rows(emul, "list", "exemplars", "--movement", "phong trào thi đua quyết thắng")) == 1
    assert "cancelled" in emul("show", other).stdout.lower()


def test_where_registers_meet_the_spare_unit_of_the_other_desk_is_the_one_here(emul) -> None:
    emul("backup", "there.db")
    exemplar(emul, "U2", "--db", "there.db")
    emul("join", "U1", "U2")

    emul("merge", "there.db")

    [row] = rows(emul, "list", "exemplars")
    assert (row["unit"], row["unit_id"]) == ("Xã Mẫu", "U1")
    emul("check", "--deep")


def test_what_must_go_before_a_join_is_taken_back_is_said_and_named(emul) -> None:
    exemplar(emul, "U2")
    assert "edits made later to those rows go first" in emul("join", "U1", "U2").stderr
    emul("edit", "X1", "--birth-year", "1970")

    assert "X1 (C6)" in emul("undo", "C5", "--yes", code=1).stderr

    emul("undo", "C6", "--yes")
    emul("undo", "C5", "--yes")
    assert [row["unit"] for row in rows(emul, "list", "exemplars")] == ["Xã Mẩu"]


@pytest.mark.parametrize("pair", [("U1", "U4"), ("U4", "U1")])
def test_a_unit_is_not_joined_with_one_that_lies_below_it_at_any_height(emul, pair) -> None:
    emul("add-unit", "--name", "Thôn Một", "--type", "village", "--parent", "U1")
    emul("add-unit", "--name", "Tổ Một", "--type", "other", "--parent", "U3")

    assert "two units" in emul("join", *pair, code=1).stderr
    assert "WRONG" not in emul("check").stdout


@pytest.mark.parametrize("pair", [("U1", "U3"), ("U3", "U1")])
def test_a_unit_is_not_joined_with_one_that_follows_it_over_others_of_one_day(emul, pair) -> None:
    emul("add-unit", "--name", "Xã Ba", "--type", "commune")
    Path("ke.csv").write_text(
        "Đơn vị cũ,Đơn vị mới,Ngày\nXã Mẫu,Xã Mẩu,01/07/2025\nXã Mẩu,Xã Ba,01/07/2025\n",
        "utf-8",
    )
    emul("import", "ke.csv", "--yes")

    assert "two units" in emul("join", *pair, code=1).stderr


def test_rows_that_have_no_place_beside_those_of_the_other_are_told(emul) -> None:
    emul("add-unit", "--name", "Xã Cũ", "--type", "commune")
    for unit in ("U1", "U2"):
        emul("succeed", "U3", "--by", unit, "--on", "01/07/2025")

    assert "1 row of U2 went" in emul("join", "U1", "U2").stderr


def counted(emul) -> int:
    return int(emul("table", "mau", "2023", "--format", "csv").stdout.strip().split(",")[-1])


def test_a_kept_table_that_names_the_spare_unit_names_the_other(emul) -> None:
    exemplar(emul, "U2")
    emul("table", "new", "mau", "--rows", "field", "--column", "Số = exemplars unit=U2")

    emul("join", "U1", "U2")

    assert "unit=U1" in emul("table", "list").stdout
    assert counted(emul) == 1
    emul("undo", "--yes")
    assert "unit=U2" in emul("table", "list").stdout
    assert counted(emul) == 1

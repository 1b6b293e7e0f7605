"""Records that may be one are named with the reasons; joining keeps everything and can be undone."""

import json
import shutil

import pytest

from emulation_cli.domain.errors import Refused
from emulation_cli.domain.partial_date import PartialDate
from emulation_cli.register import joining, recording, undo
from emulation_cli.register.merging import Wishes, merge
from emulation_cli.tallies.duplicates import suspects

from .conftest import add_unit, new_register


def person(register, name, unit, **values) -> str:
    given = {"name": name, "kind": "individual", "unit": unit, "field": "Y tế", **values}
    return recording.add(register, "exemplars", given).id


@pytest.fixture
def namesakes(district):
    """Nguyễn Thị Mơ in an old commune and in the new one, a namesake, a slip of the pen."""
    old, new, far = district.unit(2), district.unit(8), district.unit(4)
    person(district, "Nguyễn Thị Mơ", old, birth_year=1970, discovered=PartialDate("2022"))
    person(district, "Nguyễn Thị Mơ", new, position="Trưởng thôn", discovered=PartialDate("2026"))
    person(district, "Nguyễn Thị Mơ", far, birth_year=1991)
    person(district, "Nguyễn Thị Mợ", new, birth_year=1970)
    return district


def test_the_most_alike_come_first_and_namesakes_stay_two(namesakes) -> None:
    found = suspects(namesakes)

    pairs = [(pair.one, pair.other) for pair in found]
    assert pairs[0] == ("X6", "X9")
    assert ("X6", "X7") in pairs
    assert not [pair for pair in pairs if "X8" in pair]
    assert found[0].evidence == ("unit", "kind", "birth_year", "field")


def test_names_that_differ_in_their_number_are_two(district) -> None:
    for name in (
        "Tổ 1 thôn Đông",
        "Tổ 2 thôn Đông",
        "Tổ 2, thôn Đông",
        "Khu I thôn Đông",
        "Khu II thôn Đông",
    ):
        person(district, name, district.unit(2), kind="collective")

    assert {pair.names for pair in suspects(district)} == {("Tổ 2 thôn Đông", "Tổ 2, thôn Đông")}


def test_a_new_record_is_warned_of_along_the_succession(emul, namesakes) -> None:
    namesakes.close()
    words = ("--kind", "CN", "--unit", "Xã Cẩm Xuyên", "--field", "Y tế", "--birth-year", "1970")

    told = emul("add-exemplar", "--name", "Nguyễn thị Mơ", *words, "--date", "2026").stderr

    assert "X6" in told
    assert "X7" in told


def test_joining_keeps_milestones_and_honours_and_can_be_taken_back(emul, namesakes) -> None:
    namesakes.close()
    emul("mark", "X7", "fostered", "--date", "2026")
    emul(
        "add-honour",
        "--recipient",
        "Nguyễn Thị Mơ",
        "--kind",
        "CN",
        "--unit",
        "U8",
        "--act",
        "praise",
        "--date",
        "2026",
        "--for",
        "X7",
    )
    before = emul("list", "exemplars", "--format", "csv").stdout

    emul("join", "x6", "X7")
    shown = emul("show", "X6").stdout
    emul("duplicates", "exemplars")
    emul("undo")

    assert "Trưởng thôn" in shown
    assert "Fostered" in shown
    assert "H1" in shown
    assert emul("list", "exemplars", "--format", "csv").stdout == before


def test_two_remembered_as_two_are_not_named_again(emul, namesakes) -> None:
    namesakes.close()
    emul("distinct", "X6", "X9")

    rows = json.loads(emul("duplicates", "--format", "json").stdout)

    assert ("X6", "X9") not in [(row["id"], row["id2"]) for row in rows]
    assert "already" in emul("distinct", "X9", "X6").stderr


def test_only_like_and_like_can_be_one(namesakes) -> None:
    values = {"name": "Ngõ xanh", "unit": namesakes.unit(2), "field": "KT", "year": 2023}
    model = recording.add(namesakes, "models", values).id

    for one, other in (("X6", "X6"), ("X6", model), ("X6", "U2")):
        with pytest.raises(Refused):
            joining.join(namesakes, one, other, "")


def test_two_models_registered_in_one_year_become_one(district) -> None:
    unit = district.unit(2)
    for year in (2022, 2023):
        values = {"name": f"Ngõ xanh {year}", "unit": unit, "field": "KT", "year": 2023}
        recording.add(district, "models", values)

    joining.join(district, "M1", "M2", "một")

    years = district.rows("SELECT model_id, year FROM registration ORDER BY id")
    assert years == [{"model_id": 1, "year": 2023}, {"model_id": 2, "year": 2023}]


def test_a_join_goes_to_the_other_registers_and_new_records_find_their_way(tmp_path) -> None:
    below, above = tmp_path / "below.db", tmp_path / "above.db"
    with new_register(below) as register:
        unit = add_unit(register, "Xã Cẩm Hà")
        for name in ("Trần Văn A", "Trần Văn Á"):
            person(register, name, unit, discovered=PartialDate("2022"))
    shutil.copy(below, tmp_path / "copy.db")
    with new_register(above) as here, new_register(tmp_path / "x.db") as _, _open(below) as there:
        merge(here, [below], Wishes())
        joining.join(there, "X1", "X2", "một")
        merge(here, [below], Wishes())
        with _open(tmp_path / "copy.db") as copy:
            from emulation_cli.register.editing import mark

            mark(copy, ["X2"], "fostered", date=PartialDate("2024"))
        assert not merge(here, [tmp_path / "copy.db"], Wishes()).blocked
        rows = here.rows("SELECT exemplar_id, milestone FROM exemplar_milestone ORDER BY id")
        assert {row["exemplar_id"] for row in rows if row["milestone"] == "fostered"} == {1}
        cancelled = here.rows("SELECT id FROM exemplar WHERE cancelled_on IS NOT NULL")
        assert cancelled == [{"id": 2}]
        undo.undo(here, undo.last_change(here))


def _open(path):
    from emulation_cli.register.opening import open_register

    return open_register(path)

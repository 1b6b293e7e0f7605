"""Records that may be one are named with the reasons; joining keeps everything and can be undone."""

import json

import pytest

from emulation_cli.domain.errors import Refused
from emulation_cli.domain.times.partial_date import PartialDate
from emulation_cli.register.identity.verdicts import pronounce, withdraw
from emulation_cli.register.merging.register_merge import MergeWishes, merge
from emulation_cli.register.recording import new_records
from emulation_cli.tallies.row_lists.listings import ListRequest, listing
from emulation_cli.tallies.row_lists.lookalikes import suspects

from .conftest import add_unit, new_register


def person(register, name, unit, **values) -> str:
    given = {"name": name, "kind": "individual", "unit": unit, "field": "Y tế", **values}
    return new_records.add(register, "exemplars", given).id


@pytest.fixture
def namesakes(district):
    """Nguyễn Thị Mơ in an old commune and in the new one, a namesake, a slip of the pen."""
    old, new, far = district.unit(2), district.unit(8), district.unit(4)
    person(district, "Nguyễn Thị Mơ", old, birth_year=1970, discovered=PartialDate("2022"))
    person(district, "Nguyễn Thị Mơ", new, position="Trưởng thôn", discovered=PartialDate("2026"))
    person(district, "Nguyễn Thị Mơ", far, birth_year=1991)
    person(district, "Nguyễn Thị Mợ", new, birth_year=1970)
    return district


def test_slips_of_the_pen_are_suspects_and_namesakes_stay_two(namesakes) -> None:
    """X6 and X7, of a commune and of the one that followed it, are one by themselves."""
    found = suspects(namesakes)

    pairs = [(pair.one, pair.other) for pair in found]
    assert pairs[0] == ("X6", "X9")
    assert not [pair for pair in pairs if "X8" in pair]
    assert found[0].evidence == ("unit", "kind", "birth_year", "field")
    assert one_of(namesakes, "X6") == one_of(namesakes, "X7") == "X6"


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


def test_what_is_joined_counts_once_and_can_be_parted_after_later_work(namesakes) -> None:
    pronounce(namesakes, "X6", "X9", "same")
    assert one_of(namesakes, "X9") == "X6"

    person(namesakes, "Người Khác", namesakes.unit(2))
    withdraw(namesakes, "X9", "X6")

    assert one_of(namesakes, "X9") == "X9"
    with pytest.raises(Refused):
        withdraw(namesakes, "X9", "X6")


def test_a_join_shows_the_whole_life_of_both(emul, namesakes) -> None:
    namesakes.close()
    honour = ("--recipient", "Nguyễn Thị Mơ", "--kind", "CN", "--unit", "U8", "--act", "praise")
    emul("mark", "X9", "fostered", "--date", "2026")
    emul("add-honour", *honour, "--date", "2026")

    emul("join", "x6", "X9")
    shown = emul("show", "X6").stdout

    assert "Fostered" in shown
    assert "H1" in shown
    assert "X9" in shown


def test_no_verdict_contradicts_another_unasked(namesakes) -> None:
    pronounce(namesakes, "X6", "X9", "same")
    with pytest.raises(Refused) as refused:
        pronounce(namesakes, "X9", "X6", "distinct")
    assert refused.value.sentence == "identity.said_same"

    assert pronounce(namesakes, "X9", "X6", "distinct", instead=True).new
    assert one_of(namesakes, "X9") == "X9"
    with pytest.raises(Refused):
        pronounce(namesakes, "X6", "X9", "same")


def test_two_remembered_as_two_are_not_named_again(emul, namesakes) -> None:
    namesakes.close()
    emul("distinct", "X6", "X9")

    rows = json.loads(emul("duplicates", "--format", "json").stdout)

    assert ("X6", "X9") not in [(row["id"], row["id2"]) for row in rows]
    assert "already" in emul("distinct", "X9", "X6").stderr


def test_only_like_and_like_can_be_one(namesakes) -> None:
    values = {"name": "Ngõ xanh", "unit": namesakes.unit(2), "field": "KT", "year": 2023}
    model = new_records.add(namesakes, "models", values).id

    for one, other in (("X6", "X6"), ("X6", "U2")):
        with pytest.raises(Refused):
            pronounce(namesakes, one, other, "same")
    assert pronounce(namesakes, "X6", model, "same").new


def test_two_models_joined_are_one_registration_a_year(district) -> None:
    unit = district.unit(2)
    for year in (2022, 2023):
        values = {"name": f"Ngõ xanh {year}", "unit": unit, "field": "KT", "year": 2023}
        new_records.add(district, "models", values)

    pronounce(district, "M1", "M2", "same")

    found = listing(district, ListRequest("models", registrations=True))
    assert len(found.rows) == 1


def test_a_join_goes_to_the_other_registers(tmp_path) -> None:
    below, above = tmp_path / "below.db", tmp_path / "above.db"
    with new_register(below) as register:
        unit = add_unit(register, "Xã Cẩm Hà")
        for name in ("Trần Văn A", "Trần Văn Á"):
            person(register, name, unit, discovered=PartialDate("2022"))
        pronounce(register, "X1", "X2", "same")
    with new_register(above) as here:
        assert not merge(here, [below], MergeWishes()).blocked
        assert one_of(here, "X2") == "X1"
        assert not merge(here, [below], MergeWishes()).news


def one_of(register, record: str) -> str:
    """The subject that an exemplar belongs to."""
    sql = "SELECT subject FROM exemplars WHERE id = ?"
    return register.row(sql, (int(record[1:]),))["subject"]

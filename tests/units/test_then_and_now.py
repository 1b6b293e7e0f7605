"""A record stands under the unit of its time, of the period's end or of today: the totals agree."""

import json
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from emulation_cli.domain.errors import Refused
from emulation_cli.domain.times.partial_date import PartialDate
from emulation_cli.domain.times.period import Period
from emulation_cli.register.recording import unit_successions
from emulation_cli.tallies.measures.answering_units import answering, unit_map
from emulation_cli.tallies.measures.figures import ReportRequest
from emulation_cli.tallies.measures.period_figures import figures
from emulation_cli.tallies.row_lists.listings import ListRequest, listing

from .conftest import add_exemplar, add_unit, new_register


def by_unit(emul, *words) -> dict[str, int]:
    answer = emul("report", *words, "--format", "json").stdout
    return {row["label"]: row["total"] for row in json.loads(answer)["exemplars"]["by_unit"]}


def test_a_report_shows_the_units_of_the_end_of_its_period(emul, district) -> None:
    assert by_unit(emul, "2021-2023") == {
        "Xã Cẩm Quang": 1, "Xã Cẩm Quan": 1, "Xã Cẩm Duệ": 1, "Xã Cẩm Sơn": 1,
    }  # fmt: skip
    assert by_unit(emul, "2021-2025") == {
        "Xã Cẩm Xuyên": 2, "Xã Cẩm Duệ": 1, "Not assigned to a new unit": 1,
    }  # fmt: skip


def test_then_and_now_show_the_other_map(emul, district) -> None:
    assert by_unit(emul, "2021-2025", "--units", "then") == by_unit(emul, "2021-2023")
    assert by_unit(emul, "2021-2023", "--units", "now") == by_unit(emul, "2021-2025")


def test_the_new_unit_answers_for_the_records_of_the_old_ones(emul, district) -> None:
    words = ("exemplars", "--period", "2021-2025", "--unit", "Xã Cẩm Xuyên", "--format", "json")
    rows = json.loads(emul("list", *words).stdout)

    assert [(row["unit"], row["unit_then"]) for row in rows] == [
        ("Xã Cẩm Xuyên", "Xã Cẩm Quang"),
        ("Xã Cẩm Xuyên", "Xã Cẩm Quan"),
    ]


def test_of_two_communes_of_one_name_the_period_decides(emul, district) -> None:
    old = by_unit(emul, "2023", "--unit", "Xã Cẩm Duệ")
    both = by_unit(emul, "2021-2026", "--unit", "Xã Cẩm Duệ")
    refused = emul("list", "exemplars", "--unit", "Xã Cẩm Duệ", code=1)

    assert (old, both) == ({"Xã Cẩm Duệ": 1}, {"Xã Cẩm Duệ": 2})
    assert "U4 Xã Cẩm Duệ (… - 30/06/2025), U9 Xã Cẩm Duệ (01/07/2025 - …)" in refused.stderr


def test_the_district_keeps_only_its_own_bodies_today(emul, district) -> None:
    assert sum(by_unit(emul, "2021-2023", "--unit", "U1").values()) == 4
    # The record of the split commune stays with the district until it is assigned.
    assert by_unit(emul, "2021-2023", "--unit", "U1", "--units", "now") == {
        "Not assigned to a new unit": 1
    }


def test_records_of_a_split_unit_are_listed_and_assigned(emul, district) -> None:
    rows = json.loads(
        emul("list", "exemplars", "--units", "now", "--unassigned", "--format", "json").stdout
    )
    assert [row["name"] for row in rows] == ["Người mẫu 3"]
    district.close()

    emul("edit", rows[0]["id"], "--unit", "Xã Cẩm Lạc")

    assert "Not assigned to a new unit" not in by_unit(emul, "2021-2025")


def test_a_new_record_of_either_commune_is_told_apart_by_its_day(emul, district) -> None:
    district.close()
    words = ("--kind", "CN", "--unit", "Xã Cẩm Duệ", "--field", "Y tế")

    emul("add-exemplar", "--name", "Trần Văn Cũ", *words, "--date", "05/2024")
    emul("add-exemplar", "--name", "Trần Văn Mới", *words, "--date", "2026")
    emul("add-exemplar", "--name", "Trần Văn Chưa Rõ", *words, "--date", "2025", code=1)

    rows = json.loads(emul("list", "exemplars", "--format", "json").stdout)
    assert [row["unit_id"] for row in rows[-2:]] == ["U4", "U9"]


def test_a_unit_cannot_follow_itself(district) -> None:
    one, other = district.unit(8), district.unit(2)
    with pytest.raises(Refused):
        unit_successions.succeed(district, [one], [one], "2025-07-01")
    with pytest.raises(Refused):
        unit_successions.succeed(district, [one], [other], "2025-07-01")


def test_what_is_known_already_is_refused_and_another_day_too(district) -> None:
    old, new = district.unit(2), district.unit(8)
    with pytest.raises(Refused):
        unit_successions.succeed(district, [old], [new], "2025-07-01")
    with pytest.raises(Refused):
        unit_successions.succeed(district, [old], [new], "2025-01-01")


def test_a_unit_that_was_there_before_does_not_begin_anew(district) -> None:
    town = add_unit(district, "Thị trấn Thiên Cầm", "township")
    added = add_unit(district, "Xã Cẩm Huy")
    add_exemplar(district, "Người cũ", town, "2018")

    done = unit_successions.succeed(district, [added], [town], "2020-01-01")

    assert (done.begun, district.unit(town.id).valid_from) == ((), None)
    assert district.unit(added.id).valid_to == "2019-12-31"


STEPS = st.dictionaries(
    st.integers(1, 6),
    st.lists(st.tuples(st.sampled_from(["2019", "2020", "2025"]), st.integers(1, 6)), max_size=3),
)


@given(STEPS)
def test_every_way_through_successions_ends(steps) -> None:
    for unit in range(1, 7):
        assert answering(steps, unit) in {None, *range(1, 7)}


def test_the_way_ends_where_a_unit_came_back() -> None:
    steps = {1: [("2010-01-01", 2)], 2: [("2015-01-01", 1)]}

    assert (answering(steps, 1), answering(steps, 2)) == (1, 1)


PAIRS = st.sets(
    st.tuples(st.integers(0, 5), st.integers(0, 5), st.sampled_from([2019, 2022, 2025])), max_size=8
)


@example({(2, 1, 2025), (1, 0, 2022), (0, 2, 2019)}, [(0, 2018)])
@given(PAIRS, st.lists(st.tuples(st.integers(0, 5), st.integers(2018, 2025)), max_size=12))
def test_totals_are_equal_on_every_map(tmp_path_factory, pairs, records) -> None:
    path = tmp_path_factory.mktemp("maps") / "register.db"
    with new_register(path) as register:
        units = [add_unit(register, f"Xã số {number}") for number in range(6)]
        for old, new, year in sorted(pairs, key=lambda pair: pair[2]):
            try:
                unit_successions.succeed(register, [units[old]], [units[new]], f"{year}-07-01")
            except Refused:
                continue
        for number, (unit, year) in enumerate(records):
            add_exemplar(register, f"Người {number}", units[unit], str(year))
        _hold_on_every_map(register, units)


def _hold_on_every_map(register, units) -> None:
    period = Period.parse("2018-2024")
    plain = figures(register, ReportRequest(period, units="then")).sections["exemplars"]
    for mode in ("now", None):
        made = figures(register, ReportRequest(period, units=mode)).sections["exemplars"]
        total = sum(row.numbers["total"] for row in made.rows("by_unit"))
        assert made.number("total") == plain.number("total") == total
        for name in ("kinds", "by_year"):
            assert made.parts[name].as_json() == plain.parts[name].as_json()
        for row in made.rows("by_unit"):
            assert row.numbers["total"] == _listed(register, period, mode, row.code)
    today = unit_map(register, date.today().isoformat())
    if set(today.answers) & set(today.answers.values()):
        return  # one that came back answers and is answered for: asked by unit, both hold its records
    tops = [unit for unit in units if today.answers.get(unit.id, unit.id) in (unit.id, None)]
    shares = [
        figures(register, ReportRequest(period, units="now", within=(unit,))) for unit in tops
    ]
    found = (share.sections["exemplars"].number("total") for share in shares)
    assert sum(found) == plain.number("total")


def _listed(register, period, mode, code) -> int:
    request = ListRequest("exemplars", period, units=mode, unassigned=code == "unassigned")
    rows = listing(register, request)
    place = rows.columns.index("unit_id")
    return len([row for row in rows.rows if row[place] == (code if code != "unassigned" else None)])


def test_a_partial_day_may_be_either_of_two_namesakes(district) -> None:
    found = [
        [unit.id for unit in district.units_called("xã cẩm duệ", on and PartialDate(on))]
        for on in ("2023", "2026", "2025", "2025-08", None)
    ]

    assert found == [[4], [9], [4, 9], [9], [4, 9]]


def test_a_record_shows_whose_it_is_today(emul, district) -> None:
    district.close()

    assert "Xã Cẩm Quang (now Xã Cẩm Xuyên)" in emul("show", "X1").stdout
    assert "Xã Cẩm Quang (now Xã Cẩm Xuyên)" in emul("show", "U2").stdout
    assert "Xã Cẩm Sơn (now several units)" in emul("show", "X4").stdout
    assert "(now" not in emul("show", "X5").stdout


def test_tally_and_export_know_the_maps_too(emul, district) -> None:
    import openpyxl

    district.close()
    tallied = emul("tally", "exemplars", "--by", "unit", "--units", "now", "--format", "csv").stdout
    emul("export", "exemplars", "--units", "now", "-o", "now.xlsx")

    assert "Xã Cẩm Xuyên,2" in tallied.replace(",total", "")
    book = openpyxl.load_workbook("now.xlsx")
    rows = [row for sheet in book for row in sheet.values if "Người mẫu" in str(row)]
    cells = {str(cell) for row in rows for cell in row}
    assert "Xã Cẩm Xuyên" in cells
    assert "Xã Cẩm Quang" not in cells
    assert "Xã Cẩm Sơn" in cells


def test_a_unit_shows_whom_it_followed_and_who_followed_it(emul, district) -> None:
    district.close()

    old, new = emul("show", "U2").stdout, emul("show", "U8").stdout

    assert "01/07/2025  now Xã Cẩm Xuyên" in old
    assert "1665/NQ-UBTVQH15" in old
    assert "follows Xã Cẩm Quan" in new
    assert "follows Xã Cẩm Quang" in new

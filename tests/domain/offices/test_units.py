"""Units, found the many ways in which offices write their names."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emulation_cli.domain.offices.unit_keys import search_keys, stored_keys
from emulation_cli.domain.offices.units import Unit, UnitNames
from emulation_cli.domain.text import fold
from emulation_cli.domain.times.partial_date import PartialDate

DISTRICT = Unit(1, "CX", "Huyện Cẩm Xuyên", "district")
TOWN = Unit(2, None, "Thị trấn Cẩm Xuyên", "township", 1, ("TT Cẩm Xuyên",))
COMMUNES = tuple(
    Unit(number, f"CX-{number:02}", f"Xã {name}", "commune", 1)
    for number, name in enumerate(
        ("Cẩm Duệ", "Cẩm Hà", "Cẩm Hạ", "Cẩm Quan", "Cẩm Quang", "Cẩm Bình", "Yên Hòa"), start=3
    )
)
DUE, HA, HAJ, QUAN, QUANG, BINH, YEN_HOA = COMMUNES
YOUTH = Unit(20, None, "Huyện đoàn Cẩm Xuyên", "mass_organisation", 1, ("Huyện đoàn", "Đoàn huyện"))
SCHOOL = Unit(21, None, "Trường Tiểu học Cẩm Bình", "school", 8)
UNITS = (DISTRICT, TOWN, *COMMUNES, YOUTH, SCHOOL)
names = UnitNames(UNITS)

WAYS = (
    "Xã {}", "xã {}", "XÃ {}", "{}", "UBND xã {}", "Ủy ban nhân dân xã {}", "Đảng ủy xã {}",
    "Đảng bộ xã {}", "UBND X. {}", "X. {}", "X.{}", "x {}", "HĐND xã {}", "UBND {}",
    "Xã {}, huyện Cẩm Xuyên", "xã {} - huyện Cẩm Xuyên", " xã  {} ",
)  # fmt: skip


@given(st.sampled_from(COMMUNES), st.sampled_from(WAYS), st.sampled_from(["NFC", "NFD"]))
def test_a_commune_is_found_however_its_name_is_written(unit, way, form):
    written = way.format(unit.name.removeprefix("Xã "))
    assert names.find(unicodedata.normalize(form, written)) == (unit,)


@given(st.sampled_from(UNITS))
def test_a_unit_is_found_by_its_code_and_by_all_its_names(unit):
    for text in (unit.code, *unit.names):
        assert text is None or names.find(text) == (unit,)
        assert text is None or names.find(text.upper()) == (unit,)


def test_cam_quan_is_not_cam_quang():
    for way in WAYS:
        assert names.find(fold(way.format("Cẩm Quan"))) == (QUAN,)
        assert names.find(fold(way.format("Cẩm Quang"))) == (QUANG,)


def test_units_that_only_marks_tell_apart_are_told_apart_by_them():
    for way in WAYS:
        assert names.find(way.format("Cẩm Hà")) == (HA,)
        assert names.find(way.format("Cẩm Hạ")) == (HAJ,)


def test_without_its_marks_a_name_may_mean_several_units():
    assert set(names.find("cam ha")) == {HA, HAJ}
    assert set(names.find("UBND xa cam ha")) == {HA, HAJ}


def test_a_bare_name_of_a_district_and_a_town_means_both():
    assert set(names.find("Cẩm Xuyên")) == {DISTRICT, TOWN}
    assert names.find("TT. Cẩm Xuyên") == (TOWN,)
    assert names.find("thị trấn cẩm xuyên") == (TOWN,)
    assert names.find("H. Cẩm Xuyên") == (DISTRICT,)
    assert names.find("UBND huyện Cẩm Xuyên") == (DISTRICT,)


def test_the_two_places_of_a_tone_are_one_unit():
    assert names.find("Yên Hoà") == names.find("xã Yên Hòa") == (YEN_HOA,)


def test_a_school_of_a_commune_is_not_the_commune():
    assert names.find("Trường tiểu học Cẩm Bình") == (SCHOOL,)
    assert names.find("Cẩm Bình") == (BINH,)
    assert names.find("Trường THCS Cẩm Bình") == ()


@pytest.mark.parametrize(
    ("recorded", "written"),
    [
        ("Hội Nông dân huyện Cẩm Xuyên", "Hội Nông dân huyện"),
        ("Hội Nông dân huyện", "Hội Nông dân huyện Cẩm Xuyên"),
    ],
)
def test_a_body_of_the_district_is_found_with_and_without_the_districts_name(recorded, written):
    district = Unit(1, None, "Huyện Cẩm Xuyên", "district")
    body = Unit(2, None, recorded, "mass_organisation", 1)
    names = UnitNames([district, body])

    assert names.find(written) == (body,)
    assert names.find("Hội Nông dân huyện Kỳ Anh") == ()


def test_two_units_of_one_name_are_both_given():
    old = Unit(50, None, "Xã Cẩm Duệ", "commune", 1, valid_to="2025-06-30")
    new = Unit(51, None, "Xã Cẩm Duệ", "commune", None, valid_from="2025-07-01")
    assert set(UnitNames((old, new)).find("xã Cẩm Duệ")) == {old, new}


@pytest.mark.parametrize("text", ["", " ", "Xã", "Cẩm", "Cẩm Du", "xã Thạch Bình", "UBND"])
def test_what_is_no_unit_is_not_found(text):
    assert names.find(text) == ()


@pytest.mark.parametrize(
    ("part", "found"),
    [
        ("tieu hoc", (SCHOOL,)),
        ("Tiểu học Cẩm", (SCHOOL,)),
        ("TRƯỜNG", (SCHOOL,)),
        ("trưòng", ()),
        ("tieu", (SCHOOL,)),
        ("tie", ()),
        ("ha", ()),
        ("cam ha", (HA, HAJ)),
        ("cẩm hạ", (HAJ,)),
    ],
)
def test_a_part_of_a_name_is_whole_words_with_the_marks_that_it_has(part, found):
    assert names.holding(part) == found


def test_of_units_that_hold_a_part_those_that_lived_are_meant():
    old = Unit(50, None, "Công an xã Duệ", "armed_forces", valid_to="2025-06-30")
    new = Unit(51, None, "Công an xã Duệ", "armed_forces", valid_from="2025-07-01")
    both = UnitNames((old, new))
    assert both.holding("công an") == (old, new)
    assert both.holding("công an", PartialDate("2025-06")) == (old,)
    assert both.holding("công an", PartialDate("2025-07")) == (new,)


def test_an_answer_holds_for_its_list_and_within_the_life_of_the_unit():
    old = Unit(50, None, "Xã Đôi", "commune", valid_to="2025-06-30")
    new = Unit(51, None, "Xã Đôi", "commune", valid_from="2025-07-01")
    beside = Unit(52, None, "Xã Bên", "commune")
    both = UnitNames((old, new, beside), {"xã đôi": [51], "xã bên cũ": [52]})

    assert both.find("Xã Đôi") == (old, new)  # of another list, without a date
    assert both.find("Xã Đôi", PartialDate("2023")) == (old,)
    assert both.find("Xã Đôi", PartialDate("2026")) == (new,)
    assert both.find("Xã Bên cũ") == (beside,)
    assert both.meant_in({"xã đôi": 51}).find("Xã Đôi") == (new,)


@pytest.mark.parametrize(
    ("answered", "day", "meant"),
    [
        ([51], None, 51),  # one answer, and its life is that of all of the name
        ([51, 52], None, None),
        ([51], "2026", 51),
        ([52], "2026", 52),
        ([53], "2026", None),  # it did not live then
        ([53], "2023", 53),  # it alone lived then
        ([], "2026", None),
    ],
)
def test_of_namesakes_that_lived_the_answered_one_is_meant(answered, day, meant):
    """Two of one name and life; a third of another life is there where it is answered."""
    twins = [
        Unit(number, None, "Xã Đôi", "commune", valid_from="2024-01-01") for number in (51, 52)
    ]
    older = [Unit(53, None, "Xã Đôi", "commune", valid_to="2023-12-31")] if 53 in answered else []
    units = UnitNames((*twins, *older), {"xã đôi": answered})

    found = units.find("Xã Đôi", PartialDate(day) if day else None)

    assert [unit.id for unit in found] == ([meant] if meant else [51, 52])


def test_an_answer_about_one_of_two_lives_needs_a_date():
    old = Unit(50, None, "Xã Đôi", "commune", valid_to="2025-06-30")
    new = Unit(51, None, "Xã Đôi", "commune", valid_from="2025-07-01")
    assert UnitNames((old, new), {"xã đôi": [51]}).answered("Xã Đôi") is None
    assert UnitNames((new,), {"xã đôi": [51]}).answered("Xã Đôi") == new


@given(st.text(max_size=30))
def test_any_text_can_be_looked_up(text):
    found = names.find(text)
    assert found == names.find(text)
    assert set(found) <= set(UNITS)


def test_a_text_of_many_brackets_is_looked_up_as_any_other():
    assert names.called("()" * 10_000) == ()


@given(st.sampled_from(UNITS))
def test_what_is_stored_for_a_unit_meets_what_is_looked_up(unit):
    for name in unit.names:
        assert set(search_keys(name)) & stored_keys(unit.names)


def test_the_nearest_units_are_named_once_each_best_first():
    near = names.nearest("Cẩm Duê")
    assert near[0] == DUE
    assert len(near) == len(set(near)) <= 3
    assert UnitNames(()).nearest("Cẩm Duệ") == []


TWIN_VILLAGES = (
    Unit(1, None, "Xã Cẩm Duệ", "commune", valid_to="2025-06-30"),
    Unit(2, None, "Xã Cẩm Duệ", "commune", valid_from="2025-07-01"),
    Unit(3, None, "Thôn 1", "village", 1),
    Unit(4, None, "Thôn 1", "village", 2),
    Unit(5, "HL", "Xã Hoa Lư", "commune"),
    Unit(6, "HL2", "Xã Hoa Lư", "commune"),
    Unit(7, None, "Thôn 2 (mới)", "village", 1),
)


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (1, "Xã Cẩm Duệ (… - 30/06/2025)"),
        (2, "Xã Cẩm Duệ (01/07/2025 - …)"),
        (3, "Thôn 1 (Xã Cẩm Duệ, … - 30/06/2025)"),  # the units above have one name too
        (5, "HL"),
        (7, "Thôn 2 (mới)"),
    ],
)
def test_a_unit_is_written_so_that_it_alone_is_meant(number, written):
    units = UnitNames(TWIN_VILLAGES)
    unit = TWIN_VILLAGES[number - 1]

    assert units.written(unit) == written
    assert units.find(written) == (unit,)


def test_units_that_nothing_tells_apart_have_no_way_of_writing():
    twins = (Unit(1, None, "Thôn 1", "village"), Unit(2, None, "Thôn 1", "village"))
    assert UnitNames(twins).written(twins[0]) is None


def test_one_of_several_of_a_name_is_told_by_the_unit_above():
    above = (Unit(1, None, "Xã Cẩm Duệ", "commune"), Unit(2, None, "Xã Cẩm Hà", "commune"))
    villages = (Unit(3, None, "Thôn 1", "village", 1), Unit(4, None, "Thôn 1", "village", 2))
    units = UnitNames((*above, *villages))

    assert [units.written(village) for village in villages] == [
        "Thôn 1 (Xã Cẩm Duệ)",
        "Thôn 1 (Xã Cẩm Hà)",
    ]
    assert units.find("thon 1 (xã cẩm hà)") == (villages[1],)


@pytest.mark.parametrize(
    ("valid_from", "valid_to", "day", "expected"),
    [
        ("2024-01-01", None, "2023-12-31", False),
        ("2024-01-01", None, "2024-01-01", True),
        ("2024-01-02", None, "2024-01-01", False),
        ("2024-01-31", None, "2024-01", True),
        ("2024-02-01", None, "2024-01", False),
        (None, "2024-12-31", "2024-12-31", True),
        (None, "2024-12-31", "2025-01-01", False),
        (None, "2024-01-01", "2024", True),
        (None, "2023-12-31", "2024", False),
        (None, None, "1900", True),
    ],
)
def test_a_unit_lived_on_the_days_of_its_life_both_ends_included(
    valid_from, valid_to, day, expected
):
    unit = Unit(1, None, "Xã Mẫu", "commune", valid_from=valid_from, valid_to=valid_to)
    assert unit.lived(PartialDate(day)) == expected


@pytest.mark.parametrize(
    ("valid_from", "valid_to", "life", "told"),
    [
        (None, None, "", "U1 Xã Mẫu"),
        ("2025-07-01", None, "01/07/2025 - …", "U1 Xã Mẫu (01/07/2025 - …)"),
        (None, "2025-06-30", "… - 30/06/2025", "U1 Xã Mẫu (… - 30/06/2025)"),
    ],
)
def test_a_life_is_told_as_far_as_it_is_known(valid_from, valid_to, life, told):
    unit = Unit(1, None, "Xã Mẫu", "commune", valid_from=valid_from, valid_to=valid_to)
    assert (unit.life, unit.told_apart) == (life, told)


@pytest.mark.parametrize(
    ("text", "number"),
    [("Thôn 1 - Xã Cẩm Duệ", 3), ("Thôn 1, Xã Cẩm Hà", 4), ("Thôn 1 - Xã Khác", None),
     ("Thôn 2 - Xã Cẩm Duệ", None), ("Xóm 9, Xã Cẩm Duệ", None)],
)  # fmt: skip
def test_behind_a_name_stands_the_unit_above(text, number):
    above = (Unit(1, None, "Xã Cẩm Duệ", "commune"), Unit(2, None, "Xã Cẩm Hà", "commune"))
    villages = [Unit(3, None, "Thôn 1", "village", 1), Unit(4, None, "Thôn 1", "village", 2)]
    twins = [Unit(number, None, "Thôn 2", "village", 1) for number in (5, 6)]

    found = UnitNames((*above, *villages, *twins)).called(text)

    assert [unit.id for unit in found] == ([number] if number else [])

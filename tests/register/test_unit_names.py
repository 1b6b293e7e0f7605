"""A unit given on the command line is found in every way in which lists may write it."""

import pytest

from emulation_cli.domain.errors import Refused
from emulation_cli.intake.cells.unit_cells import Ambiguous, Places
from emulation_cli.register.recording.new_records import add

WAYS = (
    "{}", "UBND {}", "Đảng ủy {}", "{} - Cẩm Xuyên", "{} – huyện Cẩm Xuyên", "{}, huyện Cẩm Xuyên", "{}, H. Cẩm Xuyên",
    "{} (cũ)", "{}:", "UBND: {}", " {}. ", "BCH Đảng bộ {}", "HĐND - UBND {}",
)  # fmt: skip
NAMES = (
    "Xã Cẩm Duệ", "X. Cẩm Duệ", "x.cẩm duệ", "Cẩm Duệ", "CAM DUE", "Thị trấn Kỳ Anh", "TT. Kỳ Anh", "TT Kỳ Anh",
    "Xã Kỳ Anh", "Kỳ Anh", "Xã Kỳ Xuân", "X Kỳ Xuân", "Hội Nông dân huyện", "Huyện Cẩm Xuyên", "Thôn Đông, xã Cẩm Duệ",
    "Xã Nào Đó",
)  # fmt: skip


@pytest.fixture
def district(register):
    """Further units whose types stand abbreviated in the register itself."""
    for name, kind in (
        ("TT Kỳ Anh", "township"),
        ("Xã Kỳ Anh", "commune"),
        ("X. Kỳ Xuân", "commune"),
        ("Hội Nông dân huyện Cẩm Xuyên", "mass_organisation"),
    ):
        add(register, "units", {"name": name, "type": kind, "parent": register.unit(1)})
    return register


@pytest.mark.parametrize("way", WAYS)
def test_the_command_line_and_lists_mean_the_same_unit(district, way):
    places = Places(district.unit_names)
    for name in NAMES:
        text = way.format(name)
        in_lists = places.find(text)
        try:
            given = district.find_unit(text)
        except Refused as refused:
            ambiguous = refused.sentence == "domain.ambiguous_unit"
            assert isinstance(in_lists, Ambiguous) if ambiguous else in_lists is None, text
        else:
            assert given == in_lists, text


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("TT. Kỳ Anh", "TT Kỳ Anh"),
        ("UBND thị trấn Kỳ Anh", "TT Kỳ Anh"),
        ("Xã Cẩm Duệ - Cẩm Xuyên", "Xã Cẩm Duệ"),
        ("UBND: xã Cẩm Hà", "Xã Cẩm Hà"),
        ("Hội Nông dân huyện", "Hội Nông dân huyện Cẩm Xuyên"),
        ("X. Kỳ Xuân, huyện Cẩm Xuyên", "X. Kỳ Xuân"),
    ],
)
def test_short_names_and_prefixes_are_known(district, text, name):
    assert district.find_unit(text).name == name


def test_what_several_units_are_called_is_refused_with_all_of_them(district):
    add(district, "units", {"name": "Xã Cẩm Duệ", "type": "commune", "valid_from": "2025-07-01"})

    with pytest.raises(Refused) as refused:
        district.find_unit("UBND: xã Cẩm Duệ")

    assert refused.value.sentence == "domain.ambiguous_unit"
    assert "U2" in refused.value.values["units"]
    assert "U8" in refused.value.values["units"]


def test_a_village_is_not_taken_for_its_commune(district):
    """In a list it is, with a warning; one who types is there to be asked."""
    with pytest.raises(Refused) as refused:
        district.find_unit("Thôn Đông, xã Cẩm Duệ")

    assert "Xã Cẩm Duệ" in refused.value.values["nearest"]

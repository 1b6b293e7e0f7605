"""Whose body issues a paper, its symbol, who signs, and where."""

import pytest

from emulation_cli.domain.issuing_bodies import (
    IssuingBody,
    before_its_place,
    in_full,
    issuing_body,
    signing_lines,
    who_awards,
)

PEOPLES = ("BC-UBND", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")
PARTYS = ("T/M BAN THƯỜNG VỤ", "BÍ THƯ")


@pytest.mark.parametrize(
    ("unit", "form", "body"),
    [
        ("Xã Mẫu", "state", IssuingBody("Ủy ban nhân dân xã Mẫu", *PEOPLES, "Mẫu")),
        ("UBND xã Mẫu", "state", IssuingBody("Ủy ban nhân dân xã Mẫu", *PEOPLES, "Mẫu")),
        ("Xã Mẫu", "party", IssuingBody("Đảng ủy xã Mẫu", "BC/ĐU", *PARTYS, "Mẫu")),
        ("Huyện Mẫu", "party", IssuingBody("Huyện ủy Mẫu", "BC/HU", *PARTYS, "Mẫu")),
        ("Tỉnh Mẫu", "party", IssuingBody("Tỉnh ủy Mẫu", "BC/TU", *PARTYS, "Mẫu")),
        ("Đảng ủy xã Mẫu", "state", IssuingBody("Đảng ủy xã Mẫu", "BC/ĐU", *PARTYS, "Mẫu")),
        ("Sở Nội vụ", "state", IssuingBody("Sở Nội vụ")),
        ("Xã", "state", IssuingBody("Xã")),
    ],
)
def test_a_committee_signs_for_its_unit(unit: str, form: str, body: IssuingBody) -> None:
    assert issuing_body(unit, form) == body


@pytest.mark.parametrize(
    ("body", "form", "awards"),
    [
        ("UBND xã Mẫu", "state", "Chủ tịch Ủy ban nhân dân xã Mẫu"),
        ("Huyện ủy Mẫu", "party", "Ban Thường vụ Huyện ủy Mẫu"),
        ("UBND xã Mẫu", "party", "Ủy ban nhân dân xã Mẫu"),
        ("Huyện ủy Mẫu", "state", "Huyện ủy Mẫu"),
        ("Sở Nội vụ", "state", "Sở Nội vụ"),
    ],
)
def test_by_law_a_chairman_or_a_standing_committee_awards(body, form, awards) -> None:
    assert who_awards(body, form) == awards


@pytest.mark.parametrize(
    ("form", "authority", "post", "lines"),
    [
        ("state", "TM. Ủy ban", "Chủ tịch", ("TM. ỦY BAN", "CHỦ TỊCH")),
        ("state", "TM. Ủy ban", "Phó Chủ tịch UBND xã Mẫu",
         ("TM. ỦY BAN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")),
        ("state", "", "Phó Chủ tịch Thường trực", ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH THƯỜNG TRỰC")),
        ("party", "T/M Ban Thường vụ", "Phó Bí thư", ("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ")),
        ("state", "", "", ()),
    ],
)  # fmt: skip
def test_a_deputy_of_the_state_signs_for_another(form, authority, post, lines) -> None:
    assert signing_lines(form, authority, post) == lines


def test_a_name_is_written_in_full_and_in_two_lines() -> None:
    assert in_full("BTV Hội LHPN, UBMTTQ") == (
        "Ban Thường vụ Hội Liên hiệp Phụ nữ, Ủy ban Mặt trận Tổ quốc"
    )
    assert before_its_place("Ủy ban nhân dân xã Mẫu") == ("Ủy ban nhân dân", "xã Mẫu")
    assert before_its_place("Sở Nội vụ") == ("Sở Nội vụ", "")

"""Bodies that decide, by the key that they are compared by."""

import pytest

from emulation_cli.domain.offices.bodies import body_key, call_bodies, is_body_of, is_nameless


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("UBND xã Hoa Lư", "ubnd xã hoa lư"),
        ("Ủy ban nhân dân xã Hoa Lư", "ubnd xã hoa lư"),
        ("Uỷ ban nhân dân xã Hoa Lư", "ubnd xã hoa lư"),
        ("Chủ tịch UBND xã Hoa Lư", "ubnd xã hoa lư"),
        ("Phó Chủ tịch UBND xã Hoa Lư", "ubnd xã hoa lư"),
        ("Quyết định của Chủ tịch Ủy ban nhân dân xã Hoa Lư", "ubnd xã hoa lư"),
        ("TM. UBND xã Hoa Lư", "ubnd xã hoa lư"),
        ("UBND xã Hoa Lư, về việc khen thưởng", "ubnd xã hoa lư"),
        ("UBND xã Hoa Lư v/v khen thưởng.", "ubnd xã hoa lư"),
        ("Chủ tịch Hội Nông dân", "chủ tịch hội nông dân"),
        ("Đảng ủy xã Hoa Lư", "đảng ủy xã hoa lư"),
    ],
)
def test_a_body_is_one_whichever_way_it_is_written(text: str, key: str) -> None:
    assert body_key(text) == key


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("UBND xã", True), ("Chủ tịch UBND huyện", True), ("Đảng ủy xã", True),
        ("UBND xã, v/v khen thưởng", True), ("UBND xã Hoa Lư", False), ("UBND", False),
        ("Hội Nông dân xã", False), ("Xã", False),
    ],
)  # fmt: skip
def test_a_body_may_say_only_of_which_kind_it_is(text: str, expected: bool) -> None:
    assert is_nameless(text) == expected


@pytest.mark.parametrize(
    ("district", "body", "its_own"),
    [
        ("Huyện Mẫu", "Ban Thường vụ Huyện đoàn", True),
        ("Huyện Mẫu", "Ban Dân vận Huyện uỷ Mẫu", True),
        ("Huyện Mẫu", "Hội Nông dân huyện", True),
        ("Huyện Mẫu", "Hội Nông dân huyện Khác", False),
        ("Huyện Mẫu", "Hội Nông dân xã", False),
        ("Thị xã Mẫu", "Phòng Nội vụ thị xã", True),
        ("Thị xã Mẫu", "Thị đoàn", True),
        ("Thị xã Mẫu", "Đoàn xã", False),
        ("Quận Mẫu", "Câu lạc bộ Hội quán", False),
        ("Tỉnh Mẫu", "Câu lạc bộ Nghĩa Tình", False),
        ("Thành phố Mẫu", "Thành ủy Mẫu", True),
        ("Xã Mẫu", "Đoàn xã", False),
    ],
)
def test_a_body_says_that_it_is_of_a_district(district, body, its_own) -> None:
    assert is_body_of(district, body) is its_own


@pytest.mark.parametrize(
    ("texts", "called"),
    [
        ({"UBND xã Mẫu": 2, "Ủy ban nhân dân xã Mẫu": 1}, ["UBND xã Mẫu"] * 2),
        ({"UBND xã Mẫu": 1, "Ủy ban nhân dân xã Mẫu": 1}, ["Ủy ban nhân dân xã Mẫu"] * 2),
        ({"UBND xã Mẫu": 1, "UBND xã Khác": 1}, ["UBND xã Mẫu", "UBND xã Khác"]),
        ({"UBND huyện": 9, "UBND huyện Thử": 1}, ["UBND huyện Thử"] * 2),
        # Named is only somebody else's: the office's own stays by itself.
        ({"UBND huyện": 1, "UBND huyện Khác": 1}, ["UBND huyện", "UBND huyện Khác"]),
        ({"UBND xã": 1, "UBND xã Mẫu": 1}, ["UBND xã", "UBND xã Mẫu"]),
        ({"UBND huyện": 1}, ["UBND huyện"]),
        ({}, []),
    ],
)
def test_the_ways_to_write_a_body_have_one_name(texts: dict[str, int], called: list[str]) -> None:
    assert call_bodies(texts, "Huyện Thử") == dict(zip(texts, called, strict=True))

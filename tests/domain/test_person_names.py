"""What stands in a name cell beside the name, taken off; and what only looks like it, left."""

import pytest

from emulation_cli.domain.honorifics import gender_by_honorific
from emulation_cli.domain.person_names import (
    Named,
    has_family_name,
    is_body,
    is_named_person,
    is_person,
    is_suspicious,
    take_apart,
)


@pytest.mark.parametrize(
    ("text", "name", "honorific", "birth_year", "kind", "beside"),
    [
        ("Nguyễn Văn An", "Nguyễn Văn An", None, None, None, None),
        ("CCB Hoàng Văn Cựu", "Hoàng Văn Cựu", "CCB", None, None, None),
        ("ThS. BS. Ô Thị Kính", "Ô Thị Kính", "ThS. BS.", None, None, None),
        ("Ô Thị Kính", "Ô Thị Kính", None, None, None, None),
        ("Ô. Y Blih", "Y Blih", "Ô.", None, None, None),
        ("CCB xã Cẩm Hà", "CCB xã Cẩm Hà", None, None, None, None),
        ("ĐD. Cù Thị Tiêm", "Cù Thị Tiêm", "ĐD.", None, None, None),
        ("Hộ sinh Đinh Thị Sinh", "Đinh Thị Sinh", "Hộ sinh", None, None, None),
        ("Ông Mai Văn Tài (SN 1977)", "Mai Văn Tài", "Ông", 1977, None, None),
        ("Mai Văn Tài (1977)", "Mai Văn Tài", None, 1977, None, None),
        ("Mai Văn Tài, sinh ngày 2/3/1977", "Mai Văn Tài", None, 1977, None, None),
        ("Mai Văn Tài 1977", "Mai Văn Tài 1977", None, None, None, None),
        ("Bà: Lê Thị Hoa", "Lê Thị Hoa", "Bà", None, None, None),
        ("PGS.TS. Lê Thị Hoa", "Lê Thị Hoa", "PGS.TS.", None, None, None),
        ("Thượng úy QNCN Lê Văn Kha", "Lê Văn Kha", "Thượng úy QNCN", None, None, None),
        ("Hộ bà Lê Thị Hoa", "Lê Thị Hoa", "Hộ bà", None, "household", None),
        ("Hộ ông bà Lê Hoa - Trần An", "Lê Hoa - Trần An", "Hộ ông bà", None, "household", None),
        ("Hộ ông Lê Văn Ba (SN 1960)", "Lê Văn Ba", "Hộ ông", 1960, "household", None),
        ("Hộ kinh doanh vận tải", "Hộ kinh doanh vận tải", None, None, None, None),
        ("Tập thể Trường Mầm non Hoa Lư", "Trường Mầm non Hoa Lư", None, None, "collective", None),
        ("Tập thể lao động xuất sắc", "Tập thể lao động xuất sắc", None, None, None, None),
        ("Đ/c Nguyễn Văn An, UV BTV", "Nguyễn Văn An", "Đ/c", None, None, "UV BTV"),
        ("Nguyễn Văn An, Bí thư", "Nguyễn Văn An", None, None, None, "Bí thư"),
        ("Chi hội 3, 4", "Chi hội 3, 4", None, None, None, None),
        ("1. Trần Văn An", "Trần Văn An", None, None, None, None),
        ("- Trần Văn An", "Trần Văn An", None, None, None, None),
        ("- 5 tấn rác", "- 5 tấn rác", None, None, None, None),
        ("Bà mẹ Việt Nam anh hùng", "Bà mẹ Việt Nam anh hùng", None, None, None, None),
        ("Bá Thị Hoa", "Bá Thị Hoa", None, None, None, None),
        ("Lê Văn An (*)", "Lê Văn An", None, None, None, None),
        ("Lê Văn An**", "Lê Văn An", None, None, None, None),
        ("Ông Lê Văn An (2)", "Lê Văn An", "Ông", None, None, None),
        ("Lê Văn An [1]", "Lê Văn An", None, None, None, None),
        ("Lê Văn An²", "Lê Văn An", None, None, None, None),
        ("Tổ tự quản (2)", "Tổ tự quản (2)", None, None, None, None),
        ("Tổ tự quản*", "Tổ tự quản", None, None, None, None),
        ("TTƯT.BSCKI. Hồ Thị Dần", "Hồ Thị Dần", "TTƯT.BSCKI.", None, None, None),
        ("Lê Văn An - Phó Trưởng phòng", "Lê Văn An", None, None, None, "Phó Trưởng phòng"),
        ("Lê Văn An - Trần Thị Bé", "Lê Văn An - Trần Thị Bé", None, None, None, None),
    ],
)  # fmt: skip
def test_a_name_cell_is_taken_apart(text, name, honorific, birth_year, kind, beside) -> None:
    found = take_apart(text)
    told = (found.name, found.honorific, found.birth_year, found.kind, found.beside)
    assert told == (name, honorific, birth_year, kind, beside)


@pytest.mark.parametrize(
    ("named_kind", "kind", "expected"),
    [
        (None, "individual", "An"), (None, "household", "An"), (None, None, "An"),
        (None, "collective", "Ông An"), ("collective", "collective", "An"),
        ("household", "collective", "Ông An"), ("collective", "individual", "An"),
    ],
)  # fmt: skip
def test_a_collective_keeps_the_text_unless_that_said_collective(
    named_kind, kind, expected
) -> None:
    assert Named("Ông An", "An", "Ông", None, named_kind).of(kind) == expected


@pytest.mark.parametrize(
    ("honorific", "gender"),
    [("Bà", "female"), ("CÔ GIÁO", "female"), ("ông", "male"), ("Anh", "male"), ("Đ/c", None),
     ("Bá", None), (None, None)],
)  # fmt: skip
def test_some_honorifics_tell_a_gender(honorific, gender) -> None:
    assert gender_by_honorific(honorific) == gender


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("An", False), ("Lê An", True), ("A B C D E F G", True), ("A B C D E F G H", False),
        ("Lê văn An", False), ("lê Văn An", False), ("Lê Văn An (nhỏ)", True), ("Lê 2", True),
        ("", False),
    ],
)  # fmt: skip
def test_a_person_has_two_to_seven_words_with_capitals(text, expected) -> None:
    assert is_person(text) == expected


@pytest.mark.parametrize(
    ("text", "family", "person", "body"),
    [
        ("Nguyễn Văn An", True, True, False),
        ("Ông Văn", False, False, False),
        ("Ông Xyz Văn", False, True, False),
        ("Xyz Văn", False, False, False),
        ("Đoàn Văn An", True, True, False),
        ("Đoàn xã Hoa Lư", False, False, True),
        ("Đoàn Thanh niên", False, False, True),
        ("Văn phòng Đảng ủy", False, False, True),
        ("Chi hội Phụ nữ", False, False, True),
        ("Xã", False, False, True),
        ("Xãm Hoa", False, False, False),
    ],
)
def test_families_persons_and_bodies_are_told_apart(text, family, person, body) -> None:
    assert (has_family_name(text), is_named_person(text), is_body(text)) == (family, person, body)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Nguyễn Văn An", False), ("NguyễnThị Hoa", True), ("Nguyễn Văn An*", True),
        ("Lê Văn 3", True), ("H'Nuên Niê", False), ("NGUYỄN VĂN AN", False), ("McAn Lê", True),
        ("Nguyễn văn an", False), ('Lã Thị "Vân', True), ('Lê Văn An "Bảy"', False),
    ],
)  # fmt: skip
def test_a_name_with_a_digit_a_star_or_two_words_run_together_is_suspicious(name, expected) -> None:
    assert is_suspicious(name) == expected

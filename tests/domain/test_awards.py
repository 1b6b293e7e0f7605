"""Forms and titles as offices write them, read apart."""

import pytest

from emulation_cli.domain.awards import Award, level_of, read_award, system_of


@pytest.mark.parametrize(
    ("text", "award"),
    [
        ("Huân chương Lao động hạng Nhất", ("Huân chương Lao động", "first", None, "state", None, None)),
        ("Huân chương Lao động hạng ba", ("Huân chương Lao động", "third", None, "state", None, None)),
        ("Huân chương Độc lập (hạng II)", ("Huân chương Độc lập", "second", None, "state", None, None)),
        ("HUÂN CHƯƠNG LAO ĐỘNG HẠNG NHÌ", ("HUÂN CHƯƠNG LAO ĐỘNG", "second", None, "state", None, None)),
        ("Giấy khen", ("Giấy khen", None, None, None, None, None)),
        ("Bằng khen của Bộ Nội vụ", ("Bằng khen", None, "Bộ Nội vụ", "ministry", "state", None)),
        ("Bằng khen của Chủ tịch UBND tỉnh", ("Bằng khen", None, "Chủ tịch UBND tỉnh", "province", "state", None)),
        ("Bằng khen Tỉnh đoàn", ("Bằng khen", None, "Tỉnh đoàn", "province", "front", None)),
        ("Giấy khen Huyện đoàn", ("Giấy khen", None, "Huyện đoàn", "district", "front", None)),
        ("Giấy khen của Ban Dân vận", ("Giấy khen", None, "Ban Dân vận", None, "party", None)),
        ("Giấy khen của UBND xã Hoa Lư", ("Giấy khen", None, "UBND xã Hoa Lư", "grassroots", "state", None)),
        ("Bằng khen của Thủ tướng Chính phủ", ("Bằng khen", None, "Thủ tướng Chính phủ", "state", "state", None)),
        ("Cờ thi đua của UBND tỉnh", ("Cờ thi đua", None, "UBND tỉnh", "province", "state", None)),
        ("Chiến sĩ thi đua cơ sở", ("Chiến sĩ thi đua cơ sở", None, None, "grassroots", None, None)),
        ("Chiến sĩ thi đua toàn quốc", ("Chiến sĩ thi đua toàn quốc", None, None, "state", None, None)),
        ("Đơn vị quyết thắng", ("Đơn vị quyết thắng", None, None, None, None, None)),
        ("Huy hiệu 40 năm tuổi Đảng", ("Huy hiệu Đảng", None, None, None, "party", 40)),
        ("Huy hiệu Đảng 55 năm", ("Huy hiệu Đảng", None, None, None, "party", 55)),
        ("Huy hiệu Đảng", ("Huy hiệu Đảng", None, None, None, None, None)),
        ("Kỷ niệm chương Vì sự nghiệp dân vận",
         ("Kỷ niệm chương Vì sự nghiệp dân vận", None, None, None, None, None)),
        ("Hạng Mục công trình", ("Hạng Mục công trình", None, None, None, None, None)),
    ],
)  # fmt: skip
def test_the_parts_of_a_form(text, award) -> None:
    assert read_award(text) == Award(*award)


@pytest.mark.parametrize(
    ("body", "level", "system"),
    [
        ("UBND huyện Cẩm Xuyên", "district", "state"),
        ("Ban Thường vụ Huyện ủy", "district", "party"),
        ("Bộ Chỉ huy Quân sự tỉnh", "province", "state"),
        ("Hội LHPN xã", "grassroots", "front"),
        ("UBND thị xã Mẫu", "district", "state"),
        ("UBND xã Mẫu, thị xã Mẫu", "grassroots", "state"),
        ("Hội đồng nhân dân huyện", "district", "state"),
        ("Ban Chấp hành Trung ương Đoàn", "ministry", "front"),
        ("Công ty TNHH Hoa Sen", "grassroots", "enterprise"),
        ("Chủ tịch nước", "state", "state"),
        ("Ai đó", None, None),
    ],
)
def test_the_level_and_system_of_a_body(body, level, system) -> None:
    assert (level_of(body), system_of(body)) == (level, system)

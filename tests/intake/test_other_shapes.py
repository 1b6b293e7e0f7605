"""Sheets of other shapes than a record a row: values as columns, units by level, several registers."""

import pytest
from lookup import lookup
from sheets_made import codes, read_table, table

from emulation_cli.intake import Hints, read_lists
from emulation_cli.sheets import Sheet, Workbook


def _values(sheet, *fields):
    rows = ([record.values.get(field) for field in fields] for record in sheet.records)
    return [tuple(getattr(v, "name", getattr(v, "iso", v)) for v in row) for row in rows]


def _book(*sheets, hints=None):
    drawn = tuple(Sheet(name, table(text)) for name, text in sheets)
    return read_lists(Workbook("a.xlsx", "", "xlsx", drawn), hints or Hints(), lookup()).sheets


_BY_LEVEL = """
Tỉnh Thành Phố|Mã TP|Quận Huyện|Mã QH|Phường Xã|Mã PX|Cấp
Tỉnh Bắc Sơn|91|Huyện Tân Lâm|912|Xã Hòa Lạc|029100|Xã
Tỉnh Bắc Sơn|91|Huyện Tân Lâm|912|Thị trấn Đồi Ngô|029103|Thị trấn
Tỉnh Bắc Sơn|91|Huyện Hòa Lạc|913|Xã Hòa Lạc|029200|Xã"""


def test_units_by_level_are_a_record_each_below_the_one_above_them():
    (sheet,) = read_table(_BY_LEVEL)
    assert sheet.register == "units"
    assert codes(sheet) == []
    assert _values(sheet, "name", "code", "type", "parent") == [
        ("Tỉnh Bắc Sơn", "91", "province", None),
        ("Huyện Tân Lâm", "912", "district", "91"),
        ("Xã Hòa Lạc", "029100", "commune", "912"),
        ("Thị trấn Đồi Ngô", "029103", "township", "912"),
        ("Huyện Hòa Lạc", "913", "district", "91"),
        ("Xã Hòa Lạc", "029200", "commune", "913"),
    ]


@pytest.mark.parametrize(
    ("more", "told"),
    [(("Diện tích", "12"), ["columns_not_kept"]), (("STT", "1"), []), (("Ghi chú", ""), [])],
)
def test_what_units_by_level_leave_out_is_told(more, told):
    text = f"Mã tỉnh|Tên tỉnh|Mã xã|Tên xã|{more[0]}\n1|Tỉnh Bắc Sơn|29|Xã Hòa Lạc|{more[1]}"
    (sheet,) = read_table(text)
    assert _values(sheet, "name", "parent") == [("Tỉnh Bắc Sơn", None), ("Xã Hòa Lạc", "1")]
    assert codes(sheet) == told


def test_a_code_without_a_name_refuses_its_row():
    (sheet,) = read_table(
        "Mã tỉnh|Tên tỉnh|Mã xã|Tên xã\n1|Tỉnh Bắc Sơn|29|\n1|Tỉnh Bắc Sơn|30|Xã A"
    )
    assert codes(sheet) == ["missing_name"]
    assert [record.row for record in sheet.refused] == [2]


_FIELDS = "TT|Đơn vị|Kinh tế|Văn hóa - xã hội\n1|Xã Cẩm Hà|{}|{}"


@pytest.mark.parametrize(
    ("title", "cells", "names"),
    [
        ("MÔ HÌNH DÂN VẬN KHÉO NĂM 2023", ("Nuôi ong", "Ngõ hoa"), ["Nuôi ong", "Ngõ hoa"]),
        (
            "MÔ HÌNH DÂN VẬN KHÉO NĂM 2023",
            ("- Nuôi ong\n- Nuôi dê", "1. Ngõ hoa\n2) Tủ sách"),
            ["Nuôi ong", "Nuôi dê", "Ngõ hoa", "Tủ sách"],
        ),
        ("KẾT QUẢ CÁC MẶT NĂM 2023", ("Thu nhập tăng", "Giữ vững"), []),
        ("MÔ HÌNH DÂN VẬN KHÉO NĂM 2023", ("2", "3"), []),
    ],
)
def test_names_below_fields_are_models_where_the_title_speaks_of_models(title, cells, names):
    rows = [[title], *table(_FIELDS.format("a", "b"))]
    rows[-1][2:] = [float(c) if c.isdecimal() else c for c in cells]
    (sheet,) = read_table(rows)
    assert [name for (name,) in _values(sheet, "name")] == names
    assert ("columns_of_fields" in codes(sheet, "warn")) == bool(names)


def test_a_mark_below_a_unit_is_told_and_an_empty_sign_is_none():
    (sheet,) = read_table("""
MÔ HÌNH DÂN VẬN KHÉO NĂM 2022
TT|Tên mô hình|Cẩm Hà|Cẩm Duệ
1|Ngõ xanh|x|-
2|Tủ sách|x|x""")
    assert _values(sheet, "name", "unit") == [
        ("Ngõ xanh", "Xã Cẩm Hà"), ("Tủ sách", "Xã Cẩm Hà"), ("Tủ sách", "Xã Cẩm Duệ"),
    ]  # fmt: skip
    assert "columns_of_units" in codes(sheet, "warn")


_HONOURS = ("A", "DANH SÁCH KHEN THƯỞNG 2022\nTT|Họ và tên|Đơn vị|Hình thức khen thưởng\n1|Lê Văn An|Xã Cẩm Hà|Giấy khen")  # fmt: skip
_MODELS = ("B", "MÔ HÌNH DÂN VẬN KHÉO NĂM 2022\nTT|Tên mô hình|Đơn vị\n1|Ngõ xanh|Xã Cẩm Hà")
_UNCLEAR = ("C", "TT|Họ và tên|Đơn vị|Năm\n1|Lê Văn An|Xã Cẩm Hà|2022")


@pytest.mark.parametrize(
    ("sheets", "said", "registers"),
    [
        ((_HONOURS, _MODELS), "honours", ["honours", "models"]),
        ((_UNCLEAR, _MODELS), "exemplars", ["exemplars", "models"]),
        ((_MODELS,), "exemplars", ["exemplars"]),
        ((_MODELS, _MODELS), "exemplars", ["exemplars", "exemplars"]),
    ],
)
def test_the_register_that_is_said_is_that_of_the_list_not_of_every_sheet(sheets, said, registers):
    """Where every sheet is surely of another one, she means them all."""
    sheets = [(f"{name}{n}", text) for n, (name, text) in enumerate(sheets)]
    found = _book(*sheets, hints=Hints(register=said))
    assert [sheet.register for sheet in found] == registers
    told = [any(p.code == "as_elsewhere" for p in sheet.problems) for sheet in found]
    assert told == [register != said for register in registers]


@pytest.mark.parametrize(
    ("titles", "told"),
    [
        ("NĂM 2022 VÀ NĂM 2023", "two_years"),
        ("GIAI ĐOẠN 2022-2023", "undated"),
        ("", "undated"),
    ],
)
def test_two_years_above_undated_exemplars_are_a_question(titles, told):
    (sheet,) = read_table(f"DANH SÁCH ĐIỂN HÌNH {titles}\nTT|Họ và tên|Đơn vị\n1|Lê An|Xã Cẩm Hà")
    assert told in codes(sheet)


@pytest.mark.parametrize(
    ("section", "name", "kind", "told"),
    [
        ("B. ĐẢNG VIÊN", "Đ/c Hoàng Văn Sáu", "individual", []),
        ("B. CÁN BỘ, CÔNG CHỨC", "Hoàng Văn Sáu", "individual", []),
        ("B. DOANH NHÂN TRẺ", "Hoàng Văn Sáu", "individual", ["kind_section_differs"]),
        ("B. CÁ NHÂN", "Chi hội Nông dân thôn Bắc", "collective", ["kind_section_differs"]),
        ("B. CÁ NHÂN", "Hoàng Văn Sáu", "individual", []),
    ],
)
def test_a_section_does_not_make_a_person_a_body_nor_a_body_a_person(section, name, kind, told):
    (sheet,) = read_table(f"""
TT|Họ và tên, tên tập thể|Đơn vị|Năm phát hiện
A. TẬP THỂ|||
1|Tổ hòa giải|Xã Cẩm Hà|2022
{section}|||
1|{name}|Xã Cẩm Hà|2022""")
    assert [found for (found,) in _values(sheet, "kind")] == ["collective", kind]
    assert codes(sheet, "warn") == told


@pytest.mark.parametrize(
    "text",
    [
        "CHI BỘ TRƯỜNG THPT CẨM BÌNH\nĐIỂN HÌNH\nTT|Họ và tên|Năm phát hiện\n1|Lê Văn An|2022",
        "ĐIỂN HÌNH\nTT|Họ và tên|Năm phát hiện\nI|Chi bộ Trường THPT Cẩm Bình|\n1|Lê Văn An|2022",
    ],
)
def test_a_party_cell_above_rows_is_read_as_its_school_and_told(text):
    (sheet,) = read_table(text)
    assert _values(sheet, "unit") == [("Trường THPT Cẩm Bình",)]
    assert {"titles_taken_as", "unit_taken_as"} & set(codes(sheet, "warn"))


@pytest.mark.parametrize(
    ("above", "heading", "cell", "unit", "told"),
    [
        ("TRUNG TÂM Y TẾ HUYỆN CẨM XUYÊN", "Khoa, phòng", "Khoa Nội", "Trung tâm Y tế huyện Cẩm Xuyên", "columns_not_kept"),
        ("", "Khoa, phòng", "Khoa Nội", None, "unknown_unit"),
        ("", "Phòng", "Phòng Nội vụ", "Phòng Nội vụ huyện Cẩm Xuyên", None),
        ("UBND XÃ CẨM HÀ", "Chi đoàn", "Chi đoàn 3", "Xã Cẩm Hà", "unit_taken_as"),
        ("UBND XÃ CẨM HÀ", "Đơn vị", "Công ty Hoàng Long", None, "unknown_unit"),
        ("", "Thôn", "Thôn Đông", None, "no_unit"),
    ],
)  # fmt: skip
def test_departments_and_branches_are_units_or_parts_of_the_one_above_the_list(
    above, heading, cell, unit, told
):
    (sheet,) = read_table(f"{above}\nKHEN THƯỞNG NĂM 2023\nTT|Họ và tên|{heading}|Hình thức\n1|Lê Văn An|{cell}|Giấy khen")  # fmt: skip
    assert [found for (found,) in _values(sheet, "unit")] == (
        [] if told == "unknown_unit" else [unit]
    )
    assert told is None or told in codes(sheet)


def test_decisions_in_two_columns_below_each_form_are_an_honour_each():
    sheet = read_table(
        """
KHEN THƯỞNG TẬP THỂ NĂM 2022
STT|Tập thể|Đơn vị|Giấy khen||Bằng khen|
|||Số QĐ|Ngày|Số QĐ|Ngày
1|Tổ hòa giải|Xã Cẩm Hà|12/QĐ-UBND|05/01/2022|345/QĐ-UBND|10/11/2022
2|Chi hội Phụ nữ|Xã Cẩm Hà|||346/QĐ-UBND|11/11/2022""",
        "A2:A3 B2:B3 C2:C3 D2:E2 F2:G2",
    )[0]
    assert _values(sheet, "recipient", "form", "decision_number", "date") == [
        ("Tổ hòa giải", "giay-khen", "12/QĐ-UBND", "2022-01-05"),
        ("Tổ hòa giải", "bang-khen", "345/QĐ-UBND", "2022-11-10"),
        ("Chi hội Phụ nữ", "bang-khen", "346/QĐ-UBND", "2022-11-11"),
    ]
    assert "columns_of_forms" in codes(sheet, "warn")


@pytest.mark.parametrize(
    ("text", "register"),
    [
        ("DANH SÁCH THU QUỸ\nTT|Họ và tên chủ hộ|Số tiền|Ký nhận\n1|Lê Văn An|50000|", None),
        ("DANH SÁCH\nTT|Họ và tên|Tiền thưởng\n1|Lê Văn An|50000", "honours"),
        ("HỘI NGHỊ\nTT|Hội nghị|Ngày|Số TT, CN được khen\n1|Tổng kết|30/12/2023|5", "events"),
    ],
)  # fmt: skip
def test_money_alone_is_no_award_and_a_count_is_no_name(text, register):
    (sheet,) = read_table(text)
    assert sheet.register == register


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Doan Van Phuc", ["plain_name"]),
        ("Chi Doan Thi Giang", ["plain_name"]),
        ("To 3", []),
        ("Doan xa Cam Ha", []),
        ("Chi doan thon Dong", []),
        ("Tổ hòa giải", []),
    ],
)
def test_a_name_without_diacritics_that_may_be_a_body_or_a_person_is_told(name, told):
    (sheet,) = read_table(
        f"TT|Ten tap the, ca nhan|Don vi|Hinh thuc|Nam\n1|{name}|Xa Cam Ha|Bang khen|2023"
    )
    assert _values(sheet, "kind") == [("collective",)]
    assert [code for code in codes(sheet) if code == "plain_name"] == told


def test_a_row_below_one_that_is_struck_out_repeats_it_over_a_gap():
    rows = table("""
TT|Tên tập thể|Đơn vị|Năm
1|Tổ 1|Xã Cẩm Hà|2022
2|Tổ 2|Xã Cẩm Lộc|2022
|||
3|Tổ 3|nt|2022""")
    struck = frozenset({(2, 1), (2, 2)})
    (sheet,) = read_table(rows, struck=struck, hints=Hints(register="exemplars"))
    assert _values(sheet, "name", "unit") == [("Tổ 1", "Xã Cẩm Hà"), ("Tổ 3", "Xã Cẩm Lộc")]


@pytest.mark.parametrize(
    ("heading", "cells", "register", "unused"),
    [
        ("Lĩnh vực|Bài viết|Ngày đăng", "Kinh tế|Người giữ lửa|12/03/2023", "exemplars", "FG"),
        ("Ngày phát hiện|Lĩnh vực|Người trao", "03/2023|Y tế|Ông Trao", "exemplars", "G"),
        ("Lĩnh vực|Chỉ tiêu", "Y tế|05 hộ", "exemplars", "F"),
        ("Hình thức khen thưởng|Người trao", "Giấy khen|Ông Trao", "honours", "F"),
    ],
)
def test_what_stands_beside_persons_makes_no_other_list_of_them(heading, cells, register, unused):
    rows = [f"{name}|Trưởng thôn|Xã Cẩm Duệ|{cells}" for name in ("Lê Văn Mẫu", "Mai Thị Thử")]
    heading = f"Họ và tên|Chức vụ|Đơn vị|{heading}".replace("Họ", "STT|Họ", 1)
    numbered = [f"{number}|{row}" for number, row in enumerate(rows, start=1)]
    (sheet,) = read_table("\n".join(["DANH SÁCH ĐIỂN HÌNH TIÊN TIẾN", heading, *numbered]))
    assert (sheet.register, sheet.refused) == (register, ())
    name = "recipient" if register == "honours" else "name"
    assert _values(sheet, name) == [("Lê Văn Mẫu",), ("Mai Thị Thử",)]
    assert "".join(sorted(sheet.unused)) == unused


def test_articles_and_targets_are_read_under_the_words_of_offices():
    (articles,) = read_table(
        "TIN BÀI TUYÊN TRUYỀN\nTên bài|Thể loại|Tên điển hình|Ngày đăng|Báo\n"
        "Người giữ lửa|Bài báo|Lê Văn Mẫu|12/03/2023|Báo tỉnh"
    )
    assert articles.register == "publications"
    assert _values(articles, "title", "type", "date", "place") == [
        ("Người giữ lửa", "article", "2023-03-12", "Báo tỉnh")
    ]
    (targets,) = read_table(
        "Tên đơn vị|Năm|Nội dung chỉ tiêu|Số lượng giao\nXã Cẩm Duệ|2023|Mô hình đăng ký|5"
    )
    assert targets.register == "targets"
    assert _values(targets, "year", "measure", "value") == [(2023, "models_registered", 5)]


@pytest.mark.parametrize("register", [None, "units"])
def test_a_column_of_targets_leaves_a_list_of_units_one(register):
    text = "DANH SÁCH ĐƠN VỊ\nTên đơn vị|Loại đơn vị|Chỉ tiêu\nXã Cẩm Duệ|Xã|5\nXã Cẩm Hà|Xã|4"
    (sheet,) = read_table(text, hints=Hints(register=register))
    assert sheet.register == "units"


_ALONE = "{}\nTT|Tên đơn vị|Ghi chú\n1|Xã Cẩm Duệ|\n2|Xã Mới|\n3|Xã Khác|"


@pytest.mark.parametrize(
    ("title", "register"),
    [
        ("DANH SÁCH ĐƠN VỊ", "units"),
        ("DANH SÁCH TẬP THỂ ĐƯỢC TẶNG GIẤY KHEN NĂM 2023", "honours"),
    ],
)
def test_units_alone_are_what_the_title_says_and_none_of_them_is_a_heading(title, register):
    (sheet,) = read_table(_ALONE.format(title))
    assert sheet.register == register
    name = "recipient" if register == "honours" else "name"
    assert _values(sheet, name) == [("Xã Cẩm Duệ",), ("Xã Mới",), ("Xã Khác",)]


@pytest.mark.parametrize(
    "text",
    [
        _ALONE.format("DANH SÁCH TẬP THỂ ĐIỂN HÌNH TIÊN TIẾN"),
        "TT|Tên đơn vị|Số lượng\n1|Xã Cẩm Duệ|3\n2|Xã Cẩm Hà|4",
        "TT|Tên đơn vị|Ghi chú\n1|Xã Cẩm Duệ|\n2|Xã Cẩm Duệ|",
    ],
)
def test_units_that_something_is_said_of_are_no_list_of_units(text):
    assert not [record for sheet in read_table(text) for record in sheet.records]


def test_units_alone_below_no_title_are_a_question():
    (sheet,) = read_table(_ALONE.format(""))
    assert sheet.register is None
    assert "unclear_register" in codes(sheet)

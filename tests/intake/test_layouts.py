"""One difficulty a test: the layouts of DOMAIN section 5 and INTAKE section 4, in made sheets."""

import pytest
from lookup import lookup
from sheets_made import codes, read_table, table

from emulation_cli.intake import Hints, read_lists
from emulation_cli.sheets import Sheet, Workbook


def values(sheet, *fields):
    plain = []
    for record in sheet.records:
        row = [record.values.get(field) for field in fields]
        plain.append(tuple(getattr(v, "name", getattr(v, "iso", v)) for v in row))
    return plain


def one(*args, **more):
    (sheet,) = read_table(*args, **more)
    return sheet


def test_a_header_over_two_rows_is_read_without_merges():
    sheet = one("""
DANH SÁCH ĐIỂN HÌNH
STT|Tên điển hình|Đối tượng||Đơn vị|Năm phát hiện
||Tập thể|Cá nhân||
1|Nguyễn Văn An||x|Xã Cẩm Duệ|2023
2|Trạm Y tế xã Cẩm Hà|x||Xã Cẩm Hà|2022""")
    assert sheet.header_rows == (2, 3)
    assert values(sheet, "kind", "unit") == [
        ("individual", "Xã Cẩm Duệ"),
        ("collective", "Xã Cẩm Hà"),
    ]


def test_family_and_given_name_apart_and_births_under_men_and_women():
    sheet = one(
        """
STT|Họ và tên đệm|Tên|Ngày tháng năm sinh||Chức vụ|Đơn vị|Lĩnh vực|Năm phát hiện
|||Nam|Nữ||||
1|Nguyễn Văn|An|12/3/1965||Trưởng thôn|Xã Cẩm Duệ|Kinh tế|2023
2|Lê Thị|Hoa||1970|Bí thư|Xã Cẩm Hà|Y tế|2022""",
        merges="D1:E1 A1:A2 B1:B2 C1:C2 F1:F2 G1:G2 H1:H2 I1:I2",
    )
    assert values(sheet, "name", "birth_year", "gender", "kind") == [
        ("Nguyễn Văn An", 1965, "male", "individual"),
        ("Lê Thị Hoa", 1970, "female", "individual"),
    ]


def test_an_annex_of_a_party_body_gives_its_decision_and_its_counts():
    sheet = one("""
HUYỆN ỦY CẨM XUYÊN||ĐẢNG CỘNG SẢN VIỆT NAM|
DANH SÁCH KHEN THƯỞNG
(Ban hành kèm theo Quyết định số: 123-QĐ/HU, ngày 5/3/2023 của Ban Thường vụ Huyện ủy)
Tổng số: 32 tập thể; 02 cá nhân
TT|Họ và tên|Chức vụ, đơn vị công tác|Hình thức khen thưởng|Ghi chú
A|B|C|1|2
I|TẬP THỂ|||
1|Trạm Y tế xã Cẩm Hà|Xã Cẩm Hà|Giấy khen|
II|CÁ NHÂN|||
1|Đ/c Nguyễn Văn An|Bí thư Đảng ủy xã Cẩm Duệ|Giấy khen|
2|Đại tá Lê Văn Bình|Trưởng Công an huyện|Bằng khen|
|Cộng: 03|||""")
    assert (sheet.register, sheet.decision.number, sheet.decision.date) == (
        "honours",
        "123-QĐ/HU",
        "2023-03-05",
    )
    assert values(sheet, "recipient", "kind", "honorific", "unit") == [
        ("Trạm Y tế xã Cẩm Hà", "collective", None, "Xã Cẩm Hà"),
        ("Nguyễn Văn An", "individual", "Đ/c", "Xã Cẩm Duệ"),
        ("Lê Văn Bình", "individual", "Đại tá", "Công an huyện Cẩm Xuyên"),
    ]
    assert [(p.code, p.values["text"]) for p in sheet.problems if p.severity == "warn"] == [
        ("stated_count_differs", "32 tập thể")
    ]
    (told,) = [p.values for p in sheet.problems if p.code == "decision_from_title"]
    assert (told["number"], told["date"]) == ("123-QĐ/HU", "05/03/2023")
    assert [s.why for s in sheet.skipped][-4:] == ["numbering", "section", "section", "total"]


def test_an_x_under_a_field_and_a_year_in_the_title():
    sheet = one(
        """
BIỂU TỔNG HỢP MÔ HÌNH DÂN VẬN KHÉO NĂM 2022
TT|Tên mô hình|Đơn vị|Lĩnh vực||||Tập thể|Cá nhân
|||KT|VHXH|QPAN|HTCT||
1|Nuôi ong|Xã Cẩm Duệ|x||||x|
2|Tiếng kẻng|Xã Cẩm Hà|||x||x|
3|Camera|Xã Cẩm Hà|||x|x|x|""",
        merges="D2:G2 A2:A3 B2:B3 C2:C3 H2:H3 I2:I3",
    )
    assert values(sheet, "field", "kind", "year") == [
        ("KT", "collective", 2022),
        ("QPAN", "collective", 2022),
    ]
    assert [(p.row, p.code, p.values["cell"]) for p in sheet.problems if p.row] == [
        (6, "two_marks", "F6:G6")
    ]


def test_years_as_columns_give_a_registration_for_each_mark():
    sheet = one(
        """
TT|Tên mô hình|Đơn vị|Lĩnh vực|Năm đăng ký||
||||2021|2022|2023
1|Nuôi ong|Xã Cẩm Duệ|KT|x|x|
2|Tiếng kẻng|Xã Cẩm Hà|QP-AN||mới|duy trì""",
        merges="E1:G1 A1:A2 B1:B2 C1:C2 D1:D2",
    )
    assert values(sheet, "name", "year", "status") == [
        ("Nuôi ong", 2021, None), ("Nuôi ong", 2022, None),
        ("Tiếng kẻng", 2022, "new"), ("Tiếng kẻng", 2023, "continued"),
    ]  # fmt: skip


def test_a_unit_written_in_the_first_row_of_each_group_is_filled_down_and_told():
    sheet = one("""
TT|Đơn vị|Họ và tên|Loại|Năm phát hiện
1|Xã Cẩm Duệ|Nguyễn Văn An|CN|2023
2||Trần Văn Bình|CN|2023
3||Lê Thị Hoa|CN|2022
4|Xã Cẩm Hà|Lê Thị Hồng|CN|2022
5||Lê Thị Lan|CN|2022""")
    assert [unit for (unit,) in values(sheet, "unit")] == ["Xã Cẩm Duệ"] * 3 + ["Xã Cẩm Hà"] * 2
    assert codes(sheet) == ["unit_filled_down"]


def test_one_forgotten_unit_is_no_group():
    sheet = one("""
TT|Đơn vị|Họ và tên|Loại|Năm phát hiện
1|Xã Cẩm Duệ|Nguyễn Văn An|CN|2023
2||Trần Văn Bình|CN|2023
3|Xã Cẩm Hà|Lê Thị Hoa|CN|2022
4|Xã Cẩm Hà|Lê Thị Hồng|CN|2022""")
    assert values(sheet, "unit")[1] == (None,)
    assert codes(sheet) == ["missing_unit"]


def test_english_headings_are_understood():
    sheet = one("""
No.|Name of exemplar|Kind|Unit|Field|Date discovered|Birth year|Gender
1|Nguyen Van An|individual|Xa Cam Due|Economy|04/10/2022|1970|male""")
    assert values(sheet, "name", "kind", "unit", "discovered", "birth_year", "gender") == [
        ("Nguyen Van An", "individual", "Xã Cẩm Duệ", "2022-10-04", 1970, "male")
    ]


def test_capitals_without_diacritics_are_understood():
    sheet = one("""
DANH SACH DIEN HINH TIEN TIEN NAM 2023
STT|HO VA TEN|LOAI|DON VI|LINH VUC|NAM PHAT HIEN
1|Nguyen Van An|Ca nhan|Xa Cam Due|Kinh te|2023
TONG CONG: 2|||||""")
    assert (sheet.register, sheet.found) == ("exemplars", 1)
    assert codes(sheet) == ["stated_count_differs"]


def test_two_tables_with_other_columns_are_both_taken_in():
    first, second = read_table("""
DANH SÁCH ĐIỂN HÌNH TIÊN TIẾN
A. TẬP THỂ
STT|Tên tập thể|Đơn vị|Năm phát hiện||
1|Trạm Y tế xã Cẩm Hà|Xã Cẩm Hà|2023||
2|Chi bộ thôn Na Trung|Xã Cẩm Hà|2023||

B. CÁ NHÂN
STT|Họ và tên|Chức vụ|Lĩnh vực|Đơn vị|Năm phát hiện
1|Nguyễn Văn An|Trưởng thôn|Y tế|Xã Cẩm Duệ|2022""")
    assert (first.header_rows, second.header_rows) == ((3, 3), (8, 8))
    assert values(first, "kind") == [("collective",)] * 2
    assert values(second, "name", "kind", "unit") == [("Nguyễn Văn An", "individual", "Xã Cẩm Duệ")]


def test_units_above_and_kinds_below_and_a_unit_that_is_not_on_the_register():
    sheet = one("""
DANH SÁCH ĐIỂN HÌNH
TT|Tên điển hình|Lĩnh vực|Năm phát hiện
I|XÃ CẨM DUỆ||
1|Tập thể||
1.1|Trạm Y tế xã Cẩm Duệ|Y tế|2023
2|Cá nhân||
2.1|Nguyễn Văn An|Y tế|2023
II|XÃ CẨM HÀ||
1|Cá nhân||
|Lê Văn Tám|Kinh tế|2022
III|XÃ KỲ GIANG||
|Lê Văn Chín|Kinh tế|2022""")
    assert values(sheet, "name", "unit", "kind") == [
        ("Trạm Y tế xã Cẩm Duệ", "Xã Cẩm Duệ", "collective"),
        ("Nguyễn Văn An", "Xã Cẩm Duệ", "individual"),
        ("Lê Văn Tám", "Xã Cẩm Hà", "individual"),
    ]
    assert [(p.row, p.code, p.values["cell"]) for p in sheet.problems if p.row] == [
        (12, "unknown_unit", "A11")
    ]


def test_number_and_date_of_a_decision_in_one_cell():
    sheet = one("""
STT|Họ và tên|Đơn vị|Hình thức khen thưởng|Số, ngày quyết định|Số tiền
1|Bà Lê Thị Hoa|Xã Cẩm Hà|Giấy khen của Chủ tịch UBND huyện|163/QĐ-UBND ngày 04/10/2023|1,5 triệu
2|Hộ ông Lê Văn Tám|Xã Cẩm Hà|GK|Số 123-QĐ/HU, 5/3/2023|500.000đ""")
    assert values(sheet, "recipient", "kind", "decision_number", "decision_date", "amount") == [
        ("Lê Thị Hoa", "individual", "163/QĐ-UBND", "2023-10-04", 1_500_000),
        ("Lê Văn Tám", "household", "123-QĐ/HU", "2023-03-05", 500_000),
    ]


def test_exemplars_honoured_at_a_conference_are_honours_and_the_title_names_the_act():
    sheet = one("""
CÁC ĐIỂN HÌNH TIÊN TIẾN ĐƯỢC TÔN VINH TẠI HỘI NGHỊ NGÀY 04/10/2023
TT|Tên điển hình|Đối tượng|Đơn vị|Lĩnh vực
1|Nguyễn Văn An|Cá nhân|Xã Cẩm Duệ|Kinh tế""")
    assert (sheet.register, values(sheet, "recipient", "act")) == (
        "honours",
        [("Nguyễn Văn An", "honour")],
    )


def test_the_clerk_may_say_which_register_a_list_is_for():
    text = "STT|Họ và tên|Đơn vị\n1|Nguyễn Văn An|Xã Cẩm Duệ"
    assert codes(one(text, file="a.xlsx")) == ["unclear_register"]
    assert (
        one(text, hints=Hints(register="honours", act="praise")).records[0].values["act"]
        == "praise"
    )


def test_totals_are_told_from_people_and_bodies_by_their_accents():
    sheet = one("""
Họ và tên|Chức vụ|Đơn vị|Năm phát hiện
Công an xã Cẩm Hà||Xã Cẩm Hà|2022
Tống Thị Hoa|Bí thư|Xã Cẩm Hà|2022
Tổng đội Thanh niên xung phong||Xã Cẩm Hà|2022
Cộng||3|
NGƯỜI LẬP BIỂU||CHỦ TỊCH|
Lê Văn A||Nguyễn B|""")
    assert len(sheet.records) == 3
    assert [s.why for s in sheet.skipped] == ["header", "total", "footer", "footer"]


def test_a_name_in_the_column_of_its_kind():
    sheet = one("""
STT|Tên tập thể|Tên cá nhân|Đơn vị|Năm phát hiện
1|Trạm Y tế||Xã Cẩm Hà|2022
2||Nguyễn Văn An|Xã Cẩm Hà|2022
3|Chi bộ|Nguyễn Văn Ba|Xã Cẩm Hà|2022""")
    assert values(sheet, "name", "kind") == [
        ("Trạm Y tế", "collective"),
        ("Nguyễn Văn An", "individual"),
    ]
    assert [(p.row, p.code) for p in sheet.problems] == [(4, "kind_conflict")]


@pytest.mark.parametrize(
    ("order", "wanted"), [(None, []), ("mdy", ["2022-10-20", "2022-08-10", "2022-11-25"])]
)
def test_months_written_first_are_asked_about(order, wanted):
    text = """
STT|Tên điển hình|Đơn vị|Ngày phát hiện
1|Nguyễn Văn An|Xã Cẩm Hà|10/20/2022
2|Nguyễn Văn Ba|Xã Cẩm Hà|08/10/2022
3|Nguyễn Văn Tư|Xã Cẩm Hà|11/25/2022"""
    sheet = one(text, hints=Hints(date_order=order))
    assert [day for (day,) in values(sheet, "discovered")] == wanted
    assert set(codes(sheet)) == (set() if order else {"uncertain_date"})


def test_what_a_time_that_is_no_date_is_kept_as_is_told():
    text = (
        "TT|Họ và tên|Đơn vị|Ngày phát hiện\n1|Lê Hoa|Xã Cẩm Hà|Quý II/2022\n2|Lê Ba|Xã Cẩm Hà|2022"
    )

    (problem,) = [p for p in one(text).problems if p.severity == "warn"]

    assert (problem.code, problem.cell) == ("vague_date", "D2")
    assert {"value": "Quý II/2022", "date": "2022"}.items() <= problem.values.items()


def test_a_span_of_years_read_as_registrations_is_told_a_list_of_years_is_not():
    text = "TT|Tên mô hình|Đơn vị|Lĩnh vực|Năm đăng ký\n1|A|Xã Cẩm Hà|KT|2021 - 2023\n2|B|Xã Cẩm Hà|KT|2021, 2022"

    (problem,) = [p for p in one(text).problems if p.severity == "warn"]

    assert (problem.code, problem.cell) == ("years_of_span", "E2")
    assert {"value": "2021 - 2023", "years": "2021, 2022, 2023"}.items() <= problem.values.items()


def test_a_persons_name_with_a_digit_or_two_words_in_one_is_doubted_a_collectives_is_not():
    sheet = one("""
TT|Tên điển hình|Đối tượng|Đơn vị|Năm phát hiện
1|Nguyễn Văn An|Cá nhân|Xã Cẩm Hà|2023
2|Lê Thị H0a|Cá nhân|Xã Cẩm Hà|2023
3|Trần VănTài|Cá nhân|Xã Cẩm Hà|2023
4|Tổ 5 thôn Đông|Tập thể|Xã Cẩm Hà|2023""")

    assert [(p.code, p.cell) for p in sheet.problems if p.severity == "warn"] == [
        ("suspicious_name", "B3"),
        ("suspicious_name", "B4"),
    ]
    assert len(sheet.records) == 4


@pytest.mark.parametrize(
    "text",
    [
        "TT|Tên đơn vị\n1|Xã Cẩm Duệ\n2|Phòng Nội vụ\n3|Cẩm Hà",
        "Tên đơn vị\nXã Cẩm Duệ\nPhòng Nội vụ\nCẩm Hà",
    ],
)
def test_bare_names_are_a_list_of_units_where_the_clerk_says_so(text):
    sheet = one(text, hints=Hints(register="units"))

    assert values(sheet, "name", "type") == [("Xã Cẩm Duệ", "commune"), ("Phòng Nội vụ", "office")]
    assert codes(sheet, "info", "block") == ["type_from_name", "missing_type"]
    assert [record.row for record in sheet.refused] == [4]


def test_a_kind_that_is_not_that_of_its_section_is_told_and_the_row_is_believed():
    sheet = one("""
TT|Tên điển hình|Đối tượng|Đơn vị|Năm phát hiện
I|TẬP THỂ|||
1|Hội Nông dân|Tập thể|Xã Cẩm Hà|2023
2|Lê Thị Hoa|Cá nhân|Xã Cẩm Hà|2023""")

    assert [(p.code, p.row) for p in sheet.problems if p.severity == "warn"] == [
        ("kind_section_differs", 4)
    ]
    assert values(sheet, "kind") == [("collective",), ("individual",)]


def test_thousands_of_numbered_units_in_a_row_are_those_honoured():
    rows = "\n".join(f"{number}|Xã Cẩm Duệ||" for number in range(1, 3001))

    sheet = one(f"TT|Họ và tên, tên tập thể|Đối tượng|Hình thức khen thưởng\n{rows}")

    assert len(sheet.records) + len(sheet.refused) == 3000


def test_a_sheet_headed_by_a_commune_is_that_communes():
    sheet = one("""
UBND XÃ CẨM DUỆ||
DANH SÁCH ĐIỂN HÌNH TIÊN TIẾN||
STT|Họ và tên|Năm phát hiện
1|Nguyễn Văn An|2023""")
    assert values(sheet, "unit") == [("Xã Cẩm Duệ",)]
    assert codes(sheet, "info") == ["kind_from_heading", "unit_from_title"]


def test_hidden_rows_are_taken_in_and_told():
    text = "STT|Tên điển hình|Đơn vị|Năm phát hiện\n1|Trạm Y tế|Xã Cẩm Hà|2022"
    sheet = one(text, hidden_rows=frozenset({1}))
    assert (len(sheet.records), codes(sheet)) == (1, ["hidden_rows"])


def test_hidden_columns_are_told_where_a_field_is_read_from_them():
    text = "STT|Tên điển hình|Mã ngạch|Đơn vị|Năm phát hiện\n1|Trạm Y tế|7|Xã Cẩm Hà|2022"
    unread = one(text, hidden_columns=frozenset({0, 2}))
    read = one(text, hidden_columns=frozenset({2, 3, 4, 9}))

    assert codes(unread) == ["columns_not_kept"]
    (problem,) = [p for p in read.problems if p.code == "hidden_columns"]
    assert (problem.values["columns"], problem.severity) == (
        "D «Đơn vị», E «Năm phát hiện»",
        "warn",
    )
    assert read.records[0].values["unit"].name == "Xã Cẩm Hà"


def test_an_error_or_an_uncomputed_formula_keeps_its_row_out():
    text = """
STT|Tên điển hình|Đơn vị|Năm phát hiện
1|Trạm Y tế|Xã Cẩm Hà|
2|Chi bộ|Xã Cẩm Hà|"""
    sheet = one(text, errors={(1, 3): "#N/A"}, uncomputed=frozenset({(2, 3)}))
    assert (sheet.records, codes(sheet)) == ((), ["error_cell", "uncomputed_formula"])


def test_numbers_under_the_name_mean_a_shifted_header():
    sheet = one("""
STT|Tên điển hình|Đơn vị|Năm phát hiện
x|1|Trạm Y tế|Xã Cẩm Hà
x|2|Chi bộ|Xã Cẩm Hà""")
    assert sheet.blocked
    assert "shifted_header" in codes(sheet)


def test_new_units_are_kept_by_name_where_the_clerk_wants_them():
    text = "STT|Tên điển hình|Đơn vị|Năm phát hiện\n1|Trạm Y tế|Xã Kỳ Giang|2022"
    assert values(one(text, hints=Hints(new_units=True)), "unit") == [("Xã Kỳ Giang",)]


def test_what_was_decided_about_a_heading_is_remembered():
    text = "STT|Tên điển hình|Nơi ghi nhận|Năm phát hiện\n1|Trạm Y tế|Xã Cẩm Hà|2022"
    assert one(text).unused == {"C": "Nơi ghi nhận"}
    assert one(text, hints=Hints(headings={"noi ghi nhan": "unit"})).columns["unit"] == "C"


def test_a_row_is_kept_as_written():
    sheet = one("STT|Tên điển hình|Đơn vị|Năm phát hiện\n1|Ông Lê Văn Tám |X. Cẩm Hà|2022")
    assert sheet.records[0].raw["unit"] == "X. Cẩm Hà"
    assert lookup().units.find("X. Cẩm Hà")


def test_a_list_without_a_column_for_names_is_told_and_a_code_list_is_not():
    (sheet,) = read_table("""
STT|Đơn vị|Nội dung|Chức vụ|Năm sinh
1|Xã Cẩm Duệ|Nuôi ong|Bí thư|1970""")
    assert codes(sheet, "warn") == ["no_name_column"]
    (lookups,) = read_table("""
STT|Mã số|Hình thức khen thưởng||STT|Mã số|Danh hiệu thi đua
1|11|Giấy khen||1|12|Lao động tiên tiến""")
    assert codes(lookups, "warn") == []


def test_what_was_voted_down_or_withdrawn_is_left_out_and_told_by_row():
    sheet = one("""
KẾT QUẢ BÌNH XÉT KHEN THƯỞNG NĂM 2023 (Quyết định số 7/QĐ-UBND ngày 01/02/2023)
STT|Họ và tên|Đơn vị|Hình thức|Ý kiến Hội đồng|Ghi chú
1|Nguyễn Thị Tú|Xã Cẩm Hà|Giấy khen|Đồng ý|
2|Lê Văn Hòe|Xã Cẩm Hà|Giấy khen|Không đồng ý|
3|Trần Thị Xoan|Xã Cẩm Mỹ|Giấy khen|Đồng ý|Xin rút hồ sơ""")
    assert [r.row for r in sheet.records] == [3]
    assert [(p.row, p.code, p.severity) for p in sheet.problems if p.row] == [
        (4, "not_passed", "warn"),
        (5, "not_passed", "warn"),
    ]


def test_a_column_of_yes_and_no_about_something_else_leaves_nothing_out():
    sheet = one("""
STT|Họ và tên|Đơn vị|Hình thức|Tôn giáo
1|Nguyễn Thị Tú|Xã Cẩm Hà|Giấy khen|Không
2|Lê Văn Hòe|Xã Cẩm Hà|Giấy khen|Không""")
    assert [r.row for r in sheet.records] == [2, 3]


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("Trần Thị Nga\nLê Thị Hường", ["Trần Thị Nga", "Lê Thị Hường"]),
        (
            "1. Phan Văn Tứ; 2. Hồ Văn Ngũ; 3. Bùi Thị Bảy",
            ["Phan Văn Tứ", "Hồ Văn Ngũ", "Bùi Thị Bảy"],
        ),
        ("Ông Đặng Bá Thìn và bà Nguyễn Thị Mão", ["Đặng Bá Thìn", "Nguyễn Thị Mão"]),
        ("Đ/c Nguyễn Sinh Hùng, UV BTV", ["Nguyễn Sinh Hùng"]),
        ("Nhân dân và cán bộ thôn Nam", ["Nhân dân và cán bộ thôn Nam"]),
        ("Hộ ông Phan Lương và bà Trần Thị Nhạn", ["Phan Lương và bà Trần Thị Nhạn"]),
        ("Trường Mầm non\nCẩm Duệ", ["Trường Mầm non Cẩm Duệ"]),
        ("Tu Minh Ha va Dang Minh Huong", ["Tu Minh Ha", "Dang Minh Huong"]),
        ("LÊ VĂN AN VÀ TRẦN THỊ BÌNH", ["LÊ VĂN AN", "TRẦN THỊ BÌNH"]),
        ("LE VAN AN VA TRAN THI BINH", ["LE VAN AN", "TRAN THI BINH"]),
        ("Le Van An, Tran Thi Binh va Ho Van Ca", ["Le Van An", "Tran Thi Binh", "Ho Van Ca"]),
        ("Nhan dan va can bo thon Nam", ["Nhan dan va can bo thon Nam"]),
        ("Doan thanh nien va Hoi phu nu xa", ["Doan thanh nien va Hoi phu nu xa"]),
        ("Thào Và Chua", ["Thào Và Chua"]),
        ("Nguyễn Thị Và", ["Nguyễn Thị Và"]),
    ],
)
def test_several_persons_in_a_cell_are_a_record_each(cell, found):
    rows = [
        ["STT", "Tên tập thể, cá nhân", "Đơn vị", "Hình thức"],
        [1.0, cell, "Xã Cẩm Hà", "Giấy khen"],
    ]
    assert [name for (name,) in values(one(rows), "recipient")] == found


@pytest.mark.parametrize(
    "cell",
    [
        "Trần Thị Nga\nLê Thị Hường\nvà nhóm bạn", "Tran Thi Nga va nhom ban",
        "Tran Thi Nga va 3 ca nhan", "Nga va Tran Thi Huong",
        "TRẦN THỊ NGA VÀ TẬP THỂ THÔN NAM",
    ],
)  # fmt: skip
def test_persons_that_cannot_be_told_apart_refuse_their_row_alone(cell):
    rows = [
        ["STT", "Tên tập thể, cá nhân", "Đơn vị", "Hình thức"],
        [1.0, cell, "Xã Cẩm Hà", "Giấy khen"],
        [2.0, "Trần Thị Thơm", "Xã Cẩm Hà", "Giấy khen"],
    ]
    assert [p.code for p in one(rows).problems if p.severity == "block"] == ["several_names"]
    assert [r.row for r in one(rows).records] == [3]


def _pages(*pages):
    sheets = tuple(Sheet(f"Trang {n}", table(text)) for n, text in enumerate(pages, start=1))
    return read_lists(Workbook("a.xlsx", "", "xlsx", sheets), Hints(), lookup()).sheets


PAGE = """
STT | Họ và tên | Đơn vị | Hình thức khen thưởng
{} | Lê Văn An | Xã Cẩm Duệ | Giấy khen
"""
TITLED = "DANH SÁCH KHEN THƯỞNG NĂM 2023" + PAGE


def test_a_sheet_that_counts_on_under_the_same_header_has_the_title_of_the_first():
    _first, second = _pages(TITLED.format(1), PAGE.format(2))
    assert [r.values["date"].iso for r in second.records] == ["2023"]


def test_a_sheet_that_begins_anew_has_no_title_of_another():
    _first, second = _pages(TITLED.format(1), PAGE.format(1))
    assert [r.values.get("date") for r in second.records] == [None]
    assert "undated" in codes(second)


def test_the_unit_may_stand_behind_the_year_in_a_title():
    (sheet,) = read_table(
        "DANH SÁCH ĐƯỢC TẶNG GIẤY KHEN NĂM 2023 - XÃ CẨM DUỆ\nSTT | Họ và tên | Chức vụ\n1 | Lê Văn An | Trưởng thôn"
    )
    assert [r.values["unit"].name for r in sheet.records] == ["Xã Cẩm Duệ"]


def test_a_name_with_a_remark_alone_is_refused_where_the_others_have_more():
    (sheet,) = read_table(
        "STT | Họ và tên | Đơn vị | Hình thức khen thưởng | Ghi chú\n1 | Lê Văn An | Xã Cẩm Duệ | Giấy khen |\n"
        "| Lê Văn Bá | | | hưởng ứng\n2 | Lê Văn Cảnh | Xã Cẩm Duệ | Giấy khen |"
    )
    assert [(p.row, p.code) for p in sheet.problems if p.severity == "block"] == [(3, "name_alone")]


def test_a_heading_of_two_lines_is_told_in_one():
    sheet = one(
        [["STT", "Họ và\ntên", "Đơn vị", "Năm\nphát hiện"], [1.0, "Lê Văn An", "Xã Cẩm Hà", 2022.0]]
    )
    (problem,) = [p for p in sheet.problems if p.code == "kind_from_heading"]
    assert problem.values["heading"] == "Họ và tên"


@pytest.mark.parametrize(("second", "letters"), [("Lê Thị Hoa", "B"), ("", ("B", "C", "D"))])
def test_a_name_in_parts_fills_an_empty_whole_one_and_is_told_to_be_read_then(second, letters):
    sheet = one(f"""
STT|Họ và tên|Họ|Tên|Đơn vị|Năm phát hiện
1|Nguyễn Văn An|Nguyễn Văn|An|Xã Cẩm Duệ|2023
2|{second}|Lê Thị|Hoa|Xã Cẩm Hà|2022""")
    assert values(sheet, "name") == [("Nguyễn Văn An",), ("Lê Thị Hoa",)]
    assert sheet.columns["name"] == letters


@pytest.mark.parametrize(
    ("cells", "found"), [(("Giấy", "Bút"), 0), (("Trạm Y tế xã Cẩm Hà", "Chi hội Nông dân Bắc"), 2)]
)
def test_only_bodies_below_a_heading_of_units_are_those_honoured(cells, found):
    """A sheet of codes has a column of words that are each there once, too."""
    rows = "\n".join(f"{number}|{cell}" for number, cell in enumerate(cells, 1))
    sheet = one(f"DANH SÁCH KHEN THƯỞNG NĂM 2023\nTT|Đơn vị\n{rows}")
    assert (sheet.register == "honours", sheet.found) == (bool(found), found)


@pytest.mark.parametrize(
    ("cell", "unit", "told"),
    [
        ("Trường THPT Cẩm Bình", "Trường THPT Cẩm Bình", False),
        ("Chi bộ Trường THPT Cẩm Bình", "Trường THPT Cẩm Bình", True),
        ("Dang bo Cong an huyen", "Công an huyện Cẩm Xuyên", True),
        ("Đảng bộ xã Cẩm Hà", "Xã Cẩm Hà", False),
        ("MTTQ huyện", "Ủy ban Mặt trận Tổ quốc Việt Nam huyện Cẩm Xuyên", False),
    ],
)
@pytest.mark.parametrize("heading", ["Đảng bộ/Chi bộ", "Chức vụ, đơn vị công tác"])
def test_a_party_cell_within_a_body_is_read_as_that_body_and_told(cell, unit, told, heading):
    """The Party's body of a commune stands for the commune; a school's cell is not the school."""
    sheet = one(f"TT|Họ và tên|{heading}|Hình thức\n1|Nguyễn Văn An|{cell}|Giấy khen")
    assert values(sheet, "unit") == [(unit,)]
    assert [p.values["value"] for p in sheet.problems if p.code == "unit_taken_as"] == [cell] * told


def test_a_party_cell_that_is_honoured_itself_belongs_to_its_body_and_that_is_told():
    sheet = one("TT|Tên tập thể|Hình thức\n1|Chi bộ Trường THPT Cẩm Bình|Giấy khen")
    assert values(sheet, "recipient", "unit") == [
        ("Chi bộ Trường THPT Cẩm Bình", "Trường THPT Cẩm Bình")
    ]
    assert "unit_taken_as" in codes(sheet, "warn")


def test_names_under_men_and_women_need_no_merged_cells():
    sheet = one("""
TT|Họ và tên||Đơn vị|Năm phát hiện
|Ông|Bà||
1||Nguyễn Ngọc Mai|Xã Cẩm Hưng|2022
2|Phan Thanh Khoa||Xã Cẩm Hà|2023""")
    assert sheet.header_rows == (1, 2)
    assert values(sheet, "name", "gender") == [
        ("Nguyễn Ngọc Mai", "female"),
        ("Phan Thanh Khoa", "male"),
    ]


def test_a_mark_under_a_stage_that_nothing_dates_refuses_its_row_and_says_how_to_date_it():
    rows = """
TT|Họ và tên|Đơn vị|Phát hiện|Bồi dưỡng|Nhân rộng
1|Nguyễn Văn An|Xã Cẩm Hà|x||
2|Lê Thị Hoa|Xã Cẩm Hà|2021|x|
3|Lê Thị Hà|Xã Cẩm Duệ|2021|2022|"""
    sheet = one(rows)
    told = [(p.code, p.cell) for p in sheet.problems if p.severity == "block"]
    assert told == [("undated_mark", "D2"), ("undated_mark", "E3")]
    assert [record.row for record in sheet.records] == [4]
    assert values(one(rows, hints=Hints(year=2023)), "discovered", "fostered") == [
        ("2023", None),
        ("2021", "2023"),
        ("2021", "2022"),
    ]


SEVERAL_IN_ROWS = """
DANH SÁCH KHEN THƯỞNG NĂM 2023 ({stated})
TT|Họ và tên, tập thể|Đơn vị|Hình thức
I|TẬP THỂ
1|Trạm Y tế xã Cẩm Hà|Xã Cẩm Hà|Giấy khen, Bằng khen
II|CÁ NHÂN
1|Nguyễn Văn An, Trần Thị Bình|Xã Cẩm Hà|Giấy khen
2|Lê Thị Hoa|Xã Cẩm Hà|Giấy khen, Bằng khen
3|Lê Thị Hà|Xã Cẩm Duệ|Giấy khen
Tổng số: {total} cá nhân|||"""


@pytest.mark.parametrize(
    ("stated", "total", "told"),
    [
        ("01 tập thể, 04 cá nhân", 4, []),  # who they are
        ("02 tập thể, 05 cá nhân", 5, []),  # their awards
        ("01 tập thể, 03 cá nhân", 3, []),  # the lines
        ("03 tập thể, 06 cá nhân", 2, [(3, 1), (6, 4), (2, 4)]),
    ],
)
def test_what_a_list_states_may_count_lines_those_in_them_or_their_awards(stated, total, told):
    sheet = one(SEVERAL_IN_ROWS.format(stated=stated, total=total))
    found = [p.values for p in sheet.problems if p.code == "stated_count_differs"]
    assert [(one["stated"], one["listed"]) for one in found] == told


def test_a_row_that_goes_on_is_not_counted_again():
    sheet = one("""
DANH SÁCH KHEN THƯỞNG NĂM 2023 (02 cá nhân)
TT|Họ và tên|Đơn vị|Hình thức
1|Nguyễn Văn An|Xã Cẩm Hà|Giấy khen
|||Bằng khen
2|Lê Thị Hoa|Xã Cẩm Hà|Giấy khen""")
    assert len(sheet.records) == 3
    assert "stated_count_differs" not in codes(sheet)


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("Xã Cẩm Hà, xã Cẩm Minh", ["two_units"]),
        ("Xã Cẩm Hà và Xã Cẩm Minh", ["two_units"]),
        ("Xã Cẩm Hà; Công an huyện; Cẩm Minh", ["two_units"]),
        ("Xã Cẩm Hà, huyện Cẩm Xuyên", []),
        ("Phòng Nội vụ, huyện Cẩm Xuyên", []),
        ("Thôn Nam, xã Cẩm Hà", ["unit_taken_as"]),
        ("Công an xã Cẩm Hà", ["unit_taken_as"]),
        ("Cẩm Hả", ["unit_taken_as"]),
        ("Cẩm Ha", ["unit_taken_as"]),
        ("Cam Ha", []),
        ("XÃ CẨM HÀ", []),
    ],
)
def test_two_units_of_one_record_refuse_its_row(cell, told):
    sheet = one(f"TT|Họ và tên|Đơn vị|Hình thức\n1|Nguyễn Văn An|{cell}|Giấy khen")
    assert [code for code in codes(sheet) if "unit" in code] == told
    assert len(sheet.refused) == ("two_units" in told)


def test_a_model_that_several_units_took_up_is_taken_up_by_each():
    sheet = one("""
TT|Tên mô hình|Đơn vị|Năm đăng ký|Năm nhân rộng|Đơn vị nhân rộng
1|Nuôi ong|Xã Cẩm Duệ|2021|2022|Xã Cẩm Hà, xã Cẩm Minh
2|Tiếng kẻng|Xã Cẩm Hà|2022|2023|Xã Cẩm Duệ""")
    assert values(sheet, "name", "year", "replicated", "replicated_unit") == [
        ("Nuôi ong", 2021, "2022", "Xã Cẩm Hà"),
        ("Nuôi ong", 2021, "2022", "Xã Cẩm Minh"),
        ("Tiếng kẻng", 2022, "2023", "Xã Cẩm Duệ"),
    ]
    assert codes(sheet, "block") == []


@pytest.mark.parametrize(
    ("days", "told", "read"),
    [
        (("2022", "2023"), [], True),
        (("2022", ""), ["stage_undated"], True),
        (("", ""), ["columns_not_kept"], False),
    ],
)
def test_who_took_a_model_up_is_kept_with_its_date_and_told_without(days, told, read):
    sheet = one(f"""
TT|Tên mô hình|Đơn vị|Năm đăng ký|Năm nhân rộng|Đơn vị nhân rộng
1|Nuôi ong|Xã Cẩm Duệ|2021|{days[0]}|Xã Cẩm Hà
2|Tiếng kẻng|Xã Cẩm Hà|2022|{days[1]}|Xã Cẩm Duệ""")
    assert codes(sheet) == told
    assert ("replicated_unit" in sheet.columns) == read

"""Codes whose meaning stands on another sheet of the book."""

import pytest
from lookup import lookup
from sheets_made import codes, table

from emulation_cli.intake import Hints, read_lists
from emulation_cli.sheets import Sheet, Workbook

LIST = """
DANH SÁCH ĐIỂN HÌNH NĂM 2023
STT|Họ tên/tên tập thể|Mã đối tượng|Mã đơn vị|Mã lĩnh vực
1|Lương Văn Can|2|D01|L1
2|Tổ 5|1|D02|L2
"""
MEANINGS = """
Mã|Tên
1|Tập thể
2|Cá nhân
D01|Xã Cẩm Duệ
D02|Xã Cẩm Hà
L1|Y tế
L2|Giáo dục và đào tạo
"""


def _read(*others, text=LIST):
    sheets = (Sheet("DS", table(text)), *others)
    return read_lists(Workbook("a.xlsx", "", "xlsx", sheets), Hints(), lookup()).sheets[0]


@pytest.mark.parametrize("visible", [True, False])
def test_codes_are_read_by_the_sheet_that_explains_them(visible):
    sheet = _read(Sheet("Danh mục", table(MEANINGS), visible=visible))

    found = [(r.values["kind"], r.values["unit"].name, r.values["field"]) for r in sheet.records]
    assert found == [
        ("individual", "Xã Cẩm Duệ", "Y tế"),
        ("collective", "Xã Cẩm Hà", "Giáo dục và đào tạo"),
    ]
    assert codes(sheet, "info").count("codes_read") == 3


def test_codes_that_nothing_explains_are_told_and_not_kept():
    sheet = _read()

    assert all("field" not in record.values for record in sheet.records)
    assert {"column_unlike", "columns_not_kept"} <= set(codes(sheet))


def test_a_code_that_its_sheet_does_not_have_refuses_its_row():
    sheet = _read(
        Sheet("Danh mục", table(MEANINGS)), text=LIST + "3|Tổ 6|1|D09|L2\n4|Tổ 7|1|D01|L1"
    )

    assert [(r.row, r.cells[3]) for r in sheet.refused] == [(5, "D09")]


def test_the_numbers_of_rows_are_no_codes_of_the_units_on_another_sheet():
    first = """
BAN DÂN VẬN
DANH SÁCH MÔ HÌNH NĂM 2020
Khối cơ quan, đơn vị
TT|Đơn vị đăng ký|Tên mô hình
1|Xã Cẩm Duệ|Nuôi ong
2|Xã Cẩm Hà|Nuôi cá
"""
    second = first.replace("Duệ", "Mỹ").replace("Nuôi", "Trồng")
    sheets = (Sheet("Xã", table(first)), Sheet("Cơ quan", table(second)))
    read = read_lists(Workbook("a.xlsx", "", "xlsx", sheets), Hints(), lookup()).sheets

    assert [s.columns["unit"] for s in read] == ["B", "B"]
    assert read[1].records[0].values["unit"].name == "Xã Cẩm Mỹ"

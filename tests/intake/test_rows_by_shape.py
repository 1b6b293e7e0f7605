"""Law 1: a row with a name is a record or a refusal, whatever its name begins with."""

import itertools
from pathlib import Path

import pytest
from lookup import lookup
from made_words import FAMILIES
from sheets_made import codes, read_table

from emulation_cli.intake import Hints, read_lists
from emulation_cli.sheets import Sheet, Workbook

NAMES = [
    line.split("\t")
    for line in (Path(__file__).parent / "names.txt").read_text(encoding="utf-8").splitlines()
]
HEADS = {"model": "Tên mô hình", "collective": "Tên tập thể", "individual": "Họ và tên"}
UNIT, YEAR = ("Đơn vị", "Xã Cẩm Duệ"), ("Năm", 2023.0)
MODEL, HONOUR = ("Lĩnh vực", "KT"), ("Hình thức khen thưởng", "Giấy khen")
NUMBERS = {
    "none": None, "empty": lambda n: "", "numbered": float,
    "half": lambda n: float(n) if n < 2 else "",
}  # fmt: skip


def list_with(name, kind, further, number):
    """The name between three ordinary rows."""
    ordinary = [
        f"{FAMILIES[n]} Thị Xuân" if kind == "individual" else f"Vườn hoa {n}" for n in range(3)
    ]
    first = [] if number is None else ["STT"]
    rows = [[*first, HEADS[kind], *(heading for heading, _cell in further)]]
    for place, text in enumerate((ordinary[0], name, *ordinary[1:]), start=1):
        before = [] if number is None else [number(place)]
        rows.append([*before, text, *(cell for _heading, cell in further)])
    return rows


@pytest.mark.parametrize("numbers", NUMBERS)
@pytest.mark.parametrize("count", [1, 2, 3])
def test_names_that_look_like_other_words_are_records_in_any_layout(numbers, count):
    aside = []
    for name, kind in NAMES:
        about = MODEL if kind == "model" else HONOUR
        for further in itertools.islice(itertools.combinations((UNIT, YEAR, about), count), 2):
            rows = list_with(name, kind, further, NUMBERS[numbers])
            noun = "models" if kind == "model" else "honours"
            book = Workbook("a.xlsx", "", "xlsx", (Sheet("DS", rows),))
            reading = read_lists(book, Hints(register=noun, year=2023), lookup())
            found = [r.row for s in reading.sheets for r in (*s.records, *s.refused)]
            if sorted(set(found)) != [2, 3, 4, 5]:
                aside.append((name, further, found))
    assert aside == []


def one(text, **more):
    (sheet,) = read_table(text, **more)
    return sheet


LIST = """
Họ và tên|Đơn vị|Hình thức
Phan Doãn Lương|Xã Cẩm Duệ|Giấy khen
Trần Thị Nhạn|Xã Cẩm Hà|Giấy khen
"""


def test_signatures_behind_an_empty_row_close_the_list():
    sheet = one(
        LIST
        + """||
NGƯỜI LẬP BIỂU||CHỦ TỊCH
||
Hoàng Trọng Hợi||Đinh Thị Chắt"""
    )
    assert [r.row for r in sheet.records] == [2, 3]
    assert [(s.row, s.why) for s in sheet.skipped if s.row > 3] == [(5, "footer"), (7, "footer")]


def test_what_follows_a_supposed_footer_and_looks_like_records_revokes_it():
    sheet = one(
        LIST
        + """||
Kế toán các chi hội|Xã Cẩm Hà|Bằng khen
NGƯỜI LẬP BIỂU||CHỦ TỊCH
Lê Thị Tâm|Xã Cẩm Hà|Bằng khen"""
    )
    assert [r.row for r in sheet.records] == [2, 3, 5, 7]
    assert [r.row for r in sheet.refused] == [6]


def test_a_row_that_holds_only_a_name_among_fuller_ones_is_refused_by_row():
    sheet = one("""
STT|Họ và tên|Đơn vị|Hình thức
1|Phan Doãn Lương|Xã Cẩm Duệ|Giấy khen
|Lê Hữu Chức||
2|Trần Thị Nhạn|Xã Cẩm Hà|Giấy khen""")
    assert codes(sheet, "block") == ["name_alone"]
    assert [r.row for r in sheet.refused] == [3]


def test_where_names_are_all_that_is_filled_each_is_a_record():
    sheet = one("""
DANH SÁCH ĐƯỢC TẶNG GIẤY KHEN NĂM 2023
STT|Họ và tên|Ngày sinh|Chức vụ
|Phan Doãn Lương||
|Trần Thị Nhạn||
|Lê Hữu Chức||""")
    assert [r.row for r in sheet.records] == [3, 4, 5]


def test_a_total_counts_and_a_name_like_one_does_not():
    sheet = one("""
Tên mô hình|Đơn vị|Năm
Cộng: một việc tốt|Xã Cẩm Duệ|2023
Tổng vệ sinh|Xã Cẩm Hà|2023
Tổng cộng: 2||""")
    assert [r.row for r in sheet.records] == [2, 3]
    assert [s.why for s in sheet.skipped if s.row == 4] == ["total"]

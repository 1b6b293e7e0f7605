"""Lists of units and of mergers come in by `emul import`; names are read by the day of the record."""

import json

import pytest

from emulation_cli.sheets import read


@pytest.fixture
def write(tmp_path):
    """Write a workbook: sheets by name, each a list of rows."""
    import openpyxl

    def writer(**sheets):
        book = openpyxl.Workbook()
        book.remove(book.active)
        for name, rows in sheets.items():
            sheet = book.create_sheet(name)
            for row in rows:
                sheet.append(row)
        path = tmp_path / "lists.xlsx"
        book.save(path)
        return path

    return writer


UNITS = [
    ("STT", "Tên đơn vị", "Loại", "Đơn vị cấp trên", "Có từ ngày", "Đến ngày"),
    (1, "Huyện Cẩm Xuyên", "Huyện", None, None, "30/06/2025"),
    (2, "Xã Cẩm Mỹ", "Xã", "Huyện Cẩm Xuyên", None, None),
    (3, "Xã Cẩm Duệ", "Xã", "Huyện Cẩm Xuyên", None, None),
    (4, "Tỉnh Hà Tĩnh", "Tỉnh", None, None, None),
    (5, "Xã Cẩm Duệ", "Xã", "Tỉnh Hà Tĩnh", "01/07/2025", None),
]
MERGERS = [
    ("DANH SÁCH SÁP NHẬP ĐƠN VỊ HÀNH CHÍNH",),
    ("TT", "Đơn vị cũ", "Đơn vị mới", "Từ ngày", "Văn bản"),
    (1, "Xã Cẩm Mỹ", "Xã Cẩm Duệ", "01/07/2025", "1665/NQ-UBTVQH15"),
    (2, "Xã Cẩm Duệ", None, None, None),
    (None, "Người lập biểu", None, None, None),
]
PEOPLE = [
    ("STT", "Họ và tên", "Loại", "Đơn vị", "Lĩnh vực", "Ngày phát hiện"),
    (1, "Nguyễn Văn Cũ", "Cá nhân", "xã Cẩm Duệ", "Y tế", "05/2023"),
    (2, "Nguyễn Văn Mới", "Cá nhân", "X. Cẩm Duệ", "Y tế", "2026"),
]


def test_a_list_of_mergers_ends_the_old_units_and_names_their_followers(emul, write) -> None:
    emul("init", "--yes")
    path = write(units=UNITS, mergers=MERGERS[:4], people=PEOPLE)

    told = json.loads(emul("import", path, "--format", "json").stdout)
    again = json.loads(emul("import", path, "--format", "json").stdout)

    assert [sheet["register"] for sheet in told["sheets"]] == ["units", "successions", "exemplars"]
    assert (told["added"], told["refused"], again["added"], again["changed"]) == (9, 0, 0, 0)
    units = json.loads(emul("list", "units", "--format", "json").stdout)
    assert [unit["valid_to"] for unit in units] == [
        "2025-06-30", "2025-06-30", "2025-06-30", None, None,
    ]  # fmt: skip
    rows = json.loads(emul("list", "exemplars", "--format", "json").stdout)
    assert [row["unit_id"] for row in rows] == ["U3", "U5"]


def test_a_line_that_names_no_unit_keeps_the_whole_list_out(emul, write) -> None:
    emul("init", "--yes")
    path = write(units=UNITS, mergers=MERGERS)

    told = json.loads(emul("import", path, "--format", "json", code=3).stdout)

    assert [(p["row"], p["column"], p["code"]) for p in told["problems"]] == [
        (5, "old", "unknown_unit")
    ]


def test_a_year_alone_is_no_day_of_a_merger(emul, write) -> None:
    emul("init", "--yes")
    bad = [*MERGERS[:2], (1, "Xã Cẩm Mỹ", "Xã Cẩm Duệ", "2025", None)]

    told = json.loads(
        emul("import", write(units=UNITS, mergers=bad), "--format", "json", code=3).stdout
    )

    assert [problem["code"] for problem in told["problems"]] == ["missing_day"]


def test_other_lists_are_not_taken_for_mergers(write) -> None:
    from emulation_cli.intake.other_sheets.successions import read_sheet

    book = read(write(units=UNITS, people=PEOPLE))
    assert [read_sheet(sheet, None) for sheet in book.sheets] == [None, None]


def test_a_list_assigns_the_records_of_a_split_unit_many_at_a_time(emul, write, district) -> None:
    district.close()
    rows = [PEOPLE[0][:5], (1, "Người mẫu 3", "Cá nhân", "Xã Cẩm Lạc", "Y tế")]
    path = write(people=rows)

    words = ("--update", "--as", "exemplars", "--year", "2023", "--format", "json")
    told = json.loads(emul("import", path, *words).stdout)

    assert (told["added"], told["changed"]) == (0, 1)
    listed = json.loads(emul("list", "exemplars", "--format", "json").stdout)
    assert [row["unit"] for row in listed if row["name"] == "Người mẫu 3"] == ["Xã Cẩm Lạc"]

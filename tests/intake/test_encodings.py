"""Columns in a legacy encoding are converted as columns; every converted cell can be seen."""

import pytest
from lookup import lookup
from sheets_made import codes, read_table, table

from emulation_cli.intake import Hints, read_lists
from emulation_cli.sheets import read
from emulation_cli.sheets.formats import legacy_encodings

LIST = """
STT|Họ và tên|Loại|Đơn vị|Năm phát hiện
1|Phạm Thị Tình|Cá nhân|Xã Cẩm Dương|2022
2|Nguyễn Văn Quỳnh|Cá nhân|Xã Cẩm Thành|2022
3|Lê Khắc Trường|Cá nhân|Xã Cẩm Thạch|2022
4|Lưu Đức Chiến|Cá nhân|Xã Cẩm Lĩnh|2022"""


def written(encoding, columns):
    rows = table(LIST)
    return [
        [
            legacy_encodings.encode(cell, encoding)
            if c in columns and isinstance(cell, str)
            else cell
            for c, cell in enumerate(row)
        ]
        for row in rows
    ]


def one(rows, **more):
    (sheet,) = read_table(rows, **more)
    return sheet


@pytest.mark.parametrize("encoding", legacy_encodings.ENCODINGS)
@pytest.mark.parametrize("columns", [{1, 3}, {1}, {0, 1, 2, 3, 4}])
def test_whole_columns_become_unicode(encoding, columns):
    sheet = one(written(encoding, columns))
    wanted = one(table(LIST))
    assert [r.values for r in sheet.records] == [r.values for r in wanted.records]
    assert "converted_text" in codes(sheet, "info")
    assert (
        "B2",
        legacy_encodings.encode("Phạm Thị Tình", encoding),
        "Phạm Thị Tình",
    ) in sheet.conversions


def test_a_unicode_cell_in_a_legacy_column_stays():
    rows = written("TCVN3", {1, 3})
    rows[2][1] = "Võ Trọng Sơn"
    assert one(rows).records[1].values["name"] == "Võ Trọng Sơn"


def test_a_font_that_draws_capitals_gives_capitals():
    rows = written("TCVN3", {1, 3})
    sheet = one(
        rows, fonts={(1, 1): ".VnTimeH", (2, 1): ".VnTime", (3, 1): ".VnTime", (4, 1): ".VnTime"}
    )
    assert [r.values["name"] for r in sheet.records][:2] == ["PHẠM THỊ TÌNH", "Nguyễn Văn Quỳnh"]


def test_the_font_of_a_run_settles_what_a_word_alone_leaves_open(tmp_path):
    import xlsxwriter

    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as book:
        sheet = book.add_worksheet("Danh sách")
        in_tcvn3, bold, in_unicode = (
            book.add_format({"font_name": name, "bold": name == "Arial"})
            for name in (".VnTime", ".VnTimeH", "Arial")
        )
        for number, row in enumerate(written("TCVN3", {1, 3})):
            sheet.write_row(number, 0, row)
            if number:
                sheet.write_string(number, 1, row[1], in_tcvn3)
        for number, font in ((5, in_tcvn3), (6, in_unicode)):
            sheet.write_row(
                number,
                0,
                [number, "", "Cá nhân", legacy_encodings.encode("Xã Cẩm Dương", "TCVN3"), 2022],
            )
            sheet.write_rich_string(number, 1, bold, "Lan ", font, "D\u00f2ng")

    (reading,) = read_lists(read(tmp_path / "a.xlsx"), Hints(), lookup()).sheets

    names = [record.values["name"] for record in (*reading.records, *reading.refused)]
    assert (names[3], names[4], names[5]) == ("Lưu Đức Chiến", "Lan Dũng", "Lan Dòng")


def test_a_legacy_font_over_unicode_text_changes_nothing():
    fonts = {(row, column): ".VnTime" for row in range(5) for column in range(5)}
    assert one(table(LIST), fonts=fonts).conversions == ()


def test_the_clerk_may_say_the_encoding():
    rows = [
        ["STT", "Họ và tên", "Năm phát hiện"],
        [1.0, legacy_encodings.encode("Hồng", "VNI"), 2023.0],
    ]
    assert (
        one(rows, hints=Hints(register="exemplars", encoding="VNI")).records[0].values["name"]
        == "Hồng"
    )

"""No row is lost in silence: each that holds anything is a record, or is told of with its place."""

import pytest
from clothes import all_lists
from hypothesis import given
from hypothesis import strategies as st
from lookup import LISTS, lookup
from sheets_made import table

from emulation_cli.intake import Hints, read_lists
from emulation_cli.sheets import Sheet, Workbook, read

DRAWN = [table(made.text) for made in all_lists()]
STRAY = (
    "Tổng cộng: 12", "Cộng", "II. CÁ NHÂN", "Xã Cẩm Duệ", "Ghi chú: nộp trước ngày 15", "(Đã ký)",
    "T/M BAN DÂN VẬN", "STT", "Họ và tên", "Đơn vị", "x", '"', "nt", "2023", "-", "Lê Thị Hoa",
    "Xã Cẩm Hà", "Quyết định số 12/QĐ-UBND", "ngày … tháng … năm", "a", 7.0, 2023.0, 44000.0, True,
)  # fmt: skip


def unaccounted(workbook: Workbook) -> list[tuple[str, int]]:
    """The rows that hold something and of which the reading says nothing."""
    told: dict[str, set[int]] = {}
    whole = set()
    for found in read_lists(workbook, Hints(), lookup()).sheets:
        if found.ignored:
            whole.add(found.name)  # the sheet is told of as such
        rows = told.setdefault(found.name, set())
        rows |= {one.row for one in (*found.records, *found.refused, *found.skipped)}
        rows |= {problem.row for problem in found.problems if problem.row}
        if found.header_rows:
            rows |= set(range(found.header_rows[0], found.header_rows[1] + 1))
    return [
        (sheet.name, number)
        for sheet in workbook.sheets
        if sheet.name not in whole
        for number, row in enumerate(sheet.rows, start=1)
        if any(str(cell).strip() for cell in row if cell is not None)
        and number not in told.get(sheet.name, ())
    ]


SENT = sorted(path for path in LISTS.iterdir() if path.suffix != ".json")


@pytest.mark.parametrize("path", SENT, ids=lambda path: path.stem)
def test_every_row_of_a_sent_list_is_accounted_for(path):
    assert unaccounted(read(path)) == []


@given(st.data())
def test_whatever_stands_between_and_in_the_rows_each_is_accounted_for(data):
    rows = [list(row) for row in data.draw(st.sampled_from(DRAWN), label="list")]
    width = max(map(len, rows))
    for _ in range(data.draw(st.integers(0, 6), label="changes")):
        place = data.draw(st.integers(0, len(rows) - 1), label="row")
        match data.draw(st.sampled_from(("stray", "cell", "empty", "twice", "away")), label="what"):
            case "stray":
                row = [""] * width
                row[data.draw(st.integers(0, width - 1))] = data.draw(st.sampled_from(STRAY))
                rows.insert(place, row)
            case "cell":
                row = rows[place]
                row[data.draw(st.integers(0, len(row) - 1))] = data.draw(st.sampled_from(STRAY))
            case "empty":
                row = rows[place]
                row[data.draw(st.integers(0, len(row) - 1))] = ""
            case "twice":
                rows.insert(place, list(rows[data.draw(st.integers(0, len(rows) - 1))]))
            case "away" if len(rows) > 1:
                del rows[place]

    assert unaccounted(Workbook("a.xlsx", "", "xlsx", (Sheet("Sheet1", rows),))) == []

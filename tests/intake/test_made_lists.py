"""The maker of lists: its truth is what its sheets show, and its score can tell right from wrong."""

import pytest
from lookup import lookup
from made_drawing import make_list
from made_files import WRITERS
from made_lists import read_and_score
from made_score import score
from made_shapes import without_marks
from sheets_made import read_table

from emulation_cli.intake import Hints, read_lists

SEEDS = range(1, 31)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_seed_makes_one_list_and_its_truth_stands_in_the_rows_it_names(seed):
    made, again = make_list(seed), make_list(seed)
    assert (made.truth, made.book) == (again.truth, again.book)
    rows = {sheet.name: sheet.rows for sheet in made.book.sheets}
    for row in made.truth["rows"]:
        number = row["row"] - 1
        first = max(number - ("rows that go on" in made.traits), 0)  # whose name stands above them
        around = rows[row["sheet"]][first : number + 1]
        shown = " ".join(str(cell) for cells in around for cell in cells)
        name = row.get("name") or row["recipient"]
        if "typed without diacritics" in made.traits:
            name = without_marks(name)
        assert all(word in shown for word in name.split())


def test_a_record_that_differs_or_lacks_is_no_right_one():
    made = make_list(3)
    reading = read_lists(made.book, Hints(), lookup())
    first, *rest = made.truth["rows"]
    for wrong in ([*rest], [{**first, "name": "X", "recipient": "X"}, *rest]):
        found = score(reading, {**made.truth, "rows": wrong}).counts
        assert found["right"] < len(made.truth["rows"])
        assert found["extra"] or found["told"] or found["silent"] or found["listed"]


@pytest.mark.parametrize("form", WRITERS)
def test_a_list_written_as_a_file_of_any_form_loses_nothing_in_silence(form, tmp_path):
    """A sample of what `made_lists.py` draws by the thousand, every form with every difficulty."""
    right = rows = 0
    for seed in range(500, 520):
        made = make_list(seed, form=form)
        counts = read_and_score(made, tmp_path).counts
        assert (counts["silent"], counts["extra"]) == (0, 0), (seed, form)
        right, rows = right + counts["right"], rows + len(made.truth["rows"])
    assert right > 0.9 * rows


def test_rows_with_a_line_through_them_are_drawn_and_are_no_part_of_the_truth():
    drawn = (make_list(seed, form="docx") for seed in range(200))
    made = next(one for one in drawn if "rows struck out" in one.traits)
    (sheet, *_further) = made.book.sheets
    struck = {row + 1 for row, _column in sheet.struck}
    assert struck
    assert not struck & {row["row"] for row in made.truth["rows"]}


def test_a_ditto_mark_below_a_row_that_did_not_pass_means_that_row():
    (sheet,) = read_table(
        "STT | Tên điển hình | Đơn vị | Năm phát hiện | Kết quả bình xét\n"
        "1 | Lê Văn An | Xã Cẩm Hà | 2023 | Đạt\n2 | Lê Văn Bá | Xã Cẩm Duệ | 2023 | Không đạt\n"
        "3 | Lê Văn Cảnh | nt | 2023 | Đạt"
    )
    assert [r.values["unit"].name for r in sheet.records] == ["Xã Cẩm Hà", "Xã Cẩm Duệ"]

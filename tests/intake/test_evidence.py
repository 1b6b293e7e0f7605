"""What the cells of a column say, and that they never say a wrong thing in earnest."""

import pytest
from lookup import lookup
from made_drawing import make_list
from sheets_made import read_table

from emulation_cli.intake import Hints
from emulation_cli.intake.columns.evidence import alike, weigh
from emulation_cli.intake.columns.headers import find_header
from emulation_cli.intake.columns.profiles import Profiler
from emulation_cli.intake.columns.weights import MOST, WEIGHTS
from emulation_cli.intake.grid import Grid, filled
from emulation_cli.intake.headings import synonyms
from emulation_cli.intake.headings.heading_grammar import parse

UNITS = ["Xã Cẩm Duệ", "Xã Cẩm Hà", "Thị trấn Thiên Cầm"]
FIELDS = ["Y tế", "An ninh trật tự", "Bảo vệ môi trường"]
DAYS = ["04/10/2023", "05/10/2023", "06/10/2023"]
PEOPLE = ["Nguyễn Thị Lành", "Trần Văn Bính", "Lê Quang Đạo"]


def profile(cells):
    return Profiler(lookup()).of(cells)


@pytest.mark.parametrize(
    ("heading", "concept"),
    [
        ("Số, ngày QĐ", "decision"),
        ("Ngày, số quyết định", "decision"),
        ("Phát hiện năm", "discovered"),
        ("Đã phát hiện (ngày/tháng/năm)", "discovered"),
        ("Tập thể/cá nhân thực hiện", "leader"),
        ("Họ và tên bí thư chi bộ", "leader"),
        ("Chức vụ người ký", "signer_position"),
        ("Đơn vị nhân rộng mô hình", "replicated_unit"),
        ("Lĩnh vực công tác nổi trội", "field"),
        ("Trường", "unit"),
        ("Trưởng nhóm", "leader"),
        ("Hộ gia đình", "household_mark"),
        ("Người giới thiệu", None),
        ("Đơn vị mới", None),
        ("Ngày vào Đảng", None),
        ("Số hộ nghèo", None),
        ("Tình trạng hôn nhân", None),
        ("Ngày ký hợp đồng", None),
    ],
)
def test_a_heading_is_what_all_of_its_parts_say(heading, concept):
    found = parse(heading)
    assert (found.concept if found.whole else None) == concept


@pytest.mark.parametrize(
    ("heading", "cells", "concept"),
    [
        ("Mảng phụ trách chính", FIELDS, "field"),
        ("Phong trào thi đua/lĩnh vực", FIELDS, "field"),
        ("Chỗ đứng chân", UNITS, "unit"),
        ("Gương mặt", PEOPLE, "name"),
        ("Đối tượng", PEOPLE, "name"),
        ("Đối tượng", ["Cá nhân", "Tập thể", "Cá nhân"], "kind"),
        ("Loại", ["C.nhân", "T.thể", "Hộ GĐ"], "kind"),
        ("Đối tượng", ["Tập thể lớp 5A", "Tập thể Trạm Y tế", "Tập thể Chi bộ 1"], "name"),
    ],
)
def test_where_the_heading_leaves_it_open_the_cells_say_it(heading, cells, concept):
    found = weigh(heading, profile(cells), ())
    assert (found.concept, found.taken) == (concept, True)


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("Ngày tuyển dụng", DAYS),
        ("Năm tham gia công tác", [1990.0, 1991.0, 2001.0]),
        ("Số biên bản", ["12/QĐ-UBND", "13/QĐ-UBND", "14/QĐ-UBND"]),
        ("Dự kiến kinh phí", [500000.0, 700000.0, 900000.0]),
        ("Người hỗ trợ", PEOPLE),
        ("Chỗ đứng chân", UNITS[:1]),
    ],
)
def test_a_day_a_year_a_sum_or_somebody_else_is_never_guessed(heading, cells):
    found = weigh(heading, profile(cells), ())
    assert found is None or not found.taken


def test_what_a_list_has_already_is_not_looked_for_again():
    assert weigh("Chỗ đứng chân", profile(UNITS), ["unit"]) is None


def test_the_table_of_weights_is_within_its_bounds():
    for concept, weights in WEIGHTS.items():
        assert all(abs(w) <= MOST and (2 * w).is_integer() for w in weights.values()), concept


@pytest.mark.parametrize("seed", range(500, 540))
def test_with_its_heading_hidden_no_column_is_taken_for_another_thing(seed):
    for sheet in make_list(seed).book.sheets:
        grid, profiler = Grid.of(sheet), Profiler(lookup())
        header = find_header(grid, 0, Hints(), profiler)
        for column in header.columns if header else ():
            concept = synonyms.concept_of(column.path[-1])
            if concept not in WEIGHTS or column.concept is None:
                continue
            rows = [sheet.rows[n] for n in grid.full_rows if n > header.last]
            cells = [r[column.number] for r in rows if column.number < len(r)]
            others = [c.concept for c in header.columns if c is not column]
            found = weigh("?", profiler.of(filter(filled, cells)), others)
            if found and found.taken:
                assert alike(found.concept, column.concept)


def test_the_reasons_of_a_list_are_given_where_they_are_asked_for():
    text = """
    DANH SÁCH ĐIỂN HÌNH
    STT|Họ và tên|Đơn vị|Mảng việc|Năm phát hiện
    1|Lê Thị Hạnh|Xã Cẩm Duệ|Y tế|2022
    2|Võ Văn Lành|Xã Cẩm Hà|Giáo dục và đào tạo|2023
    """
    sheet, *_rest = read_table(text, hints=Hints(explain=True))
    why = {one.place: one for one in sheet.why}

    assert (why[""].meaning, why["D"].meaning) == ("exemplars", "field")
    assert why[""].margin > 1
    assert max(why["D"].reasons, key=lambda one: one.weight * one.share).what == "field"
    assert read_table(text)[0].why == ()

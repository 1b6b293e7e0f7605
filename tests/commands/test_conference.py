"""What the conference tells besides: who hands over, publicity of exemplars, targets of units."""

import json

import openpyxl
import pytest


@pytest.fixture
def office(emul):
    """Two communes, an exemplar and a model of the first, and a conference."""
    emul("init", "--unit", "Huyện Mẫu", "--lang", "vi", "--yes")
    for number in (1, 2):
        emul("add-unit", "--name", f"Xã Mẫu {number}", "--type", "xã")
    emul("add-exemplar", "--name", "Trần Thị Thử", "--kind", "CN", "--unit", "U1", "--field",
         "Y tế", "--date", "2023")  # fmt: skip
    emul("add-model", "--name", "Ngõ xanh", "--kind", "TT", "--unit", "U1", "--field", "KT",
         "--year", "2023")  # fmt: skip
    emul("add-event", "--name", "Hội nghị tổng kết", "--type", "tổng kết", "--date", "04/10/2023")
    return emul


def listed(office, noun: str):
    return json.loads(office("list", noun, "--format", "json").stdout)


def sheet(path, *rows) -> None:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)


def targets(office, *of) -> None:
    for unit, measure, value in of:
        office("add-target", "--unit", unit, "--year", "2023", "--measure", measure,
               "--value", value)  # fmt: skip


def test_targets_are_held_against_what_is_on_the_register(office) -> None:
    """A unit without a target has no row; who is in arrears is named with what is lacking."""
    targets(office, ("U1", "mô hình đăng ký", 1), ("U2", "mô hình đăng ký", 3),
            ("U2", "bồi dưỡng điển hình", 2))  # fmt: skip

    page = office("--lang", "vi", "report", "2023").stdout

    assert "mô hình đăng ký đạt 01 trên 04 chỉ tiêu giao 02 đơn vị (25,0%)" in page
    assert "còn 01 đơn vị chưa đạt chỉ tiêu: Xã Mẫu 2 (mô hình đăng ký 0/3," in page
    figures = json.loads(office("report", "2023", "--format", "json").stdout)["targets"]
    [first, second] = figures["by_unit"]
    assert (first["models_registered"], first["models_registered_reached"]) == (1, 1)
    assert (second["exemplars_fostered"], second["exemplars_fostered_reached"]) == (2, 0)


def test_each_figure_of_targets_opens_to_its_rows(office) -> None:
    targets(office, ("U1", "mô hình đăng ký", 4), ("U1", "phát hiện điển hình", 1))

    found = json.loads(office("report", "2023", "--format", "json", "--commands").stdout)

    rows = [one for one in found if one["section"] == "targets" and one["code"] == "U1"]
    assert rows
    for one in rows:
        shown = json.loads(office(*one["command"].split()[1:], "--format", "json").stdout)
        of_targets = one["command"].startswith("emul list targets")
        opened = sum(row["value"] for row in shown) if of_targets else len(shown)
        assert opened == one["value"], one["command"]


def test_a_target_of_a_year_is_not_held_against_half_of_it(office) -> None:
    targets(office, ("U2", "mô hình đăng ký", 3))

    figures = json.loads(office("report", "6T/2023", "--format", "json").stdout)["targets"]

    assert (figures["total"], figures["by_unit"], figures["not_placed"]) == (0, [], 1)


def test_a_second_target_of_unit_year_and_measure_is_refused(office) -> None:
    targets(office, ("U1", "mô hình đăng ký", 1))

    said = office("add-target", "--unit", "U1", "--year", "2023", "--measure", "mô hình đăng ký",
                  "--value", "5", code=1).stderr  # fmt: skip

    assert "G1" in said
    assert [one["value"] for one in listed(office, "targets")] == [1]


def test_a_report_without_publicity_and_targets_has_no_such_section(office) -> None:
    page = office("--lang", "vi", "report", "2023").stdout

    assert "TUYÊN TRUYỀN" not in page
    assert "CHỈ TIÊU" not in page


def test_publicity_is_counted_by_kind(office) -> None:
    for kind, day in (("báo", "12/03/2023"), ("giao lưu", "2023"), ("báo", "2022")):
        office("add-publication", "--title", f"Gương sáng {day}", "--type", kind, "--exemplar",
               "Trần Thị Thử", "--date", day)  # fmt: skip

    page = office("--lang", "vi", "report", "2023").stdout

    assert "có 02 tin, bài, buổi tuyên truyền về điển hình tiên tiến: bài viết 01 và nói" in page


def test_a_purge_takes_a_name_out_of_the_titles_about_the_person(office, register_path) -> None:
    office("add-publication", "--title", "Bà Trần Thị Thử giữ lửa", "--type", "báo",
           "--exemplar", "X1")  # fmt: skip
    office("add-publication", "--title", "Trần Thị Thử", "--type", "báo", "--exemplar", "X1")

    assert "L1" not in office("purge", "X1", "--yes").stderr

    assert [one["title"] for one in listed(office, "publications")] == ["Bà … giữ lửa", "…"]
    assert "Trần Thị Thử".encode() not in register_path.read_bytes()


LISTS = {
    "presenters": (
        ("DANH SÁCH ĐẠI BIỂU TRAO TẶNG", None, None, None, None),
        ("TT", "Họ và tên", "Chức vụ", "Trao cho", "Hội nghị"),
        (1, "Lê Văn Mẫu", "Bí thư Huyện ủy", "tập thể", "Hội nghị tổng kết"),
        (2, "Phạm Thị Thử", "Trưởng ban Dân vận", "cá nhân", "Hội nghị tổng kết"),
    ),
    "publications": (
        ("DANH SÁCH TIN, BÀI TUYÊN TRUYỀN", None, None, None, None, None),
        ("TT", "Tên tác phẩm", "Thể loại", "Điển hình được tuyên truyền", "Báo, đài", "Ngày đăng"),
        (1, "Người giữ lửa", "Bài viết", "Trần Thị Thử", "Báo tỉnh", "12/03/2023"),
        (2, "Gương sáng thôn Đông", "Phóng sự", "Trần Thị Thử", "Đài huyện", "05/2023"),
    ),
    "targets": (
        ("CHỈ TIÊU NĂM 2024", None, None, None),
        ("TT", "Đơn vị", "Chỉ tiêu", "Số lượng giao"),
        (1, "Xã Mẫu 1", "Mô hình đăng ký", 5),
        (2, "Xã Mẫu 2", "Điển hình được bồi dưỡng", 2),
    ),
}


@pytest.mark.parametrize("noun", sorted(LISTS))
def test_a_list_laid_out_by_an_office_is_known_by_its_headings(office, noun) -> None:
    sheet("list.xlsx", *LISTS[noun])

    answer = json.loads(office("import", "list.xlsx", "--format", "json", "--yes").stdout)

    assert (answer["added"], answer["refused"]) == (2, 0)
    assert len(listed(office, noun)) == 2
    again = json.loads(office("import", "list.xlsx", "--format", "json", "--yes").stdout)
    assert (again["added"], again["refused"]) == (0, 0)


def test_a_row_about_nobody_on_the_register_is_refused_by_its_cell(office) -> None:
    head, columns, first, _second = LISTS["publications"]
    sheet("list.xlsx", head, columns, first, (2, "Bài khác", "Báo", "Lê Thị Lạ", "Báo", "2023"))

    said = office("import", "list.xlsx", "--yes", code=3).stderr

    assert "D4" in said
    assert "Lê Thị Lạ" in said
    assert listed(office, "publications") == []


@pytest.mark.parametrize("noun", sorted(LISTS))
def test_a_template_of_the_noun_is_taken_in_as_it_is(office, noun) -> None:
    """Its example stays out."""
    office("template", noun, "-o", "form.xlsx")

    answer = json.loads(office("import", "form.xlsx", "--format", "json", "--yes").stdout)

    assert (answer["added"], answer["refused"]) == (0, 0)


def test_presenters_are_listed_corrected_and_called_in_their_order(office) -> None:
    office("add-presenter", "--event", "E1", "--name", "Lê Văn Mẫu", "--place-in-order", "2")
    office("add-presenter", "--event", "E1", "--name", "Phạm Thị Thử", "--place-in-order", "1")

    office("edit", "N2", "--position", "Chủ tịch", "--recipients", "cá nhân")
    office("cancel", "N1", "--reason", "Đi công tác")

    [one] = listed(office, "presenters")
    assert (one["name"], one["position"], one["recipients"], one["event"]) == (
        "Phạm Thị Thử", "Chủ tịch", "cá nhân", "Hội nghị tổng kết",
    )  # fmt: skip


def test_what_was_recorded_twice_is_named_by_check(office) -> None:
    for _time in range(2):
        office("add-presenter", "--event", "E1", "--name", "Lê Văn Mẫu")
        office("add-publication", "--title", "Người giữ lửa", "--type", "báo", "--exemplar", "X1")
    told = office("check").stdout
    assert "L2" in told
    assert "N2" in told
    office("cancel", "L2", "--reason", "Ghi trùng")
    office("check", "--accept", "N2")
    assert office("check").stdout == ""


def test_of_one_person_under_two_records_an_article_is_recorded_twice(office) -> None:
    office("add-exemplar", "--name", "Trần Thị Thử", "--kind", "CN", "--unit", "U1", "--field",
           "Y tế", "--date", "2023")  # fmt: skip
    for exemplar in ("X1", "X2"):
        office("add-publication", "--title", "Người giữ lửa", "--type", "báo", "--exemplar",
               exemplar)  # fmt: skip
    assert "L2" in office("check").stdout


def test_show_has_the_presenters_of_a_conference_and_the_publicity_of_an_exemplar(office) -> None:

    office("add-presenter", "--event", "E1", "--name", "Lê Văn Mẫu", "--position", "Chủ tịch")
    office(
        "add-publication", "--title", "Người giữ lửa", "--type", "bài viết", "--exemplar", "X1",
        "--date", "12/03/2023", "--place", "Báo tỉnh",
    )  # fmt: skip

    assert "N1  Lê Văn Mẫu - Chủ tịch" in office("--lang", "vi", "show", "E1").stdout
    assert (
        "12/03/2023  L1  Người giữ lửa - Bài viết, Báo tỉnh"
        in office("--lang", "vi", "show", "X1").stdout
    )
    told = json.loads(office("show", "E1", "--format", "json").stdout)
    assert [one["name"] for one in told["presenters"]] == ["Lê Văn Mẫu"]

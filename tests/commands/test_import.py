"""`emul import` as a person runs it: what was understood, all or nothing, nothing twice."""

import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

LISTS = Path(__file__).parent.parent / "lists"
GOOD = LISTS / "01-dien-hinh-tien-tien.xlsx"
WITH_MISTAKES = LISTS / "12-dien-hinh-co-dong-sai.xlsx"


@pytest.fixture(autouse=True)
def _register(emul) -> None:
    emul("init", "--unit", "Huyện Cẩm Xuyên", "--yes")
    emul("import", LISTS / "units.xlsx", "--yes")


def imported(emul, *words: object, code: int = 0) -> dict[str, Any]:
    return json.loads(emul("import", *words, "--format", "json", code=code).stdout)


def total(emul, noun: str = "exemplars") -> int:
    return len(json.loads(emul("list", noun, "--format", "json").stdout))


def test_a_list_is_taken_in_and_the_clerk_is_told_what_was_understood(emul) -> None:
    answer = emul("import", GOOD)

    assert answer.stdout == ""
    assert "40 added" in answer.stderr
    assert "I2" in answer.stderr
    assert total(emul) == 40


def test_the_same_file_again_changes_nothing_and_says_so(emul, register_path) -> None:
    imported(emul, GOOD)
    before = register_path.read_bytes()

    again = imported(emul, GOOD)

    assert {name: again[name] for name in ("added", "changed", "unchanged")} == {
        "added": 0,
        "changed": 0,
        "unchanged": 40,
    }
    assert again["import"] is None
    assert register_path.read_bytes() == before


def test_one_bad_row_keeps_the_whole_list_out(emul, register_path) -> None:
    before = register_path.read_bytes()

    answer = imported(emul, WITH_MISTAKES, code=3)

    assert answer["refused"] == 10
    assert (answer["added"], answer["import"]) == (0, None)
    assert {"B10", "F14", "H19"} <= {problem["cell"] for problem in answer["problems"]}
    assert register_path.read_bytes() == before


def test_the_good_rows_are_taken_on_request_and_the_rest_is_counted(emul) -> None:
    answer = imported(emul, WITH_MISTAKES, "--skip-bad")

    assert (answer["added"], answer["refused"]) == (47, 10)
    assert total(emul) == 47


def test_a_dry_run_is_the_real_run_rolled_back(emul, register_path) -> None:
    before = register_path.read_bytes()

    dry = imported(emul, GOOD, "--dry-run")

    assert (dry["added"], dry["dry_run"], dry["import"]) == (40, True, None)
    assert register_path.read_bytes() == before


def test_several_files_are_one_batch_in_the_order_they_need(emul) -> None:
    answer = imported(emul, LISTS / "09-so-khen-thuong.xlsx", GOOD, "--yes")

    assert [file["added"] for file in answer["files"]] == [46, 40]
    assert answer["import"] == "I2"


def test_of_many_files_each_layout_is_shown_once_and_the_sum_at_the_end(emul, tmp_path) -> None:
    for unit in ("Cẩm Duệ", "Cẩm Mỹ", "Cẩm Quan"):
        book = Workbook()
        book.active.title = "Danh sách"
        book.active.append(["STT", "Tên tập thể", "Đơn vị", "Năm phát hiện"])
        book.active.append([1, f"Chi hội Nông dân {unit}", f"Xã {unit}", 2023])
        book.save(tmp_path / f"{unit}.xlsx")

    told = emul("--verbose", "import", tmp_path, "--yes").stderr

    assert told.count("C «Đơn vị» = Unit: Xã Cẩm Duệ") == 1
    assert told.count("C «Đơn vị» = Unit") == 1
    assert told.count("columns as on sheet «Danh sách» of Cẩm Duệ.xlsx") == 2
    assert "All 3 files: 3 added, 0 changed, 0 unchanged, 0 rows refused" in told


def test_what_was_refused_is_told_last_with_its_file_and_counts_stand_above(emul, tmp_path) -> None:
    for n in range(8):
        text = "STT;Tên điển hình;Loại;Đơn vị;Năm phát hiện\n1;Tổ {};TT;Xã Cẩm Duệ;{}\nTổng cộng: 1;;;;\n"
        path = tmp_path / f"{n}.csv"
        path.write_text(text.format(n, "31/02/2023" if n == 2 else 2023), "utf-8")

    told = emul("import", tmp_path, "--skip-bad", "--yes").stderr.splitlines()

    assert len(told) <= 10
    assert "All 8 files: 7 added" in "\n".join(told)
    assert any("total" in line and "8" in line for line in told)
    assert told[-2].startswith("  REFUSED [2.csv: CSV] E2")


def test_every_text_that_was_turned_into_unicode_is_shown_up_to_a_length(emul, tmp_path) -> None:
    heading = "STT;Hä vµ tªn;§¬n vÞ;N¨m ph¸t hiÖn"
    rows = [f"{n};NguyÔn ThÞ H{'a' * n}ång;X· CÈm DuÖ;2023" for n in range(1, 206)]
    path = tmp_path / "cu.csv"
    path.write_bytes("\n".join([heading, *rows]).encode("latin-1"))

    told = emul("import", path, "--dry-run").stderr

    assert "NguyÔn ThÞ H" + "a" * 150 + "ång → Nguyễn Thị H" + "a" * 150 + "ồng" in told
    assert told.count("Nguyễn Thị Ha") >= 150
    assert "more rows like these (all of them: --format json)" in told


def test_what_differs_is_said_in_labels(emul) -> None:
    for field, year in (("Y tế", 2022), ("Quốc phòng", 2022)):
        Path("mot.csv").write_text(
            f"Tên điển hình;Loại;Đơn vị;Lĩnh vực;Năm phát hiện\nTổ Một;Tập thể;Xã Cẩm Duệ;{field};{year}\n",
            encoding="utf-8",
        )
        answer = emul("--lang", "vi", "import", "mot.csv", code=None)
    assert "«Y tế» / «Quốc phòng»" in answer.stderr.replace("\n", " ")
    answer = emul("--lang", "vi", "import", "mot.csv", "--update")
    assert "«Y tế» → «Quốc phòng»" in answer.stderr.replace("\n", " ")


def test_an_event_given_dates_honours_instead_of_the_title(emul) -> None:
    emul("add-event", "--name", "Hội nghị", "--type", "praise", "--date", "05/01/2023")
    Path("khen.csv").write_text(
        "DANH SÁCH CÁ NHÂN ĐƯỢC KHEN THƯỞNG NĂM 2022;;\nSTT;Họ và tên;Đơn vị\n1;Lê Văn Thử;Xã Cẩm Duệ\n",
        encoding="utf-8",
    )
    answer = imported(emul, "khen.csv", "--event", "Hội nghị")
    assert "year_from_title" not in [problem["code"] for problem in answer["problems"]]
    (row,) = json.loads(emul("list", "honours", "--format", "json").stdout)
    assert row["date"] == "2023-01-05"


def test_conferences_that_are_not_on_the_register_are_summed_up(emul) -> None:
    heading = "Họ và tên;Đơn vị;Hình thức ghi nhận;Hội nghị"
    rows = [f"Lê Thị {name};Xã Cẩm Duệ;Biểu dương;Hội nghị sơ kết 2023" for name in ("Hoa", "Mơ")]
    Path("bd.csv").write_text("\n".join((heading, *rows)), encoding="utf-8")

    told = emul("import", "bd.csv", code=3).stderr

    assert told.count("there is no event «Hội nghị sơ kết 2023»") == 2
    assert "Conferences that are not on the register: 1 (Hội nghị sơ kết 2023)" in told


def test_the_refused_rows_come_back_and_are_taken_in_after_repair(emul) -> None:
    imported(emul, WITH_MISTAKES, "--skip-bad", "--errors", "loi.xlsx")
    book = load_workbook("loi.xlsx")
    sheet = book.active
    assert sheet.max_row == 15  # where it is from, four rows above the records, ten refused ones
    assert sheet["A1"].value == "Từ tệp 12-dien-hinh-co-dong-sai.xlsx, trang Danh sách"
    row = next(row for row in sheet.iter_rows() if "31/02/2023" in [cell.value for cell in row])
    # By its heading: in the file that goes back the row stands elsewhere.
    assert str(row[-1].value).startswith("«Ngày phát hiện»: không có ngày 31/02/2023")
    wrong = next(cell for cell in row if cell.value == "31/02/2023")
    assert wrong.fill.fgColor.rgb.endswith("F8CBAD")

    wrong.value = "28/02/2023"
    for other in list(sheet.iter_rows(min_row=6)):
        if other[0].row != row[0].row:
            for cell in other:
                cell.value = None
    book.save("loi.xlsx")

    assert imported(emul, "loi.xlsx")["added"] == 1


def test_a_corrected_list_changes_only_what_differs_and_only_on_request(emul) -> None:
    imported(emul, GOOD)
    book = load_workbook(GOOD)
    book.active["E2"].value = "Y tế"
    book.save("sua.xlsx")

    refused = imported(emul, "sua.xlsx", code=3)
    taken = imported(emul, "sua.xlsx", "--update")

    assert [problem["code"] for problem in refused["problems"]] == ["differs_from_register"]
    assert (taken["changed"], taken["unchanged"]) == (1, 39)


def test_what_the_list_does_not_say_is_given_by_options(emul) -> None:
    emul("add-event", "--name", "Hội nghị biểu dương", "--type", "praise", "--date", "04/10/2023")
    book = Workbook()
    book.active.append(["Họ và tên", "Hình thức khen thưởng"])
    book.active.append(["Trần Văn Thử", "Giấy khen"])
    book.save("khen.xlsx")

    given = ("--as", "honours", "--event", "E1", "--act", "tôn vinh", "--kind", "CN")
    imported(emul, "khen.xlsx", *given, "--unit", "Xã Cẩm Duệ")

    (row,) = json.loads(emul("list", "honours", "--format", "json").stdout)
    assert (row["act"], row["date"], row["unit"]) == ("honour", "2023-10-04", "Xã Cẩm Duệ")


def test_a_heading_decided_once_is_understood_in_the_next_list(emul) -> None:
    book = Workbook()
    book.active.append(["Họ và tên", "Đơn vị", "Năm phát hiện", "Nghề mưu sinh"])
    book.active.append(["Trần Văn Thử", "Xã Cẩm Duệ", 2022, "Làm ruộng"])
    book.save("mot.xlsx")

    first = imported(emul, "mot.xlsx", "--as", "exemplars", "--column", "Nghề mưu sinh=position")
    book.active["A2"].value = "Trần Thị Mẫu"
    book.save("hai.xlsx")
    second = imported(emul, "hai.xlsx", "--as", "exemplars")

    assert first["sheets"][0]["columns"]["position"] == "D"
    assert second["sheets"][0]["columns"]["position"] == "D"


def test_text_of_cells_is_data_never_code_or_markup(emul) -> None:
    name = "[red]Trần[/] =CMD() \u202eThử"
    book = Workbook()
    book.active.append(["Họ và tên", "Đơn vị", "Năm phát hiện"])
    book.active.append([name, "Xã Cẩm Duệ", 2022])
    book.save("la.xlsx")

    imported(emul, "la.xlsx", "--as", "exemplars")

    (row,) = json.loads(emul("list", "exemplars", "--format", "json").stdout)
    assert row["name"] == "[red]Trần[/] =CMD() Thử"
    assert "[red]Trần[/]" in emul("list", "exemplars").stdout


def test_a_file_that_was_imported_before_is_told_with_its_import(emul) -> None:
    assert imported(emul, GOOD)["imported_before"] is None

    assert imported(emul, GOOD)["imported_before"] == "I2"
    assert "import I2" in emul("import", GOOD, "--dry-run").stderr


def test_a_new_unit_is_told_once_however_many_rows_name_it(emul) -> None:
    book = Workbook()
    book.active.append(["Họ và tên", "Đơn vị", "Năm phát hiện"])
    for number in range(3):
        book.active.append([f"Trần Văn {'ABC'[number]}", "Thôn Mới", 2022])
    book.save("moi.xlsx")

    read = imported(emul, "moi.xlsx", "--as", "exemplars", "--new-units")

    assert [p["row"] for p in read["problems"] if p["code"] == "new_unit"] == [2]
    assert total(emul) == 3


def test_a_model_that_a_list_calls_stopped_was_stopped_that_year(emul) -> None:
    book = Workbook()
    book.active.append(["Tên mô hình", "Đơn vị", "Lĩnh vực", "Năm đăng ký", "Tình trạng"])
    book.active.append(["Ngõ xanh", "Xã Cẩm Duệ", "KT", 2022, "Đăng ký mới"])
    book.active.append(["Ngõ xanh", "Xã Cẩm Duệ", "KT", 2023, "Dừng"])
    book.save("mo-hinh.xlsx")

    imported(emul, "mo-hinh.xlsx")

    (row,) = json.loads(emul("list", "models", "--format", "json").stdout)
    assert (row["years"], row["status"]) == ("2022:new", "stopped")


def test_an_unknown_movement_is_told_and_made(emul) -> None:
    book = Workbook()
    book.active.append(["Tên điển hình", "Đơn vị", "Năm phát hiện", "Phong trào"])
    book.active.append(["Trần Văn Thử", "Xã Cẩm Duệ", 2022, "Không ai biết"])
    book.active.append(["Lê Thị Thử", "Xã Cẩm Duệ", 2022, "Vì người nghèo"])
    book.save("phong-trao.xlsx")

    read = imported(emul, "phong-trao.xlsx", "--as", "exemplars")

    told = [(p["code"], p["cell"]) for p in read["problems"] if p["cell"]]
    assert told == [("new_movement", "D2")]
    rows = json.loads(emul("list", "exemplars", "--format", "json").stdout)
    assert [row["movement"] for row in rows] == [
        "Không ai biết",
        "Vì người nghèo – không để ai bị bỏ lại phía sau",
    ]


@pytest.mark.parametrize("named", ["Điển hình | Ai đó | Xã Cẩm Duệ | Cá nhân | –", "Trần Văn Thử"])
def test_an_honour_of_a_record_that_is_not_there_is_refused(emul, named) -> None:
    book = Workbook()
    book.active.append(["Họ và tên", "Đơn vị", "Hình thức", "Thuộc điển hình, mô hình"])
    book.active.append(["Trần Văn Thử", "Xã Cẩm Duệ", "Giấy khen", named])
    book.save("khen.xlsx")

    read = imported(emul, "khen.xlsx", "--as", "honours", code=3)

    assert ("unknown_record", "D2") in {(p["code"], p["cell"]) for p in read["problems"]}


def test_an_exemplar_field_that_is_new_is_added_and_told_once(emul) -> None:
    Path("moi.csv").write_text(
        "Tên điển hình;Đơn vị;Lĩnh vực;Năm phát hiện\n"
        "Trần Văn Thử;Xã Cẩm Duệ;Kinh tế đêm;2022\nTrần Thị Mẫu;Xã Cẩm Duệ;Kinh tế đêm;2022\n",
        encoding="utf-8",
    )

    answer = imported(emul, "moi.csv", "--as", "exemplars")

    assert [(p["code"], p["severity"], p["row"]) for p in answer["problems"] if p["row"]] == [
        ("new_field", "warn", 2)
    ]
    assert answer["added"] == 2
    assert answer["sheets"][0]["name"] is None


def test_units_and_what_names_them_may_stand_on_one_sheet(emul) -> None:
    book = Workbook()
    for row in (
        ["STT", "Mã đơn vị", "Tên đơn vị", "Loại", "Trực thuộc"],
        [1, "CKG", "Xã Kỳ Giang", "Xã", "Huyện Cẩm Xuyên"],
        [],
        ["STT", "Tên mô hình", "Đơn vị", "Lĩnh vực", "Năm đăng ký"],
        [1, "Ngõ xanh", "Xã Kỳ Giang", "Kinh tế", 2023],
    ):
        book.active.append(row)
    book.save("ca-hai.xlsx")

    answer = imported(emul, "ca-hai.xlsx")

    assert [sheet["register"] for sheet in answer["sheets"]] == ["units", "models"]
    assert answer["added"] == 2


def test_a_file_without_a_list_is_refused_and_its_nearest_headings_are_named(emul) -> None:
    Path("la.csv").write_text("Tên điển hnh;Đơn vị;Số điểm\n12;Xã Cẩm Duệ;9\n", "utf-8")

    answer = imported(emul, "la.csv", code=3)

    found = [(p["code"], p["severity"], p["cell"]) for p in answer["problems"]]
    assert found == [("no_list_in_file", "block", None), ("near_heading", "warn", "A1")]
    assert '--column "Tên điển hnh=Name"' in answer["problems"][1]["message"]


def test_a_field_that_is_none_is_named_with_those_there_are(emul) -> None:
    refused = emul("import", GOOD, "--column", "Lĩnh vực=linhvuc", code=2)

    assert "linhvuc" in refused.stderr
    assert "Discovered" in refused.stderr


def test_a_list_that_comes_back_twice_has_its_reasons_once(emul) -> None:
    imported(emul, WITH_MISTAKES, "--skip-bad", "--errors", "loi.xlsx")

    answer = imported(emul, "loi.xlsx", "--errors", "loi-2.xlsx", code=3)

    sheet = load_workbook("loi-2.xlsx").active
    assert answer["refused"] == sheet.max_row - 5 == 8
    assert sheet["A1"].value == "Từ tệp loi.xlsx, trang Danh sách"
    assert [cell.value for cell in sheet[4]].count("Lý do") == 1
    assert str(sheet.cell(8, 9).value) == "«Ngày phát hiện»: không có ngày 31/02/2023."


def test_the_rows_of_a_sheet_that_is_not_taken_in_are_counted(emul) -> None:
    book = Workbook()
    book.active.append(["Họ và tên", "Đơn vị"])
    book.active.append(["Trần Văn Thử", "Xã Cẩm Duệ"])
    book.active.append(["Lê Thị Mẫu", "Xã Cẩm Duệ"])
    book.save("chua-ro.xlsx")

    answer = imported(emul, "chua-ro.xlsx", GOOD, "--skip-bad")

    assert [(file["added"], file["refused"]) for file in answer["files"]] == [(0, 2), (40, 0)]


def test_a_list_of_models_tells_when_each_was_replicated_and_by_whom(emul) -> None:
    heading = "STT,Tên mô hình,Đơn vị,Lĩnh vực,Năm đăng ký,Ngày nhân rộng,Đơn vị nhân rộng"
    rows = (
        "1,Ngõ xanh,Xã Cẩm Duệ,Kinh tế,2022,05/12/2023,Xã Cẩm Hà",
        "2,Tổ tự quản,Xã Cẩm Duệ,Kinh tế,2022,,",
    )
    Path("mo-hinh.csv").write_text("\n".join((heading, *rows)), encoding="utf-8")

    emul("import", "mo-hinh.csv")

    assert "05/12/2023  Replicated - Xã Cẩm Hà" in emul("--lang", "en", "show", "M1").stdout
    assert "Replicated" not in emul("--lang", "en", "show", "M2").stdout


def test_a_further_year_of_a_model_is_shown_before_it_is_taken_in(emul) -> None:
    text = "Tên mô hình;Đơn vị;Lĩnh vực;Năm đăng ký;Tình trạng\nNgõ xanh;Xã Cẩm Duệ;KT;{};{}\n"
    Path("mot.csv").write_text(text.format(2022, "Đăng ký mới"), "utf-8")
    Path("hai.csv").write_text(text.format(2023, "Duy trì"), "utf-8")
    imported(emul, "mot.csv")

    told = emul("import", "hai.csv", "--dry-run").stderr

    assert "ADDED to M1 «Ngõ xanh»: Year registered «2023»" in told

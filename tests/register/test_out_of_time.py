"""Lives held against dates: units and terms outside theirs are told, named, and accepted."""

import pytest


@pytest.fixture(name="office")
def _office(emul, monkeypatch):
    monkeypatch.setenv("EMUL_LANG", "vi")
    emul("init", "--unit", "Huyện Thử", "--lang", "vi", "--yes")
    emul(
        "add-unit", "--name", "Xã Cũ", "--type", "commune", "--code", "C",
        "--valid-from", "01/01/2015", "--valid-to", "31/12/2019",
    )  # fmt: skip
    emul("add-unit", "--name", "Xã Mẫu", "--type", "commune", "--code", "M")
    return emul


def honour(emul, *more: str, unit: str = "M", date: str = "2023"):
    return emul(
        "add-honour", "--recipient", "Tập thể Một", "--kind", "TT", "--unit", unit,
        "--act", "commend", "--date", date, *more,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("form", "date", "more", "told"),
    [
        ("Xã tiêu biểu", "12/2023", (), True),  # before the law that brought it
        ("Xã tiêu biểu", "12/2024", (), False),
        ("Khu dân cư văn hóa", "12/2024", (), True),  # after its decree ended
        ("Khu dân cư văn hóa", "12/2023", (), False),
        # Decided under the new law for a year of the old one.
        ("Khu dân cư văn hóa", "02/2024", ("--achievement-year", "2023"), False),
        # A year may lie on both sides of the end: nothing is known to be wrong.
        ("Khu dân cư văn hóa", "2018", (), False),
    ],
)
def test_a_title_outside_its_law_is_told(office, form, date, more, told) -> None:
    said = honour(office, "--form", form, *more, date=date).stderr

    assert ("có hiệu lực" in said) == told
    assert ("ngoài thời gian hiệu lực: H1" in office("check").stdout) == told


def test_a_retired_field_of_the_clerk_is_held_against_dates_too(office) -> None:
    office(
        "add-term",
        "--vocabulary",
        "exemplar-field",
        "--label",
        "Chống dịch",
        "--valid-to",
        "31/12/2022",
    )
    said = office(
        "add-exemplar", "--name", "Tổ Một", "--kind", "TT", "--unit", "M",
        "--field", "Chống dịch", "--date", "2023",
    ).stderr  # fmt: skip

    assert "«Chống dịch» có hiệu lực … - 31/12/2022" in said


def test_a_unit_outside_its_life_is_told_by_hand_and_by_list(office, tmp_path) -> None:
    said = honour(office, unit="C", date="07/2023").stderr
    assert "«Xã Cũ» tồn tại 01/01/2015 - 31/12/2019, bản ghi này ghi 07/2023" in said

    path = tmp_path / "danh-sach.csv"
    path.write_text("Họ và tên,Đơn vị,Lĩnh vực,Năm phát hiện\nTrần Thị Mẫu,C,Y tế,2023\n", "utf-8")
    said = office("import", path).stderr

    assert "B2: đơn vị «Xã Cũ» tồn tại" in said
    assert "kết thúc: H1, X1" in office("check").stdout


def test_what_is_so_is_named_no_more_until_it_is_undone(office) -> None:
    honour(office, unit="C", date="07/2023")

    office("check", "--accept", "H1", "--note", "quyết định gửi muộn")

    assert "H1" not in office("check").stdout
    office("undo", "--yes")
    assert "kết thúc: H1" in office("check").stdout


def test_nothing_is_accepted_where_nothing_is_found(office) -> None:
    honour(office)
    office("check", "--accept", "H1")  # it belongs to no exemplar

    refused = office("check", "--accept", "H1", code=1)

    assert "H1" in refused.stderr


def test_an_edit_tells_what_it_moves_out_of_its_time_and_only_that(office) -> None:
    honour(office, date="12/2024")

    assert "có hiệu lực" in office("edit", "H1", "--form", "Khu dân cư văn hóa").stderr
    assert "có hiệu lực" not in office("edit", "H1", "--note", "đã đối chiếu").stderr
    assert "đơn vị «Xã Cũ» tồn tại" in office("edit", "H1", "--unit", "C").stderr
    assert "tồn tại" not in office("edit", "H1", "--unit", "M", "--form", "Giấy khen").stderr


def test_a_milestone_outside_the_life_of_a_unit_is_told(office) -> None:
    office(
        "add-model", "--name", "Mô hình Một", "--kind", "TT", "--unit", "C",
        "--field", "KT", "--year", "2018",
    )  # fmt: skip
    office("mark", "M1", "duy trì", "--date", "2019")

    # Who follows goes on with it: that is no fault of the record.
    assert "tồn tại" not in office("mark", "M1", "duy trì", "--date", "2021").stderr
    said = office("mark", "M1", "nhân rộng", "--date", "2022", "--unit", "C").stderr
    assert "M1: đơn vị «Xã Cũ» tồn tại 01/01/2015 - 31/12/2019, bản ghi này ghi 2022" in said
    assert "kết thúc: M1" in office("check").stdout


def test_a_model_first_registered_after_its_unit_ended_is_told(office) -> None:
    said = office(
        "add-model", "--name", "Mô hình Một", "--kind", "TT", "--unit", "C",
        "--field", "KT", "--year", "2022",
    ).stderr  # fmt: skip

    assert "M1: đơn vị «Xã Cũ» tồn tại" in said


def test_a_form_that_anybody_gives_is_told_until_somebody_is_named(office) -> None:
    assert "chỉ ghi «Giấy khen» thì chưa rõ" in honour(office, "--form", "Giấy khen").stderr
    assert "chưa rõ của cơ quan, cấp nào: H1" in office("check").stdout

    office("edit", "H1", "--level", "huyện")

    assert "chưa rõ của cơ quan" not in office("check").stdout
    for form in ("Bằng khen của Bộ Nội vụ", "Huân chương Lao động hạng Ba", "Đơn vị quyết thắng"):
        assert "chưa rõ" not in honour(office, "--form", form).stderr


@pytest.mark.parametrize(("levels", "count"), [(("", "", ""), 3), (("huyện", "", "xã"), 1)])
def test_a_list_of_such_forms_is_told_once_with_how_many(office, tmp_path, levels, count) -> None:
    lines = ["STT,Họ và tên,Loại,Đơn vị,Hình thức khen thưởng,Ngày,Cấp khen thưởng"]
    for number, level in enumerate(levels, 1):
        lines.append(f"{number},Lê Thị Mẫu {number},CN,Xã Mẫu,Giấy khen,20/12/2025,{level}")
    path = tmp_path / "list.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8-sig")

    said = office("import", path, "--as", "honours", "--act", "khen thưởng", "--yes").stderr

    [line] = [line for line in said.splitlines() if "chỉ ghi «Giấy khen»" in line]
    assert f"có {count}/3 dòng như vậy" in line

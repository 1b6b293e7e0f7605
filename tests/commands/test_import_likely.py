"""Likely doubles are told while a list is taken in, namesakes are not; nothing is kept out."""

import json
from pathlib import Path

import pytest

PEOPLE = "Họ và tên;Đối tượng;Năm sinh;Đơn vị;Lĩnh vực;Ngày phát hiện"
MODELS = "Tên mô hình;Đơn vị;Lĩnh vực;Năm đăng ký"


@pytest.fixture(autouse=True)
def _register(emul) -> None:
    emul("init", "--unit", "Huyện Cẩm Xuyên", "--yes")
    Path("units.csv").write_text(
        "Mã;Tên đơn vị;Loại\nD;Xã Cẩm Duệ;xã\nH;Xã Cẩm Hà;xã\n", encoding="utf-8"
    )
    emul("import", "units.csv", "--as", "units", "--yes")


def written(name: str, *rows: str, head: str = PEOPLE) -> str:
    Path(name).write_text("\n".join((head, *rows)) + "\n", encoding="utf-8")
    return name


def person(name: str, born: object = "", unit: str = "Xã Cẩm Duệ", kind: str = "Cá nhân") -> str:
    return f"{name};{kind};{born};{unit};Y tế;2021"


def told(emul, *files: str) -> list[tuple[int, str, str]]:
    """Row, code and message of every likely double that a run tells of."""
    answer = json.loads(emul("import", *files, "--format", "json").stdout)
    problems = [one for file in answer.get("files", [answer]) for one in file["problems"]]
    assert {one["severity"] for one in problems if one["code"].startswith("like")} <= {"warn"}
    return [
        (one["row"], one["code"], one["message"])
        for one in problems
        if one["code"].startswith("like")
    ]


@pytest.mark.parametrize(
    ("there", "new"),
    [
        (person("Nguyễn Thị Mơ", 1970), person("Nguyễn Thị Mợ", 1970)),
        (person("Nguyễn Thị Mơ", 1970), person("Nguyên Thị Mơ")),
        (person("Nguyễn Thị Mơ"), person("Nguyễn Thi Mơ", 1970)),
        (person("Nguyễn Thị Mơ", 1970), person("Nguễyn Thị Mơ", 1970)),
        (person("Nguyễn Thị Mơ", 1970), person("NguyễnThị Mơ", 1970)),
        (person("Hội Cựu chiến binh"), person("Hội Cựu chiến binh", kind="Tập thể")),
        (person("Tổ 1 thôn Đông", kind="Tập thể"), person("Tổ 1, thôn Đông", kind="Tập thể")),
    ],
)
def test_a_new_record_like_one_of_the_register_is_told_and_taken_in(emul, there, new) -> None:
    emul("import", written("a.csv", there), "--yes")

    found = told(emul, written("b.csv", new))

    assert [(row, code) for row, code, _text in found] == [(2, "like_record")]
    assert "X1" in found[0][2]
    assert len(json.loads(emul("list", "exemplars", "--format", "json").stdout)) == 2


@pytest.mark.parametrize(
    "new",
    [
        person("Nguyễn Thị Mơ", 1991),
        person("Nguyễn Thị Mợ", 1991),
        person("Nguyễn Thị Mơ", 1970, unit="Xã Cẩm Hà"),
        person("Trần Thị Mơ", 1970),
        person("Nguyễn Thị Mận", 1970),
        person("Tổ 2 thôn Đông", kind="Tập thể"),
        person("Khu II thôn Đông", kind="Tập thể"),
        person("Thân Thị Thu Hoa", 1980),
        person("Lặng Thi Thuy Hoa", 1980),
    ],
)
def test_namesakes_and_names_that_differ_in_more_than_a_slip_are_not_told(emul, new) -> None:
    there = [
        person("Nguyễn Thị Mơ", 1970),
        person("Tổ 1 thôn Đông", kind="Tập thể"),
        person("Khu I thôn Đông", kind="Tập thể"),
        person("Đặng Thị Thu Hoa", 1980),
    ]
    assert not told(emul, written("a.csv", *there))

    assert not told(emul, written("b.csv", new))


def test_rows_of_a_run_are_named_by_where_they_stand(emul) -> None:
    a = written("a.csv", person("Lê Văn Tám", 1980), person("Lê Vân Tám", 1980))
    b = written("b.csv", person("Đỗ Thị Ba", 1980), person("Lê Văn Tâm", 1980))

    found = told(emul, a, b, "--dry-run")

    assert [(row, code) for row, code, _text in found] == [
        (3, "like_row"),
        (3, "like_row_elsewhere"),
    ]
    assert "row 2 «Lê Văn Tám»" in found[0][2]
    assert "a.csv row 2 «Lê Văn Tám»" in found[1][2]


def test_models_are_told_too_and_the_same_list_again_tells_nothing(emul) -> None:
    rows = (
        "Camera an ninh thôn Đông;Xã Cẩm Duệ;KT;2021",
        "Camera an ninh thôn Đông;Xã Cẩm Hà;KT;2021",
    )
    emul("import", written("a.csv", *rows, head=MODELS), "--yes")
    b = written("b.csv", "Camera an ninh, thôn Đông;Xã Cẩm Duệ;KT;2021", head=MODELS)

    assert [(row, code) for row, code, _text in told(emul, b)] == [(2, "like_record")]
    assert not told(emul, b)


def test_what_an_import_tells_is_what_duplicates_lists_afterwards(emul) -> None:
    names = ("Lê Văn Tám", "Lê Vân Tám", "Lê Văn Tâm", "Đỗ Thị Ba", "Đỗ Thi Ba", "Hồ Văn Tám")
    found = told(emul, written("a.csv", *(person(name) for name in names)))

    pairs = json.loads(emul("duplicates", "--format", "json").stdout)

    assert {row for row, _code, _text in found} == {int(one["id2"][1:]) + 1 for one in pairs}


def test_units_that_became_one_are_one_place(emul) -> None:
    emul("import", written("a.csv", person("Lê Văn Tám", 1980)), "--yes")
    emul("succeed", "Cẩm Duệ", "--by", "Cẩm Hà", "--on", "01/07/2025")

    found = told(emul, written("b.csv", person("Lê Vân Tám", 1980, unit="Xã Cẩm Hà")))

    assert [code for _row, code, _text in found] == ["like_record"]

"""What a list meets that was cancelled, or leaves behind where its rows are refused."""

import json

import pytest

HEAD = "Họ và tên;Đơn vị;Hình thức;Số quyết định;Ngày quyết định;Tiền thưởng\n"


@pytest.fixture
def office(emul, tmp_path):
    emul("init", "--yes")
    emul("add-unit", "--name", "Xã Cẩm Duệ", "--type", "commune")

    def taken_in(text, *words, code=0):
        path = tmp_path / "a.csv"
        path.write_text(text, encoding="utf-8")
        return json.loads(emul("import", path, *words, "--format", "json", code=code).stdout)

    return taken_in


def codes(answer) -> list[str]:
    return [problem["code"] for problem in answer["problems"] if problem["severity"] != "info"]


def count(emul, noun) -> int:
    return len(json.loads(emul("list", noun, "--format", "json").stdout))


def test_what_was_recorded_for_a_row_that_is_refused_goes_again(emul, office) -> None:
    row = "Trần Văn Thử;Xã Cẩm Duệ;Giấy khen;{};04/10/2023;{}\n"
    office(HEAD + row.format("163/QĐ-UBND", "500.000 đ"))
    other = row.format("163/QĐ-UBND", "900.000 đ") + "Lê Thị Mẫu;Xã Cẩm Duệ;Giấy khen;170/QĐ-UBND;"
    models = "Tên mô hình;Đơn vị;Năm đăng ký\nNgõ xanh;Thôn Mới;năm ngoái\n"

    answer = office(HEAD + other + "04/10/2023;5 bao\n", "--skip-bad")
    office(models, "--skip-bad", "--new-units")

    assert answer["refused"] == 2
    assert count(emul, "decisions") == 1
    assert count(emul, "units") == 1


def test_an_exemplar_field_of_a_refused_row_goes_again(emul, office) -> None:
    head = "Họ và tên;Đơn vị;Loại;Lĩnh vực;Năm phát hiện\n"
    row = "Trần Văn Thử;Xã Cẩm Duệ;Cá nhân;{};2022\n"
    office(head + row.format("Y tế"))

    answer = office(head + row.format("Kinh tế đêm"), "--skip-bad")

    assert (answer["refused"], count(emul, "exemplars")) == (1, 1)
    emul("list", "exemplars", "--field", "Kinh tế đêm", code=2)


def test_a_cancelled_decision_takes_no_more_honours(emul, office) -> None:
    text = HEAD + "Trần Văn Thử;Xã Cẩm Duệ;Giấy khen;163/QĐ-UBND;04/10/2023;\n"
    office(text)
    emul("cancel", "D1", "--reason", "thu hồi")

    answer = office(text.replace("Trần Văn Thử", "Lê Thị Mẫu"), code=3)

    assert codes(answer) == ["cancelled_decision"]


def test_another_date_of_a_decision_is_told(emul, office) -> None:
    text = HEAD + "Trần Văn Thử;Xã Cẩm Duệ;Giấy khen;163/QĐ-UBND;04/10/2023;\n"
    office(text)

    answer = office(text.replace("Trần Văn Thử", "Lê Thị Mẫu").replace("04/10", "05/10"))

    assert codes(answer) == ["award_of_nobody", "decision_differs"]
    assert (answer["added"], count(emul, "decisions")) == (1, 2)


def test_a_cancelled_record_gets_no_further_facts(emul, office) -> None:
    text = "Tên mô hình;Đơn vị;Lĩnh vực;Năm đăng ký\nNgõ xanh;Xã Cẩm Duệ;Kinh tế;{}\n"
    office(text.format(2022))
    emul("cancel", "M1", "--reason", "ghi nhầm")

    answer = office(text.format(2023))

    assert codes(answer) == ["cancelled_record"]
    assert (answer["changed"], answer["import"]) == (0, None)

"""Honours by form and class, by body, by level, by system, with the money; papers that disagree."""

import csv
import io

import pytest


@pytest.fixture(name="office")
def _office(emul, monkeypatch):
    monkeypatch.setenv("EMUL_LANG", "vi")
    emul("init", "--unit", "Huyện Thử", "--yes")
    emul("add-unit", "--name", "Xã Mẫu", "--type", "commune", "--code", "M")
    emul(
        "add-decision", "--number", "12/QĐ-UBND", "--date", "20/12/2023",
        "--body", "Chủ tịch UBND huyện Thử", "--level", "huyện",
    )  # fmt: skip
    return emul


def honour(emul, name: str, *more: str):
    return emul(
        "add-honour", "--recipient", name, "--kind", "CN", "--unit", "M", "--act", "commend",
        "--date", "2023", *more,
    )  # fmt: skip


def tally(emul, by: str) -> list[dict[str, str]]:
    answer = emul("tally", "honours", "--by", by, "--period", "2023", "--format", "csv")
    return list(csv.DictReader(io.StringIO(answer.stdout)))


def test_two_classes_of_an_order_are_two_rows(office) -> None:
    honour(office, "Lê Thị Một", "--form", "Huân chương Lao động hạng Nhất")
    honour(office, "Lê Thị Hai", "--form", "Huân chương Lao động hạng Ba")

    rows = {row["class"]: row["count"] for row in tally(office, "form,class")}

    assert rows == {"first": "1", "third": "1"}
    listed = office("list", "honours", "--class", "hạng Ba", "--period", "2023").stdout
    assert "Lê Thị Hai" in listed
    assert "Lê Thị Một" not in listed


def test_body_and_system_come_from_the_form_else_from_the_decision(office) -> None:
    honour(office, "Lê Thị Một", "--form", "Bằng khen của Tỉnh ủy Thử")
    honour(office, "Lê Thị Hai", "--form", "Giấy khen", "--decision", "D1")

    found = {
        (row["body"], row["system"], row["level"]) for row in tally(office, "body,system,level")
    }

    assert found == {
        ("Tỉnh ủy Thử", "party", "province"),
        ("Chủ tịch UBND huyện Thử", "state", "district"),
    }


def test_a_tally_sums_the_money_and_counts_what_is_not_said(office) -> None:
    honour(office, "Lê Thị Một", "--form", "Giấy khen", "--amount", "350.000")
    honour(office, "Lê Thị Hai", "--form", "Giấy khen", "--amount", "420.000")
    honour(office, "Lê Thị Ba", "--form", "Giấy khen")

    (row,) = tally(office, "form")

    assert (row["count"], row["amount"], row["amount_unknown"]) == ("3", "770000", "1")
    assert "770.000" in office("tally", "honours", "--by", "form").stdout


def test_form_and_decision_that_disagree_are_told_until_it_is_so(office) -> None:
    said = honour(office, "Lê Thị Một", "--form", "Bằng khen của Bộ Nội vụ", "--decision", "D1")

    assert "khác cấp hoặc khác hệ thống với quyết định 12/QĐ-UBND" in said.stderr
    assert "khác cấp, khác hệ thống với quyết định: H1" in office("check").stdout
    office("check", "--accept", "H1")
    assert "H1" not in office("check").stdout

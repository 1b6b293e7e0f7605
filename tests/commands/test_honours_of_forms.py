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


def test_ways_to_write_one_body_are_one_line_that_opens_to_all_of_them(office) -> None:
    for number, body in (("13", "UBND huyện"), ("14", "Ủy ban nhân dân Huyện Thử")):
        office(
            "add-decision", "--number", f"{number}/QĐ-UBND", "--date", "21/12/2023",
            "--body", body, "--level", "huyện",
        )  # fmt: skip
    for decision in ("D1", "D2", "D3"):
        honour(office, f"Lê Thị {decision}", "--form", "Giấy khen", "--decision", decision)
    honour(office, "Lê Thị Khác", "--form", "Giấy khen của UBND huyện Khác")

    counts = {row["body"]: row["count"] for row in tally(office, "body")}

    assert sorted(counts.values()) == ["1", "3"]
    assert counts["UBND huyện Khác"] == "1"
    for asked in (*counts, "UBND huyện", "ubnd huyện thử"):
        listed = office("list", "honours", "--body", asked, "--format", "csv").stdout
        assert listed.count("Lê Thị") == int(counts.get(asked, "3"))
    assert "UBND huyện" in office("show", "H2").stdout  # the row keeps what was written
    office("check", "--deep")


def test_a_title_of_the_base_is_given_at_every_level(office) -> None:
    base = ("--form", "Chiến sĩ thi đua cơ sở", "--decision", "D1")
    assert "khác cấp" not in honour(office, "Lê Thị Một", *base).stderr
    giver = ("--form", "Giấy khen của UBND xã Mẫu", "--decision", "D1")
    assert "khác cấp" in honour(office, "Lê Thị Hai", *giver).stderr
    by_hand = ("--form", "Giấy khen", "--level", "xã", "--decision", "D1")
    assert "khác cấp" in honour(office, "Lê Thị Ba", *by_hand).stderr
    assert "khác hệ thống với quyết định: H2, H3" in office("check").stdout


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

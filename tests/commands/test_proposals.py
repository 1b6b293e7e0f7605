"""Proposals and the papers of a dossier: from the list of a unit to the certificate and the figures."""

import csv
import io
import json
import zipfile
from pathlib import Path
from re import findall, sub

import pytest

PASSED = ("--outcome", "passed", "--votes-for", 8, "--votes-of", 9)


@pytest.fixture
def office(emul):
    """A register with one commune."""
    emul("init", "--unit", "UBND huyện Thử", "--yes")
    emul("add-unit", "--name", "Xã Mẫu", "--type", "commune", "--code", "M")
    return emul


def propose(office, name, *more, date="2024", form="Giấy khen") -> None:
    office(
        "add-proposal", "--recipient", name, "--kind", "CN", "--unit", "M", "--form", form,
        "--date", date, *more,
    )  # fmt: skip


def csv_rows(text: str) -> list[dict]:
    return list(csv.DictReader(io.StringIO(text)))


def rows(office, *words: object) -> list[dict]:
    return csv_rows(office("list", *words, "--format", "csv").stdout)


def proposed(office, year: int) -> dict:
    report = json.loads(office("report", year, "--format", "json").stdout)
    assert report["honours"]["proposed"] == report["proposals"]["total"]
    return report["proposals"]


def listed(office, name: str, *lines: tuple) -> str:
    with Path(name).open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(lines)
    return name


HEAD = ("STT", "Họ và tên", "Đơn vị", "Đối tượng", "Hình thức đề nghị khen thưởng")
PROPOSALS = (
    ("DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG NĂM 2024",),
    ("(Kèm theo Tờ trình số 15/TTr-UBND ngày 05/12/2024 của UBND xã)",),
    HEAD,
    ("1", "Lê Thị Thử", "Xã Mẫu", "Cá nhân", "Giấy khen"),
    ("2", "Phan Văn Thử", "Xã Mẫu", "Cá nhân", "Giấy khen"),
)


def test_an_award_keeps_its_proposal_in_the_year_of_the_proposal(office) -> None:
    office(
        "add-honour", "--recipient", "Phan Văn Thử", "--kind", "CN", "--unit", "M",
        "--act", "commend", "--date", "2024", "--proposed",
    )  # fmt: skip
    office(
        "add-decision", "--number", "2/QĐ-UBND", "--date", "03/2025", "--body", "UBND tỉnh",
        "--level", "province",
    )  # fmt: skip

    office("edit", "H1", "--status", "awarded", "--decision", "D1")

    [row] = rows(office, "proposals", "--period", 2024)
    assert (row["id"], row["date"], row["outcome"], row["decision"]) == (
        "Q1", "2024", "awarded", "2/QĐ-UBND",
    )  # fmt: skip
    assert (proposed(office, 2024)["awarded"], proposed(office, 2025)["total"]) == (1, 0)
    assert rows(office, "honours", "--proposed") == []
    office("edit", "H1", "--status", "proposed")
    assert proposed(office, 2024)["awarded"] == 0


def test_every_figure_opens_to_its_rows(office) -> None:
    propose(office, "Lê Thị Thử", *PASSED)
    propose(office, "Phan Văn Thử", "--outcome", "không đạt")
    propose(office, "Trần Văn Mẫu", "--outcome", "returned", form="Bằng khen")
    propose(office, "Đỗ Văn Mẫu", date="2023")

    found = proposed(office, 2024)

    for measure, words in {
        "total": (),
        "passed": ("--passed", "yes"),
        "awarded": ("--awarded", "yes"),
        "not_passed": ("--outcome", "not_passed"),
        "returned": ("--outcome", "trả lại"),
        "open": ("--outcome", "open"),
    }.items():
        assert len(rows(office, "proposals", "--period", 2024, *words)) == found[measure], measure
    assert [(row["code"], row["total"], row["returned"]) for row in found["by_form"]] == [
        ("giay-khen", 2, 0),
        ("bang-khen", 1, 1),
    ]


def test_a_correction_of_a_proposal_reaches_the_honour_that_says_who_it_is(office) -> None:
    propose(office, "Lê Thị Thử")

    office("edit", "Q1", "--recipient", "Lê Thị Thứ", "--date", "12/2024", "--votes-of", 9)

    [honour] = rows(office, "honours", "--proposed")
    assert (honour["recipient"], honour["date"]) == ("Lê Thị Thứ", "2024-12")
    office("undo")
    assert rows(office, "proposals")[0]["recipient"] == "Lê Thị Thử"


def test_an_award_is_recorded_with_its_decision_only(office) -> None:
    propose(office, "Lê Thị Thử")

    refused = office("edit", "Q1", "--outcome", "awarded", code=2)

    assert "--status awarded --decision" in refused.stderr


def test_a_proposal_that_is_withdrawn_goes_with_its_honour(office) -> None:
    propose(office, "Lê Thị Thử")

    office("cancel", "Q1", "--reason", "rút hồ sơ")

    assert rows(office, "proposals") == rows(office, "honours", "--proposed") == []
    assert proposed(office, 2024)["total"] == 0


@pytest.mark.parametrize(
    ("votes", "of"), [("8/9", None), ("8/9 phiếu (88,9%)", None), ("8", "9"), ("8 / 9", None)]
)
def test_a_list_of_results_says_what_became_of_proposals(office, votes, of) -> None:
    office("import", listed(office, "de-nghi.csv", *PROPOSALS))
    results = (
        ("KẾT QUẢ XÉT KHEN THƯỞNG NĂM 2024",),
        ("STT", "Họ và tên", "Đơn vị", "Hình thức", "Số phiếu đồng ý", "Tổng số phiếu",
         "Kết quả xét", "Lý do"),
        ("1", "Lê Thị Thử", "Xã Mẫu", "Giấy khen", votes, of, "Đạt", ""),
        ("2", "Phan Văn Thử", "Xã Mẫu", "Giấy khen", "4/9", of and "9", "Không đạt", "Ít phiếu"),
    )  # fmt: skip

    for _ in range(2):  # a second time nothing is new
        office("import", listed(office, "ket-qua.csv", *results))

    found = [
        tuple(row[name] for name in ("recipient", "date", "votes_for", "votes_of", "outcome"))
        for row in rows(office, "proposals")
    ]
    assert found == [
        ("Lê Thị Thử", "2024-12-05", "8", "9", "passed"),
        ("Phan Văn Thử", "2024-12-05", "4", "9", "not_passed"),
    ]
    assert rows(office, "proposals")[1]["outcome_reason"] == "Ít phiếu"
    assert len(rows(office, "honours", "--proposed")) == 2


def test_what_is_exported_of_proposals_comes_back_as_it_was(office) -> None:
    propose(office, "Lê Thị Thử", *PASSED)
    propose(office, "Phan Văn Thử", "--outcome", "returned", "--outcome-reason", "Thiếu báo cáo")
    office("export", "units", "honours", "-o", "all.xlsx")
    office("export", "proposals", "-o", "proposals.xlsx")

    assert json.loads(office("import", "proposals.xlsx", "--format", "json").stdout)["added"] == 0
    office("--db", "other.db", "init", "--yes")
    office("--db", "other.db", "import", "all.xlsx")
    wanted = ("recipient", "date", "votes_for", "votes_of", "outcome", "outcome_reason")
    here = [[row[name] for name in wanted] for row in rows(office, "proposals")]
    there = csv_rows(office("--db", "other.db", "list", "proposals", "--format", "csv").stdout)
    assert here == [[row[name] for name in wanted] for row in there]


# The dossier -------------------------------------------------------------------------------------


@pytest.fixture
def dossier(office):
    """One with a proposal that passed and one that did not."""
    propose(office, "Lê Thị Thử", *PASSED, "--amount", "500.000")
    propose(office, "Phan Văn Thử", "--outcome", "not_passed", "--outcome-reason", "Ít phiếu")
    office("add-dossier", "--name", "Khen thưởng năm 2024", "--date", "06/12/2024")
    office("collect", "S1")
    return office


DECIDE = (
    "decide", "S1", "--number", "9/QĐ-UBND", "--date", "15/01/2025", "--body", "UBND huyện Thử",
    "--level", "district", "--signer", "Hoàng Văn Ký", "--signer-position", "Chủ tịch",
)  # fmt: skip


def paper(office, code: str) -> str:
    return office("--lang", "vi", "papers", "S1", "--paper", code).stdout


def test_the_decision_makes_honours_of_what_passed_and_undo_takes_them_back(dossier) -> None:
    dossier(*DECIDE, "--first-number", 101)

    [honour] = rows(dossier, "honours", "--period", 2025)
    assert (honour["recipient"], honour["decision"], honour["amount"]) == (
        "Lê Thị Thử", "9/QĐ-UBND", "500000",
    )  # fmt: skip
    decision = rows(dossier, "decisions")[0]
    assert (decision["stated_individuals"], decision["listed_individuals"]) == ("1", "1")
    assert "101" in paper(dossier, "book")
    again = dossier(*DECIDE, code=1)
    assert "S1" in again.stderr
    dossier("undo")
    assert rows(dossier, "honours") == rows(dossier, "decisions") == []
    assert len(rows(dossier, "proposals", "--passed", "yes")) == 1


def test_numbers_in_the_book_go_on(dossier) -> None:
    dossier(*DECIDE, "--first-number", 7)
    propose(dossier, "Trần Văn Mẫu", *PASSED)
    dossier("add-dossier", "--name", "Đợt hai")
    dossier("collect", "S2")

    told = dossier("decide", "S2", "--number", "10/QĐ-UBND", *DECIDE[4:])

    assert "08" in told.stderr


@pytest.mark.parametrize("outcome", ["open", "not_passed"])
def test_what_cannot_be_decided_is_refused(office, outcome) -> None:
    propose(office, "Lê Thị Thử", "--outcome", outcome)
    office("add-dossier", "--name", "Khen thưởng năm 2024")
    office("collect", "S1", "Q1")

    office(*DECIDE, code=1)

    assert rows(office, "decisions") == []


def test_each_paper_says_what_is_recorded(dossier) -> None:
    assert "Lê Thị Thử" in paper(dossier, "summary")
    assert "Phan Văn Thử" not in paper(dossier, "summary")
    minutes = paper(dossier, "minutes")
    assert "8/9" in minutes
    assert "88,9%" in minutes
    assert "Không đạt: Ít phiếu" in minutes
    assert "500.000 đồng" in paper(dossier, "decision")
    dossier(*DECIDE)
    assert "9/QĐ-UBND ngày 15 tháng 01 năm 2025" in paper(dossier, "annex")
    assert "LÊ THỊ THỬ" in paper(dossier, "certificates")


def words_of(path: str) -> str:
    with zipfile.ZipFile(path) as document:
        return sub(r"<[^>]+>", " ", document.read("word/document.xml").decode())


@pytest.mark.parametrize(
    ("form", "body", "head", "number"),
    [
        ("state", "UBND huyện Thử", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 9/QĐ-UBND"),
        ("party", "Huyện ủy Thử", "ĐẢNG CỘNG SẢN VIỆT NAM", "Số 9/QĐ-UBND"),
    ],
)
def test_papers_have_the_form_of_who_decides(dossier, form, body, head, number) -> None:
    dossier(*DECIDE[:7], body, *DECIDE[8:])

    dossier("papers", "S1", "-o", "papers")

    decision = words_of("papers/4-quyet-dinh.docx")
    assert head in decision
    assert number in decision
    assert ("Điều lệ Đảng" in decision) == (form == "party")
    assert head in words_of("papers/6-giay-khen.docx")


def test_a_certificate_is_a_page_and_the_law_is_that_of_the_day(office) -> None:
    for name in ("Lê Thị Thử", "Phan Văn Thử", "Trần Văn Mẫu"):
        propose(office, name, *PASSED)
    office("add-dossier", "--name", "Khen thưởng", "--date", "06/12/2023")
    office("collect", "S1")
    assert "26 tháng 11 năm 2003" in paper(office, "submission")
    office(*DECIDE[:5], "20/08/2025", *DECIDE[6:])

    office("papers", "S1", "--paper", "giấy khen", "-o", "certificates.docx")

    with zipfile.ZipFile("certificates.docx") as document:
        xml = document.read("word/document.xml").decode()
    assert len(findall("<w:pageBreakBefore/>", xml)) == 2
    assert 'w:orient="landscape"' in xml
    assert "152/2025/NĐ-CP" in paper(office, "decision")


def test_groups_of_the_ceremony_have_who_hands_over(dossier) -> None:
    dossier("add-event", "--name", "Hội nghị", "--type", "praise", "--date", "20/01/2025")
    dossier("add-presenter", "--event", "E1", "--name", "Lê Văn Mẫu", "--recipients", "tập thể")
    dossier("add-presenter", "--event", "E1", "--name", "Trần Thị Mẫu", "--position", "Bí thư")
    dossier(*DECIDE, "--event", "E1")

    assert "Trần Thị Mẫu, Bí thư" in paper(dossier, "ceremony")


def test_a_folder_or_one_paper_is_asked_for(dossier) -> None:
    refused = dossier("papers", "S1", code=2)

    assert "--paper" in refused.stderr
    assert "-o" in refused.stderr


# Lists, in whatever order they come ---------------------------------------------------------------

DECIDED = (
    ("DANH SÁCH KHEN THƯỞNG NĂM 2025",),
    ("(Kèm theo Quyết định số 9/QĐ-UBND ngày 15/01/2025 của UBND huyện Thử)",),
    ("STT", "Họ và tên", "Đơn vị", "Đối tượng", "Hình thức khen thưởng", "Tiền thưởng"),
    ("1", "Lê Thị Thử", "Xã Mẫu", "Cá nhân", "Giấy khen", "600000"),
)


@pytest.mark.parametrize("first", ["proposals", "decision"])
def test_a_decision_and_its_proposals_meet_in_any_order(office, first) -> None:
    files = [listed(office, "de-nghi.csv", *PROPOSALS), listed(office, "qd.csv", *DECIDED)]

    for file in files if first == "proposals" else files[::-1]:
        office("import", file)
    for file in files:  # a second time nothing is new
        told = json.loads(office("import", file, "--format", "json").stdout)
        assert (told["added"], told["changed"]) == (0, 0)

    [honour] = rows(office, "honours", "--period", 2025)
    assert (honour["recipient"], honour["amount"]) == ("Lê Thị Thử", "600000")
    found = [(row["recipient"], row["date"], row["outcome"]) for row in rows(office, "proposals")]
    assert found == [
        ("Lê Thị Thử", "2024-12-05", "awarded"),
        ("Phan Văn Thử", "2024-12-05", "open"),
    ]
    counted = proposed(office, 2024)
    assert (counted["total"], counted["awarded"]) == (2, 1)


@pytest.mark.parametrize(
    "proposal",
    [
        {"date": "2022"},  # another round
        {"date": "02/2025"},  # after the decision
        {"form": "Bằng khen"},
    ],
)
def test_a_decision_leaves_what_it_does_not_decide(office, proposal) -> None:
    propose(office, "Lê Thị Thử", **proposal)

    office("import", listed(office, "qd.csv", *DECIDED))

    assert [row["outcome"] for row in rows(office, "proposals")] == ["open"]
    assert len(rows(office, "honours", "--period", 2025)) == 1


def test_a_decision_does_not_award_what_had_failed(office) -> None:
    propose(office, "Lê Thị Thử", "--outcome", "not_passed")

    office("import", listed(office, "qd.csv", *DECIDED))

    assert [row["outcome"] for row in rows(office, "proposals")] == ["not_passed"]


def test_a_list_without_a_title_is_one_of_proposals_where_the_clerk_says_so(office) -> None:
    name = listed(office, "ds.csv", HEAD, *PROPOSALS[3:])

    office("import", name, "--as", "proposals", "--year", 2024)

    assert [row["recipient"] for row in rows(office, "proposals")] == ["Lê Thị Thử", "Phan Văn Thử"]
    assert rows(office, "honours") == []


def test_the_papers_of_a_dossier_know_the_decision_that_a_list_brought(office) -> None:
    office("import", listed(office, "de-nghi.csv", *PROPOSALS))
    office("add-dossier", "--name", "Khen thưởng năm 2024")
    office("collect", "S1")

    office("import", listed(office, "qd.csv", *DECIDED))

    assert "9/QĐ-UBND ngày 15 tháng 01 năm 2025" in paper(office, "annex")


def test_of_several_proposals_none_is_guessed_and_that_is_told(office) -> None:
    for date in ("2024", "06/2024"):
        propose(office, "Lê Thị Thử", date=date)

    said = office("import", listed(office, "qd.csv", *DECIDED)).stderr

    assert "several open proposals" in said
    assert "H1, H2" in said
    assert [row["outcome"] for row in rows(office, "proposals")] == ["open", "open"]


def test_a_result_of_one_of_several_proposals_is_refused_with_their_ids(office) -> None:
    for date in ("2024", "06/2024"):
        propose(office, "Lê Thị Thử", date=date)
    results = (
        ("KẾT QUẢ XÉT KHEN THƯỞNG NĂM 2024",),
        ("STT", "Họ và tên", "Đơn vị", "Hình thức", "Số phiếu đồng ý", "Kết quả xét"),
        ("1", "Lê Thị Thử", "Xã Mẫu", "Giấy khen", "8/9", "Đạt"),
    )
    said = office("import", listed(office, "ket-qua.csv", *results), code=3).stderr

    assert "several proposals (Q1, Q2)" in said
    assert [row["outcome"] for row in rows(office, "proposals")] == ["open", "open"]

    dated = [(*results[1], "Ngày đề nghị"), (*results[2], "06/2024")]
    office("import", listed(office, "ket-qua.csv", results[0], *dated))
    assert [row["outcome"] for row in rows(office, "proposals")] == ["open", "passed"]


def test_two_decisions_of_one_dossier_have_each_their_papers(office) -> None:
    """What passed and waits for a third one has a draft of its own."""
    for name in ("Lê Thị Thử", "Phan Văn Thử", "Hồ Văn Thử"):
        propose(office, name, *PASSED)
    office("add-dossier", "--name", "Khen thưởng năm 2024")
    office("collect", "S1")
    for number, honour in (("9/QĐ-UBND", "H1"), ("10/QĐ-UBND", "H2")):
        office("add-decision", "--number", number, "--date", "15/01/2025", "--body",
               "UBND huyện Thử", "--level", "huyện")  # fmt: skip
        office("edit", honour, "--status", "awarded", "--decision", number)

    text = paper(office, "annex")
    first, second = text.index("9/QĐ-UBND"), text.index("10/QĐ-UBND")

    assert first < text.index("Lê Thị Thử") < second < text.index("Phan Văn Thử")
    assert text.index("Phan Văn Thử") < text.index("Hồ Văn Thử")
    office("papers", "S1", "-o", "ho-so")
    assert len(list(Path("ho-so").glob("*quyet-dinh*.docx"))) >= 3

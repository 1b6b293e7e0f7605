"""Marked places that ask for more than a report: a table, a tally, a decision, a dossier."""

import docx
import pytest
from docx.oxml.ns import qn


@pytest.fixture
def honoured(office):
    """A decision with a collective and an individual, a dossier with a proposal, a kept table."""
    office("add-decision", "--number", "12/QĐ-UBND", "--date", "20/12/2023", "--body", "UBND huyện",
           "--level", "district", "--signer", "Lê Ký Mẫu")  # fmt: skip
    for name, kind in (("Trần Văn Mẫu", "CN"), ("Thôn Mẫu", "TT")):
        office("add-honour", "--recipient", name, "--kind", kind, "--unit", "T", "--act", "commend",
               "--form", "Giấy khen", "--decision", "D1")  # fmt: skip
    office("add-proposal", "--recipient", "Lê Thị Thử", "--kind", "CN", "--unit", "M",
           "--date", "01/12/2023", "--form", "Giấy khen")  # fmt: skip
    office("add-dossier", "--name", "Khen cuối năm", "--date", "02/12/2023")
    office("collect", "S1", "Q1")
    office("table", "new", "Theo xã", "--rows", "unit", "--column", "Điển hình = exemplars")
    return office


def filled(office, *paragraphs: str, code: int = 0):
    made = docx.Document()
    for text in paragraphs:
        made.add_paragraph(text)
    made.save("mau.docx")
    answer = office("fill", "mau.docx", "2022-2023", "-o", "ra.docx", "-y", code=code)
    if code:
        return answer
    body = docx.Document("ra.docx").element.body
    return ["".join(t.text or "" for t in p.iter(qn("w:t"))) for p in body.iter(qn("w:p"))]


@pytest.mark.parametrize(
    ("phrase", "said"),
    [
        ("quyết định D1.số, ký hiệu", "12/QĐ-UBND"),
        ("Quyết định 12/QĐ-UBND.Ngày", "20/12/2023"),
        ("quyet dinh D1.co quan ban hanh", "UBND huyện"),
        ("quyết định D1.Người ký", "Lê Ký Mẫu"),
        ("quyết định D1.danh sách tập thể.Người nhận", "Thôn Mẫu"),
        ("quyết định D1.danh sách cá nhân.Người nhận", "Trần Văn Mẫu"),
        ("hồ sơ S1.Tên", "Khen cuối năm"),
        ("hồ sơ S1.danh sách.Người được đề nghị", "Lê Thị Thử"),
        ("bảng Theo xã.Xã Mẫu.Điển hình", "2"),
        ("bảng theo xa.Xã Mẫu; 2023", None),  # no exemplar of that year there
        ("thống kê điển hình theo đơn vị.Xã Mẫu", "2"),
        ("thống kê điển hình theo đơn vị.Cộng; 2022", "2"),
        ("thống kê điển hình theo đối tượng; Xã Thử", None),  # a table stands alone
        ("quyết định D9.Ngày", None),
        ("quyết định D1.ngay thang", None),
        ("bảng Không có", None),
        ("thống kê điển hình theo sao hỏa", None),
        ("thống kê điển hình", None),
    ],
)
def test_a_place_asks_for_another_source(honoured, phrase, said) -> None:
    if said is None:
        assert "[[" in filled(honoured, f"a [[{phrase}]]", code=1).stderr
    else:
        assert filled(honoured, f"a [[{phrase}]]") == [f"a {said}"]


def test_a_whole_table_comes_in_its_paragraph(honoured) -> None:
    texts = filled(honoured, "[[bảng theo xã]]", "[[thống kê điển hình theo lĩnh vực, đối tượng]]")

    assert texts[:6] == ["Đơn vị", "Điển hình", "Xã Mẫu", "2", "Xã Thử", "1"]
    assert "Phát triển kinh tế" in texts


def test_the_places_of_other_sources_are_verified_too(honoured) -> None:
    filled(honoured, "[[bảng theo xã]]", "Có [[quyết định D1.Có: tập thể]] tập thể.")
    assert "4 số đúng" in honoured("--lang", "vi", "verify", "ra.docx").stdout

    honoured("edit", "X1", "--unit", "T")
    assert "2 số khác" in honoured("--lang", "vi", "verify", "ra.docx", code=1).stdout


def test_fields_show_them(honoured) -> None:
    marks = [line.split("\t")[0] for line in honoured("fields", "2022-2023").stdout.splitlines()]

    for mark in (
        "[[bảng Theo xã]]", "[[thống kê điển hình theo lĩnh vực, đối tượng]]",
        "[[quyết định D1.Số, ký hiệu]]", "[[hồ sơ S1.danh sách.Người được đề nghị]]",
    ):  # fmt: skip
        assert mark in marks


@pytest.mark.parametrize("form", ["state", "party"])
def test_a_report_with_marks_says_when_filled_what_the_report_says(office, form) -> None:
    office("info", "--set", f"form={form}")
    office("fields", "2022-2023", "--report", "-o", "mau.docx")
    assert not any(figure in said(docx.Document("mau.docx")) for figure in ("Có 3", " 3 ", "381"))
    office("fill", "mau.docx", "2022-2023", "-o", "ra.docx")
    office("report", "2022-2023", "--annex", "none", "-o", "bc.docx")

    ours, theirs = (docx.Document(name) for name in ("ra.docx", "bc.docx"))
    report = [line for line in said(theirs).split("\n") if "đã phát hiện" in line]
    assert report
    assert all(line in said(ours) for line in report)
    assert [cells(one) for one in ours.tables[1:]] == [cells(one) for one in theirs.tables[1:]]


def said(made) -> str:
    return "\n".join(texts_of(made.element.body.iter(qn("w:p"))))


def texts_of(elements) -> list[str]:
    return ["".join(t.text or "" for t in one.iter(qn("w:t"))) for one in elements]


def cells(table) -> list[list[str]]:
    return [texts_of(row.iter(qn("w:tc"))) for row in table._tbl.iter(qn("w:tr"))]


def test_a_table_that_numbers_its_rows_goes_on_to_number_them(office) -> None:
    made = docx.Document()
    table = made.add_table(2, 4)
    for place, text in enumerate(("STT", "[[điển hình.theo đơn vị]]", "", "")):
        table.cell(0, place).text = text
    made.save("mau.docx")
    office("fill", "mau.docx", "2022-2023", "-o", "ra.docx")

    rows = cells(docx.Document("ra.docx").tables[0])
    assert [row[:2] for row in rows] == [
        ["STT", "Đơn vị"], ["1", "Xã Mẫu"], ["2", "Xã Thử"], ["", "Cộng"],
    ]  # fmt: skip
    assert "9 số đúng với sổ, 0 số khác" in office("--lang", "vi", "verify", "ra.docx").stdout

"""The document to be signed, read back with python-docx."""

import re

import docx
import pytest
from docx.shared import Mm

from emulation_cli import render, words
from emulation_cli.documents.letterhead import Letterhead
from emulation_cli.documents.papers.list_head import ListHead
from emulation_cli.documents.papers.paper_manners import to_sign
from emulation_cli.documents.report_document import build
from emulation_cli.render.word.column_widths import column_widths
from emulation_cli.tallies.row_lists.listings import Listing

PARTY = Letterhead("Huyện ủy Cẩm Xuyên", "party", "Tỉnh ủy Hà Tĩnh", "Cẩm Xuyên", "BC/HU", "T/M Ban Thường vụ", "Bí thư")  # fmt: skip


@pytest.fixture
def opened(tmp_path):
    def write(figures, rows=None, letterhead=None):
        path = tmp_path / "báo cáo.docx"
        render.report_file(figures, path, rows, None, letterhead)
        return docx.Document(str(path))

    return write


def texts(document):
    return [paragraph.text for paragraph in document.paragraphs]


def cells(table):
    """The texts of a table by row; far faster than python-docx's own cells."""
    return [
        ["\n".join("".join(p.xpath(".//w:t/text()")) for p in cell.p_lst) for cell in row.tc_lst]
        for row in table._tbl.tr_lst
    ]


def millimetres(*lengths):
    return tuple(round(length / Mm(1)) for length in lengths)


def test_every_number_of_every_table_is_in_the_document(opened, any_report):
    found = [row for table in opened(any_report).tables for row in cells(table)]

    for section in to_sign(build(any_report)).sections:
        for table in section.tables:
            for row in (*table.rows, *([table.total] if table.total else [])):
                written = [
                    words.number(value, any_report.request.language) if isinstance(value, int) else words.date(value)
                    for value in row.values
                ]  # fmt: skip
                assert any([row.label, *written] == shown[1:] for shown in found)


def test_every_sentence_and_note_is_in_the_document(opened, any_report):
    written = texts(opened(any_report))

    for section in to_sign(build(any_report)).sections:
        assert set(section.sentences) <= set(written)
        assert {f"({note.text})" for note in section.notes} <= set(written)


def test_the_form_of_the_state(opened, reports):
    document = opened(reports("usual"))
    left, right = cells(document.tables[0])[0]

    assert left.splitlines()[0] == "HUYỆN CẨM XUYÊN"
    assert right.startswith("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc")
    assert "ngày       tháng       năm" in right
    assert "Số:          /BC-" in left
    assert any("Nơi nhận:" in row[0] for table in document.tables for row in cells(table))


def test_the_form_of_the_party(opened, reports):
    document = opened(reports("usual"), letterhead=PARTY)
    left, right = cells(document.tables[0])[0]
    everything = "\n".join(
        cell for table in document.tables for row in cells(table) for cell in row
    )

    assert left.splitlines() == ["TỈNH ỦY HÀ TĨNH", "HUYỆN ỦY CẨM XUYÊN", "*", "Số          -BC/HU"]
    assert right.startswith("ĐẢNG CỘNG SẢN VIỆT NAM")
    assert "T/M BAN THƯỜNG VỤ\nBÍ THƯ" in everything
    assert "CỘNG HÒA" not in everything


def test_paper_is_a4_with_the_margins_of_the_decree_and_numbers_from_page_2(
    opened, reports, exemplars, behind
):
    document = opened(reports("usual"), behind(reports("usual"), exemplars=exemplars))
    first, last = document.sections[0], document.sections[-1]

    assert millimetres(first.page_width, first.page_height, first.left_margin) == (210, 297, 30)
    assert millimetres(last.page_width, last.page_height) == (297, 210)
    assert first.different_first_page_header_footer
    assert not last.different_first_page_header_footer
    assert "PAGE" in first.header.paragraphs[0]._p.xml
    assert document.styles["Normal"].font.name == "Times New Roman"


def test_heads_repeat_and_no_row_is_cut(opened, reports):
    tables = opened(reports("usual")).tables
    with_heads = [table for table in tables if table.rows[0]._tr.xpath("./w:trPr/w:tblHeader")]

    assert len(with_heads) == len([table for table in tables if cells(table)[0][0] == "TT"]) > 8
    assert all(row._tr.xpath("./w:trPr/w:cantSplit") for table in tables for row in table.rows)


def test_charts_show_the_numbers_of_their_tables(opened, reports):
    document = opened(reports("usual"))
    charts = [part for part in document.part.package.iter_parts() if "/charts/" in part.partname]
    xml = charts[0].blob.decode()

    assert len(charts) == 3
    assert re.findall(r"<c:v>(\d+)</c:v>", xml) == [
        "70",
        "48",
        "40",
        "62",
        "3",
        "61",
        "20",
        "37",
        "39",
        "1",
    ]


def people(*rows):
    return Listing("exemplars", ("id", "name", "kind", "unit", "discovered"), rows)


def test_an_annex_lists_names_by_kind_in_the_vietnamese_order(opened, reports, behind):
    rows = (
        ("X1", "Trần Thị Ánh", "individual", "Xã A", "2022-05"),
        ("X2", "Nguyễn Văn Đức", "individual", "Xã A", "2022"),
        ("X3", "Lê Văn Dũng", "individual", "Xã A", None),
        ("X4", "Tổ dân phố 2", "collective", "Xã A", "2023-10-04"),
        ("X5", "Đội Xung kích", "collective", "Xã A", None),
    )
    document = opened(reports("usual"), behind(reports("usual"), exemplars=people(*rows)))
    annex = next(table for table in map(cells, document.tables) if "I. TẬP THỂ" in str(table))

    assert [row[1] if len(row) > 1 else row[0] for row in annex[1:]] == [
        "I. TẬP THỂ", "Đội Xung kích", "Tổ dân phố 2", "II. CÁ NHÂN", "Trần Thị Ánh", "Lê Văn Dũng", "Nguyễn Văn Đức",
    ]  # fmt: skip
    assert annex[5][:3] == ["1", "Trần Thị Ánh", "Xã A"]
    assert annex[5][3] == "05/2022"


def test_a_report_names_its_annexes_and_each_is_prepared_by_someone(
    opened, reports, exemplars, behind
):
    document = opened(reports("usual"), behind(reports("usual"), exemplars=exemplars))
    written = texts(document)
    signed = [
        row for table in document.tables for row in cells(table) if "NGƯỜI LẬP BIỂU" in row[-1]
    ]

    assert "(Chi tiết tại Phụ lục I, V kèm theo.)" in written
    assert [text for text in written if text.startswith("PHỤ LỤC")] == [
        f"PHỤ LỤC {n}" for n in ("I", "II", "III", "IV", "V")
    ]
    assert len(signed) == 5


def test_names_are_text_whatever_is_in_them(opened, reports, exemplars, behind):
    document = opened(reports("odd"), behind(reports("odd"), exemplars=exemplars))
    everything = "\n".join(
        cell for table in document.tables for row in cells(table) for cell in row
    )

    assert "`2021` <b>" in everything
    assert "\x1b" not in everything
    assert "\u202e" not in everything


def test_nothing_of_the_librarys_template_is_left(opened, reports):
    document = opened(reports("usual"))
    parts = [part.partname for part in document.part.package.iter_parts()]

    assert document.core_properties.author == "emul"
    assert not document.core_properties.comments
    assert not any("thumbnail" in name for name in parts)


def test_an_empty_report_is_a_document_without_tables_of_figures(opened, reports):
    document = opened(reports("empty", "en"))

    assert len(document.tables) == 2
    assert any("no exemplar is recorded" in text for text in texts(document))


def test_a_list_by_itself_is_an_annex(tmp_path, exemplars):
    words.use("vi")
    path = tmp_path / "phụ lục.docx"
    head = ListHead("Danh sách điển hình tiên tiến", ("(Kèm theo Quyết định số 163/QĐ-UBND)",))
    render.listing_file(exemplars, path, None, head)
    document = docx.Document(str(path))

    assert texts(document)[:2] == [
        "DANH SÁCH ĐIỂN HÌNH TIÊN TIẾN",
        "(Kèm theo Quyết định số 163/QĐ-UBND)",
    ]
    assert len(cells(document.tables[0])) == 2 + len(exemplars.rows)
    assert millimetres(document.sections[0].page_width) == (297,)


def test_a_list_of_any_noun_can_be_printed(tmp_path):
    words.use("en")
    rows = Listing(
        "units", ("id", "code", "name", "type", "parent"), (("U1", "A", "Xã A", "commune", None),)
    )
    render.listing_file(rows, tmp_path / "units.docx")
    render.listing_file(Listing("imports", ("id", "at"), ()), tmp_path / "nothing.docx")

    assert cells(docx.Document(str(tmp_path / "units.docx")).tables[0])[1] == [
        "1",
        "A",
        "Xã A",
        "Commune",
    ]


def test_no_word_of_a_name_of_an_office_stands_alone_on_a_line(opened, reports):
    head = Letterhead("Ủy ban nhân dân huyện Cẩm Xuyên", parent="Ủy ban nhân dân tỉnh Hà Tĩnh")
    left, _ = cells(opened(reports("usual"), letterhead=head).tables[0])[0]

    assert left.splitlines()[:4] == [
        "ỦY BAN NHÂN DÂN", "TỈNH HÀ TĨNH", "ỦY BAN NHÂN DÂN", "HUYỆN CẨM XUYÊN",
    ]  # fmt: skip


def test_the_list_of_one_decision_does_not_say_it_in_every_row(tmp_path):
    words.use("vi")
    columns = ("id", "recipient", "kind", "unit", "act", "form", "decision", "date")
    same = ("Xã A", "commend", "giay-khen", "163/QĐ-UBND", "2023-10-04")
    rows = tuple((f"H{i}", f"Tổ {i}", "collective", *same) for i in (1, 2))
    path = tmp_path / "phu-luc.docx"
    render.listing_file(Listing("honours", columns, rows), path)

    head = cells(docx.Document(str(path)).tables[0])[0]
    assert head == ["TT", "Người nhận", "Đơn vị", "Hình thức"]


def test_a_signature_is_not_alone_on_a_page(opened, reports):
    tables = opened(reports("usual")).tables
    annex = next(table for table in tables if cells(table)[0][1] == "Đơn vị")
    last = annex.rows[-1]._tr.xpath(".//w:p")

    assert all(paragraph.xpath("./w:pPr/w:keepNext") for paragraph in last)


def test_columns_share_a_page_by_what_stands_in_them():
    rows = [["Câu lạc bộ ngân hàng máu sống liên thôn", "", "Xã A"]] * 30
    name, position, unit = column_widths(["Tên", "Chức vụ", "Đơn vị"], rows, 245)

    assert name > 2 * position
    assert round(name + position + unit) == 245
    assert sum(column_widths(["Tên"], [], 245)) == 245

"""Reports fit for their reader: annexes, heads, sizes, what papers do not say, PDF."""

import os
import re
import sys
import zipfile
from pathlib import Path

import pytest

from emulation_cli.documents.papers.paper_manners import printed
from emulation_cli.domain.issuing_bodies import issuing_body


@pytest.fixture(name="office")
def _office(emul, monkeypatch):
    monkeypatch.setenv("EMUL_LANG", "vi")
    emul("init", "--unit", "Huyện Thử", "--yes")
    emul("add-unit", "--name", "Xã Mẫu", "--type", "commune", "--code", "M")
    emul(
        "add-model", "--name", "Ngõ xanh", "--unit", "M", "--field", "VHXH", "--year", "2023",
        "--kind", "TT",
    )  # fmt: skip
    return emul


def text_of(path: str) -> str:
    xml = zipfile.ZipFile(path).read("word/document.xml").decode()
    return "\n".join(re.sub(r"<[^>]+>", "", part) for part in xml.split("</w:p>"))


@pytest.mark.parametrize(
    ("annex", "tables", "names"),
    [("none", False, False), ("figures", True, False), ("names", True, True)],
)
def test_annexes_are_chosen(office, annex, tables, names) -> None:
    office("report", "2023", "--annex", annex, "-o", "r.docx")
    text = text_of("r.docx")

    assert ("PHỤ LỤC I" in text) == tables
    assert ("Ngõ xanh" in text) == names


def test_names_stand_in_no_paper_unless_they_are_asked_for(office) -> None:
    office("report", "2023", "-o", "r.docx")

    assert "Ngõ xanh" not in text_of("r.docx")


@pytest.mark.parametrize(
    ("unit", "form", "name", "authority"),
    [
        ("Huyện Cẩm Xuyên", "state", "Ủy ban nhân dân huyện Cẩm Xuyên", "TM. ỦY BAN NHÂN DÂN"),
        ("Huyện Cẩm Xuyên", "party", "Huyện ủy Cẩm Xuyên", "T/M BAN THƯỜNG VỤ"),
        ("Xã Cẩm Duệ", "party", "Đảng ủy xã Cẩm Duệ", "T/M BAN THƯỜNG VỤ"),
        ("Thành phố Hà Tĩnh", "party", "Thành ủy Hà Tĩnh", "T/M BAN THƯỜNG VỤ"),
        ("Sở Nội vụ", "state", "Sở Nội vụ", ""),
    ],
)
def test_heads_and_signers_fit_the_body(unit, form, name, authority) -> None:
    found = issuing_body(unit, form)

    assert (found.name, found.authority) == (name, authority)


def test_what_the_office_says_of_itself_goes_before_the_usual(office) -> None:
    office("info", "--set", "body=Ban Dân vận Huyện ủy Thử", "--set", "form=party")
    office("info", "--set", "to=Ban Dân vận Tỉnh ủy")
    office("report", "2023", "-o", "r.docx")
    text = text_of("r.docx")

    assert "BAN DÂN VẬN" in text
    assert "BAN THƯỜNG VỤ" not in text
    assert "Kính gửi: Ban Dân vận Tỉnh ủy" in text


def test_a_paper_says_nothing_of_the_program(office) -> None:
    office("report", "2023", "--annex", "names", "-o", "r.docx")
    text = text_of("r.docx")

    assert "emul" not in text
    assert "--" not in text
    assert "lập bảng" not in text


@pytest.mark.parametrize(
    ("written", "on_paper"),
    [
        ("mô hình «dân vận khéo»", "mô hình “Dân vận khéo”"),
        ("MÔ HÌNH «DÂN VẬN KHÉO»", "MÔ HÌNH “DÂN VẬN KHÉO”"),
        ("phong trào «Vì người nghèo»", "phong trào “Vì người nghèo”"),
        ("công tác dân vận", "công tác dân vận"),
    ],
)
def test_quotation_marks_of_papers(written, on_paper) -> None:
    assert printed(written) == on_paper


def test_headings_are_listed_by_a_word_processor(office) -> None:
    office("report", "2023", "-o", "r.docx")
    xml = zipfile.ZipFile("r.docx").read("word/document.xml").decode()

    assert re.search(r'<w:pStyle w:val="Heading1"/>.*?Mô hình', xml)


def test_a_list_is_headed_by_what_it_is_of(office) -> None:
    office(
        "add-honour", "--recipient", "Lê Thị Thử", "--kind", "CN", "--unit", "M", "--act",
        "commend", "--date", "2023", "--proposed",
    )  # fmt: skip
    office("list", "honours", "--proposed", "--period", "2023", "--unit", "M", "-o", "l.docx")
    head = text_of("l.docx").partition("Lê Thị Thử")[0]

    assert "DANH SÁCH ĐỀ NGHỊ" in head
    assert "Xã Mẫu" in head
    assert "Năm 2023" in head


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a script of a shell")
def test_a_pdf_is_made_where_there_is_a_program_for_it(office, tmp_path, monkeypatch) -> None:
    office_program = tmp_path / "bin" / "soffice"
    office_program.parent.mkdir()
    office_program.write_text(
        '#!/bin/sh\nfor last; do :; done\necho "%PDF-1.7" > "${last%.docx}.pdf"\n', "utf-8"
    )
    office_program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{office_program.parent}{os.pathsep}{os.environ['PATH']}")

    office("report", "2023", "-o", "r.pdf")

    assert Path("r.pdf").read_text("utf-8").startswith("%PDF")


def test_without_a_program_a_pdf_is_refused_and_nothing_is_left(office, monkeypatch) -> None:
    monkeypatch.setattr("shutil.which", lambda _name: None)

    said = office("report", "2023", "-o", "r.pdf", code=6).stderr

    assert ".docx" in said
    assert not Path("r.pdf").exists()


def test_rows_that_open_figures_are_not_printed_unless_names_are_asked_for(office) -> None:
    import openpyxl

    def print_area(*more: str) -> str:
        office("report", "2023", *more, "-o", "r.xlsx")
        sheet = openpyxl.load_workbook("r.xlsx")["DS Mô hình"]
        area = str(sheet.print_area or "").rpartition("!")[2].replace("$", "")
        assert not area or sheet[area].value is None  # no page for an empty cell
        return area

    assert print_area()
    assert not print_area("--annex", "names")


def test_without_annexes_a_workbook_has_no_long_table(office) -> None:
    import openpyxl

    def sheets(annex: str) -> list[str]:
        office("report", "2023", "--annex", annex, "-o", f"{annex}.xlsx")
        return openpyxl.load_workbook(f"{annex}.xlsx").sheetnames

    assert any("đơn vị" in name for name in sheets("figures"))
    assert not any("đơn vị" in name for name in sheets("none"))


def test_the_first_sheet_compares(office) -> None:
    import openpyxl

    office("mark", "M1", "continued", "--date", "2022")
    office("report", "2023", "--compare", "last-year", "-o", "r.xlsx")
    rows = list(openpyxl.load_workbook("r.xlsx").worksheets[0].iter_rows(values_only=True))

    assert [row[2:5] for row in rows if str(row[1]).startswith("Lượt đăng ký")] == [(1, 1, 0)]

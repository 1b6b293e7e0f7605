"""Every paper of a dossier as its Word file says it, in the State's form and in the Party's."""

import csv
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from emulation_cli.domain.issuing_bodies import in_full, issuing_body, signing_lines, who_awards

LIST = (
    ("DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG NĂM 2024",),
    ("(Kèm theo Tờ trình ngày 05/12/2024)",),
    ("STT", "Họ và tên", "Năm sinh", "Đơn vị", "Đối tượng", "Hình thức đề nghị khen thưởng",
     "Thành tích", "Tiền thưởng", "Số phiếu đồng ý", "Kết quả xét", "Lý do"),
    ("1", "Lê Thị Thử", "1980", "Xã Mẫu", "Cá nhân", "Giấy khen", "Vận động hiến đất", "500000",
     "8/9", "Đạt", ""),
    ("2", "Phan Văn Thử", "", "Xã Mẫu", "Cá nhân", "Giấy khen", "", "", "4/9", "Không đạt",
     "Ít phiếu"),
    ("3", "Tổ dân vận thôn Mẫu & «Dân vận khéo» <1>", "", "Xã Mẫu", "Tập thể", "Bằng khen",
     "Đã có thành tích xuất sắc", "1000000", "9/9", "Đạt", ""),
    ("4", "Hộ ông Đỗ Văn Thử", "", "Xã Mẫu", "Hộ gia đình", "Giấy khen", "", "", "", "Trả lại",
     "Thiếu báo cáo"),
)  # fmt: skip
OFFICES = {
    "state": ("Xã Mẫu", "UBND huyện Thử", "9/QĐ-UBND", "Phó Chủ tịch UBND huyện"),
    "party": ("Xã Mẫu", "Huyện ủy Thử", "9-QĐ/HU", "Phó Bí thư Huyện ủy"),
}


@pytest.fixture
def office(emul):
    """A commune's office with the results of a round in a dossier; `office(form)` decides it."""

    def begun(form: str):
        unit, body, number, post = OFFICES[form]
        emul("init", "--unit", unit, "--yes")
        emul("info", "--set", f"form={form}")
        emul("add-unit", "--name", "Xã Mẫu", "--type", "commune", "--code", "M")
        with Path("ds.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(LIST)
        emul("import", "ds.csv")
        emul(
            "add-dossier", "--name", "Khen thưởng công tác dân vận năm 2024", "--date",
            "06/12/2024", "--body", body, "--level", "district", "--unit", "M", "--members", 9,
            "--present", 9, "--chair", "Nguyễn Văn Chủ", "--meeting-date", "04/12/2024",
        )  # fmt: skip
        emul("collect", "S1")
        emul("add-event", "--name", "Hội nghị", "--type", "praise", "--date", "20/01/2025")
        emul("add-presenter", "--event", "E1", "--name", "Trần Thị Mẫu", "--position", "Bí thư")
        emul(
            "decide", "S1", "--number", number, "--date", "15/01/2025", "--signer",
            "Hoàng Văn Ký", "--signer-position", post, "--event", "E1",
        )  # fmt: skip
        return emul

    return begun


def lines_of(parts, indent: str = "") -> Iterator[str]:
    """Paragraphs and tables in their order: a row of a table a line, its cells between bars."""
    for part in parts:
        if part.tag == qn("w:p"):
            text = "".join(one.text or "" for one in part.iter(qn("w:t")))
            pages = "---- page ----\n" if part.findall(f".//{qn('w:pageBreakBefore')}") else ""
            if text or pages:
                yield f"{pages}{indent}{text}"
        elif part.tag == qn("w:tbl"):
            for row in part.iter(qn("w:tr")):
                cells = (" / ".join(lines_of(cell)) for cell in row.iter(qn("w:tc")))
                yield f"{indent}| {' | '.join(cells)} |"


@pytest.mark.parametrize("form", OFFICES)
def test_each_paper_as_word_shows_it(golden, office, form) -> None:
    office(form)("--lang", "vi", "papers", "S1", "-o", "papers")

    papers = sorted(Path("papers").glob("*.docx"))

    texts = ["\n".join(lines_of(docx.Document(str(path)).element.body)) for path in papers]
    named = zip(papers, texts, strict=True)
    golden(f"papers-{form}.txt", "\n\n".join(f"==== {p.name}\n{text}" for p, text in named) + "\n")


def test_articles_are_numbered_though_nobody_gets_money(office) -> None:
    emul = office("state")
    emul("undo")
    for proposal in ("Q1", "Q3"):
        emul("edit", proposal, "--amount", "")

    said = emul("--lang", "vi", "papers", "S1", "--paper", "decision").stdout

    assert "Điều 2. Các cơ quan" in said
    assert "Điều 3" not in said


def test_the_book_counts_in_the_order_of_the_annex(office) -> None:
    said = office("state")("--lang", "vi", "papers", "S1", "--paper", "book").stdout

    rows = [line.split() for line in said.splitlines() if line[:1].isdigit()]
    assert [row[1] for row in rows] == ["01", "02"]


def test_papers_of_nobody_are_refused_and_left_out_of_the_set(emul) -> None:
    emul("init", "--unit", "UBND xã Mẫu", "--yes")
    emul("add-unit", "--name", "Xã Mẫu", "--type", "commune", "--code", "M")
    emul("add-dossier", "--name", "Khen thưởng năm 2024")

    assert "collect S1" in emul("papers", "S1", "-o", "papers", code=1).stderr
    assert not Path("papers").exists()
    emul(
        "add-proposal", "--recipient", "Lê Thị Thử", "--kind", "CN", "--unit", "M", "--date", "2024"
    )
    emul("collect", "S1")
    emul("--lang", "vi", "papers", "S1", "-o", "papers")

    # Of whom nothing is decided there is no decision yet.
    assert [path.name for path in sorted(Path("papers").iterdir())] == [
        "1-to-trinh.docx", "2-trich-ngang.docx", "3-bien-ban-hop-xet.docx",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("unit", "form", "name", "symbol", "place"),
    [
        ("UBND xã Mẫu", "state", "Ủy ban nhân dân xã Mẫu", "BC-UBND", "Mẫu"),
        ("Uỷ ban nhân dân xã Mẫu", "state", "Uỷ ban nhân dân xã Mẫu", "BC-UBND", "Mẫu"),
        ("Đảng ủy xã Mẫu", "party", "Đảng ủy xã Mẫu", "BC/ĐU", "Mẫu"),
        ("Huyện Thử", "party", "Huyện ủy Thử", "BC/HU", "Thử"),
        ("Sở Nội vụ", "state", "Sở Nội vụ", "", ""),
    ],
)
def test_a_committee_signs_as_such(unit, form, name, symbol, place) -> None:
    found = issuing_body(unit, form)

    assert (found.name, found.symbol, found.place) == (name, symbol, place)


def test_a_deputy_of_the_state_signs_for_another_one() -> None:
    assert signing_lines("state", "TM. ỦY BAN NHÂN DÂN", "Phó Chủ tịch UBND huyện") == (
        "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH",
    )  # fmt: skip
    assert signing_lines("party", "T/M BAN THƯỜNG VỤ", "Phó Bí thư Thường trực Huyện ủy Thử") == (
        "T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ THƯỜNG TRỰC",
    )  # fmt: skip
    assert signing_lines("state", "", "Giám đốc") == ("GIÁM ĐỐC",)


def test_who_awards_is_who_the_law_names() -> None:
    assert who_awards("UBND xã Mẫu", "state") == "Chủ tịch Ủy ban nhân dân xã Mẫu"
    assert who_awards("Chủ tịch UBND xã Mẫu", "state") == "Chủ tịch Ủy ban nhân dân xã Mẫu"
    assert who_awards("Huyện ủy Thử", "party") == "Ban Thường vụ Huyện ủy Thử"
    assert who_awards("Ban Dân vận", "party") == in_full("Ban Dân vận")

"""Templates of the papers of a dossier: ours with marks, filled for any dossier of the office."""

from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn


@pytest.fixture
def dossier(emul):
    emul("init", "--unit", "UBND xã Mẫu", "--lang", "vi", "--yes")
    emul("add-unit", "--name", "Xã Mẫu", "--type", "xã", "--code", "M")
    for name, kind in (("Tổ dân vận thôn 1", "TT"), ("Lê Thị Thử", "CN"), ("Phan Văn Thử", "CN")):
        emul(
            "add-proposal", "--recipient", name, "--kind", kind, "--unit", "M",
            "--form", "Giấy khen", "--date", "05/12/2024", "--outcome", "passed",
            "--votes-for", 8, "--votes-of", 9, "--amount", 500000,
        )  # fmt: skip
    emul(
        "add-dossier", "--name", "Khen thưởng năm 2024", "--date", "06/12/2024", "--members", 9,
        "--body", "UBND huyện Thử", "--level", "district", "--unit", "M", "--present", 9,
        "--chair", "Nguyễn Văn Chủ", "--secretary", "Đỗ Thị Thư", "--meeting-date", "04/12/2024",
        "--meeting-place", "Phòng họp số 1",
    )  # fmt: skip
    emul("collect", "S1")
    emul("decide", "S1", "--number", "9/QĐ-UBND", "--date", "15/12/2024", "--signer", "Trần Ký")
    return emul


def texts(path: Path) -> list[str]:
    """The paragraphs of a file, those in cells and in filled places too."""
    body = docx.Document(path).element.body
    said = ("".join(t.text or "" for t in one.iter(qn("w:t"))) for one in body.iter(qn("w:p")))
    return [text for text in said if text.strip()]


@pytest.mark.parametrize("paper", ["submission", "summary", "minutes", "decision", "annex", "book"])
@pytest.mark.parametrize("form", ["state", "party"])
def test_a_template_that_is_filled_says_what_our_paper_says(dossier, paper, form) -> None:
    dossier("info", "--set", f"form={form}")
    dossier("papers", "S1", "--paper", paper, "--marks", "-o", "mau.docx")
    assert "[[hồ sơ." in "".join(texts(Path("mau.docx")))
    assert "Lê Thị Thử" not in "".join(texts(Path("mau.docx")))

    dossier("fill", "mau.docx", "S1", "-o", "dien.docx")
    dossier("papers", "S1", "--paper", paper, "-o", "cua-ta.docx")

    # The days at the head are written by hand, posts come of the letterhead; empty columns stay.
    missing = {*texts(Path("cua-ta.docx"))} - {*texts(Path("dien.docx"))}
    assert not [one for one in missing if "ngày 06" not in one and "ngày 15" not in one], missing
    assert "[[" not in "".join(texts(Path("dien.docx")))


def test_a_filled_paper_is_held_against_its_dossier(dossier) -> None:
    dossier("papers", "S1", "--paper", "annex", "--marks", "-o", "mau.docx")
    dossier("fill", "mau.docx", "S1", "-o", "dien.docx")
    assert "0 số khác" in dossier("--lang", "vi", "verify", "dien.docx").stdout

    dossier("edit", "Q2", "--amount", 700000)
    told = dossier("--lang", "vi", "verify", "dien.docx", code=1).stdout
    assert "Sổ đã đổi từ khi điền." in told
    assert "--dossier S1" in told


def test_certificates_have_no_marks_and_a_slip_is_named(dossier) -> None:
    said = dossier("papers", "S1", "--paper", "certificates", "--marks", "-o", "m.docx", code=2)
    assert "emul papers" in said.stderr or "emul giay-to" in said.stderr

    made = docx.Document()
    made.add_paragraph("Kính gửi: [[hồ sơ.cấp trinh tren]]")
    made.save("sai.docx")
    assert "hồ sơ.cấp trình" in dossier("fill", "sai.docx", "S1", "-o", "x.docx", code=1).stderr

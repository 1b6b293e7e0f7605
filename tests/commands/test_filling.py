"""The office's own Word file: every way of marking a place, the rows that repeat, what is refused."""

import json
import zipfile
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt


def document(*paragraphs: str) -> "docx.document.Document":
    made = docx.Document()
    for text in paragraphs:
        made.add_paragraph(text)
    return made


def filled(office, made, *words: object, code: int = 0):
    made.save("mau.docx")
    answer = office(
        "fill", "mau.docx", *(words or ("2022-2023",)), "-o", "ra.docx", "-y", code=code
    )
    return answer if code else docx.Document("ra.docx")


def words_of(part) -> list[str]:
    """The text of each paragraph, that of controls too."""
    return ["".join(t.text or "" for t in p.iter(qn("w:t"))) for p in part.iter(qn("w:p"))]


def body(made) -> list[str]:
    return words_of(made.element.body)


def test_every_figure_of_the_report_can_be_asked_for(office) -> None:
    """The manual with every mark in it says, when filled, what `fields` and the JSON say."""
    listed = [line.split("\t") for line in office("fields", "2022-2023").stdout.splitlines()]
    figures = [(mark, value) for mark, value in listed if not value.startswith("(")]
    made = document(*(mark for mark, _ in figures))

    assert body(filled(office, made)) == [value for _, value in figures]
    report = json.loads(office("report", "2022-2023", "--format", "json").stdout)
    said = dict(figures)
    assert said["[[điển hình.Tổng số]]"] == str(report["exemplars"]["total"]) == "3"
    kinds = {"Tập thể": "collective", "Cá nhân": "individual", "Hộ gia đình": "household"}
    for label, code in kinds.items():
        assert said[f"[[điển hình.{label}]]"] == str(report["exemplars"]["kinds"][code])
    office("fields", "2022-2023", "-o", "marks.docx")
    again = filled(office, docx.Document("marks.docx"))
    assert not [text for text in body(again) if "[[" in text]


@pytest.mark.parametrize(
    "phrase",
    [
        "điển hình.tập thể", "Điển hình tiên tiến.Tập thể", "dien hinh . tap the",
        "ĐIỂN HÌNH.TẬP\N{NO-BREAK SPACE}THỂ", "điển hình.«tập thể»",
    ],
)  # fmt: skip
def test_a_phrase_is_meant_however_it_is_typed(office, phrase) -> None:
    assert body(filled(office, document(f"Có [[{phrase}]] tập thể."))) == ["Có 1 tập thể."]


def test_a_phrase_may_name_another_period_and_unit(office) -> None:
    made = document(
        "[[điển hình.tổng số]] [[điển hình.tổng số; 2022]] [[điển hình.tổng số;2023; Xã Mẫu]]"
    )

    assert body(filled(office, made)) == ["3 2 0"]


def test_a_mark_that_word_spread_over_runs_keeps_the_fonts_around_it(office) -> None:
    made = docx.Document()
    paragraph = made.add_paragraph()
    for text, bold in (
        ("Có [", None),
        ("[điển hình", True),
        (".tổng", None),
        (" số]] điển", None),
        (" hình", True),
    ):
        run = paragraph.add_run(text)
        run.bold = bold
        run.font.size = Pt(15)

    done = filled(office, made)

    assert body(done) == ["Có 3 điển hình"]
    runs = [
        (
            "".join(t.text or "" for t in run.iter(qn("w:t"))),
            run.find(f"{qn('w:rPr')}/{qn('w:b')}") is not None,
        )
        for run in done.element.body.iter(qn("w:r"))
    ]
    assert [run for run in runs if run[0]] == [
        ("Có ", False),
        ("3", False),
        (" điển", False),
        (" hình", True),
    ]
    assert (
        len(
            {
                run.find(f"{qn('w:rPr')}/{qn('w:sz')}").get(qn("w:val"))
                for run in done.element.body.iter(qn("w:r"))
            }
        )
        == 1
    )


def control(tag: str, text: str = "…") -> str:
    return (
        f'<w:p {nsdecls("w")}><w:sdt><w:sdtPr><w:tag w:val="{tag}"/><w:showingPlcHdr/></w:sdtPr><w:sdtContent>'
        f"<w:r><w:rPr><w:i/></w:rPr><w:t>{text}</w:t></w:r></w:sdtContent></w:sdt></w:p>"
    )


def field(name: str, *, simple: bool) -> str:
    run = "<w:r><w:t>«x»</w:t></w:r>"
    if simple:
        return f'<w:p {nsdecls("w")}><w:fldSimple w:instr=" MERGEFIELD &quot;{name}&quot; ">{run}</w:fldSimple></w:p>'
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    asked = f"<w:r><w:instrText> MERGEFIELD {name.replace(' ', '_')} </w:instrText></w:r>"
    return f"<w:p {nsdecls('w')}>{mark('begin')}{asked}{mark('separate')}{run}{mark('end')}</w:p>"


@pytest.mark.parametrize(
    "xml",
    [
        control("điển hình.tổng số"),
        field("điển hình.tổng số", simple=True),
        field("điển hình.tổng số", simple=False),
    ],
)
def test_controls_and_merge_fields_are_marks_too(office, xml) -> None:
    made = docx.Document()
    made.element.body.insert(0, parse_xml(xml))

    assert body(filled(office, made))[0] == "3"


def test_what_is_not_ours_is_left_and_told(office) -> None:
    made = document("[[điển hình.tổng số]]")
    made.element.body.insert(0, parse_xml(control("Khách hàng", "tên")))
    made.element.body.insert(0, parse_xml(field("ho ten", simple=True)))
    made.save("mau.docx")

    told = office("fill", "mau.docx", "2022-2023", "-o", "ra.docx").stderr

    assert "Khách hàng" in told
    assert body(docx.Document("ra.docx")) == ["«x»", "tên", "3"]


def test_headers_text_boxes_and_notes_are_filled(office) -> None:
    made = document("[[kỳ]]")
    made.sections[0].header.paragraphs[0].text = "[[đơn vị]]"
    box = (
        f"<w:p {nsdecls('w')} xmlns:v='urn:schemas-microsoft-com:vml'><w:r><w:pict><v:shape><v:textbox><w:txbxContent>"
        "<w:p><w:r><w:t>[[điển hình.tổng số]]</w:t></w:r></w:p>"
        "</w:txbxContent></v:textbox></v:shape></w:pict></w:r><w:r><w:t>ngoài</w:t></w:r></w:p>"
    )
    made.element.body.insert(0, parse_xml(box))

    done = filled(office, made)

    assert body(done) == ["3ngoài", "3", "Giai đoạn 2022-2023"]
    assert words_of(done.sections[0].header._element) == ["Huyện Thử"]


def rows_of(table) -> list[list[str]]:
    return [
        ["".join(words_of(cell)) for cell in row.iter(qn("w:tc"))]
        for row in table._tbl.iter(qn("w:tr"))
    ]


def names_table(made, *marks: str):
    table = made.add_table(rows=2, cols=len(marks))
    for place, mark in enumerate(marks):
        table.cell(0, place).text = f"Cột {place}"
        table.cell(1, place).text = mark
    return made


MARKS = (
    "[[điển hình.danh sách.TT]]",
    "[[điển hình.danh sách.Tên]]",
    "[[điển hình.danh sách.Đơn vị]]",
)


def test_a_row_of_names_repeats_for_each_record(office) -> None:
    done = filled(office, names_table(document(), *MARKS))

    assert rows_of(done.tables[0])[1:] == [
        ["1", "Tổ dân vận <thôn> & «Mẫu»", "Xã Mẫu"],
        ["2", "Trần Văn Mẫu", "Xã Thử"],
        ["3", "Lê Thị Thử", "Xã Mẫu"],
    ]


def test_a_list_of_one_kind_and_a_list_of_nobody(office) -> None:
    made = names_table(document(), "[[điển hình.danh sách cá nhân.Tên]]")
    assert rows_of(filled(office, made).tables[0])[1:] == [["Trần Văn Mẫu"], ["Lê Thị Thử"]]

    made = names_table(document(), "[[điển hình.danh sách.Tên;2023;Xã Mẫu]]")
    assert rows_of(filled(office, made).tables[0])[1:] == [[""]]


def test_sentences_repeat_their_paragraph(office) -> None:
    done = body(filled(office, document("[[điển hình.lời văn]]", "Hết.")))

    assert len(done) > 2
    assert "03 điển hình tiên tiến" in done[0] or "3 điển hình tiên tiến" in done[0]
    assert done[-1] == "Hết."


def test_a_table_stands_alone_or_takes_the_style_of_one(office) -> None:
    made = document("[[điển hình.theo lĩnh vực]]")
    table = made.add_table(rows=2, cols=2)
    table.cell(0, 0).text = "[[điển hình.theo lĩnh vực]]"
    table.cell(1, 0).paragraphs[0].add_run("mẫu").bold = True

    done = filled(office, made)

    plain, own = map(rows_of, done.tables)
    assert plain == own
    assert plain[1][1:3] == ["3", "1"]
    assert done.tables[1].cell(1, 0).paragraphs[0].runs[0].bold
    told = office("--lang", "vi", "verify", "ra.docx", "--full").stdout
    assert "điển hình.theo lĩnh vực.Phát triển kinh tế.Tập thể" in told


def test_a_file_that_was_filled_is_filled_anew(office) -> None:
    first = filled(office, names_table(document("Có [[điển hình.tổng số]]."), *MARKS))
    assert len(rows_of(first.tables[0])) == 4

    again = filled(office, docx.Document("ra.docx"), "2022")

    assert body(again)[0] == "Có 2."
    assert [row[0] for row in rows_of(again.tables[0])[1:]] == ["1", "2"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Có [[điển hình.tập thẻ x]] ạ", "điển hình.Tập thể"),
        ("Có [[điển hình.tổng số; 2022; Xã Không]]", "Xã Không"),
        ("Có [[điển hình.tổng số ạ", "[["),
        ("Bảng [[điển hình.theo lĩnh vực]] này", "một đoạn"),
        ("[[điển hình.danh sách.Tên]] [[điển hình.lời văn]]", "một danh sách"),
    ],
)  # fmt: skip
def test_a_wrong_mark_is_refused_with_its_paragraph(office, text, told) -> None:
    document("[[điển hình.tổng số]]", text).save("mau.docx")

    refused = office("--lang", "vi", "fill", "mau.docx", "2022-2023", "-o", "ra.docx", code=1)

    assert text in refused.stderr
    assert told in refused.stderr
    assert not Path("ra.docx").exists()


def test_what_cannot_be_filled_is_refused(office) -> None:
    document("Không có gì").save("mau.docx")
    assert "fields" in office("fill", "mau.docx", "2022", "-o", "ra.docx", code=1).stderr
    Path("hong.docx").write_bytes(b"PK nothing")
    office("fill", "hong.docx", "2022", "-o", "ra.docx", code=6)
    office("fill", "khong-co.docx", "2022", "-o", "ra.docx", code=6)
    office("fill", "mau.docx", "2022", code=2)
    office("fill", "mau.docx", "2022", "-o", "ra.xlsx", code=2)


def test_other_parts_of_the_file_stay_byte_for_byte(office) -> None:
    made = document("[[kỳ]]")
    filled(office, made)

    with zipfile.ZipFile("mau.docx") as before, zipfile.ZipFile("ra.docx") as after:
        for name in before.namelist():
            if not name.startswith("word/document") and not name.endswith("document.xml.rels"):
                assert before.read(name) == after.read(name), name

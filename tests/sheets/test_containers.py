"""What Excel and Word open is read, however the program that wrote it names and wraps its parts."""

import datetime as dt
import io
import sys
import zipfile

import pytest

from emulation_cli.sheets import read
from tests.sheets.test_workbook_reading import ROWS, as_xlsx

HEADER = ROWS[0]


def rewritten(data: bytes, rename=lambda name: name, change=lambda _name, content: content):
    """An archive with its parts named or written otherwise."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as parts, zipfile.ZipFile(out, "w") as made:
        for part in parts.infolist():
            content = change(part.filename, parts.read(part))
            if content is not None:
                made.writestr(rename(part.filename), content)
    return out.getvalue()


def replacing_in(part, *pairs):
    def change(name, content):
        if name == part:
            for old, new in pairs:
                assert old in content
                content = content.replace(old, new)
        return content

    return change


def backslashes(data):
    return rewritten(data, lambda name: name.replace("/", "\\"))


def another_root(data):
    def change(name, content):
        return content.replace(b"xl/", b"so/") if name in ("_rels/.rels", "x") else content

    return rewritten(data, lambda name: name.replace("xl/", "so/"), change)


def texts_outside(data):
    link = replacing_in("xl/_rels/workbook.xml.rels", (b'"sharedStrings.xml', b'"/chung/chu.xml'))
    return rewritten(data, lambda name: name.replace("xl/sharedStrings", "chung/chu"), link)


def a_sheet_without_part(data):
    book = replacing_in(
        "xl/workbook.xml", (b"</sheets>", b'<sheet name="M" sheetId="9" r:id=""/></sheets>')
    )
    return rewritten(data, change=book)


def a_sheet_that_is_gone(data):
    def change(name, content):
        if name == "xl/workbook.xml":
            return content.replace(b"<sheets>", b'<sheets><sheet name="G" sheetId="9" r:id="r9"/>')
        if name.endswith("workbook.xml.rels"):
            gone = b'<Relationship Id="r9" Type="x/worksheet" Target="worksheets/gone.xml"/>'
            return content.replace(b"</Relationships>", gone + b"</Relationships>")
        return content

    return rewritten(data, change=change)


def a_link_with(target: bytes):
    """The sheet's part in a folder of its own, linked by a target written in another way."""

    def make(data):
        link = replacing_in(
            "xl/_rels/workbook.xml.rels",
            (b'"worksheets/sheet1.xml"', target),
        )
        return rewritten(
            data, lambda name: name.replace("worksheets/sheet1", "worksheets/danh sach"), link
        )

    return make


def beside_a_mac(data):
    made = io.BytesIO(data)
    with zipfile.ZipFile(made, "a") as archive:
        archive.writestr("__MACOSX/xl/._workbook.xml", b"\0\5\26\7\0")
    return made.getvalue()


def behind_a_blank_line(data):
    return b"\r\n" + data


@pytest.mark.parametrize(
    "make",
    [
        backslashes,
        another_root,
        texts_outside,
        a_sheet_without_part,
        a_sheet_that_is_gone,
        beside_a_mac,
        behind_a_blank_line,
        pytest.param(a_link_with(b'"worksheets\\danh sach.xml"'), id="a_backslash_in_a_link"),
        pytest.param(a_link_with(b'"worksheets/danh%20sach.xml"'), id="a_blank_in_a_link"),
    ],
    ids=lambda make: getattr(make, "__name__", None),
)
def test_a_workbook_is_found_by_its_relations(tmp_path, make) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(make(as_xlsx()))

    book = read(path)

    assert [sheet.name for sheet in book.sheets] == ["Danh sách"]
    assert [list(row) for row in book.sheets[0].rows] == ROWS
    notes = [note.values["sheet"] for note in book.sheets[0].notes]
    assert notes == (["G"] if make is a_sheet_that_is_gone else [])


def test_sheets_of_one_name_are_each_read(tmp_path) -> None:
    """The readers ask for a sheet by its name, and would give the first one twice."""

    def change(name, content):
        if name == "xl/workbook.xml":
            twice = '<sheet name="Danh sách" sheetId="2" r:id="rId99"/></sheets>'.encode()
            return content.replace(b"</sheets>", twice)
        if name.endswith("workbook.xml.rels"):
            link = b'<Relationship Id="rId99" Type="x/worksheet" Target="worksheets/sheet9.xml"/>'
            return content.replace(b"</Relationships>", link + b"</Relationships>")
        return content

    made = io.BytesIO(rewritten(as_xlsx(), change=change))
    with zipfile.ZipFile(made, "a") as archive:
        other = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        cell = '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>khác</t></is></c></row></sheetData>'
        archive.writestr("xl/worksheets/sheet9.xml", f"{other}{cell}</worksheet>")
    path = tmp_path / "a.xlsx"
    path.write_bytes(made.getvalue())

    first, second = read(path).sheets

    assert (list(first.rows[0]), list(second.rows[0])) == (HEADER, ["khác"])
    assert first.name != second.name


def test_where_one_reader_fails_the_other_is_tried_and_it_is_said(tmp_path, monkeypatch) -> None:
    def fail(_data):
        raise ValueError("no such style")

    monkeypatch.setattr("emulation_cli.sheets.values._by_calamine", fail)
    path = tmp_path / "a.xlsx"
    path.write_bytes(as_xlsx(lambda _book, sheet: sheet.merge_range("A4:B5", "gộp")))

    (sheet,) = read(path).sheets

    assert list(sheet.rows[0]) == HEADER
    assert sheet.rows[1][:2] == [1, "Nguyễn Văn Lượng"]
    assert sheet.rows[1][2] == dt.datetime(2023, 10, 4)  # noqa: DTZ001
    assert [(merge.top, merge.right) for merge in sheet.merges] == [(3, 1)]
    assert [note.code for note in sheet.notes] == ["other_reader"]


def test_styles_that_break_off_are_left_out_and_it_is_said(tmp_path) -> None:
    def change(name, content):
        return content[:200] if name == "xl/styles.xml" else content

    path = tmp_path / "a.xlsx"
    path.write_bytes(rewritten(as_xlsx(), change=change))

    (sheet,) = read(path).sheets

    assert list(sheet.rows[0]) == HEADER
    assert sheet.rows[1][1] == "Nguyễn Văn Lượng"
    assert [note.code for note in sheet.notes] == ["styles_broken"]


def test_bare_numbers_of_a_workbook_that_counts_from_1904_are_later_days(tmp_path) -> None:
    from emulation_cli.intake.cells.cell_values import Dates

    days = (dt.date(2023, 10, 4) - dt.date(1904, 1, 1)).days
    path = tmp_path / "a.xlsx"
    path.write_bytes(as_xlsx(lambda _book, sheet: sheet.write(2, 2, days), date_1904=True))

    bare = read(path).sheets[0].rows[2][2]

    assert bare == days
    assert Dates()(bare).value.iso == "2023-10-04"


def docx_of(tmp_path, body: str, part: str = "word/document.xml"):
    import docx

    made = io.BytesIO()
    docx.Document().save(made)
    cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"

    def change(name, content):
        if name == "word/document.xml":
            start, end = content.index(b"<w:body>") + 8, content.index(b"<w:sectPr")
            return content[:start] + body.replace("{cell}", cell).encode() + content[end:]
        return content.replace(b"word/document.xml", part.encode())

    path = tmp_path / "a.docx"
    new = rewritten(made.getvalue(), lambda name: name.replace("word/document.xml", part), change)
    path.write_bytes(new)
    return path


def cell(text: str) -> str:
    return f"<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"


def line(*texts: str, before: str = "") -> str:
    return f"<w:tr>{before}{''.join(map(cell, texts))}</w:tr>"


def controlled(content: str) -> str:
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>"


PLAIN = [["STT", "Họ tên"], ["1", "Lê A"], ["2", "Lê B"]]
HEAD = line("STT", "Họ tên")
MOVED = (
    "<w:tr>" + cell("2") + "<w:tc><w:p><w:moveFrom><w:r><w:t>Lê Z</w:t></w:r></w:moveFrom>"
    "<w:ins><w:r><w:t>Lê B</w:t></w:r></w:ins></w:p></w:tc></w:tr>"
)
TABLES = {
    "rows in controls": HEAD + controlled(line("1", "Lê A") + controlled(line("2", "Lê B"))),
    "cells in controls": HEAD
    + line("1", "Lê A")
    + f"<w:tr>{controlled(cell('2') + cell('Lê B'))}</w:tr>",
    "rows in custom markup": HEAD
    + f"<w:customXml>{line('1', 'Lê A')}</w:customXml>"
    + line("2", "Lê B"),
    "text that moved": HEAD + line("1", "Lê A") + MOVED,
}


def of_runs(*runs: str) -> str:
    return f"<w:tr>{cell('2')}<w:tc><w:p>{''.join(runs)}</w:p></w:tc></w:tr>"


def run(text: str, how: str = "") -> str:
    return f"<w:r><w:rPr>{how}</w:rPr>{text if text[0] == '<' else f'<w:t>{text}</w:t>'}</w:r>"


PROMPT = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>Chọn</w:t></w:r></w:sdtContent></w:sdt>"
BEGUN = HEAD + line("1", "Lê A")
TABLES |= {
    "hidden words": BEGUN + of_runs(run("Lê B"), run(" (xem lại)", "<w:vanish/>")),
    "a prompt that nobody answered": BEGUN + of_runs(run("Lê B"), PROMPT),
    "a text framed by a table": BEGUN
    + f"<w:tr>{cell('2')}<w:tc><w:tbl><w:tr>{cell('Lê B')}</w:tr></w:tbl><w:p/></w:tc></w:tr>",
}
SIGNS = {
    "a hyphen that does not break": (run("05") + run("<w:noBreakHyphen/>") + run("10"), "05-10"),
    "a ticked box of Wingdings": (run('<w:sym w:font="Wingdings" w:char="F0FE"/>'), "☒"),
    "an empty box of Wingdings": (run('<w:sym w:font="Wingdings" w:char="f0a8"/>'), "☐"),
}


@pytest.mark.parametrize(("runs", "text"), SIGNS.values(), ids=SIGNS.keys())
def test_signs_of_word_are_letters(tmp_path, runs, text) -> None:
    path = docx_of(tmp_path, f"<w:tbl>{BEGUN}{of_runs(runs)}</w:tbl>")

    assert read(path).sheets[0].rows[2] == ["2", text]


BOX = "<w:txbxContent><w:p/><w:tbl>{}</w:tbl></w:txbxContent>"
COMPATIBLE = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def test_a_table_in_a_text_box_is_read_once(tmp_path) -> None:
    box = BOX.format(HEAD + line("1", "Lê A") + line("2", "Lê B"))
    twice = (
        f'<mc:AlternateContent xmlns:mc="{COMPATIBLE}"><mc:Choice Requires="wps">{box}</mc:Choice>'
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    )
    path = docx_of(tmp_path, f"<w:p><w:r><w:t>Danh sách</w:t></w:r><w:r>{twice}</w:r></w:p>")

    (sheet,) = read(path).sheets

    assert [list(row) for row in sheet.rows if any(row)] == [["Danh sách"], *PLAIN]
    assert not sheet.notes


def test_lines_of_tables_that_were_not_read_are_told(tmp_path) -> None:
    """Whatever wraps a line so that it is passed over, the count of all lines shows it."""
    wrapped = f"<w:unknown>{line('2', 'Lê B')}</w:unknown>"
    path = docx_of(tmp_path, f"<w:tbl>{BEGUN}{wrapped}</w:tbl>")

    (note,) = read(path).sheets[0].notes

    assert (note.code, note.severity, dict(note.values)) == (
        "rows_unread",
        "warn",
        {"there": 3, "read": 2},
    )


def test_the_strict_form_of_word_is_read(tmp_path) -> None:
    path = docx_of(tmp_path, f"<w:tbl>{BEGUN}{line('2', 'Lê B')}</w:tbl>")
    usual, strict = (
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    path.write_bytes(
        rewritten(path.read_bytes(), change=lambda _name, content: content.replace(usual, strict))
    )

    assert [list(row) for row in read(path).sheets[0].rows] == PLAIN


@pytest.mark.parametrize("rows", TABLES.values(), ids=TABLES.keys())
def test_what_word_wraps_is_read_as_it_is_shown(tmp_path, rows) -> None:
    path = docx_of(tmp_path, f"<w:tbl>{rows}</w:tbl>", part="word/document2.xml")

    assert [list(row) for row in read(path).sheets[0].rows] == PLAIN


def test_a_row_that_was_deleted_while_changes_are_tracked_is_left_out_and_told(tmp_path) -> None:
    deleted = line("2", "Lê B", before='<w:trPr><w:del w:id="1"/></w:trPr>')
    deleted = deleted.replace("<w:t>", "<w:delText>").replace("</w:t>", "</w:delText>")
    path = docx_of(tmp_path, f"<w:tbl>{HEAD}{line('1', 'Lê A')}{deleted}</w:tbl>")

    (sheet,) = read(path).sheets

    assert [list(row) for row in sheet.rows] == [*PLAIN[:2], []]
    assert [(note.code, note.row) for note in sheet.notes] == [("deleted_row", 2)]
    assert sheet.notes[0].values == {"text": "2 | Lê B"}


def test_a_table_within_a_layout_table_is_a_table(tmp_path) -> None:
    inner = f"<w:tbl>{HEAD}{line('1', 'Lê A')}{line('2', 'Lê B')}</w:tbl>"
    outer = f"<w:tr><w:tc><w:p><w:r><w:t>Danh sách</w:t></w:r></w:p>{inner}<w:p/></w:tc></w:tr>"
    path = docx_of(tmp_path, f"<w:tbl>{outer}</w:tbl>")

    assert [list(row) for row in read(path).sheets[0].rows] == [["Danh sách"], *PLAIN]


def test_lines_within_a_cell_of_ods_are_apart(tmp_path) -> None:
    from odf.opendocument import OpenDocumentSpreadsheet
    from odf.table import Table, TableCell, TableRow
    from odf.text import LineBreak, P, Span, Tab

    document = OpenDocumentSpreadsheet()
    sheet, row, box, text = Table(name="DS"), TableRow(), TableCell(valuetype="string"), P()
    text.addText("Lê")
    text.addElement(LineBreak())
    text.addElement(Span(text="Văn"))
    text.addElement(Tab())
    text.addText("A")
    box.addElement(text)
    row.addElement(box)
    sheet.addElement(row)
    document.spreadsheet.addElement(sheet)
    path = tmp_path / "a.ods"
    document.save(path)

    assert list(read(path).sheets[0].rows[0]) == ["Lê\nVăn A"]


PAGE = "<html><body><table><tr><td>STT</td><td>Họ tên</td></tr><tr><td>1</td><td>Lê A</td></tr></table>"
XML = (
    '<?xml version="1.0" encoding="UTF-16"?><Workbook'
    ' xmlns="urn:schemas-microsoft-com:office:spreadsheet"'
    ' xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="DS"><Table>'
    '<Row><Cell><Data ss:Type="String">STT</Data></Cell><Cell><Data ss:Type="String">Họ tên</Data>'
    '</Cell></Row><Row><Cell><Data ss:Type="String">1</Data></Cell><Cell><Data ss:Type="String">'
    "Lê A</Data></Cell></Row></Table></Worksheet></Workbook>"
)


@pytest.mark.parametrize("text", [PAGE, XML], ids=["page", "xml"])
@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be"])
def test_pages_in_utf_16_are_read(tmp_path, text, codec) -> None:
    path = tmp_path / "a.xls"
    path.write_bytes(text.encode(codec))

    assert [list(row) for row in read(path).sheets[0].rows] == PLAIN[:2]


def test_a_reader_that_cannot_be_loaded_makes_no_file_odd(tmp_path, monkeypatch) -> None:
    """Windows without a part of it, or a scanner that keeps a library away."""
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    path = tmp_path / "a.xlsx"
    path.write_bytes(as_xlsx(lambda _book, _sheet: None))

    (sheet,) = read(path).sheets

    assert list(sheet.rows[0]) == HEADER
    assert sheet.notes == ()


@pytest.mark.parametrize("place", ["A1", "A2", "C1", "B4"])
def test_a_cell_stands_where_the_sheet_has_it(tmp_path, place):
    """A title in row 2 under an empty row 1 moves no row, and so no merge and no message."""
    from openpyxl import Workbook
    from openpyxl.utils.cell import coordinate_to_tuple

    book = Workbook()
    row, column = coordinate_to_tuple(place)
    book.active.cell(row, column, "DANH SÁCH")
    book.active.cell(row + 2, column + 1, "Nguyễn Văn Lượng")
    book.active.merge_cells(start_row=row, start_column=column, end_row=row, end_column=column + 3)
    book.save(tmp_path / "list.xlsx")
    (sheet,) = read(tmp_path / "list.xlsx").sheets
    filled = {
        (r, c): cell for r, line in enumerate(sheet.rows) for c, cell in enumerate(line) if cell
    }
    assert filled == {(row - 1, column - 1): "DANH SÁCH", (row + 1, column): "Nguyễn Văn Lượng"}
    assert [(m.top, m.left) for m in sheet.merges] == [(row - 1, column - 1)]

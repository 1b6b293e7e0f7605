"""Every format an office has is read, whatever the file is called."""

import datetime as dt
import io
import unicodedata

import pytest

from emulation_cli.domain.errors import FileTrouble
from emulation_cli.sheets import Merge, read

ROWS = [["STT", "Họ và tên", "Ngày"], [1, "Nguyễn Văn Lượng", dt.date(2023, 10, 4)]]


def as_xlsx(change=None, **options):
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(
        out, {"in_memory": True, "default_date_format": "dd/mm/yyyy", **options}
    )
    sheet = book.add_worksheet("Danh sách")
    for number, row in enumerate(ROWS):
        sheet.write_row(number, 0, row)
    if change:
        change(book, sheet)
    book.close()
    return out.getvalue()


def as_xls():
    import xlwt

    book = xlwt.Workbook()
    sheet = book.add_sheet("Danh sách")
    dated = xlwt.easyxf(num_format_str="dd/mm/yyyy")
    for number, row in enumerate(ROWS):
        for column, cell in enumerate(row):
            style = dated if isinstance(cell, dt.date) else xlwt.Style.default_style
            sheet.write(number, column, cell, style)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def as_ods():
    from odf.opendocument import OpenDocumentSpreadsheet
    from odf.table import Table, TableCell, TableRow
    from odf.text import P

    document = OpenDocumentSpreadsheet()
    sheet = Table(name="Danh sách")
    for row in ROWS:
        line = TableRow()
        for cell in row:
            if isinstance(cell, dt.date):
                line.addElement(TableCell(valuetype="date", datevalue=cell.isoformat()))
                continue
            box = (
                TableCell(valuetype="float", value=cell)
                if isinstance(cell, int)
                else TableCell(valuetype="string")
            )
            box.addElement(P(text=str(cell)))
            line.addElement(box)
        sheet.addElement(line)
    document.spreadsheet.addElement(sheet)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_merged_cells_of_opendocument_are_known(tmp_path):
    from odf.opendocument import OpenDocumentSpreadsheet
    from odf.table import CoveredTableCell, Table, TableCell, TableHeaderRows, TableRow
    from odf.text import P

    sheet, head = Table(name="Danh sách"), TableHeaderRows()
    for cells in (
        [("STT", 2, 1), ("Loại hình", 1, 2)],
        [None, ("TT", 1, 1), ("CN", 1, 1)],
    ):
        line = TableRow()
        for cell in cells:
            if cell is None:
                line.addElement(CoveredTableCell())
                continue
            text, high, wide = cell
            box = TableCell(valuetype="string", numberrowsspanned=high, numbercolumnsspanned=wide)
            box.addElement(P(text=text))
            line.addElement(box)
        head.addElement(line)
    sheet.addElement(head)
    document = OpenDocumentSpreadsheet()
    document.spreadsheet.addElement(sheet)
    out = io.BytesIO()
    document.save(out)
    (read_back,) = read(write(tmp_path, "a.ods", out.getvalue())).sheets
    assert set(read_back.merges) == {Merge(0, 0, 1, 0), Merge(0, 1, 0, 2)}


HTML = """<html><meta charset=utf-8><table><tr><th>STT<th>Họ và tên<th>Ngày</tr>
<tr><td>1</td><td rowspan=2>Nguyễn Văn&nbsp;Lượng</td><td>04/10/2023</td></tr><tr><td>2<td>x</table>"""
XML_2003 = """<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="Danh sách"><Table>
<Row><Cell><Data ss:Type="String">STT</Data></Cell><Cell ss:Index="2"><Data ss:Type="String">Họ và tên</Data></Cell></Row>
<Row ss:Index="3"><Cell><Data ss:Type="Number">1</Data></Cell><Cell><Data ss:Type="DateTime">2023-10-04T00:00:00</Data></Cell></Row>
</Table></Worksheet></Workbook>"""


def write(folder, name, data):
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("name", ["a.xlsx", "a.xls", "a.ods", "a.csv"])
@pytest.mark.parametrize("form", ["xlsx", "xls", "ods"])
def test_content_decides_what_a_file_is(tmp_path, form, name):
    data = {"xlsx": as_xlsx, "xls": as_xls, "ods": as_ods}[form]()
    book = read(write(tmp_path, name, data))
    assert (book.format, bool(book.misnamed)) == (form, not name.endswith(form))
    (sheet,) = book.sheets
    assert [list(row) for row in sheet.rows] == ROWS
    assert len(book.digest) == 64


def test_tabs_cut_a_text_whose_cells_hold_as_many_commas(tmp_path):
    text = "TT\tHọ tên, tuổi\n1\tLê Thị Hoa, 1984\n2\tĐỗ Văn Tám, 1977\n"
    (sheet,) = read(write(tmp_path, "a.txt", text.encode())).sheets
    assert list(sheet.rows[1]) == ["1", "Lê Thị Hoa, 1984"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1258"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_text_files_in_any_encoding_with_any_separator(tmp_path, encoding, separator):
    lines = [
        "DANH SÁCH",
        "STT;Họ và tên;Đơn vị",
        '1;"Lê, Thị; Hà | Bà";Xã Cẩm Hà',
        "2;Đỗ Văn Tám;Xã Cẩm Duệ",
    ]
    text = "\r\n".join(lines).replace(";", separator) if separator != ";" else "\r\n".join(lines)
    text = text.replace(f'"Lê, Thị{separator} Hà | Bà"', '"Lê, Thị; Hà | Bà"')
    if encoding == "cp1258":
        text = "".join(_windows(letter) for letter in unicodedata.normalize("NFC", text))
    (sheet,) = read(write(tmp_path, "a.csv", text.encode(encoding))).sheets
    rows = [[unicodedata.normalize("NFC", cell) for cell in row] for row in sheet.rows]
    assert rows[3] == ["2", "Đỗ Văn Tám", "Xã Cẩm Duệ"]


def _windows(letter):
    """Windows-1258 has the vowels, and the tones apart."""
    try:
        letter.encode("cp1258")
    except UnicodeEncodeError:
        whole = unicodedata.normalize("NFD", letter)
        tone = next(mark for mark in whole if mark in "\u0300\u0301\u0303\u0309\u0323")
        return unicodedata.normalize("NFC", whole.replace(tone, "")) + tone
    return letter


def test_a_web_page_may_be_called_one(tmp_path):
    assert read(write(tmp_path, "a.html", HTML.encode())).misnamed is None


def test_a_web_page_named_xls_is_read_with_its_merged_cells(tmp_path):
    book = read(write(tmp_path, "a.xls", HTML.encode()))
    assert (book.format, book.misnamed) == ("html", ".xls")
    (sheet,) = book.sheets
    assert [list(row) for row in sheet.rows][1:] == [
        ["1", "Nguyễn Văn Lượng", "04/10/2023"],
        ["2", "", "x"],
    ]
    assert [(m.top, m.left, m.bottom, m.right) for m in sheet.merges] == [(1, 1, 2, 1)]


def test_spreadsheet_xml_of_2003_is_read(tmp_path):
    (sheet,) = read(write(tmp_path, "a.xls", XML_2003.encode())).sheets
    assert (sheet.name, list(sheet.rows[2])) == ("Danh sách", [1.0, dt.date(2023, 10, 4)])


def test_the_layout_that_values_do_not_show(tmp_path):
    def change(book, sheet):
        legacy = book.add_format({"font_name": ".VnTime"})
        sheet.write(2, 1, "Hä vµ tªn", legacy)
        sheet.set_row(1, None, None, {"hidden": True})
        sheet.merge_range(4, 0, 5, 1, "gộp")
        sheet.write_formula(6, 0, "=1/0", None, "#DIV/0!")
        sheet.write_formula(6, 1, "=A1", None, "")
        book.add_worksheet("ẩn").hide()

    sheet, hidden = read(write(tmp_path, "a.xlsx", as_xlsx(change))).sheets
    assert (sheet.hidden_rows, sheet.fonts) == ({1}, {(2, 1): ".VnTime"})
    assert [(m.top, m.left, m.bottom, m.right) for m in sheet.merges] == [(4, 0, 5, 1)]
    assert (sheet.errors, sheet.uncomputed) == ({(6, 0): "#DIV/0!"}, {(6, 1)})
    assert not hidden.visible


@pytest.mark.parametrize(
    ("data", "trouble"),
    [
        (b"%PDF-1.7 ...", "pdf_file"),
        (b"{\\rtf1 ...}", "word_file"),
        (b"", "empty_file"),
        (b"\0" * 50, "empty_file"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(200)), "no_spreadsheet"),
        (bytes(range(256)) * 20, "no_spreadsheet"),
        (b"<html><body>Xin chao</body></html>", "no_spreadsheet"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600, "damaged"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + "WordDocument".encode("utf-16-le"), "word_file"),
    ],
)
def test_what_is_no_spreadsheet_is_refused_by_name(tmp_path, data, trouble):
    with pytest.raises(FileTrouble) as refused:
        read(write(tmp_path, "danh sach.xlsx", data))
    assert refused.value.sentence == f"intake.{trouble}"
    assert refused.value.values["file"] == "danh sach.xlsx"


def test_a_missing_file_and_a_folder_are_refused_by_name(tmp_path):
    for path, trouble in ((tmp_path / "x.xlsx", "no_such_file"), (tmp_path, "is_a_folder")):
        with pytest.raises(FileTrouble) as refused:
            read(path)
        assert refused.value.sentence == f"intake.{trouble}"


def locked(password):
    import msoffcrypto

    out = io.BytesIO()
    msoffcrypto.format.ooxml.OOXMLFile(io.BytesIO(as_xlsx())).encrypt(password, out)
    return out.getvalue()


def test_a_password_is_tried_silently_then_as_given(tmp_path):
    pytest.importorskip("msoffcrypto.format.ooxml")
    open_to_all = write(tmp_path, "silent.xlsx", locked("VelvetSweatshop"))
    assert [list(row) for row in read(open_to_all).sheets[0].rows] == ROWS
    path = write(tmp_path, "locked.xlsx", locked("bí mật"))
    assert [list(row) for row in read(path, "bí mật").sheets[0].rows] == ROWS
    for password, trouble in ((None, "password_needed"), ("sai", "password_wrong")):
        with pytest.raises(FileTrouble) as refused:
            read(path, password)
        assert refused.value.sentence == f"intake.{trouble}"


def test_a_text_file_cut_within_a_letter_is_still_utf_8(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes("Họ và tên;Đơn vị\nNguyễn Văn Lượng;Xã Cẩm Duệ".encode()[:-1])
    (sheet,) = read(path).sheets
    assert sheet.encoding is None
    assert sheet.rows[1][0] == "Nguyễn Văn Lượng"

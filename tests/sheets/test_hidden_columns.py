"""Columns that the sender does not see are known in every format that has them."""

import io

import pytest

from emulation_cli.sheets import read

HEADINGS = ("STT", "Họ và tên", "Năm sinh", "Ngày")
HIDDEN = {1, 2}
XML_2003 = """<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="A"><Table>
<Column ss:Index="2" ss:Hidden="1" ss:Span="1"/><Column ss:Width="90"/>
<Row><Cell><Data ss:Type="String">STT</Data></Cell></Row></Table></Worksheet></Workbook>"""


def as_xlsx() -> bytes:
    import xlsxwriter

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, HEADINGS)
        sheet.set_column(0, 0, 9)
        sheet.set_column(1, 2, None, None, {"hidden": True})
    return out.getvalue()


def as_xls() -> bytes:
    import xlwt

    book, out = xlwt.Workbook(), io.BytesIO()
    sheet = book.add_sheet("A")
    for column, heading in enumerate(HEADINGS):
        sheet.write(0, column, heading)
        sheet.col(column).hidden = column in HIDDEN
    book.save(out)
    return out.getvalue()


def as_ods() -> bytes:
    from odf.opendocument import OpenDocumentSpreadsheet
    from odf.table import Table, TableCell, TableColumn, TableRow
    from odf.text import P

    sheet, line, out = Table(name="A"), TableRow(), io.BytesIO()
    sheet.addElement(TableColumn())
    sheet.addElement(TableColumn(numbercolumnsrepeated=2, visibility="collapse"))
    sheet.addElement(TableColumn(numbercolumnsrepeated=16_381))
    for heading in HEADINGS:
        box = TableCell(valuetype="string")
        box.addElement(P(text=heading))
        line.addElement(box)
    sheet.addElement(line)
    document = OpenDocumentSpreadsheet()
    document.spreadsheet.addElement(sheet)
    document.save(out)
    return out.getvalue()


@pytest.mark.parametrize("make", [as_xlsx, as_xls, as_ods, XML_2003.encode])
def test_hidden_columns_are_known(tmp_path, make):
    path = tmp_path / "a.xls"
    path.write_bytes(make())

    (sheet,) = read(path).sheets

    assert sheet.hidden_columns == HIDDEN


def test_a_sheet_hidden_to_its_end_stays_within_the_columns_there_can_be(tmp_path):
    import xlsxwriter

    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, HEADINGS)
        sheet.set_column("E:XFD", None, None, {"hidden": True})

    (sheet,) = read(tmp_path / "a.xlsx").sheets

    assert (min(sheet.hidden_columns), max(sheet.hidden_columns)) == (4, 16_383)

"""Rows that are struck out are left out and told, whatever program drew the line."""

import io

import pytest

from emulation_cli.intake.rows.struck_rows import without_struck_rows
from emulation_cli.sheets import Merge, Sheet, read
from tests.sheets.test_containers import docx_of

ROWS = [
    ["STT", "Họ tên", "Đơn vị"],
    ["1", "Lê A", "Xã Hà"],
    ["2", "Lê B", "Xã Hà"],
    ["3", "Lê C", "Xã Hà"],
]
STRUCK = 2


def as_xlsx(cells) -> bytes:
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    page, line = book.add_worksheet(), book.add_format({"font_strikeout": True})
    for row, texts in enumerate(ROWS):
        for column, text in enumerate(texts):
            page.write_string(row, column, text, line if (row, column) in cells else None)
    book.close()
    return out.getvalue()


def as_xlsx_of_runs(cells) -> bytes:
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    page, line = book.add_worksheet(), book.add_format({"font_strikeout": True})
    for row, texts in enumerate(ROWS):
        for column, text in enumerate(texts):
            if (row, column) in cells and len(text) > 1:
                page.write_rich_string(row, column, line, text[:2], line, text[2:])
            else:
                page.write_string(row, column, text)
    book.close()
    return out.getvalue()


def as_inline_runs(cells) -> bytes:
    from openpyxl import Workbook
    from openpyxl.cell.rich_text import CellRichText, TextBlock
    from openpyxl.cell.text import InlineFont

    book, out = Workbook(), io.BytesIO()
    for texts in ROWS:
        book.active.append(texts)
    for row, column in cells:
        run = TextBlock(InlineFont(strike=True), ROWS[row][column])
        book.active.cell(row + 1, column + 1).value = CellRichText(run)
    book.save(out)
    return out.getvalue()


def as_xls(cells) -> bytes:
    import xlwt

    book, out = xlwt.Workbook(), io.BytesIO()
    page, line = book.add_sheet("DS"), xlwt.easyxf("font: struck_out on")
    for row, texts in enumerate(ROWS):
        for column, text in enumerate(texts):
            page.write(row, column, text, line if (row, column) in cells else xlwt.easyxf(""))
    book.save(out)
    return out.getvalue()


def as_ods(cells) -> bytes:
    from odf.opendocument import OpenDocumentSpreadsheet
    from odf.style import Style, TextProperties
    from odf.table import Table, TableCell, TableRow
    from odf.text import P

    document = OpenDocumentSpreadsheet()
    above = Style(name="gach", family="table-cell")
    above.addElement(TextProperties(textlinethroughstyle="solid"))
    below = Style(name="o", family="table-cell", parentstylename="gach")
    document.styles.addElement(above)
    document.automaticstyles.addElement(below)
    sheet = Table(name="DS")
    for row, texts in enumerate(ROWS):
        line = TableRow()
        for column, text in enumerate(texts):
            style = {"stylename": below} if (row, column) in cells else {}
            box = TableCell(valuetype="string", **style)
            box.addElement(P(text=text))
            line.addElement(box)
        sheet.addElement(line)
    document.spreadsheet.addElement(sheet)
    out = io.BytesIO()
    document.write(out)
    return out.getvalue()


def as_page(mark) -> object:
    def make(cells) -> bytes:
        lines = (
            "".join(
                f"<td>{mark(text) if (r, c) in cells else text}</td>"
                for c, text in enumerate(texts)
            )
            for r, texts in enumerate(ROWS)
        )
        style = "<style>.xl9 {color:red; text-decoration:line-through}</style>"
        body = "".join(f"<tr>{line}</tr>" for line in lines)
        return f"<html><head>{style}</head><table>{body}</table></html>".encode()

    return make


_STYLED = '<Cell ss:StyleID="s1">'


def as_xml_of_2003(cells) -> bytes:
    lines = (
        "".join(
            (_STYLED if (r, c) in cells else "<Cell>")
            + f'<Data ss:Type="String">{text}</Data></Cell>'
            for c, text in enumerate(texts)
        )
        for r, texts in enumerate(ROWS)
    )
    name = "urn:schemas-microsoft-com:office:spreadsheet"
    return (
        f'<?xml version="1.0"?><Workbook xmlns="{name}" xmlns:ss="{name}"><Styles><Style ss:ID="s1">'
        '<Font ss:StrikeThrough="1"/></Style></Styles><Worksheet ss:Name="DS"><Table>'
        + "".join(f"<Row>{line}</Row>" for line in lines)
        + "</Table></Worksheet></Workbook>"
    ).encode()


MAKERS = {
    "xlsx": as_xlsx,
    "xlsx of runs": as_xlsx_of_runs,
    "xlsx of inline runs": as_inline_runs,
    "xls": as_xls,
    "ods": as_ods,
    "page with <s>": as_page(lambda text: f"<s>{text}</s>"),
    "page with a style": as_page(
        lambda text: f"<span style='text-decoration:line-through'>{text}</span>"
    ),
    "page with a class": as_page(lambda text: f"<font class=xl9>{text}</font>"),
    "xml of 2003": as_xml_of_2003,
}


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS.keys())
def test_a_row_that_is_struck_out_is_left_out_and_told(tmp_path, make) -> None:
    path = tmp_path / "a.xls"
    path.write_bytes(make({(STRUCK, 1), (STRUCK, 2)}))  # the number has no line through it

    sheet = without_struck_rows(read(path).sheets[0])

    assert [list(row) for row in sheet.rows] == [*ROWS[:STRUCK], [], *ROWS[STRUCK + 1 :]]
    assert [(n.code, n.row, n.values["text"]) for n in sheet.notes] == [
        ("struck_row", STRUCK, "Lê B | Xã Hà")
    ]


@pytest.mark.parametrize("make", MAKERS.values(), ids=MAKERS.keys())
def test_a_cell_alone_that_is_struck_out_is_known_and_its_row_stays(tmp_path, make) -> None:
    path = tmp_path / "a.xls"
    path.write_bytes(make({(STRUCK, 2)}))

    sheet = without_struck_rows(read(path).sheets[0])

    assert [list(row) for row in sheet.rows] == ROWS
    assert sheet.struck == {(STRUCK, 2)}
    assert not sheet.notes


@pytest.mark.parametrize(
    ("mark", "left"),
    [("<w:strike/>", []), ('<w:dstrike w:val="1"/>', []), ('<w:strike w:val="0"/>', ROWS[STRUCK])],
)
def test_word_strikes_out_run_by_run(tmp_path, mark, left) -> None:
    def line(texts, marked=""):
        cells = (
            f"<w:tc><w:p><w:r><w:rPr>{marked}</w:rPr><w:t>{text}</w:t></w:r></w:p></w:tc>"
            for text in texts
        )
        return f"<w:tr>{''.join(cells)}</w:tr>"

    lines = (line(texts, mark if row == STRUCK else "") for row, texts in enumerate(ROWS))
    path = docx_of(tmp_path, f"<w:tbl>{''.join(lines)}</w:tbl>")

    sheet = without_struck_rows(read(path).sheets[0])

    assert [list(row) for row in sheet.rows] == [*ROWS[:STRUCK], left, *ROWS[STRUCK + 1 :]]


def test_a_struck_cell_of_a_record_refuses_its_row_alone(emul, tmp_path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(as_xlsx({(STRUCK, 2)}))
    emul("init", "--unit", "Huyện Hà", "--yes")
    emul("add-unit", "--name", "Xã Hà", "--type", "commune")

    told = emul("import", path, "--as", "honours", "--act", "commend", "--year", "2023", code=3)

    assert "C3" in told.stderr + told.stdout
    emul("import", path, "--as", "honours", "--act", "commend", "--year", "2023", "--skip-bad")
    names = emul("list", "honours", "--format", "csv").stdout
    assert ("Lê A" in names, "Lê B" in names, "Lê C" in names) == (True, False, True)


def test_what_a_struck_row_says_for_those_below_it_they_keep():
    rows = [
        ["Lê A", "Xã Hà", "nt"],
        ["Lê B", "Xã Lộc", "2021"],
        ["Lê C", "nt", "nt"],
        ["Lê D", "", ""],
    ]
    struck = frozenset((1, column) for column in range(3))
    merged = (Merge(1, 2, 3, 2),)

    left = without_struck_rows(Sheet("DS", rows, merges=merged, struck=struck))

    assert [list(row) for row in left.rows] == [rows[0], [], ["Lê C", "Xã Lộc", "2021"], rows[3]]
    assert left.merges == (Merge(2, 2, 3, 2),)

"""A made list written as a file, by the programs that offices and web systems use."""

import csv
import html
import io
import zipfile
from collections.abc import Callable, Sequence
from random import Random

from emulation_cli.sheets import Merge, Sheet

Cell = object
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_MAIN}"/></Types>'
)
_LINKS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
_EXCEL = "urn:schemas-microsoft-com:office:spreadsheet"


def as_xlsx(sheets: Sequence[Sheet], _rng: Random) -> bytes:
    from openpyxl import Workbook
    from openpyxl.styles import Font

    book, out = Workbook(), io.BytesIO()
    book.remove(book.active)
    for sheet in sheets:
        page = book.create_sheet(sheet.name)
        for number, row in enumerate(sheet.rows, start=1):
            for column, cell in enumerate(row, start=1):
                if cell not in ("", None):
                    box = page.cell(number, column, _whole(cell))
                    if (number - 1, column - 1) in sheet.struck:
                        box.font = Font(strike=True)
        for one in sheet.merges:
            page.merge_cells(None, one.top + 1, one.left + 1, one.bottom + 1, one.right + 1)
    book.save(out)
    return out.getvalue()


def as_xls(sheets: Sequence[Sheet], _rng: Random) -> bytes:
    import xlwt

    book, out = xlwt.Workbook(encoding="utf-8"), io.BytesIO()
    plain, line = xlwt.easyxf(""), xlwt.easyxf("font: struck_out on")
    for sheet in sheets:
        page = book.add_sheet(sheet.name, cell_overwrite_ok=True)
        for number, row in enumerate(sheet.rows):
            for column, cell in enumerate(row):
                if cell not in ("", None):
                    style = line if (number, column) in sheet.struck else plain
                    page.write(number, column, _whole(cell), style)
        for one in sheet.merges:
            page.merge(one.top, one.bottom, one.left, one.right)
    book.save(out)
    return out.getvalue()


def as_ods(sheets: Sequence[Sheet], _rng: Random) -> bytes:
    from odf.opendocument import OpenDocumentSpreadsheet
    from odf.style import Style, TextProperties
    from odf.table import CoveredTableCell, Table, TableCell, TableRow
    from odf.text import P

    document, out = OpenDocumentSpreadsheet(), io.BytesIO()
    line = Style(name="gach", family="table-cell")
    line.addElement(TextProperties(textlinethroughstyle="solid"))
    document.automaticstyles.addElement(line)
    for sheet in sheets:
        covered, spans = _spans(sheet.merges)
        table, width = Table(name=sheet.name), max(map(len, sheet.rows), default=1)
        for number, row in enumerate(sheet.rows):
            drawn = TableRow()
            for column in range(width):
                cell = row[column] if column < len(row) else ""
                if (number, column) in covered:
                    drawn.addElement(CoveredTableCell())
                    continue
                about = _about(cell)
                if (number, column) in sheet.struck:
                    about["stylename"] = line
                down, across = spans.get((number, column), (1, 1))
                if down * across > 1:
                    about |= {"numberrowsspanned": down, "numbercolumnsspanned": across}
                box = TableCell(**about)
                if cell not in ("", None):
                    for text in str(_whole(cell)).split("\n"):
                        box.addElement(P(text=text))
                drawn.addElement(box)
            table.addElement(drawn)
        document.spreadsheet.addElement(table)
    document.write(out)
    return out.getvalue()


def _about(cell: Cell) -> dict:
    if cell in ("", None):
        return {}
    if isinstance(cell, float):
        return {"valuetype": "float", "value": cell}
    return {"valuetype": "string"}


def as_docx(sheets: Sequence[Sheet], rng: Random) -> bytes:
    """A letter: what stands above the list in paragraphs, the rest in a table of each sheet."""
    made = io.BytesIO()
    # Between two tables Word keeps a paragraph; without one they are a single table.
    body = _paragraph("").join(_word_table(sheet, rng) for sheet in sheets)
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("[Content_Types].xml", _TYPES)
        parts.writestr("_rels/.rels", _LINKS)
        document = f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'
        parts.writestr("word/document.xml", document)
    return made.getvalue()


def _word_table(sheet: Sheet, rng: Random) -> str:
    above = next(
        (n for n, row in enumerate(sheet.rows) if sum(c not in ("", None) for c in row) > 1), 0
    )
    if any(one.top < above for one in sheet.merges):
        above = 0
    paragraphs = (_paragraph("".join(map(_text, row))) for row in sheet.rows[:above])
    covered, spans = _spans(sheet.merges)
    width = max(map(len, sheet.rows), default=1)
    controlled = rng.random() < 0.3
    lines = []
    for number, row in enumerate(sheet.rows[above:], start=above):
        cells = []
        for column in range(width):
            text = _text(row[column]) if column < len(row) else ""
            down, across = spans.get((number, column), (1, 1))
            place = covered.get((number, column))
            if place is not None and place[1] != column:
                continue  # its first column spans it
            wide = spans[place][1] if place else across
            about = f'<w:gridSpan w:val="{wide}"/>' if wide > 1 else ""
            if place:
                about, text = about + "<w:vMerge/>", ""
            elif down > 1:
                about += '<w:vMerge w:val="restart"/>'
            cells.append(_box(text, about, struck=(number, column) in sheet.struck))
        line = f"<w:tr>{''.join(cells)}</w:tr>"
        wrapped = f"<w:sdt><w:sdtContent>{line}</w:sdtContent></w:sdt>"
        lines.append(wrapped if controlled else line)
    return "".join(paragraphs) + f"<w:tbl>{''.join(lines)}</w:tbl>"


def _box(text: str, about: str, *, struck: bool) -> str:
    content = "".join(_paragraph(line, struck=struck) for line in text.split("\n"))
    return f"<w:tc><w:tcPr>{about}</w:tcPr>{content}</w:tc>"


def _paragraph(text: str, *, struck: bool = False) -> str:
    how = "<w:rPr><w:strike/></w:rPr>" if struck else ""
    return f'<w:p><w:r>{how}<w:t xml:space="preserve">{html.escape(text)}</w:t></w:r></w:p>'


def as_page(sheets: Sequence[Sheet], _rng: Random) -> bytes:
    """A web page of one table, as web systems hand it out for Excel."""
    (sheet,) = sheets
    covered, spans = _spans(sheet.merges)
    lines = []
    for number, row in enumerate(sheet.rows):
        cells = []
        for column, cell in enumerate(row):
            if (number, column) in covered:
                continue
            down, across = spans.get((number, column), (1, 1))
            about = (f" rowspan={down}" if down > 1 else "") + (
                f" colspan={across}" if across > 1 else ""
            )
            text = html.escape(_text(cell)).replace("\n", "<br>")
            text = f"<s>{text}</s>" if (number, column) in sheet.struck else text
            cells.append(f"<td{about}>{text}</td>")
        lines.append(f"<tr>{''.join(cells) or '<td></td>'}</tr>")
    page = f"<html><head><meta charset=utf-8></head><body><table>{''.join(lines)}</table></body></html>"
    return page.encode()


def as_xml(sheets: Sequence[Sheet], _rng: Random) -> bytes:
    """Excel's XML of 2003."""
    pages = []
    for sheet in sheets:
        covered, spans = _spans(sheet.merges)
        lines = []
        for number, row in enumerate(sheet.rows, start=1):
            cells = []
            for column, cell in enumerate(row, start=1):
                if cell in ("", None) or (number - 1, column - 1) in covered:
                    continue
                down, across = spans.get((number - 1, column - 1), (1, 1))
                style = ' ss:StyleID="s1"' if (number - 1, column - 1) in sheet.struck else ""
                kind = "Number" if isinstance(cell, float) else "String"
                cells.append(
                    f'<Cell ss:Index="{column}" ss:MergeAcross="{across - 1}" ss:MergeDown="{down - 1}"{style}>'
                    f'<Data ss:Type="{kind}">{html.escape(_text(cell))}</Data></Cell>'
                )
            lines.append(f'<Row ss:Index="{number}">{"".join(cells)}</Row>')
        pages.append(
            f'<Worksheet ss:Name="{sheet.name}"><Table>{"".join(lines)}</Table></Worksheet>'
        )
    style = '<Styles><Style ss:ID="s1"><Font ss:StrikeThrough="1"/></Style></Styles>'
    head = f'<?xml version="1.0"?><Workbook xmlns="{_EXCEL}" xmlns:ss="{_EXCEL}">'
    return f"{head}{style}{''.join(pages)}</Workbook>".encode()


def as_csv(sheets: Sequence[Sheet], rng: Random) -> bytes:
    (sheet,) = sheets
    out = io.StringIO()
    quoting = rng.choice((csv.QUOTE_MINIMAL, csv.QUOTE_ALL))
    lines = csv.writer(
        out,
        delimiter=rng.choice(";,\t|"),
        quoting=quoting,
        lineterminator=rng.choice(("\r\n", "\n")),
    )
    width = max(map(len, sheet.rows), default=1)
    padded = rng.random() < 0.5
    for row in sheet.rows:
        cells = [_text(cell) for cell in row]
        lines.writerow([*cells, *[""] * (width - len(cells))] if padded else cells or [""])
    return out.getvalue().encode(rng.choice(("utf-8", "utf-8-sig", "utf-16")))


def _text(cell: Cell) -> str:
    return "" if cell is None else str(_whole(cell))


def _whole(cell: Cell) -> Cell:
    return int(cell) if isinstance(cell, float) and cell.is_integer() else cell


def _spans(merges: Sequence[Merge]) -> tuple[dict, dict]:
    """Which cells lie under a merged one, and by how many rows and columns that one spans."""
    covered, spans = {}, {}
    for one in merges:
        top = one.top, one.left
        spans[top] = one.bottom - one.top + 1, one.right - one.left + 1
        for row in range(one.top, one.bottom + 1):
            for column in range(one.left, one.right + 1):
                if (row, column) != top:
                    covered[row, column] = top
    return covered, spans


Writer = Callable[[Sequence[Sheet], Random], bytes]
WRITERS: dict[str, Writer] = {
    "xlsx": as_xlsx, "xls": as_xls, "ods": as_ods, "docx": as_docx,
    "csv": as_csv, "html": as_page, "xml": as_xml,
}  # fmt: skip
OF_ONE_SHEET = ("csv", "html")
WITHOUT_STRIKES = ("csv",)

"""Fonts of legacy encodings are known by cell in every format, those of runs within a text too."""

import io

import pytest

from emulation_cli.sheets import read
from emulation_cli.sheets.formats.fonts import of_runs

TCVN3 = "D\u00f2ng"  # Dũng in TCVN3, a syllable in Unicode too


@pytest.mark.parametrize(
    ("runs", "font"),
    [
        ([(".VnTime", "D\u00f2ng")], ".VnTime"),
        ([(".VnTimeH", "L"), (".VnTime", "an")], ".VnTime"),
        ([("Arial", "1. "), (".VnTime", "D\u00f2ng")], ".VnTime"),
        ([(".VnTime", "Lan "), ("Arial", "D\u00f2ng")], ""),
        ([("Arial", "Lan")], ""),
        ([(None, "D\u00f2ng")], None),
        ([(None, "D\u00f2ng"), (".VnTime", "D\u00f2ng")], None),
        ([(".VnTime", "12/3")], None),
        ([], None),
    ],
)
def test_letters_beyond_ascii_decide_what_font_a_text_is_in(runs, font) -> None:
    assert of_runs(runs) == font


def test_runs_of_an_xlsx_say_more_than_the_style_of_their_cell(tmp_path) -> None:
    import xlsxwriter

    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as book:
        sheet = book.add_worksheet()
        legacy = book.add_format({"font_name": ".VnTime"})
        bold = book.add_format({"font_name": ".VnTime", "bold": True})
        plain = book.add_format({"font_name": "Arial", "bold": True})
        sheet.write_string(0, 0, "Lan")
        sheet.write_rich_string(1, 1, bold, "Lan ", legacy, TCVN3)
        sheet.write_rich_string(2, 1, plain, "H\u00e0 ", plain, TCVN3, legacy)
        sheet.write_string(3, 1, TCVN3, legacy)

    (sheet,) = read(tmp_path / "a.xlsx").sheets

    assert sheet.fonts == {(1, 1): ".VnTime", (3, 1): ".VnTime"}
    assert sheet.rows[1][1] == f"Lan {TCVN3}"


def test_runs_of_an_xls_say_more_than_the_style_of_their_cell(tmp_path) -> None:
    import xlwt

    book = xlwt.Workbook()
    sheet = book.add_sheet("A")
    legacy, plain = (xlwt.easyfont(f"name {name}") for name in (".VnTime", "Arial"))
    in_legacy = xlwt.easyxf("font: name .VnTime")
    sheet.write_rich_text(0, 0, (("1. ", plain), (TCVN3, legacy)))
    sheet.write_rich_text(1, 0, (("1. ", legacy), (TCVN3, plain)), in_legacy)
    sheet.write(2, 0, TCVN3, in_legacy)
    book.save(str(tmp_path / "a.xls"))

    (sheet,) = read(tmp_path / "a.xls").sheets

    assert sheet.fonts == dict.fromkeys([(0, 0), (2, 0)], ".VnTime")


def ods(*, direct: str = "", default: str = "") -> bytes:
    """Styles by cell, by column and above; a run in the font; a note in another one."""
    from odf.office import Annotation
    from odf.opendocument import OpenDocumentSpreadsheet
    from odf.style import DefaultStyle, FontFace, Style, TextProperties
    from odf.table import Table, TableCell, TableColumn, TableRow
    from odf.text import P, Span

    book, out = OpenDocumentSpreadsheet(), io.BytesIO()
    if not direct:
        book.fontfacedecls.addElement(FontFace(name="F1", fontfamily="'.VnTime'"))
        book.fontfacedecls.addElement(FontFace(name="F2", fontfamily="Arial"))
    if default:
        every = DefaultStyle(family="table-cell")
        every.addElement(TextProperties(fontfamily=default))
        book.styles.addElement(every)
    legacy = Style(name="above", family="table-cell")
    legacy.addElement(TextProperties(**({"fontfamily": direct} if direct else {"fontname": "F1"})))
    book.styles.addElement(legacy)
    below = Style(name="below", family="table-cell", parentstylename="above")
    run, plain = (Style(name=name, family="text") for name in ("run", "plain"))
    run.addElement(TextProperties(**({"fontfamily": direct} if direct else {"fontname": "F1"})))
    plain.addElement(TextProperties(fontname="F2"))
    for style in (below, run, plain):
        book.automaticstyles.addElement(style)
    sheet = Table(name="A")
    sheet.addElement(TableColumn(numbercolumnsrepeated=2))
    sheet.addElement(TableColumn(defaultcellstylename="below"))
    for styles in (("", "below", ""), ("run", "", "plain")):
        line = TableRow()
        for style in styles:
            cell = TableCell(
                valuetype="string", **({"stylename": style} if style == "below" else {})
            )
            text = P()
            if style in ("run", "plain"):
                text.addElement(Span(stylename=style, text=TCVN3))
                note = Annotation()
                note.addElement(P(text="ghi ch\u00fa"))
                cell.addElement(note)
            else:
                text.addText(TCVN3)
            cell.addElement(text)
            line.addElement(cell)
        sheet.addElement(line)
    book.spreadsheet.addElement(sheet)
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize("direct", ["", "'.VnTime'"])
def test_fonts_of_opendocument_are_known_by_cell_column_and_run(tmp_path, direct) -> None:
    (tmp_path / "a.ods").write_bytes(ods(direct=direct))

    (sheet,) = read(tmp_path / "a.ods").sheets

    assert sheet.fonts == dict.fromkeys([(0, 1), (0, 2), (1, 0)], ".VnTime")


def test_no_font_is_looked_for_where_there_is_none(tmp_path) -> None:
    (tmp_path / "a.ods").write_bytes(ods(direct="Arial"))

    assert read(tmp_path / "a.ods").sheets[0].fonts == {}


def test_the_font_of_every_cell_is_that_of_cells_whose_style_names_none(tmp_path) -> None:
    (tmp_path / "a.ods").write_bytes(ods(direct="Arial", default=".VnTime"))

    assert set(read(tmp_path / "a.ods").sheets[0].fonts) == {(0, 0), (1, 1)}

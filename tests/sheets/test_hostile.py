"""Files made to harm: one clear refusal, in little time and memory, and the process lives on."""

import io
import os
import random
import re
import zipfile

import pytest
import xlsxwriter

from emulation_cli.domain.errors import FileTrouble
from emulation_cli.sheets import guard, read
from emulation_cli.sheets.values import unheard

SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"
MUTANTS = 150


def good():
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet()
    for row in range(20):
        sheet.write_row(row, 0, ["Họ tên", "Nguyễn Văn An", row, 2023.5])
    book.close()
    return out.getvalue()


def changed(part, change):
    """The good workbook with one part changed."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(good())) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, change(data) if name == part else data)
    return out.getvalue()


def before_end(text):
    return lambda data: data.replace(b"</sheetData>", text.encode() + b"</sheetData>")


def bomb(data):
    return data.replace(b"<si>", b"<si><t>" + b"A" * (guard.RATIO_FROM + 1) + b"</t></si><si>", 1)


def doctype(data):
    return data.replace(b"<sst", b'<!DOCTYPE x [<!ENTITY a "aaaa">]><sst', 1)


@pytest.mark.parametrize(
    ("data", "trouble"),
    [
        (changed(STRINGS, bomb), "too_big"),
        (changed(STRINGS, doctype), "entities"),
        (
            changed(SHEET, before_end('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')),
            "far_cell",
        ),
        (
            changed(SHEET, before_end("<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>")),
            "far_cell",
        ),
        (
            changed(SHEET, before_end('<row r="2"><c\tr="XFD1048576"><v>1</v></c></row>')),
            "far_cell",
        ),
        (
            changed(SHEET, before_end('<row r="2"><c s="1" r = "XFD1048576"><v>1</v></c></row>')),
            "far_cell",
        ),
        (
            changed(SHEET, before_end('<row r="2"><c r="&#88;FD1048576"><v>1</v></c></row>')),
            "far_cell",
        ),
        (
            changed(SHEET, before_end('<row r="99999999"><c r="A99999999"><v>1</v></c></row>')),
            "far_cell",
        ),
        (good()[:-400], "damaged"),
    ],
    ids=[
        "bomb",
        "doctype",
        "far",
        "far in quotes",
        "far by a tab",
        "far by blanks",
        "far by entity",
        "row",
        "cut",
    ],
)
def test_a_hostile_workbook_is_refused(tmp_path, data, trouble):
    path = tmp_path / "bay.xlsx"
    path.write_bytes(data)
    with pytest.raises(FileTrouble) as refused:
        read(path)
    assert (refused.value.sentence, refused.value.values["file"]) == (
        f"intake.{trouble}",
        "bay.xlsx",
    )


@pytest.mark.parametrize(
    "change",
    [
        lambda data: re.sub(rb'<dimension ref="[^"]*"', b'<dimension ref="A1:XFD1048576"', data),
        lambda data: data.replace(
            b"</sheetData>",
            b'</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
        ),
        before_end('<row r="1048576"><c r="A1048576" s="0"/></row>'),
    ],
    ids=["a lying dimension", "one merge over all", "formatted to the bottom"],
)
def test_what_only_looks_hostile_is_read(tmp_path, change):
    path = tmp_path / "a.xlsx"
    path.write_bytes(changed(SHEET, change))
    (sheet,) = read(path).sheets
    assert len(sheet.rows) == 20


@pytest.mark.parametrize("form", ["xlsx", "inside", "xls"])
def test_a_damaged_file_is_read_or_refused_never_worse(tmp_path, form):
    chance = random.Random(20231004)
    path = tmp_path / "hong.xlsx"
    for _ in range(MUTANTS):
        path.write_bytes(_mutant(form, chance))
        trouble = None
        try:
            read(path)
        except FileTrouble as found:
            trouble = found
        assert trouble is None or trouble.values["file"] == "hong.xlsx"


def _mutant(form, chance):
    if form == "inside":
        return changed(SHEET, lambda data: _spoiled(data, chance))
    return _spoiled(good() if form == "xlsx" else _xls(), chance)


def _xls():
    import xlwt

    book = xlwt.Workbook()
    sheet = book.add_sheet("a")
    for row in range(20):
        sheet.write(row, 0, "Nguyễn Văn An")
        sheet.write(row, 1, row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _spoiled(data, chance):
    spoiled = bytearray(data)
    match chance.randrange(4):
        case 0:
            for _ in range(chance.choice([1, 5, 50])):
                spoiled[chance.randrange(len(spoiled))] = chance.randrange(256)
        case 1:
            del spoiled[chance.randrange(len(spoiled)) :]
        case 2:
            place = chance.randrange(len(spoiled))
            spoiled[place:place] = chance.choice(
                [b"<row>", b'r="XFD', b"</c>", b"&", b"\xff\xfe", b"9" * 30]
            )
        case 3:
            place = chance.randrange(len(spoiled))
            del spoiled[place : place + chance.randrange(1, 200)]
    return bytes(spoiled)


def test_repeats_of_an_open_document_that_reach_too_far_are_refused(tmp_path):
    body = (
        '<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
        '<office:body><office:spreadsheet><table:table table:name="a"><table:table-row table:number-rows-repeated="1048575">'
        '<table:table-cell/></table:table-row><table:table-row><table:table-cell table:number-columns-repeated="16383"/>'
        '<table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row></table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    path = tmp_path / "a.ods"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", body)
    with pytest.raises(FileTrouble) as refused:
        read(path)
    assert refused.value.sentence == "intake.far_cell"


_SPREADSHEET_XML = (
    '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
    'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="a"><Table>'
    "{}</Table></Worksheet></Workbook>"
)


@pytest.mark.parametrize(
    "page",
    [
        "<table><tr>" + "<td rowspan=1000 colspan=1000>x</td>" * 5 + "</tr></table>",
        _SPREADSHEET_XML.format('<Row><Cell ss:Index="900000"/></Row>' * 100),
        _SPREADSHEET_XML.format("<Row>" + '<Cell ss:MergeAcross="9999"/>' * 10_000 + "</Row>"),
        _SPREADSHEET_XML.format('<Row ss:Index="900000"/><Row ss:Index="1800000"/>'),
    ],
    ids=["spans", "far cells", "merges", "far rows"],
)
def test_a_page_whose_cells_span_too_far_is_refused_before_it_fills_the_memory(tmp_path, page):
    path = tmp_path / "a.xls"
    path.write_text(page, encoding="utf-8")
    with pytest.raises(FileTrouble) as refused:
        read(path)
    assert refused.value.sentence == "intake.far_cell"


def test_one_cell_far_below_a_list_is_refused_before_the_rows_between_are_held(tmp_path):
    import xlsxwriter

    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["STT", "Họ và tên", "Đơn vị"])
        sheet.write(1_048_575, 1, " ")
    with pytest.raises(FileTrouble) as refused:
        read(path)
    assert refused.value.values["cell"] == "C1048576"


def circular_short_stream():
    """An .xls whose workbook is a short stream, the first sector of which follows itself."""
    import struct

    def entry(name, kind, child, first, size):
        written = name.encode("utf-16-le")
        head = written.ljust(64, b"\0") + struct.pack("<HBB", len(written) + 2, kind, 1)
        tree = struct.pack("<3i", -1, -1, child)
        return head + tree + bytes(36) + struct.pack("<3i", first, size, 0)

    signature = bytes.fromhex("d0cf11e0a1b11ae1")
    header = signature + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
    header += bytes(10) + struct.pack("<8i", 1, 1, 0, 4096, 3, 1, -2, 0)
    header += struct.pack("<109i", 0, *[-1] * 108)
    follows = struct.pack("<128i", -3, -2, -2, -2, *[-1] * 124)
    directory = entry("Root Entry", 5, 1, 2, 512) + entry("Workbook", 2, -1, 0, 300)
    short = struct.pack("<128i", 0, *[-1] * 127)
    return header + follows + directory.ljust(512, b"\0") + bytes(512) + short


def test_a_circle_of_sectors_ends(tmp_path):
    path = tmp_path / "a.xls"
    path.write_bytes(circular_short_stream())
    with pytest.raises(FileTrouble, match="damaged"):
        read(path)


@pytest.mark.parametrize("column", ["name", "unit", "date"])
def test_a_cell_of_thousands_of_digits_is_told_of_its_file(emul, tmp_path, column) -> None:
    row = {"name": "Lê Văn A", "unit": "Xã Mẫu", "date": "2023"} | {column: "1" * 30_000}
    lines = ["Tên điển hình,Đơn vị,Năm phát hiện"]
    lines += [",".join(row.values()) for _ in range(30)]
    (tmp_path / "so dai.csv").write_text("\n".join(lines), "utf-8")
    emul("init", "--yes")

    told = emul("import", tmp_path / "so dai.csv", "--as", "exemplars", "--dry-run", code=None)

    assert told.code in (3, 6)
    assert "so dai.csv" in told.stderr


def test_what_a_reader_says_past_python_is_not_heard(capfd) -> None:
    with unheard():
        os.write(2, b"thread panicked")
    os.write(2, b"heard")

    assert capfd.readouterr().err == "heard"

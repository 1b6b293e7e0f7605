"""Web pages and archives written of a workbook: a sheet each, by its name, where that is said."""

import base64
import binascii
from datetime import date

import pytest

from emulation_cli.domain.errors import FileTrouble
from emulation_cli.sheets import Merge, read
from emulation_cli.sheets.formats.web_tables import Tables

TABLE = "<table><tr><th>STT</th><th>Họ và tên</th></tr><tr><td>1</td><td>{}</td></tr></table>"
NAMED = "<x:ExcelWorksheet><x:Name>{}</x:Name>{}</x:ExcelWorksheet>"
HIDDEN = "<x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions>"
PAGE = (
    '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"><!--[if gte mso 9]>'
    "<xml><x:ExcelWorkbook><x:ExcelWorksheets>{}</x:ExcelWorksheets></x:ExcelWorkbook></xml><![endif]-->"
    "</head><body>{}</body></html>"
)


def page(names: list[str], *bodies: str) -> bytes:
    return PAGE.format("".join(NAMED.format(name, "") for name in names), "".join(bodies)).encode()


def sheets(tmp_path, data: bytes) -> list[tuple[str, bool, list[list[object]]]]:
    path = tmp_path / "a.xls"
    path.write_bytes(data)
    return [(one.name, one.visible, [list(row) for row in one.rows]) for one in read(path).sheets]


def rows(name: str) -> list[list[str]]:
    return [["STT", "Họ và tên"], ["1", name]]


def test_as_many_tables_as_names_are_sheets_with_their_titles(tmp_path) -> None:
    data = page(
        ["Xã Cẩm Hà", "Xã A &amp; B"], "<p>DANH SÁCH 1</p>", TABLE.format("An"), "<h3>DANH SÁCH 2</h3>",
        TABLE.format("Ba").replace("<td>Ba", "<td rowspan=2>Ba"), "<p>Người lập</p>",
    )  # fmt: skip

    assert sheets(tmp_path, data) == [
        ("Xã Cẩm Hà", True, [["DANH SÁCH 1"], *rows("An")]),
        ("Xã A & B", True, [["DANH SÁCH 2"], *rows("Ba"), ["Người lập"]]),
    ]
    assert read(tmp_path / "a.xls").sheets[1].merges == (Merge(2, 1, 3, 1),)


@pytest.mark.parametrize(
    ("names", "name"), [(["Xã Cẩm Hà"], "Xã Cẩm Hà"), (["A", "B", "C"], ""), ([], "")]
)
def test_other_tables_are_one_sheet(tmp_path, names, name) -> None:
    data = page(names, TABLE.format("An"), TABLE.format("<table><tr><td>Ba</td></tr></table>"))

    ((found, visible, cells),) = sheets(tmp_path, data)

    assert (found, visible, cells[1], cells[2]) == (name, True, ["1", "An"], ["STT", "Họ và tên"])


def archive(*parts: tuple[str, str, bytes], lead: str = "") -> bytes:
    """A file as «Single File Web Page» of Excel is: (place, coding, page) of each part."""
    head = f'{lead}MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="----=_Next"\r\n\r\nX\r\n'
    lines = [head.encode()]
    for place, coding, data in parts:
        body = binascii.b2a_qp(data) if coding == "quoted-printable" else base64.encodebytes(data)
        about = f"Content-Location: file:///C:/0/{place}\r\nContent-Transfer-Encoding: {coding}\r\n"
        about += 'Content-Type: text/html;\r\n\tcharset="utf-8"\r\n\r\n'
        lines.append(b"------=_Next\r\n" + about.encode() + body + b"\r\n")
    return b"".join(lines) + b"------=_Next--\r\n"


def book() -> bytes:
    source = '<x:WorksheetSource HRef="So_files/{}"/>'
    return PAGE.format(
        NAMED.format("Xã Cẩm Hà", source.format("sheet001.htm"))
        + NAMED.format("Danh mục", HIDDEN + source.format("sheet002.htm"))
        + NAMED.format("Trống", source.format("sheet003.htm"))
        + NAMED.format("Ẩn", source.format("sheet004.htm")),
        "<frameset><frame src='So_files/sheet001.htm'></frameset>",
    ).encode()


@pytest.mark.parametrize("lead", ["", "From: <Saved by Blink>\r\nSubject: x\r\n"])
def test_a_web_archive_has_a_sheet_for_each_page_of_its_workbook(tmp_path, lead) -> None:
    data = archive(
        ("So.htm", "quoted-printable", book()),
        ("So_files/tabstrip.htm", "quoted-printable", TABLE.format("Xã Cẩm Hà").encode()),
        ("So_files/sheet002.htm", "base64", TABLE.format("Mã").encode()),
        ("So_files/sheet001.htm", "quoted-printable", TABLE.format("Lê Văn Tám").encode()),
        (
            "So_files/sheet004.htm",
            "quoted-printable",
            (f"<!--{HIDDEN}-->" + TABLE.format("Bí mật")).encode(),
        ),
        ("So_files/sheet003.htm", "quoted-printable", b"<html><body></body></html>"),
        lead=lead,
    )

    assert sheets(tmp_path, data) == [
        ("Xã Cẩm Hà", True, rows("Lê Văn Tám")),
        ("Danh mục", False, rows("Mã")),
        ("Ẩn", False, rows("Bí mật")),
    ]


def test_an_archive_of_one_page_is_that_page(tmp_path) -> None:
    data = archive(("a.htm", "quoted-printable", page(["Xã Cẩm Duệ"], TABLE.format("An"))))

    assert sheets(tmp_path, data) == [("Xã Cẩm Duệ", True, rows("An"))]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (book(), "intake.web_frames"),
        (archive(("So.htm", "quoted-printable", book())), "intake.no_spreadsheet"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\nx", "intake.no_spreadsheet"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=-\n\n" + b"-" * 99_999, "intake.no_spreadsheet"),
        (archive(("a.htm", "base64", b"x")).replace(b"eA==", b"eA"), "intake.damaged"),
        (page(["A"] * 50_000), "intake.no_spreadsheet"),
        (b"<html>" + b"<p>" * 2_000_001, "intake.too_big"),
        (archive(("a.htm", "quoted-printable", b"<html>" + b"<" * 2_000_001)), "intake.too_big"),
    ],
    ids=["frames", "frames alone", "no boundary", "boundaries alone", "broken", "names alone", "tags", "tags within"],
)  # fmt: skip
def test_what_holds_no_table_is_refused_with_what_to_do(tmp_path, data, reason) -> None:
    (tmp_path / "a.xls").write_bytes(data)

    with pytest.raises(FileTrouble) as trouble:
        read(tmp_path / "a.xls")

    assert trouble.value.sentence == reason


CELLS = "<tr><td>1</td><td>{}</td><td>Xã Hà</td></tr>"


@pytest.mark.parametrize(
    ("body", "rows"),
    [
        (CELLS.format("Lê\nVăn<br> A"), [["1", "Lê Văn\nA", "Xã Hà"]]),
        (CELLS.format("<table><tr><td>Lê A</td></tr></table>"), [["1", "Lê A", "Xã Hà"]]),
        (
            CELLS.format("<table><tr><td>Lê</td></tr><tr><td>A</td></tr></table>"),
            [["1", "Lê\nA", "Xã Hà"]],
        ),
        (
            CELLS.format("x<table><tr><td>2</td><td>Lê B</td></tr></table>"),
            [["1", "x", "Xã Hà"], ["2", "Lê B"]],
        ),
        (
            "<tr><td><table><tr><td>Lê A</td></tr><tr><td>Lê B</td></tr></table></td></tr>",
            [[""], ["Lê A"], ["Lê B"]],
        ),
    ],
    ids=["lines", "a frame", "a frame of lines", "a table of its own", "a layout"],
)
def test_a_table_within_a_cell_frames_its_text_or_follows_its_row(tmp_path, body, rows) -> None:
    path = tmp_path / "a.xls"
    path.write_bytes(f"<html><meta charset=utf-8><table>{body}</table></html>".encode())

    (sheet,) = read(path).sheets

    assert [list(row) for row in sheet.rows] == rows


def test_rows_that_a_page_hides_are_known(tmp_path) -> None:
    path = tmp_path / "a.xls"
    hidden = "<tr style='height:0; display: none'><td>Lê A</td><td>1</td></tr>"
    shown = "<tr><td>Lê B</td><td>2</td></tr>"
    path.write_bytes(f"<html><p>Danh sách</p><table>{shown}{hidden}</table></html>".encode())

    (sheet,) = read(path).sheets

    assert sheet.hidden_rows == {2}


SAID = '<table><tr><td>STT<td>Ngày</tr><tr><td sdval="1" sdnum="1033;">1<td {}>{}</table>'


@pytest.mark.parametrize(
    ("value", "shown", "found"),
    [
        ('sdval="45203" sdnum="1033;0;MM/DD/YY"', "10/04/23", date(2023, 10, 4)),
        ('x:num="45203"', "10/4/2023", date(2023, 10, 4)),
        ('x:num="45203.5"', "2023-10-04 12:00", date(2023, 10, 4)),
        ('x:num="45203"', "45203", "45203"),
        ('x:num="45203"', "10/05/2023", "10/05/2023"),  # the number of another day
        ("", "10/04/23", "10/04/23"),
    ],
)
def test_a_cell_that_states_its_value_is_the_day_of_it(tmp_path, value, shown, found) -> None:
    ((_name, _visible, cells),) = sheets(tmp_path, SAID.format(value, shown).encode())

    assert cells[1] == ["1", found]


def test_a_head_without_an_end_and_a_row_without_a_beginning_lose_nothing(tmp_path) -> None:
    data = "<html><head><style>td {}</style><body><table><td>STT<td>Họ và tên</tr><tr><td>1<td>An"

    ((_name, _visible, cells),) = sheets(tmp_path, data.encode())

    assert cells == rows("An")


def test_cells_of_a_page_that_were_not_read_are_told(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(Tables, "rows", property(lambda tables: tables._page.rows[:-1]))
    path = tmp_path / "a.xls"
    path.write_bytes(page([], TABLE.format("An&nbsp;<b>Bê</b><!-- <td>Ba -->")))

    ((note,),) = [sheet.notes for sheet in read(path).sheets]

    assert (note.code, note.values["count"]) == ("cells_not_read", 2)

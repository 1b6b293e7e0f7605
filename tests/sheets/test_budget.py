"""One budget for every reader: what no list needs is stopped, a long good list is read."""

import dataclasses
import io
import zipfile

import pytest
import xlsxwriter

from emulation_cli.domain.errors import FileTrouble
from emulation_cli.sheets import budget, read
from emulation_cli.sheets.budget import LONGEST_CELL, Budget, Heavy, check_sheet, like_record
from emulation_cli.sheets.guard import Hostile
from emulation_cli.sheets.workbook import Merge, Sheet

HEAD = "Tên điển hình,Loại,Đơn vị,Lĩnh vực\n"


def refused(path) -> str:
    with pytest.raises(FileTrouble) as trouble:
        read(path)
    assert trouble.value.values["file"] == path.name
    return trouble.value.sentence.removeprefix("intake.")


def people(count: int) -> str:
    return HEAD + "".join(f"Lê Văn {number},Cá nhân,Xã Mẫu,Y tế\n" for number in range(count))


@pytest.mark.parametrize("more", [-1, 0, 1])
def test_rows_that_say_nothing_are_read_up_to_twenty_thousand(tmp_path, more) -> None:
    path = tmp_path / "a.csv"
    path.write_text("ten,loai\n" + "a\n" * (budget.UNPROVEN_ROWS + more - 1), "utf-8")

    if more > 0:
        assert refused(path) == "too_long"
    else:
        assert len(read(path).sheets[0].rows) == budget.UNPROVEN_ROWS + more


def test_a_longer_list_of_people_is_read(tmp_path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(people(30_000), "utf-8")

    assert len(read(path).sheets[0].rows) == 30_001


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (HEAD + "A" * 2_000_000, "too_costly"),
        (HEAD + '"' + "A\n" * 1_000_000, "open_quote"),
        (HEAD + "," * 3_000, None),
        (HEAD + "a," * 3_000, "too_wide"),
    ],
    ids=["a line without end", "a quotation without end", "empty columns", "too many columns"],
)
def test_text_files_that_no_list_is_like(tmp_path, text, reason) -> None:
    path = tmp_path / "a.csv"
    path.write_text(text, "utf-8")

    assert (refused(path) if reason else len(read(path).sheets[0].rows)) == (reason or 2)


def workbook(path, texts: list[str], *, cells: int = 1) -> None:
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet()
    for row in range(cells):
        sheet.write_row(row, 0, texts)
    book.close()


def test_a_text_shown_in_many_cells_costs_what_all_its_copies_do(tmp_path) -> None:
    path = tmp_path / "a.xlsx"
    workbook(path, ["A" * 30_000], cells=20_000)

    assert refused(path) == "too_costly"


@pytest.mark.skipif(not budget.can_be_apart(), reason="no process of its own on Windows")
def test_the_process_lives_on_where_a_reader_in_rust_would_end_it(tmp_path) -> None:
    path = tmp_path / "a.xlsx"
    workbook(path, ["A" * 30_000], cells=20_000)
    refused(path)
    path.write_text(people(10), "utf-8")

    assert read(path).format == "csv"


def test_spaces_written_as_a_number(tmp_path) -> None:
    path = tmp_path / "a.ods"
    names = "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    cell = '<table:table-cell office:value-type="string"><text:p><text:s text:c="160000000"/></text:p></table:table-cell>'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        parts.writestr(
            "content.xml",
            f'<office:document-content{names}><office:body><office:spreadsheet><table:table table:name="T"><table:table-row>{cell}</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>',
        )

    assert refused(path) == "too_costly"


def test_a_page_that_takes_long_is_stopped(tmp_path, monkeypatch) -> None:
    """Comments that nothing closes: each is looked through to the end of the page."""
    monkeypatch.setattr("emulation_cli.sheets.workbook_reading.SECONDS", 0.2)
    path = tmp_path / "a.html"
    path.write_text("<html><table><tr><td>x</td></tr></table>" + "<!--" * 60_000, "utf-8")

    assert refused(path) == "too_slow"


def test_a_cell_that_no_spreadsheet_holds_is_refused() -> None:
    most = "a" * LONGEST_CELL

    assert check_sheet(Sheet("S", [[most]]))
    with pytest.raises(Hostile):
        check_sheet(Sheet("S", [["b"], ["c", most + "a"]]))


def test_merged_areas_over_one_another() -> None:
    rows = [["a"] * 5] * 100
    whole = Merge(0, 0, 99, 4)

    assert check_sheet(Sheet("S", rows, merges=(whole,) * 2))
    with pytest.raises(Hostile):
        check_sheet(Sheet("S", rows, merges=(whole,) * 20))


@pytest.mark.parametrize("more", [0, 1])
def test_sheets(more) -> None:
    one = Budget()
    for _ in range(budget.MOST_SHEETS - 1 + more):
        one.expect(1, proven=True)
    if more:
        with pytest.raises(Hostile):
            one.expect(1, proven=True)
    else:
        one.expect(1, proven=True)


def test_a_long_list_is_told_once_before_it_is_read() -> None:
    told: list[int] = []
    one = Budget(apart=False, tell_long=told.append)
    one.weigh = lambda worst: None

    for cells in (budget.USUAL_CELLS, 1, budget.MOST_CELLS - budget.USUAL_CELLS - 1):
        one.expect(cells, proven=True)

    assert told == [budget.USUAL_CELLS + 1]
    with pytest.raises(Hostile):
        one.expect(1, proven=True)


def test_what_may_weigh_much_is_read_apart() -> None:
    Budget(apart=True).weigh(budget.LIGHT + 1)
    Budget().weigh(budget.LIGHT)
    if budget.can_be_apart():
        with pytest.raises(Heavy):
            Budget().weigh(budget.LIGHT + 1)


def test_read_here_and_apart_is_the_same(tmp_path, monkeypatch) -> None:
    path = tmp_path / "a.xlsx"
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    sheet = book.add_worksheet("Một")
    sheet.write_row(0, 0, ["Tên", 1, 2.5, True])
    sheet.merge_range(2, 0, 2, 3, "Cộng")
    sheet.set_row(1, None, None, {"hidden": True})
    book.close()
    path.write_bytes(out.getvalue())
    here = read(path)
    monkeypatch.setattr(budget, "LIGHT", 0)

    apart = read(path)
    assert dataclasses.replace(apart, seconds=here.seconds) == here


@pytest.mark.parametrize(
    ("row", "like"),
    [(["a", "b"], True), (["a", ""], False), ([1, 2], False), ([1, "b", None], True), ([], False)],
)
def test_what_a_row_of_a_list_has(row, like) -> None:
    assert like_record(row) is like

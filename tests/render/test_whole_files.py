"""Files are written whole or not at all; what goes wrong is said in words."""

import errno
import json
import re
import sys
from pathlib import Path
from unittest import mock

import docx
import openpyxl
import pytest

from emulation_cli import render, words
from emulation_cli.documents.links.row_list import RowList
from emulation_cli.documents.links.rows_behind import Behind, Opening
from emulation_cli.domain.errors import FileTrouble, Usage
from emulation_cli.render.whole_files import text_file
from emulation_cli.tallies.row_lists.listings import Listing


def test_a_csv_file_begins_with_a_mark_for_excel_and_a_stream_does_not(exemplars, tmp_path):
    path = tmp_path / "danh sách.csv"
    render.listing_file(exemplars, path)

    assert path.read_bytes().startswith(b"\xef\xbb\xbfid,name,kind,unit,field,discovered,")


def test_no_cell_of_a_csv_is_a_formula(exemplars, tmp_path):
    path = tmp_path / "list.csv"
    render.listing_file(exemplars, path)

    assert ',"\'=cmd|""/c calc""!A1",' in path.read_text("utf-8-sig")


def test_a_file_is_of_the_format_of_its_suffix(reports, exemplars, tmp_path):
    render.report_file(reports("usual"), tmp_path / "R.JSON")
    render.report_file(reports("usual"), tmp_path / "r.md")
    render.listing_file(exemplars, tmp_path / "l.json")

    assert json.loads((tmp_path / "R.JSON").read_bytes())["exemplars"]["total"] == 381
    assert (tmp_path / "r.md").read_text("utf-8").startswith("# BÁO CÁO")
    assert len(json.loads((tmp_path / "l.json").read_bytes())) == 7


def test_a_suffix_that_is_not_known_is_wrong_usage(reports, tmp_path):
    with pytest.raises(Usage, match=r"report\.file\.format"):
        render.report_file(reports("usual"), tmp_path / "report.odt")


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (PermissionError(errno.EACCES, "no"), "report.file.busy"),
        (OSError(errno.ENOSPC, "full"), "report.file.full"),
        (OSError(errno.EIO, "broken"), "report.file.trouble"),
    ],
)
def test_a_former_file_stays_when_writing_fails(reports, tmp_path, error, sentence):
    path = tmp_path / "report.csv"
    path.write_text("former")

    with (
        mock.patch.object(Path, "replace", side_effect=error),
        pytest.raises(FileTrouble) as refusal,
    ):
        render.report_file(reports("usual"), path)

    assert refusal.value.sentence == sentence
    assert path.read_text() == "former"
    assert [file.name for file in tmp_path.glob("*.csv")] == ["report.csv"]
    assert not list(tmp_path.glob(".emul-*"))


@pytest.mark.skipif(sys.platform != "win32", reason="elsewhere it is a name like another")
def test_a_name_that_windows_keeps_for_itself_is_refused_and_nothing_is_left(reports, tmp_path):
    with pytest.raises(FileTrouble) as refused:
        render.report_file(reports("usual"), tmp_path / "aux.json")

    assert refused.value.values["path"].endswith("aux.json")
    assert not list(tmp_path.glob(".emul-*"))


def test_a_missing_folder_is_named(reports, tmp_path):
    with pytest.raises(FileTrouble) as refusal:
        render.report_file(reports("usual"), tmp_path / "none" / "report.csv")

    assert refusal.value.sentence == "report.file.folder"
    assert refusal.value.values["folder"] == str(tmp_path / "none")


def _half_written(path):
    with text_file(path) as out:
        out.write("half")
        raise KeyboardInterrupt


def test_an_interruption_leaves_nothing_behind(tmp_path):
    path = tmp_path / "report.csv"

    with pytest.raises(KeyboardInterrupt):
        _half_written(path)

    assert not list(tmp_path.glob("*report*"))
    assert not list(tmp_path.glob(".emul-*"))


def test_a_full_disk_under_a_stream_is_the_callers_to_say(reports):
    out = mock.Mock()
    out.isatty.return_value = False
    out.write.side_effect = OSError(errno.ENOSPC, "full")

    with pytest.raises(OSError, match="full"):
        render.report(reports("usual"), "json", out)


@pytest.mark.parametrize("suffix", [".docx", ".xlsx", ".html"])
def test_a_list_that_is_too_long_is_named_with_its_command(reports, tmp_path, suffix):
    command = "emul list exemplars --period 2021-2023"
    nothing = Listing("exemplars", (), ())
    left_out = RowList("exemplars", "", command, nothing, {}, 20_000_000)
    figures = reports("usual")
    total = {figures.sections["exemplars"].counted("total").cut: Opening(0, (0, 0))}
    path = tmp_path / f"report{suffix}"
    render.report_file(figures, path, Behind((left_out,), {"exemplars": 0}, total))

    if suffix == ".xlsx":
        book = openpyxl.load_workbook(path)
        link = next(
            cell.hyperlink.location for (cell,) in book.worksheets[0]["D1:D60"] if cell.hyperlink
        )
        row = int(re.search(r"!A(\d+)", link)[1])
        said = book["DS Điển hình"].cell(row, 1).value
    elif suffix == ".docx":
        said = " ".join(one.text for one in docx.Document(str(path)).paragraphs)
    else:
        said = path.read_text("utf-8")
        assert 'href="#l0"' in said
        assert 'id="l0"' in said
    assert words.command_line(command, "vi") in said
    assert "20.000.000" in said

"""Which files an import takes: those that are named, those of a folder, those of a pattern."""

import json
import sys
from pathlib import Path

import pytest

from emulation_cli.commands.importing.import_files import folders_within, found_files, papers_beside
from emulation_cli.domain.errors import FileTrouble


@pytest.fixture(autouse=True)
def _files() -> None:
    for name in ("b.xlsx", "a.xls", "~$b.xlsx", "thư.docx", "[2023] c.xlsx"):
        Path(name).touch()


@pytest.mark.parametrize(
    ("given", "taken"),
    [
        (["."], ["[2023] c.xlsx", "a.xls", "b.xlsx"]),
        (["*.xlsx"], ["[2023] c.xlsx", "b.xlsx"]),
        (["b.xlsx", "*"], ["b.xlsx", "[2023] c.xlsx", "a.xls"]),
        (["[2023] c.xlsx"], ["[2023] c.xlsx"]),
        (["no.xlsx"], ["no.xlsx"]),
    ],
)
def test_files_are_taken_once_in_a_stable_order(given, taken) -> None:
    assert [file.name for file in found_files([Path(text) for text in given])] == taken


@pytest.mark.parametrize("given", ["~$b.xlsx", "*.ods"])
def test_nothing_to_take_is_said(given) -> None:
    with pytest.raises(FileTrouble):
        found_files([Path(given)])


def test_letters_in_a_folder_are_named_not_taken() -> None:
    assert papers_beside([Path()]) == ["thư.docx"]
    assert papers_beside([Path("b.xlsx"), Path("*.xlsx")]) == []


def _list(name: str, model: str, year: object = 2023) -> None:
    from openpyxl import Workbook

    book = Workbook()
    book.active.append(["STT", "Tên mô hình", "Đơn vị", "Lĩnh vực", "Năm"])
    book.active.append([1, model, "Xã Cẩm Duệ", "Kinh tế", year])
    book.save(name)


def test_one_damaged_file_stops_a_batch_unless_bad_ones_are_skipped(emul) -> None:
    for file in Path().iterdir():
        file.unlink()
    emul("init", "--unit", "Huyện Cẩm Xuyên", "--yes")
    emul("add-unit", "--name", "Xã Cẩm Duệ", "--type", "commune")
    _list("a.xlsx", "Nuôi ong")
    Path("b.xlsx").write_bytes(b"PK\x03\x04 broken")
    _list("c.xlsx", "Ngõ xanh")

    refused = emul("import", ".", "--yes", code=6)
    assert "b.xlsx" in refused.stderr
    assert emul("list", "models", "--format", "csv").stdout.count("\n") == 1

    taken = emul("import", ".", "--yes", "--skip-bad")
    assert 'REFUSED [b.xlsx] "b.xlsx" is damaged' in taken.stderr.replace("The file ", "")
    assert emul("list", "models", "--format", "csv").stdout.count("\n") == 3

    for name in ("a.xlsx", "c.xlsx"):
        Path(name).write_bytes(b"PK\x03\x04 broken")
    emul("import", ".", "--yes", "--skip-bad", code=6)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_name_composed_otherwise_than_it_was_typed_is_found(tmp_path, form) -> None:
    import unicodedata

    other = {"NFC": "NFD", "NFD": "NFC"}[form]
    (tmp_path / unicodedata.normalize(form, "Danh sách.csv")).write_text("a", "utf-8")

    (found,) = found_files([tmp_path / unicodedata.normalize(other, "Danh sách.csv")])

    assert found.read_text("utf-8") == "a"


def test_what_other_programs_lay_beside_lists_is_none(tmp_path) -> None:
    for name in ("a.xlsx", "._a.xlsx", "~$a.xlsx", ".~lock.a.xlsx"):
        (tmp_path / name).touch()

    assert [path.name for path in found_files([tmp_path])] == ["a.xlsx"]


def test_a_sheet_without_a_list_blocks_nothing_where_another_has_one(emul, tmp_path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    for row in (["STT", "Họ và tên", "Đơn vị", "Năm"], [1, "Lê Văn An", "Xã Mẫu", 2023]):
        book.active.append(row)
    for text in ("Xuất sắc", "Khá", "Đạt"):
        book.create_sheet(f"phân loại {text}").append([text])
    book.save(tmp_path / "a.xlsx")
    emul("init", "--unit", "Huyện Thử", "--yes")
    emul("add-unit", "--name", "Xã Mẫu", "--type", "commune")

    emul("import", tmp_path / "a.xlsx", "--as", "honours", "--yes")

    assert "Lê Văn An" in emul("list", "honours").stdout


def test_of_a_folder_only_new_files_are_taken(emul) -> None:
    """A file that was changed since is new; an import that was undone took in nothing."""
    for file in Path().iterdir():
        file.unlink()
    emul("init", "--unit", "Huyện Cẩm Xuyên", "--yes")
    emul("add-unit", "--name", "Xã Cẩm Duệ", "--type", "commune")
    _list("a.xlsx", "Nuôi ong")
    emul("import", ".", "--new", "--yes")
    _list("b.xlsx", "Ngõ xanh")

    told = emul("import", ".", "--new", "--yes")
    assert "a.xlsx" not in told.stderr
    assert "b.xlsx: 1 added" in told.stderr
    assert "Taken in before and left out: 1 file." in told.stderr

    nothing = emul("import", ".", "--new", "--yes")
    assert "Nothing new: 2 files were taken in before." in nothing.stderr
    assert json.loads(emul("import", ".", "--new", "--format", "json").stdout)["files"] == []

    emul("undo", "--yes")
    assert "b.xlsx: 1 added" in emul("import", ".", "--new", "--yes").stderr
    _list("a.xlsx", "Nuôi ong lấy mật")
    assert "a.xlsx: 1 added" in emul("import", ".", "--new", "--yes").stderr


@pytest.mark.skipif(sys.platform == "win32", reason="no name of Windows has a line break")
def test_a_line_in_the_name_of_a_list_is_none_of_ours(emul) -> None:
    emul("init", "--unit", "Huyện Cẩm Xuyên", "--yes")
    emul("add-unit", "--name", "Xã Cẩm Duệ", "--type", "commune")
    _list("a\nERROR b.xlsx", "Nuôi ong")

    told = emul("import", "a\nERROR b.xlsx", "--yes").stderr

    assert not [line for line in told.splitlines() if line.startswith("ERROR")]
    assert "a\ufffdERROR b.xlsx: 1 added" in told


def test_a_folder_in_the_folder_that_has_lists_is_told(emul) -> None:
    for name in ("lists/of_a_commune", "lists/empty"):
        Path(name).mkdir(parents=True)
    Path("lists/a.csv").write_text("x", "utf-8")
    Path("lists/of_a_commune/b.csv").write_text("x", "utf-8")

    assert folders_within([Path("lists")]) == [str(Path("lists/of_a_commune"))]
    assert folders_within([Path("lists"), Path("lists/of_a_commune")]) == []
    emul("init", "--unit", "Huyện Thử", "--yes")
    assert "of_a_commune" in emul("import", "lists", "--dry-run", code=None).stderr

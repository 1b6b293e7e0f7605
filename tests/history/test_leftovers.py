"""Files under way: nothing under a final name until it is whole, and no copy left for ever."""

import subprocess
import sys
from pathlib import Path

import pytest

from emulation_cli import leftovers
from emulation_cli.domain.errors import FileTrouble
from emulation_cli.register.copies import backups
from emulation_cli.render import file_sets

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="swept by age there")
NAME = ".emul-0123456789ab"


@pytest.fixture
def place(tmp_path):
    (tmp_path / "place").mkdir()
    return tmp_path / "place"


@pytest.mark.parametrize("name", [NAME, f"{NAME}-journal", "r.db.4711.unfinished", "r.db.12.new"])
def test_what_nobody_holds_is_swept(place, name) -> None:
    (place / name).touch()

    assert leftovers.found(place) == [place / name]
    leftovers.sweep(place)
    assert not list(place.iterdir())


@pytest.mark.parametrize("name", ["r.db", ".emul-notes", "a.unfinished", "list.new", ".emul"])
def test_files_of_other_names_are_never_touched(place, name) -> None:
    (place / name).touch()

    leftovers.sweep(place)

    assert (place / name).exists()


@pytest.mark.parametrize("folder", [False, True])
def test_what_is_being_built_stays(place, folder) -> None:
    with leftovers.held(place / NAME, folder=folder):
        leftovers.sweep(place)
        assert (place / NAME).exists()

    leftovers.sweep(place)
    assert not (place / NAME).exists()


def test_what_another_process_builds_stays_until_it_is_gone(place) -> None:
    code = (
        "import sys, pathlib; from emulation_cli import leftovers\n"
        "with leftovers.held(pathlib.Path(sys.argv[1])): print('held', flush=True); sys.stdin.read()"
    )
    line = [sys.executable, "-c", code, str(place / NAME)]
    with subprocess.Popen(line, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as builder:
        assert builder.stdout.readline() == b"held\n"
        leftovers.sweep(place)
        assert (place / NAME).exists()
        builder.kill()
        builder.wait()
    leftovers.sweep(place)
    assert not (place / NAME).exists()


def test_a_set_of_files_gets_its_names_together_or_not_at_all(place) -> None:
    def write(fail: bool) -> None:
        with file_sets.replacing_set(place / "out") as aside:
            (aside / "a").write_text("1")
            if fail:
                raise OSError(28, "No space left on device")
            (aside / "b").write_text("2")

    with pytest.raises(FileTrouble):
        write(fail=True)
    assert not list(place.iterdir())

    write(fail=False)
    assert {path.name for path in (place / "out").iterdir()} == {"a", "b"}
    assert [path.name for path in place.iterdir()] == ["out"]


def test_a_set_over_an_older_one_is_put_in_place_at_once(place) -> None:
    out = place / "out"
    out.mkdir()
    for name in ("a", "of-others"):
        (out / name).write_text("0")
    with file_sets.replacing_set(out) as aside:
        for name in ("a", "b"):
            (aside / name).write_text("1")
        assert {path.name for path in out.iterdir()} == {"a", "of-others"}

    held = {path.name: path.read_text() for path in out.iterdir()}
    assert held == {"a": "1", "b": "1", "of-others": "0"}
    assert [path.name for path in place.iterdir()] == ["out"]


def test_a_set_goes_into_the_folder_one_works_in(place, monkeypatch) -> None:
    monkeypatch.chdir(place)
    (place / "further").mkdir()
    with file_sets.replacing_set(place) as aside:
        (aside / "a").write_text("1")

    assert {path.name for path in place.iterdir()} == {"a", "further"}


def test_refused_rows_are_handed_back_whole_before_the_list_is_taken_in(
    emul, tmp_path, monkeypatch
) -> None:
    emul("init", "--unit", "Huyện Thử", "--yes")
    emul("add-unit", "--name", "Xã Mẫu", "--type", "commune", "--code", "M")
    rows = "Lê A,Cá nhân,Xã Mẫu,Y tế,2023\nLê B,Cá nhân,Xã Mẫu,Y tế,31/02/2023\n"
    (tmp_path / "a.csv").write_text("Họ tên,Loại,Đơn vị,Lĩnh vực,Phát hiện\n" + rows, "utf-8")
    given = ("import", tmp_path / "a.csv", "--as", "exemplars", "--yes", "--skip-bad", "--errors")

    def full(*_words) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("emulation_cli.sheets.writing.workbook_writing.Book.save", full)
        emul(*given, tmp_path / "loi.xlsx", code=6)
    assert not (tmp_path / "loi.xlsx").exists()
    assert "Lê A" not in emul("list", "exemplars").stdout

    emul(*given, tmp_path / "loi.xlsx")
    assert (tmp_path / "loi.xlsx").exists()
    assert "Lê A" in emul("list", "exemplars").stdout


def test_an_extract_that_fails_leaves_nothing_under_the_name(emul, tmp_path, monkeypatch) -> None:
    emul("init", "--unit", "Huyện Thử", "--yes")
    emul("add-unit", "--name", "Xã Mẫu", "--type", "commune", "--code", "M")

    def full(*_words) -> None:
        assert not (tmp_path / "x.db").exists()
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("emulation_cli.register.copies.extracting._write", full)
    emul("extract", "--unit", "M", "-o", tmp_path / "x.db", code=6)

    assert not [path for path in tmp_path.iterdir() if "x.db" in path.name or "emul-" in path.name]


def test_a_command_sweeps_where_it_writes_and_check_names_what_lies_elsewhere(
    emul, register_path, tmp_path, monkeypatch
) -> None:
    emul("init", "--unit", "Huyện Thử", "--yes")
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    for folder in (here, register_path.parent):
        (folder / NAME).touch()

    assert emul("check").stdout.count(NAME) == 2
    emul("add-unit", "--name", "Xã Mẫu", "--type", "commune")
    emul("list", "units", "-o", "u.csv")

    assert not Path(here / NAME).exists()
    assert not (register_path.parent / NAME).exists()
    assert NAME not in emul("check").stdout


def test_a_backup_under_way_is_for_its_owner_alone(register, monkeypatch) -> None:
    seen = []

    def look(target: Path, expected: object) -> None:
        seen.append(target.stat().st_mode & 0o777)

    monkeypatch.setattr(backups, "_verify", look)
    backups.automatic(register.path, "asked")

    assert seen == [0o600]

"""Pipes, devices and folders in the place of a file are told at once, never waited for."""

import os
import re
import sys

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no such files")


@pytest.fixture
def pipe(tmp_path):
    os.mkfifo(tmp_path / "pipe.csv")
    return tmp_path / "pipe.csv"


def test_a_list_that_is_a_pipe(emul, pipe) -> None:
    emul("init", "--unit", "Huyện Thử", "--yes")

    assert "pipe.csv" in emul("import", pipe, "--as", "exemplars", "--yes", code=6).stderr


def test_a_register_that_is_a_pipe(emul, pipe) -> None:
    emul("init", "--unit", "Huyện Thử", "--yes")

    assert "pipe.csv" in emul("merge", pipe, "--yes", code=5).stderr
    assert "pipe.csv" in emul("restore", pipe, "--yes", code=5).stderr
    assert "pipe.csv" in emul("--db", pipe, "info", code=5).stderr


def test_links_that_go_round(emul, tmp_path) -> None:
    emul("init", "--unit", "Huyện Thử", "--yes")
    for name in ("round.db", "round.csv"):
        (tmp_path / name).symlink_to(tmp_path / name)

    assert "round.db" in emul("merge", tmp_path / "round.db", "--yes", code=5).stderr
    assert "round.db" in emul("restore", tmp_path / "round.db", "--yes", code=5).stderr
    emul("list", "units", "-o", tmp_path / "round.csv", "--yes")
    assert (tmp_path / "round.csv").read_text("utf-8")


@pytest.mark.parametrize(
    "words",
    [
        ("export", "--all", "-o", "./x.html"),
        ("extract", "--unit", "M", "-o", "."),
        ("backup", "."),
        ("report", "2023", "-o", "./x.html"),
    ],
)
def test_a_folder_in_the_place_of_a_file_to_be_written(emul, monkeypatch, tmp_path, words) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "x.html").mkdir()
    emul("init", "--unit", "Huyện Thử", "--yes")
    emul("add-unit", "--name", "Xã Mẫu", "--type", "commune", "--code", "M")

    answer = emul(*words, code=None)

    assert answer.code in (2, 6)  # no such suffix, or no file
    assert re.search(r"«\.»|x\.html| \.:", answer.stderr)


def test_a_pipe_is_not_replaced_by_what_is_written(emul, pipe) -> None:
    emul("init", "--unit", "Huyện Thử", "--yes")

    emul("list", "units", "-o", pipe, code=6)

    assert pipe.is_fifo()


@pytest.mark.parametrize("year", ["0000", "1849", "9999", "12023"])
def test_a_year_of_birth_out_of_bounds_is_told_plainly(emul, year) -> None:
    emul("init", "--unit", "Huyện Thử", "--yes")
    emul("add-unit", "--name", "Xã Mẫu", "--type", "commune", "--code", "M")

    answer = emul(
        "add-exemplar", "--name", "Lê Văn B", "--kind", "CN", "--unit", "M", "--field", "Y tế",
        "--birth-year", year, code=2,
    )  # fmt: skip

    assert year in answer.stderr or "1850" in answer.stderr

"""Nothing leaves the machine, and nothing that a stranger wrote into a list does anything."""

import os
import sqlite3
import stat
import subprocess
import sys
import unicodedata
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parent.parent.parent / "src"
ESCAPES = "\x1b]0;title\x07\x1b[2J\x9b31m"
OVERRIDE = "\u202e\u2066"
MARKUP = "[red]Ngõ[/red] [/] :smile:"
FORMULA = "=HYPERLINK(1)"

# Ends the process at the first touch of a socket: an audit hook can be neither lifted nor missed.
_OFFLINE = """
import os, sys
def hook(event, _):
    if event.startswith("socket."):
        os.write(2, f"network: {event}".encode())
        os._exit(99)
sys.addaudithook(hook)
from emulation_cli.cli import main
for line in sys.stdin.buffer.read().decode().splitlines():
    code = main(line.split("|"))
    if code:
        sys.exit(code)
"""
_A_DAY = """init|--unit|Huyện Cẩm Xuyên
add-unit|--name|Xã Hoa Lư|--type|commune
add-model|--name|Ngõ xanh|--unit|U1|--field|KT|--year|2023
edit|M1|--leader|Bà Hoa
list|models
show|M1
search|ngo
history
undo
report|2023
report|2023|-o|report.xlsx
backup
restore
check|--deep
info"""


def test_no_command_touches_a_network() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _OFFLINE], input=_A_DAY.encode(), capture_output=True,
        env=os.environ | {"PYTHONPATH": str(SOURCE)}, check=False, timeout=120,
    )  # fmt: skip

    assert done.returncode == 0, done.stderr.decode()
    assert "emul sends nothing off the machine" in done.stdout.decode()


@pytest.mark.skipif(os.name != "posix", reason="rights of POSIX")
def test_what_is_made_is_for_its_owner_alone(emul, register_path) -> None:
    os.umask(0o022)
    emul("init")
    emul("add-unit", "--name", "Xã Hoa Lư", "--type", "commune")
    emul("backup")
    emul("backup", "kept.db")
    for suffix in ("xlsx", "docx", "html", "csv", "json", "md"):
        emul("report", "2023", "-o", f"report.{suffix}")
    emul("list", "exemplars", "-o", "list.xlsx")
    emul("export", "--all", "-o", "all.zip")

    made = [register_path, *register_path.parent.glob("register.db-backups/*")]
    made += [
        path for path in Path().iterdir() if path.is_file() and path.name != register_path.name
    ]

    assert len(made) == 11
    assert {stat.S_IMODE(path.stat().st_mode) for path in made} == {0o600}


@pytest.mark.skipif(os.name != "posix", reason="rights of POSIX")
def test_a_report_that_was_opened_to_colleagues_stays_so(emul) -> None:
    emul("init")
    emul("report", "2023", "-o", "report.xlsx")
    Path("report.xlsx").chmod(0o640)

    emul("report", "2022", "-o", "report.xlsx")

    assert stat.S_IMODE(Path("report.xlsx").stat().st_mode) == 0o640


@pytest.fixture
def hostile(emul, register_path):
    """A register into which another program wrote what no command would let in."""
    emul("init")
    emul("add-unit", "--name", "Xã Hoa Lư", "--type", "commune")
    emul("add-model", "--name", "Ngõ xanh", "--unit", "U1", "--field", "KT", "--year", "2023")
    person = ("--kind", "CN", "--unit", "U1", "--field", "y tế", "--date", "2023")
    emul("add-exemplar", "--name", "Nguyễn An", *person)
    nasty = f"{FORMULA}{ESCAPES}{OVERRIDE}{MARKUP}"
    with closing(sqlite3.connect(register_path)) as raw, raw:
        raw.execute("UPDATE model SET name = ?, leader = ?, summary = ?", (nasty,) * 3)
        raw.execute("UPDATE exemplar SET name = ?, position = ?", (nasty,) * 2)
        raw.execute("UPDATE unit SET name = ?", (nasty,))
        raw.execute("INSERT INTO change (who, command) VALUES (?, ?)", (nasty, nasty))
    return emul


SCREENS = (
    ("list", "models"),
    ("list", "exemplars", "--format", "json"),
    ("list", "units", "--format", "csv"),
    ("show", "M1"),
    ("search", "hyperlink"),
    ("report", "2023"),
    ("report", "2023", "--format", "md"),
    ("report", "2023", "--format", "csv"),
    ("report", "2023", "--format", "json"),
    ("history",),
    ("history", "M1"),
    ("history", "--format", "csv"),
    ("check", "--deep"),
    ("edit", "M1", "--leader", "Bà Hoa"),
    ("cancel", "M1", "--reason", "thử"),
    ("undo",),
)


@pytest.mark.parametrize("words", SCREENS, ids=" ".join)
def test_control_characters_and_overrides_do_nothing_on_the_screen(words, hostile) -> None:
    answer = hostile(*words, code=None)

    shown = answer.stdout + answer.stderr
    assert "fault of the program" not in shown
    bad = {c for c in shown if unicodedata.category(c) == "Cc"} - {"\n", "\t"}
    assert not bad
    assert not set(OVERRIDE) & set(shown)


def test_markup_is_shown_as_it_was_written(hostile) -> None:
    assert "[red]Ngõ[/red]" in hostile("show", "X1").stdout


def test_a_formula_stays_text_in_csv_and_in_a_workbook(hostile) -> None:
    for line in hostile("list", "models", "--format", "csv").stdout.splitlines()[1:]:
        assert f"'{FORMULA}" in line
    hostile("list", "models", "-o", "models.xlsx")
    with zipfile.ZipFile("models.xlsx") as parts:
        sheets = [parts.read(n).decode() for n in parts.namelist() if "worksheets/sheet" in n]
    assert sheets
    assert not any("<f>" in sheet for sheet in sheets)


def test_an_output_file_that_cannot_be_written_leaves_the_former_one(hostile, monkeypatch) -> None:
    hostile("report", "2023", "-o", "report.csv")
    before = Path("report.csv").read_bytes()

    def open_elsewhere(self: Path, target: Path) -> Path:
        raise PermissionError(13, "The process cannot access the file", str(target))

    monkeypatch.setattr(Path, "replace", open_elsewhere)
    answer = hostile("report", "2021-2023", "-o", "report.csv", code=6)

    assert answer.stderr.count("\n") == 1
    assert Path("report.csv").read_bytes() == before

"""The boundary: wrong usage, the language of the screen, and everything that can go wrong."""

import errno
import os
import shlex
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from emulation_cli import words
from emulation_cli.commands import COMMANDS
from emulation_cli.commands.frame import failures, languages

_WITH_A_FULL_DISK = pytest.mark.skipif(
    sys.platform == "win32" or not Path("/dev/full").exists(), reason="a disk that is always full"
)

# What Typer says of itself, in English only.
TYPERS_OWN = (
    "Usage:",
    "Options:",
    "Show this message",
    "Missing",
    "No such",
    "Invalid value",
    "Try ",
)


def one_line(answer) -> str:
    assert answer.stdout == ""
    assert answer.stderr.endswith("\n")
    assert answer.stderr.count("\n") == 1, answer.stderr
    return answer.stderr.rstrip("\n")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (["add-modle"], "Did you mean: add-model"),
        (["thongke"], "There is no command «thongke»"),
        (["list", "models", "--unt", "U1"], "Did you mean: --unit"),
        (["list", "models", "--unit"], "--unit needs a value"),
        (["list", "models", "--cancelled=1"], "--cancelled takes no value"),
        (["list"], "NOUN is missing"),
        (["show", "X1", "X2"], "Too many words: «X2»"),
        (["--lang", "fr", "info"], "no language «fr»"),
        (["info", "--lang"], "--lang needs a value"),
        (["add-model", "--name", "Ngõ xanh"], "Missing: --unit, --field, --year"),
        (["report", "20x3"], "The period «20x3» cannot be read"),
        (["list", "people"], "There is no list «people»"),
        (["report", "2023", "--format", "pdf"], "no format «pdf»"),
    ],
)
def test_wrong_usage_is_one_line_and_exit_code_2(emul, line, told) -> None:
    emul("init", "--yes")

    assert told in one_line(emul(*line, code=2))


def test_wrong_usage_is_told_in_vietnamese_without_any_english_of_typers(emul) -> None:
    emul("init", "--yes")

    for line in (
        ["add-modle"],
        ["list", "--xyz"],
        ["list", "units", "--unit"],
        ["list"],
        ["show", "X1", "X2"],
    ):
        told = one_line(emul("--lang", "vi", *line, code=2))
        assert not [own for own in TYPERS_OWN if own in told]


def test_a_missing_register_is_exit_code_5_and_says_how_to_make_one(emul, register_path) -> None:
    told = one_line(emul("list", "models", code=5))

    assert str(register_path) in told
    assert "emul init" in told
    assert not register_path.exists()


def test_a_file_that_is_no_register_is_refused_untouched(emul, tmp_path) -> None:
    other = tmp_path / "thư.db"
    other.write_bytes(b"not a register" * 100)

    told = one_line(emul("--db", other, "info", code=5))

    assert "not a register" in told
    assert other.read_bytes() == b"not a register" * 100


def test_a_register_in_use_is_exit_code_4(emul, register_path, monkeypatch) -> None:
    monkeypatch.setattr("emulation_cli.register.opening.connections.SECONDS_TO_WAIT", 0.0)
    emul("init", "--yes")
    other = sqlite3.connect(register_path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    told = one_line(emul("add-unit", "--name", "Xã Hoa Lư", "--type", "xã", code=4))

    other.close()
    assert "Another program" in told


def test_emul_alone_says_how_to_begin(emul) -> None:
    answer = emul()

    assert "emul demo" in answer.stdout
    assert answer.stderr == ""


def test_the_version_names_what_it_stands_on(emul) -> None:
    assert "SQLite" in emul("--version").stdout


def test_help_can_be_asked_for_in_three_ways(emul) -> None:
    long = emul("list", "--help").stdout

    assert emul("list", "-h").stdout == long
    assert emul("help", "list").stdout == long
    assert emul("help").stdout == emul("--help").stdout


def test_the_register_and_the_language_may_be_named_after_the_command(emul, tmp_path) -> None:
    emul("init", "--yes", "--db", tmp_path / "a.db", "--lang=vi")

    answer = emul("info", f"--db={tmp_path / 'a.db'}")

    assert str(tmp_path / "a.db") in answer.stdout


def test_words_after_two_dashes_are_never_options(emul) -> None:
    emul("init", "--yes")

    assert "«--lang»" in one_line(emul("search", "--", "--lang", code=1))


def test_the_language_is_the_options_then_the_environments_then_the_registers_then_the_systems(
    emul, monkeypatch, register_path
) -> None:
    def spoken(*options: str) -> str:
        line = emul(*options, "nope", code=2).stderr
        return "vi" if line.startswith("Không") else "en"

    monkeypatch.setenv("EMUL_LANG", "vi")
    assert spoken("--lang", "en") == "en"
    assert spoken() == "vi"
    monkeypatch.delenv("EMUL_LANG")
    monkeypatch.setattr("emulation_cli.commands.frame.languages.of_system", lambda: "vi")
    assert spoken() == "vi"
    monkeypatch.setattr("emulation_cli.commands.frame.languages.of_system", lambda: "en")
    assert spoken() == "en"
    emul("--lang", "vi", "init", "--yes")
    assert register_path.exists()
    assert spoken() == "vi"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has a language, not a locale")
@pytest.mark.parametrize(
    ("locale", "language"),
    [("vi_VN.UTF-8", "vi"), ("vi", "vi"), ("C", "en"), ("en_GB.UTF-8", "en"), ("", "en")],
)
def test_the_systems_language_is_that_of_its_locale(monkeypatch, locale, language) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", locale)

    assert languages.of_system() == language


class NoSpace:
    """A stream on a disk that is full."""

    def write(self, text: str) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    def flush(self) -> None:
        return


@pytest.mark.parametrize(
    ("error", "code", "told"),
    [
        (KeyboardInterrupt(), 130, "Stopped"),
        (EOFError(), 130, "Stopped"),
        (FileNotFoundError(errno.ENOENT, "x", "a.xlsx"), 6, "a.xlsx"),
        (PermissionError(errno.EACCES, "x", "a.xlsx"), 6, "may not be opened"),
        (OSError(errno.ENOSPC, "x"), 6, "disk is full"),
        (OSError(errno.EIO, "Input/output error", "a.xlsx"), 6, "Input/output error"),
        (UnicodeDecodeError("utf-8", b"\xff", 0, 1, "x"), 5, "damaged"),
        (sqlite3.DatabaseError("file is not a database"), 5, "damaged"),
        (MemoryError(), 6, "memory"),
        (ZeroDivisionError("Nguyễn Văn A"), 1, "ZeroDivisionError"),
        (sqlite3.IntegrityError("UNIQUE constraint failed: Nguyễn Văn A"), 1, "IntegrityError"),
    ],
)
def test_whatever_is_raised_ends_as_one_line_and_a_code(error, code, told, capsys) -> None:
    words.use("en")

    assert failures.told(error) == code

    line = capsys.readouterr().err
    assert told in line
    assert line.count("\n") == 1
    assert "Nguyễn" not in line
    assert "Traceback" not in line


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("name", ["BUSY", "FULL", "IOERR", "CORRUPT"])
def test_what_is_said_of_a_register_names_its_file(language, name, capsys) -> None:
    words.use(language)
    error = sqlite3.OperationalError("x")
    error.sqlite_errorname = f"SQLITE_{name}"

    failures.told(error, "Sổ của An.db")

    assert "«Sổ của An.db»" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("SQLITE_BUSY", 4),
        ("SQLITE_LOCKED_SHAREDCACHE", 4),
        ("SQLITE_CORRUPT_VTAB", 5),
        ("SQLITE_NOTADB", 5),
        ("SQLITE_FULL", 6),
        ("SQLITE_IOERR_WRITE", 6),
        ("SQLITE_READONLY_DBMOVED", 6),
        ("SQLITE_INTERRUPT", 130),
    ],
)
def test_every_trouble_of_sqlite_has_its_code(name, code) -> None:
    error = sqlite3.OperationalError("x")
    error.sqlite_errorname = name

    assert failures.explained(error)[0] == code


def test_a_value_with_line_breaks_or_escapes_stays_one_harmless_line(emul) -> None:
    emul("init", "--yes")

    told = one_line(emul("list", "models", "--unit", "a\nb\x1b[31m\u202ec", code=1))

    assert "\x1b" not in told
    assert "\u202e" not in told


def test_a_fault_of_the_program_shows_its_traceback_only_when_asked(emul, monkeypatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("emulation_cli.register.opening.connections.check_header", broken)
    assert "Traceback" not in emul("info", code=1).stderr
    monkeypatch.setenv("EMUL_DEBUG", "1")
    assert "Traceback" in emul("info", code=1).stderr


@_WITH_A_FULL_DISK
def test_a_full_disk_under_stdout_is_exit_code_6(emul) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "emulation_cli", "--help"],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )

    assert done.returncode == 6
    assert b"disk is full" in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="the pipe of a shell of POSIX")
def test_a_reader_that_has_read_enough_is_no_error() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "emulation_cli", "--help"],
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writing)

    assert done.returncode == 0
    assert done.stderr == b""


def test_a_legacy_code_page_of_a_pipe_does_not_matter(emul) -> None:
    answer = emul.process("--lang", "vi", "--help", PYTHONIOENCODING="cp1252", PYTHONUTF8="0")

    assert "Điển hình" in answer.stdout or "điển hình" in answer.stdout


def test_every_command_is_in_a_panel_and_can_be_built() -> None:
    from emulation_cli.commands.frame.program import build

    assert [build(name).name for name in COMMANDS] == list(COMMANDS)


@_WITH_A_FULL_DISK
@pytest.mark.parametrize("streams", ["2>/dev/full", ">&- 2>&- <&-"])
def test_what_was_done_is_done_though_nobody_can_be_told(emul, streams) -> None:
    emul("init", "--yes")
    words = shlex.join([sys.executable, "-m", "emulation_cli", "add-unit", "--name", "Xã Hoa Lư"])

    done = subprocess.run(["sh", "-c", f"{words} --type commune {streams}"], check=False)

    assert done.returncode == 0
    assert "Xã Hoa Lư" in emul("list", "units", "--format", "csv").stdout
    assert emul("check", "--deep").stdout == ""

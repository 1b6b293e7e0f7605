"""What opens a file is never kept: not in the log, not in what goes to other offices."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from emulation_cli.domain.secrets import hide_secrets, hide_secrets_in

LIST = "Tên điển hình,Loại,Đơn vị,Lĩnh vực\nLê Văn A,Cá nhân,Xã Mẫu,Y tế\n"


@pytest.mark.parametrize("given", [["--password", "bimat123"], ["--password=bimat123"]])
def test_a_password_is_masked_before_it_reaches_the_register(
    emul, register_path, tmp_path, given
) -> None:
    (tmp_path / "a.csv").write_text(LIST, "utf-8")
    emul("init", "--unit", "Huyện Thử", "--yes")
    emul("add-unit", "--name", "Xã Mẫu", "--type", "commune")

    emul("import", tmp_path / "a.csv", "--as", "exemplars", *given, "--yes")

    assert b"bimat123" not in register_path.read_bytes()
    assert "--password" in emul("history").stdout


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        (["--password", "a b", "--yes"], ["--password", "***", "--yes"]),
        (["--password=a b"], ["--password=***"]),
        (["--password", "--password", "x"], ["--password", "***", "x"]),
        (["--password-file", "p.txt"], ["--password-file", "p.txt"]),
    ],
)
def test_only_the_secret_is_masked(words, kept) -> None:
    assert list(hide_secrets(words)) == kept


@pytest.mark.parametrize(
    ("command", "kept"),
    [
        ("emul import a.xlsx --password bi --yes", "emul import a.xlsx --password *** --yes"),
        ('emul import --password "bi "mat" x" --yes', "emul import --password *** --yes"),
        ("emul import a.xlsx --password=bi", "emul import a.xlsx --password ***"),
        ("emul import --password-file p --yes", "emul import --password-file p --yes"),
        ("emul import a.xlsx --yes", "emul import a.xlsx --yes"),
    ],
)
def test_commands_kept_by_an_earlier_version_are_masked(command, kept) -> None:
    assert hide_secrets_in(command) == kept


def test_the_password_may_stand_in_a_file(emul, tmp_path) -> None:
    emul("init", "--unit", "Huyện Thử", "--yes")
    (tmp_path / "a.csv").write_text(LIST, "utf-8")
    (tmp_path / "p.txt").write_text("bimat123\n", "utf-8")
    given = ("import", tmp_path / "a.csv", "--as", "exemplars", "--dry-run")

    assert emul(*given, "--password-file", tmp_path / "p.txt", code=3).stderr
    assert "no-such" in emul(*given, "--password-file", "no-such", code=6).stderr
    both = emul(*given, "--password-file", tmp_path / "p.txt", "--password", "x", code=2)
    assert "--password-file" in both.stderr


def test_an_upgrade_masks_what_an_earlier_version_kept_and_says_so(
    emul, register_path, tmp_path
) -> None:
    shutil.copy(
        Path(__file__).parent.parent / "history" / "registers" / "version-1.db", register_path
    )
    with closing(sqlite3.connect(register_path)) as raw, raw:
        kept = "emul import a.xlsx --password 'bi mat 123' --yes"
        raw.execute("INSERT INTO change (who, command) VALUES ('An', ?)", (kept,))

    told = emul("info").stderr

    assert "--password-file" in told
    assert b"mat 123" not in register_path.read_bytes()
    assert "--password ***" in emul("history").stdout
    assert "--password-file" not in emul("info").stderr

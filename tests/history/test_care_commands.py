"""`emul backup` and `emul restore` as a clerk types them."""

import json
import re
from pathlib import Path

import pytest

from emulation_cli import words
from emulation_cli.register.copies import backups


@pytest.fixture
def kept(emul):
    """A register with one unit."""
    emul("init", "--unit", "Huyện Cẩm Xuyên")
    emul("add-unit", "--name", "Xã Hoa Lư", "--type", "commune")
    return emul


def units(emul) -> list[str]:
    return [row["name"] for row in json.loads(emul("list", "units", "--format", "json").stdout)]


def test_a_backup_is_made_found_again_and_restored(kept, register_path) -> None:
    kept("backup")
    kept("add-unit", "--name", "Xã Cẩm Duệ", "--type", "commune")

    (backup,) = json.loads(kept("restore", "--format", "json").stdout)
    answer = kept("restore", backup["file"], "--yes")

    assert backup["why"] == "asked"
    assert "lose" not in answer.stdout
    assert 'emul add-unit --name "Xã Cẩm Duệ"' in answer.stderr
    assert units(kept) == ["Xã Hoa Lư"]
    newest = backups.found(register_path)[-1].path
    assert newest.name in answer.stderr
    kept("restore", newest, "--yes")
    assert units(kept) == ["Xã Cẩm Duệ", "Xã Hoa Lư"] or len(units(kept)) == 2


def test_undo_after_a_restore_does_not_take_back_what_the_backup_holds(kept) -> None:
    kept("backup")
    kept("add-unit", "--name", "Xã Cẩm Duệ", "--type", "commune")
    (backup,) = json.loads(kept("restore", "--format", "json").stdout)
    kept("restore", backup["file"], "--yes")

    refusal = kept("undo", code=1).stderr

    assert "emul restore" in refusal
    assert "emul undo C2" in refusal
    kept("undo", "C2")
    assert units(kept) == []


def test_off_a_terminal_a_restore_must_be_confirmed_beforehand(kept, tmp_path) -> None:
    kept("backup", tmp_path / "so-luu.db")
    kept("add-unit", "--name", "Xã Cẩm Duệ", "--type", "commune")

    answer = kept("restore", tmp_path / "so-luu.db", code=2)

    assert "--yes" in answer.stderr
    assert len(units(kept)) == 2


def test_a_backup_does_not_replace_a_file_unasked(kept, tmp_path) -> None:
    (tmp_path / "paper.db").write_text("something else")

    answer = kept("backup", tmp_path / "paper.db", code=1)

    assert "--yes" in answer.stderr
    assert (tmp_path / "paper.db").read_text() == "something else"


def test_a_backup_where_none_can_be_written_is_exit_code_6(kept, tmp_path) -> None:
    answer = kept("backup", tmp_path / "nowhere" / "so-luu.db", code=6)

    assert answer.stderr.count("\n") == 1


def test_what_is_no_backup_is_exit_code_5(kept, tmp_path) -> None:
    (tmp_path / "text.db").write_text("something else")

    kept("restore", tmp_path / "text.db", "--yes", code=5)
    kept("restore", tmp_path / "missing.db", "--yes", code=5)


def test_an_import_is_preceded_by_a_backup_of_what_was_there(
    kept, lists_folder, register_path
) -> None:
    kept("import", lists_folder / "units.xlsx")

    assert [backup.why for backup in backups.found(register_path)] == ["import"]


def test_info_says_where_the_backups_are(kept, register_path) -> None:
    assert str(backups.folder_of(register_path)) in kept("info").stdout


def test_every_reason_for_a_backup_has_its_words() -> None:
    source = Path(words.__file__).parent.parent
    texts = [path.read_text("utf-8") for path in source.rglob("*.py")]
    reasons = {
        r for text in texts for r in re.findall(r'(?:before|automatic)\(.*, "(\w+)"[,)]', text)
    }

    assert {"daily", "import", "restore", "upgrade", "asked"} <= reasons
    assert not [reason for reason in reasons if not words.known(f"care.why.{reason}")]

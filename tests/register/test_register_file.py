"""Opening a register: a missing, foreign, damaged or newer file is refused and stays as it was."""

import sqlite3
import stat
import sys
from contextlib import closing
from pathlib import Path

import pytest

from emulation_cli import words
from emulation_cli.commands.frame.failures import explained
from emulation_cli.domain.errors import EmulError, FileTrouble, Refused, Unusable
from emulation_cli.register.opening import connections, register_file
from emulation_cli.register.opening.register_file import create, open_register
from emulation_cli.register.recording.new_records import add


def make(path: Path) -> Path:
    create(path, unit_name="Huyện Cẩm Xuyên", language="vi").close()
    return path


def refusal(path: Path) -> Unusable:
    with pytest.raises(Unusable) as refused:
        open_register(path).close()
    assert refused.value.exit_code == 5
    for language in ("vi", "en"):
        assert path.name in words.say_in(language, refused.value.sentence, **refused.value.values)
    return refused.value


def spreadsheet(path: Path) -> None:
    from openpyxl import Workbook

    Workbook().save(path)


def foreign_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE t (x)")
        connection.execute("PRAGMA user_version = 1")
        connection.commit()


def newer(path: Path) -> None:
    make(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {connections.SCHEMA_VERSION + 1}")


def cut_short(path: Path) -> None:
    make(path)
    path.write_bytes(path.read_bytes()[:8192])


def overwritten(path: Path) -> None:
    make(path)
    whole = path.read_bytes()
    path.write_bytes(whole[:100] + b"\xff" * 4000 + whole[4100:])


UNUSABLE = {
    "empty": (lambda path: path.write_bytes(b""), "domain.not_a_register"),
    "text": (lambda path: path.write_text("Cẩm Xuyên", "utf-8"), "domain.not_a_register"),
    "header only": (lambda path: path.write_bytes(b"SQLite format 3\0"), "domain.not_a_register"),
    "spreadsheet": (spreadsheet, "domain.not_a_register"),
    "foreign database": (foreign_database, "domain.not_a_register"),
    "newer": (newer, "domain.newer_register"),
    "cut short": (cut_short, "domain.damaged_register"),
    "overwritten": (overwritten, "domain.damaged_register"),
}


@pytest.mark.parametrize("case", UNUSABLE)
def test_what_is_no_usable_register_is_refused_and_stays_as_it_was(case, tmp_path):
    spoil, sentence = UNUSABLE[case]
    path = tmp_path / "sổ.xlsx.db"
    spoil(path)
    path.chmod(0o644)
    before, around = path.read_bytes(), set(tmp_path.iterdir())
    assert refusal(path).sentence == sentence
    assert path.read_bytes() == before
    assert set(tmp_path.iterdir()) == around


def test_a_missing_register_is_refused_and_not_made(tmp_path):
    assert refusal(tmp_path / "nowhere.db").sentence == "domain.no_register"
    assert refusal(tmp_path / "no" / "folder.db").sentence == "domain.no_register"
    assert not (tmp_path / "nowhere.db").exists()


def test_a_folder_is_no_register(tmp_path):
    assert refusal(tmp_path).sentence == "domain.not_a_file"


NAMES = (
    "sổ thi đua.db", "a#b.db", "100%.db", "a%20b.db", "what?.db", "x&mode=memory.db", "mở;rộng.db",
    "Huyện Cẩm Xuyên – điển hình.db", "file:x.db", "'quoted\".db",
)  # fmt: skip


@pytest.mark.skipif(sys.platform == "win32", reason="Windows forbids some of these names")
@pytest.mark.parametrize("name", NAMES)
def test_a_register_may_have_any_name(name, tmp_path):
    folder = tmp_path / "thư mục #1 %41"
    folder.mkdir()
    path = make(folder / name)
    assert [found.name for found in folder.iterdir()] == [name]
    with open_register(path) as register:
        add(register, "units", {"name": "Xã Cẩm Duệ", "type": "commune"})
    with open_register(path) as register:
        assert register.unit(1).name == "Xã Cẩm Duệ"
    assert [found.name for found in folder.iterdir()] == [name]


def test_a_register_may_be_named_from_the_current_folder():
    make(Path("sổ.db"))
    open_register(Path("sổ.db")).close()
    assert Path("sổ.db").exists()


def test_a_new_register_has_its_settings_and_an_identity_that_lasts(tmp_path):
    one, other = make(tmp_path / "1.db"), make(tmp_path / "2.db")
    with open_register(one) as register:
        assert register.setting("unit") == "Huyện Cẩm Xuyên"
        assert register.setting("language") == "vi"
        identity = register.setting("uuid")
    with open_register(other) as register:
        assert register.setting("uuid") not in (None, identity)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_a_new_register_is_readable_by_its_owner_alone(tmp_path):
    assert stat.S_IMODE(make(tmp_path / "sổ.db").stat().st_mode) == 0o600


def test_a_register_is_never_made_over_another_file(tmp_path):
    path = tmp_path / "list.db"
    path.write_bytes(b"mine")
    with pytest.raises(Refused) as refused:
        make(path)
    assert refused.value.sentence == "domain.register_exists"
    assert path.read_bytes() == b"mine"


def test_where_no_register_can_be_made_the_folder_stays_as_it_was(tmp_path):
    with pytest.raises(FileTrouble):
        make(tmp_path / "no such folder" / "sổ.db")
    assert "no such folder" not in [path.name for path in tmp_path.iterdir()]


def test_a_register_that_could_not_be_finished_leaves_nothing(tmp_path, monkeypatch):
    broken = tmp_path / "schema.sql"
    broken.write_text("CREATE TABLE setting (name, value) STRICT;", "utf-8")
    monkeypatch.setattr(register_file.resources, "schema", lambda: broken)
    with pytest.raises(EmulError):
        make(tmp_path / "sổ.db")
    assert not [path for path in tmp_path.iterdir() if path.name.startswith("sổ.db")]


def test_every_connection_holds_to_the_rules_of_the_file(empty):
    pragmas = {"foreign_keys": 1, "recursive_triggers": 1, "trusted_schema": 0, "secure_delete": 1}
    for name, value in pragmas.items():
        assert empty.connection.execute(f"PRAGMA {name}").fetchone()[0] == value, name
    with pytest.raises(sqlite3.IntegrityError):
        empty.connection.execute(
            "INSERT INTO model (name, name_key, comparing_key, unit_id) VALUES ('a', 'a', 'a', 99)"
        )


def test_a_register_in_use_by_another_program_is_said_to_be_busy(register_path, monkeypatch):
    make(register_path)
    monkeypatch.setattr(connections, "SECONDS_TO_WAIT", 0)
    with closing(sqlite3.connect(register_path)) as other, open_register(register_path) as register:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(sqlite3.OperationalError) as busy:
            add(register, "units", {"name": "Xã Cẩm Duệ", "type": "commune"})
        assert explained(busy.value)[0] == 4
        other.rollback()
        add(register, "units", {"name": "Xã Cẩm Duệ", "type": "commune"})


def test_a_register_that_another_program_holds_whole_is_busy_not_damaged(
    register_path, monkeypatch
):
    make(register_path)
    monkeypatch.setattr(connections, "SECONDS_TO_WAIT", 0)
    with closing(sqlite3.connect(register_path)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(sqlite3.OperationalError) as busy:
            open_register(register_path)
        assert explained(busy.value)[0] == 4


def test_reading_goes_on_while_another_program_writes(register_path):
    make(register_path)
    with closing(sqlite3.connect(register_path)) as other, open_register(register_path) as register:
        other.execute("BEGIN IMMEDIATE")
        assert register.setting("unit") == "Huyện Cẩm Xuyên"


def test_opening_and_reading_change_no_byte(register_path):
    make(register_path)
    before = register_path.read_bytes()
    with open_register(register_path) as register:
        assert register.vocabularies.find("kind", "TT")
        assert register.unit_names.units == ()
    assert register_path.read_bytes() == before

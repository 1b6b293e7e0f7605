"""Registers of older versions, opened with the newest program."""

import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from emulation_cli.domain.errors import Unusable
from emulation_cli.register.copies import backups
from emulation_cli.register.log import log_triggers, recorded_changes
from emulation_cli.register.opening import (
    connections,
    foreign_registers,
    gate,
    register_file,
    upgrades,
)
from emulation_cli.register.sealing.rows_told import rows_untold
from emulation_cli.register.store import Register
from tests.history.conftest import add_unit, state

RELEASED = sorted((Path(__file__).parent / "registers").glob("version-*.db"))


def shape(register) -> dict[str, str]:
    """Every table, index, view and trigger, without its layout."""
    rows = register.connection.execute("SELECT type || ' ' || name, sql FROM sqlite_master")
    return {name: re.sub(r"(--.*|\s+)", " ", sql or "") for name, sql in rows}


def test_the_version_follows_from_the_steps() -> None:
    assert len(upgrades.STEPS) + 1 == connections.SCHEMA_VERSION
    assert [path.name for path in RELEASED] == [
        f"version-{n}.db" for n in range(1, connections.SCHEMA_VERSION)
    ]


@pytest.mark.parametrize("released", RELEASED, ids=lambda path: path.stem)
def test_a_register_of_every_released_version_opens_as_if_made_today(
    released, register, tmp_path
) -> None:
    path = tmp_path / "old.db"
    shutil.copy(released, path)

    with register_file.open_register(path) as old:
        assert shape(old) == shape(register), "if not released yet: tests/history/make_register.py"
        assert old.row("SELECT name FROM unit WHERE id = 1") == {"name": "Xã Cẩm Duệ"}
        assert not backups.complaints(old.connection)


@pytest.fixture
def version_1(tmp_path) -> Path:
    """A register of version 1 with what version 2 holds otherwise."""
    path = tmp_path / "old.db"
    shutil.copy(RELEASED[0], path)
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.executescript(
            """
            INSERT INTO unit (id, code, name, name_key, place_key, type) VALUES
              (50, 'A1', 'Xã A', 'xa a', 'a', 'commune'), (51, 'a1', 'Xã B', 'xa b', 'b', 'commune');
            INSERT INTO decision (number, number_key, system) VALUES
              ('1', '1', 'Đảng'), ('2', '2', 'ngành dọc'), ('3', '3', NULL);
            """
        )
    return path


def test_what_has_another_meaning_now_is_kept_as_a_text(version_1) -> None:
    seen: list[object] = []
    with register_file.open_register(version_1, advance=seen.append) as register:
        rows = register.connection.execute("SELECT system, system_text FROM decision ORDER BY id")
        assert rows.fetchall()[-3:] == [("party", "Đảng"), (None, "ngành dọc"), (None, None)]
        rows = register.connection.execute("SELECT code, note FROM unit WHERE id >= 50 ORDER BY id")
        assert rows.fetchall() == [("A1", None), (None, "a1")]
    assert {"unit", "change_row", "honour"} <= set(seen)


def test_each_row_knows_the_change_that_brought_it(version_1) -> None:
    with register_file.open_register(version_1) as register:
        told = register.rows(
            "SELECT row_key, min(change_id) AS change_id FROM change_row"
            " WHERE table_name = 'unit' AND before IS NULL GROUP BY row_key"
        )
        rows = dict(register.connection.execute("SELECT id, change_id FROM unit").fetchall())
    assert told
    assert rows == {row["row_key"]: row["change_id"] for row in told}


def test_an_upgrade_tells_what_is_counted_otherwise_since(version_1, emul) -> None:
    """An honour that version 1 had linked to nobody, and an exemplar that it counted twice."""
    with closing(sqlite3.connect(version_1)) as raw, raw:
        raw.executescript(
            """
            INSERT INTO exemplar (id, uuid, name, name_key, comparing_key, kind, unit_id)
              VALUES (60, 'a', 'Lê Thị Thử', 'le thi thu', 'lê thị thử', 'individual', 1),
                     (61, 'b', 'Lê Thị Thử', 'le thi thu', 'lê thị thử', 'individual', 1);
            INSERT INTO honour
              (id, uuid, recipient, name_key, comparing_key, kind, unit_id, act, status, date,
               exemplar_id)
              VALUES (70, 'c', 'Lê Thị Thử', 'le thi thu', 'lê thị thử', 'individual', 1, 'praise',
                      'awarded', '2023', 60),
                     (71, 'd', 'Lê Thị Thử', 'le thi thu', 'lê thị thử', 'individual', 1, 'praise',
                      'awarded', '2022', NULL);
            """
        )
    told = emul("--db", str(version_1), "--lang", "en", "list", "units").stderr

    assert "exemplars 3 → 2: now one with another: 1, now apart: 0" in told
    assert "recipients 3 → 2: now one with another: 1, now apart: 0" in told
    assert "honours of exemplars 1 → 3: now theirs by name and unit: 2, no longer: 0" in told
    again = emul("--db", str(version_1), "--lang", "en", "list", "units").stderr
    assert "→" not in again


def add_motto(connection: sqlite3.Connection, advance) -> None:
    connection.execute("ALTER TABLE unit ADD COLUMN motto TEXT")


def fail(connection: sqlite3.Connection, advance) -> None:
    connection.execute("DROP VIEW honours")
    raise sqlite3.OperationalError("disk I/O error")


@pytest.fixture
def a_newer_program(register, monkeypatch):
    """`a_newer_program(step, …)`: from now on the program is so many versions on."""
    add_unit(register)
    register.close()

    def newer(*steps) -> Path:
        monkeypatch.setattr(upgrades, "STEPS", (*upgrades.STEPS, *steps))
        monkeypatch.setattr(connections, "SCHEMA_VERSION", len(upgrades.STEPS) + 1)
        for room in (
            register_file,
            foreign_registers,
            gate,
        ):  # it knows no schema of a program to come
            monkeypatch.setattr(room, "check_gate", lambda *_: None)
        return register.path

    return newer


def test_an_upgrade_follows_a_backup_and_the_log_knows_the_new_column(a_newer_program) -> None:
    path = a_newer_program(add_motto)

    with register_file.open_register(path) as upgraded:
        with upgraded.change():
            upgraded.update("unit", 1, {"motto": "Vì dân"})
        differing = recorded_changes.rows_of(upgraded, record="U1")[-1].differing
        assert log_triggers.present(upgraded.connection) == log_triggers.wanted(upgraded.connection)

    assert differing == [("motto", None, "Vì dân")]
    (backup,) = backups.found(path)
    assert backup.why == "upgrade"
    with register_file.open_register(path) as again:
        assert again.upgraded is None


def test_a_step_that_fails_leaves_the_register_as_the_step_before_left_it(
    a_newer_program, register_path
) -> None:
    path = a_newer_program(add_motto, fail)

    with pytest.raises(Unusable):
        register_file.open_register(path)

    with closing(sqlite3.connect(path)) as raw, raw:
        version = raw.execute("PRAGMA user_version").fetchone()[0]
        assert version == connections.SCHEMA_VERSION - 1
        assert raw.execute("SELECT motto FROM unit").fetchall() == [(None,)]
        assert raw.execute("SELECT count(*) FROM honours").fetchone() == (0,)


def test_a_restored_backup_of_an_older_version_is_brought_up_to_date(
    a_newer_program, tmp_path
) -> None:
    from emulation_cli.register.copies.restoring import restore

    path = a_newer_program()
    old = backups.automatic(path, "asked")
    a_newer_program(add_motto)

    restore(path, old, "emul restore")

    with register_file.open_register(path) as register:
        assert register.upgraded is None
        assert state(register)["unit"][0][-1] is None
    assert {entry.name for entry in path.parent.glob("register.db*")} == {
        "register.db",
        "register.db-backups",
    }


def test_a_newer_register_is_refused_untouched(register) -> None:
    register.connection.execute(f"PRAGMA user_version = {connections.SCHEMA_VERSION + 1}")
    register.close()
    before = register.path.read_bytes()

    with pytest.raises(Unusable) as refusal:
        register_file.open_register(register.path)

    assert refusal.value.sentence == "domain.newer_register"
    assert register.path.read_bytes() == before


def test_show_says_what_version_1_did_not_keep(version_1, emul) -> None:
    words = ("--db", version_1, "--lang", "en")

    shown = emul(*words, "show", "X1").stdout

    assert "Field (as written)  not known" in shown
    assert "Kind (as written)   not known" in shown
    emul(*words, "edit", "X1", "--field", "Y tế")
    assert "not known" not in emul(*words, "show", "X1").stdout


@pytest.fixture
def upgraded(version_1) -> Iterator[Register]:
    """A register of version 1 with an honour of an exemplar and terms of its own, opened."""
    with closing(sqlite3.connect(version_1)) as raw, raw:
        raw.executescript(
            """
            INSERT INTO term (vocabulary, code, label_vi, label_en, position) VALUES
              ('form', 'thu-moi', 'Thư mời', 'Letter', 1000),
              ('movement', 'phong-trao', 'Phong trào', 'Movement', 1000);
            UPDATE honour SET exemplar_id = (SELECT min(id) FROM exemplar);
            """
        )
    with register_file.open_register(version_1) as register:
        yield register


def test_what_an_upgrade_does_to_rows_is_no_change_that_the_log_missed(upgraded) -> None:
    assert list(rows_untold(upgraded.connection)) == []


@pytest.mark.parametrize(
    ("sql", "told"),
    [
        ("UPDATE exemplar SET note = 'x' WHERE id = 1", "exemplar 1"),
        ("UPDATE exemplar SET address = 'x' WHERE id = 1", "exemplar 1"),
        ("UPDATE exemplar SET birth_year = 1970 WHERE id = 1", "exemplar 1"),
        ("UPDATE decision SET signer = 'x' WHERE number = '1'", "decision"),
        ("UPDATE term SET label_vi = 'x' WHERE code = 'thu-moi'", "term"),
        ("DELETE FROM term WHERE code = 'thu-moi'", "term"),
    ],
)
def test_a_row_of_an_older_version_that_is_changed_unseen_is_named(upgraded, sql, told) -> None:
    connection = upgraded.connection
    names = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    for (name,) in connection.execute(names).fetchall():
        connection.execute(f'DROP TRIGGER "{name}"')
    connection.execute(sql)

    (found,) = rows_untold(connection)

    assert found.startswith(told)

"""The gate for registers: what reads as emul makes it opens, all else is named and refused."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from emulation_cli.domain.errors import Unusable
from emulation_cli.register.opening import connections, gate, register_file
from emulation_cli.register.opening.foreign_registers import opened_foreign
from emulation_cli.register.opening.register_file import create, open_register

OLD = Path(__file__).parent.parent / "history" / "registers"


@pytest.fixture
def path(tmp_path):
    create(tmp_path / "r.db", unit_name="Huyện Thử", language="vi").close()
    return tmp_path / "r.db"


def altered(path: Path, *statements: str) -> Path:
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("PRAGMA legacy_alter_table = ON")
        for statement in statements:
            raw.execute(statement)
    return path


def view(path: Path, name: str) -> str:
    with closing(sqlite3.connect(path)) as raw:
        return raw.execute("SELECT sql FROM sqlite_master WHERE name = ?", (name,)).fetchone()[0]


def test_the_digest_is_that_of_a_fresh_register(golden) -> None:
    """It only saves time; `--update-goldens` writes it anew after a change of schema.sql."""
    made = gate.digest_of(gate.expected(connections.SCHEMA_VERSION))

    golden(str(gate.DIGEST), made + "\n")


STRANGE = {
    "trigger x": "CREATE TRIGGER x AFTER INSERT ON change BEGIN DELETE FROM honour; END",
    "view x": "CREATE VIEW x AS SELECT 1",
    "trigger log_unit_insert": "DROP TRIGGER log_unit_insert",
    "view honours": "DROP VIEW honours",
    "table exemplar": "ALTER TABLE exemplar ADD COLUMN evil TEXT",
    "table setting": "ALTER TABLE setting RENAME TO setting_x",
    "index unit_by_parent": "DROP INDEX unit_by_parent",
    "index x": "CREATE UNIQUE INDEX x ON unit (name)",
    "index y": "CREATE INDEX y ON unit (upper(name))",
    "index z": "CREATE INDEX z ON unit (name) WHERE id > 1",
    "version 0": "PRAGMA user_version = 0",
    "version -5": "PRAGMA user_version = -5",
}


@pytest.mark.parametrize("part", STRANGE)
def test_what_is_not_as_emul_makes_it_is_refused_and_named(path, part) -> None:
    altered(path, STRANGE[part])
    before = path.read_bytes()

    with pytest.raises(Unusable) as refusal:
        open_register(path)

    assert refusal.value.exit_code == 5
    assert part in refusal.value.values["parts"]
    assert path.read_bytes() == before
    with pytest.raises(Unusable) as foreign, opened_foreign(path):
        pass
    assert foreign.value.sentence == "domain.strange_source"
    assert foreign.value.values["path"] == path


@pytest.mark.parametrize("made", [("honours", "x"), ("honours", "honours")])
def test_a_changed_view_is_told_from_an_evened_one(path, made) -> None:
    text = view(path, "honours")
    altered(path, "DROP VIEW honours", text + " WHERE honour.id % 2 = 0")

    with pytest.raises(Unusable, match="strange"):
        open_register(path)


def test_quotes_blanks_and_capitals_are_made_even(path) -> None:
    text = view(path, "units")
    evened = text.replace("CREATE VIEW units", 'create  view "units"').replace(", ", ",\n  ")
    altered(path, "DROP VIEW units", evened)

    open_register(path).close()


def test_what_stands_in_quotation_marks_is_not_made_even() -> None:
    assert gate._even("SELECT 'A  b'") != gate._even("SELECT 'a b'")
    assert gate._even("SELECT a -- no\n, b") == gate._even("select A,b")


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE INDEX x ON unit (name, type)",
        'CREATE TABLE "a b" (id INTEGER PRIMARY KEY, "x y" TEXT)',
        "ANALYZE",
        "CREATE VIRTUAL TABLE ft USING fts5(a)",
    ],
)
def test_plain_indexes_and_further_tables_are_let_be(path, statement, emul) -> None:
    altered(path, statement)

    assert emul("--db", path, "add-unit", "--name", "Xã Mẫu", "--type", "commune", code=0)
    named = emul("--db", path, "check").stdout
    assert (
        "«" in named or "x" in named or "a b" in named or "ft" in named
    ) or "ANALYZE" in statement
    emul("--db", path, "export", "--all", "-o", path.parent / "all.zip")
    emul("--db", path, "backup")


def test_a_register_of_version_one_passes_and_a_changed_one_does_not(tmp_path) -> None:
    path = tmp_path / "old.db"
    path.write_bytes((OLD / "version-1.db").read_bytes())
    altered(path, STRANGE["trigger x"])
    before = path.read_bytes()

    with pytest.raises(Unusable, match="strange"):
        open_register(path)
    assert path.read_bytes() == before

    altered(path, "DROP TRIGGER x", 'CREATE TABLE "a b" (x)', 'INSERT INTO "a b" VALUES (7)')
    with open_register(path) as upgraded:
        assert not gate.strangers(upgraded.connection)
        assert upgraded.row('SELECT x FROM "a b"') == {"x": 7}


def test_an_upgraded_register_reads_as_a_fresh_one(tmp_path) -> None:
    path = tmp_path / "old.db"
    path.write_bytes((OLD / "version-1.db").read_bytes())

    with open_register(path) as upgraded:
        parts = gate._parts(upgraded.connection)

    assert parts == dict(gate.expected(connections.SCHEMA_VERSION))


def test_check_names_strangers_and_mends_after_a_backup(path, emul) -> None:
    altered(path, STRANGE["trigger x"], STRANGE["view honours"])

    looked = emul("--db", path, "check", code=1)
    assert "x" in looked.stdout
    assert "honours" in looked.stdout
    emul("--db", path, "backup")
    emul("--db", path, "add-unit", "--name", "Xã Mẫu", "--type", "commune", code=5)
    emul("--db", path, "check", "--mend")

    emul("--db", path, "add-unit", "--name", "Xã Mẫu", "--type", "commune")
    assert len(list(path.with_name("r.db-backups").glob("*-mend-*.db"))) == 1


def test_a_changed_table_cannot_be_mended_and_restore_leads_back(path, emul) -> None:
    emul("--db", path, "add-unit", "--name", "Xã Mẫu", "--type", "commune")
    emul("--db", path, "backup", path.with_name("kept.db"))
    altered(path, STRANGE["table exemplar"])

    assert "exemplar" in emul("--db", path, "check", "--mend", code=1).stderr
    emul("--db", path, "restore", path.with_name("kept.db"), "--yes")
    emul("--db", path, "info")


def test_looking_at_a_strange_register_changes_no_byte(path, emul) -> None:
    altered(path, STRANGE["trigger x"])
    before = path.read_bytes()

    emul("--db", path, "check", code=1)
    emul("--db", path, "backup")

    assert path.read_bytes() == before


def test_a_write_ahead_log_is_read_without_a_trace(path) -> None:
    sent = path.parent / "sent"
    sent.mkdir()
    create(sent / "s.db", unit_name="Xã Gửi", language="vi").close()
    writer = sqlite3.connect(sent / "s.db", isolation_level=None)
    writer.execute("PRAGMA journal_mode = WAL")
    writer.execute("INSERT INTO setting VALUES ('note', 'only in the log')")
    before = {file.name: file.read_bytes() for file in sent.iterdir()}

    with opened_foreign(sent / "s.db") as connection:
        found = connection.execute("SELECT value FROM setting WHERE name = 'note'").fetchone()

    assert found == ("only in the log",)
    assert {file.name: file.read_bytes() for file in sent.iterdir()} == before
    writer.close()


def test_a_restored_backup_leaves_the_register_one_file(path, emul) -> None:
    emul("--db", path, "backup", path.with_name("kept.db"))
    altered(path.with_name("kept.db"), "PRAGMA journal_mode = WAL")

    emul("--db", path, "restore", path.with_name("kept.db"), "--yes")

    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert register_file.open_register(path)


BROKEN = {
    "odd_name": "UPDATE unit SET name = ' '",
    "odd_text": "UPDATE unit SET unit_group = 'A' || char(0) || 'B'",
    "long_text": "UPDATE unit SET unit_group = printf('%.*c', 100001, 'x')",
    "odd_identity": "UPDATE unit SET uuid = 'x' WHERE id = 1",
    "odd_number": "UPDATE unit SET id = 9223372036854775806 WHERE id = 2",
    "unit_circle": "UPDATE unit SET parent_id = 3 - id WHERE id < 3",
    "unit_chain": "INSERT INTO unit (id, name, name_key, place_key, type, parent_id)"
    " WITH RECURSIVE n (i) AS (SELECT 3 UNION ALL SELECT i + 1 FROM n WHERE i < 60)"
    " SELECT i, 'D' || i, 'd', 'd', 'other', i - 1 FROM n",
    "unit_chain_of_thousands": "INSERT INTO unit (id, name, name_key, place_key, type, parent_id)"
    " WITH RECURSIVE n (i) AS (SELECT 3 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)"
    " SELECT i, 'D' || i, 'd', 'd', 'other', i - 1 FROM n",
}


@pytest.mark.parametrize("rule", BROKEN)
def test_what_could_not_have_been_recorded_is_not_merged_and_check_names_it(
    path, tmp_path, emul, rule
) -> None:
    other = tmp_path / "other.db"
    create(other, unit_name="Xã Khác", language="vi").close()
    for name in ("Xã Một", "Xã Hai"):
        emul("--db", other, "add-unit", "--name", name, "--type", "commune")
    with closing(sqlite3.connect(other, isolation_level=None)) as raw:
        guards = raw.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall()
        for name, _ in guards:
            raw.execute(f"DROP TRIGGER IF EXISTS {name}")
        raw.execute("PRAGMA ignore_check_constraints = ON")
        raw.execute(BROKEN[rule])
        for _, sql in guards:
            raw.execute(sql)
    before = path.read_bytes()

    refused = emul("--db", path, "merge", other, "--yes", code=5)

    assert "other.db" in refused.stderr
    assert "emul restore" not in refused.stderr
    assert path.read_bytes() == before
    assert emul("--db", other, "check", code=1).stdout

"""The gate for registers: what reads as emul makes it opens, all else is named and refused."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from emulation_cli.domain.errors import Unusable
from emulation_cli.register.opening import connections, gate, recorded_rules, register_file
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
    "index i": "CREATE INDEX i ON unit (id + 0)",
    "index over on zz (": 'CREATE INDEX "over on zz (" ON unit (upper(name))',
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
    assert gate._even("SELECT 'A  b'", ()) != gate._even("SELECT 'a b'", ())
    assert gate._even("SELECT a -- no\n, b", ()) == gate._even("select A,b", ())


ASKED = "SELECT name FROM unit LEFT JOIN term WHERE name LIKE 'x' GROUP BY kind"


@pytest.mark.parametrize(
    ("asked", "instead"),
    [
        (" LEFT ", ' "LEFT" '),  # another name of unit: the join drops rows
        (" LEFT ", " [left] "),
        (" LEFT ", " LEFT\u00a0 "),  # no blank to SQLite, but a letter
        ("LIKE", "LI\u212aE"),  # the sign of kelvin, a k when it is made small
        ("WHERE name LIKE 'x'", "\"WHERE name LIKE 'x'\""),  # the condition is swallowed
        ("WHERE name", "`WHERE``name`"),
        ("SELECT", "SELECT\0"),
    ],
)
def test_what_sqlite_reads_otherwise_is_not_made_even(asked, instead) -> None:
    names = frozenset(("name", "unit", "term", "kind"))

    assert gate._even(ASKED.replace(asked, instead), names) != gate._even(ASKED, names)
    assert gate._even(ASKED.replace("name", '"NAME"'), names) == gate._even(ASKED, names)


FORGED = {
    "trigger sqlite_evil": (
        "CREATE TRIGGER sqlite_evil AFTER INSERT ON change BEGIN DELETE FROM honour; END"
    ),
    "view sqlite_evil": "CREATE VIEW sqlite_evil AS SELECT 1",
}


@pytest.mark.parametrize("part", FORGED)
def test_a_name_of_sqlites_own_is_no_disguise(path, part) -> None:
    kind, name = part.split()
    table = "change" if kind == "trigger" else name
    altered(
        path,
        "PRAGMA writable_schema = ON",
        "INSERT INTO sqlite_master (type, name, tbl_name, rootpage, sql)"
        f" VALUES ('{kind}', '{name}', '{table}', 0, '{FORGED[part]}')",
        "PRAGMA schema_version = 900",  # as another process would see it
    )

    with pytest.raises(Unusable) as refusal:
        open_register(path)
    assert part in refusal.value.values["parts"]


@pytest.mark.parametrize(
    ("key", "text"),
    [
        (("table", "harmless"), "CREATE TRIGGER evil AFTER INSERT ON change BEGIN SELECT 1; END"),
        (("index", "harmless"), "CREATE TRIGGER evil AFTER INSERT ON change BEGIN SELECT 1; END"),
        (("thing", "x"), "CREATE TABLE x (a)"),
        (("table", "unit (2)"), "CREATE TABLE unit (a)"),
        (("table", "x"), "CREATE TABLE y (a)"),
        (("table", ""), ""),
    ],
)
def test_a_part_is_what_its_text_says(key, text) -> None:
    made = gate._made(connections.SCHEMA_VERSION)

    assert gate._is_strange(key, text, made)
    assert not gate._is_strange(("table", "ft_data"), "CREATE TABLE 'ft_data'(id)", made)


def test_an_index_that_lies_is_found_before_anything_is_merged(path) -> None:
    """It holds no rows, while its text says that it holds all."""
    with open_register(path) as register, register.change():
        register.insert("unit", {"name": "A", "name_key": "a", "place_key": "a", "type": "other"})
    text = view(path, "unit_by_parent")
    for wanted in (text + " WHERE 0", text):
        altered(
            path,
            "PRAGMA writable_schema = ON",
            f"UPDATE sqlite_master SET sql = '{wanted}' WHERE name = 'unit_by_parent'",
            f"PRAGMA schema_version = {900 + len(wanted)}",
        )
        altered(path, "PRAGMA writable_schema = ON") if wanted == text else altered(
            path, "REINDEX unit_by_parent"
        )

    open_register(path).close()
    with pytest.raises(Unusable, match="source_damaged"), opened_foreign(path):
        pass


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
    "odd_name_control": "UPDATE unit SET name = 'A' || char(155) || '2J'",
    "odd_name_direction": "UPDATE unit SET name = char(8238) || 'A'",
    "odd_name_unseen": "UPDATE unit SET name = char(8203)",
    "no_text": "UPDATE unit SET name = CAST(x'41ed' AS TEXT)",
    "no_text_of_the_log": "UPDATE change SET command = CAST(x'ff' AS TEXT)",
    "odd_text": "UPDATE unit SET unit_group = 'A' || char(0) || 'B'",
    "long_text": "UPDATE unit SET unit_group = printf('%.*c', 100001, 'x')",
    "odd_identity": "UPDATE unit SET uuid = 'x' WHERE id = 1",
    "odd_number": "UPDATE unit SET id = 9223372036854775806 WHERE id = 2",
    "odd_number_of_people": "INSERT INTO decision (number, number_key, stated_individuals)"
    " VALUES ('1', '1', 9000000000000000)",
    "unit_circle": "UPDATE unit SET parent_id = 3 - id WHERE id < 3",
    "succession_chain": "INSERT INTO unit_succession (old_unit_id, new_unit_id, date)"
    " VALUES (1, 2, '2020-01-01'), (2, 1, '2020-01-01')",
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


@pytest.mark.parametrize(
    "damage", ["UPDATE unit SET parent_id = 99", "UPDATE unit SET type = 'no such type'"]
)
def test_what_breaks_the_rules_of_the_file_is_neither_merged_nor_restored(
    path, tmp_path, emul, damage
) -> None:
    emul("--db", path, "add-unit", "--name", "Xã Một", "--type", "commune")
    other = tmp_path / "other.db"
    emul("--db", path, "backup", other)
    with closing(sqlite3.connect(other, isolation_level=None)) as raw:
        guard = raw.execute("SELECT sql FROM sqlite_master WHERE name = 'log_unit_update'")
        (text,) = guard.fetchone()
        for statement in (
            "DROP TRIGGER log_unit_update",
            "PRAGMA ignore_check_constraints = ON",
            damage,
            text,
        ):
            raw.execute(statement)
    before = path.read_bytes()

    create(tmp_path / "empty.db", unit_name="Xã Khác", language="vi").close()
    for refused in (
        emul("--db", tmp_path / "empty.db", "merge", other, code=5),
        emul("--db", path, "restore", other, "--yes", code=5),
    ):
        assert "other.db" in refused.stderr
    assert path.read_bytes() == before


def test_a_date_that_no_rule_lets_in_is_told_and_not_left_out(emul, tmp_path) -> None:
    """SQLite looks for broken CHECKs in files to write only."""
    path, other = tmp_path / "r.db", tmp_path / "other.db"
    for desk in (path, other):
        emul("--db", desk, "init", "--unit", desk.name, "--yes")
    emul("--db", other, "add-unit", "--name", "Xã Một", "--type", "commune")
    emul("--db", other, "add-exemplar", "--name", "Lê Văn A", "--kind", "CN", "--unit", "U1",
         "--field", "Y tế", "--date", "2022")  # fmt: skip
    with closing(sqlite3.connect(other, isolation_level=None)) as raw:
        sql = "SELECT sql FROM sqlite_master WHERE name = 'log_exemplar_milestone_update'"
        (guard,) = raw.execute(sql).fetchone()
        raw.execute("DROP TRIGGER log_exemplar_milestone_update")
        raw.execute("PRAGMA ignore_check_constraints = ON")
        raw.execute("UPDATE exemplar_milestone SET date = '2023-99-99'")
        raw.execute(guard)
    before = path.read_bytes()

    assert "other.db" in emul("--db", path, "merge", other, "--yes", code=5).stderr
    assert path.read_bytes() == before


def test_a_unit_that_comes_back_breaks_no_rule_and_a_line_of_many_does() -> None:
    with closing(sqlite3.connect(":memory:")) as raw:
        raw.execute("CREATE TABLE unit_succession (old_unit_id, new_unit_id, date)")
        add = "INSERT INTO unit_succession VALUES (?, ?, ?)"
        raw.executemany(add, [(1, 2, "2020-01-01"), (2, 1, "2021-01-01"), (1, 2, "2022-01-01")])
        assert not recorded_rules._long_successions(raw)

        deepest = recorded_rules.DEEPEST
        line = [(unit, unit + 1, "2023-01-01") for unit in range(100, 101 + deepest)]
        raw.executemany(add, reversed(line))
        assert recorded_rules._long_successions(raw) == [f"U{101 + deepest}"]


def test_a_file_much_longer_than_it_says_is_not_copied(path, emul) -> None:
    sent = path.with_name("sent.db")
    emul("--db", path, "backup", sent)
    with sent.open("r+b") as file:
        file.truncate(1 << 32)

    with pytest.raises(Unusable, match="source_damaged"), opened_foreign(sent):
        pass
    assert "sent.db" in emul("--db", path, "restore", sent, "--yes", code=5).stderr


MANY = {
    "tombstone": "INSERT INTO tombstone (uuid, table_name, change_id, salt, digest)"
    " SELECT 'u' || i, 'exemplar', 1, 's' || i, 'd' FROM n",
    "other_uuid": "INSERT INTO other_uuid (uuid, table_name, row_id) SELECT 'u' || i, 'unit', 1 FROM n",
}


@pytest.mark.parametrize("many", MANY)
def test_more_tombstones_than_a_register_can_have_are_not_looked_through(
    path, tmp_path, emul, many
) -> None:
    """Each is held against each name: a small file would keep us busy for hours."""
    other = tmp_path / "other.db"
    create(other, unit_name="Xã Khác", language="vi").close()
    with open_register(other) as register, register.change():
        numbers = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) "
        register.connection.execute(numbers + MANY[many])

    assert "other.db" in emul("--db", path, "merge", other, "--yes", code=5).stderr

"""The chain over the log: planted changes are found and named, what emul does leaves it whole."""

import shutil
import sqlite3
from contextlib import closing

import pytest

from emulation_cli.domain.times.partial_date import PartialDate
from emulation_cli.register.checking import check
from emulation_cli.register.compacting import compaction
from emulation_cli.register.copies import backups, restoring
from emulation_cli.register.copies.extracting import extract
from emulation_cli.register.log.undo import undo
from emulation_cli.register.merging.register_merge import MergeWishes, merge
from emulation_cli.register.opening import register_file
from emulation_cli.register.purging.name_removal import purge
from emulation_cli.register.recording import bulk_rows, editing
from emulation_cli.register.sealing import chain
from emulation_cli.register.sealing.chain_check import ChainBreak, follow
from tests.history.conftest import add_exemplar, add_model, add_unit
from tests.history.test_ranges import bring
from tests.history.test_upgrading import RELEASED


@pytest.fixture(autouse=True)
def few_are_many(monkeypatch) -> None:
    monkeypatch.setattr(bulk_rows, "MANY", 3)


@pytest.fixture
def filled(register):
    """C2 a unit, C3 a model, C4 five people at once, C5 an edit of one of them, C6 one more."""
    add_unit(register)
    add_model(register, 1)
    bring(register, 5)
    editing.edit(register, "X2", {"name": "Người đổi tên"})
    add_exemplar(register, 1, discovered=PartialDate("2022-05"))
    return register


def broken(register) -> ChainBreak | None:
    return follow(register.connection).broken


def whole(register) -> bool:
    return follow(register.connection) == (None, ())


def found_by_check(register) -> list[tuple[str, tuple[str, ...]]]:
    found = check(register, deep=True)
    return [(one.sentence, one.records) for one in found if one.part == "rule"]


def plant(register, statement: str) -> None:
    """What somebody does to the file by another program who takes its guards off before."""
    connection = register.connection
    guards = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
    ).fetchall()
    connection.execute("PRAGMA foreign_keys = OFF")
    for name, _sql in guards:
        connection.execute(f"DROP TRIGGER {name}")
    connection.executescript(statement)
    for _name, sql in guards:
        connection.execute(sql)


def test_what_emul_writes_is_closed_and_holds(filled) -> None:
    assert whole(filled)
    unclosed = "SELECT count(*) FROM change WHERE chain IS NULL OR digest IS NULL"
    assert filled.connection.execute(unclosed).fetchone() == (0,)


LINE = "table_name, row_key, record, before, after, salt, digest"
EXCHANGED = """
    UPDATE change SET id = 99 WHERE id = 2;
    UPDATE change SET id = 2 WHERE id = 3;
    UPDATE change SET id = 3 WHERE id = 99;
    UPDATE change_row SET change_id = 5 - change_id WHERE change_id IN (2, 3);
"""
PLANTED = {
    "line": ("UPDATE change_row SET after = replace(after, 'Ngõ', 'Đường') WHERE change_id = 3",
             ChainBreak("changed", 3, "M1")),
    "old value": ("UPDATE change_row SET before = replace(before, 'Người 2', 'Ai') WHERE change_id = 5",
                  ChainBreak("changed", 4, "X2")),
    "line of another record": ("UPDATE change_row SET record = 'X3' WHERE change_id = 5",
                               ChainBreak("changed", 5, "X3")),
    "line gone": ("DELETE FROM change_row WHERE id = (SELECT max(id) FROM change_row WHERE change_id = 3)",
                  ChainBreak("lines", 3)),
    "line too many": (f"INSERT INTO change_row SELECT 9000, 3, {LINE} FROM change_row WHERE id = 1",
                      ChainBreak("changed", 3, "U1")),
    "line moved": ("UPDATE change_row SET change_id = 2 WHERE change_id = 3", ChainBreak("lines", 2)),
    "range gone": ("DELETE FROM change_range WHERE table_name = 'exemplar_milestone'",
                   ChainBreak("lines", 4)),
    "range wider": ("UPDATE change_range SET last_id = last_id + 1", ChainBreak("changed", 4)),
    "user": ("UPDATE change SET who = 'người khác' WHERE id = 3", ChainBreak("head", 3)),
    "command": ("UPDATE change SET command = 'emul' WHERE id = 5", ChainBreak("head", 5)),
    "clock": ("UPDATE change SET at = '2001-01-01T00:00:00Z' WHERE id = 5", ChainBreak("lines", 5)),
    "change gone": ("DELETE FROM change_row WHERE change_id = 3; DELETE FROM change WHERE id = 3",
                    ChainBreak("lines", 4)),
    "last change gone": ("DELETE FROM change_row WHERE change_id = 6; DELETE FROM change WHERE id = 6",
                         ChainBreak("missing", 6)),
    "changes exchanged": (EXCHANGED, ChainBreak("lines", 2)),
    "closed no more": ("UPDATE change SET chain = NULL WHERE id = 3", ChainBreak("unclosed", 3)),
    "row of many": ("UPDATE exemplar SET position = 'Bí thư' WHERE id = 4", ChainBreak("changed", 4, "X4")),
    "name of many": ("UPDATE exemplar SET name = 'Ai khác' WHERE id = 5", ChainBreak("changed", 4, "X5")),
    "text of many with an end within": ("UPDATE exemplar SET field_text = char(0) || 'x' WHERE id = 4",
                                        ChainBreak("changed", 4, "X4")),
    "name of many with an end within": ("UPDATE exemplar SET name = name || char(0) || 'x' WHERE id = 4",
                                        ChainBreak("changed", 4, "X4")),
    "stage of many": ("UPDATE exemplar_milestone SET date = '2021' WHERE exemplar_id = 3",
                      ChainBreak("changed", 4, "X3")),
    "one of many gone": ("DELETE FROM exemplar_milestone WHERE exemplar_id = 3; DELETE FROM exemplar WHERE id = 3",
                         ChainBreak("changed", 4, "exemplar/3")),
}  # fmt: skip


@pytest.mark.parametrize(("statement", "named"), PLANTED.values(), ids=PLANTED)
def test_a_planted_change_is_found_and_the_first_break_named(filled, statement, named) -> None:
    plant(filled, statement)

    assert broken(filled) == named


def test_a_row_that_has_an_image_is_held_against_it(filled) -> None:
    plant(filled, "UPDATE model SET leader = 'Ông Ba'")

    assert {one.sentence for one in check(filled, deep=True)} == {"log_differs"}


def test_a_break_is_not_closed_over_by_later_changes(filled) -> None:
    plant(filled, "UPDATE change_row SET salt = NULL, digest = NULL WHERE change_id = 3;"
                  "UPDATE change SET chain = NULL, digest = NULL WHERE id = 6")  # fmt: skip
    add_unit(filled, "Xã Cẩm Quang")

    assert broken(filled) == ChainBreak("changed", 3, "M1")


def test_a_digest_drawn_anew_for_a_changed_line_is_told_by_the_chain(filled) -> None:
    plant(filled, "UPDATE change_row SET salt = (SELECT salt FROM change_row WHERE id = 1),"
                  " digest = (SELECT digest FROM change_row WHERE id = 1) WHERE change_id = 5")  # fmt: skip
    named = broken(filled)
    assert named is not None
    assert (named.how, named.change) == ("changed", 5)


def test_what_another_program_wrote_is_closed_by_the_next_command(filled) -> None:
    filled.connection.execute("UPDATE model SET leader = 'Ông Ba'")
    assert whole(filled)
    add_unit(filled, "Xã Cẩm Quang")

    assert whole(filled)
    told = "SELECT who FROM change WHERE id = 7 AND chain IS NOT NULL"
    assert filled.connection.execute(told).fetchone() == ("?",)


def test_a_change_that_was_opened_again_is_named_and_never_closed(filled) -> None:
    plant(filled, "UPDATE change SET who = 'ai', chain = NULL, digest = NULL WHERE id = 6")
    assert broken(filled) == ChainBreak("unclosed", 6)
    add_unit(filled, "Xã Cẩm Quang")
    add_unit(filled, "Xã Cẩm Quan")

    assert broken(filled) == ChainBreak("unclosed", 6)


def test_undo_and_its_undo_leave_it_whole(filled) -> None:
    editing.edit(filled, "X2", {"name": "Người 2"})
    for change in (7, 6, 5, 4):
        undo(filled, change)
        assert whole(filled)
    undo(filled, 11)
    assert whole(filled)


def test_a_try_closes_nothing(filled) -> None:
    before = filled.connection.execute("SELECT * FROM change").fetchall()
    undo(filled, 6, keep=False)

    assert filled.connection.execute("SELECT * FROM change").fetchall() == before


def test_a_purge_leaves_the_digests_and_the_chain_goes_over_them(filled) -> None:
    lines = "SELECT id, digest FROM change_row ORDER BY id"
    before = filled.connection.execute(lines).fetchall()
    purge(filled, "X2")
    purge(filled, "X3")

    after = filled.connection.execute(lines).fetchall()
    assert after[: len(before)] == before
    assert follow(filled.connection) == (None, (4, 5))
    assert [one.records for one in check(filled, deep=True) if one.sentence == "chain_purged"] == [
        ("C4", "C5")
    ]


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("UPDATE change_row SET after = replace(after, 'đã xóa tên', 'Ai') WHERE change_id = 5",
         ChainBreak("changed", 5, "X2")),
        ("UPDATE exemplar SET position = 'Bí thư' WHERE id = 4", ChainBreak("changed", 4, "X4")),
        ("UPDATE purged_place SET digest = x'00' WHERE place LIKE 'row %'", ChainBreak("changed", 5, "X2")),
        ("INSERT INTO purged_place VALUES (6, 'row 1', x'00')", ChainBreak("lines", 6)),
    ],
)  # fmt: skip
def test_what_a_purge_left_is_held_too(filled, statement, named) -> None:
    purge(filled, "X2")
    plant(filled, statement)

    assert broken(filled) == named


def test_a_purged_backup_that_is_restored_holds(filled) -> None:
    kept = backups.automatic(filled.path, "asked")
    purge(filled, "X2")
    (backup,) = backups.found(filled.path)
    assert backup.path != kept
    with closing(sqlite3.connect(backup.path)) as copy:
        assert follow(copy) == (None, (4, 5))

    restoring.restore(filled.path, backup.path, "emul restore")

    assert follow(filled.connection) == (None, (4, 5))
    add_unit(filled, "Xã Cẩm Quang")
    assert broken(filled) is None


def test_a_restored_backup_of_before_a_purge_is_purged_and_holds(filled, tmp_path) -> None:
    kept = tmp_path / "usb.db"
    backups.save(filled.path, kept)
    purge(filled, "X2")

    restoring.restore(filled.path, kept, "emul restore")

    assert follow(filled.connection) == (None, (4, 5))


def test_an_extract_begins_a_chain_over_what_came_along(filled, tmp_path) -> None:
    editing.edit(filled, "X3", {"note": "đổi sau khi nhập"})
    purge(filled, "X2")
    extract(filled, [1], tmp_path / "part.db", "Xã Cẩm Duệ")

    with register_file.open_register(tmp_path / "part.db") as part:
        assert whole(part)
        plant(part, "UPDATE exemplar SET position = 'Bí thư' WHERE id = 4")
        assert broken(part) == ChainBreak("changed", 4, "X4")


def test_a_merge_is_closed_and_so_is_a_purge_that_comes_with_it(filled, tmp_path) -> None:
    theirs = tmp_path / "theirs.db"
    shutil.copy(filled.path, theirs)
    with register_file.open_register(theirs) as other:
        bring(other, 4)
        purge(other, "X2")
        assert broken(other) is None

    merge(filled, [theirs], MergeWishes())

    assert follow(filled.connection) == (None, (4, 5))
    with register_file.create(tmp_path / "all.db", unit_name="Tỉnh", language="vi") as above:
        merge(above, [theirs], MergeWishes())
        assert whole(above)


@pytest.mark.parametrize("released", RELEASED, ids=lambda path: path.stem)
def test_an_upgrade_begins_the_chain(released, tmp_path) -> None:
    path = tmp_path / "old.db"
    shutil.copy(released, path)

    with register_file.open_register(path) as old:
        assert whole(old)
        plant(old, "UPDATE change_row SET after = NULL WHERE id = (SELECT min(id) FROM change_row)")
        assert broken(old) is not None


def test_check_names_the_break_on_the_screen(emul, register_path) -> None:
    emul("init", "--unit", "Huyện Thử", "--yes")
    emul("add-unit", "--name", "Xã Mẫu", "--type", "commune")
    assert emul("check", "--deep").stdout == ""
    with register_file.open_register(register_path) as register:
        plant(register, "UPDATE change_row SET after = replace(after, 'Xã Mẫu', 'Xã Mau')")

    told = emul("check", "--deep", code=1).stdout
    assert "C2, U1" in told
    assert "emul history C2" in told


@pytest.fixture
def long_edit(filled, monkeypatch):
    """C7 an edit of six people: its lines are many, and sealed together."""
    monkeypatch.setattr(chain, "MANY", 3)
    with filled.change():
        filled.connection.execute("UPDATE exemplar SET position = 'Trưởng thôn'")
    return filled


@pytest.fixture
def taken_back(filled, monkeypatch):
    """C9 takes back what came at once: ten lines."""
    monkeypatch.setattr(chain, "MANY", 3)
    for change in (6, 5, 4):
        undo(filled, change)
    return filled


def test_many_lines_of_a_change_have_one_digest_for_all(taken_back) -> None:
    assert whole(taken_back)
    told = "SELECT count(*), count(digest) FROM change_row WHERE change_id = 9"
    assert taken_back.connection.execute(told).fetchone() == (10, 0)
    spans = "SELECT table_name, row_count FROM change_range WHERE change_id = 9"
    assert taken_back.connection.execute(spans).fetchall() == [("change_row", 10)]
    assert found_by_check(taken_back) == []


OF_FIVE = "WHERE change_id = 7 AND row_key = 5"
SEAL_OVER_A_LINE = """
    INSERT INTO change_range SELECT 5, 'change_row', id, id, 1, '', x'', x'', x''
    FROM change_row WHERE change_id = 5 LIMIT 1
"""
AMONG_MANY = {
    "new value": (f"UPDATE change_row SET after = replace(after, 'Trưởng', 'Phó') {OF_FIVE}",
                  ChainBreak("changed", 7, "X5")),
    "from one image into the other": (f"UPDATE change_row SET before = before || ',', after = substr(after, 2) {OF_FIVE}",
                                      ChainBreak("changed", 7, "X5")),
    "image that is none": (f"UPDATE change_row SET after = NULL {OF_FIVE}", ChainBreak("changed", 7, "X5")),
    "line of another record": (f"UPDATE change_row SET record = 'X3' {OF_FIVE}", ChainBreak("changed", 7, "X3")),
    "record with an end within": (f"UPDATE change_row SET record = record || char(0) {OF_FIVE}",
                                  ChainBreak("changed", 7, "X5\0")),
    "key of another kind": ("UPDATE change_row SET row_key = '6' WHERE change_id = 7 AND row_key = 6",
                            ChainBreak("changed", 7, "X6")),
    "of another table": ("UPDATE change_row SET table_name = 'model' WHERE change_id = 7 AND row_key = 6",
                         ChainBreak("changed", 7, "X6")),
    "line gone": ("DELETE FROM change_row WHERE change_id = 7 AND row_key = 2", ChainBreak("lines", 7)),
    "last line gone": ("DELETE FROM change_row WHERE id = (SELECT max(id) FROM change_row)",
                       ChainBreak("lines", 7)),
    "line too many": (f"INSERT INTO change_row SELECT 9000, 7, {LINE} FROM change_row WHERE id = 1",
                      ChainBreak("changed", 7, "U1")),
    "line moved": ("UPDATE change_row SET change_id = 6 WHERE change_id = 7 AND row_key = 6",
                   ChainBreak("changed", 6, "X6")),
    "lines without a seal": ("DELETE FROM change_range WHERE change_id = 7", ChainBreak("changed", 7, "X1")),
    "another seal": ("UPDATE change_range SET digest = x'00' WHERE change_id = 7", ChainBreak("changed", 7)),
    "fewer lines": ("UPDATE change_range SET row_count = 4 WHERE change_id = 7", ChainBreak("lines", 7)),
    "seal over a line that had a digest": (SEAL_OVER_A_LINE,
                                           ChainBreak("changed", 5, "X2")),
}  # fmt: skip


@pytest.mark.parametrize(("statement", "named"), AMONG_MANY.values(), ids=AMONG_MANY)
def test_what_is_planted_among_many_lines_is_found_and_named(long_edit, statement, named) -> None:
    assert whole(long_edit)
    plant(long_edit, statement)

    assert broken(long_edit) == named


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("SET before = replace(before, 'Người 5', 'Ai')", ChainBreak("changed", 4, "exemplar/5")),
        ("SET before = replace(before, 'leads=NULL', 'leads=1')", ChainBreak("changed", 9, "X5")),
        ("SET record = 'X3'", ChainBreak("changed", 9, "X3")),
    ],
)
def test_what_an_undo_took_away_is_held(taken_back, statement, named) -> None:
    plant(taken_back, f"UPDATE change_row {statement} WHERE change_id = 9 AND row_key = 5"
                      " AND table_name = 'exemplar'")  # fmt: skip

    assert broken(taken_back) == named


def test_many_lines_are_taken_back_purged_put_away_and_brought_along(
    taken_back, tmp_path, monkeypatch
) -> None:
    undo(taken_back, 9)
    assert whole(taken_back)
    kept = tmp_path / "usb.db"
    backups.save(taken_back.path, kept)
    purge(taken_back, "X2")
    assert follow(taken_back.connection) == (None, (4, 5, 8, 9, 10))
    restoring.restore(taken_back.path, kept, "emul restore")
    assert broken(taken_back) is None
    monkeypatch.setattr(compaction, "this_year", lambda: 3000)
    compaction.compact(taken_back)
    assert broken(taken_back) is None
    compaction.bring_back(taken_back)
    assert broken(taken_back) is None
    extract(taken_back, [1], tmp_path / "part.db", "Xã Cẩm Duệ")
    with register_file.open_register(tmp_path / "part.db") as part:
        assert whole(part)
        plant(part, "UPDATE change_row SET record = 'X4' WHERE change_id = 9 AND record = 'X5'")
        assert broken(part) is not None


@pytest.mark.parametrize("column", ["before", "record"])
def test_what_a_purge_left_of_many_lines_is_held_too(taken_back, column) -> None:
    undo(taken_back, 9)
    purge(taken_back, "X2")
    assert broken(taken_back) is None
    plant(taken_back, f"UPDATE change_row SET {column} = {column} || ' ' WHERE change_id = 9"
                      " AND row_key = 2 AND table_name = 'exemplar'")  # fmt: skip

    found = broken(taken_back)
    assert found is not None
    assert (found.how, found.record.strip()) == ("changed", "X2")


COPIED = """
    INSERT INTO exemplar (id, name, name_key, comparing_key, kind, unit_id, change_id)
    SELECT {id}, name, name_key, comparing_key, kind, unit_id, {change}
    FROM exemplar WHERE id = {like}
"""


@pytest.mark.parametrize("change", [4, 5, "NULL"])
def test_a_row_that_came_without_the_log_is_named(filled, change) -> None:
    plant(filled, COPIED.format(id=99, change=change, like=4))

    assert found_by_check(filled) == [("log_differs", ("exemplar 99",))]


def test_a_row_that_the_log_knows_to_be_gone_is_named_when_it_is_there(taken_back) -> None:
    assert found_by_check(taken_back) == []
    plant(
        taken_back,
        "INSERT INTO exemplar (id, name, name_key, comparing_key, kind, unit_id, change_id)"
        " VALUES (5, 'Kẻ Lạ', 'ke la', 'kẻ lạ', 'individual', 1, 4)",
    )

    assert found_by_check(taken_back) == [("log_differs", ("exemplar 5",))]

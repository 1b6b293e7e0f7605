"""Finished years of the log in a file beside the register: everything goes on reading them."""

import json
import os
import shutil
import sqlite3
from contextlib import closing

import pytest

from emulation_cli.domain.errors import Busy, FileTrouble, Refused
from emulation_cli.domain.times.partial_date import PartialDate
from emulation_cli.register.checking import check
from emulation_cli.register.compacting import compaction, years_beside
from emulation_cli.register.compacting.years_beside import files_beside, put_away
from emulation_cli.register.copies import backups, restoring
from emulation_cli.register.copies.extracting import extract
from emulation_cli.register.log import past_states, recorded_changes
from emulation_cli.register.log.undo import undo
from emulation_cli.register.merging.register_merge import MergeWishes, merge
from emulation_cli.register.opening import register_file
from emulation_cli.register.purging.name_removal import purge
from emulation_cli.register.recording import bulk_rows, editing
from emulation_cli.register.sealing.chain_check import follow
from tests.history.conftest import add_exemplar, add_model, add_unit, state
from tests.history.test_ranges import bring

YEARS_AHEAD = 2999


@pytest.fixture(autouse=True)
def later(monkeypatch) -> None:
    """All years there are so far are finished."""
    monkeypatch.setattr(bulk_rows, "MANY", 3)
    monkeypatch.setattr(compaction, "this_year", lambda: YEARS_AHEAD)


@pytest.fixture
def filled(register):
    """C2 a unit, C3 a model, C4 five people at once, C5 to C7 edits."""
    add_unit(register)
    add_model(register, 1)
    bring(register, 5)
    editing.edit(register, "X2", {"name": "Người đổi tên"})
    editing.edit(register, "M1", {"leader": "Ông Ba"})
    editing.edit(register, "M1", {"leader": "Bà Tư"})
    return register


@pytest.fixture
def compacted(filled):
    """The same, opened anew after its log was put away (C8)."""
    compaction.compact(filled)
    with register_file.open_register(filled.path) as opened:
        yield opened


def told(register) -> list[object]:
    """All that the log tells, change by change."""
    changes = recorded_changes.entries(register)
    return [(one, recorded_changes.rows_of(register, one.id)) for one in changes if one.id < 8]


def lines(register, part: str = "main.change_row") -> int:
    return register.connection.execute(f"SELECT count(*) FROM {part}").fetchone()[0]


def sound(register) -> bool:
    return [one.sentence for one in check(register, deep=True)] == []


def test_the_lines_lie_in_the_file_and_the_newest_stays(filled) -> None:
    before = lines(filled)
    done = compaction.compact(filled)

    assert done.file.name.startswith("register.db-log-")
    assert (lines(filled), lines(filled, "change_row")) == (1, before)
    assert [one.file for one in put_away(filled.connection)] == [done.file.name]
    assert done.file.stat().st_mode & 0o077 == 0


def test_history_as_recorded_and_the_chain_read_on(filled) -> None:
    before, at_3 = told(filled), None
    with past_states.past(filled) as past:
        past.go_back_to(3)
        at_3 = state(filled)
    compaction.compact(filled)

    with register_file.open_register(filled.path) as opened:
        assert told(opened) == before
        assert [row.change for row in recorded_changes.rows_of(opened, record="M1")] == [3, 3, 6, 7]
        with past_states.past(opened) as past:
            past.go_back_to(3)
            assert state(opened) == at_3
        assert sound(opened)


def test_what_was_put_away_is_undone_or_refused_as_before(compacted) -> None:
    with pytest.raises(Refused) as refusal:
        undo(compacted, 3)
    assert refusal.value.values["changes"] == "C6, C7"

    for change in (7, 6, 5, 4):
        undo(compacted, change)
    assert compacted.rows("SELECT id FROM exemplar") == []
    assert sound(compacted)


def test_new_lines_go_on_with_the_numbers_of_old_ones(compacted) -> None:
    add_exemplar(compacted, 1, discovered=PartialDate("2022"))
    editing.edit(compacted, "M1", {"leader": "Ông Năm"})

    numbers = compacted.connection.execute("SELECT id FROM change_row").fetchall()
    assert len(numbers) == len(set(numbers))
    assert [row.change for row in recorded_changes.rows_of(compacted, record="M1")][-1] == 10
    assert sound(compacted)


def test_years_are_put_away_one_after_the_other_and_folded_in_the_end(filled, monkeypatch) -> None:
    monkeypatch.setattr(compaction, "MOST", 2)
    before = told(filled)
    for number, files in enumerate((1, 2, 1)):
        compaction.compact(filled)
        assert len(put_away(filled.connection)) == files
        editing.edit(filled, "M1", {"leader": f"Ông {number}"})
        editing.edit(filled, "M1", {"leader": f"Bà {number}"})

    assert told(filled) == before
    assert [one.sentence for one in check(filled)] in ([], ["years_unneeded"])


def test_only_finished_years_go(filled, monkeypatch) -> None:
    monkeypatch.setattr(compaction, "this_year", lambda: 2000)

    with pytest.raises(Refused, match="nothing_to_compact"):
        compaction.compact(filled)


def test_all_of_it_comes_back(compacted) -> None:
    before = told(compacted)
    left = compaction.bring_back(compacted)

    assert (left, list(files_beside(compacted.path))) == ([], [])
    assert told(compacted) == before
    assert sound(compacted)
    with pytest.raises(Refused, match="nothing_put_away"):
        compaction.bring_back(compacted)


def test_a_file_that_a_backup_needs_stays_and_serves_it(compacted) -> None:
    before = told(compacted)
    kept = backups.automatic(compacted.path, "asked")
    left = compaction.bring_back(compacted)

    assert [file.name for file in left] == [file.name for file in files_beside(compacted.path)]
    restoring.restore(compacted.path, kept, "emul restore")
    with register_file.open_register(compacted.path) as opened:
        assert told(opened) == before
        assert sound(opened)


def test_a_backup_under_a_name_of_her_own_is_complete_in_one_file(compacted, tmp_path) -> None:
    (tmp_path / "usb").mkdir()
    assert backups.save(compacted.path, tmp_path / "usb" / "kept.db")

    with register_file.open_register(tmp_path / "usb" / "kept.db") as opened:
        assert told(opened) == told(compacted)
        assert sound(opened)


@pytest.fixture
def absent(compacted):
    """A register whose file is not beside it."""
    (file,) = files_beside(compacted.path)
    file.rename(compacted.path.parent / "elsewhere.db")
    with register_file.open_register(compacted.path) as opened:
        yield opened


def test_without_the_file_the_rest_goes_on_and_what_needs_it_says_so(absent, tmp_path) -> None:
    editing.edit(absent, "M1", {"leader": "Ông Năm"})
    undo(absent, 9)
    assert [one.sentence for one in check(absent, deep=True)] == ["years_absent"]

    for asked in (
        lambda: undo(absent, 5),
        lambda: extract(absent, [1], tmp_path / "part.db", "Xã"),
        lambda: merge(absent, [absent.path], MergeWishes()),
        lambda: compaction.bring_back(absent),
    ):
        with pytest.raises(FileTrouble) as trouble:
            asked()
        assert trouble.value.sentence == "history.log_absent"
    with past_states.past(absent) as past, pytest.raises(FileTrouble):
        past.go_back_to(3)
    assert not backups.save(absent.path, tmp_path / "kept.db")


@pytest.mark.parametrize(
    "damage",
    [
        "CREATE TRIGGER t AFTER INSERT ON change_row BEGIN SELECT 1; END",
        "DROP INDEX change_row_gone",
        "DROP TABLE change_row",
    ],
)
def test_a_file_of_another_make_is_not_read(compacted, damage) -> None:
    (file,) = files_beside(compacted.path)
    with closing(sqlite3.connect(file)) as raw:
        raw.execute(damage)

    with register_file.open_register(compacted.path) as opened:
        assert years_beside.absent(opened.connection) == put_away(opened.connection)


def test_a_line_altered_in_the_file_is_found(compacted) -> None:
    (file,) = files_beside(compacted.path)
    with closing(sqlite3.connect(file)) as raw, raw:
        raw.execute("UPDATE change_row SET after = replace(after, 'Ông', 'Anh')")

    with register_file.open_register(compacted.path) as opened:
        found = {one.sentence: one.records for one in check(opened, deep=True)}
    assert found["chain_changed"] == ("C6", "M1")
    assert "years_harmed" in found


def test_a_merge_takes_in_a_register_with_its_file_and_none_without(compacted, tmp_path) -> None:
    with register_file.create(tmp_path / "all.db", unit_name="Tỉnh", language="vi") as above:
        outcome = merge(above, [compacted.path], MergeWishes())
        assert outcome.merged[0].added["exemplar"] == 5
        assert sound(above)
    (file,) = files_beside(compacted.path)
    file.unlink()
    with (
        register_file.create(tmp_path / "two.db", unit_name="Tỉnh", language="vi") as above,
        pytest.raises(FileTrouble, match="log_absent"),
    ):
        merge(above, [compacted.path], MergeWishes())


def test_an_extract_has_all_of_the_log_of_its_own(compacted, tmp_path) -> None:
    extract(compacted, [1], tmp_path / "part.db", "Xã Cẩm Duệ")

    with register_file.open_register(tmp_path / "part.db") as part:
        assert put_away(part.connection) == []
        assert [row.change for row in recorded_changes.rows_of(part, record="M1")] == [3, 3, 6, 7]
        assert [*check(part, deep=True)] == []


def everything(register) -> bytes:
    folder = backups.folder_of(register.path)
    files = [*register.path.parent.glob("register.db*"), *folder.iterdir()]
    return b"".join(file.read_bytes() for file in files if file.is_file())


def test_a_purge_reaches_the_years_put_away_and_puts_them_away_again(compacted) -> None:
    kept = backups.automatic(compacted.path, "asked")
    assert "Người 2".encode() in everything(compacted)
    purge(compacted, "X2")

    assert "Người 2".encode() not in everything(compacted)
    assert "Người đổi tên".encode() not in everything(compacted)
    assert len(list(files_beside(compacted.path))) == 1
    assert not kept.exists()
    with register_file.open_register(compacted.path) as opened:
        assert follow(opened.connection) == (None, (4, 5))
        assert lines(opened) == 1
    for backup in backups.found(compacted.path):
        restoring.restore(compacted.path, backup.path, "emul restore")
        with register_file.open_register(compacted.path) as opened:
            assert follow(opened.connection).broken is None


def test_a_purge_that_a_merge_brings_reaches_them_too(compacted, tmp_path) -> None:
    theirs = tmp_path / "theirs.db"
    backups.save(compacted.path, theirs)
    with register_file.open_register(theirs) as other:
        purge(other, "X2")

    merge(compacted, [theirs], MergeWishes())

    assert "Người 2".encode() not in everything(compacted)
    assert len(put_away(compacted.connection)) == 1
    assert follow(compacted.connection) == (None, (4, 5))


def test_what_another_program_writes_meanwhile_is_not_lost(filled, monkeypatch) -> None:
    write = compaction._write

    def written(*given) -> None:
        write(*given)
        with register_file.open_register(filled.path) as other:
            add_unit(other, "Xã Cẩm Quang")

    monkeypatch.setattr(compaction, "_write", written)
    with pytest.raises(Busy):
        compaction.compact(filled)

    assert list(files_beside(filled.path)) == []
    assert put_away(filled.connection) == []
    assert sound(filled)


def test_where_the_commit_fails_nothing_is_put_away(filled, monkeypatch) -> None:
    before = lines(filled)
    monkeypatch.setattr(compaction, "sync_folder", lambda _: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        compaction.compact(filled)

    assert (lines(filled), list(files_beside(filled.path))) == (before, [])


def test_a_file_that_nobody_needs_is_named(filled) -> None:
    (filled.path.parent / "register.db-log-2020-2021-0123456789ab.db").write_bytes(b"")

    assert [one.sentence for one in check(filled)] == ["years_unneeded"]


def test_the_whole_log_is_exported(compacted, emul) -> None:
    out = compacted.path.parent / "out"
    emul("export", "--all", "-o", out)

    assert len((out / "change_row.csv").read_text("utf-8").splitlines()) > 5


def test_on_the_screen_what_is_gained_is_told_before(emul, register_path) -> None:
    emul("init", "--unit", "Huyện Thử", "--yes")
    assert "nothing to put away" in emul("compact").stderr
    for number in range(3):
        emul("add-unit", "--name", f"Xã {number}", "--type", "commune")
    tried = emul("compact", "--dry-run").stderr
    assert "compact --undo" in tried
    assert list(files_beside(register_path)) == []

    assert "register.db-log-" in emul("compact", "--yes").stderr
    assert "Xã 0" in emul("history", "U1").stdout
    rows = json.loads(emul("history", "--format", "json").stdout)
    assert [row["records"] for row in rows] == [0, 1, 1, 1, 0]
    assert "is not taken back by undo" in emul("undo", code=1).stderr
    assert emul("check", "--deep").stdout == ""
    alone = register_path.parent / "alone"
    alone.mkdir()
    shutil.copy(register_path, alone / "register.db")
    assert "not beside the register" in emul("--db", alone / "register.db", "history", "U1").stderr
    assert "in the register again" in emul("compact", "--undo").stderr


def overwrite(file, text: bytes = b"\0" * 64) -> None:
    """Another byte or two in the middle of it, where a line lies."""
    data = bytearray(file.read_bytes())
    at = data.index("Ông".encode())
    data[at : at + 4] = text[:4]
    file.write_bytes(data)


@pytest.fixture
def harmed(compacted):
    """A register beside which lies a file that is not as it was put away."""
    (file,) = files_beside(compacted.path)
    overwrite(file)
    with register_file.open_register(compacted.path) as opened:
        yield opened


def test_a_harmed_file_is_never_brought_into_the_register(harmed, tmp_path) -> None:
    (file,) = files_beside(harmed.path)
    before = lines(harmed)
    for asked in (
        lambda: undo(harmed, 5),
        lambda: extract(harmed, [1], tmp_path / "part.db", "Xã"),
        lambda: merge(harmed, [harmed.path], MergeWishes()),
        lambda: compaction.bring_back(harmed),
    ):
        with pytest.raises(FileTrouble) as trouble:
            asked()
        assert trouble.value.sentence == "history.log_absent"
    assert not backups.save(harmed.path, tmp_path / "kept.db")
    assert file in purge(harmed, "X2").unreached
    assert (file.exists(), put_away(harmed.connection)[0].file) == (True, file.name)
    assert lines(harmed) < before + 5


def test_a_copy_of_the_register_in_the_folder_keeps_its_years(compacted) -> None:
    before = told(compacted)
    copied = compacted.path.with_name("register - Copy.db")
    shutil.copy(compacted.path, copied)
    with register_file.open_register(copied) as other:
        left = compaction.bring_back(other)
        assert (left, compaction.unneeded(other)) == ([*files_beside(compacted.path)], [])

    assert told(compacted) == before
    with register_file.open_register(copied) as other:
        purge(other, "X2")
    with register_file.open_register(compacted.path) as opened:
        assert sound(opened)


@pytest.mark.parametrize("file_too", [False, True])
def test_a_register_that_was_renamed_keeps_its_years(compacted, file_too) -> None:
    before = told(compacted)
    (file,) = files_beside(compacted.path)
    renamed = compacted.path.rename(compacted.path.with_name("năm.db"))
    if file_too:
        file.rename(file.with_name(file.name.replace("register.db", "năm.db")))

    with register_file.open_register(renamed) as opened:
        assert (told(opened), sound(opened)) == (before, True)
        purge(opened, "X2")
        (left,) = renamed.parent.glob("*-log-*.db")
        assert left.name == put_away(opened.connection)[0].file


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such pipes")
def test_a_pipe_in_the_place_of_the_file_is_not_waited_for(absent) -> None:
    os.mkfifo(years_beside.file_of(absent.path, put_away(absent.connection)[0]))

    with register_file.open_register(absent.path) as opened, pytest.raises(FileTrouble):
        years_beside.need_log(opened.connection, opened.path)


def test_a_backup_is_restored_without_the_file(absent) -> None:
    kept = backups.automatic(absent.path, "asked")
    editing.edit(absent, "M1", {"leader": "Ông Năm"})
    restoring.restore(absent.path, kept, "emul restore")

    with register_file.open_register(absent.path) as opened:
        assert opened.row("SELECT leader FROM model WHERE id = 1")["leader"] == "Bà Tư"


def test_on_the_screen_it_is_told_where_the_years_lie(emul, register_path) -> None:
    emul("init", "--unit", "Huyện Thử", "--yes")
    for number in range(3):
        emul("add-unit", "--name", f"Xã {number}", "--type", "commune")
    emul("compact", "--yes")
    (file,) = files_beside(register_path)

    assert str(file) in emul("info").stdout
    assert file.name in emul("compact", "--undo", "--dry-run").stderr
    assert file.exists()
    file.rename(file.with_name("elsewhere.db"))
    assert file.name in emul("export", "--all", "-o", "all.zip").stderr
    assert "leave «all.zip» out" in emul("export", "--all", "all.zip", code=2).stderr

"""Backups, and the way back to them."""

import os
import sqlite3
import stat
from contextlib import closing
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emulation_cli.domain.errors import FileTrouble, Refused, Unusable
from emulation_cli.register.copies import backups
from emulation_cli.register.copies.restoring import prospect, restore
from emulation_cli.register.copies.thinning import ALWAYS, superfluous
from emulation_cli.register.log.recorded_changes import entries
from emulation_cli.register.opening import register_file
from tests.history.conftest import add_exemplar, add_unit, state

NOW = datetime.fromisoformat("2026-11-23T14:00")
MOMENTS = st.lists(st.timedeltas(timedelta(0), timedelta(days=4000)).map(lambda age: NOW - age))


def kept(moments):
    """Those of the moments, in their order, that stay."""
    gone = set(superfluous(moments))
    return [moment for place, moment in enumerate(moments) if place not in gone]


@given(MOMENTS)
def test_thinning_keeps_the_last_ten_in_their_order_whatever_the_clocks_said(moments) -> None:
    assert kept(moments)[-ALWAYS:] == moments[-ALWAYS:]


@given(MOMENTS)
def test_the_last_of_each_day_month_and_year_stays_as_long_as_it_should(moments) -> None:
    moments = sorted(moments)
    staying = kept(moments)

    for moment in moments:
        age = moments[-2] - moment if len(moments) > 1 else timedelta(0)
        same_day = {m for m in staying if m.date() == moment.date()}
        same_month = {m for m in staying if (m.year, m.month) == (moment.year, moment.month)}
        assert age > timedelta(days=13) or same_day
        assert age > timedelta(days=700) or same_month
        assert any(m.year == moment.year for m in staying)


def test_three_years_of_several_backups_a_day_come_down_to_a_few_dozen() -> None:
    moments = [NOW - timedelta(hours=3 * n) for n in reversed(range(8 * 365 * 3))]

    assert len(kept(moments)) < 80


def test_a_backup_made_with_the_clock_ahead_leaves_the_fortnight() -> None:
    days = [NOW - timedelta(days=n) for n in reversed(range(14))]

    assert kept([*days, NOW + timedelta(days=12 * 365)])[:-1] == days


def test_a_backup_is_complete_in_one_file_and_only_its_owner_may_read_it(register) -> None:
    add_exemplar(register, add_unit(register))

    path = backups.automatic(register.path, "asked")

    with register_file.open_register(path) as copied:
        assert state(copied) == state(register)
        assert entries(copied) == entries(register)
    assert list(path.parent.iterdir()) == [path]
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
        assert stat.S_IMODE(register.path.stat().st_mode) == 0o600


def test_a_backup_that_was_harmed_is_noticed(register) -> None:
    path = backups.automatic(register.path, "asked")
    (backup,) = backups.found(register.path)
    assert backup.unharmed

    path.write_bytes(path.read_bytes()[:-1] + b"\1")

    assert not backup.unharmed


def test_before_something_large_nothing_is_copied_twice_and_nothing_empty(register) -> None:
    assert backups.before(register.path, register.connection, "import") is None
    add_unit(register)

    first = backups.before(register.path, register.connection, "import")

    assert backups.before(register.path, register.connection, "import") == first
    assert len(backups.found(register.path)) == 1


def made_yesterday(register) -> None:
    """Every change of the register gets the clock of a day before."""
    with closing(sqlite3.connect(register.path)) as raw, raw:
        (guard,) = raw.execute(
            "SELECT sql FROM sqlite_master WHERE name = 'change_stays'"
        ).fetchone()
        raw.execute("DROP TRIGGER change_stays")
        raw.execute("UPDATE change SET at = strftime('%Y-%m-%dT%H:%M:%SZ', at, '-1 day')")
        raw.execute(guard)


def test_the_time_of_a_file_decides_of_no_backup(register) -> None:
    add_unit(register)
    backups.automatic(register.path, "asked")
    add_unit(register, "Xã Cẩm Quang")
    (made,) = backups.found(register.path)
    os.utime(made.path, (4e9, 4e9))
    os.utime(register.path, (1e9, 1e9))

    path = backups.before(register.path, register.connection, "import")

    assert path != made.path
    with register_file.open_register(path) as copied:
        assert state(copied) == state(register)


def test_the_first_change_of_a_day_keeps_what_earlier_days_left(register) -> None:
    add_unit(register)
    assert not backups.found(register.path)
    made_yesterday(register)
    before = state(register)

    add_unit(register, "Xã Cẩm Quang")
    add_unit(register, "Xã Cẩm Dương")

    (backup,) = backups.found(register.path)
    with register_file.open_register(backup.path) as copied:
        assert (backup.why, state(copied)) == ("daily", before)


def test_a_full_disk_leaves_no_half_backup(register, monkeypatch) -> None:
    add_unit(register)

    def full(_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backups.os, "fsync", full)

    with pytest.raises(FileTrouble):
        backups.automatic(register.path, "asked")

    assert not list(backups.folder_of(register.path).iterdir())


def test_a_chosen_name_is_not_overwritten_unasked(register, tmp_path) -> None:
    target = tmp_path / "Sao lưu #1 100%.db"
    backups.save(register.path, target)

    with pytest.raises(Refused):
        backups.save(register.path, target)
    backups.save(register.path, target, replace=True)
    with pytest.raises(Refused):
        backups.save(register.path, register.path, replace=True)


def test_a_restore_tells_what_goes_keeps_it_and_can_be_taken_back(register) -> None:
    add_unit(register)
    backup = backups.automatic(register.path, "asked")
    old = state(register)
    add_exemplar(register, 1)
    new = state(register)

    shown = prospect(register.path, backup)
    aside = restore(register.path, backup, "emul restore")

    assert [entry.id for entry in shown.lost] == [3]
    assert (shown.regained, shown.present) == (0, "healthy")
    assert state(register) == old
    assert entries(register)[-1].command == "emul restore"
    assert add_exemplar(register, 1) == "X2", "an id once given is never given again"
    restore(register.path, aside, "emul restore")
    assert state(register) == new


def test_a_damaged_register_is_set_aside_with_its_journal(register) -> None:
    add_unit(register)
    backup = backups.automatic(register.path, "asked")
    old = state(register)
    register.close()
    register.path.write_bytes(b"no longer a register")
    journal = register.path.with_name(register.path.name + "-journal")
    journal.write_bytes(b"a journal")

    aside = restore(register.path, backup, "emul restore")

    assert aside.read_bytes() == b"no longer a register"
    assert aside.with_name(aside.name + "-journal").read_bytes() == b"a journal"
    assert not journal.exists()
    with register_file.open_register(register.path) as again:
        assert state(again) == old


def test_a_register_that_is_gone_comes_back(register) -> None:
    add_unit(register)
    backup = backups.automatic(register.path, "asked")
    old = state(register)
    register.close()
    register.path.unlink()
    journal = register.path.with_name(register.path.name + "-journal")
    journal.write_bytes(b"a journal that outlived its register")

    assert restore(register.path, backup, "emul restore") is None

    assert not journal.exists()
    with register_file.open_register(register.path) as again:
        assert state(again) == old


def test_what_is_no_backup_of_this_register_is_refused(register, tmp_path) -> None:
    add_unit(register)
    before = register.path.read_bytes()
    other = tmp_path / "other.db"
    register_file.create(other, unit_name="Huyện Kỳ Anh", language="vi").close()
    damaged = tmp_path / "damaged.db"
    damaged.write_bytes(before[: len(before) // 2])
    text = tmp_path / "text.db"
    text.write_text("not a register")

    with pytest.raises(Refused):
        restore(register.path, other, "emul restore")
    for path in (damaged, text, tmp_path / "missing.db"):
        with pytest.raises(Unusable):
            restore(register.path, path, "emul restore")

    assert register.path.read_bytes() == before


def test_no_register_is_made_beside_a_journal_of_another(tmp_path) -> None:
    (tmp_path / "new.db-journal").write_bytes(b"a journal that outlived its register")

    with pytest.raises(Refused):
        register_file.create(tmp_path / "new.db", unit_name="Huyện Kỳ Anh", language="vi")

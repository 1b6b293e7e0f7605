"""Registers come together: the same whatever the order, once is enough, conflicts are shown."""

import itertools
import json
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from emulation_cli.domain.errors import Refused
from emulation_cli.domain.times.partial_date import PartialDate
from emulation_cli.register.cancelling import cancel
from emulation_cli.register.log import undo
from emulation_cli.register.log.lasting_tables import lasting
from emulation_cli.register.log.log_triggers import own_tables
from emulation_cli.register.log.uuids import numbers_of, uuid_sql
from emulation_cli.register.merging.register_merge import MergeWishes, merge
from emulation_cli.register.opening.register_file import open_register
from emulation_cli.register.recording import editing, new_records

from .conftest import add_exemplar, add_unit, new_register


def state(path: Path) -> dict:
    """Every lasting row by its identity, numbers of other rows given by theirs."""
    with open_register(path) as register:
        tables = lasting(register.connection)
        uuids = {
            name: dict(
                register.connection.execute(
                    f"SELECT id, {uuid_sql(name, name)} FROM {name}"
                ).fetchall()
            )
            for name in tables
        }
        return {
            (name, uuids[name][row["id"]]): {
                column: uuids[table.references[column]].get(row[column])
                if column in table.references
                else row[column]
                for column in table.plain
            }
            for name, table in tables.items()
            for row in register.rows(f"SELECT * FROM {name}")
        }


@pytest.fixture(scope="module")
def base(tmp_path_factory) -> Path:
    """A register with two communes and four people, and what its copies grow from."""
    path = tmp_path_factory.mktemp("base") / "base.db"
    new_register(path.with_name("empty.db"), "Tỉnh").close()
    with new_register(path) as register:
        units = [add_unit(register, name) for name in ("Xã Cẩm Quang", "Xã Cẩm Quan")]
        for number in range(4):
            add_exemplar(register, f"Người {number}", units[number % 2])
        values = {"name": "Ngõ xanh", "unit": units[0], "field": "KT", "year": 2023}
        new_records.add(register, "models", values)
    return path


def opened(path: Path):
    register = open_register(path)
    register.connection.execute("PRAGMA synchronous = OFF")
    return register


_minutes = itertools.count()
# Every example merges several files in every order: a quarter of the usual number is long enough.
few = settings(max_examples=max(10, settings().max_examples // 4))


def dated(register) -> None:
    """Give the last change a time of its own: the clock of a test is too coarse."""
    minute = next(_minutes)
    connection = register.connection
    sql = connection.execute(
        "SELECT sql FROM sqlite_master WHERE name = 'change_stays'"
    ).fetchone()[0]
    connection.execute("DROP TRIGGER change_stays")
    at = f"2026-{1 + minute // 40320 % 12:02}-{1 + minute // 1440 % 28:02}T{minute // 60 % 24:02}:{minute % 60:02}:00Z"
    connection.execute("UPDATE change SET at = ? WHERE id = (SELECT max(id) FROM change)", (at,))
    connection.execute(sql)


def act(register, action, person: int, value: str) -> None:
    """One thing that a clerk may do; what is refused is not done."""
    try:
        match action:
            case "edit":
                editing.edit(register, f"X{person}", {"position": value})
            case "cancel":
                cancel(register, f"X{person}", value)
            case "mark":
                date = PartialDate(f"20{10 + len(value)}")
                editing.mark(register, [f"X{person}"], "fostered", date=date)
            case "unmark":
                editing.mark(
                    register, [f"X{person}"], "discovered", date=PartialDate("2023"), remove=True
                )
            case "add":
                add_exemplar(register, f"Người mới {value}", register.unit(1 + person % 2))
    except Refused:
        return
    dated(register)


ACTIONS = st.tuples(
    st.sampled_from(["edit", "cancel", "mark", "unmark", "add"]),
    st.integers(1, 4),
    st.text("abc", min_size=1, max_size=4),
)


def copies(base: Path, folder: Path, scripts) -> list[Path]:
    """Copies of the base, on each of which its own script was done, all at the same time."""
    shutil.copy(base.with_name("empty.db"), folder)
    paths = [Path(shutil.copy(base, folder / f"copy{number}.db")) for number in range(len(scripts))]
    registers = [opened(path) for path in paths]
    for steps in itertools.zip_longest(*scripts):
        for register, step in zip(registers, steps, strict=True):
            if step:
                act(register, *step)
    for register in registers:
        register.close()
    return paths


def merged(folder: Path, paths, prefer=None, one_by_one: bool = True) -> dict:
    target = folder / "merged.db"
    shutil.copy(paths[0].with_name("empty.db"), target)
    with opened(target) as register:
        for part in [[path] for path in paths] if one_by_one else [list(paths)]:
            outcome = merge(register, part, MergeWishes(prefer=prefer))
            assert not outcome.blocked
        again = merge(register, list(paths), MergeWishes(prefer=prefer))
        assert (again.written, sum(m.news for m in again.merged)) == (None, 0)
    return state(target)


SCRIPTS = st.lists(st.lists(ACTIONS, max_size=5), min_size=2, max_size=3)


@few
@given(SCRIPTS)
def test_the_order_does_not_matter_where_the_newer_value_is_preferred(
    base, tmp_path_factory, scripts
) -> None:
    folder = tmp_path_factory.mktemp("merge")
    paths = copies(base, folder, scripts)

    results = [merged(folder, order, "newer") for order in itertools.permutations(paths)]
    results.append(merged(folder, paths, "newer", one_by_one=False))

    assert all(result == results[0] for result in results)


@few
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["edit", "cancel", "mark", "unmark", "add"]),
            st.text("abc", min_size=1, max_size=4),
        ),
        max_size=6,
    )
)
def test_without_conflicts_nothing_is_asked_and_all_that_was_done_is_there(
    base, tmp_path_factory, steps
) -> None:
    folder = tmp_path_factory.mktemp("merge")
    # Each copy has its own people, so that nobody edits what another one does.
    scripts = [[(action, number + 1, value) for action, value in steps] for number in range(3)]
    paths = copies(base, folder, scripts)

    results = [merged(folder, order) for order in itertools.permutations(paths)]

    assert all(result == results[0] for result in results)
    everything = {}
    for path in paths:
        everything |= state(path)
    gone = {key for path in paths for key in set(state(base)) - set(state(path))}
    assert set(results[0]) == set(everything) - gone


@few
@given(st.lists(ACTIONS, min_size=1, max_size=5))
def test_changes_since_the_last_time_follow(base, tmp_path_factory, steps) -> None:
    folder = tmp_path_factory.mktemp("merge")
    (copy,) = copies(base, folder, [[]])
    target = folder / "target.db"
    new_register(target, "Tỉnh").close()
    with opened(target) as register, opened(copy) as below:
        merge(register, [copy], MergeWishes())
        for step in steps:
            act(below, *step)
            outcome = merge(register, [copy], MergeWishes())
            assert not outcome.blocked
    assert state(target) == state(copy)


@few
@given(st.lists(ACTIONS, max_size=4), st.lists(ACTIONS, max_size=4))
def test_both_sides_take_each_other_in_and_are_one(base, tmp_path_factory, ours, theirs) -> None:
    folder = tmp_path_factory.mktemp("merge")
    one, other = copies(base, folder, [ours, theirs])

    for here, there in ((one, other), (other, one), (one, other)):
        with opened(here) as register:
            assert not merge(register, [there], MergeWishes(prefer="newer")).blocked

    assert state(one) == state(other)


def test_a_merge_is_one_change_and_can_be_taken_back(base, tmp_path) -> None:
    (copy,) = copies(base, tmp_path, [[("edit", 1, "abc"), ("add", 1, "a")]])
    target = Path(shutil.copy(base, tmp_path / "target.db"))
    before = state(target)
    with opened(target) as register:
        outcome = merge(register, [copy], MergeWishes())
        undo.undo(register, outcome.written)
        assert state(target) == before
        merge(register, [copy], MergeWishes())

    assert state(target) == state(copy)


def test_what_both_changed_is_shown_with_times_and_hands(
    base, tmp_path, emul, monkeypatch, register_path
) -> None:
    shutil.copy(base, register_path)
    other = shutil.copy(base, "other.db")
    for who, path, value in (("Lan", register_path, "Trưởng thôn"), ("Hoa", other, "Bí thư")):
        monkeypatch.setenv("EMUL_USER", who)
        emul("--db", path, "edit", "X1", "--position", value)

    refused = emul("merge", other, code=3)
    tried = emul("merge", other, "--prefer", "theirs", "--dry-run")
    kept = json.loads(emul("list", "exemplars", "--format", "json").stdout)[0]["position"]
    emul("merge", other, "--prefer", "theirs")
    taken = json.loads(emul("list", "exemplars", "--format", "json").stdout)[0]["position"]

    for word in ("X1", "Người 0", "Trưởng thôn", "Bí thư", "Lan", "Hoa", "both sides"):
        assert word in refused.stderr
    assert "nothing was written" in tried.stderr
    assert (kept, taken) == ("Trưởng thôn", "Bí thư")


def test_a_choice_holds_when_the_same_register_comes_again(base, tmp_path) -> None:
    one, other = copies(base, tmp_path, [[("edit", 1, "aaa")], [("edit", 1, "bbb")]])
    with opened(one) as register, opened(other) as below:
        merge(register, [other], MergeWishes(prefer="mine"))
        act(below, "edit", 2, "ccc")
        assert not merge(register, [other], MergeWishes()).blocked
        # She who chose knows better than he who was not asked.
        assert not merge(below, [one], MergeWishes()).blocked

    assert state(one) == state(other)


def test_units_meet_by_code_then_by_name_in_time(tmp_path) -> None:
    above, below = tmp_path / "above.db", tmp_path / "below.db"
    with new_register(above) as register:
        add_unit(register, "Xã Cẩm Duệ", valid_to="2025-06-30")
        add_unit(register, "Xã Cẩm Duệ", valid_from="2025-07-01")
        add_unit(register, "Xã Cẩm Hà", code="CHA")
    with new_register(below) as register:
        one = add_unit(register, "Xã Cẩm Duệ", valid_from="2025-07-01")
        other = add_unit(register, "Xã Cẩm Hà", code="CHA")
        for number, unit in enumerate((one, other)):
            add_exemplar(register, f"Người {number}", unit)
    with opened(above) as register:
        outcome = merge(register, [below], MergeWishes())
        assert outcome.merged[0].added["unit"] == 0
        assert [row["unit_id"] for row in register.rows("SELECT unit_id FROM exemplar")] == [2, 3]


def test_a_unit_that_may_be_either_is_asked_for(tmp_path, emul, register_path) -> None:
    with new_register(register_path) as register:
        add_unit(register, "Xã Cẩm Duệ", valid_to="2025-06-30")
        add_unit(register, "Xã Cẩm Duệ", valid_from="2025-07-01")
    with new_register(tmp_path / "below.db", "Cẩm Duệ") as register:
        add_exemplar(register, "Người", add_unit(register, "Xã Cẩm Duệ"))

    refused = emul("merge", tmp_path / "below.db", code=3)
    emul("merge", tmp_path / "below.db", "--same-unit", "Xã Cẩm Duệ=U2")

    assert "U1 Xã Cẩm Duệ (… - 30/06/2025), U2 Xã Cẩm Duệ (01/07/2025 - …)" in refused.stderr
    rows = json.loads(emul("list", "exemplars", "--format", "json").stdout)
    assert [row["unit_id"] for row in rows] == ["U2"]


def test_a_term_of_the_same_label_is_the_same_term(tmp_path) -> None:
    paths = [tmp_path / "one.db", tmp_path / "other.db"]
    for path, code in zip(paths, ("vi-dan", "vi-dan-van"), strict=True):
        with new_register(path) as register:
            new_records.add_term(register, "movement", {"code": code, "label_vi": "Vì dân"})
            unit = add_unit(register, f"Xã {code}")
            values = {
                "name": code,
                "kind": "individual",
                "unit": unit,
                "field": "Y tế",
                "movement": "Vì dân",
            }
            new_records.add(register, "exemplars", values)
    with opened(paths[0]) as register:
        merge(register, [paths[1]], MergeWishes())
        assert [row["movement"] for row in register.rows("SELECT movement FROM exemplars")] == [
            "Vì dân"
        ] * 2
        named = register.rows("SELECT id FROM movement WHERE name = 'Vì dân'")
        assert len(named) == 1


def test_a_register_is_not_merged_with_itself(base, tmp_path) -> None:
    path = Path(shutil.copy(base, tmp_path / "one.db"))
    with opened(path) as register, pytest.raises(Refused):
        merge(register, [path], MergeWishes())


def test_a_name_that_was_purged_does_not_come_back(base, tmp_path, emul, register_path) -> None:
    shutil.copy(base, register_path)
    other = shutil.copy(base, "other.db")
    emul("--db", other, "edit", "X2", "--position", "Bí thư")
    emul("purge", "X1", "--yes")

    emul("merge", other)
    emul("--db", other, "merge", register_path)

    for path in (register_path, other):
        rows = json.loads(emul("--db", path, "list", "exemplars", "--format", "json").stdout)
        assert "Người 0" not in [row["name"] for row in rows]
        assert rows[1]["position"] == "Bí thư"


def test_a_register_of_an_older_version_is_read_as_it_is(base, tmp_path, monkeypatch) -> None:
    from emulation_cli.register.opening import connections, upgrades

    old = Path(shutil.copy(base, tmp_path / "old.db"))
    before = old.read_bytes()
    monkeypatch.setattr(connections, "SCHEMA_VERSION", 2)
    monkeypatch.setattr(upgrades, "STEPS", (lambda connection: None,))
    with new_register(tmp_path / "new.db") as register:
        outcome = merge(register, [old], MergeWishes())

    assert outcome.merged[0].added["exemplar"] == 4
    assert old.read_bytes() == before
    assert [path.name for path in tmp_path.glob("old*")] == ["old.db"]


def test_what_is_no_register_is_refused(emul, tmp_path) -> None:
    emul("init", "--yes")
    (tmp_path / "list.db").write_text("a list")

    emul("merge", tmp_path / "list.db", code=5)
    emul("merge", tmp_path / "nothing.db", code=5)


def test_a_figure_of_a_paper_comes_too(tmp_path, emul, register_path) -> None:
    paper = ("--section", "models", "--source", "BC 12", "--value", "3", "--period", "2019")
    emul("init", "--unit", "Xã Hoa Lư", "--yes")
    emul("add-figure", "--name", "Mô hình", *paper)
    source = shutil.copy(register_path, tmp_path / "so.db")
    register_path.unlink()
    emul("init", "--unit", "Huyện Cẩm Xuyên", "--yes")

    told = emul("merge", source, "--yes").stderr

    assert "1 figures from papers" in told
    assert "Mô hình" in emul("list", "figures").stdout


@pytest.mark.parametrize("table", sorted(own_tables()))
def test_rows_of_every_table_are_found_by_what_they_were_derived_from(base, table) -> None:
    with open_register(base) as register:
        columns = {row["name"] for row in register.rows(f"PRAGMA table_info({table})")}
        if {"id", "uuid", "change_id"} <= columns:
            assert numbers_of(register.connection, table, [f"none-{table}1", "none-F1"]) == {}


def test_a_year_that_another_row_has_here_is_a_conflict_and_no_fault(base, tmp_path) -> None:
    one, other = copies(base, tmp_path, [[], []])
    with opened(other) as below, below.change():
        below.update("registration", 1, {"date": "2024"})
    with opened(one) as register:
        with register.change():
            register.insert("registration", {"model_id": 1, "date": "2024"})
        outcome = merge(register, [other], MergeWishes())

    assert [(conflict.column, conflict.theirs) for conflict in outcome.conflicts] == [
        ("date", "2024")
    ]


def test_search_keys_are_made_here_and_never_taken_over(base, tmp_path) -> None:
    """By a false key two people would be taken for one, and a figure would move."""
    other = Path(shutil.copy(base, tmp_path / "other.db"))
    with opened(other) as register, register.change():
        for table in ("exemplar", "unit"):
            register.connection.execute(f"UPDATE {table} SET name_key = 'x'")
        register.connection.execute("UPDATE exemplar SET comparing_key = 'x'")

    with new_register(tmp_path / "new.db") as register:
        merge(register, [other], MergeWishes())
        keys = register.rows("SELECT name, name_key, comparing_key FROM exemplar ORDER BY name")
        units = register.rows("SELECT name_key FROM unit ORDER BY name_key")

    assert tuple(keys[0].values()) == ("Người 0", "nguoi 0", "người 0")
    assert [row["name_key"] for row in units] == ["xa cam quan", "xa cam quang"]

"""Rows that came many at once: one range in the log, and the same promises as for all others."""

import shutil
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from emulation_cli.domain.errors import Refused
from emulation_cli.domain.terms import Term
from emulation_cli.domain.text import name_keys
from emulation_cli.domain.times.partial_date import PartialDate
from emulation_cli.register.copies.extracting import extract
from emulation_cli.register.log import past_states, recorded_changes
from emulation_cli.register.log.undo import last_change, undo
from emulation_cli.register.log.uuids import number_of, uuid_of
from emulation_cli.register.merging.register_merge import MergeWishes, merge
from emulation_cli.register.opening import register_file
from emulation_cli.register.purging.name_removal import purge
from emulation_cli.register.recording import bulk_rows, editing
from emulation_cli.register.store import Register
from tests.history.conftest import add_exemplar, add_unit, state


@pytest.fixture(autouse=True)
def few_are_many(monkeypatch) -> None:
    monkeypatch.setattr(bulk_rows, "MANY", 3)


@pytest.fixture
def register(register) -> Register:
    add_unit(register)
    return register


def bring(register: Register, count: int, older: tuple[int, ...] = ()) -> int:
    """Exemplars discovered in 2022, as an import brings them; also a stage of older ones."""
    with register.change() as change:
        first = bulk_rows.next_number(register, "exemplar")
        numbers = range(first, first + count)
        people = [
            {"name": f"Người {n}", "kind": "individual", "unit_id": 1, "field": "kinh-te", "id": n}
            for n in numbers
        ]
        keys = ("name_key", "comparing_key")
        rows = [row | dict(zip(keys, name_keys(row["name"]), strict=True)) for row in people]
        bulk_rows.insert_all(register, "exemplar", rows)
        stages = [
            {"exemplar_id": n, "milestone": "discovered", "date": f"2022-{change.id % 12 + 1:02}"}
            for n in (*numbers, *older)
        ]
        bulk_rows.insert_all(register, "exemplar_milestone", stages)
    return change.id


def images(register: Register, change: int) -> int:
    sql = "SELECT count(*) AS n FROM change_row WHERE change_id = ?"
    return register.rows(sql, (change,))[0]["n"]


@pytest.mark.parametrize(("count", "images_of"), [(2, 4), (3, 0), (4, 0)])
def test_many_rows_have_no_image_and_are_told_all_the_same(register, count, images_of) -> None:
    change = bring(register, count)
    assert images(register, change) == images_of
    told = recorded_changes.rows_of(register, change)
    assert {(row.table, row.record) for row in told} == {
        (table, f"X{n}")
        for table in ("exemplar", "exemplar_milestone")
        for n in range(1, count + 1)
    }
    assert all(row.before is None and row.after for row in told)
    assert recorded_changes.entry(register, change).records == count
    assert [entry.id for entry in recorded_changes.entries(register, record="X2")] == [change]


def test_what_a_row_was_when_it_came_is_told_after_it_changed_and_after_it_went(register) -> None:
    change = bring(register, 3)
    came = recorded_changes.rows_of(register, record="X2")
    editing.edit(register, "X2", {"name": "Tên khác"})
    editing.mark(register, ["X2"], "discovered", date=PartialDate("2022-04"), remove=True)
    told = recorded_changes.rows_of(register, record="X2")
    assert [row for row in told if row.change == change] == [
        row for row in came if row.table == "exemplar"
    ] + [row for row in came if row.table != "exemplar"]
    assert len(told) == 4


def test_a_range_follows_on_where_the_rows_do(register) -> None:
    with register.change() as change:
        for start in (1, 4):
            rows = [
                {"id": n, "name": "A", "name_key": "a", "comparing_key": "a", "kind": "collective"}
                for n in range(start, start + 3)
            ]
            bulk_rows.insert_all(register, "exemplar", rows)
    found = register.rows("SELECT change_id, first_id, last_id, row_count FROM change_range")
    assert found == [{"change_id": change.id, "first_id": 1, "last_id": 6, "row_count": 6}]


def test_what_came_to_older_records_has_its_images(register) -> None:
    number = int(add_exemplar(register, 1)[1:])
    change = bring(register, 3, older=(number,))
    assert images(register, change) == 1
    assert recorded_changes.entry(register, change).records == 4
    assert recorded_changes.rows_of(register, record=f"X{number}")[-1].change == change


def test_a_long_change_is_told_page_by_page(register) -> None:
    told = recorded_changes.entry(register, bring(register, 8))
    page = recorded_changes.page_of(register, told, 3)
    assert list(dict.fromkeys(row.record for row in page)) == ["X1", "X2", "X3"]
    assert len(page) == 6
    assert page == [row for row in recorded_changes.page_of(register, told, None) if row in page]


def test_undo_takes_a_range_back_and_can_be_undone(register) -> None:
    before = state(register)
    change = bring(register, 5)
    after = state(register)
    undone = undo(register, change)
    assert state(register) == before
    assert undone.entry.records == 5
    assert {row.record for row in undone.rows} == {f"X{n}" for n in range(1, 6)}
    with pytest.raises(Refused) as refusal:
        undo(register, change)
    assert refusal.value.sentence == "history.already_undone"
    undo(register, last_change(register))
    assert state(register) == after
    undo(register, change)
    assert state(register) == before


def test_undo_is_refused_where_a_row_changed_since_and_not_once_that_is_taken_back(
    register,
) -> None:
    change = bring(register, 3)
    editing.edit(register, "X2", {"name": "Tên khác"})
    edit = last_change(register)
    with pytest.raises(Refused) as refusal:
        undo(register, change)
    assert refusal.value.values["records"] == "X2"
    assert refusal.value.values["changes"] == f"C{edit}"
    undo(register, edit)
    undo(register, change)
    assert not register.rows("SELECT id FROM exemplar")


def test_undo_is_refused_where_another_record_points_at_a_row(register) -> None:
    change = bring(register, 3)
    with register.change():
        register.insert("publication", {"exemplar_id": 2, "type": "article", "title": "Người 2"})
    with pytest.raises(Refused) as refusal:
        undo(register, change)
    assert refusal.value.sentence == "history.depended_on"
    assert refusal.value.values["records"] == "L1"
    assert register.rows("SELECT count(*) AS n FROM exemplar") == [{"n": 3}]


def test_an_identity_follows_from_the_change_and_is_the_same_in_a_copy(register, tmp_path) -> None:
    bring(register, 3)
    typed = add_exemplar(register, 1)
    connection = register.connection
    assert register.rows("SELECT DISTINCT uuid FROM exemplar") == [{"uuid": None}]
    uuids = [uuid_of(connection, "exemplar", n) for n in (1, 2, 3, int(typed[1:]))]
    assert len(set(uuids)) == 4
    assert [number_of(connection, "exemplar", uuid) for uuid in uuids] == [1, 2, 3, 4]
    assert number_of(connection, "model", uuids[0]) is None
    copy = shutil.copy(register.path, tmp_path / "copy.db")
    with register_file.open_register(copy) as other:
        assert [uuid_of(other.connection, "exemplar", n) for n in range(1, 5)] == uuids


def test_a_row_of_another_program_has_a_stored_identity(register) -> None:
    register.connection.execute(
        "INSERT INTO exemplar (name, name_key, comparing_key, kind)"
        " VALUES ('A', 'a', 'a', 'collective')"
    )
    uuid = uuid_of(register.connection, "exemplar", 1)
    assert register.rows("SELECT uuid FROM exemplar") == [{"uuid": uuid}]
    assert number_of(register.connection, "exemplar", uuid) == 1


STEPS = st.sampled_from(["bring", "add", "edit", "mark", "undo", "undo import"])


def _step(register: Register, step: str, brought: list[int]) -> Any:
    if step == "bring":
        there = register.row("SELECT id FROM exemplar WHERE id = 1")
        brought.append(bring(register, 4, older=(1,) if there else ()))
    elif step == "add":
        add_exemplar(register, 1, f"Tên {past_states.last(register)}")
    elif step == "edit":
        editing.edit(register, "X2", {"name": f"Tên {past_states.last(register)}"})
    elif step == "mark":
        editing.mark(register, ["X2", "X3"], "fostered", date=PartialDate("2023"))
    else:
        undo(register, brought[-1] if step == "undo import" else last_change(register))


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(STEPS, min_size=1, max_size=6))
def test_ranges_tell_and_take_back_what_images_do(tmp_path_factory, monkeypatch, steps) -> None:
    """The same steps with images of every row: the same rows, history and refusals."""
    monkeypatch.setattr(register_file.uuid, "uuid4", lambda: UUID(int=1))
    results = []
    for many in (3, 10**9):
        monkeypatch.setattr(bulk_rows, "MANY", many)
        path = tmp_path_factory.mktemp("both") / "register.db"
        with register_file.create(path, unit_name="Huyện", language="vi") as register:
            add_unit(register)
            results.append(_lived_through(register, ["bring", *steps]))
    assert results[0] == results[1]


def _lived_through(register: Register, steps: list[str]) -> Any:
    brought: list[int] = []
    said = []
    for step in steps:
        try:
            _step(register, step, brought)
        except Refused as refusal:
            said.append((step, refusal.sentence))
    lives = [
        recorded_changes.net(recorded_changes.rows_of(register, record=f"X{n}")) for n in (1, 2, 5)
    ]
    changes = [
        sorted(map(repr, recorded_changes.net(recorded_changes.rows_of(register, entry.id))))
        for entry in recorded_changes.entries(register)
    ]
    earlier = []
    for change in range(past_states.last(register), 1, -1):
        with past_states.past(register) as way:
            way.go_back_to(change)
            earlier.append(state(register))
    return said, state(register), lives, changes, earlier


def test_a_merge_brings_a_range_with_its_identities_and_can_be_taken_back(
    register, tmp_path
) -> None:
    bring(register, 4)
    uuids = [uuid_of(register.connection, "exemplar", n) for n in range(1, 5)]
    with register_file.create(tmp_path / "above.db", unit_name="Tỉnh", language="vi") as above:
        before = state(above)
        merged = merge(above, [register.path], MergeWishes())
        told = above.rows("SELECT DISTINCT table_name FROM change_row WHERE record LIKE 'X%'")
        assert not told
        numbers = [number_of(above.connection, "exemplar", uuid) for uuid in uuids]
        assert numbers == [1, 2, 3, 4]
        assert recorded_changes.entries(above, record="X2")[-1].id == merged.written
        editing.edit(register, "X2", {"name": "Tên khác"})
        bring(register, 3)
        again = merge(above, [register.path], MergeWishes())
        assert [value.new for value in again.merged[0].changed] == ["Tên khác"]
        assert again.merged[0].added["exemplar"] == 3
        assert not merge(above, [register.path], MergeWishes()).news
        undo(above, again.written)
        undo(above, merged.written)
        assert state(above) == before


def test_an_extract_takes_its_part_of_a_range_along(register, tmp_path) -> None:
    change = bring(register, 4)
    other = add_unit(register, "Xã Cẩm Hưng")
    editing.edit(register, "X2", {"unit": register.unit(other)})
    extract(register, [1], tmp_path / "own.db", "Xã Cẩm Duệ")
    with register_file.open_register(tmp_path / "own.db") as own:
        assert [row["id"] for row in own.rows("SELECT id FROM exemplar")] == [1, 3, 4]
        entry = recorded_changes.entries(own, record="X3")[0]
        assert (entry.id, entry.records) == (change, 3)
        assert {row.record for row in recorded_changes.rows_of(own, change)} == {"X1", "X3", "X4"}
        uuids = [uuid_of(one.connection, "exemplar", 3) for one in (register, own)]
        assert uuids[0] == uuids[1]


def test_a_name_that_came_with_a_range_is_purged(register) -> None:
    bring(register, 4)
    editing.edit(register, "X3", {"name": "Tên khác"})
    for record in ("X2", "X3"):
        purge(register, record)
    content = register.path.read_bytes().decode("utf-8", "replace")
    assert not any(name in content for name in ("Người 2", "người 2", "Người 3", "Tên khác"))
    assert "Người 4" in content


def bring_with_terms(register: Register, count: int) -> int:
    """Exemplars, each in a field of its own that came with it."""
    with register.change() as change:
        for n in range(1, count + 1):
            register.add_term(Term("exemplar_field", f"f{n}", f"Lĩnh vực {n}", f"Field {n}"))
        keys = {"name_key": "a", "comparing_key": "a", "kind": "individual", "unit_id": 1}
        rows = [{"name": "A", "field": f"f{n}", **keys} for n in range(1, count + 1)]
        bulk_rows.insert_all(register, "exemplar", rows)
    return change.id


def steps_of(register: Register, number: int) -> int:
    """How many thousand steps SQLite takes to take a change back."""
    counted = [0]

    def step() -> int:
        counted[0] += 1
        return 0

    register.connection.set_progress_handler(step, 1000)
    undo(register, number)
    return counted[0]


def test_taking_back_new_terms_grows_with_their_number(register) -> None:
    few = steps_of(register, bring_with_terms(register, 200))
    many = steps_of(register, bring_with_terms(register, 800))
    assert many <= 5 * few

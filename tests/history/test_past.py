"""Reports as they were recorded, and what made them differ."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from emulation_cli.domain.errors import Refused, Unusable
from emulation_cli.register.cancelling import cancel
from emulation_cli.register.checking import check
from emulation_cli.register.log import past_states, recorded_changes
from emulation_cli.register.log.undo import undo
from emulation_cli.register.recording import editing
from tests.history.conftest import add_exemplar, add_model, add_unit, state


def test_every_earlier_state_can_be_seen_again_and_nothing_stays_of_it(register) -> None:
    states = {past_states.last(register): state(register)}
    add_unit(register)
    states[past_states.last(register)] = state(register)
    add_model(register, 1)
    states[past_states.last(register)] = state(register)
    editing.edit(register, "M1", {"name": "Ngõ sạch", "field": "VHXH"})
    states[past_states.last(register)] = state(register)
    add_exemplar(register, 1, field="Làng nghề")
    states[past_states.last(register)] = state(register)
    undo(register, past_states.last(register))
    now, entries = state(register), recorded_changes.entries(register)

    for change, expected in states.items():
        with past_states.past(register) as way:
            way.go_back_to(change)
            assert state(register) == expected
        assert state(register) == now
    assert recorded_changes.entries(register) == entries


@pytest.mark.parametrize(
    "planted",
    [
        (
            "INSERT INTO change_range (change_id, table_name, first_id, last_id, row_count)"
            " VALUES (2, 'exemplar AS t WHERE ?1 <= ?2 OR 1 --', 1, 1, 1)"
        ),
        (
            "INSERT INTO change_row (change_id, table_name, row_key, record, before)"
            " VALUES (2, 'exemplar; --', 1, 'X1', 'id=1')"
        ),
    ],
)
def test_a_log_that_names_a_table_of_no_register_is_told_and_never_executed(
    register, planted
) -> None:
    add_unit(register)
    add_exemplar(register, 1)
    register.connection.execute(planted)

    with past_states.past(register) as way, pytest.raises(Unusable):
        way.go_back_to(1)
    with pytest.raises(Unusable):
        undo(register, 2)
    told = [one.sentence for one in check(register, deep=True)]
    assert "log_differs" in told
    assert register.connection.execute("SELECT count(*) FROM exemplar").fetchone() == (1,)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.sampled_from(["add", "edit", "cancel", "undo"]), min_size=1, max_size=8))
def test_going_back_step_by_step_is_going_back_at_once(register, steps) -> None:
    add_unit(register)
    seen = {past_states.last(register): state(register)}
    for number, step in enumerate(steps):
        _do(register, step, number)
        seen[past_states.last(register)] = state(register)

    with past_states.past(register) as way:
        for change in sorted(seen, reverse=True):
            way.go_back_to(change)
            assert state(register) == seen[change]


def _do(register, step: str, number: int) -> None:
    try:
        match step:
            case "add":
                add_model(register, 1, f"Mô hình {number}")
            case "edit":
                editing.edit(register, "M1", {"name": f"Tên {number}"})
            case "cancel":
                cancel(register, "M1", "thử")
            case "undo":
                undo(register, past_states.last(register))
    except Refused:
        pass


def on(register, change: int, moment: str) -> None:
    """Set the clock of a change back, as the append-only log never would."""
    guard = register.row("SELECT sql FROM sqlite_master WHERE name = 'change_stays'")
    register.connection.execute("DROP TRIGGER change_stays")
    register.connection.execute("UPDATE change SET at = ? WHERE id = ?", (moment, change))
    register.connection.execute(guard["sql"])


def test_a_day_stands_for_all_changes_until_its_end_here(register) -> None:
    add_unit(register)
    add_unit(register, "Xã Cẩm Quang")
    on(register, 1, recorded_changes.start_of("2023-10-02"))
    on(register, 2, recorded_changes.end_of("2023-10-04"))
    on(register, 3, recorded_changes.end_of("2023-10-04"))

    assert past_states.change_on(register, "2023-10-03") == 1
    assert past_states.change_on(register, "2023-10-04") == 1
    assert past_states.change_on(register, "2023-10-05") == 3
    with pytest.raises(Refused) as refusal:
        past_states.change_on(register, "2023-10-01")
    assert refusal.value.values == {"day": "01/10/2023", "since": "02/10/2023"}


def test_a_clock_that_slipped_ahead_heals_with_the_next_right_one(register) -> None:
    add_unit(register)
    add_unit(register, "Xã Cẩm Quang")
    for change, day in ((1, "2023-10-01"), (2, "2023-10-09"), (3, "2023-10-02")):
        on(register, change, recorded_changes.start_of(day))

    assert past_states.change_on(register, "2023-10-01") == 2
    assert past_states.change_on(register, "2023-10-05") == 3


@pytest.fixture
def reported(emul):
    """A register whose report of 2023 was kept, and then a model was added and another moved."""
    emul("init", "--unit", "Huyện Cẩm Xuyên")
    emul("add-unit", "--name", "Xã Hoa Lư", "--type", "commune")
    emul("add-model", "--name", "Ngõ xanh", "--unit", "U1", "--field", "KT", "--year", "2023")
    emul("report", "2023", "--keep", "45-BC/HU")
    emul("add-model", "--name", "Chợ sạch", "--unit", "U1", "--field", "KT", "--year", "2023")
    emul("edit", "M1", "--field", "VHXH")
    return emul


def test_every_figure_that_differs_from_a_kept_report_names_the_changes(reported) -> None:
    answer = reported("report", "2023", "--against", "45-BC/HU")

    lines = answer.stdout.splitlines()
    assert "Skilful mass-mobilisation models · total\t1 → 2\tC5" in lines
    assert any("Culture and society" in line and line.endswith("0 → 1\tC6") for line in lines)
    assert not any("Exemplars" in line for line in lines)


def test_a_kept_report_is_compared_with_the_same_question_only(reported) -> None:
    answer = reported("report", "2022", "--against", "45-BC/HU", code=1)

    assert 'emul report 2023 --against "45-BC/HU"' in answer.stderr
    assert "45-BC/HU" in reported("report", "2023", "--against", "46-BC/HU", code=1).stderr
    reported("report", "2023", "--keep", "45-BC/HU", code=1)


def test_a_report_as_recorded_is_the_report_of_that_day(reported, register_path) -> None:
    from emulation_cli.register.opening.register_file import open_register

    with open_register(register_path) as register:
        for change in range(1, 5):
            on(register, change, recorded_changes.start_of("2026-01-02"))

    def report(*words: str) -> str:
        return reported("report", "2023", "--format", "json", *words).stdout

    assert json.loads(report())["models"]["total"] == 2
    then = reported("report", "2023", "--format", "json", "--as-recorded", "05/01/2026")
    assert json.loads(then.stdout)["models"]["total"] == 1
    assert "05/01/2026" in then.stderr
    differing = reported("report", "2023", "--against", "05/01/2026").stdout
    assert "total\t1 → 2\tC5" in differing
    reported("report", "2023", "--as-recorded", "31/12/2025", code=1)


def test_keeping_a_report_is_a_change_like_any_other(reported) -> None:
    reported("undo", "C4")

    reported("report", "2023", "--against", "45-BC/HU", code=1)

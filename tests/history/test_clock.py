"""The day of a change: one slip of a clock, ahead or behind, heals with the next right command."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emulation_cli.register.log.clock import behind, longest_run, moments, settle
from emulation_cli.register.log.past_states import change_on
from emulation_cli.register.merging.merge_edits import Edit
from emulation_cli.register.merging.merge_fields import newer
from tests.history.conftest import add_unit


def at(day: int) -> str:
    return f"2026-{day // 28 + 1:02}-{day % 28 + 1:02}T08:00:00Z"


DAYS = st.lists(st.integers(0, 20).map(at), max_size=9)


@given(DAYS)
def test_the_run_is_the_longest_and_of_equals_the_latest(clocks) -> None:
    """Held against every run there is."""
    runs = [
        places
        for size in range(len(clocks) + 1)
        for places in combinations(range(len(clocks)), size)
        if all(clocks[a] <= clocks[b] for a, b in pairwise(places))
    ]
    best = max(runs, key=lambda run: (len(run), run[::-1]))

    assert longest_run(clocks) == list(best)


@pytest.mark.parametrize(
    ("days", "settled"),
    [
        ([], []),
        ([1, 2, 3], [1, 2, 3]),
        ([1, 99, 2], [1, 1, 2]),
        ([99, 1, 2], [1, 1, 2]),
        ([5, 1, 6], [1, 1, 6]),
        ([5, 1], [1, 1]),
        ([1, 99], [1, 99]),
        ([3, 3, 2, 3], [3, 3, 3, 3]),
    ],
)
def test_the_day_of_a_change(days, settled) -> None:
    assert settle([at(day) for day in days]) == [at(day) for day in settled]


def test_what_is_no_time_counts_for_nothing() -> None:
    assert settle([at(1), "9999-99-99Tgarbage", at(2)]) == [at(1), at(1), at(2)]
    assert settle(["garbage"]) == ["garbage"]


@given(DAYS)
def test_settled_clocks_never_go_back(clocks) -> None:
    settled = settle(clocks)

    assert settled == sorted(settled)
    assert len(settled) == len(clocks)


def set_clock(register, change: int, clock: str) -> None:
    connection = register.connection
    (guard,) = connection.execute(
        "SELECT sql FROM sqlite_master WHERE name = 'change_stays'"
    ).fetchone()
    connection.execute("DROP TRIGGER change_stays")
    connection.execute("UPDATE change SET at = ? WHERE id = ?", (clock, change))
    connection.execute(guard)


@pytest.mark.parametrize("slip", ["2039-01-01T00:00:00Z", "2001-01-01T00:00:00Z"])
def test_a_day_in_the_past_is_found_in_spite_of_a_slip(register, slip) -> None:
    for number, name in enumerate(("Xã Một", "Xã Hai", "Xã Ba"), start=2):
        add_unit(register, name)
        set_clock(register, number, slip if number == 3 else at(number))
    set_clock(register, 1, at(1))

    assert change_on(register, at(2)[:10]) == 3
    assert change_on(register, at(4)[:10]) == 4
    assert [one.change for one in moments(register.connection) if one.slipped] == [3]


def test_a_clock_behind_the_last_change_is_noticed(register) -> None:
    assert behind(register.connection) is None
    set_clock(register, 1, "2099-01-01T00:00:00Z")
    assert behind(register.connection) == "2099-01-01T00:00:00Z"


def test_an_edit_of_the_future_is_no_newer_one() -> None:
    future, today = Edit("2031-01-01", "a", "x"), Edit("2026-01-01", "b", "y")

    assert newer(frozenset([today]), frozenset([future]), 1, 2, now="2026-06-01") == "mine"
    assert newer(frozenset([future]), frozenset([today]), 1, 2, now="2026-06-01") == "theirs"
    assert newer(frozenset([today]), frozenset([future]), 1, 2, now="2032-01-01") == "theirs"

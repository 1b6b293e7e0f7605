"""Shares in percent: an exact half goes away from nothing, as offices round."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emulation_cli.domain.percentages import percentage


@pytest.mark.parametrize(
    ("part", "whole", "share"),
    [
        (1, 16, 6.3), (3, 16, 18.8), (1, 3, 33.3), (2, 3, 66.7), (0, 5, 0.0), (5, 5, 100.0),
        (7, 5, 140.0), (1, 2000, 0.1), (1, 2001, 0.0), (3, 2000, 0.2), (-1, 16, -6.3),
        (1, -16, -6.3), (-1, -16, 6.3), (169, 365, 46.3), (185, 365, 50.7),
    ],
)  # fmt: skip
def test_shares_round_half_away_from_nothing(part: int, whole: int, share: float) -> None:
    assert percentage(part, whole) == share


def test_of_nothing_there_is_no_share() -> None:
    assert percentage(0, 0) is None
    assert percentage(3, 0) is None


@given(st.integers(0, 10**7), st.integers(1, 10**7))
def test_a_share_lies_within_half_a_tenth(part: int, whole: int) -> None:
    exact = Fraction(100 * part, whole)
    rounded = Fraction(round(10 * percentage(part, whole)), 10)
    assert -Fraction(1, 20) < rounded - exact <= Fraction(1, 20) or part == 0

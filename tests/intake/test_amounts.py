"""Amounts and counts of lists: what no award has is told, never stored and never a fault."""

import math

import pytest

from emulation_cli.domain.catalogue.field_types import LARGEST_AMOUNT
from emulation_cli.intake.cells.cell_values import Trouble
from emulation_cli.intake.cells.numbers import Amounts, as_amount, as_whole_number


@pytest.mark.parametrize(
    ("cell", "amount"),
    [
        ("1.000.000 đ", 1_000_000),
        ("1,5 triệu", 1_500_000),
        ("0500", 500),
        ("000000000000000000005", 5),
        (float(LARGEST_AMOUNT), LARGEST_AMOUNT),
        (str(LARGEST_AMOUNT), LARGEST_AMOUNT),
    ],
)
def test_an_amount_is_read(cell, amount) -> None:
    assert as_amount(cell) == amount


@pytest.mark.parametrize(
    "cell",
    [
        LARGEST_AMOUNT + 1, 10**30, 1e300, math.inf, math.nan, "9" * 13, "9" * 5000,
        "999.999.999.999.999.999.999", "999999999999999999 tỷ",
    ],
)  # fmt: skip
def test_more_than_can_be_added_up_is_told(cell) -> None:
    for read in (as_amount, Amounts(1000), as_whole_number):
        told = read(cell)
        assert isinstance(told, Trouble)
        assert told.code == "bad_number"


def test_the_scale_of_a_column_does_not_lead_beyond_it(emul) -> None:
    told = Amounts(1_000_000)(float(LARGEST_AMOUNT))

    assert isinstance(told, Trouble)
    emul("init", "--yes")
    emul("add-unit", "--name", "Xã Mẫu", "--type", "commune", "--code", "M")
    emul("add-honour", "--recipient", "A", "--kind", "CN", "--unit", "M", "--act", "commend",
         "--amount", "999.999.999.999.999", code=2)  # fmt: skip

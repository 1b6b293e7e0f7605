"""Figures that a list states about itself, held against its rows (INTAKE section 4)."""

import pytest

from emulation_cli.intake.columns.column_map import Header
from emulation_cli.intake.rows.row_kinds import TableRows
from emulation_cli.intake.rows.stated_totals import differing

EACH = 10  # rows of a section, with a total below them


class Seen(str):
    """A name that knows how often names were looked at."""

    looked_at = 0
    __slots__ = ()

    def __hash__(self) -> int:
        Seen.looked_at += 1
        return str.__hash__(self)

    def __eq__(self, other: object) -> bool:
        return str.__eq__(self, other)


def looks(sections: int, total: str) -> float:
    """How often a row is looked at in a list of so many sections, each with its total."""
    count = sections * EACH
    rows = TableRows(
        records=list(range(count)),
        starts=list(range(0, count, EACH)),
        totals=[
            (count + n, total.format(below=n * EACH + EACH), n * EACH + EACH)
            for n in range(sections)
        ],
    )
    sheet = [()] * (count + sections)
    Seen.looked_at = 0
    people = ((number, Seen(f"Người thứ {number}"), "individual") for number in range(count))
    list(differing(rows, people, Header(0, 0, ()), sheet, {}))
    return Seen.looked_at / count


@pytest.mark.parametrize(
    "total",
    [
        f"Cộng: {EACH}",
        f"Cộng: {EACH + 1}",
        "Cộng: {below}",  # as far as here
        "Tổng cộng: 100000",
        "Tổng cộng: 9",
        "Cộng: 3 cá nhân, 2 tập thể",
    ],
)
def test_a_row_is_not_looked_at_anew_for_each_total_of_a_list(total):
    assert looks(64, total) < 2 * looks(8, total)

"""The maker of lists: its truth is what its sheets show, and its score can tell right from wrong."""

import pytest
from lookup import lookup
from made_drawing import make_list
from made_score import score

from emulation_cli.intake import Hints, read_lists

SEEDS = range(1, 31)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_seed_makes_one_list_and_its_truth_stands_in_the_rows_it_names(seed):
    made, again = make_list(seed), make_list(seed)
    assert (made.truth, made.book) == (again.truth, again.book)
    rows = {sheet.name: sheet.rows for sheet in made.book.sheets}
    for row in made.truth["rows"]:
        number = row["row"] - 1
        first = number - ("rows that go on" in made.traits)  # whose name stands above them
        around = rows[row["sheet"]][first : number + 1]
        shown = " ".join(str(cell) for cells in around for cell in cells)
        name = row.get("name") or row["recipient"]
        assert all(word in shown for word in name.split())


def test_a_record_that_differs_or_lacks_is_no_right_one():
    made = make_list(3)
    reading = read_lists(made.book, Hints(), lookup())
    first, *rest = made.truth["rows"]
    for wrong in ([*rest], [{**first, "name": "X", "recipient": "X"}, *rest]):
        found = score(reading, {**made.truth, "rows": wrong}).counts
        assert found["right"] < len(made.truth["rows"])
        assert found["extra"] or found["told"] or found["silent"] or found["listed"]

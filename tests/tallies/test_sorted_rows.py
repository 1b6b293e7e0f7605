"""Rows put in order, few in the memory, many outside."""

from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from emulation_cli.domain.text import vietnamese_order
from emulation_cli.tallies.row_lists import sorted_rows
from emulation_cli.tallies.row_lists.sorted_rows import SortedRows, sorting_key

names = st.text(st.sampled_from("aăâáàd đê12 \ud800\U0010ffff"), max_size=6)


@given(st.lists(st.tuples(st.integers(0, 300), names), max_size=20), st.sampled_from((0, 5, 50)))
def test_they_stand_as_python_sorts_their_keys(keys, few):
    rows = [(place, name, n) for n, (place, name) in enumerate(keys)]

    def order(row):
        return row[0], vietnamese_order(row[1])

    keyed = ((sorting_key((row[0],), vietnamese_order(row[1])), row) for row in rows)
    with patch.object(sorted_rows, "_FEW", few):
        found = SortedRows(keyed)
    wanted = sorted(rows, key=order)
    assert list(found) == wanted
    assert len(found) == len(wanted)
    assert found[1:3] == tuple(wanted[1:3])
    assert list(found.part(2, 5)) == wanted[2:5]
    assert [found[place] for place in range(-len(rows), len(rows))] == wanted * 2

"""The rules hold for the kind of difficulty: lists that they were not written for."""

import pytest
from clothes import all_lists


@pytest.mark.parametrize("made", list(all_lists()), ids=lambda made: f"{made.topic}: {made.title}")
def test_a_list_in_other_clothes_is_read_as_a_careful_clerk_would(made):
    sheets = made.read()

    assert made.values(sheets) == made.records
    assert {sheet.register for sheet in sheets} == set(made.said.get("register", "").split())
    problems = [p for sheet in sheets for p in sheet.problems if p.severity == "block"]
    assert [(p.row, p.code) for p in problems] == made.refused

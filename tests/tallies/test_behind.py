"""Documents: every figure that is shown opens rows that number it, and are its own."""

from functools import partial
from itertools import pairwise

import pytest
from hypothesis import given, note
from hypothesis import strategies as st

from emulation_cli.documents.links.rows_behind import behind
from emulation_cli.documents.links.shown_figures import shown
from emulation_cli.documents.report_document import build
from emulation_cli.tallies.comparison import compared
from emulation_cli.tallies.measures.figures import ReportRequest
from emulation_cli.tallies.measures.period_figures import figures
from emulation_cli.tallies.row_lists.listings import listing, listing_by

from .worlds import Bench, Question, World, asked, questions, worlds


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    return Bench(tmp_path_factory.mktemp("behind") / "empty.db")


def check_rows(register, made):
    """Each figure that the document shows opens exactly its rows; gives what opens them."""
    names = shown(made, build(made))
    found = behind(made, partial(listing_by, register))
    known = {
        one.cut: one.value for report in (made, made.earlier) if report for one in report.each()
    }
    for cut, (_, value, _) in names.items():
        note(str(cut))
        if not cut.adds:
            assert value == known.get(cut, value)
        if not value:
            continue
        opening = found.openings[cut]
        rows = found.lists[opening.number].rows
        opened_rows = rows.rows[slice(*opening.span)]
        assert cut.adds or len(opened_rows) == value
        assert sorted(opened_rows, key=repr) == sorted(listing(register, cut.rows).rows, key=repr)
    return found


@st.composite
def cases(draw: st.DrawFn) -> tuple[World, Question]:
    world = draw(worlds())
    return world, draw(questions(world))


@given(cases())
def test_every_figure_that_a_document_shows_opens_exactly_its_rows(bench, case):
    world, question = case
    with bench.register(world) as register:
        period, models_period, within = asked(register, question)
        request = ReportRequest(period, {"models": models_period}, question.cut_off, within)
        check_rows(register, figures(register, request))


@given(worlds(), st.sampled_from(("2020-06-01", "2021-07-01")))
def test_so_it_is_on_a_map_where_units_have_merged_and_split(bench, world, day):
    numbers = [unit.id for unit in world.units]
    with bench.register(world) as register:
        for old, new in pairwise([*numbers, *numbers[:1]]):
            row = {"old_unit_id": old, "new_unit_id": new, "date": day}
            if old != new:
                register.insert("unit_succession", row)
        period, _, _ = asked(register, Question("2020-2023", None, None, None))
        check_rows(register, figures(register, ReportRequest(period)))


@given(worlds())
def test_the_figures_of_the_earlier_period_open_theirs(bench, world):
    with bench.register(world) as register:
        period, _, _ = asked(register, Question("2023", None, None, None))
        made = compared(register, ReportRequest(period), "previous")
        found = check_rows(register, made)
        total = made.earlier.sections["exemplars"].counted("total")
        if total.value and made.sections["exemplars"].number("total"):
            start, end = found.openings[total.cut].span
            assert end - start == total.value


@given(worlds(), st.integers(0, 12))
def test_no_more_rows_are_taken_than_fit_and_every_figure_still_opens_something(bench, world, most):
    with bench.register(world) as register:
        period, _, _ = asked(register, Question("2021-2023", None, None, None))
        made = figures(register, ReportRequest(period))
        read = partial(listing_by, register)
        found = behind(made, read, most=most)
        whole = behind(made, read)

        assert found.openings.keys() == whole.openings.keys()
        assert sum(len(one.rows.rows) for one in found.lists) <= most
        assert all(one.command for one in found.lists if one.left_out)

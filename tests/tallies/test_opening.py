"""«Which 158?»: behind every figure of a report stand exactly so many rows."""

from itertools import pairwise

import pytest
from hypothesis import given, note, settings
from hypothesis import strategies as st

from emulation_cli.domain.offices.units import Unit
from emulation_cli.tallies.measures.figures import ReportRequest
from emulation_cli.tallies.measures.period_figures import figures
from emulation_cli.tallies.row_lists.listings import listing, listing_by

from .worlds import Bench, Exemplar, Question, UnitRow, World, asked, questions, worlds


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    return Bench(tmp_path_factory.mktemp("opening") / "empty.db")


@st.composite
def cases(draw: st.DrawFn) -> tuple[World, Question]:
    world = draw(worlds())
    return world, draw(questions(world))


@given(cases())
@settings(max_examples=settings.default.max_examples * 2)
def test_the_list_behind_every_figure_has_exactly_that_many_rows(bench, case):
    world, question = case
    with bench.register(world) as register:
        period, models_period, within = asked(register, question)
        request = ReportRequest(period, {"models": models_period}, question.cut_off, within)
        for figure in figures(register, request).each():
            note(str(figure))
            rows = listing(register, figure.cut.rows)
            assert counted(rows, figure.cut) == figure.value
            assert cut_out(register, figure.cut) == rows.rows


def counted(rows, cut):
    """How many rows a list has, or what its column adds up to."""
    if not cut.adds:
        return len(rows.rows)
    return sum(row[rows.columns.index(cut.adds)] or 0 for row in rows.rows)


def cut_out(register, cut):
    """The rows of a figure, taken from the longer list that it is a part of."""
    values = tuple(filter(None, (cut.line, cut.column)))
    _head, rows = listing_by(register, cut.whole, [name for name, _ in values])
    wanted = tuple(value.id if isinstance(value, Unit) else value for _, value in values)
    return tuple(row for row, has in rows if has == wanted)


@given(worlds(), st.sampled_from(("2020-06-01", "2021-07-01")))
def test_so_it_is_on_a_map_where_units_have_merged_and_split(bench, world, day):
    numbers = [unit.id for unit in world.units]
    with bench.register(world) as register:
        for old, new in pairwise(numbers):
            row = {"old_unit_id": old, "new_unit_id": new, "date": day}
            register.insert("unit_succession", row)
        if len(numbers) > 2:
            row = {"old_unit_id": numbers[0], "new_unit_id": numbers[2], "date": day}
            register.insert("unit_succession", row)
        period, _, _ = asked(register, Question("2020-2023", None, None, None))
        made = figures(register, ReportRequest(period))
        for figure in made.each():
            rows = listing(register, figure.cut.rows)
            assert counted(rows, figure.cut) == figure.value, figure
            assert cut_out(register, figure.cut) == rows.rows


def test_yes_no_and_not_known_of_a_share_open_to_different_rows(bench):
    told = [("female", 1, 0)] * 2 + [("male", 0, 1)] * 3 + [(None, None, None)] * 4
    people = [
        Exemplar(n, "individual", 1, None, False, [("discovered", "2022")], *answers)
        for n, answers in enumerate(told, start=1)
    ]
    world = World([UnitRow(1, None, None)], people, [], [], [], [])
    with bench.register(world) as register:
        period, _, _ = asked(register, Question("2022", None, None, None))
        made = figures(register, ReportRequest(period))
        assert made.sections["exemplars"].parts["shares"].as_json() == {
            "female": {"individuals": 9, "yes": 2, "no": 3, "unknown": 4},
            "works_directly": {"individuals": 9, "yes": 2, "no": 3, "unknown": 4},
            "leads": {"individuals": 9, "yes": 3, "no": 2, "unknown": 4},
        }
        for figure in made.sections["exemplars"].each():
            if figure.breakdown == "shares":
                assert len(listing(register, figure.cut.rows).rows) == figure.value, figure

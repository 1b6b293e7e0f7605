"""A report against an earlier one: each earlier figure is that of a report of its own."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emulation_cli.domain.times.period import Period
from emulation_cli.tallies.comparison import (
    NumberChange,
    as_json,
    change,
    compared,
    earlier_request,
)
from emulation_cli.tallies.measures.figures import ReportRequest
from emulation_cli.tallies.measures.period_figures import figures

from .recount import Recount
from .worlds import Bench, Question, World, asked, questions, worlds


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    return Bench(tmp_path_factory.mktemp("comparison") / "empty.db")


@pytest.mark.parametrize(
    ("value", "earlier", "found"),
    [
        (381, 274, (381, 274, 107, 39.1)),
        (5, 10, (5, 10, -5, -50.0)),
        (0, 4, (0, 4, -4, -100.0)),
        (7, 7, (7, 7, 0, 0.0)),
        (5, 0, (5, 0, 5, None)),
        (0, 0, (0, 0, 0, None)),
        (17, 16, (17, 16, 1, 6.3)),
        (15, 16, (15, 16, -1, -6.3)),
        (5, None, (5, None, None, None)),
    ],
)
def test_where_the_earlier_number_is_0_or_unknown_there_is_no_share(value, earlier, found) -> None:
    assert change(value, earlier) == NumberChange(*found)


@st.composite
def cases(draw: st.DrawFn) -> tuple[World, Question]:
    world = draw(worlds())
    return world, draw(questions(world))


def lines(found: dict[str, Any]) -> dict[tuple[Any, ...], dict[str, Any]]:
    keys = ("section", "breakdown", "code", "measure")
    listed = {tuple(line[key] for key in keys): line for line in found["figures"]}
    assert len(listed) == len(found["figures"]), "a figure is there twice"
    return listed


@given(cases(), st.sampled_from(("last-year", "previous", "2020-2021")))
def test_every_earlier_figure_is_that_of_the_report_of_its_period(bench, case, text):
    world, question = case
    with bench.register(world) as register:
        period, _, within = asked(register, question)
        request = ReportRequest(period, {}, question.cut_off, within)
        found = compared(register, request, text)
        alone = figures(register, earlier_request(register, request, text))
        assert found.earlier == alone
        assert found._replace(earlier=None) == figures(register, request)
    assert found.earlier is not None
    listed = lines(as_json(found, found.earlier))
    total = listed["exemplars", "", None, "total"]
    assert total["value"] == found.sections["exemplars"].number("total")
    assert total["earlier"] == (alone.sections["exemplars"].number("total") or None)


@given(worlds())
def test_the_earlier_exemplars_are_those_of_a_plain_recount(bench, world):
    question = Question("2023", None, None, None)
    recount = Recount(world, question, "2022")
    with bench.register(world) as register:
        found = compared(register, ReportRequest(Period.parse("2023")), "cùng kỳ")
    assert found.earlier is not None
    assert found.earlier.sections["exemplars"].number("total") == len(recount.exemplars())
    assert found.earlier.sections["honours"].number("instances") == len(recount.placed_honours())

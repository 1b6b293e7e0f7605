"""Every figure of a report against a slow, plain recount of random registers."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, note, settings
from hypothesis import strategies as st

from emulation_cli.tallies.measures.figures import (
    CountedRow,
    ReportFigures,
    ReportRequest,
    SectionFigures,
)
from emulation_cli.tallies.measures.period_figures import figures
from emulation_cli.tallies.measures.specifications import SECTIONS

from .recount import Recount
from .worlds import (
    Bench,
    Decision,
    Event,
    Honour,
    Model,
    Question,
    UnitRow,
    World,
    asked,
    questions,
    worlds,
)


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    return Bench(tmp_path_factory.mktemp("tallies") / "empty.db")


@st.composite
def cases(draw: st.DrawFn) -> tuple[World, Question]:
    world = draw(worlds())
    return world, draw(questions(world))


def report(bench: Bench, world: World, question: Question) -> ReportFigures:
    with bench.register(world) as register:
        period, models_period, within = asked(register, question)
        own = {"models": models_period} if question.models_period else {}
        return figures(register, ReportRequest(period, own, question.cut_off, within))


def plain(section: SectionFigures) -> dict[str, Any]:
    """A section as the recount gives it: breakdowns as numbers by code."""
    values = {}
    for name, part in section.parts.items():
        codes = [row.code for row in part.rows]
        assert len(codes) == len(set(codes)), f"{name} has one code twice"
        rows = part.spec.shape == "rows"
        values[name] = {row.code: row.numbers for row in part.rows} if rows else part.as_json()
    return values


@given(cases())
@settings(max_examples=settings.default.max_examples * 3)
def test_every_figure_is_what_a_plain_recount_gives(bench, case):
    world, question = case
    found = report(bench, world, question)
    recount = Recount(world, question, question.period)
    of_models = Recount(world, question, question.models_period or question.period)
    note(str(question))
    for code, section in found.sections.items():
        of_period = of_models if code == "models" else recount
        assert plain(section) == getattr(of_period, f"{code.removesuffix('s')}_figures")(), code


def totals(rows: tuple[CountedRow, ...], measure: str = "total") -> int:
    return sum(row.numbers[measure] for row in rows)


@given(cases())
def test_breakdowns_add_up_to_the_total(bench, case):
    found = report(bench, *case)
    exemplars, models, events, honours, *_ = found.sections.values()
    assert sum(exemplars.numbers("kinds").values()) == exemplars.number("total")
    for name in ("by_field", "by_unit", "by_year"):
        assert totals(exemplars.rows(name)) == exemplars.number("total")
    assert sum(models.numbers("kinds").values()) == models.number("total")
    for name in ("by_field", "by_unit"):
        assert totals(models.rows(name)) == models.number("total")
    assert totals(models.rows("by_year")) == models.number("registrations")
    statuses = (models.number(name) for name in ("new", "continued", "unstated"))
    assert sum(statuses) == models.number("registrations")
    assert totals(events.rows("by_type")) == events.number("total")
    assert sum(honours.numbers("kinds").values()) == honours.number("instances")
    for name in ("act", "event", "form", "title", "category", "level", "unit"):
        assert totals(honours.rows(f"by_{name}"), "instances") == honours.number("instances"), name


@given(cases())
def test_a_total_is_the_sum_of_its_rows_but_of_recipients_each_is_counted_once(bench, case):
    for section in report(bench, *case).sections.values():
        for part in section.parts.values():
            for measure, cell in part.total.items():
                added = totals(part.rows, measure)
                assert cell.value <= added if measure == "recipients" else cell.value == added


@given(cases())
def test_the_json_of_a_report_has_the_shape_that_scripts_rely_on(bench, case):
    found = report(bench, *case).as_json()
    assert list(found) == ["version", "unit", "cut_off", "period", *SECTIONS]
    for section in ("exemplars", "models", "events", "honours"):
        assert list(found[section]["period"]) == ["text", "from", "to"]
        for name, rows in found[section].items():
            if name.startswith("by_"):
                assert all(list(row)[:2] == ["code", "label"] for row in rows)
    for row in found["honours"]["by_act"]:
        money = ["amount", "amount_unknown"]
        assert list(row) == ["code", "label", "instances", "recipients", *money, "kinds"]
    for row in found["honours"]["by_event"]:
        assert list(row) == [
            "code", "label", "date", "instances", "exemplars", "models", "other",
        ]  # fmt: skip
    for row in found["exemplars"]["by_field"]:
        assert list(row)[2:] == ["total", "collective", "individual", "household", "unclassified"]


@given(worlds())
def test_a_report_reads_and_writes_nothing(bench, world):
    question = Question("2021-2023", None, None, None)
    with bench.register(world) as register:
        before = list(register.connection.iterdump())
        period, _, _ = asked(register, question)
        figures(register, ReportRequest(period))
        assert not register.connection.in_transaction
        assert list(register.connection.iterdump()) == before


def test_an_empty_register_gives_naughts(bench):
    found = report(bench, World([], [], [], [], [], []), Question("2023", None, None, None))
    numbers = [n for n in _numbers(found.as_json()) if n]
    assert numbers == [1]  # the version of the JSON
    acts = found.sections["honours"].rows("by_act")
    assert [row.code for row in acts] == ["praise", "honour", "commend"]


def test_a_model_counts_once_under_a_milestone_that_it_reached_twice(bench):
    milestones = [("replicated", "2022", None), ("replicated", "2023", None)]
    milestones += [("recognised", "2022", "district"), ("recognised", "2023", "district")]
    model = Model(1, "collective", 1, "KT", False, [], milestones)
    world = World([UnitRow(1, None, None)], [], [model], [], [], [])
    found = report(bench, world, Question("2021-2023", None, None, None)).sections["models"]
    assert (found.number("replicated"), found.number("recognised", "district")) == (1, 1)
    assert (found.number("total"), found.number("not_placed")) == (0, 1)


def test_a_month_that_only_touches_the_period_cannot_be_placed(bench):
    events = [Event(1, "praise", 1, "2022-03", False), Event(2, "praise", 1, "2022-07", False)]
    events += [Event(3, "praise", 1, "2022-02", False), Event(4, "praise", 1, "2022-08", False)]
    world = World([UnitRow(1, None, None)], [], [], events, [], [])
    question = Question("31/03/2022-01/07/2022", None, None, None)
    found = report(bench, world, question).sections["events"]
    assert (found.number("total"), found.number("not_placed")) == (0, 2)


def test_an_honour_counts_by_its_decision_else_by_its_event_else_by_its_own_date(bench):
    def honour(number: int, decision: int | None, event: int | None) -> Honour:
        return Honour(
            number, ("a", "a"), "individual", 1, "praise", None, None, None, decision, event,
            "2023", "awarded", False, None, None,
        )  # fmt: skip

    decisions = [Decision(1, "2021", None, None), Decision(2, None, None, None)]
    honours = [honour(1, 1, 1), honour(2, 2, 1), honour(3, None, 1), honour(4, 2, None)]
    event = Event(1, "praise", 1, "2022-05", False)
    world = World([UnitRow(1, None, None)], [], [], [event], decisions, honours)
    counted = {
        year: found.sections["honours"].number("instances")
        for year in ("2021", "2022", "2023")
        for found in [report(bench, world, Question(year, None, None, None))]
    }
    assert counted == {"2021": 1, "2022": 2, "2023": 1}


def _numbers(value: Any) -> Iterator[int]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from _numbers(part)
    elif isinstance(value, int):
        yield value


def _honoured(number: int, model: int, date: str, status: str = "awarded", cancelled: bool = False):
    return Honour(
        number, ("a", "a"), "collective", 1, "praise", None, None, None, None, None,
        date, status, cancelled, None, model,
    )  # fmt: skip


def test_only_awards_and_milestones_of_the_period_bring_a_model_further(bench):
    reached = [("recognised", "2022", "district"), ("replicated", "2023", None)]
    models = [Model(n, "collective", 1, "KT", False, [("2022", "new")], []) for n in range(1, 6)]
    models[0].milestones = reached
    models += [Model(6, "collective", 1, "KT", False, [("2021", "new")], reached)]
    honours = [_honoured(1, 1, "2022"), _honoured(2, 2, "2022", "proposed")]
    honours += [_honoured(3, 3, "2022", cancelled=True), _honoured(4, 4, "2023")]
    world = World([UnitRow(1, None, None)], [], models, [], [], honours)
    found = report(bench, world, Question("2022", None, None, None)).sections["models"]
    assert found.numbers("funnel") == {
        "registered": 5,
        "recognised": 1,
        "honoured": 1,
        "replicated": 0,
    }

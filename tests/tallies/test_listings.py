"""Every figure opens to exactly its rows: `list` and `report` count by one rule."""

from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emulation_cli.domain.times.period import Period
from emulation_cli.register.store import Register
from emulation_cli.tallies.measures.figures import ReportFigures, ReportRequest
from emulation_cli.tallies.measures.period_figures import figures
from emulation_cli.tallies.measures.specifications import KINDS, STAGES
from emulation_cli.tallies.row_lists.listings import COLUMNS, Listing, ListRequest, listing

from .recount import Recount
from .worlds import (
    Bench,
    Event,
    Exemplar,
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
    return Bench(tmp_path_factory.mktemp("listings") / "empty.db")


class Desk:
    """A report and the lists that open its figures, asked with the same words."""

    def __init__(self, register: Register, question: Question) -> None:
        self.register = register
        self.period, self.models_period, self.within = asked(register, question)
        self.cut_off = question.cut_off

    def report(self) -> ReportFigures:
        own = {"models": self.models_period}
        return figures(self.register, ReportRequest(self.period, own, self.cut_off, self.within))

    def rows(self, noun: str, *filters: tuple[str, Any], **more: Any) -> int:
        period = self.models_period if noun == "models" else self.period
        request = ListRequest(noun, period, self.cut_off, self.within, filters, **more)
        return len(listing(self.register, request).rows)


@st.composite
def cases(draw: st.DrawFn) -> tuple[World, Question]:
    world = draw(worlds())
    return world, draw(questions(world))


def numbers_of_units(world: World) -> dict[str | None, int | None]:
    return {unit.code or f"U{unit.id}": unit.id for unit in world.units} | {None: None}


@given(cases())
def test_every_figure_of_exemplars_opens_to_its_rows(bench, case):
    world, question = case
    with bench.register(world) as register:
        desk = Desk(register, question)
        found = desk.report().sections["exemplars"]
        assert desk.rows("exemplars") == found.number("total")
        assert desk.rows("exemplars", show="not_placed") == found.number("not_placed")
        assert desk.rows("exemplars", show="at_cut_off") == found.number("open_at_cut_off")
        for kind in KINDS:
            assert desk.rows("exemplars", ("kind", kind)) == found.number("kinds", kind)
        for stage in STAGES:
            assert desk.rows("exemplars", milestone=stage) == found.number("milestones", stage)
        for row in found.rows("by_field"):
            assert desk.rows("exemplars", ("field", row.code)) == row.numbers["total"]
        for row in found.rows("by_unit"):
            unit = ("unit_id", numbers_of_units(world)[row.code])
            assert desk.rows("exemplars", unit) == row.numbers["total"]
            for kind in KINDS:
                assert desk.rows("exemplars", unit, ("kind", kind)) == row.numbers[kind]


@given(cases())
def test_every_figure_of_models_opens_to_its_rows(bench, case):
    world, question = case
    with bench.register(world) as register:
        desk = Desk(register, question)
        found = desk.report().sections["models"]
        assert desk.rows("models") == found.number("total")
        assert desk.rows("models", registrations=True) == found.number("registrations")
        assert desk.rows("models", show="not_placed") == found.number("not_placed")
        assert desk.rows("models", show="at_cut_off") == found.number("open_at_cut_off")
        assert desk.rows("models", milestone="replicated") == found.number("replicated")
        for level, number in found.numbers("recognised").items():
            assert desk.rows("models", ("level", level), milestone="recognised") == number
        for status, number in (
            ("new", found.number("new")), ("continued", found.number("continued")), (None, found.number("unstated")),
        ):  # fmt: skip
            assert desk.rows("models", ("status", status), registrations=True) == number
        for milestone, number in (
            ("registered", found.number("new")),
            ("continued", found.number("continued")),
        ):
            assert desk.rows("models", milestone=milestone, registrations=True) == number
        for kind in KINDS:
            assert desk.rows("models", ("kind", kind)) == found.number("kinds", kind)
        for row in found.rows("by_field"):
            assert desk.rows("models", ("field", row.code)) == row.numbers["total"]
        for row in found.rows("by_unit"):
            unit = ("unit_id", numbers_of_units(world)[row.code])
            assert desk.rows("models", unit) == row.numbers["total"]
        for row in found.rows("by_year"):
            year = ("year", int(row.code or 0))
            assert desk.rows("models", year, registrations=True) == row.numbers["total"]


@given(cases())
def test_every_figure_of_events_opens_to_its_rows(bench, case):
    world, question = case
    with bench.register(world) as register:
        desk = Desk(register, question)
        found = desk.report().sections["events"]
        assert desk.rows("events") == found.number("total")
        assert desk.rows("events", show="not_placed") == found.number("not_placed")
        assert desk.rows("events", show="at_cut_off") == found.number("open_at_cut_off")
        for row in found.rows("by_type"):
            assert desk.rows("events", ("type", row.code)) == row.numbers["total"]


@given(cases())
def test_every_figure_of_honours_opens_to_its_rows(bench, case):
    world, question = case
    with bench.register(world) as register:
        desk = Desk(register, question)
        found = desk.report().sections["honours"]
        assert desk.rows("honours") == found.number("instances")
        for show in ("not_placed", "proposed", "cancelled"):
            assert desk.rows("honours", show=show) == found.number(show)
        assert desk.rows("honours", show="at_cut_off") == found.number("open_at_cut_off")
        for name in ("act", "form", "title", "category", "level"):
            for row in found.rows(f"by_{name}"):
                assert desk.rows("honours", (name, row.code)) == row.numbers["instances"]
                for kind in KINDS:
                    one_kind = ("kind", kind)
                    assert desk.rows("honours", (name, row.code), one_kind) == row.numbers[kind]
        for row in found.rows("by_event"):
            event = ("event_id", int(row.code[1:]) if row.code else None)
            assert desk.rows("honours", event) == row.numbers["instances"]
        for row in found.rows("by_unit"):
            unit = ("unit_id", numbers_of_units(world)[row.code])
            assert desk.rows("honours", unit) == row.numbers["instances"]


def ids(found: Listing) -> list[str]:
    return [row[0] for row in found.rows]


def short(letter: str, records: Iterable[Any]) -> list[str]:
    return [f"{letter}{one.id}" for one in records]


@given(cases())
def test_the_rows_are_the_very_records_that_count(bench, case):
    world, question = case
    recount = Recount(world, question, question.period)
    with bench.register(world) as register:
        period, _, within = asked(register, question)
        request = ListRequest("exemplars", period, question.cut_off, within)
        models = request._replace(noun="models")
        honours = request._replace(noun="honours")
        assert ids(listing(register, request)) == short("X", recount.exemplars())
        not_placed = listing(register, request._replace(show="not_placed"))
        assert ids(not_placed) == short("X", recount.exemplars_not_placed())
        assert ids(listing(register, models)) == short("M", recount.models())
        recognised = listing(register, models._replace(milestone="recognised"))
        assert ids(recognised) == short("M", recount.reached("recognised"))
        assert ids(listing(register, honours)) == short("H", recount.placed_honours())
        proposed = listing(register, honours._replace(show="proposed"))
        assert ids(proposed) == short("H", recount.placed_honours("proposed"))


@given(worlds())
def test_without_a_period_every_living_record_is_listed(bench, world):
    recount = Recount(world, Question("2023", None, None, None), "2023")
    with bench.register(world) as register:

        def listed(noun: str, show: str = "counted") -> list[str]:
            return ids(listing(register, ListRequest(noun, show=show)))

        assert listed("units") == short("U", world.units)
        in_force = [one for one in world.decisions if not one.cancelled]
        assert listed("decisions") == short("D", in_force)
        for noun, letter in (("exemplars", "X"), ("models", "M"), ("events", "E")):
            records = getattr(world, noun)
            assert listed(noun) == short(letter, recount.living(records))
            cancelled = [one for one in records if one.cancelled]
            assert listed(noun, "cancelled") == short(letter, cancelled)
        for show in ("awarded", "proposed", "cancelled"):
            wanted = short("H", recount.honours(show))
            assert listed("honours", "counted" if show == "awarded" else show) == wanted


@given(worlds())
def test_without_a_period_what_is_not_placed_has_no_date(bench, world):
    undated = [
        one
        for one in world.exemplars
        if not one.cancelled and all(day is None for _, day in one.stages)
    ]
    with bench.register(world) as register:
        found = listing(register, ListRequest("exemplars", show="not_placed"))
    assert ids(found) == short("X", undated)


CONTRACT = {
    "exemplars": "id,name,kind,unit,field,discovered,stage,birth_year,gender,position,field_label",
    "models": "id,name,kind,unit,field,first_registered,years,status",
    "honours": "id,recipient,kind,unit,act,form,decision,date,amount,status",
    "units": "id,code,name,type,parent",
    "events": "id,name,type,date,place,organiser",
}


@pytest.mark.parametrize("noun", COLUMNS)
def test_the_first_columns_are_the_contract_and_none_is_there_twice(bench, noun):
    world = World([UnitRow(1, None, None)], [], [], [], [], [])
    with bench.register(world) as register:
        request = ListRequest(
            "models" if noun == "registrations" else noun, registrations=noun == "registrations"
        )
        columns = listing(register, request).columns
    wanted = CONTRACT.get(noun, "id").split(",")
    assert list(columns[: len(wanted)]) == wanted
    assert len(columns) == len(set(columns))


def one_of_each() -> World:
    exemplar = Exemplar(
        1, "individual", 1, "kinh-te", False,
        [("fostered", "2022-05"), ("discovered", "2022"), ("discovered", "2021-03-04")],
    )  # fmt: skip
    model = Model(
        1, "collective", 1, "KT", False, [("2023", None), ("2021", "new"), ("2022", "continued")],
        [("recognised", "2022", "district"), ("recognised", "2023", "grassroots")],
    )  # fmt: skip
    stopped = Model(2, "collective", 1, None, False, [], [("stopped", "2023", None)])
    event = Event(1, "praise", 1, "2023-10-04", True)
    return World([UnitRow(1, None, None)], [exemplar], [model, stopped], [event], [], [])


def first(found: Listing) -> dict[str, Any]:
    return dict(zip(found.columns, found.rows[0], strict=True))


def test_an_exemplar_shows_its_first_discovery_and_its_furthest_stage(bench):
    with bench.register(one_of_each()) as register:
        row = first(listing(register, ListRequest("exemplars", language="en")))
    assert (row["discovered"], row["stage"], row["fostered"]) == (
        "2021-03-04",
        "fostered",
        "2022-05",
    )
    assert (row["field"], row["field_label"]) == ("kinh-te", "Economic development")
    assert (row["unit"], row["unit_id"]) == ("Xã 1", "U1")


def test_a_model_shows_its_years_in_order_with_what_was_stated(bench):
    with bench.register(one_of_each()) as register:
        found = listing(register, ListRequest("models"))
        row = first(found)
    assert row["years"] == "2021:new 2022:continued 2023:"
    assert (row["first_registered"], row["status"]) == (2021, "active")
    assert set(row["recognised"].split()) == {"district", "grassroots"}
    assert found.rows[1][found.columns.index("status")] == "stopped"


def test_what_is_cancelled_says_when_and_why(bench):
    with bench.register(one_of_each()) as register:
        row = first(listing(register, ListRequest("events", show="cancelled")))
    assert (row["cancelled_on"], row["cancelled_reason"]) == ("2024-01-02", "nhập nhầm")


def test_a_model_recognised_in_the_period_may_have_been_registered_outside_it(bench):
    with bench.register(one_of_each()) as register:
        row = {"model_id": 1, "milestone": "recognised", "date": "2024", "level": "province"}
        register.insert("model_milestone", row)
        found = {
            (year, level): ids(
                listing(
                    register,
                    ListRequest(
                        "models", Period.parse(year), filters=(("level", level),),
                        milestone="recognised",
                    ),
                )
            )
            for year in ("2023", "2024")
            for level in ("district", "province")
        }  # fmt: skip
    assert [key for key, rows in found.items() if rows] == [("2024", "province")]
    assert found["2024", "province"] == ["M1"]


def test_units_with_a_period_are_those_that_lived_in_it(bench):
    world = World([UnitRow(n, None, None) for n in (1, 2, 3)], [], [], [], [], [])
    with bench.register(world) as register:
        register.update("unit", 1, {"valid_to": "2019-12-31"})
        register.update("unit", 2, {"valid_from": "2020-01-01", "valid_to": "2025-06-30"})
        lived = {
            text: ids(listing(register, ListRequest("units", Period.parse(text))))
            for text in ("2018-2019", "2020", "2019-2020", "2026")
        }
    assert lived == {
        "2018-2019": ["U1", "U3"], "2020": ["U2", "U3"], "2019-2020": ["U1", "U2", "U3"],
        "2026": ["U3"],
    }  # fmt: skip

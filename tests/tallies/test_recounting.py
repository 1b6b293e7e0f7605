"""Every figure is counted again plainly: none may be forgotten, and none may be shared."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emulation_cli.domain.catalogue.refs import Ref
from emulation_cli.domain.times.partial_date import PartialDate
from emulation_cli.domain.times.period import Period
from emulation_cli.register.opening.register_file import create
from emulation_cli.register.recording import new_records, unit_successions
from emulation_cli.register.store import Register
from emulation_cli.tallies.measures import answering_units as places
from emulation_cli.tallies.measures.dimensions import dimensions, known
from emulation_cli.tallies.measures.figures import ReportRequest
from emulation_cli.tallies.measures.period_figures import figures
from tests.units.conftest import add_exemplar, add_unit

from . import recounting
from .plainly import Plain
from .worlds import Bench, Question, World, asked, questions, worlds

PERIOD = Period.parse("2022-2023")


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    return Bench(tmp_path_factory.mktemp("recounting") / "empty.db")


@pytest.fixture
def merged(register_path) -> Iterator[Register]:
    """Two communes became one, which changed its name later; a third one was split."""
    with create(register_path, unit_name="Huyện Cẩm Xuyên", language="vi") as register:
        names = ("Cẩm Quang", "Cẩm Quan", "Cẩm Sơn", "Cẩm Xuyên", "Cẩm Lạc", "Cẩm Hưng", "Mới")
        units = [add_unit(register, f"Xã {name}", unit_group=f"Khối {name}") for name in names]
        unit_successions.succeed(register, units[:2], units[3:4], "2022-07-01")
        unit_successions.succeed(register, units[2:3], units[4:6], "2022-07-01")
        unit_successions.succeed(register, units[3:4], units[6:], "2023-01-01")
        for number, unit in enumerate(units):
            add_exemplar(register, f"Người {number}", unit, "2022")
            honour = {"recipient": f"Người {number}", "kind": "individual", "act": "praise"}
            values = honour | {"unit": unit, "for": Ref("exemplars", number + 1)}
            new_records.add(register, "honours", values | {"date": PartialDate("2023")})
        yield register


@st.composite
def cases(draw: st.DrawFn) -> tuple[World, Question]:
    world = draw(worlds())
    return world, draw(questions(world))


@given(case=cases())
def test_what_the_questions_count_is_what_plain_loops_count(
    bench: Bench, case: tuple[World, Question]
) -> None:
    world, question = case
    with bench.register(world) as register:
        period, _, _ = asked(register, question)
        rows = recounting.read(register)

        assert not list(recounting.of_period(register, rows, period, question.cut_off))


def test_units_are_followed_through_time_another_way(merged, monkeypatch) -> None:
    assert not list(recounting.differences(merged))

    monkeypatch.setattr(places, "answering", lambda steps, unit, known: unit)

    figure = {name for _, name, _, _ in recounting.differences(merged)}
    assert {"exemplars.by_unit.unassigned.total", "tally honours.by_unit_group.Khối Mới"} <= figure


def test_every_figure_of_the_report_is_counted_again(merged) -> None:
    report = figures(merged, ReportRequest(PERIOD)).as_json()
    plain = Plain(recounting.read(merged), PERIOD)

    for section, counted in recounting.sections(plain).items():
        # What a model-year may be stands beside the other numbers, and is left out where it is 0.
        zero = {"new", "continued", "unstated"} if section == "models" else set()
        assert counted.keys() | zero == report[section].keys() - {"period", "least"}


def test_every_dimension_of_every_tally_is_counted_again(merged) -> None:
    day = {"date": PartialDate("2023")}
    model = {"name": "Ngõ xanh", "unit": merged.unit(1), "field": "KT", "year": day["date"]}
    new_records.add(merged, "models", model)
    new_records.add(merged, "events", {"name": "Hội nghị", "type": "praise", **day})
    new_records.add(merged, "decisions", {"number": "1/QĐ", "level": "district", **day})
    days = {"period": "2023", "first_day": "2023-01-01", "last_day": "2023-12-31"}
    figure = {"name": "Mô hình", "section": "models", "value": 3, "source": "Báo cáo 2023"}
    keys = {"name_key": "mo hinh", "comparing_key": "mo hinh"}
    merged.insert("reported_figure", figure | days | keys)

    counted = recounting.recount(Plain(recounting.read(merged), PERIOD))

    # What the conference tells besides is counted again in tests/commands/test_conference.py.
    besides = {"presenters", "publications", "targets"}
    elsewhere = {"registrations", "units", "movements", "proposals", "dossiers", *besides}
    assert set(recounting.TALLIED) == dimensions().keys() - elsewhere
    for noun in recounting.TALLIED:
        found = {name.split(".")[1] for name in counted if name.startswith(f"tally {noun}.")}
        assert found == {f"by_{name}" for name in known(noun)}
    assert not list(recounting.differences(merged))


def test_a_new_figure_that_nobody_counts_again_is_a_difference(merged, monkeypatch) -> None:
    report = figures(merged, ReportRequest(PERIOD)).as_json()
    report["events"]["attendance"] = {"by_month": [{"code": "2022-05", "label": "", "most": 120}]}
    monkeypatch.setattr(
        recounting, "figures", lambda *_: type("Report", (), {"as_json": lambda _: report})()
    )

    found = recounting.of_period(merged, recounting.read(merged), PERIOD, None)

    assert list(found) == [("events.attendance.by_month.2022-05.most", 120, 0)]

"""Tallies by several dimensions against a plain recount, and every cell against its list."""

from collections import Counter
from collections.abc import Callable, Mapping
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emulation_cli.domain.errors import Usage
from emulation_cli.domain.times.period import Period
from emulation_cli.tallies.crosstab import Crosstab, crosstab
from emulation_cli.tallies.row_lists.list_requests import ListRequest
from emulation_cli.tallies.row_lists.listings import listing

from .recount import Recount
from .worlds import Bench, Model, Question, UnitRow, World, asked, questions, worlds


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    return Bench(tmp_path_factory.mktemp("crosstab") / "empty.db")


@st.composite
def cases(draw: st.DrawFn) -> tuple[World, Question]:
    world = draw(worlds())
    return world, draw(questions(world))


HIGHEST_FIRST = ("province", "district", "grassroots")


def yes(fulfilled: bool) -> str:
    return "1" if fulfilled else "0"


Of = Callable[[Recount, Any], Any]
UNIT: Of = lambda recount, one: recount.unit_code(one.unit_id)  # noqa: E731
EXEMPLARS: Mapping[str, Of] = {
    "unit": UNIT,
    "field": lambda _, one: one.field,
    "kind": lambda _, one: one.kind,
    "year": lambda recount, one: recount.year_of(one),
    "gender": lambda _, one: one.gender,
    "fostered": lambda recount, one: yes("fostered" in recount.stages_of(one)),
    "honoured": lambda recount, one: yes(
        one.id in {honour.exemplar_id for honour in recount.awarded_anywhere()}
    ),
}
OF_ALL: Mapping[str, Of] = {name: EXEMPLARS[name] for name in ("unit", "field", "kind")}
MODELS: Mapping[str, Of] = {
    **OF_ALL,
    "recognised": lambda recount, one: yes(one in recount.reached("recognised")),
    "honoured": lambda recount, one: yes(
        one.id in {honour.model_id for honour in recount.awarded_anywhere()}
    ),
    "highest_level": lambda recount, one: next(
        (level for level in HIGHEST_FIRST if one in recount.reached("recognised", level)), None
    ),
}
REGISTRATIONS: Mapping[str, Of] = {
    **{name: lambda recount, row, of=of: of(recount, row[0]) for name, of in MODELS.items()},
    "year": lambda _, row: row[1],
    "status": lambda _, row: None if row[2] == "unstated" else row[2],
}
HONOURS: Mapping[str, Of] = {
    **OF_ALL,
    "field": lambda _, one: None,
    "act": lambda _, one: one.act,
    "form": lambda _, one: one.form,
    "title": lambda _, one: one.title,
    "level": lambda recount, one: recount.level_of(one),
    "category": lambda recount, one: recount.category_of(one),
    "year": lambda recount, one: recount.day_of(one)[:4],
    "event": lambda _, one: one.event_id and f"E{one.event_id}",
    "decision": lambda _, one: one.decision_id and f"D{one.decision_id}",
    "gender": lambda recount, one: recount.recipient_of(one)[0],
}
del HONOURS["field"]
NOUNS: Mapping[str, tuple[Mapping[str, Of], Callable[[Recount], list[Any]]]] = {
    "exemplars": (EXEMPLARS, Recount.exemplars),
    "models": (MODELS, Recount.models),
    "registrations": (REGISTRATIONS, Recount.registrations),
    "honours": (HONOURS, Recount.placed_honours),
}


def tallied(bench: Bench, case: tuple[World, Question], noun: str, by: tuple[str, ...]) -> Crosstab:
    world, question = case
    with bench.register(world) as register:
        period, _, within = asked(register, question)
        return crosstab(register, _request(noun, period, question, within), by)


def _request(noun: str, period: Period, question: Question, within: Any) -> ListRequest:
    registrations = noun == "registrations"
    return ListRequest(
        "models" if registrations else noun,
        period,
        question.cut_off,
        within,
        registrations=registrations,
    )


@given(cases(), st.sampled_from(list(NOUNS)), st.data())
def test_every_cell_is_what_a_plain_recount_gives(bench, case, noun, data):
    of, records = NOUNS[noun]
    by = tuple(data.draw(st.permutations(list(of))))[: data.draw(st.integers(1, 4))]
    recount = Recount(*case, case[1].period)
    expected = Counter(tuple(of[name](recount, one) for name in by) for one in records(recount))

    found = tallied(bench, case, noun, by)

    assert dict(found.cells) == dict(expected)
    assert found.total == len(records(recount))


NUMBERED = ("year", "fostered", "recognised", "honoured")


@given(cases(), st.sampled_from(("exemplars", "models", "honours")), st.data())
def test_every_cell_opens_to_exactly_its_rows(bench, case, noun, data):
    world, question = case
    by = tuple(data.draw(st.permutations([name for name in NOUNS[noun][0] if name != "unit"])))[:2]
    with bench.register(world) as register:
        period, _, within = asked(register, question)
        request = _request(noun, period, question, within)
        found = crosstab(register, request, by)
        for codes in product(*([heading.code for heading in one] for one in found.headings)):
            filters = tuple(
                (name, int(code) if name in NUMBERED and code else code)
                for name, code in zip(by, codes, strict=True)
            )
            rows = listing(register, request._replace(filters=filters)).rows
            assert len(rows) == found.cells.get(codes, 0)


@given(cases())
def test_a_unit_alone_opens_to_its_own_rows(bench, case):
    world, question = case
    with bench.register(world) as register:
        period, _, _ = asked(register, question)
        found = crosstab(register, ListRequest("exemplars", period), ("unit",))
        for unit in world.units:
            request = ListRequest("exemplars", period, within=(register.unit(unit.id),), alone=True)
            code = unit.code or f"U{unit.id}"
            assert len(listing(register, request).rows) == found.cells.get((code,), 0)
        nowhere = ListRequest("exemplars", period, filters=(("unit", None),))
        assert len(listing(register, nowhere).rows) == found.cells.get((None,), 0)


def test_what_is_not_known_comes_last(bench):
    world = World([UnitRow(1, None, None), UnitRow(2, "A", None)], [], [], [], [], [])
    with bench.register(world) as register:
        register.update("unit", 1, {"unit_group": "Khối xã"})
        found = crosstab(register, ListRequest("units"), ("unit_group",))
    assert [heading.code for heading in found.headings[0]] == ["Khối xã", None]


def test_units_of_a_type_and_of_a_group_open_to_the_records_of_these_units(bench):
    world = World([UnitRow(1, None, None), UnitRow(2, None, None)], [], [], [], [], [])
    with bench.register(world) as register:
        register.update("unit", 1, {"unit_group": "Khối xã", "type": "ward"})
        for number, unit in enumerate((1, 1, 2, None), start=1):
            row = {"name": f"Người {number}", "kind": "individual", "unit_id": unit}
            register.insert("exemplar", row | {"name_key": "n", "comparing_key": "n"})
        found = crosstab(register, ListRequest("exemplars"), ("unit_group", "unit_type"))
        for (group, kind), n in found.cells.items():
            filters = (("unit_group", group), ("unit_type", kind))
            assert len(listing(register, ListRequest("exemplars", filters=filters)).rows) == n
    assert dict(found.cells) == {("Khối xã", "ward"): 2, (None, "commune"): 1, (None, None): 1}


def test_the_level_of_a_model_is_the_highest_that_recognised_it(bench):
    milestones = [("recognised", "2022", "district"), ("recognised", "2022", "grassroots")]
    models = [Model(1, "collective", 1, "KT", False, [("2022", "new")], milestones)]
    models += [Model(2, "collective", 1, "KT", False, [("2022", "new")], [])]
    world = World([UnitRow(1, None, None)], [], models, [], [], [])
    with bench.register(world) as register:
        found = crosstab(register, ListRequest("models"), ("level",))
    assert dict(found.cells) == {("district",): 1, (None,): 1}
    assert found.by == ("highest_level",)


@pytest.mark.parametrize("by", [("act",), ("unit", "unit"), ("year", "no_such")])
def test_a_dimension_that_a_noun_has_not_is_refused(bench, by):
    world = World([], [], [], [], [], [])
    with bench.register(world) as register, pytest.raises(Usage):
        crosstab(register, ListRequest("exemplars"), by)

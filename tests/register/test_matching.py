"""Which record a row of a list is: identity, never likeness (DESIGN section 3)."""

import pytest

from emulation_cli.domain.catalogue.refs import Ref
from emulation_cli.register.cancelling import cancel
from emulation_cli.register.recording.editing import edit
from emulation_cli.register.recording.new_records import add
from emulation_cli.tallies.row_lists.listings import ListRequest, listing

from .lists import codes, counts, day, take


def links(register):
    return [(row["exemplar_id"], row["model_id"]) for row in register.rows("SELECT * FROM honours")]


def subjects(register):
    return {row["subject"] for row in register.rows("SELECT subject FROM exemplars")}


@pytest.mark.parametrize(
    "other",
    [
        {"kind": "household"}, {"name": "Nguyễn Văn Hóa"}, {"name": "Nguyen Van Hoa"},
        {"birth_year": 1970},
    ],
)  # fmt: skip
def test_another_kind_name_or_year_of_birth_is_another_exemplar(register, rows, other):
    row = rows["exemplars"] | {"birth_year": 1965}
    take(register, "exemplars", row)
    assert counts(take(register, "exemplars", row | other)) == (1, 0, 0, 0)


def test_a_namesake_of_another_unit_is_another_record(register, rows):
    for noun in ("exemplars", "models", "honours"):
        take(register, noun, rows[noun])
        other = rows[noun] | {"unit": register.unit(3)}
        assert counts(take(register, noun, other)) == (1, 0, 0, 0), noun


def test_a_row_that_may_be_several_people_is_a_record_of_its_own(register, rows):
    row = rows["exemplars"]
    for year in (1965, 1970):
        take(register, "exemplars", row | {"birth_year": year})
    assert counts(take(register, "exemplars", row | {"discovered": day("2023")})) == (1, 0, 0, 0)
    assert counts(take(register, "exemplars", row | {"birth_year": 1970})) == (0, 0, 1, 0)
    assert subjects(register) == {"X1", "X2", "X3"}


def test_doubles_recorded_by_hand_count_once_and_a_row_meets_the_first(register, rows):
    values = {
        "name": "Nguyễn Văn Hòa",
        "kind": "individual",
        "unit": register.unit(2),
        "field": "y-te",
    }
    for _ in range(2):
        add(register, "exemplars", values)
    assert counts(take(register, "exemplars", rows["exemplars"] | {"field": "y-te"}))[0] == 0
    assert counts(take(register, "exemplars", rows["exemplars"] | {"birth_year": 1965}))[0] == 1
    assert subjects(register) == {"X1"}


def test_a_unit_is_known_by_its_code_else_by_name_type_and_parent(register):
    one = {"name": "Xã Cẩm Duệ", "type": "commune", "parent": register.unit(1)}
    assert counts(take(register, "units", one | {"code": "CX-02"})) == (0, 1, 0, 0)
    assert counts(take(register, "units", one | {"code": "CX-77"})) == (1, 0, 0, 0)
    assert counts(take(register, "units", one | {"type": "township"})) == (1, 0, 0, 0)
    # A parent that a row does not state is no difference, and here two may be meant.
    bare = {"name": "Xã Cẩm Duệ", "type": "commune"}
    assert codes(take(register, "units", bare)) == [("name", "several_namesakes", "block")]


def test_a_parent_that_one_side_does_not_state_is_no_difference(register):
    bare = {"name": "Xã Cẩm Hà", "type": "commune"}
    assert counts(take(register, "units", bare)) == (0, 0, 1, 0)
    village = {"name": "Thôn Một", "type": "village"}
    assert counts(take(register, "units", village)) == (1, 0, 0, 0)
    assert counts(take(register, "units", village | {"parent": register.unit(2)})) == (0, 1, 0, 0)
    other = take(register, "units", village | {"parent": register.unit(3)})
    assert (counts(other), codes(other)) == ((1, 0, 0, 0), [])


def test_a_second_unit_of_one_name_is_told(register):
    office = {"name": "Xã Cẩm Hà", "type": "office"}
    assert codes(take(register, "units", office)) == [("name", "second_unit", "warn")]


def test_a_list_may_give_a_known_unit_another_parent(register):
    village = {"name": "Thôn Một", "type": "village", "code": "T1"}
    take(register, "units", village | {"parent": register.unit(2)})
    elsewhere = village | {"parent": register.unit(3)}
    refused = take(register, "units", elsewhere)
    assert [(one.column, one.values["old"], one.values["new"]) for one in refused.findings] == [
        ("parent", "Xã Cẩm Duệ", "Xã Cẩm Hà")
    ]
    assert counts(take(register, "units", elsewhere, update=True)) == (0, 1, 0, 0)
    below = {"name": "Huyện Cẩm Xuyên", "type": "district", "parent": register.unit(2)}
    assert codes(take(register, "units", below, update=True)) == [
        ("parent", "unit_below_itself", "block")
    ]


def test_events_of_one_name_on_two_days_are_two(register, rows):
    later = rows["events"] | {"date": day("05/10/2023")}
    assert counts(take(register, "events", rows["events"], later)) == (2, 0, 0, 0)


def test_decision_numbers_start_again_every_year(register, rows):
    row = rows["decisions"]
    take(register, "decisions", row)
    assert counts(take(register, "decisions", row | {"date": day("2022")})) == (1, 0, 0, 0)
    assert counts(take(register, "decisions", row | {"body": "Huyện ủy"})) == (1, 0, 0, 0)
    assert counts(take(register, "decisions", row | {"number": "1 / qđ-ubnd"})) == (0, 0, 1, 0)


def test_a_decision_that_only_an_annex_names_is_recorded_from_it(register, rows):
    take(register, "honours", rows["honours"], rows["honours"] | {"recipient": "Lê Thị Mai"})
    (decision,) = register.rows("SELECT * FROM decision")
    assert (decision["number"], decision["date"]) == ("1/QĐ-UBND", "2023-10-04")
    take(register, "decisions", rows["decisions"])
    (listed,) = listing(register, ListRequest("decisions")).rows
    assert listed[0] == "D2"


def test_an_annex_and_a_log_tell_of_one_honour(register, rows):
    """The annex names the decision by its number alone; the honour counts once, in either order."""
    bare = {**rows["honours"], "decision_date": None}
    for way in ((bare, rows["honours"]), (rows["honours"], bare)):
        for row in way:
            take(register, "honours", row)
        assert len(listing(register, ListRequest("honours")).rows) == 1


def test_an_honour_is_found_again_by_its_occasion(register, rows):
    row = rows["honours"]
    take(register, "honours", row)
    for other in (
        {"act": "praise"}, {"form": None}, {"decision_number": "2/QĐ-UBND"},
    ):  # fmt: skip
        assert counts(take(register, "honours", row | other)) == (1, 0, 0, 0), other
    bare = {"recipient": "Lê Thị Mai", "unit": register.unit(2), "act": "praise"}
    for when in ("2022", "2023"):
        assert counts(take(register, "honours", bare | {"date": day(when)})) == (1, 0, 0, 0)
        assert counts(take(register, "honours", bare | {"date": day(when)})) == (0, 0, 1, 0)


def test_an_event_is_found_by_name_or_refused(register, rows):
    row = {"recipient": "a", "unit": register.unit(2), "event": "HỘI NGHỊ biểu dương"}
    assert codes(take(register, "honours", row)) == [("event", "unknown_event", "block")]
    take(register, "events", rows["events"])
    assert counts(take(register, "honours", row)) == (1, 0, 0, 0)
    take(register, "events", rows["events"] | {"date": day("2022")})
    other = row | {"recipient": "b"}
    assert codes(take(register, "honours", other)) == [("event", "ambiguous_event", "block")]
    assert counts(take(register, "honours", other | {"date": day("2022")})) == (1, 0, 0, 0)


def test_a_recipient_is_linked_to_the_exemplar_or_model_that_it_is(register, rows):
    take(register, "exemplars", rows["exemplars"])
    take(register, "models", rows["models"])
    common = {"unit": register.unit(2), "act": "praise", "date": day("2023")}
    take(
        register,
        "honours",
        common | {"recipient": "nguyễn văn hoà", "kind": "individual"},
        common | {"recipient": "Tổ tự quản", "kind": "collective"},
        common | {"recipient": "Nguyễn Văn Hóa", "kind": "individual"},
        common | {"recipient": "Nguyễn Văn Hòa", "kind": "individual", "unit": register.unit(3)},
        common | {"recipient": "Nguyễn Văn Hòa", "kind": "household", "act": "commend"},
    )
    assert links(register) == [(1, None), (None, 1), (None, None), (None, None), (None, None)]


def test_of_two_namesakes_none_is_linked(register, rows):
    for year in (1965, 1970):
        take(register, "exemplars", rows["exemplars"] | {"birth_year": year})
    row = {"recipient": "Nguyễn Văn Hòa", "kind": "individual", "unit": register.unit(2)}
    take(register, "honours", row | {"date": day("2023")})
    assert links(register) == [(None, None)]


def test_an_honour_that_came_before_its_exemplar_belongs_to_it(register, rows):
    row = {
        "recipient": "Nguyễn Văn Hòa",
        "kind": "individual",
        "unit": register.unit(2),
        "date": day("2023"),
    }
    take(register, "honours", row)
    take(register, "exemplars", rows["exemplars"])
    assert counts(take(register, "honours", row)) == (0, 0, 1, 0)
    assert links(register) == [(1, None)]


def test_what_the_clerk_said_of_an_honour_is_kept(register, rows):
    take(register, "exemplars", rows["exemplars"])
    take(register, "models", rows["models"])
    row = {
        "recipient": "Người khác",
        "kind": "individual",
        "unit": register.unit(2),
        "date": day("2023"),
    }
    take(register, "honours", row)
    edit(register, "H1", {"for": Ref("models", 1)})
    assert counts(take(register, "honours", row)) == (0, 0, 1, 0)
    assert counts(take(register, "honours", row, update=True)) == (0, 0, 1, 0)
    assert links(register) == [(None, 1)]


def test_two_namesakes_that_honours_were_typed_for_stay_two(register, rows):
    for year in (1965, 1970):
        take(register, "exemplars", rows["exemplars"] | {"birth_year": year})
    common = {"recipient": "Nguyễn Văn Hòa", "kind": "individual", "unit": register.unit(2)}
    for number in (1, 2):
        row = common | {"act": "praise", "for": Ref("exemplars", number)}
        add(register, "honours", row | {"date": day(f"202{number}")})
    assert links(register) == [(1, None), (2, None)]


def test_a_living_record_is_met_before_a_cancelled_one(register, rows):
    take(register, "exemplars", rows["exemplars"])
    cancel(register, "X1", "nhập nhầm")
    add(
        register,
        "exemplars",
        {name: rows["exemplars"][name] for name in ("name", "kind", "unit", "field")},
    )
    assert counts(take(register, "exemplars", rows["exemplars"])) == (0, 1, 0, 0)


def test_a_code_is_one_in_capitals_or_not(register):
    unit = {"name": "Thôn Thượng", "type": "village", "code": "TH-01"}
    take(register, "units", unit)
    assert counts(take(register, "units", unit | {"code": "th-01"})) == (0, 0, 1, 0)
    assert counts(take(register, "units", unit | {"code": "th-02"})) == (1, 0, 0, 0)

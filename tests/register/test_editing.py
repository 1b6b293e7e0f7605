"""Editing, marking and cancelling: each one change, refused whole where a rule forbids it."""

import pytest

from emulation_cli.domain.catalogue.refs import Ref
from emulation_cli.domain.errors import Refused
from emulation_cli.domain.times.partial_date import PartialDate
from emulation_cli.register.cancelling import cancel
from emulation_cli.register.recording.editing import edit, existing, mark
from emulation_cli.register.recording.new_records import add


def day(text):
    return PartialDate.parse(text)


@pytest.fixture
def office(register):
    """Two exemplars (X1, X2), two models (M1 registered in 2021, M2), and an honour by a decision."""
    unit = register.unit(2)
    for name in ("Nguyễn Văn Hòa", "Trần Thị Đào"):
        values = {"name": name, "kind": "individual", "unit": unit, "field": "kinh tế"}
        add(register, "exemplars", values | {"discovered": day("2021")})
    add(register, "models", {"name": "Mô hình 1", "unit": unit, "field": "KT", "year": day("2021")})
    add(register, "models", {"name": "Mô hình 2", "unit": unit, "field": "KT"})
    decision = {"number": "1/QĐ", "date": day("2023"), "body": "UBND", "level": "district"}
    add(register, "decisions", decision)
    honour = {
        "recipient": "a",
        "kind": "individual",
        "unit": unit,
        "act": "commend",
        "decision": Ref("decisions", 1),
    }
    add(register, "honours", honour)
    return register


def changes(register):
    return register.rows("SELECT * FROM change")


def dump(register):
    return list(register.connection.iterdump())


def test_an_edit_says_what_was_and_what_is(office):
    edited = edit(office, "x1", {"birth_year": 1965, "position": "Chi hội trưởng"})
    assert (edited.id, edited.name) == ("X1", "Nguyễn Văn Hòa")
    # In the order of the catalogue, whatever order they were given in.
    assert edited.changes == (("position", None, "Chi hội trưởng"), ("birth_year", None, 1965))
    assert edit(office, "X1", {"birth_year": None}).changes == (("birth_year", 1965, None),)


def test_a_new_name_is_found_by_its_new_keys(office):
    assert edit(office, "X1", {"name": "Lê Văn Bình"}).changes == (
        ("name", "Nguyễn Văn Hòa", "Lê Văn Bình"),
    )
    _, row = existing(office, "X1")
    assert (row["name_key"], row["comparing_key"]) == ("le van binh", "lê văn bình")
    edit(office, "U3", {"name": "Xã Cẩm Quan"})
    assert office.find_unit("cam quan").id == 3


def test_an_edit_that_changes_nothing_is_no_change(office):
    before = len(changes(office))
    assert edit(office, "X1", {"name": "Nguyễn Văn Hòa", "field": "KINH TẾ"}).changes == ()
    assert len(changes(office)) == before


def test_other_names_of_a_unit_are_replaced_as_a_whole(office):
    edit(office, "U2", {"other_names": ("Duệ", "Cẩm Due cũ")})
    ((column, before, after),) = edit(office, "U2", {"other_names": ("Duệ",)}).changes
    assert (column, set(before.split("; ")), after) == ("other_names", {"Duệ", "Cẩm Due cũ"}, "Duệ")
    assert office.find_unit("duệ").id == 2
    with pytest.raises(Refused):
        office.find_unit("Cẩm Due cũ")


def test_the_day_of_a_stage_is_corrected_or_added(office):
    assert edit(office, "X1", {"discovered": day("05/2021")}).changes == (
        ("discovered", "2021", "2021-05"),
    )
    assert edit(office, "X1", {"multiplied": day("2023")}).changes == (
        ("multiplied", None, "2023"),
    )
    rows = office.rows("SELECT milestone, date FROM exemplar_milestone WHERE exemplar_id = 1")
    assert rows == [
        {"milestone": "discovered", "date": "2021-05"}, {"milestone": "multiplied", "date": "2023"},
    ]  # fmt: skip


def test_the_honour_of_an_exemplar_may_be_given_to_a_model(office):
    edit(office, "H1", {"for": Ref("exemplars", 1)})
    edit(office, "H1", {"for": Ref("models", 2)})
    row = office.row("SELECT exemplar_id, model_id FROM honours WHERE id = 1")
    assert row == {"exemplar_id": None, "model_id": 2}


@pytest.mark.parametrize("text", ["X99", "Z1", "X", "", "12", "X1x", "X-1", "X²", "X" + "9" * 30])
def test_an_id_that_is_none_is_refused(office, text):
    with pytest.raises(Refused) as refused:
        existing(office, text)
    assert refused.value.sentence == "domain.no_such_id"


def test_a_code_of_a_unit_that_is_taken_is_refused_in_an_edit_too(office):
    before = dump(office)
    with pytest.raises(Refused) as refused:
        edit(office, "U2", {"code": "CX"})
    assert refused.value.sentence == "domain.unit_code_taken"
    assert dump(office) == before
    assert edit(office, "U1", {"code": "CX"}).changes == ()


@pytest.mark.parametrize("parent", [1, 2])
def test_a_unit_does_not_stand_below_itself(office, parent):
    before = dump(office)
    with pytest.raises(Refused):
        edit(office, "U1", {"parent": office.unit(parent)})
    assert dump(office) == before


def test_a_milestone_is_recorded_where_it_belongs(office):
    mark(office, ["X1"], "fostered", date=day("2022"), document="12-KH/HU")
    mark(office, ["M1"], "continued", date=day("2022"))
    mark(office, ["M1"], "recognised", date=day("2022-12"), level="district")
    mark(office, ["M1"], "replicated", date=day("2023"), unit=office.unit(3))
    stage = office.row("SELECT * FROM exemplar_milestone WHERE milestone = 'fostered'")
    assert (stage["exemplar_id"], stage["date"], stage["document"]) == (1, "2022", "12-KH/HU")
    assert office.row("SELECT * FROM registration WHERE year = 2022")["status"] == "continued"
    rows = office.rows("SELECT milestone, date, level, unit_id FROM model_milestone")
    assert [tuple(row.values()) for row in rows] == [
        ("recognised", "2022-12", "district", None), ("replicated", "2023", None, 3),
    ]  # fmt: skip


def test_several_records_are_marked_in_one_change(office):
    before = len(changes(office))
    marked = mark(office, ["X1", "x2"], "multiplied", date=day("2023"))
    assert [one.id for one in marked] == ["X1", "X2"]
    assert len(changes(office)) == before + 1


@pytest.mark.parametrize(
    ("ids", "milestone", "date", "sentence"),
    [
        (["X1", "X99"], "fostered", "2022", "domain.no_such_id"),
        (["X2", "X1"], "registered", "2022", "domain.unfit_milestone"),
        (["X2", "M1"], "fostered", "2022", "domain.unfit_milestone"),
        (["E1"], "fostered", "2022", "domain.no_such_id"),
        (["H1"], "fostered", "2022", "domain.unfit_milestone"),
        (["X2", "X1"], "discovered", "2021", "domain.already_marked"),
        (["M2", "M1"], "registered", "2021", "domain.already_marked"),
        (["M2", "M1"], "continued", "2021-05", "domain.already_registered"),
    ],
)
def test_a_mark_that_is_refused_marks_none_of_them(office, ids, milestone, date, sentence):
    before = dump(office)
    with pytest.raises(Refused) as refused:
        mark(office, ids, milestone, date=day(date))
    assert refused.value.sentence == sentence
    assert dump(office) == before


def test_a_registration_needs_a_year(office):
    with pytest.raises(Refused) as refused:
        mark(office, ["M2"], "registered")
    assert refused.value.sentence == "domain.registration_needs_year"


def test_only_recognition_has_a_level(office):
    before = dump(office)
    with pytest.raises(Refused):
        mark(office, ["M1"], "appraised", date=day("2022"), level="district")
    assert dump(office) == before


def test_a_milestone_is_taken_off_again(office):
    mark(office, ["X1"], "discovered", date=day("2021"), remove=True)
    assert office.rows("SELECT * FROM exemplar_milestone WHERE exemplar_id = 1") == []
    with pytest.raises(Refused) as refused:
        mark(office, ["X1"], "discovered", date=day("2021"), remove=True)
    assert refused.value.sentence == "domain.not_marked"


def test_a_model_may_be_recognised_at_two_levels_on_one_day(office):
    for level in ("grassroots", "district"):
        mark(office, ["M1"], "recognised", date=day("2022"), level=level)
    assert len(office.rows("SELECT * FROM model_milestone")) == 2


def test_what_is_cancelled_stays_with_its_reason(office):
    assert cancel(office, "x1", "nhập nhầm").id == "X1"
    _, row = existing(office, "X1")
    assert row["cancelled_on"]
    assert row["cancelled_reason"] == "nhập nhầm"
    with pytest.raises(Refused) as refused:
        cancel(office, "X1", "lần nữa")
    assert refused.value.values == {"id": "X1", "reason": "nhập nhầm"}


def test_a_unit_with_records_is_not_cancelled(office):
    for unit in ("U1", "U2"):
        with pytest.raises(Refused) as refused:
            cancel(office, unit, "sáp nhập")
        assert refused.value.sentence == "domain.unit_in_use"
    cancel(office, "U3", "nhập nhầm")
    with pytest.raises(Refused):
        office.find_unit("Cẩm Hà")


def test_a_unit_that_holds_an_event_is_not_cancelled(office):
    values = {
        "name": "Hội nghị",
        "type": "praise",
        "date": day("2023"),
        "organiser": office.unit(3),
    }
    add(office, "events", values)
    with pytest.raises(Refused) as refused:
        cancel(office, "U3", "sáp nhập")
    assert refused.value.sentence == "domain.unit_in_use"


def test_a_cancelled_decision_tells_how_many_honours_stand_under_it(office):
    assert cancel(office, "D1", "thu hồi").warnings == (
        ("domain.honours_leave", {"count": 1, "id": "D1"}),
    )


def test_an_import_is_not_cancelled(office):
    with office.change() as change:
        office.insert("import", {"change_id": change.id})
    with pytest.raises(Refused) as refused:
        cancel(office, "I1", "x")
    assert refused.value.sentence == "domain.cannot_cancel"

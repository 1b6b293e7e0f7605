"""Taking in lists: the same row again changes nothing, what differs is never taken in silence."""

import sqlite3
from dataclasses import dataclass, field
from typing import Any

import pytest

from emulation_cli.domain.partial_date import PartialDate
from emulation_cli.register.editing import cancel, edit
from emulation_cli.register.importing import Importer, Taken, log_import
from emulation_cli.register.recording import add
from emulation_cli.tallies.listings import ListRequest, listing


def day(text):
    return PartialDate.parse(text)


@dataclass
class Row:
    """A row as intake gives it."""

    values: dict[str, Any]
    row: int = 1
    sheet: str | None = "Sheet1"
    raw: dict[str, str] = field(default_factory=dict)


def take(register, noun: str, *rows: dict[str, Any], keep: bool = True, **more: Any) -> Taken:
    """Import one list by itself, as one command."""
    numbered = [Row(values, number) for number, values in enumerate(rows, start=1)]
    with register.change() as change:
        taken = Importer(register, **more).take(noun, numbered)
        change.keep = keep
    return taken


def counts(taken: Taken) -> tuple[int, int, int, int]:
    told = taken.counts
    return told["added"], told["changed"], told["unchanged"], len(taken.refused)


def codes(taken: Taken) -> list[tuple[str, str, str]]:
    return [(found.column, found.code, found.severity) for found in taken.findings]


def content(register) -> dict[str, list[dict[str, Any]]]:
    tables = (
        "unit", "unit_name", "exemplar", "exemplar_milestone", "model", "registration",
        "model_milestone", "event", "decision", "honour", "term",
    )  # fmt: skip
    return {table: register.rows(f"SELECT * FROM {table}") for table in tables}


@pytest.fixture
def rows(register) -> dict[str, dict[str, Any]]:
    """One row of a list for each register."""
    unit = register.unit(2)
    form = register.vocabularies.find("form", "Giấy khen")
    return {
        "units": {"name": "Xã Cẩm Quan", "type": "commune", "parent": "Huyện Cẩm Xuyên", "other_names": ("Quan",)},
        "decisions": {"number": "1/QĐ-UBND", "date": day("04/10/2023"), "body": "UBND huyện", "level": "district"},
        "events": {"name": "Hội nghị biểu dương", "type": "praise", "date": day("04/10/2023")},
        "exemplars": {
            "name": "Nguyễn Văn Hòa", "kind": "individual", "unit": unit, "field": "Nghề cá",
            "discovered": day("2021"), "fostered": day("05/2022"),
        },
        "models": {
            "name": "Tổ tự quản", "kind": "collective", "unit": unit, "field": "KT", "year": 2021,
            "status": "new", "recognised": day("2022"), "recognised_level": "district",
        },
        "honours": {
            "recipient": "Trần Thị Đào", "kind": "individual", "unit": unit, "act": "commend",
            "form": form, "decision_number": "1/QĐ-UBND", "decision_date": day("04/10/2023"),
            "amount": 500_000,
        },
    }  # fmt: skip


NOUNS = ("units", "decisions", "events", "exemplars", "models", "honours")


@pytest.mark.parametrize("noun", NOUNS)
def test_the_same_list_again_changes_nothing_and_says_so(register, rows, noun):
    assert counts(take(register, noun, rows[noun])) == (1, 0, 0, 0)
    before = content(register)
    again = take(register, noun, rows[noun])
    assert counts(again) == (0, 0, 1, 0)
    assert (again.changes, again.findings) == ([], [])
    assert content(register) == before


@pytest.mark.parametrize("noun", NOUNS)
def test_a_dry_run_leaves_the_register_as_it_was(register, rows, noun):
    before = content(register)
    assert counts(take(register, noun, rows[noun], keep=False)) == (1, 0, 0, 0)
    assert content(register) == before
    register.forget_vocabularies()
    assert counts(take(register, noun, rows[noun])) == (1, 0, 0, 0)


def test_every_value_stands_where_it_belongs(register, rows):
    for noun in NOUNS:
        take(register, noun, rows[noun])
    unit = register.find_unit("Quan")
    assert (unit.id, unit.name, unit.parent_id) == (4, "Xã Cẩm Quan", 1)
    stages = register.rows("SELECT milestone, date FROM exemplar_milestone ORDER BY date")
    assert [tuple(row.values()) for row in stages] == [
        ("discovered", "2021"),
        ("fostered", "2022-05"),
    ]
    assert register.rows("SELECT year, status FROM registration") == [
        {"year": 2021, "status": "new"}
    ]
    reached = register.rows("SELECT milestone, date, level FROM model_milestone")
    assert [tuple(row.values()) for row in reached] == [("recognised", "2022", "district")]
    (honour,) = register.rows("SELECT * FROM honours")
    assert (honour["decision_id"], honour["date"], honour["form"]) == (1, "2023-10-04", "giay-khen")
    assert (honour["amount"], honour["status"], honour["level"]) == (500_000, "awarded", "district")
    (exemplar,) = listing(register, ListRequest("exemplars")).rows
    assert "Nghề cá" in exemplar


def test_another_date_is_a_further_milestone_of_the_same_exemplar(register, rows):
    row = rows["exemplars"]
    take(register, "exemplars", row)
    again = take(register, "exemplars", row | {"discovered": day("2023"), "name": "NGUYỄN VĂN HOÀ"})
    assert counts(again) == (0, 1, 0, 0)
    found = register.rows("SELECT date FROM exemplar_milestone WHERE milestone = 'discovered'")
    assert [one["date"] for one in found] == ["2021", "2023"]
    assert len(register.rows("SELECT * FROM exemplar")) == 1


def test_another_year_is_a_further_registration_of_the_same_model(register, rows):
    row = rows["models"]
    one_list = take(register, "models", row, row | {"year": 2022, "status": "continued"})
    assert counts(one_list) == (1, 0, 0, 0)
    assert counts(take(register, "models", row | {"year": 2023, "status": None})) == (0, 1, 0, 0)
    years = register.rows("SELECT year, status FROM registration ORDER BY year")
    assert [tuple(one.values()) for one in years] == [
        (2021, "new"), (2022, "continued"), (2023, None),
    ]  # fmt: skip


def test_a_status_that_was_not_stated_is_filled_later(register, rows):
    row = rows["models"]
    take(register, "models", row | {"status": None})
    assert counts(take(register, "models", row)) == (0, 1, 0, 0)
    assert register.rows("SELECT status FROM registration") == [{"status": "new"}]


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


def test_a_year_of_birth_that_was_not_known_is_filled(register, rows):
    take(register, "exemplars", rows["exemplars"])
    taken = take(register, "exemplars", rows["exemplars"] | {"birth_year": 1965})
    assert counts(taken) == (0, 1, 0, 0)
    assert taken.changes == [("X1", "birth_year", None, 1965)]


def test_a_row_that_may_be_several_people_is_refused_with_their_ids(register, rows):
    row = rows["exemplars"]
    for year in (1965, 1970):
        take(register, "exemplars", row | {"birth_year": year})
    taken = take(register, "exemplars", row | {"discovered": day("2023")})
    assert counts(taken) == (0, 0, 0, 1)
    assert codes(taken) == [("name", "several_namesakes", "block")]
    assert taken.findings[0].values["ids"] == "X1, X2"
    assert counts(take(register, "exemplars", row | {"birth_year": 1970})) == (0, 0, 1, 0)


def test_of_doubles_recorded_by_hand_none_is_chosen_by_chance(register, rows):
    values = {
        "name": "Nguyễn Văn Hòa",
        "kind": "individual",
        "unit": register.unit(2),
        "field": "y-te",
    }
    for _ in range(2):
        add(register, "exemplars", values)
        add(register, "models", {**values, "field": "KT", "kind": "collective"})
    known_year = rows["exemplars"] | {"birth_year": 1965}
    assert codes(take(register, "exemplars", known_year)) == [
        ("name", "several_namesakes", "block")
    ]
    model = rows["models"] | {"name": "Nguyễn Văn Hòa"}
    assert codes(take(register, "models", model)) == [("name", "several_namesakes", "block")]


def test_what_the_register_has_otherwise_refuses_the_row(register, rows):
    row = rows["models"]
    take(register, "models", row)
    before = content(register)
    taken = take(register, "models", row | {"field": "HTCT", "leader": "Lê Thị Mai", "year": 2022})
    assert counts(taken) == (0, 0, 0, 1)
    assert codes(taken) == [("field", "differs_from_register", "block")]
    assert taken.findings[0].values == {"id": "M1", "old": "KT", "new": "HTCT"}
    assert content(register) == before


def test_with_update_what_differs_is_taken_and_told(register, rows):
    row = rows["models"]
    take(register, "models", row)
    taken = take(register, "models", row | {"field": "HTCT", "leader": "Lê Thị Mai"}, update=True)
    assert counts(taken) == (0, 1, 0, 0)
    assert sorted(taken.changes) == [
        ("M1", "field", "KT", "HTCT"),
        ("M1", "leader", None, "Lê Thị Mai"),
    ]
    model = register.row("SELECT field, leader FROM model")
    assert model == {"field": "HTCT", "leader": "Lê Thị Mai"}


def test_differences_within_one_run_are_told_and_the_first_stays(register, rows):
    row = rows["models"]
    taken = take(
        register, "models", row, row | {"field": "HTCT", "year": 2022, "leader": "Lê Thị Mai"}
    )
    assert counts(taken) == (1, 0, 0, 0)
    assert codes(taken) == [("field", "rows_differ", "warn")]
    assert register.row("SELECT field, leader FROM model") == {
        "field": "KT",
        "leader": "Lê Thị Mai",
    }
    assert len(register.rows("SELECT * FROM registration")) == 2


def test_differences_between_two_lists_of_one_run_are_only_told_too(register, rows):
    row = rows["models"]
    with register.change():
        importer = Importer(register)
        importer.take("models", [Row(row)])
        taken = importer.take("models", [Row(row | {"field": "HTCT"})])
    assert codes(taken) == [("field", "rows_differ", "warn")]


def test_a_value_that_a_list_does_not_give_is_no_difference(register, rows):
    for noun in NOUNS:
        take(register, noun, rows[noun])
    before = content(register)
    kept = {
        "units": ("name", "type", "parent"), "decisions": ("number", "date"),
        "events": ("name", "date"), "exemplars": ("name", "kind", "unit"),
        "models": ("name", "unit"), "honours": ("recipient", "unit", "form", "decision_number"),
    }  # fmt: skip
    for noun, names in kept.items():
        short = {name: rows[noun][name] for name in names}
        taken = take(register, noun, short)
        assert (counts(taken), codes(taken)) == ((0, 0, 1, 0), []), noun
    assert content(register) == before


def test_a_kind_that_was_not_known_is_filled(register, rows):
    row = {name: value for name, value in rows["models"].items() if name != "kind"}
    take(register, "models", row)
    assert register.row("SELECT kind FROM model") == {"kind": "unclassified"}
    assert counts(take(register, "models", rows["models"])) == (0, 1, 0, 0)
    assert register.row("SELECT kind FROM model") == {"kind": "collective"}


@pytest.mark.parametrize("noun", ["exemplars", "models", "honours"])
def test_a_row_that_says_no_kind_is_taken_in_as_not_classified(register, rows, noun):
    table = noun.removesuffix("s")
    assert counts(take(register, noun, rows[noun] | {"kind": None})) == (1, 0, 0, 0)
    assert register.row(f"SELECT kind FROM {table}") == {"kind": "unclassified"}


def test_a_new_name_of_a_unit_is_found_by_its_new_keys(register):
    take(register, "units", {"name": "Xã Cẩm Huyện", "type": "commune", "code": "CX-01"})
    renamed = {"name": "Xã Nam Phúc Thăng", "type": "commune", "code": "CX-01"}
    assert codes(take(register, "units", renamed)) == [("name", "differs_from_register", "block")]
    assert counts(take(register, "units", renamed, update=True)) == (0, 1, 0, 0)
    assert register.find_unit("nam phuc thang").id == 4


def test_a_parent_may_stand_above_its_children_in_the_same_list(register):
    taken = take(
        register,
        "units",
        {"name": "Huyện Kỳ Anh", "type": "district"},
        {"name": "Xã Kỳ Bắc", "type": "commune", "parent": "huyện Kỳ Anh"},
        {"name": "Xã Kỳ Nam", "type": "commune", "parent": "huyện Không Có"},
    )
    assert counts(taken) == (2, 0, 0, 1)
    assert codes(taken) == [("parent", "unknown_unit", "block")]
    assert taken.refused == {("Sheet1", 3)}
    assert register.find_unit("Kỳ Bắc").parent_id == 4


def test_a_unit_is_known_by_its_code_else_by_name_type_and_parent(register):
    one = {"name": "Xã Cẩm Duệ", "type": "commune", "parent": register.unit(1)}
    assert counts(take(register, "units", one | {"code": "CX-02"})) == (0, 1, 0, 0)
    assert counts(take(register, "units", one | {"code": "CX-77"})) == (1, 0, 0, 0)
    assert counts(take(register, "units", one | {"type": "township"})) == (1, 0, 0, 0)
    assert counts(take(register, "units", {"name": "Xã Cẩm Duệ", "type": "commune"})) == (
        1,
        0,
        0,
        0,
    )


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
    assert counts(take(register, "decisions", rows["decisions"])) == (0, 1, 0, 0)


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


def test_an_honour_of_no_named_act_is_a_commendation(register):
    take(register, "honours", {"recipient": "a", "unit": register.unit(2), "date": day("2023")})
    assert register.row("SELECT act, kind, status FROM honour") == {
        "act": "commend", "kind": "unclassified", "status": "awarded",
    }  # fmt: skip


def test_what_the_command_says_holds_where_the_list_says_nothing(register, rows):
    take(register, "events", rows["events"])
    bare = {"recipient": "a", "unit": register.unit(2), "act": None, "event": None}
    take(
        register,
        "honours",
        bare,
        bare | {"recipient": "b", "act": "honour"},
        defaults={"event": 1, "act": "praise"},
    )
    found = register.rows("SELECT act, event_id FROM honour")
    assert [tuple(row.values()) for row in found] == [("praise", 1), ("honour", 1)]


def test_an_event_is_found_by_name_or_refused(register, rows):
    row = {"recipient": "a", "unit": register.unit(2), "event": "HỘI NGHỊ biểu dương"}
    assert codes(take(register, "honours", row)) == [("event", "unknown_event", "block")]
    take(register, "events", rows["events"])
    assert counts(take(register, "honours", row)) == (1, 0, 0, 0)
    take(register, "events", rows["events"] | {"date": day("2022")})
    other = row | {"recipient": "b"}
    assert codes(take(register, "honours", other)) == [("event", "ambiguous_event", "block")]
    assert counts(take(register, "honours", other | {"date": day("2022")})) == (1, 0, 0, 0)


def links(register):
    return [(row["exemplar_id"], row["model_id"]) for row in register.rows("SELECT * FROM honour")]


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


def test_an_honour_that_came_before_its_exemplar_is_linked_later(register, rows):
    row = {
        "recipient": "Nguyễn Văn Hòa",
        "kind": "individual",
        "unit": register.unit(2),
        "date": day("2023"),
    }
    take(register, "honours", row)
    take(register, "exemplars", rows["exemplars"])
    assert counts(take(register, "honours", row)) == (0, 1, 0, 0)
    assert links(register) == [(1, None)]


def test_a_link_that_the_clerk_made_is_kept(register, rows):
    take(register, "exemplars", rows["exemplars"])
    take(register, "models", rows["models"])
    row = {
        "recipient": "Nguyễn Văn Hòa",
        "kind": "individual",
        "unit": register.unit(2),
        "date": day("2023"),
    }
    take(register, "honours", row)
    edit(register, "H1", {"for": ("models", 1)})
    assert counts(take(register, "honours", row)) == (0, 0, 1, 0)
    assert counts(take(register, "honours", row, update=True)) == (0, 0, 1, 0)
    assert links(register) == [(None, 1)]


def test_a_cancelled_record_is_told_of_and_not_revived(register, rows):
    take(register, "exemplars", rows["exemplars"])
    cancel(register, "X1", "nhập nhầm")
    before = content(register)
    taken = take(register, "exemplars", rows["exemplars"] | {"position": "Chủ tịch"})
    assert codes(taken) == [("name", "cancelled_record", "warn")]
    assert counts(taken) == (0, 0, 1, 0)
    assert content(register) == before


def test_a_living_record_is_met_before_a_cancelled_one(register, rows):
    take(register, "exemplars", rows["exemplars"])
    cancel(register, "X1", "nhập nhầm")
    add(
        register,
        "exemplars",
        {name: rows["exemplars"][name] for name in ("name", "kind", "unit", "field")},
    )
    assert counts(take(register, "exemplars", rows["exemplars"])) == (0, 1, 0, 0)


def test_good_rows_are_taken_where_others_are_refused(register, rows):
    row = rows["exemplars"]
    take(register, "exemplars", row)
    taken = take(
        register,
        "exemplars",
        row | {"position": "a"},
        row | {"position": "b"},
        row | {"name": "Lê Thị Mai"},
    )
    assert counts(taken) == (1, 1, 0, 1)
    assert taken.refused == {("Sheet1", 2)}


def test_an_error_in_the_middle_leaves_nothing(register, rows):
    before = content(register)
    with pytest.raises(sqlite3.IntegrityError):
        take(
            register,
            "exemplars",
            rows["exemplars"],
            rows["exemplars"] | {"name": "b", "gender": "neither"},
        )
    assert content(register) == before


def test_an_import_is_on_the_list_of_imports(register):
    with register.change() as change:
        numbers = dict.fromkeys(
            ("rows_read", "added", "changed", "unchanged", "refused", "skipped"), 2
        )
        about = {"file": "a.xlsx", "digest": "d", "sheet": "S", "register": "models"}
        assert log_import(register, change.id, [about | numbers]) == "I1"
    found = listing(register, ListRequest("imports"))
    (row,) = (dict(zip(found.columns, row, strict=True)) for row in found.rows)
    assert (row["id"], row["file"], row["sheet"], row["added"]) == ("I1", "a.xlsx", "S", 2)

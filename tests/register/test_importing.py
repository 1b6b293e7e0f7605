"""Taking in lists: the same row again changes nothing, what differs is never taken in silence."""

import sqlite3

import pytest

from emulation_cli.domain.catalogue.refs import Ref
from emulation_cli.register.cancelling import cancel
from emulation_cli.register.imports import log_import
from emulation_cli.taking_in.importer import Importer
from emulation_cli.tallies.row_lists.listings import ListRequest, listing

from .lists import NOUNS, Row, codes, content, counts, day, take


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


def test_a_year_of_birth_that_was_not_known_makes_a_record_of_its_own(register, rows):
    """Order would be in it else: ?, 1965 and 1970 are three people in every order."""
    take(register, "exemplars", rows["exemplars"])
    taken = take(register, "exemplars", rows["exemplars"] | {"birth_year": 1965})
    assert counts(taken) == (1, 0, 0, 0)
    found = register.rows("SELECT subject, birth_year FROM exemplars")
    assert found == [{"subject": "X1", "birth_year": 1965}] * 2


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
        ("M1", "Tổ tự quản", "field", "KT", "HTCT"),
        ("M1", "Tổ tự quản", "leader", None, "Lê Thị Mai"),
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
        "models": ("name", "unit"),
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
        defaults={"event": Ref("events", 1), "act": "praise"},
    )
    found = register.rows("SELECT act, event_id FROM honour")
    assert [tuple(row.values()) for row in found] == [("praise", 1), ("honour", 1)]


def test_a_cancelled_record_is_told_of_and_not_revived(register, rows):
    take(register, "exemplars", rows["exemplars"])
    cancel(register, "X1", "nhập nhầm")
    before = content(register)
    taken = take(register, "exemplars", rows["exemplars"] | {"position": "Chủ tịch"})
    assert codes(taken) == [("name", "cancelled_record", "warn")]
    assert counts(taken) == (0, 0, 1, 0)
    assert content(register) == before


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

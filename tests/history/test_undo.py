"""Taking back whole changes."""

import pytest

from emulation_cli.domain.catalogue.refs import Ref
from emulation_cli.domain.errors import Refused, Unusable
from emulation_cli.domain.times.partial_date import PartialDate
from emulation_cli.register.cancelling import cancel
from emulation_cli.register.log import recorded_changes
from emulation_cli.register.log.references import ROWS_AT_ONCE
from emulation_cli.register.log.undo import last_change, undo
from emulation_cli.register.recording import editing, new_records
from tests.history.conftest import add_exemplar, add_model, add_unit, state


def refused(register, number) -> Refused:
    before = state(register)
    with pytest.raises(Refused) as refusal:
        undo(register, number)
    assert state(register) == before
    return refusal.value


def test_an_undo_brings_back_exactly_what_was(register) -> None:
    unit = add_unit(register)
    model = add_model(register, unit)
    states = [state(register)]
    editing.edit(register, model, {"name": "Ngõ sạch", "leader": "Bà Hoa"})
    states.append(state(register))
    editing.mark(register, [model], "recognised", date=PartialDate("2023"), level="district")
    states.append(state(register))
    cancel(register, model, "ghi trùng")

    for expected in reversed(states):
        undo(register, recorded_changes.entries(register)[2 + len(states)].id)
        assert state(register) == expected
        states.pop()


def test_an_undo_can_be_undone(register) -> None:
    add_unit(register)
    add_exemplar(register, 1, discovered=PartialDate("2022-05"))
    done = state(register)

    for _ in range(3):
        undo(register, last_change(register))
        assert not state(register)["exemplar"]
        undo(register, last_change(register))
        assert state(register) == done


def test_an_undo_is_a_change_that_names_what_it_takes_back(register) -> None:
    add_unit(register)

    undone = undo(register, last_change(register))

    last = recorded_changes.entries(register)[-1]
    assert (last.id, last.undoes) == (undone.change, undone.entry.id)


def test_a_dry_undo_shows_and_writes_nothing(register) -> None:
    add_unit(register)
    before, entries = state(register), recorded_changes.entries(register)

    shown = undo(register, last_change(register), keep=False)

    assert [(row.record, row.after) for row in shown.rows] == [("U1", None)]
    assert (state(register), recorded_changes.entries(register)) == (before, entries)


def test_what_others_stand_on_is_not_taken_away_and_they_are_named(register) -> None:
    add_unit(register)
    change = last_change(register)
    model = add_model(register, 1)
    honour = new_records.add(
        register,
        "honours",
        {"recipient": "Ngõ xanh", "kind": "collective", "unit": register.unit(1), "act": "praise"},
    ).id

    refusal = refused(register, change)

    assert refusal.sentence == "history.depended_on"
    assert refusal.values["records"] == f"{model}, {honour}"


def test_what_was_changed_again_is_not_overwritten_and_the_changes_are_named(register) -> None:
    add_unit(register)
    model = add_model(register, 1)
    editing.edit(register, model, {"name": "Ngõ sạch"})
    change = last_change(register)
    editing.edit(register, model, {"name": "Ngõ đẹp"})

    refusal = refused(register, change)

    assert refusal.sentence == "history.changed_since"
    assert refusal.values["records"] == model
    assert refusal.values["changes"] == f"C{change + 1}"


def test_once_the_later_change_is_taken_back_the_earlier_one_can_be(register) -> None:
    add_unit(register)
    model = add_model(register, 1)
    before = state(register)
    editing.edit(register, model, {"name": "Ngõ sạch"})
    change = last_change(register)
    editing.edit(register, model, {"name": "Ngõ đẹp"})

    undo(register, change + 1)
    undo(register, change)

    assert state(register) == before


def test_a_change_is_taken_back_once(register) -> None:
    add_unit(register)
    change = last_change(register)
    undo(register, change)

    assert refused(register, change).sentence == "history.already_undone"


def test_what_a_record_points_at_must_be_there(register) -> None:
    add_unit(register)
    add_unit(register, "Xã Cẩm Quang")
    added = last_change(register)
    exemplar = add_exemplar(register, 2)
    editing.edit(register, exemplar, {"unit": register.unit(1)})
    moved = last_change(register)
    undo(register, added)

    refusal = refused(register, moved)

    assert (refusal.sentence, refusal.values["records"]) == (
        "history.depended_on",
        exemplar,
    )


def test_a_code_that_another_took_since_is_not_taken_from_it(register) -> None:
    add_unit(register, code="CD")
    editing.edit(register, "U1", {"code": None})
    change = last_change(register)
    add_unit(register, "Xã Cẩm Dương", code="CD")

    refusal = refused(register, change)

    assert (refusal.sentence, refusal.values["record"]) == ("history.identity_taken", "U1")


def test_an_id_is_never_given_twice(register) -> None:
    add_unit(register)
    add_exemplar(register, 1)
    undo(register, last_change(register))

    assert add_exemplar(register, 1, name="Trần Thị Bình") == "X2"


def test_a_new_field_goes_with_the_exemplar_that_brought_it(register) -> None:
    add_unit(register)
    before = state(register)
    add_exemplar(register, 1, field="Làng nghề")

    undo(register, last_change(register))

    assert state(register) == before
    assert register.vocabularies.find("exemplar_field", "Làng nghề") is None


def test_there_is_nothing_to_take_back_in_a_new_register(register) -> None:
    with pytest.raises(Refused) as refusal:
        last_change(register)

    assert refusal.value.sentence == "history.nothing_to_undo"
    assert refused(register, 1).sentence == "history.nothing_in_change"
    assert refused(register, 99).sentence == "history.no_such_change"


def test_of_thousands_of_records_the_one_that_another_stands_on_is_found(register) -> None:
    add_unit(register)
    before = state(register)
    with register.change():
        for number in range(2 * ROWS_AT_ONCE + 1):
            name = {"name": f"Người {number}", "name_key": "", "comparing_key": ""}
            register.insert("model", {**name, "unit_id": 1})
    change = last_change(register)
    values = {"name": "Người", "kind": "individual", "unit": register.unit(1), "field": "y-te"}
    grown = new_records.add(
        register, "exemplars", {**values, "model": Ref("models", number + 1)}
    ).id

    refusal = refused(register, change)
    undo(register, last_change(register))
    undo(register, change)

    assert (refusal.sentence, refusal.values["records"]) == ("history.depended_on", grown)
    assert state(register) == before


def test_a_log_that_is_damaged_is_said_to_be_and_nothing_is_undone(register) -> None:
    add_unit(register)
    register.connection.execute("DROP TRIGGER change_row_stays")
    register.connection.execute("UPDATE change_row SET after = 'id=', table_name = 'unit'")

    with pytest.raises(Unusable):
        undo(register, last_change(register))

    assert state(register)["unit"]

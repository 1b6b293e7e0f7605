"""The log that the database keeps of itself."""

import sqlite3
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emulation_cli.register.log import log_triggers, recorded_changes
from emulation_cli.register.recording import editing
from tests.history.conftest import add_model, add_unit


def test_every_table_and_every_stored_column_is_logged(register) -> None:
    everything = {
        name
        for (name,) in register.connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
        )
    }
    triggers = log_triggers.present(register.connection)

    assert everything - set(log_triggers.tables(register.connection)) == set(
        log_triggers.NOT_LOGGED
    )
    assert triggers == log_triggers.wanted(register.connection)
    for table in log_triggers.tables(register.connection).values():
        assert table.key, f"{table.name} has no key to find a row by"
        assert set(table.types.values()) <= {"TEXT", "INTEGER"}, "the log holds text and numbers"
        for event in ("insert", "update", "delete"):
            assert f"log_{table.name}_{event}" in triggers


def test_a_new_column_is_logged_once_the_triggers_are_brought_in_step(register) -> None:
    unit = add_unit(register)
    register.connection.execute("ALTER TABLE unit ADD COLUMN motto TEXT")
    assert log_triggers.present(register.connection) != log_triggers.wanted(register.connection)

    log_triggers.install(register.connection)
    with register.change():
        register.update("unit", unit, {"motto": "Vì dân"})

    assert log_triggers.present(register.connection) == log_triggers.wanted(register.connection)
    assert recorded_changes.rows_of(register, record="U1")[-1].differing == [
        ("motto", None, "Vì dân")
    ]


def test_a_row_is_logged_before_and_after_under_the_record_it_belongs_to(register) -> None:
    model = add_model(register, add_unit(register))
    editing.edit(register, model, {"name": "Ngõ «sạch», đẹp"})

    rows = recorded_changes.rows_of(register, record=model)

    assert [(row.table, row.before is None, row.after is None) for row in rows] == [
        ("model", True, False),
        ("registration", True, False),
        ("model", False, False),
    ]
    assert ("name", "Ngõ xanh", "Ngõ «sạch», đẹp") in rows[-1].differing


VALUES = st.one_of(
    st.none(),
    st.text(st.characters(blacklist_categories=("Cs",), blacklist_characters="\0"), min_size=1),
)


@given(leader=VALUES, summary=VALUES)
def test_any_text_comes_back_from_the_log_as_it_was(leader, summary) -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE TABLE model (id INTEGER PRIMARY KEY, leader TEXT, summary TEXT)")
        log_triggers.install(connection)
        connection.execute("CREATE TABLE change_log (table_name, row_key, record, before, after)")

        connection.execute("INSERT INTO model VALUES (7, ?, ?)", (leader, summary))

        (image,) = connection.execute("SELECT after FROM change_log").fetchone()
    assert log_triggers.parsed(image) == {"id": 7, "leader": leader, "summary": summary}


@pytest.mark.parametrize("table", ["change", "change_row"])
@pytest.mark.parametrize("sql", ["UPDATE {} SET id = id + 100", "DELETE FROM {}"])
def test_the_log_can_only_grow(register, table, sql) -> None:
    add_unit(register)

    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        register.connection.execute(sql.format(table))


def test_what_another_program_writes_is_a_change_in_nobodys_name(register) -> None:
    add_unit(register)

    register.connection.execute("UPDATE unit SET name = 'Xã Cẩm Quang'")

    last = recorded_changes.entries(register)[-1]
    assert (last.who, last.command) == ("?", "sqlite")
    assert recorded_changes.rows_of(register, last.id)[0].differing == [
        ("name", "Xã Cẩm Duệ", "Xã Cẩm Quang")
    ]

"""What the file itself promises to any SQLite browser, without the program."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emulation_cli import resources
from emulation_cli.domain.text import clean, comparing_key
from emulation_cli.domain.times.partial_date import PartialDate
from emulation_cli.register.opening.seeds import insert_terms

DATED = {
    "registration": {"model_id": 1},
    "model_milestone": {"model_id": 1, "milestone": "recognised"},
    "exemplar_milestone": {"exemplar_id": 1, "milestone": "discovered"},
    "event": {"name": "a", "name_key": "a", "comparing_key": "a", "type": "praise"},
    "decision": {"number": "1", "number_key": "1"},
    "honour": {
        "recipient": "a", "name_key": "a", "comparing_key": "a", "kind": "individual",
        "act": "praise",
    },
}  # fmt: skip


@pytest.fixture(scope="module")
def database() -> Iterator[sqlite3.Connection]:
    """The schema alone, with a unit, a model and an exemplar; every test rolls back."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.executescript(resources.schema().read_text("utf-8"))
        insert_terms(connection)
        connection.execute("PRAGMA foreign_keys = ON")
        keys = {"name": "a", "name_key": "a"}
        insert(connection, "unit", keys | {"id": 1, "place_key": "a", "type": "commune"})
        keys |= {"id": 1, "comparing_key": "a", "unit_id": 1}
        insert(connection, "model", keys)
        insert(connection, "exemplar", keys | {"kind": "individual"})
        yield connection


@pytest.fixture
def tried(database: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    database.execute("SAVEPOINT test")
    yield database
    database.execute("ROLLBACK TO test")


def insert(connection: sqlite3.Connection, table: str, row: dict[str, object]) -> None:
    names, marks = ", ".join(row), ", ".join("?" * len(row))
    connection.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(row.values()))


def objects(connection: sqlite3.Connection, type: str) -> list[str]:
    sql = "SELECT name FROM sqlite_master WHERE type = ? AND name NOT LIKE 'sqlite%'"
    return [name for (name,) in connection.execute(sql, (type,))]


def test_every_table_is_strict(database):
    strict = {row[1]: row[5] for row in database.execute("PRAGMA table_list") if row[2] == "table"}
    assert {name: strict[name] for name in objects(database, "table")} == dict.fromkeys(
        objects(database, "table"), 1
    )


def test_every_record_has_an_identity_that_lasts(database):
    for table in set(objects(database, "table")) - {"change_row", "term"}:  # parts; words
        columns = {row[1]: row for row in database.execute(f"PRAGMA table_info({table})")}
        if "id" not in columns:
            continue  # named by what it is: a setting, a term
        assert "uuid" in columns, table
        # Ours follow from the change that brings the row; another program's row is given one.
        assert columns["uuid"][4], table
    identities = [
        database.execute("SELECT uuid FROM " + name).fetchone()[0] for name in ("unit", "model")
    ]
    assert len(set(identities)) == 2


def test_every_view_can_be_read(database):
    views = objects(database, "view")
    nouns = {"units", "exemplars", "models", "registrations", "events", "decisions", "honours"}
    assert nouns <= set(views)
    for view in views:
        database.execute(f"SELECT * FROM {view}").fetchall()


def test_every_word_of_the_vocabularies_has_both_labels_and_a_code_of_its_own(database):
    terms = database.execute("SELECT vocabulary, code, label_vi, label_en, other_names FROM term")
    seen = set()
    for vocabulary, code, vi, en, others in terms:
        assert vi, code
        assert en, code
        for text in (code, vi, en, others):
            assert clean(text) == text
        assert (vocabulary, comparing_key(code)) not in seen
        seen.add((vocabulary, comparing_key(code)))
    codes = {
        "kind": "collective individual household unclassified",
        "act": "praise honour commend",
        "level": "grassroots district province ministry state",
        "model_field": "KT VHXH QPAN HTCT",
        "event_type": "interim_review final_review praise other",
        "exemplar_milestone": "discovered fostered multiplied",
        "model_milestone": "registered continued appraised recognised replicated stopped",
        "unit_type": "province district commune ward township city office armed_forces "
        "mass_organisation school enterprise village club other",
    }
    for vocabulary, wanted in codes.items():
        sql = "SELECT code FROM term WHERE vocabulary = ? ORDER BY position"
        assert [code for (code,) in database.execute(sql, (vocabulary,))] == wanted.split()


def test_no_two_terms_of_a_vocabulary_share_a_name(database):
    terms = database.execute("SELECT vocabulary, code, label_vi, label_en, other_names FROM term")
    owners: dict[tuple[str, str], str] = {}
    for vocabulary, code, vi, en, others in terms:
        for name in {comparing_key(text) for text in (code, vi, en, *others.split("; ")) if text}:
            assert owners.setdefault((vocabulary, name), code) == code, f"{vocabulary}: {name}"


@pytest.mark.parametrize("table", DATED)
@pytest.mark.parametrize(
    "text",
    [
        "2023-02-31", "2023-02-29", "2023-1", "2023-13", "2023-00", "2023-1-1", "20223", "202",
        "", "2023-10-4", "04/10/2023", "2023-10-32", "2023-10-00", "abcd", "2023-ab", "10/2023",
        "2023-10-04 ", "now", "2023-10-04T00:00",
    ],
)  # fmt: skip
def test_the_file_itself_refuses_what_is_no_partial_date(tried, table, text):
    with pytest.raises(sqlite3.IntegrityError):
        insert(tried, table, DATED[table] | {"date": text})


days = st.dates(date(1945, 1, 1), date(2200, 12, 31))


@pytest.mark.parametrize("table", DATED)
@given(day=days, length=st.sampled_from([4, 7, 10]))
def test_the_interval_in_the_file_is_the_one_of_the_domain(database, table, day, length):
    partial = PartialDate(day.isoformat()[:length])
    database.execute("SAVEPOINT example")
    insert(database, table, DATED[table] | {"date": partial.iso})
    sql = f"SELECT first_day, last_day FROM {table} WHERE date = ?"
    found = database.execute(sql, (partial.iso,)).fetchall()
    database.execute("ROLLBACK TO example")
    assert found == [(partial.first, partial.last)]


@pytest.mark.parametrize("table", sorted(DATED.keys() - {"registration"}))
def test_a_date_may_be_unknown(tried, table):
    insert(tried, table, DATED[table] | {"date": None})
    assert tried.execute(f"SELECT first_day FROM {table} WHERE date IS NULL").fetchone() == (None,)


KEYS = {"name": "b", "name_key": "b", "comparing_key": "b", "unit_id": 1}
CODED = [
    ("unit", {"name": "b", "name_key": "b", "place_key": "b", "type": "xã"}),
    ("exemplar", KEYS | {"kind": "TT"}),
    ("exemplar", KEYS | {"kind": "individual", "gender": "nữ"}),
    ("exemplar", KEYS | {"kind": "individual", "field": "unheard-of"}),
    ("exemplar", KEYS | {"kind": "individual", "birth_year": 65}),
    ("model", KEYS | {"kind": "group"}),
    ("model", KEYS | {"field": "kinh-te"}),
    ("registration", {"model_id": 1, "date": "2023", "status": "old"}),
    ("exemplar_milestone", {"exemplar_id": 1, "milestone": "registered"}),
    ("model_milestone", {"model_id": 1, "milestone": "discovered"}),
    ("model_milestone", {"model_id": 1, "milestone": "recognised", "level": "huyện"}),
    ("model_milestone", {"model_id": 1, "milestone": "replicated", "level": "district"}),
    ("event", DATED["event"] | {"type": "party"}),
    ("event", DATED["event"] | {"attendance": -1}),
    ("decision", DATED["decision"] | {"level": "nation"}),
    ("decision", DATED["decision"] | {"stated_collectives": -1}),
    ("honour", DATED["honour"] | {"act": "award"}),
    ("honour", DATED["honour"] | {"status": "cancelled"}),
    ("honour", DATED["honour"] | {"form": "unheard-of"}),
    ("honour", DATED["honour"] | {"amount": -1}),
    ("honour", DATED["honour"] | {"cancelled_on": "2023-01-01"}),
    ("honour", DATED["honour"] | {"recipient": ""}),
    ("honour", DATED["honour"] | {"amount": "500 nghìn"}),
]


@pytest.mark.parametrize(("table", "row"), CODED)
def test_the_file_itself_refuses_what_no_code_stands_for(tried, table, row):
    with pytest.raises(sqlite3.IntegrityError):
        insert(tried, table, row)


def test_a_model_is_registered_once_a_year(tried):
    insert(tried, "registration", {"model_id": 1, "date": "2023"})
    with pytest.raises(sqlite3.IntegrityError):
        insert(tried, "registration", {"model_id": 1, "date": "2023-05"})


def test_a_unit_is_not_its_own_parent(tried):
    with pytest.raises(sqlite3.IntegrityError):
        tried.execute("UPDATE unit SET parent_id = 1 WHERE id = 1")


def test_the_schema_names_its_tables_in_the_singular_and_says_what_they_are(database):
    text = resources.schema().read_text("utf-8")
    assert not [name for name in objects(database, "table") if name.endswith("s")]
    assert len(re.findall(r"^--", text, re.MULTILINE)) > 15

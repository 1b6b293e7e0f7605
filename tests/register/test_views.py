"""The views that anybody reads who opens the file: dates, stages, labels, types, names first."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

DATA = Path(__file__).parents[2] / "docs" / "data.md"
VIEWS = (
    "units", "successions", "movements", "exemplars", "models", "registrations", "milestones",
    "events", "decisions", "figures", "honours", "dossiers", "proposals", "presenters",
    "publications", "targets", "subjects",
)  # fmt: skip
CODES = ("kind", "act", "form", "title", "class", "level", "system", "category", "stage", "milestone")  # fmt: skip
FOR_JOINS = re.compile(r"\w+_id|unit_code|subject|turn")


@pytest.fixture
def database(demo_register) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(demo_register)) as connection:
        connection.row_factory = sqlite3.Row
        yield connection


def columns(database: sqlite3.Connection, view: str) -> dict[str, str]:
    return {row["name"]: row["type"] for row in database.execute(f"PRAGMA table_info({view})")}


def test_the_reference_figures_are_a_line_of_sql_each(database) -> None:
    lines = re.findall(r"^(SELECT .*); -- (.*)$", DATA.read_text("utf-8"), re.MULTILINE)

    assert len(lines) == 4
    for sql, told in lines:
        found = [str(value) for row in database.execute(sql) for value in row]
        assert found == re.findall(r"\w+", told), sql


def test_an_exemplar_has_its_stage_and_the_first_day_of_each(emul, register_path) -> None:
    emul("init", "--unit", "Huyện Thử")
    emul("add-unit", "--name", "Xã Mẫu", "--type", "commune")
    person = ("--name", "Lê Thị Mẫu", "--kind", "CN", "--unit", "U1", "--field", "Y tế")
    emul("add-exemplar", *person, "--date", "2021-05")
    emul("mark", "X1", "fostered", "--date", "2022")
    emul("mark", "X1", "fostered", "--date", "2021-12-03")

    with closing(sqlite3.connect(register_path)) as raw:
        stage = "stage, discovered, fostered, multiplied, kind_label_vi, kind_label_en"
        found = raw.execute(f"SELECT {stage} FROM exemplars").fetchone()
        steps = raw.execute("SELECT record, milestone, date, milestone_label_en FROM milestones")
        assert found == ("fostered", "2021-05", "2021-12-03", None, "Cá nhân", "Individual")
        assert sorted(steps) == [
            ("X1", "discovered", "2021-05", "Discovered"),
            ("X1", "fostered", "2021-12-03", "Fostered"),
            ("X1", "fostered", "2022", "Fostered"),
        ]


def test_a_model_has_its_milestones_with_level_and_who_took_it_up(emul, register_path) -> None:
    emul("init", "--unit", "Huyện Thử")
    for name in ("Xã Một", "Xã Hai"):
        emul("add-unit", "--name", name, "--type", "commune")
    emul("add-model", "--name", "Ngõ xanh", "--unit", "U1", "--field", "KT", "--year", "2022")
    emul("mark", "M1", "recognised", "--date", "2023-01-05", "--level", "district")
    emul("mark", "M1", "replicated", "--date", "2023-06", "--unit", "U2")

    with closing(sqlite3.connect(register_path)) as raw:
        asked = "milestone, date, last_day, level, level_label_vi, replicated_by"
        found = raw.execute(f"SELECT {asked} FROM milestones WHERE record = 'M1' ORDER BY date")
        assert list(found) == [
            ("recognised", "2023-01-05", "2023-01-05", "district", "Cấp huyện", None),
            ("replicated", "2023-06", "2023-06-30", None, None, "Xã Hai"),
        ]


def test_subjects_have_a_row_each_and_successions_their_names(emul, register_path) -> None:
    emul("init", "--unit", "Huyện Thử")
    for name in ("Xã Cũ", "Xã Mới"):
        emul("add-unit", "--name", name, "--type", "commune")
    emul("succeed", "U1", "--by", "U2", "--on", "2023-01-01")
    person = ("--name", "Lê Thị Mẫu", "--kind", "CN", "--field", "Y tế", "--date", "2021")
    for unit in ("U1", "U2"):
        emul("add-exemplar", *person, "--unit", unit)
    honour = ("--kind", "CN", "--unit", "U2", "--act", "commend", "--date", "2023-05-01")
    emul("add-honour", "--recipient", "Trần Văn Khác", *honour)

    with closing(sqlite3.connect(register_path)) as raw:
        subjects = raw.execute("SELECT subject, name, records FROM subjects")
        assert list(subjects) == [("X1", "Lê Thị Mẫu", 2), ("H1", "Trần Văn Khác", 1)]
        turns = raw.execute("SELECT old_unit, new_unit, date FROM successions")
        assert list(turns) == [("Xã Cũ", "Xã Mới", "2023-01-01")]


def test_every_view_is_told_of(database) -> None:
    made = database.execute("SELECT name FROM sqlite_master WHERE type = 'view'")

    assert {name for (name,) in made} == {*VIEWS, "change_log"}
    text = DATA.read_text("utf-8")
    assert all(f"`{view}`" in text for view in VIEWS)


@pytest.mark.parametrize("view", VIEWS)
def test_codes_have_their_labels_beside_them_and_helpers_stand_last(database, view) -> None:
    names = list(columns(database, view))

    coded = {*CODES} - ({"title"} if view == "publications" else set())  # there it is a text
    for code in coded.intersection(names):
        at = names.index(code)
        assert names[at + 1 : at + 3] == [f"{code}_label_vi", f"{code}_label_en"], code
    helpers = [i for i, name in enumerate(names) if FOR_JOINS.fullmatch(name)]
    if view == "subjects":
        helpers.remove(0)  # what a row is
    assert helpers == list(range(len(names) - len(helpers), len(names)))


@pytest.mark.skipif(
    sqlite3.sqlite_version_info < (3, 41), reason="SQLite before 3.41 names no worked-out types"
)
@pytest.mark.parametrize("view", VIEWS)
def test_every_column_declares_its_type(database, view) -> None:
    assert {*columns(database, view).values()} <= {"TEXT", "INTEGER", "INT", "NUM"}


@pytest.mark.parametrize("view", VIEWS)
def test_what_stands_there_is_of_the_type_that_is_told(database, view) -> None:
    """Texts and whole numbers, one of them in each column: a loader can type it."""
    for name in columns(database, view):
        sql = f"SELECT DISTINCT typeof({name}) FROM {view} WHERE {name} IS NOT NULL"
        assert len(list(database.execute(sql))) <= 1, name

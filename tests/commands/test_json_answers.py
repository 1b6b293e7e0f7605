"""JSON of every command that shows something: as docs/json.schema.json says."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
SCHEMA = json.loads((TESTS.parent / "docs" / "json.schema.json").read_text("utf-8"))


@pytest.fixture
def fits():
    """Whether an answer is what the schema says of its command."""
    reason = "jsonschema is not installed (the extra `test`)"
    jsonschema = pytest.importorskip("jsonschema", reason=reason)
    jsonschema.Draft202012Validator.check_schema(SCHEMA)

    def held(command: str, text: str) -> dict:
        answer = json.loads(text)
        jsonschema.Draft202012Validator({**SCHEMA, "$ref": f"#/$defs/{command}"}).validate(answer)
        return answer

    return held


@pytest.mark.parametrize("path", sorted((TESTS / "goldens").glob("report-*.json")), ids=str)
def test_the_goldens_of_reports_are_as_the_schema_says(fits, path):
    fits("report", path.read_text("utf-8"))


COMMANDS = {
    "info": ("info",),
    "search": ("search", "hoa", "binh"),
    "check": ("check",),
    "report": ("report", "2021-2023"),
    "tally": ("tally", "exemplars", "--by", "unit"),
}


@pytest.mark.parametrize("command", COMMANDS)
def test_what_a_command_shows_is_as_the_schema_says(emul, demo_register, fits, command):
    fits(command, emul(*COMMANDS[command], "--format", "json").stdout)


@pytest.mark.parametrize("id", ["X1", "M6", "H1", "E2", "D1", "U3", "T1", "I1", "P1"])
def test_every_kind_of_record_is_as_the_schema_says(emul, demo_register, fits, id):
    assert fits("show", emul("show", id, "--format", "json").stdout)["id"] == id


@pytest.mark.parametrize("noun", ["units", "exemplars", "models", "events", "honours", "terms"])
def test_lists_are_rows_by_their_columns(emul, demo_register, fits, noun):
    fits("list", emul("list", noun, "--format", "json").stdout)


def test_what_the_schema_lacks_is_noticed(fits):
    jsonschema = pytest.importorskip("jsonschema")
    with pytest.raises(jsonschema.ValidationError):
        fits("search", '{"version": 2, "text": "", "found": []}')
    with pytest.raises(jsonschema.ValidationError):
        fits("list", '[{"name": "without an id"}]')


def test_info_and_search_say_what_the_register_holds(emul):
    emul("init", "--unit", "Huyện Thử")
    emul("add-unit", "--name", "Xã Hoa Lư", "--type", "commune")

    info = json.loads(emul("info", "--format", "json").stdout)
    assert info["settings"] == {"unit": "Huyện Thử", "language": "en"}
    assert (info["version"], info["contents"]["units"]) == (1, 1)
    found = json.loads(emul("search", "hoa lu", "--format", "json").stdout)["found"]
    assert [(one["id"], one["noun"], one["name"]) for one in found] == [
        ("U1", "units", "Xã Hoa Lư")
    ]
    assert emul("search", "nobody", "--format", "json", code=1).stdout == ""


def test_check_answers_once_and_keeps_its_exit_code(emul, register_path, fits):
    emul("init", "--unit", "Huyện Thử")
    emul("add-unit", "--name", "Xã Mẫu", "--type", "commune")
    with closing(sqlite3.connect(register_path)) as raw:
        raw.execute("UPDATE unit SET valid_from = '2024-01-01', valid_to = '2023-01-01'")
        raw.commit()

    answer = fits("check", emul("check", "--format", "json", code=1).stdout)

    assert not answer["well"]
    [found] = [one for one in answer["findings"] if one["finding"] == "unit_ends_early"]
    assert found["records"] == ["U1"]


def test_a_merge_tells_what_came_and_what_is_asked(emul, register_path, tmp_path, fits):
    emul("init", "--unit", "Huyện Thử")
    emul("add-unit", "--name", "Xã Mẫu", "--type", "commune")
    there = tmp_path / "there.db"
    there.write_bytes(register_path.read_bytes())
    emul("edit", "U1", "--name", "Xã Một")
    emul("--db", there, "edit", "U1", "--name", "Xã Hai")
    emul("--db", there, "add-unit", "--name", "Xã Mới", "--type", "commune")

    asked = fits("merge", emul("merge", there, "--format", "json", code=3).stdout)
    done = fits("merge", emul("merge", there, "--prefer", "mine", "--format", "json").stdout)

    assert [(one["column"], one["mine"], one["theirs"]) for one in asked["conflicts"]] == [
        ("name", "Xã Một", "Xã Hai")
    ]
    assert (asked["blocked"], asked["change"]) == (True, None)
    assert done["change"].startswith("C")
    assert done["merged"][0]["added"]["unit"] == 1

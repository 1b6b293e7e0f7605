"""JSON of every command that shows something: as docs/json.schema.json says."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from emulation_cli.domain.catalogue.nouns import BY_PLURAL

TESTS = Path(__file__).parents[1]
SCHEMA = json.loads((TESTS.parent / "docs" / "json.schema.json").read_text("utf-8"))

LISTED = [noun for noun in BY_PLURAL if noun != "successions"]


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


# A second one of a command is named after what it is of.
COMMANDS = {
    "commands": ("report", "2021-2023", "--commands"),
    "against": ("report", "2021-2023", "--against", "45"),
    "tables": ("table", "list"),
    "table": ("table", "models", "2023"),
    "due": ("due",),
    "duplicates": ("duplicates",),
    "history": ("history",),
    "change": ("history", "C5"),
    "restore": ("restore",),
    "fields": ("fields", "2021-2023"),
    "verify": ("verify", "report.docx", "2021-2023"),
    "info": ("info",),
    "search": ("search", "hoa", "binh"),
    "check": ("check",),
    "report": ("report", "2021-2023"),
    "tally": ("tally", "exemplars", "--by", "unit"),
}


def test_what_every_command_shows_is_as_the_schema_says(emul, lived, fits):
    for command, typed in COMMANDS.items():
        fits(command, emul(*typed, "--format", "json", code=None).stdout)


@pytest.fixture
def lived(emul, demo_register):
    """The demo's register with a record of every noun, a table, a kept report that is no longer so."""
    emul("table", "new", "Theo xã", "--like", "models")
    emul("report", "2021-2023", "--keep", "45")
    emul("edit", "X1", "--kind", "individual")
    emul("add-presenter", "--event", "E1", "--name", "Lê Văn Mẫu")
    emul("add-publication", "--title", "Bài", "--type", "article", "--exemplar", "X1")
    emul(
        "add-target",
        "--unit",
        "U3",
        "--year",
        "2023",
        "--measure",
        "models_registered",
        "--value",
        "5",
    )
    emul(
        "add-proposal",
        "--recipient",
        "Lê Văn Mẫu",
        "--kind",
        "CN",
        "--unit",
        "U3",
        "--date",
        "2023",
    )
    emul("add-dossier", "--name", "Khen thưởng")
    emul("collect", "S1", "Q1")
    emul("add-figure", "--section", "models", "--source", "BC 12", "--value", "3", "--period", "2019",
         "--name", "Mô hình")  # fmt: skip
    emul("report", "2021-2023", "-o", "report.docx")


def test_every_kind_of_record_is_as_the_schema_says(emul, lived, fits):
    for noun in LISTED:
        rows = fits("list", emul("list", noun, "--format", "json").stdout)
        record = rows[0]["id"]
        assert fits("show", emul("show", record, "--format", "json").stdout)["id"] == record
        if noun not in ("terms", "imports"):
            fits("history", emul("history", record, "--format", "json").stdout)


def test_a_search_that_finds_nothing_says_so_in_json_too(emul, demo_register, fits):
    answer = fits("search", emul("search", "zzzzqq", "--format", "json", code=1).stdout)

    assert answer == {"version": 1, "text": "zzzzqq", "found": []}


def test_what_differs_from_a_kept_report_names_the_change(emul, lived, fits):
    told = emul("report", "2021-2023", "--against", "45", "--format", "json").stdout

    changes = {line["measure"]: line["changes"] for line in fits("against", told)["differing"]}
    assert changes["individual"] == ["C6"]
    emul("report", "2021-2023", "--against", "45", "--format", "csv", code=2)


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

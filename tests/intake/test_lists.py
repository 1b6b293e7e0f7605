"""Every list of tests/lists gives its expected rows, problems and ignored rows exactly."""

import json
from collections import defaultdict

import pytest
from lookup import LISTS, lookup

from emulation_cli.domain.offices.units import Unit
from emulation_cli.domain.text import comparing_key
from emulation_cli.domain.times.partial_date import PartialDate
from emulation_cli.intake import Hints, read_lists
from emulation_cli.sheets import read

ALL = [json.loads(p.read_text(encoding="utf-8")) for p in sorted(LISTS.glob("*.expected.json"))]
NAMES = {"name", "recipient", "position"}
WHY = {"numbering": "column numbers"}


def reading_of(expected):
    return read_lists(read(LISTS / expected["file"]), Hints(), lookup())


@pytest.fixture(params=ALL, ids=lambda one: one["file"].split(".")[0])
def expected(request):
    return request.param


def plain(field, value):
    """A value as the expected files write it."""
    if isinstance(value, Unit):
        return value.name
    if isinstance(value, PartialDate):
        return value.iso
    if field == "form" and value:
        terms = lookup().terms
        return next(t.label_vi for v in ("form", "title") for t in terms.of(v) if t.code == value)
    if field == "other_names":
        return list(value or ())
    return value


def same(field, found, wanted):
    if field in NAMES and isinstance(wanted, str):
        return comparing_key(found or "") == comparing_key(wanted)
    return found == wanted


def rows_of(sheets):
    """Row -> its values; the registrations of a model gathered under its first row."""
    rows = {}
    models = {}
    for sheet in sheets:
        for record in sheet.records:
            values = {field: plain(field, value) for field, value in record.values.items()}
            values["unit"] = values.get("unit") or values.get("organiser")
            place = (record.sheet or None, record.row)
            if record.register != "models":
                rows[place] = values
                continue
            key = (comparing_key(values["name"]), values["unit"])
            first = models.setdefault(key, place)
            rows.setdefault(first, values | {"years": []})["years"].append(
                {
                    "year": values["year"],
                    "status": values["status"],
                    "sheet": record.sheet,
                    "row": record.row,
                }
            )
    return rows


def test_a_list_gives_its_records(expected):
    sheets = [sheet for sheet in reading_of(expected).sheets if not sheet.ignored]
    assert {sheet.register for sheet in sheets} == {expected["register"]}
    rows = rows_of(sheets)
    wrong = []
    for row in expected["rows"]:
        found = rows.pop((row["sheet"], row["row"]), {})
        for field in set(row) - {"sheet", "row", "accept"}:
            accepted = [row[field], *row.get("accept", {}).get(field, ())]
            if not any(same(field, found.get(field), one) for one in accepted):
                wrong.append((row["row"], field, found.get(field), row[field]))
    assert wrong == []
    assert rows == {}


def test_a_list_gives_its_problems_and_no_other_worth_a_warning(expected):
    reading = reading_of(expected)
    problems = [p for sheet in reading.sheets for p in sheet.problems if p.severity != "info"]
    found = {
        (p.sheet or None, p.row, p.column, p.code, p.cell, p.severity == "block") for p in problems
    }
    wanted = {
        (p["sheet"], p["row"], p["column"], p["code"], p["cell"], p["blocks"])
        for p in expected["problems"]
    }
    assert found == wanted
    repeated = {p.row: p.values["of_row"] for p in problems if p.code == "duplicate_row"}
    assert repeated == {p["row"]: p["of_row"] for p in expected["problems"] if "of_row" in p}


def test_a_refused_row_is_kept_as_the_sender_wrote_it(expected):
    sheets = reading_of(expected).sheets
    raw = {(s.name, r.row): r.raw for s in sheets for r in s.refused}
    for problem in expected["problems"]:
        if problem["blocks"]:
            written = raw[problem["sheet"], problem["row"]].get(problem["column"])
            assert str(written).split(".0")[0].strip() == str(problem["raw"]).strip()


def test_every_other_row_is_named_with_its_reason(expected):
    sheets = [sheet for sheet in reading_of(expected).sheets if not sheet.ignored]
    found = {
        (s.sheet or None, s.row): WHY.get(s.why, s.why) for sheet in sheets for s in sheet.skipped
    }
    wanted = {(s["sheet"], s["row"]): s["why"] for s in expected["ignored"]}
    assert found == wanted


def test_sheets_that_are_no_lists_are_left_out(expected):
    ignored = {sheet.name for sheet in reading_of(expected).sheets if sheet.ignored}
    assert ignored == {one["sheet"] for one in expected.get("sheets_ignored", ())}


@pytest.mark.parametrize("expected", [one for one in ALL if "decision" in one])
def test_the_decision_of_an_annex_is_read_from_its_titles(expected):
    (sheet,) = reading_of(expected).sheets
    wanted = expected["decision"]
    assert (sheet.decision.number, sheet.decision.date) == (wanted["number"], wanted["date"])
    assert sheet.decision.body == wanted["issuer"]
    assert sheet.decision.stated == wanted["stated"]
    kinds = defaultdict(int)
    for record in sheet.records:
        kinds[record.values["kind"]] += 1
    assert kinds == wanted["listed"]


@pytest.mark.parametrize("expected", [o for o in ALL if "distinct_recipients" in o["counts"]])
def test_recipients_spelled_otherwise_are_the_same(expected):
    keys = set()
    for sheet in reading_of(expected).sheets:
        for record in sheet.records:
            unit = record.values.get("unit")
            keys.add(
                (comparing_key(record.values["recipient"]), unit and unit.id, record.values["kind"])
            )
    assert len(keys) == expected["counts"]["distinct_recipients"]

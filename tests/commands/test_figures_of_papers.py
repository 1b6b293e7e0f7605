"""`add-figure`: a number from an old paper, shown apart and marked, never mixed in."""

import json

import openpyxl
import pytest


@pytest.fixture
def office(emul):
    """Two units; 332 models of 2019 from a paper, one of them of the second unit."""
    emul("init", "--yes")
    for name in ("Xã Cẩm Duệ", "Xã Cẩm Hà"):
        emul("add-unit", "--name", name, "--type", "commune")
    paper = ("--section", "models", "--source", "BC 12-BC/HU")
    emul("add-figure", "--name", "Mô hình đăng ký", "--value", "332", "--period", "2019", *paper)
    emul(
        "add-figure", "--name", "Mô hình", "--value", "1", "--period", "2016-2018", "--unit", "U2",
        *paper,
    )  # fmt: skip
    return emul


def report(emul, *words: object) -> dict:
    return json.loads(emul("report", *words, "--format", "json").stdout)


def test_it_stands_apart_in_json_and_moves_no_figure(office) -> None:
    figures = report(office, "2019")

    assert figures["models"]["total"] == 0
    assert figures["reported"] == [
        {
            "id": "F1", "section": "models", "name": "Mô hình đăng ký", "value": 332,
            "period": "2019", "unit": None, "source": "BC 12-BC/HU",
        }
    ]  # fmt: skip


def test_a_report_without_one_is_as_it_was(office) -> None:
    assert "reported" not in report(office, "2024")
    assert "papers" not in office("report", "2024").stdout


def test_only_figures_of_a_time_within_the_period_are_shown(office) -> None:
    def ids(*words: object) -> list[str]:
        return [one["id"] for one in report(office, *words).get("reported", [])]

    assert ids("2016-2019") == ["F2", "F1"]
    assert ids("2017-2019") == ["F1"]
    assert ids("2019", "--models", "2016-2018") == ["F2"]
    assert ids("2016-2019", "--unit", "U2") == ["F2"]
    assert ids("2016-2019", "--unit", "U1") == []


def test_it_is_marked_on_the_screen_and_in_files(office) -> None:
    told = office("report", "2019").stdout
    row = next(line for line in told.splitlines() if "Mô hình đăng ký *" in line)
    assert "332" in row
    assert "BC 12-BC/HU" in row
    assert "no part of the figures above" in told

    for name in ("r.docx", "r.xlsx", "r.html", "r.md"):
        office("report", "2019", "-o", name)
    cells = [c.value for s in openpyxl.load_workbook("r.xlsx") for r in s.iter_rows() for c in r]
    assert "Mô hình đăng ký *" in cells


def test_it_is_a_record_like_any_other(office) -> None:
    listed = json.loads(office("list", "figures", "--period", "2019", "--format", "json").stdout)
    assert [(row["id"], row["value"], row["section"]) for row in listed] == [("F1", 332, "models")]

    assert "BC 12-BC/HU" in office("show", "F1").stdout
    office("edit", "F1", "--value", "333", "--period", "2020")
    assert report(office, "2020")["reported"][0]["value"] == 333
    office("cancel", "F1", "--reason", "nhập nhầm")
    assert "reported" not in report(office, "2020")
    office("undo", "--yes")
    assert report(office, "2020")["reported"][0]["id"] == "F1"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--section", "decisions", "--period", "2019"), "--section"),
        (("--section", "models", "--period", "soon"), "soon"),
    ],
)
def test_what_cannot_be_read_is_refused(office, words, told) -> None:
    answer = office(
        "add-figure", "--name", "n", "--value", "1", "--source", "s", *words, code=2
    )  # fmt: skip
    assert told in answer.stderr


def test_in_csv_it_follows_the_counted_figures_under_a_name_of_its_own(office) -> None:
    rows = office("report", "2019", "--format", "csv").stdout.splitlines()

    assert rows[-1] == "models,reported,F1,Mô hình đăng ký (2019; BC 12-BC/HU),reported,332"
    assert not any(",332" in row for row in rows[:-1])


def test_an_export_says_that_it_holds_none(office) -> None:
    assert "emul list figures" in office("export", "-o", "out.xlsx").stderr


def test_its_section_is_told_in_words(office) -> None:
    assert "Mô hình «dân vận khéo»" in office("--lang", "vi", "show", "F1").stdout
    assert (
        "Mô hình «dân vận khéo»"
        in office("--lang", "vi", "tally", "figures", "--by", "section").stdout
    )

"""`report --compare`: difference and percentage, in every format."""

import json

import openpyxl
import pytest
from docx import Document

pytestmark = pytest.mark.usefixtures("demo_register")


def report(emul, *words: object):
    return emul("report", "2021-2023", *words).stdout


def test_the_screen_shows_both_periods_and_what_became_of_each_figure(emul) -> None:
    told = report(emul, "--compare", "previous")

    assert "Against 2018-2020" in told
    row = next(line for line in told.splitlines() if line.startswith("Exemplars  "))
    assert row.split()[1:] == ["381", "16", "+365", "+2,281.2%"]


def test_a_dash_stands_where_the_earlier_value_is_0_or_not_known(emul) -> None:
    told = report(emul, "--compare", "previous")

    fostered = next(line for line in told.splitlines() if line.startswith("Fostered"))
    conferences = [line for line in told.splitlines() if line.split()[-4:] == ["24", "–", "–", "–"]]
    assert fostered.split()[-2:] == ["+185", "–"]
    assert len(conferences) == 1


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [
        ("last-year", "2020-01-01", "2022-12-31"),
        ("cùng kỳ", "2020-01-01", "2022-12-31"),
        ("previous", "2018-01-01", "2020-12-31"),
        ("kỳ trước", "2018-01-01", "2020-12-31"),
        ("2019", "2019-01-01", "2019-12-31"),
    ],
)
def test_the_earlier_period_can_be_named_in_many_ways(emul, asked, first, last) -> None:
    found = json.loads(report(emul, "--compare", asked, "--format", "json"))["comparison"]

    assert (found["period"]["from"], found["period"]["to"]) == (first, last)


def test_json_has_further_keys_only(emul) -> None:
    without = json.loads(report(emul, "--format", "json"))
    found = json.loads(report(emul, "--compare", "previous", "--format", "json"))

    comparison = found.pop("comparison")
    assert found == without
    assert comparison["figures"][0] == {
        "section": "exemplars", "breakdown": "", "code": None, "measure": "total",
        "value": 381, "earlier": 16, "difference": 365, "percent": 2281.2,
    }  # fmt: skip


def test_a_section_with_a_period_of_its_own_has_an_earlier_one_of_its_own(emul) -> None:
    told = emul("report", "2023", "--models", "2021-2023", "--compare", "previous").stdout

    assert "Against 2018-2020" in told
    assert "Against 2022" in told


def test_documents_hold_the_comparison_too(emul) -> None:
    for name in ("r.docx", "r.xlsx", "r.md", "r.html"):
        report(emul, "--compare", "previous", "-o", name)

    tables = [
        [[cell.text for cell in row.cells] for row in table.rows]
        for table in Document("r.docx").tables
    ]
    assert any(row[2:] == ["381", "16", "+365", "+2.281,2%"] for table in tables for row in table)
    values = [
        [cell.value for cell in row]
        for sheet in openpyxl.load_workbook("r.xlsx")
        for row in sheet.iter_rows()
    ]
    assert any(row[2:6] == [381, 16, 365, "+2.281,2%"] for row in values)


def test_an_unreadable_period_is_refused(emul) -> None:
    assert "soon" in emul("report", "2023", "--compare", "soon", code=2).stderr

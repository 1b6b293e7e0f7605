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
    row = next(line for line in told.splitlines() if line.startswith("Exemplars\t"))
    assert row.split()[1:] == ["381", "16", "+365", "+2,281.3%"]


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
        "value": 381, "earlier": 16, "difference": 365, "percent": 2281.3,
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
    assert any(row[2:] == ["381", "16", "+365", "+2.281,3%"] for table in tables for row in table)
    values = [
        [cell.value for cell in row]
        for sheet in openpyxl.load_workbook("r.xlsx")
        for row in sheet.iter_rows()
    ]
    assert any(row[2:6] == [381, 16, 365, "+2.281,3%"] for row in values)


def test_an_unreadable_period_is_refused(emul) -> None:
    assert "soon" in emul("report", "2023", "--compare", "soon", code=2).stderr


def test_a_year_that_was_counted_up_to_a_day_is_never_called_the_whole(emul) -> None:
    asked = ("report", "2023", "--cut-off", "04/10/2023", "--compare", "last-year")
    told = emul("--lang", "vi", *asked).stdout
    sentences = [
        line for line in told.splitlines() if line.startswith("So với") and "Tăng," not in line
    ]

    assert sentences
    assert all(
        line.startswith("So với cùng kỳ năm 2022, đến ngày 04/10/2022: ") for line in sentences
    )
    head = next(line for line in told.splitlines() if "Tăng, giảm" in line)
    assert "Năm 2023, đến ngày 04/10/2023\tNăm 2022, đến ngày 04/10/2022" in head


def test_whole_years_are_not_called_the_same_months(emul) -> None:
    told = emul("--lang", "vi", "report", "2023", "--compare", "last-year").stdout

    assert "So với năm 2022: " in told
    assert "cùng kỳ" not in told


def test_a_cut_off_after_the_earlier_period_leaves_it_whole(emul) -> None:
    asked = ("report", "6T/2023", "--cut-off", "31/12/2023", "--compare", "last-year")

    assert "So với cùng kỳ 6 tháng đầu năm 2022: " in emul("--lang", "vi", *asked).stdout


def test_a_term_goes_from_and_to_the_days_that_the_office_set(emul) -> None:
    emul("info", "--set", "nhiệm kỳ 2020-2025=15/10/2020-20/09/2025")
    emul("info", "--set", "NK 2015-2020=20/09/2015-14/10/2020")

    told = emul("--lang", "vi", "report", "NK 2020-2025", "--compare", "previous").stdout
    asked = ("report", "NK 2020-2025", "--compare", "previous", "--format", "json")
    found = json.loads(emul(*asked).stdout)

    assert "Nhiệm kỳ 2020-2025 (từ ngày 15/10/2020 đến ngày 20/09/2025)" in told
    assert (found["period"]["from"], found["period"]["to"]) == ("2020-10-15", "2025-09-20")
    earlier = found["comparison"]["period"]
    assert earlier == {"text": "nhiệm kỳ 2015-2020", "from": "2015-09-20", "to": "2020-10-14"}
    counted = found["exemplars"]["total"]
    listed = json.loads(
        emul("list", "exemplars", "--period", "NK 2020-2025", "--format", "json").stdout
    )
    assert len(listed) == counted

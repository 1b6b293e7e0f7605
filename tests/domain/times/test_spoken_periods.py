"""Periods that depend on the day on which they are said."""

from datetime import date

import pytest

from emulation_cli.domain.errors import Usage
from emulation_cli.domain.times.period import Period
from emulation_cli.domain.times.spoken_periods import as_said_on

SAID = {
    "năm nay": "2026",
    "năm ngoái": "2025",
    "Năm trước": "2025",
    "quý này": "Q4/2026",
    "quý trước": "Q3/2026",
    "tháng này": "11/2026",
    "tháng trước": "10/2026",
    "đầu năm đến nay": "01/01/2026-28/11/2026",
    "từ đầu năm đến nay": "01/01/2026-28/11/2026",
    "đến nay": "01/01/2026-28/11/2026",
    "từ 01/01/2021 đến nay": "01/01/2021-28/11/2026",
    "từ năm 2021 đến nay": "01/01/2021-28/11/2026",
    "2021-nay": "01/01/2021-28/11/2026",
    "2021 – nay": "01/01/2021-28/11/2026",
    "nhiệm kỳ 2020-2025 đến nay": "01/01/2020-28/11/2026",
    "từ đầu nhiệm kỳ đến nay": "01/01/2025-28/11/2026",
    "nhiệm kỳ này": "nhiệm kỳ 2025-2030",
    "từ tháng 5/2026 đến nay": "01/05/2026-28/11/2026",
}


@pytest.mark.parametrize(("text", "meant"), SAID.items(), ids=SAID)
def test_what_is_said_today_is_kept_with_its_days(text, meant):
    assert as_said_on(text, date(2026, 11, 28)) == meant


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("tháng 10", ("2026-10-01", "2026-10-31")),
        ("9 tháng", ("2026-01-01", "2026-09-30")),
        ("quý III", ("2026-07-01", "2026-09-30")),
        ("6 tháng đầu năm", ("2026-01-01", "2026-06-30")),
        ("6 tháng cuối năm nay", ("2026-07-01", "2026-12-31")),
    ],
)
def test_without_a_year_that_of_the_day_is_meant(text, days):
    period = Period.parse(as_said_on(text, date(2026, 11, 28)))

    assert (period.first, period.last) == days


@pytest.mark.parametrize(
    ("day", "quarter", "month"),
    [
        (date(2026, 1, 1), "Q4/2025", "12/2025"),
        (date(2026, 3, 31), "Q4/2025", "02/2026"),
        (date(2026, 4, 1), "Q1/2026", "03/2026"),
    ],
)
def test_what_was_before_may_lie_in_the_year_before(day, quarter, month):
    assert as_said_on("quý trước", day) == quarter
    assert as_said_on("tháng trước", day) == month


@pytest.mark.parametrize("text", ["2023", "giai đoạn 2021-2023", "nay mai"])
def test_another_text_is_as_it_is(text):
    assert as_said_on(text, date(2026, 11, 28)) == text


def test_a_beginning_that_nobody_can_read_is_refused():
    with pytest.raises(Usage):
        as_said_on("từ hồi đó đến nay", date(2026, 11, 28))


@pytest.mark.parametrize(
    ("said", "printed"),
    [
        ("tháng 10", "tháng 10/2026"),
        ("Quý  3", "Quý 3/2026"),
        ("6 tháng đầu năm nay", "6 tháng đầu năm 2026"),
        ("6 tháng cuối năm", "6 tháng cuối năm 2026"),
        ("9 tháng", "9 tháng năm 2026"),
    ],
)
def test_what_lacks_its_year_is_printed_in_the_letters_it_was_written_in(said, printed) -> None:
    assert Period.parse(as_said_on(said, date(2026, 11, 29))).text == printed


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("từ đầu năm", "2026-01-01", "2026-11-29"),
        ("năm học này", "2026-09-01", "2027-08-31"),
        ("5 năm (2021-2025)", "2021-01-01", "2025-12-31"),
        ("giai đoạn (2021 - 2023)", "2021-01-01", "2023-12-31"),
    ],
)
def test_further_ways_of_offices(said, first, last) -> None:
    period = Period.parse(as_said_on(said, date(2026, 11, 29)))

    assert (period.first, period.last) == (first, last)

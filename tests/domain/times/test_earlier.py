"""The periods that a report is compared with."""

import pytest

from emulation_cli.domain.times.earlier import last_year, moved, previous
from emulation_cli.domain.times.period import Period


@pytest.mark.parametrize(
    ("period", "same_months", "before"),
    [
        ("2023", "2022", "2022"),
        ("2021-2023", "2020-2022", "2018-2020"),
        ("quý III/2023", "01/07/2022-30/09/2022", "01/04/2023-30/06/2023"),
        ("6 tháng đầu năm 2023", "01/01/2022-30/06/2022", "01/07/2022-31/12/2022"),
        ("02/2024", "01/02/2023-28/02/2023", "01/01/2024-31/01/2024"),
        ("02/2023", "01/02/2022-28/02/2022", "01/01/2023-31/01/2023"),
        ("02/2025", "01/02/2024-29/02/2024", "01/01/2025-31/01/2025"),
        ("29/02/2024", "28/02/2023-28/02/2023", "28/02/2024-28/02/2024"),
        ("01/01/2023-04/10/2023", "01/01/2022-04/10/2022", "30/03/2022-31/12/2022"),
        ("năm học 2022-2023", "01/09/2021-31/08/2022", "01/09/2021-31/08/2022"),
        ("nhiệm kỳ 2020-2025", "2019-2024", "nhiệm kỳ 2015-2020"),
        ("NK 2021-2026", "2020-2025", "nhiệm kỳ 2016-2021"),
    ],
)
def test_the_same_months_of_last_year_and_the_period_before(period, same_months, before) -> None:
    for earlier, text in ((last_year, same_months), (previous, before)):
        found = earlier(Period.parse(period))
        assert found.text == text
        read = Period.parse(text)
        assert (read.first, read.last) == (found.first, found.last)


@pytest.mark.parametrize("text", ["2023", "2021-2023", "quý I/2024", "01/01/2023-04/10/2023"])
def test_the_period_before_ends_the_day_before(text) -> None:
    from datetime import date, timedelta

    period = Period.parse(text)
    before = previous(period)
    assert date.fromisoformat(before.last) + timedelta(days=1) == date.fromisoformat(period.first)


def test_a_cut_off_day_moves_with_the_period() -> None:
    year = Period.parse("2024")
    assert moved("2024-02-29", year, last_year(year)) == "2023-02-28"
    assert moved("2023-10-04", Period.parse("2021-2023"), Period.parse("2018-2020")) == "2020-10-04"
    assert moved("2023-03-20", Period.parse("quý I/2023"), Period.parse("quý IV/2022")) == (
        "2022-12-20"
    )

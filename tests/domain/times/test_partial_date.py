"""Dates of which the day, or the day and the month, may be unknown (DOMAIN section 3, rule 3)."""

import unicodedata
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emulation_cli import words
from emulation_cli.domain.errors import Usage
from emulation_cli.domain.times.partial_date import (
    ImpossibleDate,
    ImpossibleYear,
    PartialDate,
    UnreadableDate,
    latest_year,
)

# Next year is the last one that a record may bear.
days = st.dates(date(1945, 1, 1), date(date.today().year + 1, 12, 31))
DAY_NOTATIONS = (
    "{d:02}/{m:02}/{y}", "{d}/{m}/{y}", "{d}.{m}.{y}", "{d}-{m}-{y}", "{d:02}-{m:02}-{y}",
    "{d} / {m} / {y}", "{y}-{m:02}-{d:02}", "{y}-{m}-{d}", "{y}-{m:02}-{d:02} 00:00:00",
    "ngày {d} tháng {m} năm {y}", "Ngày {d:02} tháng {m:02} năm {y}", "ngày {d}/{m}/{y}",
    "  {d:02}/{m:02}/{y}\u00a0",
)  # fmt: skip
MONTH_NOTATIONS = (
    "{m:02}/{y}", "{m}/{y}", "{m}-{y}", "{m}.{y}", "tháng {m}/{y}", "Tháng {m:02}/{y}",
    "tháng {m} năm {y}", "{y}-{m:02}", "{y}-{m}", "THÁNG {m}/{y}",
)  # fmt: skip
YEAR_NOTATIONS = ("{y}", "năm {y}", "Năm {y}", "NĂM {y}", " {y} ")
forms = st.sampled_from(["NFC", "NFD"])


def written(notation: str, day: date, form: str = "NFC") -> str:
    return unicodedata.normalize(form, notation.format(y=day.year, m=day.month, d=day.day))


@given(days, st.sampled_from(DAY_NOTATIONS), forms)
def test_every_calendar_day_reads_back_in_every_notation(day, notation, form):
    read = PartialDate.parse(written(notation, day, form))
    assert read.iso == read.first == read.last == day.isoformat()


@given(days, st.sampled_from(MONTH_NOTATIONS), forms)
def test_a_month_is_the_interval_of_its_days(day, notation, form):
    read = PartialDate.parse(written(notation, day, form))
    assert read.iso == day.isoformat()[:7]
    first, last = date.fromisoformat(read.first), date.fromisoformat(read.last)
    assert first == day.replace(day=1)
    assert last >= day
    assert (last + timedelta(days=1)).day == 1


@given(days, st.sampled_from(YEAR_NOTATIONS), forms)
def test_a_year_is_the_interval_of_its_days(day, notation, form):
    read = PartialDate.parse(written(notation, day, form))
    assert (read.iso, read.year) == (str(day.year), day.year)
    assert (read.first, read.last) == (f"{day.year}-01-01", f"{day.year}-12-31")


@given(days)
def test_what_is_stored_reads_back_as_itself(day):
    for iso in (day.isoformat(), day.isoformat()[:7], day.isoformat()[:4]):
        assert PartialDate.parse(iso) == PartialDate(iso)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("31/02/2023", "31/02/2023"),
        ("29/02/2023", "29/02/2023"),
        ("2023-02-31", "31/02/2023"),
        ("10/13/2023", "10/13/2023"),
        ("31/4/2022", "31/04/2022"),
        ("00/10/2023", "00/10/2023"),
        ("13/2023", "13/2023"),
        ("00/2023", "00/2023"),
        ("ngày 31 tháng 9 năm 2023", "31/09/2023"),
    ],
)
def test_a_day_that_no_calendar_has_is_refused_and_named(text, shown):
    with pytest.raises(ImpossibleDate) as refusal:
        PartialDate.parse(text)
    assert (refusal.value.sentence, refusal.value.values) == (
        "domain.impossible_date",
        {"date": shown},
    )


def test_the_29th_of_february_is_a_day_of_leap_years():
    assert PartialDate.parse("29/02/2024").iso == "2024-02-29"


@pytest.mark.parametrize("text", ["20223", "1/20223", "04/10/20223", "1944", "0023", "04/10/0203"])
def test_a_year_that_cannot_be_meant_is_refused(text):
    with pytest.raises(ImpossibleYear) as refusal:
        PartialDate.parse(text)
    assert refusal.value.exit_code == 2


def test_next_year_is_the_last_that_a_record_may_bear():
    assert PartialDate.parse(str(latest_year())).year == date.today().year + 1
    with pytest.raises(ImpossibleYear):
        PartialDate.parse(str(latest_year() + 1))


@pytest.mark.parametrize(
    "text", ["", " ", "hôm qua", "4/10", "4/10/23", "2023/10/04/1", "2021-2023", "tháng 5", "1.330"]
)
def test_what_is_no_date_is_refused_with_the_forms_that_are_understood(text):
    with pytest.raises(UnreadableDate) as refusal:
        PartialDate.parse(text)
    for language in ("vi", "en"):
        said = words.say_in(language, refusal.value.sentence, **refusal.value.values)
        assert all(form in said for form in (text, "04/10/2023", "10/2023", "2023-10-04"))


@given(st.one_of(st.text(), st.text("0123456789/.- ngaythm", max_size=14)))
def test_any_text_is_a_date_or_a_refusal(text):
    try:
        read = PartialDate.parse(text)
    except Usage:
        return
    assert read.first <= read.last
    assert PartialDate.parse(read.iso) == read


def test_a_cell_of_ten_thousand_digits_is_refused_too():
    for text in ("9" * 10_000, "1/" + "9" * 10_000, "năm " + "1" * 10_000):
        with pytest.raises(Usage):
            PartialDate.parse(text)

"""Every notation of a period that an office uses (issue 2; DOMAIN section 3, rule 2)."""

import unicodedata
from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from emulation_cli import words
from emulation_cli.domain.errors import Usage
from emulation_cli.domain.times.partial_date import PartialDate
from emulation_cli.domain.times.period import Period, UnreadablePeriod
from emulation_cli.domain.times.spoken_periods import as_said_on

years = st.integers(1945, 2100)
months = st.integers(1, 12)
ROMAN = {1: "I", 2: "II", 3: "III", 4: "IV"}
DASHES = ("-", " - ", "–", " – ", "—", "\u2011", "\u2212")


def whole(year: int, first: int = 1, last: int = 12) -> tuple[str, str]:
    """The first and last day of months of one year, worked out apart from the program."""
    return f"{year}-{first:02}-01", f"{year}-{last:02}-{monthrange(year, last)[1]}"


def spelt(text: str) -> list[str]:
    """One text as different keyboards and hands give it."""
    unmarked = "".join(
        letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter)
    ).replace("đ", "d")
    nfd = unicodedata.normalize("NFD", text)
    spaced = "  " + text.replace(" ", "\u00a0") + " "
    return [text, text.upper(), text.capitalize(), unmarked, nfd, nfd.upper(), spaced]


def assert_means(text: str, days: tuple[str, str]) -> None:
    for variant in spelt(text):
        period = Period.parse(variant)
        assert (period.first, period.last) == days, variant


@given(years, st.sampled_from(["{y}", "năm {y}", "year {y}", "giai đoạn {y}"]))
def test_a_year_is_the_whole_year(year, notation):
    assert_means(notation.format(y=year), whole(year))


RANGES = (
    "{a}-{b}", "giai đoạn {a}-{b}", "nhiệm kỳ {a}-{b}", "các năm {a}-{b}", "năm {a}-{b}",
    "thời kỳ {a}-{b}", "term {a}-{b}", "period {a}-{b}", "years {a}-{b}",
)  # fmt: skip
RANGES_IN_WORDS = (
    "từ năm {a} đến năm {b}", "năm {a} đến năm {b}", "{a} đến {b}", "từ {a} đến {b}", "{a} to {b}",
)  # fmt: skip


@given(years, st.integers(0, 30), st.sampled_from(RANGES), st.sampled_from(DASHES))
def test_a_range_of_years_includes_both(first, more, notation, dash):
    text = notation.format(a=first, b=first + more).replace("-", dash)
    assert_means(text, (f"{first}-01-01", f"{first + more}-12-31"))


@given(years, st.integers(0, 30), st.sampled_from(RANGES_IN_WORDS))
def test_a_range_of_years_may_be_written_in_words(first, more, notation):
    text = notation.format(a=first, b=first + more)
    assert_means(text, (f"{first}-01-01", f"{first + more}-12-31"))


QUARTERS = (
    "Q{q}/{y}", "q{q}/{y}", "Q{q} {y}", "Q{q}-{y}", "quý {q}/{y}", "quý {r}/{y}", "Quý {r}-{y}",
    "quý {r} năm {y}", "quý {q} năm {y}", "quí {r}/{y}", "quarter {q} {y}", "{y}-Q{q}", "{y}Q{q}",
)  # fmt: skip


@given(years, st.integers(1, 4), st.sampled_from(QUARTERS))
def test_a_quarter_is_three_months(year, quarter, notation):
    text = notation.format(q=quarter, r=ROMAN[quarter], y=year)
    assert_means(text, whole(year, 3 * quarter - 2, 3 * quarter))


FIRST_MONTHS = (
    "{n} tháng đầu năm {y}", "{n:02} tháng đầu năm {y}", "{n} tháng đầu {y}", "{n} tháng {y}",
    "{n} tháng năm {y}", "{n}T/{y}", "{n} T/{y}", "{n} tháng/{y}", "first {n} months of {y}",
)  # fmt: skip


@given(years, months, st.sampled_from(FIRST_MONTHS))
def test_the_first_months_begin_in_january(year, count, notation):
    assert_means(notation.format(n=count, y=year), whole(year, 1, count))


LAST_MONTHS = (
    "{n} tháng cuối năm {y}", "{n:02} tháng cuối năm {y}", "{n} tháng cuối {y}",
    "last {n} months of {y}",
)  # fmt: skip


@given(years, months, st.sampled_from(LAST_MONTHS))
def test_the_last_months_end_in_december(year, count, notation):
    assert_means(notation.format(n=count, y=year), whole(year, 13 - count, 12))


@given(years, st.integers(1, 2), st.sampled_from(["{y}-H{h}", "{y}H{h}", "H{h}/{y}"]))
def test_a_half_is_six_months(year, half, notation):
    assert_means(notation.format(h=half, y=year), whole(year, 6 * half - 5, 6 * half))


MONTHS = (
    "{m:02}/{y}", "{m}/{y}", "{m}-{y}", "tháng {m}/{y}", "tháng {m:02}-{y}", "tháng {m} năm {y}",
    "{y}-{m:02}",
)  # fmt: skip


@given(years, months, st.sampled_from(MONTHS))
def test_a_month_is_all_its_days(year, month, notation):
    assert_means(notation.format(m=month, y=year), whole(year, month, month))


@given(years, st.sampled_from(DASHES))
def test_a_school_year_runs_from_september_to_august(year, dash):
    for notation in ("năm học {}{}{}", "school year {}{}{}"):
        assert_means(notation.format(year, dash, year + 1), (f"{year}-09-01", f"{year + 1}-08-31"))


days = st.dates(date(1945, 1, 1), date(2100, 12, 31))
TWO_DAYS = (
    "{a:%d/%m/%Y}-{b:%d/%m/%Y}", "{a:%d.%m.%Y} – {b:%d.%m.%Y}", "{a:%Y-%m-%d}..{b:%Y-%m-%d}",
    "{a:%Y-%m-%d}/{b:%Y-%m-%d}", "{a:%Y-%m-%d} - {b:%Y-%m-%d}", "{a:%Y-%m-%d} to {b:%Y-%m-%d}",
    "từ {a:%d/%m/%Y} đến {b:%d/%m/%Y}", "từ ngày {a:%d/%m/%Y} đến ngày {b:%d/%m/%Y}",
)  # fmt: skip


@given(days, days, st.sampled_from(TWO_DAYS))
def test_two_days_are_both_included(one, other, notation):
    first, last = sorted((one, other))
    assert_means(notation.format(a=first, b=last), (first.isoformat(), last.isoformat()))


@given(days, st.sampled_from(["{:%d/%m/%Y}", "ngày {:%d/%m/%Y}", "{:%Y-%m-%d}"]))
def test_one_day_is_a_period_too(day, notation):
    assert_means(notation.format(day), (day.isoformat(), day.isoformat()))


@given(days, days)
def test_two_months_reach_to_the_end_of_the_second(one, other):
    first, last = sorted((one, other))
    expected = (whole(first.year, first.month)[0], whole(last.year, 1, last.month)[1])
    assert_means(f"{first:%m/%Y}-{last:%m/%Y}", expected)
    assert_means(f"từ tháng {first:%m/%Y} đến tháng {last:%m/%Y}", expected)


def test_the_period_keeps_the_words_of_the_clerk():
    assert Period.parse(" Quý  III/2023 ").text == "Quý III/2023"
    assert list(Period.parse("2021-2023").years) == [2021, 2022, 2023]


UNREADABLE = (
    "", " ", "năm nay", "2023?", "20 23", "202", "20233", "Q5/2023", "quý V/2023", "13/2023",
    "13 tháng 2023", "0 tháng 2023", "2021-2022-2023", "năm học 2022", "đầu năm 2023", "9999",
    "1899", "T/2023", "2023-H3",
)  # fmt: skip


@pytest.mark.parametrize("text", UNREADABLE)
def test_an_unreadable_period_names_the_forms_that_are_understood(text):
    with pytest.raises(UnreadablePeriod) as refusal:
        Period.parse(text)
    assert refusal.value.exit_code == 2
    for language in ("vi", "en"):
        said = words.say_in(language, refusal.value.sentence, **refusal.value.values)
        assert all(form in said for form in ("2021-2023", "quý III/2023", "Q3/2023", "09/2023"))
        assert all(form in said for form in ("2020-2025", "2022-2023", "01/01/2021-04/10/2023"))


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_form_that_the_refusal_names_is_understood(language):
    said = words.say_in(language, "domain.unreadable_period", text="?")
    named = said.split("?»", 1)[1].split(":", 1)[1]
    choices = named.strip(" .").replace(" hoặc ", ";").replace(" or ", ";").split(";")
    assert len(choices) >= 9
    for choice in choices:
        Period.parse(as_said_on(choice, date(2026, 11, 28)))


@pytest.mark.parametrize("text", ["2023-2021", "04/10/2023-01/01/2021", "10/2023-09/2023"])
def test_a_period_that_ends_before_it_begins_is_refused(text):
    with pytest.raises(UnreadablePeriod) as refusal:
        Period.parse(text)
    assert refusal.value.sentence == "domain.reversed_period"


@pytest.mark.parametrize("text", ["năm học 2022-2024", "năm học 2022-2022"])
def test_a_school_year_is_two_years_that_follow_one_another(text):
    with pytest.raises(UnreadablePeriod) as refusal:
        Period.parse(text)
    assert refusal.value.sentence == "domain.school_year"


@pytest.mark.parametrize("text", ["31/02/2023", "01/01/2021-31/11/2023", "2023-02-30"])
def test_a_day_that_no_calendar_has_ends_no_period(text):
    with pytest.raises(Usage) as refusal:
        Period.parse(text)
    assert refusal.value.sentence == "domain.impossible_date"


@given(st.one_of(st.text(), st.text("0123456789/.-–qhtIVX dennamthg", max_size=24)))
def test_any_text_is_a_period_or_a_refusal(text):
    try:
        period = Period.parse(text)
    except Usage:
        return
    assert period.first <= period.last
    assert date.fromisoformat(period.first) <= date.fromisoformat(period.last)


def _days_of(first: str, last: str) -> set[date]:
    start, end = date.fromisoformat(first), date.fromisoformat(last)
    return {start + timedelta(days=n) for n in range((end - start).days + 1)}


near = st.dates(date(2021, 11, 1), date(2024, 2, 28))


@given(near, near, near, st.sampled_from([4, 7, 10]))
def test_contains_and_cuts_are_what_the_single_days_say(one, other, day, length):
    first, last = sorted((one, other))
    period = Period("", first.isoformat(), last.isoformat())
    partial = PartialDate(day.isoformat()[:length])
    inside = _days_of(period.first, period.last)
    meant = _days_of(partial.first, partial.last)
    assert period.contains(partial) == (meant <= inside)
    assert period.cuts(partial) == (bool(meant & inside) and not meant <= inside)


@given(near)
def test_a_whole_day_is_never_cut(day):
    period = Period.parse("01/03/2022-04/10/2023")
    assume(day.isoformat() not in (period.first, period.last))
    assert not period.cuts(PartialDate(day.isoformat()))
    assert period.contains(PartialDate(period.first))
    assert period.contains(PartialDate(period.last))


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("NK 2020-2025", ("2020-01-01", "2025-12-31")),
        ("05 năm 2021-2025", ("2021-01-01", "2025-12-31")),
        ("T10/2023", whole(2023, 10, 10)),
        ("học kỳ I năm học 2022-2023", ("2022-09-01", "2023-01-15")),
        ("HKI 2022-2023", ("2022-09-01", "2023-01-15")),
        ("HK2, năm học 2022-2023", ("2023-01-16", "2023-05-31")),
    ],
)
def test_a_period_is_read_as_it_is_heard_in_an_office(text, days):
    assert_means(text, days)


def test_a_semester_of_two_years_that_do_not_follow_one_another_is_refused():
    with pytest.raises(UnreadablePeriod):
        Period.parse("học kỳ I năm học 2022-2024")


@pytest.mark.parametrize("text", ["nhiệm kỳ 2020-2025", "NK 2020-2025", "term 2020–2025"])
def test_a_term_knows_its_years(text):
    assert Period.parse(text).term == (2020, 2025)
    assert Period.parse("2020-2025").term is None

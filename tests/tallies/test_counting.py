"""The rule of counting as SQL over texts, against the intervals that partial dates stand for."""

import sqlite3
from contextlib import closing
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from emulation_cli.domain.times.partial_date import PartialDate
from emulation_cli.domain.times.period import Period
from emulation_cli.tallies.measures.counting import NOT_PLACED, OPEN, PLACED, parameters

BEGIN = date(2019, 11, 1)
DAYS = [BEGIN + timedelta(number) for number in range(500)]
ALL = [
    PartialDate(text)
    for text in sorted({day.isoformat()[:length] for day in DAYS for length in (4, 7, 10)})
]
ISO_DAYS = st.sampled_from([day.isoformat() for day in DAYS])


@given(st.tuples(ISO_DAYS, ISO_DAYS), st.none() | ISO_DAYS)
def test_a_text_is_placed_cut_or_open_as_its_interval_is(ends, cut_off) -> None:
    period = Period("", *sorted(ends))
    placed = {day.iso for day in ALL if period.contains(day) and day.first <= (cut_off or "9")}
    cut = {day.iso for day in ALL if period.cuts(day) and day.first <= (cut_off or "9")}

    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE TABLE dated (date TEXT)")
        connection.executemany("INSERT INTO dated VALUES (?)", [(day.iso,) for day in ALL])

        def those(rule: str) -> set[str]:
            sql = f"SELECT date FROM dated WHERE {rule.format(t='')}"
            return {text for (text,) in connection.execute(sql, parameters(period, cut_off, ()))}

        assert those(PLACED) == placed
        assert those(NOT_PLACED) == cut
        begun = {day.iso for day in ALL if day.iso in placed and day.last > (cut_off or "9")}
        assert those(f"{PLACED} AND {OPEN}") == begun

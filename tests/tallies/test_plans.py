"""How SQLite goes about a question: what asks of one unit reads the rows of that unit alone."""

import re
from collections.abc import Callable, Iterator

import pytest

from emulation_cli.domain.period import Period
from emulation_cli.domain.units import Unit
from emulation_cli.register.opening import create
from emulation_cli.register.store import Register
from emulation_cli.tallies.crosstab import crosstab
from emulation_cli.tallies.listings import ListRequest, listing
from emulation_cli.tallies.searching import search

PERIOD = Period.parse("2021-2023")
# One row for each person, model or honour, or more: in a register of the nation, millions.
LARGE = ("exemplar", "exemplar_milestone", "model", "model_milestone", "registration", "honour")


@pytest.fixture
def register(tmp_path) -> Iterator[Register]:
    with create(tmp_path / "register.db", unit_name="Trung ương", language="vi") as opened:
        keys = {
            "code": "X1",
            "name": "Xã Cẩm Duệ",
            "name_key": "xa cam due",
            "place_key": "cam due",
        }
        opened.insert("unit", keys | {"type": "commune"})
        yield opened


def steps(register: Register, ask: Callable[[], object]) -> Iterator[tuple[str, str]]:
    """Each statement of a question with each step of its plan."""
    asked: list[str] = []
    register.connection.set_trace_callback(asked.append)
    ask()
    register.connection.set_trace_callback(None)
    for sql in asked:
        if sql.startswith(("SELECT", "\nSELECT", "WITH")):
            for *_, step in register.connection.execute(f"EXPLAIN QUERY PLAN {sql}"):
                yield sql, step


def scanned(register: Register, ask: Callable[[], object]) -> list[str]:
    """The steps that read a large table, or an index of it, from end to end or over a period."""
    # A table goes by its letter, too: what `AS r` stands for follows from the statement.
    found = []
    for sql, step in steps(register, ask):
        names = dict(re.findall(r"(\w+) AS (\w+)", sql))
        tables = {alias: table for table, alias in names.items()}
        match = re.match(r"(SCAN|SEARCH) (\w+)", step)
        if match and tables.get(match[2], match[2]) in LARGE:
            by_date = re.search(r"\((milestone=\? AND )?date[<>=]", step)
            if match[1] == "SCAN" or by_date:
                found.append(f"{step}: {sql}")
    return found


def of_unit(**more: object) -> Callable[[Register, Unit], object]:
    noun = more.pop("noun", "exemplars")
    return lambda register, unit: listing(register, ListRequest(noun, unit=unit, **more))


QUESTIONS = {
    "exemplars": of_unit(),
    "exemplars of a period": of_unit(period=PERIOD),
    "exemplars of a field": of_unit(filters=(("field", "y-te"),)),
    "exemplars by milestone": of_unit(period=PERIOD, milestone="fostered"),
    "models": of_unit(noun="models", period=PERIOD),
    "registrations": of_unit(noun="models", period=PERIOD, registrations=True),
    "honours": of_unit(noun="honours", period=PERIOD),
    "recipients": of_unit(noun="honours", period=PERIOD, recipients=True),
    "undated": of_unit(period=PERIOD, show="not_placed"),
    "tally": lambda register, unit: crosstab(
        register, ListRequest("exemplars", PERIOD, unit=unit), ("unit", "field")
    ),
}


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=list(QUESTIONS))
def test_a_question_about_a_unit_reads_its_rows_alone(register, question) -> None:
    assert not scanned(register, lambda: question(register, register.unit(1)))


def test_a_search_reads_the_indexes_of_names_and_not_the_rows(register) -> None:
    plans = [step for _, step in steps(register, lambda: search(register, "cam due"))]

    for table in ("exemplar", "model", "honour"):
        assert f"SCAN {table} USING COVERING INDEX {table}_by_name" in plans
    assert "SCAN exemplar" not in plans


def test_a_question_about_the_nation_is_seen_to_read_it_all(register) -> None:
    request = ListRequest("exemplars", PERIOD, filters=(("field", "y-te"),))

    assert scanned(register, lambda: listing(register, request))

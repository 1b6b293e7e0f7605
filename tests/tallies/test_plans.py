"""How SQLite goes about a question: what asks of one unit reads the rows of that unit alone."""

import re
from collections.abc import Callable, Iterator

import pytest

from emulation_cli.domain.offices.units import Unit
from emulation_cli.domain.times.partial_date import PartialDate
from emulation_cli.domain.times.period import Period
from emulation_cli.register.opening.register_file import create
from emulation_cli.register.recording import new_records
from emulation_cli.register.store import Register
from emulation_cli.tallies.crosstab import crosstab
from emulation_cli.tallies.measures.figures import ReportRequest
from emulation_cli.tallies.measures.period_figures import figures
from emulation_cli.tallies.row_lists.listings import ListRequest, listing
from emulation_cli.tallies.row_lists.searching import search
from tests.units.conftest import add_exemplar

# Whether a table has a row at all: the first one is read, whatever the plan is called.
FIRST_ROW = re.compile(r"SELECT 1 FROM \w+ LIMIT 1")
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
        add_one_of_each(opened, opened.unit(1))
        yield opened


def add_one_of_each(register: Register, unit: Unit) -> None:
    """Of a noun without a record nothing would be asked."""
    day, person = PartialDate("2023"), {"kind": "individual", "unit": unit}
    add_exemplar(register, "Người mẫu", unit)
    model = {"name": "Ngõ xanh", "unit": unit, "field": "KT", "year": day}
    new_records.add(register, "models", model)
    new_records.add(register, "events", {"name": "Hội nghị", "type": "praise", "date": day})
    honour = person | {"recipient": "Người mẫu", "act": "commend", "date": day}
    new_records.add(register, "honours", honour)


def asked(register: Register, ask: Callable[[], object]) -> list[str]:
    """The statements of a question, with their values."""
    statements: list[str] = []
    register.connection.set_trace_callback(statements.append)
    ask()
    register.connection.set_trace_callback(None)
    return [sql for sql in statements if sql.lstrip().startswith(("SELECT", "WITH"))]


def steps(register: Register, sql: str) -> Iterator[tuple[str, bool]]:
    """Each step of the plan, and whether it reads what an inner question has found."""
    plan = register.connection.execute(f"EXPLAIN QUERY PLAN {sql}").fetchall()
    above = {number: parent for number, parent, *_ in plan}
    inner = re.compile(r"(?:CO-ROUTINE|MATERIALIZE) (\w+)")
    found = [(match[1], row[0]) for row in plan if (match := inner.match(row[3]))]

    def inside(number: int, place: int) -> bool:
        return number == place or (number != 0 and inside(above.get(number, 0), place))

    for number, *_, step in plan:
        name = f"{step} ".split(" ")[1]
        yield step, any(name == one and not inside(number, place) for one, place in found)


def scanned(register: Register, ask: Callable[[], object]) -> list[str]:
    """The steps that read a large table, or an index of it, from end to end or over a period."""
    found = []
    for sql in asked(register, ask):
        if FIRST_ROW.fullmatch(sql):
            continue
        tables = {alias: table for table, alias in re.findall(r"(\w+) AS (\w+)", sql)}
        for step, of_found in steps(register, sql):
            match = re.match(r"(SCAN|SEARCH) (\w+)", step)
            if not match or of_found or tables.get(match[2], match[2]) not in LARGE:
                continue
            if match[1] == "SCAN" or not re.search(r"\(\w+_?id=\?|rowid=\?", step):
                found.append(f"{step}: {sql}")
    return found


def of_unit(**more: object) -> Callable[[Register, Unit], object]:
    noun = more.pop("noun", "exemplars")
    return lambda register, unit: listing(
        register, ListRequest(noun, within=(unit,) if unit else (), **more)
    )


QUESTIONS = {
    "exemplars": of_unit(),
    "exemplars of a period": of_unit(period=PERIOD),
    "exemplars of a field": of_unit(filters=(("field", "y-te"),)),
    "exemplars by milestone": of_unit(period=PERIOD, milestone="fostered"),
    "models": of_unit(noun="models", period=PERIOD),
    "registrations": of_unit(noun="models", period=PERIOD, registrations=True),
    "honours": of_unit(noun="honours", period=PERIOD),
    "recipients": of_unit(noun="honours", period=PERIOD, recipients=True),
    "first page": of_unit(period=PERIOD, limit=50),
    "first page of honours": of_unit(noun="honours", limit=50),
    "undated": of_unit(period=PERIOD, show="not_placed"),
    "report": lambda register, unit: figures(
        register, ReportRequest(PERIOD, within=(unit,) if unit else ())
    ),
    "report by the cut-off": lambda register, unit: figures(
        register, ReportRequest(PERIOD, within=(unit,) if unit else (), cut_off="2023-06-15")
    ),
    "tally": lambda register, unit: crosstab(
        register,
        ListRequest("exemplars", PERIOD, within=(unit,) if unit else ()),
        ("unit", "field"),
    ),
}


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=list(QUESTIONS))
def test_a_question_about_a_unit_reads_its_rows_alone(register, question) -> None:
    assert not scanned(register, lambda: question(register, register.unit(1)))


def test_a_search_reads_the_indexes_of_names_and_not_the_rows(register) -> None:
    questions = asked(register, lambda: search(register, "cam due"))
    plans = [step for sql in questions for step, _ in steps(register, sql)]

    for table in ("exemplar", "model", "honour"):
        assert f"SCAN {table} USING COVERING INDEX {table}_by_name" in plans
    assert "SCAN exemplar" not in plans


def test_a_question_about_the_nation_is_seen_to_read_it_all(register) -> None:
    request = ListRequest("exemplars", PERIOD, filters=(("field", "y-te"),))

    assert scanned(register, lambda: listing(register, request))

"""The headline figures of a report counted again in plain Python, to hold the questions against.

Slow and obvious on purpose: every row is read and asked for itself (DOMAIN section 3).
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from emulation_cli.domain.partial_date import PartialDate
from emulation_cli.domain.period import Period
from emulation_cli.register.store import Register
from emulation_cli.tallies.figures import ReportRequest
from emulation_cli.tallies.report import figures

Row = dict[str, Any]
Numbers = dict[str, int]

_YEARS = """
SELECT min(year) AS first, max(year) AS last FROM (
  SELECT CAST(substr(first_day, 1, 4) AS INTEGER) AS year FROM exemplar_milestone
  UNION SELECT year FROM registration
  UNION SELECT CAST(substr(first_day, 1, 4) AS INTEGER) FROM event
  UNION SELECT CAST(substr(first_day, 1, 4) AS INTEGER) FROM honours)
"""


def differences(register: Register) -> Iterator[tuple[str, str, int, int]]:
    """Period, figure, as reported, as counted here, wherever the two disagree."""
    span = register.rows(_YEARS)[0]
    if span["first"] is None:
        return
    periods = [str(year) for year in range(span["first"], span["last"] + 1)]
    if len(periods) > 1:
        periods.append(f"{span['first']}-{span['last']}")
    world = _read(register)
    for text in periods:
        period = Period.parse(text)
        counted = recount(world, period)
        reported = _reported(register, period)
        for figure in counted.keys() | reported.keys():
            if counted.get(figure, 0) != reported.get(figure, 0):
                yield text, figure, reported.get(figure, 0), counted.get(figure, 0)


def _read(register: Register) -> dict[str, list[Row]]:
    nouns = ("exemplar", "exemplar_milestone", "model", "registration", "event", "decision")
    return {table: register.rows(f"SELECT * FROM {table}") for table in (*nouns, "honour")}


def recount(world: dict[str, list[Row]], period: Period) -> Numbers:
    """The figures of a period, by name: «exemplars.total», «honours.commend»."""
    numbers: Counter[str] = Counter()
    for table, dated, noun in (
        ("exemplar", "exemplar_milestone", "exemplars"),
        ("model", "registration", "models"),
    ):
        placed = {row[f"{table}_id"] for row in world[dated] if _inside(row["date"], period)}
        living = [row for row in world[table] if not row["cancelled_on"] and row["id"] in placed]
        numbers.update(_by_kind(noun, living))
        if noun == "models":
            ids = {row["id"] for row in world[table] if not row["cancelled_on"]}
            numbers["models.registrations"] += sum(
                row["model_id"] in ids and _inside(row["date"], period) for row in world[dated]
            )
    numbers["events.total"] = sum(
        not row["cancelled_on"] and _inside(row["date"], period) for row in world["event"]
    )
    dates = {
        name: {row["id"]: row["date"] for row in world[name]} for name in ("decision", "event")
    }
    honours = [row for row in world["honour"] if _awarded(dates, row, period)]
    numbers.update(_by_kind("honours", honours))
    numbers.update(f"honours.{row['act']}" for row in honours)
    return {name: number for name, number in numbers.items() if number}


def _by_kind(noun: str, rows: list[Row]) -> Iterator[str]:
    for row in rows:
        yield f"{noun}.total"
        yield f"{noun}.{row['kind']}"


def _inside(date: str | None, period: Period) -> bool:
    if date is None:
        return False
    partial = PartialDate(date)
    return period.first <= partial.first and partial.last <= period.last


def _awarded(dates: dict[str, dict[int, str | None]], honour: Row, period: Period) -> bool:
    """An honour counts by the date of its decision, else of its event, else by its own."""
    if honour["cancelled_on"] or honour["status"] != "awarded":
        return False
    date = (
        dates["decision"].get(honour["decision_id"])
        or dates["event"].get(honour["event_id"])
        or honour["date"]
    )
    return _inside(date, period)


def _reported(register: Register, period: Period) -> Numbers:
    found = figures(register, ReportRequest(period))
    numbers = {
        "exemplars.total": found.exemplars.total,
        "models.total": found.models.total,
        "models.registrations": found.models.registrations,
        "events.total": found.events.total,
        "honours.total": found.honours.instances,
        **{f"exemplars.{kind}": number for kind, number in found.exemplars.kinds.items()},
        **{f"models.{kind}": number for kind, number in found.models.kinds.items()},
        **{f"honours.{kind}": number for kind, number in found.honours.kinds.items()},
        **{f"honours.{row.code}": row.numbers["instances"] for row in found.honours.by_act},
    }
    return {name: number for name, number in numbers.items() if number}

"""The figures of a report counted again in plain Python, to hold the questions against.

Slow and obvious on purpose: every row is read and asked for itself (DOMAIN section 3). Left out
are the breakdowns by unit, which hang on who answers for whom, and by event.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from emulation_cli.domain.partial_date import PartialDate
from emulation_cli.domain.period import Period
from emulation_cli.register.store import Register
from emulation_cli.tallies.figures import SECTIONS, ReportRequest
from emulation_cli.tallies.report import figures

Row = dict[str, Any]
World = dict[str, list[Row]]
Numbers = dict[str, int]

_YEARS = """
SELECT min(year) AS first, max(year) AS last FROM (
  SELECT CAST(substr(first_day, 1, 4) AS INTEGER) AS year FROM exemplar_milestone
  UNION SELECT year FROM registration
  UNION SELECT CAST(substr(first_day, 1, 4) AS INTEGER) FROM event
  UNION SELECT CAST(substr(first_day, 1, 4) AS INTEGER) FROM honours)
"""
_TABLES = (
    "exemplar", "exemplar_milestone", "model", "registration", "model_milestone", "event",
    "decision", "honour",
)  # fmt: skip
_NOT_RECOUNTED = ("by_unit", "by_event", "by_year", "not_placed", "open_at_cut_off")
_SAID_APART = ("proposed", "cancelled")


def differences(register: Register) -> Iterator[tuple[str, str, int, int]]:
    """Period, figure, as reported, as counted here, wherever the two disagree."""
    span = register.rows(_YEARS)[0]
    if span["first"] is None:
        return
    periods = [str(year) for year in range(span["first"], span["last"] + 1)]
    if len(periods) > 1:
        periods.append(f"{span['first']}-{span['last']}")
    world: World = {table: register.rows(f"SELECT * FROM {table}") for table in _TABLES}
    for text in periods:
        period = Period.parse(text)
        counted, reported = recount(world, period), _reported(register, period)
        for figure in sorted(counted.keys() | reported.keys()):
            if counted.get(figure, 0) != reported.get(figure, 0):
                yield text, figure, reported.get(figure, 0), counted.get(figure, 0)


def recount(world: World, period: Period) -> Numbers:
    """The figures of a period, by name: «exemplars.total», «honours.by_act.commend»."""
    numbers: Counter[str] = Counter()
    for count in (_exemplars, _models, _events, _honours):
        numbers.update(count(world, period))
    return dict(numbers)


def _exemplars(world: World, period: Period) -> Iterator[str]:
    living = _living(world["exemplar"])
    stages = [row for row in world["exemplar_milestone"] if _inside(row["date"], period)]
    stages = [row for row in stages if row["exemplar_id"] in living]
    for number in {row["exemplar_id"] for row in stages}:
        yield from _of_record("exemplars", living[number])
    for _, stage in {(row["exemplar_id"], row["milestone"]) for row in stages}:
        yield f"exemplars.milestones.{stage}"


def _models(world: World, period: Period) -> Iterator[str]:
    living = _living(world["model"])
    years = [row for row in world["registration"] if _inside(row["date"], period)]
    years = [row for row in years if row["model_id"] in living]
    for number in {row["model_id"] for row in years}:
        yield from _of_record("models", living[number])
    for row in years:
        yield "models.registrations"
        yield f"models.{row['status'] or 'unstated'}"
    reached = {
        (row["model_id"], row["milestone"], row["level"])
        for row in world["model_milestone"]
        if row["model_id"] in living and _inside(row["date"], period)
    }
    for _, level in {(model, level) for model, what, level in reached if what == "recognised"}:
        yield f"models.recognised.{level}"
    for _ in {model for model, what, _ in reached if what == "replicated"}:
        yield "models.replicated"


def _events(world: World, period: Period) -> Iterator[str]:
    for row in _living(world["event"]).values():
        if _inside(row["date"], period):
            yield "events.total"
            yield f"events.by_type.{row['type']}"


def _honours(world: World, period: Period) -> Iterator[str]:
    decisions = {row["id"]: row for row in world["decision"]}
    events = {row["id"]: row for row in world["event"]}
    recipients = set()
    for row in _living(world["honour"]).values():
        decision = decisions.get(row["decision_id"], {})
        event = events.get(row["event_id"], {})
        # The date of its decision, else of its event, else its own (rule 1).
        date = decision.get("date") or event.get("date") or row["date"]
        if row["status"] != "awarded" or not _inside(date, period):
            continue
        recipients.add(_recipient(row))
        yield "honours.instances"
        yield f"honours.kinds.{row['kind']}"
        yield f"honours.by_act.{row['act']}"
        yield f"honours.by_form.{row['form']}"
        yield f"honours.by_title.{row['title']}"
        yield f"honours.by_category.{row['category'] or decision.get('category')}"
        yield f"honours.by_level.{decision.get('level')}"
    for _ in recipients:
        yield "honours.recipients"


def _living(rows: Iterable[Row]) -> dict[int, Row]:
    return {row["id"]: row for row in rows if row["cancelled_on"] is None}


def _of_record(noun: str, row: Row) -> Iterator[str]:
    yield f"{noun}.total"
    yield f"{noun}.kinds.{row['kind']}"
    yield f"{noun}.by_field.{row['field']}"


def _recipient(row: Row) -> tuple[Any, ...]:
    """Whoever is on a register is one recipient, however written."""
    if row["exemplar_id"] or row["model_id"]:
        return row["exemplar_id"], row["model_id"]
    return row["kind"], row["unit_id"], row["comparing_key"]


def _inside(date: str | None, period: Period) -> bool:
    if date is None:
        return False
    partial = PartialDate(date)
    return period.first <= partial.first and partial.last <= period.last


def _reported(register: Register, period: Period) -> Numbers:
    found = figures(register, ReportRequest(period))
    numbers = {
        f"{section}.{name}": number
        for section in SECTIONS
        for name, number in _flat(getattr(found, section))
    }
    return {name: number for name, number in numbers.items() if number}


def _flat(section: Any) -> Iterator[tuple[str, int]]:
    for name in section._fields:
        value = getattr(section, name)
        if name in (*_NOT_RECOUNTED, *_SAID_APART):
            continue
        if isinstance(value, int):
            yield name, value
        elif isinstance(value, Mapping):
            yield from ((f"{name}.{code}", number) for code, number in value.items())
        elif name.startswith("by_"):
            measure = "instances" if "instances" in _measures(value) else "total"
            yield from ((f"{name}.{row.code}", row.numbers[measure]) for row in value)


def _measures(rows: Any) -> set[str]:
    return {measure for row in rows for measure in row.numbers}

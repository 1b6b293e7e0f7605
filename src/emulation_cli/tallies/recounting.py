"""The figures of a report counted again in plain Python, to hold the questions against.

Slow and obvious on purpose: every row is read and asked for itself (DOMAIN section 3). Left out
are the breakdowns by unit, which hang on who answers for whom, by event, and the shares.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from emulation_cli.domain.partial_date import PartialDate
from emulation_cli.domain.period import Period
from emulation_cli.register.store import Register
from emulation_cli.tallies.figures import FUNNELS, SECTIONS, Figures, ReportRequest, each_number
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
_NOT_RECOUNTED = (
    "by_unit", "by_group", "by_event", "by_year", "shares",
    "not_placed", "open_at_cut_off", "proposed", "cancelled",
)  # fmt: skip


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
    reached = {(row["exemplar_id"], row["milestone"]) for row in stages}
    for _, stage in reached:
        yield f"exemplars.milestones.{stage}"
    reached |= {(number, "honoured") for number in _honoured(world, period, "exemplar_id")}
    came = {number for number, stage in reached if stage == "discovered"}
    yield from (f"exemplars.funnel.{stage}" for number, stage in reached if number in came)


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
    came = {row["model_id"] for row in years}
    steps = {(model, what) for model, what, _ in reached if what in FUNNELS["models"]}
    steps |= {(model, "honoured") for model in _honoured(world, period, "model_id")}
    steps |= {(model, "registered") for model in came}
    yield from (f"models.funnel.{what}" for model, what in steps if model in came)


def _events(world: World, period: Period) -> Iterator[str]:
    for row in _living(world["event"]).values():
        if _inside(row["date"], period):
            yield "events.total"
            yield f"events.by_type.{row['type']}"


def _awarded(world: World, period: Period) -> Iterator[tuple[Row, Row]]:
    """The honours that count, each with its decision."""
    decisions = {row["id"]: row for row in world["decision"]}
    events = {row["id"]: row for row in world["event"]}
    for row in _living(world["honour"]).values():
        decision = decisions.get(row["decision_id"], {})
        event = events.get(row["event_id"], {})
        # The date of its decision, else of its event, else its own (rule 1).
        date = decision.get("date") or event.get("date") or row["date"]
        if row["status"] == "awarded" and _inside(date, period):
            yield row, decision


def _honoured(world: World, period: Period, column: str) -> set[int]:
    """The records that were honoured, whatever the act."""
    return {row[column] for row, _ in _awarded(world, period)} - {None}


def _honours(world: World, period: Period) -> Iterator[str]:
    recipients = set()
    for row, decision in _awarded(world, period):
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


def _flat(section: Figures) -> Iterator[tuple[str, int]]:
    for one in each_number(section):
        if not one.breakdown and one.measure not in _NOT_RECOUNTED:
            yield one.measure, one.value
        elif one.breakdown not in _NOT_RECOUNTED and one.measure in ("total", "instances"):
            yield f"{one.breakdown}.{one.code}", one.value

"""Every figure of a report and every tally by one dimension, counted again the slow way.

The figures are taken from the report's JSON, number by number: a new one that is not counted
again here differs as soon as it is not 0.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from emulation_cli.domain.times.period import Period
from emulation_cli.register.store import Register
from emulation_cli.tallies.crosstab import crosstab
from emulation_cli.tallies.measures.dimensions import counted_noun, known
from emulation_cli.tallies.measures.figures import ReportRequest
from emulation_cli.tallies.measures.period_figures import figures
from emulation_cli.tallies.measures.specifications import SECTIONS
from emulation_cli.tallies.row_lists.list_requests import ListRequest

from .plainly import TABLES, Plain, Row, World

Numbers = dict[str, int]
FUNNELS = {
    "exemplars": ("discovered", "fostered", "honoured", "multiplied"),
    "models": ("registered", "recognised", "honoured", "replicated"),
}
Measures = Callable[[list[Row]], Mapping[str, Any]]

_YEARS = """
SELECT min(year) AS first, max(year) AS last FROM (
  SELECT CAST(substr(first_day, 1, 4) AS INTEGER) AS year FROM exemplar_milestone
  UNION SELECT year FROM registration
  UNION SELECT CAST(substr(first_day, 1, 4) AS INTEGER) FROM event
  UNION SELECT CAST(substr(first_day, 1, 4) AS INTEGER) FROM honours)
"""
_WHO = {
    "honours": ("subject", "kind", "gender", "exemplar_id", "model_id"),
    "exemplars": ("kind", "gender"),
    "models": ("kind",),
}
TALLIED = ("exemplars", "models", "events", "decisions", "figures", "honours")


def differences(register: Register) -> Iterator[tuple[str, str, int, int]]:
    """Period, figure, as reported, as counted here, wherever the two disagree."""
    span = register.rows(_YEARS)[0]
    if span["first"] is None:
        return
    first, last = span["first"], span["last"]
    periods: list[tuple[str, str | None]] = [(str(year), None) for year in range(first, last + 1)]
    # All years together, and as they stood in the middle of the last one.
    periods += [(f"{first}-{last}", None), (f"{first}-{last}", f"{last}-06-30")]
    with register.moment():
        world = read(register)
        for text, cut_off in periods:
            for difference in of_period(register, world, Period.parse(text), cut_off):
                yield text, *difference


def read(register: Register) -> World:
    """Every row that a figure may hang on, with whom it speaks of: the law is tested elsewhere."""
    world = {table: register.rows(f"SELECT * FROM {table}") for table in TABLES}
    for view, names in _WHO.items():
        told = {row["id"]: row for row in register.rows(f"SELECT * FROM {view}")}
        for row in world[view.removesuffix("s")]:
            row |= {name: told[row["id"]][name] for name in names}
    return world


def of_period(
    register: Register, world: World, period: Period, cut_off: str | None
) -> Iterator[tuple[str, int, int]]:
    """Figure, as reported, as counted here, wherever the two disagree in a period."""
    counted, reported = recount(Plain(world, period, cut_off)), _reported(register, period, cut_off)
    for figure in sorted(counted.keys() | reported.keys()):
        if counted.get(figure, 0) != reported.get(figure, 0):
            yield figure, reported.get(figure, 0), counted.get(figure, 0)


# What was honoured in movements is counted again in recount.py, what was proposed in
# tests/commands/test_proposals.py, what the conference tells besides in test_conference.py there.
_ELSEWHERE = ("movements", "proposals", "publications", "targets")
_COUNTED_HERE = tuple(part for part in SECTIONS if part not in _ELSEWHERE)


def _reported(register: Register, period: Period, cut_off: str | None) -> Numbers:
    report = figures(register, ReportRequest(period, cut_off=cut_off)).as_json()
    numbers = Counter(
        {name: n for part in _COUNTED_HERE for name, n in _numbers(report[part], part)}
    )
    for noun in TALLIED:
        for dimension in known(noun):
            cells = crosstab(register, ListRequest(noun, period, cut_off), (dimension,)).cells
            for (code,), number in cells.items():
                numbers[f"tally {noun}.by_{dimension}.{code}"] += number
    return {name: number for name, number in numbers.items() if number}


def _numbers(value: Any, name: str) -> Iterator[tuple[str, int]]:
    """Every number in a part of a report, by its way through the JSON."""
    if isinstance(value, Mapping):
        for key, part in value.items():
            if key != "least":  # what suspects leave open is no count of rows
                yield from _numbers(part, f"{name}.{key}")
    elif isinstance(value, list):
        for row in value:
            yield from _numbers(row, f"{name}.{row['code']}")
    elif isinstance(value, int):
        yield name, value


def recount(plain: Plain) -> Numbers:
    """The figures of a period, by name: «exemplars.total», «tally honours.by_level.district»."""
    counted = sections(plain) | {f"tally {noun}": _tallies(plain, noun) for noun in TALLIED}
    numbers = (pair for name, part in counted.items() for pair in _numbers(part, name))
    return {name: number for name, number in numbers if number}


def sections(plain: Plain) -> dict[str, dict[str, Any]]:
    """The sections of a report, in the shape of its JSON."""
    return {
        "exemplars": _exemplars(plain),
        "models": _models(plain),
        "events": _events(plain),
        "honours": _honours(plain),
    }


def _tallies(plain: Plain, noun: str) -> dict[str, Numbers]:
    return {
        f"by_{dimension}": Counter(
            str(row[dimension]) for row in plain.counted(counted_noun(noun, (dimension,)))
        )
        for dimension in known(noun)
    }


def _exemplars(plain: Plain) -> dict[str, Any]:
    rows = plain.counted("exemplars")
    numbers = {row["id"] for row in rows}
    stages = {
        (row["exemplar_id"], row["milestone"])
        for row in plain.world["exemplar_milestone"]
        if row["exemplar_id"] in numbers and plain.inside(row["date"])
    }
    return {
        "total": len(rows),
        "kinds": Counter(row["kind"] for row in rows),
        "grown": sum(row["grown"] for row in rows),
        "milestones": Counter(stage for _, stage in stages),
        "funnel": _funnel(rows, "exemplars"),
        "shares": _shares(rows),
        **_grouped(rows, _kinds, "field", "year"),
        **_by_unit(plain, rows, _kinds),
        **plain.uncertain("exemplars"),
    }


def _models(plain: Plain) -> dict[str, Any]:
    rows, years = plain.counted("models"), plain.counted("registrations")
    living = {row["id"] for row in plain.records["models"]}
    reached = {
        (row["model_id"], row["milestone"], row["level"])
        for row in plain.world["model_milestone"]
        if row["model_id"] in living and plain.inside(row["date"])
    }
    return {
        "total": len(rows),
        "registrations": len(years),
        **Counter(row["status"] or "unstated" for row in years),
        "kinds": Counter(row["kind"] for row in rows),
        "recognised": Counter(
            level for _, what, level in reached if what == "recognised" and level
        ),
        "replicated": len({model for model, what, _ in reached if what == "replicated"}),
        "funnel": _funnel(rows, "models"),
        **_grouped(rows, _kinds, "field"),
        **_by_unit(plain, rows, _kinds),
        **_grouped(years, _statuses, "year"),
        **plain.uncertain("models"),
    }


def _events(plain: Plain) -> dict[str, Any]:
    rows = plain.counted("events")
    by_type = _grouped(rows, lambda group: {"total": len(group)}, "type")
    return {"total": len(rows), **by_type, **plain.uncertain("events")}


def _honours(plain: Plain) -> dict[str, Any]:
    rows = plain.counted("honours")
    return {
        **_awards(rows),
        **_grouped(rows, _awards, "act", "form", "class", "title", "category", "level"),
        **_grouped(rows, _awards, "body", "system"),
        **_by_unit(plain, rows, _awards),
        **_grouped(rows, _registers, "event"),
        "shares": {
            f"{act}.{share}": numbers
            for act in {row["act"] for row in rows}
            for share, numbers in _shares([row for row in rows if row["act"] == act]).items()
        },
        "decision_cancelled": sum(row["decision_cancelled"] or 0 for row in rows),
        "proposed": len(plain.counted("honours", "proposed")),
        "cancelled": len(plain.counted("honours", "cancelled")),
        **plain.uncertain("honours"),
    }


def _grouped(rows: Iterable[Row], measures: Measures, *names: str) -> dict[str, Any]:
    """By each of these values: the numbers of the records that have it."""
    groups: dict[str, dict[Any, list[Row]]] = {f"by_{name}": {} for name in names}
    for row in rows:
        for name in names:
            groups[f"by_{name}"].setdefault(row[name], []).append(row)
    return {
        name: {code: measures(group) for code, group in by.items()} for name, by in groups.items()
    }


def _by_unit(plain: Plain, rows: list[Row], measures: Measures) -> dict[str, Any]:
    groups = _grouped(rows if plain.grouped else (), measures, "unit_group")
    return {**_grouped(rows, measures, "unit"), "by_group": groups["by_unit_group"]}


def _kinds(rows: list[Row]) -> Numbers:
    return {"total": len(rows), **Counter(row["kind"] for row in rows)}


def _funnel(rows: list[Row], noun: str) -> Numbers:
    """Of the records that took the first step, how many took each.

    All models that count took theirs, for they count by it.
    """
    first = FUNNELS[noun][0]
    began = [{"registered": 1, **row} for row in rows]
    began = [row for row in began if row[first]]
    return {step: sum(row[step] for row in began) for step in FUNNELS[noun]}


def _shares(rows: list[Row]) -> dict[str, Numbers]:
    """Of the individuals: who says yes, who says no, and of whom it is not known."""
    individuals = [row for row in rows if row["kind"] == "individual"]
    genders = [{"female": 1, "male": 0}.get(row["gender"]) for row in individuals]
    answers = {
        "female": genders,
        "works_directly": [row["works_directly"] for row in individuals],
        "leads": [row["leads"] for row in individuals],
    }
    return {
        name: {
            "individuals": len(individuals),
            "yes": given.count(1),
            "no": given.count(0),
            "unknown": given.count(None),
        }
        for name, given in answers.items()
    }


def _statuses(rows: list[Row]) -> Numbers:
    return {"total": len(rows), **Counter(row["status"] or "unstated" for row in rows)}


def _awards(rows: list[Row]) -> dict[str, Any]:
    recipients = len({row["who"] for row in rows})
    kinds = Counter(row["kind"] for row in rows)
    return {
        "instances": len(rows),
        "recipients": recipients,
        "kinds": kinds,
        "amount": sum(row["amount"] or 0 for row in rows),
        "amount_unknown": sum(row["amount"] is None for row in rows),
    }


def _registers(rows: list[Row]) -> Numbers:
    return {"instances": len(rows), **Counter(row["of"] for row in rows)}

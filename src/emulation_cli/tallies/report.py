"""The figures of a period report: rows grouped once a section, summed up in every direction."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from emulation_cli.register.store import Register
from emulation_cli.tallies.breakdowns import Cell, Described, Labels, breakdown, totals, year
from emulation_cli.tallies.counting import PLACED, condition, in_unit, parameters
from emulation_cli.tallies.figures import (
    KINDS,
    LEVELS,
    SECTIONS,
    STAGES,
    EventFigures,
    ExemplarFigures,
    HonourFigures,
    ModelFigures,
    Reported,
    ReportFigures,
    ReportRequest,
    Row,
    Rows,
    Section,
)
from emulation_cli.tallies.succession import UnitMap, day_of, unit_map

_PLACED_STAGE = PLACED.format(t="m.")
# An exemplar stands under the year of its first milestone in the period.
_EXEMPLARS = f"""
SELECT kind, unit_id, field, year, count(*) AS n FROM (
  SELECT r.kind, r.unit_id, r.field,
         (SELECT substr(min(m.first_day), 1, 4) FROM exemplar_milestone AS m
          WHERE m.exemplar_id = r.id AND {_PLACED_STAGE}) AS year
  FROM exemplar AS r WHERE {{counted}})
GROUP BY kind, unit_id, field, year
"""
_STAGES = f"""
SELECT m.milestone AS code, count(DISTINCT m.exemplar_id) AS n
FROM exemplar_milestone AS m JOIN exemplar AS r ON r.id = m.exemplar_id
WHERE {_PLACED_STAGE} AND r.cancelled_on IS NULL AND {{in_unit}} GROUP BY m.milestone
"""
_MODELS = """
SELECT r.kind, r.unit_id, r.field, count(*) AS n FROM model AS r
WHERE {counted} GROUP BY r.kind, r.unit_id, r.field
"""
_REGISTRATIONS = """
SELECT r.year, ifnull(r.status, 'unstated') AS status, count(*) AS n FROM registrations AS r
WHERE {counted} GROUP BY r.year, status
"""
_RECOGNISED = f"""
SELECT m.level AS code, count(DISTINCT m.model_id) AS n
FROM model_milestone AS m JOIN model AS r ON r.id = m.model_id
WHERE m.milestone = 'recognised' AND {_PLACED_STAGE} AND r.cancelled_on IS NULL AND {{in_unit}}
GROUP BY m.level
"""
_REPLICATED = f"""
SELECT count(DISTINCT m.model_id) AS n
FROM model_milestone AS m JOIN model AS r ON r.id = m.model_id
WHERE m.milestone = 'replicated' AND {_PLACED_STAGE} AND r.cancelled_on IS NULL AND {{in_unit}}
"""
_EVENTS = "SELECT r.type, count(*) AS n FROM events AS r WHERE {counted} GROUP BY r.type"
# Every breakdown of the honours that count, in one statement: they are found and joined once.
_HONOURS = """WITH answering (unit_id, place) AS MATERIALIZED
 (SELECT CAST(key AS INTEGER), value FROM json_each(:answers)),
counted AS MATERIALIZED (
 SELECT r.kind, r.act, r.event_id, r.form, r.title, r.category, r.level, r.recipient_key,
        ifnull(answering.place, r.unit_id) AS unit_id, r.exemplar_id, r.model_id
 FROM honours AS r LEFT JOIN answering ON answering.unit_id = r.unit_id WHERE {counted})
"""
_BREAKDOWN = """
SELECT '{name}' AS direction, {name} AS code, count(*) AS instances,
       count(DISTINCT recipient_key) AS recipients,
       count(exemplar_id) AS exemplars, count(model_id) AS models,
       count(*) - count(exemplar_id) - count(model_id) AS other,
       sum(kind = 'collective') AS collective, sum(kind = 'individual') AS individual,
       sum(kind = 'household') AS household, sum(kind = 'unclassified') AS unclassified
FROM counted GROUP BY 2 HAVING count(*) > 0
"""
_TERMS = ("form", "title", "category", "level")
_DIRECTIONS = ("NULL", "act", "event_id", "unit_id", *_TERMS)
_HONOURS += " UNION ALL ".join(_BREAKDOWN.format(name=name) for name in _DIRECTIONS)
# What does not count, and why; found in one pass.
_LEFT_OUT = "SELECT {sums} FROM {noun} AS r WHERE {in_unit}"


_REPORTED = """
SELECT 'F' || r.id, r.section, r.name, r.value, r.period, r.unit, r.source
FROM figures AS r WHERE r.section = :section AND {counted} ORDER BY r.first_day, r.id
"""


def figures(register: Register, request: ReportRequest) -> ReportFigures:
    """All figures of a report, read in one moment of the register."""
    with register.moment():
        return ReportFigures(
            unit=request.unit.name if request.unit else register.setting("unit") or "",
            request=request,
            exemplars=_exemplars(_Questions(register, request, "exemplars")),
            models=_models(_Questions(register, request, "models")),
            events=_events(_Questions(register, request, "events")),
            honours=_honours(_Questions(register, request, "honours")),
            reported=_reported(register, request),
        )


class _Questions:
    """Questions about one section of a request."""

    def __init__(self, register: Register, request: ReportRequest, section: Section) -> None:
        self.register, self.request, self.section = register, request, section

    @cached_property
    def labels(self) -> Labels:
        return Labels(self.register, self.request.language)

    @cached_property
    def units(self) -> UnitMap:
        """The map that the records are shown on."""
        day = day_of(self.request.units, self.request.period_of(self.section))
        return unit_map(self.register, day)

    @cached_property
    def parameters(self) -> Mapping[str, Any]:
        period = self.request.period_of(self.section)
        own = parameters(period, self.request.cut_off, self.request.unit, self.units)
        return {"answers": "{}", **own}

    def ask(self, sql: str, noun: str = "", show: str = "counted", **names: str) -> list[Cell]:
        """The rows of a question about the records of a noun that count (or are `show`n)."""
        unit = in_unit(self.request.unit, "r.unit_id", self.units)
        counted = f"{condition(noun or self.section, show)} AND {unit}"
        names = {"noun": noun or self.section, **names}
        filled = sql.format(counted=counted, in_unit=unit, **names)
        return self.register.rows(filled, self.parameters)

    def left_out(self, *shows: str) -> dict[str, int]:
        """How many records are `not_placed`, `open`, `cancelled` or `proposed`."""
        sums = ", ".join(f"sum({condition(self.section, show)}) AS {show}" for show in shows)
        found = self.ask(_LEFT_OUT, sums=sums)[0]
        return {show: found[show] or 0 for show in shows}

    def uncertain(self) -> dict[str, int]:
        """What the notes beside every section say; without a cut-off day nothing is open."""
        if self.request.cut_off is None:
            return {**self.left_out("not_placed"), "open_at_cut_off": 0}
        found = self.left_out("not_placed", "open")
        return {"not_placed": found["not_placed"], "open_at_cut_off": found["open"]}

    def by_code(self, sql: str, codes: tuple[str, ...]) -> dict[str, int]:
        return dict.fromkeys(codes, 0) | {
            cell["code"]: cell["n"] for cell in self.ask(sql) if cell["code"] in codes
        }

    def by_unit(self, cells: list[Cell]) -> Rows:
        places = [cell | {"unit_id": self.units.place(cell["unit_id"])} for cell in cells]
        units = self.labels.units([cell["unit_id"] for cell in places])
        return breakdown(places, "unit_id", units)


def _exemplars(questions: _Questions) -> ExemplarFigures:
    cells = questions.ask(_EXEMPLARS)
    return ExemplarFigures(
        period=questions.request.period_of("exemplars"),
        total=sum(cell["n"] for cell in cells),
        kinds=totals(cells, "kind", KINDS),
        milestones=questions.by_code(_STAGES, STAGES),
        by_field=breakdown(cells, "field", questions.labels.terms("exemplar_field")),
        by_unit=questions.by_unit(cells),
        by_year=breakdown(cells, "year", year),
        **questions.uncertain(),
    )


def _models(questions: _Questions) -> ModelFigures:
    cells = questions.ask(_MODELS)
    registrations = questions.ask(_REGISTRATIONS, "registrations")
    statuses = totals(registrations, "status", ("new", "continued", "unstated"))
    replicated = questions.ask(_REPLICATED)
    return ModelFigures(
        period=questions.request.period_of("models"),
        total=sum(cell["n"] for cell in cells),
        registrations=sum(cell["n"] for cell in registrations),
        **statuses,
        kinds=totals(cells, "kind", KINDS),
        recognised=questions.by_code(_RECOGNISED, LEVELS),
        replicated=replicated[0]["n"],
        by_field=breakdown(cells, "field", questions.labels.terms("model_field")),
        by_unit=questions.by_unit(cells),
        by_year=breakdown(registrations, "year", year, across="status", measures=statuses),
        **questions.uncertain(),
    )


def _events(questions: _Questions) -> EventFigures:
    cells = questions.ask(_EVENTS)
    types = questions.labels.terms("event_type")
    return EventFigures(
        period=questions.request.period_of("events"),
        total=sum(cell["n"] for cell in cells),
        by_type=breakdown(cells, "type", types, measures=()),
        **questions.uncertain(),
    )


_MEASURES = ("instances", "recipients", *KINDS)


def _honours(questions: _Questions) -> HonourFigures:
    directions = _directions(questions)
    whole = _numbers(next(iter(directions["NULL"]), None))
    cells = directions["unit_id"]
    units = questions.labels.units([cell["code"] for cell in cells])
    by_term = {name: _by_code(directions[name], questions.labels.terms(name)) for name in _TERMS}
    left_out = questions.left_out("proposed", "cancelled") | questions.uncertain()
    return HonourFigures(
        period=questions.request.period_of("honours"),
        instances=whole["instances"],
        recipients=whole["recipients"],
        kinds={kind: whole[kind] for kind in KINDS},
        by_act=_acts(questions, directions["act"]),
        by_event=_by_event(questions, directions["event_id"]),
        by_form=by_term["form"],
        by_title=by_term["title"],
        by_category=by_term["category"],
        by_level=by_term["level"],
        by_unit=_by_code(cells, units),
        proposed=left_out["proposed"],
        cancelled=left_out["cancelled"],
        not_placed=left_out["not_placed"],
        open_at_cut_off=left_out["open_at_cut_off"],
    )


def _directions(questions: _Questions) -> defaultdict[str, list[Cell]]:
    """The groups of the honours that count, by each direction of the breakdowns."""
    directions: defaultdict[str, list[Cell]] = defaultdict(list)
    for cell in questions.ask(_HONOURS):
        directions[cell["direction"]].append(cell)
    return directions


def _numbers(cell: Cell | None) -> dict[str, int]:
    return {name: cell[name] if cell else 0 for name in _MEASURES}


def _acts(questions: _Questions, cells: list[Cell]) -> Rows:
    """The three acts, apart, also where there are none (DOMAIN section 3, rule 6)."""
    found = {cell["code"]: cell for cell in cells}
    return tuple(
        Row(term.code, term.label(questions.request.language), _numbers(found.get(term.code)))
        for term in questions.register.vocabularies.of("act")
    )


def _by_code(cells: list[Cell], described: Described) -> Rows:
    ordered = sorted(cells, key=lambda cell: described(cell["code"])[0])
    return tuple(Row(*described(cell["code"])[1:], _numbers(cell)) for cell in ordered)


def _by_event(questions: _Questions, found: list[Cell]) -> Rows:
    """One line for each event, by date: whose recipients are exemplars, models or neither."""
    cells = {cell["code"]: cell for cell in found}
    events = questions.register.rows(
        "SELECT id, name, date FROM event"
        f" WHERE id IN ({', '.join(str(code) for code in cells if code is not None)})"
        " ORDER BY first_day, id"
    )
    lines = [(f"E{event['id']}", event["name"], event["date"], event["id"]) for event in events]
    if None in cells:
        lines.append((None, "", None, None))  # type: ignore[arg-type]
    return tuple(
        Row(code, label, {name: cells[number][name] for name in _EVENT_MEASURES}, date)
        for code, label, date, number in lines
    )


_EVENT_MEASURES = ("instances", "exemplars", "models", "other")


def _reported(register: Register, request: ReportRequest) -> tuple[Reported, ...]:
    """The figures from papers about a time within the period of their section."""
    found: list[Reported] = []
    if register.row("SELECT 1 FROM reported_figure LIMIT 1") is None:
        return ()
    for section in SECTIONS:
        questions = _Questions(register, request, section)
        of_unit = in_unit(request.unit, "r.unit_id", questions.units)
        sql = _REPORTED.format(counted=f"{condition('figures', 'counted')} AND {of_unit}")
        values = {**questions.parameters, "section": section}
        found += (Reported(*row) for row in register.connection.execute(sql, values))
    return tuple(found)

"""The figures of a period report: rows grouped once a section, summed up in every direction."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from emulation_cli.register.store import Register
from emulation_cli.tallies.breakdowns import Cell, Labels, breakdown, totals, year
from emulation_cli.tallies.counting import PLACED, condition, in_unit, parameters
from emulation_cli.tallies.figures import (
    KINDS,
    LEVELS,
    STAGES,
    EventFigures,
    ExemplarFigures,
    HonourFigures,
    ModelFigures,
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
_HONOURS = """
SELECT {code} AS code, count(*) AS instances, count(DISTINCT r.recipient_key) AS recipients,
       count(r.exemplar_id) AS exemplars, count(r.model_id) AS models,
       count(*) - count(r.exemplar_id) - count(r.model_id) AS other,
       sum(r.kind = 'collective') AS collective, sum(r.kind = 'individual') AS individual,
       sum(r.kind = 'household') AS household, sum(r.kind = 'unclassified') AS unclassified
FROM honours AS r {joined} WHERE {counted} GROUP BY 1 HAVING count(*) > 0
"""
# Recipients are distinct within the unit that answers, so its predecessors are one group.
_ANSWERING = """WITH answering (unit_id, place) AS MATERIALIZED
(SELECT CAST(key AS INTEGER), value FROM json_each(:answers))"""
_ANSWERED = "LEFT JOIN answering ON answering.unit_id = r.unit_id"
_COUNT = "SELECT count(*) AS n FROM {noun} AS r WHERE {counted}"


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
        )


@dataclass(frozen=True)
class _Questions:
    """Questions about one section of a request."""

    register: Register
    request: ReportRequest
    section: Section

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
        return parameters(period, self.request.cut_off, self.request.unit, self.units)

    def ask(self, sql: str, noun: str = "", show: str = "counted", **names: str) -> list[Cell]:
        """The rows of a question about the records of a noun that count (or are `show`n)."""
        unit = in_unit(self.request.unit, "r.unit_id", self.units)
        counted = f"{condition(noun or self.section, show)} AND {unit}"
        names = {"noun": noun or self.section, "joined": "", **names}
        filled = sql.format(counted=counted, in_unit=unit, **names)
        return self.register.rows(filled, self.parameters)

    def count(self, show: str) -> int:
        return int(self.ask(_COUNT, show=show)[0]["n"])

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
        not_placed=questions.count("not_placed"),
        open_at_cut_off=questions.count("open"),
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
        not_placed=questions.count("not_placed"),
        open_at_cut_off=questions.count("open"),
    )


def _events(questions: _Questions) -> EventFigures:
    cells = questions.ask(_EVENTS)
    types = questions.labels.terms("event_type")
    return EventFigures(
        period=questions.request.period_of("events"),
        total=sum(cell["n"] for cell in cells),
        by_type=breakdown(cells, "type", types, measures=()),
        not_placed=questions.count("not_placed"),
        open_at_cut_off=questions.count("open"),
    )


_MEASURES = ("instances", "recipients", *KINDS)


def _honours(questions: _Questions) -> HonourFigures:
    whole = questions.ask(_HONOURS, code="1")
    numbers = whole[0] if whole else dict.fromkeys(_MEASURES, 0)
    return HonourFigures(
        period=questions.request.period_of("honours"),
        instances=numbers["instances"],
        recipients=numbers["recipients"],
        kinds={kind: numbers[kind] for kind in KINDS},
        by_act=_acts(questions),
        by_event=_by_event(questions),
        by_form=_by_term(questions, "form"),
        by_title=_by_term(questions, "title"),
        by_category=_by_term(questions, "category"),
        by_level=_by_term(questions, "level"),
        by_unit=_by_recipient_unit(questions),
        proposed=questions.count("proposed"),
        cancelled=questions.count("cancelled"),
        not_placed=questions.count("not_placed"),
        open_at_cut_off=questions.count("open"),
    )


def _numbers(cell: Cell | None) -> dict[str, int]:
    return {name: cell[name] if cell else 0 for name in _MEASURES}


def _acts(questions: _Questions) -> Rows:
    """The three acts, apart, also where there are none (DOMAIN section 3, rule 6)."""
    found = {cell["code"]: cell for cell in questions.ask(_HONOURS, code="r.act")}
    return tuple(
        Row(term.code, term.label(questions.request.language), _numbers(found.get(term.code)))
        for term in questions.register.vocabularies.of("act")
    )


def _by_term(questions: _Questions, vocabulary: str) -> Rows:
    described = questions.labels.terms(vocabulary)
    cells = questions.ask(_HONOURS, code=f"r.{vocabulary}")
    ordered = sorted(cells, key=lambda cell: described(cell["code"])[0])
    return tuple(Row(*described(cell["code"])[1:], _numbers(cell)) for cell in ordered)


def _by_recipient_unit(questions: _Questions) -> Rows:
    if questions.units.answers:
        place = {"code": "ifnull(answering.place, r.unit_id)", "joined": _ANSWERED}
        cells = questions.ask(_ANSWERING + _HONOURS, **place)
    else:
        cells = questions.ask(_HONOURS, code="r.unit_id")
    described = questions.labels.units([cell["code"] for cell in cells])
    ordered = sorted(cells, key=lambda cell: described(cell["code"])[0])
    return tuple(Row(*described(cell["code"])[1:], _numbers(cell)) for cell in ordered)


def _by_event(questions: _Questions) -> Rows:
    """One line for each event, by date: whose recipients are exemplars, models or neither."""
    cells = {cell["code"]: cell for cell in questions.ask(_HONOURS, code="r.event_id")}
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

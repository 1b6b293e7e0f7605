"""The figures of a period report: rows grouped once a section, summed up in every direction."""

from emulation_cli.register.store import Register
from emulation_cli.tallies.breakdowns import breakdown, totals, year
from emulation_cli.tallies.counting import PLACED, condition, in_unit
from emulation_cli.tallies.figures import (
    FUNNELS,
    KINDS,
    LEVELS,
    SECTIONS,
    EventFigures,
    ExemplarFigures,
    ModelFigures,
    Reported,
    ReportFigures,
    ReportRequest,
)
from emulation_cli.tallies.honours import honours
from emulation_cli.tallies.questions import Questions
from emulation_cli.tallies.steps import SHARES_ASKED, STEPS, funnel, shares

_PLACED_STAGE = PLACED.format(t="m.")
_EXEMPLAR_FUNNEL = funnel("exemplars", honoured=STEPS["exemplars"]["honoured"])
# Whoever has a stage in the period, once; the year is that of the first one.
_EXEMPLARS = f"""
SELECT kind, unit_id, field, year, count(*) AS n, sum(fostered) AS all_fostered,
       sum(multiplied) AS all_multiplied, {_EXEMPLAR_FUNNEL}, {SHARES_ASKED} FROM (
  SELECT r.id, r.kind, r.unit_id, r.field, r.gender, r.works_directly, r.leads,
         substr(min(m.date), 1, 4) AS year, max(m.milestone = 'discovered') AS discovered,
         max(m.milestone = 'fostered') AS fostered, max(m.milestone = 'multiplied') AS multiplied
  FROM exemplar_milestone AS m JOIN exemplar AS r ON r.id = m.exemplar_id
  WHERE {_PLACED_STAGE} AND r.cancelled_on IS NULL AND {{in_unit}} GROUP BY m.exemplar_id) AS r
GROUP BY kind, unit_id, field, year
"""
_MODELS = f"""
SELECT r.kind, r.unit_id, r.field, count(*) AS n, {funnel("models", **STEPS["models"])}
FROM model AS r WHERE {{counted}} GROUP BY r.kind, r.unit_id, r.field
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
            exemplars=_exemplars(Questions(register, request, "exemplars")),
            models=_models(Questions(register, request, "models")),
            events=_events(Questions(register, request, "events")),
            honours=honours(Questions(register, request, "honours")),
            reported=_reported(register, request),
        )


def _exemplars(questions: Questions) -> ExemplarFigures:
    cells, sums = questions.ask_summed(_EXEMPLARS)
    kinds = totals(cells, "kind", KINDS)
    by_unit, by_group = questions.by_unit(cells)
    return ExemplarFigures(
        period=questions.request.period_of("exemplars"),
        total=sum(cell["n"] for cell in cells),
        kinds=kinds,
        milestones={
            "discovered": sums["discovered"],
            "fostered": sums["all_fostered"],
            "multiplied": sums["all_multiplied"],
        },
        by_field=breakdown(cells, "field", questions.labels.terms("exemplar_field")),
        by_year=breakdown(cells, "year", year),
        by_unit=by_unit,
        **questions.uncertain(),
        funnel={name: sums[name] for name in FUNNELS["exemplars"]},
        by_group=by_group,
        shares=shares(sums, kinds["individual"]),
    )


def _models(questions: Questions) -> ModelFigures:
    cells, sums = questions.ask_summed(_MODELS)
    registrations = questions.ask(_REGISTRATIONS, "registrations")
    statuses = totals(registrations, "status", ("new", "continued", "unstated"))
    replicated = questions.ask(_REPLICATED)
    by_unit, by_group = questions.by_unit(cells)
    return ModelFigures(
        period=questions.request.period_of("models"),
        total=sum(cell["n"] for cell in cells),
        registrations=sum(cell["n"] for cell in registrations),
        **statuses,
        kinds=totals(cells, "kind", KINDS),
        recognised=questions.by_code(_RECOGNISED, LEVELS),
        replicated=replicated[0]["n"],
        by_field=breakdown(cells, "field", questions.labels.terms("model_field")),
        by_unit=by_unit,
        by_year=breakdown(registrations, "year", year, across="status", measures=statuses),
        **questions.uncertain(),
        funnel={name: sums[name] for name in FUNNELS["models"]},
        by_group=by_group,
    )


def _events(questions: Questions) -> EventFigures:
    cells = questions.ask(_EVENTS)
    types = questions.labels.terms("event_type")
    return EventFigures(
        period=questions.request.period_of("events"),
        total=sum(cell["n"] for cell in cells),
        by_type=breakdown(cells, "type", types, measures=()),
        **questions.uncertain(),
    )


def _reported(register: Register, request: ReportRequest) -> tuple[Reported, ...]:
    """The figures from papers about a time within the period of their section."""
    found: list[Reported] = []
    if register.row("SELECT 1 FROM reported_figure LIMIT 1") is None:
        return ()
    for section in SECTIONS:
        questions = Questions(register, request, section)
        of_unit = in_unit(request.unit, "r.unit_id", questions.units)
        sql = _REPORTED.format(counted=f"{condition('figures', 'counted')} AND {of_unit}")
        values = {**questions.parameters, "section": section}
        found += (Reported(*row) for row in register.connection.execute(sql, values))
    return tuple(found)

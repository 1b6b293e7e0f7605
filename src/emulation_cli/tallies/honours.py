"""The honours of a report: found and joined once, summed up in every direction."""

from collections import defaultdict

from emulation_cli.tallies.breakdowns import Cell, Described, text
from emulation_cli.tallies.counting import NEAR, condition
from emulation_cli.tallies.figures import KINDS, SHARES, HonourFigures, Row, Rows
from emulation_cli.tallies.questions import Questions, in_groups
from emulation_cli.tallies.steps import BY_HONORIFIC, SHARES_ASKED, shares

# Whether an honour counts, and if not, why it is told of beside the figures.
_SHOWS = ("open", "counted", "not_placed", "proposed", "cancelled")
_SHOW = " ".join(f"WHEN {condition('honours', show)} THEN '{show}'" for show in _SHOWS)
# Every breakdown of the honours that count, in one statement: they are found and joined once.
_HONOURS = f"""WITH answering (unit_id, place) AS MATERIALIZED
 (SELECT CAST(key AS INTEGER), value FROM json_each(:answers)),
found AS MATERIALIZED (
 SELECT CASE {_SHOW} END AS show, r.kind, r.act, r.event_id, r.form, r.title, r.category,
        r.level, r.recipient_key, r.exemplar_id, r.model_id,
        ifnull(answering.place, r.unit_id) AS unit_id,
        CASE r.kind WHEN 'individual' THEN ifnull(person.gender, {BY_HONORIFIC}) END AS gender,
        person.works_directly, person.leads
 FROM honours AS r LEFT JOIN answering ON answering.unit_id = r.unit_id
 LEFT JOIN exemplar AS person ON person.id = r.exemplar_id AND r.kind = 'individual'
 WHERE {{in_unit}} AND {NEAR.format(t="r.")} AND show IS NOT NULL),
counted AS NOT MATERIALIZED (SELECT * FROM found WHERE show IN ('counted', 'open'))
"""
_BREAKDOWN = """
SELECT '{name}' AS direction, {name} AS code, count(*) AS instances,
       count(DISTINCT recipient_key) AS recipients,
       count(exemplar_id) AS exemplars, count(model_id) AS models,
       count(*) - count(exemplar_id) - count(model_id) AS other,
       sum(kind = 'collective') AS collective, sum(kind = 'individual') AS individual,
       sum(kind = 'household') AS household, sum(kind = 'unclassified') AS unclassified,
       {shares} FROM {rows} GROUP BY 2 HAVING count(*) > 0
"""
_NO_SHARES = ", ".join(["NULL"] * 2 * len(SHARES))
_TERMS = ("form", "title", "category", "level")
# The first one names the columns.
_HONOURS += _BREAKDOWN.format(name="act", shares=SHARES_ASKED, rows="counted") + "".join(
    " UNION ALL " + _BREAKDOWN.format(name=name, shares=_NO_SHARES, rows="counted")
    for name in ("NULL", "event_id", "unit_id", *_TERMS)
)
_HONOURS += f"""
 UNION ALL SELECT 'show', show, count(*), {", ".join(["NULL"] * 8)}, {_NO_SHARES}
 FROM found GROUP BY show
"""
# Recipients of several units of a group are one: the group is counted by itself.
_BY_GROUP = (
    _HONOURS
    + " UNION ALL "
    + _BREAKDOWN.format(
        name="unit_group", shares=_NO_SHARES, rows="counted LEFT JOIN unit ON unit.id = unit_id"
    )
)


_MEASURES = ("instances", "recipients", *KINDS)


def honours(questions: Questions) -> HonourFigures:
    directions = _directions(questions)
    whole = _numbers(next(iter(directions["NULL"]), None))
    by_term = {name: _by_code(directions[name], questions.labels.terms(name)) for name in _TERMS}
    shown = dict.fromkeys(_SHOWS, 0)
    shown |= {str(cell["code"]): cell["instances"] for cell in directions["show"]}
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
        by_unit=_by_unit(questions, directions["unit_id"]),
        proposed=shown["proposed"],
        cancelled=shown["cancelled"],
        not_placed=shown["not_placed"],
        open_at_cut_off=shown["open"],
        shares=_shares(questions, directions["act"]),
        by_group=_by_code(directions["unit_group"], text),
    )


def _directions(questions: Questions) -> defaultdict[str, list[Cell]]:
    """The groups of the honours that count, by each direction of the breakdowns."""
    directions: defaultdict[str, list[Cell]] = defaultdict(list)
    for cell in questions.ask(_BY_GROUP if questions.grouped else _HONOURS):
        directions[cell["direction"]].append(cell)
    return directions


def _numbers(cell: Cell | None) -> dict[str, int]:
    return {name: cell[name] if cell else 0 for name in _MEASURES}


def _by_unit(questions: Questions, cells: list[Cell]) -> Rows:
    described, groups = questions.labels.grouped_units({cell["code"] for cell in cells})
    rows = _by_code(cells, described)
    return in_groups(rows, described, groups) if questions.grouped else rows


def _shares(questions: Questions, cells: list[Cell]) -> dict[str, dict[str, int]]:
    """The shares of each act, in the order of the acts; none where nobody was honoured so."""
    found = {cell["code"]: shares(cell, cell["individual"]) for cell in cells}
    acts = [term.code for term in questions.register.vocabularies.of("act")]
    return {
        f"{act}.{name}": numbers
        for act in acts
        for name, numbers in found.get(act, shares({}, 0)).items()
    }


def _acts(questions: Questions, cells: list[Cell]) -> Rows:
    """The three acts, apart, also where there are none (DOMAIN section 3, rule 6)."""
    found = {cell["code"]: cell for cell in cells}
    return tuple(
        Row(term.code, term.label(questions.request.language), _numbers(found.get(term.code)))
        for term in questions.register.vocabularies.of("act")
    )


def _by_code(cells: list[Cell], described: Described) -> Rows:
    ordered = sorted(cells, key=lambda cell: described(cell["code"])[0])
    return tuple(Row(*described(cell["code"])[1:], _numbers(cell)) for cell in ordered)


def _by_event(questions: Questions, found: list[Cell]) -> Rows:
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

"""What an export holds: every living record as rows of a list, in the fields that lists have.

A record has one row, and a further one of the same identity for each milestone or registration
that its rows have no room for. A record that was cancelled stays behind.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from itertools import zip_longest
from typing import Any

from emulation_cli.domain.catalogue import NOUNS
from emulation_cli.register.store import Register

Row = dict[str, Any]

_OWN_TERMS = 1000  # the position of what the clerk added (schema.sql)
_SQL = {
    "terms": f"""
SELECT vocabulary, code, label_vi, label_en, other_names, valid_from, valid_to FROM term
WHERE position = {_OWN_TERMS} ORDER BY vocabulary, code""",
    "units": """
SELECT id, name, code, type, parent_id AS parent, unit_group, valid_from, valid_to,
       (SELECT group_concat(name, '; ') FROM unit_name WHERE unit_id = unit.id) AS other_names
FROM unit WHERE cancelled_on IS NULL ORDER BY id""",
    "successions": """
SELECT s.old_unit_id AS old, s.new_unit_id AS new, s.date, s.document FROM unit_succession AS s
JOIN unit AS old ON old.id = s.old_unit_id AND old.cancelled_on IS NULL
JOIN unit AS new ON new.id = s.new_unit_id AND new.cancelled_on IS NULL ORDER BY s.id""",
    "exemplars": """
SELECT exemplar.id, exemplar.name, exemplar.kind, exemplar.unit_id AS unit, exemplar.field,
       birth_year, gender, position, works_directly, leads, exemplar.summary, exemplar.movement,
       model.name AS model_name, model.unit_id AS model_unit
FROM exemplar LEFT JOIN model ON model.id = exemplar.model_id AND model.cancelled_on IS NULL
WHERE exemplar.cancelled_on IS NULL ORDER BY exemplar.id""",
    "models": """
SELECT id, name, kind, unit_id AS unit, field, leader, address, summary, movement
FROM model WHERE cancelled_on IS NULL ORDER BY id""",
    "events": """
SELECT id, name, type, date, place, ifnull(unit_id, organiser) AS organiser, movement,
       period_reviewed, attendance
FROM event WHERE cancelled_on IS NULL ORDER BY id""",
    "decisions": """
SELECT id, number, date, body, level, system, signer, signer_position, abstract, category,
       stated_collectives, stated_individuals, stated_households
FROM decision WHERE cancelled_on IS NULL ORDER BY id""",
    # What a cancelled decision or event dated keeps that date.
    "honours": """
SELECT h.id, h.recipient AS name, h.honorific, h.kind, h.unit_id AS unit, h.position, h.act,
       h.form, h.title, h.category, h.movement, h.achievement_year, h.achievement, h.amount,
       h.status, d.number AS decision_number, d.date AS decision_date, d.body AS decision_body,
       e.name AS event, e.date AS event_date,
       CASE WHEN (h.decision_id IS NULL) = (d.id IS NULL) AND (h.event_id IS NULL) = (e.id IS NULL)
            THEN h.date ELSE coalesce(past.date, old.date, h.date) END AS date,
       x.name AS exemplar_name, x.unit_id AS exemplar_unit, x.kind AS exemplar_kind,
       x.birth_year AS exemplar_birth, m.name AS model_name, m.unit_id AS model_unit
FROM honour AS h
LEFT JOIN decision AS past ON past.id = h.decision_id
LEFT JOIN decision AS d ON d.id = h.decision_id AND d.cancelled_on IS NULL
LEFT JOIN event AS old ON old.id = h.event_id
LEFT JOIN event AS e ON e.id = h.event_id AND e.cancelled_on IS NULL
LEFT JOIN exemplar AS x ON x.id = h.exemplar_id AND x.cancelled_on IS NULL
LEFT JOIN model AS m ON m.id = h.model_id AND m.cancelled_on IS NULL
WHERE h.cancelled_on IS NULL ORDER BY h.id""",
}
# Further rows say again what a record is known by, and nothing else.
_IDENTITY = {"exemplars": ("name", "kind", "unit", "birth_year"), "models": ("name", "unit")}
_STAGES = "SELECT * FROM exemplar_milestone ORDER BY exemplar_id, milestone, first_day, date, id"
_REGISTRATIONS = "SELECT * FROM registration ORDER BY model_id, year"
_MILESTONES = "SELECT * FROM model_milestone ORDER BY model_id, milestone, first_day, date, id"


def exported(register: Register, noun: str) -> Iterator[Row]:
    """The rows of a noun (or of `terms`, `successions`) by field: codes, ISO dates, unit ids.

    `exemplar_*` and `model_*` say what record an honour or an exemplar belongs to.
    """
    rows = register.rows(_SQL[noun])
    match noun:
        case "units":
            yield from _parents_first(rows)
        case "exemplars" | "models":
            facts = _FACTS[noun](register)
            for row in rows:
                yield from _with_facts(row, facts.get(row["id"], {}), _IDENTITY[noun])
        case _:
            yield from rows


def left_out(register: Register) -> int:
    """How many cancelled records an export leaves behind."""
    tables = [noun.table for noun in NOUNS if noun.fields and noun.plural != "terms"]
    counts = [f"(SELECT count(*) FROM {t} WHERE cancelled_on IS NOT NULL)" for t in tables]
    row = register.row(f"SELECT {' + '.join(counts)} AS n")
    return int(row["n"]) if row else 0


def reported_figures(register: Register) -> int:
    """How many figures of old papers there are; no list takes them in."""
    row = register.row("SELECT count(*) AS n FROM reported_figure WHERE cancelled_on IS NULL")
    return int(row["n"]) if row else 0


def _parents_first(rows: list[Row]) -> Iterator[Row]:
    """A list of units is taken in from top to bottom, each under a parent that is there."""
    by_number = {row["id"]: row for row in rows}
    done: set[int] = set()
    for row in rows:
        chain = []
        above = row
        while above and above["id"] not in done:
            chain.append(above)
            done.add(above["id"])
            above = by_number.get(above["parent"], {})
        yield from reversed(chain)


Facts = dict[int, dict[str, list[Row]]]


def _with_facts(
    row: Row, facts: Mapping[str, list[Row]], identity: tuple[str, ...]
) -> Iterator[Row]:
    again = {name: row[name] for name in identity}
    parts = list(zip_longest(*facts.values(), fillvalue={})) or [()]
    for number, part in enumerate(parts):
        whole = dict(row if number == 0 else again)
        for fact in part:
            whole |= fact
        yield whole


def _stages(register: Register) -> Facts:
    facts: Facts = defaultdict(lambda: defaultdict(list))
    for row in register.rows(_STAGES):
        stage = row["milestone"]
        fact = {stage: row["date"], f"{stage}_document": row["document"]}
        facts[row["exemplar_id"]][stage].append(fact)
    return facts


def _years_and_milestones(register: Register) -> Facts:
    facts: Facts = defaultdict(lambda: defaultdict(list))
    for row in register.rows(_REGISTRATIONS):
        fact = {
            "year": row["year"],
            "status": row["status"],
            "registered_on": row["date"] if len(row["date"]) > 4 else None,
            "registered_document": row["document"],
        }
        facts[row["model_id"]]["registered"].append(fact)
    for row in register.rows(_MILESTONES):
        name = row["milestone"]
        fact = {name: row["date"], f"{name}_document": row["document"]}
        fact |= {"recognised_level": row["level"]} if name == "recognised" else {}
        fact |= {"replicated_unit": row["unit_id"]} if name == "replicated" else {}
        facts[row["model_id"]][name].append(fact)
    return facts


_FACTS: Mapping[str, Callable[[Register], Facts]] = {
    "exemplars": _stages,
    "models": _years_and_milestones,
}

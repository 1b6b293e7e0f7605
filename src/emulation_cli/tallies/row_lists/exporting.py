"""What an export holds: every living record as rows of a list, in the fields that lists have.

A record has one row, and a further one of the same identity for each milestone or registration
that its rows have no room for. A record that was cancelled stays behind.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from itertools import zip_longest
from typing import Any

from emulation_cli.domain.catalogue.field_types import Names
from emulation_cli.domain.catalogue.fields import Field
from emulation_cli.domain.catalogue.found_types import OfMovement, OfRecord, OfUnit, Organiser
from emulation_cli.domain.catalogue.nouns import BY_PLURAL, NOUNS
from emulation_cli.domain.catalogue.refs import LETTERS
from emulation_cli.register.identity.stated import stated
from emulation_cli.register.store import Register

Row = dict[str, Any]

_OWN_TERMS = 1000  # the position of what the clerk added (schema.sql)
_TERMS = f"""
SELECT vocabulary, code, label_vi, label_en, other_names, valid_from, valid_to FROM term
WHERE position = {_OWN_TERMS} ORDER BY vocabulary, code"""
_SUCCESSIONS = """
SELECT s.old_unit_id AS old, s.new_unit_id AS new, s.date, s.document FROM unit_succession AS s
JOIN unit AS old ON old.id = s.old_unit_id AND old.cancelled_on IS NULL
JOIN unit AS new ON new.id = s.new_unit_id AND new.cancelled_on IS NULL ORDER BY s.id"""
_RECORDS = (
    "SELECT t.id, {columns} FROM {table} AS t {joins} WHERE t.cancelled_on IS NULL ORDER BY t.id"
)
# What a cancelled decision or event dated keeps that date.
_OWN_DATE = """
CASE WHEN (t.decision_id IS NULL) = (d.id IS NULL) AND (t.event_id IS NULL) = (e.id IS NULL)
     THEN t.date ELSE coalesce(past.date, old.date, t.date) END AS date"""
# Whether another record is called so: then only its id tells which one is meant.
_ANOTHER = """
EXISTS (SELECT 1 FROM {table} AS o WHERE o.name_key = {alias}.name_key AND o.id <> {alias}.id
 AND o.comparing_key = {alias}.comparing_key AND o.{same} IS {alias}.{same}
 AND o.cancelled_on IS NULL) AS {name}"""
# What a record says of others, by their names, and where these are found.
_FURTHER = {
    "exemplars": (
        "m.name AS model_name", "m.unit_id AS model_unit", "m.id AS model_id",
        _ANOTHER.format(table="model", alias="m", same="unit_id", name="another_model"),
    ),
    "honours": (
        "d.number AS decision_number", "d.date AS decision_date", "d.body AS decision_body",
        "e.name AS event", "e.date AS event_date", "e.id AS event_id",
        _ANOTHER.format(table="event", alias="e", same="date", name="another_event"),
        _OWN_DATE,
        "p.date AS proposed_on", "p.proposer_id AS proposer", "p.to_body", "p.to_level",
        "p.votes_for", "p.votes_of", "p.outcome_date", "p.outcome_reason",
        "nullif(p.outcome, 'open') AS outcome",
    ),
    "presenters": (
        "e.name AS event", "e.id AS event_id",
        _ANOTHER.format(table="event", alias="e", same="cancelled_on", name="another_event"),
    ),
    "publications": (
        "x.name AS exemplar", "x.id AS exemplar_id",
        _ANOTHER.format(table="exemplar", alias="x", same="cancelled_on", name="another_exemplar"),
    ),
}  # fmt: skip
_JOINS = {
    "exemplars": "LEFT JOIN model AS m ON m.id = t.model_id AND m.cancelled_on IS NULL",
    "honours": """
LEFT JOIN decision AS past ON past.id = t.decision_id
LEFT JOIN decision AS d ON d.id = t.decision_id AND d.cancelled_on IS NULL
LEFT JOIN event AS old ON old.id = t.event_id
LEFT JOIN event AS e ON e.id = t.event_id AND e.cancelled_on IS NULL
LEFT JOIN proposal AS p ON p.honour_id = t.id AND p.cancelled_on IS NULL""",
    "presenters": "JOIN event AS e ON e.id = t.event_id AND e.cancelled_on IS NULL",
    "publications": "JOIN exemplar AS x ON x.id = t.exemplar_id AND x.cancelled_on IS NULL",
}
_MOVEMENT = "(SELECT name FROM movement WHERE id = t.movement_id) AS movement"
_OTHER_NAMES = (
    "(SELECT group_concat(name, '; ') FROM unit_name WHERE unit_id = t.id) AS other_names"
)


def _sql(noun: str) -> str:
    """The question for the records of a noun, by the names of their fields."""
    match noun:
        case "terms":
            return _TERMS
        case "successions":
            return _SUCCESSIONS
    table = noun if noun == "proposals" else BY_PLURAL[noun].table
    further = _FURTHER.get(noun, ())
    said = {column.rpartition(" ")[2] for column in further}
    own = [
        column
        for field in BY_PLURAL[noun].fields
        if field.name not in said
        for column in _columns(field)
    ]
    columns = ", ".join([*own, *further])
    return _RECORDS.format(columns=columns, table=table, joins=_JOINS.get(noun, ""))


def _columns(field: Field) -> tuple[str, ...]:
    found: tuple[str, ...] = ()
    match field.type:
        case _ if field.part_of not in (None, "honour"):
            pass
        case Names():
            found = (_OTHER_NAMES,)
        case OfUnit():
            found = (f"t.{field.name}_id AS {field.name}",)
        case Organiser():
            found = (f"ifnull(t.unit_id, t.{field.name}) AS {field.name}",)
        case OfMovement():
            found = (_MOVEMENT,)
        case OfRecord():
            pass
        case _:
            found = tuple(f"t.{column}" for column in field.type.columns(field.name))
    return found


# Further rows say again what a record is known by, and nothing else.
_IDENTITY = {
    "exemplars": ("id", "name", "kind", "unit", "birth_year", "gender"),
    "models": ("id", "name", "kind", "unit"),
}
_STAGES = "SELECT * FROM exemplar_milestone ORDER BY exemplar_id, milestone, first_day, date, id"
_REGISTRATIONS = "SELECT * FROM registration ORDER BY model_id, year"
_MILESTONES = "SELECT * FROM model_milestone ORDER BY model_id, milestone, first_day, date, id"


def exported(register: Register, noun: str) -> Iterator[Row]:
    """The rows of a noun (or of `terms`, `successions`) by field: codes, ISO dates, unit ids.

    `model_*` say what model an exemplar grew from.
    """
    rows = register.rows(_sql(noun))
    if BY_PLURAL[noun].field("same_as"):
        _say_who(register, noun, rows)
    match noun:
        case "units":
            yield from _parents_first(rows)
        case "exemplars" | "models":
            facts = _FACTS[noun](register)
            for row in rows:
                yield from _with_facts(row, facts.get(row["id"], {}), _IDENTITY[noun])
        case _:
            yield from rows


def _say_who(register: Register, noun: str, rows: list[Row]) -> None:
    """Put what the clerk said of two records on the one that is taken in after the other."""
    said = stated(register.connection)
    by_id = {f"{LETTERS[noun]}{row['id']}": row for row in rows}
    for name, pairs in (("same_as", said.same), ("distinct_from", said.distinct)):
        for pair in pairs:
            first, last = sorted(pair, key=_turn)
            if row := by_id.get(last):
                row[name] = "; ".join(filter(None, (row.get(name), first)))


def _turn(record: str) -> tuple[int, int]:
    return "XMH".find(record[0]), int(record[1:])


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

"""Records of a time when their unit was not there, or when the law did not know their term.

They are told when they are recorded and named by `check`, until the clerk says that it is so.
"""

import sqlite3
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from emulation_cli.domain.catalogue.refs import Ref
from emulation_cli.domain.errors import Refused
from emulation_cli.register.store import Register

# What dates a record of each noun; a year of achievement within a law dates a title as well.
_EXEMPLARS = (
    "SELECT 'X' || r.id AS id, r.unit_id, r.field, min(m.date) AS date,"
    " min(m.first_day) AS first_day,"
    " min(m.last_day) AS last_day FROM exemplar AS r JOIN exemplar_milestone AS m"
    " ON m.exemplar_id = r.id WHERE r.cancelled_on IS NULL AND {only} GROUP BY r.id"
)
_MODELS = (
    "SELECT 'M' || r.id AS id, r.unit_id, r.field, min(m.date) AS date,"
    " min(m.first_day) AS first_day,"
    " min(m.last_day) AS last_day FROM model AS r JOIN registration AS m"
    " ON m.model_id = r.id WHERE r.cancelled_on IS NULL AND {only} GROUP BY r.id"
)
# Who takes a model up, or recognises it, is there on that day.
_TAKEN_UP = (
    "SELECT 'M' || r.id AS id, m.unit_id, m.date, m.first_day, m.last_day FROM model AS r"
    " JOIN model_milestone AS m ON m.model_id = r.id WHERE r.cancelled_on IS NULL AND {only}"
)
_EVENTS = (
    "SELECT 'E' || r.id AS id, r.unit_id, r.type, r.date, r.first_day, r.last_day FROM event AS r"
    " WHERE r.cancelled_on IS NULL AND {only}"
)
_HONOURS = (
    "SELECT 'H' || r.id AS id, r.unit_id, r.form, r.title, r.category, r.level,"
    " r.date, r.first_day, r.last_day,"
    " min(r.first_day, ifnull(r.achievement_year || '-01-01', r.first_day)) AS since"
    " FROM honours AS r WHERE r.cancelled_on IS NULL AND {only}"
)
_ROWS = {"exemplars": _EXEMPLARS, "models": _MODELS, "events": _EVENTS, "honours": _HONOURS}
_AFTER, _BEFORE = "o.first_day > unit.valid_to", "o.last_day < unit.valid_from"
_EVER = f"{_AFTER} OR {_BEFORE}"
# The rows that a unit is held against. A successor goes on with models older than itself.
_OF_UNITS = {
    "exemplars": ((_EXEMPLARS, _EVER),),
    "models": ((_MODELS, _AFTER), (_TAKEN_UP, _EVER)),
    "events": ((_EVENTS, _EVER),),
    "honours": ((_HONOURS, _EVER),),
}
# The columns of each noun that hold a term, with its vocabulary.
_OF_TERMS = {
    "exemplars": (("field", "exemplar_field"),),
    "models": (("field", "model_field"),),
    "events": (("type", "event_type"),),
    "honours": (
        ("form", "form"), ("title", "title"), ("category", "category"), ("level", "level"),
    ),
}  # fmt: skip
# The records come first, each looks its unit up: those asked about are few, units may be many.
_UNIT = (
    "SELECT o.id, unit.name, o.date, unit.valid_from, unit.valid_to FROM ({rows}) AS o"
    " CROSS JOIN unit ON unit.id = o.unit_id WHERE {outside}"
)
_TERM = (
    "SELECT o.id, term.label_vi, o.date, term.valid_from, term.valid_to"
    " FROM ({rows}) AS o JOIN term ON term.vocabulary = '{vocabulary}' AND term.code = o.{column}"
    " WHERE {since} > term.valid_to OR o.last_day < term.valid_from"
)
# Few units and terms have a beginning or an end: of the others no record needs to be read.
_BOUNDED = "(valid_from IS NOT NULL OR valid_to IS NOT NULL)"
_OF_BOUNDED_UNIT = f"EXISTS (SELECT 1 FROM unit WHERE id = {{row}}.unit_id AND {_BOUNDED})"
_BOUNDED_TERMS = f"SELECT code FROM term WHERE vocabulary = '{{vocabulary}}' AND {_BOUNDED}"
FINDINGS = ("outside_life", "outside_law")


class OutOfTime(NamedTuple):
    """A record of the wrong time: which finding, of what, dated when, and from when to when it is.

    `record` is the short id; dates are ISO, None where an end is open.
    """

    finding: str
    record: str
    name: str
    date: str
    valid_from: str | None
    valid_to: str | None


def out_of_time(
    connection: sqlite3.Connection, noun: str, numbers: tuple[int, int] | None = None
) -> Iterator[OutOfTime]:
    """The records of a noun that stand outside a life; of those `numbers` (first, last) only."""
    if noun not in _ROWS:
        return
    only = f"r.id BETWEEN {numbers[0]} AND {numbers[1]}" if numbers else "1"
    for rows, outside in _OF_UNITS[noun]:
        bounded = _OF_BOUNDED_UNIT.format(row="m" if rows == _TAKEN_UP else "r")
        sql = _UNIT.format(rows=rows.format(only=f"{only} AND {bounded}"), outside=outside)
        for found in connection.execute(sql):
            yield OutOfTime("outside_life", *found)
    since = "o.since" if noun == "honours" else "o.first_day"
    for column, vocabulary in _OF_TERMS[noun]:
        bounded = _BOUNDED_TERMS.format(vocabulary=vocabulary)
        rows = _ROWS[noun].format(only=f"{only} AND r.{column} IN ({bounded})")
        sql = _TERM.format(rows=rows, column=column, vocabulary=vocabulary, since=since)
        for found in connection.execute(sql):
            yield OutOfTime("outside_law", *found)


def of_record(connection: sqlite3.Connection, ref: Ref) -> set[OutOfTime]:
    """What stands outside a life in one record."""
    return set(out_of_time(connection, ref.noun, (ref.number, ref.number)))


def told_out_of_time(
    connection: sqlite3.Connection, ref: Ref, before: Collection[OutOfTime] = ()
) -> tuple[tuple[str, dict[str, str]], ...]:
    """What is told of a record that is new, or of one that changed: sentences with their values.

    What was so `before` was told then.
    """
    found = sorted(of_record(connection, ref).difference(before))
    return tuple((f"domain.{one.finding}", told(one)) for one in found)


def told(one: OutOfTime) -> dict[str, str]:
    """The values of a sentence about a record of the wrong time."""
    values = {"id": one.record, "name": one.name, "date": _written(one.date)}
    ends = (_written(one.valid_from) or "…", _written(one.valid_to) or "…")
    return values | {"life": " - ".join(ends)}


def _written(day: str | None) -> str:
    return "/".join(reversed(day.split("-"))) if day else ""


def records_of(finding: str) -> str:
    """The question for the ids of all records with a finding, as `check` asks it."""
    parts = []
    for noun, sql in _ROWS.items():
        if finding == "outside_life":
            parts += [
                _UNIT.format(rows=rows.format(only="1"), outside=outside)
                for rows, outside in _OF_UNITS[noun]
            ]
        elif finding == "outside_law":
            rows = sql.format(only="1")
            since = "o.since" if noun == "honours" else "o.first_day"
            parts += [
                _TERM.format(rows=rows, column=column, vocabulary=vocabulary, since=since)
                for column, vocabulary in _OF_TERMS[noun]
            ]
    return " UNION ".join(f"SELECT id FROM ({part})" for part in parts)


# «It is so» --------------------------------------------------------------------------------------


def accept(
    register: Register, record: str, findings: Iterable[str], note: str | None
) -> tuple[str, ...]:
    """Note that what `check` finds in a record is so, as one change; gives the findings.

    Raises Refused where nothing is found in it that is not accepted already.
    """
    ref = str(Ref.parse(record))
    new = tuple(one for one in findings if ref not in accepted(register, one))
    if not new:
        raise Refused("care.nothing_to_accept", id=ref)
    with register.change():
        for finding in new:
            register.insert(
                "accepted_finding", {"record": ref, "finding": finding, "note": note or None}
            )
    return new


def accepted(register: Register, finding: str) -> set[str]:
    """The records of which the clerk has said that a finding is so."""
    sql = "SELECT record FROM accepted_finding WHERE finding = ?"
    return {record for (record,) in register.connection.execute(sql, (finding,))}

"""What `emul list` answers: the rows behind a figure, chosen by the very rules of the report."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from emulation_cli.domain.catalogue import BY_PLURAL
from emulation_cli.register.stated_counts import KINDS, listed
from emulation_cli.register.store import Register
from emulation_cli.tallies.choosing import ListRequest
from emulation_cli.tallies.sources import map_of, source_of
from emulation_cli.tallies.succession import UNASSIGNED, UNASSIGNED_CODE, UnitMap, names

__all__ = ["COLUMNS", "ListRequest", "Listing", "listing", "listing_by"]


@dataclass(frozen=True)
class Listing:
    """Rows in a stable order under the columns of the contract (codes, not labels)."""

    noun: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


_STAGE = """(SELECT milestone FROM exemplar_milestone WHERE exemplar_id = r.id ORDER BY
 CASE milestone WHEN 'multiplied' THEN 1 WHEN 'fostered' THEN 2 ELSE 3 END LIMIT 1)"""
_DATE_OF_STAGE = (
    "(SELECT min(date) FROM exemplar_milestone WHERE exemplar_id = r.id AND milestone = '{}')"
)
_YEARS = """(SELECT group_concat(year || ':' || ifnull(status, ''), ' ') FROM
 (SELECT year, status FROM registration WHERE model_id = r.id ORDER BY year))"""
_MODEL_STATUS = """CASE WHEN r.cancelled_on IS NOT NULL THEN 'cancelled'
 WHEN EXISTS (SELECT 1 FROM model_milestone WHERE model_id = r.id AND milestone = 'stopped')
 THEN 'stopped' ELSE 'active' END"""
_LEVELS = """(SELECT group_concat(level, ' ') FROM (SELECT DISTINCT level FROM model_milestone
 WHERE model_id = r.id AND milestone = 'recognised' AND level IS NOT NULL))"""

_UNIT_COLUMNS = {"unit": "r.unit", "unit_id": "'U' || r.unit_id"}
_CANCELLED = {"cancelled_on": "r.cancelled_on", "cancelled_reason": "r.cancelled_reason"}
_FIELD_LABEL = "CASE :language WHEN 'en' THEN r.field_label_en ELSE r.field_label_vi END"
_MODEL = {"name": "r.name", "kind": "r.kind", "unit": "r.unit", "field": "r.field"}


def _own(*names: str) -> dict[str, str]:
    return {name: f"r.{name}" for name in names}


# The first columns of each noun are the contract (DESIGN section 4); further ones may follow.
COLUMNS: Mapping[str, Mapping[str, str]] = {
    "units": {
        **_own("code", "name", "type", "parent"),
        "parent_id": "'U' || r.parent_id",
        **_own("unit_group", "valid_from", "valid_to"),
        "other_names": "(SELECT group_concat(name, '; ') FROM unit_name WHERE unit_id = r.id)",
    },
    "exemplars": {
        **_own("name", "kind", "unit", "field"),
        "discovered": _DATE_OF_STAGE.format("discovered"),
        "stage": _STAGE,
        **_own("birth_year", "gender", "position"),
        "field_label": _FIELD_LABEL,
        "fostered": _DATE_OF_STAGE.format("fostered"),
        "multiplied": _DATE_OF_STAGE.format("multiplied"),
        "unit_id": "'U' || r.unit_id",
        **_own("works_directly", "leads", "movement", "summary"),
        "model": "'M' || r.model_id",
    },
    "models": {
        **_MODEL,
        "first_registered": "(SELECT min(year) FROM registration WHERE model_id = r.id)",
        "years": _YEARS,
        "status": _MODEL_STATUS,
        "field_label": _FIELD_LABEL,
        "recognised": _LEVELS,
        "unit_id": "'U' || r.unit_id",
        **_own("leader", "address", "movement", "summary"),
    },
    "registrations": {
        **_MODEL,
        **_own("year", "status"),
        "field_label": _FIELD_LABEL,
        "unit_id": "'U' || r.unit_id",
    },
    "events": {
        **_own("name", "type", "date", "place", "organiser", "attendance", "movement"),
        "unit_id": "'U' || r.unit_id",
        **_own("period_reviewed"),
    },
    "decisions": {
        **_own("number", "date", "body", "level", "signer", "signer_position", "abstract"),
        **_own("category", "stated_collectives", "stated_individuals", "stated_households"),
        **{f"listed_{plural}": listed(kind) for plural, kind in KINDS.items()},
    },
    "figures": {
        **_own("name", "value", "section", "period", "unit", "source"),
        "unit_id": "'U' || r.unit_id",
    },
    "honours": {
        **_own("recipient", "kind", "unit", "act"),
        "form": "ifnull(r.form, r.title)",
        **_own("decision", "date", "amount", "status", "event"),
        "for": "CASE WHEN r.exemplar_id IS NOT NULL THEN 'X' || r.exemplar_id"
        " ELSE 'M' || r.model_id END",
        **_own("honorific", "position", "category", "level", "achievement_year", "achievement"),
        "unit_id": "'U' || r.unit_id",
        "event_id": "'E' || r.event_id",
        "decision_id": "'D' || r.decision_id",
    },
}
# One row for each one who was honoured; the id is that of the first honour.
_RECIPIENTS: Mapping[str, str] = {
    "id": "'H' || min(r.id)",
    **_own("recipient", "kind", "unit"),
    "instances": "count(*)",
    **{name: COLUMNS["honours"][name] for name in ("for", "unit_id")},
}


def listing(register: Register, request: ListRequest) -> Listing:
    """The rows asked for, in the order in which they were recorded."""
    return listing_by(register, request)[0]


Codes = tuple[Any, ...]


def listing_by(
    register: Register, request: ListRequest, by: Sequence[str] = ()
) -> tuple[Listing, list[Codes]]:
    """The rows asked for, and for each of them the values that it has in the dimensions `by`.

    A row under a value is one that a filter by this value shows (dimensions.py); of recipients
    there is one row under each value that they have.
    """
    if request.noun == "imports":
        return _imports(register), []
    if request.noun == "terms":
        return _terms(register, request), []
    noun = request.counted
    columns = _RECIPIENTS if request.recipients else {"id": _id(noun), **COLUMNS[noun]}
    if request.show == "cancelled":
        columns = {**columns, **_CANCELLED}
    units = map_of(register, request)
    sql, values = _asked(request, columns, units, by)
    rows = register.connection.execute(sql, values).fetchall()
    codes = [row[len(columns) :] for row in rows] if by else []
    rows = [row[: len(columns)] for row in rows] if by else rows
    found = Listing(request.noun, tuple(columns), tuple(rows))
    return (_on_map(register, found, units, request.language) if units.answers else found), codes


def values_in(register: Register, request: ListRequest, by: Sequence[str]) -> list[Codes]:
    """The values in the dimensions `by` of each row of a list, as listing_by; of nothing else."""
    sql, values = _asked(request, {"1": "1"}, map_of(register, request), by)
    return [row[1:] for row in register.connection.execute(sql, values)]


def _asked(
    request: ListRequest, columns: Mapping[str, str], units: UnitMap, by: Sequence[str]
) -> tuple[str, dict[str, Any]]:
    """The question for the rows with their values in the dimensions, and its parameters."""
    found = source_of(request, units, by)
    order = "ORDER BY r.id"
    if request.recipients:
        order = f"GROUP BY {', '.join([*found.columns, 'r.recipient_key'])} ORDER BY min(r.id)"
    if request.limit is not None:
        order += f" LIMIT {request.limit}"
    head = f"WITH {', '.join(found.head)} " if found.head else ""
    wanted = ", ".join([*columns.values(), *found.columns])
    sql = f"{head}SELECT {wanted} FROM {found.rows} {order}"
    return sql, {**found.values, "language": request.language}


def _on_map(register: Register, found: Listing, units: UnitMap, language: str) -> Listing:
    """The rows with the unit that answers on the map, and last the one of the time."""
    if not {"unit", "unit_id"} <= set(found.columns):
        return found
    unit, unit_id = found.columns.index("unit"), found.columns.index("unit_id")
    places = {row[unit_id]: units.place(_number(row[unit_id])) for row in found.rows}
    named: dict[int | None, str | None] = {None: None}
    named.update(names(register, filter(None, places.values())).items())
    named[UNASSIGNED] = register.vocabularies.label("unit_state", UNASSIGNED_CODE, language)

    def placed(row: tuple[Any, ...]) -> tuple[Any, ...]:
        cells, place = list(row), places[row[unit_id]]
        cells[unit] = named[place]
        cells[unit_id] = f"U{place}" if place else None
        return (*cells, row[unit])

    return Listing(found.noun, (*found.columns, "unit_then"), tuple(map(placed, found.rows)))


def _number(short: str | None) -> int | None:
    return int(short[1:]) if short else None


def _id(noun: str) -> str:
    return "'M' || r.model_id" if noun == "registrations" else f"'{BY_PLURAL[noun].letter}' || r.id"


_IMPORTS = """
SELECT 'I' || import.id AS id, import.at, change.who, list.file, list.sheet, list.register,
       list.rows_read, list.added, list.changed, list.unchanged, list.refused, list.skipped
FROM import JOIN change ON change.id = import.change_id
JOIN import_list AS list ON list.import_id = import.id ORDER BY import.id, list.id
"""


def _imports(register: Register) -> Listing:
    cursor = register.connection.execute(_IMPORTS)
    columns = tuple(column[0] for column in cursor.description)
    return Listing("imports", columns, tuple(cursor))


_TERMS = """
SELECT 'T' || id AS id, vocabulary, code, label_vi, label_en, other_names, valid_from, valid_to,
       system, source, retired_on, note
FROM term WHERE {} ORDER BY vocabulary, position, id
"""


def _terms(register: Register, request: ListRequest) -> Listing:
    """The vocabularies, or those that a filter names: `of` one of several, `id` one term."""
    wanted = dict(request.filters)
    conditions, values = ["1"], []
    if chosen_ones := wanted.get("of"):
        conditions.append(f"vocabulary IN ({', '.join('?' * len(chosen_ones))})")
        values += chosen_ones
    if number := wanted.get("id"):
        conditions.append("id = ?")
        values.append(number)
    cursor = register.connection.execute(_TERMS.format(" AND ".join(conditions)), values)
    rows = cursor.fetchall() if request.limit is None else cursor.fetchmany(request.limit)
    return Listing("terms", tuple(column[0] for column in cursor.description), tuple(rows))

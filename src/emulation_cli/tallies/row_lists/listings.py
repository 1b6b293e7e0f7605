"""What `emul list` answers: the rows behind a figure, chosen by the very rules of the report."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from emulation_cli.domain.catalogue.field_types import Names
from emulation_cli.domain.catalogue.fields import Field, Noun
from emulation_cli.domain.catalogue.found_types import OfRecord, OfUnit, Organiser
from emulation_cli.domain.catalogue.nouns import BY_PLURAL, NOUNS, STAGES
from emulation_cli.domain.catalogue.refs import LETTERS
from emulation_cli.register.stated_counts import KINDS, UNKNOWN, listed, stated
from emulation_cli.register.store import Register
from emulation_cli.tallies.measures.answering_units import (
    UNASSIGNED,
    UNASSIGNED_CODE,
    UnitMap,
    names,
)
from emulation_cli.tallies.measures.counted_subjects import of_all
from emulation_cli.tallies.measures.sources import map_of, source_of
from emulation_cli.tallies.row_lists.asked_rows import Asked, Row
from emulation_cli.tallies.row_lists.list_requests import ListRequest
from emulation_cli.tallies.row_lists.term_counts import term_rows

__all__ = ["COLUMNS", "ListRequest", "Listing", "listing", "listing_by", "streamed"]


class Listing(NamedTuple):
    """Rows in a stable order under the columns of the contract (codes, not labels)."""

    noun: str
    columns: tuple[str, ...]
    rows: Sequence[Row]


_STAGE = of_all(
    "exemplars",
    "exemplar_id",
    "(SELECT milestone FROM exemplar_milestone WHERE {own} ORDER BY"
    " CASE milestone WHEN 'multiplied' THEN 1 WHEN 'fostered' THEN 2 ELSE 3 END LIMIT 1)",
)


def _date_of_stage(stage: str) -> str:
    """The first date of a stage; of one date and the year that it lies in the more exact."""
    first = (
        "(SELECT max(m.date) FROM exemplar_milestone AS m WHERE {{own}} AND m.milestone = '{0}'"
        " AND m.date LIKE (SELECT min(m.date) FROM exemplar_milestone AS m"
        " WHERE {{own}} AND m.milestone = '{0}') || '%')"
    )
    return of_all("exemplars", "m.exemplar_id", first.format(stage))


_YEARS = of_all(
    "models",
    "model_id",
    "(SELECT group_concat(year || ':' || ifnull(status, ''), ' ') FROM"
    " (SELECT year, max(status) AS status FROM registration WHERE {own} GROUP BY year"
    " ORDER BY year))",
)
_FIRST_REGISTERED = of_all("models", "model_id", "(SELECT min(year) FROM registration WHERE {own})")
_STOPPED = of_all(
    "models",
    "model_id",
    "(SELECT count(*) FROM model_milestone WHERE {own} AND milestone = 'stopped')",
)
_MODEL_STATUS = f"""CASE WHEN r.cancelled_on IS NOT NULL THEN 'cancelled'
 WHEN {_STOPPED} THEN 'stopped' ELSE 'active' END"""
_LEVELS = of_all(
    "models",
    "model_id",
    "(SELECT group_concat(level, ' ') FROM (SELECT DISTINCT level FROM model_milestone"
    " WHERE {own} AND milestone = 'recognised' AND level IS NOT NULL))",
)

_CANCELLED = {"cancelled_on": "r.cancelled_on", "cancelled_reason": "r.cancelled_reason"}
_OF_MODEL = "'M' || r.model_id"
# The exemplars and models of whom an honour was given to.
_BELONGING = """(SELECT group_concat(noun || record_id, ' ') FROM (SELECT noun, record_id
 FROM subject_record WHERE subject = r.subject AND noun IN ('X', 'M')
 ORDER BY noun DESC, record_id))"""
# What follows from other rows, or from several columns of one.
_WORKED_OUT: Mapping[str, Mapping[str, str]] = {
    "exemplars": {"stage": _STAGE, "model": _OF_MODEL},
    "models": {
        "first_registered": _FIRST_REGISTERED,
        "years": _YEARS,
        "status": _MODEL_STATUS,
        "recognised": _LEVELS,
    },
    "honours": {"form": "ifnull(r.form, r.title)", "for": _BELONGING},
}
_FIELD_LABEL = "CASE :language WHEN 'en' THEN r.field_label_en ELSE r.field_label_vi END"
_OTHER_NAMES = "(SELECT group_concat(name, '; ') FROM unit_name WHERE unit_id = r.id)"


def _columns_of(noun: Noun) -> dict[str, str]:
    """The columns of a list: those that are promised, then every field that is listed."""
    further = (field.name for field in noun.fields if field.listed)
    names = dict.fromkeys((*noun.first, *further))
    columns = {name: _column(noun, name) for name in names}
    for field in noun.fields:
        columns |= _numbers(field)
    return columns


def _column(noun: Noun, name: str) -> str:
    if worked_out := _WORKED_OUT.get(noun.plural, {}).get(name):
        return worked_out
    if name == "field_label":
        return _FIELD_LABEL
    field = noun.field(name)
    if field and isinstance(field.type, Names):
        return _OTHER_NAMES
    if field and field.part_of in STAGES:
        return _date_of_stage(name)
    return f"r.{name}"


def _numbers(field: Field) -> dict[str, str]:
    """The ids of the units and records that a field names."""
    match field.type:
        case OfUnit() | Organiser() if not field.part_of:
            [column] = [column for column in field.columns if column.endswith("_id")]
            return {column: f"'U' || r.{column}"}
        case OfRecord(pointing=pointing) if len(pointing) == 1 and field.name != "model":
            [(noun, column)] = pointing.items()
            return {column: f"'{LETTERS[noun]}' || r.{column}"}
    return {}


# The first columns of each noun are the contract (DESIGN section 4); further ones may follow.
COLUMNS: dict[str, Mapping[str, str]] = {
    noun.plural: _columns_of(noun) for noun in NOUNS if noun.fields
}
COLUMNS["decisions"] = {
    **COLUMNS["decisions"],
    **{f"stated_{plural}": stated(plural) for plural in KINDS},
    **{f"listed_{plural}": listed(kind) for plural, kind in KINDS.items()},
    "listed_unclassified": listed(UNKNOWN),
}
_OF_REGISTRATIONS = ("name", "kind", "unit", "field", "year", "status")
COLUMNS["registrations"] = {
    **{name: f"r.{name}" for name in _OF_REGISTRATIONS},
    "field_label": _FIELD_LABEL,
    "unit_id": "'U' || r.unit_id",
}
# One row for each one who was honoured; the id is that of the first honour.
_RECIPIENTS: Mapping[str, str] = {
    "id": "'H' || min(r.id)",
    **{name: COLUMNS["honours"][name] for name in ("recipient", "kind", "unit")},
    "instances": "count(*)",
    **{name: COLUMNS["honours"][name] for name in ("for", "unit_id")},
}


def listing(register: Register, request: ListRequest) -> Listing:
    """The rows asked for, in the order in which they were recorded."""
    found = streamed(register, request)
    return found._replace(rows=tuple(found.rows))


Codes = tuple[Any, ...]


def listing_by(
    register: Register, request: ListRequest, by: Sequence[str] = ()
) -> tuple[Listing, Iterable[tuple[Row, Codes]]]:
    """The list asked for, and each of its rows with the values that it has in dimensions `by`.

    A row under a value is one that a filter by this value shows (dimensions.py); of recipients
    there is one row under each value that they have. The list itself has no rows.
    """
    columns, units = _columns_asked(request), map_of(register, request)
    sql, values = _asked(request, columns, units, by)
    of_row = len(columns)
    further, placed = _placing(register, tuple(columns), units, request.language)
    rows = Asked(lambda: register.connection.execute(sql, values))
    pairs = ((placed(row[:of_row]), row[of_row:]) for row in rows)
    return Listing(request.noun, (*columns, *further), ()), pairs


def streamed(register: Register, request: ListRequest) -> Listing:
    """The rows asked for, each asked of the register when its turn comes, each time anew.

    For what is written row by row: a list may be longer than the memory. Whoever goes through it
    more than once does so within one moment of the register.
    """
    if request.noun == "imports":
        return _imports(register)
    if request.noun == "terms":
        return Listing("terms", *term_rows(register, request))
    columns, units = _columns_asked(request), map_of(register, request)
    sql, values = _asked(request, columns, units, ())
    further, placed = _placing(register, tuple(columns), units, request.language)
    rows = Asked(lambda: map(placed, register.connection.execute(sql, values)))
    return Listing(request.noun, (*columns, *further), rows)


def _columns_asked(request: ListRequest) -> Mapping[str, str]:
    """The columns of a list by their names, as SQL."""
    noun = request.counted
    columns = _RECIPIENTS if request.recipients else {"id": _id(noun), **COLUMNS[noun]}
    return {**columns, **_CANCELLED} if request.show == "cancelled" else columns


def counted_in(register: Register, request: ListRequest, by: Sequence[str]) -> dict[Codes, int]:
    """How many rows of a list have each of the values in the dimensions `by`, as listing_by."""
    found = source_of(request, map_of(register, request), by)
    named = [f"{sql} AS d{place}" for place, sql in enumerate(found.columns)]
    once = f" GROUP BY {', '.join([*found.columns, 'r.subject'])}" if request.recipients else ""
    rows = f"chosen AS MATERIALIZED (SELECT {', '.join(named or ['1'])} FROM {found.rows}{once})"
    marks = "".join(f"d{place}, " for place in range(len(named)))
    groups = f" GROUP BY {marks.removesuffix(', ')}" if named else ""
    sql = f"WITH {', '.join([*found.head, rows])} SELECT {marks}count(*) FROM chosen{groups}"
    counted = register.connection.execute(sql, {**found.values, "language": request.language})
    return {row[:-1]: row[-1] for row in counted}


def _asked(
    request: ListRequest, columns: Mapping[str, str], units: UnitMap, by: Sequence[str]
) -> tuple[str, dict[str, Any]]:
    """The question for the rows with their values in the dimensions, and its parameters."""
    found = source_of(request, units, by)
    order = "ORDER BY r.id"
    if request.recipients:
        order = f"GROUP BY {', '.join([*found.columns, 'r.subject'])} ORDER BY min(r.id)"
    if request.limit is not None:
        order += f" LIMIT {request.limit}"
    head = f"WITH {', '.join(found.head)} " if found.head else ""
    wanted = ", ".join([*columns.values(), *found.columns])
    sql = f"{head}SELECT {wanted} FROM {found.rows} {order}"
    return sql, {**found.values, "language": request.language}


def _placing(
    register: Register, columns: tuple[str, ...], units: UnitMap, language: str
) -> tuple[tuple[str, ...], Callable[[Row], Row]]:
    """How a row gets the unit that answers on the map, and in a last column the one of the time."""
    if not units.answers or not {"unit", "unit_id"} <= set(columns):
        return (), tuple
    unit, unit_id = columns.index("unit"), columns.index("unit_id")
    named: dict[int | None, str | None] = {}
    named.update(names(register, filter(None, units.answers.values())).items())
    named[UNASSIGNED] = register.vocabularies.label("unit_state", UNASSIGNED_CODE, language)

    def placed(row: Row) -> Row:
        was = _number(row[unit_id])
        place = units.place(was)
        if place == was:  # it stands for itself
            return (*row, row[unit])
        cells = list(row)
        cells[unit] = named[place]
        cells[unit_id] = f"U{place}" if place else None
        return (*cells, row[unit])

    return ("unit_then",), placed


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

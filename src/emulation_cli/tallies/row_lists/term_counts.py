"""The vocabularies as a list, and how many records have each term."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from emulation_cli.register.store import Register
from emulation_cli.tallies.measures.sources import map_of, source_of
from emulation_cli.tallies.row_lists.list_requests import ListRequest

# Which lists a term of each vocabulary can be looked up in: the noun, and the filter.
USED_IN: Mapping[str, Sequence[tuple[str, str]]] = {
    "exemplar_field": (("exemplars", "field"),),
    "model_field": (("models", "field"),),
    "form": (("honours", "form"),),
    "title": (("honours", "title"),),
    "category": (("honours", "category"), ("decisions", "category")),
    "level": (("honours", "level"), ("decisions", "level")),
    "class": (("honours", "class"),),
    "system": (("honours", "system"), ("decisions", "system")),
    "act": (("honours", "act"),),
    "event_type": (("events", "type"),),
    "publication_type": (("publications", "type"),),
    "unit_type": (("units", "type"),),
    "kind": (("exemplars", "kind"), ("models", "kind"), ("honours", "kind")),
    "gender": (("exemplars", "gender"), ("honours", "gender")),
}
COUNTED = frozenset(USED_IN)


def used(register: Register, vocabularies: Iterable[str]) -> Counter[tuple[str, str]]:
    """How many records the lists show with each term, by vocabulary and code."""
    found: Counter[tuple[str, str]] = Counter()
    for vocabulary in vocabularies:
        for noun, name in USED_IN.get(vocabulary, ()):
            for code, number in _by_value(register, ListRequest(noun), name):
                found[vocabulary, code] += number
    return found


def _by_value(register: Register, rows: ListRequest, name: str) -> Iterable[tuple[str, int]]:
    source = source_of(rows, map_of(register, rows), (name,))
    head = f"WITH {', '.join(source.head)} " if source.head else ""
    sql = f"{head}SELECT {source.columns[0]}, count(*) FROM {source.rows} GROUP BY 1"
    return register.connection.execute(sql, source.values)


_TERMS = """
SELECT 'T' || id AS id, vocabulary, code, label_vi, NULL AS used, label_en, other_names,
       valid_from, valid_to, system, source, retired_on, note
FROM term WHERE {} ORDER BY vocabulary, position, id
"""
Rows = tuple[tuple[Any, ...], ...]


def term_rows(register: Register, request: ListRequest) -> tuple[tuple[str, ...], Rows]:
    """The columns and rows of the terms, or of those that a filter names.

    `of` names one of several vocabularies, `id` one term. `used` says how many records have each;
    of what no list counts it is empty, and of one term, whose lists say it.
    """
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
    counts = used(register, () if number else {row[1] for row in rows})
    columns = tuple(column[0] for column in cursor.description)
    place = columns.index("used")
    filled = (
        (
            *row[:place],
            counts[row[1], row[2]] if row[1] in COUNTED and not number else None,
            *row[place + 1 :],
        )
        for row in rows
    )
    return columns, tuple(filled)

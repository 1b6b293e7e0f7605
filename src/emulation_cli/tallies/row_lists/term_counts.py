"""How many records have each term: of a whole vocabulary at once."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

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

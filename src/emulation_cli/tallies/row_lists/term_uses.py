"""The vocabularies as lists: what terms there are, what uses each, which ones forms offer."""

from collections.abc import Iterator, Mapping, Sequence

from emulation_cli.domain.terms import Term
from emulation_cli.register.store import Register
from emulation_cli.tallies.holdings import Held, number_of
from emulation_cli.tallies.row_lists.list_requests import ListRequest

SEEDED_BEFORE = 1000  # the position of what the clerk added (schema.sql)

# Which lists a term of each vocabulary can be looked up in: the noun, and the filter.
_USED_IN: Mapping[str, Sequence[tuple[str, str]]] = {
    "exemplar_field": (("exemplars", "field"),),
    "model_field": (("models", "field"),),
    "form": (("honours", "form"),),
    "title": (("honours", "title"),),
    "category": (("honours", "category"), ("decisions", "category")),
    "level": (("honours", "level"), ("decisions", "level")),
    "act": (("honours", "act"),),
    "event_type": (("events", "type"),),
    "unit_type": (("units", "type"),),
    "kind": (("exemplars", "kind"), ("models", "kind"), ("honours", "kind")),
    "gender": (("exemplars", "gender"),),
}
# The tables that hold each vocabulary of the clerk, for what forms offer.
_COLUMNS = {
    "exemplar_field": ("exemplar", "field"),
    "form": ("honour", "form"),
    "title": ("honour", "title"),
    "category": ("honour", "category"),
    "event_type": ("event", "type"),
}


def uses(register: Register, vocabulary: str, code: str) -> tuple[Held, ...]:
    """How many records have a term, by noun, each with the list that shows them."""
    return tuple(one for one in _uses(register, vocabulary, code) if one.number)


def _uses(register: Register, vocabulary: str, code: str) -> Iterator[Held]:
    for noun, name in _USED_IN.get(vocabulary, ()):
        rows = ListRequest(noun, filters=((name, code),))
        yield Held(noun, number_of(register, rows), {}, rows)


def offered(register: Register, vocabulary: str, day: str) -> list[Term]:
    """The terms that a form of this day offers: valid then, not retired, no slip of a record.

    What a record once brought into the vocabulary and no record has any more was a slip.
    """
    own = {row["code"] for row in register.rows(_UNMEANT, (vocabulary, SEEDED_BEFORE))}
    if own and vocabulary in _COLUMNS:
        table, column = _COLUMNS[vocabulary]
        sql = f"SELECT DISTINCT {column} AS code FROM {table} WHERE cancelled_on IS NULL"
        own -= {row["code"] for row in register.rows(sql)}
    ended = {row["code"] for row in register.rows(_ENDED, {"vocabulary": vocabulary, "day": day})}
    return [t for t in register.vocabularies.of(vocabulary) if t.code not in own | ended]


_UNMEANT = "SELECT code FROM term WHERE vocabulary = ? AND position >= ? AND edited = 0"
_ENDED = """
SELECT code FROM term WHERE vocabulary = :vocabulary
  AND (retired_on <= :day OR valid_to < :day OR valid_from > :day)
"""

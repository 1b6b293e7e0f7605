"""The vocabularies as lists: what terms there are, what uses each, which ones forms offer."""

from collections.abc import Iterator

from emulation_cli.domain.terms import Term
from emulation_cli.register.store import Register
from emulation_cli.tallies.holdings import Held, number_of
from emulation_cli.tallies.row_lists.list_requests import ListRequest
from emulation_cli.tallies.row_lists.term_counts import USED_IN

SEEDED_BEFORE = 1000  # the position of what the clerk added (schema.sql)

# The tables that hold each vocabulary of the clerk, for what forms offer.
_COLUMNS = {
    "exemplar_field": ("exemplar", "field"),
    "form": ("honour", "form"),
    "title": ("honour", "title"),
    "category": ("honour", "category"),
    "event_type": ("event", "type"),
    "publication_type": ("publication", "type"),
}


def uses(register: Register, vocabulary: str, code: str) -> tuple[Held, ...]:
    """How many records have a term, by noun, each with the list that shows them."""
    return tuple(one for one in _uses(register, vocabulary, code) if one.number)


def _uses(register: Register, vocabulary: str, code: str) -> Iterator[Held]:
    for noun, name in USED_IN.get(vocabulary, ()):
        rows = ListRequest(noun, filters=((name, code),))
        yield Held(noun, number_of(register, rows), {}, rows)


def offered(register: Register, vocabulary: str, time: tuple[str, str]) -> list[Term]:
    """The terms that a form for a time (its first and last day) offers: valid then, not retired.

    What a record once brought into the vocabulary and no record has any more was a slip.
    """
    own = {row["code"] for row in register.rows(_UNMEANT, (vocabulary, SEEDED_BEFORE))}
    if own and vocabulary in _COLUMNS:
        table, column = _COLUMNS[vocabulary]
        sql = f"SELECT DISTINCT {column} AS code FROM {table} WHERE cancelled_on IS NULL"
        own -= {row["code"] for row in register.rows(sql)}
    asked = {"vocabulary": vocabulary, "first": time[0], "last": time[1]}
    ended = {row["code"] for row in register.rows(_ENDED, asked)}
    return [t for t in register.vocabularies.of(vocabulary) if t.code not in own | ended]


_UNMEANT = "SELECT code FROM term WHERE vocabulary = ? AND position >= ? AND edited = 0"
_ENDED = """
SELECT code FROM term WHERE vocabulary = :vocabulary
  AND (retired_on <= :first OR valid_to < :first OR valid_from > :last)
"""

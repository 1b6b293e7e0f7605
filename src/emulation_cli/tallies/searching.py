"""`emul search`: every record whose name holds the words, without case or diacritics."""

from dataclasses import dataclass

from emulation_cli.domain.refs import Ref
from emulation_cli.domain.text import fold
from emulation_cli.register.store import Register


@dataclass(frozen=True)
class Found:
    """One record found: its short id, noun, name, and the unit or date that tells it apart."""

    id: str
    noun: str
    name: str
    detail: str


_SOURCES = {
    "exemplars": ("exemplar", "name_key", "name", "unit"),
    "models": ("model", "name_key", "name", "unit"),
    "honours": ("honour", "name_key", "recipient", "unit"),
    "events": ("event", "name_key", "name", "date"),
    "decisions": ("decision", "number_key", "number", "date"),
    "units": ("unit", "name_key", "name", "parent"),
}
# Looked through are the indexes *_by_name, a tenth of the table: `+id` keeps SQLite from reading
# the rows for the sake of their order.
_SEARCH = """
SELECT id, {name}, ifnull({detail}, '') FROM {noun} WHERE id IN
 (SELECT id FROM {table} WHERE {every} ORDER BY +id LIMIT {limit}) ORDER BY id
"""


def search(register: Register, words: str, limit: int = 50) -> list[Found]:
    """The records that hold every word, at most `limit` of each noun, by the order of nouns."""
    return [found for noun in _SOURCES for found in _search_noun(register, noun, words, limit)]


def _search_noun(register: Register, noun: str, words: str, limit: int) -> list[Found]:
    table, key, name, detail = _SOURCES[noun]
    folded = words.casefold().split() if key == "number_key" else fold(words).split()
    if not folded:
        return []
    every = " AND ".join(f"{key} LIKE ? ESCAPE '\\'" for _ in folded)
    sql = _SEARCH.format(noun=noun, table=table, name=name, detail=detail, every=every, limit=limit)
    rows = register.connection.execute(sql, [_containing(word) for word in folded])
    return [Found(str(Ref(noun, number)), noun, text, extra) for number, text, extra in rows]


def _containing(word: str) -> str:
    for special in "\\%_":
        word = word.replace(special, f"\\{special}")
    return f"%{word}%"


def matching_ids(register: Register, noun: str, text: str) -> list[tuple[int, str, str]]:
    """Number, name and date of the events or decisions that a text may name, exact ones first."""
    found = _search_noun(register, noun, text, limit=11)
    rows = [(int(one.id[1:]), one.name, one.detail) for one in found]
    exact = [row for row in rows if fold(row[1]) == fold(text)]
    return exact or rows

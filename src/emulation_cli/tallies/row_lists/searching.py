"""`emul search`: every record whose name holds the words, without case or diacritics."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from emulation_cli.domain.catalogue.nouns import BY_PLURAL
from emulation_cli.domain.catalogue.refs import LETTERS, Ref
from emulation_cli.domain.patterns import pattern
from emulation_cli.domain.text import fold
from emulation_cli.register.identity.stated import subject_of
from emulation_cli.register.store import Register


@dataclass(frozen=True)
class FoundRecord:
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
    "movements": ("movement", "name_key", "name", "date"),
    "presenters": ("presenter", "name_key", "name", "event"),
    "dossiers": ("dossier", "name_key", "name", "date"),
    "units": ("unit", "name_key", "name", "parent"),
}
# Looked through are the indexes *_by_name, a tenth of the table: `+id` keeps SQLite from reading
# the rows for the sake of their order.
_SEARCH = """
SELECT id, {name}, ifnull({detail}, '') FROM {noun} WHERE id IN
 (SELECT id FROM {table} WHERE {every} ORDER BY +id LIMIT {limit}) ORDER BY id
"""


NOUNS = tuple(_SOURCES)


def search(
    register: Register, words: str, limit: int = 50, nouns: Sequence[str] = NOUNS
) -> list[FoundRecord]:
    """The records that hold every word, at most `limit` of each noun, by the order of nouns."""
    return [found for noun in nouns for found in _search_noun(register, noun, words, limit)]


def with_subjects(register: Register, found: Sequence[FoundRecord]) -> list[FoundRecord]:
    """The records with those that they are one with under another name, by the order of nouns."""
    ids = {one.id for one in found}
    subjects = {subject_of(register.connection, one.id) for one in found} - ids
    others = [_record(register, ref.noun, ref.number) for ref in map(Ref.parse, sorted(subjects))]
    return sorted([*found, *others], key=lambda one: NOUNS.index(one.noun))


def _search_noun(register: Register, noun: str, words: str, limit: int) -> list[FoundRecord]:
    table, key, name, detail = _SOURCES[noun]
    folded = words.casefold().split() if key == "number_key" else fold(words).split()
    if not folded:
        return []
    every = " AND ".join(f"{key} LIKE ? ESCAPE '\\'" for _ in folded)
    sql = _SEARCH.format(noun=noun, table=table, name=name, detail=detail, every=every, limit=limit)
    rows = register.connection.execute(sql, [_containing(word) for word in folded])
    return [FoundRecord(str(Ref(noun, number)), noun, text, extra) for number, text, extra in rows]


# Of several records of one subject the one that it is called by.
_LATEST = """
SELECT id, {name}, ifnull({detail}, '') FROM {noun} WHERE cancelled_on IS NULL
 AND NOT EXISTS (SELECT 1 FROM subject_record AS s WHERE s.noun = '{letter}'
  AND s.record_id = {noun}.id AND s.subject <> '{letter}' || {noun}.id)
 ORDER BY {day}id DESC LIMIT ?
"""


def latest(register: Register, noun: str, most: int = 300) -> list[FoundRecord]:
    """The latest subjects of a noun: by their day where they have one, else by their id."""
    _table, _key, name, detail = _SOURCES[noun]
    day = "date DESC, " if detail == "date" else ""
    letter = LETTERS[noun]
    sql = _LATEST.format(noun=noun, name=name, detail=detail, day=day, letter=letter)
    rows = register.connection.execute(sql, (most,))
    return [FoundRecord(str(Ref(noun, number)), noun, text, extra) for number, text, extra in rows]


# Who is meant by a name is a subject first; what was given to it bears the same name.
_GIVEN = "honours"
_NAMED = 200  # of a noun, of which the likely ones are picked


def named(register: Register, text: str, nouns: Sequence[str] = NOUNS) -> list[FoundRecord]:
    """The records that a name may mean: called so, or holding it as it stands, or its words.

    An honour is meant where nothing else of its name is.
    """
    found = [one for noun in nouns for one in _search_noun(register, noun, text, limit=_NAMED)]
    asked = fold(text)
    called = [one for one in found if fold(one.name) == asked]
    called = called or [one for one in found if asked in fold(one.name)] or found
    subjects = [one for one in called if one.noun != _GIVEN]
    return subjects if len(subjects) == 1 else called


# Of so many names that hold a piece of each word the likely ones are picked.
_LOOKED_AT = 5_000
_LIKELY = """
SELECT id, {key} FROM {table} WHERE {every} ORDER BY +id LIMIT {limit}
"""
_SHORT = 4  # letters: of less no piece is left


def likely(
    register: Register, words: str, nouns: Sequence[str] = NOUNS, most: int = 20
) -> list[FoundRecord]:
    """The records of whose names every word is a slip of the finger away, the nearest first."""
    folded = fold(words).split()
    scored = [
        (distance, noun, number)
        for noun in nouns
        for number, key in _candidates(register, noun, folded)
        if (distance := _slips(folded, key.split())) is not None
    ]
    scored.sort(key=lambda one: (one[0], nouns.index(one[1]), one[2]))
    return [_record(register, noun, number) for _, noun, number in scored[:most]]


def _candidates(register: Register, noun: str, folded: Sequence[str]) -> list[tuple[int, str]]:
    """Names that hold a piece of every word: one slip leaves a third of a word as it was."""
    table, key, _name, _detail = _SOURCES[noun]
    long = [word for word in folded if len(word) >= _SHORT]
    pieces = [_pieces(word) for word in long or folded]
    if not pieces:
        return []
    either = f"{key} LIKE ? ESCAPE '\\'"
    every = " AND ".join("(" + " OR ".join(either for _ in some) + ")" for some in pieces)
    sql = _LIKELY.format(key=key, table=table, every=every, limit=_LOOKED_AT)
    patterns = [_containing(piece) for some in pieces for piece in some]
    return register.connection.execute(sql, patterns).fetchall()


def _pieces(word: str) -> list[str]:
    if len(word) < _SHORT - 1:
        return [word]
    third = max(len(word) // 3, 1)
    cuts = (word[:third], word[third : 2 * third], word[2 * third :])
    return [piece for piece in cuts if piece]


def _slips(asked: Sequence[str], name: Sequence[str]) -> int | None:
    """How many slips lie between the words that are asked and a name; None if too many."""
    from rapidfuzz.distance import OSA

    total = 0
    for word in asked:
        most = (len(word) > 2) + len(word) // 8
        least = min((OSA.distance(word, own, score_cutoff=most) for own in name), default=most + 1)
        if least > most:
            return None
        total += least
    return total


def _record(register: Register, noun: str, number: int) -> FoundRecord:
    _table, _key, name, detail = _SOURCES[noun]
    sql = f"SELECT {name}, ifnull({detail}, '') FROM {noun} WHERE id = ?"
    text, extra = register.connection.execute(sql, (number,)).fetchone()
    return FoundRecord(str(Ref(noun, number)), noun, text, extra)


_MOST_OFFERED = 50
_BRACKETS = pattern(r"[()]")


def meant_so_far(register: Register, typed: str, nouns: Sequence[str]) -> list[FoundRecord]:
    """What a record that she begins to name may be: an id that begins so, or words of its name.

    Names that hold the words as they stand, from the start of one, come first. Behind a name that
    several bear its unit may follow.
    """
    typed = _BRACKETS.sub(" ", typed).strip()
    noun = next((noun for noun in nouns if LETTERS[noun] == typed[:1].upper()), None)
    numbered: list[FoundRecord] = []
    if noun and typed[1:].isdecimal():
        ids = ids_beginning(register, noun, typed[1:], _MOST_OFFERED)
        numbered = [_record(register, noun, int(one[1:])) for one in ids]
    found = search(register, typed, _MOST_OFFERED, nouns) or _with_unit(register, typed, nouns)
    found = _standing(register, found)
    return numbered + sorted(found, key=lambda one: f" {fold(typed)}" not in f" {fold(one.name)}")


def _with_unit(register: Register, typed: str, nouns: Sequence[str]) -> list[FoundRecord]:
    """The records whose name holds the first words, and whose unit holds all that follow."""
    words = typed.split()
    for cut in range(len(words) - 1, 0, -1):
        if found := search(register, " ".join(words[:cut]), _LOOKED_AT, nouns):
            rest = [fold(word) for word in words[cut:]]
            of_unit = (one for one in found if all(word in fold(one.detail) for word in rest))
            return list(islice(of_unit, _MOST_OFFERED))
    return []


def _standing(register: Register, found: Sequence[FoundRecord]) -> list[FoundRecord]:
    """What was recorded more than once is one."""
    subjects = {one.id: subject_of(register.connection, one.id) for one in found}
    return [one for one in found if subjects[one.id] not in subjects.keys() - {one.id}]


def _containing(word: str) -> str:
    for special in "\\%_":
        word = word.replace(special, f"\\{special}")
    return f"%{word}%"


def ids_beginning(register: Register, noun: str, digits: str, most: int) -> list[str]:
    """The first ids of a noun that begin with these digits, in their order."""
    table = BY_PLURAL[noun].table
    spans = [(0, 10**18)]
    if number := int(digits or 0):
        spans = [(number * 10**tens, (number + 1) * 10**tens) for tens in range(19 - len(digits))]
    sql = f"SELECT id FROM {table} WHERE id >= ? AND id < ? ORDER BY id LIMIT ?"
    rows = (row for span in spans for row in register.connection.execute(sql, (*span, most)))
    return [str(Ref(noun, number)) for (number,) in islice(rows, most)]


def matching_ids(register: Register, noun: str, text: str) -> list[tuple[int, str, str]]:
    """Number, name and date of the events or decisions that a text may name, exact ones first."""
    found = _standing(register, _search_noun(register, noun, text, limit=11))
    rows = [(int(one.id[1:]), one.name, one.detail) for one in found]
    exact = [row for row in rows if fold(row[1]) == fold(text)]
    return exact or rows

"""Records that are one subject, as SQL: counted once, with what any of them has.

A row `r` is one of the views over exemplars, models and registrations: `subject` is what it
belongs to, `turn` its place among the records of its noun; most records are alone and have none.
"""

from collections.abc import Callable

from emulation_cli.register.store import Register

# How rows `s` of another table are looked for: the table, its key, the record, the condition.
Look = Callable[[str, str, str, str], str]
_LETTERS = {"exemplar_id": "X", "model_id": "M"}
_LETTER_OF = {"exemplars": "X", "models": "M", "registrations": "M"}
# Of several records the first one stands for all.
FIRST = "ifnull(r.turn, 0) = 0"


def each(table: str, key: str, record: str, condition: str) -> str:
    """The condition that a record `r` has such a row, looked for by its key, record by record."""
    return f"EXISTS (SELECT 1 FROM {table} AS s WHERE s.{key} = {record} AND {condition})"


def at_once(table: str, key: str, record: str, condition: str) -> str:
    """The same where no unit narrows a question: the rows are read once, not for each record."""
    found = f"SELECT s.{key} FROM {table} AS s WHERE s.{key} IS NOT NULL AND {condition}"
    return f"{record} IN ({found})"


def alone(table: str, key: str, record: str, condition: str) -> str:
    """As `at_once`, where no subject has several records of the noun."""
    return at_once(table, key, record, condition)


def looked_for(register: Register, noun: str, *, narrowed: bool) -> Look:
    """How rows are looked for in a question about all records of a noun, or about a few units."""
    if narrowed:
        return each
    asked = "SELECT 1 FROM subject_record WHERE noun = ? AND turn IS NOT NULL LIMIT 1"
    letter = _LETTER_OF.get(noun)
    return alone if letter and register.row(asked, (letter,)) is None else at_once


def any_has(look: Look, table: str, key: str, record: str, condition: str) -> str:
    """The condition that a record, or another one of its subject, has such a row."""
    if look is alone:
        return look(table, key, record, condition)
    letter = _LETTERS[key]
    if look is each:
        others = (
            f"EXISTS (SELECT 1 FROM subject_record AS o JOIN {table} AS s ON s.{key} = o.record_id"
            f" WHERE o.subject = r.subject AND o.noun = '{letter}' AND {condition})"
        )
    else:
        others = (
            f"r.subject IN (SELECT o.subject FROM {table} AS s JOIN subject_record AS o"
            f" ON o.noun = '{letter}' AND o.record_id = s.{key}"
            f" WHERE o.turn IS NOT NULL AND {condition})"
        )
    # Not «OR»: in what is selected SQLite asks both sides of it for every row.
    own = look(table, key, record, condition)
    return f"CASE WHEN {own} THEN 1 ELSE r.turn IS NOT NULL AND {others} END"


def honoured(look: Look, condition: str) -> str:
    """The condition that the subject of a record has such an honour."""
    if look is each:
        return (
            "EXISTS (SELECT 1 FROM subject_record AS o JOIN honours AS s ON s.id = o.record_id"
            f" WHERE o.subject = r.subject AND o.noun = 'H' AND {condition})"
        )
    return f"r.subject IN (SELECT s.subject FROM honours AS s WHERE {condition})"


def leads(look: Look, table: str, key: str, condition: str) -> str:
    """The condition that no other record of the subject has an earlier such row than `r`.

    What counts has its unit and field from the record with the earliest date in the period.
    """
    if look is alone:
        return "1"
    letter = _LETTERS[key]
    own = f"SELECT min(s.date), r.turn FROM {table} AS s WHERE s.{key} = r.id AND {condition}"
    return (
        f"(r.turn IS NULL OR NOT EXISTS (SELECT 1 FROM subject_record AS o JOIN {table} AS s"
        f" ON s.{key} = o.record_id WHERE o.subject = r.subject AND o.noun = '{letter}'"
        f" AND {condition} AND (s.date, o.turn) < ({own})))"
    )


def records(noun: str) -> str:
    """The numbers of all records of the subject of `r`, itself among them."""
    letter = {"exemplars": "X", "models": "M"}[noun]
    return f"SELECT record_id FROM subject_record WHERE subject = r.subject AND noun = '{letter}'"


def of_all(noun: str, key: str, sql: str, look: Look = each) -> str:
    """A value read from rows of another table: of the record `r`, or of all of its subject.

    `sql` has {{own}} where the rows are chosen by the key.
    """
    own = sql.format(own=f"{key} = r.id")
    if look is alone:
        return own
    together = sql.format(own=f"{key} IN ({records(noun)})")
    return f"CASE WHEN r.turn IS NULL THEN {own} ELSE {together} END"


def honours_of(subject: str) -> str:
    """The numbers of the honours of a subject, an SQL expression; its own id may be one."""
    return (
        f"SELECT record_id FROM subject_record WHERE subject = {subject} AND noun = 'H'"
        f" UNION ALL SELECT CAST(substr({subject}, 2) AS INTEGER) WHERE {subject} GLOB 'H*'"
    )

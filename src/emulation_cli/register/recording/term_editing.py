"""The clerk's vocabularies: terms edited, retired, and two terms made one."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from emulation_cli.domain.errors import Refused
from emulation_cli.domain.text import comparing_key
from emulation_cli.register.log.lasting_tables import lasting
from emulation_cli.register.store import Register

# Fields, forms, titles, categories and event types are the clerk's to join; the others count.
OWN_VOCABULARIES = (
    "exemplar_field", "form", "title", "category", "event_type", "publication_type",
)  # fmt: skip


class JoinedTerms(NamedTuple):
    """The label that stayed, the one that became another name of it, how many rows follow."""

    kept: str
    given_up: str
    moved: int


def term_columns(before: Mapping[str, Any], values: Mapping[str, Any]) -> dict[str, Any]:
    """What an edit of a term writes: its other names in one column, and that she edited it."""
    names = values.get("other_names")
    own = {} if names is None else {"other_names": "; ".join(names)}
    changed = any(
        before[name] != value for name, value in (own | dict(values)).items() if name in before
    )
    return own | ({"edited": 1} if changed else {})


def check_names(register: Register, before: Mapping[str, Any], row: Mapping[str, Any]) -> None:
    """Refuse a name that another term of the vocabulary has: no text means two things."""
    names = [row[name] for name in ("label_vi", "label_en") if row.get(name)]
    names += filter(None, str(row.get("other_names") or "").split("; "))
    for name in names:
        for term in register.vocabularies.of(before["vocabulary"]):
            taken = comparing_key(name) in map(comparing_key, term.names)
            if taken and term.code != before["code"]:
                raise Refused("domain.term_exists", text=name, code=term.code)


def join_terms(register: Register, kept: int, given_up: int) -> JoinedTerms:
    """Make one term of two of one vocabulary, as one change: all records follow.

    The label of the other becomes another name of the kept one. Raises Refused where they are of
    two vocabularies, or of one that the counting rests on.
    """
    with register.change():
        one, other = (_existing(register, number) for number in (kept, given_up))
        vocabulary = one["vocabulary"]
        if vocabulary != other["vocabulary"] or kept == given_up:
            raise Refused("terms.cannot_join", one=one["label_vi"], other=other["label_vi"])
        if vocabulary not in OWN_VOCABULARIES:
            raise Refused("terms.not_hers", name=other["label_vi"])
        moved = sum(
            register.connection.execute(
                f"UPDATE {table} SET {column} = ? WHERE {column} = ? AND {of} = ?",
                (one["code"], other["code"], vocabulary),
            ).rowcount
            for table, column, of in coded_columns(register)
        )
        register.connection.execute("DELETE FROM term WHERE id = ?", (given_up,))
        names = {"other_names": "; ".join(_names_of_both(one, other)), "edited": 1}
        register.update("term", kept, names)
    return JoinedTerms(one["label_vi"], other["label_vi"], moved)


def _existing(register: Register, number: int) -> dict[str, Any]:
    row = register.row("SELECT * FROM term WHERE id = ?", (number,))
    if row is None:
        raise Refused("domain.no_such_id", id=f"T{number}")
    return row


def _names_of_both(one: Mapping[str, Any], other: Mapping[str, Any]) -> list[str]:
    names = [
        *one["other_names"].split("; "), other["label_vi"], other["label_en"],
        *other["other_names"].split("; "),
    ]  # fmt: skip
    own = {comparing_key(one[name]) for name in ("label_vi", "label_en", "code")}
    by_key = {comparing_key(name): name for name in reversed(names) if name}
    return [name for key, name in reversed(by_key.items()) if key not in own]


def coded_columns(register: Register) -> Iterator[tuple[str, str, str]]:
    """Every table, its column that holds a code, and the column that names the vocabulary."""
    for name, table in lasting(register.connection).items():
        for column, vocabulary in table.terms.items():
            yield name, column, vocabulary

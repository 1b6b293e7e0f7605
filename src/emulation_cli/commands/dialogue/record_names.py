"""One way to name a record wherever an id is taken: the id, its name, a part of its name."""

import re
from collections.abc import Collection, Sequence

from emulation_cli import words
from emulation_cli.commands.dialogue import questions
from emulation_cli.commands.dialogue.choosing import Choice, Fitting
from emulation_cli.commands.frame.desk import tell
from emulation_cli.domain.catalogue.refs import LETTERS, Ref
from emulation_cli.domain.errors import Refused
from emulation_cli.domain.patterns import pattern
from emulation_cli.register.store import Register
from emulation_cli.tallies.row_lists.searching import (
    NOUNS,
    FoundRecord,
    latest,
    likely,
    meant_so_far,
    named,
)

_ID = pattern(rf"[{''.join(LETTERS.values())}]\d+", re.IGNORECASE)
_LISTED = 10


def is_id(text: str) -> bool:
    """Whether a text is written as an id, X12 or x12."""
    return bool(_ID.fullmatch(text.strip()))


def meant(register: Register, text: str, nouns: Sequence[str] = NOUNS) -> str:
    """The id of the one record that a text means; raises Refused with those that it may mean.

    On a terminal the clerk chooses among several, and among names like one that is not there.
    """
    if is_id(text):
        return text.strip().upper()
    found = named(register, text, nouns)
    if len(found) == 1:
        tell("find.meant", id=found[0].id, name=found[0].name)
        return found[0].id
    near = found or likely(register, text, nouns)
    if near and questions.possible():
        return _chosen(text, near, known=bool(found))
    if not near:
        raise Refused("cli.no_record_named", text=text)
    sentence = "cli.several_named" if found else "cli.no_record_but"
    raise Refused(sentence, text=text, found=_listed(near))


def meant_all(
    register: Register, texts: Collection[str], nouns: Sequence[str] = NOUNS
) -> list[str]:
    """The ids of several records, each named in its own way."""
    return [meant(register, text, nouns) for text in texts]


def records_offered(register: Register, nouns: Sequence[str]) -> Fitting[Ref]:
    """The records of these nouns that fit what is typed; nothing typed: the latest."""

    def fitting(typed: str) -> list[Choice[Ref]]:
        if typed.strip():
            found = meant_so_far(register, typed, nouns)
        else:
            found = [one for noun in nouns for one in latest(register, noun)]
        return [(_line(one), Ref.parse(one.id)) for one in found]

    return fitting


def ask_which(
    register: Register, question: str, nouns: Sequence[str] = (), on_enter: str = ""
) -> Ref | None:
    """The record, of these nouns or of any, that she chooses while typing, or names.

    None for Enter alone, where that is offered `on_enter`.
    """
    nouns = nouns or NOUNS
    offered = records_offered(register, nouns)
    nothing: Choice[Ref | None] | None = (on_enter, None) if on_enter else None
    return questions.ask(
        question,
        lambda text: Ref.parse(meant(register, text, nouns)),
        tuple,
        on_enter=nothing,
        offered=lambda typed: offered(typed) if typed.strip() else (),
    )


def _chosen(text: str, found: Sequence[FoundRecord], *, known: bool) -> str:
    tell("find.several_named" if known else "find.names_like_it", text=text)
    choices = [(_line(one), one.id) for one in found]

    def read(answer: str) -> str:
        if is_id(answer):
            return answer.strip().upper()
        raise Refused("cli.no_record_named", text=answer)

    return questions.ask(words.say("find.which_record"), read, lambda: choices, at_once=True)


def _listed(found: Sequence[FoundRecord]) -> str:
    more = " …" if len(found) > _LISTED else ""
    return "; ".join(map(_line, found[:_LISTED])) + more


def _line(found: FoundRecord) -> str:
    """«X12 Lê Văn A (Xã Cẩm Duệ)», a date as offices write it."""
    dated = found.detail[:4].isdecimal()
    detail = words.date(found.detail) if dated else found.detail
    return f"{found.id} {found.name}" + (f" ({detail})" if detail else "")

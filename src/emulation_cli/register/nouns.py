"""The nouns of the register: their tables, the letters of their ids, and the columns one may give.

One declaration serves recording, editing, importing and showing.
"""

from functools import cache
from typing import NamedTuple

from emulation_cli.domain.errors import Refused


class Column(NamedTuple):
    """A column that a clerk may fill. `type` says how its text is read.

    Types: text, date, day, integer, amount, boolean, unit, event, decision, record (X12 or M7),
    period, section (of a report),
    names (several, separated by semicolons) or term:VOCABULARY.
    """

    name: str
    type: str = "text"
    required: bool = False


class Noun(NamedTuple):
    """A register: `plural` is the word of the contracts, `table` its table."""

    plural: str
    table: str
    letter: str
    title: str
    columns: tuple[Column, ...]

    def column(self, name: str) -> Column | None:
        """The column of this name, or None."""
        return columns_by_name(self.plural).get(name)


def _required(name: str, type: str = "text") -> Column:
    return Column(name, type, required=True)


_STATED = tuple(
    Column(f"stated_{kind}", "integer") for kind in ("collectives", "individuals", "households")
)

NOUNS = (
    Noun(
        "units",
        "unit",
        "U",
        "name",
        (
            _required("name"),
            _required("type", "term:unit_type"),
            Column("code"),
            Column("parent", "unit"),
            Column("unit_group"),
            Column("valid_from", "day"),
            Column("valid_to", "day"),
            Column("other_names", "names"),
        ),
    ),
    Noun(
        "exemplars",
        "exemplar",
        "X",
        "name",
        (
            _required("name"),
            _required("kind", "term:kind"),
            _required("unit", "unit"),
            _required("field", "term:exemplar_field"),
            Column("birth_year", "integer"),
            Column("gender", "term:gender"),
            Column("position"),
            Column("works_directly", "boolean"),
            Column("leads", "boolean"),
            Column("summary"),
            Column("movement", "term:movement"),
            Column("model", "record"),
        ),
    ),
    Noun(
        "models",
        "model",
        "M",
        "name",
        (
            _required("name"),
            _required("unit", "unit"),
            _required("field", "term:model_field"),
            Column("kind", "term:kind"),
            Column("leader"),
            Column("address"),
            Column("summary"),
            Column("movement", "term:movement"),
        ),
    ),
    Noun(
        "events",
        "event",
        "E",
        "name",
        (
            _required("name"),
            _required("type", "term:event_type"),
            _required("date", "date"),
            Column("place"),
            Column("organiser", "organiser"),
            Column("movement", "term:movement"),
            Column("period_reviewed"),
            Column("attendance", "integer"),
        ),
    ),
    Noun(
        "decisions",
        "decision",
        "D",
        "number",
        (
            _required("number"),
            _required("date", "date"),
            _required("body"),
            _required("level", "term:level"),
            Column("system", "term:system"),
            Column("signer"),
            Column("signer_position"),
            Column("abstract"),
            Column("category", "term:category"),
            *_STATED,
        ),
    ),
    Noun(
        "honours",
        "honour",
        "H",
        "recipient",
        (
            _required("recipient"),
            _required("kind", "term:kind"),
            _required("unit", "unit"),
            _required("act", "term:act"),
            Column("honorific"),
            Column("position"),
            Column("form", "form"),
            Column("category", "term:category"),
            Column("movement", "term:movement"),
            Column("decision", "decision"),
            Column("event", "event"),
            Column("date", "date"),
            Column("achievement_year", "integer"),
            Column("achievement"),
            Column("amount", "amount"),
            Column("status", "term:honour_status"),
            Column("for", "record"),
        ),
    ),
    Noun(
        "figures",
        "reported_figure",
        "F",
        "name",
        (
            _required("name"),
            _required("section", "section"),
            _required("value", "integer"),
            _required("period", "period"),
            _required("source"),
            Column("unit", "unit"),
        ),
    ),
    Noun("imports", "import", "I", "id", ()),
)
BY_PLURAL = {noun.plural: noun for noun in NOUNS}
BY_LETTER = {noun.letter: noun for noun in NOUNS}


@cache
def columns_by_name(plural: str) -> dict[str, Column]:
    """The columns of a noun that one may give."""
    return {column.name: column for column in BY_PLURAL[plural].columns}


@cache
def plain_columns(plural: str) -> frozenset[str]:
    """The columns whose values are stored as they are: text, numbers, days, codes."""
    stored_so = ("text", "integer", "amount", "day", "term")
    columns = BY_PLURAL[plural].columns
    return frozenset(c.name for c in columns if c.type.partition(":")[0] in stored_so)


def parse_id(text: str) -> tuple[Noun, int]:
    """`X12` or `x12` to its noun and number; raises Refused for anything else."""
    letter = text[:1].upper()
    if letter not in BY_LETTER or (number := number_of(text)) is None:
        raise Refused("domain.no_such_id", id=text)
    return BY_LETTER[letter], number


def number_of(text: str) -> int | None:
    """The number of an id such as `X12`; None where the text is none that SQLite could hold."""
    number = text[1:]
    readable = number.isascii() and number.isdigit() and len(number) <= 18
    return int(number) if readable else None


def short_id(noun: str, number: int) -> str:
    """The id on screen: `short_id("models", 7)` is `M7`."""
    return f"{BY_PLURAL[noun].letter}{number}"

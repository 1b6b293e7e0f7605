"""Words for the codes in a list, and for its columns."""

from collections.abc import Callable
from itertools import groupby
from typing import Any

from emulation_cli import words
from emulation_cli.domain.catalogue.fields import Field
from emulation_cli.domain.catalogue.nouns import BY_PLURAL
from emulation_cli.domain.text import safe

Label = Callable[[str, str], str | None]

# Columns that follow from others; every field's own is shown as its type says.
_VOCABULARIES = {
    "stage": ("milestone",),
    "recognised": ("level",),
    "register": ("list",),
    "vocabulary": ("vocabulary",),
    "due": ("due", "title", "form"),
}
_BY_NOUN = {
    ("models", "status"): ("model_status",),
    ("due", "kind"): ("kind",),
    ("due", "reason"): ("due",),
}
_OTHERS = {"cancelled_on": "date", "first_registered": "year"}
# Columns that hold several codes with blanks between them.
_SEVERAL = {"recognised"}


def column_title(noun: str, column: str) -> str:
    """The heading of a column on screen; its own name where there is no word for it.

    Units and terms have codes of their own: beside one of the same word the id says whose it is.
    """
    label = words.label(column, noun)
    alike = column == "id" and _field(noun, "code") and label == words.label("code", noun)
    return words.say("template.id") if alike else label


def _field(noun: str, column: str) -> Field | None:
    known = BY_PLURAL.get(noun)
    return (known.field(column) or known.field_of(column)) if known else None


def shown_as(noun: str, column: str) -> str:
    """How a value of a column is written: as a date, a year, money, a label, else as text."""
    if (noun, column) in _BY_NOUN or column in _VOCABULARIES:
        return "label"
    field = _field(noun, column)
    return _OTHERS.get(column) or (field.type.shown if field else "text")


def _vocabularies(noun: str, column: str) -> tuple[str, ...]:
    """The vocabularies that a column's codes may be of."""
    if special := _BY_NOUN.get((noun, column)) or _VOCABULARIES.get(column):
        return special
    field = _field(noun, column)
    if field is None:
        return ()
    return field.type.vocabularies or ((field.type.shown,) if field.type.worded else ())


_MOMENT = "at"


def cell_text(noun: str, column: str, value: Any, label: Label | None = None) -> str:
    """A value of a list as a person reads it: labels for codes, dates as offices write them."""
    if value is None or value == "":
        return ""
    text = safe(str(value))
    if special := _SPECIAL.get(column):
        return special(text, label)
    if vocabularies := _vocabularies(noun, column):
        codes = text.split() if column in _SEVERAL else [text]
        return ", ".join(safe(term_label(vocabularies, code, label)) for code in codes)
    shown = shown_as(noun, column)
    if column == _MOMENT or shown == "date":
        return words.moment(text) if column == _MOMENT else words.date(text)
    if shown == "money" and isinstance(value, int):
        return words.number(value)
    return text


def reader(noun: str, column: str, label: Label | None = None) -> Callable[[Any], str]:
    """`cell_text` for a whole column: of what is no plain text each value is read once."""
    plain = column not in _SPECIAL and not _vocabularies(noun, column)
    if plain and shown_as(noun, column) not in ("date", "money"):
        return _plain_text
    return _Texts(noun, column, label).__getitem__


def _plain_text(value: Any) -> str:
    return "" if value is None else safe(str(value))


class _Texts(dict[Any, str]):
    """The texts of a column by its values."""

    def __init__(self, noun: str, column: str, label: Label | None) -> None:
        self._asked = noun, column, label

    def __missing__(self, value: Any) -> str:
        noun, column, label = self._asked
        self[value] = text = cell_text(noun, column, value, label)
        return text


def term_label(vocabularies: tuple[str, ...], code: str, label: Label | None) -> str:
    """The label of a code: the caller's, else the program's own words, else the code."""
    for vocabulary in vocabularies:
        given = label(vocabulary, code) if label else None
        if given and given != code:
            return given
        for key in (f"lists.{vocabulary}.{code}", f"record.{vocabulary}.{code}"):
            if words.known(key):
                return words.say(key)
    return code


def _years(text: str, label: Label | None) -> str:
    """`2021:new 2022:continued 2023:continued` as «2021 đăng ký mới; 2022, 2023 duy trì»."""
    parts = [part.partition(":") for part in text.split()]
    said = []
    for status, of_status in groupby(parts, key=lambda part: part[2]):
        years = ", ".join(year for year, _, _ in of_status)
        told = term_label(("registration_status",), status, label).lower() if status else ""
        said.append(f"{years} {told}".strip())
    return "; ".join(said)


# Columns that are read in a way of their own.
_SPECIAL: dict[str, Callable[[str, Label | None], str]] = {
    "years": _years,
    "settle": lambda text, _label: words.command_line(text),
}

"""Words for the codes in a list, and for its columns."""

from collections.abc import Callable
from itertools import groupby
from typing import Any

from emulation_cli import words
from emulation_cli.domain.text import safe

Label = Callable[[str, str], str | None]

# The vocabularies that a column's codes may be of; a type and a field mean different ones by noun.
_VOCABULARIES = {
    "kind": ("kind",),
    "act": ("act",),
    "form": ("form", "title"),
    "title": ("title",),
    "category": ("category",),
    "level": ("level",),
    "recognised": ("level",),
    "gender": ("gender",),
    "stage": ("milestone",),
    "movement": ("movement",),
    "register": ("list",),
    "section": ("section",),
    "vocabulary": ("vocabulary",),
    "system": ("system",),
    "class": ("class",),
    "works_directly": ("yes_no",),
    "leads": ("yes_no",),
}
_BY_NOUN = {
    ("units", "type"): ("unit_type",),
    ("events", "type"): ("event_type",),
    ("exemplars", "field"): ("exemplar_field",),
    ("models", "field"): ("model_field",),
    ("models", "status"): ("model_status",),
    ("honours", "status"): ("honour_status",),
}
# Columns that hold several codes with blanks between them.
_SEVERAL = {"recognised"}
_DATES = {
    "date", "discovered", "fostered", "multiplied", "valid_from", "valid_to",
    "cancelled_on", "retired_on",
}  # fmt: skip
_YEARS = {"birth_year", "year", "first_registered", "achievement_year"}
_MONEY = {"amount"}


def column_title(column: str) -> str:
    """The heading of a column on screen; its own name where there is no word for it."""
    key = f"lists.column.{column}"
    return words.say(key) if words.known(key) else column


def is_date(column: str) -> bool:
    return column in _DATES


def is_year(column: str) -> bool:
    return column in _YEARS


def cell_text(noun: str, column: str, value: Any, label: Label | None = None) -> str:
    """A value of a list as a person reads it: labels for codes, dates as offices write them."""
    if value is None or value == "":
        return ""
    text = safe(str(value))
    if column in _DATES:
        return words.date(text)
    if column == "years":
        return _years(text, label)
    if column in _MONEY and isinstance(value, int):
        return words.number(value)
    if vocabularies := _BY_NOUN.get((noun, column)) or _VOCABULARIES.get(column):
        codes = text.split() if column in _SEVERAL else [text]
        return ", ".join(safe(term_label(vocabularies, code, label)) for code in codes)
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

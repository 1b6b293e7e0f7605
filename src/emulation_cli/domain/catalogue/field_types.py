"""The types of fields: how a text is read, which converter reads a cell, what is stored.

A type reads what a clerk types by `read`; what only a register knows it asks of a `Finder`. The
cells of lists are read by the converter that `cell` names (intake/columns/field_readers.py).
"""

import re
from collections.abc import Sequence
from typing import Any, Protocol

from emulation_cli.domain.catalogue.refs import Ref
from emulation_cli.domain.errors import Usage
from emulation_cli.domain.offices.units import Unit
from emulation_cli.domain.terms import Term
from emulation_cli.domain.text import clean, fold
from emulation_cli.domain.times.partial_date import PartialDate, latest_year
from emulation_cli.domain.times.period import Period

Row = dict[str, Any]


class Finder(Protocol):
    """The terms, units and records of a register, found by what a clerk writes."""

    def term(self, option: str, vocabularies: Sequence[str], text: str) -> Term: ...

    def unit(self, text: str) -> Unit: ...

    def organiser(self, text: str) -> Unit | str: ...

    def record(self, option: str, nouns: Sequence[str], text: str) -> Ref: ...

    def movement(self, option: str, text: str) -> Ref | str: ...

    def noun(self, option: str, nouns: Sequence[str], text: str) -> str: ...


class FieldType:
    """Text as it was written. The other types differ from it in what they override.

    `word` stands for a value in help, `shown` says how a value is written for a reader: one that
    is `worded` by the program's own words of that name.
    """

    word = "text"
    cell = "text"
    shown = "text"
    worded = False
    vocabularies: tuple[str, ...] = ()

    def read(self, text: str, option: str, finder: Finder) -> Any:
        """The value that a text means; raises Usage or Refused, naming the option."""
        del finder
        if cleaned := clean(text):
            return cleaned
        raise Usage("cli.empty_value", option=option)

    def columns(self, name: str) -> tuple[str, ...]:
        """The columns of the table that hold the field."""
        return (name,)

    def stored(self, name: str, value: Any) -> Row:
        """The columns and what they hold for a value; None empties them."""
        return {name: value}


class NumberText(FieldType):
    """The number of a document with its symbol: 163/QĐ-UBND."""

    cell = "number_text"


class Switch(FieldType):
    """Said or not: an option without a value."""


class Number(FieldType):
    """A whole number of at most nine digits, between the bounds that the table holds too."""

    word = "number"
    cell = "number"
    shown = "number"

    def __init__(self, least: int = 0, most: int = 999_999_999, cell: str = "") -> None:
        self.least, self.most = least, most
        self.cell = cell or type(self).cell

    def read(self, text: str, option: str, finder: Finder) -> int:
        del finder
        if not re.fullmatch(r"[0-9]{1,9}", text.strip()):
            raise Usage("cli.not_a_number", option=option, text=text)
        number = int(text)
        if not self.least <= number <= self.most:
            raise Usage(
                "cli.out_of_bounds", option=option, text=text, least=self.least, most=self.most
            )
        return number


class YearNumber(Number):
    """A year that is stored as a number: of birth, of an achievement."""

    word = "year"
    cell = "year"
    shown = "year"

    def read(self, text: str, option: str, finder: Finder) -> int:
        year = super().read(text, option, finder)
        if year > latest_year():
            raise Usage("cli.not_a_year", option=option, text=text)
        return year


# Đồng: beyond it no award goes, and a million of them can still be added up.
LARGEST_AMOUNT = 10**12


class Amount(FieldType):
    """Whole đồng: 500000, 500.000, 500,000 đ, 1 000 000 VND."""

    word = "number"
    cell = "amount"
    shown = "money"

    def read(self, text: str, option: str, finder: Finder) -> int:
        del finder
        bare = re.sub(r"\s*(?:d|dong|vnd)$", "", fold(text))
        if not re.fullmatch(r"[0-9]{1,15}|[0-9]{1,3}(?:([., ])[0-9]{3})(?:\1[0-9]{3})*", bare):
            raise Usage("cli.not_an_amount", option=option, text=text)
        amount = re.sub(r"\D", "", bare)
        if len(amount) > len(str(LARGEST_AMOUNT)) or int(amount) > LARGEST_AMOUNT:
            raise Usage("cli.not_an_amount", option=option, text=text)
        return int(amount)


class Date(FieldType):
    """A day, a month or a year."""

    word = "date"
    cell = "date"
    shown = "date"

    def read(self, text: str, option: str, finder: Finder) -> Any:
        del option, finder
        return PartialDate.parse(text)

    def stored(self, name: str, value: Any) -> Row:
        return {name: value.iso if isinstance(value, PartialDate) else value}


class Day(Date):
    """A whole day, as an ISO day."""

    def read(self, text: str, option: str, finder: Finder) -> str:
        del finder
        day = PartialDate.parse(text)
        if day.first != day.last:
            raise Usage("cli.not_a_day", option=option, text=text)
        return day.iso


class Year(Date):
    """A date of which only the year is meant."""

    word = "year"
    cell = "year"
    shown = "year"

    def read(self, text: str, option: str, finder: Finder) -> PartialDate:
        del finder
        date = PartialDate.parse(text)
        if date.iso != f"{date.year}":
            raise Usage("cli.not_a_year", option=option, text=text)
        return date


class PeriodText(FieldType):
    """A period, kept as it was written with its two ends."""

    word = "period"

    def read(self, text: str, option: str, finder: Finder) -> Period:
        del option, finder
        return Period.parse(text)

    def columns(self, name: str) -> tuple[str, ...]:
        return (name, "first_day", "last_day")

    def stored(self, name: str, value: Period) -> Row:
        return {name: value.text, "first_day": value.first, "last_day": value.last}


_BOOLEANS = dict.fromkeys(("co", "c", "yes", "y", "1", "x", "true"), True) | dict.fromkeys(
    ("khong", "k", "no", "n", "0", "false"), False
)


class YesNo(FieldType):
    """Yes, no, or not known."""

    word = "yes_no"
    cell = "yes"
    shown = "yes_no"
    worded = True

    def read(self, text: str, option: str, finder: Finder) -> bool:
        del finder
        if (found := _BOOLEANS.get(fold(text))) is None:
            raise Usage("cli.not_yes_or_no", option=option, text=text)
        return found

    def stored(self, name: str, value: bool | None) -> Row:
        return {name: None if value is None else int(value)}


class Names(FieldType):
    """Several names in a table of their own, written with semicolons between them."""

    word = "name"
    cell = "several"

    def read(self, text: str, option: str, finder: Finder) -> tuple[str, ...]:
        del option, finder
        return tuple(name for part in text.split(";") if (name := clean(part)))

    def columns(self, name: str) -> tuple[str, ...]:
        del name
        return ()

    def stored(self, name: str, value: Any) -> Row:
        del name, value
        return {}


class OneOf(FieldType):
    """One of a few words that are the program's own."""

    word = "code"

    def __init__(self, *codes: str) -> None:
        self.codes = codes

    def read(self, text: str, option: str, finder: Finder) -> str:
        del finder
        if text.lower() in self.codes:
            return text.lower()
        raise Usage("cli.unknown_term", option=option, text=text, near="; ".join(self.codes))


class SectionName(FieldType):
    """A part of the report, by the word for its records."""

    word = "code"
    shown = "section"
    worded = True
    sections = ("exemplars", "models", "events", "honours")

    def read(self, text: str, option: str, finder: Finder) -> str:
        return finder.noun(option, self.sections, text)

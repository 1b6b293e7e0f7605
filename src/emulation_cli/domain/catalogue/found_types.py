"""The types of fields whose values only a register knows: codes, units, other records."""

from typing import Any

from emulation_cli.domain.catalogue.field_types import FieldType, Finder, Row
from emulation_cli.domain.catalogue.refs import Ref
from emulation_cli.domain.offices.units import Unit
from emulation_cli.domain.terms import Term


class Coded(FieldType):
    """A code of a vocabulary, given as code, label or abbreviation.

    `cell` is the converter of cells, by default called like the vocabulary. What an `open`
    vocabulary does not have becomes a term of its own.
    """

    word = "code"
    shown = "label"

    def __init__(self, vocabulary: str, cell: str = "", *, open: bool = False) -> None:
        self.vocabularies = (vocabulary,)
        self.cell = cell or vocabulary
        self.open = open

    def read(self, text: str, option: str, finder: Finder) -> str:
        if self.open:
            return str(super().read(text, option, finder))
        return finder.term(option, self.vocabularies, text).code

    def stored(self, name: str, value: Any) -> Row:
        return {name: value.code if isinstance(value, Term) else value}


class FormOrTitle(FieldType):
    """The form of an award or the title: one question of the clerk, two vocabularies."""

    word = "code"
    cell = "form"
    shown = "label"
    vocabularies = ("form", "title")

    def read(self, text: str, option: str, finder: Finder) -> Term:
        return finder.term(option, self.vocabularies, text)

    def columns(self, name: str) -> tuple[str, ...]:
        del name
        return self.vocabularies

    def stored(self, name: str, value: Term | None) -> Row:
        del name
        empty: Row = dict.fromkeys(self.vocabularies)
        return empty | ({value.vocabulary: value.code} if value else {})


class OfUnit(FieldType):
    """A unit of the register; `cell` is the converter of its cells."""

    word = "unit"
    shown = "unit"

    def __init__(self, cell: str = "unit") -> None:
        self.cell = cell

    def read(self, text: str, option: str, finder: Finder) -> Unit:
        del option
        return finder.unit(text)

    def columns(self, name: str) -> tuple[str, ...]:
        return (f"{name}_id",)

    def stored(self, name: str, value: Unit | None) -> Row:
        return {f"{name}_id": value.id if value else None}


class Organiser(FieldType):
    """A unit where the register has it, else a body as it was written."""

    word = "unit"
    cell = "organiser"

    def read(self, text: str, option: str, finder: Finder) -> Unit | str:
        del option
        return finder.organiser(text)

    def columns(self, name: str) -> tuple[str, ...]:
        return (name, "unit_id")

    def stored(self, name: str, value: Unit | str | None) -> Row:
        unit = value if isinstance(value, Unit) else None
        return {name: unit.name if unit else value, "unit_id": unit.id if unit else None}


class OfRecord(FieldType):
    """A record of one of some nouns: by its id, or by a name or number that only one has.

    `pointing` are the nouns with the column that points to each.
    """

    word = "id"
    shown = "record"

    def __init__(self, **columns: str) -> None:
        self.pointing = columns

    def read(self, text: str, option: str, finder: Finder) -> Ref:
        return finder.record(option, tuple(self.pointing), text)

    def columns(self, name: str) -> tuple[str, ...]:
        del name
        return tuple(self.pointing.values())

    def stored(self, name: str, value: Ref | None) -> Row:
        del name
        empty: Row = dict.fromkeys(self.pointing.values())
        return empty | ({self.pointing[value.noun]: value.number} if value else {})

    def pointed(self, column: str, number: int) -> Ref:
        """The record that a column of the field points to."""
        nouns = {pointing: noun for noun, pointing in self.pointing.items()}
        return Ref(nouns[column], number)


class OfMovement(OfRecord):
    """A movement: one that the register has, or a text that becomes one of its own."""

    word = "text"

    def __init__(self) -> None:
        super().__init__(movements="movement_id")

    def read(self, text: str, option: str, finder: Finder) -> Any:
        return finder.movement(option, text)

"""What a field and a noun are, and the types that fields of the catalogue share."""

from functools import cached_property
from typing import NamedTuple

from emulation_cli.domain.catalogue.field_types import (
    Date,
    Day,
    FieldType,
    Names,
    Number,
    NumberText,
    Switch,
    Year,
    YearNumber,
    YesNo,
)
from emulation_cli.domain.catalogue.found_types import Coded, OfMovement, OfRecord, OfUnit
from emulation_cli.domain.catalogue.refs import LETTERS

TEXT, DATE, DAY, YEAR, UNIT, YES_NO = FieldType(), Date(), Day(), Year(), OfUnit(), YesNo()
FLAG, NAMES, COUNT, NUMBER_TEXT = Switch(), Names(), Number(), NumberText()
KIND, ACT, LEVEL, GENDER = Coded("kind"), Coded("act"), Coded("level"), Coded("gender")
CATEGORY, SYSTEM, MOVEMENT = Coded("category"), Coded("system"), OfMovement()
DECISION, EVENT = OfRecord(decisions="decision_id"), OfRecord(events="event_id")
BIRTH_YEAR, ACHIEVEMENT_YEAR = YearNumber(1850, 2200, "birth_year"), YearNumber(1945, 2200)
# Where a field stands in forms: in those to fill in, in full ones where it holds something.
EMPTY, FULL, NONE = "empty", "full", "none"
# Which commands take a field by hand.
ALWAYS, ADDING, EDITING, NEVER = "always", "adding", "editing", "never"


class Field(NamedTuple):
    """A field of a noun, or an option that no record keeps.

    `part_of` names the milestone or the reference that it tells something of: it is no column of
    the noun's own table. `adding` is its option in recording where that has another name.
    `concepts` are what headings may mean it, the first found wins. `personal` tells who someone
    is: a purge empties it. `text_of` is the coded field whose text, as written, it keeps.
    """

    name: str
    type: FieldType = TEXT
    required: bool = False
    form: str = FULL
    part_of: str | None = None
    by_hand: str = ALWAYS
    adding: str | None = None
    listed: bool = True
    personal: bool = False
    concepts: tuple[str, ...] | None = None
    text_of: str | None = None

    @property
    def headings(self) -> tuple[str, ...]:
        """The concepts of headings that fill the field; by default the one of its name."""
        return (self.name,) if self.concepts is None else self.concepts

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of the noun's table that hold it."""
        return () if self.part_of else self.type.columns(self.name)


def said(*names: str) -> tuple[Field, ...]:
    """The texts that a list or the clerk wrote for coded values, beside the codes."""
    return tuple(Field(f"{name}_text", by_hand=NEVER, text_of=name) for name in names)


def part(name: str, of: str, type: FieldType = TEXT, *, form: str = FULL) -> Field:
    """What lists tell of a milestone or a reference besides its date or its name."""
    return Field(name, type, form=form, part_of=of, by_hand=NEVER, listed=False)


# What the clerk said of a record and others, whose ids stand there: no column of the record.
VERDICTS = tuple(
    Field(name, NAMES, by_hand=NEVER, listed=False, part_of=name)
    for name in ("same_as", "distinct_from")
)


class Noun:
    """A register: `plural` is the word of the contracts, `table` its table.

    `title` is the field that names a record, `first` the columns of its lists that are promised
    (DESIGN section 4); the others follow as they are declared.
    """

    def __init__(
        self,
        plural: str,
        table: str,
        title: str,
        fields: tuple[Field, ...] = (),
        first: tuple[str, ...] = (),
    ) -> None:
        self.plural, self.table, self.title = plural, table, title
        self.fields, self.first = fields, first

    @property
    def letter(self) -> str:
        return LETTERS[self.plural]

    def field(self, name: str) -> Field | None:
        """The field of this name, or None."""
        return self._by_name.get(name)

    def field_of(self, column: str) -> Field | None:
        """The field that a column of the table holds, or None."""
        return self._by_column.get(column)

    @cached_property
    def stored_types(self) -> dict[str, FieldType | None]:
        """The types of the fields in the noun's own table; None: stored as the value is."""
        plain = FieldType.stored
        return {
            field.name: None if type(field.type).stored is plain else field.type
            for field in self.fields
            if not field.part_of
        }

    @cached_property
    def _by_name(self) -> dict[str, Field]:
        return {field.name: field for field in self.fields}

    @cached_property
    def _by_column(self) -> dict[str, Field]:
        """The first declared wins: the name of an organiser before the unit that it is."""
        return {column: field for field in reversed(self.fields) for column in field.columns}

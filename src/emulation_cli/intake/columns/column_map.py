"""The columns of one table and what they mean."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from emulation_cli.intake.columns.evidence import Weighed
from emulation_cli.intake.headings import synonyms


@dataclass(frozen=True)
class SheetColumn:
    """One column: its letters' number, the header path top-down, and what it means.

    `mark` is what an x in it says: a kind, a field's code, a year, a gender; `weighed` what its
    heading and its cells together say, where the heading alone does not;
    `unlike` what the heading says and no cell is; `gives` what a heading that is itself a value
    gives to the records of its column: a unit as written, the code of a field, form or state;
    `joint` are the two things that its cells hold, of which this is one: each has a column.
    """

    number: int
    path: tuple[str, ...]
    concept: str | None
    mark: str | None = None
    weighed: Weighed | None = None
    unlike: str | None = None
    gives: tuple[str, str] | None = None
    joint: tuple[str, str] | None = None

    @property
    def heading(self) -> str:
        return " > ".join(self.path)


@dataclass(frozen=True)
class Header:
    """The header of one table; rows count from 0, both ends included."""

    first: int
    last: int
    columns: tuple[SheetColumn, ...]
    by_concept: Mapping[str, tuple[SheetColumn, ...]] = field(default_factory=dict)

    def of(self, concept: str) -> SheetColumn | None:
        """The column of a concept, the plain one before its helpers."""
        found = self.by_concept.get(concept)
        return found[0] if found else None

    @property
    def of_values(self) -> tuple[SheetColumn, ...]:
        """The columns whose headings are values themselves."""
        return tuple(c for c in self.columns if c.gives)

    @property
    def names(self) -> tuple[SheetColumn, ...]:
        return tuple(c for name in synonyms.NAMES for c in self.by_concept.get(name, ()))

"""What reading a list gives: records, and a word for every row and cell that is none."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, Protocol

from emulation_cli.domain.catalogue.refs import LETTERS
from emulation_cli.domain.offices.units import Unit, UnitNames
from emulation_cli.domain.terms import Vocabularies
from emulation_cli.sheets.workbook import Cell, Merge

Severity = Literal["block", "warn", "info"]
_FIRST_CELLS, _NUMBER = 3, "[0-9]{1,15}"  # the id stands in front


class Lookup(Protocol):
    """The units and coded values that lists may name; the register gives one."""

    @property
    def units(self) -> UnitNames: ...

    @property
    def terms(self) -> Vocabularies: ...


@dataclass(frozen=True)
class Hints:
    """What the clerk says about a list that the list does not say itself.

    `header_row` counts from 1; `encoding` is TCVN3, VNI or Unicode; `date_order` is dmy or mdy;
    `headings` maps a folded heading to a field ("" means: not used), as decided before;
    `own_headings` and `own_codes` hold what `emul` itself writes above columns, in CSV codes;
    `columns` does so for a column by its place (from 0), for this run alone;
    `explain`: why each thing was understood so is wanted as well.
    `proposed`: the list is of proposals, whatever its title says.
    `fill_units`: a unit written in the first row of a group is that of the rows below.
    """

    register: str | None = None
    proposed: bool = False
    unit: Unit | None = None
    kind: str | None = None
    act: str | None = None
    event: str | None = None
    decision: str | None = None
    year: int | None = None
    header_row: int | None = None
    encoding: str | None = None
    date_order: str | None = None
    headings: Mapping[str, str] = field(default_factory=dict)
    own_headings: Mapping[str, str] = field(default_factory=dict)
    own_codes: Mapping[str, str] = field(default_factory=dict)
    columns: Mapping[int, str] = field(default_factory=dict)
    new_units: bool = False
    fill_units: bool = True
    explain: bool = False


class Problem(NamedTuple):
    """Something to tell; `words.say("intake." + code, **values)` says it.

    `column` is the field's code, `cell` an address such as B10, or C29:D29.
    """

    sheet: str
    row: int | None
    column: str | None
    cell: str | None
    code: str
    severity: Severity
    values: Mapping[str, object]


class Skipped(NamedTuple):
    """A row that is no record: its text, and why (`words.say("intake.why_" + why)`)."""

    sheet: str
    row: int
    text: str
    why: str


class Record(NamedTuple):
    """One record. `values` are typed by field: Unit, PartialDate, int, code, text.

    `cells` is the row as read and `columns` where each field stands in it (from 0); `own_id` the
    id that a row of a list of our own has in front: X12.
    """

    register: str | None
    sheet: str
    row: int
    values: dict[str, object]
    cells: Sequence[Cell]
    columns: Mapping[str, tuple[int, ...]]
    own_id: str | None = None

    @property
    def raw(self) -> dict[str, str]:
        """The row as the sender wrote it, by field."""
        return {name: self._text(places) for name, places in self.columns.items()}

    def _text(self, places: tuple[int, ...]) -> str:
        cells = (self.cells[place] for place in places if place < len(self.cells))
        return "|".join(str(cell) for cell in cells if cell not in (None, ""))


def own_id(register: str | None, cells: Sequence[Cell]) -> str | None:
    """The id of a record of this register in the first cells of a row, if one is there."""
    letter = LETTERS.get(register or "", "")
    for cell in cells[:_FIRST_CELLS]:
        if isinstance(cell, str) and cell[:1] == letter and re.fullmatch(_NUMBER, cell[1:].strip()):
            return cell.strip()
    return None


@dataclass(frozen=True)
class DecisionFacts:
    """The decision that a list is annexed to, from its title rows. `date` is partial ISO text."""

    number: str
    date: str | None
    body: str | None
    stated: Mapping[str, int] = field(default_factory=dict)


class Reason(NamedTuple):
    """One piece of evidence: what it is, how much of the cells it is true of, its weight."""

    what: str
    share: float
    weight: float


class Why(NamedTuple):
    """Why a column (or the list itself, `place` empty) is what it was taken for.

    `second` is the next likely, or what a column that was not taken came nearest to.
    """

    place: str
    heading: str
    meaning: str | None
    second: str | None
    margin: float
    reasons: tuple[Reason, ...]


class Frame(NamedTuple):
    """What stands around the records, for handing rows back: row numbers from 1, and their cells.

    `top` is title and header, `sections` the section rows; `merges` are those of the header.
    """

    top: tuple[tuple[int, Sequence[Cell]], ...] = ()
    sections: tuple[tuple[int, Sequence[Cell]], ...] = ()
    merges: tuple[Merge, ...] = ()


@dataclass(frozen=True)
class SheetReading:
    """What was understood of one sheet, or of one table of it.

    `header_rows` (first and last, from 1) is None where no list was found. `ignored` says why
    nothing is taken from it (hidden, example, empty, no_list); `found` counts the record rows
    all the same. `refused` holds the rows that a blocking problem keeps out, as read;
    `conversions` every cell that was in a legacy encoding: address, before, after.
    """

    name: str
    register: str | None = None
    header_rows: tuple[int, int] | None = None
    columns: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict)
    headings: Mapping[str, str] = field(default_factory=dict)
    samples: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    records: tuple[Record, ...] = ()
    refused: tuple[Record, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    problems: tuple[Problem, ...] = ()
    decision: DecisionFacts | None = None
    conversions: tuple[tuple[str, str, str], ...] = ()
    unused: Mapping[str, str] = field(default_factory=dict)
    ignored: str | None = None
    found: int = 0
    frame: Frame = field(default_factory=Frame)
    why: tuple[Why, ...] = ()

    @property
    def blocked(self) -> bool:
        """Whether a problem of the whole sheet keeps every row out."""
        return any(p.severity == "block" and p.row is None for p in self.problems)


@dataclass(frozen=True)
class Reading:
    """One file as understood; `digest` tells whether this very file was imported before."""

    file: str
    digest: str
    sheets: tuple[SheetReading, ...]
    problems: tuple[Problem, ...] = ()

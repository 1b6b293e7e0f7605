"""What a spreadsheet holds, whatever file it came from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal, NamedTuple

from emulation_cli.sheets.writing.stamp import Stamp

# An empty cell is '' or None: readers give it so, and a million cells are not copied to change it.
Cell = str | float | int | bool | date | datetime | None
Place = tuple[int, int]


class Since1904(float):
    """A bare number of a workbook that counts its days from 1904: as a date it is a later one."""

    days_later = 1462


class ReaderNote(NamedTuple):
    """What a reader has to tell of a sheet or file; `row` counts from 0."""

    code: str
    severity: Literal["block", "warn", "info"]
    values: Mapping[str, object]
    row: int | None = None


@dataclass(frozen=True)
class Merge:
    """A merged range; rows and columns count from 0, both ends included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class Sheet:
    """One sheet; `rows[0][0]` is cell A1, rows may have different lengths.

    `errors` holds the cells that show #N/A and the like, `uncomputed` the formulas saved without
    a result, `struck` those that are struck out, `fonts` only cells in a font of a legacy encoding
    (.VnTime, VNI-Times), `encoding` the legacy encoding that a text file as a whole was found to
    be in.
    """

    name: str
    rows: Sequence[Sequence[Cell]]
    visible: bool = True
    merges: tuple[Merge, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    errors: Mapping[Place, str] = field(default_factory=dict)
    uncomputed: frozenset[Place] = frozenset()
    fonts: Mapping[Place, str] = field(default_factory=dict)
    encoding: str | None = None
    hidden_columns: frozenset[int] = frozenset()
    notes: tuple[ReaderNote, ...] = ()
    struck: frozenset[Place] = frozenset()


@dataclass(frozen=True)
class Workbook:
    """A read file. `format` is what the content is, `misnamed` the suffix that says otherwise.

    `seconds` of a processor went into reading it.
    """

    file: str
    digest: str
    format: str
    sheets: tuple[Sheet, ...]
    misnamed: str | None = None
    stamp: Stamp | None = None
    seconds: float = 0.0


MOST_COLUMNS = 16_384  # of a sheet of Excel


def columns_between(first: int, count: int) -> range:
    """So many columns from `first` on, as far as there can be any."""
    return range(max(first, 0), min(first + count, MOST_COLUMNS))


def column_letters(column: int) -> str:
    """`0` is A, `26` is AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """`A` is 0, `AA` is 26."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def place_of(letters: bytes, digits: bytes) -> Place:
    """«B7» as a file of bytes has it: row and column, from 0."""
    return int(digits) - 1, column_number(letters.decode())


def address(row: int, column: int) -> str:
    """`(0, 1)` is B1."""
    return f"{column_letters(column)}{row + 1}"

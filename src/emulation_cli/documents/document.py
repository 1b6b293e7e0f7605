"""What a document is made of. Text in it is safe to print; numbers are numbers.

Every renderer takes this one value, so that all formats agree figure for figure.
"""

from dataclasses import dataclass
from typing import Literal

from emulation_cli.tallies.row_lists.list_requests import Cut

Value = int | str | None


@dataclass(frozen=True)
class Column:
    """A column after the first. `name` is the measure, as in JSON; dates are partial ISO text.

    A change is a number that shows its sign. Columns of one `group` may stand under its name;
    their titles begin with it.
    """

    name: str
    title: str
    kind: Literal["number", "date", "change", "text"] = "number"
    group: str = ""

    @property
    def leaf(self) -> str:
        """The title below the name of the group."""
        return self.title.removeprefix(f"{self.group}: ") if self.group else self.title


@dataclass(frozen=True)
class Row:
    """One row: its code, its label for the first column, a value for each further column.

    A `group` has the sums of the rows under it, up to the next group. `cuts` are the rows that
    each value counts, if any does. A row of one figure, beside the same one of another time, has
    that figure's `measure`.
    """

    code: str | None
    label: str
    values: tuple[Value, ...]
    cuts: tuple[Cut | None, ...] = ()
    group: bool = False
    measure: str = ""

    def cut(self, place: int) -> Cut | None:
        """The rows that the value at a place counts; None for what counts none."""
        return self.cuts[place] if self.cuts else None


@dataclass(frozen=True)
class Table:
    """A breakdown as a table. `total` has a value for each column, or is None where none adds up.

    `summed` names the columns whose total is the sum of the rows above it; `bar` the column that
    a bar may show.
    """

    breakdown: str
    title: str
    head: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    total: Row | None = None
    summed: frozenset[str] = frozenset()
    bar: str | None = None

    @property
    def members(self) -> tuple[Row, ...]:
        """The rows, the total last where there is one."""
        return (*self.rows, self.total) if self.total else self.rows


@dataclass(frozen=True)
class Figure:
    """One number at a glance, with the rows that it counts.

    `code` and `measure` tell it from the others of its section, also at another time.
    """

    label: str
    value: int
    cut: Cut
    measure: str
    code: str | None = None
    part: bool = False


@dataclass(frozen=True)
class Note:
    """What the reader must know beside the figures, and the command that shows those rows.

    `value` and `cut` are the figure that the note tells of, if it is one. What only the desk needs
    to know, such as which tables there are not, is not `on_paper`.
    """

    text: str
    command: str | None = None
    value: int = 0
    cut: Cut | None = None
    on_paper: bool = True


@dataclass(frozen=True)
class Chart:
    """A bar chart of some columns of a table."""

    breakdown: str
    measures: tuple[str, ...]
    stacked: bool = True


@dataclass(frozen=True)
class Section:
    """One part of the report: sentences to paste, tables, notes, and the way to its rows."""

    code: str
    number: int
    name: str
    period: str
    tables: tuple[Table, ...]
    notes: tuple[Note, ...]
    commands: tuple[Note, ...]
    sentences: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    chart: Chart | None = None

    @property
    def title(self) -> str:
        return f"{self.number}. {self.name}"

    def table(self, breakdown: str) -> Table | None:
        return next((table for table in self.tables if table.breakdown == breakdown), None)


@dataclass(frozen=True)
class Document:
    """A whole report. `subtitles` name the periods, `cut_off` the day the figures were closed."""

    language: str
    unit: str
    heading: str
    title: str
    subtitles: tuple[str, ...]
    cut_off: str
    sections: tuple[Section, ...]

"""The record rows of one table, and how a column of them becomes values.

Columns, not rows, are worked through: a converter sees each distinct cell of a column once, so a
list of 100,000 rows costs little more than its distinct texts.
"""

from collections.abc import Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING

from emulation_cli.domain.patterns import pattern
from emulation_cli.intake.cells import inherited_cells
from emulation_cli.intake.cells.cell_values import Memo, Trouble, as_text
from emulation_cli.intake.cells.encodings import columns_text
from emulation_cli.intake.cells.unit_cells import Places
from emulation_cli.intake.columns.column_map import SheetColumn
from emulation_cli.intake.columns.field_readers import Readers
from emulation_cli.intake.columns.registers import NAME_FIELD, OF_PERSONS
from emulation_cli.intake.grid import filled
from emulation_cli.intake.headings import synonyms
from emulation_cli.intake.joint_columns import JointCells
from emulation_cli.intake.model import Hints, Lookup, Problem, Record, Severity, own_id
from emulation_cli.intake.records.column_groups import (
    by_groups,
    by_lines,
    groups_of,
    with_recognised,
)
from emulation_cli.intake.records.row_parting import (
    RecordRow,
    by_forms,
    by_marks,
    by_persons,
    by_units,
    with_continued,
)
from emulation_cli.intake.sheet_tables import ListTable
from emulation_cli.sheets.workbook import Cell, address

if TYPE_CHECKING:
    from emulation_cli.domain.person_names import Named

_SECOND = pattern(r"\b(?:nghe nghiep|nghe|cong viec|que quan|tam tru)\b")


class Records:
    """The rows of one table on their way to records.

    `values` holds a list of values for each field, `columns` the columns each was read from,
    `blocked` the positions of rows that a problem keeps out.
    """

    def __init__(self, table: ListTable, hints: Hints, lookup: Lookup) -> None:
        self.table = table
        self.hints = hints
        self.lookup = lookup
        self.register = table.register
        self.of_persons = table.register in (None, *OF_PERSONS)
        self.name_field = NAME_FIELD.get(table.register or "", "name")
        self.readers = Readers(hints, lookup)
        parted = self._parted()
        self.rows = [row.number for row in parted]
        self.contexts = [row.context for row in parted]
        self.source = [row.cells for row in parted]
        # Rows that name several persons who cannot be told apart.
        self.unclear = [position for position, row in enumerate(parted) if row.unclear]
        self.named: list[Named | None] = [None] * len(self.rows)
        self.values: dict[str, list[object]] = {}
        self.columns: dict[str, tuple[int, ...]] = {}
        self.problems: list[Problem] = []
        self.blocked: set[int] = set()
        self.left_out: set[int] = set()  # columns that say something else than their like
        self.behind_names: tuple[SheetColumn, list[Cell]] | None = None
        self.more_years: dict[int, tuple[int, ...]] = {}
        self._transposed = list(zip_longest(*self.source, fillvalue=""))

    def _parted(self) -> list[RecordRow]:
        """The record rows: several records of one row apart, rows that go on filled up."""
        found, header = self.table.sorted_rows, self.table.header
        pairs = zip(found.records, found.contexts, strict=True)
        rows = [RecordRow(number, context, self.table.rows[number]) for number, context in pairs]
        rows = with_continued(rows, found.continues, header)
        places = Places(self.lookup.units)
        if groups := groups_of(self.register, header, rows, places):
            rows = list(by_groups(rows, groups))
        for column in self.all_of("model_name") if self.register == "models" else ():
            rows = list(by_lines(rows, column.number))
        if any(row.context.recognised for row in rows):
            rows = list(with_recognised(rows, self.table.names))
        for number in self._columns_of_persons():
            rows = list(by_persons(rows, number))
        if self.register == "honours" and (marked := self.all_of("form_mark", "title_mark")):
            rows = list(by_marks(rows, marked, self.all_of("amount")))
        for column in self.of("replicated_unit") if self.register == "models" else ():
            rows = list(by_units(rows, column.number, places.several))
        read, money = self.readers.memo("form", ()), self.all_of("amount")
        for column in self.of("form", "title") if self.register == "honours" else ():
            rows = list(by_forms(rows, column.number, money, lambda t: isinstance(read[t], str)))
        return rows

    def _columns_of_persons(self) -> Sequence[int]:
        """Where several persons may stand in a cell; «Họ | Tên» are of one."""
        names = self.table.names if self.of_persons else ()
        return names if self.table.header.names else names[:1]

    def tell(
        self, position: int | None, field: str | None, columns: Sequence[int], code: str,
        severity: Severity = "block", /, **values: object,
    ) -> None:  # fmt: skip
        """Note a problem of the record at `position`, or of the whole table."""
        row = None if position is None else self.rows[position] + 1
        cell = None
        if row is not None and columns:
            places = dict.fromkeys(address(row - 1, c) for c in (columns[0], columns[-1]))
            cell = ":".join(places)
        if position is not None and severity == "block":
            self.blocked.add(position)
        given = {"cell": cell, "row": row} | values if row is not None else dict(values)
        name = self.table.sheet.name
        self.problems.append(Problem(name, row, field, cell, code, severity, given))

    def of(self, *concepts: str) -> tuple[SheetColumn, ...]:
        """The columns of the first of these concepts that the table has."""
        for concept in concepts:
            if found := self.table.header.by_concept.get(concept):
                return found
        return ()

    def all_of(self, *concepts: str) -> list[SheetColumn]:
        """The columns of all these concepts."""
        return [c for concept in concepts for c in self.table.header.by_concept.get(concept, ())]

    def empty(self) -> list[object]:
        return [None] * len(self.rows)

    def column(self, number: int) -> list[Cell]:
        return (
            list(self._transposed[number])
            if number < len(self._transposed)
            else [""] * len(self.rows)
        )

    def own(self, column: SheetColumn) -> list[Cell]:
        """The cells of a column, of a joint one the parts that it is for."""
        cells = self.column(column.number)
        if column.joint is None:
            return cells
        parts = JointCells(column.joint, self.register, self.lookup)
        place = column.joint.index(str(column.concept))
        return [parts[cell][place] for cell in cells]

    def cells(self, columns: Sequence[SheetColumn], field: str) -> list[Cell]:
        """The cells of a field: of several columns the first that is filled, if they agree."""
        first, *others = sorted(columns, key=self._rank)
        cells = self.own(first)
        for other in others:
            cells = self._both(cells, first, other, field)
        cells, dangling = inherited_cells.undo_ditto(cells)
        for position in dangling:
            text = as_text(self.source[position][first.number])
            self.tell(position, field, [first.number], "nothing_to_repeat", value=text)
        return cells

    def _rank(self, column: SheetColumn) -> tuple[bool, bool]:
        """What the clerk said goes first, then a post before an occupation, whose code it is."""
        said = synonyms.remembered(column.path[-1], self.hints.headings)
        heading = synonyms.heading_key(column.path[-1])
        bare = column.concept == "code" and " " not in heading  # «Mã» beside «Mã đơn vị»
        return not said, bare or bool(_SECOND.search(heading))

    def _both(
        self, cells: list[Cell], first: SheetColumn, other: SheetColumn, field: str
    ) -> list[Cell]:
        """Two columns of one meaning: where most rows differ, the second says something else.

        A row that differs alone is refused: nothing overwrites a cell.
        """
        more = self.own(other)
        pairs = list(zip(cells, more, strict=True))
        differing = [position for position, pair in enumerate(pairs) if _disagree(pair)]
        if synonyms.is_helper(other.path[-1]) and other.concept != "code":
            differing = []
        if 2 * len(differing) > len(pairs) and other.concept != "birth_female":
            letters = columns_text([other.number])
            values = {"columns": letters, "heading": other.path[-1], "taken": first.path[-1]}
            self.left_out.add(other.number)
            self.tell(None, field, (), "column_left_out", "warn", **values)
            return cells
        for position in differing:
            columns = [first.number, other.number]
            one, another = map(as_text, pairs[position])
            self.tell(position, field, columns, "two_values", first=one, second=another)
        return [cell if filled(cell) else another for cell, another in pairs]

    def convert(
        self, cells: list[Cell], memo: Memo, field: str, columns: Sequence[SheetColumn]
    ) -> list[object]:
        """The values of a column; what is wrong with a cell is told."""
        found = list(map(memo.__getitem__, cells))
        if memo.troubled:
            for position, outcome in enumerate(found):
                if isinstance(outcome, Trouble):
                    found[position] = self.note(position, field, columns, outcome)
        return found

    def note(
        self, position: int, field: str, columns: Sequence[SheetColumn], trouble: Trouble
    ) -> object:
        """Tell a trouble of a cell; gives the value that can be kept all the same."""
        places = [column.number for column in columns]
        row = self.source[position]
        places = [c for c in places if c < len(row) and filled(row[c])][:1] or places[:1]
        self.tell(position, field, places, trouble.code, trouble.severity, **trouble.values)
        return trouble.value

    def remember(self, field: str, columns: Sequence[SheetColumn]) -> None:
        """Which columns a field was read from."""
        places = (column.number for column in columns)
        self.columns[field] = tuple(place for place in places if place not in self.left_out)

    def marks(self, columns: Sequence[SheetColumn], field: str) -> list[list[SheetColumn]]:
        """For each row the columns that are marked with an x."""
        memo = self.readers.memo("mark", ())
        marks = [self.convert(self.column(c.number), memo, field, [c]) for c in columns]
        return [
            [column for column, mark in zip(columns, row, strict=True) if mark]
            for row in zip(*marks, strict=True)
        ]

    def records(self) -> list[Record]:
        """One record a row."""
        register, name, columns = self.register, self.table.sheet.name, self.columns
        keys = tuple(self.values)
        rows = zip(*self.values.values(), strict=True)
        return [
            Record(
                register,
                name,
                row + 1,
                dict(zip(keys, values, strict=False)),
                source,
                columns,
                own_id(register, source),
            )
            for row, source, values in zip(self.rows, self.source, rows, strict=False)
        ]


def _disagree(pair: tuple[Cell, Cell]) -> bool:
    one, other = pair
    return filled(one) and filled(other) and as_text(one) != as_text(other)

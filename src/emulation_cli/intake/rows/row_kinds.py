"""What each row below a header is: a record, or one of the things that are none (DESIGN section 6).

Shape decides: what is filled, and whether the cells hold what their columns are for. Words only
choose between shapes, so that no record is taken for a signature because of its name.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from emulation_cli.intake.cells.cell_values import as_text
from emulation_cli.intake.columns.cell_fitness import Holding
from emulation_cli.intake.columns.column_map import Header
from emulation_cli.intake.grid import Grid
from emulation_cli.intake.headings import synonyms
from emulation_cli.intake.headings.titles import is_title
from emulation_cli.intake.rows.closing_rows import Tail, is_line_of_posts
from emulation_cli.intake.rows.row_shapes import Shapes, Texts
from emulation_cli.intake.rows.row_words import is_number, is_remark, is_year_text, longest
from emulation_cli.intake.rows.section_rows import SectionRows
from emulation_cli.intake.rows.sections import Context, Sections

_SHOWN = 120
_FULLER = ("numbered", "record", "doubtful")
_NAMED = ("numbered", "record", "doubtful", "lone")
_EMPTY = ("", None)
_NUMBERS = (float, int)
_ONLY_NUMBERED, _TITLES = 1_000, 4
# Who or what a record is of: a row with a unit of its own is of somebody else.
_OF_WHOM = frozenset(
    {"unit", "position_unit", "organiser", "birth_year", "birth_date", "birth_male", "birth_female",
     "gender", "position", "address", "kind", *synonyms.MARKS}
)  # fmt: skip


@dataclass
class TableRows:
    """The rows of one table: record rows with what sections give them, and all the others.

    `totals` are rows that state figures, with the number of records above them; `next_table` is
    where a second header stands; `nameless` are record rows without a name, `lone` those of which
    nothing but the name is filled where the others have more; `continues` are rows without number
    and name that say more of the record above, whose row they have.
    """

    records: list[int] = field(default_factory=list)
    contexts: list[Context] = field(default_factory=list)
    skipped: list[tuple[int, str, str]] = field(default_factory=list)
    totals: list[tuple[int, str, int]] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    nameless: set[int] = field(default_factory=set)
    lone: set[int] = field(default_factory=set)
    continues: dict[int, int] = field(default_factory=dict)
    next_table: int | None = None
    notes: list[tuple[str, dict[str, object]]] = field(default_factory=list)


class _Odd(NamedTuple):
    """A row that is not plainly a record."""

    number: int
    texts: Texts
    shape: str


class Sorter:
    """Sorts the rows of one table: first each by its own shape, then by what stands around it."""

    def __init__(
        self,
        grid: Grid,
        header: Header,
        columns: tuple[Sequence[int], Sequence[int]],
        sections: tuple[Sections, Context],
        holding: Holding,
    ) -> None:
        """`columns` are those of names, and those of all that is said of a record."""
        self._rows = grid.sheet.rows
        self._first = header.last + 1
        self._sections, self._context = sections
        self._shapes = Shapes(header, columns, holding, grid.merged_rows)
        self._section_rows = SectionRows(self._rows, header, self._shapes, self._sections)
        self._holding = holding
        self._of_whom = [c.number for c in header.columns if c.concept in _OF_WHOM]
        self.found = TableRows()

    def sort(self) -> TableRows:
        """Go down the rows until the sheet or the table ends."""
        plain, odd = self._by_shape()
        tail = self._tail(plain, odd)
        place = 0
        for one in odd:
            while place < len(plain) and plain[place] < one.number:
                self._take(plain[place])
                place += 1
            self._settle(one, tail)
        for number in plain[place:]:
            self._take(number)
        self._give_titles_to_next()
        self._drop_prefilled()
        return self.found

    def _by_shape(self) -> tuple[list[int], list[_Odd]]:
        """Rows that are plainly records, and all others with their shapes."""
        plain: list[int] = []
        odd: list[_Odd] = []
        only_numbered: list[int] = []
        shapes = self._shapes
        for number in range(self._first, len(self._rows)):
            row = self._rows[number]
            if row.count("") == len(row):
                continue
            if shapes.is_plain(row):
                plain.append(number)
                continue
            texts = {c: text for c, cell in enumerate(row) if (text := as_text(cell))}
            if not texts:
                continue
            shape = shapes.of(number, row, texts)
            if shape == "repeated_header" and self._titled_anew(number):
                shape = "next_table"
            if shape == "next_table":
                self.found.next_table = number
                break
            if shape == "blank_stt":
                only_numbered.append(number)
            else:
                odd.append(_Odd(number, texts, shape))
        self._note_only_numbered(only_numbered)
        return plain, odd

    def _titled_anew(self, number: int) -> bool:
        """Whether another «DANH SÁCH …» stands above a header that comes again."""
        first = {text for row in self._rows[: self._first] for text in map(as_text, row) if text}
        for row in reversed(self._rows[max(self._first, number - _TITLES) : number]):
            texts = {text for text in map(as_text, row) if text}
            if len(texts) > 1:
                return False
            if texts and is_title(text := texts.pop()):
                return text not in first
        return False

    def _note_only_numbered(self, rows: Sequence[int]) -> None:
        """Numbers filled down in advance: each named, but not a million of them."""
        self.found.skipped += [(number, "", "blank_stt") for number in rows[:_ONLY_NUMBERED]]
        if rest := rows[_ONLY_NUMBERED:]:
            text = f"{rest[0] + 1}-{rest[-1] + 1}"
            self.found.skipped.append((rest[0], text, "blank_stt"))

    def _tail(self, plain: Sequence[int], odd: Sequence[_Odd]) -> Tail:
        """Where the closing block may begin; and whether names alone are usual in this table."""
        fuller = [one.number for one in odd if one.shape in _FULLER]
        self._posts = self._first_post(max((*plain[-1:], *fuller), default=-1), odd)
        names = [one for one in odd if one.shape in _NAMED and one.number < self._posts]
        filled = [self._shapes.others(one.texts) for one in names]
        self._usual = self._shapes.usual(
            [self._rows[n] for n in plain[:500]], [f for f in filled if f]
        )
        lone = sum(not f for f in filled)
        self._lone_usual = not self._usual or lone > len(plain) + len(filled) - lone
        certain = [*plain[-1:], *(one.number for one in odd if self._is_certain(one))]
        return Tail(self._rows, max(certain, default=-1))

    def _first_post(self, last: int, odd: Sequence[_Odd]) -> int:
        """The first signature or remark below all rows that hold more than a name."""
        return next(
            (
                one.number
                for one in odd
                if one.number > last
                and one.shape != "total"
                and (is_line_of_posts(one.texts) or is_remark(longest(one.texts)))
            ),
            len(self._rows),
        )

    def _is_certain(self, one: _Odd) -> bool:
        if one.shape in ("numbered", "record"):
            return True
        if one.number >= self._posts or is_line_of_posts(one.texts):
            return False
        if one.shape == "doubtful":
            others = self._shapes.others(one.texts)
            untold = not self._holding.columns
            return self._usual <= others and (untold or len(self._usual) > 1)
        return one.shape == "lone" and self._lone_usual and not is_remark(longest(one.texts))

    def _give_titles_to_next(self) -> None:
        """Sections and notes right above a second header are its titles, not ours."""
        skipped, last = self.found.skipped, max(self.found.records, default=0)
        while (
            self.found.next_table is not None
            and skipped
            and skipped[-1][2] in ("section", "note", "footer")
            and skipped[-1][0] > last
        ):
            self.found.next_table = skipped.pop()[0]

    def _settle(self, one: _Odd, tail: Tail) -> None:
        what = one.shape
        if what in ("lone", "doubtful", "nameless", "aside", "numbered", "total"):
            what = self._by_place(one, tail)
        if what == "goes_on":
            self.found.continues[one.number] = self.found.records[-1]
            self._take(one.number)
            return
        if what in ("record", "nameless"):
            self._take(one.number)
            if what == "nameless":
                self.found.nameless.add(one.number)
            return
        shown = " | ".join(dict.fromkeys(one.texts.values()))
        if what == "section":
            self._context = self._sections.enter(self._context, longest(one.texts), one.number)
            self.found.starts.append(len(self.found.records))
        elif what == "total":
            self.found.totals.append((one.number, shown, len(self.found.records)))
        self.found.skipped.append((one.number, shown[:_SHOWN], what))

    def _by_place(self, one: _Odd, tail: Tail) -> str:
        """A row whose shape alone does not tell: what stands above and below it does."""
        if one.shape == "total":
            return "total"
        if one.shape in ("nameless", "aside") and self._goes_on(one):
            return "goes_on"
        if tail.closes(one.number, one.texts):
            return "footer"
        if self._section_rows.is_section(one.number, one.texts, one.shape):
            return "section"
        if one.shape == "lone" and not self._lone_usual:
            return self._unusual(one)
        return {"aside": "note", "nameless": "nameless"}.get(one.shape, "record")

    def _is_amid_numbers(self, number: int) -> bool:
        """Whether it has no number where the rows above and below it have one."""
        around = [self._rows[n] for n in (number - 1, number + 1) if 0 <= n < len(self._rows)]
        own = self._shapes.is_numbered(self._rows[number])
        return not own and len(around) > 1 and all(map(self._shapes.is_numbered, around))

    def _goes_on(self, one: _Odd) -> bool:
        """«| | | Bằng khen | 45/QĐ-UBND» right below a numbered record: one more of the same."""
        shapes, records = self._shapes, self.found.records
        if shapes.stt is None or shapes.stt in one.texts or not records:
            return False
        if one.number in shapes.merged or is_line_of_posts(one.texts):
            return False  # drawn like a section, or signed
        above = self._rows[records[-1]]
        if records[-1] != one.number - 1 or not (
            records[-1] in self.found.continues or shapes.is_numbered(above)
        ):
            return False
        if not any(map(_is_said, one.texts.values())):
            return False  # a sum below the last one
        of_whom = {c for c in self._of_whom if c in one.texts}
        apart = any(as_text(above[c]) != one.texts[c] for c in of_whom if c < len(above))
        return (
            not shapes.has_name(one.texts)
            and not apart
            and self._holding.any(self._rows[one.number])
        )

    def _unusual(self, one: _Odd) -> str:
        """Nothing but a name where the others have more: refused, unless it reads like a remark.

        Where units head the rows, one that is not known ends the one above it.
        """
        if is_remark(longest(one.texts)):
            return "note"
        numbered = self._shapes.stt is not None and self._is_amid_numbers(one.number)
        if numbered and (self._context.unit or self._context.unknown_unit):
            return "section"
        self.found.lone.add(one.number)
        return "record"

    def _take(self, number: int) -> None:
        self.found.records.append(number)
        self.found.contexts.append(self._context)

    def _drop_prefilled(self) -> None:
        """Rows filled down in advance: the same values, no name, at the end."""
        found, rows, others = self.found, self._rows, self._shapes.data
        tail: list[int] = []
        for number in reversed(found.records):
            if number not in found.nameless:
                break
            tail.append(number)
        looks = {tuple(rows[n][c] if c < len(rows[n]) else "" for c in others) for n in tail}
        if len(tail) > 2 and len(looks) == 1:
            keep = len(found.records) - len(tail)
            del found.records[keep:], found.contexts[keep:]
            found.nameless -= set(tail)
            found.skipped += [(number, "", "prefilled") for number in reversed(tail)]


def _is_said(text: str) -> bool:
    """A word, a day or a year: more than a figure."""
    return not is_number(text) or is_year_text(text)

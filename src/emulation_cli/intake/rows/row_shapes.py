"""The shape of one row: which of its cells are filled, and with what their columns are for."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from emulation_cli.domain.patterns import pattern
from emulation_cli.intake.columns.cell_fitness import Holding
from emulation_cli.intake.columns.column_map import Header
from emulation_cli.intake.headings import synonyms
from emulation_cli.intake.rows.row_words import NUMBERING, is_figure, is_numbering, is_total
from emulation_cli.intake.rows.sections import ROMAN
from emulation_cli.sheets.workbook import Cell

Texts = Mapping[int, str]
_EMPTY = ("", None)
_NUMBERS = (float, int)
_MOST = 6  # figures of a number in a list
_ORDER = pattern(r"\s*\d{1,6}(?:\.\d{1,3})*\s*[.)]?\s*")
_LONGEST_HEADING = 80
_NO_DATA = frozenset({"stt", "note", "personal"})


class Shapes:
    """Looks at the rows of one table, each by itself."""

    def __init__(
        self,
        header: Header,
        columns: tuple[Sequence[int], Sequence[int]],
        holding: Holding,
        merged: set[int],
    ) -> None:
        names, data = columns
        self.names = tuple(names)
        stt = header.of("stt")
        self.stt = stt.number if stt else None
        further = (c.number for c in header.columns if c.concept not in _NO_DATA)
        notes = {c.number for c in header.columns if c.concept == "note"}
        said = tuple(c for c in data if c not in names)
        # A remark beside a name says nothing of who it is, where the others have more.
        self.data = (
            tuple(c for c in said if c not in notes)
            or said
            or tuple(c for c in further if c not in names)
        )
        self.merged = merged
        self._holding = holding
        self._furthest = max((*names, *self.data, self.stt or 0))
        self._concepts = frozenset(header.by_concept)
        self._headings = {
            c.number: frozenset(map(synonyms.heading_key, c.path)) for c in header.columns
        }

    def is_plain(self, row: Sequence[Cell]) -> bool:
        """The common case at the cost of few comparisons: a number, a name, something more.

        A list of plain text writes its numbers in figures.
        """
        if len(row) <= self._furthest:
            return False
        for column in self.names:
            if isinstance(name := row[column], str) and len(name) > 2:
                break
        else:
            return False
        if self.stt is not None and _is_plain_number(row[self.stt]):
            return any(row[column] not in _EMPTY for column in self.data)
        return False

    def of(self, number: int, row: Sequence[Cell], texts: Texts) -> str:
        """One word for the shape of a row that is not plainly a record."""
        numbered = self.is_numbered(row)
        if numbered and set(texts) <= {self.stt}:
            return "blank_stt"
        if not numbered and (kind := self._heading(row, texts)):
            return kind
        named = self.has_name(texts)
        if is_numbering(texts) and not named:
            return "numbering"
        if not numbered and self._is_total(texts):
            return "total"
        if not named:
            others = len(self.others(texts))
            return "nameless" if others > 1 or (numbered and others) else "aside"
        return self._of_named(number, row, texts, numbered=numbered)

    def _of_named(self, number: int, row: Sequence[Cell], texts: Texts, *, numbered: bool) -> str:
        """numbered, record, doubtful (nothing tells that its cells are in place), or lone."""
        if numbered:
            return "numbered"
        if not self.others(texts) or number in self.merged:
            return "lone"
        return "record" if self._holding.any(row) else "doubtful"

    def others(self, texts: Texts) -> frozenset[int]:
        """The filled columns beside the name."""
        return frozenset(self.data).intersection(texts)

    def usual(
        self, rows: Iterable[Sequence[Cell]], filled: Iterable[frozenset[int]]
    ) -> frozenset[int]:
        """The columns that most of these rows fill beside the name."""
        counts: Counter[int] = Counter()
        total = 0
        for row in rows:
            counts.update(c for c in self.data if c < len(row) and row[c] not in _EMPTY)
            total += 1
        for columns in filled:
            counts.update(columns)
            total += 1
        return frozenset(column for column, count in counts.items() if 2 * count > total)

    def is_numbered(self, row: Sequence[Cell]) -> bool:
        cell = row[self.stt] if self.stt is not None and self.stt < len(row) else None
        if isinstance(cell, float | int):
            return True
        return isinstance(cell, str) and bool(_ORDER.fullmatch(cell))

    def has_name(self, texts: Texts) -> bool:
        return any(c in texts and not NUMBERING.match(texts[c]) for c in self.names)

    def _heading(self, row: Sequence[Cell], texts: Texts) -> str | None:
        headings = self._headings
        same = sum(synonyms.heading_key(text) in headings.get(c, ()) for c, text in texts.items())
        if same > 1 and same >= 0.6 * len(texts):
            return "next_table" if self._heads_other_names(texts) else "repeated_header"
        if len(texts) < 3 or any(len(text) > _LONGEST_HEADING for text in texts.values()):
            return None
        found = {synonyms.concept_of(text) for text in texts.values()} - {None}
        named = bool(found & {*synonyms.NAMES, "unit_name"})
        heads = len(found) >= 3 and named and not self._holding.any(row)
        return "next_table" if heads and ("stt" in found or 2 * len(found) > len(texts)) else None

    def _heads_other_names(self, texts: Texts) -> bool:
        """«Tên mô hình» where the header says «Tên điển hình»: another list, not the same again."""
        heads = {c: synonyms.concept_of(text) for c, text in texts.items() if c in self.names}
        return any(
            concept in synonyms.NAMES
            and concept not in self._concepts
            and synonyms.heading_key(texts[c]) not in self._headings[c]
            for c, concept in heads.items()
        )

    def _is_total(self, texts: Texts) -> bool:
        """«Tổng cộng: 12» where all else are figures; «Cộng: một việc tốt | Xã Cẩm Duệ» is none."""
        first = sorted(texts)[:2]
        place = next((c for c in first if is_total(texts[c])), None)
        if place is None:
            return False
        rest = [text for c, text in texts.items() if c != place and not ROMAN.match(text)]
        return all(map(is_figure, rest))


def _is_plain_number(cell: Cell) -> bool:
    return type(cell) in _NUMBERS or (type(cell) is str and cell.isdecimal() and len(cell) <= _MOST)

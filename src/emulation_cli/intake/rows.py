"""What each row below a header is: a record, or one of the things that are none (INTAKE 4.4)."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from emulation_cli.domain.text import fold
from emulation_cli.intake import synonyms
from emulation_cli.intake.cells import as_text
from emulation_cli.intake.grid import Grid
from emulation_cli.intake.headers import Header
from emulation_cli.intake.row_words import (
    DATED,
    FOOTER,
    NUMBERING,
    SIGNED,
    is_number,
    is_numbering,
    is_total,
    longest,
)
from emulation_cli.intake.sections import MARK, ROMAN, Context, Sections
from emulation_cli.sheets.workbook import Cell

_SHOWN = 120
_EMPTY = ("", None)
_NUMBERS = (float, int)
_ONLY_NUMBERED = 1_000


@dataclass
class Rows:
    """The rows of one table: record rows with what sections give them, and all the others.

    `totals` are rows that state figures, with the number of records above them; `next_table` is
    where a second header stands; `nameless` are record rows without a name.
    """

    records: list[int] = field(default_factory=list)
    contexts: list[Context] = field(default_factory=list)
    skipped: list[tuple[int, str, str]] = field(default_factory=list)
    totals: list[tuple[int, str, int]] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    nameless: set[int] = field(default_factory=set)
    next_table: int | None = None
    notes: list[tuple[str, dict[str, object]]] = field(default_factory=list)


class Sorter:
    """Sorts the rows of one table."""

    def __init__(
        self,
        grid: Grid,
        header: Header,
        columns: tuple[Sequence[int], Sequence[int]],
        sections: Sections,
        context: Context,
    ) -> None:
        """`columns` are those of names, and those of all that is said of a record."""
        names, data = columns
        self._rows = grid.sheet.rows
        self._header = header
        self._names = tuple(names)
        stt = header.of("stt")
        self._stt = stt.number if stt else None
        self._others = tuple(c for c in data if c not in names)
        self._furthest = max((*names, *data, self._stt or 0))
        self._sections = sections
        self._merged = grid.merged_rows
        self._leaves = {c.number: synonyms.heading_key(c.path[-1]) for c in header.columns}
        self.found = Rows()
        self._context = context
        self._footer = False
        self._heads: dict[int, bool] = {}

    def sort(self) -> Rows:
        """Go down the rows until the sheet or the table ends."""
        only_numbered: list[int] = []
        for number in range(self._header.last + 1, len(self._rows)):
            row = self._rows[number]
            empty = row.count("")
            if empty == len(row):
                continue
            if not self._footer and self._plain_record(row):
                self.found.records.append(number)
                self.found.contexts.append(self._context)
            elif empty == len(row) - 1 and self._stt is not None and self._numbered(row):
                only_numbered.append(number)
            elif not self._sort_other(number, row):
                break
        self._note_only_numbered(only_numbered)
        self._drop_prefilled()
        return self.found

    def _note_only_numbered(self, rows: Sequence[int]) -> None:
        """Numbers filled down in advance: each named, but not a million of them."""
        self.found.skipped += [(number, "", "blank_stt") for number in rows[:_ONLY_NUMBERED]]
        if rest := rows[_ONLY_NUMBERED:]:
            text = f"{rest[0] + 1}-{rest[-1] + 1}"
            self.found.skipped.append((rest[0], text, "blank_stt"))

    def _plain_record(self, row: Sequence[Cell]) -> bool:
        """The common case at the cost of few comparisons: a number, a name, something more."""
        if self._stt is None or len(row) <= self._furthest or type(row[self._stt]) not in _NUMBERS:
            return False
        for column in self._names:
            if isinstance(name := row[column], str) and len(name) > 2:
                break
        else:
            return False
        return any(row[column] not in _EMPTY for column in self._others)

    def _sort_other(self, number: int, row: Sequence[Cell]) -> bool:
        """Sort one row that is not plainly a record; False where the table ends before it."""
        texts = {c: text for c, cell in enumerate(row) if (text := as_text(cell))}
        if not texts:
            return True
        what = self._what(number, row, texts)
        if what == "next_table":
            self.found.next_table = self._titles_of_next(number)
            return False
        if what in ("record", "nameless"):
            self.found.records.append(number)
            self.found.contexts.append(self._context)
            if what == "nameless":
                self.found.nameless.add(number)
            return True
        shown = " | ".join(dict.fromkeys(texts.values()))
        if what == "section":
            self._context = self._sections.enter(self._context, longest(texts), number)
            self.found.starts.append(len(self.found.records))
        elif what == "total":
            self.found.totals.append((number, shown, len(self.found.records)))
        self.found.skipped.append((number, shown[:_SHOWN], what))
        return True

    def _titles_of_next(self, number: int) -> int:
        """Sections and notes right above a second header are its titles, not ours."""
        skipped, last = self.found.skipped, max(self.found.records, default=0)
        while skipped and skipped[-1][2] in ("section", "note") and skipped[-1][0] > last:
            number = skipped.pop()[0]
        return number

    def _what(self, number: int, row: Sequence[Cell], texts: Mapping[int, str]) -> str:
        numbered = self._numbered(row)
        tests: tuple[tuple[str, Callable[[], bool]], ...] = (
            ("blank_stt", lambda: numbered and set(texts) <= {self._stt}),
            ("repeated_header", lambda: not numbered and self._repeats_header(texts)),
            ("next_table", lambda: not numbered and self._begins_table(texts)),
            ("numbering", lambda: is_numbering(texts) and not self._has_name(texts)),
            ("total", lambda: not numbered and self._is_total(texts)),
            ("section", lambda: self._is_section(number, texts, numbered)),
            ("footer", lambda: self._is_footer(texts, numbered)),
        )
        for what, test in tests:
            if test():
                self._footer = what == "footer" or (
                    self._footer and what not in ("repeated_header", "section")
                )
                return what
        return self._record_or_note(texts, numbered)

    def _numbered(self, row: Sequence[Cell]) -> bool:
        cell = row[self._stt] if self._stt is not None and self._stt < len(row) else None
        if isinstance(cell, float | int):
            return True
        return isinstance(cell, str) and bool(
            re.fullmatch(r"\s*\d{1,6}(?:\.\d{1,3})*\s*[.)]?\s*", cell)
        )

    def _has_name(self, texts: Mapping[int, str]) -> bool:
        return any(c in texts and not NUMBERING.match(texts[c]) for c in self._names)

    def _repeats_header(self, texts: Mapping[int, str]) -> bool:
        same = sum(synonyms.heading_key(text) == self._leaves.get(c) for c, text in texts.items())
        return same > 1 and same >= 0.6 * len(texts)

    def _begins_table(self, texts: Mapping[int, str]) -> bool:
        """Another header: several headings, a name's among them, none of them long."""
        if len(texts) < 3 or any(len(text) > 80 for text in texts.values()):
            return False
        found = {synonyms.concept_of(text) for text in texts.values()} - {None}
        return len(found) >= 3 and bool(found & {*synonyms.NAMES, "unit_name"}) and "stt" in found

    def _is_total(self, texts: Mapping[int, str]) -> bool:
        return any(is_total(texts[c]) for c in sorted(texts)[:2])

    def _is_section(self, number: int, texts: Mapping[int, str], numbered: bool) -> bool:
        """One text, its mark perhaps in another cell, that gives something or looks the part.

        Where names are all that there is, a name is no section.
        """
        words = {
            c: text for c, text in texts.items() if not ROMAN.match(text) and not is_number(text)
        }
        marks = [text for text in texts.values() if ROMAN.match(text)]
        only_names = self._stt is None and not self._others
        if only_names or len(set(words.values())) != 1:
            return False
        column, text = next(iter(words.items()))
        if len(text) > 150 or (numbered and any(c in texts for c in self._others)):
            return False
        given = self._sections.gives(text)
        if numbered and not marks:
            return self._gives_context(given) and self._heads_rows(number)
        apart = column not in self._others or number in self._merged or column == min(texts)
        if given and (apart or marks):
            return not (column in self._names and "unit" in given and self._footer)
        if self._footer or FOOTER.match(fold(text)) or DATED.search(text):
            return False
        dressed = (
            bool(marks)
            or bool(MARK.match(text))
            or number in self._merged
            or self._sections.looks_like_unit(text)
        )
        return (
            dressed and column not in self._others and len(text) <= 100 and not text.startswith("(")
        )

    def _gives_context(self, given: Mapping[str, object]) -> bool:
        """A numbered «1 | Xã Cẩm Duệ» is a section only where no column tells the unit or kind."""
        told = {"unit", "kind"} & set(given)
        return bool(told) and not any(map(self._header.of, told))

    def _heads_rows(self, number: int) -> bool:
        """Whether a numbered row has rows of its own: «2 | …» below «1 | …» is its like.

        In «1 | Nhân dân xã Cẩm Hà», «2 | Hội Nông dân huyện» the units are those honoured. Rows of
        one kind in a row have one answer, which is looked for once.
        """
        like = [number]
        answer = self._heads.get(number)
        while answer is None:
            answer, below = self._looked_below(like[-1])
            like += [below] if answer is None else []
        self._heads |= dict.fromkeys(like, answer)
        return answer

    def _looked_below(self, number: int) -> tuple[bool | None, int]:
        """What the row below says, or None where it is one more of the kind; and its number."""
        below = next((n for n in range(number + 1, len(self._rows)) if any(self._rows[n])), None)
        if below is None:
            return False, number
        texts = {c: text for c, cell in enumerate(self._rows[below]) if (text := as_text(cell))}
        if not self._numbered(self._rows[below]):
            first = texts[min(texts)] if texts else ""
            return bool(texts) and not self._is_total(texts) and not ROMAN.match(first), below
        if self._order(below) != self._order(number) + 1:
            return True, below
        given = self._sections.gives(longest(texts))
        alone = not any(c in texts for c in self._others)
        return (None if alone and self._gives_context(given) else False), below

    def _order(self, number: int) -> int:
        """The number that a row has, before any point: 2 of «2.1»."""
        return int(re.split(r"\D", (as_text(self._rows[number][self._stt or 0]) or "").strip())[0])

    def _is_footer(self, texts: Mapping[int, str], numbered: bool) -> bool:
        if numbered and self._has_name(texts):
            return False
        if self._footer:
            return not (
                self._stt is None
                and len(set(texts) & set(self._others)) > 2
                and self._has_name(texts)
            )
        named = [texts[c] for c in self._names if c in texts]
        suspects = named or list(texts.values())
        if any(
            FOOTER.match(fold(text)) or SIGNED.search(text) or DATED.search(text)
            for text in suspects
        ):
            return True
        return len(texts) == 1 and (len(longest(texts)) > 100 or longest(texts).endswith("./."))

    def _record_or_note(self, texts: Mapping[int, str], numbered: bool) -> str:
        others = [c for c in self._others if c in texts]
        if any(c in texts for c in self._names):
            lone = not others and not numbered and self._stt is not None
            return "note" if lone else "record"
        if len(others) > 1 or (numbered and others):
            return "nameless"
        return "note"

    def _drop_prefilled(self) -> None:
        """Rows filled down in advance: the same values, no name, at the end."""
        found, rows = self.found, self._rows
        tail: list[int] = []
        for number in reversed(found.records):
            if number not in found.nameless:
                break
            tail.append(number)
        looks = {tuple(rows[n][c] if c < len(rows[n]) else "" for c in self._others) for n in tail}
        if len(tail) > 2 and len(looks) == 1:
            keep = len(found.records) - len(tail)
            del found.records[keep:], found.contexts[keep:]
            found.nameless -= set(tail)
            found.skipped += [(number, "", "prefilled") for number in reversed(tail)]

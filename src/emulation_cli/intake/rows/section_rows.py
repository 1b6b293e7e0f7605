"""Which rows head the rows below them: «I. TẬP THỂ», «Xã Cẩm Duệ», «2 | Hội Nông dân»."""

import re
from collections.abc import Mapping, Sequence

from emulation_cli.intake.cells.cell_values import as_text
from emulation_cli.intake.columns.column_map import Header
from emulation_cli.intake.rows.row_shapes import Shapes, Texts
from emulation_cli.intake.rows.row_words import is_number, is_total, longest
from emulation_cli.intake.rows.sections import MARK, ROMAN, Sections
from emulation_cli.sheets.workbook import Cell

_LONGEST, _LONGEST_DRESSED = 150, 100


class SectionRows:
    """Looks at rows that hold one text."""

    def __init__(
        self, rows: Sequence[Sequence[Cell]], header: Header, shapes: Shapes, sections: Sections
    ) -> None:
        self._rows = rows
        self._header = header
        self._shapes = shapes
        self._sections = sections
        self._heads: dict[int, bool] = {}

    def is_section(self, number: int, texts: Texts, shape: str) -> bool:
        """One text, its mark perhaps in another cell, that gives something or looks the part.

        Where names are all that there is, a name is no section.
        """
        words = {c: t for c, t in texts.items() if not ROMAN.match(t) and not is_number(t)}
        marks = any(ROMAN.match(text) for text in texts.values())
        shapes = self._shapes
        if (shapes.stt is None and not shapes.data) or len(set(words.values())) != 1:
            return False
        column, text = next(iter(words.items()))
        numbered = shape == "numbered"
        if len(text) > _LONGEST or (numbered and shapes.others(texts)):
            return False
        given = self._sections.gives(text)
        if numbered and not marks:
            return self._gives_context(given) and self._heads_rows(number)
        apart = column not in shapes.data or number in shapes.merged or column == min(texts)
        if given and (apart or marks):
            return True
        return column not in shapes.data and self._is_dressed(number, text, marks=marks)

    def _is_dressed(self, number: int, text: str, *, marks: bool) -> bool:
        """A mark, capitals where names have none, merged cells; or the numbers begin anew."""
        if len(text) > _LONGEST_DRESSED or text.startswith("("):
            return False
        return (
            marks
            or bool(MARK.match(text))
            or number in self._shapes.merged
            or self._sections.looks_like_unit(text)
            or self._numbers_restart(number)
        )

    def _numbers_restart(self, number: int) -> bool:
        """«Ngoài huyện» above a row that is number 1 again."""
        if self._shapes.stt is None:
            return False
        below = next((n for n in range(number + 1, len(self._rows)) if any(self._rows[n])), None)
        return (
            below is not None
            and self._shapes.is_numbered(self._rows[below])
            and self._order(below) == 1
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
        if not self._shapes.is_numbered(self._rows[below]):
            first = texts[min(texts)] if texts else ""
            return bool(texts) and not is_total(first) and not ROMAN.match(first), below
        if self._order(below) != self._order(number) + 1:
            return True, below
        given = self._sections.gives(longest(texts))
        alone = not self._shapes.others(texts)
        return (None if alone and self._gives_context(given) else False), below

    def _order(self, number: int) -> int:
        """The number that a row has, before any point: 2 of «2.1»."""
        cell = as_text(self._rows[number][self._shapes.stt or 0]) or ""
        return int(re.split(r"\D", cell.strip())[0])

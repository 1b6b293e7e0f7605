"""Word documents (.docx): the tables of a letter, with the lines between them as rows."""

import zipfile
from typing import TYPE_CHECKING

from emulation_cli.sheets.budget import MOST_COLUMNS, Budget
from emulation_cli.sheets.formats import docx_texts
from emulation_cli.sheets.formats.docx_texts import W, text_of, within
from emulation_cli.sheets.guard import MEGABYTE, Hostile
from emulation_cli.sheets.workbook import Cell, Merge, Place, ReaderNote, Sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST_PART = 32 * MEGABYTE  # its tree takes some ten times as much
_MOST_SPAN = 100
_DEEPEST = 8  # tables one within the other


def read(archive: zipfile.ZipFile, part: str, budget: Budget) -> list[Sheet]:
    """All tables of the document as one sheet; raises Hostile for a letter without a table."""
    size = archive.getinfo(part).file_size
    if size > _MOST_PART:
        raise Hostile("too_big", size=size // MEGABYTE)
    root = docx_texts.tree_of(archive.read(part))
    page = _WordRows(budget)
    page.add(root.find(f"{W}body"))
    if not page.tables:
        raise Hostile("word_without_table")
    page.compare(docx_texts.count_of(root, f"{W}tr"))
    return [
        Sheet(
            "Word", page.rows, merges=tuple(page.merges), notes=tuple(page.notes),
            struck=frozenset(page.struck),
        )
    ]  # fmt: skip


def _number(element: "Element", path: str, least: int) -> int:  # type: ignore[name-defined]  # noqa: F821
    found = element.find(path)
    text = found.get(f"{W}val", "") if found is not None else ""
    return min(max(int(text), least), _MOST_SPAN) if text.isdecimal() else least


def _is_text(table: "Element") -> bool:  # type: ignore[name-defined]  # noqa: F821
    """Whether a table within a cell only frames the text of it: one cell a row."""
    return all(len(list(within(line, f"{W}tc"))) < 2 for line in within(table, f"{W}tr"))


class _WordRows:
    """The rows of all tables so far, and the cells that are merged or struck out."""

    def __init__(self, budget: Budget) -> None:
        self.rows: list[list[Cell]] = []
        self.merges: list[Merge] = []
        self.notes: list[ReaderNote] = []
        self.struck: set[Place] = set()
        self.tables = 0
        self._lines = 0  # of tables
        self._budget = budget

    def add(self, parent: "Element", depth: int = 0) -> None:  # type: ignore[name-defined]  # noqa: F821
        """Add the tables and paragraphs of a part; those of a text box follow its paragraph."""
        if depth > _DEEPEST:
            raise Hostile("too_costly")
        for element in within(parent, f"{W}p", f"{W}tbl"):
            if element.tag == f"{W}tbl":
                self.add_table(element, depth)
            else:
                self.rows.append([text_of(element).replace("\n", " ")])
                self._add_boxes(element, depth)

    def _add_boxes(self, element: "Element", depth: int) -> None:  # type: ignore[name-defined]  # noqa: F821
        for box in docx_texts.boxes(element):
            self.add(box, depth + 1)

    def compare(self, there: int) -> None:
        """Tell it where the document has more lines of tables than were read."""
        if there > self._lines:
            values = {"there": there, "read": self._lines}
            self.notes.append(ReaderNote("rows_unread", "warn", values))

    def add_table(self, table: "Element", depth: int = 0) -> None:  # type: ignore[name-defined]  # noqa: F821
        """Add the rows of a table; the tables within its cells follow the row, as they are read."""
        self.tables += 1
        down: dict[int, Merge] = {}
        for line in within(table, f"{W}tr"):
            self._lines += 1
            self.rows.append([""] * _number(line, f"{W}trPr/{W}gridBefore", 0))
            cells = list(within(line, f"{W}tc"))
            row = len(self.rows) - 1
            for cell in cells:
                self._add_cell(cell, down, alone=len(cells) == 1)
            self._budget.add_row(self.rows[row])
            if line.find(f"{W}trPr/{W}del") is not None:
                self._leave_out(cells)
            self._add_within(cells, depth)
        self.merges += [merge for merge in down.values() if merge.bottom > merge.top]

    def _add_within(self, cells: "Sequence[Element]", depth: int) -> None:  # type: ignore[name-defined]  # noqa: F821
        for cell in cells:
            for inner in within(cell, f"{W}tbl"):
                if len(cells) > 1 and _is_text(inner):
                    self._lines += docx_texts.count_of(inner, f"{W}tr")
                elif depth > _DEEPEST:
                    raise Hostile("too_costly")
                else:
                    self.add_table(inner, depth + 1)
            for paragraph in within(cell, f"{W}p"):
                self._add_boxes(paragraph, depth)

    def _leave_out(self, cells: "Sequence[Element]") -> None:  # type: ignore[name-defined]  # noqa: F821
        """A row that was deleted while changes were tracked is none, and is told."""
        text = " | ".join(filter(None, map(docx_texts.text_before, cells)))
        self.notes.append(ReaderNote("deleted_row", "warn", {"text": text}, len(self.rows) - 1))
        self.rows[-1] = []

    def _add_cell(self, cell: "Element", down: dict[int, Merge], *, alone: bool) -> None:  # type: ignore[name-defined]  # noqa: F821
        row, cells = len(self.rows) - 1, self.rows[-1]
        left, across = len(cells), _number(cell, f"{W}tcPr/{W}gridSpan", 1)
        merged = cell.find(f"{W}tcPr/{W}vMerge")
        above = down.get(left)
        if merged is not None and merged.get(f"{W}val") != "restart" and above:
            down[left] = Merge(above.top, left, row, above.right)
            cells.append("")
        else:
            if above and above.bottom > above.top:
                self.merges.append(above)
            down[left] = Merge(row, left, row, left + across - 1)
            if merged is None and across > 1:
                self.merges.append(down.pop(left))
            framed = [] if alone else [one for one in within(cell, f"{W}tbl") if _is_text(one)]
            cells.append("\n".join(filter(None, map(text_of, (cell, *framed)))))
            if docx_texts.is_struck(cell):
                self.struck.add((row, left))
        cells.extend([""] * (across - 1))
        if len(cells) > MOST_COLUMNS:
            raise Hostile("too_wide", row=row + 1, most=MOST_COLUMNS)

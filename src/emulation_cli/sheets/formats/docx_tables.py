"""Word documents (.docx): the tables of a letter, with the lines between them as rows."""

import zipfile
from typing import TYPE_CHECKING

from emulation_cli.sheets.budget import MOST_COLUMNS, Budget
from emulation_cli.sheets.guard import MEGABYTE, Hostile
from emulation_cli.sheets.workbook import Cell, Merge, Note, Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MOST_PART = 32 * MEGABYTE  # its tree takes some ten times as much
_MOST_SPAN = 100
_WRAPPERS = tuple(
    f"{_W}{name}" for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo")
)
_UNSEEN = (
    f"{_W}del", f"{_W}moveFrom", f"{_W}tbl", f"{_W}rPr", f"{_W}pPr", f"{_W}sdtPr", f"{_W}tcPr",
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
)  # fmt: skip
_DEEPEST = 8  # tables one within the other


def read(archive: zipfile.ZipFile, part: str, budget: Budget) -> list[Sheet]:
    """All tables of the document as one sheet; raises Hostile for a letter without a table."""
    from defusedxml.ElementTree import parse

    size = archive.getinfo(part).file_size
    if size > _MOST_PART:
        raise Hostile("too_big", size=size // MEGABYTE)
    with archive.open(part) as stream:
        root = parse(stream, forbid_dtd=True).getroot()
    page = _Page(budget)
    for element in _within(root.find(f"{_W}body"), f"{_W}p", f"{_W}tbl"):
        if element.tag == f"{_W}tbl":
            page.add_table(element)
        else:
            page.rows.append([_text(element)])
    if not page.tables:
        raise Hostile("word_without_table")
    return [Sheet("Word", page.rows, merges=tuple(page.merges), notes=tuple(page.notes))]


def _within(parent: "Element", *tags: str) -> "Iterator[Element]":  # type: ignore[name-defined]  # noqa: F821
    """The parts of these kinds in their order, also those inside a control or a tracked change."""
    for element in parent if parent is not None else ():
        if element.tag in tags:
            yield element
        elif element.tag in _WRAPPERS:
            yield from _within(element, *tags)


def _text(element: "Element") -> str:  # type: ignore[name-defined]  # noqa: F821
    """The text of a paragraph or cell; a line or paragraph that ends is a blank."""
    return " ".join("".join(_texts(element)).split())


def _texts(element: "Element") -> "Iterator[str]":  # type: ignore[name-defined]  # noqa: F821
    """Without what was deleted or moved away, and without the tables within a cell."""
    for part in element:
        if part.tag == f"{_W}t":
            yield part.text or ""
        elif part.tag not in _UNSEEN:
            if part.tag in (f"{_W}p", f"{_W}br", f"{_W}tab"):
                yield " "
            yield from _texts(part)


def _number(element: "Element", path: str, least: int) -> int:  # type: ignore[name-defined]  # noqa: F821
    found = element.find(path)
    text = found.get(f"{_W}val", "") if found is not None else ""
    return min(max(int(text), least), _MOST_SPAN) if text.isdecimal() else least


class _Page:
    """The rows of all tables so far, and the cells that are merged."""

    def __init__(self, budget: Budget) -> None:
        self.rows: list[list[Cell]] = []
        self.merges: list[Merge] = []
        self.notes: list[Note] = []
        self.tables = 0
        self._budget = budget

    def add_table(self, table: "Element", depth: int = 0) -> None:  # type: ignore[name-defined]  # noqa: F821
        """Add the rows of a table; the tables within its cells follow the row, as they are read."""
        self.tables += 1
        down: dict[int, Merge] = {}
        for line in _within(table, f"{_W}tr"):
            self.rows.append([""] * _number(line, f"{_W}trPr/{_W}gridBefore", 0))
            cells = list(_within(line, f"{_W}tc"))
            for cell in cells:
                self._add_cell(cell, down)
            self._budget.add_row(self.rows[-1])
            if line.find(f"{_W}trPr/{_W}del") is not None:
                self._leave_out()
            for inner in (one for cell in cells for one in _within(cell, f"{_W}tbl")):
                if depth > _DEEPEST:
                    raise Hostile("too_costly")
                self.add_table(inner, depth + 1)
        self.merges += [merge for merge in down.values() if merge.bottom > merge.top]

    def _leave_out(self) -> None:
        """A row that was deleted while changes were tracked is none, and is told."""
        text = " | ".join(str(cell) for cell in self.rows[-1] if cell)
        self.notes.append(Note("deleted_row", "warn", {"text": text}, len(self.rows) - 1))
        self.rows[-1] = []

    def _add_cell(self, cell: "Element", down: dict[int, Merge]) -> None:  # type: ignore[name-defined]  # noqa: F821
        row, cells = len(self.rows) - 1, self.rows[-1]
        left, across = len(cells), _number(cell, f"{_W}tcPr/{_W}gridSpan", 1)
        merged = cell.find(f"{_W}tcPr/{_W}vMerge")
        above = down.get(left)
        if merged is not None and merged.get(f"{_W}val") != "restart" and above:
            down[left] = Merge(above.top, left, row, above.right)
            cells.append("")
        else:
            if above and above.bottom > above.top:
                self.merges.append(above)
            down[left] = Merge(row, left, row, left + across - 1)
            if merged is None and across > 1:
                self.merges.append(down.pop(left))
            cells.append(_text(cell))
        cells.extend([""] * (across - 1))
        if len(cells) > MOST_COLUMNS:
            raise Hostile("too_wide", row=row + 1, most=MOST_COLUMNS)

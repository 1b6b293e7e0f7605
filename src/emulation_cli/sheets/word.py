"""Word documents (.docx): the tables of a letter, with the lines between them as rows."""

import zipfile
from typing import TYPE_CHECKING

from emulation_cli.sheets.budget import MOST_COLUMNS, Budget
from emulation_cli.sheets.guard import MEGABYTE, Hostile
from emulation_cli.sheets.workbook import Cell, Merge, Sheet

PART = "word/document.xml"
if TYPE_CHECKING:
    from collections.abc import Iterator

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MOST_PART = 32 * MEGABYTE  # its tree takes some ten times as much
_MOST_SPAN = 100


def read(archive: zipfile.ZipFile, budget: Budget) -> list[Sheet]:
    """All tables of the document as one sheet; raises Hostile for a letter without a table."""
    from defusedxml.ElementTree import parse

    size = archive.getinfo(PART).file_size
    if size > _MOST_PART:
        raise Hostile("too_big", size=size // MEGABYTE)
    with archive.open(PART) as stream:
        root = parse(stream, forbid_dtd=True).getroot()
    page = _Page(budget)
    for element in _blocks(root.find(f"{_W}body")):
        if element.tag == f"{_W}tbl":
            page.add_table(element)
        else:
            page.rows.append([_text(element)])
    if not page.tables:
        raise Hostile("word_without_table")
    return [Sheet("Word", page.rows, merges=tuple(page.merges))]


def _blocks(parent: "Element") -> "Iterator[Element]":  # type: ignore[name-defined]  # noqa: F821
    """Paragraphs and tables in their order, also those inside a form's controls."""
    for element in parent if parent is not None else ():
        if element.tag in (f"{_W}p", f"{_W}tbl"):
            yield element
        elif element.tag in (f"{_W}sdt", f"{_W}sdtContent"):
            yield from _blocks(element)


def _text(element: "Element") -> str:  # type: ignore[name-defined]  # noqa: F821
    """The text of a paragraph or cell; a line or paragraph that ends is a blank."""
    parts = []
    for part in element.iter():
        if part.tag == f"{_W}t":
            parts.append(part.text or "")
        elif part.tag in (f"{_W}p", f"{_W}br", f"{_W}tab"):
            parts.append(" ")
    return " ".join("".join(parts).split())


def _number(element: "Element", path: str, least: int) -> int:  # type: ignore[name-defined]  # noqa: F821
    found = element.find(path)
    text = found.get(f"{_W}val", "") if found is not None else ""
    return min(max(int(text), least), _MOST_SPAN) if text.isdecimal() else least


class _Page:
    """The rows of all tables so far, and the cells that are merged."""

    def __init__(self, budget: Budget) -> None:
        self.rows: list[list[Cell]] = []
        self.merges: list[Merge] = []
        self.tables = 0
        self._budget = budget

    def add_table(self, table: "Element") -> None:  # type: ignore[name-defined]  # noqa: F821
        self.tables += 1
        down: dict[int, Merge] = {}
        for line in table.findall(f"{_W}tr"):
            self.rows.append([""] * _number(line, f"{_W}trPr/{_W}gridBefore", 0))
            for cell in line.findall(f"{_W}tc"):
                self._add_cell(cell, down)
            self._budget.add_row(self.rows[-1])
        self.merges += [merge for merge in down.values() if merge.bottom > merge.top]

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

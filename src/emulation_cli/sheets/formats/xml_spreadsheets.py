"""Web pages named .xls and SpreadsheetML 2003: what web systems hand out as «Excel»."""

import re
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser

from emulation_cli.sheets.budget import LEAST_TEXTS, MOST_CELLS, Budget
from emulation_cli.sheets.guard import Hostile
from emulation_cli.sheets.workbook import MOST_COLUMNS, Cell, Merge, Sheet, columns_between

_XML = "{urn:schemas-microsoft-com:office:spreadsheet}"
_MOST_SPAN = 1_000
_MOST_ROWS = 1 << 20
_MOST_TAKEN = 500_000  # cells under merged ones; each is remembered


_BLOCKS = frozenset(
    {"p", "div", "br", "center", "caption", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "table"}
)
_UNSEEN = frozenset({"head", "style", "script"})


class Tables(HTMLParser):
    """Collects every outer table of a page as rows of text, with its merged ranges.

    What stands between tables is a row of its own: web systems put the title there. `ends` has
    the row behind each outer table.
    """

    def __init__(self, budget: Budget) -> None:
        super().__init__(convert_charrefs=True)
        self._budget = budget
        self.rows: list[list[Cell]] = []
        self.merges: list[Merge] = []
        self._taken: set[tuple[int, int]] = set()
        self._text: list[str] | None = None
        self._span = (1, 1)
        self._between: list[str] = []
        self._unseen = 0
        self.ends: list[int] = []
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._unseen += tag in _UNSEEN
        self._depth += tag == "table"
        if tag in _BLOCKS or tag == "tr":
            self._end_line()
        if tag == "tr":
            self._close()
            if self.rows:
                self._budget.add_row(self.rows[-1])
            self.rows.append([])
        elif tag in ("td", "th") and self.rows:
            self._close()
            given = dict(attrs)
            self._span = (_span(given.get("rowspan")), _span(given.get("colspan")))
            self._text = []
        elif tag in ("br", "p", "div") and self._text:
            self._text.append("\n")

    def handle_data(self, data: str) -> None:
        if self._text is not None:
            self._text.append(data)
        elif not self._unseen:
            self._between.append(data)

    def _end_line(self) -> None:
        if line := " ".join("".join(self._between).split()):
            self.rows.append([line])
        self._between = []

    def close(self) -> None:
        super().close()
        if self._depth:  # a page that breaks off within its table
            self.ends.append(len(self.rows))
        self._end_line()

    def handle_endtag(self, tag: str) -> None:
        self._unseen -= tag in _UNSEEN and self._unseen > 0
        if tag in _BLOCKS:
            self._end_line()
        if tag in ("td", "th", "tr", "table"):
            self._close()
        if tag == "table" and self._depth:
            self._depth -= 1
            if not self._depth:
                self.ends.append(len(self.rows))

    def _close(self) -> None:
        if self._text is None:
            return
        row, cells = len(self.rows) - 1, self.rows[-1]
        while (row, len(cells)) in self._taken:
            cells.append("")
        down, across = self._span
        if down * across > 1:
            area = Merge(row, len(cells), row + down - 1, len(cells) + across - 1)
            self.merges.append(area)
            if len(self._taken) + down * across > _MOST_TAKEN:
                raise Hostile("far_cell", cell="?")
            self._taken.update(
                (r, c) for r in range(row, row + down) for c in range(area.left, area.right + 1)
            )
        cells.append(" ".join("".join(self._text).split()))
        cells.extend([""] * (across - 1))
        self._text = None


def _span(text: str | None) -> int:
    return min(max(int(text), 1), _MOST_SPAN) if text and text.isdecimal() else 1


def read_spreadsheet_xml(data: bytes, budget: Budget) -> list[Sheet]:
    """The sheets of an Excel 2003 XML file."""
    from defusedxml.ElementTree import fromstring

    cells, texts = data.count(b"Cell"), data.count(b'"String"')
    budget.expect(cells, proven=texts > cells * LEAST_TEXTS)
    root = fromstring(data, forbid_dtd=True)
    return [_sheet(sheet, budget) for sheet in root.iter(f"{_XML}Worksheet")]


def _sheet(sheet: "Element", budget: Budget) -> Sheet:  # type: ignore[name-defined]  # noqa: F821
    rows: list[list[Cell]] = []
    merges: list[Merge] = []
    hidden: set[int] = set()
    room = MOST_CELLS
    for row in sheet.iter(f"{_XML}Row"):
        number = _position(row, len(rows))
        if number > _MOST_ROWS:
            raise Hostile("far_cell", cell=str(number + 1))
        rows.extend([] for _ in range(number + 1 - len(rows)))
        if row.get(f"{_XML}Hidden") == "1":
            hidden.add(number)
        for cell in row.iter(f"{_XML}Cell"):
            _add_cell(cell, rows[number], number, merges)
            if len(rows[number]) > room:
                raise Hostile("far_cell", cell=str(number + 1))
        room -= len(rows[number])
        budget.add_row(rows[number])
    return Sheet(
        sheet.get(f"{_XML}Name", ""), rows, merges=tuple(merges), hidden_rows=frozenset(hidden),
        hidden_columns=frozenset(_hidden_columns(sheet)),
    )  # fmt: skip


def _hidden_columns(sheet: "Element") -> Iterator[int]:  # type: ignore[name-defined]  # noqa: F821
    place = 0
    for column in sheet.iter(f"{_XML}Column"):
        place = _position(column, place)
        count = int(column.get(f"{_XML}Span", 0)) + 1
        if column.get(f"{_XML}Hidden") == "1":
            yield from columns_between(place, count)
        place = min(place + count, MOST_COLUMNS)


def _add_cell(cell: "Element", cells: list[Cell], number: int, merges: list[Merge]) -> None:  # type: ignore[name-defined]  # noqa: F821
    column = _position(cell, len(cells))
    cells.extend([""] * (column - len(cells)))
    data = cell.find(f"{_XML}Data")
    cells.append(_value(data) if data is not None else "")
    across = int(cell.get(f"{_XML}MergeAcross", 0))
    down = int(cell.get(f"{_XML}MergeDown", 0))
    if across or down:
        merges.append(Merge(number, column, number + down, column + across))
        cells.extend([""] * min(across, _MOST_SPAN))


def _position(element: "Element", expected: int) -> int:  # type: ignore[name-defined]  # noqa: F821
    """`Index` may jump ahead, never so far that the gap alone fills the memory."""
    place = int(element.get(f"{_XML}Index", expected + 1)) - 1
    if not 0 <= place - expected <= MOST_CELLS // 6:
        raise Hostile("far_cell", cell=str(place + 1))
    return place


def _value(data: "Element") -> Cell:  # type: ignore[name-defined]  # noqa: F821
    text = "".join(data.itertext())
    kind = data.get(f"{_XML}Type")
    if kind == "Number":
        return float(text)
    if kind == "DateTime" and (match := re.match(r"(\d{4})-(\d\d)-(\d\d)", text)):
        return date(int(match[1]), int(match[2]), int(match[3]))
    return bool(int(text)) if kind == "Boolean" else text

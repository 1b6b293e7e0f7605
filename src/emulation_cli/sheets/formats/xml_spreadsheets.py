"""SpreadsheetML 2003: what web systems hand out as «Excel»."""

import re
from collections.abc import Iterator
from datetime import date

from emulation_cli.sheets.budget import LEAST_TEXTS, MOST_CELLS, Budget
from emulation_cli.sheets.guard import Hostile
from emulation_cli.sheets.workbook import (
    MOST_COLUMNS,
    Cell,
    Merge,
    Place,
    Sheet,
    columns_between,
)

_XML = "{urn:schemas-microsoft-com:office:spreadsheet}"
_EXCEL = "{urn:schemas-microsoft-com:office:excel}"
_MOST_SPAN = 1_000
_MOST_ROWS = 1 << 20


def read_spreadsheet_xml(data: bytes, budget: Budget) -> list[Sheet]:
    """The sheets of an Excel 2003 XML file."""
    from defusedxml.ElementTree import fromstring

    cells, texts = data.count(b"Cell"), data.count(b'"String"')
    budget.expect(cells, proven=texts > cells * LEAST_TEXTS)
    root = fromstring(data, forbid_dtd=True)
    struck = _struck_styles(root)
    return [_sheet(sheet, budget, struck) for sheet in root.iter(f"{_XML}Worksheet")]


def _struck_styles(root: "Element") -> frozenset[str]:  # type: ignore[name-defined]  # noqa: F821
    return frozenset(
        style.get(f"{_XML}ID", "")
        for style in root.iter(f"{_XML}Style")
        for font in style.iter(f"{_XML}Font")
        if font.get(f"{_XML}StrikeThrough") in ("1", "true")
    )


def _sheet(sheet: "Element", budget: Budget, styles: frozenset[str]) -> Sheet:  # type: ignore[name-defined]  # noqa: F821
    rows: list[list[Cell]] = []
    merges: list[Merge] = []
    hidden: set[int] = set()
    struck: set[Place] = set()
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
            if cell.get(f"{_XML}StyleID", row.get(f"{_XML}StyleID")) in styles:
                struck.add((number, len(rows[number]) - 1 - _across(cell)))
            if len(rows[number]) > room:
                raise Hostile("far_cell", cell=str(number + 1))
        room -= len(rows[number])
        budget.add_row(rows[number])
    return Sheet(
        sheet.get(f"{_XML}Name", ""), rows, _is_visible(sheet), tuple(merges), frozenset(hidden),
        hidden_columns=frozenset(_hidden_columns(sheet)), struck=frozenset(struck),
    )  # fmt: skip


def _is_visible(sheet: "Element") -> bool:  # type: ignore[name-defined]  # noqa: F821
    return not any((said.text or "").endswith("Hidden") for said in sheet.iter(f"{_EXCEL}Visible"))


def _across(cell: "Element") -> int:  # type: ignore[name-defined]  # noqa: F821
    return min(int(cell.get(f"{_XML}MergeAcross", 0)), _MOST_SPAN)


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
        cells.extend([""] * _across(cell))


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

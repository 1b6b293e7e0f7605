"""Excel 97-2003 workbooks, those written by PHPExcel included."""

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import IO

from emulation_cli.sheets.budget import Budget
from emulation_cli.sheets.formats import encrypted
from emulation_cli.sheets.formats.fonts import Run, is_legacy, of_runs
from emulation_cli.sheets.workbook import Cell, Merge, Place, Sheet, Since1904

_LEAST_OF_CELL = 14  # bytes in the file
_STREAM = 2  # a directory entry that holds data


def read(data: bytes, password: str | None, budget: Budget) -> list[Sheet]:
    """All worksheets; asks `encrypted` when the workbook is locked."""
    import xlrd

    budget.expect(len(data) // _LEAST_OF_CELL, proven=True)
    try:
        book = _open(data)
    except xlrd.XLRDError as trouble:
        if "encrypted" not in str(trouble).lower():
            raise
        book = _open(encrypted.unlock(data, password))
    return [_sheet(book, sheet) for sheet in book.sheets()]


def _open(data: bytes) -> "xlrd.Book":  # type: ignore[name-defined]  # noqa: F821
    """Without `ignore_workbook_corruption` half of the .xls files found in the wild fail."""
    import xlrd

    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        _check_chains(data, nowhere)
        return xlrd.open_workbook(
            file_contents=data, formatting_info=True, ignore_workbook_corruption=True,
            ragged_rows=True, logfile=nowhere,
        )  # fmt: skip


def _check_chains(data: bytes, nowhere: IO[str]) -> None:
    """Raises ValueError where sectors of a short stream go in a circle: xlrd would never end."""
    from xlrd.compdoc import SIGNATURE, CompDoc

    if not data.startswith(SIGNATURE):
        return
    document = CompDoc(data, logfile=nowhere, ignore_workbook_corruption=True)
    for node in document.dirlist:
        seen: set[int] = set()
        sector = node.first_SID if node.etype == _STREAM else -1
        while 0 <= sector < len(document.SSAT):
            if sector in seen:
                raise ValueError("circular chain of sectors")
            seen.add(sector)
            sector = document.SSAT[sector]


def _sheet(book: "xlrd.Book", sheet: "xlrd.sheet.Sheet") -> Sheet:  # type: ignore[name-defined]  # noqa: F821
    import xlrd

    rows: list[list[Cell]] = []
    errors: dict[Place, str] = {}
    for number in range(sheet.nrows):
        types = sheet.row_types(number)
        values: list[Cell] = sheet.row_values(number)
        for column, kind in enumerate(types):
            if kind == xlrd.XL_CELL_DATE:
                values[column] = _date(values[column], book.datemode)
            elif kind == xlrd.XL_CELL_NUMBER and book.datemode:
                values[column] = Since1904(values[column])  # type: ignore[arg-type]
            elif kind == xlrd.XL_CELL_BOOLEAN:
                values[column] = bool(values[column])
            elif kind == xlrd.XL_CELL_ERROR:
                errors[number, column] = xlrd.error_text_from_code.get(values[column], "#?")
                values[column] = ""
        rows.append(values)
    merges = tuple(Merge(t, le, b - 1, r - 1) for t, b, le, r in sorted(sheet.merged_cells))
    hidden = frozenset(row for row, about in sheet.rowinfo_map.items() if about.hidden)
    columns = frozenset(column for column, about in sheet.colinfo_map.items() if about.hidden)
    return Sheet(
        sheet.name, rows, sheet.visibility == 0, merges, hidden, errors,
        fonts=_fonts(book, sheet), hidden_columns=columns, struck=frozenset(_struck(book, sheet)),
    )  # fmt: skip


def _date(serial: Cell, datemode: int) -> Cell:
    """A time of day or a serial before 1900 stays a number: it is no date of a list."""
    import xlrd

    try:
        moment = xlrd.xldate_as_datetime(serial, datemode)
    except (ValueError, OverflowError, xlrd.XLDateError):
        return serial
    return moment.date() if moment.year > date(1900, 1, 1).year else serial


def _struck(book: "xlrd.Book", sheet: "xlrd.sheet.Sheet") -> Iterator[Place]:  # type: ignore[name-defined]  # noqa: F821
    """The cells whose style, or every run of whose text, is struck out."""
    fonts = {number for number, font in enumerate(book.font_list) if font.struck_out}
    styles = {number for number, style in enumerate(book.xf_list) if style.font_index in fonts}
    if not fonts:
        return
    for row in range(sheet.nrows):
        for column in range(sheet.row_len(row)):
            struck = sheet.cell_xf_index(row, column) in styles
            if starts := sheet.rich_text_runlist_map.get((row, column)):
                first = struck if starts[0][0] else True
                struck = first and all(font in fonts for _place, font in starts)
            if struck:
                yield row, column


def _fonts(book: "xlrd.Book", sheet: "xlrd.sheet.Sheet") -> dict[Place, str]:  # type: ignore[name-defined]  # noqa: F821
    names = [font.name for font in book.font_list]
    if not any(map(is_legacy, names)):
        return {}
    legacy = {
        number: names[style.font_index]
        for number, style in enumerate(book.xf_list)
        if style.font_index < len(names) and is_legacy(names[style.font_index])
    }
    fonts = {
        (row, column): legacy[style]
        for row in range(sheet.nrows)
        for column in range(sheet.row_len(row))
        if (style := sheet.cell_xf_index(row, column)) in legacy
    }
    for (row, column), starts in sheet.rich_text_runlist_map.items():
        font = of_runs(_runs(str(sheet.cell_value(row, column)), starts, names))
        if font is not None:
            fonts.pop((row, column), None)
            fonts |= {(row, column): font} if font else {}
    return fonts


def _runs(text: str, starts: list[tuple[int, int]], names: list[str]) -> Iterator[Run]:
    """The runs of a text; the first is in the font of the cell."""
    places = [0, *(place for place, _font in starts), len(text)]
    fonts = [None, *(names[font] if font < len(names) else None for _place, font in starts)]
    for place, end, font in zip(places, places[1:], fonts, strict=False):
        yield font, text[place:end]

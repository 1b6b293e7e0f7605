"""Excel 97-2003 workbooks, those written by PHPExcel included."""

import os
import re
from datetime import date
from pathlib import Path

from emulation_cli.sheets import encrypted
from emulation_cli.sheets.workbook import Cell, Merge, Place, Sheet

_LEGACY_FONT = re.compile(r"^(?:\.vn|vni[- ])", re.IGNORECASE)


def read(data: bytes, password: str | None = None) -> list[Sheet]:
    """All worksheets; asks `encrypted` when the workbook is locked."""
    import xlrd

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
        return xlrd.open_workbook(
            file_contents=data, formatting_info=True, ignore_workbook_corruption=True,
            ragged_rows=True, logfile=nowhere,
        )  # fmt: skip


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
        fonts=_fonts(book, sheet), hidden_columns=columns,
    )  # fmt: skip


def _date(serial: Cell, datemode: int) -> Cell:
    """A time of day or a serial before 1900 stays a number: it is no date of a list."""
    import xlrd

    try:
        moment = xlrd.xldate_as_datetime(serial, datemode)
    except (ValueError, OverflowError, xlrd.XLDateError):
        return serial
    return moment.date() if moment.year > date(1900, 1, 1).year else serial


def _fonts(book: "xlrd.Book", sheet: "xlrd.sheet.Sheet") -> dict[Place, str]:  # type: ignore[name-defined]  # noqa: F821
    legacy = {
        number: book.font_list[style.font_index].name
        for number, style in enumerate(book.xf_list)
        if style.font_index < len(book.font_list)
        and _LEGACY_FONT.match(book.font_list[style.font_index].name)
    }
    if not legacy:
        return {}
    return {
        (row, column): legacy[style]
        for row in range(sheet.nrows)
        for column in range(sheet.row_len(row))
        if (style := sheet.cell_xf_index(row, column)) in legacy
    }

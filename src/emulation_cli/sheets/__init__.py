"""Workbooks in and out: the only place that knows the spreadsheet libraries."""

from emulation_cli.sheets.reading import PAPERS, SUFFIXES, read
from emulation_cli.sheets.workbook import (
    Cell,
    Merge,
    Sheet,
    Workbook,
    address,
    column_letters,
    column_number,
)

__all__ = [
    "PAPERS",
    "SUFFIXES",
    "Cell",
    "Merge",
    "Sheet",
    "Workbook",
    "address",
    "column_letters",
    "column_number",
    "read",
]

"""Workbooks in and out: the only place that knows the spreadsheet libraries."""

from emulation_cli.sheets.budget import megabytes_for, seconds_for
from emulation_cli.sheets.workbook import (
    Cell,
    Merge,
    Sheet,
    Workbook,
    address,
    column_letters,
    column_number,
)
from emulation_cli.sheets.workbook_reading import PAPERS, SUFFIXES, read, understood_in_time
from emulation_cli.sheets.writing.stamp import Stamp

__all__ = [
    "PAPERS",
    "SUFFIXES",
    "Cell",
    "Merge",
    "Sheet",
    "Stamp",
    "Workbook",
    "address",
    "column_letters",
    "column_number",
    "megabytes_for",
    "read",
    "seconds_for",
    "understood_in_time",
]

"""Sheets made in memory, for tests of one difficulty each."""

from lookup import lookup

from emulation_cli.intake import Hints, read_lists
from emulation_cli.sheets import Merge, Sheet, Workbook, column_number


def table(text: str) -> list[list[object]]:
    """Rows from lines, cells from bars; a bare number is a number, as Excel keeps it.

    « ⏎ » is a line break within a cell.
    """
    return [
        [_cell(cell.strip()) for cell in line.split("|")] for line in text.strip("\n").splitlines()
    ]


def _cell(text: str) -> object:
    text = text.replace(" ⏎ ", "\n")
    return (
        float(text) if text.replace(".", "", 1).isdecimal() and not text.startswith("0") else text
    )


def merge(area: str) -> Merge:
    """`B3:C5`."""
    (left, top), (right, bottom) = (_place(one) for one in area.split(":"))
    return Merge(top, left, bottom, right)


def _place(text: str) -> tuple[int, int]:
    return column_number(text.rstrip("0123456789")), int(
        text.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    ) - 1


def read_table(text, merges="", name="Sheet1", file="danh sach.xlsx", hints=None, **layout):
    """The readings of one sheet drawn as text."""
    sheet = Sheet(
        name,
        table(text) if isinstance(text, str) else text,
        merges=tuple(map(merge, merges.split())),
        **layout,
    )
    return read_lists(Workbook(file, "", "xlsx", (sheet,)), hints or Hints(), lookup()).sheets


def codes(sheet, *severities):
    return [p.code for p in sheet.problems if p.severity in (severities or ("block", "warn"))]

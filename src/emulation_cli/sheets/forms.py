"""An empty workbook to fill in: headings with notes, drop-downs, and a sheet of examples.

Imported only where a form is really made: openpyxl takes long to load.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

FONT = "Times New Roman"
TITLE_ROWS = 2
ROWS_TO_FILL = 1000
_THIN = Side(style="thin")
_HEAD = {
    "font": Font(name=FONT, size=12, bold=True),
    "alignment": Alignment(horizontal="center", vertical="center", wrap_text=True),
    "border": Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN),
    "fill": PatternFill("solid", fgColor="E7E6E6"),
}


@dataclass(frozen=True)
class FormColumn:
    """A column to fill in: its heading, a note on it, what may be chosen, and an example."""

    heading: str
    note: str
    example: str
    choices: Sequence[str] = ()


@dataclass(frozen=True)
class FormTitles:
    """The words over the form and the names of its sheets."""

    title: str
    hint: str
    form: str
    example: str
    lists: str


def write_form(path: Path, titles: FormTitles, columns: Sequence[FormColumn]) -> None:
    """Write the form; raises OSError. Examples stand on a sheet that import passes over."""
    workbook = Workbook()
    workbook.properties.creator = "emul"
    form = workbook.active
    form.title = titles.form
    lists = workbook.create_sheet(titles.lists)
    lists.sheet_state = "hidden"
    example = workbook.create_sheet(titles.example, 1)
    for sheet in (form, example):
        _head(sheet, titles, columns)
    for number, column in enumerate(columns, start=1):
        if column.choices:
            form.add_data_validation(_drop_down(lists, number, column.choices))
        _text(example.cell(TITLE_ROWS + 2, number), column.example)
    workbook.save(path)


def _head(sheet: Any, titles: FormTitles, columns: Sequence[FormColumn]) -> None:
    sheet.cell(1, 1, titles.title).font = Font(name=FONT, size=14, bold=True)
    sheet.cell(2, 1, titles.hint).font = Font(name=FONT, size=12, italic=True)
    for number, column in enumerate(columns, start=1):
        cell = sheet.cell(TITLE_ROWS + 1, number, column.heading)
        for name, look in _HEAD.items():
            setattr(cell, name, look)
        if column.note:
            cell.comment = Comment(column.note, "emul", width=320, height=120)
        width = max(len(column.heading), len(column.example)) + 4
        sheet.column_dimensions[get_column_letter(number)].width = min(max(width, 8), 40)
    sheet.freeze_panes = f"A{TITLE_ROWS + 2}"
    sheet.print_title_rows = f"{TITLE_ROWS + 1}:{TITLE_ROWS + 1}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4


def _drop_down(lists: Any, number: int, choices: Iterable[str]) -> DataValidation:
    """The choices stand on the hidden sheet: within a cell there is room for 255 letters only.

    What is not among them may still be typed: a unit or a field may be new.
    """
    letter = get_column_letter(number)
    last = 0
    for last, choice in enumerate(choices, start=1):
        _text(lists.cell(last, number), choice)
    source = f"='{lists.title}'!${letter}$1:${letter}${last}"
    validation = DataValidation("list", formula1=source, allow_blank=True, showErrorMessage=False)
    first = TITLE_ROWS + 2
    validation.add(f"{letter}{first}:{letter}{first + ROWS_TO_FILL}")
    return validation


def _text(cell: Any, text: str) -> None:
    """Text that is never taken for a formula."""
    cell.value = text
    cell.data_type = "s"

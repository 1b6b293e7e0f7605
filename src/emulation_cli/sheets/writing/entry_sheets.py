"""Workbooks to fill in: headings with notes, drop-downs, rows that are there, sheets of examples.

Imported only where a form is really made: openpyxl takes long to load.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import zip_longest
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet import _writer as worksheet_writer
from openpyxl.xml.functions import xmlfile

from emulation_cli.sheets.validations import offering, refusing
from emulation_cli.sheets.writing import stamp
from emulation_cli.sheets.writing.workbook_writing import put_text

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
Value = str | int | None


@dataclass(frozen=True)
class FormColumn:
    """A column to fill in: its heading, a note on it, what may be chosen, and an example."""

    heading: str
    note: str = ""
    example: str = ""
    choices: Sequence[str] = ()


@dataclass(frozen=True)
class Form:
    """One sheet: its name, the words over it, its columns, and the rows that stand in it.

    `locked` is what is said to whom types over a heading.
    """

    sheet: str
    title: str
    hint: str
    columns: Sequence[FormColumn]
    rows: Iterable[Sequence[Value]] = ()
    locked: str = ""


def write_forms(path: Path, forms: Sequence[Form], lists: str) -> None:
    """Write the forms; raises OSError. What the drop-downs offer stands on the hidden `lists`."""
    # Letters as they are: by itself openpyxl writes a number for each that has a mark.
    worksheet_writer.xmlfile = partial(xmlfile, encoding="UTF-8")
    workbook = Workbook(write_only=True)
    workbook.properties.creator = "emul"
    offered: dict[tuple[str, ...], str] = {}
    for form in forms:
        _write(workbook.create_sheet(form.sheet), form, lists, offered)
    sheet = workbook.create_sheet(lists)
    sheet.sheet_state = "hidden"
    for row in zip_longest(*offered):
        sheet.append([_cell(sheet, text) for text in row])
    stamp.put_on(workbook)
    workbook.save(path)


def _write(sheet: Any, form: Form, lists: str, offered: dict[tuple[str, ...], str]) -> None:
    sheet.freeze_panes = f"A{TITLE_ROWS + 2}"
    sheet.print_title_rows = f"{TITLE_ROWS + 1}:{TITLE_ROWS + 1}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    for number, column in enumerate(form.columns, start=1):
        width = max(len(column.heading), len(column.example)) + 4
        sheet.column_dimensions[get_column_letter(number)].width = min(max(width, 8), 40)
    for row in _head(sheet, form):
        sheet.append(row)
    last = TITLE_ROWS + 1
    for values in form.rows:
        stamp.note(values[0])
        sheet.append([_cell(sheet, value) for value in values])
        last += 1
    if form.locked:
        last_column = get_column_letter(len(form.columns))
        head = f"A{TITLE_ROWS + 1}:{last_column}{TITLE_ROWS + 1}"
        sheet.data_validations.append(refusing(head, form.locked))
    for number, column in enumerate(form.columns, start=1):
        if column.choices:
            place = offered.setdefault(tuple(column.choices), get_column_letter(len(offered) + 1))
            source = f"='{lists}'!${place}$1:${place}${len(column.choices)}"
            # On the hidden sheet: within a cell there is room for 255 letters only.
            letter = get_column_letter(number)
            cells = f"{letter}{TITLE_ROWS + 2}:{letter}{last + ROWS_TO_FILL}"
            sheet.data_validations.append(offering(cells, source))


def _head(sheet: Any, form: Form) -> Iterator[list[Any]]:
    title, hint = _cell(sheet, form.title), _cell(sheet, form.hint)
    title.font = Font(name=FONT, size=14, bold=True)
    hint.font = Font(name=FONT, size=12, italic=True)
    yield [title]
    yield [hint]
    head = []
    for column in form.columns:
        cell = _cell(sheet, column.heading)
        for name, look in _HEAD.items():
            setattr(cell, name, look)
        if column.note:
            cell.comment = Comment(column.note, "emul", width=320, height=120)
        head.append(cell)
    yield head


def _cell(sheet: Any, value: Value) -> Any:
    """Text is never taken for a formula or an error."""
    if not isinstance(value, str):
        return value
    cell = WriteOnlyCell(sheet)
    put_text(cell, value)
    return cell

"""What a reader leaves out of a file is told: the cells are counted in another way as well."""

import io
import zipfile
from dataclasses import replace

import pytest
from openpyxl import Workbook

from emulation_cli.sheets import read
from emulation_cli.sheets.formats import ods, xlsx

ROWS = [["STT", "Tên"], [1, "Lê Văn An"], [2, "Trần Văn Bê"]]


def _book(path, rows=ROWS):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


def _told(path):
    return [
        (note.values["count"], note.values["cells"])
        for sheet in read(path).sheets
        for note in sheet.notes
        if note.code == "cells_not_read"
    ]


@pytest.mark.parametrize(
    ("kept", "told"),
    [(3, []), (2, [(2, "A3, B3")]), (0, [(6, "A1, B1, A2, B2, A3")])],
)
def test_cells_that_the_reader_left_out_are_named(tmp_path, monkeypatch, kept, told):
    whole = xlsx.values_of
    monkeypatch.setattr(
        xlsx,
        "values_of",
        lambda *given: [replace(sheet, rows=sheet.rows[:kept]) for sheet in whole(*given)],
    )
    assert _told(_book(tmp_path / "a.xlsx")) == told


def test_formulas_errors_and_empty_texts_are_no_cells_that_are_missing(tmp_path):
    path = _book(tmp_path / "a.xlsx", [*ROWS, ["=1+1", "#N/A"], [" ", True]])
    assert _told(path) == []


def test_a_shared_text_that_says_nothing_is_none(tmp_path):
    path = _book(tmp_path / "a.xlsx")
    made = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name.endswith("sharedStrings.xml"):
                data = data.replace("Trần Văn Bê".encode(), b"")
            new.writestr(name, data)
    path.write_bytes(made.getvalue())
    assert _told(path) == []


@pytest.mark.parametrize(("read_cells", "told"), [(4, []), (1, [(3, "?")])])
def test_an_open_document_is_counted_too(tmp_path, monkeypatch, read_cells, told):
    from odf.opendocument import OpenDocumentSpreadsheet
    from odf.table import CoveredTableCell, Table, TableCell, TableRow
    from odf.text import P

    document, table = OpenDocumentSpreadsheet(), Table(name="A")
    for texts in (("STT", "Tên"), ("1", "Lê Văn An"), ("", "")):
        row = TableRow()
        for text in texts:
            cell = TableCell(valuetype="string")
            cell.addElement(P(text=text))
            row.addElement(cell)
        row.addElement(CoveredTableCell())
        table.addElement(row)
    document.spreadsheet.addElement(table)
    path = tmp_path / "a.ods"
    document.save(path)
    monkeypatch.setattr(ods, "filled_in", lambda _rows: read_cells)
    assert _told(path) == told

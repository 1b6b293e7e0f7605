"""The values of a workbook: by calamine, where that one fails by another reader, which is told."""

import io
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import time
from typing import Any

from emulation_cli.sheets.budget import Budget
from emulation_cli.sheets.guard import Hostile
from emulation_cli.sheets.workbook import Cell, Merge, ReaderNote, Sheet

_MOST_CELLS = 400_000  # for a reader that takes ten times as long and as much
_MOST_TEXTS = 50_000
_BYTES_OF_CELL = 600
_OTHER_READER = ReaderNote("other_reader", "warn", {})


def values_of(data: bytes, budget: Budget) -> list[Sheet]:
    """The worksheets of a workbook with their values and merged cells."""
    try:
        with unheard():
            return _by_calamine(data)
    except (KeyboardInterrupt, SystemExit, MemoryError, Hostile):
        raise
    except ImportError:  # not to be loaded on this machine: nothing is odd about the file
        return _by_openpyxl(data, budget)
    except BaseException:  # noqa: BLE001 (its panics are no Exception)
        # What neither can read is a damaged file: then the second one says why.
        return _by_openpyxl(data, budget, (_OTHER_READER,))


@contextmanager
def unheard() -> Iterator[None]:
    """A reader in Rust says of its own end what no clerk needs, past Python, on stderr."""
    try:
        said = os.dup(2)
    except OSError:  # there is no stderr
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(said, 2)
        os.close(said)
        os.close(nowhere)


def _by_calamine(data: bytes) -> list[Sheet]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum, load_workbook

    book = load_workbook(io.BytesIO(data))
    sheets = []
    for about in book.sheets_metadata:
        if about.typ == SheetTypeEnum.WorkSheet:
            source = book.get_sheet_by_name(about.name)
            rows = _rows_of(source) if source.start else []
            merges = tuple(
                Merge(top, left, bottom, right)
                for (top, left), (bottom, right) in sorted(source.merged_cell_ranges or ())
            )
            visible = about.visible == SheetVisibleEnum.Visible
            sheets.append(Sheet(about.name, rows, visible, merges))
    return sheets


def _rows_of(source: "CalamineSheet") -> list[list[Cell]]:  # type: ignore[name-defined]  # noqa: F821
    """The rows from the first of the sheet on; a text that stands in many cells is held once."""
    left = source.start[1]
    texts: dict[str, str] = {}
    rows: list[list[Cell]] = []
    margin: list[Cell] = [""] * left  # which the reader leaves out; empty rows above it gives
    for row in source.iter_rows():
        if len(texts) > _MOST_TEXTS:
            texts.clear()
        rows.append(
            [*margin, *(texts.setdefault(one, one) if type(one) is str else one for one in row)]
        )
    return rows


def _by_openpyxl(data: bytes, budget: Budget, notes: tuple[ReaderNote, ...] = ()) -> list[Sheet]:
    from openpyxl import load_workbook

    if budget.cells > _MOST_CELLS:
        raise Hostile("too_costly")
    budget.weigh(budget.cells * _BYTES_OF_CELL)
    book = load_workbook(io.BytesIO(data), data_only=True)
    return [
        Sheet(
            page.title,
            [[_plain(value) for value in row] for row in page.iter_rows(values_only=True)],
            page.sheet_state == "visible",
            tuple(
                Merge(one.min_row - 1, one.min_col - 1, one.max_row - 1, one.max_col - 1)
                for one in page.merged_cells.ranges
            ),
            notes=notes,
        )
        for page in book.worksheets
    ]


def _plain(value: Any) -> Cell:
    return str(value) if isinstance(value, time) else "" if value is None else value

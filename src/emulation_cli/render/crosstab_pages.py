"""A tally on the screen and in files; in CSV and JSON cell by cell, with codes and labels."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, TextIO

from emulation_cli.documents.crosstab_document import Tally, build
from emulation_cli.documents.document import Column, Table
from emulation_cli.documents.headings import is_grouped
from emulation_cli.documents.links.rows_behind import Behind
from emulation_cli.documents.speech import Speech
from emulation_cli.render.labels import Label
from emulation_cli.render.layout import width
from emulation_cli.render.screen.terminal import Line, show
from emulation_cli.tallies.crosstab import Crosstab
from emulation_cli.tallies.measures.answering_units import units_in_json

_LABEL, _GAP = 24, 2
_WIDTHS = (6, 44, 13)


def write(found: Crosstab, style: str, out: TextIO) -> None:
    """Write a tally to a stream as table, csv, json or md."""
    match style:
        case "json":
            from emulation_cli.render.screen.machine_text import write_json

            write_json(as_json(found), out)
        case "csv":
            from emulation_cli.render.screen.machine_text import write_csv

            write_csv(_cell_columns(found), _cells(found), out)
        case "md":
            out.writelines(f"{line}\n" for line in markdown_lines(build(found)))
        case _:
            tally = build(found)
            show(lambda room: screen_lines(tally, room), out)


def as_json(found: Crosstab) -> dict[str, Any]:
    """The tally for programs: what was counted, of when, and each cell that is not 0."""
    period = found.request.period
    columns = _cell_columns(found)
    return {
        "version": 1,
        "unit": units_in_json(found.request.within, found.unit),
        "cut_off": found.request.cut_off,
        "period": period and {"text": period.text, "from": period.first, "to": period.last},
        "counted": found.counted,
        "by": list(found.by),
        "total": found.total,
        "not_placed": found.not_placed,
        "cells": [dict(zip(columns, cell, strict=True)) for cell in _cells(found)],
    }


def _cell_columns(found: Crosstab) -> tuple[str, ...]:
    money = ("amount", "amount_unknown") if found.counted == "honours" else ()
    return (*found.by, *(f"{name}_label" for name in found.by), "count", *money)


def _cells(found: Crosstab) -> Iterator[tuple[Any, ...]]:
    """Each cell that is not 0: its codes, their labels, its number; in the order of the table."""
    labels = [{one.code: one.label for one in headings} for headings in found.headings]
    places = [{one.code: i for i, one in enumerate(headings)} for headings in found.headings]

    def place(codes: tuple[str | None, ...]) -> list[int]:
        return [places[i][code] for i, code in enumerate(codes)]

    for codes in sorted(found.cells, key=place):
        named = (labels[i][code] for i, code in enumerate(codes))
        money = found.money.get(codes, (0, found.cells[codes]))
        yield (*codes, *named, found.cells[codes], *(money if found.counted == "honours" else ()))


def screen_lines(tally: Tally, room: int | None) -> Iterator[Line]:
    from emulation_cli.render.screen.report_page import COMMAND, NOTE, TITLE, paragraph
    from emulation_cli.render.text_tables import table_lines

    yield from paragraph(tally.title, room, TITLE)
    for line in (tally.unit, *tally.under):
        yield from paragraph(line, room)
    yield Line()
    speech = Speech(tally.language)
    if tally.table:
        table, legend = _narrowed(tally.table, room)
        yield from table_lines(tally.language, replace(table, title=table.head), room)
        for line in legend:
            yield from paragraph(line, room, NOTE)
        yield Line()
    for note in tally.notes:
        yield from paragraph(f"* {note.text}", room, NOTE)
        if note.command:
            yield Line(f"  {note.command}", COMMAND)
    if tally.command:
        yield Line(f"{speech.say('command.rows')}: {tally.command}", COMMAND)


def _narrowed(table: Table, room: int | None) -> tuple[Table, list[str]]:
    """The table for a screen; where its headings have no room they are numbers, told below."""
    wanted = [max(width(word) for word in column.title.split()) for column in table.columns]
    if room is None or _LABEL + sum(wanted) + _GAP * len(wanted) <= room:
        return table, []
    columns: list[Column] = []
    legend: list[str] = []
    for column in table.columns:
        if column.name in ("total", "amount", "amount_unknown"):
            columns.append(column)
            continue
        number = f"({len(legend) + 1})"
        columns.append(replace(column, title=number, group=""))
        legend.append(f"{number} {column.title}")
    return replace(table, columns=tuple(columns)), ["; ".join(legend)]


def markdown_lines(tally: Tally) -> Iterator[str]:
    from emulation_cli.render.web.markdown import escaped, paragraph, table_lines

    yield f"# {escaped(tally.title)}"
    for line in (tally.unit, *tally.under):
        yield from ("", paragraph(line))
    if tally.table:
        yield from list(table_lines(tally.language, tally.table))[3:]
    yield ""
    for note in tally.notes:
        yield f"- {escaped(note.text)}" + (f" `{note.command}`" if note.command else "")
    if tally.command:
        yield f"- {escaped(Speech(tally.language).say('command.rows'))}: `{tally.command}`"


def write_sheet(found: Crosstab, path: Path) -> None:
    """The tally as a workbook to print; raises OSError."""
    table_sheet(build(found), path)


def table_sheet(
    tally: Tally, path: Path, behind: Behind | None = None, label: Label | None = None
) -> None:
    """A table by itself as a workbook, with the rows that its numbers open; raises OSError."""
    from emulation_cli.render.excel.list_sheet import ListWriter, SheetHead
    from emulation_cli.render.excel.rows_sheet import RowsWriter
    from emulation_cli.render.excel.table_sheet import head_rows, signatures, table_rows
    from emulation_cli.sheets.writing.workbook_writing import Book

    speech = Speech(tally.language)
    repeated = 4 + len(tally.under) + bool(tally.table and is_grouped(tally.table.columns))
    with Book(tally.title) as book:
        numbers = len(tally.table.columns) if tally.table else 1
        widths = [*_WIDTHS[:2], *[_WIDTHS[2]] * numbers]
        title = book.sheet_title(speech.say("sheet.summary"))
        rows = RowsWriter(ListWriter(book, speech, label), behind or Behind())
        if behind and behind.lists:
            name = book.sheet_title(speech.say("sheet.rows"))
            head = SheetHead(tally.unit, tally.title, tally.under)
            rows.write_details(range(len(behind.lists)), name, head)
            rows.print_nothing()
        page = book.page(title, widths, speech.say("page"), repeated, 0)
        head_rows(page, tally.unit, tally.title, tally.under)
        if tally.table:
            table_rows(page, speech, tally.table, rows.link)
        for note in tally.notes:
            page.across(note.text, "note")
        signatures(page, speech)
        book.save(path)


def write_document(found: Crosstab, path: Path) -> None:
    """The tally as a page of a document; raises OSError."""
    table_document(build(found), path)


def table_document(tally: Tally, path: Path) -> None:
    """A table by itself as a page of a document, lying down where it is wide; raises OSError."""
    from emulation_cli.render.word.letter import prepared_by
    from emulation_cli.render.word.paper import LANDSCAPE_WIDTH, PORTRAIT_WIDTH, Paper, Words
    from emulation_cli.render.word.paper_table import table_on_paper

    paper = Paper(tally.title)
    wide = bool(tally.table and len(tally.table.columns) > 5)
    if wide:
        paper.lie()
    text_width = LANDSCAPE_WIDTH if wide else PORTRAIT_WIDTH
    paper.write(Words(tally.title.upper(), "center", bold=True))
    paper.write(*(Words(line, "center", size=12, italic=True) for line in tally.under))
    paper.write(Words("", size=6))
    if tally.table:
        table_on_paper(paper, tally.language, tally.table, text_width)
    paper.write(*(Words(f"({note.text})", "both", size=12, italic=True) for note in tally.notes))
    prepared_by(paper, tally.language, text_width)
    paper.save(path)

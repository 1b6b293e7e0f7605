"""A table that the clerk specified, on the screen and in files; every number with its rows."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO

from emulation_cli.documents.crosstab_document import Tally
from emulation_cli.documents.document import Row
from emulation_cli.documents.links.list_commands import command_of
from emulation_cli.documents.links.rows_behind import Behind
from emulation_cli.render.labels import Label


def write_table(tally: Tally, style: str, out: TextIO) -> None:
    """Write the table to a stream as table, csv, json or md."""
    from emulation_cli.render.crosstab_pages import markdown_lines, screen_lines
    from emulation_cli.render.screen.machine_text import write_csv, write_json
    from emulation_cli.render.screen.terminal import show

    match style:
        case "json":
            write_json(_as_json(tally), out)
        case "csv":
            write_csv(("code", "label", "column", "value"), _cells(tally), out)
        case "md":
            out.writelines(f"{line}\n" for line in markdown_lines(tally))
        case _:
            show(lambda room: screen_lines(tally, room), out)


def _rows(tally: Tally) -> tuple[Row, ...]:
    return tally.table.rows if tally.table else ()


def _cells(tally: Tally) -> Iterator[tuple[Any, ...]]:
    columns = tally.table.columns if tally.table else ()
    for row in _rows(tally):
        for column, value in zip(columns, row.values, strict=True):
            yield row.code, row.label, column.title, value


def _as_json(tally: Tally) -> dict[str, Any]:
    """For programs: each number with the command that lists its rows."""
    columns = tally.table.columns if tally.table else ()
    return {
        "version": 1,
        "unit": tally.unit,
        "title": tally.title,
        "columns": [column.title for column in columns],
        "rows": [
            {
                "code": row.code,
                "label": row.label,
                "values": list(row.values),
                "commands": [cut and command_of(cut.rows) for cut in row.cuts],
            }
            for row in _rows(tally)
        ],
    }


def write_table_file(tally: Tally, path: Path, behind: Behind, label: Label | None) -> None:
    """Write the table to a file, its format by the suffix; raises FileTrouble and Usage."""
    from functools import partial

    from emulation_cli.render import REPORT_SUFFIXES
    from emulation_cli.render.crosstab_pages import table_document, table_sheet
    from emulation_cli.render.whole_files import write_file

    def text(style: str, out: TextIO) -> None:
        if style == "html":
            from emulation_cli.render.web.html import table_page

            table_page(tally, behind, label, out)
        else:
            write_table(tally, style, out)

    document = partial(table_document, tally)
    workbook = partial(table_sheet, tally, behind=behind, label=label)
    write_file(path, REPORT_SUFFIXES, document, workbook, text)

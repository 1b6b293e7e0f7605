"""Values made into text and files. Each format is loaded only when it is asked for.

Two kinds of place: a stream (what the clerk sees or pipes on) and a file (its format by suffix).
"""

from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from emulation_cli.documents.card import Card, Glance
    from emulation_cli.documents.letterhead import Letterhead
    from emulation_cli.documents.links.rows_behind import Behind
    from emulation_cli.documents.papers.list_head import ListHead
    from emulation_cli.render.labels import Label
    from emulation_cli.tallies.crosstab import Crosstab
    from emulation_cli.tallies.measures.figures import ReportFigures
    from emulation_cli.tallies.row_lists.listings import Listing

REPORT_FORMATS = ("text", "json", "csv", "md")
LIST_FORMATS = ("table", "csv", "json")
REPORT_SUFFIXES = (".docx", ".pdf", ".xlsx", ".html", ".csv", ".json", ".md")
SUFFIXES_WITH_ROWS = (".docx", ".pdf", ".xlsx", ".html")
LIST_SUFFIXES = (".docx", ".pdf", ".xlsx", ".csv", ".json")
TALLY_FORMATS = ("table", "csv", "json", "md")
TALLY_SUFFIXES = (".docx", ".pdf", ".xlsx", ".csv", ".json", ".md")


def report(figures: "ReportFigures", style: str, out: TextIO) -> None:
    """Write a report to a stream as one of REPORT_FORMATS.

    `text` is a page for a person: with colour and bars on a terminal, plain and unwrapped when
    piped.
    """
    match style:
        case "json":
            from emulation_cli.render.screen.machine_text import json_report as write
        case "csv":
            from emulation_cli.render.screen.machine_text import csv_report as write
        case "md":
            from emulation_cli.render.web.markdown import report as write
        case _:
            from emulation_cli.render.screen.report_page import report as write
    write(figures, out)


def report_file(
    figures: "ReportFigures",
    path: "Path",
    behind: "Behind | None" = None,
    label: "Label | None" = None,
    letterhead: "Letterhead | None" = None,
) -> None:
    """Write a report to a file, its format by the suffix (one of REPORT_SUFFIXES).

    `behind` are the rows behind the figures, for the formats of SUFFIXES_WITH_ROWS;
    `letterhead` says who issues a document to be signed. Raises FileTrouble, and then a former
    file is as it was; Usage for another suffix.
    """
    from emulation_cli.documents.links.rows_behind import Behind
    from emulation_cli.render.whole_files import write_file

    rows = behind or Behind()

    def document(beside: "Path") -> None:
        from emulation_cli.render.word.report_paper import write_report

        write_report(figures, rows, label, letterhead, beside)

    def workbook(beside: "Path") -> None:
        from emulation_cli.render.excel.report_workbook import write_report

        write_report(figures, rows, label, beside)

    def text(style: str, out: TextIO) -> None:
        if style == "html":
            from emulation_cli.render.web.html import report as write_page

            write_page(figures, rows, label, out)
        else:
            report(figures, style, out)

    write_file(path, REPORT_SUFFIXES, document, workbook, text)


def listing(
    rows: "Listing",
    style: str,
    out: TextIO,
    label: "Label | None" = None,
    most: int | None = None,
) -> None:
    """Write a list to a stream as one of LIST_FORMATS; of a table, `most` lines on a terminal.

    `label(vocabulary, code)` gives the words for a code in tables; without it, or where it gives
    None, the program's own words stand, else the code.
    """
    match style:
        case "csv":
            from emulation_cli.render.screen.machine_text import csv_listing

            csv_listing(rows, out)
        case "json":
            from emulation_cli.render.screen.machine_text import json_listing

            json_listing(rows, out)
        case _:
            from emulation_cli.render.lists import listing as table

            table(rows, out, label, most)


def listing_file(
    rows: "Listing",
    path: "Path",
    label: "Label | None" = None,
    head: "ListHead | None" = None,
    offers: "Mapping[str, Sequence[str]] | None" = None,
) -> None:
    """Write a list to a file, its format by the suffix (one of LIST_SUFFIXES); as report_file.

    `head` is what stands over a printed list, such as the decision that it belongs to; `offers`
    is what a workbook's columns may be chosen from.
    """
    from emulation_cli.render.whole_files import write_file

    def document(beside: "Path") -> None:
        from emulation_cli.render.word.report_paper import write_listing

        write_listing(rows, label, head, beside)

    def workbook(beside: "Path") -> None:
        from emulation_cli.render.excel.report_workbook import write_listing

        write_listing(rows, label, head, beside, offers or {})

    def text(style: str, out: TextIO) -> None:
        listing(rows, style, out)

    write_file(path, LIST_SUFFIXES, document, workbook, text)


def tally(found: "Crosstab", style: str, out: TextIO) -> None:
    """Write a tally to a stream as one of TALLY_FORMATS."""
    from emulation_cli.render.crosstab_pages import write

    write(found, style, out)


def tally_file(found: "Crosstab", path: "Path") -> None:
    """Write a tally to a file, its format by the suffix (one of TALLY_SUFFIXES); as report_file."""
    from functools import partial

    from emulation_cli.render.crosstab_pages import write_document, write_sheet
    from emulation_cli.render.whole_files import write_file

    document, workbook = partial(write_document, found), partial(write_sheet, found)
    write_file(path, TALLY_SUFFIXES, document, workbook, partial(tally, found))


def glance(found: "Glance", out: TextIO) -> None:
    """Write the register at a glance to a stream."""
    from emulation_cli.render.screen.report_page import glance as write

    write(found, out)


def record(card: "Card", out: TextIO) -> None:
    """Write one record (`emul show`) to a stream, on one screen."""
    from emulation_cli.render.screen.report_page import record as write

    write(card, out)

"""Values made into text and files. Each format is loaded only when it is asked for.

Two kinds of place: a stream (what the clerk sees or pipes on) and a file (its format by suffix).
"""

from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from collections.abc import Callable
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
TABLE_SUFFIXES = (".docx", ".pdf", ".xlsx", ".html", ".csv", ".json", ".md")


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
    from emulation_cli.render.whole_files import replacing, suffix_of, text_file

    suffix = suffix_of(path, REPORT_SUFFIXES)
    behind = behind or Behind()
    if suffix in (".docx", ".pdf"):
        from functools import partial

        from emulation_cli.render.word.report_paper import write_report as write_document

        write = partial(write_document, figures, behind, label, letterhead)
        document_file(path, suffix, write)
    elif suffix == ".xlsx":
        from emulation_cli.render.excel.report_workbook import write_report as write_workbook

        with replacing(path) as beside:
            write_workbook(figures, behind, label, beside)
    elif suffix == ".html":
        from emulation_cli.render.web.html import report as write_page

        with text_file(path) as out:
            write_page(figures, behind, label, out)
    else:
        with text_file(path, marked=suffix == ".csv") as out:
            report(figures, suffix[1:], out)


def document_file(path: "Path", suffix: str, write: "Callable[[Path], None]") -> None:
    """Write a document as it is, or as the PDF that it becomes."""
    from emulation_cli.render.whole_files import replacing

    with replacing(path) as beside:
        if suffix == ".pdf":
            from emulation_cli.render.word.pdf import write_pdf

            write_pdf(write, beside, path)
        else:
            write(beside)


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
) -> None:
    """Write a list to a file, its format by the suffix (one of LIST_SUFFIXES); as report_file.

    `head` is what stands over a printed list, such as the decision that it belongs to.
    """
    from emulation_cli.render.whole_files import replacing, suffix_of, text_file

    suffix = suffix_of(path, LIST_SUFFIXES)
    if suffix in (".docx", ".pdf"):
        from functools import partial

        from emulation_cli.render.word.report_paper import write_listing as write_document

        document_file(path, suffix, partial(write_document, rows, label, head))
    elif suffix == ".xlsx":
        from emulation_cli.render.excel.report_workbook import write_listing

        with replacing(path) as beside:
            write_listing(rows, label, head, beside)
    else:
        with text_file(path, marked=suffix == ".csv") as out:
            listing(rows, suffix[1:], out)


def tally(found: "Crosstab", style: str, out: TextIO) -> None:
    """Write a tally to a stream as one of TALLY_FORMATS."""
    from emulation_cli.render.crosstab_pages import write

    write(found, style, out)


def tally_file(found: "Crosstab", path: "Path") -> None:
    """Write a tally to a file, its format by the suffix (one of TALLY_SUFFIXES); as report_file."""
    from emulation_cli.render.crosstab_pages import write, write_document, write_sheet
    from emulation_cli.render.whole_files import replacing, suffix_of, text_file

    suffix = suffix_of(path, TALLY_SUFFIXES)
    if suffix in (".docx", ".pdf"):
        from functools import partial

        document_file(path, suffix, partial(write_document, found))
        return
    if suffix == ".xlsx":
        with replacing(path) as beside:
            write_sheet(found, beside)
        return
    with text_file(path, marked=suffix == ".csv") as out:
        write(found, suffix[1:], out)


def glance(found: "Glance", out: TextIO) -> None:
    """Write the register at a glance to a stream."""
    from emulation_cli.render.screen.report_page import glance as write

    write(found, out)


def record(card: "Card", out: TextIO) -> None:
    """Write one record (`emul show`) to a stream, on one screen."""
    from emulation_cli.render.screen.report_page import record as write

    write(card, out)

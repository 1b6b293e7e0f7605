"""A report as Markdown, for a web page or a message. Data is text: it makes no markup."""

import re
from collections.abc import Iterator
from typing import TextIO

from emulation_cli.documents.document import Document, Section, Table
from emulation_cli.documents.report_document import build
from emulation_cli.render.text_tables import row_cells
from emulation_cli.tallies.measures.figures import ReportFigures

# What begins markup, a link, a tag or an emoji anywhere in a line of GitHub's Markdown.
_MARKUP = re.compile(r"([\\`*_\[\]<>|~#&$]|:(?=\w+:))")
# A number or a sign that would begin a list or a heading at the start of a paragraph.
_LEADING = re.compile(r"^(\d+)([.)]\s)|^([-+=])")


def report(figures: ReportFigures, out: TextIO) -> None:
    out.writelines(f"{line}\n" for line in _lines(build(figures)))


def escaped(text: str) -> str:
    """Text as Markdown shows it, whatever signs are in it."""
    return _MARKUP.sub(r"\\\1", text)


def paragraph(text: str) -> str:
    return _LEADING.sub(r"\1\\\2\3", escaped(text))


def _lines(document: Document) -> Iterator[str]:
    yield f"# {escaped(document.heading)}: {escaped(document.title)}"
    yield ""
    yield f"**{escaped(document.unit)}**"
    for subtitle in filter(None, (*document.subtitles, document.cut_off)):
        yield ""
        yield paragraph(subtitle)
    for section in document.sections:
        yield from _section(document.language, section)


def _section(language: str, section: Section) -> Iterator[str]:
    yield from ("", f"## {escaped(section.title)}")
    for sentence in section.sentences:
        yield from ("", paragraph(sentence))
    yield ""
    for note in section.notes:
        yield f"- {escaped(note.text)}" + (f" `{note.command}`" if note.command else "")
    for table in section.tables:
        yield from table_lines(language, table)
    yield ""
    for command in section.commands:
        yield f"- {escaped(command.text)}: `{command.command}`"


def table_lines(language: str, table: Table) -> Iterator[str]:
    head = [table.head, *(column.title for column in table.columns)]
    sides = [
        "---",
        *("---:" if column.kind not in ("date", "text") else "---" for column in table.columns),
    ]
    yield from ("", f"### {escaped(table.title)}", "")
    yield _row(head)
    yield f"| {' | '.join(sides)} |"
    for row in table.rows:
        cells = row_cells(language, table, row)
        yield _sums(cells) if row.group else _row(cells)
    if table.total:
        yield _sums(row_cells(language, table, table.total))


def _sums(cells: list[str]) -> str:
    return "| " + " | ".join(f"**{escaped(cell)}**" if cell else "" for cell in cells) + " |"


def _row(cells: list[str]) -> str:
    return "| " + " | ".join(escaped(cell) for cell in cells) + " |"

"""A report with marks instead of its figures: what an office begins its own file from."""

from dataclasses import replace
from pathlib import Path

from emulation_cli import words
from emulation_cli.documents.document import Document, Row, Section, Table
from emulation_cli.documents.letterhead import Letterhead
from emulation_cli.documents.links.rows_behind import Behind
from emulation_cli.render.filling.phrases import Phrases
from emulation_cli.render.word.report_paper import without_long_tables, write_document


def write_template(phrases: Phrases, letterhead: Letterhead | None, path: Path) -> None:
    """Write the report as our paper has it, in the form of the letterhead; raises OSError.

    The long tables of its annexes are left out.
    """
    marked = without_long_tables(_marked(phrases))
    write_document(marked, Behind(annex="none"), None, letterhead, path)


def _marked(phrases: Phrases) -> Document:
    document = phrases.document
    language = document.language
    sections = tuple(_section(language, phrases, one) for one in document.sections)
    period = (f"[[{words.say_in(language, 'filling.period')}]]",)
    cut_off = f"[[{words.say_in(language, 'filling.cut_off')}]]" if document.cut_off else ""
    return replace(document, subtitles=period, cut_off=cut_off, sections=sections)


def _section(language: str, phrases: Phrases, section: Section) -> Section:
    """Its sentences are one mark that repeats; each table has its mark for a heading."""
    head, _ = phrases.heads(section)

    def mark(name: str) -> str:
        return f"[[{head}.{name}]]"

    return replace(
        section,
        period=mark(words.say_in(language, "filling.period")),
        sentences=(mark(words.say_in(language, "filling.text")),),
        tables=tuple(_table(one, mark(one.title)) for one in section.tables),
        notes=(),
        chart=None,
    )


def _table(table: Table, mark: str) -> Table:
    """One row without figures is the pattern of those that come; its label is the longest."""
    label = max((row.label for row in table.members), key=len, default="")
    pattern = Row(None, label, tuple(None for _ in table.columns))
    return replace(table, head=mark, rows=(pattern,), total=None, bar=None)

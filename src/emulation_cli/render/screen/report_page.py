"""Pages for a person: a report, a list, a record.

On a terminal the lines fit its width; piped (no room given) they are as long as need be, without
rules and bars.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, TextIO

from emulation_cli import words
from emulation_cli.domain.text import safe
from emulation_cli.render.layout import aligned, folded, natural_widths
from emulation_cli.render.screen.terminal import Line, show

if TYPE_CHECKING:
    from collections.abc import Collection

    from emulation_cli.documents.card import Block, Card, Glance, Group
    from emulation_cli.documents.document import Document, Section
    from emulation_cli.tallies.measures.figures import ReportFigures

TITLE, HEADING, NOTE, COMMAND = "bold", "bold cyan", "italic", "green"
_COMMAND = "emul "


def report(figures: "ReportFigures", out: TextIO) -> None:
    """A whole report."""
    from emulation_cli.documents.report_document import build

    document = build(figures)
    show(lambda room: report_lines(document, room), out)


def part_of_report(
    figures: "ReportFigures", sections: "Collection[str]", by: "Collection[str]", out: TextIO
) -> None:
    """Some sections, or some breakdowns, of a report."""
    from emulation_cli.documents.headlines import chosen
    from emulation_cli.documents.report_document import build

    document = chosen(build(figures), sections, by)
    show(lambda room: report_lines(document, room), out)


def headlines(figures: "ReportFigures", command: str, out: TextIO) -> None:
    """A screenful of a report; `command` shows it, and with further options the rest of it."""
    from emulation_cli.documents.report_document import build

    document = build(figures)
    show(lambda room: headline_lines(document, command, room), out)


def headline_lines(document: "Document", command: str, room: int | None) -> Iterator[Line]:
    """The lines of a short report; a line that goes on below is indented there."""
    from emulation_cli.documents.headlines import headlines as said

    yield from paragraph(f"{document.unit}. {'; '.join(document.subtitles)}", room, TITLE)
    yield from paragraph(document.cut_off, room) if document.cut_off else ()
    for section in document.sections:
        yield Line(section.title, HEADING)
        for text in said(document, section):
            yield from _hanging(text, room)
    yield Line()
    yield Line(command, COMMAND)
    yield from _hanging(words.say("report.ways_on"), room)


def _hanging(text: str, room: int | None) -> Iterator[Line]:
    first, *more = folded(text, room and room - 4)
    yield Line(f"  {first}")
    yield from (Line(f"    {line}") for line in more)


def record(card: "Card", out: TextIO) -> None:
    """One record."""
    show(lambda room: card_lines(card, room), out)


def report_lines(document: "Document", room: int | None) -> Iterator[Line]:
    """The lines of a report that is `room` cells wide."""
    yield from paragraph(f"{document.heading}: {document.title}", room, TITLE)
    yield from paragraph(document.unit, room, TITLE)
    for subtitle in filter(None, (*document.subtitles, document.cut_off)):
        yield from paragraph(subtitle, room)
    for section in document.sections:
        yield Line()
        yield from _section(document.language, section, room)


def _section(language: str, section: "Section", room: int | None) -> Iterator[Line]:
    from emulation_cli.render.text_tables import table_lines

    yield from paragraph(section.title.upper(), room, HEADING)
    for sentence in section.sentences:
        yield from paragraph(sentence, room)
    for note in section.notes:
        yield from paragraph(f"* {note.text}", room, NOTE)
        if note.command:
            yield Line(f"  {note.command}", COMMAND)
    for table in section.tables:
        yield Line()
        yield from table_lines(language, table, room)
    yield Line()
    for command in section.commands:
        yield Line(f"{command.text}: {command.command}", COMMAND)


def paragraph(text: str, room: int | None, style: str = "") -> Iterator[Line]:
    return (Line(line, style) for line in folded(text, room))


def card_lines(card: "Card", room: int | None) -> Iterator[Line]:
    """The lines of a record: particulars with their labels aligned, then each group."""
    yield from paragraph(safe(f"{card.id}  {card.title}"), room, TITLE)
    pairs = [(safe(label), safe(value)) for label, value in card.particulars if value]
    yield from _beside(pairs, room)
    for block in card.blocks:
        if block.lines:
            yield Line()
            yield from _block_lines(block, room)
    for group in card.groups:
        if group.entries:
            yield Line()
            yield Line(safe(group.title), HEADING)
            yield from _beside(_entries(group), room)
    for note in card.notes:
        yield from paragraph(safe(f"* {note}"), room, NOTE)


def _entries(group: "Group") -> list[tuple[str, str]]:
    return [
        (words.date(entry.date) or "–", safe(" - ".join(filter(None, (entry.text, entry.detail)))))
        for entry in group.entries
    ]


def _beside(pairs: list[tuple[str, str]], room: int | None) -> Iterator[Line]:
    """Labels in one column, values in the other, folded below themselves."""
    if not pairs:
        return
    labels, values = natural_widths(pairs)
    if room is not None:
        spare = max(room - 4, 8)  # two blanks before the label, two before the value
        labels = min(labels, max(spare - values, spare // 2))
        values = min(values, spare - labels)
    for pair in pairs:
        widths = (0, labels, values)
        yield from map(Line, aligned(("", *pair), widths, (False, False, False)))


def glance(found: "Glance", out: TextIO) -> None:
    """The register at a glance: names, numbers at the right, what is beside them."""
    show(lambda room: glance_lines(found, room), out)


def glance_lines(found: "Glance", room: int | None) -> Iterator[Line]:
    """The lines of a glance; in a narrow room what is beside a number goes on below itself."""
    yield from paragraph(safe(found.title), room, TITLE)
    for block in found.blocks:
        yield Line()
        yield from _block_lines(block, room)


def _block_lines(block: "Block", room: int | None) -> Iterator[Line]:
    """A command at the end of a line stands below it where there is no room: it is never cut."""
    yield from paragraph(block.title, room, HEADING)
    lines = [tuple(map(safe, line)) for line in block.lines]
    whole = natural_widths(lines)
    commands = len(whole) > 2 and all(line[-1].startswith(_COMMAND) for line in lines)
    below = commands and room is not None and sum(whole) + 2 * len(whole) > room
    shown = [line[:-1] for line in lines] if below else lines
    widths = natural_widths(shown)
    for line, full in zip(shown, lines, strict=True):
        cells = ("", *line, *[""] * (len(widths) - len(line)))
        numbers = len(line) > 1 and line[1].replace(".", "").replace(",", "").isdigit()
        right = [False, False, numbers, *[False] * len(widths)][: len(cells)]
        yield from map(Line, aligned(cells, [0, *_within(widths, room)], right))
        if below:
            yield Line(f"      {full[-1]}", COMMAND)


_A_WORD = 12


def _within(widths: list[int], room: int | None) -> list[int]:
    """The last column gives way, then the first, but not below a word."""
    if room is None:
        return widths
    given = list(widths)
    for place in (-1, 0):
        over = sum(given) + 2 * len(given) - room
        given[place] = max(given[place] - max(over, 0), min(given[place], _A_WORD))
    return given

"""Figures from old papers, in a table of their own (DOMAIN section 3, rule 7)."""

from collections.abc import Iterable
from dataclasses import replace

from emulation_cli.documents.document import Column, Note, Row, Section, Table
from emulation_cli.documents.speech import Speech
from emulation_cli.domain.text import safe
from emulation_cli.tallies.measures.figures import Reported


def with_reported(speech: Speech, section: Section, reported: Iterable[Reported]) -> Section:
    """The section with the papers' figures of its time after its own; marked, never added."""
    own = [one for one in reported if one.section == section.code]
    if not own:
        return section
    number = Column("value", speech.say("reported.value"))
    texts = (Column(n, speech.say(f"reported.{n}"), "text") for n in ("period", "unit", "source"))
    rows = tuple(_row(one) for one in own)
    title, head = speech.say("reported.title"), speech.say("figure.head")
    table = Table("reported", title, head, (number, *texts), rows)
    note = Note(speech.say("reported.note"))
    return replace(section, tables=(*section.tables, table), notes=(*section.notes, note))


def _row(one: Reported) -> Row:
    values = (one.value, safe(one.period), safe(one.unit or ""), safe(one.source))
    return Row(one.id, f"{safe(one.name)} *", values)

"""`show`: one record with everything that belongs to it, on one screen."""

import sys
from collections.abc import Iterator, Mapping
from typing import Annotated, Any

import typer

from emulation_cli import render, words
from emulation_cli.commands.desk import desk_of
from emulation_cli.commands.output import labels_of
from emulation_cli.commands.parsing import milestones_of
from emulation_cli.documents.card import Card, Entry, Group
from emulation_cli.render.labels import Label, cell_text, column_title
from emulation_cli.tallies.lives import Life, life


def show(ctx: typer.Context, id: Annotated[str, typer.Argument()]) -> None:
    """Show one record: particulars, milestones, honours."""
    register = desk_of(ctx).register
    render.record(card(life(register, id), labels_of(register)), sys.stdout)


def card(record: Life, label: Label) -> Card:
    """A record's life in words of the screen's language."""
    particulars = [
        (column_title(name), cell_text(record.noun, name, value, label))
        for name, value in record.particulars.items()
        if name not in ("cancelled_on", "cancelled_reason", "field_label", "name")
    ]
    vocabulary = milestones_of(record.noun)
    milestones = tuple(_milestone(vocabulary, row, label) for row in record.milestones)
    groups = (
        Group(words.say("find.milestones"), milestones),
        Group(words.say("find.honours"), tuple(_honours(record, label))),
    )
    return Card(record.id, record.title, tuple(particulars), groups, tuple(_notes(record)))


def _milestone(vocabulary: str, row: Mapping[str, Any], label: Label) -> Entry:
    """A milestone with its level, unit and document; a year of which no list says new or not."""
    code = row["milestone"]
    text = words.say("find.registration") if code == "registration" else label(vocabulary, code)
    level = row["level"] and label("level", row["level"])
    detail = ", ".join(filter(None, (level, row["unit"], row["document"])))
    return Entry(row["date"], text or code, detail)


def _honours(record: Life, label: Label) -> Iterator[Entry]:
    if record.honours is None:
        return
    for values in record.honours.rows:
        row = dict(zip(record.honours.columns, values, strict=True))
        act, form = (cell_text("honours", name, row[name], label) for name in ("act", "form"))
        named = row["recipient"] if record.noun in ("events", "decisions") else ""
        source = row["decision"] or row["event"]
        detail = ", ".join(filter(None, (named, form, source)))
        yield Entry(row["date"], f"{row['id']}  {act}", detail)


def _notes(record: Life) -> Iterator[str]:
    if day := record.particulars.get("cancelled_on"):
        reason = record.particulars.get("cancelled_reason", "")
        yield words.say("find.cancelled", date=words.date(day), reason=reason)

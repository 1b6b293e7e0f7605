"""`show`: one record with everything that belongs to it, on one screen."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from emulation_cli import render, words
from emulation_cli.commands.dialogue.parsing import milestones_of
from emulation_cli.commands.dialogue.record_names import meant
from emulation_cli.commands.dialogue.unit_maps import places
from emulation_cli.commands.frame.desk import desk_of
from emulation_cli.commands.frame.json_answers import as_json, write_answer
from emulation_cli.commands.frame.options import Value
from emulation_cli.commands.frame.output import labels_of
from emulation_cli.documents.card import Block, Card, Entry, Group
from emulation_cli.documents.links.list_commands import command_of, shown_command
from emulation_cli.documents.speech import Speech
from emulation_cli.domain.catalogue.nouns import BY_PLURAL
from emulation_cli.domain.text import fold
from emulation_cli.register.log import recorded_changes
from emulation_cli.render.labels import Label, cell_text, column_title
from emulation_cli.render.screen.machine_text import as_rows
from emulation_cli.tallies.lives import Life, life

if TYPE_CHECKING:
    from emulation_cli.register.store import Register

# Said in a note below, or beside its code.
_ELSEWHERE = ("cancelled_on", "cancelled_reason", "field_label")


def show(ctx: typer.Context, id: Annotated[str, typer.Argument()], format: Value = None) -> None:
    """Show one record: particulars, milestones, honours."""
    register, wanted = desk_of(ctx).register, as_json(format)
    if wanted:
        _write_life(register, life(register, meant(register, id)))
        return
    record = _with_unit_of_today(register, life(register, meant(register, id)))
    changes = recorded_changes.entries(register, record=record.id, limit=_LATEST + 1)
    render.record(card(record, labels_of(register), changes), sys.stdout)


def _write_life(register: "Register", record: Life) -> None:
    """The record in codes, with all of its history."""
    further = {"grown": record.grown, **({record.told.noun: record.told} if record.told else {})}
    write_answer(
        id=record.id,
        noun=record.noun,
        title=record.title,
        particulars=dict(record.particulars),
        milestones=[dict(row) for row in record.milestones],
        honours=as_rows(record.honours) if record.honours else [],
        held=[
            {
                "name": one.name,
                "number": one.number,
                "kinds": dict(one.kinds),
                "command": command_of(one.rows),
            }
            for one in record.held
        ],
        history=[
            {"change": f"C{one.id}", "at": one.at, "who": one.who, "command": one.command}
            for one in recorded_changes.entries(register, record=record.id)
        ],
        **{name: as_rows(rows) for name, rows in further.items() if rows is not None},
    )


_LATEST = 6  # more of its history would not leave the rest on one screen


def _with_unit_of_today(register: "Register", record: Life) -> Life:
    """«Xã Cẩm Quang (nay là Xã Cẩm Xuyên)», of a record and of the unit itself."""
    number = record.id if record.noun == "units" else record.particulars.get("unit_id")
    if not str(number).startswith("U"):
        return record
    now = places(register, "now").answers.get(int(str(number)[1:]), 0)
    if now == 0:
        return record
    name = register.unit(now).name if now else words.say("units.several_units")
    shown = "name" if record.noun == "units" else "unit"
    told = words.say("units.now_is", name=record.particulars[shown], new=name)
    if record.noun == "units":
        return record._replace(title=told)
    return record._replace(particulars={**record.particulars, "unit": told})


def card(record: Life, label: Label, changes: Sequence[recorded_changes.LoggedChange] = ()) -> Card:
    """A record's life in words of the screen's language, with the latest of its changes."""
    particulars = [
        (column_title(record.noun, name), cell_text(record.noun, name, value, label))
        for name, value in record.particulars.items()
        if name not in (BY_PLURAL[record.noun].title, *_ELSEWHERE)
        and not _said_already(record, name, label)
    ]
    particulars += _texts_unknown(record)
    groups = (*_groups(record, label), Group(words.say("find.history"), _changes(record, changes)))
    blocks = (Block(words.say("find.held"), tuple(_held(record))),)
    return Card(record.id, record.title, tuple(particulars), groups, _notes(record), blocks)


def _said_already(record: Life, name: str, label: Label) -> bool:
    """Whether a text as it was written is that of the value beside it."""
    value = record.particulars.get(name.removesuffix("_text"))
    if not name.endswith("_text") or value is None:
        return False
    shown = cell_text(record.noun, name.removesuffix("_text"), value, label)
    return fold(shown) == fold(str(record.particulars[name]))


# Whoever records one of these says it in words: without them the record came from an older
# register, which folded every text into a code.
_SAID_IN_WORDS = {"exemplar_field", "model_field", "event_type", "form"}


def _texts_unknown(record: Life) -> Iterator[tuple[str, str]]:
    """What an older register folded into a code, and no longer knows how it was written."""
    noun = BY_PLURAL[record.noun]
    unknown = {
        text.name: coded.type.vocabularies
        for text in noun.fields
        if text.text_of and text.name not in record.particulars
        if (coded := noun.field(text.name.removesuffix("_text")))
        if coded.type.vocabularies and coded.name in record.particulars
    }
    if any(_SAID_IN_WORDS.intersection(names) for names in unknown.values()):
        for text in unknown:
            yield column_title(noun.plural, text), words.say("find.text_unknown")


def _held(record: Life) -> Iterator[tuple[str, ...]]:
    """What a unit holds: how many, of what kinds, and the command that shows them."""
    speech = Speech(words.language())
    for one in record.held:
        yield (
            words.say(f"overview.{one.name}"),
            words.number(one.number),
            speech.counts(one.kinds) if one.kinds else "",
            shown_command(one.rows, words.language()),
        )


def _changes(record: Life, changes: Sequence[recorded_changes.LoggedChange]) -> tuple[Entry, ...]:
    """When it was changed, by whom, with which command; older changes by the command for them."""
    latest = [
        Entry(f"{change.local:%Y-%m-%d}", f"C{change.id} {change.who}", change.command)
        for change in changes[-_LATEST:]
    ]
    if len(changes) > _LATEST:
        more = words.say("find.history_more", id=record.id)
        latest.insert(0, Entry(None, more))
    return tuple(latest)


def _groups(record: Life, label: Label) -> tuple[Group, ...]:
    if record.noun == "imports":
        return (Group(words.say("find.lists"), tuple(map(_list, record.milestones))),)
    if record.noun == "units":
        return (Group(words.say("units.successions"), tuple(map(_succession, record.milestones))),)
    vocabulary = milestones_of(record.noun)
    milestones = tuple(_milestone(vocabulary, row, label) for row in record.milestones)
    return (
        Group(words.say("find.milestones"), milestones),
        Group(words.say("find.honours"), tuple(_honours(record, label))),
        Group(words.say("find.grown"), tuple(_grown(record))),
        *_told(record, label),
    )


def _grown(record: Life) -> Iterator[Entry]:
    """The exemplars that grew from a model."""
    for values in record.grown.rows if record.grown else ():
        row = dict(zip(record.grown.columns, values, strict=True)) if record.grown else {}
        yield Entry(row["discovered"], f"{row['id']}  {row['name']}")


def _told(record: Life, label: Label) -> Iterator[Group]:
    """Who hands over at a conference, in their order; the publicity of an exemplar by its day."""
    told = record.told
    if told is None:
        return
    rows = [dict(zip(told.columns, values, strict=True)) for values in told.rows]
    entries = []
    for row in rows:
        shown = [cell_text(told.noun, name, row.get(name), label) for name in _TOLD[told.noun]]
        first, *rest = [shown[0], *filter(None, shown[1:])]
        day = row["date"] if told.noun == "publications" else None
        entries.append(Entry(day, f"{row['id']}  {first}", ", ".join(rest)))
    yield Group(words.say(f"find.{told.noun}"), tuple(entries))


_TOLD = {
    "presenters": ("name", "position", "recipients"), "publications": ("title", "type", "place"),
}  # fmt: skip


def _list(row: Mapping[str, Any]) -> Entry:
    """One list of an import, with what became of its rows."""
    counts = {name: words.number(row[name]) for name in _OUTCOMES}
    return Entry(None, f"{row['file']} «{row['sheet']}»", words.say("find.outcome", **counts))


def _succession(row: Mapping[str, Any]) -> Entry:
    """Who took the unit's place, or whose place it took."""
    text = words.say(f"units.{row['milestone']}", name=row["unit"])
    return Entry(row["date"], text, row["document"] or "")


_OUTCOMES = ("added", "changed", "unchanged", "refused", "skipped")


def _milestone(vocabulary: str, row: Mapping[str, Any], label: Label) -> Entry:
    """A milestone with its level, unit and document; a year of which no list says new or not."""
    code = row["milestone"]
    text = words.say("find.registration") if code == "registration" else label(vocabulary, code)
    level = row["level"] and label("level", row["level"])
    detail = ", ".join(filter(None, (level, row["unit"], row["document"])))
    return Entry(row["date"], text or code, detail)


def _honours(record: Life, label: Label) -> Iterator[Entry]:
    """What was awarded to a record, or, under a decision or an event, to whom."""
    if record.honours is None:
        return
    own = {"events": "event", "decisions": "decision"}.get(record.noun)
    for values in record.honours.rows:
        row = dict(zip(record.honours.columns, values, strict=True))
        act, form = (cell_text("honours", name, row[name], label) for name in ("act", "form"))
        sources = [row[name] for name in ("decision", "event") if name != own]
        what = [act, form, *sources]
        first = row["recipient"] if own else what.pop(0)
        yield Entry(row["date"], f"{row['id']}  {first}", ", ".join(filter(None, what)))


def _notes(record: Life) -> tuple[str, ...]:
    day = record.particulars.get("cancelled_on")
    if not day:
        return ()
    reason = record.particulars.get("cancelled_reason", "")
    return (words.say("find.cancelled", date=words.date(day), reason=reason),)

"""The commands that record something new: a unit, an exemplar, a model, an event and so on."""

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Annotated, Any

import typer

from emulation_cli import words
from emulation_cli.commands.dialogue import known_person, parsing, questions
from emulation_cli.commands.frame.desk import Desk, desk_of, tell
from emulation_cli.commands.frame.narration import narrate
from emulation_cli.commands.frame.options import option_name, takes
from emulation_cli.domain.catalogue.field_types import Names
from emulation_cli.domain.catalogue.fields import ADDING, ALWAYS, DECISION, EVENT, FLAG, YEAR, Field
from emulation_cli.domain.catalogue.nouns import BY_PLURAL
from emulation_cli.domain.catalogue.refs import Ref
from emulation_cli.domain.errors import Usage
from emulation_cli.domain.text import clean
from emulation_cli.domain.times.partial_date import PartialDate
from emulation_cli.register.contradictions import refuse_other_day
from emulation_cli.register.recording import new_records
from emulation_cli.register.recording.new_records import Recorded, Warning_
from emulation_cli.register.store import Register
from emulation_cli.register.uncounted import reasons

Texts = Mapping[str, Any]


def fields_to_record(plural: str) -> tuple[Field, ...]:
    """The fields that recording takes, under the names of their options."""
    fields = (field for field in BY_PLURAL[plural].fields if field.by_hand in (ALWAYS, ADDING))
    named = (field._replace(name=field.adding or field.name) for field in fields)
    return (*named, *_BESIDES.get(plural, ()))


# What a clerk records by hand, the most usual first.
RECORDED = (
    "exemplars",
    "honours",
    "models",
    "decisions",
    "events",
    "units",
    "movements",
    "proposals",
    "dossiers",
    "presenters",
    "publications",
    "targets",
    "figures",
)
_BESIDES = {"honours": (Field("proposed", FLAG),)}


def add(ctx: typer.Context, noun: Annotated[str, typer.Argument()]) -> None:
    """Record one thing of a noun, asking for everything that it needs."""
    plural = parsing.noun(noun)
    if plural not in RECORDED:
        raise Usage(
            "cli.unknown_noun", text=noun, known=", ".join(map(parsing.named_noun, RECORDED))
        )
    _add(desk_of(ctx), plural, {})


@takes(fields_to_record("units"))
def add_unit(ctx: typer.Context, **texts: Any) -> None:
    """Record a unit."""
    _add(desk_of(ctx), "units", texts)


@takes(fields_to_record("exemplars"))
def add_exemplar(ctx: typer.Context, **texts: Any) -> None:
    """Record an exemplar."""
    _add(desk_of(ctx), "exemplars", texts)


@takes(fields_to_record("models"))
def add_model(ctx: typer.Context, **texts: Any) -> None:
    """Record a model and its registration."""
    _add(desk_of(ctx), "models", texts)


@takes(fields_to_record("events"))
def add_event(ctx: typer.Context, **texts: Any) -> None:
    """Record an event."""
    _add(desk_of(ctx), "events", texts)


@takes(fields_to_record("decisions"))
def add_decision(ctx: typer.Context, **texts: Any) -> None:
    """Record a decision."""
    _add(desk_of(ctx), "decisions", texts)


@takes(fields_to_record("honours"))
def add_honour(ctx: typer.Context, **texts: Any) -> None:
    """Record an honour, or a proposal of one."""
    status = {"status": "proposed"} if texts.pop("proposed") else {}
    _add(desk_of(ctx), "honours", texts, status)


@takes(fields_to_record("movements"))
def add_movement(ctx: typer.Context, **texts: Any) -> None:
    """Record a movement."""
    _add(desk_of(ctx), "movements", texts)


@takes(fields_to_record("proposals"))
def add_proposal(ctx: typer.Context, **texts: Any) -> None:
    """Record a proposal of an honour."""
    _add(desk_of(ctx), "proposals", texts)


@takes(fields_to_record("dossiers"))
def add_dossier(ctx: typer.Context, **texts: Any) -> None:
    """Record a dossier, to which proposals are put."""
    _add(desk_of(ctx), "dossiers", texts)


@takes(fields_to_record("presenters"))
def add_presenter(ctx: typer.Context, **texts: Any) -> None:
    """Record who hands over at a conference."""
    _add(desk_of(ctx), "presenters", texts)


@takes(fields_to_record("publications"))
def add_publication(ctx: typer.Context, **texts: Any) -> None:
    """Record an article, a broadcast or a talk about an exemplar."""
    _add(desk_of(ctx), "publications", texts)


@takes(fields_to_record("targets"))
def add_target(ctx: typer.Context, **texts: Any) -> None:
    """Record what a unit is to reach in a year."""
    _add(desk_of(ctx), "targets", texts)


@takes(fields_to_record("figures"))
def add_figure(ctx: typer.Context, **texts: Any) -> None:
    """Record a figure from an old paper."""
    _add(desk_of(ctx), "figures", texts)


def _add(desk: Desk, plural: str, texts: Texts, further: Texts | None = None) -> Ref:
    fields = fields_to_record(plural)
    given = {name.removesuffix("_"): text for name, text in texts.items() if text is not None}
    require(fields, given)
    known = _known_first(desk.register, plural, given)
    left = [field for field in fields if field.name not in known]
    values = known | typed(desk.register, left, given, plural) | dict(further or {})
    asked = any(field.required and field.name not in given for field in fields)
    if asked:
        from emulation_cli.commands.dialogue import interview

        decide = partial(_new_decision, desk)
        values |= interview.further(desk.register, left, given | values, decide)
    recorded = _record(desk.register, plural, values)
    if asked and any(values.get(name) for name in _SHARED.get(plural, ())):
        from emulation_cli.commands.dialogue.next_honour import go_on

        go_on(desk.register, values, lambda more: _record(desk.register, plural, more))
    return recorded


def _new_decision(desk: Desk, number: str) -> Ref | None:
    """A decision that the register does not have, recorded on the way if she says so."""
    if not questions.confirmed(words.say("record.record_decision", number=number)):
        return None
    return _add(desk, "decisions", {"number": number})


def _known_first(register: Register, plural: str, given: Texts) -> dict[str, Any]:
    """Who is honoured is asked for first; what is known of him or her need not be typed."""
    title = BY_PLURAL[plural].title
    if plural != "honours" or title in given or not questions.possible():
        return {}
    question = words.label(title, plural)
    while not (known := known_person.ask(register, f"{question}:")):
        narrate(words.say("cli.answer_needed"))
    return {name: value for name, value in known.items() if name not in given}


# Of what is given by one decision, or at one conference, there are several.
_SHARED = {"honours": ("decision", "event")}


def _record(register: Register, plural: str, values: Texts) -> Ref:
    renamed = {field.adding: field.name for field in BY_PLURAL[plural].fields if field.adding}
    named = {renamed.get(name, name): value for name, value in values.items()}
    named = known_person.taken_apart(plural, named)
    refuse_other_day(register, BY_PLURAL[plural], named)
    recorded = new_records.add(register, plural, named)
    tell_recorded(recorded)
    for reason in reasons(register, Ref.parse(recorded.id)):
        tell("cli.warning", text=words.say(f"record.{reason}", id=recorded.id))
    return Ref.parse(recorded.id)


def require(fields: Iterable[Field], given: Texts) -> None:
    """Raise Usage that names every missing option where nobody can be asked."""
    missing = [option_name(f) for f in fields if f.required and f.name not in given]
    if missing and not questions.possible():
        raise Usage("cli.missing_options", names=", ".join(missing))


def typed(
    register: Register, fields: Iterable[Field], given: Texts, noun: str = ""
) -> dict[str, Any]:
    """The values by the field's name: what was given is read, what is missing is asked for."""
    values: dict[str, Any] = {}
    on = _days(register, fields, given)
    for field in fields:
        if field.name in given:
            text = given[field.name]
            several = isinstance(field.type, Names)
            values[field.name] = (
                tuple(text) if several else parsing.value(register, field, text, on)
            )
            values |= said(noun, field, text)
        elif field.required:
            question = words.label(field.name, noun)
            values[field.name] = parsing.reader(register, field, on).ask(question)
    return values


def said(noun: str, field: Field, text: Any) -> dict[str, str | None]:
    """The text that stands beside a code, where the noun keeps it."""
    name, known = f"{field.name}_text", BY_PLURAL.get(noun)
    return {name: clean(text) or None} if known and known.field(name) else {}


def _days(register: Register, fields: Iterable[Field], given: Texts) -> PartialDate | None:
    """When the record is of, which tells units of one name apart."""
    for field in fields:
        if field.name in given and (field.type in _DATING or field.name == "date"):
            value = parsing.value(register, field, given[field.name])
            if isinstance(value, Ref):
                from emulation_cli.register.recording.editing import existing

                day = existing(register, str(value))[1]["date"]
                value = PartialDate(day) if day else None
            if isinstance(value, PartialDate):
                return value
    return None


_DATING = (YEAR, DECISION, EVENT)


def tell_recorded(recorded: Recorded, sentence: str = "record.recorded") -> None:
    """Tell the clerk what was recorded under which id, and what gives cause for thought."""
    noun = words.say(f"record.noun.{recorded.noun}")
    tell(sentence, noun=noun, id=recorded.id, name=recorded.name)
    tell_warnings(recorded.warnings)


def tell_warnings(warnings: Iterable[Warning_]) -> None:
    """Tell what gives cause for thought, a line each."""
    for sentence, values in warnings:
        tell("cli.warning", text=words.say(sentence, **values))

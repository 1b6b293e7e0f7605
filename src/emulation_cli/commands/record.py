"""The commands that record something new: a unit, an exemplar, a model, an event and so on."""

from collections.abc import Iterable, Mapping
from typing import Any

import typer

from emulation_cli import words
from emulation_cli.commands import asking, parsing
from emulation_cli.commands.desk import Desk, desk_of, tell
from emulation_cli.commands.options import option_name, takes
from emulation_cli.domain.errors import Usage
from emulation_cli.domain.partial_date import PartialDate
from emulation_cli.register import recording
from emulation_cli.register.editing import existing
from emulation_cli.register.nouns import BY_PLURAL, Column, short_id
from emulation_cli.register.recording import Recorded
from emulation_cli.register.store import Register

Texts = Mapping[str, Any]


def columns_to_record(plural: str) -> tuple[Column, ...]:
    """The columns of a noun with what recording takes besides, and what it must have."""
    return (*_WITHOUT.get(plural, BY_PLURAL[plural].columns), *_BESIDES.get(plural, ()))


# The day of discovery; the year of registration, which every model has.
_BESIDES = {
    "exemplars": (Column("date", "date"),),
    "models": (Column("year", "year", required=True),),
    "honours": (Column("proposed", "flag"),),
}
_WITHOUT = {
    "honours": tuple(column for column in BY_PLURAL["honours"].columns if column.name != "status")
}


@takes(columns_to_record("units"))
def add_unit(ctx: typer.Context, **texts: Any) -> None:
    """Record a unit."""
    _add(desk_of(ctx), "units", texts)


@takes(columns_to_record("exemplars"))
def add_exemplar(ctx: typer.Context, **texts: Any) -> None:
    """Record an exemplar."""
    _add(desk_of(ctx), "exemplars", texts)


@takes(columns_to_record("models"))
def add_model(ctx: typer.Context, **texts: Any) -> None:
    """Record a model and its registration."""
    _add(desk_of(ctx), "models", texts)


@takes(columns_to_record("events"))
def add_event(ctx: typer.Context, **texts: Any) -> None:
    """Record an event."""
    _add(desk_of(ctx), "events", texts)


@takes(columns_to_record("decisions"))
def add_decision(ctx: typer.Context, **texts: Any) -> None:
    """Record a decision."""
    _add(desk_of(ctx), "decisions", texts)


@takes(columns_to_record("honours"))
def add_honour(ctx: typer.Context, **texts: Any) -> None:
    """Record an honour, or a proposal of one."""
    status = {"status": "proposed"} if texts.pop("proposed") else {}
    _add(desk_of(ctx), "honours", texts, status)


@takes(columns_to_record("figures"))
def add_figure(ctx: typer.Context, **texts: Any) -> None:
    """Record a figure from an old paper."""
    _add(desk_of(ctx), "figures", texts)


def _add(desk: Desk, plural: str, texts: Texts, further: Texts | None = None) -> None:
    columns = columns_to_record(plural)
    given = {name.removesuffix("_"): text for name, text in texts.items() if text is not None}
    require(columns, given)
    values = typed(desk.register, columns, given) | dict(further or {})
    tell_recorded(recording.add(desk.register, plural, values))


def require(columns: Iterable[Column], given: Texts) -> None:
    """Raise Usage that names every missing option where nobody can be asked."""
    missing = [option_name(c) for c in columns if c.required and c.name not in given]
    if missing and not asking.possible():
        raise Usage("cli.missing_options", names=", ".join(missing))


def typed(register: Register, columns: Iterable[Column], given: Texts) -> dict[str, Any]:
    """The values by column name: what was given is read, what is missing is asked for."""
    values: dict[str, Any] = {}
    on = _days(register, columns, given)
    for column in columns:
        reader = parsing.reader(register, column, on)
        if column.name in given:
            text = given[column.name]
            values[column.name] = tuple(text) if column.type == "names" else reader.read(text)
        elif column.required:
            question = words.say(f"record.column.{column.name}")
            values[column.name] = asking.ask(question, reader.read, reader.choices, reader.known)
    return values


_DATING = ("date", "year", "decision", "event")


def _days(register: Register, columns: Iterable[Column], given: Texts) -> PartialDate | None:
    """When the record is of, which tells units of one name apart."""
    for column in columns:
        if column.name in _DATING and column.name in given:
            value = parsing.value(register, column, given[column.name])
            if column.type in ("decision", "event"):
                row = existing(register, short_id(f"{column.type}s", value))[1]
                value = PartialDate(row["date"]) if row["date"] else None
            if isinstance(value, PartialDate):
                return value
    return None


def tell_recorded(recorded: Recorded, sentence: str = "record.recorded") -> None:
    """Tell the clerk what was recorded under which id, and what gives cause for thought."""
    noun = words.say(f"record.noun.{recorded.noun}")
    tell(sentence, noun=noun, id=recorded.id, name=recorded.name)
    for warning, values in recorded.warnings:
        tell("cli.warning", text=words.say(warning, **values))

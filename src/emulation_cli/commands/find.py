"""The commands that find records: list and search."""

import sys
from typing import Annotated, Any

import typer

from emulation_cli import words
from emulation_cli.commands import parsing
from emulation_cli.commands.desk import desk_of, tell
from emulation_cli.commands.options import Output, Value, option_name, takes
from emulation_cli.commands.output import write_listing
from emulation_cli.commands.unit_maps import on_map
from emulation_cli.domain.errors import Refused, Usage
from emulation_cli.domain.period import Period
from emulation_cli.domain.terms import Term
from emulation_cli.register.nouns import Column
from emulation_cli.register.store import Register
from emulation_cli.tallies.listings import ListRequest, listing

_KIND = "term:kind"
_MOVEMENT = "term:movement"
# Every filter by a value: its option, and how the nouns that have it read that value.
_FILTERS = {
    "field": {"exemplars": "term:exemplar_field", "models": "term:model_field"},
    "kind": {"exemplars": _KIND, "models": _KIND, "honours": _KIND},
    "type": {"units": "term:unit_type", "events": "term:event_type"},
    "act": {"honours": "term:act"},
    "form": {"honours": "form"},
    "category": {"honours": "term:category", "decisions": "term:category"},
    "level": {"honours": "term:level", "decisions": "term:level"},
    "decision": {"honours": "decision"},
    "event": {"honours": "event"},
    "for": {"honours": "record"},
    "gender": {"exemplars": "term:gender"},
    "status": {"models": "term:registration_status"},
    "year": {"models": "integer"},
    "movement": {
        "exemplars": _MOVEMENT, "models": _MOVEMENT, "events": _MOVEMENT, "honours": _MOVEMENT,
    },
}  # fmt: skip
# Filters of the yearly registrations, which a list of models shows only with --registrations.
_OF_REGISTRATIONS = ("status", "year")
_SHOWS = ("cancelled", "proposed", "not_placed")
_OPTIONS = (
    *(Column(name) for name in ("period", "unit", "units", "cut_off", "milestone", *_FILTERS)),
    *(Column(name, "flag") for name in ("registrations", "unassigned", *_SHOWS)),
)


@takes(_OPTIONS)
def list_rows(
    ctx: typer.Context,
    noun: Annotated[str, typer.Argument()],
    format: Value = None,
    output: Output = None,
    **texts: Any,
) -> None:
    """List the records of a noun, by the rules of the report."""
    register = desk_of(ctx).register
    given = {name.removesuffix("_"): text for name, text in texts.items() if text}
    rows = listing(register, _request(register, parsing.noun(noun), given))
    write_listing(rows, format, output, register)


def _request(register: Register, noun: str, given: dict[str, Any]) -> ListRequest:
    """What was asked, with every value read; raises Usage for what does not fit the noun."""
    _refuse_unfit(noun, given)
    registrations = any(name in given for name in ("registrations", *_OF_REGISTRATIONS))
    period = Period.parse(given["period"]) if "period" in given else None
    return ListRequest(
        noun=noun,
        period=period,
        cut_off=parsing.optional(register, Column("cut_off", "day"), given),
        **on_map(register, given, period),
        unassigned="unassigned" in given,
        filters=tuple(_filters(register, noun, given)),
        milestone=_milestone(register, noun, given),
        registrations=registrations,
        show=next((show for show in _SHOWS if show in given), "counted"),
        language=words.language(),
    )


def _refuse_unfit(noun: str, given: dict[str, Any]) -> None:
    fit = {
        "unassigned": ("exemplars", "models", "honours", "events"),
        "proposed": ("honours",),
        "registrations": ("models",),
        "milestone": ("exemplars", "models"),
        **_FILTERS,
    }
    for name in given:
        if noun not in fit.get(name, (noun,)):
            option = option_name(Column(name))
            raise Usage("cli.option_not_for_noun", option=option, noun=noun)
    shows = [option_name(Column(show)) for show in _SHOWS if show in given]
    if len(shows) > 1:
        raise Usage("cli.only_one_of", options=", ".join(shows))


def _filters(register: Register, noun: str, given: dict[str, Any]) -> list[tuple[str, Any]]:
    return [
        _filter(name, _value(register, name, _FILTERS[name][noun], text))
        for name, text in given.items()
        if name in _FILTERS
    ]


def _value(register: Register, name: str, kind: str, text: str) -> Any:
    """A field that recording would add is unknown to a list."""
    if kind.startswith("term:"):
        return parsing.term(register, name, kind.removeprefix("term:"), text)
    return parsing.value(register, Column(name, kind), text)


def _filter(name: str, value: Any) -> tuple[str, Any]:
    """The column of the view that an option filters by, and the stored value it must have."""
    match name, value:
        case "form", Term():
            return value.vocabulary, value.code
        case "for", (noun, number):
            return ("exemplar_id" if noun == "exemplars" else "model_id"), number
        case (("decision" | "event"), _):
            return f"{name}_id", value
    return name, value


def _milestone(register: Register, noun: str, given: dict[str, Any]) -> str | None:
    if "milestone" not in given:
        return None
    return parsing.milestone(register, noun, given["milestone"])


def search(ctx: typer.Context, text: Annotated[list[str], typer.Argument()]) -> None:
    """Find records by words of their names, without case or diacritics."""
    from emulation_cli.tallies.searching import search as matching

    found = matching(desk_of(ctx).register, " ".join(text))
    if not found:
        raise Refused("cli.not_found", text=" ".join(text))
    for record in found:
        noun = words.say(f"record.noun.{record.noun}")
        sys.stdout.write(f"{record.id}\t{noun}\t{record.name}\t{record.detail}\n")
    tell("find.found", count=words.number(len(found)))

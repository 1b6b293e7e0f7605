"""The filters that lists and tallies share: which words a clerk may give, and what they mean."""

from collections.abc import Mapping
from typing import Any

from emulation_cli import words
from emulation_cli.commands import parsing
from emulation_cli.commands.options import option_name
from emulation_cli.commands.unit_maps import on_map
from emulation_cli.domain.errors import Usage
from emulation_cli.domain.period import Period
from emulation_cli.domain.terms import Term
from emulation_cli.domain.text import fold
from emulation_cli.register.nouns import Column
from emulation_cli.register.store import Register
from emulation_cli.tallies import arrears
from emulation_cli.tallies.choosing import ListRequest
from emulation_cli.tallies.dimensions import group_called

_KIND = "term:kind"
_MOVEMENT = "term:movement"
_LEVEL = "term:level"
_OF_UNIT = ("exemplars", "models", "events", "honours", "figures")
_OF_PERSONS = ("exemplars", "honours")
_DATED = ("exemplars", "models", "events", "decisions", "honours", "figures")
# Every filter by a value: its option, and how the nouns that have it read that value.
FILTERS: Mapping[str, Mapping[str, str]] = {
    "field": {"exemplars": "term:exemplar_field", "models": "term:model_field"},
    "kind": {"exemplars": _KIND, "models": _KIND, "honours": _KIND},
    "type": {"units": "term:unit_type", "events": "term:event_type"},
    "unit_type": dict.fromkeys(_OF_UNIT, "term:unit_type"),
    "unit_group": dict.fromkeys((*_OF_UNIT, "units"), "text"),
    "act": {"honours": "term:act"},
    "form": {"honours": "form"},
    "title": {"honours": "term:title"},
    "category": {"honours": "term:category", "decisions": "term:category"},
    "level": {"honours": _LEVEL, "decisions": _LEVEL, "models": _LEVEL},
    "decision": {"honours": "decision"},
    "event": {"honours": "event"},
    "for": {"honours": "record"},
    "of": {"honours": "belonging"},
    "gender": dict.fromkeys(_OF_PERSONS, "term:gender"),
    "works_directly": dict.fromkeys(_OF_PERSONS, "boolean"),
    "leads": dict.fromkeys(_OF_PERSONS, "boolean"),
    "fostered": {"exemplars": "boolean"},
    "multiplied": {"exemplars": "boolean"},
    "recognised": {"models": "boolean"},
    "replicated": {"models": "boolean"},
    "honoured": {"exemplars": "boolean", "models": "boolean"},
    "highest_level": {"models": _LEVEL},
    "status": {"models": "term:registration_status"},
    "year": dict.fromkeys(_DATED, "integer"),
    "movement": {
        "exemplars": _MOVEMENT, "models": _MOVEMENT, "events": _MOVEMENT, "honours": _MOVEMENT,
    },
}  # fmt: skip
# Filters of the yearly registrations, which a list of models shows only with --registrations.
_OF_REGISTRATIONS = ("status", "year")
SHOWS = ("cancelled", "proposed", "not_placed", "open")
OPTIONS = (
    *(Column(name) for name in ("period", "unit", "units", "cut_off", "milestone", *FILTERS)),
    *(Column(name, "flag") for name in ("alone", "registrations", "unassigned", *SHOWS)),
)
# What a clerk writes for «has no value».
_NONE = ("none", "khong co")
_FIT = {
    "alone": _OF_UNIT,
    "unassigned": ("exemplars", "models", "honours", "events"),
    "proposed": ("honours",),
    "recipients": ("honours",),
    "registrations": ("models",),
    "without": ("units",),
    "differing": ("decisions",),
    "milestone": ("exemplars", "models"),
    **FILTERS,
}


def given_of(texts: Mapping[str, Any]) -> dict[str, Any]:
    """The options that were given, by the names of their columns."""
    return {name.removesuffix("_"): text for name, text in texts.items() if text}


def request(register: Register, noun: str, given: dict[str, Any]) -> ListRequest:
    """What was asked, with every value read; raises Usage for what does not fit the noun."""
    _refuse_unfit(noun, given)
    registrations = noun == "models" and any(
        name in given for name in ("registrations", *_OF_REGISTRATIONS)
    )
    period = Period.parse(given["period"]) if "period" in given else None
    filters = _filters(register, noun, given)
    if "unit" in given and _is_none(given["unit"]):
        filters.append(("unit", None))
        given = {name: text for name, text in given.items() if name != "unit"}
    return ListRequest(
        noun=noun,
        period=period,
        cut_off=parsing.optional(register, Column("cut_off", "day"), given),
        **on_map(register, given, period),
        unassigned="unassigned" in given,
        alone="alone" in given,
        recipients="recipients" in given,
        differing="differing" in given,
        limit=parsing.optional(register, Column("limit", "integer"), given),
        without=_without(given.get("without")),
        filters=tuple(filters),
        milestone=_milestone(register, noun, given),
        registrations=registrations,
        show=next((show for show in SHOWS if show in given), "counted"),
        language=words.language(),
    )


def _refuse_unfit(noun: str, given: dict[str, Any]) -> None:
    for name in given:
        if noun not in _FIT.get(name, (noun,)):
            option = option_name(Column(name))
            raise Usage("cli.option_not_for_noun", option=option, noun=noun)
    shows = [option_name(Column(show)) for show in SHOWS if show in given]
    if len(shows) > 1:
        raise Usage("cli.only_one_of", options=", ".join(shows))


def _filters(register: Register, noun: str, given: dict[str, Any]) -> list[tuple[str, Any]]:
    return [
        _filter(name, _value(register, name, FILTERS[name][noun], text))
        for name, text in given.items()
        if name in FILTERS
    ]


def _is_none(text: str) -> bool:
    return fold(text) in _NONE


def _value(register: Register, name: str, kind: str, text: str) -> Any:
    """A field that recording would add is unknown to a list; `none` is for what has no value."""
    if _is_none(text):
        return None
    if name == "unit_group":
        return group_called(register, text)
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
        case (_, bool()):
            return name, int(value)
    return name, value


def _without(text: str | None) -> str | None:
    """The noun that units are to have none of."""
    noun = text and parsing.noun(text)
    if noun and noun not in arrears.NOUNS:
        near = "; ".join(arrears.NOUNS)
        raise Usage("cli.unknown_term", option="without", text=text, near=near)
    return noun


def _milestone(register: Register, noun: str, given: dict[str, Any]) -> str | None:
    if "milestone" not in given:
        return None
    return parsing.milestone(register, noun, given["milestone"])

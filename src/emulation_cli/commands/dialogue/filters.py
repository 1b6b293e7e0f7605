"""The filters that lists and tallies share: which words a clerk may give, and what they mean."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from emulation_cli import words
from emulation_cli.commands.dialogue import parsing
from emulation_cli.commands.dialogue.unit_maps import on_map
from emulation_cli.commands.frame.options import option_name
from emulation_cli.domain.catalogue.field_types import FieldType, Names, OneOf, YesNo
from emulation_cli.domain.catalogue.fields import (
    COUNT,
    DAY,
    FLAG,
    LEVEL,
    MOVEMENT,
    TEXT,
    YES_NO,
    Field,
)
from emulation_cli.domain.catalogue.found_types import Coded, FormOrTitle, OfMovement, OfRecord
from emulation_cli.domain.catalogue.nouns import BY_PLURAL, NOUNS
from emulation_cli.domain.catalogue.refs import Ref
from emulation_cli.domain.errors import Usage
from emulation_cli.domain.terms import Term
from emulation_cli.domain.text import fold
from emulation_cli.register.office_periods import office_period
from emulation_cli.register.recording.movement_names import movement_called
from emulation_cli.register.store import Register
from emulation_cli.tallies import arrears
from emulation_cli.tallies.measures.dimensions import group_called
from emulation_cli.tallies.row_lists.list_requests import ANY, ListRequest

if TYPE_CHECKING:
    from emulation_cli.tallies.measures.figures import ReportRequest

# What honours are placed in time by.
BASIS = OneOf("achievement")
_OF_UNIT = (
    "exemplars", "models", "events", "honours", "proposals", "figures", "presenters",
    "publications", "targets",
)  # fmt: skip
_DATED = (
    "exemplars", "models", "events", "decisions", "movements", "honours", "proposals", "dossiers",
    "figures", "presenters", "publications", "targets",
)  # fmt: skip
UNITS = Names()
UNITS.word = "text"  # the name of the option says more
_UNIT_TYPE = Coded("unit_type")
# What records are filtered by besides their own fields: what follows from others of their rows.
_FURTHER: Mapping[str, Mapping[str, FieldType]] = {
    "unit_type": dict.fromkeys(_OF_UNIT, _UNIT_TYPE),
    "unit_group": dict.fromkeys((*_OF_UNIT, "units"), TEXT),
    "level": {"models": LEVEL},
    "of": {"honours": OneOf("exemplars", "models", "other"), "terms": TEXT},
    "fostered": {"exemplars": YES_NO},
    "multiplied": {"exemplars": YES_NO},
    "grown": {"exemplars": YES_NO},
    "recognised": {"models": YES_NO},
    "replicated": {"models": YES_NO},
    "honoured": {"exemplars": YES_NO, "models": YES_NO},
    "highest_level": {"models": LEVEL},
    "status": {"models": Coded("registration_status")},
    "year": dict.fromkeys(_DATED, COUNT),
    "achievement_year": {"honours": COUNT},
    "body": dict.fromkeys(("honours", "decisions"), TEXT),
    "years": {"honours": COUNT},
    "amount_known": {"honours": YES_NO},
    "decision_cancelled": {"honours": YES_NO},
    "passed": {"proposals": YES_NO},
    "awarded": {"proposals": YES_NO},
    "movement": {"movements": MOVEMENT},
    "event": {"events": OfRecord(events="event_id")},
}
_FILTERED = (Coded, FormOrTitle, YesNo, OfRecord)
# Fields that lists cannot be filtered by: what a record is, is asked by --proposed and the like.
_UNFILTERED = (("honours", "status"), ("exemplars", "model"))


def _filters_by_option() -> dict[str, dict[str, FieldType]]:
    """Every filter by a value: its option, and how the nouns that have it read that value."""
    found: dict[str, dict[str, FieldType]] = {}
    for noun in NOUNS:
        for field in noun.fields:
            known = (noun.plural, field.name) not in _UNFILTERED and field.listed
            if known and isinstance(field.type, _FILTERED):
                found.setdefault(field.name, {})[noun.plural] = field.type
    for name, types in _FURTHER.items():
        found.setdefault(name, {}).update(types)
    return found


FILTERS = _filters_by_option()
# Filters of the yearly registrations, which a list of models shows only with --registrations.
_OF_REGISTRATIONS = ("status", "year")
SHOWS = ("cancelled", "proposed", "not_placed", "at_cut_off")
OPTIONS = (
    Field("unit", UNITS),
    *map(Field, ("period", "units", "cut_off", "milestone", "basis")),
    *(Field(name, YES_NO if YES_NO in types.values() else TEXT) for name, types in FILTERS.items()),
    *(Field(name, FLAG) for name in ("alone", "registrations", "unassigned", *SHOWS)),
)
# What a clerk writes for «has no value».
_NONE = ("none", "khong co")
# And for «has one, whichever it is».
_ANY = ("any", "bat ky")
_FIT = {
    "alone": _OF_UNIT,
    "unassigned": ("exemplars", "models", "honours", "events"),
    "proposed": ("honours",),
    "recipients": ("honours",),
    "registrations": ("models",),
    "without": ("units",),
    "differing": ("decisions",),
    "basis": ("honours",),
    "milestone": ("exemplars", "models"),
    **FILTERS,
}


def given_of(texts: Mapping[str, Any]) -> dict[str, Any]:
    """The options that were given, by the names of their columns."""
    return {name.removesuffix("_"): text for name, text in texts.items() if text}


def report_request(
    register: Register, period: str, given: Mapping[str, Any], language: str
) -> "ReportRequest":
    """What a report is asked for: the words of `report`, `fill`, `fields` and `verify`."""
    from emulation_cli.tallies.measures.figures import ReportRequest
    from emulation_cli.tallies.measures.specifications import SECTIONS

    days = office_period(register, period)
    named = {name: given[name] for name in SECTIONS if given.get(name)}
    return ReportRequest(
        period=days,
        section_periods={name: office_period(register, text) for name, text in named.items()},
        cut_off=parsing.optional(register, Field("cut_off", DAY), given),
        **on_map(register, given, days),
        basis=parsing.optional(register, Field("basis", BASIS), given),
        language=language,
    )


def request(register: Register, noun: str, given: dict[str, Any]) -> ListRequest:
    """What was asked, with every value read; raises Usage for what does not fit the noun."""
    _refuse_unfit(noun, given)
    registrations = noun == "models" and any(
        name in given for name in ("registrations", *_OF_REGISTRATIONS)
    )
    period = office_period(register, given["period"]) if "period" in given else None
    filters = _filters(register, noun, given)
    if "unit" in given and list(map(_is_none, given["unit"])) == [True]:
        filters.append(("unit", None))
        given = {name: text for name, text in given.items() if name != "unit"}
    return ListRequest(
        noun=noun,
        period=period,
        cut_off=parsing.optional(register, Field("cut_off", DAY), given),
        **on_map(register, given, period),
        unassigned="unassigned" in given,
        alone="alone" in given,
        recipients="recipients" in given,
        differing="differing" in given,
        basis=parsing.optional(register, Field("basis", BASIS), given),
        limit=parsing.optional(register, Field("limit", COUNT), given),
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
            option = option_name(Field(name))
            raise Usage("cli.option_not_for_noun", option=option, noun=noun)
    shows = [option_name(Field(show)) for show in SHOWS if show in given]
    if len(shows) > 1:
        raise Usage("cli.only_one_of", options=", ".join(shows))


def _filters(register: Register, noun: str, given: dict[str, Any]) -> list[tuple[str, Any]]:
    if noun == "terms" and "of" in given:
        from emulation_cli.commands.entry.add_term import vocabularies_called

        return [("of", vocabularies_called(given["of"]))]
    return [
        _filter(name, _value(register, name, FILTERS[name][noun], text))
        for name, text in given.items()
        if name in FILTERS
    ]


def _is_none(text: str) -> bool:
    return fold(text) in _NONE


def _value(register: Register, name: str, type: FieldType, text: str) -> Any:
    """A field that recording would add is unknown to a list; `none` is for what has no value."""
    if _is_none(text) or fold(text) in _ANY:
        return None if _is_none(text) else ANY
    if name == "unit_group":
        return group_called(register, text)
    if isinstance(type, OfMovement):
        # By any of its names; what no one or several bear is refused in words.
        found = movement_called(register, text)
        return found or parsing.RegisterFinder(register).record(name, ("movements",), text)
    if isinstance(type, Coded):
        return parsing.term(register, name, type.vocabularies[0], text)
    value = parsing.value(register, Field(name, type), text)
    if isinstance(value, Ref) and value.noun in ("decisions", "events"):
        # What counts under a decision counts under the record that stands for all of it.
        from emulation_cli.register.identity.stated import subject_of

        return Ref.parse(subject_of(register.connection, str(value)))
    return value


def _filter(name: str, value: Any) -> tuple[str, Any]:
    """The column of the view that an option filters by, and the stored value it must have."""
    match name, value:
        case "form", Term(code=""):
            near = words.say("cli.see_terms", of="forms")
            raise Usage("cli.unknown_term", option=name, text=value.label_vi, near=near)
        case "form", Term():
            return value.vocabulary, value.code
        case _, Ref():
            return f"{BY_PLURAL[value.noun].table}_id", value.number
        case (("decision" | "event" | "movement"), (None | "*")):
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

"""What a clerk writes for a value, read in one place: coded values, units, dates, numbers, records.

The type of a column (register/nouns.py) names its reader. Each raises Usage or Refused with a
sentence that names the option and the nearest values.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from emulation_cli import words
from emulation_cli.commands.asking import Choice
from emulation_cli.domain.errors import Refused, Usage
from emulation_cli.domain.partial_date import PartialDate, latest_year
from emulation_cli.domain.period import Period
from emulation_cli.domain.terms import Term
from emulation_cli.domain.text import clean, fold
from emulation_cli.domain.units import Days, Unit
from emulation_cli.register.nouns import BY_PLURAL, NOUNS, Column
from emulation_cli.register.store import Register

# The parts of a report (tallies/figures.py, which recording need not load).
SECTIONS = ("exemplars", "models", "events", "honours")
# A vocabulary this small is named whole where a value is not in it.
SMALL_VOCABULARY = 6


class Reader(NamedTuple):
    """How the text of one column becomes a value, and what a clerk may choose from.

    What can be read and is not `known` would be added to the register.
    """

    read: Callable[[str], Any]
    choices: Callable[[], Sequence[Choice[Any]]] = tuple
    known: Callable[[str], bool] = lambda _text: True


def reader(register: Register, column: Column, on: Days | None = None) -> Reader:
    """The reader of a column in this register; of units of one name the one that lived `on`."""
    kind, _, vocabulary = column.type.partition(":")
    if kind == "term":
        return _term_reader(register, _option(column), vocabulary)
    if kind == "unit":
        return Reader(lambda text: register.find_unit(text, on), lambda: _unit_choices(register))
    return Reader(lambda text: _READERS[kind](register, _option(column), text))


def _option(column: Column) -> str:
    return column.name.replace("_", "-")


def value(register: Register, column: Column, text: str) -> Any:
    """The typed value of what was written for a column."""
    return reader(register, column).read(text)


def optional(register: Register, column: Column, given: Mapping[str, str | None]) -> Any:
    """The typed value of a column if it was given, else None."""
    text = given.get(column.name)
    return None if text is None else value(register, column, text)


def noun(text: str) -> str:
    """The noun that is meant: `exemplars`, `exemplar`, «điển hình»; raises Usage."""
    for noun in NOUNS:
        names = [noun.plural, noun.table]
        names += [words.say_in(language, f"record.noun.{noun.plural}") for language in ("vi", "en")]
        if fold(text) in map(fold, names):
            return noun.plural
    raise Usage("cli.unknown_noun", text=text, known=", ".join(noun.plural for noun in NOUNS))


def milestone(register: Register, noun: str, text: str) -> str:
    """The code of a milestone: «nhân rộng» is a stage of an exemplar, replication of a model."""
    return term(register, "milestone", milestones_of(noun), text)


def milestones_of(noun: str) -> str:
    """The vocabulary of a noun's milestones."""
    return "model_milestone" if noun == "models" else "exemplar_milestone"


def term(register: Register, option: str, vocabulary: str, text: str) -> str:
    """The code of a coded value, given as code, label or abbreviation; raises Usage."""
    return _term(register, option, (vocabulary,), text).code


def _term(register: Register, option: str, vocabularies: Sequence[str], text: str) -> Term:
    known = register.vocabularies
    for vocabulary in vocabularies:
        if found := known.find(vocabulary, text):
            return found
    members = [member for name in vocabularies for member in known.of(name)]
    if len(members) > SMALL_VOCABULARY:
        members = [member for name in vocabularies for member in known.nearest(name, text)]
    near = "; ".join(f"{m.label(words.language())} ({m.code})" for m in members) or "–"
    raise Usage("cli.unknown_term", option=option, text=text, near=near)


def _term_reader(register: Register, option: str, vocabulary: str) -> Reader:
    def choices() -> list[Choice[str]]:
        members = register.vocabularies.of(vocabulary)
        return [(member.label(words.language()), member.code) for member in members]

    if vocabulary == "exemplar_field":  # a looser vocabulary: what is new is added, with a warning
        known = register.vocabularies
        return Reader(
            lambda text: _text(register, option, text),
            lambda: [(_in_both_languages(term), term.code) for term in known.of(vocabulary)],
            lambda text: known.find(vocabulary, text) is not None,
        )
    return Reader(lambda text: term(register, option, vocabulary, text), choices)


def _in_both_languages(term: Term) -> str:
    """A label that is found by its Vietnamese words whatever the language of the screen."""
    label = term.label(words.language())
    return label if label == term.label_vi else f"{label} ({term.label_vi})"


def _unit_choices(register: Register) -> list[Choice[Unit]]:
    return [(unit.told_apart, unit) for unit in register.unit_names.units]


_FIRST_YEAR = 1850  # of a birth: the rule of schema.sql


def _text(_: Register, option: str, text: str) -> str:
    if cleaned := clean(text):
        return cleaned
    raise Usage("cli.empty_value", option=option)


def _date(_: Register, __: str, text: str) -> PartialDate:
    return PartialDate.parse(text)


def _day(_: Register, option: str, text: str) -> str:
    """A whole day, as an ISO day."""
    day = PartialDate.parse(text)
    if day.first != day.last:
        raise Usage("cli.not_a_day", option=option, text=text)
    return day.iso


def _year(_: Register, option: str, text: str) -> PartialDate:
    date = PartialDate.parse(text)
    if date.iso != f"{date.year}":
        raise Usage("cli.not_a_year", option=option, text=text)
    return date


def _period(_: Register, __: str, text: str) -> Period:
    return Period.parse(text)


def _section(_: Register, option: str, text: str) -> str:
    """A part of the report: exemplars, models, events or honours."""
    found = noun(text)
    if found not in SECTIONS:
        raise Usage("cli.unknown_term", option=option, text=text, near="; ".join(SECTIONS))
    return found


def _integer(_: Register, option: str, text: str) -> int:
    if not re.fullmatch(r"\d{1,9}", text.strip()):
        raise Usage("cli.not_a_number", option=option, text=text)
    if option.endswith("year") and not _FIRST_YEAR <= int(text) <= latest_year():
        raise Usage("cli.not_a_year", option=option, text=text)
    return int(text)


def _amount(_: Register, option: str, text: str) -> int:
    """Whole đồng: 500000, 500.000, 500,000 đ, 1 000 000 VND."""
    bare = re.sub(r"\s*(?:d|dong|vnd)$", "", fold(text))
    if not re.fullmatch(r"\d{1,15}|\d{1,3}(?:([., ])\d{3})(?:\1\d{3})*", bare):
        raise Usage("cli.not_an_amount", option=option, text=text)
    return int(re.sub(r"\D", "", bare))


_BOOLEANS = dict.fromkeys(("co", "c", "yes", "y", "1", "x", "true"), True) | dict.fromkeys(
    ("khong", "k", "no", "n", "0", "false"), False
)


def _boolean(_: Register, option: str, text: str) -> bool:
    if (found := _BOOLEANS.get(fold(text))) is None:
        raise Usage("cli.not_yes_or_no", option=option, text=text)
    return found


def _names(_: Register, __: str, text: str) -> tuple[str, ...]:
    return tuple(name for part in text.split(";") if (name := clean(part)))


def _form(register: Register, option: str, text: str) -> Term:
    return _term(register, option, ("form", "title"), text)


def _organiser(register: Register, _: str, text: str) -> Unit | str:
    """A unit of the register where it is one; any other body is kept as written."""
    found = register.units_called(text)
    return found[0] if len(found) == 1 else clean(text)


def _record(register: Register, _: str, text: str) -> tuple[str, int]:
    from emulation_cli.register.editing import existing

    noun, row = existing(register, text)
    if noun.plural not in ("exemplars", "models"):
        raise Refused("cli.not_an_exemplar_or_model", id=text)
    return noun.plural, row["id"]


def _belonging(_: Register, option: str, text: str) -> str:
    """Whether honours belong to exemplars, to models or to neither."""
    known = ("exemplars", "models", "other")
    if text.lower() not in known:
        raise Usage("cli.unknown_term", option=option, text=text, near="; ".join(known))
    return text.lower()


def _decision(register: Register, option: str, text: str) -> int:
    return _named(register, option, "decisions", text)


def _event(register: Register, option: str, text: str) -> int:
    return _named(register, option, "events", text)


def _named(register: Register, option: str, plural: str, text: str) -> int:
    """The number of a record given by its id, or by its number or name if it is the only one."""
    noun = BY_PLURAL[plural]
    if text[:1].upper() == noun.letter and text[1:].isdecimal():
        from emulation_cli.register.editing import existing

        return int(existing(register, text)[1]["id"])
    from emulation_cli.tallies.searching import matching_ids

    found = matching_ids(register, plural, text)
    if len(found) == 1:
        return found[0][0]
    if not found:
        raise Refused("cli.no_such_record", option=option, text=text, noun=plural)
    several = "; ".join(
        f"{noun.letter}{number} «{name}» {words.date(date)}" for number, name, date in found[:6]
    )
    raise Refused("cli.several_records", option=option, text=text, found=several)


_READERS: dict[str, Callable[[Register, str, str], Any]] = {
    "text": _text,
    "date": _date,
    "day": _day,
    "year": _year,
    "period": _period,
    "section": _section,
    "integer": _integer,
    "amount": _amount,
    "boolean": _boolean,
    "names": _names,
    "form": _form,
    "organiser": _organiser,
    "record": _record,
    "belonging": _belonging,
    "decision": _decision,
    "event": _event,
}

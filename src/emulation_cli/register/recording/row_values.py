"""Typed values of a record to the columns of its table, and the keys derived from names."""

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Any

from emulation_cli.domain.awards import level_of, read_award, system_of
from emulation_cli.domain.catalogue.field_types import FieldType
from emulation_cli.domain.catalogue.fields import Noun
from emulation_cli.domain.catalogue.found_types import Coded, OfRecord
from emulation_cli.domain.catalogue.nouns import BY_PLURAL, NOUNS
from emulation_cli.domain.offices.unit_keys import without_type
from emulation_cli.domain.text import comparing_key, fold, name_keys
from emulation_cli.register.store import Register


def columns_of(noun: Noun, values: Mapping[str, Any]) -> dict[str, Any]:
    """The columns to write for the values that are given; None empties a column."""
    plain, typed = _plan(noun.plural, tuple(values))
    row: dict[str, Any] = {name: values[name] for name in plain}
    for name, kind in typed:
        row.update(kind.stored(name, values[name]))
    if text := values.get("form_text"):
        row = _said_of_award(text) | row
    row |= keys_of(noun, row)
    return row


@lru_cache(maxsize=64)
def _plan(noun: str, names: tuple[str, ...]) -> tuple[list[str], list[tuple[str, FieldType]]]:
    """The fields among some names that are stored as they are, and the others with their types.

    The rows of a list name the same fields.
    """
    types = BY_PLURAL[noun].stored_types
    plain = [name for name in names if name in types and types[name] is None]
    return plain, [(name, kind) for name in names if (kind := types.get(name))]


@lru_cache(maxsize=4096)
def _said_of_award(text: str) -> dict[str, Any]:
    """Class, body, level, system and years, as far as the text of a form or title says them."""
    award = read_award(text)
    said = {**award._asdict(), "class": award.form_class}
    return {
        name: said[name]
        for name in ("class", "body", "level", "system", "years")
        if said[name] is not None
    }


def with_body_read(row: Mapping[str, Any]) -> dict[str, Any]:
    """A new decision with the level and the system that its body's words tell, if it says none."""
    body = row.get("body")
    if not body:
        return dict(row)
    said = {"level": level_of(body), "system": system_of(body)}
    return dict(row) | {name: row.get(name) or code for name, code in said.items()}


def keys_of(noun: Noun, row: Mapping[str, Any]) -> dict[str, str]:
    """The derived keys of a row that holds the record's name."""
    name = row.get(noun.title)
    match noun.table, name:
        case (_, None) | (("term" | "publication" | "target"), _):
            return {}
        case "unit", _:
            return place_keys(name)
        case "decision", _:
            return {"number_key": number_key(name)}
        case _:
            folded, compared = name_keys(name)
            return {"name_key": folded, "comparing_key": compared}


def keys_by_column(table: str, columns: Iterable[str]) -> "dict[str, tuple[str, Key]]":
    """The derived keys among the columns of a table: the column each follows from, and how."""
    noun = next((noun for noun in NOUNS if noun.table == table), None)
    named = noun.title if noun else "name"
    return {name: (named, KEYS[name]) for name in columns if name in KEYS}


def number_key(number: str) -> str:
    """The number and symbol of a decision without blanks or case: «163/qđ-ubnd»."""
    return comparing_key(number).replace(" ", "")


Key = Callable[[str], str]
KEYS: Mapping[str, Key] = {
    "name_key": fold,
    "comparing_key": comparing_key,
    "place_key": lambda name: without_type(fold(name)),
    "number_key": number_key,
}


def place_keys(name: str) -> dict[str, str]:
    """The keys that a unit's name is found by."""
    return {key: KEYS[key](name) for key in ("name_key", "place_key")}


def called(register: Register, noun: Noun, title: Any) -> str:
    """What a record is called: its title, or the label of a coded one, as of a target."""
    field = noun.field(noun.title)
    if field is None or not isinstance(field.type, Coded):
        return str(title)
    language = register.setting("language") or "vi"
    return register.vocabularies.label(field.type.vocabularies[0], str(title), language)


def written(register: Register, noun: Noun, column: str, value: Any) -> Any:
    """A value as it is told: a unit by its name, another record by its id (D5)."""
    field = noun.field_of(column)
    if value is None or field is None or not column.endswith("_id"):
        return value
    if isinstance(field.type, OfRecord):
        return str(field.type.pointed(column, value))
    return register.unit(value).name

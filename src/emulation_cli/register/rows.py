"""Typed values of a record to the columns of its table, and the keys derived from names."""

from collections.abc import Mapping
from typing import Any

from emulation_cli.domain.partial_date import PartialDate
from emulation_cli.domain.terms import Term
from emulation_cli.domain.text import comparing_key, fold, name_keys
from emulation_cli.domain.units import Unit, without_type
from emulation_cli.register.nouns import BY_PLURAL, Column, Noun, columns_by_name, plain_columns


def columns_of(noun: Noun, values: Mapping[str, Any]) -> dict[str, Any]:
    """The columns to write for the values that are given; None empties a column.

    Takes Unit, PartialDate, Term, codes, numbers, text, and ("exemplars", 3) for a record.
    """
    row: dict[str, Any] = {}
    plain, columns = plain_columns(noun.plural), columns_by_name(noun.plural)
    for name, value in values.items():
        if name in plain and value.__class__ is not Term:
            row[name] = value
        elif column := columns.get(name):
            row |= _stored(column, value)
    row |= keys_of(noun, row)
    return row


def _stored(column: Column, value: Any) -> dict[str, Any]:
    match column.type:
        case "unit":
            stored = {f"{column.name}_id": value.id if value else None}
        case "organiser":
            is_unit = isinstance(value, Unit)
            stored = {
                "organiser": value.name if is_unit else value,
                "unit_id": value.id if is_unit else None,
            }
        case "decision" | "event":
            stored = {f"{column.name}_id": value}
        case "record":
            stored = _stored_record(column, value)
        case "form":
            stored = {"form": None, "title": None}
            stored |= {value.vocabulary: value.code} if value else {}
        case "period":
            stored = {"period": value.text, "first_day": value.first, "last_day": value.last}
        case "names":
            stored = {}
        case _:
            stored = {column.name: _plain(value)}
    return stored


def _stored_record(column: Column, value: tuple[str, int] | None) -> dict[str, Any]:
    linked: dict[str, Any] = {"exemplar_id": None, "model_id": None}
    if column.name == "model":
        linked = {"model_id": None}
    if value:
        noun, number = value
        linked[f"{BY_PLURAL[noun].table}_id"] = number
    return linked


def _plain(value: Any) -> Any:
    match value:
        case PartialDate():
            return value.iso
        case Term():
            return value.code
        case bool():
            return int(value)
        case _:
            return value


def keys_of(noun: Noun, row: Mapping[str, Any]) -> dict[str, str]:
    """The derived keys of a row that holds the record's name."""
    name = row.get(noun.title)
    match noun.table, name:
        case _, None:
            return {}
        case "unit", _:
            return place_keys(name)
        case "decision", _:
            return {"number_key": number_key(name)}
        case _:
            folded, compared = name_keys(name)
            return {"name_key": folded, "comparing_key": compared}


def place_keys(name: str) -> dict[str, str]:
    """The keys that a unit's name is found by."""
    return {"name_key": fold(name), "place_key": without_type(fold(name))}


def number_key(number: str) -> str:
    """The number and symbol of a decision without blanks or case: «163/qđ-ubnd»."""
    return comparing_key(number).replace(" ", "")

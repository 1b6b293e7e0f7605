"""Movements as records name them: found by any of their names, or made."""

from collections.abc import Mapping
from typing import Any

from emulation_cli.domain.catalogue.refs import Ref
from emulation_cli.domain.text import clean, fold, name_keys, nearest
from emulation_cli.register.store import Register

_ALL = "SELECT id, code, name, other_names FROM movement WHERE cancelled_on IS NULL"
_BETWEEN = "; "


def movement_called(register: Register, text: str) -> Ref | None:
    """The one movement of this code or name, or that alone has the text in a name; else None."""
    wanted = fold(text)
    named = {row["id"]: list(map(fold, _names(row))) for row in register.rows(_ALL)}
    exact = [number for number, names in named.items() if wanted in names]
    part = [number for number, names in named.items() if any(wanted in name for name in names)]
    found = exact or part
    return Ref("movements", found[0]) if wanted and len(found) == 1 else None


def _names(row: Mapping[str, Any]) -> list[str]:
    others = row["other_names"].split(_BETWEEN) if row["other_names"] else []
    return [row["name"], row["code"] or row["name"], *others]


def make_movement(register: Register, text: str) -> tuple[Ref, dict[str, str]]:
    """Record a movement of this name inside an open change, and what is told of it."""
    near = nearest(fold(text), [fold(row["name"]) for row in register.rows(_ALL)])
    folded, compared = name_keys(text)
    row = {"name": clean(text), "name_key": folded, "comparing_key": compared}
    ref = Ref("movements", register.insert("movement", row))
    return ref, {"id": str(ref), "name": row["name"], "nearest": ", ".join(near)}


def with_movement(
    register: Register, values: Mapping[str, Any]
) -> tuple[Mapping[str, Any], dict[str, str] | None]:
    """The values with the movement that they name, made where nobody knows it yet."""
    text = values.get("movement")
    if not isinstance(text, str):
        return values, None
    found, told = movement_called(register, text), None
    if found is None:
        found, told = make_movement(register, text)
    return {**values, "movement": found}, told

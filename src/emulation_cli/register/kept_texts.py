"""JSON kept of tables, requests and reports: another program may have been at it."""

import json
from collections.abc import Callable
from typing import Any, TypeVar

from emulation_cli.domain.errors import Refused
from emulation_cli.register.store import Register

T = TypeVar("T")
# What a text raises that is no JSON, too deep, or of another shape.
NOT_AS_KEPT = (ValueError, TypeError, KeyError, AttributeError, RecursionError)


def read_kept(register: Register, name: str, text: str, made: Callable[[Any], T]) -> T:
    """What is `made` of a text that is kept under a name; raises Refused, naming it."""
    try:
        return made(json.loads(text))
    except NOT_AS_KEPT as error:
        raise Refused("domain.kept_unreadable", name=name, path=register.path) from error


def of_type(value: Any, *kinds: type) -> Any:
    """The value; raises TypeError where it is of none of these types."""
    if type(value) not in kinds:
        raise TypeError(type(value))
    return value


def texts(values: Any) -> list[str]:
    """A list of texts; raises TypeError for anything else."""
    return [of_type(value, str) for value in of_type(values, list)]

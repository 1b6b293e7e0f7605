"""Options that are given more than once: both values are meant, or the line is refused."""

from collections.abc import Iterable
from typing import Any

from emulation_cli.domain.errors import Usage

# Options whose values stand in a row behind commas.
JOINED = ("--by",)


def given_once(params: Iterable[Any], args: list[str]) -> list[str]:
    """The words of a line with each option once; raises Usage where only one value can be meant."""
    single = {
        option: str(param.name)
        for param in params
        if param.param_type_name == "option" and not (param.multiple or param.is_flag)
        for option in param.opts
    }
    kept: list[str] = []
    places: dict[str, int] = {}
    remaining = iter(args)
    for word in remaining:
        if word == "--":
            return [*kept, word, *remaining]
        option, sign, text = word.partition("=")
        if option not in single:
            kept.append(word)
            continue
        value = text if sign else next(remaining, None)
        _take(kept, places, single[option], option, value)
    return kept


def _take(
    kept: list[str], places: dict[str, int], name: str, option: str, value: str | None
) -> None:
    if name not in places:
        kept += [option] if value is None else [option, value]
        places[name] = len(kept) - 1
    elif option in JOINED and value is not None:
        kept[places[name]] += f",{value}"
    else:
        raise Usage("cli.option_twice", option=option)

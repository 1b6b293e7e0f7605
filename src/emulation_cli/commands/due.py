"""`due`: who should be honoured or taken up next, each with the reason."""

from datetime import date
from typing import Annotated

import typer

from emulation_cli import words
from emulation_cli.commands.dialogue import filters
from emulation_cli.commands.frame.desk import desk_of, tell
from emulation_cli.commands.frame.options import Flag, Output, Value, Values
from emulation_cli.commands.frame.output import screenful, write_listing
from emulation_cli.domain.errors import Usage
from emulation_cli.domain.text import fold
from emulation_cli.register.store import Register
from emulation_cli.tallies.row_lists.listings import Listing
from emulation_cli.tallies.who_is_due import FULFILLED, REASONS, Due
from emulation_cli.tallies.who_is_due import due as who_is_due

_COLUMNS = ("id", "name", "kind", "unit", "due", "why", "reason", "award_years", "source")


def due(
    ctx: typer.Context,
    reason: Annotated[list[str] | None, typer.Argument()] = None,
    unit: Values = None,
    format: Value = None,
    output: Output = None,
    *,
    full: Flag = False,
) -> None:
    """List who is due, with reasons."""
    from emulation_cli.render.lists import foremost

    register = desk_of(ctx).register
    reasons = list(map(_reason, reason or REASONS))
    within = filters.request(register, "honours", {"unit": unit} if unit else {}).within
    found = who_is_due(register, reasons, within, date.today().isoformat())
    rows = tuple(_row(register, one) for one in found)
    listed = Listing("due", _COLUMNS, rows)
    if output is None and format in (None, "table"):
        listed = foremost(listed, ("why",))
    most = None if full or output else screenful()
    write_listing(listed, format, output, register, most=most)
    if any(one.reason == FULFILLED for one in found):
        tell("lists.due_by_years")


def _reason(text: str) -> str:
    """A reason by its code or its words."""
    for code in REASONS:
        if fold(text) in (code, fold(words.say(f"lists.due.{code}"))):
            return code
    raise Usage("cli.unknown_term", option="reason", text=text, near="; ".join(REASONS))


def _row(register: Register, one: Due) -> tuple[object, ...]:
    years = " ".join(map(str, one.years)) or None
    what = one.award or one.reason
    return (*one[:4], what, _why(register, one), one.reason, years, one.source)


def _why(register: Register, one: Due) -> str:
    """The reason in a sentence."""
    if one.reason == FULFILLED:
        needed = _label(register, one.told or "", "title", "form")
        years = ", ".join(map(str, one.years))
        return words.say("lists.why_fulfilled", needed=needed, years=years, source=one.source)
    if not one.told:
        return words.say(f"lists.why_{one.reason}_undated")
    levels = ", ".join(_label(register, code, "level") for code in one.told.split())
    told = words.date(one.told) if one.told[:1].isdigit() else levels
    return words.say(f"lists.why_{one.reason}", told=told)


def _label(register: Register, code: str, *vocabularies: str) -> str:
    labels = (register.vocabularies.label(one, code, words.language()) for one in vocabularies)
    return next((label for label in labels if label and label != code), code)

"""`succeed`: who follows whom when units merge or split."""

from typing import Annotated, Any

import typer

from emulation_cli import words
from emulation_cli.commands.dialogue.unit_meant import unit_meant
from emulation_cli.commands.entry.record import require, typed
from emulation_cli.commands.frame.desk import desk_of, tell
from emulation_cli.commands.frame.options import Values, takes
from emulation_cli.domain.catalogue.fields import DAY, Field
from emulation_cli.domain.errors import Usage
from emulation_cli.domain.offices.units import Unit
from emulation_cli.domain.times.partial_date import PartialDate
from emulation_cli.register.recording import unit_successions
from emulation_cli.register.store import Register

_DAY = Field("on", DAY, required=True)
_DOCUMENT = Field("document")


@takes((_DAY, _DOCUMENT))
def succeed(
    ctx: typer.Context,
    old: Annotated[list[str], typer.Argument()],
    by: Values = None,
    **texts: Any,
) -> None:
    """Record that new units follow old ones from a day on."""
    register = desk_of(ctx).register
    given = {name: text for name, text in texts.items() if text is not None}
    if not by:
        raise Usage("cli.missing_options", names="--by")
    require((_DAY,), given)
    values = typed(register, (_DAY, _DOCUMENT), given)
    day = values["on"]
    olds = [_former(register, text, day) for text in _several(old)]
    news = [unit_meant(register, text, PartialDate(day)) for text in _several(by)]
    _tell(unit_successions.succeed(register, olds, news, day, values.get("document")), day)


def _several(texts: list[str]) -> list[str]:
    """Names given one by one, or in one word with semicolons between."""
    return [name.strip() for text in texts for name in text.split(";") if name.strip()]


def _former(register: Register, text: str, day: str) -> Unit:
    """The unit that ended before the day, or is about to: not the one that begins then."""
    found = [unit for unit in register.units_called(text) if (unit.valid_from or "") < day]
    return found[0] if len(found) == 1 else unit_meant(register, text)


def _tell(done: unit_successions.Succeeded, day: str) -> None:
    for old, new in done.pairs:
        tell("units.follows", old=old.name, new=new.name, date=words.date(day))
    for unit in done.ended:
        tell("units.ended", id=f"U{unit.id}", name=unit.name)
    for unit in done.begun:
        tell("units.begun", id=f"U{unit.id}", name=unit.name, date=words.date(day))

"""`extract`: hand a unit a register of its own."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from emulation_cli import words
from emulation_cli.commands.dialogue.unit_meant import unit_meant
from emulation_cli.commands.entry.record import require
from emulation_cli.commands.frame.desk import desk_of, tell
from emulation_cli.commands.frame.options import Flag, Value
from emulation_cli.domain.catalogue.fields import Field
from emulation_cli.domain.catalogue.nouns import BY_PLURAL
from emulation_cli.domain.times.partial_date import PartialDate
from emulation_cli.tallies.measures.answering_units import unit_map


def extract(
    ctx: typer.Context,
    unit: Value = None,
    output: Annotated[str | None, typer.Option("--output", "-o")] = None,
    dry_run: Flag = False,
) -> None:
    """Write a register that holds what a unit answers for today."""
    from emulation_cli.register.copies import extracting

    register = desk_of(ctx).register
    given = {name: text for name, text in (("unit", unit), ("output", output)) if text}
    require([Field(name, required=True) for name in ("unit", "output")], given)
    today = date.today().isoformat()
    meant = unit_meant(register, given["unit"], PartialDate(today))
    scope = unit_map(register, today).scope(meant)
    if dry_run:
        with TemporaryDirectory() as folder:
            tried = extracting.extract(register, scope, Path(folder) / "tried.db", meant.name)
        tell("units.would_extract", unit=meant.name, counts=_named(tried.counts))
        return
    made = extracting.extract(register, scope, Path(given["output"]), meant.name)
    tell("units.extracted", unit=meant.name, file=made.path, counts=_named(made.counts))


def _named(counts: Mapping[str, int]) -> str:
    return ", ".join(
        f"{words.number(count)} {words.say(f'units.table.{BY_PLURAL[noun].table}')}"
        for noun, count in counts.items()
        if count
    )

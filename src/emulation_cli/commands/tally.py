"""`tally`: numbers of records by any of their dimensions."""

import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from emulation_cli import render
from emulation_cli.commands.dialogue import filters, parsing
from emulation_cli.commands.dialogue.table_words import dimension
from emulation_cli.commands.frame.desk import desk_of
from emulation_cli.commands.frame.options import Output, Value, takes
from emulation_cli.commands.frame.output import chosen_format, tell_written
from emulation_cli.domain.catalogue.fields import Field
from emulation_cli.tallies.crosstab import crosstab

_OPTIONS = (Field("by", required=True), *filters.OPTIONS)


@takes(_OPTIONS)
def tally(
    ctx: typer.Context,
    noun: Annotated[str, typer.Argument()],
    format: Value = None,
    output: Output = None,
    **texts: Any,
) -> None:
    """Count the records of a noun by the dimensions that are asked for."""
    register = desk_of(ctx).register
    style = chosen_format(format, render.TALLY_FORMATS)
    given = filters.given_of(texts)
    by = tuple(map(dimension, (given.pop("by", None) or "unit,kind").split(",")))
    found = crosstab(register, filters.request(register, parsing.noun(noun), given), by)
    if output is None:
        render.tally(found, style, sys.stdout)
        return
    render.tally_file(found, Path(output))
    tell_written(output)

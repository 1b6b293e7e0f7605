"""`export`: all that the register holds, for any other program."""

from pathlib import Path

import typer

from emulation_cli.commands.desk import desk_of
from emulation_cli.commands.options import Flag, Output
from emulation_cli.commands.output import tell_written
from emulation_cli.domain.errors import Usage

FILE = "emul.zip"


def export(ctx: typer.Context, all: Flag = False, output: Output = None) -> None:
    """Write everything as CSV files in a zip."""
    from emulation_cli.render.archive import archive
    from emulation_cli.tallies.everything import everything

    register = desk_of(ctx).register
    if not all:
        raise Usage("care.export_what")
    path = Path(output or FILE)
    archive(everything(register), path)
    tell_written(str(path))

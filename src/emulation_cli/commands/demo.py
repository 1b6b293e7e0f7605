"""`demo`: the invented lists of a real district, taken into a register of their own."""

from pathlib import Path

import typer

from emulation_cli import leftovers, resources, words
from emulation_cli.commands.frame.desk import desk_of, tell
from emulation_cli.commands.frame.options import Flag
from emulation_cli.commands.importing.import_files import found_files
from emulation_cli.commands.importing.label_headings import label_hints
from emulation_cli.commands.report import ReportPart, show_report
from emulation_cli.domain.errors import EmulError, Refused
from emulation_cli.domain.times.period import Period
from emulation_cli.register.opening.register_file import create, open_register
from emulation_cli.taking_in.results import Wishes
from emulation_cli.taking_in.runs import run
from emulation_cli.tallies.measures.figures import ReportRequest
from emulation_cli.tallies.measures.period_figures import figures

FILE = "emul-demo.db"
UNIT = "Huyện Cẩm Xuyên"
_SAME_REPORT = f"emul --db {FILE} report 2021-2023 --models 2018-2023"


def demo(ctx: typer.Context, full: Flag = False) -> None:
    """Write emul-demo.db in this folder and print the reference report, short on a terminal."""
    path = Path(FILE)
    _refuse_other_file(path)
    unfinished = leftovers.built_beside(path)
    try:
        _fill(unfinished)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    request = ReportRequest(
        period=Period.parse("2021-2023"),
        section_periods={"models": Period.parse("2018-2023")},
        language=desk_of(ctx).language_of(document=False),
    )
    with open_register(path) as register:
        show_report(
            figures(register, request), ReportPart(full=full), words.command_line(_SAME_REPORT)
        )
    tell("imports.demo_done", file=path)


def _refuse_other_file(path: Path) -> None:
    """An older demo is replaced; any other file of that name is the clerk's own."""
    if not path.exists():
        return
    try:
        with open_register(path) as register:
            is_demo = register.setting("demo") is not None
    except EmulError:
        is_demo = False
    if not is_demo:
        raise Refused("imports.not_a_demo", file=path)


def _fill(path: Path) -> None:
    language = words.language()
    with create(path, unit_name=UNIT, language=language) as register, leftovers.held(path):
        register.command = "demo"
        with register.change():
            register.insert("setting", {"name": "demo", "value": "1"})
        run(register, found_files([resources.sample_lists()]), Wishes(hints=label_hints()))

"""`report`: the figures of a period, on the screen or in a file."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from emulation_cli import render, words
from emulation_cli.commands.dialogue import parsing
from emulation_cli.commands.dialogue.filters import UNITS, report_request
from emulation_cli.commands.dialogue.saved_requests import forget, refuse_period, save, with_saved
from emulation_cli.commands.dialogue.unit_maps import tell_of_others
from emulation_cli.commands.frame.desk import Desk, desk_of, tell
from emulation_cli.commands.frame.json_answers import as_json
from emulation_cli.commands.frame.options import Output, Value, Values, takes
from emulation_cli.commands.frame.output import chosen_format, labels_of, tell_written
from emulation_cli.commands.settings import letterhead
from emulation_cli.domain.catalogue.field_types import OneOf
from emulation_cli.domain.catalogue.fields import DAY, FLAG, Field
from emulation_cli.domain.errors import Usage
from emulation_cli.register.row_by_row import row_by_row
from emulation_cli.tallies.measures.figures import ReportFigures, ReportRequest
from emulation_cli.tallies.measures.period_figures import figures
from emulation_cli.tallies.measures.specifications import SECTIONS

if TYPE_CHECKING:
    from emulation_cli.documents.links.rows_behind import Behind
    from emulation_cli.register.store import Register


_ON_PAPER = (".docx", ".pdf")
_OPTIONS = (
    *(Field(section) for section in SECTIONS),
    *(Field(name, FLAG) for name in ("commands", "full", "open")),
    Field("unit", UNITS),
    *map(Field, ("units", "cut_off", "as_recorded", "against", "keep", "compare", "basis")),
    *map(Field, ("annex", "save")),
    Field("forget", FLAG),
)
# What is printed behind a report: nothing, the long tables, the lists of names too.
_ANNEX = Field("annex", OneOf("none", "figures", "names"))


@takes(_OPTIONS)
def report(
    ctx: typer.Context,
    period: Annotated[str, typer.Argument()],
    format: Value = None,
    output: Output = None,
    *,
    section: Values = None,
    by: Values = None,
    **texts: Any,
) -> None:
    """Write the report of a period."""
    desk = desk_of(ctx)
    if texts["forget"]:
        forget(desk.register, period)
        return
    said = {"period": period, "format": format, "section": section, "by": by, **texts}
    asked = with_saved(desk.register, said)
    if asked["save"]:
        refuse_period(desk.register, asked["save"])
    _report(desk, asked, output)
    if asked["save"]:
        save(desk.register, asked["save"], asked)


def _report(desk: Desk, texts: dict[str, Any], output: str | None) -> None:
    finder = parsing.RegisterFinder(desk.register)
    style = chosen_format(texts["format"], render.REPORT_FORMATS)
    language = desk.language_of(document=output is not None or style == "md")
    request = report_request(desk.register, texts["period"], texts, language)
    if texts["commands"]:
        _write(desk, request, texts, _write_commands)
    else:
        part = ReportPart(
            tuple(finder.noun("section", SECTIONS, one) for one in texts["section"] or ()),
            tuple(name for text in texts["by"] or () for name in text.split(",")),
            full=texts["full"] or bool(texts["compare"]),
            annex=parsing.optional(desk.register, _ANNEX, texts) or "figures",
            opened=texts["open"],
        )
        _write(desk, request, texts, lambda made: write_report(desk, made, style, output, part))
    tell_of_others(desk.register, request.within, request.units, request.period)


def _write(
    desk: Desk,
    request: ReportRequest,
    texts: dict[str, Any],
    write: Callable[[ReportFigures], None],
) -> None:
    """Write the report, of today or as recorded by a day; or only what differs from another."""
    if not any(texts[name] for name in ("as_recorded", "against", "keep")):
        with row_by_row(desk.register):
            write(_figures(desk, request, texts["compare"]))
        return
    from emulation_cli.commands import compared_past

    day = parsing.optional(desk.register, Field("as_recorded", DAY), texts)
    change = compared_past.at_change(desk.register, day)
    if texts["against"]:
        json = as_json(texts["format"])
        compared_past.compare(desk.register, request, change, texts["against"], json=json)
        return
    with compared_past.rewound(desk.register, change), row_by_row(desk.register):
        made = _figures(desk, request, texts["compare"])
        write(made)
    if day:
        tell("history.as_recorded", day=words.date(day), change=f"C{change}")
    if texts["keep"]:
        compared_past.keep(desk.register, texts["keep"], made, change)


def _figures(desk: Desk, request: ReportRequest, compare: str | None) -> ReportFigures:
    """The figures, with those of an earlier period where one is named."""
    if not compare:
        return figures(desk.register, request)
    from emulation_cli.tallies.comparison import compared

    return compared(desk.register, request, compare)


def _write_commands(made: ReportFigures) -> None:
    """Every figure with the command that lists its rows, as JSON."""
    from emulation_cli.documents.figure_lines import with_commands
    from emulation_cli.render.screen.machine_text import write_json

    write_json(list(with_commands(made)), sys.stdout)


class ReportPart(NamedTuple):
    """What of a report is shown: some sections or breakdowns, all of it, else its headlines.

    `annex` is what a file has behind it; one that is `opened` is shown by its own program.
    """

    sections: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    full: bool = False
    annex: str = "figures"
    opened: bool = False


def show_report(made: ReportFigures, part: ReportPart, command: str) -> None:
    """Bring a report to stdout: on a terminal a screenful, unless more is asked for.

    `command` is the one that shows this report; with an option more it shows the rest.
    """
    from emulation_cli.render.screen import report_page

    if part.sections or part.by:
        report_page.part_of_report(made, part.sections, part.by, sys.stdout)
    elif part.full or not sys.stdout.isatty():
        report_page.report(made, sys.stdout)
    else:
        report_page.headlines(made, command, sys.stdout)


def write_report(
    desk: Desk, made: ReportFigures, style: str, output: str | None, part: ReportPart
) -> None:
    """Write a report to stdout in a format, or to a file in the format of its suffix."""
    if (part.sections or part.by) and (output or style != "text"):
        raise Usage("cli.part_on_screen_only")
    if output is None:
        if style == "text":
            show_report(made, part, desk.command)
        else:
            render.report(made, style, sys.stdout)
        return
    path = Path(output)
    behind = _behind(desk.register, made, path.suffix.lower(), part.annex)
    head = letterhead(desk.register)
    render.report_file(made, path, behind, labels_of(desk.register), head)
    tell_written(output, opened=part.opened)


def _behind(register: "Register", made: ReportFigures, suffix: str, annex: str) -> "Behind":
    """The rows behind the figures, where the format shows rows.

    A document on paper, which opens nothing, has whole lists, and those only if they are asked for.
    """
    from dataclasses import replace
    from functools import partial

    from emulation_cli.documents.links.rows_behind import Behind, behind
    from emulation_cli.tallies.row_lists.listings import listing_by

    wanted = ("names",) if suffix in _ON_PAPER else ("figures", "names")
    if suffix not in render.SUFFIXES_WITH_ROWS or annex not in wanted:
        return Behind(annex=annex)
    read = partial(listing_by, register)
    return replace(behind(made, read, wholes_only=suffix in _ON_PAPER), annex=annex)

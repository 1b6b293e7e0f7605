"""`import`: show what was understood, then take it in."""

import json
import sys
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Annotated, Any

import typer

from emulation_cli import sheets, words
from emulation_cli.commands.dialogue import parsing, questions
from emulation_cli.commands.frame.desk import desk_of, tell
from emulation_cli.commands.frame.narration import put
from emulation_cli.commands.frame.options import Value, Yes, takes
from emulation_cli.commands.frame.output import chosen_format
from emulation_cli.commands.importing.import_columns import said_of_columns
from emulation_cli.commands.importing.import_files import (
    folders_within,
    found_files,
    left_to_take,
    papers_beside,
    streamed,
)
from emulation_cli.commands.importing.import_json import as_json
from emulation_cli.commands.importing.import_questions import Passwords, asked
from emulation_cli.commands.importing.import_report import tell_outcome, tell_understood
from emulation_cli.commands.importing.import_sentences import say_values
from emulation_cli.commands.importing.label_headings import label_hints
from emulation_cli.domain.catalogue.fields import (
    ACT,
    COUNT,
    DECISION,
    EVENT,
    FLAG,
    KIND,
    NAMES,
    UNIT,
    YEAR,
    Field,
)
from emulation_cli.domain.errors import FileTrouble, Usage
from emulation_cli.register.store import Register
from emulation_cli.render.screen.progress import progress
from emulation_cli.taking_in.results import RunResult, Wishes
from emulation_cli.taking_in.runs import remember, run

LONG_LIST = 400_000  # bytes; below that a progress bar would only flicker


# What a list does not say can be given; each is read like the column of that type.
_SAID = (
    Field("unit", UNIT),
    Field("kind", KIND),
    Field("act", ACT),
    Field("event", EVENT),
    Field("decision", DECISION),
    Field("year", YEAR),
    Field("header_row", COUNT),
)
_FLAGS = (
    "new",
    "new_units",
    "new_terms",
    "update",
    "skip_bad",
    "dry_run",
    "another_person",
    "explain",
)
_OPTIONS = (
    Field("as"),
    Field("columns", NAMES),
    *_SAID,
    *(Field(name) for name in ("encoding", "date_order", "password", "password_file", "errors")),
    *(Field(name, FLAG) for name in _FLAGS),
)


@takes(_OPTIONS)
def import_lists(
    ctx: typer.Context,
    paths: Annotated[list[str], typer.Argument()],
    yes: Yes = False,
    format: Value = None,
    **texts: Any,
) -> None:
    """Take in lists: all or nothing."""
    register = desk_of(ctx).register
    style = chosen_format(format, ("text", "json"))
    given = {name.removesuffix("_"): value for name, value in texts.items() if value}
    wishes = _wishes(register, given)
    with streamed(paths) as named:
        files = found_files(named)
        if others := papers_beside(named):
            tell("imports.papers_beside", files=", ".join(others))
        if folders := folders_within(named):
            tell("imports.folders_within", folders=", ".join(folders))
        if "new" in given:
            files = left_to_take(register, files)
        take = partial(_taken_in, register, files, ask=not yes and style == "text")
        outcome = _handed_back(take, wishes, given["errors"]) if "errors" in given else take(wishes)
    if style == "json":
        put(json.dumps(as_json(outcome), ensure_ascii=False, indent=1))
    else:
        tell_outcome(outcome, shown=outcome.shown)
    if outcome.refused:
        raise typer.Exit(3)


def _handed_back(take: Callable[[Wishes], RunResult], wishes: Wishes, file: str) -> RunResult:
    """Take in, and write the refused rows to a workbook for their senders, if there are any.

    The workbook is whole before anything is taken in, and gets its name right after.
    """
    from emulation_cli.commands.importing.returned_lists import returned_sheets
    from emulation_cli.render.excel.returned_sheets import returned_file

    with ExitStack() as unfinished:
        written: list[Path] = []

        def hand_back(outcome: RunResult) -> None:
            if not written and (sheets := returned_sheets(say_values(outcome))):
                unfinished.enter_context(returned_file(sheets, Path(file)))
                written.append(Path(file))

        outcome = take(replace(wishes, before_writing=hand_back))
        hand_back(outcome)
    for path in written:
        tell("imports.returned", file=path)
    return outcome


def _wishes(register: Register, given: dict[str, Any]) -> Wishes:
    read = {column.name: parsing.optional(register, column, given) for column in _SAID}
    noun = parsing.noun(given["as"]) if "as" in given else None
    proposed = noun == "proposals"  # each with the honour that it is for
    headings, columns = said_of_columns(given.get("columns", ()))
    hints = replace(
        label_hints(),
        register="honours" if proposed else noun,
        proposed=proposed,
        unit=read["unit"],
        kind=read["kind"],
        act=read["act"],
        event=given.get("event"),
        decision=given.get("decision"),
        year=read["year"].year if read["year"] else None,
        header_row=read["header_row"],
        encoding=given.get("encoding"),
        date_order=given.get("date_order"),
        new_units="new_units" in given,
        columns=columns,
        explain="explain" in given,
    )
    return Wishes(
        hints=hints,
        defaults={name: read[name] for name in ("event", "decision") if read[name]},
        password=_password(given),
        headings=headings,
        update="update" in given,
        skip_bad="skip_bad" in given,
        new_terms="new_terms" in given,
        dry_run="dry_run" in given,
        another_person="another_person" in given,
        tell_long=_tell_long,
    )


def _tell_long(file: str, cells: int) -> None:
    tell(
        "imports.long_list",
        file=file,
        cells=words.number(cells),
        seconds=sheets.seconds_for(cells),
        megabytes=words.number(sheets.megabytes_for(cells)),
    )


def _password(given: dict[str, Any]) -> str | None:
    """The password, or the first line of its file: a file is in no list of processes."""
    if "password_file" not in given:
        return given.get("password")
    if "password" in given:
        raise Usage("cli.only_one_of", options="--password, --password-file")
    path = Path(given["password_file"])
    if not path.is_file():
        raise FileTrouble("cli.no_such_file", file=path)
    lines = path.read_text("utf-8-sig", "replace").splitlines()
    return lines[0] if lines else None


def _taken_in(register: Register, files: list[Path], wishes: Wishes, *, ask: bool) -> RunResult:
    """On a terminal the run is first made dry and shown; nothing is locked while she reads."""
    ask = ask and questions.possible()
    if ask:
        wishes = replace(wishes, ask_password=Passwords())
    if not ask or wishes.dry_run:
        return _with_progress(register, files, wishes)
    preview = _with_progress(register, files, replace(wishes, dry_run=True))
    while (answered := asked(register, preview, wishes)) is not wishes:
        wishes = answered
        preview = say_values(run(register, files, replace(wishes, dry_run=True)))
    if preview.refused:
        if remember(register, wishes):
            tell("imports.answers_kept")
        return replace(preview, dry_run=False)
    if not preview.writes:
        return say_values(run(register, files, wishes))  # what was decided on the way is remembered
    tell_understood(preview)
    if not questions.confirmed(words.say("imports.take_in")):
        tell("imports.nothing_written")
        raise typer.Exit(0)
    outcome = say_values(run(register, files, wishes))
    outcome.shown = True
    return outcome


def _with_progress(register: Register, files: list[Path], wishes: Wishes) -> RunResult:
    """Show a bar where the lists are long and someone watches."""
    weight = sum(file.stat().st_size for file in files if file.exists())
    if weight < LONG_LIST or not sys.stderr.isatty():
        return say_values(run(register, files, wishes))
    with progress(words.say("imports.reading"), len(files)) as advance:
        return say_values(run(register, files, wishes, advance))

"""`table`: tables with several measures side by side, kept by the clerk as data."""

import sys
from dataclasses import asdict, replace
from functools import partial
from pathlib import Path
from typing import Annotated, Any

import typer

from emulation_cli import render, words
from emulation_cli.commands.dialogue.filters import UNITS
from emulation_cli.commands.dialogue.table_words import (
    asked_columns,
    called,
    check,
    dimension,
    preset,
    read_column,
    written,
)
from emulation_cli.commands.frame.desk import Desk, desk_of, tell
from emulation_cli.commands.frame.json_answers import as_json, write_answer
from emulation_cli.commands.frame.narration import put
from emulation_cli.commands.frame.options import Output, Value, takes
from emulation_cli.commands.frame.output import chosen_format, labels_of, tell_written
from emulation_cli.documents.speech import Speech, speaking
from emulation_cli.domain.catalogue.fields import NAMES, Field
from emulation_cli.domain.errors import Usage
from emulation_cli.domain.text import clean, fold
from emulation_cli.register.kept_tables import (
    TableSpec,
    delete_table,
    keep_table,
    kept_table,
    kept_tables,
)

_SPECIFYING = (Field("like"), Field("rows"), Field("columns", NAMES), Field("title"))
_SHOWING = (Field("unit", UNITS), *map(Field, ("units", "cut_off", "compare")))
_ACTIONS = {
    "new": ("new", "moi", "them"), "list": ("list", "danh sach"), "show": ("show", "xem"),
    "edit": ("edit", "sua"), "delete": ("delete", "xoa"),
}  # fmt: skip


@takes((*_SPECIFYING, *_SHOWING))
def table(
    ctx: typer.Context,
    asked: Annotated[list[str] | None, typer.Argument(metavar="[ACTION] NAME [PERIOD]")] = None,
    format: Value = None,
    output: Output = None,
    **texts: Any,
) -> None:
    """Keep, change and show tables of several measures."""
    desk = desk_of(ctx)
    action, rest = _meant(asked or [])
    given = {name: text for name, text in texts.items() if text}
    match action:
        case "list":
            _list(desk, json=as_json(format))
        case "new":
            with speaking(desk.language_of(document=True)):  # its labels are printed
                spec = _specified(_name(rest), given)
            _keep(desk, spec, instead=False)
        case "edit":
            name = _name(rest)
            _keep(desk, _changed(kept_table(desk.register, name), given), instead=True)
        case "delete":
            name = delete_table(desk.register, _name(rest))
            tell("table.deleted", name=name)
        case _:
            _show(desk, rest, given, chosen_format(format, render.TALLY_FORMATS), output)


def _meant(asked: list[str]) -> tuple[str, list[str]]:
    """The action that is named first, else to show the table of that name; nothing: all of them."""
    if not asked:
        return "list", []
    for action, spellings in _ACTIONS.items():
        if fold(asked[0]).replace("-", " ") in spellings:
            return action, asked[1:]
    return "show", asked


def _name(rest: list[str]) -> str:
    if len(rest) != 1:
        raise Usage("table.one_name", text=" ".join(rest))
    return clean(rest[0])


def _list(desk: Desk, *, json: bool) -> None:
    found = kept_tables(desk.register)
    if json:
        write_answer(tables=[asdict(spec) for spec in found])
        return
    if not found:
        tell("table.none")
    for spec in found:
        put(spec.name)
        rows = words.say("table.rows", rows=",".join(spec.rows))
        for line in (rows, *written(spec)):
            put(f"  {line}")


def _specified(name: str, given: dict[str, Any]) -> TableSpec:
    """A new table: like one that the program brings, with what is said of it besides."""
    if "like" in given:
        return _changed(replace(preset(given["like"]), name=name), given)
    if not given.get("rows") or not given.get("columns"):
        raise Usage("table.rows_and_columns")
    return _changed(TableSpec(name, name, (), ()), given)


def _changed(spec: TableSpec, given: dict[str, Any]) -> TableSpec:
    if "rows" in given:
        spec = replace(spec, rows=tuple(map(dimension, given["rows"].split(","))))
    if columns := given.get("columns"):
        spec = replace(spec, columns=tuple(map(read_column, columns)))
    return replace(spec, title=clean(given["title"])) if "title" in given else spec


def _keep(desk: Desk, spec: TableSpec, *, instead: bool) -> None:
    check(desk.register, spec)
    keep_table(desk.register, spec, instead=instead)
    tell("table.changed" if instead else "table.kept", name=spec.name)


def _show(
    desk: Desk, rest: list[str], given: dict[str, Any], style: str, output: str | None
) -> None:
    """Count a table for a period and write it; what the program brings is shown by its name."""
    from emulation_cli.documents.links.rows_behind import Behind, behind_table
    from emulation_cli.register.row_by_row import row_by_row
    from emulation_cli.render.office_table import write_table, write_table_file
    from emulation_cli.tallies.row_lists.listings import listing_by

    if not 1 <= len(rest) <= 2:
        raise Usage("table.one_name", text=" ".join(rest))
    language = desk.language_of(document=output is not None or style == "md")
    with speaking(language):
        spec = called(desk.register, rest[0])
        made = _counted(desk, spec, {**given, **dict(zip(("period",), rest[1:], strict=False))})
        if output is None:
            write_table(made, style, sys.stdout)
            return
        opens = Path(output).suffix.lower() in (".xlsx", ".html")
        behind = Behind()
        if made.table and opens:
            with row_by_row(desk.register):
                behind = behind_table(made.table, partial(listing_by, desk.register))
        write_table_file(made, Path(output), behind, labels_of(desk.register))
    tell_written(output)


def _counted(desk: Desk, spec: TableSpec, given: dict[str, Any]) -> Any:
    """The table as a value, each column beside that of an earlier period where one is named."""
    from emulation_cli.documents.papers.table_document import build_table
    from emulation_cli.register.office_periods import office_period
    from emulation_cli.tallies.comparison import earlier_period
    from emulation_cli.tallies.specified_table import fill

    compare = given.pop("compare", None)
    scope = {name: text for name, text in given.items() if name not in _NAMES_OF_SPECIFYING}
    columns = list(asked_columns(desk.register, spec, scope))
    speech = Speech(words.language())
    period = office_period(desk.register, scope["period"]) if "period" in scope else None
    under = [speech.period(period)] if period else []
    if compare and period:
        before = earlier_period(desk.register, period, compare)
        columns = [
            one
            for column in columns
            for one in (
                column,
                column._replace(
                    label=f"{column.label} ({speech.period(before)})",
                    request=column.request._replace(period=before, units=period.last),
                ),
            )
        ]
    found = fill(desk.register, spec.rows, columns, words.language())
    unit = ", ".join(one.name for one in columns[0].request.within)
    return build_table(found, spec.title, under, words.language(), unit)


_NAMES_OF_SPECIFYING = tuple(field.name for field in _SPECIFYING)

"""`template`: a workbook for the units to fill in, which `import` takes in as it is."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from emulation_cli import words
from emulation_cli.commands.dialogue import parsing
from emulation_cli.commands.dialogue.list_forms import FORMS, Writer
from emulation_cli.commands.frame.desk import Desk, desk_of, tell
from emulation_cli.commands.frame.options import Output, Value
from emulation_cli.commands.frame.output import tell_written
from emulation_cli.domain.catalogue.fields import YEAR, Field
from emulation_cli.domain.errors import FileTrouble, Usage
from emulation_cli.render.whole_files import replacing, suffix_of

if TYPE_CHECKING:
    from emulation_cli.register.store import Register
    from emulation_cli.sheets.writing.entry_sheets import Form


def template(
    ctx: typer.Context,
    noun: Annotated[str, typer.Argument()],
    unit: Value = None,
    from_: Annotated[str | None, typer.Option("--from")] = None,
    output: Output = None,
) -> None:
    """Write a workbook for a noun: empty, or with the models of a year to be marked."""
    desk = desk_of(ctx)
    plural = parsing.noun(noun)
    if plural not in FORMS:
        raise Usage("cli.unknown_noun", text=noun, known=", ".join(FORMS))
    if (unit or from_) and (plural != "models" or not from_):
        raise Usage("template.only_models")
    writer = Writer(desk.register, desk.language_of(document=True))
    models = _of_year(desk, unit, from_) if from_ else []
    form = writer.form(plural, FORMS[plural], models, writer.say("form"))
    if from_:
        form = _to_be_marked(form, writer)
    path = new_file(output, writer.say(f"file.{plural}"))
    _write(path, form, writer)
    tell_written(str(path))
    if from_:
        key = "filled" if models else "nothing_to_mark"
        tell(f"template.{key}", count=words.number(len(models)), year=from_)


def _write(path: Path, form: "Form", writer: Writer) -> None:
    from dataclasses import replace

    from emulation_cli.sheets.writing.entry_sheets import write_forms

    example = [column.example for column in form.columns]
    plain = [replace(column, choices=()) for column in form.columns]
    beside = replace(form, sheet=writer.say("example"), columns=plain, rows=[example])
    with replacing(path) as place:
        write_forms(place, [form, beside], writer.say("lists"))


def new_file(output: str | None, own: str) -> Path:
    """The workbook to write: the one that was named, or one that is not there yet."""
    if output:
        suffix_of(Path(output), (".xlsx",))
        return Path(output)
    if Path(own).exists():
        raise FileTrouble("template.exists", file=own)
    return Path(own)


def _of_year(desk: Desk, unit: str | None, year: str) -> list[dict[str, Any]]:
    """The models that were alive in a year, as rows for the next."""
    number = parsing.value(desk.register, Field("from", YEAR), year).year
    whose = desk.register.find_unit(unit) if unit else None
    return list(_models(desk.register, whose, number))


def _to_be_marked(form: "Form", writer: Writer) -> "Form":
    """The form of models with a column to mark each continued or stopped."""
    from dataclasses import replace

    place = 1 + [field.name for field in FORMS["models"]].index("status")
    columns = list(form.columns)
    texts = {"heading": writer.say("heading.models.mark"), "note": writer.say("note.models.mark")}
    columns[place] = replace(columns[place], **texts)
    return replace(form, columns=columns, hint=writer.say("mark_hint"))


def _models(register: "Register", unit: Any, year: int) -> Iterator[dict[str, Any]]:
    """The models registered in the year and not stopped, as rows for the year after it.

    Those of a unit that went stand under the one that answers for it today.
    """
    from emulation_cli.domain.times.period import Period
    from emulation_cli.tallies.row_lists.listings import ListRequest, listing

    period = Period.parse(str(year))
    within = (unit,) if unit else ()
    found = listing(register, ListRequest("models", period, within=within, units="now"))
    for values in found.rows:
        row = dict(zip(found.columns, values, strict=True))
        if row["status"] == "active" and row["unit_id"]:
            yield row | {"unit": int(row["unit_id"][1:]), "year": year + 1, "status": None}

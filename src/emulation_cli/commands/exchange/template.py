"""`template`: a workbook for the units to fill in, which `import` takes in as it is."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from emulation_cli import words
from emulation_cli.commands.dialogue import parsing
from emulation_cli.commands.dialogue.list_forms import FORMS, Writer
from emulation_cli.commands.dialogue.unit_meant import unit_meant
from emulation_cli.commands.frame.desk import Desk, desk_of, tell
from emulation_cli.commands.frame.options import Output, takes
from emulation_cli.commands.frame.output import tell_written
from emulation_cli.domain.catalogue.fields import YEAR, Field
from emulation_cli.domain.errors import FileTrouble, Usage
from emulation_cli.render.whole_files import replacing, suffix_of

if TYPE_CHECKING:
    from emulation_cli.register.store import Register
    from emulation_cli.sheets.writing.entry_sheets import Form


@takes((Field("unit"), Field("from"), Field("year")))
def template(
    ctx: typer.Context,
    noun: Annotated[str, typer.Argument()],
    output: Output = None,
    **texts: Any,
) -> None:
    """Write a workbook for a noun: empty, or with the models of a year to be marked.

    It offers the terms and units of its year: the one after those models, else this one.
    """
    desk = desk_of(ctx)
    plural = parsing.noun(noun)
    if plural not in FORMS:
        raise Usage("cli.unknown_noun", text=noun, known=", ".join(FORMS))
    unit, before = texts["unit"], _year(desk, "from", texts)
    if (unit or before) and (plural != "models" or not before):
        raise Usage("template.only_models")
    year = _year_of_form(desk, before, texts)
    language = desk.language_of(document=True)
    writer = Writer(desk.register, language, year, placed_today=bool(before))
    models = _of_year(desk, unit, before) if before else []
    form = writer.form(plural, FORMS[plural], models, writer.say("form"))
    if before:
        form = _to_be_marked(form, writer)
    path = new_file(output, writer.say(f"file.{plural}"))
    _write(path, form, writer)
    tell_written(str(path))
    if before:
        key = "filled" if models else "nothing_to_mark"
        tell(f"template.{key}", count=words.number(len(models)), year=before)


def _year(desk: Desk, option: str, texts: Mapping[str, Any]) -> int | None:
    text = texts.get(option, texts.get(f"{option}_"))
    field = Field(option, YEAR)
    return int(parsing.value(desk.register, field, text).year) if text else None


def _year_of_form(desk: Desk, before: int | None, texts: Mapping[str, Any]) -> int:
    """The year that was asked for, the one after the models', or this one."""
    own = before + 1 if before else date.today().year
    asked = _year(desk, "year", texts) or own
    if before and asked != own:
        raise Usage("template.year_after", year=own)
    return asked


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


def _of_year(desk: Desk, unit: str | None, year: int) -> list[dict[str, Any]]:
    """The models that were alive in a year, as rows for the next."""
    whose = unit_meant(desk.register, unit) if unit else None
    return list(_models(desk.register, whose, year))


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

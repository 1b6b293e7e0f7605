"""`export`: the registers as lists laid out like the forms, to send or to take in again."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from emulation_cli.commands.dialogue import parsing
from emulation_cli.commands.dialogue.list_forms import FORMS, FURTHER, Writer
from emulation_cli.commands.dialogue.unit_maps import places
from emulation_cli.commands.exchange.template import new_file
from emulation_cli.commands.frame.desk import Desk, desk_of, tell
from emulation_cli.commands.frame.options import Flag, Output, Value, Yes
from emulation_cli.commands.frame.output import stamped, tell_written
from emulation_cli.commands.frame.written_files import permit
from emulation_cli.domain.catalogue.refs import Ref
from emulation_cli.domain.errors import Usage
from emulation_cli.domain.text import safe
from emulation_cli.register.recording.record_naming import BETWEEN
from emulation_cli.render.file_sets import replacing_set
from emulation_cli.render.whole_files import replacing
from emulation_cli.tallies.row_lists.exporting import exported, left_out, reported_figures

if TYPE_CHECKING:
    from emulation_cli.sheets.writing.entry_sheets import Form
    from emulation_cli.tallies.measures.answering_units import UnitMap

# What a noun cannot be understood without, or leads to.
_WITH = {"units": ("units", "successions")}
# What the rows of another noun tell already: a proposal stands beside its honour.
_TOLD_BESIDE = ("proposals",)
_LAST = "terms"
# Where a row names the unit of a record.
_UNITS = ("unit", "model_unit")
# What rows say of other records by their names; by its id too where another one is called so.
_NAMED = {
    "honours": (("event", "events"),),
    "presenters": (("event", "events"),),
    "publications": (("exemplar", "exemplars"),),
}


def export(
    ctx: typer.Context,
    nouns: Annotated[list[str] | None, typer.Argument(metavar="[NOUN]...")] = None,
    units: Value = None,
    output: Output = None,
    *,
    all: Flag = False,
    parquet: Flag = False,
    postgres: Flag = False,
    yes: Yes = False,
) -> None:
    """Write registers out: as lists, or the whole register for another program."""
    desk = desk_of(ctx)
    if all or parquet or postgres:
        from emulation_cli.commands.exchange.whole_register import write_whole

        if nouns:
            raise Usage("cli.all_of_it", nouns=safe(" ".join(nouns)))
        write_whole(desk.register, output, parquet=parquet, postgres=postgres, yes=yes)
    else:
        _lists(desk, nouns or (), output, places(desk.register, units), yes=yes)


def _lists(
    desk: Desk, nouns: Sequence[str], output: str | None, units: "UnitMap", *, yes: bool
) -> None:
    chosen = list(dict.fromkeys(map(_noun, nouns))) or [n for n in FORMS if n not in _TOLD_BESIDE]
    writer = Writer(desk.register, desk.language_of(document=True))
    sheets = [form for noun in _sheets(chosen) if (form := _form(writer, noun, units))]
    if output and not Path(output).suffix:
        _write_set(Path(output), sheets, writer, yes=yes)
    else:
        path = new_file(output, writer.say("file.export"))
        _write(path, sheets, writer)
        tell_written(str(path))
    if writer.unclear:
        tell("template.unclear_units", units=", ".join(writer.unclear.values()))
    if count := left_out(desk.register):
        tell("template.left_out", count=count)
    if count := reported_figures(desk.register):
        tell("template.figures_left", count=count)


def _noun(text: str) -> str:
    plural = parsing.noun(text)
    if plural not in FORMS:
        raise Usage("cli.unknown_noun", text=text, known=", ".join(FORMS))
    return plural


def _sheets(nouns: Sequence[str]) -> Iterator[str]:
    for noun in nouns:
        yield from _WITH.get(noun, (noun,))
    yield _LAST


def _form(writer: Writer, noun: str, units: "UnitMap") -> "Form | None":
    """The sheet of a noun; of `terms` and `successions` only where there are any."""
    rows = [_whole(writer, noun, _placed(row, units)) for row in exported(writer.register, noun)]
    if not rows and noun not in FORMS:
        return None
    further = [field for field in FURTHER[noun] if writer.has_to_say(noun, field, rows)]
    layout = (*FORMS.get(noun, ()), *further)
    return writer.form(noun, layout, rows, writer.say(f"sheet.{noun}"), exact=True)


def _placed(row: dict[str, Any], units: "UnitMap") -> dict[str, Any]:
    """A row under the unit that answers on the map; that of a split unit stays where it was."""
    for name in _UNITS if units.answers else ():
        if row.get(name) is not None:
            row[name] = units.place(row[name]) or row[name]
    return row


def _whole(writer: Writer, noun: str, row: dict[str, Any]) -> dict[str, Any]:
    """A row with what is said in words: what it belongs to, and that it has no unit.

    A unit left empty in many rows would be read as that of the row above.
    """
    empty = "organiser" if noun == "events" else "unit"
    if empty in row and row[empty] is None:
        row[empty] = 0
    for name, plural in _NAMED.get(noun, ()):
        if row[f"another_{name}"]:
            row[name] += f"{BETWEEN}{Ref(plural, row[f'{name}_id'])}"
    match noun:
        case "honours":
            row["status"] = None if row["status"] in ("awarded", "repeated") else row["status"]
        case "exemplars":
            row["model"] = writer.model(row)
    return row


def _write_set(folder: Path, sheets: "Sequence[Form]", writer: Writer, *, yes: bool) -> None:
    """One workbook for each sheet; all of them, or none."""
    names = [f"{form.sheet}.xlsx" for form in sheets]
    for name in names:
        permit(folder / name, yes=yes)
    with replacing_set(folder) as aside:
        for name, form in zip(names, sheets, strict=True):
            _write(aside / name, [form], writer)
    for name in names:
        tell_written(str(folder / name))


def _write(path: Path, forms: "Sequence[Form]", writer: Writer) -> None:
    from emulation_cli.sheets.writing.entry_sheets import write_forms

    with stamped(writer.register), replacing(path) as beside:
        write_forms(beside, forms, writer.say("lists"))

"""`import --explain`: what speaks for and against what a list was taken for."""

from emulation_cli import words
from emulation_cli.commands.frame.desk import tell
from emulation_cli.commands.importing.import_json import NO_SHEET, column_label
from emulation_cli.intake.model import Reason, Why
from emulation_cli.taking_in.results import FileResult


def tell_evidence(file: FileResult) -> None:
    """For each list its register, then its columns; nothing where no reasons were asked for."""
    for sheet in file.reading.sheets:
        for why in sheet.why:
            if why.place:
                _tell_column(why, sheet.register)
            else:
                _tell_register(why, sheet.name or NO_SHEET)


def _tell_register(why: Why, sheet: str) -> None:
    noun = words.say(f"record.noun.{why.meaning}") if why.meaning else "?"
    other = words.say(f"record.noun.{why.second}") if why.second else "–"
    reasons = "; ".join(_of_register(one) for one in why.reasons) or "–"
    margin = words.decimal(why.margin)
    tell(
        "imports.why_register", sheet=sheet, noun=noun, other=other, margin=margin, reasons=reasons
    )


def _of_register(one: Reason) -> str:
    named = ("heading", "titles", "file")
    what = words.say(f"imports.by_{one.what}") if one.what in named else column_label(one.what)
    return f"{what} {_signed(one.weight)}"


def _tell_column(why: Why, register: str | None) -> None:
    values = {"place": why.place, "heading": why.heading}
    reasons = "; ".join(_of_cells(one) for one in why.reasons) or "–"
    if why.meaning:
        label = column_label(why.meaning, register)
        tell("imports.why_column", **values, label=label, reasons=reasons)
    else:
        nearest = column_label(why.second, register) if why.second else "–"
        tell("imports.why_not_used", **values, label=nearest, reasons=reasons)


def _of_cells(one: Reason) -> str:
    """«80 % ô là tên người +3,2», or what the heading and the list itself say."""
    if one.what in ("heading", "lacking"):
        return f"{words.say(f'imports.by_{one.what}')} {_signed(one.weight)}"
    sort, percent = words.say(f"intake.sort_{one.what}"), words.number(round(100 * one.share))
    said = words.say("imports.by_cells", percent=percent, sort=sort)
    return f"{said} {_signed(one.share * one.weight)}"


def _signed(weight: float) -> str:
    return ("+" if weight > 0 else "−") + words.decimal(abs(weight))

"""`verify`: a report that somebody wrote or edited, held against the register."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from emulation_cli import words
from emulation_cli.commands.dialogue.filters import report_request
from emulation_cli.commands.exchange.filling import FILLED, Figures
from emulation_cli.commands.frame.desk import Desk, desk_of
from emulation_cli.commands.frame.json_answers import as_json, write_answer
from emulation_cli.commands.frame.narration import put_sentences
from emulation_cli.commands.frame.options import Flag, Value, takes
from emulation_cli.domain.errors import EmulError, Usage
from emulation_cli.domain.text import safe
from emulation_cli.register.office_periods import office_period

if TYPE_CHECKING:
    from collections.abc import Iterator

    from emulation_cli.documents.document import Document
    from emulation_cli.documents.verifying.number_verdicts import Code, Verdict
    from emulation_cli.render.filling.office_file import FillingRecord, OfficeFile

_DIFFERS = ("differs", "place_differs", "sum_wrong")


@takes(FILLED)
def verify(
    ctx: typer.Context,
    file: Annotated[str, typer.Argument()],
    period: Annotated[str | None, typer.Argument()] = None,
    *,
    full: Flag = False,
    format: Value = None,
    **texts: Any,
) -> None:
    """Hold a written report against the register."""
    from emulation_cli.documents.verifying.number_verdicts import Verifier
    from emulation_cli.render.filling.office_file import OfficeFile
    from emulation_cli.render.filling.reading import parts_of

    desk, wanted = desk_of(ctx), as_json(format)
    office_file = OfficeFile(Path(file))
    record = office_file.record
    asked = {**texts, **_asked_of(record)} if record and period is None else texts
    when = period or (record.asked.get("period") if record else None)
    if when is None:
        raise Usage("cli.verify_needs_period")
    language = record.asked.get("language") if record else None
    language = language if language in words.LANGUAGES else "vi"  # what offices write in
    found = Figures(desk.register, report_request(desk.register, when, asked, language))
    verdicts = [*_filled(office_file, record, found)] if record else []
    verifier = Verifier(lambda text: _report(desk, found, text))
    verdicts += verifier.verdicts(parts_of(office_file))
    if wanted:
        write_answer(**_counted(verdicts), verdicts=[one._asdict() for one in verdicts])
    else:
        _tell(verdicts, full=full)
    if any(one.code in _DIFFERS for one in verdicts):
        raise typer.Exit(1)


def _asked_of(record: "FillingRecord") -> dict[str, Any]:
    """The options by which a file was filled."""
    kept = {field.name for field in FILLED}
    told: dict[str, Any] = {name: text for name, text in record.asked.items() if name in kept}
    if "unit" in told:
        told["unit"] = told["unit"].split("\n")
    return told


def _report(desk: Desk, found: Figures, text: str) -> "Document | None":
    """The report of a time that a text names; the one that was asked for where it names none."""
    try:
        if text:
            office_period(desk.register, text)
        return found.phrases(text).document
    except EmulError:
        return None


def _filled(file: "OfficeFile", record: "FillingRecord", found: Figures) -> "Iterator[Verdict]":
    """Every place that was filled: what stands there now, and what the register says now."""
    from emulation_cli.documents.verifying.number_verdicts import Verdict
    from emulation_cli.render.filling.reading import controls_of

    texts = controls_of(file)
    places = {place.number: place for place in record.places}
    for place in (places[number] for number in texts if number in places):
        text, around = texts[place.number]
        phrase = found.find(place.request)
        if not any(letter.isdigit() for letter in text + place.value):
            continue
        now = "" if phrase is None else phrase.at(place.row)
        rows = found.rows_of(place.request) if phrase else ""
        code: Code = "agrees" if text == now else "place_differs"
        yield Verdict(code, text or "–", around, place.request, now or "–", rows)


def _tell(verdicts: "list[Verdict]", *, full: bool) -> None:
    """What differs and what nobody can say; what agrees is counted, with --full named too."""
    for one in verdicts:
        if full or one.code != "agrees":
            said = {name: safe(text) for name, text in one._asdict().items()}
            see = words.say("filling.see", command=said["command"]) if one.command else ""
            put_sentences(words.say(f"filling.{one.code}", **said, see=see))
    told = {name: words.number(count) for name, count in _counted(verdicts).items()}
    put_sentences(words.say("filling.verified", **told))


def _counted(verdicts: "list[Verdict]") -> dict[str, int]:
    counts = {"agrees": 0, "differs": 0, "not_understood": 0}
    for one in verdicts:
        counts["differs" if one.code in _DIFFERS else one.code] += 1
    return counts

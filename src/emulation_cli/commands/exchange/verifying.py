"""`verify`: a report that somebody wrote or edited, held against the register."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from emulation_cli import words
from emulation_cli.commands.dialogue import parsing
from emulation_cli.commands.dialogue.filters import report_request
from emulation_cli.commands.exchange.filled_papers import PaperPhrases
from emulation_cli.commands.exchange.filling import FILLED, Figures
from emulation_cli.commands.frame.desk import desk_of, tell
from emulation_cli.commands.frame.json_answers import as_json, write_answer
from emulation_cli.commands.frame.narration import put_sentences
from emulation_cli.commands.frame.options import Flag, Value, takes
from emulation_cli.domain.catalogue.fields import DAY, Field
from emulation_cli.domain.errors import EmulError
from emulation_cli.domain.text import safe
from emulation_cli.register.office_periods import office_period

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from emulation_cli.documents.verifying.counted_lists import Question
    from emulation_cli.documents.verifying.number_verdicts import ReportOf
    from emulation_cli.documents.verifying.told_numbers import Code, Verdict
    from emulation_cli.register.store import Register
    from emulation_cli.render.filling.office_file import FillingRecord, OfficeFile

_DIFFERS = ("differs", "place_differs", "sum_wrong", "share_wrong")


@takes((*FILLED, Field("as_recorded", DAY)))
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
    from emulation_cli.render.filling.office_file import OfficeFile

    wanted = as_json(format)
    office_file = OfficeFile(Path(file))
    record = office_file.record
    when = period or (record.asked.get("period") if record else None)
    if record and "dossier" in record.asked:
        register = desk_of(ctx).register
        papers = PaperPhrases(register, record.asked["dossier"], record.asked["language"])
        verdicts = [*_filled(office_file, record, papers)]
    elif when is None:
        verdicts = _against_itself(office_file)
    else:
        asked = {**texts, **_asked_of(record)} if record and period is None else texts
        verdicts = _of_period(desk_of(ctx).register, office_file, when, asked)
    if wanted:
        write_answer(**_counted(verdicts), verdicts=[one._asdict() for one in verdicts])
    else:
        _tell(verdicts, full=full)
    if any(one.code in _DIFFERS for one in verdicts):
        raise typer.Exit(1)


def _against_itself(file: "OfficeFile") -> "list[Verdict]":
    """The sums, shares and tables of a text, without a register."""
    from emulation_cli.documents.verifying.number_verdicts import Verifier
    from emulation_cli.render.filling.reading import parts_of

    tell("filling.only_sums")
    found = Verifier(lambda _: None).verdicts(parts_of(file))
    return [one for one in found if one.code != "not_understood"]


def _of_period(
    register: "Register", file: "OfficeFile", period: str, asked: dict[str, Any]
) -> "list[Verdict]":
    """The numbers of a text against the report of a period; of today, and of an earlier day."""
    from emulation_cli.documents.verifying.number_verdicts import Verifier
    from emulation_cli.render.filling.reading import parts_of

    record = file.record
    language = record.asked.get("language") if record else None
    language = language if language in words.LANGUAGES else "vi"  # what offices write in

    def read() -> "list[Verdict]":
        found = Figures(register, report_request(register, period, asked, language))
        filled = [*_filled(file, record, found)] if record else []
        return [*filled, *Verifier(held_reports(register, found)).verdicts(parts_of(file))]

    verdicts = read()
    if day := parsing.optional(register, Field("as_recorded", DAY), asked):
        return _beside_the_past(register, verdicts, str(day), read)
    return verdicts


def _beside_the_past(
    register: "Register", now: "list[Verdict]", day: str, read: "Callable[[], list[Verdict]]"
) -> "list[Verdict]":
    """What differs today and was so on the day of the report was changed since."""
    from emulation_cli.commands import compared_past

    with compared_past.rewound(register, compared_past.at_change(register, day)):
        then = read()
    if len(then) != len(now):
        return now
    since = words.say("filling.why_changed", day=words.date(day))
    return [
        one._replace(why=since) if one.code in _DIFFERS and other.code == "agrees" else one
        for one, other in zip(now, then, strict=True)
    ]


def _asked_of(record: "FillingRecord") -> dict[str, Any]:
    """The options by which a file was filled."""
    kept = {field.name for field in FILLED}
    told: dict[str, Any] = {name: text for name, text in record.asked.items() if name in kept}
    if "unit" in told:
        told["unit"] = told["unit"].split("\n")
    return told


def held_reports(register: "Register", found: Figures) -> "ReportOf":
    """The report of a time that a text names; the one that was asked for where it names none."""
    from emulation_cli.documents.verifying.held_report import HeldReport
    from emulation_cli.tallies.measures.counts import WHOLE, Sum, counts

    made: dict[str, HeldReport | None] = {}

    def count(question: "Question") -> int:
        known = (("amount_known", 1),) if question.adds else ()
        asked = Sum(known, question.lists[0].recipients, question.adds)
        found = (counts(register, one, {WHOLE: (asked,)}) for one in question.lists)
        return sum(one[WHOLE][None][asked] or 0 for one in found if one)

    def report_of(text: str) -> HeldReport | None:
        if text not in made:
            try:
                if text:
                    office_period(register, text)
                phrases = found.phrases(text)
                made[text] = HeldReport(phrases.document, phrases.figures, count)
            except EmulError:
                made[text] = None
        return made[text]

    return report_of


def _filled(
    file: "OfficeFile", record: "FillingRecord", found: "Figures | PaperPhrases"
) -> "Iterator[Verdict]":
    """Every place that was filled: what stands there now, and what the register says now."""
    from emulation_cli.documents.verifying.told_numbers import Verdict
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
        why = words.say("filling.why_since" if text == place.value else "filling.why_by_hand")
        why = "" if code == "agrees" else why
        yield Verdict(code, text or "–", around, place.request, now or "–", rows, why)


def _tell(verdicts: "list[Verdict]", *, full: bool) -> None:
    """What differs and what nobody can say; what agrees is counted, with --full named too."""
    for one in verdicts:
        if full or one.code != "agrees":
            said = {name: safe(text) for name, text in one._asdict().items()}
            see = words.say("filling.see", command=said["command"]) if one.command else ""
            why = f" {one.why}" if one.why else ""
            put_sentences(words.say(f"filling.{one.code}", **{**said, "see": see, "why": why}))
    told = {name: words.number(count) for name, count in _counted(verdicts).items()}
    put_sentences(words.say("filling.verified", **told))


def _counted(verdicts: "list[Verdict]") -> dict[str, int]:
    counts = {"agrees": 0, "differs": 0, "not_understood": 0}
    for one in verdicts:
        counts["differs" if one.code in _DIFFERS else one.code] += 1
    return counts

"""`fill`, `fields`: the office's own Word file with the register's figures in its marked places."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from emulation_cli import words
from emulation_cli.commands.dialogue.filters import UNITS, report_request
from emulation_cli.commands.exchange.filled_papers import PaperPhrases, is_dossier
from emulation_cli.commands.exchange.filled_sources import OtherSources
from emulation_cli.commands.frame.desk import Desk, desk_of, tell
from emulation_cli.commands.frame.json_answers import as_json, write_answer
from emulation_cli.commands.frame.narration import put
from emulation_cli.commands.frame.options import Flag, Output, Value, Yes, takes
from emulation_cli.commands.frame.output import labels_of, tell_written
from emulation_cli.commands.frame.written_files import permit
from emulation_cli.commands.settings import letterhead
from emulation_cli.domain.catalogue.fields import Field
from emulation_cli.domain.errors import EmulError, Refused, Usage
from emulation_cli.domain.text import safe
from emulation_cli.register.office_periods import office_period
from emulation_cli.tallies.measures.figures import ReportRequest
from emulation_cli.tallies.measures.period_figures import figures
from emulation_cli.tallies.measures.specifications import SECTIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from emulation_cli.register.store import Register
    from emulation_cli.render.filling.asked_phrases import Phrase
    from emulation_cli.render.filling.filler import Filler
    from emulation_cli.render.filling.phrases import Phrases

FILLED = (
    *(Field(section) for section in SECTIONS),
    Field("unit", UNITS),
    *map(Field, ("units", "cut_off", "basis")),
)
_ELSEWHERE = ";"  # behind a phrase: another period, another unit
_MOST_TOLD = 10


class Figures:
    """The phrases of a report, and of those that a phrase names by another period or unit."""

    def __init__(self, register: "Register", request: ReportRequest) -> None:
        self.register, self.request = register, request
        self._made: dict[str, Phrases] = {}
        self._found: dict[str, Phrase | None] = {}
        self.others = OtherSources(register, request.language)

    @property
    def usual(self) -> "Phrases":
        """Those of the report itself."""
        return self.phrases("")

    def find(self, text: str) -> "Phrase | None":
        """What a marked place asks for; None where there is nothing of the kind."""
        if text not in self._found:
            phrase, _, rest = text.partition(_ELSEWHERE)
            try:
                asked = self._narrowed(rest.strip())
                report = self.phrases(rest.strip()).find(phrase)
                self._found[text] = report or self.others.find(phrase, asked)
            except EmulError:  # no such period, no such unit
                self._found[text] = None
        return self._found[text]

    def rows_of(self, text: str) -> str:
        """The command that lists the rows of the section that a phrase is of."""
        _, _, rest = text.partition(_ELSEWHERE)
        return self.phrases(rest.strip()).command_of(text)

    def phrases(self, rest: str) -> "Phrases":
        """Those of the report, of another time or unit where `rest` names one."""
        if rest not in self._made:
            from emulation_cli.render.filling.phrases import Phrases
            from emulation_cli.tallies.row_lists.listings import listing

            made = figures(self.register, self._narrowed(rest))
            self._made[rest] = Phrases(
                made, lambda asked: listing(self.register, asked), labels_of(self.register)
            )
        return self._made[rest]

    def _narrowed(self, rest: str) -> ReportRequest:
        request = self.request
        for text in filter(None, map(str.strip, rest.split(_ELSEWHERE))):
            request = _narrowed(self.register, request, text)
        return request

    def is_of_ours(self, text: str) -> bool:
        """Whether a phrase begins as ours do, so that an unknown rest is a slip."""
        return self.usual.is_of_ours(text) or self.others.kind_of(text) is not None

    def each(self) -> "Iterator[Phrase]":
        """What `fields` shows: all of the report, then what other sources there are."""
        yield from self.usual.each()
        yield from self.others.each(self.request)


def _narrowed(register: "Register", request: ReportRequest, text: str) -> ReportRequest:
    """Another period where the text is one, else another unit."""
    try:
        return request._replace(period=office_period(register, text), section_periods={})
    except Usage:
        return request._replace(within=(register.find_unit(text, request.period),))


@takes(FILLED)
def fill(
    ctx: typer.Context,
    file: Annotated[str, typer.Argument()],
    period: Annotated[str, typer.Argument()],
    output: Output = None,
    *,
    yes: Yes = False,
    **texts: Any,
) -> None:
    """Fill the marked places of a Word file."""
    desk = desk_of(ctx)
    if output is None:
        raise Usage("cli.fill_needs_output")
    language = desk.language_of(document=True)
    path = Path(output)
    permit(path, yes=yes)
    if is_dossier(period):
        papers = PaperPhrases(desk.register, period, language)
        asked = {"dossier": papers.id, "language": language}
        count = _filled(desk, papers, Path(file), path, asked)
    else:
        request = report_request(desk.register, period, texts, language)
        found = Figures(desk.register, request)
        count = _filled(desk, found, Path(file), path, _asked(period, texts, language))
    tell("filling.filled", count=words.number(count))
    tell_written(output)


def _asked(period: str, texts: Mapping[str, Any], language: str) -> dict[str, str]:
    """The request as options, so that it can be asked again."""
    told = {name: value for name, value in texts.items() if value}
    units = "\n".join(told.pop("unit", ()))
    return {"period": period, "language": language, **told, **({"unit": units} if units else {})}


def _filled(
    desk: Desk,
    found: "Figures | PaperPhrases",
    source: Path,
    path: Path,
    asked: Mapping[str, str],
) -> int:
    """Fill one file; all its places are looked up first. How many were filled."""
    from emulation_cli.register.log.past_states import last
    from emulation_cli.render.filling.filler import Filler
    from emulation_cli.render.filling.office_file import FillingRecord, OfficeFile
    from emulation_cli.render.whole_files import replacing, suffix_of

    suffix_of(path, (".docx",))
    file = OfficeFile(source)
    filler = Filler(file, found.find, found.is_of_ours)
    _refuse_wrong(filler, found)
    places = filler.fill()
    if not places and not filler.tables:
        raise Refused("filling.no_places", path=safe(str(source)))
    for place in filler.left[:_MOST_TOLD]:
        tell("filling.left", request=safe(place.request), paragraph=safe(place.said))
    state = {**asked, "change": f"C{last(desk.register)}"}
    with replacing(path) as beside:
        file.save(beside, FillingRecord(state, places))
    return len(places)


def _refuse_wrong(filler: "Filler", found: "Figures | PaperPhrases") -> None:
    """Refuse a file with a place that asks for nothing there is, each with the nearest phrases."""
    from emulation_cli.render.filling.asked_phrases import nearest_phrases

    wrong = filler.wrong()
    for one in wrong[:_MOST_TOLD]:
        near = nearest_phrases(one.request.partition(_ELSEWHERE)[0], found.each())
        said = {"request": safe(one.request), "paragraph": safe(one.paragraph)}
        tell(f"filling.{one.reason}", **said, near=" · ".join(near) or "–")
    if wrong:
        raise Refused("filling.refused", count=len(wrong))


@takes(FILLED)
def fields(
    ctx: typer.Context,
    period: Annotated[str, typer.Argument()],
    format: Value = None,
    output: Output = None,
    *,
    report: Flag = False,
    yes: Yes = False,
    **texts: Any,
) -> None:
    """Show what may be asked for in a Word file, with its value."""
    desk, wanted = desk_of(ctx), as_json(format)
    language = desk.language_of(document=True)
    request = report_request(desk.register, period, texts, language)
    found = Figures(desk.register, request)
    if output is not None:
        _write_marks(desk, found, Path(output), as_report=report, yes=yes)
        tell_written(output)
        return
    if wanted:
        write_answer(phrases=[_as_json(phrase) for phrase in found.each()])
        return
    for phrase in found.each():
        put(f"[[{safe(phrase.text)}]]\t{safe(shown(phrase))}")


def _write_marks(desk: Desk, found: Figures, path: Path, *, as_report: bool, yes: bool) -> None:
    """A Word file with every mark, or a report with marks for its figures."""
    from emulation_cli.render.filling.every_mark import write_marks
    from emulation_cli.render.filling.report_template import write_template
    from emulation_cli.render.whole_files import replacing, suffix_of

    suffix_of(path, (".docx",))
    permit(path, yes=yes)
    with replacing(path) as beside:
        if as_report:
            write_template(found.usual, letterhead(desk.register), beside)
        else:
            write_marks(found.each(), beside)


def _as_json(phrase: "Phrase") -> dict[str, Any]:
    values = {name: getattr(phrase, name) for name in ("number", "rows", "table")}
    return {"phrase": phrase.text, "value": shown(phrase), **values}


def shown(phrase: "Phrase") -> str:
    """What stands in the place of a phrase, in a line."""
    if phrase.table is not None:
        return words.say("filling.a_table", count=len(phrase.table) - 1)
    if phrase.rows is not None:
        first = phrase.rows[0] if phrase.rows else "–"
        return words.say("filling.a_list", count=len(phrase.rows), first=first)
    return phrase.value

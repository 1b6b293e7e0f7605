"""The way of a dossier: proposals are collected, papers are written, the decision is recorded."""

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from emulation_cli import words
from emulation_cli.commands.dialogue import parsing
from emulation_cli.commands.dialogue.unit_meant import unit_meant
from emulation_cli.commands.entry.record import fields_to_record, require, typed
from emulation_cli.commands.frame.desk import Desk, desk_of, tell
from emulation_cli.commands.frame.options import Flag, Output, Value, Values, Yes, takes
from emulation_cli.commands.frame.output import labels_of, tell_written
from emulation_cli.commands.frame.written_files import permit
from emulation_cli.commands.settings import letterhead
from emulation_cli.domain.catalogue.field_types import Number
from emulation_cli.domain.catalogue.fields import COUNT, EVENT, Field
from emulation_cli.domain.catalogue.refs import Ref
from emulation_cli.domain.errors import Refused, Usage
from emulation_cli.domain.text import fold, slug
from emulation_cli.register.awarding import dossier_writing
from emulation_cli.register.office_periods import office_period
from emulation_cli.register.recording.editing import existing
from emulation_cli.register.store import Register
from emulation_cli.tallies.row_lists.list_requests import ListRequest
from emulation_cli.tallies.row_lists.listings import listing

if TYPE_CHECKING:
    from emulation_cli.documents.papers.blocks import PaperValue

_LONGEST_NAME = 60  # letters; a form may be called anything
# What is counted is not asked.
_DECISION = tuple(
    field for field in fields_to_record("decisions") if not isinstance(field.type, Number)
)


def collect(
    ctx: typer.Context,
    id: Annotated[str, typer.Argument()],
    proposals: Annotated[list[str] | None, typer.Argument(metavar="[ID]...")] = None,
    period: Value = None,
    unit: Value = None,
) -> None:
    """Put proposals into a dossier: those that are named, else all that wait for one."""
    register = desk_of(ctx).register
    number = _dossier(register, id).number
    if proposals:
        finder = parsing.RegisterFinder(register)
        found = [finder.record("proposals", ("proposals",), text).number for text in proposals]
    else:
        request = ListRequest(
            "proposals",
            office_period(register, period) if period else None,
            within=(unit_meant(register, unit),) if unit else (),
            filters=(("dossier_id", None), ("awarded", 0)),
        )
        found = [int(row[0][1:]) for row in listing(register, request).rows]
    moved = dossier_writing.put_in(register, number, found)
    tell("record.collected", id=f"S{number}", count=words.number(moved))


def _dossier(register: Register, text: str) -> Ref:
    return parsing.RegisterFinder(register).record("dossier", ("dossiers",), text)


def papers(
    ctx: typer.Context,
    id: Annotated[str, typer.Argument()],
    paper: Values = None,
    output: Output = None,
    *,
    marks: Flag = False,
    yes: Yes = False,
) -> None:
    """Write the papers of a dossier into a folder, or show one of them."""
    desk = desk_of(ctx)
    number = _dossier(desk.register, id).number
    codes = tuple(_paper(text) for text in paper or ())
    made = _marked(desk, number, codes) if marks else _made(desk, number, codes)
    if output is None:
        from emulation_cli.render.word.dossier_paper import show_paper

        if len(codes) != 1:
            raise Usage("cli.papers_need_folder", known=_known())
        for one in made:
            show_paper(one, sys.stdout)
        return
    _write(desk, made, Path(output), single=len(made) == 1 and len(codes) == 1, yes=yes)


def _paper(text: str) -> str:
    from emulation_cli.documents.papers.dossier_specs import PAPERS

    for code in PAPERS:
        names = [code, *(words.say_in(one, f"dossier.paper.{code}") for one in words.LANGUAGES)]
        if fold(text) in map(fold, names):
            return code
    raise Usage("cli.unknown_term", option="--paper", text=text, near=_known())


def _known() -> str:
    from emulation_cli.documents.papers.dossier_specs import PAPERS

    return ", ".join(PAPERS)


def _made(desk: Desk, number: int, codes: tuple[str, ...]) -> "list[PaperValue]":
    """The papers that are asked for, of what is recorded now; those of a decision for each."""
    from emulation_cli.documents.papers.dossier_papers import PaperDraft
    from emulation_cli.documents.papers.dossier_specs import PAPERS
    from emulation_cli.tallies.row_lists.dossier_contents import dossier_facts

    facts, language = dossier_facts(desk.register, number), desk.language_of(document=True)
    from_office, label = letterhead(desk.register), labels_of(desk.register)
    begun = [
        PaperDraft(code, own, from_office, label, language)
        for code in codes or PAPERS
        for own in (facts.of_each_decision() if PAPERS[code].decides else (facts,))
    ]
    written = [one.written() for one in begun if one.members.rows]
    if not written:
        raise Refused("domain.dossier_no_rows", id=f"S{number}")
    return written


def _marked(desk: Desk, number: int, codes: tuple[str, ...]) -> "list[PaperValue]":
    """The papers with marks for what is recorded, to be filled for any dossier of the office."""
    from emulation_cli.documents.papers.dossier_specs import PAPERS, REPEATED_BY_PAGE
    from emulation_cli.documents.papers.marked_paper import MarkedPaper
    from emulation_cli.tallies.row_lists.dossier_contents import dossier_facts

    facts, language = dossier_facts(desk.register, number), desk.language_of(document=True)
    office = letterhead(desk.register)
    wanted = codes or tuple(code for code in PAPERS if code not in REPEATED_BY_PAGE)
    if refused := [code for code in wanted if code in REPEATED_BY_PAGE]:
        raise Usage("cli.no_marks", paper=words.say(f"dossier.paper.{refused[0]}"))
    written = [MarkedPaper(code, facts, office, language).written() for code in wanted]
    names = (words.say_in(language, f"dossier.paper.{one.code}") for one in written)
    return [replace(one, file_name=name) for one, name in zip(written, names, strict=True)]


def _write(desk: Desk, made: "list[PaperValue]", path: Path, *, single: bool, yes: bool) -> None:
    """One paper into a file, several into a folder: all of them, or none."""
    from emulation_cli.render.file_sets import replacing_set
    from emulation_cli.render.whole_files import replacing, suffix_of
    from emulation_cli.render.word.dossier_paper import write_paper

    language = desk.language_of(document=True)
    if single and path.suffix:
        suffix_of(path, (".docx",))
        permit(path, yes=yes)
        with replacing(path) as beside:
            write_paper(made[0], language, beside)
        tell_written(str(path))
        return
    names = [_file_name(place, one) for place, one in enumerate(made, 1)]
    for name in names:
        permit(path / name, yes=yes)
    with replacing_set(path) as aside:
        for name, value in zip(names, made, strict=True):
            write_paper(value, language, aside / name)
    for name in names:
        tell_written(str(path / name))


def _file_name(place: int, paper: "PaperValue") -> str:
    """«1-to-trinh.docx»: in the order in which they are needed; any disk takes the name."""
    name = slug(paper.file_name)[:_LONGEST_NAME].strip("-")
    return f"{place}-{name}.docx"


@takes((*_DECISION, Field("event", EVENT), Field("first_number", COUNT)))
def decide(ctx: typer.Context, id: Annotated[str, typer.Argument()], **texts: Any) -> None:
    """Record the decision of a dossier: what passed becomes an honour with its certificate."""
    register = desk_of(ctx).register
    ref = _dossier(register, id)
    given = {name: text for name, text in texts.items() if text is not None}
    row = existing(register, str(ref))[1]
    for name in ("body", "level"):  # to whom it was submitted
        if row[name]:
            given.setdefault(name, row[name])
    fields = (*_DECISION, Field("event", EVENT), Field("first_number", COUNT))
    require(fields, given)
    values = typed(register, fields, given, "decisions")
    first, event = values.pop("first_number", None), values.pop("event", None)
    row |= {"event_id": event.number} if event else {}
    made = dossier_writing.decide(register, row, values, first)
    tell("record.decided", **made._asdict() | {"honours": words.number(made.honours)})

"""The four sections of the report, each from its figures (rules: DOMAIN section 3)."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from emulation_cli.documents.composition import (
    funnel_sentence,
    shares_said,
)
from emulation_cli.documents.document import Chart, Figure, Note, Section
from emulation_cli.documents.part import Part
from emulation_cli.documents.speech import Speech, running
from emulation_cli.domain.text import safe
from emulation_cli.tallies import figures as tallied
from emulation_cli.words import date


def of_kinds(part: Part, kinds: Mapping[str, int]) -> list[Figure]:
    """Rule 4: the kinds a total is made of; households and not classified only where there are."""
    always = ("collective", "individual")
    return [
        Figure(
            part.speech.say("figure.of_kind", kind=running(part.speech.say(f"kind.{kind}"))),
            kinds.get(kind, 0), "kinds", kind, part=True,
        )
        for kind in tallied.KINDS
        if kinds.get(kind) or kind in always
    ]  # fmt: skip


def _figure(part: Part, measure: str, value: int, code: str | None = None) -> Figure:
    return Figure(part.speech.say(f"figure.{part.code}.{code or measure}"), value, measure, code)


def exemplars(part: Part, figures: tallied.ExemplarFigures) -> Section:
    stages = [_figure(part, "milestones", n, code) for code, n in figures.milestones.items()]
    return replace(
        part.section(figures),
        sentences=tuple(_exemplar_sentences(part, figures)),
        figures=(
            _figure(part, "total", figures.total),
            *of_kinds(part, figures.kinds),
            *stages,
        ),
        chart=Chart("by_field", tallied.KINDS),
    )


def _exemplar_sentences(part: Part, figures: tallied.ExemplarFigures) -> Iterable[str]:
    speech = part.speech
    if not figures.total:
        yield part.say("none")
        return
    total, kinds = speech.counted("exemplar", figures.total), speech.of_kinds(figures.kinds)
    yield part.say("total", total=total, kinds=kinds)
    stages = {stage: speech.number(n) for stage, n in figures.milestones.items()}
    yield speech.say("exemplars.milestones", **stages)
    yield from funnel_sentence(speech, "exemplars", figures.funnel)
    if said := shares_said(speech, figures.shares):
        individuals = speech.counted("individual", figures.kinds["individual"])
        yield speech.say("exemplars.shares", individuals=individuals, shares=said)


def models(part: Part, figures: tallied.ModelFigures) -> Section:
    alike = part.section(figures)
    registrations = Note(part.speech.say("command.registrations"), part.command("--registrations"))
    return replace(
        alike,
        sentences=tuple(_model_sentences(part, figures)),
        figures=tuple(_model_figures(part, figures)),
        commands=(*alike.commands, registrations, part.way("arrears", "units", without="models")),
        chart=Chart("by_year", ("total",), stacked=False),
    )


def _model_sentences(part: Part, figures: tallied.ModelFigures) -> Iterable[str]:
    speech = part.speech
    if figures.total:
        kinds = speech.of_kinds(figures.kinds)
        yield part.say("total", total=speech.counted("model", figures.total), kinds=kinds)
        yield speech.say("models.registrations", **_registrations(speech, figures))
    else:
        yield part.say("none")
    fields = {row.label: row.numbers["total"] for row in figures.by_field if row.code is not None}
    if said := _named(speech, fields):
        yield speech.say("models.fields", fields=said)
    levels = {speech.say(f"level.{level}"): n for level, n in figures.recognised.items()}
    if said := _named(speech, levels):
        yield speech.say("models.recognised", levels=said)
    if n := figures.replicated:
        yield speech.say("models.replicated", total=speech.counted("model", n))
    yield from funnel_sentence(speech, "models", figures.funnel)


def _named(speech: Speech, numbers: Mapping[str, int]) -> str:
    """«kinh tế 102, quốc phòng - an ninh 54»: what is not 0 by its label."""
    said = [f"{running(safe(label))} {speech.number(n)}" for label, n in numbers.items() if n]
    return speech.listed(said) if said else ""


def _registrations(speech: Speech, figures: tallied.ModelFigures) -> dict[str, str]:
    statuses = {name: getattr(figures, name) for name in ("new", "continued", "unstated")}
    return {
        "registrations": speech.counted("registration", figures.registrations),
        "statuses": speech.counts(statuses),
    }


def _model_figures(part: Part, figures: tallied.ModelFigures) -> Iterable[Figure]:
    yield _figure(part, "total", figures.total)
    yield from of_kinds(part, figures.kinds)
    yield _figure(part, "registrations", figures.registrations)
    for status in ("new", "continued", "unstated"):
        label = part.speech.say(f"figure.models.{status}")
        yield Figure(label, getattr(figures, status), status, part=True)
    for level, n in figures.recognised.items():
        if not n:
            continue
        name = running(part.speech.say(f"level.{level}"))
        label = part.speech.say("figure.models.recognised", level=name)
        yield Figure(label, n, "recognised", level)
    yield _figure(part, "replicated", figures.replicated)


def events(part: Part, figures: tallied.EventFigures) -> Section:
    speech = part.speech
    sentence = part.say("none")
    if figures.total:
        types = [
            f"{speech.number(row.numbers['total'])} {running(safe(row.label))}"
            for row in figures.by_type
            if row.numbers["total"]
        ]
        total = speech.counted("event", figures.total)
        sentence = part.say("total", total=total, types=speech.listed(types))
    return replace(
        part.section(figures),
        sentences=(sentence,),
        figures=(_figure(part, "total", figures.total),),
    )


def honours(part: Part, figures: tallied.HonourFigures) -> Section:
    alike = part.section(figures, distinct={"recipients": figures.recipients})
    return replace(
        alike,
        sentences=tuple(_honour_sentences(part, figures)),
        figures=tuple(_honour_figures(part, figures)),
        notes=(*_honour_notes(part, figures), *alike.notes),
        commands=(*alike.commands, part.way("differing", "decisions", differing=True)),
        chart=Chart("by_act", tallied.KINDS),
    )


def _honour_sentences(part: Part, figures: tallied.HonourFigures) -> Iterable[str]:
    """Each act has its own figure; acts are never added (rule 6)."""
    speech = part.speech
    for act in figures.by_act:
        if act.numbers["instances"]:
            yield part.say(
                "act",
                act=running(safe(act.label)),
                instances=speech.counted("instance", act.numbers["instances"]),
                kinds=speech.counts(_kinds(act)),
                recipients=speech.number(act.numbers["recipients"]),
            )
            yield from _act_shares(speech, act, figures.shares)
    if not figures.instances:
        yield part.say("none")
    yield from _largest_event(speech, figures.by_event)


def _act_shares(speech: Speech, act: tallied.Row, shares: tallied.Shares) -> Iterable[str]:
    own = {code: found for code, found in shares.items() if code.startswith(f"{act.code}.")}
    if said := shares_said(speech, own):
        individuals = speech.counted("individual_instance", act.numbers["individual"])
        values = {"act": safe(act.label), "individuals": individuals}
        yield speech.say("honours.shares", shares=said, **values)


def _kinds(row: tallied.Row) -> dict[str, int]:
    return {kind: row.numbers[kind] for kind in tallied.KINDS if kind in row.numbers}


def _largest_event(speech: Speech, events: tallied.Rows) -> Iterable[str]:
    nouns = {"exemplar": "exemplars", "model": "models", "other": "other"}
    rows = [row for row in events if row.code is not None and row.numbers["instances"] > 1]
    if not rows:
        return
    most = max(rows, key=lambda row: (row.numbers["instances"], row.date or "", row.code or ""))
    counts = speech.counts({noun: most.numbers[measure] for noun, measure in nouns.items()})
    values = {"recipients": counts, "event": safe(most.label)}
    if most.date:
        yield speech.say("honours.event", date=date(most.date), **values)
    else:
        yield speech.say("honours.event_undated", **values)


def _honour_figures(part: Part, figures: tallied.HonourFigures) -> Iterable[Figure]:
    for act in figures.by_act:
        for measure in ("instances", "recipients"):
            label = part.speech.say(f"figure.honours.{measure}", act=safe(act.label))
            yield Figure(label, act.numbers[measure], measure, act.code)


def _honour_notes(part: Part, figures: tallied.HonourFigures) -> Iterable[Note]:
    if figures.instances:
        yield Note(part.speech.say("note.acts_apart"))
    if n := figures.proposed:
        yield part.note("proposed", n, "proposed", part.command("--proposed"))
    if n := figures.cancelled:
        yield part.note("cancelled", n, "cancelled", part.command("--cancelled"))


BUILDERS: Mapping[tallied.Section, Callable[..., Section]] = {
    "exemplars": exemplars,
    "models": models,
    "events": events,
    "honours": honours,
}

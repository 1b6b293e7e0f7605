"""The report of a period as a document."""

from collections.abc import Iterator

from emulation_cli.documents.document import Document, Section
from emulation_cli.documents.part import Part
from emulation_cli.documents.reported import with_reported
from emulation_cli.documents.sections import WORDINGS
from emulation_cli.documents.speech import Speech
from emulation_cli.domain.text import safe
from emulation_cli.tallies.measures.figures import ReportFigures
from emulation_cli.words import date


def build(figures: ReportFigures) -> Document:
    """The document of the figures, in the language that the request names."""
    speech = Speech(figures.request.language)
    cut_off = figures.request.cut_off
    sections = tuple(_sections(speech, figures))
    return Document(
        language=speech.language,
        unit=safe(figures.unit),
        heading=speech.say("kind_of_document"),
        title=speech.say("title"),
        subtitles=_subtitles(speech, figures),
        cut_off=speech.say("cut_off", date=date(cut_off)) if cut_off else "",
        sections=sections,
    )


def _sections(speech: Speech, figures: ReportFigures) -> Iterator[Section]:
    """Each section with what old papers say of its time, beside the earlier one if there is one."""
    reports = [one for one in (figures, figures.earlier) if one]
    told = [code for code in figures.sections if any(one.sections[code].told for one in reports)]
    for number, code in enumerate(told, start=1):
        section = with_reported(speech, _built(speech, figures, number, code), figures.reported)
        if figures.earlier:
            from emulation_cli.documents.comparison_words import with_earlier

            before = _built(speech, figures.earlier, number, code)
            section = with_earlier(speech, section, before, figures, figures.earlier)
        yield section


def _built(speech: Speech, figures: ReportFigures, number: int, code: str) -> Section:
    part = Part(speech, figures.request, figures.sections[code], number)
    return part.section(WORDINGS[code])


def _subtitles(speech: Speech, figures: ReportFigures) -> tuple[str, ...]:
    """The period, the sections that have a period of their own, the map of the units."""
    request = figures.request
    lines = [speech.period(request.period)]
    for section, period in request.section_periods.items():
        if (period.first, period.last) != (request.period.first, request.period.last):
            name = speech.say(f"section.{section}")
            lines.append(speech.say("section_period", section=name, period=speech.period(period)))
    if request.basis:
        lines.append(speech.say(f"basis.{request.basis}"))
    if request.units:
        lines.append(speech.say(f"units.{request.units}"))
    return tuple(lines)

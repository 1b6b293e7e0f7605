"""The report of a period as a document."""

from emulation_cli.documents.document import Document, Section
from emulation_cli.documents.part import Part
from emulation_cli.documents.reported import with_reported
from emulation_cli.documents.sections import BUILDERS
from emulation_cli.documents.speech import Speech
from emulation_cli.domain.text import safe
from emulation_cli.tallies.figures import SECTIONS, ReportFigures
from emulation_cli.words import date


def build(figures: ReportFigures) -> Document:
    """The document of the figures, in the language that the request names."""
    speech = Speech(figures.request.language)
    cut_off = figures.request.cut_off
    sections = tuple(_section(speech, figures, number) for number in range(1, len(SECTIONS) + 1))
    return Document(
        language=speech.language,
        unit=safe(figures.unit),
        heading=speech.say("kind_of_document"),
        title=speech.say("title"),
        subtitles=_subtitles(speech, figures),
        cut_off=speech.say("cut_off", date=date(cut_off)) if cut_off else "",
        sections=sections,
    )


def _section(speech: Speech, figures: ReportFigures, number: int) -> Section:
    code = SECTIONS[number - 1]
    section = with_reported(speech, _built(speech, figures, number), figures.reported)
    if figures.earlier is None:
        return section
    from emulation_cli.documents.comparison import with_earlier

    before = _built(speech, figures.earlier, number)
    return with_earlier(speech, section, before, getattr(figures.earlier, code))


def _built(speech: Speech, figures: ReportFigures, number: int) -> Section:
    code = SECTIONS[number - 1]
    part = Part(speech, figures.request, code, number)
    return BUILDERS[code](part, getattr(figures, code))


def _subtitles(speech: Speech, figures: ReportFigures) -> tuple[str, ...]:
    """The period, the sections that have a period of their own, the map of the units."""
    request = figures.request
    lines = [speech.period(request.period)]
    for section, period in request.section_periods.items():
        if (period.first, period.last) != (request.period.first, request.period.last):
            name = speech.say(f"section.{section}")
            lines.append(speech.say("section_period", section=name, period=speech.period(period)))
    if request.units:
        lines.append(speech.say(f"units.{request.units}"))
    return tuple(lines)

"""All figures of a report one by one, as `report --format csv` and `--commands` write them."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from emulation_cli.documents.composition import share_label
from emulation_cli.documents.links.list_commands import command_of
from emulation_cli.documents.speech import Speech
from emulation_cli.tallies.measures.figures import ReportFigures, SectionFigures, SectionNumber


class FigureLine(NamedTuple):
    """One figure. `breakdown` is the name of the list or group in JSON, "" for a headline."""

    section: str
    breakdown: str
    code: str
    label: str
    measure: str
    value: int


def figure_lines(figures: ReportFigures) -> Iterator[FigureLine]:
    """Every number of the report once, in the order of its JSON."""
    return (line for line, _ in _with_figures(figures))


def with_commands(figures: ReportFigures) -> Iterator[dict[str, Any]]:
    """Every number with the command that lists its rows."""
    for line, one in _with_figures(figures):
        yield {**line._asdict(), "command": command_of(one.cut.rows)}


def reported_lines(figures: ReportFigures) -> Iterator[FigureLine]:
    """The figures of old papers, marked as such: no rows stand behind them."""
    for one in figures.reported:
        label = f"{one.name} ({one.period}; {one.source})"
        yield FigureLine(one.section, "reported", one.id, label, "reported", one.value)


def _with_figures(figures: ReportFigures) -> Iterator[tuple[FigureLine, SectionNumber]]:
    speech = Speech(figures.request.language)
    for section in figures.sections.values():
        acts = section.labels("by_act")
        for one in section.each():
            label = _label(speech, section, one, acts)
            named = (one.section, one.breakdown, one.code or "", label, one.measure, one.value)
            yield FigureLine(*named), one


def _label(
    speech: Speech, section: SectionFigures, one: SectionNumber, acts: Mapping[str, str]
) -> str:
    """The label of a number's row; a share of an act is told with its act."""
    words = section.parts[one.breakdown].spec.labels if one.breakdown else ""
    if words == "share":
        return share_label(speech, str(one.code), acts)
    return speech.say(f"{words}.{one.code}") if words else one.label

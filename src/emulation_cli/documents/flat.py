"""All figures of a report one by one, as `report --format csv` writes them."""

from collections.abc import Iterator
from typing import NamedTuple

from emulation_cli.documents.composition import share_label
from emulation_cli.documents.speech import Speech
from emulation_cli.tallies.figures import SECTIONS, Figures, Number, ReportFigures, each_number

# The words for the codes of a nested figure.
_CODES = {
    "kinds": "kind",
    "milestones": "milestone",
    "recognised": "level",
    "funnel": "step",
    "shares": "share",
}


class FlatFigure(NamedTuple):
    """One figure. `breakdown` is the name of the list or group in JSON, "" for a headline."""

    section: str
    breakdown: str
    code: str
    label: str
    measure: str
    value: int


def flat(figures: ReportFigures) -> Iterator[FlatFigure]:
    """Every number of the report once, in the order of its JSON."""
    speech = Speech(figures.request.language)
    for section in SECTIONS:
        of_section = getattr(figures, section)
        for one in each_number(of_section):
            label = _label(speech, of_section, one)
            yield FlatFigure(section, one.breakdown, one.code or "", label, one.measure, one.value)


def reported(figures: ReportFigures) -> Iterator[FlatFigure]:
    """The figures of old papers, marked as such: no rows stand behind them."""
    for one in figures.reported:
        label = f"{one.name} ({one.period}; {one.source})"
        yield FlatFigure(one.section, "reported", one.id, label, "reported", one.value)


def _label(speech: Speech, figures: Figures, one: Number) -> str:
    """The label of a number's row; a share of an act is told with its act."""
    if one.breakdown not in _CODES:
        return one.label
    if one.breakdown == "shares":
        acts = {str(row.code): row.label for row in getattr(figures, "by_act", ())}
        return share_label(speech, str(one.code), acts)
    return speech.say(f"{_CODES[one.breakdown]}.{one.code}")

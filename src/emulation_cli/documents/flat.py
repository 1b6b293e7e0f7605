"""All figures of a report one by one, as `report --format csv` writes them."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from emulation_cli.documents.speech import Speech
from emulation_cli.tallies.figures import SECTIONS, Figures, ReportFigures, Row

# The vocabulary that the codes of a nested figure belong to.
_CODES = {"kinds": "kind", "milestones": "milestone", "recognised": "level"}


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
        for part in _section(speech, getattr(figures, section)):
            yield FlatFigure(section, *part)


_Part = tuple[str, str, str, str, int]


def _section(speech: Speech, figures: Figures) -> Iterator[_Part]:
    for name in figures._fields:
        value: Any = getattr(figures, name)
        if isinstance(value, int):
            yield "", "", "", name, value
        elif isinstance(value, Mapping):
            yield from _coded(speech, name, value)
        elif name.startswith("by_"):
            yield from (part for row in value for part in _row(name, row))


def _coded(speech: Speech, name: str, numbers: Mapping[str, int]) -> Iterator[_Part]:
    for code, value in numbers.items():
        yield name, code, speech.say(f"{_CODES[name]}.{code}"), "total", value


def _row(name: str, row: Row) -> Iterator[_Part]:
    for measure, value in row.numbers.items():
        yield name, row.code or "", row.label or "", measure, value

"""The figures of a period report: rows grouped once a section, summed up in every direction."""

from emulation_cli.register.store import Register
from emulation_cli.tallies.breakdowns import breakdown, totals, year
from emulation_cli.tallies.counting import PLACED, condition, in_unit
from emulation_cli.tallies.figures import (
    FUNNELS,
    KINDS,
    LEVELS,
    SECTIONS,
    EventFigures,
    ExemplarFigures,
    ModelFigures,
    Reported,
    ReportFigures,
    ReportRequest,
)
from emulation_cli.tallies.honours import honours
from emulation_cli.tallies.questions import Questions
from emulation_cli.tallies.steps import SHARES_ASKED, STEPS, funnel, shares, summed

_PLACED_STAGE = PLACED.format(t="m.")
_EXEMPLAR_FUNNEL = funnel("exemplars", honoured=STEPS["exemplars"]["honoured"])
# Whoever has a stage in the period, once; the year is that of the first one.
_EXEMPLARS = f"""

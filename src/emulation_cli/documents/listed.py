"""The `emul list …` command that shows the rows behind a figure, by the filters of the report."""

import re

from emulation_cli.domain.text import safe
from emulation_cli.domain.units import Unit
from emulation_cli.tallies.figures import ReportRequest, Section

# Words that no shell reads as anything else.
_PLAIN = re.compile(r"[\w/.:-]+")


def list_command(request: ReportRequest, section: Section, *more: str) -> str:
    """The command for a section's rows; `more` are further words such as `--not-placed`."""
    words = ["emul", "list", section, "--period", request.period_of(section).text, *more]
    if request.cut_off:
        words += ["--cut-off", request.cut_off]
    if request.unit:
        words += ["--unit", _named(request.unit)]
    if request.units:
        words += ["--units", request.units]
    return " ".join(quoted(safe(word)) for word in words)


def _named(unit: Unit) -> str:
    """A unit's own code, if every shell leaves it as it is; else its id."""
    return unit.code if unit.code and _PLAIN.fullmatch(unit.code) else f"U{unit.id}"


def quoted(word: str) -> str:
    """A word as sh, PowerShell and cmd all take it for one; a quote mark inside is dropped."""
    return word if _PLAIN.fullmatch(word) else '"' + word.replace('"', "") + '"'

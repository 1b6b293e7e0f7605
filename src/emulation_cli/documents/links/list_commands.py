"""The `emul list …` command that shows the rows behind a figure, by the filters of the report."""

import re
from collections.abc import Iterator
from typing import Any

from emulation_cli import words
from emulation_cli.domain.offices.units import Unit
from emulation_cli.domain.text import safe
from emulation_cli.tallies.row_lists.list_requests import ANY, ListRequest

# Words that no shell reads as anything else.
_PLAIN = re.compile(r"[\w/.:-]+")


def command_of(request: ListRequest, *more: str) -> str:
    """The command that lists the rows of a request; `more` are further words."""
    line = ["emul", "list", request.noun]
    if request.period:
        line += ["--period", request.period.text]
    line += _scope(request)
    if request.without:
        line += ["--without", request.without]
    if request.milestone:
        line += ["--milestone", request.milestone]
    for name, code in request.filters:
        line += [_option(name), _value(name, code)]
    return " ".join(quoted(safe(word)) for word in (*line, *_flags(request), *more))


def shown_command(request: ListRequest, language: str, *more: str) -> str:
    """The command as a reader of a language is told it; scripts are given `command_of`."""
    return words.command_line(command_of(request, *more), language)


def _scope(request: ListRequest) -> Iterator[str]:
    """The day that the records must have begun by, their units, and the map it stands on."""
    if request.cut_off:
        yield from ("--cut-off", request.cut_off)
    for unit in request.within:
        yield from ("--unit", _named(unit))
    if request.units:
        yield from ("--units", request.units)
    if request.basis:
        yield from ("--basis", request.basis)


_FLAGS = ("alone", "registrations", "unassigned", "recipients", "differing")
# Records that a filter names by their number.
_IDS = {
    "exemplar_id": "for",
    "model_id": "for",
    "event_id": "event",
    "decision_id": "decision",
    "movement_id": "movement",
    "dossier_id": "dossier",
}
_LETTERS = {
    "exemplar_id": "X",
    "model_id": "M",
    "event_id": "E",
    "decision_id": "D",
    "movement_id": "P",
    "dossier_id": "S",
}
NO_VALUE, ANY_VALUE = "none", "any"


def _flags(request: ListRequest) -> Iterator[str]:
    yield from (f"--{name}" for name in _FLAGS if getattr(request, name))
    if request.show != "counted":
        yield "--" + request.show.replace("_", "-")


def _option(name: str) -> str:
    return "--" + _IDS.get(name, name).replace("_", "-")


# Filters that a record fulfils or not.
_YES_OR_NO = (
    "amount_known", "decision_cancelled", "grown",
    "works_directly", "leads", "discovered", "fostered", "multiplied", "recognised", "replicated",
    "honoured", "passed", "awarded",
)  # fmt: skip


def _value(name: str, code: Any) -> str:
    if code is not None and name in _YES_OR_NO:
        return "yes" if code else "no"
    if code == ANY:
        return ANY_VALUE
    return NO_VALUE if code is None else f"{_LETTERS.get(name, '')}{code}"


def _named(unit: Unit) -> str:
    """A unit's own code, if every shell leaves it as it is; else its id."""
    return unit.code if unit.code and _PLAIN.fullmatch(unit.code) else f"U{unit.id}"


def quoted(word: str) -> str:
    """A word as sh, PowerShell and cmd all take it for one; a quote mark inside is dropped."""
    return word if _PLAIN.fullmatch(word) else '"' + word.replace('"', "") + '"'

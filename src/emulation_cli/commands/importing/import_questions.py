"""What a person at a terminal is asked about a list before it is taken in."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from getpass import getpass

from emulation_cli import words
from emulation_cli.commands.dialogue import parsing, questions
from emulation_cli.commands.importing.import_json import NO_SHEET, column_label
from emulation_cli.domain.catalogue.fields import UNIT, Field
from emulation_cli.domain.text import comparing_key, fold
from emulation_cli.intake.model import Problem
from emulation_cli.register.store import Register
from emulation_cli.taking_in.results import RunResult, Wishes

FEW = 3  # so many unknown units are asked about one by one


@dataclass
class Passwords:
    """Asks for the password of a file, once; the screen does not show it."""

    _known: dict[str, str] = field(default_factory=dict)

    def __call__(self, file: str) -> str | None:
        if file not in self._known:
            question = words.say("imports.password", file=file)
            self._known[file] = getpass(f"{question}: ", stream=sys.stderr)
        return self._known[file]


def asked(register: Register, preview: RunResult, wishes: Wishes) -> Wishes:
    """The wishes with the answers to what the lists leave open; the same where nothing is."""
    for answered in (_headings, _register_of, _groups, _gone):
        found = answered(preview, wishes)
        if found is not wishes:
            return found  # what is asked next depends on it
    return _units(register, preview, wishes)


def _problems(preview: RunResult, *codes: str) -> Iterator[Problem]:
    return (p for file in preview.files for p in file.problems if p.code in codes)


def _headings(preview: RunResult, wishes: Wishes) -> Wishes:
    """Whether a heading that is nearly a known one is meant to be that; remembered either way."""
    decided = dict(wishes.headings)
    for problem in _problems(preview, "near_heading", "near_cells"):
        heading, concept = str(problem.values["heading"]), str(problem.values["concept"])
        if fold(heading) in decided:
            continue
        known = column_label(concept)
        question = words.say("imports.same_heading", known=known, **problem.values)
        decided[fold(heading)] = concept if questions.confirmed(question) else ""
    return wishes if decided == wishes.headings else replace(wishes, headings=decided)


def _register_of(preview: RunResult, wishes: Wishes) -> Wishes:
    """Which register a list is for, where it is the only one of the run."""
    unclear = list(_problems(preview, "unclear_register", "register_close"))
    lists = sum(len(file.lists) for file in preview.files)
    if wishes.hints.register or len(unclear) != 1 or lists > 1:
        return wishes
    question = words.say("imports.which_register", sheet=unclear[0].sheet or NO_SHEET)
    noun = questions.ask(question, lambda text: parsing.noun(text) if text else None, tuple)
    return replace(wishes, hints=replace(wishes.hints, register=noun)) if noun else wishes


def _groups(preview: RunResult, wishes: Wishes) -> Wishes:
    """Whether a unit written once holds for the rows below it (INTAKE section 4.4)."""
    found = next(_problems(preview, "unit_filled_down"), None)
    if found is None or wishes.asked_groups:
        return wishes
    question = words.say("imports.fill_units", sheet=found.sheet or NO_SHEET, **found.values)
    fill = questions.confirmed(question)
    return replace(wishes, asked_groups=True, hints=replace(wishes.hints, fill_units=fill))


def _gone(preview: RunResult, wishes: Wishes) -> Wishes:
    """Whether records whose rows were taken out of a sheet of ours are to be cancelled."""
    found = next(_problems(preview, "rows_gone"), None)
    if found is None or wishes.cancel_gone is not None:
        return wishes
    question = words.say("imports.cancel_gone", **found.values)
    return replace(wishes, cancel_gone=questions.confirmed(question))


def _units(register: Register, preview: RunResult, wishes: Wishes) -> Wishes:
    """Which unit each name means that was not found; an empty answer leaves its rows refused."""
    unknown = _open_names(preview, "unknown_unit") - wishes.passed_over
    names = unknown | _open_names(preview, "ambiguous_unit") - wishes.passed_over
    choices = parsing.reader(register, Field("unit", UNIT)).choices
    if unknown and not wishes.asked_new_units and (len(unknown) > FEW or not choices()):
        few = ", ".join(sorted(unknown)[:FEW]) + ("…" if len(unknown) > FEW else "")
        new = questions.confirmed(
            words.say("imports.take_new_units", count=len(unknown), names=few)
        )
        return replace(wishes, asked_new_units=True, hints=replace(wishes.hints, new_units=new))
    units = dict(wishes.units)
    for name in sorted(names if choices() else ()):
        question = words.say("imports.which_unit", text=name)
        unit = questions.ask(
            question, lambda text: register.find_unit(text) if text else None, choices
        )
        if unit is not None:
            units[comparing_key(name)] = unit.id
    if units == wishes.units:
        return wishes
    return replace(wishes, units=units, passed_over=wishes.passed_over | names)


def _open_names(preview: RunResult, code: str) -> frozenset[str]:
    return frozenset(
        str(problem.values["value"])
        for problem in _problems(preview, code)
        if "value" in problem.values
    )

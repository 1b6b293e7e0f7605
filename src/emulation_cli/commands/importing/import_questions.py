"""What a person at a terminal is asked about a list before it is taken in."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from getpass import getpass

from emulation_cli import words
from emulation_cli.commands.dialogue import parsing, questions
from emulation_cli.commands.frame.narration import narrate
from emulation_cli.commands.importing.import_json import NO_SHEET, column_label
from emulation_cli.domain.catalogue.fields import UNIT, Field
from emulation_cli.domain.text import comparing_key, fold, safe, vietnamese_order
from emulation_cli.intake.model import Problem
from emulation_cli.register.store import Register
from emulation_cli.taking_in.results import RunResult, Wishes

FEW = 3  # so many unknown units are asked about one by one
SHOWN = 8
SHOWN_CORRECTIONS = 20


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
    for answered in (_headings, _register_of, _groups, _conflicts, _corrections, _gone):
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
    """Which register the lists are for that are not surely of one; the others keep theirs."""
    unclear = list(_problems(preview, "unclear_register", "register_close"))
    if wishes.hints.register or not unclear:
        return wishes
    sheets = ", ".join(dict.fromkeys(problem.sheet or NO_SHEET for problem in unclear))
    question = words.say("imports.which_register", sheet=sheets)
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


def _conflicts(preview: RunResult, wishes: Wishes) -> Wishes:
    """Whether a sheet of ours corrects records that were changed here after it was written."""
    found = list(_problems(preview, "changed_here_since"))
    if not found or wishes.over_changes is not None:
        return wishes
    named = sorted({f"{one.values['id']} ({one.values['change']})" for one in found})
    more = "…" if len(named) > SHOWN else ""
    question = words.say(
        "imports.conflicts", count=words.number(len(named)), records=", ".join(named[:SHOWN]) + more
    )
    return replace(wishes, over_changes=questions.confirmed(question))


def _corrections(preview: RunResult, wishes: Wishes) -> Wishes:
    """Whether what the lists say otherwise than the register corrects it: old → new, asked once."""
    differing = list(_problems(preview, "differs_from_register"))
    if not differing or wishes.update or wishes.asked_corrections:
        return wishes
    for problem in differing[:SHOWN_CORRECTIONS]:
        label = column_label(problem.column or "")
        narrate(safe(words.say("imports.correction", column=label, **problem.values)))
    if (more := len(differing) - SHOWN_CORRECTIONS) > 0:
        narrate(words.say("imports.more_corrections", count=words.number(more)))
    count = len({problem.values["id"] for problem in differing})
    question = words.say("imports.correct", count=words.number(count))
    return replace(wishes, asked_corrections=True, update=questions.confirmed(question))


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
    new_names = {comparing_key(name): name for name in sorted(unknown, reverse=True)}
    if unknown and not wishes.asked_new_units and (len(new_names) > FEW or not choices()):
        shown = sorted(new_names.values(), key=vietnamese_order)
        few = ", ".join(shown[:SHOWN]) + ("…" if len(shown) > SHOWN else "")
        new = questions.confirmed(
            words.say("imports.take_new_units", count=words.number(len(shown)), names=few)
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

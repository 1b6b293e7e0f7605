"""The unit that an option means: chosen on a terminal among several, and among names like it."""

from collections.abc import Sequence

from emulation_cli import words
from emulation_cli.commands.dialogue import questions
from emulation_cli.commands.frame.desk import tell
from emulation_cli.domain.errors import Refused
from emulation_cli.domain.offices.units import Days, Unit
from emulation_cli.domain.text import fold
from emulation_cli.register.store import Register

_LIKELY = 10


def unit_meant(register: Register, text: str, on: Days | None = None) -> Unit:
    """The unit that a text means, of several of one name the one that lived `on`.

    Raises Refused with those that it may mean, where nobody is there to choose.
    """
    try:
        return register.find_unit(text, on)
    except Refused as refusal:
        likely = _likely(register, text, on)
        if not likely or not questions.possible():
            raise
        several = refusal.sentence == "domain.ambiguous_unit"
    tell("find.several_named" if several else "find.names_like_it", text=text)
    choices = [(unit.told_apart, unit) for unit in likely]
    question = words.say("find.which_record")
    return questions.ask(question, register.find_unit, lambda: choices, at_once=True)


def _likely(register: Register, text: str, on: Days | None) -> Sequence[Unit]:
    names = register.unit_names
    found = register.units_called(text, on) or names.called(text, on) or names.holding(text, on)
    part = fold(text)
    return (
        found
        or [unit for unit in names.units if part and part in fold(unit.told_apart)]
        or names.nearest(text, _LIKELY)
    )

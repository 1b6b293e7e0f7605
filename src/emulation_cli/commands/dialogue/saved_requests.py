"""What is asked every quarter: a report's own words, saved under a name (`report … --save quy`)."""

from contextlib import suppress
from typing import Any

from emulation_cli.commands.frame.desk import tell
from emulation_cli.documents.links.list_commands import quoted
from emulation_cli.domain.errors import Refused
from emulation_cli.domain.times.period import UnreadablePeriod
from emulation_cli.register.keeping import (
    forget_request,
    keep_request,
    kept_request,
    request_names,
)
from emulation_cli.register.office_periods import office_period
from emulation_cli.register.store import Register

# What belongs to one run and not to what is asked.
_OF_ONE_RUN = ("save", "forget", "keep", "open", "commands")
Asked = dict[str, Any]


def with_saved(register: Register, asked: Asked) -> Asked:
    """What is asked; where its period names a saved request, that one, changed by what is said now.

    Raises UnreadablePeriod where the period is neither.
    """
    try:
        office_period(register, asked["period"])
    except UnreadablePeriod:
        if saved := kept_request(register, asked["period"]):
            said = {name: value for name, value in asked.items() if value and name != "period"}
            # Another program may have put there what no request has.
            known = asked.keys() - set(_OF_ONE_RUN)
            return asked | {name: saved[name] for name in saved if name in known} | said
        if names := request_names(register):
            tell("history.saved_ones", names=", ".join(names))
        raise
    return asked


def refuse_period(register: Register, name: str) -> None:
    """Raises Refused where a name to save under is a period of its own."""
    with suppress(UnreadablePeriod):
        office_period(register, name)
        raise Refused("history.name_is_period", name=name)


def save(register: Register, name: str, asked: Asked) -> None:
    """Keep what is asked under a name, and tell it."""
    kept = {key: value for key, value in asked.items() if value and key not in _OF_ONE_RUN}
    replaced = keep_request(register, name, kept)
    again = f"emul report {quoted(name)}"
    tell("history.saved_again" if replaced else "history.saved", name=name, again=again)


def forget(register: Register, name: str) -> None:
    """Take a saved request away, and tell it."""
    tell("history.forgotten", name=forget_request(register, name))

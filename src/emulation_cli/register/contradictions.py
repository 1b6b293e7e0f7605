"""What two options of one line say against each other: it is refused, never dropped."""

from collections.abc import Mapping
from typing import Any

from emulation_cli.domain.catalogue.fields import Noun
from emulation_cli.domain.catalogue.nouns import BY_PLURAL
from emulation_cli.domain.catalogue.refs import Ref
from emulation_cli.domain.errors import Usage
from emulation_cli.register.store import Register

_PAPERS = {"decision": "decisions", "event": "events"}


def refuse_other_day(
    register: Register,
    noun: Noun,
    values: Mapping[str, Any],
    before: Mapping[str, Any] | None = None,
) -> None:
    """Refuse a date of an honour that its decision or conference gainsays: it counts by that one.

    `before` is the row of the honour that is edited.
    """
    day = values.get("date")
    if noun.plural != "honours" or day is None:
        return
    for name, plural in _PAPERS.items():
        number = before[f"{name}_id"] if before else None
        if name in values:
            number = values[name].number if values[name] else None
        sql = f"SELECT date FROM {BY_PLURAL[plural].table} WHERE id = ?"
        found = register.row(sql, (number,)) if number else None
        if number and found and found["date"] and not _agree(found["date"], day.iso):
            said = {"date": _written(day.iso), "of_paper": _written(found["date"])}
            raise Usage("cli.other_day", id=str(Ref(plural, number)), **said)


def _agree(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def _written(iso: str) -> str:
    return "/".join(reversed(iso.split("-")))

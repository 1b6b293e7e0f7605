"""Rows that repeat an earlier one: the same identity and the same dates (DESIGN section 3)."""

from collections.abc import Hashable, Iterator, Mapping, Sequence

from emulation_cli.domain.partial_date import PartialDate
from emulation_cli.domain.text import comparing_key, fold
from emulation_cli.domain.units import Unit
from emulation_cli.intake.model import Record

_DATES = ("discovered", "fostered", "multiplied")


def repeats(records: Sequence[Record]) -> Iterator[tuple[int, int]]:
    """Pairs of positions: a record, and the earlier one that it repeats."""
    seen: dict[Hashable, list[int]] = {}
    for position, record in enumerate(records):
        key = _identity(record)
        if key is None:
            continue
        for earlier in seen.get(key, ()):
            if _same_birth(record.values, records[earlier].values):
                yield position, earlier
                break
        seen.setdefault(key, []).append(position)


def _identity(record: Record) -> Hashable | None:
    values = record.values
    register = record.register
    name = values.get("recipient") if register == "honours" else values.get("name")
    if register == "decisions":
        return _of_decision(values)
    if not isinstance(name, str):
        return None
    if register == "units" and values.get("code"):
        return "code", fold(str(values["code"]))
    return (
        register,
        comparing_key(name),
        *(_plain(values.get(part)) for part in _PARTS[register or "exemplars"]),
    )


_PARTS: Mapping[str, tuple[str, ...]] = {
    "units": ("type", "parent"),
    "exemplars": ("unit", "kind", *_DATES),
    "models": ("unit", "year"),
    "honours": ("unit", "kind", "act", "form", "decision_number", "decision_date", "event", "date"),
    "events": ("date",),
}


def _of_decision(values: Mapping[str, object]) -> Hashable | None:
    number, day = values.get("number"), values.get("date")
    if not isinstance(number, str):
        return None
    year = day.year if isinstance(day, PartialDate) else None
    return fold(number), fold(str(values.get("body") or "")), year


def _plain(value: object) -> Hashable:
    if isinstance(value, Unit):
        return value.id
    if isinstance(value, PartialDate):
        return value.iso
    return fold(value) if isinstance(value, str) else value  # type: ignore[return-value]


def _same_birth(one: Mapping[str, object], other: Mapping[str, object]) -> bool:
    """Namesakes with different years of birth are two people (DOMAIN section 3, rule 8)."""
    years = one.get("birth_year"), other.get("birth_year")
    return None in years or years[0] == years[1]

"""Rows that repeat an earlier one: the same identity and the same dates (DESIGN section 3).

Of our own lists the ids tell: two records that say the same are two.
"""

from collections.abc import Hashable, Iterator, Mapping, Sequence

from emulation_cli.domain.offices.units import Unit
from emulation_cli.domain.text import comparing_key, fold
from emulation_cli.domain.times.partial_date import PartialDate
from emulation_cli.intake.columns.registers import NAME_FIELD
from emulation_cli.intake.model import Record

_PARTS: Mapping[str, tuple[str, ...]] = {
    "units": ("type", "parent", "valid_from", "valid_to"),
    "exemplars": (
        "unit", "kind", "birth_year", "gender", "discovered", "fostered", "multiplied",
    ),
    "models": (
        "unit", "kind", "year", "appraised", "recognised", "recognised_level", "replicated",
        "replicated_unit", "stopped",
    ),
    "honours": (
        "unit", "kind", "birth_year", "gender", "position", "act", "form", "decision_number",
        "decision_date", "decision_body", "event", "event_date", "date", "achievement_year",
        "class",
    ),
    "events": ("date", "organiser", "place"),
    "movements": (),
    "decisions": ("body",),
    "presenters": ("event", "recipients"),
    "publications": ("exemplar", "date", "place"),
    "targets": ("unit", "year"),
}  # fmt: skip


class _Words(dict[str, str]):
    """A word's comparing key; lists hold few distinct words, and each is looked at once."""

    def __missing__(self, word: str) -> str:
        self[word] = key = comparing_key(word)
        return key


def repeats(records: Sequence[Record]) -> Iterator[tuple[int, int]]:
    """Pairs of positions: a record, and the earlier one that it repeats."""
    first: dict[Hashable, int] = {}
    for position, key in enumerate(_identities(records)):
        if key is not None and (twin := first.setdefault(key, position)) != position:
            yield position, twin


def _identities(records: Sequence[Record]) -> Iterator[Hashable | None]:
    if not records:
        return
    register = records[0].register or "exemplars"
    if register == "decisions":
        names = [_number_and_year(record.values) for record in records]
    else:
        field = NAME_FIELD.get(register, "name")
        names = [_name(record.values.get(field)) for record in records]
    if register == "units":
        names = [_code(r.values) or name for r, name in zip(records, names, strict=True)]
    columns = [[record.values.get(part) for record in records] for part in _PARTS[register]]
    ids = [record.own_id for record in records]
    for name, *rest in zip(names, ids, *map(_plain_column, columns), strict=True):
        yield None if name is None else (name, *(() if name[:1] == "#" else rest))


def _plain_column(column: list[object]) -> Sequence[Hashable]:
    """Hashing 100,000 dataclasses takes half a second; their one field that counts does not."""
    types = set(map(type, column)) - {type(None)}
    if types == {Unit}:
        return [value and value.id for value in column]  # type: ignore[attr-defined]
    if types == {PartialDate}:
        return [value and value.iso for value in column]  # type: ignore[attr-defined]
    plain = {value: _plain(value) for value in set(column)}
    return [plain[value] for value in column]


_words = _Words()


def _name(name: object) -> str | None:
    return " ".join(map(_words.__getitem__, name.split())) if isinstance(name, str) else None


def _code(values: Mapping[str, object]) -> str | None:
    """A unit is its code where it has one, whatever else is written."""
    return f"#{fold(str(values['code']))}" if values.get("code") else None


def _number_and_year(values: Mapping[str, object]) -> str | None:
    number, day = values.get("number"), values.get("date")
    year = day.year if isinstance(day, PartialDate) else ""
    return f"{fold(number)} {year}" if isinstance(number, str) else None


def _plain(value: object) -> Hashable:
    if isinstance(value, Unit):
        return value.id
    if isinstance(value, PartialDate):
        return value.iso
    return fold(value) if isinstance(value, str) else value

"""A table that the clerk specified, counted: rows by dimensions, a list for each column."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from emulation_cli.domain.text import vietnamese_order
from emulation_cli.register.store import Register
from emulation_cli.tallies.crosstab import Crosstab, crosstab
from emulation_cli.tallies.measures import dimensions
from emulation_cli.tallies.measures.answering_units import UNASSIGNED, UNASSIGNED_CODE
from emulation_cli.tallies.measures.breakdowns import Labels
from emulation_cli.tallies.row_lists.list_requests import Cut, ListRequest

Codes = tuple[str | None, ...]
# Dimensions whose values are texts of the clerk: a group «5» is no number.
_TEXTS = ("unit_group", "body")


class AskedColumn(NamedTuple):
    """A column to be counted: its label, its list, what it is broken down by, what it adds up.

    `group` is the label of the column that it is one value of.
    """

    label: str
    request: ListRequest
    by: str = ""
    adds: str = ""
    group: str = ""


class FilledColumn(NamedTuple):
    """A column that was counted: its numbers and their rows by the codes of the line."""

    label: str
    code: str | None
    cells: dict[Codes, int]
    cuts: dict[Codes, Cut]
    total: Cut
    not_placed: int
    group: str = ""


@dataclass(frozen=True)
class SpecifiedTable:
    """A table with its numbers. `lines` are the codes and labels of its rows, in order."""

    unit: str
    by: tuple[str, ...]
    lines: tuple[tuple[Codes, tuple[str, ...]], ...]
    columns: tuple[FilledColumn, ...]


def fill(
    register: Register, rows: Sequence[str], columns: Iterable[AskedColumn], language: str
) -> SpecifiedTable:
    """Count every column by the dimensions of the rows, in one moment of the register.

    Raises Usage for a dimension that a noun has not. A column of a breakdown that is 0 in all rows
    is left out.
    """
    by = tuple(rows)
    labels: dict[Codes, tuple[str, ...]] = {}
    filled: list[FilledColumn] = []
    with register.moment():
        for column in columns:
            for one in _each(register, column, language):
                found = crosstab(register, one.request, by)
                labels |= _labels(found)
                made = _filled(register, one, found)
                if made.cells or not column.by:
                    filled.append(made)
        order = _Order(register, language, by)
        lines = sorted(labels.items(), key=lambda pair: order.place(*pair))
        unit = register.setting("unit") or ""
    return SpecifiedTable(unit, by, tuple(lines), tuple(filled))


def _each(register: Register, column: AskedColumn, language: str) -> Iterator[AskedColumn]:
    """The column itself, or one for each value of what it is broken down by."""
    if not column.by:
        yield column
        return
    noun = column.request.noun
    name = column.by
    if noun == "models" and name == "level":  # recognised at several: each is a list of its own
        found = [(term.code, term.label(language)) for term in register.vocabularies.of("level")]
    else:
        (headings,) = crosstab(register, column.request, (name,)).headings
        found = [(one.code, one.label) for one in headings if one.code is not None]
    for code, label in found:
        value = _value(register, name, code)
        request = column.request.having(name, value)
        head = f"{column.label}: {label}" if column.label else label
        yield AskedColumn(head, request, adds=column.adds, group=column.label)


def _labels(found: Crosstab) -> dict[Codes, tuple[str, ...]]:
    named = [{one.code: one.label for one in headings} for headings in found.headings]
    return {
        codes: tuple(named[place][code] for place, code in enumerate(codes))
        for codes in found.cells
    }


def _filled(register: Register, column: AskedColumn, found: Crosstab) -> FilledColumn:
    whole = found.request
    if found.counted == "registrations":
        whole = whole._replace(registrations=True)
    if column.adds:
        cells = {codes: money.amount for codes, money in found.money.items()}
    else:
        cells = dict(found.cells)
    cuts = {}
    for codes in cells:
        *first, last = (
            (name, _value(register, name, code)) for name, code in zip(found.by, codes, strict=True)
        )
        within = whole
        for name, value in first:
            within = within.having(name, value)
        cuts[codes] = Cut(within, last, adds=column.adds)
    total = Cut(whole, adds=column.adds)
    return FilledColumn(column.label, None, cells, cuts, total, found.not_placed, column.group)


def _value(register: Register, name: str, code: str | None) -> Any:
    """What a list is filtered by for a code: of a unit the unit, of a year the number."""
    if code is None:
        return None
    if name == "unit":
        if code == UNASSIGNED_CODE:
            return UNASSIGNED
        return register.unit(_number_of_unit(register, code))
    if code.isdigit() and name not in _TEXTS:  # a year, or what a record fulfils or not
        return int(code)
    return code


def _number_of_unit(register: Register, code: str) -> int:
    row = register.row("SELECT id FROM unit WHERE code = ?", (code,))
    return int(row["id"]) if row else int(code.removeprefix("U"))


class _Order:
    """The order of lines: of units and terms that of the register, else of the alphabet."""

    def __init__(self, register: Register, language: str, by: tuple[str, ...]) -> None:
        self.register, self.by = register, by
        self.labels = Labels(register, language)

    def place(self, codes: Codes, labels: tuple[str, ...]) -> list[Any]:
        pairs = zip(self.by, codes, labels, strict=True)
        return [self._place(name, code, label) for name, code, label in pairs]

    def _place(self, name: str, code: str | None, label: str) -> tuple[Any, ...]:
        if code is None or code == UNASSIGNED_CODE:
            return (1, 0, ())
        if name == "unit":
            return (0, _number_of_unit(self.register, code), ())
        for vocabulary in (name, *_VOCABULARIES.get(name, ())):
            terms = [term.code for term in self.register.vocabularies.of(vocabulary)]
            if code in terms:
                return (0, terms.index(code), ())
        return (0, 0, vietnamese_order(label))


_VOCABULARIES = {
    "field": ("exemplar_field", "model_field"), "type": ("event_type", "unit_type"),
    "status": ("registration_status",), "highest_level": ("level",),
}  # fmt: skip


def check_dimensions(noun: str, names: Iterable[str]) -> None:
    """Raise Usage for a dimension that records of a noun have not."""
    for name in names:
        dimensions.check(noun, dimensions.meant(noun, (name,)))

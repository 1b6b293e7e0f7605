"""Columns that say the same of several years: «2022 > Hình thức | Số QĐ», «Năm duy trì»."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from emulation_cli.domain.patterns import pattern
from emulation_cli.intake.cells.coded_values import says_something
from emulation_cli.intake.cells.several_persons import spread
from emulation_cli.intake.cells.unit_cells import Places
from emulation_cli.intake.columns.column_map import Header, SheetColumn
from emulation_cli.intake.columns.registers import OF_PERSONS
from emulation_cli.intake.grid import filled
from emulation_cli.intake.headings.years_in_headings import state_of, year_of
from emulation_cli.intake.records.row_parting import RecordRow

_GIVEN = frozenset({"form", "title", "act", "form_mark", "title_mark"})
_OF_AWARDS = _GIVEN | {
    "decision", "decision_number", "decision_date", "decision_body", "date", "amount", "level",
    "category",
}  # fmt: skip
_OF_A_KIND = ("collective_name", "individual_name", "household_name")
_SEVERAL = 2
_LINE = pattern(r"\s*(?:[-–+•*]|\d{1,2}\s*[.)])\s*")

# What the headings of some columns give to their records (a year, a unit, a field); their numbers.
Group = tuple[Mapping[str, Any], Sequence[int]]


def groups_of(
    register: str | None, header: Header, rows: Sequence[RecordRow], places: Places
) -> list[Group]:
    """The groups of columns of which each is a record of its own, or none."""
    if values := header.of_values:
        columns: dict[tuple[str, str], list[int]] = {}
        for column in values:
            columns.setdefault(column.gives or ("", ""), []).append(column.number)
        return [
            ({kind: places.find(value) if kind == "unit" else value}, numbers)
            for (kind, value), numbers in columns.items()
        ]
    if apart := _by_kind(header, rows) if register in OF_PERSONS else []:
        return apart
    if register == "honours":
        marked = header.by_concept.get("year_mark", ())
        return [({"year": int(c.mark or 0)}, (c.number,)) for c in marked] or _by_year(header)
    years = header.by_concept.get("year", ()) if register == "models" else ()
    alone = len({state_of(c.path[-1]) for c in years}) == len(years) > 1
    return [({}, (c.number,)) for c in years] if alone else []


def _by_kind(header: Header, rows: Sequence[RecordRow]) -> list[Group]:
    """«Đơn vị | Tập thể điển hình | Cá nhân điển hình»: both of a row are of its unit.

    Only where most rows have both; without a column of units the collective may be where the
    individual belongs.
    """
    names = [c for c in header.names if c.concept in _OF_A_KIND]
    kinds = {c.concept for c in names}
    of_unit = {"unit", "position_unit"} & set(header.by_concept)
    apart = len(kinds) == len(names) == len(header.names) > 1 and of_unit
    both = sum(
        all(c.number < len(r.cells) and filled(r.cells[c.number]) for c in names) for r in rows
    )
    return [({}, (c.number,)) for c in names] if apart and 2 * both > len(rows) else []


def _by_year(header: Header) -> list[Group]:
    """Awards of one year and those of another, where each has its form and none stands outside."""
    groups: dict[int | None, list[SheetColumn]] = {}
    for column in header.columns:
        if column.concept in _OF_AWARDS:
            groups.setdefault(year_of(column.path), []).append(column)
    given = [{c.concept for c in columns} & _GIVEN for year, columns in groups.items() if year]
    outside = {c.concept for c in groups.pop(None, ())} & _GIVEN
    if len(given) < _SEVERAL or not all(given) or outside:
        return []
    return [({"year": year}, [c.number for c in columns]) for year, columns in groups.items()]


def by_groups(rows: Sequence[RecordRow], groups: Sequence[Group]) -> Iterator[RecordRow]:
    """A row is a record for each group of columns that says anything of it."""
    every = {number for _given, numbers in groups for number in numbers}
    for row in rows:
        told = [
            (given, set(numbers)) for given, numbers in groups
            if any(n < len(row.cells) and says_something(row.cells[n]) for n in numbers)
        ]  # fmt: skip
        for given, own in told:
            cells = [
                "" if n in every and n not in own else cell for n, cell in enumerate(row.cells)
            ]
            yield row._replace(cells=cells, context=row.context._replace(**given))
        if not told:
            yield row


def by_lines(rows: Sequence[RecordRow], column: int) -> Iterator[RecordRow]:
    """«- Ngõ xanh», «- Tủ sách thôn» in the lines of one cell: a model for each."""
    for row in rows:
        cell = row.cells[column] if column < len(row.cells) else ""
        lines = [line for line in str(cell).split("\n") if line.strip()]
        several = len(lines) > 1 and all(map(_LINE.match, lines))
        names = [_LINE.sub("", line) for line in lines] if several else []
        copies = spread(row.cells, column, names) if several else [row.cells]
        for cells in copies:
            yield row._replace(cells=cells)

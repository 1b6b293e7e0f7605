"""Columns that say the same of several years: «2022 > Hình thức | Số QĐ», «Năm duy trì»."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from emulation_cli.domain.text import comparing_key
from emulation_cli.intake.cells.cell_values import as_text
from emulation_cli.intake.cells.coded_values import says_something
from emulation_cli.intake.cells.enumerations import listed
from emulation_cli.intake.cells.several_persons import spread
from emulation_cli.intake.cells.unit_cells import Places
from emulation_cli.intake.columns.column_map import Header, SheetColumn
from emulation_cli.intake.columns.registers import OF_PERSONS
from emulation_cli.intake.grid import filled
from emulation_cli.intake.headings.synonyms import NAMES
from emulation_cli.intake.headings.years_in_headings import state_of, year_of
from emulation_cli.intake.records.row_parting import RecordRow

_GIVEN = frozenset({"form", "title", "act", "form_mark", "title_mark"})
_OF_AWARDS = _GIVEN | {
    "decision", "decision_number", "decision_date", "decision_body", "date", "amount", "level",
    "category",
}  # fmt: skip
_OF_A_KIND = ("collective_name", "individual_name", "household_name")
_SEVERAL = 2

# What the headings of some columns give to their records (a year, a unit, a field); their numbers.
Group = tuple[Mapping[str, Any], Sequence[int]]


def groups_of(
    register: str | None, header: Header, rows: Sequence[RecordRow], places: Places
) -> list[Group]:
    """The groups of columns of which each is a record of its own, or none."""
    named = [c for c in header.columns if c.concept in NAMES]
    if len(named) > 1 and all(c.gives for c in named):
        return [(_given(c.gives or ("", ""), places), (c.number,)) for c in named]
    if apart := _by_kind(header, rows) if register in OF_PERSONS else []:
        return apart
    if values := header.of_values:
        columns: dict[tuple[str, str], list[int]] = {}
        for column in values:
            columns.setdefault(column.gives or ("", ""), []).append(column.number)
        return [(_given(gives, places), numbers) for gives, numbers in columns.items()]
    if register == "honours":
        marked = header.by_concept.get("year_mark", ())
        return [({"year": int(c.mark or 0)}, (c.number,)) for c in marked] or _by_year(header)
    years = header.by_concept.get("year", ()) if register == "models" else ()
    alone = len({state_of(c.path[-1]) for c in years}) == len(years) > 1
    return [({}, (c.number,)) for c in years] if alone else []


def _given(gives: tuple[str, str], places: Places) -> dict[str, Any]:
    kind, value = gives
    if kind == "order":
        return {}
    if kind == "year":
        return {kind: int(value)}
    return {kind: places.find(value) if kind == "unit" else value or None}


def _by_kind(header: Header, rows: Sequence[RecordRow]) -> list[Group]:
    """«Đơn vị | Tập thể điển hình | Cá nhân điển hình»: both of a row are of its unit.

    Only where most rows have both, or where each stands alone somewhere; without a column of
    units the collective may be where the individual belongs.
    """
    names = [c for c in header.columns if c.concept in _OF_A_KIND]
    kinds = {c.concept for c in names}
    of_unit = {"unit", "position_unit"} & set(header.by_concept)
    if not of_unit or not len(kinds) == len(names) == len(header.names) > 1:
        return []
    told = [
        tuple(c.number for c in names if c.number < len(r.cells) and filled(r.cells[c.number]))
        for r in rows
    ]
    both = sum(len(one) > 1 for one in told)
    alone = {one[0] for one in told if len(one) == 1}
    apart = 2 * both > len(rows) or (both > 1 and len(alone) == len(names))
    return [(dict(filter(None, [c.gives])), (c.number,)) for c in names] if apart else []


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


def with_recognised(rows: Sequence[RecordRow], names: Sequence[int]) -> Iterator[RecordRow]:
    """A model named under «Đăng ký» and under «Được công nhận» of one row is one, recognised."""
    done: dict[tuple[int, str], RecordRow] = {}
    for row in rows:
        texts = (as_text(row.cells[n]) for n in names if n < len(row.cells))
        key = row.number, comparing_key(next(filter(None, texts), ""))
        first = done.setdefault(key, row)
        if row.context.recognised:
            done[key] = first._replace(context=first.context._replace(recognised="x"))
        elif first is not row:
            done[row.number, f"{key[1]} {len(done)}"] = row  # told as a repeat
    yield from done.values()


def by_lines(rows: Sequence[RecordRow], column: int) -> Iterator[RecordRow]:
    """«- Ngõ xanh», «2. Tủ sách thôn» in one cell: a model for each.

    Where no cell has more than one, a number or a dash is of the name.
    """
    cells = [row.cells[column] if column < len(row.cells) else "" for row in rows]
    names = {cell: listed(cell) for cell in set(cells)}
    if max(map(len, names.values()), default=0) < _SEVERAL:
        yield from rows
        return
    for row, cell in zip(rows, cells, strict=True):
        copies = spread(row.cells, column, names[cell]) if names[cell] else [row.cells]
        for copy in copies:
            yield row._replace(cells=copy)

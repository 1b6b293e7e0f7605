"""What several lists have in common: sections, totals, ways of writing a date."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TypeVar

from sample_data.district import Unit
from sample_data.exemplars import COLLECTIVE, INDIVIDUAL, Exemplar
from sample_data.paper import Cell, Row

T = TypeVar("T")


def numbered(items: Iterable[T], cells: Callable[[T], tuple[Cell, ...]]) -> list[tuple[Cell, ...]]:
    """A row for each, with its STT."""
    return [(number, *cells(item)) for number, item in enumerate(items, 1)]


def in_sections(
    exemplars: Iterable[Exemplar], cells: Callable[[Exemplar], tuple[Cell, ...]]
) -> list[Row]:
    """«I. TẬP THỂ», «II. CÁ NHÂN», each with its own STT."""
    rows: list[Row] = []
    for title, kind in (("I. TẬP THỂ", COLLECTIVE), ("II. CÁ NHÂN", INDIVIDUAL)):
        of_kind = [one for one in exemplars if one.kind == kind]
        rows += [title, *numbered(of_kind, cells)]
    return rows


def by_kind(exemplars: list[Exemplar]) -> str:
    """«28 tập thể, 17 cá nhân»."""
    collectives = sum(one.kind == COLLECTIVE for one in exemplars)
    return f"{collectives:02} tập thể, {len(exemplars) - collectives:02} cá nhân"


def total(exemplars: list[Exemplar], noun: str = "điển hình") -> str:
    """«Tổng cộng: 45 điển hình (28 tập thể, 17 cá nhân)»."""
    return f"Tổng cộng: {len(exemplars)} {noun} ({by_kind(exemplars)})"


def month(day: date | None) -> str | None:
    """«05/2022»."""
    return day.strftime("%m/%Y") if day else None


def written(day: date | None) -> str | None:
    """«04/10/2023»."""
    return day.strftime("%d/%m/%Y") if day else None


def year(day: date | None) -> int | None:
    """«2022», a number."""
    return day.year if day else None


def short(unit: Unit) -> str:
    """«xã Cẩm Hà», «TT Thiên Cầm»: as a commune is often written, other units in full."""
    if unit.type == "Thị trấn":
        return unit.other_names[0]
    return unit.name[0].lower() + unit.name[1:] if unit.type == "Xã" else unit.name


def ditto(rows: Sequence[tuple[Cell, ...]], columns: Sequence[int]) -> list[tuple[Cell, ...]]:
    """«nt» in those columns where a cell says what the one above it says."""
    above: tuple[Cell, ...] = ()
    written: list[tuple[Cell, ...]] = []
    for row in rows:
        same = [place for place in columns if above and row[place] == above[place]]
        written.append(tuple("nt" if place in same else cell for place, cell in enumerate(row)))
        above = row
    return written


def honorific(one: Exemplar) -> str:
    """«Bà Trần Thị Loan»; a collective as it is."""
    if one.kind == COLLECTIVE:
        return one.name
    return f"{'Ông' if one.gender == 'Nam' else 'Bà'} {one.name}"

"""Columns of years: «2021 | 2022», «Hình thức khen thưởng năm 2021», what was given before."""

from collections.abc import Sequence
from dataclasses import replace

from emulation_cli.intake.columns.column_map import SheetColumn
from emulation_cli.intake.grid import Grid, filled
from emulation_cli.intake.headings import synonyms
from emulation_cli.intake.headings.heading_grammar import parse
from emulation_cli.intake.headings.years_in_headings import OF_A_YEAR, without_year, year_of


def of_a_year(heading: str) -> str | None:
    """«Hình thức khen thưởng năm 2021»: what it says without the year."""
    bare = without_year(heading)
    found = synonyms.concept_of(bare) if bare != heading else None
    return found if found in OF_A_YEAR else None


def with_empty_years(grid: Grid, last: int, columns: Sequence[SheetColumn]) -> list[SheetColumn]:
    """«2021 | 2022 | 2023» of which one has no mark on this sheet."""
    if not any(column.concept == "year_mark" for column in columns):
        return list(columns)
    rows = grid.sheet.rows[last + 1 :]
    return [
        replace(column, concept="year_mark", mark=str(year_of(column.path)))
        if column.concept is None
        and year_of(column.path)
        and not without_year(column.path[-1])
        and not any(c.number < len(r) and filled(r[c.number]) for c in [column] for r in rows)
        else column
        for column in columns
    ]


def without_earlier(columns: Sequence[SheetColumn], *, proposed: bool) -> list[SheetColumn]:
    """«Danh hiệu đã đạt > 2021 | 2022» beside «Hình thức đề nghị»: what was given before.

    Where the list is of what is proposed, such a column needs no other beside it.
    """
    given = [column for column in columns if column.concept in ("form", "title")]
    past = [c for c in given if any("PAST" in parse(text).parts for text in c.path)]
    earlier = past or [column for column in given if year_of(column.path)]
    if not earlier or (len(earlier) == len(given) and not (proposed and past)):
        return list(columns)
    return [replace(c, concept=None) if c in earlier else c for c in columns]
